"""Segmentation, and the proof that a string stands in its sentence as a word."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.chinese import segmentation
from newslint.chinese.segmentation import cost, evidence, segment, split_words, stands_alone

HAN = st.text(
    alphabet="的一是在不了有和人中大上国我以要他时来到地个就出发展成会可主年动同工也能下生目确定组织现场重点中心理学校长江通讯迅速民政策",
    max_size=30,
)


def cut(text):
    return [text[start:end] for start, end in segment(text)]


@pytest.mark.parametrize(
    "expected",
    [
        "他 的 目的 确定 了",
        "形势 的确 严峻",
        "项目 按 装备 数量 分摊",
        "全市 民生 支出 增长",
        "荷兰 球星 抵达 北京",
        "认真 组织 志愿者 开展 垃圾分类",
        "共 发放 1200 份 手册",
        "合格率 达 98.5% 以上",
        "二〇二五 年 春 ， 工程 竣工",
        "使用 PCR 设备 检测",
    ],
)
def test_sentences_fall_into_their_words(expected):
    assert cut(expected.replace(" ", "")) == split_words(expected.replace(" ", "")) == expected.split(" ")


def test_a_measure_word_after_a_number_stays_with_the_number():
    # Without the number, 处在 is one word.
    assert cut("网点1万处在县城") == ["网点", "1", "万", "处", "在", "县城"]
    assert "处在" in cut("企业处在县城")


STANDING = """
双方的<通迅>地址已更新|欢迎<通迅>员来稿|大桥于昨日<峻工>通车|工程提前两个月<峻工>|小区<按装>了充电桩|技术员上门<按装>宽带
激动的心情<按纳>不住|他再也<按纳>不住内心的喜悦|领导亲自<坐阵>指挥|全市上下<迫不急待>地开工|面对困难<一愁莫展>
乱停车<防碍>交通将受罚|游客纷纷来此<渡假>|公司<报消>了差旅费|民警<默守成规>受到批评|干部要<以身做则>|产品<倍受>欢迎
会议<布署>下一阶段工作|市里作出周密<布署>|职工须<配带>胸卡|他<粗旷>的嗓音|办事<拖踏>的现象|活动取得<园满>成功
旅客<侯车>时间缩短|车站<侯车>室已启用|住户<帐蓬>被大风吹走|灾区急需<帐蓬>和棉被|居民<针贬>时弊|前来<恰谈>业务的客商
干群关系<溶洽>|长期<松驰>的管理|村民对此<大相径廷>|他<凭添>了几分信心|城市<座落>在大河岸边|工人<克苦>钻研技术
场面令人<震憾>|两位老人互相<寒喧>|<兰球>比赛今晚开始|孩子们在操场上打<兰球>|这里盛产<罗卜>和白菜|确保<国泰民按>
会上<重审>了这一立场|要<树立>正确的观念|形势<的确>严峻|他学习<中医>多年|会议<和平>结束
"""

SEAMS = """
这项工作已<按纳>入计划的要求推进|企业应当<按纳>税信用等级申报|不得<按装>备数量分摊|货物<按装>卸顺序摆放|费用<按装>修面积计算
交通<通迅>速恢复|开<通迅>捷的绿色通道|道路畅<通迅>速|由高<峻工>程师主持|山势险<峻工>程难度大|他的目<的确>定了|打<的确>实不便
一家<中医>院揭牌|他<将来>自各地的客人请进屋|从人群中走<出现>场|活动<中心>理辅导不可少|南京市<长江>大桥通车
研究<生命>令自己按时完成|主任<会同>意这个方案|结<合作>风建设开展教育|加强组织和纪律<和服>务意识|产品质量<和服>务态度
干部职工<和平>民百姓|工程<师大>会今天召开|完成任务<后备>受好评|下<雨天>气转凉|今<年货>运量增长|当<年会>计核算
全<市民>生支出增长|本市<民政>策咨询|张贴公<布署>名文章|有关方面公<布署>期安排|他<在接>到电话后出发|部队分<配带>队干部
合理分<配带>薪休假天数|街道支<配带>宽资源|婚<配带>来的问题|银行<报消>费贷款业务|填<报消>防资料|申<报消>费券|校<园满>是花香
果<园满>目金黄|幼儿<园满>足入园需求|诸<侯车>驾|随<即使>用|让<座落>实到位|讲<座落>下帷幕|满<座落>座|攻<克苦>难关
伊斯<兰球>迷|新西<兰球>队|乌克<兰球>员|波<兰球>场
"""


def cases(listing):
    marked = listing.strip().replace("\n", "|").split("|")
    return [(case.replace("<", "").replace(">", ""), case.index("<"), case.index(">") - 1) for case in marked]


@pytest.mark.parametrize(("text", "start", "end"), cases(STANDING))
def test_a_word_is_proved_where_it_stands(text, start, end):
    assert stands_alone(text, start, end)


@pytest.mark.parametrize(("text", "start", "end"), cases(SEAMS))
def test_the_seam_of_two_words_is_refused(text, start, end):
    assert not stands_alone(text, start, end)


def test_the_rarer_a_string_is_taken_to_be_the_more_proof_it_needs():
    text = "工厂既使亏损也不裁员"  # 既 and 使 are common words in their own right
    assert stands_alone(text, 2, 4, as_frequency=500)
    assert not stands_alone(text, 2, 4, as_frequency=5)


def test_words_beyond_a_mark_prove_nothing():
    assert not stands_alone("按纳入计划", 0, 2)
    assert stands_alone("按纳，入计划", 0, 2)


def test_the_context_is_a_window_so_long_texts_give_the_same_answer():
    text = "各地加快建设" * 200
    assert evidence(text + "大桥于昨日峻工通车", len(text) + 5, len(text) + 7) == evidence(
        text[-60:] + "大桥于昨日峻工通车", 65, 67
    )


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 1), (0, 3)])
def test_a_span_outside_the_text_is_an_error(start, end):
    with pytest.raises(ValueError, match="no such span"):
        stands_alone("重点", start, end)


@given(st.text(max_size=40) | HAN)
def test_segments_cover_any_text_in_order_at_a_finite_cost(text):
    spans = segment(text)
    assert "".join(text[start:end] for start, end in spans) == text
    assert [start for start, _ in spans] == [0, *(end for _, end in spans)][: len(spans)]
    assert all(start < end for start, end in spans)
    assert math.isfinite(cost(text))
    assert cost(text) >= 0


@given(HAN, HAN)
def test_joining_two_texts_never_costs_more_than_both(left, right):
    assert cost(left + right) <= cost(left) + cost(right) + 1e-6


@given(HAN)
def test_costs_from_either_side_agree(text):
    assert math.isclose(segmentation.costs_from(text)[0], segmentation.costs_to(text)[-1], abs_tol=1e-6)


@given(st.data(), st.text(min_size=1, max_size=30) | HAN.filter(bool))
def test_any_span_can_be_asked_for(data, text):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert not math.isnan(evidence(text, start, end))
