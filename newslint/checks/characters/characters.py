"""Characters that have no place in a Chinese newspaper text, a run of one class at a time.

The rare characters of the document tell whether any of them is there at all; in nearly every text none is, and nothing
is searched.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping

from newslint.checks.characters.forms import PLAIN_FORMS
from newslint.checks.characters.gates import has_odd_characters
from newslint.checks.characters.signed_lines import lines_with
from newslint.checks.check import Match, StructureCheck
from newslint.checks.registry import Declared
from newslint.chinese.characters import is_han
from newslint.chinese.invisible import names
from newslint.document import Document
from newslint.patterns import lazy

_EMOJI = (
    "\U0001f1e6-\U0001f1ff\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f900-\U0001faff"
    "\u231a\u231b\u23e9-\u23f3\u2705\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u2b50\u2b55"
)
#: Signs that become pictures only before the variation selector U+FE0F.
_PICTURES = (
    "#*0-9\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2934\u2935\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299"
)
#: Scripts that need joiners and direction marks: Hebrew to Myanmar, Khmer and Mongolian.
_JOINED = "\u0590-\u109f\u1780-\u18af\ua840-\uabff\ufb1d-\ufdff\ufe70-\ufefc"
_JOINED_LETTER = lazy(f"[{_JOINED}]")
#: How far from a direction mark a letter of such a script may be, in characters.
_NEAR = 20

_BOM = lazy("\ufeff+")
_ZERO_WIDTH = lazy(
    "(?:[\u034f\u200b\u2060-\u2064]|(?<![\u1800-\u18af])\u180e"
    f"|(?<![{_JOINED}{_EMOJI}\ufe0f\u2600-\u27bf])[\u200c\u200d]|(?<=[{_EMOJI}\ufe0f\u2600-\u27bf])\u200d(?![{_EMOJI}\u2190-\u2bff]))+"
)
_CONTROL = lazy("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]+")
_DIRECTION = lazy("[\u00ad\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]+|(?<=[\u4e00-\u9fff])\u00ac(?=[\u4e00-\u9fff])")
_PRIVATE_USE = lazy("[\ue000-\uf8ff\U000f0000-\U0010fffd]+")
_REPLACEMENT = lazy("[\ufffc\ufffd]+")
_KANA = lazy("[\uff61-\uff9f]+")
_COMBINING = lazy("[^\\W\\d_][\u0300-\u036f]+|[\u3041-\u30ff][\u3099\u309a]")
_FORM = lazy(f"[{''.join(PLAIN_FORMS)}]+(?!\ufe0f)|(?<=[0-9])\u201a(?=[0-9]{{3}})")
_EMOJI_RUN = lazy(
    f"(?:(?:[{_EMOJI}]|[{_PICTURES}]\ufe0f)[\ufe0f\u20e3\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*)+"
)
# One of the rare characters in every match, where the pattern itself does not find it among them.
_ZERO_WIDTH_SIGN = lazy("[\u034f\u180e\u200b-\u200d\u2060-\u2064]")
_DIRECTION_SIGN = lazy("[\u00ac\u00ad\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]")
_COMBINING_SIGN = lazy("[\u0300-\u036f\u3099\u309a]")
_FORM_SIGN = lazy(f"[{''.join(PLAIN_FORMS)}\u201a]")
_EMOJI_SIGN = lazy(f"[{_EMOJI}\ufe0f]")
#: An indent has no more characters.
_INDENT = 80
#: Controls at which a line of the source ended.
_LINE_CONTROLS = frozenset("\x0b\x0c\x85\u2028\u2029")


def byte_order_marks(document: Document) -> Iterator[Match]:
    """U+FEFF in the text."""
    return _runs(document, _BOM, _deletion)


def zero_width(document: Document) -> Iterator[Match]:
    """Characters without width, except those that join emoji or letters of other scripts."""
    return _runs(document, _ZERO_WIDTH, _deletion, _ZERO_WIDTH_SIGN)


def control(document: Document) -> Iterator[Match]:
    """Control characters, line separators included."""
    return _runs(document, _CONTROL, _control)


def direction(document: Document) -> Iterator[Match]:
    """Soft hyphens and direction marks, except beside Hebrew, Arabic and the like."""
    for match in _runs(document, _DIRECTION, _deletion, _DIRECTION_SIGN):
        if not _JOINED_LETTER.search(document.text, max(0, match.start - _NEAR), match.end + _NEAR):
            yield match


def private_use(document: Document) -> Iterator[Match]:
    """Private-use characters, which only the fonts of one paper know."""
    return _runs(document, _PRIVATE_USE, _nothing)


def replacement_characters(document: Document) -> Iterator[Match]:
    """U+FFFD and U+FFFC, which stand for what was lost."""
    return _runs(document, _REPLACEMENT, _nothing)


def halfwidth_kana(document: Document) -> Iterator[Match]:
    """Half-width kana and half-width Japanese marks: ｶﾅ, ｡, ｢."""
    return _runs(document, _KANA, _kana)


def combining(document: Document) -> Iterator[Match]:
    """A letter and its accent as two characters where one exists."""
    return _runs(document, _COMBINING, _composed, _COMBINING_SIGN)


def mark_form(document: Document) -> Iterator[Match]:
    """Marks in their vertical, small or combined form: ︵, ﹐, ⁈."""
    return _runs(document, _FORM, _plain, _FORM_SIGN)


def emoji(document: Document) -> Iterator[Match]:
    """Emoji, and signs shown as pictures."""
    return _runs(document, _EMOJI_RUN, _nothing, _EMOJI_SIGN)


def _runs(
    document: Document,
    pattern: re.Pattern[str],
    right: Callable[[str, int, int], str | None],
    sign: re.Pattern[str] | None = None,
) -> Iterator[Match]:
    """Yield the matches of ``pattern`` in prose, in order, with what ``right`` has in their place.

    Every match has a character that ``sign`` (``pattern`` if it is None) finds among the rare ones of the document.
    """
    signs = (sign or pattern).findall("".join(document.rare))
    if not signs:
        return
    text = document.text
    starts = [span.start for span in document.masked]
    # No match leaves its line.
    lines = lines_with(text, [char for found in signs for char in found])
    for run in (run for line in lines for run in pattern.finditer(text, *line)):
        start, end = run.span()
        inside = bisect_right(starts, start) - 1
        if inside >= 0 and start < document.masked[inside].end:
            continue
        replacement = right(text, start, end)
        if replacement != run[0]:
            yield Match(start, end, replacement, values={"names": names(run[0])})


def _nothing(text: str, start: int, end: int) -> None:
    return None


def _deletion(text: str, start: int, end: int) -> str:
    return ""


def _control(text: str, start: int, end: int) -> str:
    """Return what a run of controls stood for: a line end, a mark that Windows keeps there, or nothing."""
    run = text[start:end]
    if not _LINE_CONTROLS.isdisjoint(run):
        # No more of a line is looked at than an indent has: it may be as long as the text.
        before = text[max(0, start - _INDENT) : start].rpartition("\n")[2]
        behind = text[end : end + _INDENT].partition("\n")[0]
        alone = not before.strip() or not behind.strip()
        return "" if alone else "\n"
    return bytes(ord(char) for char in run if ord(char) >= 0x80).decode("cp1252", "ignore")


def _kana(text: str, start: int, end: int) -> str:
    between_han = end - start == 1 and is_han(text[start - 1 : start] or " ") and is_han(text[end : end + 1] or " ")
    return "·" if text[start:end] == "\uff65" and between_han else unicodedata.normalize("NFKC", text[start:end])


def _composed(text: str, start: int, end: int) -> str:
    return unicodedata.normalize("NFC", text[start:end])


def _plain(text: str, start: int, end: int) -> str:
    digits = text[max(0, start - 1) : start].isdigit() and text[end : end + 1].isdigit()
    if digits and text[start:end] in ("\ufe30", "\ufe13", "\ufe55"):
        return "∶"
    return "".join(PLAIN_FORMS.get(char, ",") for char in text[start:end])


CHECKS: Mapping[str, Declared] = {
    "byte-order-mark": StructureCheck(byte_order_marks, gate=has_odd_characters, values=["names"]),
    "combining": StructureCheck(combining, gate=has_odd_characters, values=["names"]),
    "control": StructureCheck(control, gate=has_odd_characters, values=["names"]),
    "direction": StructureCheck(direction, gate=has_odd_characters, values=["names"]),
    "emoji": StructureCheck(emoji, gate=has_odd_characters, values=["names"]),
    "halfwidth-kana": StructureCheck(halfwidth_kana, gate=has_odd_characters, values=["names"]),
    "mark-form": StructureCheck(mark_form, gate=has_odd_characters, values=["names"]),
    "private-use": StructureCheck(private_use, gate=has_odd_characters, values=["names"]),
    "replacement": StructureCheck(replacement_characters, gate=has_odd_characters, values=["names"]),
    "zero-width": StructureCheck(zero_width, gate=has_odd_characters, values=["names"]),
}
