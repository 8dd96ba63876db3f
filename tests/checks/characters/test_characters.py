"""Odd characters: what does not belong in the text is found and named, what does is left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.characters.characters import CHECKS
from newslint.checks.check import StructureCheck
from newslint.readers import document_from_text

FAULTS = (
    "byte-order-mark", "zero-width", "control", "direction", "private-use",
    "replacement", "halfwidth-kana", "combining", "mark-form", "emoji",
)  # fmt: skip
STRANGE = "\0\x0b\x1a\x85\x93\xad\u0301\u034f\u200b\u200d\u200f\u2028\u202e\u2060\ue000\ufe30\ufeff\uff65\uff76\uff9e\ufffd👍👩"


@pytest.fixture
def found(make_rule: Callable, run_rules: Callable) -> Callable[..., list]:
    def find(fault: str, text: str, format: str = "plain") -> list:
        rule = make_rule(check=f"characters.{fault}", options={}, message="{match}")
        return run_rules(text, rule, format=format)

    return find


def test_an_invisible_run_is_one_finding_that_names_it(make_rule: Callable, run_rules: Callable) -> None:
    rule = make_rule(check="characters.zero-width", options={}, message="{names}")
    [finding] = run_rules("云岭\u200b\u200b\u2060市图书馆", rule)
    assert finding.message == "U+200B 零宽空格、U+2060 单词连接符"
    assert (finding.start.column, finding.end.column) == (3, 6)


@pytest.mark.parametrize("text", ["👨\u200d👩\u200d👧", "🏳\ufe0f\u200d🌈", "می\u200cخواهم", "क्\u200dष"])
def test_joiners_that_do_work_are_left_alone(found: Callable, text: str) -> None:
    assert found("zero-width", f"她写下{text}几个字") == []


def test_a_joiner_behind_an_emoji_but_before_chinese_is_stray(found: Callable) -> None:
    assert [finding.text for finding in found("zero-width", "点赞👍\u200d的人很多")] == ["\u200d"]


def test_no_character_is_reported_by_two_faults(found: Callable) -> None:
    text = "云岭\ufeff市\u200b图\u200e书\x07馆\ue001昨\ufffd天"
    spans = [finding.start.offset for fault in FAULTS for finding in found(fault, text)]
    assert sorted(spans) == [2, 4, 6, 8, 10, 12]


def test_a_line_control_becomes_a_line_end_only_between_words(found: Callable) -> None:
    middle, last = found("control", "开馆。\u2028致辞。\x0c\n散会。")
    assert [edit.text for finding in (middle, last) for edit in finding.fix.edits] == ["\n", ""]


def test_marks_that_windows_keeps_among_the_controls_are_read(found: Callable) -> None:
    assert [finding.fix.edits[0].text for finding in found("control", "他说\x93好\x94。")] == ["“", "”"]


def test_kana_are_joined_with_their_voicing_mark(found: Callable) -> None:
    [finding] = found("halfwidth-kana", "店名ﾋﾞｰﾙ。")
    assert finding.fix.edits[0].text == "ビール"


def test_a_colon_of_vertical_form_between_digits_is_a_ratio(found: Callable) -> None:
    assert [finding.fix.edits[0].text for finding in found("mark-form", "按1︰500绘制，见下︰")] == ["∶", "："]


def test_code_in_markdown_is_not_looked_at(found: Callable) -> None:
    assert [
        finding.start.offset for finding in found("replacement", "输入 `�` 即可，结果是�。", format="markdown")
    ] == [13]


@given(st.text(alphabet="甲乙aé1，。“”\r\n" + STRANGE, max_size=40), st.sampled_from(FAULTS))
def test_any_text_gives_matches_inside_it(text: str, fault: str) -> None:
    reached = 0
    check = CHECKS[fault]
    assert isinstance(check, StructureCheck) and check.find is not None
    for match in check.find(document_from_text(text)):
        assert reached <= match.start < match.end <= len(text)
        assert match.replacement != text[match.start : match.end]
        reached = match.end
