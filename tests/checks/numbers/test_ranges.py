"""What an editor sees of ranges: hyphens in their place, and a 万 said once for two numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.engine.engine import Engine
from newslint.engine.fixer import fix_document
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

FOLDER = Path(__file__).parents[3] / "rules" / "marks"
HYPHEN = Engine(load_rules([FOLDER / "hyphen-as-range.toml"]))
TILDE = Engine(load_rules([FOLDER / "halfwidth-tilde.toml"]))
BARE = Engine(load_rules([FOLDER / "wan-range.toml"]))


def fixed(engine: Engine, text: str) -> str:
    return fix_document(document_from_text(text), engine.check, unsafe=True).text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("疗程为5-7天。", "疗程为5～7天。"),
        ("气温上升2.5-4℃。", "气温上升2.5～4℃。"),
        ("招收1,200-1,500名学生。", "招收1,200～1,500名学生。"),
        ("比重在6%-8%之间。", "比重在6%～8%之间。"),
        ("规划期为2021-2025年。", "规划期为2021—2025年。"),
        ("规划（2021-2025）已印发。", "规划（2021—2025）已印发。"),
        ("从2021年-2025年分三步走。", "从2021年—2025年分三步走。"),
        ("1-9月产值翻番。", "1—9月产值翻番。"),
        ("6月5日-9日展出。", "6月5日—9日展出。"),
        ("开放时间为9:00-17:30。", "开放时间为9:00—17:30。"),
        ("投入20-30亿元。", "投入20亿～30亿元。"),
        ("时间：9:00-17:30。", "时间：9:00—17:30。"),
        ("6月28日-7月2日展出。", "6月28日—7月2日展出。"),
        ("2025年10月-2026年3月施工。", "2025年10月—2026年3月施工。"),
        ("疗程：5-7天。", "疗程：5～7天。"),
    ],
)
def test_a_hyphen_between_the_ends_of_a_range_is_replaced_by_the_mark_for_its_kind(wrong: str, right: str) -> None:
    assert fixed(HYPHEN, wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        "主队以3-2取胜。",
        "电话：0571-88881234。",
        "电话：400-123-4567。",
        "地址：青石路12-3号。",
        "住在5-12栋。",
        "2024-06-05发布。",
        "搭载MX-20-5人的样机。",
        "气温降到-3℃，最低-12℃。",
        "第3-5条照旧。",
        "从30-5人减到20人。",
        "2023-24赛季开赛。",
        "疗程为5～7天，规划期为2021—2025年。",
    ],
)
def test_scores_numbers_doors_models_and_dates_keep_their_hyphen(text: str) -> None:
    assert HYPHEN.check(document_from_text(text)) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("疗程为5~7天，室温18~22℃。", "疗程为5～7天，室温18～22℃。"),
        ("规划（2021~2025年）已印发。", "规划（2021—2025年）已印发。"),
        ("1~9月产值翻番，6月5日~7月2日展出。", "1—9月产值翻番，6月5日—7月2日展出。"),
        ("时间：9:00~17:30。", "时间：9:00—17:30。"),
        ("投入78亿~117亿元，完成60%~70%。", "投入78亿～117亿元，完成60%～70%。"),
    ],
)
def test_a_tilde_of_the_keyboard_is_replaced_by_the_mark_for_its_kind(wrong: str, right: str) -> None:
    assert fixed(TILDE, wrong) == right
    assert TILDE.check(document_from_text(right)) == []


@pytest.mark.parametrize("text", ["好的~3号见。", "页面在~/shelf目录下。", "谢谢~", "~5人报名，编号A3~5B。"])
def test_a_tilde_that_joins_nothing_is_left(text: str) -> None:
    assert TILDE.check(document_from_text(text)) == []


def test_a_range_in_wan_gets_the_unit_twice() -> None:
    assert fixed(BARE, "售价3～5万元，长20—30万字。") == "售价3万～5万元，长20万—30万字。"


@pytest.mark.parametrize(
    "text", ["售价3万～5万元。", "工期3～5个月，投入1亿元。", "2023—2024亿元产值", "气温10～3万分之一"]
)
def test_a_range_that_cannot_be_misread_is_left(text: str) -> None:
    assert BARE.check(document_from_text(text)) == []


@given(st.text(alphabet="0123456789-～—:.,%年月日时天万亿元第A ", max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_findings_inside_the_text(text: str) -> None:
    for engine in (HYPHEN, BARE):
        for finding in engine.check(document_from_text(text)):
            assert finding.text == text[finding.start.offset : finding.end.offset] != ""
