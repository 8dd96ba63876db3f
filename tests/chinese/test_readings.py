from __future__ import annotations

import pytest

from newslint.chinese.readings import is_confusable, readings, sounds_like


@pytest.mark.parametrize(
    ("one", "other"), [("理", "礼"), ("婷", "庭"), ("鑫", "欣"), ("林", "玲"), ("堃", "坤"), ("曾", "增")]
)
def test_characters_that_sound_alike(one: str, other: str) -> None:
    assert sounds_like(one, other)
    assert is_confusable(one, other)


@pytest.mark.parametrize(("one", "other"), [("明", "亮"), ("A", "B"), ("理", "，")])
def test_characters_that_do_not(one: str, other: str) -> None:
    assert not sounds_like(one, other)
    assert not is_confusable(one, other)


def test_characters_that_look_alike() -> None:
    assert is_confusable("治", "冶")
    assert is_confusable("冶", "治")
    assert not is_confusable("治", "治")


def test_a_character_may_have_several_readings() -> None:
    assert readings("乐") == {"le", "yue"}
    assert readings("x") == frozenset()
