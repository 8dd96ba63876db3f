"""The spacing kind: each stray space is told once, rightful ones not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.options import OptionError, Options
from newslint.checks.spaces.gaps import FAULTS
from newslint.checks.spaces.spacing import Spacing
from newslint.readers import document_from_text

TAIL = "，首日接待读者三千人，座位全满。"


@pytest.fixture
def found(make_rule: Callable, run_rules: Callable) -> Callable[..., list]:
    def find(text: str) -> list[tuple[str, str]]:
        findings = []
        for fault in FAULTS:
            rule = make_rule(check="spacing", options={"fault": fault}, message="{around}{problem}")
            findings += [(finding.start.offset, fault, finding.text) for finding in run_rules(text, rule)]
        return [found[1:] for found in sorted(findings)]

    return find


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
def test_each_space_is_in_one_class(found: Callable, text: str, expected: list) -> None:
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
    ],
)
def test_rightful_spaces_are_left_alone(found: Callable, text: str) -> None:
    assert found(text + TAIL) == []


def test_a_space_that_cuts_a_word_is_stray_even_in_a_slogan(found: Callable) -> None:
    assert found("论坛以“共建书香社 会共享阅读”为主题" + TAIL) == [("han", " ")]


def test_verse_and_headlines_keep_their_spaces(found: Callable) -> None:
    assert found("农田变景区 村民吃上旅游饭\n" + "北山村办起了农家乐" + TAIL) == []
    assert found("采一垄 春茶\n听一山 细雨\n等一叶 小船\n从雾里 归来\n") == []


def test_a_space_behind_a_half_width_comma_belongs_to_the_comma(found: Callable) -> None:
    assert found("云岭市图书馆昨天开馆, 市民排起长队" + TAIL) == []


def test_a_text_full_of_exotic_spaces_is_one_finding(make_rule: Callable, run_rules: Callable) -> None:
    rule = make_rule(check="spacing", options={"fault": "exotic"}, message="{problem}")
    text = "\n".join(["\u3000\u00a0云岭市图书馆昨天开馆" + TAIL] * 6)
    [finding] = run_rules(text, rule)
    assert len(finding.fix.edits) == 6
    assert "6处" in finding.message and "U+00A0 不换行空格" in finding.message


def test_an_unknown_fault_is_an_error() -> None:
    with pytest.raises(OptionError):
        Spacing(Options({"fault": "empty"}))


@given(st.text(alphabet="甲王三说a1 \u3000\u00a0\t，。：（）《》“”—\r\n", max_size=60), st.sampled_from(FAULTS))
def test_any_text_gives_matches_of_spaces_inside_it(text: str, fault: str) -> None:
    reached = 0
    for match in Spacing(Options({"fault": fault})).matches(document_from_text(text), ()):
        assert reached <= match.start < match.end <= len(text)
        assert not text[match.start : match.end].strip(" \u3000\u00a0")
        reached = match.end
