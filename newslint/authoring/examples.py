"""The examples in rule files, run as tests: a rule that its own examples do not bear out is not to be trusted.

A wrong example must give exactly the findings it names, and its fix exactly the text it names; a fix leaves nothing to
report and a second one changes nothing. A right example must give none. Only the rule itself runs on its examples.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.authoring.drafting import TO_WRITE
from newslint.checks.check import StructureCheck
from newslint.engine.engine import Engine
from newslint.engine.fixer import fix_document
from newslint.finding import Finding
from newslint.language import tr
from newslint.readers import document_from_text
from newslint.rulebook.book import Rule, RuleBook
from newslint.rulebook.doc import Example
from newslint.rulebook.rule import make_rule_check


def failures(rule: Rule) -> Iterator[str]:
    """Yield one sentence for each thing in which ``rule`` does not behave as its examples say."""
    yield from _unwritten(rule)
    if not rule.doc().wrong:
        yield tr("没有错例（[[wrong]]），至少要写一个")
    if not rule.doc().right:
        yield tr("没有正例（[[right]]），至少要写一个")
    yield from _undeclared(rule)
    if rule.doc().wrong and rule.safety is not None and all(example.fixed is None for example in rule.doc().wrong):
        yield tr("规则有修改办法（[fix]），却没有一个错例改得动；请删去 [fix]，或写明怎样改")
    for example in rule.doc().wrong:
        yield from _wrong_failures(rule, example, _engine(rule, example))
    for example in rule.doc().right:
        found = _check(example, _engine(rule, example))
        if found:
            yield tr(
                "正例误报：{text} 报出 {found}", text=repr(example.text), found=[finding.text for finding in found]
            )


def _unwritten(rule: Rule) -> Iterator[str]:
    """Yield one sentence for each place of a draft that is as it was drafted."""
    doc = rule.doc()
    texts = {"title": doc.title, "message": rule.message, "why": doc.why, "options": str(rule.options)}
    for key, text in texts.items():
        if TO_WRITE in text:
            yield tr("{key} 还没有写好，里面还有“待写”", key=key)


def _engine(rule: Rule, example: Example) -> Engine:
    return Engine(RuleBook([rule.with_options(example.options) if example.options else rule]))


def _check(example: Example, engine: Engine) -> list[Finding]:
    return engine.check(document_from_text(example.text, format=example.format))


def _undeclared(rule: Rule) -> Iterator[str]:
    """Yield one sentence for each name in matches on the wrong examples that the check does not declare."""
    check = make_rule_check(rule.check, rule.options, rule.path, prove=True)
    if not isinstance(check, StructureCheck) or check.find is None or check.reads_comments:
        return
    told = set()
    for example in rule.doc().wrong:
        for match in check.find(document_from_text(example.text, format=example.format).prose):
            told |= {name for name in match.values if name not in check.values}
            told |= {key for key in (match.message, *(place.message for place in match.related)) if key} - {
                *check.messages
            }
    for name in sorted(told):
        yield tr("检查用了没有声明的 {name}（values 或 messages）", name=name)


def _wrong_failures(rule: Rule, example: Example, engine: Engine) -> Iterator[str]:
    found = _check(example, engine)
    texts = [finding.text for finding in found]
    shown = repr(example.text)
    if not example.found:
        yield tr("错例没有写明应报出什么（found）：{text}", text=shown)
    if texts != list(example.found):
        yield tr("错例 {text} 应报出 {wanted}，实际 {found}", text=shown, wanted=list(example.found), found=texts)
    for finding in found:
        if not finding.message:
            yield tr("错例 {text} 的说明是空的", text=shown)
    if rule.safety is None:
        if example.fixed is not None:
            yield tr("规则没有修改办法（[fix]），错例却写了 fixed：{text}", text=shown)
        return
    document = document_from_text(example.text, format=example.format)
    outcome = fix_document(document, engine.check, unsafe=True)
    if example.fixed is None:
        if all(finding.fix for finding in found) and found:
            yield tr("规则有修改办法，错例却没有写 fixed：{text} → {found}", text=shown, found=repr(outcome.text))
        return
    if outcome.text != example.fixed:
        yield tr(
            "错例 {text} 应改为 {wanted}，实际 {found}",
            text=shown,
            wanted=repr(example.fixed),
            found=repr(outcome.text),
        )
    left = [finding.text for finding in _check(Example(outcome.text, format=example.format), engine) if finding.fix]
    if left:
        yield tr("错例 {text} 改后仍报出 {found}", text=shown, found=left)
