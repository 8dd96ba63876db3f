"""Which characters are traditional or look-alikes from other blocks of Unicode, and what to write instead.

OpenCC (Apache-2.0) knows the traditional characters. It is imported only when a text has a Han character outside
GB 2312: ordinary articles have none except, at times, a rare character in a name. A character inside GB 2312 is never
traditional here, whatever OpenCC would make of it: 乾, 著, 瞭, 藉, 徵 are right in 乾隆, 著名, 瞭望, 狼藉, 宫商角徵羽.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

#: Characters that OpenCC simplifies but simplified text has too, in names above all: 《通用规范汉字表》 (2013) made
#: some standard again, and 塚 is in Japanese names.
STANDARD = frozenset("昇陞氾頫塚")

#: Traditional characters with several simplified forms, of which only the meaning tells the right one.
AMBIGUOUS = frozenset("鍾餘閒麼蘋讎剋")

# Radicals of the supplement that are whole characters of simplified text, and so replace them in text from PDF files.
# Unicode itself maps only two of them.
_SUPPLEMENT = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
_RADICALS = "".join(_SUPPLEMENT) + "\u2f00-\u2fd5"
#: A text in traditional script has next to no simplified characters; a short simplified one may have a few traditional
#: ones.
_CLEARLY = 3
_COMPATIBILITY = "\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufad9\U0002f800-\U0002fa1d"


def outsiders(alphabet: frozenset[str]) -> frozenset[str]:
    """Return the Han characters of ``alphabet`` outside GB 2312, except radicals and compatibility forms."""
    known = "".join(alphabet).encode("gb2312", "ignore").decode("gb2312")
    rare = alphabet.difference(known)
    return frozenset(char for char in rare if "㐀" <= char <= "\u9fff" or "\U00020000" <= char < "\U0002f800")


def traditional(alphabet: frozenset[str]) -> dict[str, str]:
    """Return the traditional characters of ``alphabet``, each with its simplified form."""
    asked = sorted(outsiders(alphabet) - STANDARD)
    if not asked:
        return {}
    # One to a line, so that no two of them meet as a word.
    answers = _converter().convert("\n".join(asked)).split("\n")
    # Simplified forms beyond the basic block exist on paper only: neither newspapers nor most fonts have them.
    pairs = zip(asked, answers, strict=True)
    return {char: answer for char, answer in pairs if char != answer and "一" <= answer <= "\u9fff"}


def simplify(text: str) -> str:
    """Return ``text`` in simplified characters, one for one; its words decide where a character has two forms."""
    simplified: str = _converter().convert(text)
    return simplified


def is_traditional(text: str, table: dict[str, str]) -> bool:
    """Return True if ``text`` is written in traditional script.

    Far more of its characters are then in ``table`` (what ``traditional`` returned) than are simplified ones that no
    traditional text has.
    """
    counts = Counter(text)
    chinese = "".join(char for char in counts if "一" <= char <= "\u9fff").encode("gb2312", "ignore").decode("gb2312")
    shared = set(chinese.encode("big5", "ignore").decode("big5"))
    simplified = set(chinese) - shared
    return sum(counts[char] for char in table) > _CLEARLY * sum(counts[char] for char in simplified)


@cache
def radicals() -> re.Pattern[str]:
    """Return the pattern of a run of radicals that replace characters: U+2F00–2FD5 and some of U+2E80–2EF3."""
    return re.compile(f"[{_RADICALS}]+")


@cache
def compatibility() -> re.Pattern[str]:
    """Return the pattern of a run of compatibility ideographs, U+F900–FAD9 and U+2F800–2FA1D, that double others."""
    return re.compile(f"[{_COMPATIBILITY}]+")


def unify(text: str, *, simplified: bool) -> str:
    """Return ``text`` with radicals and compatibility ideographs as the characters they look like, one for one.

    A few radicals have the traditional form (⼾ 戶); where ``simplified`` they become simplified characters.
    """
    unified = "".join(_SUPPLEMENT.get(char) or unicodedata.normalize("NFKC", char) for char in text)
    return simplify(unified) if simplified and outsiders(frozenset(unified)) else unified


@cache
def _converter() -> OpenCC:
    # Importing it and loading its tables takes several times as long as checking an article.
    from opencc import OpenCC

    return OpenCC("t2s")
