"""What an editor sees of sentences: their length, their halves, and the mark at the end of a paragraph."""

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

FOLDER = Path(__file__).parents[3] / "rules" / "marks"
ENGINES = {
    name: Engine(load_rules([FOLDER / f"{name}.toml"]))
    for name in ("long-sentence", "run-on-comma", "correlative-split", "youde-semicolon", "missing-terminal")
}
LEAD = "本报讯（记者 农晓岚）新泵站昨天投用，日供水能力达到五万吨。\n"


def check(name: str, text: str) -> list[Finding]:
    return ENGINES[name].check(document_from_text(text))


def test_a_sentence_is_long_from_one_character_above_the_limit() -> None:
    clause = "工程队冒雨抢修了"
    text = LEAD + clause + "，" + "好" * (150 - len(clause) - 1)
    assert check("long-sentence", text + "。") == []
    found = check("long-sentence", text + "好。")
    assert [finding.text for finding in found] == [clause]
    assert "151" in found[0].message


def test_a_full_stop_inside_makes_two_short_sentences() -> None:
    assert (
        check(
            "long-sentence", LEAD + "，".join(["工程队冒雨抢修"] * 12) + "。" + "，".join(["居民送来姜汤"] * 12) + "。"
        )
        == []
    )


def test_commas_are_counted_by_the_sentence() -> None:
    assert check("run-on-comma", LEAD + "，".join(["清淤"] * 9) + "。") == []
    assert "9个逗号" in check("run-on-comma", LEAD + "，".join(["清淤"] * 10) + "。")[0].message


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("他一方面修路。另一方面架桥。", "他一方面修路；另一方面架桥。"),
        ("这不但省钱。而且省力。", "这不但省钱，而且省力。"),
        ("尽管下着大雨。但没有人离开。", "尽管下着大雨，但没有人离开。"),
    ],
)
def test_the_stop_between_two_halves_is_weakened(wrong: str, right: str) -> None:
    assert fix_document(document_from_text(wrong), ENGINES["correlative-split"].check, unsafe=True).text == right


def test_the_message_names_the_first_half_and_points_at_it() -> None:
    (finding,) = check("correlative-split", "这不但省钱。而且省力。")
    (related,) = finding.related
    assert finding.message == "“不但”一句还没有说完，这里不宜用句号，可用“，”"
    assert (related.start.offset, related.end.offset, related.message) == (1, 3, "前半在这里")


def test_commas_between_clauses_with_commas_become_a_semicolon() -> None:
    text = LEAD + "有的写字，写得很慢，有的画画，画了一天，有的唱歌。"
    (finding,) = check("youde-semicolon", text)
    assert (finding.text, finding.start.offset) == ("，", text.index("，有的画画"))
    assert "3个“有的”之间宜用“；”隔开" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "一方面，路要修。另一方面，桥要架。",
        "他一方面修路，另一方面架桥。另一方面的事，他不管。",
        "这不仅省钱，还省力。而且人人会用。",
        "虽然下着大雨，人却没有少。但路更滑了。",
        "大家都来了，虽然下着大雨。但没有人抱怨。",
    ],
)
def test_halves_that_are_whole_sentences_are_left(text: str) -> None:
    assert check("correlative-split", text) == []


def test_the_last_paragraph_lacks_its_stop() -> None:
    text = LEAD + "居民说，水压比过去稳多了，夜里也不再停水，日子比从前方便得多"
    assert [finding.text for finding in check("missing-terminal", text)] == ["多"]
    assert check("missing-terminal", text + "。") == []


@pytest.mark.parametrize(
    "last",
    [
        "居民说，水压比过去稳多了，夜里也不再停水，日子比从前方便得多。（农晓岚）",
        "居民说，水压比过去稳多了，夜里也不再停水，日子比从前方便得多。农晓岚",
        "图为居民在新泵站前合影，左起第三人是班长何一舟，他今年六十岁了（农晓岚 摄）",
        "（作者为市水务局供水处工程师，长期从事管网改造的设计和施工）",
        "夜里也不停水",
    ],
)
def test_credits_captions_and_short_lines_need_no_stop(last: str) -> None:
    assert check("missing-terminal", LEAD + "工程去年三月开工，今年四月完工。\n" + last) == []


def test_a_sentence_cut_in_two_is_told_by_the_rules_for_broken_lines_alone() -> None:
    text = LEAD + "文化站负责人何一舟说，今年的展览以老照片为线索，请街坊讲述自己和\n老街的故事，还请来了两位老木匠。"
    assert check("missing-terminal", text) == []


def test_a_list_without_stops_is_a_list() -> None:
    lines = [f"第{number}组负责清理河道两岸的杂物，还要把漂浮物运到码头的转运站" for number in "一二三四五"]
    assert check("missing-terminal", LEAD + "\n".join(lines)) == []


@given(st.text(alphabet="一方面另不仅而且虽然但有的水压，。；！“”\n（）多", max_size=120))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_findings_inside_the_text(text: str) -> None:
    for engine in ENGINES.values():
        for finding in engine.check(document_from_text(text)):
            assert finding.text == text[finding.start.offset : finding.end.offset] != ""
