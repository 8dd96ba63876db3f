"""Phrases of four characters with their first half once more: 互惠互利互惠, 千家万户千家."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.checks.check import Match, StructureCheck
from newslint.checks.registry import Declared
from newslint.checks.repeats.doubled import JOINERS, closes
from newslint.checks.repeats.gates import half_places, has_interlocked, interlocked_places
from newslint.chinese.reduplication import counts_off
from newslint.chinese.segmentation import after, before, cost, segment
from newslint.chinese.words import is_word, tag
from newslint.document import Document
from newslint.patterns import lazy

#: A reading with word boundaries around the phrase may cost this many nats more than the best one.
_INDULGENCE = 4.0

_UNIT = lazy(r"[^\W_]+")
#: A couplet in quotation marks has no more characters on either side of a phrase.
_COUPLET = 200
#: What ends a phrase with its verb: 使用收费收据收费的，.
_AFTER_VERB = ("的", "时", "后", "者")


def interlocked_phrases(document: Document) -> Iterator[Match]:
    """A phrase of four characters and its first two again: 互惠互利互惠, 千家万户千家."""
    yield from _interlocked_phrases(document)
    yield from _halves_again(document)


def _interlocked_phrases(document: Document) -> Iterator[Match]:
    """A phrase of the shape 甲乙甲丙 and its first two again, where these begin no longer word."""
    view = document.view
    for start in document.once(interlocked_places):
        end = start + 6
        phrase, again = view[start : start + 4], view[start + 4 : end]
        # 越来越多越来越好: the shape goes on.
        if not _UNIT.fullmatch(view, start, end) or view[start] in (view[end : end + 1], view[start - 2 : start - 1]):
            continue
        left, right = before(view, start), after(view, end)
        # 空对空和空对地: the fourth joins two phrases; 不大不小不大, 一点一滴一点 count off or deny.
        if phrase[3] in JOINERS or phrase[0] == "不" or counts_off(again) or (right and is_word(again + right[0])):
            continue
        # 收费收据收费的，: a thing, and what is done with it.
        if right in _AFTER_VERB and tag(phrase[2:]).startswith("n"):
            continue
        parts = [left, view[start:end], right]
        if sum(map(cost, parts)) - cost("".join(parts)) <= _INDULGENCE:
            yield Match(start, end, phrase)


def _halves_again(document: Document) -> Iterator[Match]:
    """A phrase of four characters and its first half again: 千家万户千家."""
    view = document.view
    for start in document.once(half_places):
        end = start + 6
        if document.inside(start, end, "quotation") and _is_couplet(view, start, end):
            continue
        right = after(view, end)
        following = right[: segment(right)[0][1]] if right else ""
        if closes(following):
            yield Match(start, end, view[start : start + 4])


def _is_couplet(view: str, start: int, end: int) -> bool:
    """Return True if the quotation around the span has two halves of one length: “喜神州希望工程希望在望，期…”."""
    first, last = view.rfind("“", max(0, start - _COUPLET), start), view.find("”", end, end + _COUPLET)
    if first < 0 or last < 0:
        return False
    halves = view[first + 1 : last].rstrip("。；").split("，")
    return len(halves) == 2 and len(halves[0]) == len(halves[1])


CHECKS: Mapping[str, Declared] = {
    "interlocked": StructureCheck(interlocked_phrases, gate=has_interlocked),
}
