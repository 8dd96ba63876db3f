"""Every example in every built-in rule, and what holds of all rules together."""

from __future__ import annotations

import string

import pytest
from conftest import ROOT

from newslint.authoring.examples import failures
from newslint.authoring.reference import FAMILIES, reference
from newslint.finding import Severity
from newslint.rulebook.book import Rule, load_rules

RULES = list(load_rules())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_examples_behave(rule: Rule) -> None:
    assert list(failures(rule)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_has_two_examples_of_each_sort(rule: Rule) -> None:
    assert len(rule.doc().wrong) >= 2
    assert len(rule.doc().right) >= 2


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_message_says_where_or_what(rule: Rule) -> None:
    """A message that shows nothing of the text cannot be acted on, unless the place alone says it all."""
    names = {name for _, name, _, _ in string.Formatter().parse(rule.message) if name is not None}
    assert names or len(rule.message) >= 8


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_english_title_is_a_short_phrase(rule: Rule) -> None:
    title = rule.doc().english
    assert title.isascii() and title[0].isupper() and not title.endswith(".")
    assert len(title) <= 60


def test_no_two_rules_bear_one_title() -> None:
    assert len({rule.doc().title for rule in RULES}) == len({rule.doc().english for rule in RULES}) == len(RULES)


def test_every_family_has_a_name() -> None:
    assert {rule.family for rule in RULES} <= set(FAMILIES)


def test_superseded_codes_exist() -> None:
    codes = {rule.code for rule in RULES}
    assert {code for rule in RULES for code in rule.supersedes} <= codes


def test_some_rules_are_on() -> None:
    assert sum(rule.severity >= Severity.WARNING for rule in RULES) >= 30


def test_reference_is_current() -> None:
    written = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert written == reference(load_rules()), "run: python tools/write_docs.py"
