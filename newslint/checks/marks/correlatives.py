"""The marks between the clauses of one sentence: those that correlatives join, and those that begin with 有的."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import AnchorCheck, Hit, Match, Place
from newslint.checks.registry import Declared
from newslint.document import Document
from newslint.patterns import lazy

#: What begins a pair of correlatives.
HEADS = ("一方面", "不仅", "不但", "不只", "虽然", "尽管")
_STOP = lazy(r"[。！？\r\n]")
_THOUGH = lazy("(?:虽然|尽管)")
#: What is conceded in a word or two, and the main clause behind it: 虽然程度不一，….
_CONCEDED = lazy("(?:虽然|尽管)[^，。]{1,5}，")
#: The head of a pair, its tail behind a full stop, what completes the head within its sentence, and the right mark.
_PAIRS = (
    (lazy("(?<!另)一方面(?!，)"), lazy("[。](?=(?:但|而|同时)?另一方面(?!，))"), lazy("另一方面"), "；"),
    (
        lazy("(?:不仅|不但|不只)(?!如此|仅)"),
        lazy("。(?=(?:而且|并且)(?!，))"),
        lazy("[还也更都又]|而且|并且|甚至|同样|反而|就连|连同"),
        "，",
    ),
    (
        _THOUGH,
        lazy("。(?=(?:但是|但|可是|然而))"),
        lazy("但|却|仍|也|还|依|可|然而|不过|并|只|都|就|更|又|总|不减|不变"),
        "，",
    ),
)
_SOME = lazy("(?<!所)有的(?=[^，。；！？]{2,})")
#: A sentence goes on at most so far behind the head of a pair, and behind the first 有的, in characters.
_REACH, _SOME_REACH = 200, 300


def cut_correlatives(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the full stops between the halves of a sentence that correlatives join: 一方面修路。另一方面架桥."""
    view = document.view
    last = -1
    for hit in hits:
        for head, tail, completion, mark in _PAIRS:
            if not head.match(view, hit.start):
                continue
            end = _STOP.search(view, hit.end, hit.end + _REACH)
            stop = end.start() if end else -1
            if stop <= last or not tail.match(view, stop):
                continue
            # 虽然 may also stand behind what it concedes: then the sentence is whole without the next one.
            opens = head is not _THOUGH or hit.start == 0 or view[hit.start - 1] in "。！？\n　 "
            if head is _THOUGH and _CONCEDED.match(view, hit.start):
                continue
            if opens and completion.search(view, hit.end, stop) is None:
                last = stop
                related = (Place(hit.start, hit.end, "head"),)
                yield Match(stop, stop + 1, mark, values={"first": view[hit.start : hit.end]}, related=related)


def parallel_commas(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the first comma between clauses of 有的 that have commas inside: 有的…，…，有的…，…."""
    view = document.view
    reached = -1
    for hit in hits:
        if hit.start < reached:
            continue
        most = min(len(view), hit.end + _SOME_REACH)
        stop = next((at for at in range(hit.end, most) if view[at] in "。！？；\r\n"), -1)
        starts = [match.start() for match in _SOME.finditer(view, hit.start, max(stop, hit.start))]
        reached = max(stop, hit.end)
        if len(starts) < 3 or any(view[at - 1] != "，" for at in starts[1:]):
            continue
        inner = sum(view.count("，", first, second - 1) for first, second in itertools.pairwise(starts))
        if inner >= len(starts) - 1:
            yield Match(starts[1] - 1, starts[1], "；", values={"count": len(starts)})


CHECKS: Mapping[str, Declared] = {
    "correlatives": AnchorCheck(cut_correlatives, HEADS, values=("first",), messages=("head",)),
    "parallel": AnchorCheck(parallel_commas, ("有的",), values=("count",)),
}
