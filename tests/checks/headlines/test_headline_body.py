"""What an editor sees where a headline and its article disagree."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.engine.engine import Engine
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

FOLDER = Path(__file__).parents[3] / "rules" / "headlines"
NUMBER = Engine(load_rules([FOLDER / "headline-body-number.toml"]))
PERSON = Engine(load_rules([FOLDER / "headline-body-name.toml"]))
INSTITUTION = Engine(load_rules([FOLDER / "headline-body-institution.toml"]))


def found(engine: Engine, headline: str, body: str) -> list[str]:
    return [finding.text for finding in engine.check(document_from_text(f"# {headline}\n{body}"))]


@pytest.mark.parametrize(
    ("headline", "body", "wrong"),
    [
        ("河湾区新建口袋公园12座", "今年以来，河湾区新建口袋公园21座。", ["12座"]),
        ("全县粮食总产量增长3.5%", "统计显示，全县粮食总产量增长5.3%。", ["3.5%"]),
        ("一季度签约项目四十七个", "一季度，全市签约项目74个，总金额六亿元。", ["四十七个"]),
        ("暴雨致6人受伤", "气象部门说，昨天的暴雨已致8人受伤。", ["6人"]),
    ],
)
def test_a_number_that_the_article_contradicts(headline: str, body: str, wrong: list[str]) -> None:
    assert found(NUMBER, headline, body) == wrong


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("河湾区新建口袋公园12座", "今年以来，河湾区新建口袋公园十二座，其中江边5座。"),
        ("河湾区新建口袋公园12座", "今年以来，河湾区新建口袋公园，江边5座，山上7座。"),
        ("河湾区新建口袋公园近百座", "今年以来，河湾区新建口袋公园97座。"),
        ("投入1.2亿元改造老街", "青石桥区投入11873万元改造老街。"),
        ("老街3天迎客2万人次", "老街开街首日迎客8600人次。"),
        ("第12届书展开幕", "书展共有21家出版社参加。"),
    ],
)
def test_round_added_up_and_other_numbers_are_left(headline: str, body: str) -> None:
    assert found(NUMBER, headline, body) == []


def test_a_long_headline_and_a_summary_are_compared_too() -> None:
    long = "青石桥区召开现场会强调 把老街修缮好 把街坊安顿好 让手艺留在老街上 河湾区新建口袋公园12座"
    story = "今年以来，河湾区新建口袋公园21座。街坊们常去散步。"
    for head in (f"{long}\n\n", f"老街里的公园\n\n{long}\n"):
        assert [finding.text for finding in NUMBER.check(document_from_text(head + story))] == ["12座"]
        assert NUMBER.check(document_from_text(head + story.replace("21", "12"))) == []


def test_both_numbers_are_shown() -> None:
    finding = NUMBER.check(document_from_text("# 河湾区新建口袋公园12座\n今年以来，河湾区新建口袋公园21座。"))[0]
    assert "12座" in finding.message and "21座" in finding.message
    assert [(related.start.line, related.message) for related in finding.related] == [(2, "正文这样写")]


def test_a_name_that_differs_by_one_character() -> None:
    body = "昨天，院长沈砚秋来到社区坐诊。沈砚秋说，今后每月来一次。"
    assert found(PERSON, "院长沈观秋到社区坐诊", body) == ["沈观秋"]
    assert found(PERSON, "院长沈砚秋到社区坐诊", body) == []
    (finding,) = PERSON.check(document_from_text(f"# 院长沈观秋到社区坐诊\n{body}"))
    assert finding.message == "标题作“沈观秋”，正文作“沈砚秋”，请核对人名"
    assert [(related.start.line, related.message) for related in finding.related] == [(2, "正文这样写")]
    assert found(PERSON, "院长何一舟到社区坐诊", body) == []


def test_an_institution_in_place_of_its_part() -> None:
    body = "昨天，河湾市公安局指挥中心民警到校。河湾市公安局指挥中心说，今后每月来一次。"
    assert found(INSTITUTION, "河湾市公安局进校园", body) == ["河湾市公安局"]
    assert found(INSTITUTION, "河湾市公安局进校园", body + "河湾市公安局表示支持。") == []


@given(st.text(alphabet="一二三12.5%万亿人座名公安局院长沈砚秋何\n# ，。", max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_findings_inside_the_text(text: str) -> None:
    for engine in (NUMBER, PERSON, INSTITUTION):
        for finding in engine.check(document_from_text("# " + text)):
            assert finding.text == ("# " + text)[finding.start.offset : finding.end.offset] != ""
