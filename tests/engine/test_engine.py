"""The engine: anchors, scopes, spared spans, order, and what a finding holds."""

from __future__ import annotations

from conftest import PIECES
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.check import Hit
from newslint.engine.engine import Engine
from newslint.engine.scan import Anchors
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

EVERY_RULE = load_rules()
ENGINE = Engine(EVERY_RULE)


def test_a_finding_tells_place_text_message_and_fix(make_rule, run_rules) -> None:
    (finding,) = run_rules("会上说甲甲。\r\n散会。", make_rule())
    assert (finding.start.offset, finding.start.line, finding.start.column) == (3, 1, 4)
    assert (finding.end.offset, finding.end.line, finding.end.column) == (5, 1, 6)
    assert finding.text == "甲甲"
    assert finding.message == "“甲甲”应为“甲”"
    assert [(edit.start, edit.end, edit.text) for edit in finding.fix.edits] == [(3, 5, "甲")]


def test_a_name_that_the_sentence_does_not_fill_is_empty(make_rule, run_rules) -> None:
    options = {"anchor": ["甲"], "pattern": "甲(?P<more>乙)?"}
    rule = make_rule(options=options, message="“{match}”后有“{more}”", fix={"safety": "safe"})
    assert [finding.message for finding in run_rules("甲说。", rule)] == ["“甲”后有“”"]


def test_offsets_count_code_points_beyond_the_basic_plane(make_rule, run_rules) -> None:
    (finding,) = run_rules("𠮷野家甲甲。", make_rule())
    assert (finding.start.offset, finding.start.column) == (3, 4)


def test_a_rule_keeps_to_its_scope(make_rule, run_rules) -> None:
    rule = make_rule(scope=["headline"])
    text = "# 甲甲大会开幕\n\n今天甲甲大会在市里开幕，来宾很多。"
    assert [finding.start.line for finding in run_rules(text, rule)] == [1]


def test_spared_spans_are_spared(make_rule, run_rules) -> None:
    rule = make_rule(spare=["quotation", "title"])
    assert run_rules("他念“甲甲”两字，又念《甲甲集》。", rule) == []
    assert len(run_rules("他念甲甲两字。", rule)) == 1


def test_a_fault_in_a_headline_is_told_apart(make_rule, run_rules) -> None:
    text = "# 甲甲大会开幕\n\n今天甲甲大会在市里开幕，来宾很多。"
    assert [finding.headline for finding in run_rules(text, make_rule())] == [True, False]


def test_findings_come_in_order_of_place(make_rule, run_rules) -> None:
    one = make_rule(code="XX02", name="second-rule", options={"anchor": ["乙乙"], "pattern": "乙乙"}, message="乙")
    found = run_rules("先乙乙后甲甲再乙乙。", make_rule(), one)
    assert [(finding.code, finding.start.offset) for finding in found] == [("XX02", 1), ("XX01", 4), ("XX02", 7)]


def test_what_is_not_prose_is_not_read(make_rule, run_rules) -> None:
    rule = make_rule(options={"anchor": ["news"], "pattern": "news"}, message="x")
    assert run_rules("详见https://news.example.cn/news一文。", rule) == []


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=80))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    document = document_from_text(text)
    for finding in ENGINE.check(document):
        assert 0 <= finding.start.offset <= finding.end.offset <= len(text)
        assert finding.text == text[finding.start.offset : finding.end.offset]
        assert document.position(finding.start.offset) == finding.start
        assert finding.message
        for edit in finding.fix.edits if finding.fix else ():
            assert 0 <= edit.start <= edit.end <= len(text)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_the_same_text_gives_the_same_findings(text: str) -> None:
    assert ENGINE.check(document_from_text(text)) == Engine(EVERY_RULE).check(document_from_text(text))


RULES = load_rules().choose()
ANCHORS = sorted({anchor for rule in RULES for anchor in rule.anchors or ()})
#: An engine that has read long texts before.
SEASONED = Engine(RULES)
SEASONED.check(document_from_text("云岭市昨天召开会议。" * 1000))


@given(
    st.lists(st.one_of(st.sampled_from(ANCHORS), st.sampled_from("的了，。、（）“”2026 \n甲")), max_size=40).map(
        "".join
    )
)
def test_what_is_found_does_not_depend_on_what_was_read_before(text: str) -> None:
    # A few texts are searched for one anchor after another, many with an automaton.
    assert SEASONED.check(document_from_text(text)) == Engine(RULES).check(document_from_text(text))


def test_a_list_of_very_many_anchors_is_found_in_a_long_text() -> None:
    literals = [f"<{number}>" for number in range(70_000)]
    text = "甲" * 150_000 + "<69999><1>"
    ((index, hits),) = Anchors([literals]).hits(text)
    assert (index, hits) == (0, [Hit(69_999, 150_000, 150_007), Hit(1, 150_007, 150_010)])


def test_a_long_run_of_one_character_is_searched_at_both_ends() -> None:
    text = "甲" * 60_000 + "乙" + "甲" * 60_000
    ((_, hits),) = Anchors([["甲甲", "甲乙", "乙甲"]]).hits(text)
    assert {Hit(0, 0, 2), Hit(1, 59_999, 60_001), Hit(2, 60_000, 60_002), Hit(0, 119_999, 120_001)} <= {*hits}
    assert len(hits) < 1_000


def test_a_long_chain_of_a_few_characters_is_searched_at_both_ends() -> None:
    text = "乙丙" * 500 + "<!--" * 30_000 + "甲" + "。，；" * 20_000 + "乙丙" * 500
    ((_, hits),) = Anchors([["<!", "甲", "乙丙", "，；"]]).hits(text)
    starts = {number: [hit.start for hit in hits if hit.anchor == number] for number in range(4)}
    assert starts[1] == [121_000] and len(starts[2]) == 1_000
    assert starts[0][0] == 1_000 and starts[0][-1] == 120_996 and len(starts[0]) < 6_000
    assert starts[3][0] == 121_002 and starts[3][-1] == 180_999 and len(starts[3]) < 8_000


@given(
    st.lists(st.sampled_from(["<!--", "。，；", "甲", "甲乙丙丁戊己庚辛"]), min_size=3, max_size=3), st.integers(1, 4)
)
def test_no_anchor_beside_a_chain_is_missed(units: list[str], place: int) -> None:
    parts = [unit * 9_000 for unit in units]
    parts.insert(place, "子丑")
    text = "".join(parts)
    ((_, hits),) = Anchors([["子丑"]]).hits(text)
    assert [hit.start for hit in hits] == [text.index("子丑")]
