"""Patterns that are compiled at the first use behave like those compiled at once."""

from __future__ import annotations

import re

import pytest

from newslint.patterns import lazy


@pytest.mark.parametrize("method", ["match", "search", "fullmatch", "findall", "split"])
def test_every_method_gives_what_the_compiled_pattern_gives(method: str) -> None:
    for text in ("本报讯（记者）", "讯", ""):
        expected, found = getattr(re.compile("[讯（]"), method)(text), getattr(lazy("[讯（]"), method)(text)
        assert repr(found) == repr(expected)


def test_flags_and_bytes_are_kept() -> None:
    assert lazy("a", re.I).sub("b", "xA") == "xb"
    assert lazy(rb"\x80+").search(b"a\x80\x80").span() == (1, 3)


def test_a_pattern_can_be_built_into_another() -> None:
    assert re.compile(lazy("甲").pattern + "乙").match("甲乙")


def test_a_wrong_pattern_is_told_when_it_is_used() -> None:
    pattern = lazy("(")
    with pytest.raises(re.error):
        pattern.match("x")
