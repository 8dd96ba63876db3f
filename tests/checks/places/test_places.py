"""Places under the wrong larger one, of the wrong kind, named twice, misspelt, or renamed."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from newslint.chinese import divisions
from newslint.engine.engine import Engine
from newslint.finding import Finding, Severity
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

RULES = Engine(load_rules([ROOT / "rules" / "places"]))


def findings(text: str, code: str, issued: date | None = None) -> list[Finding]:
    """Return the findings of one rule."""
    return [one for one in RULES.check(document_from_text(text, issued=issued)) if one.code == code]


def found(text: str, code: str, issued: date | None = None) -> list[str]:
    """Return the texts of the findings of one rule."""
    return [finding.text for finding in findings(text, code, issued)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("考察团昨日抵达长治市清徐县。", "长治市清徐县"),
        ("活动在山东省常州市举行。", "山东省常州市"),
        ("活动在四川昆山市举行。", "四川昆山市"),
        ("他来自延边州清徐县。", "延边州清徐县"),
        ("他来自上海市昌平区。", "上海市昌平区"),
        ("他来自内蒙古自治区太原市。", "内蒙古自治区太原市"),
    ],
)
def test_a_place_under_the_wrong_one(text: str, place: str) -> None:
    assert found(text, "PL02") == [place]


@pytest.mark.parametrize(
    "text",
    [
        "考察团昨日抵达山西省太原市清徐县。",
        "活动在北京市北京南站举行。",
        "他来自四川省重庆市。",  # until 1997
        "他来自吉林吉林市、海南海口市。",
        "北京市上海市都派了代表。",
        "太原市长治市都派了代表。",
        "清代乾隆年间，这里是山东范县。",
        "这里1950年归平原省新乡市，1958年归河北省天津市。",
        "深圳市饶平县商会昨日成立。",
        "他在浙江省阿克苏市援疆指挥部工作。",
        "东莞市东城区的街道很干净。",
        "杭州市城区和赤峰市新城区的街道很干净。",
        "河南义乌市场开业。",
        "“长治市清徐县”这道题难倒了学生。",
        "黄河南阳市段水位上涨。",
        "湖北五峰县和云南漾濞县受灾。",
    ],
)
def test_a_place_that_is_or_may_be_there(text: str) -> None:
    assert not found(text, "PL02")


def test_the_home_of_the_place_is_told() -> None:
    (finding,) = findings("考察团昨日抵达长治市清徐县。", "PL02")
    assert "太原市" in finding.message


def test_a_county_called_a_city_may_have_become_one() -> None:
    (finding,) = findings("他来自太原市清徐市。", "PL03")
    assert finding.severity is Severity.INFO
    (finding,) = findings("他来自太原市迎泽县。", "PL03")
    assert finding.severity is Severity.WARNING
    assert "太原市" in finding.message and "迎泽区" in finding.message


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("他来自太原市清须县。", ["清须县"]),
        ("他来自西安市莲护区。", ["莲护区"]),
        ("他来自西安市莲湖区。", []),
        ("他来自西安市怜护区。", []),
    ],
)
def test_a_name_that_sounds_alike(text: str, wrong: list[str]) -> None:
    assert found(text, "PL06") == wrong


def test_a_place_is_named_twice_but_not_a_city_behind_its_province() -> None:
    assert found("会议在山西山西省太原市举行。", "PL04") == ["山西山西省"]
    assert not found("会议在吉林吉林市举行，他从江苏苏州苏州河边来。", "PL04")


@pytest.mark.parametrize(
    ("text", "day", "names"),
    [
        ("他们来到密云县。", date(2020, 1, 1), ["密云县"]),
        ("他们来到密云县。", date(2015, 12, 1), []),
        ("他们来到密云县。", None, []),
        ("他们来到原密云县。", date(2020, 1, 1), []),
        ("2010年，他们来到密云县。", date(2020, 1, 1), []),
        ("记者从密云县获悉，此前一天，另一家公司成立。", date(2020, 1, 1), ["密云县"]),
        ("密云县合并前，他在那里教书。", date(2020, 1, 1), []),
        ("他是密云县人。", date(2020, 1, 1), []),
        ("林芝地区有小雨。", date(2020, 1, 1), []),
        ("海南白沙县有小雨。", date(2020, 1, 1), []),
        ("活动在下城区举行。", date(2024, 1, 1), []),
        ("活动在下城区举行。", date(2026, 1, 1), ["下城区"]),
    ],
)
def test_a_division_that_is_no_more(text: str, day: date | None, names: list[str]) -> None:
    assert found(text, "PL01", day) == names


@given(st.lists(st.sampled_from([*"省市区县旗州盟，。的在", "山西", "太原市", "清徐县", "自治区", "北京", "地区"])))
def test_findings_are_what_stands_there(parts: list[str]) -> None:
    text = "".join(parts) + "。"
    for finding in RULES.check(document_from_text(text, issued=date(2026, 5, 8))):
        assert text[finding.start.offset : finding.end.offset] == finding.text


def test_the_table_is_not_read_for_a_text_without_places() -> None:
    divisions._text.cache_clear()
    assert not found("全市上下一心，城市管理水平不断提高，市民满意。", "PL02")
    assert divisions._text.cache_info().currsize == 0
