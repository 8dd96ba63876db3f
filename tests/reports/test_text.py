"""The report for people: excerpts, underlines and the closing line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from newslint.finding import Edit, Finding, Fix, Position, Safety, Severity
from newslint.reports.characters import width
from newslint.reports.excerpts import excerpt
from newslint.reports.text import render_text, summary
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
        "稿.txt\n"
        "  1:3 错误 DU03 重复\n"
        "      坚持互惠互利互惠。\n"
        "          ^^^^^^^^^^^^\n"
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
    report = render_text(Results((file,)), colour=True)
    assert "\x1b[31m错误\x1b[0m" in report and "      \x1b[31;7m甲\x1b[0m乙\n" in report
    assert "\x1b" not in render_text(Results((file,)))


def test_a_long_line_is_cut_on_both_sides_of_the_span() -> None:
    text = "甲" * 100 + "乙乙" + "丙" * 100
    before, span, after = excerpt(text, 100, 102, 60)
    assert span == "乙乙"
    assert before.startswith("…") and after.endswith("…")
    assert 50 < width(before + span + after) <= 60


def test_a_side_that_has_less_to_show_leaves_its_room_to_the_other() -> None:
    before, _, after = excerpt("甲乙丙" + "丁" * 100, 1, 2, 40)
    assert before == "甲" and 30 < width(after) <= 36
    before, _, after = excerpt("丁" * 100 + "乙丙", 100, 101, 40)
    assert after == "丙" and 30 < width(before) <= 36


def test_a_long_place_is_cut_in_its_middle() -> None:
    _, span, _ = excerpt("首" + "乙" * 100 + "尾", 0, 102, 40)
    assert span.startswith("首乙") and span.endswith("乙尾") and "…" in span and width(span) <= 27


def test_the_fix_stands_with_the_message_and_is_not_said_twice() -> None:
    text = "会议,强调"
    said = finding(2, 3, ",", message="应为“，”", fix=Fix(Safety.SAFE, (Edit(2, 3, "，"),)))
    unsaid = finding(2, 3, ",", message="标点有误", fix=Fix(Safety.UNSAFE, (Edit(2, 3, "，"),)))
    report = render_text(Results((CheckedFile("稿.txt", text=text, findings=(said, unsaid)),)))
    lines = report.splitlines()
    assert lines[1] == "  1:3 错误 DU03 应为“，”［可改］"
    assert lines[4] == "  1:3 错误 DU03 标点有误［可改，须确认：“，”］"


def test_all_lines_fit_the_window() -> None:
    text = "市图书馆今年新增八百个座位，" * 20
    long = finding(140, 144, text[140:144], message="这句话说得很长，" * 12 + "请核对")
    for columns in (40, 80, 120):
        report = render_text(Results((CheckedFile("稿.txt", 99, text=text, findings=(long,)),)), columns=columns)
        assert max(map(width, report.splitlines())) <= columns
        assert "".join(line.strip() for line in report.splitlines()).count("这句话说得很长，") == 12


def test_findings_stand_under_their_file() -> None:
    one, two = (CheckedFile(name, text="甲乙", findings=(finding(0, 1, "甲"), finding(1, 2, "乙"))) for name in "ab")
    lines = render_text(Results((one, two))).splitlines()
    assert (lines.count("a"), lines.count("b"), lines.index("b")) == (1, 1, 8)


def test_a_break_shows_as_one_pilcrow() -> None:
    assert excerpt("会议重\r\n\r\n点突出", 3, 7, 40) == ("会议重", "¶", "点突出")


def test_control_characters_cannot_reach_the_terminal() -> None:
    assert excerpt("甲\x1b[31m乙丙", 6, 7, 40) == ("甲·[31m", "乙", "丙")


@given(st.text(max_size=60), st.data())
def test_excerpts_never_hold_control_characters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    columns = data.draw(st.integers(20, 90))
    shown = "".join(excerpt(text, start, end, columns))
    assert "\n" not in shown and "\x1b" not in shown and "\r" not in shown
    assert sum(width(char) for char in shown) <= columns


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
