"""Texts that several reports share, in the language of the interface: levels, titles, and notices about a run."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.finding import Edit, Finding, Fix, Safety, Severity
from newslint.language import pick, tr
from newslint.results import Results, RuleNote

#: The ANSI codes of the colours of the levels.
SHADES = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
#: The most characters of what a fix writes that its note quotes.
LONGEST = 16


def level_word(severity: Severity) -> str:
    """Return the word for a severity."""
    if severity is Severity.ERROR:
        return tr("错误")
    return tr("警告") if severity is Severity.WARNING else tr("提示")


def fix_word(fix: Fix) -> str:
    """Return whether a fix may be applied unread."""
    return safety_word(fix.safety)


def safety_word(safety: Safety) -> str:
    """Return whether fixes of this kind may be applied unread."""
    return tr("可改") if safety is Safety.SAFE else tr("可改，须确认")


def fix_note(finding: Finding, text: str) -> str:
    """Return the note that a finding can be fixed, with what its fix writes if the message does not say that; "" if it
    has no fix. ``text`` is that of its file.
    """
    if finding.fix is None:
        return ""
    word = fix_word(finding.fix)
    edits = finding.fix.edits
    start = min([finding.start.offset, *(edit.start for edit in edits)])
    end = max([finding.end.offset, *(edit.end for edit in edits)])
    new = _edited(text, start, end, edits)
    said = all(edit.text.strip() in finding.message for edit in edits)
    if said or len(new) > LONGEST or not new.strip():
        return tr("［{fix}］", fix=word)
    return tr("［{fix}：“{text}”］", fix=word, text=new)


def _edited(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    """Return the text from ``start`` to ``end`` with sorted edits made that lie in it."""
    parts = []
    for edit in edits:
        parts += [text[start : edit.start], edit.text]
        start = edit.end
    return "".join([*parts, text[start:end]])


def rule_title(note: RuleNote) -> str:
    """Return the title of a rule, in Chinese if it has no English one."""
    return pick(note.title, note.english)


def title_of(finding: Finding, results: Results) -> str:
    """Return the title of the rule of ``finding``, or its name if the results do not describe the rule."""
    note = results.rules.get(finding.code)
    return rule_title(note) if note is not None else finding.name


def interruption() -> str:
    """Return the sentence about an interrupted run."""
    return tr("检查中途停止，这里只有停止前查完的文件；要看全部结果，请重新检查。")


def notices(results: Results) -> list[str]:
    """Return the sentences about the run as a whole, including whether it was interrupted."""
    return [*results.notices, *([interruption()] if results.interrupted else [])]
