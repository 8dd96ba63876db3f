from __future__ import annotations

import pytest

from newslint.facts.transliterations import transliterations
from newslint.readers import document_from_text


def names(text: str) -> list[str]:
    return [run.form for run in document_from_text(text).once(transliterations)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("总统卡洛斯基，昨日抵达。", ["卡洛斯基"]),
        ("总理卡洛斯基抵达机场。", ["卡洛斯基"]),  # 理 could begin a foreign name
        ("会见卡洛斯基夫妇后，卡洛斯基夫妇回国。", ["卡洛斯基", "卡洛斯基"]),
        ("球员贝卡里奥和西蒙尼·托雷斯上场。", ["贝卡里奥", "西蒙尼"]),
        ("教师阿依古丽·买买提昨日获奖。", ["阿依古丽", "买买提"]),
        ("村支书多吉次仁带头修路。", ["多吉次仁"]),
    ],
)
def test_names_that_are_seen_to_begin_and_to_end(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_name_is_found_again_with_another_sign() -> None:
    assert names("总统卡洛斯基，昨日抵达。大家欢迎卡罗斯基到访。") == ["卡洛斯基", "卡罗斯基"]


def test_the_end_of_a_longer_name_is_no_slip_for_a_shorter_one() -> None:
    text = "当局宣布，塔纳耶夫被任命为副总理，阿克马塔利耶夫被任命为部长，塔那耶夫表示感谢。"
    assert set(names(text)) == {"塔纳耶夫", "塔那耶夫", "阿克马塔利耶夫"}
