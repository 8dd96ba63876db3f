"""Typewriter quotes: which are replaced, by which, and which are left alone."""

from __future__ import annotations

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from newslint.engine.engine import Engine
from newslint.engine.fixer import fix_document
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

FOLDER = ROOT / "rules" / "marks"
STRAIGHT = Engine(load_rules([FOLDER / "straight-quote.toml"]))
LONE = Engine(load_rules([FOLDER / "lone-straight-quote.toml"]))


def fixed(text: str) -> str:
    return fix_document(document_from_text(text), STRAIGHT.check).text


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
def test_quotes_in_chinese_are_replaced(text: str, expected: str) -> None:
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
def test_inches_latin_code_and_lone_marks_stay(text: str) -> None:
    assert fixed(text) == text


def test_the_only_one_of_its_paragraph_is_lone() -> None:
    text = '只有一个引号"没有另一半。\n人称"编外馆员”，风雨无阻。\n办起"课堂"。\n屏幕为6.1"。'
    assert [finding.start.offset for finding in LONE.check(document_from_text(text))] == [6]


@given(st.text(alphabet="\"'“”甲乙a1=，。 \n", max_size=40))
def test_fixing_any_text_settles(text: str) -> None:
    outcome = fix_document(document_from_text(text), STRAIGHT.check)
    assert outcome.cycle == ()
    assert len(outcome.text) == len(text)


def test_single_ones_inside_double_ones_are_inner_quotes() -> None:
    text = """他说："今年的主题是'代码改变生活'。"\n"""
    assert fix_document(document_from_text(text), STRAIGHT.check).text == "他说：“今年的主题是‘代码改变生活’。”\n"
