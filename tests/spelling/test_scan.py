"""Misspellings found in sentences, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.spelling.scan import misspellings

#: Sentences with one wrong character each, in brackets, and the right one behind it.
WRONG = """
这里海[拨拔]最高的村子通上了公路。
全市数[宇字]经济核心产业增加值增长一成。
该县名列前[矛茅]，受到省里表扬。
队员们以雷[励厉]风行的作风投入救援。
学校建立[建健]全了值班制度，做到有人管、有人问。
春天到来，桃花[竟竞]相开放，游人如织。
大家一[至致]认为，这项工作意义重大。
会议要求各地认真组[只织]实施。
这家企业[己已]经连续三年盈利。
市委常委、宣传部长出席开幕[试式]并讲话。
经过两小时奋战，火势得到有效[空控]制。
""".split()


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_character_is_found_with_the_right_one(line: str) -> None:
    at = line.index("[")
    text = line[:at] + line[at + 1] + line[at + 4 :]
    [suspect] = misspellings(text)
    assert (suspect.at, suspect.meant[0]) == (at, line[at + 2])
    assert 1 <= len(suspect.meant) <= 3


@pytest.mark.parametrize("line", WRONG)
def test_the_right_sentence_is_silent(line: str) -> None:
    at = line.index("[")
    assert misspellings(line[:at] + line[at + 2] + line[at + 4 :]) == []


@pytest.mark.parametrize(
    "text",
    [
        "展览取名“数宇经济”，下月开幕。",
        "他写过《海拨最高的村子》一书。",
        "海拨公司今日开业，海拨公司的员工都来了。",
        "",
        "，。",
        "Only Latin letters and 12345.",
        "😀" * 20,
    ],
)
def test_what_is_meant_and_what_is_no_chinese_is_left_alone(text: str) -> None:
    assert misspellings(text) == []


def test_beside_a_mark_what_is_meant_is_common_or_stands_in_the_text() -> None:
    line = "参展的有麦香坊、银食等预制菜企业"
    assert misspellings(f"{line}。") == []
    [suspect] = misspellings(f"{line}，饮食服务也更好了。")
    assert (suspect.at, suspect.meant) == (line.index("银"), ("饮",))


@given(st.text(alphabet="数宇经济海拨最高，。“”《》的😀a1\n", max_size=60))
def test_any_text_gives_places_inside_it(text: str) -> None:
    for suspect in misspellings(text):
        assert 0 <= suspect.at < len(text)
        assert text[suspect.at] not in suspect.meant
