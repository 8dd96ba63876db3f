"""The width kind: one finding for a folded text, one for each mark in a text that is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.marks.width import Width
from newslint.checks.options import OptionError, Options
from newslint.readers import document_from_text

FAULTS = ("folded", "halfwidth", "bracket")
FOLDED = "本报讯(记者 田一川)昨天,云岭市图书馆新馆开放,市民排起长队:有的借书,有的办证!"


@pytest.fixture
def found(make_rule: Callable, run_rules: Callable) -> Callable[..., list]:
    def find(fault: str, text: str) -> list:
        return run_rules(text, make_rule(check="width", options={"fault": fault}))

    return find


def test_a_folded_text_is_one_finding_at_its_first_mark(found: Callable) -> None:
    [finding] = found("folded", FOLDED)
    assert (finding.text, finding.start.column) == ("(", 4)
    assert len(finding.fix.edits) == 7
    assert found("halfwidth", FOLDED) == []


def test_a_mixed_text_is_told_mark_by_mark(found: Callable) -> None:
    text = FOLDED + "馆长说：请大家慢慢来，不要急，座位还有很多，明天还开。"
    assert found("folded", text) == []
    assert [finding.text for finding in found("halfwidth", text)] == [",", ",", ":", ",", "!"]


def test_marks_side_by_side_are_one_finding(found: Callable) -> None:
    [finding] = found("halfwidth", "这样的路，谁敢走?!”")
    assert (finding.text, finding.fix.edits[0].text) == ("?!", "？！")


def test_a_dot_is_reported_only_at_the_end(found: Callable) -> None:
    assert [finding.start.offset for finding in found("halfwidth", "画家保罗.杜邦来访，展览开幕.")] == [14]


def test_the_half_width_bracket_of_a_mixed_pair(found: Callable) -> None:
    assert [
        finding.start.offset for finding in found("bracket", "座位（见右图)和(见左图）各八百，另有(备用)二十。")
    ] == [6, 8]


def test_an_unknown_fault_is_an_error() -> None:
    with pytest.raises(OptionError):
        Width(Options({"fault": "wide"}))
    with pytest.raises(OptionError):
        Width(Options({"fault": "folded", "least": 3}))


@given(st.text(alphabet="甲乙a1 ,.;:!?()（），。“”\n", max_size=60), st.sampled_from(FAULTS))
def test_any_text_gives_matches_inside_it(text: str, fault: str) -> None:
    document = document_from_text(text)
    for match in Width(Options({"fault": fault})).matches(document, ()):
        assert 0 <= match.start < match.end <= len(text)
        assert all(text[edit.start : edit.end] != edit.text for edit in match.edits)
