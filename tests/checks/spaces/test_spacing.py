"""Spaces out of place: each stray space is told once, rightful ones not at all."""

from __future__ import annotations

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from newslint.engine.engine import Engine
from newslint.engine.fixer import fix_document
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

RULES = ROOT / "rules"
PAGES = {
    "exotic": RULES / "characters" / "exotic-space.toml",
    "han": RULES / "spaces" / "between-han.toml",
    "mark": RULES / "spaces" / "beside-mark.toml",
    "padding": RULES / "spaces" / "name-padding.toml",
    "paragraph": RULES / "spaces" / "lost-paragraph.toml",
    "several": RULES / "spaces" / "several.toml",
    "wide": RULES / "spaces" / "wide-between-han.toml",
}
ENGINE = Engine(load_rules(PAGES.values()))
KINDS = {rule.code: kind for kind, page in PAGES.items() for rule in load_rules([page])}

TAIL = "，首日接待读者三千人，座位全满。"


def found(text: str) -> list[tuple[str, str]]:
    return [(KINDS[finding.code], finding.text) for finding in ENGINE.check(document_from_text(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云岭市图书馆 昨天开馆", [("han", " ")]),
        ("云岭市图书馆　昨天开馆", [("wide", "　")]),
        ("云岭市图书馆昨天开馆 ", [("mark", " ")]),
        ("云岭市图书馆昨天开馆。　　馆长致辞", [("paragraph", "　　")]),
        ("云岭市图书馆\u00a0 昨天开馆", [("exotic", "\u00a0 ")]),
        ("云岭市图书馆昨天开馆，李 平说没想到", [("padding", " ")]),
        ("云岭市图书馆从May 1至  May 7开放", [("several", "  ")]),
        ("云岭市图书馆 、 书店昨天开业", [("mark", " "), ("mark", " ")]),
    ],
)
def test_each_space_has_one_kind(text: str, expected: list) -> None:
    assert found(text + TAIL) == expected


@pytest.mark.parametrize(
    "text",
    [
        "本报云岭4月18日电 云岭市图书馆昨天开馆",
        "论坛以“守正道 开新局”为主题",
        "获奖的有王立民 田一川 鲁知微三人",
        "本刊主编 田一川：云岭市图书馆昨天开馆",
        "第三条 云岭市图书馆免费开放",
        "《云岭市阅读促进条例 释义》昨天出版",
        "（文/田一川 贝知秋）云岭市图书馆昨天开馆",
        "【书香】 云岭市图书馆昨天开馆",
        "一、 云岭市图书馆昨天开馆",
        "街道推出“清爽 和睦 明亮”行动",
        "全校学习“勤学 善思，敢为 乐群”的校训",
        "墙上写着“轻声 慢步。惜书 爱书。”的提示",
        "节目《河边：老船夫的一天 老渡口的百年》开播",
        "展览分为春山可望 溪水长流、稻花十里 灯火万家两个单元",
        "[文/晚报 田一川]云岭市图书馆昨天开馆",
        "第一千零三条之一 云岭市图书馆免费开放",
        "原标题：渡口建成新桥 村民告别摆渡昨天，新桥通车",
        "组图：渡口建成新桥 村民告别摆渡导语：新桥通车",
        "5月9日国际报道 云岭市图书馆开馆",
        "讲座定于7月30日 周六 下午举行",
        "书目　　材质  宣纸线装　　册数  共两册",
        "兹委托        先生代表本人参加会议",
    ],
)
def test_rightful_spaces_are_left_alone(text: str) -> None:
    assert found(text + TAIL) == []


def test_a_space_that_cuts_a_word_is_stray_even_in_a_slogan() -> None:
    assert found("论坛以“共建书香社 会共享阅读”为主题" + TAIL) == [("han", " ")]
    assert found("论坛以“聚青春之力 促乡村振兴”为主题" + TAIL) == []


@pytest.mark.parametrize("text", ["自习室“年 中无休”，读者可以来", "他说：“我们要把图书馆 办好，让读者满意。”大家点头"])
def test_a_space_in_what_somebody_says_is_stray(text: str) -> None:
    assert found(text + TAIL) == [("han", " ")]


def test_a_line_that_is_spaced_through_is_one_finding() -> None:
    [finding] = ENGINE.check(document_from_text(" ".join("渡口昨天通车，村民敲锣打鼓，车队缓缓驶过新桥。")))
    assert finding.message == "这一行“渡口昨天通车……”字与字之间都有空格（共22处），应删去"
    assert finding.fix is not None and len(finding.fix.edits) == 22


def test_verse_and_headlines_keep_their_spaces() -> None:
    assert found("农田变景区 村民吃上旅游饭\n" + "北山村办起了农家乐" + TAIL) == []
    assert found("采一垄 春茶\n听一山 细雨\n等一叶 小船\n从雾里 归来\n") == []


def test_a_space_behind_a_half_width_comma_belongs_to_the_comma() -> None:
    assert found("云岭市图书馆昨天开馆, 市民排起长队" + TAIL) == []


def test_a_text_full_of_exotic_spaces_is_one_finding() -> None:
    text = "\n".join(["\u3000\u00a0云岭市图书馆昨天开馆" + TAIL] * 6)
    [finding] = ENGINE.check(document_from_text(text))
    assert finding.fix is not None and len(finding.fix.edits) == 6
    assert finding.message == "全文有6处异形空格（自此处起，U+00A0 不换行空格），应删去或改为普通空格"


def test_the_message_shows_what_stands_around_the_space() -> None:
    text = "云岭市图书馆 昨天开馆，读者\u2003三千人" + TAIL
    assert [finding.message for finding in ENGINE.check(document_from_text(text))] == [
        "正文“图书馆 昨天开馆”中间的空格应删去",
        "此处的空格是U+2003 全方空格，应改为普通空格",
    ]


@pytest.mark.parametrize(
    ("gap", "instead"), [("\u00a0", " "), ("\u00a0\u00a0", " "), ("\u00a0" * 4, "　　"), ("\u00a0 \u00a0 ", "　　")]
)
def test_the_indent_of_a_lost_paragraph_stays_one(gap: str, instead: str) -> None:
    text = "云岭市图书馆昨天开馆" + gap + "首日接待读者三千人" + TAIL
    assert fix_document(document_from_text(text), ENGINE.check).text == text.replace(gap, instead)


@given(st.text(alphabet="甲王三说a1 \u3000\u00a0\t，。：（）《》“”—\r\n", max_size=60))
def test_any_text_gives_findings_of_spaces_inside_it(text: str) -> None:
    reached = 0
    for finding in ENGINE.check(document_from_text(text)):
        start, end = finding.start.offset, finding.end.offset
        assert reached <= start < end <= len(text)
        assert not text[start:end].strip(" \u3000\u00a0")
        reached = end


def test_half_a_word_is_told_in_a_line_that_goes_on_below() -> None:
    story = "云岭市图书馆昨天开馆，首日接待读者三千人。\n"
    cut = "自习室座 无虚席，大人带着孩子来看书，老人坐在窗边读报，志愿者一早就来摆\n好了桌椅。\n"
    assert found(story + cut) == [("han", " ")]
    # Between words, the space may stand where a line end was lost.
    assert found(story + cut.replace("座 无", "座无").replace("一早就", "一早 就")) == []
