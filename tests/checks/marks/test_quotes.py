"""What an editor sees of the form of quotes and brackets that are all in pairs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.engine.engine import Engine
from newslint.engine.fixer import fix_document
from newslint.readers import document_from_text
from newslint.rulebook.book import RuleBook, load_rules

RULES = Path(__file__).parents[3] / "rules"
CORNER = Engine(load_rules([RULES / "marks" / "corner-mixed.toml"]))
SINGLE = Engine(load_rules([RULES / "marks" / "outer-single.toml"]))
ROUND = Engine(load_rules([RULES / "marks" / "paren-nested.toml"]))
HEADLINES = Engine(load_rules([RULES / "headlines" / "headline-quote-mono.toml"]))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("“课堂”和「教室」都满了。", "“课堂”和“教室”都满了。"),
        ("“课堂”满了，他说：「还有『教室』呢。」", "“课堂”满了，他说：“还有‘教室’呢。”"),
        ("他说：“我们办「课堂」，又办“教室”。”", "他说：“我们办‘课堂’，又办“教室”。”"),
        ("“课堂”和」教室「都满了。", "“课堂”和“教室”都满了。"),
    ],
)
def test_corner_quotes_become_curved_at_their_depth(wrong: str, right: str) -> None:
    assert fix_document(document_from_text(wrong), CORNER.check).text == right


def test_a_quotation_that_goes_on_in_the_next_paragraph_has_no_mark_to_close_it() -> None:
    text = "“课堂”和“教室”满了。他说：\n「开了两年。\n「还要再开。」"
    right = "“课堂”和“教室”满了。他说：\n“开了两年。\n“还要再开。”"
    assert fix_document(document_from_text(text), CORNER.check).text == right
    text = "他说：\n‘开了两年。\n‘还要再开。’"
    right = "他说：\n“开了两年。\n“还要再开。”"
    assert fix_document(document_from_text(text), SINGLE.check, unsafe=True).text == right


@pytest.mark.parametrize("text", ["「课堂」和「教室」。", "「课堂」「教室」，还有“食堂”。", "“课堂”和“教室”。"])
def test_an_article_with_its_own_quotes_keeps_them(text: str) -> None:
    assert CORNER.check(document_from_text(text)) == []


def test_quotes_that_are_all_the_wrong_ones_are_one_finding() -> None:
    rule = load_rules([RULES / "marks" / "corner-mixed.toml"]).rules[0].with_options({"want": "“”"})
    house = Engine(RuleBook([rule]))
    five = "「课堂」「教室」「食堂」「书房」「画室」"
    (finding,) = house.check(document_from_text(five))
    assert (finding.text, finding.message) == ("「课堂」", "引号与体例不合：「课堂」应为“课堂”（全文5处）")
    assert len(house.check(document_from_text(five + "“琴房”"))) == 5


def test_single_quotes_outside_become_double() -> None:
    text = "他得了‘先进’，又说：“这是‘集体’的。”"
    assert (
        fix_document(document_from_text(text), SINGLE.check, unsafe=True).text == "他得了“先进”，又说：“这是‘集体’的。”"
    )


def test_round_brackets_inside_round_brackets() -> None:
    text = "展期到月底（周一闭馆（节日除外）），见《办法（试行）》（第（二）项）。"
    assert [finding.text for finding in ROUND.check(document_from_text(text))] == ["（节日除外）"]


def test_a_page_has_one_kind_of_quotes_in_its_headlines() -> None:
    page = "# 办起‘课堂’\n\n正文。\n\n# 办起“教室”\n\n正文。\n\n# 办起“食堂”\n\n正文。"
    (finding,) = HEADLINES.check(document_from_text(page, format="markdown"))
    (related,) = finding.related
    assert finding.text == "‘课堂’"
    assert (related.message, related.start.line) == ("同版别的标题用的是这一种", 5)
    assert HEADLINES.check(document_from_text(page.replace("‘课堂’", "“小‘课’堂”"), format="markdown")) == []


@given(st.text(alphabet="“”‘’「」『』（）《》课堂一，。\n# ", max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_findings_inside_the_text(text: str) -> None:
    for engine in (CORNER, SINGLE, ROUND, HEADLINES):
        for finding in engine.check(document_from_text(text)):
            assert finding.text == text[finding.start.offset : finding.end.offset] != ""
