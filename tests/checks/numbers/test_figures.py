"""Numbers half in figures and half in Han numerals, approximate numbers in figures, and years with a wrong zero."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Settings, check_text, fix_text

HALF = Settings(select=("NU06", "NU38"))
APPROXIMATE = Settings(select=("NU09",))
ZERO = Settings(select=("NU23",))


def fixed(text: str, settings: Settings) -> str:
    return fix_text(text, settings=settings, unsafe=True)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("2万4千吨", "2.4万吨"),
        ("12万3千5百吨", "12.35万吨"),
        ("3千5百元", "3500元"),
        ("3百零8户", "308户"),
        ("3百5十户", "350户"),
        ("7千多米", "7000多米"),
        ("1万5千多名", "1.5万多名"),
        ("2亿4千万元", "2.4亿元"),
        ("1亿2千5百万元", "1.25亿元"),
        ("6千万元", "6000万元"),
        ("4千万余元", "4000万余元"),
        ("3百万元", "300万元"),
        ("1.5千亿元", "1500亿元"),
        ("4千多万元", "4000多万元"),
        ("1234百万元", "123400万元"),
    ],
)
def test_a_number_that_mixes_both_is_written_in_figures(wrong: str, right: str) -> None:
    assert fixed(f"共{wrong}。", HALF) == f"共{right}。"


@given(st.integers(1, 9), st.integers(1, 9))
def test_the_value_stays_the_same(high: int, low: int) -> None:
    assert fixed(f"共{high}万{low}千吨。", HALF) == f"共{high}.{low}万吨。"


@pytest.mark.parametrize(
    "text",
    [
        "5千米",
        "40千瓦",
        "66千伏线路",
        "60亿千瓦时",
        "2百分点",
        "3千克",
        "1亿2000万人",
        "10亿零817万5288人",
        "第3千名读者",
        "97十大新闻",
        "2.5千兆",
        "3百兆",
    ],
)
def test_what_mixes_nothing(text: str) -> None:
    assert not check_text(f"共{text}。", settings=HALF)


@pytest.mark.parametrize(
    ("wrong", "right"), [("3、4天", "三四天"), ("1、2次", "一两次"), ("2、3万元", "两三万元"), ("8、9公里", "八九公里")]
)
def test_neighbouring_figures_that_mean_an_approximate_number(wrong: str, right: str) -> None:
    assert fixed(f"要{wrong}。", APPROXIMATE) == f"要{right}。"


@pytest.mark.parametrize(
    "text",
    ["1、2号机组", "5、6年级", "第3、4次", "1、2、3个", "3、4月份", "7、8两天", "4、5楼", "2、4天", "2、3次列车"],
)
def test_neighbouring_figures_that_mean_two_things(text: str) -> None:
    assert not check_text(f"有{text}。", settings=APPROXIMATE)


@pytest.mark.parametrize("zero", ["O", "o", "0", "○", "Ｏ", "０", "◯"])
@pytest.mark.parametrize("form", ["二{}二二年", "二{}{}八年", "一九九{}年", "二〇{}三年"])
def test_what_stands_for_the_zero_of_a_year(zero: str, form: str) -> None:
    wrong = form.replace("{}", zero)
    assert fixed(f"{wrong}五月开工。", ZERO) == f"{form.replace('{}', '〇')}五月开工。"


@pytest.mark.parametrize("text", ["二〇二二年", "2002年", "二O型机床", "第一九O二批", "二零二二年"])
def test_what_is_no_wrong_zero(text: str) -> None:
    assert not check_text(f"{text}五月开工。", settings=ZERO)
