"""Findings to new text: their edits applied, and the check repeated until nothing changes.

A fix is applied whole or not at all. Where two fixes overlap, or those of two rules touch, the earlier one wins this
round and the other gets its turn in the next, on the new text. Rules whose fixes undo or feed each other are named, and
none of theirs is applied.
"""

from bisect import bisect_right, insort
from collections.abc import Callable, Collection, Iterable, Sequence
from hashlib import blake2b
from operator import itemgetter
from typing import NamedTuple

from newslint.document import Document
from newslint.document.edits import apply_edits, composed, in_order
from newslint.finding import Edit, Finding, Safety
from newslint.readers import reread

#: The rounds end when this many characters have been read, and so many times the text: a long text in which each round
#: mends one fault of many would take hours. What is left is mended when it is fixed again; real texts settle in two or
#: three rounds.
_MOST_READ = 1_000_000
_MOST_ROUNDS = 10
#: A text that is longer than so many times the first one, and so many code points more, only grows and never settles.
_GROWTH = 2
_LEAST_GROWTH = 1000


#: Tells whether the fix of a finding in a document is to be applied.
Choice = Callable[[Document, Finding], bool]


class Outcome(NamedTuple):
    """The new text, how many fixes went into it, and the codes that kept undoing or feeding each other, if any did.

    ``edits`` are what turns the text that was read into the new one, sorted; no two of them touch. ``unfinished`` says
    that the text was too long to be fixed to the end; it may be fixed again. ``left`` are the findings in the new text.
    """

    text: str
    applied: int
    edits: tuple[Edit, ...] = ()
    cycle: tuple[str, ...] = ()
    unfinished: bool = False
    left: tuple[Finding, ...] = ()


def fix_document(
    document: Document,
    check: Callable[[Document], Iterable[Finding]],
    *,
    unsafe: bool = False,
    wanted: Choice | None = None,
) -> Outcome:
    """Apply the safe fixes (with ``unsafe``, all; with ``wanted``, those that it wants) that ``check`` offers for
    ``document`` until none is left.

    ``wanted`` may be asked about one place again, after other fixes.
    """
    choice = wanted or (lambda _, finding: unsafe or (finding.fix is not None and finding.fix.safety is Safety.SAFE))
    cycle: set[str] = set()
    while True:
        outcome = _settled(document, check, choice, cycle)
        if not outcome.cycle:
            return outcome._replace(cycle=tuple(sorted(cycle)))
        # Once more from the start, so that nothing of the cycle stays in the text.
        cycle.update(outcome.cycle)


def _settled(
    document: Document, check: Callable[[Document], Iterable[Finding]], wanted: Choice, without: Collection[str]
) -> Outcome:
    """Apply fixes until none is left, but for those of the rules ``without``, or until it is seen that there is no end
    to it.
    """
    seen: dict[bytes, int] = {}  # the digest of each text, and in which round it was read
    codes: list[set[str]] = []
    edits: tuple[Edit, ...] = ()
    applied = read = 0
    size = len(document.text)
    while True:
        text = document.text
        digest = blake2b(text.encode("utf-8", "surrogatepass")).digest()
        if digest in seen:
            return Outcome(text, applied, edits, tuple(set[str]().union(*codes[seen[digest] :])))
        if len(text) > _GROWTH * size + _LEAST_GROWTH:
            # No text has come back, so the rules of the last round make ever more for themselves to mend.
            return Outcome(text, applied, edits, tuple(codes[-1]))
        read += len(text)
        if read > _MOST_ROUNDS * size + _MOST_READ:
            return Outcome(text, applied, edits, unfinished=True)
        seen[digest] = len(codes)
        found = list(check(document))
        chosen = compatible(
            finding for finding in found if finding.fix and finding.code not in without and wanted(document, finding)
        )
        round_ = in_order(edit for finding in chosen if finding.fix for edit in finding.fix.edits)
        if apply_edits(text, round_) == text:
            return Outcome(text, applied, edits, left=tuple(found))
        codes.append({finding.code for finding in chosen})
        applied += len(chosen)
        edits = composed(edits, round_)
        document = reread(document, round_)


def compatible(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings whose fixes overlap none that comes before them, nor touch one of another rule; ``findings``
    in order of place.
    """
    chosen: list[Finding] = []
    taken: list[tuple[int, int, str]] = []
    for finding in findings:
        edits = finding.fix.edits if finding.fix else ()
        if edits and not any(_collides(edit, finding.code, taken) for edit in edits):
            chosen.append(finding)
            for edit in edits:
                insort(taken, (edit.start, edit.end, finding.code))
    return chosen


def _collides(edit: Edit, code: str, taken: Sequence[tuple[int, int, str]]) -> bool:
    """Return True if an edit overlaps one that is taken, or meets one at a place where their order would matter.

    Those of one rule may meet if both replace something.
    """
    for index in range(bisect_right(taken, edit.end, key=itemgetter(0)) - 1, -1, -1):
        start, end, other = taken[index]
        if end < edit.start:
            return False
        overlaps = start < edit.end and edit.start < end
        if overlaps or other != code or start == end or edit.start == edit.end:
            return True
    return False
