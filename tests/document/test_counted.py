"""What a quantity counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document.counted import counted
from newslint.document.quantities import quantities_in


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("到场的有200名志愿者。", "志愿者"),
        ("先后派出近200人次的党员到社区值班。", "党员"),
        ("学校有师生500余人，分两批参加。", "师生"),
        ("走访3万多户居民，发放手册。", "居民"),
        ("安装电梯20台。", "电梯"),
        ("200名干部职工参加。", "干部职工"),
        ("他等了3个小时。", ""),
        ("2022年，", ""),
    ],
)
def test_the_noun_of_a_quantity(text: str, noun: str) -> None:
    quantity, *_ = quantities_in(text, 0, len(text))
    assert text[slice(*counted(text, quantity))] == noun


@given(
    st.lists(st.sampled_from([*"0123456789，。的了", "志愿者", "名", "师生", "至少", "左右", "余"]), max_size=20).map(
        "".join
    )
)
def test_the_noun_is_beside_the_quantity(text: str) -> None:
    for quantity in quantities_in(text, 0, len(text)):
        start, end = counted(text, quantity)
        assert 0 <= start <= end <= len(text)
        assert end == quantity.start or start in (quantity.end, quantity.end + 1)
