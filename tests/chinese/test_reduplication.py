"""Which doubled words are figures of speech."""

from __future__ import annotations

import pytest

from newslint.chinese.reduplication import counts_off, insists, softens


@pytest.mark.parametrize("unit", ["一颗", "一步", "大片", "一个问题", "一文钱", "一分钟", "一点一滴"])
def test_what_counts_off(unit: str) -> None:
    assert counts_off(unit)


@pytest.mark.parametrize("unit", ["数据", "多元", "万元", "一些", "一直", "大学", "一体化", "十八大", "第一"])
def test_words_that_only_look_like_numbers(unit: str) -> None:
    assert not counts_off(unit)


def test_numbers_above_one_need_the_particle() -> None:
    assert counts_off("两个", "地")
    assert not counts_off("三年", "的")


@pytest.mark.parametrize("unit", ["非常", "很多", "碧绿", "叮咚", "什么", "说着", "哗啦"])
def test_what_insists_or_paints(unit: str) -> None:
    assert insists(unit)


@pytest.mark.parametrize("unit", ["主要", "已经", "认真", "城市"])
def test_plain_words_do_not_insist(unit: str) -> None:
    assert not insists(unit)


@pytest.mark.parametrize(
    ("unit", "before", "after", "expected"),
    [
        ("研究", "要", "这个", True),
        ("研究", "进行", "", False),
        ("研究", "", "的", False),
        ("推动", "", "工作", False),
        ("推动", "大家", "工作", True),
        ("推动", "", "一下", True),
        ("看到", "大家", "", False),
        ("城市", "大家", "", False),
    ],
)
def test_a_verb_softens_where_it_can(unit: str, before: str, after: str, expected: bool) -> None:
    assert softens(unit, before, after, quoted=False) is expected


def test_in_speech_more_verbs_soften() -> None:
    assert softens("推动", "我们", "", quoted=True)
    assert not softens("推动", "我们", "", quoted=False)
