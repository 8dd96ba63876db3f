"""What several reports say in the language of the interface: levels, titles of rules, and what to know of a whole
run.
"""

from __future__ import annotations

from newslint.finding import Finding, Fix, Safety, Severity
from newslint.language import pick, tr
from newslint.results import Results, RuleNote


def level_word(severity: Severity) -> str:
    """Return the word for a level."""
    if severity is Severity.ERROR:
        return tr("错误")
    return tr("警告") if severity is Severity.WARNING else tr("提示")


def fix_word(fix: Fix) -> str:
    """Return how far a fix may be trusted."""
    return tr("可改") if fix.safety is Safety.SAFE else tr("可改，须确认")


def rule_title(note: RuleNote) -> str:
    """Return the title of a rule; the Chinese one where it has no English one."""
    return pick(note.title, note.english)


def title_of(finding: Finding, results: Results) -> str:
    """Return the title of the rule behind ``finding``, or its name where the results hold no note of it."""
    note = results.rules.get(finding.code)
    return rule_title(note) if note is not None else finding.name


def interruption() -> str:
    """Return the sentence about a run that was stopped."""
    return tr("检查中途停止，这里只有停止前查完的文件；要看全部结果，请重新检查。")


def notices(results: Results) -> list[str]:
    """Return the sentences about the run as a whole: what is to be known of it, and whether it was stopped."""
    return [*results.notices, *([interruption()] if results.interrupted else [])]
