"""Every example on every built-in rule page, and what holds of all rules."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.authoring.examples import failures
from newslint.authoring.standards import book_shortcomings, free_codes, shortcomings
from newslint.authoring.work import excessive_work
from newslint.checks.check import Match, StructureCheck
from newslint.checks.general import pattern
from newslint.document import Document
from newslint.finding import Severity
from newslint.rulebook.book import Rule, RuleBook, load_rules

RULES = load_rules()
EXAMPLES = {
    "wrong": [{"text": "会上说甲甲。", "found": ["甲甲"], "fixed": "会上说甲。"}] * 2,
    "right": [{"text": "会上说甲乙。"}] * 2,
}


@pytest.mark.parametrize("rule", list(RULES), ids=lambda rule: rule.code)
def test_every_rule_behaves_and_meets_the_standards(rule: Rule) -> None:
    assert [*failures(rule), *shortcomings(rule), *excessive_work(rule)] == []


def test_the_rules_together_meet_the_standards() -> None:
    assert list(book_shortcomings(RULES)) == []


def test_some_rules_are_on() -> None:
    assert sum(rule.severity >= Severity.WARNING for rule in RULES) >= 30


def test_a_rule_of_the_family_with_good_examples_falls_short_in_nothing(make_rule: Callable[..., Rule]) -> None:
    assert list(shortcomings(make_rule(code="DU99", **EXAMPLES))) == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"wrong": EXAMPLES["wrong"][:1]}, "错例（[[wrong]]）至少要有 2 个"),
        ({"right": EXAMPLES["right"][:1]}, "正例（[[right]]）至少要有 2 个"),
        ({"english": "made-up rule"}, "英文标题"),
        ({"english": "Made-up rule."}, "英文标题"),
        ({"english": "M" * 61}, "英文标题"),
        ({"english": "编造的规则"}, "英文标题"),
        ({"message": "有误"}, "说明（message）"),
        ({"code": "XX01"}, "没有规则族 XX"),
    ],
)
def test_what_a_rule_falls_short_in_is_told(
    make_rule: Callable[..., Rule], changes: dict[str, object], told: str
) -> None:
    (sentence,) = shortcomings(make_rule(**{"code": "DU99", **EXAMPLES, **changes}))
    assert sentence.startswith(told)


def test_titles_that_two_rules_share_and_unknown_codes_are_told(make_rule: Callable[..., Rule]) -> None:
    one = make_rule(code="DU98", name="one", supersedes=["DU00"])
    other = make_rule(code="DU99", name="other", english="Another rule")
    told = list(book_shortcomings(RuleBook([one, other])))
    assert "DU98 的标题“试验规则”与别的规则相同" in told
    assert "DU98 的 supersedes 里没有规则 DU00" in told


def test_free_codes_are_those_of_no_rule(make_rule: Callable[..., Rule]) -> None:
    free = free_codes(RuleBook([make_rule(code="DU01"), make_rule(code="XX02")]), 2)
    assert free["DU"] == ["DU02", "DU03"]
    assert free["XX"] == ["XX01", "XX03"]
    assert free["BY"] == ["BY01", "BY02"]


def every_pair(document: Document) -> list[Match]:
    found = []
    for at in range(0, len(document.view), 40):
        for other in range(0, at, 40):
            if document.view[at] == document.view[other] == "错":
                found.append(Match(other, at))
    return found


def test_a_check_whose_work_grows_faster_than_the_text_is_told(
    make_rule: Callable[..., Rule], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pattern, "CHECKS", {**pattern.CHECKS, "made-up": StructureCheck(every_pair)})
    monkeypatch.setattr("newslint.authoring.work._CHECKS", __file__)
    rule = make_rule(check="made-up", options={}, message="有误在此处请改", **EXAMPLES)
    assert any("工作量应与文字成正比" in sentence for sentence in excessive_work(rule))


def undeclared(document: Document) -> list[Match]:
    return [Match(at, at + 2, values={"cuont": 1}) for at in (document.view.find("甲甲"),) if at >= 0]


def test_a_name_that_the_check_does_not_declare_is_told(
    make_rule: Callable[..., Rule], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pattern, "CHECKS", {**pattern.CHECKS, "made-up": StructureCheck(undeclared, values=("count",))})
    rule = make_rule(check="made-up", options={}, message="有误{count}", **EXAMPLES)
    assert any("没有声明的 cuont" in sentence for sentence in failures(rule))
