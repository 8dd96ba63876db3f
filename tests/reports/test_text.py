"""The report for people: excerpts, underlines and the closing line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from newslint.finding import Finding, Position, Severity
from newslint.reports.characters import width
from newslint.reports.text import excerpt, render_text, summary
from newslint.results import CheckedArticle, CheckedFile, Results


def finding(start: int, end: int, text: str, **changes: object) -> Finding:
    values = {
        "code": "DU03",
        "name": "aba-phrase",
        "severity": Severity.ERROR,
        "message": "重复",
        "weight": 2.0,
        **changes,
    }
    return Finding(text=text, start=Position(start, 1, start + 1), end=Position(end, 1, end + 1), **values)


def test_the_report_of_one_finding() -> None:
    text = "坚持互惠互利互惠。"
    file = CheckedFile(
        "稿.txt", characters=9, articles=(CheckedArticle(0, 9, 9),), text=text, findings=(finding(2, 8, text[2:8]),)
    )
    assert render_text(Results((file,), rated=True)) == (
        "稿.txt:1:3 错误 DU03 重复\n"
        "    坚持互惠互利互惠。\n"
        "        ^^^^^^^^^^^^\n"
        "\n"
        "检查 1 个文件，9 字；错误 1 处；估计差错率 2222.22／万（限 3／万）。\n"
    )


@pytest.mark.parametrize(
    ("characters", "rated", "shown"),
    [(2999, None, False), (3000, None, True), (9, True, True), (30000, False, False), (0, True, False)],
)
def test_the_rate_is_shown_where_it_means_something(characters: int, rated: bool | None, shown: bool) -> None:
    text = render_text(Results((CheckedFile("稿.txt", characters),), rated=rated))
    assert text == f"检查 1 个文件，{characters} 字；没有发现问题{'；估计差错率 0.0／万（限 3／万）' * shown}。\n"


def test_a_run_that_saw_no_file_does_not_say_that_all_is_well() -> None:
    broken = CheckedFile("坏.txt", error="坏.txt：读不出。")
    assert render_text(Results(())) == "没有可查的稿件。\n"
    assert render_text(Results((), interrupted=True)).endswith("\n检查 0 个文件，0 字。\n")
    assert render_text(Results((broken,))).endswith("\n检查 0 个文件，0 字；1 个文件无法检查。\n")
    assert "没有发现问题；1 个文件无法检查" in render_text(Results((broken, CheckedFile("稿.txt", 9))))


def test_colour_is_added_only_when_asked_for() -> None:
    file = CheckedFile("a", text="甲乙", findings=(finding(0, 1, "甲"),))
    assert "\x1b[31m错误\x1b[0m" in render_text(Results((file,)), colour=True)
    assert "\x1b" not in render_text(Results((file,)))


def test_a_long_line_is_cut_on_both_sides_of_the_span() -> None:
    text = "甲" * 100 + "乙乙" + "丙" * 100
    before, span, after = excerpt(text, 100, 102)
    assert span == "乙乙"
    assert before.startswith("…") and after.endswith("…")
    assert len(before) < 40 and len(after) < 40


def test_a_break_shows_as_one_pilcrow() -> None:
    assert excerpt("会议重\r\n\r\n点突出", 3, 7) == ("会议重", "¶", "点突出")


def test_control_characters_cannot_reach_the_terminal() -> None:
    assert excerpt("甲\x1b[31m乙丙", 6, 7) == ("甲·[31m", "乙", "丙")


@given(st.text(max_size=60), st.data())
def test_excerpts_never_hold_control_characters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown = "".join(excerpt(text, start, end))
    assert "\n" not in shown and "\x1b" not in shown and "\r" not in shown
    assert width(shown) >= 0


@pytest.mark.parametrize(
    ("readable", "broken", "told"),
    [
        (1, 0, "检查 1 个文件，2 字；没有发现问题。"),
        (2, 1, "检查 2 个文件，4 字；没有发现问题；1 个文件无法检查。"),
        (1, 2, "检查 1 个文件，2 字；没有发现问题；2 个文件无法检查。"),
        (0, 1, "检查 0 个文件，0 字；1 个文件无法检查。"),
    ],
)
def test_the_closing_line_tells_clean_files_from_those_not_checked(readable: int, broken: int, told: str) -> None:
    clean = [CheckedFile(f"{number}.txt", 2, text="无误") for number in range(readable)]
    refused = [CheckedFile(f"坏{number}.txt", error=f"坏{number}.txt：无法读取。") for number in range(broken)]
    assert summary(Results((*clean, *refused))) == told


def test_an_unreadable_file_is_told_in_its_place() -> None:
    report = render_text(Results((CheckedFile("坏.txt", error="坏.txt：无法读取。"),)))
    assert "坏.txt：无法读取。" in report
    assert "1 个文件无法检查" in report


def test_every_character_is_as_wide_as_terminals_show_it() -> None:
    chars = [chr(code) for code in range(0x20, 0x10000) if not 0x7F <= code < 0xA0 and not 0xD800 <= code < 0xE000]
    assert [char for char in chars if width(char) != max(0, wcswidth(char))] == []
