"""The figures on a rule page are shown with it, and make the table of docs/development/accuracy.md."""

from __future__ import annotations

from pathlib import Path

from conftest import BASE

from newslint.authoring.accuracy import BEGIN, END, with_figures
from newslint.authoring.reference import rule_page
from newslint.rulebook.book import RuleBook
from newslint.rulebook.reading import parse_rule

FIGURES = {"news": {"found": 9, "read": 6, "right": 5}, "house": {"found": 2, "read": 2, "right": 2}}
RULE = parse_rule({**BASE, "accuracy": FIGURES}, Path("house/x.toml"))


def test_a_rule_page_tells_how_right_the_rule_was() -> None:
    page = "\n".join(rule_page(RULE))
    assert "\n准确率\n" in page
    assert "  五家媒体和网页转载的新闻稿（1600 篇，2026-11 读）：报出 9 处，读过 6 处，5 处该改" in page
    assert "  house：报出 2 处，读过 2 处，2 处该改" in page
    assert "准确率" not in "\n".join(rule_page(parse_rule(BASE, Path("house/x.toml"))))


def test_the_table_stands_between_its_marks() -> None:
    text = with_figures(f"前\n{BEGIN}旧\n{END}\n后\n", RuleBook([RULE]))
    assert text.startswith(f"前\n{BEGIN}\n| code |")
    assert f"| {RULE.code} | {RULE.severity.label} | 9 | 6 | 5 (83 %) | | | |" in text
    assert text.endswith(f"{END}\n后\n")
    assert "旧" not in text
    assert with_figures(text, RuleBook([RULE])) == text
    assert with_figures("无", RuleBook([RULE])) == "无"
