"""What an editor sees of broken lines: which breaks are reported, as what, and what the fix makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint import check_text
from newslint.engine.engine import Engine
from newslint.engine.fixer import fix_document
from newslint.finding import Finding
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

ENGINE = Engine(load_rules([Path(__file__).parents[3] / "rules" / "breaks"]))


def check(text: str, **options: str) -> list[Finding]:
    return ENGINE.check(document_from_text(text, **options))


def codes(text: str) -> list[str]:
    return [finding.code for finding in check(text)]


def fixed(text: str) -> str:
    return fix_document(document_from_text(text), ENGINE.check, unsafe=True).text


LEAD = "老街修缮完工\n本报讯（记者 方明远）青石桥老街的修缮工程日前完工，"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (LEAD + "街坊们又能坐在茶馆里听评\n弹了。", "LS01"),
        (LEAD + "街坊们说，老街的骨架和神韵\n都完整地保留了下来。", "LS02"),
        (LEAD + "街坊们说，\n老街的骨架保留了下来。", "LS02"),
        (LEAD + "施工队给老街铺了新石板、\n新路灯和新排水沟。", "LS02"),
        (LEAD + "老茶馆也重新开了张\n，街坊们前来捧场。", "LS03"),
        (LEAD + "工程从去年4月\n18日开工，历时一年。", "LS05"),
        (LEAD + "工程铺设石板1\n0000块。", "LS05"),
        (LEAD + "空置的商铺减少了3.\n5%。", "LS05"),
        (LEAD + "共有约200\n万人次前来参观。", "LS05"),
        ("老街修缮完工\n本报青石桥4月18日电（记者方明\n远）青石桥老街的修缮工程日前完工。", "LS02"),
        (LEAD + "空置的商铺少了许多。\n街道办\n表示，修缮将分两期进行，明年年底全部完成。", "LS02"),
        (LEAD + "空置的商铺少了许多。\n凡是参加过议事会的人都有这样\n的感受：路修好了，人心也齐了。", "LS02"),
        (LEAD + "街道将按照章程，认真组\n组织好每月一次的议事会。", "LS06"),
    ],
)
def test_a_broken_line_is_one_finding(text: str, code: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("街道今年新添了两辆巡游的小巴，每天从东头的牌坊开到西头的码头，一趟", "要走四十分钟。街坊们都爱坐。"),
        ("街道的方案分两步走，先修排水管和路灯，再按照街坊们的意见逐户商量", "门面的样式。今年先修东头。"),
        ("街道办主任方明远介绍，老街改造以后，茶馆的客人", "比往年多了两成。街坊们很高兴。"),
        ("二十年来，老街的门面换了三回，石板路也", "重新铺过一回。街坊们都记得。"),
        ("街坊们说得最多的一句话，就是", "老街可别变了样。施工队记住了。"),
        ("街道队在区里的篮球联赛第二轮比赛中，与河湾队战成平手，最后在点球大战", "中以4：5告负。街坊们鼓起掌来。"),
        ("河边新添的戏台可以拆装，戏班子和", "街坊们自己管理。夜里灯火通明。"),
    ],
)
def test_a_paragraph_broken_between_two_words_is_no_sub_headline(upper: str, lower: str) -> None:
    story = "青石桥老街的修缮工程日前完工。街坊们又能坐在茶馆里听评弹了。"
    assert codes(f"老街修缮完工\n\n{story}\n{upper}\n{lower}\n{story}") == ["LS02"]
    assert codes(f"老街修缮完工\n\n{story}\n{upper}{lower}\n{story}") == []


@pytest.mark.parametrize(
    "line",
    [
        "与街坊们座谈时，方明远说，老街的骨架和神韵都要保留下来，不能只图快。",
        "街道提出，门面的样式要逐户商量。",
    ],
)
@pytest.mark.parametrize(
    "heading",
    [
        "老街的茶馆重新开张",
        "修旧如旧，让老手艺有用武之地",
        "先修排水管，再换旧路灯",
        "坚持修旧如旧，依靠街坊邻里，让一条老街的手艺和记忆都留得住传得下去",
        "买菜不再绕远路，看病不再排长队，三年改造给老街带来实实在在的变化",
        "石板路修平了，街灯也亮了，搬走的老街坊又一户一户回来开起了茶馆",
        "先听街坊怎么说，再看图纸怎么画，一条三百岁的老街修得人人都说好",
    ],
)
def test_a_sub_headline_above_a_paragraph_is_none(heading: str, line: str) -> None:
    story = "青石桥老街的修缮工程日前完工。街坊们又能坐在茶馆里听评弹了。"
    assert codes(f"老街修缮完工\n\n{story}\n{heading}\n{line}\n{story}") == []


@pytest.mark.parametrize(
    "text",
    [
        "老街修缮完工\n\n方明远 季知\n过完新年没多久，施工队进了老街。街坊们送来热茶。",
        "2026年4月\n街道办召开会议，商量老街怎么修。",
        "中共河湾市委书记阳宝成\n阳宝成，51岁，大学文化，曾在青石桥街道工作。",
        "议事会代表名单\n\n石桥社区（3人）\n方明远、沈亦舟（女）、季知\n\n河湾社区（2人）\n茅小篱、瞿弦和\n文化街区（2人）\n田一川、鲁知微",
    ],
)
def test_names_and_dates_at_the_end_of_a_line_are_whole(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    "furniture", ["— 3 —", "-12-", "第3页", "第3页 共8页", "3/12", "青石晚报　2026年4月18日　星期六　第3版"]
)
def test_page_furniture_in_a_sentence_is_taken_out_and_never_joined(furniture: str) -> None:
    text = LEAD + f"街坊们参观了展览，并约\n\n{furniture}\n\n定明年再来。"
    (finding,) = check(text)
    assert (finding.code, finding.text) == ("LS14", furniture)
    assert fixed(text) == LEAD + "街坊们参观了展览，并约定明年再来。"
    assert check(text.replace("，并约", "。").replace("定明年", "明年")) == []


@pytest.mark.parametrize("end", ["，", "，街坊们看见新铺的石板和新添的路灯都"])
def test_a_line_end_inside_a_paragraph_of_markdown_breaks_no_sentence(end: str) -> None:
    text = f"# 老街修缮完工\n\n青石桥老街的修缮工程日前完工{end}\n说，修得好。"
    assert [finding.code for finding in check(text, format="markdown")] == []
    (finding,) = check(text.replace("\n说", "\n\n说"), format="markdown")
    assert finding.code in ("LS02", "LS13")


def test_a_word_cut_inside_a_paragraph_of_markdown_is_found() -> None:
    text = "# 老街修缮完工\n\n青石桥老街的修缮工程日前完工，街坊们又能听评\n弹了。"
    assert [finding.code for finding in check(text, format="markdown")] == ["LS01"]


def test_a_number_cut_in_a_heading_is_found_whatever_its_form() -> None:
    text = f"{PARAGRAPHS[2]}\n2\n018绿色发展科技创新大会召开\n“2018绿色发展科技创新大会”今天在四川遂宁召开。"
    assert [(finding.code, finding.message[:6]) for finding in check(text)] == [("LS05", "“2018”")]


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\n\n", "\r\n\r\n", "\n　　", "\n\n　　", " \n  "])
def test_the_span_is_all_that_lies_between_the_two_lines(gap: str) -> None:
    text = LEAD + f"街道办表示，要把好事办实、把实事办\n好，让街坊满{gap}意。"
    found = [finding for finding in check(text) if finding.code == "LS01" and "满意" in finding.message]
    assert [finding.text for finding in found] == [gap]


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\n\n", "\r\n\r\n　　"])
def test_fixing_joins_the_lines_and_keeps_every_other_character(gap: str) -> None:
    head, tail = (
        "标题在此  两句\r\n\r\n\t本报讯（记者 方明远）街道召开会议，要求各方齐头并",
        "进，办好每一件小事。  \r\n\r\n下一段也说完了。\r\n",
    )
    assert fixed(head + gap + tail) == head + tail


@pytest.mark.parametrize(
    "text",
    [
        "老街修缮完工\n街坊们又能坐在茶馆里听评弹了。",
        "老街修缮完工\n——青石桥老街见闻\n本报记者 方明远\n青石板还是那条青石板。",
        "青石板还是那条青石板。\n老手艺，新生意\n修伞的摊子又支了起来。",
        "青石板还是那条青石板。\n街道提醒：\n进出请走东门\n修缮期间请勿停车\n有事请拨5550126",
        "街道列出三件事：\n一、修路\n二、通水\n三、种树",
        "青石板还是那条青石板。\n图为修缮后的老街（何一舟摄）\n茶馆坐满了人。",
        "问：老街还拆吗？\n答：不拆。",
        "记者问\n问：老街还拆吗？",
        "青石板还是那条青石板。\n报名电话：5550126\n5550127",
        "老街修缮完工\n方明远\n走进老街，青石板还是那条青石板。",
        "# 老街修缮完工\n青石板还是那条青石板。\n二、主要做法\n一是请街坊出主意，二是请匠人来动手。",
        "一条老街\n两排梧桐\n三声叫卖\n四代街坊",
        "顾问：方明远\n主编：何一舟\n校对：计小满",
        "青石板还是那条青石板。\n何一舟\n2026年4月9日",
        "The street is open.\nCome and see",
        "海边的客人“涌”进了山\n上个周末，单女士一家住进了民宿。",
        "新款手机定名青鸟15\n2026年3月起，用户可到门店体验。",
        "“老街修好了，街坊也没有散。\n“我们还是邻居。”",
        "姓名\t门牌\n何一舟\t7号",
    ],
)
def test_lines_that_end_where_they_should_are_left_alone(text: str) -> None:
    assert codes(text) == []


def test_a_marked_heading_is_never_joined_to_its_text() -> None:
    assert codes("# 各方齐头并\n进，让老街焕发生机。") == []


def test_a_break_between_articles_is_no_broken_line() -> None:
    assert codes("# 老街\n街坊们说，老街的骨架和神韵\n# 新街\n都完整地保留了下来。") == []


def test_a_paragraph_broken_twice_gives_two_findings_and_one_paragraph() -> None:
    text = LEAD + "街坊们说，老街的骨架和神韵\n都完整地保留了下来，茶馆、书场和\n伞铺也都回来了。"
    assert codes(text) == ["LS02", "LS02"]
    assert fixed(text) == text[: len(LEAD)] + text[len(LEAD) :].replace("\n", "")


def test_a_hard_wrapped_passage_is_one_finding() -> None:
    lines = [
        "城西湿地公园的游人渐渐多了起来，",
        "园方增加了摆渡车，还在湖边添置了",
        "长椅和饮水点。公园管理处提醒市民",
        "，雨天路滑，请勿靠近水面，照看好",
        "老人和孩子。",
    ]
    text = "\n".join(line.removeprefix("，") for line in lines)
    assert [finding.message for finding in check(text)] == ["这5行都在约16字处折断，是硬回车：应按段落接排"]
    assert "\n" not in fixed(text)


PARAGRAPHS = (
    "本报讯（记者 方明远）入夏以来，城西湿地公园的游人渐渐多了起来。园方添置了12辆摆渡车，还在湖边修了长椅和饮水点，老人孩子走累了，随时可以歇歇脚。",
    "家住河湾镇的计大妈每周要来三四回。她说：“从前进园要绕一大圈，现在坐上车，十来分钟就到了观鸟台，方便得很！”",
    "公园管理处介绍，摆渡车票价2元，每20分钟发一班，末班车开到晚上9点；雨天路滑，请勿靠近水面，照看好老人和孩子。",
)
MAY_NOT_BEGIN = "，。、；：！？”）"


def wrapped(paragraph: str, width: int, way: str) -> str:
    """``paragraph`` in lines of ``width`` characters (``cells``: half-width cells); ``way``: marks hang over or go down
    with the character before.
    """
    lines, line = [], ""
    for char in paragraph:
        size = len((line + char).encode("gbk")) if way == "cells" else len(line + char)
        if size <= width or (way == "hang" and char in MAY_NOT_BEGIN):
            line += char
        elif char in MAY_NOT_BEGIN and way != "bare":
            lines.append(line[:-1])
            line = line[-1] + char
        else:
            lines.append(line)
            line = char
    return "\n".join([*lines, line])


@pytest.mark.parametrize("width", [13, 16, 19, 24, 30])
@pytest.mark.parametrize("way", ["bare", "hang", "push", "cells"])
@pytest.mark.parametrize(
    ("indent", "gap"), [("", "\n\n"), ("\u3000\u3000", "\n"), ("\u3000\u3000", "\n\n"), ("    ", "\n")]
)
@pytest.mark.parametrize(
    "head", ["", "# 湿地公园添了摆渡车\n\n", "湿地公园添了摆渡车 逛园子不再靠腿\n本报记者 何一舟\n"]
)
def test_a_hard_wrapped_page_is_one_finding_and_its_paragraphs_come_back(
    width: int, way: str, indent: str, gap: str, head: str
) -> None:
    cells = 2 * width + 1 if way == "cells" else width
    text = head + gap.join(wrapped(indent + paragraph, cells, way) for paragraph in PARAGRAPHS)
    assert codes(text) == ["LS04"]
    assert fixed(text) == head + gap.join(indent + paragraph for paragraph in PARAGRAPHS)


@pytest.mark.parametrize("width", [13, 16, 19, 24])
def test_short_lines_end_the_paragraphs_where_nothing_else_does(width: int) -> None:
    text = "\n".join(wrapped(paragraph, width, "push") for paragraph in PARAGRAPHS)
    assert codes(text) == ["LS04"]
    assert fixed(text) == "\n".join(PARAGRAPHS)


def test_a_short_page_of_six_lines_is_enough() -> None:
    text = wrapped(PARAGRAPHS[1], 10, "push")
    assert text.count("\n") == 5
    assert codes(text) == ["LS04"]
    assert fixed(text) == PARAGRAPHS[1]


def test_a_subheadline_inside_a_hard_wrapped_page_stays_a_line() -> None:
    lines = [
        wrapped(PARAGRAPHS[0], 17, "push"),
        "坐车逛园子",
        wrapped(PARAGRAPHS[1], 17, "push"),
        "票价两元",
        wrapped(PARAGRAPHS[2], 17, "push"),
    ]
    assert codes("\n".join(lines)) == ["LS04"]
    assert fixed("\n".join(lines)) == "\n".join([PARAGRAPHS[0], "坐车逛园子", PARAGRAPHS[1], "票价两元", PARAGRAPHS[2]])


def test_a_full_line_before_a_fresh_start_ends_a_paragraph() -> None:
    first = "园方在湖边修了长椅和饮水点，老人孩子走累了，随时都可以坐下歇歇脚。"
    second = "据公园管理处介绍，摆渡车每二十分钟发一班，末班车开到晚上九点，雨天停开。"
    lines = [first[:17], first[17:], second[:17], second[17:34], second[34:]]
    assert [len(line) for line in lines[:4]] == [17, 16, 17, 17]
    assert fixed("\n".join(lines)) == f"{first}\n{second}"


def test_windows_line_ends_are_rejoined_too() -> None:
    text = "\r\n\r\n".join(wrapped(paragraph, 18, "push").replace("\n", "\r\n") for paragraph in PARAGRAPHS)
    assert codes(text) == ["LS04"]
    assert fixed(text) == "\r\n\r\n".join(PARAGRAPHS)


def test_items_of_a_list_stay_apart_where_one_fills_its_line() -> None:
    items = [
        "1. 乘车请在站牌下排队等候，先下后上，老人和孩子优先",
        "2. 车上请勿饮食，请勿把头和手伸出窗外，保管好随身物品",
    ]
    text = "\n".join(
        [
            wrapped(PARAGRAPHS[0] + PARAGRAPHS[2], len(items[0]), "bare"),
            *(wrapped(item, len(items[0]), "bare") for item in items),
        ]
    )
    assert "LS04" in codes(text)
    assert items[0] + "\n2. " in fixed(text)


def test_paragraphs_between_hard_wrapped_ones_are_no_part_of_the_passage() -> None:
    lines = [PARAGRAPHS[0], wrapped(PARAGRAPHS[1] + PARAGRAPHS[2], 20, "push"), PARAGRAPHS[0][8:]]
    found = check("\n".join(lines))
    assert [finding.code for finding in found] == ["LS04"]
    assert found[0].text == lines[1]


@pytest.mark.parametrize(
    "text",
    [
        "日程安排\n上午九点，开幕式，青石桥礼堂\n上午十点，座谈会，图书馆二楼\n下午两点，看展览，文化馆一楼\n下午四点，听讲座，图书馆三楼",
        "获奖名单\n一等奖：青石桥小学，何一舟\n二等奖：城西区小学，方明远\n二等奖：河湾镇小学，计小满\n三等奖：北山村小学，左小满\n三等奖：东湖区小学，雷在田",
        "灯一盏一盏地亮了，\n心一点一点地暖了，\n风吹动了旧的招牌，\n燕子又飞回了屋檐，\n有人在巷口卖栀子。",
    ],
)
def test_lists_and_verse_of_one_width_are_not_hard_wrapped(text: str) -> None:
    assert "LS04" not in codes(text)


def ragged(sizes: Sequence[int]) -> str:
    """The paragraphs as one, cut into lines of these lengths."""
    text = "".join(PARAGRAPHS)
    cuts = [0, *accumulate(sizes)]
    return "\n".join([text[start:end] for start, end in pairwise(cuts)] + [text[cuts[-1] :]])


def test_many_broken_lines_one_after_another_are_one_finding_with_the_fix_of_all() -> None:
    text = ragged([27, 19, 33, 13, 26, 12, 29, 17])
    found = check(text)
    assert [finding.code for finding in found] == ["LS04"]
    assert found[0].text == text
    assert found[0].message == "这9行有8处在句中折断，是硬回车：应按段落接排"
    assert fixed(text) == text.replace("\n", "")


def test_few_broken_lines_are_reported_one_by_one() -> None:
    assert set(codes(ragged([33, 19]))) <= {"LS01", "LS02"} and len(codes(ragged([33, 19]))) == 2


@pytest.mark.parametrize(
    "below",
    [
        "当前，工程进入收尾阶段。",
        "在修缮过程中，工人们尽量使用旧料。",
        "截至上周，已有七家商户回迁。",
        "老街的茶馆也重新开了张。",
    ],
)
def test_a_whole_sentence_above_a_fresh_start_lacks_its_stop_and_is_not_broken(below: str) -> None:
    upper = "老街的修缮工程去年四月开工，历时一年，铺设石板三千多块，修缮老屋四十二间，街坊们出门方便了许多"
    whole = "青石板还是那条青石板，茶馆还是那家茶馆。"
    assert codes(f"{whole}\n{upper}\n{below}\n{whole}") == []
    assert codes(f"{whole}\n{upper}，\n{below}\n{whole}") == ["LS02"]


def test_rejoining_keeps_paragraphs_apart_that_an_indentation_marks() -> None:
    text = (
        "　　城西湿地公园的游人渐渐多了起\n来，园方增加了摆渡车，还在湖边添置\n了长椅和饮水点，游人都说好，很好。\n"
        "　　公园管理处提醒市民，雨天路滑\n，请勿靠近水面，还要照看好老人和孩\n子，不要喂食野鸟。"
    ).replace("\n，", "，\n")
    assert fixed(text).count("\n") == 1


@given(st.text(alphabet="的一是在上个市民中心组织，。、：；“”（）《》…—14年月日%.　 \n\r\tA#", max_size=120))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_findings_inside_the_text_and_a_fix_that_settles(text: str) -> None:
    for finding in check(text):
        assert 0 <= finding.start.offset < finding.end.offset <= len(text)
        assert finding.text == text[finding.start.offset : finding.end.offset]
    outcome = fix_document(
        document_from_text(text), lambda document: [f for f in ENGINE.check(document) if f.code != "LS06"], unsafe=True
    )
    assert not outcome.cycle
    # Joining takes out line ends and indentation; only LS06 drops characters.
    assert "".join(outcome.text.split()) == "".join(text.split())


CENTRED = '<p style="text-align: center"><strong>{}</strong></p>'
ABOVE = "<p>老街的修缮工程日前完工，空置的商铺少了许多。</p><p>街坊们说，老街的骨架保留了下来，明年还要再修。</p>"
BELOW = "<p>本月起，市民凭证件可以到社区领取门票，周一闭馆。</p><p>志愿者每天清扫两次，游客很少乱扔垃圾。</p>"


@pytest.mark.parametrize(
    "line", [CENTRED, '<p align="center">{}</p>', '<p class="ql-align-center">{}</p>', "<p>{}</p>"]
)
@pytest.mark.parametrize("above", ["", ABOVE])
def test_a_headline_in_two_lines_in_the_middle_of_a_page_is_whole(line: str, above: str) -> None:
    page = f"<article>{above}{line.format('老街修缮让街坊们共同享有的')}{line.format('生活')}{BELOW}</article>"
    found = [finding.code for finding in check_text(page, filename="a.html")]
    assert found == ([] if line != "<p>{}</p>" else ["LS02"])


def test_a_word_cut_between_two_lines_in_the_middle_is_cut() -> None:
    page = f"<article>{ABOVE}{CENTRED.format('青石桥老街昨日对市')}{CENTRED.format('民开放')}{BELOW}</article>"
    assert [finding.code for finding in check_text(page, filename="a.html")] == ["LS01"]


def test_text_set_in_the_middle_from_end_to_end_is_still_text() -> None:
    upper, lower = "修缮结束之后的第一天，青石桥的街坊们都高兴地说，老街的骨架和神韵", "都完整地保留了下来。"
    page = f"<article>{ABOVE}{CENTRED.format(upper)}{CENTRED.format(lower)}{BELOW}</article>"
    assert [finding.code for finding in check_text(page, filename="a.html")] == ["LS02"]
