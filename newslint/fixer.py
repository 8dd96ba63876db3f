"""Findings to new text: their edits applied, and the check repeated until nothing changes.

A fix is applied whole or not at all. Where two fixes touch, the earlier one wins this round and the other gets its turn in
the next, on the new text. A round that gives a text already seen is a cycle: the text before it is kept and the rules are named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from newslint.document import Document
from newslint.finding import Edit, Finding, Fix, Safety
from newslint.frozen import frozen
from newslint.readers import reread

#: Rounds after which the fixer gives up; real texts settle in two or three.
ROUNDS = 50


@frozen
class Outcome:
    """The new text, how many fixes went into it, and the codes that kept undoing each other, if any did."""

    text: str
    applied: int
    cycle: tuple[str, ...] = ()


def fix_document(
    document: Document, check: Callable[[Document], Iterable[Finding]], *, unsafe: bool = False
) -> Outcome:
    """Apply the safe fixes (with ``unsafe``, all) that ``check`` offers for ``document`` until none is left."""
    seen = {document.text}
    applied = 0
    for _ in range(ROUNDS):
        chosen = compatible(finding for finding in check(document) if finding.fix and (unsafe or finding.fix.safety is Safety.SAFE))
        text = apply_fixes(document.text, [finding.fix for finding in chosen if finding.fix])
        if text == document.text:
            return Outcome(text, applied)
        if text in seen:
            return Outcome(document.text, applied, tuple(sorted({finding.code for finding in chosen})))
        seen.add(text)
        applied += len(chosen)
        document = reread(document, text)
    return Outcome(document.text, applied, tuple(sorted({finding.code for finding in chosen})))


def compatible(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings whose fixes touch none that comes before them; ``findings`` in order of place."""
    chosen: list[Finding] = []
    taken: list[Edit] = []
    for finding in findings:
        edits = finding.fix.edits if finding.fix else ()
        if edits and not any(_touch(edit, other) for edit in edits for other in taken):
            chosen.append(finding)
            taken.extend(edits)
    return chosen


def _touch(one: Edit, other: Edit) -> bool:
    """Whether two edits overlap or meet at one place, so that their order would matter."""
    return one.start <= other.end and other.start <= one.end


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
