"""Findings to new text: their edits applied, and the check repeated until nothing changes.

A fix is applied whole or not at all. Where two fixes touch, the earlier one wins this round and the other gets its turn
in the next, on the new text. Rules whose fixes undo or feed each other are named, and none of theirs is applied.
"""

from bisect import bisect_right, insort
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from newslint.document import Document
from newslint.finding import Edit, Finding, Fix, Safety
from newslint.readers import reread

#: Rounds after which the fixer gives up; real texts settle in two or three.
ROUNDS = 50
#: A text that is longer than so many times the first one, and so many code points more, only grows and never settles.
_GROWTH = 2
_LEAST_GROWTH = 1000


class Outcome(NamedTuple):
    """The new text, how many fixes went into it, and the codes that kept undoing or feeding each other, if any did."""

    text: str
    applied: int
    cycle: tuple[str, ...] = ()


def fix_document(
    document: Document, check: Callable[[Document], Iterable[Finding]], *, unsafe: bool = False
) -> Outcome:
    """Apply the safe fixes (with ``unsafe``, all) that ``check`` offers for ``document`` until none is left."""
    cycle: set[str] = set()
    while True:
        outcome = _settled(document, check, unsafe, cycle)
        if not outcome.cycle:
            return Outcome(outcome.text, outcome.applied, tuple(sorted(cycle)))
        # Once more from the start, so that nothing of the cycle stays in the text.
        cycle.update(outcome.cycle)


def _settled(
    document: Document, check: Callable[[Document], Iterable[Finding]], unsafe: bool, without: Collection[str]
) -> Outcome:
    """Apply fixes until none is left, but for those of the rules ``without``, or until it is seen that there is no end
    to it.
    """
    texts: list[str] = []
    codes: list[set[str]] = []
    applied = 0
    most = _GROWTH * len(document.text) + _LEAST_GROWTH
    while len(texts) < ROUNDS and len(document.text) <= most:
        chosen = compatible(
            finding
            for finding in check(document)
            if finding.fix and (unsafe or finding.fix.safety is Safety.SAFE) and finding.code not in without
        )
        text = apply_fixes(document.text, [finding.fix for finding in chosen if finding.fix])
        if text == document.text:
            return Outcome(text, applied)
        texts.append(document.text)
        codes.append({finding.code for finding in chosen})
        if text in texts:
            return Outcome(text, applied, tuple(set[str]().union(*codes[texts.index(text) :])))
        applied += len(chosen)
        document = reread(document, text)
    # No text has come back, so the rules of the last round make ever more for themselves to mend.
    return Outcome(document.text, applied, tuple(codes[-1]))


def compatible(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings whose fixes touch none that comes before them; ``findings`` in order of place."""
    chosen: list[Finding] = []
    starts: list[int] = []
    ends: list[int] = []
    for finding in findings:
        edits = finding.fix.edits if finding.fix else ()
        if edits and not any(_touches(edit, starts, ends) for edit in edits):
            chosen.append(finding)
            for edit in edits:
                insort(starts, edit.start)
                insort(ends, edit.end)
    return chosen


def _touches(edit: Edit, starts: list[int], ends: list[int]) -> bool:
    """Whether an edit overlaps or meets another at one place, so that their order would matter; the others do not
    overlap.
    """
    before = bisect_right(starts, edit.end)
    return before > 0 and ends[before - 1] >= edit.start


def apply_fixes(text: str, fixes: Iterable[Fix]) -> str:
    """Return ``text`` with the edits of ``fixes`` applied; they must not overlap."""
    parts = []
    last = 0
    for edit in sorted((edit for fix in fixes for edit in fix.edits), key=lambda edit: (edit.start, edit.end)):
        parts.append(text[last : edit.start])
        parts.append(edit.text)
        last = edit.end
    parts.append(text[last:])
    return "".join(parts)
