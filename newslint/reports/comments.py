"""What a comment in a Word document says about a finding: what is wrong, what to write, why, and by which authority."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from newslint.finding import Finding, Safety
from newslint.language import tr
from newslint.reports.characters import visible
from newslint.reports.whereabouts import paragraph_at, place_in, whereabouts
from newslint.reports.words import level_word
from newslint.results import CheckedFile, RuleNote

#: How many changes of one fix are told, how much of the text before an insertion, and of any text, in characters.
_SHOWN = 3
_BEFORE = 4
_LONGEST = 60


def comment_lines(
    finding: Finding, rule: RuleNote | None, file: CheckedFile, files: Mapping[str, CheckedFile]
) -> tuple[str, ...]:
    """Return the lines of the comment on ``finding``, which is in ``file``, one of ``files`` by path; ``rule`` is None
    if it is not known.
    """
    lines = [f"{level_word(finding.severity)} {finding.code} {finding.message}"]
    # Word shows a comment on such a place elsewhere.
    if file.paragraphs and paragraph_at(file, finding.start).kind not in ("", "table"):
        lines.append(f"{place_in(file, finding.start)}{tr('：')}“{_short(finding.text)}”")
    lines += _changes(finding, file.text)
    for place in finding.related:
        other = file if place.path is None else files.get(place.path, CheckedFile(place.path))
        where = place_in(file, place.start) if other is file else whereabouts(other, place.start)
        lines.append(f"{where} {place.message}")
    if rule is not None and rule.why:
        lines.append(tr("为什么：{why}", why=rule.why))
    if rule is not None and rule.source:
        lines.append(tr("依据：{source}", source=rule.source))
    return tuple(map(visible, lines))


def _changes(finding: Finding, text: str) -> Iterator[str]:
    """Yield the lines that say what to write."""
    if finding.fix is None:
        return
    edits = finding.fix.edits
    told = [
        _change(text[max(0, edit.start - _BEFORE) : edit.start], text[edit.start : edit.end], edit.text)
        for edit in islice(edits, _SHOWN)
    ]
    if len(edits) > _SHOWN:
        told.append(tr("等 {number} 处", number=len(edits)))
    sentence = tr("；").join(told)
    yield (
        tr("改法：{change}。", change=sentence)
        if finding.fix.safety is Safety.SAFE
        else tr("改法（请核对）：{change}。", change=sentence)
    )


def _change(before: str, old: str, new: str) -> str:
    """Return what one edit does, in words."""
    if not new:
        if not old.strip():
            return tr("与下一段连起来") if "\n" in old else tr("删去空格")
        return tr("删去“{old}”", old=_short(old))
    if not old:
        before = before.rpartition("\n")[2]
        if not before:
            return tr("在段首加“{new}”", new=_short(new))
        return tr("在“{before}”后加“{new}”", before=before, new=_short(new))
    return tr("“{old}”改为“{new}”", old=_short(old), new=_short(new))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}……{text[-_LONGEST // 4 :]}"
