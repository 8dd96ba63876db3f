"""Sentences for corpora, from the project's own texts: its fixtures and the examples of its rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from newslint.config import Settings
from newslint.readers import SUFFIXES, document_from_text, read_bytes
from newslint.rulebook.book import load_rules
from newslint.run.linter import Linter

ROOT = Path(__file__).resolve().parents[2]
#: The minimum and maximum length of a sentence, in characters.
SHORTEST, LONGEST = 12, 120
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]+[”’）]*")
_PAIRS = ("“”", "‘’", "（）", "《》", "「」", "()", "[]")
# The characters of ordinary news; examples with invisible or foreign characters make sense only in their place.
_PLAIN = re.compile(r"[\u4e00-\u9fff0-9A-Za-z，。、；：？！“”‘’（）《》·—…%℃.～\-]+")
_HEADLINE = re.compile(rf"(?:{_PLAIN.pattern[:-1]}|[ \u3000])+")
#: A sentence must be clean among others, too: some faults depend on the rest of the text.
_BEFORE = "街坊们围着火炉商量修缮老学堂的办法，木匠量了尺寸，定下开春动工。"
_AFTER = "入夏以后，雨水渐多，茶农赶在清晨上山，傍晚把鲜叶送到村口的作坊。"
# Outside its list or after another headline such a sentence would be an unintended fault.
_BOUND = re.compile(
    r"[一二三四五六七八九十][是、要]|[第其][一二三四五六七八九十]|[（(][一二三四五六七八九十0-9][）)]|首先|其次|最后|上述"
    r"|本报|\w社|记者|星期|周[一二三四五六日]|^[　 #\-*>|]"
)


class Sentences(NamedTuple):
    """The material of articles: sentences that are ``clean`` or ``dense`` with faults, and ``headlines``."""

    clean: tuple[str, ...]
    dense: tuple[str, ...]
    headlines: tuple[str, ...]


def own_sentences() -> Sentences:
    """Return the project's own sentences, each once, in an order that depends only on the files."""
    fixtures = {kind: list(_texts(ROOT / "fixtures" / kind)) for kind in ("clean", "dirty")}
    rules = load_rules()
    right = (
        example.text
        for rule in rules
        for example in rule.doc().right
        if example.format == "plain" and not example.options
    )
    wrong = (
        example.text
        for rule in rules
        for example in rule.doc().wrong
        if example.format == "plain" and not example.options
    )
    linter = Linter(Settings())
    clean = _once(
        sentence for text in [*fixtures["clean"], *right] for sentence in sentences(text) if _is_clean(sentence, linter)
    )
    known = set(clean)
    dense = _once(
        sentence for text in [*fixtures["dirty"], *wrong] for sentence in sentences(text) if sentence not in known
    )
    headlines = _once(head for text in fixtures["clean"] for head in _headlines(text))
    return Sentences(clean, dense, headlines)


def sentences(text: str) -> Iterator[str]:
    """Yield the complete sentences of ``text``: of usual length, with paired quotes and brackets."""
    for match in _SENTENCE.finditer(text):
        sentence = match[0].strip()
        if SHORTEST <= len(sentence) <= LONGEST and is_whole(sentence):
            yield sentence


def is_whole(text: str) -> bool:
    """Return True if ``text`` has equal numbers of opening and closing quotes and brackets."""
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in _PAIRS)


def _is_clean(sentence: str, linter: Linter) -> bool:
    if _BOUND.search(sentence) or not _PLAIN.fullmatch(sentence):
        return False
    return not linter.check_document(document_from_text(f"{_BEFORE}{sentence}{_AFTER}"))


def _headlines(text: str) -> Iterator[str]:
    for number, line in enumerate(text.splitlines()):
        if line.startswith("#") or number == 0:
            head = line.lstrip("# \ufeff").strip()
            if 6 <= len(head) <= 30 and _HEADLINE.fullmatch(head) and head[-1] not in "。！？：":
                yield head


def _texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        if path.suffix in SUFFIXES:
            yield read_bytes(path.read_bytes(), path.name).text.replace("\r\n", "\n")


def _once(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
