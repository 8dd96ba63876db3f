"""Texts told by their clauses: reprints are paired, other texts are not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.repeats.shingles import nearly_same, share_held, shingles_by_line, size

STORY = "柳溪河北岸的新泵站昨日投入使用，周边三个小区的居民从此不再夜间停水。市水务局有关负责人介绍，上游还要再建两座同样的泵站。"
OTHER = "市图书馆下月起延长开放，阅览室将增派人手。馆长介绍说，自习区的座位可以在手机上预约，取消预约须提前半小时。"


def shingles(text: str) -> bytes:
    return b"".join(shingles_by_line(text))


def pairs(*texts: str, share: float = 0.8) -> list[tuple[int, int]]:
    return list(nearly_same([shingles(text) for text in texts], share))


def test_a_reprint_is_paired_with_its_first_print() -> None:
    assert pairs(STORY, OTHER, STORY) == [(0, 2)]


def test_line_breaks_and_marks_do_not_count() -> None:
    assert pairs(STORY, STORY.replace("。", "。\n").replace("，", "；")) == [(0, 1)]


def test_a_cut_below_the_share_is_no_reprint() -> None:
    assert pairs(STORY, STORY.split("。")[0]) == []
    assert pairs(STORY, STORY.split("。")[0], share=0.4) == [(0, 1)]


def test_a_form_filled_in_anew_is_no_reprint() -> None:
    form = STORY + "日供水能力达到{}吨整，惠及居民一共{}户。"
    assert pairs(form.format(500, 120), form.format(800, 310), share=0.5) == []


def test_an_edit_beside_the_same_figure_is_a_reprint() -> None:
    form = STORY + "日供水能力达到500吨整，惠及居民一共{}户。"
    assert pairs(form.format("120"), form.format("大约120"), share=0.5) == [(0, 1)]


def test_how_much_of_one_text_another_holds() -> None:
    one, both = shingles(STORY), shingles(STORY + OTHER)
    assert share_held(one, both) == 1 and 0 < share_held(both, one) < 1
    assert share_held(b"", one) == share_held(one, b"") == 0


def test_the_size_is_that_of_the_clauses_that_tell() -> None:
    assert size(shingles("好的，上游还要再建两座同样的泵站。")) == 13


def test_a_set_phrase_that_everybody_prints_pairs_nobody() -> None:
    assert pairs(*["本报记者昨日从有关部门获悉，相关工作正在进行之中。"] * 30) == []


@given(st.lists(st.text(alphabet="甲乙丙丁戊己，。\n1\ud800", max_size=60), max_size=6))
def test_pairs_are_in_order_and_never_of_one_with_itself(texts: list[str]) -> None:
    for first, second in pairs(*texts):
        assert 0 <= first < second < len(texts)


@given(st.text(max_size=80))
def test_a_text_tells_the_same_each_time(text: str) -> None:
    assert shingles(text) == shingles(text)
    assert len(shingles(text)) % 8 == 0


@given(st.lists(st.text(alphabet="甲乙丙，。1 \r", max_size=30), min_size=1, max_size=5))
def test_lines_tell_what_they_tell_alone(lines: list[str]) -> None:
    assert shingles_by_line("\n".join(lines)) == [shingles(line) for line in lines]
