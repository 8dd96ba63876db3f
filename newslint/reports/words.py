"""Texts that several reports share, in the language of the interface: levels, titles, and notices about a run."""

from __future__ import annotations

from newslint.finding import Finding, Fix, Safety, Severity
from newslint.language import pick, tr
from newslint.results import Results, RuleNote


def level_word(severity: Severity) -> str:
    """Return the word for a severity."""
    if severity is Severity.ERROR:
        return tr("错误")
    return tr("警告") if severity is Severity.WARNING else tr("提示")


def fix_word(fix: Fix) -> str:
    """Return whether a fix may be applied unread."""
    return tr("可改") if fix.safety is Safety.SAFE else tr("可改，须确认")


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
