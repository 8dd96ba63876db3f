"""The pattern kind: anchors, span, replacement, and what it says of wrong options."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.general.pattern import pattern_check
from newslint.checks.options import OptionError, Options
from newslint.engine.engine import Engine
from newslint.readers import document_from_text
from newslint.rulebook.book import RuleBook


@pytest.fixture
def found(make_rule: Callable, run_rules: Callable) -> Callable[..., list]:
    def find(text: str, message: str = "{match}{replacement}", **options: object) -> list:
        return run_rules(text, make_rule(message=message, options=options))

    return find


def test_a_match_begins_at_its_anchor(found: Callable) -> None:
    findings = found("完成。。开工。。。", anchor=["。。"], pattern="。。(?!。)", replace="。")
    assert [(finding.start.offset, finding.text) for finding in findings] == [(2, "。。"), (7, "。。")]


def test_overlapping_anchors_give_one_match(found: Callable) -> None:
    findings = found("甲甲甲甲乙", anchor=["甲甲"], pattern="甲+", replace="甲")
    assert [finding.text for finding in findings] == ["甲甲甲甲"]


def test_what_precedes_the_anchor_decides_whether_the_pattern_is_tried(found: Callable) -> None:
    options = {"anchor": ["%"], "pattern": r"\d+%", "before": 4, "preceded": ["约", "近"]}
    assert [finding.text for finding in found("约5%，正好有6%，接近7%。", **options)] == ["5%", "7%"]
    options = {"anchor": ["%"], "pattern": "%", "preceded": ["近"]}
    assert [finding.text for finding in found("近" + "5" * 9 + "%，近" + "5" * 10 + "%。", **options)] == ["%"]


def test_what_stands_right_before_the_anchor_decides_too(found: Callable) -> None:
    options = {"anchor": ["打印"], "pattern": "打印(?=。)", "after": ["\n", "”"]}
    places = [finding.start.offset for finding in found("打印。可打印。\n打印。“甲”打印。", **options)]
    assert places == [0, 8, 14]


def test_an_anchor_that_is_part_of_another_literal_is_passed_over(found: Callable) -> None:
    options = {"anchor": ["—"], "pattern": "—", "unless": ["——"]}
    assert [finding.start.offset for finding in found("甲—乙——丙—丁", **options)] == [1, 6]


def test_before_lets_a_match_begin_earlier(found: Callable) -> None:
    [finding] = found("增长5～8%，成本降3%。", anchor=["%"], pattern=r"(\d)～(\d)%", before=5, replace=r"\1%～\2%")
    assert (finding.start.offset, finding.message) == (2, "5～8%5%～8%")


def test_span_and_groups_reach_the_report(found: Callable) -> None:
    [finding] = found(
        "甲、和乙。", message="{conj}", anchor=["、和"], pattern="(?P<mark>、)(?P<conj>和)", span="mark", replace=""
    )
    assert (finding.text, finding.message) == ("、", "和")
    assert finding.fix.edits[0].text == ""


def test_without_replace_there_is_no_fix(found: Callable) -> None:
    [finding] = found("题为《》的书", anchor=["《》"], pattern="《》")
    assert finding.fix is None


def test_folded_marks_are_seen_full_width(found: Callable) -> None:
    [finding] = found("昨天开馆,,市民排队。", anchor=["，，"], pattern="，，", replace="，")
    assert finding.text == ",,"


def test_a_pattern_is_tried_only_where_one_of_next_follows_the_anchor(found: Callable) -> None:
    findings = found("（甲）（乙）（丙）", anchor=["（"], next=["甲", "丙）"], pattern="（.）")
    assert [finding.text for finding in findings] == ["（甲）", "（丙）"]


@pytest.mark.parametrize(
    ("options", "key"),
    [
        ({"pattern": "甲"}, "anchor"),
        ({"anchor": [], "pattern": "甲"}, "anchor"),
        ({"anchor": "甲", "pattern": "甲"}, "anchor"),
        ({"anchor": ["甲"]}, "pattern"),
        ({"anchor": ["甲"], "pattern": "甲", "before": -1}, "before"),
        ({"anchor": ["甲"], "pattern": "甲", "next": "乙"}, "next"),
        ({"anchor": ["甲"], "pattern": "甲", "flags": "i"}, "flags"),
    ],
)
def test_wrong_options_name_their_key(options: dict, key: str) -> None:
    with pytest.raises(OptionError) as caught:
        pattern_check(Options(options))
    assert caught.value.key == key


def test_a_group_that_takes_no_part_in_a_match_gives_none() -> None:
    check = pattern_check(Options({"anchor": ["甲"], "pattern": "(?P<a>乙)?甲", "span": "a", "replace": "丙"}))
    assert list(check.find(document_from_text("甲"), [_hit()])) == []


def test_a_broken_pattern_is_an_option_error() -> None:
    check = pattern_check(Options({"anchor": ["甲"], "pattern": "("}))
    with pytest.raises(OptionError, match="不是有效的正则表达式"):
        list(check.find(document_from_text("甲"), [_hit()]))


def _hit() -> object:
    from newslint.checks.check import Hit

    return Hit(0, 0, 1)


@given(st.text(alphabet="甲乙，。,\n", max_size=50))
def test_any_text_gives_matches_in_order_and_apart(text: str) -> None:
    from pathlib import Path

    from conftest import BASE

    from newslint.rulebook.reading import parse_rule

    options = {"anchor": ["，", "甲，"], "pattern": "甲?，+", "before": 1, "replace": "，"}
    rule = parse_rule({**BASE, "options": options}, Path("made-up.toml"))
    findings = Engine(RuleBook([rule])).check(document_from_text(text))
    assert all(0 <= finding.start.offset < finding.end.offset <= len(text) for finding in findings)
    assert all(a.end.offset <= b.start.offset for a, b in itertools.pairwise(findings))


@pytest.mark.parametrize(
    ("replace", "instead"),
    [
        (r"\2\1", "乙甲"),
        (r"\g<last>、\1", "丙、甲"),
        (r"\2\n\1", "乙\n甲"),
        (r"\\\1", "\\甲"),
        (r"\g<1>", "甲"),
        ("丁", "丁"),
        (r"\4。", "。"),
    ],
)
def test_what_is_to_be_written_takes_its_groups_from_the_match(found: Callable, replace: str, instead: str) -> None:
    results = found("甲乙丙", anchor=["甲"], pattern="(甲)(乙)(?<last>丙)(丁)?", replace=replace)
    assert [finding.fix.edits[0].text for finding in results] == [instead]


def test_instead_gives_the_replacement_by_the_text_of_the_span(found: Callable) -> None:
    options = {"anchor": ["做为", "既使"], "pattern": "做为一|既使(?=有)", "instead": {"既使": "即使"}}
    findings = found("做为一人，既使有雨。", **options)
    assert [finding.fix and finding.fix.edits[0].text for finding in findings] == [None, "即使"]
