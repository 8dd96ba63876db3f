"""What an editor sees of percentages and fractions half in figures or told twice, and of ranges with one sign."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.engine.engine import Engine
from newslint.engine.fixer import fix_document
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

RULES = Path(__file__).parents[3] / "rules"
ENGINE = Engine(load_rules([RULES / "numbers" / "percent-form.toml", RULES / "marks" / "percent-range.toml"]))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("还书率为百分之97.5，逾期的占千分之3。", "还书率为97.5%，逾期的占3‰。"),
        ("还书率为百分之90—95，丢失率为百分之0.5%。", "还书率为90%～95%，丢失率为0.5%。"),
        ("4分之三的书上架，15分之2送修。", "3/4的书上架，2/15送修。"),
        ("借阅率提高2.5%个百分点，比去年多1％百分点。", "借阅率提高2.5个百分点，比去年多1个百分点。"),
        ("增长5-8%，占三成，出苗率在90至95％之间。", "增长5%～8%，占三成，出苗率在90％至95％之间。"),
    ],
)
def test_percentages_and_fractions_are_written_one_way(wrong: str, right: str) -> None:
    assert fix_document(document_from_text(wrong), ENGINE.check, unsafe=True).text == right
    assert ENGINE.check(document_from_text(right)) == []


def test_the_message_says_what_is_wrong_and_what_to_write() -> None:
    text = "还书率为百分之97，丢失率为百分之3%，逾期的占万分之5。"
    assert [finding.message for finding in ENGINE.check(document_from_text(text))] == [
        "“百分之97”混用两种数字，应为“97%”",
        "“百分之3%”把“百分”说了两遍，应为“3%”",
        "“万分之5”混用两种数字，应全用汉字",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "百分之九十五的书已经上架，三分之一是新书。",
        "比赛在9时30分之前开始，8:45分之一声哨响。",
        "2024—25%的说法不通，0-5%不会读错，编号A 5-8%。",
        "一季度增长3%，二季度增长5个百分点。",
    ],
)
def test_right_percentages_are_left(text: str) -> None:
    assert ENGINE.check(document_from_text(text)) == []


@given(st.text(alphabet="百千万分之0123456789.,~—-%％个点至三四，。 \n", max_size=50))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_findings_inside_the_text(text: str) -> None:
    found = ENGINE.check(document_from_text(text))
    for finding in found:
        assert finding.text == text[finding.start.offset : finding.end.offset] != ""
    spans = sorted((finding.start.offset, finding.end.offset) for finding in found if finding.code == "NU43")
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
