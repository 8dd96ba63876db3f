"""Layout: one finding for what is wrong all over the document."""

from __future__ import annotations

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from newslint.engine.engine import Engine
from newslint.finding import Finding
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

RULES = ROOT / "rules"
ENGINES = {
    "indent": Engine(load_rules([RULES / "spaces" / "indent.toml"])),
    "trailing": Engine(load_rules([RULES / "spaces" / "trailing.toml"])),
    "tab": Engine(load_rules([RULES / "spaces" / "tab.toml"])),
    "line-ends": Engine(load_rules([RULES / "characters" / "mixed-line-ends.toml"])),
}
LINE = "云岭市图书馆昨天开馆，首日接待读者三千人。"


def found(fault: str, text: str, format: str = "plain") -> list[Finding]:
    return ENGINES[fault].check(document_from_text(text, format=format))


def test_trailing_space_is_one_finding_with_all_places() -> None:
    [finding] = found("trailing", f"{LINE} \r\n　　\r\n{LINE}\t\n{LINE}")
    assert [(edit.start, edit.end) for edit in finding.fix.edits] == [(21, 22), (24, 26), (49, 50)]


def test_a_hard_break_of_markdown_is_no_trailing_space() -> None:
    assert found("trailing", "书院路1号  \n云岭市", format="markdown") == []


def test_indents_are_judged_only_where_most_agree() -> None:
    half = "\n".join([f"　　{LINE}"] * 3 + [LINE] * 3)
    assert found("indent", half) == []
    [finding] = found("indent", "\n".join([f"　　{LINE}"] * 4 + [LINE]))
    assert (finding.start.line, finding.fix.edits[0].text) == (5, "　　")


def test_tabs_in_tables_are_left_alone() -> None:
    assert found("tab", "项目\t数量\n座位\t860个\n藏书\t30万册") == []


def test_line_ends_follow_the_majority() -> None:
    [finding] = found("line-ends", "一\r\n二\r\n三\n四\r")
    assert [edit.text for edit in finding.fix.edits] == ["\r\n", "\r\n"]
    assert found("line-ends", "一\r\n二\r\n") == []


@pytest.mark.parametrize(
    ("fault", "text", "message"),
    [
        ("indent", "\n".join([f"　　{LINE}"] * 4 + [LINE]), "全文多数段落空两格，自此处起有1段不同，宜统一"),
        ("indent", "\n".join([LINE] * 4 + [f"　　{LINE}"]), "全文多数段落顶格，自此处起有1段不同，宜统一"),
        ("trailing", f"{LINE} \n{LINE} ", "行末有多余的空白（全文2处），应删去"),
        ("tab", f"\t{LINE}", "正文里有制表符（全文1处）：段首应为两个全角空格，行内应为空格"),
        ("line-ends", "一\n二\n三\r\n", "全文换行符多为 LF（Unix），自此处起有1处不同，应统一"),
        ("line-ends", "一\r\n二\r\n三\n", "全文换行符多为 CRLF（Windows），自此处起有1处不同，应统一"),
        ("line-ends", "一\r二\r三\n", "全文换行符多为 CR（旧 Mac），自此处起有1处不同，应统一"),
    ],
)
def test_the_message_says_what_most_of_the_text_does(fault: str, text: str, message: str) -> None:
    assert [finding.message for finding in found(fault, text)] == [message]


@given(st.text(alphabet="甲，。a \t\u3000\r\n", max_size=60), st.sampled_from(sorted(ENGINES)))
def test_edits_touch_white_space_only(text: str, fault: str) -> None:
    for finding in found(fault, text):
        assert 0 <= finding.start.offset < finding.end.offset <= len(text)
        assert finding.fix is not None
        for edit in finding.fix.edits:
            assert not text[edit.start : edit.end].strip() and edit.text != text[edit.start : edit.end]
