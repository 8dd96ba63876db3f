"""What an editor sees of broken lines: which breaks are reported, as what, and what the fix makes of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.engine import Engine
from newslint.finding import Finding
from newslint.fixer import fix_document
from newslint.readers import document_from_text
from newslint.rulebook import load_rules

ENGINE = Engine(load_rules([Path(__file__).parents[2] / "rules" / "broken-lines"]))


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


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\n\n", "\r\n\r\n", "\n　　", "\n\n　　", " \n  "])
def test_the_span_is_all_that_lies_between_the_two_lines(gap: str) -> None:
    text = LEAD + f"街道办表示，要把好事办实、把实事办\n好，让街坊满{gap}意。"
    found = [finding for finding in check(text) if finding.code == "LS01" and "满意" in finding.message]
    assert [finding.text for finding in found] == [gap]


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\n\n", "\r\n\r\n　　"])
def test_fixing_joins_the_lines_and_keeps_every_other_character(gap: str) -> None:
    head, tail = "标题在此  两句\r\n\r\n\t本报讯（记者 方明远）街道召开会议，要求各方齐头并", "进，办好每一件小事。  \r\n\r\n下一段也说完了。\r\n"
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
    lines = ["城西湿地公园的游人渐渐多了起来，", "园方增加了摆渡车，还在湖边添置了", "长椅和饮水点。公园管理处提醒市民", "，雨天路滑，请勿靠近水面，照看好", "老人和孩子。"]
    text = "\n".join(line.removeprefix("，") for line in lines)
    assert codes(text) == ["LS04"]
    assert "\n" not in fixed(text)


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
    outcome = fix_document(document_from_text(text), lambda document: [f for f in ENGINE.check(document) if f.code != "LS06"], unsafe=True)
    assert not outcome.cycle
    # Joining takes out line ends and indentation; only LS06 drops characters.
    assert "".join(outcome.text.split()) == "".join(text.split())
