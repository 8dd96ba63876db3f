"""Pairing of quotes and brackets: what belongs together, and which one mark is at fault when something is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.chinese.characters import classify
from newslint.document.marks.pairmarks import Pairing, is_well_paired
from newslint.document.marks.pairs import find_pairs
from newslint.document.marks.plain_pairs import plain_pairs

MARKS = "“”‘’（）《》「」\"'，。：！1a甲乙 \n"


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        if line:
            paragraphs.append((start, start + len(line)))
        start += len(line) + 1
    return paragraphs


def paired(text: str) -> Pairing:
    return find_pairs(classify(text), paragraphs_of(text))


def faults(text: str) -> list[tuple[str, str, int]]:
    return [(misfit.fault, text[misfit.offset], misfit.offset) for misfit in paired(text).misfits]


@pytest.mark.parametrize(
    "text",
    [
        "他说：“读《山河小记》（再版）的人，都记得那句‘慢慢走’。”",
        "老人说：“年轻时走南闯北。\n“现在老了，就想守着这条巷子。\n“哪儿也不去了。”",
        "会上提出打造“党建\n高地”，并签订协议（见附\n件二）。",
        "须知：1）带证件；2）带照片；a）类免票。\n3）报名从速。\n二）缴费。",
        "名单（甲组：1）田一川；2）郝树人）已经公布。",
        "Rock’n’Roll乐队的主唱’98年入行，爱唱Don’t Stop。",
        "他发来一个笑脸：）",
    ],
)
def test_proper_marks_have_no_misfit(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("变成了“有声景点。", ("unclosed", "“", 3)),
        ("“甲班唱歌，乙班“跳舞”，丙班朗诵。", ("unclosed", "“", 0)),
        ("推出方言版、英文版），并延长时间。", ("unopened", "）", 9)),
        ("他说，路好走了。”大家都笑。“那是。”", ("unopened", "”", 8)),
        ("叫作“最美的声音（方言版”）。", ("crossed", "”", 12)),
        ("听到的是”劳动号子“；还有鸟鸣。", ("reversed", "”", 4)),
        ("听到的是”劳动号子”，还有鸟鸣。", ("reversed", "”", 4)),
        ("这条路叫“致富路“，那座桥叫“连心桥”。", ("reversed", "“", 8)),
        ("他说：”路好走了。车也多了。”说完就走。", ("reversed", "”", 3)),
        ("这里是“第二个家’，待了三十年。", ("mismatched", "’", 8)),
        ("他写过《巷子深处〉，没有出版。", ("mismatched", "〉", 8)),
        ('人称“编外馆员"，风雨无阻。', ("straight", '"', 7)),
        ("据“统计，全年运送旅客百万人次。\n“快有快的道理。”他说。", ("unclosed", "“", 1)),
    ],
)
def test_one_slip_is_one_misfit(text: str, fault: tuple[str, str, int]) -> None:
    assert faults(text) == [fault]


def test_both_halves_turned_name_each_other() -> None:
    misfit = paired("听到的是”劳动号子“；还有鸟鸣。").misfits[0]
    assert (misfit.offset, misfit.other) == (4, 9)


def test_a_quotation_behind_a_colon_may_have_both_its_marks_turned() -> None:
    misfits = paired("村民叫她“守灯人“，她摆摆手：”哪里哪里。”孩子们叫她“灯妈妈”。").misfits
    assert [(misfit.fault, misfit.offset) for misfit in misfits] == [("reversed", 8), ("reversed", 15)]


def test_a_quotation_that_opens_again_is_a_quotation_in_each_paragraph() -> None:
    text = "老人说：“年轻时走南闯北。\n“现在老了。”"
    assert [text[pair.start : pair.end] for pair in paired(text).pairs] == ["“年轻时走南闯北。", "“现在老了。”"]


def test_a_missing_mark_does_not_reach_the_next_paragraph() -> None:
    text = "变成了“有声景点。\n讲解员说：“请跟我来。”"
    pairs = paired(text).pairs
    assert [text[pair.start : pair.end] for pair in pairs] == ["“请跟我来。”"]


@given(st.text(alphabet=MARKS, max_size=60))
def test_any_marks_are_judged_once_and_inside_the_text(text: str) -> None:
    pairing = paired(text)
    offsets = [misfit.offset for misfit in pairing.misfits if misfit.fault != "crossed"]
    assert len(offsets) == len(set(offsets))
    assert all(0 <= misfit.offset < len(text) for misfit in pairing.misfits)
    assert all(0 <= pair.start < pair.end <= len(text) for pair in pairing.pairs)


@given(st.text(alphabet=MARKS, max_size=40))
def test_what_is_well_paired_has_no_misfit(text: str) -> None:
    """The quick look may ask for a closer one in vain, but it never hides a fault."""
    if is_well_paired(classify(text)):
        assert [fault for fault in faults(text) if fault[0] != "straight"] == []


@given(
    st.lists(
        st.sampled_from(
            ["“甲”", "‘乙’", "a‘b’", "（1）", "1）", "“", "’", "《甲》", "\n", "，", "“‘甲’乙”", "（（", "甲（乙）"]
        ),
        max_size=8,
    )
)
def test_plain_pairs_are_those_that_a_close_look_finds(pieces: list[str]) -> None:
    text = "".join(pieces)
    pairing = paired(text)
    plain = plain_pairs(classify(text), paragraphs_of(text)) if text.strip() else []
    assert plain is None or (tuple(plain), ()) == (pairing.pairs, pairing.misfits)


def test_quick_look_sees_nesting() -> None:
    assert is_well_paired(classify("他说：“读《山河小记》（再版）。”"))
    assert not is_well_paired(classify("他说：“读“小记”。”"))
    assert not is_well_paired(classify("《读《小记》有感》"))
