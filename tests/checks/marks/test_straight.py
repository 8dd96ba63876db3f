"""Typewriter quotes: which are replaced, by which, and which are left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.engine.engine import Engine
from newslint.engine.fixer import fix_document
from newslint.readers import document_from_text
from newslint.rulebook.book import Rule, RuleBook


@pytest.fixture(scope="module")
def rule() -> Rule:
    from pathlib import Path

    from conftest import BASE

    from newslint.rulebook.book import parse_rule

    return parse_rule({**BASE, "check": "straight-quote", "options": {}}, Path("made-up.toml"))


@pytest.fixture
def fixed(rule: Rule) -> Callable[[str], str]:
    return lambda text: fix_document(document_from_text(text), Engine(RuleBook([rule])).check).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('办起"银发课堂"和"四点半教室"。', "办起“银发课堂”和“四点半教室”。"),
        ('“他总说"慢慢走"。”', "“他总说‘慢慢走’。”"),
        ("他总说'慢慢走'。", "他总说“慢慢走”。"),
        ('人称"编外馆员”，风雨无阻。', "人称“编外馆员”，风雨无阻。"),
        ('采用"Transformer"模型，屏幕为6.1"。', '采用“Transformer”模型，屏幕为6.1"。'),
    ],
)
def test_quotes_in_chinese_are_replaced(fixed: Callable, text: str, expected: str) -> None:
    assert fixed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        '换了55"的电视和11"的平板。',
        'She said, "Good luck!" and left.',
        '配置写作name="云岭"即可。',
        '只有一个引号"没有另一半。',
        "It's rock'n'roll, don't stop.",
    ],
)
def test_inches_latin_code_and_lone_marks_stay(fixed: Callable, text: str) -> None:
    assert fixed(text) == text


@given(st.text(alphabet="\"'“”甲乙a1=，。 \n", max_size=40))
def test_fixing_any_text_settles(rule: Rule, text: str) -> None:
    outcome = fix_document(document_from_text(text), Engine(RuleBook([rule])).check)
    assert outcome.cycle == ()
    assert len(outcome.text) == len(text)
