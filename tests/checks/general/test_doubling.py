"""Doubled function words, units and suffixes, as an editor meets them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Settings, check_text
from newslint.checks.general.doubling import doubling_check
from newslint.checks.options import OptionError, Options

DOUBLED = Settings(select=("DU01", "DU12", "DU15", "DU16"))


def found(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.text) for finding in check_text(text, settings=DOUBLED)]


@pytest.mark.parametrize(
    ("text", "doubled"),
    [
        ("评委对这部作品的的评价很高。", "的的"),
        ("栏目的的主持人换成了年轻人。", "的的"),
        ("峰会定于9日在在云岭市召开。", "在在"),
        ("双方已经签署了了三份协议。", "了了"),
        ("委员会将将于七月公布结果。", "将将"),
        ("主持人悄悄和和农晓岚商量。", "和和"),
        ("这些消息都是是行业的利好。", "是是"),
        ("沿街遍布着着杂货店和理发店。", "着着"),
        ("河水缓缓地地流过古桥。", "地地"),
        ("她坐在在窗边读书。", "在在"),
        ("志愿者们们冒雨赶来。", "们们"),
        ("在扎实工作的基础上上，新项目陆续落地。", "上上"),
        ("渔船在风浪中中返航。", "中中"),
        ("记者从从市水务局获悉，泵站投用。", "从从"),
        ("乘客走到到站台尽头。", "到到"),
        ("会议认为，也也要看到不足。", "也也"),
        ("由于天气原因，对对航班作出调整。", "对对"),
        ("高铁通达2市和和3县。", "和和"),
        ("文件的的的附件还没有寄到。", "的的的"),
    ],
)
def test_a_function_word_twice_is_found(text: str, doubled: str) -> None:
    assert found(text) == [("DU01", doubled)]


@pytest.mark.parametrize(
    "text",
    [
        "这次活动以助学为目的的确难得，基金以债券为标的的风险不大。",
        "他打的的费用自理，门口停着两辆的士。",
        "现在在外地工作，旨在在社区推广，问题存在在管理上，正在在建的有三座桥。",
        "为了了解民情，事情不了了之，他受不了了，终于了了一桩心愿。",
        "几个方向向村里延伸，植被被烧毁，行为为人称道，参与与会者的讨论。",
        "老将将出场，票房将将过万，一把把雨伞撑开，一对对新人走来。",
        "但是是否可行，还是是非自有公论，他从从容容，日子和和美美。",
        "祥和和温暖的气氛里，名字和和平鸽印在一起，以及及时的救助。",
        "早就就业了，各地地方政府，取得得意的成绩，自由由来已久。",
        "国是是大家的事，猫名叫和和，菜单上有和和牛一样的肉。",
        "事业上上了新台阶，上上月客流下降，其中中国队夺冠，服从从严要求，签到到岗。",
        "卫星正在在轨运行，巡查员正在在建工地查看，民警正在在逃人员家附近守候。",
        "学问要提升为为社会服务的本领，旧仓库改建为为老服务站，领先扩大到到目前为止最大的九分。",
        "没有有效办法，达到到期条件，“不不不，我不去。”",
        "“是是，我就来。”“对对，就是这儿。”",
    ],
)
def test_two_words_that_meet_are_silent(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "街上有5个个体户、2家家政公司、3名名师，2010年年底歇业，发放5元元旦补贴。",
        "水库2027年年中蓄水，2028年年尾发电，2026年年味更浓，2025年年集照旧，12月月考推迟。",
        "2024年年发电量三亿千瓦时，2025年年接待游客八百万人次，2023年年营业收入两亿元，6月月销售额翻番。",
        "第8版\n2026\n年年有余\n03\n天天向上",
        "双11天天低价，队员个个精神，年年丰收，件件件件落实。",
        "云岭市市长与市市场监管局、青湾县县城商户座谈，省省直机关、区区长办公会同日召开。",
        "县县有医院，镇镇通公路。",
        "对于对历史感兴趣的人，拟将将要拆除的围墙改为花坛。",
    ],
)
def test_units_and_suffixes_that_begin_the_next_word_are_silent(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "doubled"),
    [
        ("图书馆将于2027年年启用。", "年年"),
        ("工程2026年5月月开工。", "月月"),
        ("会议28日日在云岭市闭幕。", "日日"),
        ("泵站2025年年的供水量翻番。", "年年"),
        ("2026年年，泵站投用。", "年年"),
        ("投资3000万元万元，用地5亩亩。", "万元万元 亩亩"),
    ],
)
def test_a_unit_twice_is_found(text: str, doubled: str) -> None:
    assert found(text) == [("DU15", one) for one in doubled.split()]


def test_the_fix_of_a_unit_keeps_the_number() -> None:
    (finding,) = check_text("门票每张80元元，学生免费。", settings=DOUBLED)
    assert finding.fix is not None
    assert [(edit.start, edit.end, edit.text) for edit in finding.fix.edits] == [(6, 8, "元")]


def test_a_literal_that_is_not_one_thing_twice_needs_its_replacement() -> None:
    with pytest.raises(OptionError, match="由于因为"):
        doubling_check(Options({"anchor": ["由于因为"]}))


@given(st.text(alphabet="的了在是和将元市县个名12目现方向，。“”\n", max_size=40))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for finding in check_text(text, settings=DOUBLED):
        assert text[finding.start.offset : finding.end.offset] == finding.text != ""
