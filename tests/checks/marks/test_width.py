"""The width of marks: one finding for a folded text, one for each mark in a text that is not."""

from __future__ import annotations

from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from newslint.engine.engine import Engine
from newslint.finding import Finding
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

RULES = ROOT / "rules"
ENGINES = {
    "folded": Engine(load_rules([RULES / "characters" / "width-folded.toml"])),
    "halfwidth": Engine(load_rules([RULES / "marks" / "halfwidth-punct.toml"])),
    "bracket": Engine(load_rules([RULES / "marks" / "paren-width-mixed.toml"])),
}
FOLDED = "本报讯(记者 田一川)昨天,云岭市图书馆新馆开放,市民排起长队:有的借书,有的办证!"


def found(fault: str, text: str) -> list[Finding]:
    return ENGINES[fault].check(document_from_text(text))


def test_a_folded_text_is_one_finding_at_its_first_mark() -> None:
    [finding] = found("folded", FOLDED)
    assert (finding.text, finding.start.column) == ("(", 4)
    assert len(finding.fix.edits) == 7
    assert found("halfwidth", FOLDED) == []


def test_a_mixed_text_is_told_mark_by_mark() -> None:
    text = FOLDED + "馆长说：请大家慢慢来，不要急，座位还有很多，明天还开。"
    assert found("folded", text) == []
    assert [finding.text for finding in found("halfwidth", text)] == [",", ",", ":", ",", "!"]


def test_marks_side_by_side_are_one_finding() -> None:
    [finding] = found("halfwidth", "这样的路，谁敢走?!”")
    assert (finding.text, finding.fix.edits[0].text) == ("?!", "？！")


def test_a_dot_is_reported_only_at_the_end() -> None:
    assert [finding.start.offset for finding in found("halfwidth", "画家保罗.杜邦来访，展览开幕.")] == [14]


def test_the_half_width_bracket_of_a_mixed_pair() -> None:
    assert [
        finding.start.offset for finding in found("bracket", "座位（见右图)和(见左图）各八百，另有(备用)二十。")
    ] == [6, 8]


@given(st.text(alphabet="甲乙a1 ,.;:!?()（），。“”\n", max_size=60), st.sampled_from(sorted(ENGINES)))
def test_any_text_gives_findings_inside_it(text: str, fault: str) -> None:
    for finding in found(fault, text):
        assert finding.text == text[finding.start.offset : finding.end.offset] != ""
        assert finding.fix is not None
        assert all(text[edit.start : edit.end] != edit.text for edit in finding.fix.edits)
