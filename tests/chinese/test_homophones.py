"""Common characters with the same reading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.chinese.homophones import sound_alike


@pytest.mark.parametrize("pair", ["丽莉", "晓小", "张章", "略掠", "旅吕", "啊阿", "做作", "明鸣", "红洪"])
def test_same_syllable(pair: str) -> None:
    assert sound_alike(*pair)


@pytest.mark.parametrize("pair", ["张王", "旅鲁", "女努", "三四", "红黄", "安昂"])
def test_other_syllable(pair: str) -> None:
    assert not sound_alike(*pair)


@given(st.characters(), st.characters())
def test_any_characters(one: str, other: str) -> None:
    assert sound_alike(one, other) == sound_alike(other, one)


def test_beyond_the_first_level_nothing_is_known() -> None:
    assert not sound_alike("炜", "炜")
