"""What an editor sees of headlines: spaces that cut a phrase, and final stops."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.engine.engine import Engine
from newslint.engine.fixer import fix_document
from newslint.finding import Finding
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

ENGINE = Engine(load_rules([Path(__file__).parents[3] / "rules" / "headlines"]))
BODY = "\n青石桥老街的修缮工程日前完工。"


def check(headline: str) -> list[Finding]:
    return ENGINE.check(document_from_text(headline + BODY))


@pytest.mark.parametrize(
    "headline",
    [
        "# 社区志愿者奋战 在防汛第一线",
        "# 五个支部党员下沉 到社区义诊",
        "# 老街坊 的新茶馆",
        "# 老茶馆和 新书场同日开张",
        "# 老街修缮进展顺利 茶馆开张日期提 前",
        "# 青石桥中心医院 党委书记方明远到社区坐诊",
        "# 隧道全线贯通 进山路程缩短 四十分钟",
        "社区志愿者奋战　在防汛第一线",
        "# 青石桥老街街坊参与议 事",
        "# 老 街修缮工程提前完工",
        "# 社区办起“读 书沙龙”，街坊轮流领读",
        "# 老街新添两 座人行桥",
    ],
)
def test_a_space_inside_a_phrase_is_reported_and_taken_out(headline: str) -> None:
    found = check(headline)
    assert [finding.code for finding in found] == ["HD01"]
    start, end = found[0].start.offset, found[0].end.offset
    assert headline[start:end].isspace()
    text = fix_document(document_from_text(headline + BODY), ENGINE.check, unsafe=True).text
    assert text == headline[:start] + headline[end:] + BODY


@pytest.mark.parametrize(
    "headline",
    [
        "# 两地三方联手 护好一江碧水",
        "# 农田变景区 村民吃上旅游饭",
        "# 青石桥区图书馆 举办夏季读书会",
        "# 街道主任方明远一行 慰问环卫工人",
        "# 外贸恢复增长 进出口企稳回升",
        "# 河湾夜话 一碗面的四十年",
        "# 本期人物 方 明",
        "# 新馆开放 在老街设分馆三处",
        "# 团结 奋进 创新的一年",
        "# 山货进城产销对接 惠及街坊",
        "# 老街来客 与街坊共话家常",
        "# 灯会热闹庆佳节 和和气气过大年",
        "# 游客赴老街出行提速 班车加密",
        "# 为修缮老屋出过力的 街道优先安排",
        "# 有所为 有所不为",
        "# 高 峰到社区义诊",
        "# 通 知",
        "# 文 化 周刊",
        "# 老街人物 高 山流水觅知音",
    ],
)
def test_a_space_between_clauses_or_lines_of_a_headline_is_right(headline: str) -> None:
    assert check(headline) == []


def test_spaces_in_the_body_are_not_looked_at() -> None:
    assert ENGINE.check(document_from_text("# 老街完工\n志愿者奋战 在防汛第一线，守护家园。")) == []


def test_a_word_split_over_two_lines_of_a_headline_is_put_together() -> None:
    text = f"# 星桥街道社区食\n# 堂开到家门口\n{BODY}"
    (finding,) = ENGINE.check(document_from_text(text))
    assert (finding.code, finding.message) == ("HD02", "标题在“食堂”一词中间转行；请接排，或在词语之间转行")
    assert fix_document(document_from_text(text), ENGINE.check, unsafe=True).text == text.replace("\n# 堂", "堂")
    assert check("# 星桥街道社区食堂\n# 开到家门口\n") == []


LONG = "青石桥区召开老街修缮现场会强调 把老屋的来历弄清楚 把街坊的意见听明白 把每一块旧砖旧瓦都留下来"


def test_a_headline_is_one_by_its_place_whatever_its_length() -> None:
    story = "\n\n青石桥老街的修缮工程日前完工，街坊们放了一挂鞭炮。\n"
    assert len(LONG) > 45
    for headline, words in ((f"{LONG} 社区志愿者奋战 在防汛第一线", "奋战在防汛"), (f"老 街修缮 {LONG}", "老街修缮")):
        (finding,) = ENGINE.check(document_from_text(headline + story))
        assert (finding.code, finding.text) == ("HD01", " ")
        assert words in finding.message
    (finding,) = ENGINE.check(document_from_text(f"{LONG} 社区食\n堂开到家门口{story}"))
    assert (finding.code, finding.text) == ("HD02", "\n")


def test_a_section_mark_above_the_story_is_no_headline() -> None:
    assert ENGINE.check(document_from_text(f"（一） \n第 一章\n{BODY}")) == []


@pytest.mark.parametrize("mark", ["。", "，", "、", "；"])
def test_a_headline_has_no_final_stop(mark: str) -> None:
    assert [(finding.code, finding.text) for finding in check(f"# 老街修缮完工{mark}")] == [("HD03", mark)]


@pytest.mark.parametrize("mark", ["！", "？", "……", ""])
def test_a_headline_may_call_ask_or_trail_off(mark: str) -> None:
    assert check(f"# 老街修缮完工{mark}") == []


@given(st.text(alphabet="的在到和院长医院奋战一线四十分钟，。“”《》 　\n#A1", max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_findings_inside_the_text(text: str) -> None:
    for finding in ENGINE.check(document_from_text(text)):
        assert finding.text == text[finding.start.offset : finding.end.offset] != ""
