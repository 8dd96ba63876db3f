"""The quantities of a text: where they stand, what they are worth, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document.quantities import Quantity, quantities, quantities_in, quantity_at
from newslint.readers import document_from_text


def only(text: str) -> Quantity:
    (found,) = quantities_in(text, 0, len(text))
    return found


@pytest.mark.parametrize(
    ("text", "before", "number", "more", "unit", "after"),
    [
        ("近200余人次", "近", "200", "余", "人次", ""),
        ("大约1,200.5万元左右", "大约", "1,200.5万", "", "元", "左右"),
        ("至少三万六千名以上", "至少", "三万六千", "", "名", "以上"),
        ("不超过30余万平方米", "不超过", "30万", "余", "平方米", ""),
        ("3个多月", "", "3", "多", "个", ""),
        ("数十台", "", "数十", "", "台", ""),
        ("第3届", "第", "3", "", "届", ""),
        ("5 kg", "", "5", "", "kg", ""),
        ("60亿千瓦时", "", "60亿", "", "千瓦时", ""),
    ],
)
def test_the_parts_of_a_quantity(text: str, before: str, number: str, more: str, unit: str, after: str) -> None:
    found = only(text)
    assert (found.before, found.number, found.more, found.unit, found.after) == (before, number, more, unit, after)


@pytest.mark.parametrize(
    ("text", "value", "form"),
    [
        ("1,200人", 1200, "figures"),
        ("0.35亿元", 35_000_000, "great"),
        ("10亿零817万5288人", 1_008_175_288, "great"),
        ("7.77万亿元", 7_770_000_000_000, "great"),
        ("2万4千吨", 24_000, "mixed"),
        ("6千万元", 60_000_000, "mixed"),
        ("三万六千吨", 36_000, "han"),
        ("几十万人", None, "han"),
        ("三四百人", None, "han"),
        ("5千米", 5, "figures"),
        ("2百分点", 2, "figures"),
    ],
)
def test_what_a_number_is_worth_and_how_it_is_written(text: str, value: float | None, form: str) -> None:
    found = only(text)
    assert found.value == value
    assert found.form == form


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("PM2.5超标", []), ("乘坐G20次", []), ("统一口径，其余不变", []), ("占1/3", ["1"]), ("云岭市第一中学", [])],
)
def test_what_is_no_quantity(text: str, numbers: list[str]) -> None:
    assert [found.number for found in quantities_in(text, 0, len(text))] == numbers
    assert quantity_at(text, len(text) - 1) is None


def test_the_quantities_of_a_document_are_read_once() -> None:
    document = document_from_text("用电3千瓦时，修路5公里，植树2万多株。")
    found = document.once(quantities)
    assert [document.view[one.start : one.end] for one in found] == ["3千瓦时", "5公里", "2万多株"]
    assert document.once(quantities) is found


PIECES = st.sampled_from(
    [*"0123456789,.一二十百千万亿零几数余多约近第元人名米 -～%，。左右以上", "至少", "公里", "kg", "A"]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_the_spans_of_any_text_are_in_order_and_hold_what_they_say(text: str) -> None:
    last = 0
    for found in quantities_in(text, 0, len(text)):
        assert last <= found.number_start
        assert found.start <= found.number_start < found.number_end <= found.unit_end <= found.end <= len(text)
        assert text[found.start : found.number_start] == found.before
        assert text[found.number_end : found.unit_end].strip() == found.unit
        assert text[: found.end].endswith(found.after)
        assert text[found.number_start : found.number_end].replace("余", "").replace("多", "") == found.number
        assert found.form in ("figures", "great", "han", "mixed")
        assert found.value is None or found.value >= 0
        at = quantity_at(text, found.number_start)
        assert at is not None and at == found
        last = found.end
