"""What an editor sees of the faults in enumerations."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.engine.engine import Engine
from newslint.engine.fixer import fix_document
from newslint.finding import Finding
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

RULES = load_rules([Path(__file__).parents[3] / "rules" / "lists"])
ENGINE = Engine(RULES)


def findings(text: str, *codes: str) -> list[Finding]:
    return [found for found in ENGINE.check(document_from_text(text)) if not codes or found.code in codes]


def marked(text: str, *codes: str) -> list[tuple[str, str]]:
    return [(found.code, found.text) for found in findings(text, *codes)]


BODY = "本报讯（记者 鲁知微）3月5日，望泽县召开河道治理推进会。"


def test_comma_before_the_first_item_is_marked_alone() -> None:
    text = BODY + "会上提出三条建议，一是清渠；二是护堤；三是种树。"
    (found,) = findings(text)
    assert (found.code, found.start.offset, found.text) == ("PU21", text.index("，一是"), "，")
    assert found.fix is not None and found.fix.edits[0].text == "："


def test_half_width_comma_is_found_at_its_place() -> None:
    text = "会上提出三条建议,一是清渠,不留死角;二是护堤;三是种树。"
    assert marked(text) == [("PU21", ",")]


def test_a_list_cut_by_a_column_break_is_still_one_list() -> None:
    text = (
        BODY
        + "\n\n会上提出三点要求，一是清渠要赶在汛期之前全部完成并且认真组\n\n织验收。二是护堤；三是种树；四是巡查。"
    )
    assert marked(text) == [("EN02", "三点要求"), ("PU21", "，"), ("EN03", "。")]


def test_all_unsafe_fixes_leave_nothing_to_report() -> None:
    text = BODY + "会上提出四点要求，一是清渠，不留死角。二是护堤；三是种树；四是巡查。"
    outcome = fix_document(document_from_text(text), ENGINE.check, unsafe=True)
    assert outcome.text == BODY + "会上提出四点要求：一是清渠，不留死角；二是护堤；三是种树；四是巡查。"
    assert findings(outcome.text) == []


@pytest.mark.parametrize("third", ["第三是护堤", "第三，护堤"])
def test_an_ordinal_of_another_form_is_written_in_this_one(third: str) -> None:
    text = BODY + f"会上提出三条建议：一是清渠；二是种树；{third}。"
    outcome = fix_document(document_from_text(text), ENGINE.check, unsafe=True)
    assert outcome.text == BODY + "会上提出三条建议：一是清渠；二是种树；三是护堤。"


def test_gap_names_both_ordinals_and_points_at_the_one_before() -> None:
    text = "一是清渠；二是护堤；四是种树。"
    (found,) = findings(text)
    assert (found.code, found.text) == ("EN01", "四是")
    assert "二是" in found.message and "三是" in found.message
    (related,) = found.related
    assert text[related.start.offset : related.end.offset] == "二是"
    assert related.message == "上一项是“二是”"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("一是清渠；一是护堤；三是种树。", ["一是"]),
        ("一是清渠；三是护堤；三是种树；四是巡查。", ["三是"]),
        ("一、清渠\n二、护堤\n二、种树\n三、巡查", ["二、"]),
        ("（一）清渠。\n（三）护堤。\n（四）种树。", ["（三）"]),
    ],
)
def test_gaps_and_repetitions_are_one_finding(text: str, wrong: list[str]) -> None:
    assert [found.text for found in findings(text, "EN01")] == wrong


@pytest.mark.parametrize(
    "text",
    [
        "他说：“一是清渠。”又说：“三是种树。”",
        "一是清渠。……三是种树。",
        "一是清渠，第二个是护堤，三是种树。",
        "二是护堤；三是种树；四是巡查。",
    ],
)
def test_a_missing_number_that_may_be_elsewhere_is_no_gap(text: str) -> None:
    assert marked(text, "EN01") == []


def test_count_points_at_the_last_item() -> None:
    text = "他提出三点要求。一是清渠；二是护堤；三是种树；四是巡查。"
    (found,) = findings(text)
    assert (found.code, found.text) == ("EN02", "三点要求")
    assert text[found.related[0].start.offset : found.related[0].end.offset] == "四是"
    assert found.related[0].message == "实际列到“四是”，共4项"


@pytest.mark.parametrize(
    "text",
    [
        "他提出三点要求：一是清渠；二是护堤。同时，要抓好种树。",
        "他从清渠、护堤等三个方面作了部署：一是要快；二是要好。",
        "下午三点，一是清渠；二是护堤。",
        "他提出三点要求，其中，一是清渠；二是护堤。",
    ],
)
def test_a_count_that_may_hold_is_left_alone(text: str) -> None:
    assert marked(text) == []


def test_stops_inside_items_are_one_finding_with_every_edit() -> None:
    (found,) = findings("会议要求：一是清渠。渠要深；二是护堤；三是种树。")
    assert found.code == "PU20"
    assert found.fix is not None and [edit.text for edit in found.fix.edits] == ["。", "。"]


def test_lines_of_a_list_may_end_in_a_full_stop_only_at_the_end() -> None:
    good = "须知：\n1.清渠；\n2.护堤；\n3.种树；\n4.巡查。"
    assert marked(good) == []
    assert marked(good.replace("护堤；", "护堤。"), "EN03") == [("EN03", "。")]


PIECES = [
    "一是",
    "二是",
    "三是",
    "四要",
    "第二，",
    "第一、",
    "其一，",
    "首先，",
    "一方面",
    "（一）",
    "二、",
    "1.",
    "2、",
    "（2）",
    "提出三点要求",
    "等两家",
]
MARKS = ["，", "；", "。", "：", "、", "“", "”", "\n", "清渠", "《桥》", ",", ";"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES + MARKS), max_size=40).map("".join))
def test_any_text_gives_findings_inside_it_and_fixes_that_end(text: str) -> None:
    for found in findings(text):
        assert 0 <= found.start.offset < found.end.offset <= len(text)
        assert text[found.start.offset : found.end.offset] == found.text
    assert fix_document(document_from_text(text), ENGINE.check, unsafe=True).cycle == ()


@pytest.mark.parametrize("ordinal", ["{}是", "{}要", "第{}，", "其{}，"])
@pytest.mark.parametrize("mark", ["；", "。"])
def test_the_first_number_written_twice(ordinal: str, mark: str) -> None:
    items = [
        ordinal.format(number) + item
        for number, item in zip("一一二", ["延长开放时间", "添置新书", "培训馆员"], strict=True)
    ]
    text = f"馆里提出几点打算：{mark.join(items)}。"
    (found,) = findings(text, "EN01")
    assert found.text.startswith("一" if ordinal[0] == "{" else ordinal[0])
    assert found.start.offset == text.index(items[1])


@pytest.mark.parametrize(
    "text",
    [
        "读者少，一是位置偏，一是开门晚。",
        "难处有二，一是缺钱。分下去，一是房租高，二是人工贵。",
        "办法明确：一是抓源头，其中：一是查水厂；二是查管网；二是抓末端。",
        "他说“一是远”；她说：一是热；二是闷。",
    ],
)
def test_the_same_number_in_lists_of_their_own(text: str) -> None:
    assert marked(text, "EN01") == []
