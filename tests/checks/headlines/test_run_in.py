"""What an editor sees of headings that are run into their paragraphs."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.engine.engine import Engine
from newslint.engine.fixer import fix_document
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

ENGINE = Engine(load_rules([Path(__file__).parents[3] / "rules" / "headlines" / "subhead-missing-break.toml"]))
PARAGRAPHS = [
    "街道上，三支队伍连夜忙。抢修队从傍晚干到天亮，换下了两百多米旧管。",
    "工地里，满身泥水不歇脚。水泵一台接一台运来，班长何一舟嗓子都喊哑了。",
    "社区中，左邻右舍帮到底。志愿者挨家送水送饭，老人们一个也没落下。",
    "食堂内，热汤热饭等人归。大师傅把灶火守到半夜，姜汤一桶一桶往外送。",
]


def test_a_heading_that_lost_its_break_gets_it_back() -> None:
    right = "\r\n\r\n".join(PARAGRAPHS)
    wrong = "\r\n\r\n".join([*PARAGRAPHS[:2], PARAGRAPHS[2] + PARAGRAPHS[3]])
    assert ENGINE.check(document_from_text(right)) == []
    (finding,) = ENGINE.check(document_from_text(wrong))
    assert finding.text == "食堂内，热汤热饭等人归。"
    assert [(related.start.line, related.message) for related in finding.related] == [(1, "同样的小标题在别处都居段首")]


def test_the_break_is_that_of_the_other_paragraphs() -> None:
    wrong = "\r\n\r\n".join([PARAGRAPHS[0], PARAGRAPHS[1] + PARAGRAPHS[2], PARAGRAPHS[3]])
    assert fix_document(document_from_text(wrong), ENGINE.check, unsafe=True).text == "\r\n\r\n".join(PARAGRAPHS)


def test_two_paragraphs_make_no_series() -> None:
    assert ENGINE.check(document_from_text("\n".join([PARAGRAPHS[0], PARAGRAPHS[1] + PARAGRAPHS[2]]))) == []


def test_a_sentence_of_another_measure_is_no_heading() -> None:
    text = "\n".join(
        [*PARAGRAPHS[:2], PARAGRAPHS[2] + "夜深了，没有人离开。大师傅把灶火守到半夜，姜汤一桶一桶往外送，谁来都有。"]
    )
    assert ENGINE.check(document_from_text(text)) == []


@given(st.text(alphabet="街上连夜忙队伍，。\n", max_size=120))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_findings_inside_the_text(text: str) -> None:
    for finding in ENGINE.check(document_from_text(text)):
        assert finding.text == text[finding.start.offset : finding.end.offset] != ""
