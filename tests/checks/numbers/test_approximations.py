"""Numbers that are called approximate, or bounded, twice."""

from __future__ import annotations

import pytest

from newslint import Settings, check_text, fix_text

APPROXIMATE = Settings(select=("NU07",))
BOUND = Settings(select=("NU29",))
ODD = Settings(select=("NU08",))


def texts(text: str, settings: Settings) -> list[str]:
    return [finding.text for finding in check_text(text, settings=settings)]


@pytest.mark.parametrize("before", ["约", "大约", "近", "将近", "接近", "超", "超过", "逾", "不足", "不到"])
@pytest.mark.parametrize("number", ["200余", "三十多", "5万余", "百余", "1,200多"])
def test_a_word_before_the_number_and_another_behind_it(before: str, number: str) -> None:
    assert texts(f"昨天{before}{number}名读者到场。", APPROXIMATE) == [before + number]


@pytest.mark.parametrize("after", ["左右", "上下"])
def test_a_word_before_the_number_and_one_behind_its_unit(after: str) -> None:
    assert texts(f"水库长约3公里{after}，宽300多米{after}。", APPROXIMATE) == [f"约3公里{after}", f"300多米{after}"]
    settings = Settings(select=("NU07",))
    assert fix_text(f"水库长约3公里{after}。", settings=settings, unsafe=True) == "水库长约3公里。"


@pytest.mark.parametrize(
    "text",
    [
        "节约20余万元，签约30多个项目，纽约200多人。",
        "附近20余家、最近30多年、走近百余位老人。",
        "近二十多年来，近十余年。",
        "他反超10多分。",
        "约3公里的左右两侧，近200名，200余名。",
        "第20多号选手，约20路公交车。",
    ],
)
def test_what_is_called_approximate_once(text: str) -> None:
    assert texts(text, APPROXIMATE) == []


def test_words_that_contradict_each_other_are_said_to() -> None:
    (finding,) = check_text("到场的不足百余人。", settings=APPROXIMATE)
    assert "前后矛盾" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "至少20人以上",
        "最少要有3年以上",
        "不低于60%以上",
        "最多3天以内",
        "不超过5人以下",
        "超过一百亿元以上",
        "不到10人以下",
    ],
)
def test_a_bound_on_both_sides(text: str) -> None:
    assert texts(f"规定{text}。", BOUND) == [text]


@pytest.mark.parametrize(
    "text", ["至少20人。以上", "3年以上", "约20人以上", "超过5人，以下简称", "不少于20人的队伍以上一次为准"]
)
def test_a_bound_on_one_side(text: str) -> None:
    assert texts(f"规定{text}。", BOUND) == []


@pytest.mark.parametrize(
    ("text", "found"), [("3多万元", ["3多万"]), ("25余人", ["25余人"]), ("20余人", []), ("3.5万余人", [])]
)
def test_more_behind_a_number_that_is_not_round(text: str, found: list[str]) -> None:
    assert texts(f"共{text}。", ODD) == found
