"""The layout kind: one finding for what is wrong all over the document."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.options import OptionError, Options
from newslint.checks.spaces.layout import Layout
from newslint.readers import document_from_text

FAULTS = ("indent", "trailing", "tab", "line-ends")
LINE = "云岭市图书馆昨天开馆，首日接待读者三千人。"


@pytest.fixture
def found(make_rule: Callable, run_rules: Callable) -> Callable[..., list]:
    def find(fault: str, text: str, format: str = "plain") -> list:
        return run_rules(text, make_rule(check="layout", options={"fault": fault}, message="{problem}"), format=format)

    return find


def test_trailing_space_is_one_finding_with_all_places(found: Callable) -> None:
    [finding] = found("trailing", f"{LINE} \r\n　　\r\n{LINE}\t\n{LINE}")
    assert [(edit.start, edit.end) for edit in finding.fix.edits] == [(21, 22), (24, 26), (49, 50)]


def test_a_hard_break_of_markdown_is_no_trailing_space(found: Callable) -> None:
    assert found("trailing", "书院路1号  \n云岭市", format="markdown") == []


def test_indents_are_judged_only_where_most_agree(found: Callable) -> None:
    half = "\n".join([f"　　{LINE}"] * 3 + [LINE] * 3)
    assert found("indent", half) == []
    [finding] = found("indent", "\n".join([f"　　{LINE}"] * 4 + [LINE]))
    assert (finding.start.line, finding.fix.edits[0].text) == (5, "　　")


def test_tabs_in_tables_are_left_alone(found: Callable) -> None:
    assert found("tab", "项目\t数量\n座位\t860个\n藏书\t30万册") == []


def test_line_ends_follow_the_majority(found: Callable) -> None:
    [finding] = found("line-ends", "一\r\n二\r\n三\n四\r")
    assert [edit.text for edit in finding.fix.edits] == ["\r\n", "\r\n"]
    assert found("line-ends", "一\r\n二\r\n") == []


def test_an_unknown_fault_is_an_error() -> None:
    with pytest.raises(OptionError):
        Layout(Options({"fault": "margin"}))


@given(st.text(alphabet="甲，。a \t\u3000\r\n", max_size=60), st.sampled_from(FAULTS))
def test_edits_touch_white_space_only(text: str, fault: str) -> None:
    for match in Layout(Options({"fault": fault})).matches(document_from_text(text), ()):
        assert 0 <= match.start < match.end <= len(text)
        assert all(
            not text[edit.start : edit.end].strip() and edit.text != text[edit.start : edit.end] for edit in match.edits
        )
