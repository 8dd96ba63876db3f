"""The table of divisions: what lies under what, and until when a name held."""

from __future__ import annotations

import pytest

from newslint.chinese import divisions
from newslint.chinese.divisions import Division


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("太原市", ["1401"]),
        ("山西省", ["14"]),
        ("新疆维吾尔自治区", ["65"]),
        ("雄安新区", ["1331"]),
        ("荆州市", ["4210", "4224"]),  # made of 荆州地区
        ("延边州", ["2224"]),
        ("太原", []),
        ("清徐县", []),
        ("", []),
    ],
)
def test_codes_of_provinces_and_prefectures(name: str, codes: list[str]) -> None:
    assert divisions.uppers(name) == codes


def test_every_short_name_is_that_of_a_province() -> None:
    codes = [divisions.province(short) for short in divisions.SHORT_PROVINCES]
    assert len(set(codes)) == 31
    assert all(len(code) == 2 for code in codes)
    assert divisions.province("吉林") == "22"
    assert divisions.province("云岭") == ""


def test_counties_of_one_name_in_several_cities() -> None:
    assert [county.code[:4] for county in divisions.counties("朝阳区")] == ["1101", "2201"]
    assert divisions.counties("密云县") == [Division("密云县", "110228", 2014)]
    assert divisions.counties("云岭县") == []


def test_an_autonomous_county_goes_by_its_short_name_too() -> None:
    assert ("漾濞彝族自治县", None) in [(found.name, found.until) for found in divisions.counties("漾濞县")]
    assert "白沙县" not in divisions.former()


def test_names_that_differ_in_one_character() -> None:
    assert "杏花岭区" in [found.name for found in divisions.similar("杏花玲区")]
    assert "清徐县" in [found.name for found in divisions.similar("请徐县")]
    assert not [found for found in divisions.similar("清徐县") if found.name == "清徐县"]


@pytest.mark.parametrize(
    ("name", "until", "now"), [("密云县", 2014, ""), ("襄樊市", 2009, "襄阳市"), ("下城区", 2025, "")]
)
def test_former_names(name: str, until: int, now: str) -> None:
    old = divisions.former()[name]
    assert old.until == until
    assert divisions.at_code(old.code) == now


def test_names_in_use_are_not_former_ones() -> None:
    former = divisions.former()
    for name in ("密云区", "太原市", "西湖区", "巢湖市", "长沙县"):
        assert name not in former


def test_the_table_is_sorted_as_the_search_needs_it() -> None:
    names = [line.split(" ")[0] for line in divisions._lines()]
    assert names == sorted(names)
    assert len(names) == len(set(names))
