"""Lines broken and cut to the columns of a terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.reports.characters import width
from newslint.reports.wrapping import head, middle, tail, wrapped

_WORDS = st.lists(st.sampled_from(["甲乙", "丙，", "ab ", "c-1 ", "（丁）", "“戊”", "［可改］"]), max_size=30).map(
    "".join
)
_TEXTS = st.text(st.sampled_from("甲乙丙丁，。；（）“”［］ab c1-…"), max_size=80)


def test_chinese_is_broken_between_characters_and_latin_between_words() -> None:
    assert list(wrapped("检查报纸稿件的体例", 10)) == ["检查报纸稿", "件的体例"]
    assert list(wrapped("用 newslint fix 修改", 12)) == ["用 newslint", "fix 修改"]


def test_no_line_begins_with_a_closing_mark_and_a_note_stays_whole() -> None:
    assert list(wrapped("甲乙丙丁，戊己", 9)) == ["甲乙丙", "丁，戊己"]
    assert list(wrapped("重复，应为［可改，须确认］", 18)) == ["重复，应为", "［可改，须确认］"]


def test_lines_are_indented() -> None:
    assert list(wrapped("甲乙丙丁", 6, "  ", "    ")) == ["  甲乙", "    丙", "    丁"]
    assert list(wrapped("甲乙丙丁" * 30, None, "  ")) == ["  " + "甲乙丙丁" * 30]


@given(_WORDS, st.integers(12, 60))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, columns: int) -> None:
    lines = list(wrapped(text, columns))
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= columns for line in lines)


@given(_TEXTS, st.integers(4, 60))
def test_what_is_cut_has_its_room_and_says_so(text: str, columns: int) -> None:
    for cut, keeps in ((head, text[:1]), (tail, text[-1:]), (middle, "")):
        shown = cut(text, columns)
        assert width(shown) <= columns and keeps in shown
        assert shown == text or "…" in shown
