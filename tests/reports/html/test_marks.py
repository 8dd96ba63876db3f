"""The text on the page: every character in its line, every finding exactly where it is, whatever overlaps."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newslint.reports.html.marks import CARET, LINE_END, Line, Place, lines, visible
from newslint.results import CheckedArticle

LETTERS = st.text(st.sampled_from("甲乙丙 \t\r\n"), max_size=30)


def place(start: int, end: int, number: int = 1, level: str = "error", related: int = 0) -> Place:
    return Place(start, end, number, level, "", related)


def shown(text: str, *places: Place) -> list[str]:
    """Return the lines with [ and ] around what is covered, and the number of a place before where it begins."""
    found = []
    for line in lines(text, places, ()):
        words = ""
        for piece in line.pieces:
            words += "".join(f"{numbered.number}" for numbered in piece.numbered)
            words += f"[{piece.text}]" if piece.covering else piece.text
        found.append(words)
    return found


def test_a_finding_is_marked_in_its_line() -> None:
    assert shown("一二三\n四五六", place(4, 5)) == ["一二三", "1[四]五六"]


def test_a_broken_line_is_marked_at_its_end_once() -> None:
    assert shown("重\n\n点", place(1, 3)) == [f"重1[{LINE_END}]", "", "点"]
    assert shown("重\r\n点", place(1, 3)) == [f"重1[{LINE_END}]", "点"]


def test_a_finding_of_nothing_is_a_caret() -> None:
    assert shown("一二", place(1, 1)) == [f"一1[{CARET}]二"]
    assert shown("一二\n", place(2, 2)) == [f"一二1[{CARET}]", ""]
    assert shown("", place(0, 0)) == [f"1[{CARET}]"]


def test_a_finding_over_several_lines_is_marked_in_each() -> None:
    assert shown("一二\n三四", place(1, 4)) == [f"一1[二][{LINE_END}]", "[三]四"]


def test_findings_that_overlap_share_what_they_share() -> None:
    assert shown("一二三四", place(0, 3, 1), place(2, 4, 2)) == ["1[一二]2[三][四]"]
    pieces = next(lines("一二三四", [place(0, 4, 1, "info"), place(1, 2, 2, "error")], ())).pieces
    assert [(piece.level, piece.findings, piece.crossed) for piece in pieces] == [
        ("info", "1", False),
        ("error", "1 2", True),
        ("info", "1", False),
    ]


def test_another_place_is_no_finding() -> None:
    (piece,) = next(lines("一二", [place(0, 2, 3, "related", 1)], ())).pieces
    assert (piece.level, piece.findings, piece.relations, piece.crossed) == ("related", "", "3", False)
    assert piece.numbered[0].id == "r3-1"


def test_a_headline_is_told_and_its_markup_set_apart() -> None:
    text = "## 标题\n\n正文"
    first, blank, last = lines(text, (), [CheckedArticle(3, len(text), 4, "标题")])
    assert first.headline and [(piece.text, piece.dim) for piece in first.pieces] == [("## ", True), ("标题", False)]
    assert blank.blank and not last.headline and not last.blank


def test_an_article_without_headline_has_none() -> None:
    (line,) = lines("正文", (), [CheckedArticle(0, 2, 2)])
    assert line.articles == (0,) and not line.headline


def test_what_has_no_shape_shows_as_its_number() -> None:
    assert visible("甲\u200b乙\ud800丙\x1b丁\u202e戊") == "甲⟨U+200B⟩乙⟨U+D800⟩丙⟨U+001B⟩丁⟨U+202E⟩戊"
    assert visible("照常 \t\u3000“”·𠮷") == "照常 \t\u3000“”·𠮷"


@st.composite
def _marked(draw: st.DrawFn) -> tuple[str, list[Place]]:
    text = draw(LETTERS)
    spans = draw(st.lists(st.tuples(st.integers(-2, 32), st.integers(-2, 32)), max_size=6))
    return text, [place(start, end, number) for number, (start, end) in enumerate(spans, 1)]


def _rows(text: str, places: list[Place]) -> list[Line]:
    return list(lines(text, places, [CheckedArticle(1, len(text), 0, "题")]))


@given(st.text(max_size=40), st.integers(-5, 45), st.integers(-5, 45))
def test_no_character_is_lost(text: str, start: int, end: int) -> None:
    told = ["".join(piece.text for piece in line.pieces if not piece.sign) for line in _rows(text, [place(start, end)])]
    assert told == [visible(line) for line in re.split(r"\r\n|\r|\n", text)]


@given(_marked())
def test_every_finding_is_numbered_once(given: tuple[str, list[Place]]) -> None:
    text, places = given
    numbers = [numbered.number for line in _rows(text, places) for piece in line.pieces for numbered in piece.numbered]
    assert sorted(numbers) == [one.number for one in places]


@given(_marked())
def test_a_character_is_covered_by_the_findings_that_hold_it(given: tuple[str, list[Place]]) -> None:
    text, places = given
    told = [
        {one.number for one in piece.covering}
        for line in _rows(text, places)
        for piece in line.pieces
        if not piece.sign
        for _ in piece.text
    ]
    assert told == [
        {one.number for one in places if max(one.start, 0) <= at < one.end}
        for at, char in enumerate(text)
        if char not in "\r\n"
    ]


def test_markup_is_not_shown_and_a_new_line_in_it_is_a_sign() -> None:
    text = "<h1>图书馆</h1><p>开<b>馆</b>。</p>"
    hidden = ((0, 4), (7, 15), (16, 19), (20, 24), (25, 29))
    (line,) = lines(text, [], (), hidden)
    assert "".join(piece.text for piece in line.pieces) == "图书馆↵开馆。"
