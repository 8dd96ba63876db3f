"""Words, phrases and clauses written twice, as an editor meets them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Settings, check_text

REPEATED = Settings(select=("DU02", "DU03", "DU04"))


def found(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.text) for finding in check_text(text, settings=REPEATED)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("施工队对管网进行进行检修。", ("DU02", "进行进行")),
        ("昨天昨天下午，代表们参观了新馆。", ("DU02", "昨天昨天")),
        ("学校学校食堂改用新菜单。", ("DU02", "学校学校")),
        ("街道已经已经完成摸底。", ("DU02", "已经已经")),
        ("职工认真认真学习了文件。", ("DU02", "认真认真")),
        ("参展的有产品产品、图片和模型。", ("DU02", "产品产品")),
        ("团队进行研究研究，提出方案。", ("DU02", "研究研究")),
        ("他说：“这条路已经修修补补，城市城市面貌变了。”", ("DU02", "城市城市")),
        ("居民对命运共同体共同体的理解更深。", ("DU02", "共同体共同体")),
        ("数据数据显示，客流增长。", ("DU02", "数据数据")),
        ("代表团团长送上礼品礼品表示谢意。", ("DU02", "礼品礼品")),
        ("“这件事通过通过邮件就能办。”他说。", ("DU02", "通过通过")),
        ("这就是所谓的所谓的捷径。", ("DU02", "所谓的所谓的")),
        ("云岭正衡会计师事务所会计师事务所负责审计。", ("DU04", "会计师事务所会计师事务所")),
        ("各地要压实责任，压实责任，确保安全。", ("DU04", "，压实责任")),
        ("五条公交线路延长运营时间，延长运营时间，末班车推迟。", ("DU04", "，延长运营时间")),
        ("两地约定互帮互助互帮，共同发展。", ("DU03", "互帮互助互帮")),
        ("他们秉持“互惠互利互惠”的原则。", ("DU03", "互惠互利互惠")),
        ("她说：“夜里查两遍，水位涨了就喊醒大家，水位涨了就喊醒大家。”", ("DU04", "，水位涨了就喊醒大家")),
        ("自来水通到千家万户千家，老人很高兴。", ("DU03", "千家万户千家")),
        ("干部要脚踏实地脚踏，把事办好。", ("DU03", "脚踏实地脚踏")),
        ("队员全心全意全心为街坊服务。", ("DU03", "全心全意全心")),
        ("山东省山东省委员会发出通知。", ("DU02", "山东省山东省")),
        ("一线一线职工都到了现场。", ("DU02", "一线一线")),
        ("该项目项目负责人已经到任。", ("DU02", "项目项目")),
    ],
)
def test_what_was_written_twice_is_found_once(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "这事要研究研究，大家商量商量，身体要锻炼锻炼，院子也收拾收拾。",
        "一颗一颗地数，一步一步地走，大把大把的种子，一个问题一个问题地解决，一分钟一分钟地等。",
        "青湾大学大学生、消防总队总队长、沿线的莱阳市莱阳站和专利局专利审查中心。",
        "交警支队支队长说，火山火山口附近封路，党委根据根据地的条件安排生产。",
        "请你照顾照顾后代，把经验总结总结，这事大家支持支持。",
        "晚霞通红通红的，小河碧绿碧绿，听着听着就睡了，路很远很远。",
        "“老师老师，您看！”“辛苦辛苦，过奖过奖。”",
        "云岭社会组织组织志愿者清理河道，本报一线报道组报道组成员轮班。",
        "铃声叮咚叮咚，雨点滴答滴答，眼睛忽闪忽闪的。",
        "非常非常重要，很普通很普通的一天，慢慢的慢慢的就懂了。",
        "想走哪边走哪边，宠物及宠物用品打折。",
        "加油加油！队员们喊道：“快传球，快传球！”",
        "坚持共建共享共赢，日子越来越好越来越甜，空对空和空对地同时演练。",
        "促进就业，促进创业，促进增收。",
        "一个都不能少，一个都不能少。",
        "爸爸说：“不容易啊，真不容易啊。”",
        "刑侦支队五大队大队长沙一鸣到场，某中队中队长随后赶来，特勤大队大队部设在河东。",
        "市纪委监委监委委员到场，一线医疗队医疗队队员轮班。",
        "闸门已与物联网联网，机房断开互联网联网设备。",
        "展览在秘鲁利马、墨西哥墨西哥城、卢森堡卢森堡市和吉布提吉布提市举办。",
        "电缆一卷一卷码好，砖坯一窑一窑烧成，麦子一垄一垄割，线轴一锭一锭换，一半一半地分。",
        "该处罚处罚，该通报通报，该表扬表扬。",
        "稿子修改修改再修改，数据核实核实又核实，剧情反转反转再反转。",
        "碑上刻着“渔家渔家捕鱼忙”的诗句，孩子们唱着“柳河柳河弯又长”。",
        "平台针对企业对企业的交易，也面向个人对个人的转让。",
        "他念道：故乡是一湾清清的河水，清清的河水；乡亲是一双勤快的大手，勤快的大手。",
        "歌里唱着那座青青的小山，青青的小山；那条弯弯的小河。",
        "沙一鸣说：“游客都赶到我们镇上看灯，赶到我们镇上看灯，就是人气。”",
        "四邻都来我们村里听戏，来我们村里听戏，就是热闹。",
        "她说：“大家一定要守住大堤，一定要守住大堤，等水退了再回家。”",
        "他喊：“大坝一定守得住，大坝一定守得住。”",
        "朋友的朋友的朋友来了，老板的老板的老板也来了，同学的同学的来信念了三遍。",
        "不使用收费收据收费的，可以拒绝；社会主义社会里，工作人员工作繁忙；千家万户千家企业受益。",
    ],
)
def test_reduplication_parallels_and_seams_are_silent(text: str) -> None:
    assert found(text) == []


def test_the_seam_of_a_headline_and_its_story_is_silent() -> None:
    story = "改选一事在老街传开，街坊们都来打听。" + "夜里的茶馆坐满了人，大家你一言我一语，说到很晚才散。" * 6
    assert found(f"方明远宣布参选街坊议事会街坊议事会{story}") == []
    assert found(f"昨天，方明远宣布参选街坊议事会街坊议事会{story}") == [("DU04", "街坊议事会街坊议事会")]
    assert found("方明远宣布参选街坊议事会街坊议事会改选。") == [("DU04", "街坊议事会街坊议事会")]


@pytest.mark.parametrize("clause", ["磕了又磕", "看了又看", "走啊走", "想来想", "一遍又一遍", "再忍再忍"])
def test_what_is_done_again_and_again_may_be_told_twice(clause: str) -> None:
    assert found(f"老人不说话，只是{clause}，{clause}。") == []


def test_verse_is_silent() -> None:
    verse = "渡口\n小河弯弯流过村\n流过村\n船儿船儿慢慢摇\n慢慢摇\n月儿月儿照渡口\n"
    assert found(verse) == []


def test_the_second_clause_is_marked_and_the_first_named() -> None:
    (finding,) = check_text("会议要求，加强统筹协调，加强统筹协调，按期完成。", settings=REPEATED)
    assert finding.start.column == 12
    assert [(place.start.column, place.end.column) for place in finding.related] == [(6, 12)]
    assert [place.message for place in finding.related] == ["前面刚写过"]


def test_a_line_of_ornaments_or_a_chant_is_silent() -> None:
    assert found("加油云岭" * 30) == []
    assert found("甲乙" * 500) == []


@given(st.text(alphabet="进行互惠利通过研究一颗的，。！“”甲\n", max_size=60))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for finding in check_text(text, settings=REPEATED):
        assert text[finding.start.offset : finding.end.offset] == finding.text != ""


def test_a_long_text_is_looked_through_as_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.document.lines.STRETCH", 10)
    text = "\n".join(["两地约定互帮互助互帮，共同发展。", "大家都说好。", "学校学校食堂改用新菜单。"] * 2)
    assert found(text) == [("DU03", "互帮互助互帮"), ("DU02", "学校学校")] * 2


def test_a_repeated_clause_is_found_among_lines_that_have_it_once() -> None:
    once = "各地要压实责任，确保安全。\n压实责任，严格检查。\n"
    assert found(once * 3 + "各地要压实责任，压实责任，确保安全。\n" + once) == [("DU04", "，压实责任")]
    assert found("各地要压实责任\n，压实责任，确保安全。\n") == []
