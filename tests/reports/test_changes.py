"""Changes as they are shown on a terminal: only what differs within a line, folded to the window."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document.edits import apply_edits
from newslint.finding import Edit, Paragraph
from newslint.reports.changes import change_lines
from newslint.reports.characters import width
from newslint.results import CheckedFile


def shown(text: str, *edits: tuple[int, int, str], **settings: object) -> list[str]:
    return list(change_lines(CheckedFile("稿.txt", text=text), [Edit(*edit) for edit in edits], **settings))


def test_only_the_characters_that_differ_are_marked() -> None:
    assert shown("坚持互惠互利互惠原则。\n", (2, 8, "互惠互利")) == ["  1:7 坚持互惠互利[互惠→]原则。"]
    assert shown("甲,乙\n", (1, 2, "，")) == ["  1:2 甲[,→，]乙"]
    assert shown("甲乙\n", (1, 1, "、")) == ["  1:2 甲[→、]乙"]


def test_the_changes_of_a_line_are_shown_together_and_those_of_others_apart() -> None:
    text = "头一行，没有问题。\n甲,乙,丙。\n末行,\n"
    assert shown(text, (11, 12, "，"), (13, 14, "，"), (19, 20, "。")) == [
        "  2:2 甲[,→，]乙[,→，]丙。",
        "  3:3 末行[,→。]",
    ]


def test_a_line_end_that_goes_is_visible() -> None:
    assert shown("更加牢\n\n固。\n", (3, 5, "")) == ["  1:4 更加牢[¶→]固。"]
    assert shown("甲\r\n乙", (1, 3, "\n")) == ["  1:2 甲[¶→¶]乙"]


def test_in_word_the_place_is_a_paragraph() -> None:
    file = CheckedFile("稿.docx", text="甲\n乙,丙", paragraphs=(Paragraph(0, "", 1), Paragraph(2, "", 2)))
    assert list(change_lines(file, [Edit(3, 4, "，")])) == ["  第 2 段第 2 字 乙[,→，]丙"]


def test_a_long_line_is_cut_around_the_change_and_folded() -> None:
    text = "甲" * 200 + "," + "乙" * 200
    (line,) = shown(text, (200, 201, "，"))
    assert line.startswith("  1:201 …甲") and line.endswith("乙…") and len(line) < 60
    folded = shown(text, (200, 201, "，"), columns=40)
    assert len(folded) > 1 and all(width(part) <= 40 for part in folded)
    assert "".join(part.strip() for part in folded) == line.strip()


def test_colour_marks_what_goes_and_what_comes() -> None:
    (line,) = shown("甲,乙", (1, 2, "，"), colour=True)
    assert line == "  \x1b[1m1:2\x1b[0m 甲[\x1b[31;7m,\x1b[0m→\x1b[32;7m，\x1b[0m]乙"


@given(
    st.text(st.sampled_from("甲乙,，。\n\r []→\u200b\U00020bb7ab"), max_size=80),
    st.lists(
        st.tuples(st.integers(0, 80), st.integers(0, 6), st.text(st.sampled_from("甲，。 a"), max_size=4)), max_size=4
    ),
    st.integers(20, 60),
)
def test_no_line_is_wider_than_the_window_and_every_change_is_there(
    text: str, wanted: list[tuple[int, int, str]], columns: int
) -> None:
    edits: list[Edit] = []
    for start, length, new in sorted(wanted):
        end = min(len(text), start + length)
        if start <= end and text[start:end] != new and (not edits or start > edits[-1].end):
            edits.append(Edit(start, end, new))
    lines = list(change_lines(CheckedFile("稿.txt", text=text), edits, columns=columns))
    assert all(width(line) <= columns and line.isprintable() for line in lines)
    assert bool(lines) is bool(edits)
    assert (apply_edits(text, edits) != text) is bool(edits)


@pytest.mark.parametrize("around", [1, 5])
def test_less_of_the_line_can_be_shown(around: int) -> None:
    (line,) = shown("甲乙丙丁戊己,庚辛壬癸", (6, 7, "，"), around=around)
    assert re.fullmatch(r"  1:7 …\S*\[,→，\]\S*…", line)


def test_what_goes_and_what_comes_stay_on_one_line() -> None:
    folded = shown("甲" * 14 + "乙丙丁" + "戊" * 20, (14, 17, "己庚"), columns=40)
    assert folded == ["  1:15 " + "甲" * 14, "      [乙丙丁→己庚]" + "戊" * 10, "      " + "戊" * 5 + "…"]


def test_a_line_with_very_many_changes_is_shown_in_portions() -> None:
    text = "甲," * 1000
    lines = shown(text, *((at, at + 1, "，") for at in range(1, 2000, 2)))
    assert len(lines) == 50 and sum(line.count("[,→，]") for line in lines) == 1000
    assert max(map(len, lines)) < 400
