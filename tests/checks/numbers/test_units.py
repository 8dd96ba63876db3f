"""Units of measurement: symbols in the wrong case, misspelt names, lost superscripts, names and symbols mixed."""

from __future__ import annotations

import pytest

from newslint import Settings, check_text, fix_text
from newslint.checks.numbers.units import RIGHT_SYMBOLS

SYMBOL = Settings(select=("UN02",))
FORM = Settings(select=("UN01",))
NAMES = Settings(select=("UN13", "UN17"))


def fixed(text: str, code: str) -> str:
    return fix_text(text, settings=Settings(select=(code,)), unsafe=True)


@pytest.mark.parametrize("wrong", RIGHT_SYMBOLS)
def test_a_symbol_in_the_wrong_case(wrong: str) -> None:
    assert fixed(f"这里是35{wrong}，照旧。", "UN02") == f"这里是35{RIGHT_SYMBOLS[wrong]}，照旧。"


@pytest.mark.parametrize("number", ["1,200", "0.5", "5万", "20余万", "60 "])
def test_a_symbol_behind_any_number(number: str) -> None:
    assert fixed(f"这里是{number}KG，照旧。", "UN02") == f"这里是{number}kg，照旧。"


@pytest.mark.parametrize(
    "text",
    [
        "20CM涨停",
        "图-22M3",
        "300MW",
        "64GB",
        "A35KG",
        "G7KM",
        "35KGS",
        "MG7",
        "PM2.5KG",
        "KV5",
        "5mW",
        "x-35KG",
        "2023MPA",
    ],
)
def test_what_is_right_or_no_unit(text: str) -> None:
    assert not check_text(f"这里是{text}样品。", settings=SYMBOL)


@pytest.mark.parametrize(
    ("wrong", "right", "code"),
    [
        ("30公倾", "30公顷", "UN15"),
        ("三千平方公顷", "三千公顷", "UN15"),
        ("56万千万时", "56万千瓦时", "UN15"),
        ("54.5m2", "54.5m²", "UN07"),
        ("3.2元/m3", "3.2元/m³", "UN07"),
        ("30km2", "30km²", "UN07"),
        ("3500平米", "3500平方米", "UN05"),
        ("五六平米", "五六平方米", "UN05"),
        ("500立方", "500立方米", "UN14"),
        ("38℃度", "38℃", "UN08"),
        ("38度C", "38℃", "UN08"),
        ("摄氏38度", "38摄氏度", "UN16"),
        ("摄氏零下38度", "零下38摄氏度", "UN16"),
    ],
)
def test_units_in_a_wrong_form(wrong: str, right: str, code: str) -> None:
    assert fixed(f"这里有{wrong}，照旧。", code) == f"这里有{right}，照旧。"


@pytest.mark.parametrize("text", ["55吋", "三十浬", "45公升", "80公分", "12平方公尺"])
def test_units_that_are_no_longer_used(text: str) -> None:
    assert len(check_text(f"这里有{text}，照旧。", settings=Settings(select=("UN04",)))) == 1


@pytest.mark.parametrize(
    "text",
    ["造林千万时分", "货币M2", "500立方厘米", "太平米店", "37摄氏度", "24℃度假", "他好哩", "公分制", "A5m2", "接口m2"],
)
def test_units_that_are_right(text: str) -> None:
    codes = ("UN04", "UN05", "UN07", "UN08", "UN14", "UN15", "UN16")
    assert not check_text(f"这里有{text}，照旧。", settings=Settings(select=codes))


def test_a_superscript_of_html_is_not_lost() -> None:
    page = "<article><h1>新馆</h1><p>面积54.5m<sup>2</sup>，供水500m<sup>3</sup>。</p></article>"
    assert not check_text(page, filename="新馆.html", settings=Settings(select=("UN07",)))


def test_an_article_keeps_to_names_or_symbols() -> None:
    (finding,) = check_text("捐赠消毒液150千克，献血1600ml，运送5公里。", settings=FORM)
    assert finding.text == "1600ml"
    assert "1600毫升" in finding.message


def test_the_name_of_a_symbol_is_the_one_that_the_article_has() -> None:
    assert fixed("全长12公里，支线5公里，隧道3km。", "UN01") == "全长12公里，支线5公里，隧道3公里。"
    assert fixed("收梨12公斤，桃5公斤，枣3kg，载重5吨。", "UN01") == "收梨12公斤，桃5公斤，枣3公斤，载重5吨。"
    assert fixed("全长12千米，支线5千米，隧道3km。", "UN01") == "全长12千米，支线5千米，隧道3千米。"


@pytest.mark.parametrize(
    "text",
    [
        "捐赠150千克，水温4℃，含量0.5mg/kg，参加75kg级比赛。",
        "重180g，厚7.9mm，宽72mm，能跑5公里。",
        "捐赠150千克，用时3小时，PM2.5下降。",
        "捐赠150千克，运载火箭4L发射，全长5公里。",
    ],
)
def test_what_mixes_no_names_and_symbols(text: str) -> None:
    assert not check_text(text, settings=FORM)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全长12公里，支线5公里，隧道3千米。", ["3千米"]),
        ("全长12公里，震源深度5千米。", []),
        ("收梨12公斤，桃5公斤，枣3千克。", ["3千克"]),
        ("全长12千米，支线5千米。", []),
    ],
)
def test_an_article_keeps_to_one_name(text: str, found: list[str]) -> None:
    assert [finding.text for finding in check_text(text, settings=NAMES)] == found
