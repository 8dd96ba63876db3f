"""Rule files: what is read, what is refused and how that is said, and which rules are on."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.finding import Severity
from newslint.rulebook import RuleBook, RuleError, load_rule, load_rules, parse_rule

from conftest import BASE


def refused(**changes: object) -> str:
    with pytest.raises(RuleError) as caught:
        parse_rule({key: value for key, value in {**BASE, **changes}.items() if value is not ...}, Path("house/x.toml"))
    return str(caught.value)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"colour": "red"}, "colour: is not a key"),
        ({"message": ...}, "message: is missing"),
        ({"message": ""}, "message: must be"),
        ({"code": "D3"}, "code: must be two capital letters"),
        ({"name": "Made Up"}, "name: must be"),
        ({"kind": "patern"}, "kind: 'patern' is not one of"),
        ({"severity": "fatal"}, "severity: 'fatal' is not one of error, warning, info, off"),
        ({"weight": "1"}, "weight: must be a number"),
        ({"scope": ["bodi"]}, "scope: 'bodi' is not one of"),
        ({"spare": ["quote"]}, "spare: 'quote' is not one of"),
        ({"fix": {"safety": "sure"}}, "fix: must hold safety"),
        ({"options": {"anchor": ["甲"], "patern": "甲"}}, "options.pattern: is required"),
        ({"options": {"anchor": ["甲"], "pattern": "甲", "speed": 1}}, "options.speed: is not an option"),
        ({"options": {"anchor": [], "pattern": "甲"}}, "options.anchor: needs at least one"),
        ({"options": {"anchor": "甲", "pattern": "甲"}}, "options.anchor: must be a list"),
        ({"wrong": [{"text": "甲甲", "find": ["甲甲"]}]}, "wrong.find: is not a key"),
        ({"wrong": [{"found": ["甲甲"]}]}, "wrong.text: must be a string"),
        ({"right": "无"}, "right: must be tables"),
    ],
)
def test_a_bad_rule_is_refused_with_file_and_key(changes: dict[str, object], said: str) -> None:
    message = refused(**changes)
    assert message.startswith("house/x.toml: ")
    assert said in message


def test_a_file_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text("code = ", encoding="utf-8")
    with pytest.raises(RuleError, match="not valid TOML"):
        load_rule(path)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such file or folder"):
        load_rules([tmp_path / "none"])


def test_two_rules_may_not_share_a_code(tmp_path: Path) -> None:
    text = (
        'code="XX01"\nname="{name}"\ntitle="试"\nkind="pattern"\nseverity="error"\nsince="0.1"\nweight=1\n'
        'message="试"\nwhy="试"\n[options]\nanchor=["甲"]\npattern="甲"\n'
    )
    (tmp_path / "a.toml").write_text(text.format(name="one-rule"), encoding="utf-8")
    (tmp_path / "b.toml").write_text(text.format(name="other-rule"), encoding="utf-8")
    with pytest.raises(RuleError, match="XX01 is taken by"):
        load_rules([tmp_path])


@pytest.fixture
def book(make_rule) -> RuleBook:
    return RuleBook(
        [
            make_rule(code="PU01", name="first-mark"),
            make_rule(code="PU02", name="second-mark", severity="off"),
            make_rule(code="DU01", name="first-double", severity="info"),
        ]
    )


@pytest.mark.parametrize(
    ("select", "ignore", "left"),
    [
        ([], [], ["DU01", "PU01"]),
        (["PU"], [], ["PU01"]),
        (["PU02"], [], ["PU02"]),
        (["second-mark", "DU"], [], ["DU01", "PU02"]),
        ([], ["PU"], ["DU01"]),
        (["PU01"], ["PU"], ["PU01"]),
        (["PU"], ["PU01"], []),
        (["ALL"], ["DU01"], ["PU01"]),
    ],
)
def test_the_more_exact_selector_wins(book: RuleBook, select: list[str], ignore: list[str], left: list[str]) -> None:
    assert [rule.code for rule in book.choose(select, ignore)] == left


def test_an_unknown_selector_names_a_near_one(book: RuleBook) -> None:
    with pytest.raises(LookupError, match="second-mark"):
        book.choose(["secnd-mark"])


def test_severities_are_ordered() -> None:
    assert Severity.ERROR > Severity.WARNING > Severity.INFO > Severity.OFF
