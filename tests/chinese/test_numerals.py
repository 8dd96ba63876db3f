"""Chinese numerals are read as an editor reads them, and written as a newspaper writes them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.chinese.numerals import chinese_to_int, int_to_chinese, number_value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("零", 0),
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("廿三", 23),
        ("一百零五", 105),
        ("两百", 200),
        ("三万六千", 36000),
        ("一亿零三十万", 100_300_000),
        ("3万", 30000),
        ("12", 12),
        ("１２", 12),
        ("二〇二六", 2026),
        ("一九九八", 1998),
        ("一〇", 10),
    ],
)
def test_reads_whole_numbers(text: str, number: int) -> None:
    assert chinese_to_int(text) == number


@pytest.mark.parametrize(
    "text", ["", "三四", "二三十", "十七八", "十百", "百零五", "三万六", "一百零", "几十", "十个", "一 二", "万"]
)
def test_refuses_what_is_no_exact_number(text: str) -> None:
    with pytest.raises(ValueError):
        chinese_to_int(text)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"),
        (2, "二"),
        (10, "十"),
        (19, "十九"),
        (20, "二十"),
        (110, "一百一十"),
        (1005, "一千零五"),
        (10010, "一万零一十"),
        (120000, "十二万"),
    ],
)
def test_writes_numbers(number: int, text: str) -> None:
    assert int_to_chinese(number) == text


@pytest.mark.parametrize("number", [-1, 10**12])
def test_refuses_numbers_out_of_range(number: int) -> None:
    with pytest.raises(ValueError):
        int_to_chinese(number)


@given(st.integers(0, 10**12 - 1))
def test_what_is_written_reads_back(number: int) -> None:
    assert chinese_to_int(int_to_chinese(number)) == number


@given(st.text(alphabet="零〇一二两三四五六七八九十百千万亿廿3１个 ", max_size=12))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    with suppress(ValueError):
        assert chinese_to_int(text) >= 0


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,200", 1200),
        ("3.5", 3.5),
        ("0.35亿", 35_000_000),
        ("2万4千", 24_000),
        ("6千万", 60_000_000),
        ("10亿零817万5288", 1_008_175_288),
        ("三万六千", 36_000),
        ("几十", None),
        ("三四十", None),
        ("1.2.3", None),
        ("万" * 5000 + "1", None),
    ],
)
def test_reads_numbers_in_figures_numerals_or_both(text: str, number: float | None) -> None:
    assert number_value(text) == number
