"""Lists that name one thing twice, as an editor meets them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Settings, check_text, fix_text

LISTS = Settings(select=("DU07", "DU08"))


def found(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.text) for finding in check_text(text, settings=LISTS)]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("队员赴晋湖区、柳溪区、白沙区、柳溪区采样。", ""),
        ("队员赴晋湖区、柳溪区、白沙区、柳溪区、青湾县采样。", "柳溪区"),
        ("队员赴晋湖区、柳溪区、白沙区和晋湖区等地采样。", "晋湖区"),
        ("走访覆盖柏树街道、星桥街道、柏树街道，历时三天。", "柏树街道"),
        ("四区由陶器、漆器、竹编、漆器等地方以“守艺、传艺”为题办展。", "漆器"),
        ("他说：“门类有陶器、漆器、竹编、漆器、剪纸。”", "漆器"),
        ("会上展出陶器、漆器、竹编、漆器。", "漆器"),
    ],
)
def test_an_item_named_twice(text: str, item: str) -> None:
    assert found(text) == ([("DU07", item)] if item else [])


@pytest.mark.parametrize(
    "text",
    [
        "你、我、你都要来，红、黄、红三条线。",
        "李晴的诗、周远的画、李晴的字一同展出。",
        "列车先后停靠云岭、白沙、云岭，往返于老站、新站、老站之间。",
        "北京大学、清华大学、北京师范大学和北京大学附属中学。",
        "农业、林业、农业保险都有补贴。",
        "未来三天小雨、中雨、小雨，西部多云、小雪、多云。",
        "路线为老站、新站、老站，途经云岭、白沙、云岭。",
        "设备的研发、生产、销售的流程和软件的研发、生产、销售的流程不同。",
        "工程包括厂房、水渠、厂房与大坝间的通道。",
        "第一组有中国、日本、韩国，第二组有中国、美国、英国。",
        "他说：“苹果、橘子、苹果，都是苹果。”",
        "市、县区、乡镇应当把书架列入市、县区、乡镇预算。",
        "规划、施工、监理等单位应当在规划、施工、监理中守规矩。",
        "教育、民政、财政部门要会同教育、民政、财政协会办好此事。",
        "信里写了青石镇党委、政府、群众对云岭镇党委、政府、群众的谢意。",
        "指标有续驶里程、额定功率、额定功率与峰值功率之比等。",
    ],
)
def test_different_things_and_turns_are_silent(text: str) -> None:
    assert found(text) == []


def test_no_item_is_deleted_because_another_may_have_been_meant() -> None:
    text = "展出陶器、漆器、竹编、漆器和剪纸。"
    assert fix_text(text, unsafe=True, settings=LISTS) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市委、市委卫健委联合部署。", [("DU08", "市委、市委卫健委")]),
        ("县委、县委公安局派员到场。", [("DU08", "县委、县委公安局")]),
        ("市委、市委办公室、市委宣传部派员到场。", []),
        ("省政府、省政府办公厅发出通知，县委、县政府同意。", []),
    ],
)
def test_departments_of_the_government_are_not_of_the_party(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@given(st.text(alphabet="甲乙丙区、，等和“”\n", max_size=60))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for finding in check_text(text, settings=LISTS):
        assert text[finding.start.offset : finding.end.offset] == finding.text != ""
