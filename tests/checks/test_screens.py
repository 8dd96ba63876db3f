"""Where a screen says no, the rules of its kind find nothing; and kinds are known by what their names stand for."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.registry import KINDS, find_kind
from newslint.checks.screens import SCREENS
from newslint.readers import document_from_text
from newslint.rulebook.book import Rule, load_rules

RULES = [rule for rule in load_rules() if not rule.anchors and rule.kind in SCREENS]
TEXTS = st.text(
    st.sampled_from("　 ,.:;()（）“”‘’。，：甲乙一二12aＡwh@#【\n\r\t\u200b\ufffd\u4e36é鍾㐀\U00020000"), max_size=60
)


def found_behind_a_no(text: str, format: str = "plain", rules: list[Rule] = RULES) -> list[str]:
    document = document_from_text(text, format=format).prose
    closed = {kind for kind, screen in SCREENS.items() if not screen(document)}
    return [rule.code for rule in rules if rule.kind in closed for _ in rule.check.matches(document, [])]


def test_every_screen_is_of_a_kind() -> None:
    assert SCREENS.keys() <= KINDS.keys()


def test_no_example_is_behind_a_no() -> None:
    for rule in load_rules():
        for example in (*rule.wrong, *rule.right):
            own = rule.with_options(example.options) if example.options else rule
            found = found_behind_a_no(example.text, example.format, [*RULES, own] if not own.anchors else RULES)
            assert not found, (rule.code, example.text)


@pytest.mark.parametrize("path", sorted((ROOT / "fixtures").rglob("*.txt")), ids=lambda path: path.name)
def test_no_fixture_is_behind_a_no(path: Path) -> None:
    assert not found_behind_a_no(path.read_bytes().decode("utf-8", "replace"))


@given(TEXTS)
def test_no_text_is_behind_a_no(text: str) -> None:
    assert not found_behind_a_no(text)


def test_every_kind_is_found_by_its_name() -> None:
    for name, (module, kind) in KINDS.items():
        assert find_kind(name).__module__ == f"newslint.checks.{module}"
        assert find_kind(name).__name__ == kind
