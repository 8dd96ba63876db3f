"""The registry of checks: every name leads to a check, and every check serves a rule."""

from __future__ import annotations

import pytest

from newslint.checks.check import StructureCheck
from newslint.checks.options import OptionError, Options
from newslint.checks.registry import check_names, gate_named, make_check
from newslint.rulebook.book import load_rules


def test_every_check_is_used_by_a_rule() -> None:
    assert set(check_names()) <= {rule.check for rule in load_rules()}


@pytest.mark.parametrize("name", ["patern", "lists.", "nowhere.gap", "", "."])
def test_a_name_of_no_check_is_a_key_error(name: str) -> None:
    with pytest.raises(KeyError):
        make_check(name, Options({}))


@pytest.mark.parametrize("name", ["marks.unpaired", "marks.month-day", "spaces.han"])
def test_an_option_that_a_check_does_not_take_is_an_error(name: str) -> None:
    with pytest.raises(OptionError, match="没有这个选项"):
        make_check(name, Options({"fault": "gap"}))


def test_a_rule_is_asked_by_the_gate_of_its_check() -> None:
    rules = [rule for rule in load_rules() if rule.gate]
    assert len(rules) > 50
    for rule in rules:
        check = rule.make_check()
        assert isinstance(check, StructureCheck)
        assert gate_named(rule.gate) is check.gate
