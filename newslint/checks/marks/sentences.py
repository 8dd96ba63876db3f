"""Sentences: too long, too many commas, a pair of correlatives cut in two, a paragraph that ends without its final
mark.

A sentence is what stands between two marks that end one, inside its paragraph. Length is counted in code points.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from newslint.checks.breaks.broken import broken_ends
from newslint.checks.check import Hit, Match
from newslint.checks.options import Options
from newslint.chinese.characters import BYTE, is_han
from newslint.document import Document
from newslint.document.structure import Block, BlockKind, is_terminal
from newslint.patterns import lazy

FAULTS = ("length", "commas", "correlatives", "parallel", "missing-stop")

_SENTENCE = lazy(r"[^。！？…\s][^。！？…]*")
_CLAUSE = lazy("[^，：；]+")
_COMMA = BYTE["，"]
_ENDS = frozenset(BYTE[mark] for mark in "。！？…\n")
_ENDS_AS_LINES = bytes(10 if code in _ENDS else code for code in range(256))
_NO_COMMA_OR_END = bytes(code for code in range(256) if code != _COMMA and code not in _ENDS)
#: Lists, laws and clauses that semicolons part may be as long as they need to be.
_LISTED = lazy("、[^，。；：]{1,14}(?=、)")
_MOST_LISTED = 8
_TITLE = lazy("《[^》]*》")

_STOP = lazy(r"[。！？\r\n]")
_ONE_SIDE = lazy("(?<!另)一方面(?!，)")
_OTHER_SIDE = lazy("[。](?=(?:但|而|同时)?另一方面(?!，))")
_OTHER = lazy("另一方面")
_NOT_ONLY = lazy("(?:不仅|不但|不只)(?!如此|仅)")
_BUT_ALSO = lazy("。(?=(?:而且|并且)(?!，))")
_FULFILLED = lazy("[还也更都又]|而且|并且|甚至|同样|反而|就连|连同")
_THOUGH = lazy("(?:虽然|尽管)")
_YET = lazy("。(?=(?:但是|但|可是|然而))")
_CONCEDED = lazy("但|却|仍|也|还|依|可|然而|不过|并|只|都|就|更|又|总|不减|不变")
_SOME = lazy("(?<!所)有的(?=[^，。；！？]{2,})")

#: A paragraph without its final mark is reported from this length on; shorter ones may be labels, names or headings.
_PROSE = 30
_LAST_CHARACTERS = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz%％，、")
#: A line of commas without any of these may be a list of names.
_PREDICATE = lazy("[的了是在有将为]")
#: A dateline with the headline behind it; the subtitle that follows begins with a dash.
_HEADED = lazy("[电讯](?:（[^）]*）)?题：")
#: A name or a source behind the last sentence signs the article.
_SIGNED = lazy(
    r"[。！？”）][^，。！？：；]{1,12}$|(?:来源|编辑|作者|记者|责编|审核|校对|图源|原载)[：｜|丨/]?[^，。]{1,20}$"
)


class Sentences:
    """Options: ``fault``, one of ``FAULTS``; ``most``: for ``length`` the most code points and for ``commas`` the most
    commas that a sentence may have. ``{count}`` in the message is what was counted."""

    def __init__(self, options: Options) -> None:
        self._fault = options.choice("fault", FAULTS)
        self._most = options.integer("most", 0)
        options.done()
        anchors = {"correlatives": ("一方面", "不仅", "不但", "不只", "虽然", "尽管"), "parallel": ("有的",)}
        self.anchors: Sequence[str] = anchors.get(self._fault, ())
        self.gate = _may_lack_stops if self._fault == "missing-stop" else self._may_be_too_much

    def _may_be_too_much(self, document: Document) -> bool:
        """Whether any sentence is too long or has too many commas: sentences are told apart on class bytes first."""
        if self._fault == "length":
            return document.once(_longest) > self._most
        return bytes((_COMMA,)) * (self._most + 1) in document.once(_commas)

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the sentences, or the marks between them, that this rule reports."""
        if self._fault == "missing-stop":
            yield from _missing_stops(document)
        elif self._fault == "correlatives":
            yield from _cut_correlatives(document, hits)
        elif self._fault == "parallel":
            yield from _parallel(document, hits)
        else:
            for block in document.blocks:
                if block.kind is BlockKind.BODY and self._is_much(block.text):
                    yield from self._too_much(block)

    def _is_much(self, text: str) -> bool:
        return (len(text) if self._fault == "length" else text.count("，")) > self._most

    def _too_much(self, block: Block) -> Iterator[Match]:
        for match in _SENTENCE.finditer(block.text):
            text = match.group()
            count = len(text) if self._fault == "length" else text.count("，")
            if (
                count <= self._most
                or text.count("；") > 1
                or len(_LISTED.findall(_TITLE.sub("", text))) >= _MOST_LISTED
            ):
                continue
            # The first clause shows which sentence is meant; the whole of it would bury every other finding in it.
            first = _CLAUSE.match(text)
            end = match.start() + first.end() if first else match.end()
            yield Match(block.start + match.start(), block.start + end, values={"count": count})


def _longest(document: Document) -> int:
    """Return the most code points that a sentence of the document has, line ends among what parts them."""
    classes = document.classes
    parts = (classes[start:end].translate(_ENDS_AS_LINES).split(b"\n") for start, end in document.stretches)
    return max([max(map(len, part)) for part in parts])


def _commas(document: Document) -> bytes:
    """Return the class bytes of the document without all but commas and what parts sentences."""
    return document.classes.translate(_ENDS_AS_LINES, _NO_COMMA_OR_END)


def _may_lack_stops(document: Document) -> bool:
    blocks = document.blocks
    return any(
        blocks[index].kind is BlockKind.BODY and len(blocks[index].text) >= _PROSE for index in document.open_lines
    )


def _cut_correlatives(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """A full stop stands between the two halves that a pair of correlatives joins in one sentence."""
    view = document.view
    last = -1
    for hit in hits:
        for head, tail, fulfilled, mark in (
            (_ONE_SIDE, _OTHER_SIDE, _OTHER, "；"),
            (_NOT_ONLY, _BUT_ALSO, _FULFILLED, "，"),
            (_THOUGH, _YET, _CONCEDED, "，"),
        ):
            if not head.match(view, hit.start):
                continue
            end = _STOP.search(view, hit.end, hit.end + 200)
            stop = end.start() if end else -1
            if stop <= last or not tail.match(view, stop):
                continue
            # 虽然 may also stand behind what it concedes: then the sentence is whole without the next one.
            opens = head is not _THOUGH or hit.start == 0 or view[hit.start - 1] in "。！？\n　 "
            if opens and fulfilled.search(view, hit.end, stop) is None:
                last = stop
                related = ((hit.start, hit.end, "前半在这里"),)
                yield Match(stop, stop + 1, mark, values={"first": view[hit.start : hit.end]}, related=related)


def _parallel(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """有的…，…，有的…，…: clauses with commas inside are parted by commas too."""
    view = document.view
    reached = -1
    for hit in hits:
        if hit.start < reached:
            continue
        stop = next((at for at in range(hit.end, min(len(view), hit.end + 300)) if view[at] in "。！？；\r\n"), -1)
        starts = [match.start() for match in _SOME.finditer(view, hit.start, max(stop, hit.start))]
        reached = max(stop, hit.end)
        if len(starts) < 3 or any(view[at - 1] != "，" for at in starts[1:]):
            continue
        inner = sum(view.count("，", first, second - 1) for first, second in itertools.pairwise(starts))
        if inner >= len(starts) - 1:
            yield Match(starts[1] - 1, starts[1], "；", values={"count": len(starts)})


def _missing_stops(document: Document) -> Iterator[Match]:
    """A paragraph ends without a mark, and no broken line explains it."""
    broken = None
    for article in document.articles:
        body = [block for block in article.blocks if block.kind is BlockKind.BODY]
        # What stands first and opens no story is a summary, set as a heading is.
        first = body[0] if body and body[0].byline is None and body[0] is not article.blocks[0] else None
        open_ended = [block for block in body if block is not first and _lacks_stop(block)]
        # Where many paragraphs have none, the page is a list, a programme or verse.
        if not open_ended or 3 * len(open_ended) > len(body) + 1:
            continue
        if broken is None:
            broken = broken_ends(document)
        following = {block.line: below for block, below in zip(article.blocks, article.blocks[1:], strict=False)}
        for block in open_ended:
            below = following.get(block.line)
            if _HEADED.search(block.text) or (below is not None and below.text.startswith("—")):
                continue
            if any(start <= block.end <= end for start, end in broken):
                continue
            if below is None or below.kind in (
                BlockKind.BODY,
                BlockKind.SUBHEADLINE,
                BlockKind.SIGNATURE,
                BlockKind.CAPTION,
            ):
                yield _without_stop(block)


def _without_stop(block: Block) -> Match:
    end = block.end
    last = block.text[-1]
    return Match(end - 1, end, "。" if last in "，、" else f"{last}。", values={"piece": block.text[-6:]})


def _lacks_stop(block: Block) -> bool:
    text = block.text
    size = len(text)
    if size < _PROSE or is_terminal(text) or not _ends_in_word(text):
        return False
    # The pattern ends with the text, and has no more than 23 characters.
    if _SIGNED.search(text, size - 24):
        return False
    return "。" in text or ("，" in text[:-1] and _PREDICATE.search(text) is not None)


def _ends_in_word(text: str) -> bool:
    """Return True if ``text`` ends in a word, a quoted word or title, a percentage or a comma."""
    last = text[-1]
    return last in _LAST_CHARACTERS or is_han(last) or (last in "”》" and is_han(text[-2]))
