"""The examples in rule files, run as tests: a rule that its own examples do not bear out is not to be trusted.

A wrong example must give exactly the findings it names, and its fix exactly the text it names; a fix leaves nothing to
report and a second one changes nothing. A right example must give none. Only the rule itself runs on its examples.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.engine import Engine
from newslint.finding import Finding
from newslint.fixer import fix_document
from newslint.readers import document_from_text
from newslint.rulebook import Example, Rule, RuleBook


def failures(rule: Rule) -> Iterator[str]:
    """Yield one sentence for each thing in which ``rule`` does not behave as its examples say."""
    if not rule.wrong:
        yield "没有错例（[[wrong]]）"
    if not rule.right:
        yield "没有正例（[[right]]）"
    for example in rule.wrong:
        yield from _wrong_failures(rule, example, _engine(rule, example))
    for example in rule.right:
        found = _check(example, _engine(rule, example))
        if found:
            yield f"正例误报：{example.text!r} 报出 {[finding.text for finding in found]}"


def _engine(rule: Rule, example: Example) -> Engine:
    return Engine(RuleBook([rule.with_options(example.options) if example.options else rule]))


def _check(example: Example, engine: Engine) -> list[Finding]:
    return engine.check(document_from_text(example.text, format=example.format))


def _wrong_failures(rule: Rule, example: Example, engine: Engine) -> Iterator[str]:
    found = _check(example, engine)
    texts = [finding.text for finding in found]
    if not example.found:
        yield f"错例没有写明应报出什么（found）：{example.text!r}"
    if texts != list(example.found):
        yield f"错例 {example.text!r} 应报出 {list(example.found)}，实际 {texts}"
    for finding in found:
        if not finding.message:
            yield f"错例 {example.text!r} 的说明是空的"
    if rule.safety is None:
        if example.fixed is not None:
            yield f"规则没有修改办法（[fix]），错例却写了 fixed：{example.text!r}"
        return
    document = document_from_text(example.text, format=example.format)
    outcome = fix_document(document, engine.check, unsafe=True)
    if example.fixed is None:
        if all(finding.fix for finding in found) and found:
            yield f"规则有修改办法，错例却没有写 fixed：{example.text!r} → {outcome.text!r}"
        return
    if outcome.text != example.fixed:
        yield f"错例 {example.text!r} 应改为 {example.fixed!r}，实际 {outcome.text!r}"
    left = [finding.text for finding in _check(Example(outcome.text, format=example.format), engine) if finding.fix]
    if left:
        yield f"错例 {example.text!r} 改后仍报出 {left}"
