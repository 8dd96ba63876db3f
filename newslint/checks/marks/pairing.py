"""Quotes, brackets and book-title marks: what lacks its other half, crosses, is turned round or wrongly nested."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.check import Hit, Match
from newslint.checks.options import Options
from newslint.chinese.characters import BYTE, STOPS
from newslint.document import Document
from newslint.document.marks.pairmarks import PAIRS
from newslint.document.marks.pairs import Misfit, Pair
from newslint.finding import Edit
from newslint.patterns import lazy

#: The other half of each mark, and each mark turned round, which is the same character. Quotation marks of vertical
#: text are paired as the usual ones.
_OTHER = {mark: other for pair in (*PAIRS, "()", "〝〟", "〝〞") for mark, other in (pair, pair[::-1])}
_NAMES = {mark: name for marks, name in (("“”‘’「」『』〝〞〟", "引号"), ("《》〈〉", "书名号")) for mark in marks}
_INNER = {"“": "‘", "”": "’", "《": "〈", "》": "〉"}
_OPENING = frozenset(pair[0] for pair in PAIRS) | {"(", "〝"}
_HAN_ORDINAL = lazy(rf"(?:^|[{STOPS}“‘\s])[一二三四五六七八九十①-⑳]{{1,3}}$")


class PairingFault:
    """Options: ``fault``, which of these the rule reports.

    ``unpaired``: a mark without its other half, or closed by the half of another kind. ``crossed``: two pairs overlap.
    ``reversed``: a mark turned the wrong way. ``line-end``: a paragraph ends with an opening mark. ``nested-quote`` and
    ``nested-title``: “ ” directly inside “ ”, 《 》 directly inside 《 》. ``{problem}`` in the message says what is
    wrong with this one. One missing mark gives one match.
    """

    anchors: Sequence[str] = ()

    @staticmethod
    def gate(document: Document) -> bool:
        """Whether something may be wrong with the pairs."""
        return not document.is_well_paired

    def __init__(self, options: Options) -> None:
        self._fault = options.choice(
            "fault", ("unpaired", "crossed", "reversed", "line-end", "nested-quote", "nested-title")
        )
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the faults that the rule asks for, in order of place."""
        if document.is_well_paired:
            return
        pairing = document.pairing
        if self._fault in ("nested-quote", "nested-title"):
            yield from _nested(document, pairing.pairs, "“" if self._fault == "nested-quote" else "《")
        if self._fault == "line-end":
            yield from _line_ends(document, pairing.misfits)
        for misfit in pairing.misfits:
            if self._fault == "unpaired" and misfit.fault in ("unclosed", "unopened", "mismatched"):
                if not _is_excused(document, misfit):
                    yield _unpaired(document, misfit)
            elif self._fault == misfit.fault == "crossed":
                yield _crossed(document, misfit)
            elif self._fault == misfit.fault == "reversed":
                yield _reversed(document, misfit)


def _is_excused(document: Document, misfit: Misfit) -> bool:
    """Whether the text, which the class bytes do not show, accounts for the mark: 一） or (http://example.com/)."""
    at = misfit.offset
    view = document.view
    if misfit.fault == "unopened":
        return view[at] == "）" and _HAN_ORDINAL.search(view[max(0, at - 4) : at]) is not None
    block = document.block_at(at)
    if misfit.fault != "unclosed" or view[at] != "（" or block is None:
        return False
    return any(at < start and end <= block.end and document.text[end - 1] == ")" for start, end in document.masked)


def _name(mark: str) -> str:
    return _side(mark) + mark


def _side(mark: str) -> str:
    return ("前" if mark in _OPENING else "后") + _NAMES.get(mark, "括号")


def _unpaired(document: Document, misfit: Misfit) -> Match:
    at = misfit.offset
    mark = document.text[at]
    if misfit.fault == "mismatched" and misfit.other is not None:
        opened = document.text[misfit.other]
        problem = f"前面用的是“{opened}”，这里应当用“{_OTHER[opened]}”，误用了“{mark}”"
        related = ((misfit.other, misfit.other + 1, "与它配对的前一半"),)
        return Match(at, at + 1, _OTHER[opened], values={"problem": problem}, related=related)
    # Without the marks themselves: 前引号“没有配对的后引号” would read as a quotation.
    problem = f"这个{_side(mark)}没有配对的{_side(_OTHER[mark])}，请补上另一半，或删去这一半"
    return Match(at, at + 1, values={"problem": problem})


def _crossed(document: Document, misfit: Misfit) -> Match:
    at = misfit.offset
    other = misfit.other if misfit.other is not None else at
    inner = document.text[other]
    problem = f"{_name(inner)}还没有收尾，就出现了{_name(document.text[at])}，两对标号互相交叉；里面的一对应当先收尾"
    return Match(at, at + 1, values={"problem": problem}, related=((other, other + 1, "还没有收尾的前一半"),))


def _reversed(document: Document, misfit: Misfit) -> Match:
    places = [misfit.offset] if misfit.other is None else [misfit.offset, misfit.other]
    edits = tuple(Edit(at, at + 1, _OTHER[document.text[at]]) for at in places)
    mark = document.text[misfit.offset]
    problem = f"{_name(mark)}方向反了，应为{_OTHER[mark]}"
    if misfit.other is not None:
        problem = f"这一对{_NAMES.get(mark, '括号')}前后颠倒：前一半应为{_OTHER[mark]}，后一半应为{mark}"
    return Match(misfit.offset, misfit.offset + 1, _OTHER[mark], edits, {"problem": problem})


def _line_ends(document: Document, misfits: Sequence[Misfit]) -> Iterator[Match]:
    turned = {place for misfit in misfits if misfit.fault == "reversed" for place in (misfit.offset, misfit.other)}
    for block in document.blocks:
        last = block.end - 1
        if document.view[last] in _OPENING and last not in turned:
            name = _name(document.text[last])
            yield Match(last, block.end, values={"problem": f"段落以{name}结尾，应移到下一行开头，或与下一行接排"})


def _nested(document: Document, pairs: Sequence[Pair], opener: str) -> Iterator[Match]:
    """Yield the pairs of ``opener`` that stand directly inside another of their kind, in one paragraph."""
    code = BYTE[opener]
    text = document.text
    open_pairs: list[Pair] = []
    for pair in pairs:
        while open_pairs and open_pairs[-1].end <= pair.start:
            open_pairs.pop()
        if open_pairs and pair.opener == open_pairs[-1].opener == code and pair.end < open_pairs[-1].end:
            outer = open_pairs[-1]
            last = pair.end - 1
            if text[last] == _OTHER[opener] and document.block_index(outer.start) == document.block_index(
                outer.end - 1
            ):
                inner = _INNER[opener], _INNER[_OTHER[opener]]
                edits = (Edit(pair.start, pair.start + 1, inner[0]), Edit(last, pair.end, inner[1]))
                problem = f"{_NAMES[opener]}里面再用{_NAMES[opener]}，里面的一对应为“{inner[0]}{inner[1]}”"
                yield Match(pair.start, pair.start + 1, inner[0], edits, {"problem": problem})
        open_pairs.append(pair)
