"""The report of the error rate: the table, its verdicts, what is certain, and the numbers for programs."""

from __future__ import annotations

import json

import pytest
from wcwidth import wcswidth

from newslint import language
from newslint.finding import Clause, Finding, Position, Severity
from newslint.reports.json import render_json
from newslint.reports.score import render_score, score_numbers
from newslint.results import CheckedArticle, CheckedFile, Credited, Results
from newslint.score import METHOD


def finding(
    text: str, weight: float, at: int = 0, severity: Severity = Severity.ERROR, clause: Clause | None = None
) -> Finding:
    return Finding(
        "DU01",
        "x",
        severity,
        "m",
        text,
        Position(at, 1, at + 1),
        Position(at + 1, 1, at + 2),
        weight=weight,
        clause=clause,
    )


@pytest.fixture
def results() -> Results:
    articles = (
        CheckedArticle(0, 50, 2000, "村口新开一家书店", (Credited("记者", "田一川"),)),
        CheckedArticle(60, 99, 8000),
    )
    found = (
        finding("甲", 1),
        finding("，", 0.1, 3),
        finding("5～8%", 0.1, 61, clause=Clause.NUMBERS),
        finding("乙", 2, 62, Severity.WARNING),
    )
    return Results(
        (CheckedFile("稿.txt", 10000, articles, findings=found), CheckedFile("坏.txt", error="坏.txt：无法读取。"))
    )


def test_the_table_of_articles_and_the_total(results: Results) -> None:
    assert render_score(results).split("\n\n")[1] == (
        "文件    标题               字数  差错  每万字  结论\n"
        "───────────────────────────────────────────────────\n"
        "稿.txt  村口新开一家书店   2000   1.1    5.50  超限\n"
        "稿.txt  （无题）           8000   0.1    0.12  合格\n"
        "───────────────────────────────────────────────────\n"
        "合计    2 篇              10000   1.2    1.20  合格"
    )


def test_what_was_counted_and_what_the_warnings_would_add(results: Results) -> None:
    shown = render_score(results)
    assert "计错：文字 1 处计 1；数字用法 1 处计 0.1；标点、格式 1 处计 0.1。" in shown
    assert "若警告也都成立：至多计 3.2，每万字 3.20。" in shown
    assert "1 个文件无法读取，未计在内。" in shown


def test_what_is_certain_is_told_from_what_is_a_reading(results: Results) -> None:
    certain, read = render_score(results, method=True).split("办法没有写明、按 newslint 的理解：")
    for statement in METHOD:
        assert (statement.text in certain) is statement.certain
        assert (statement.text in read) is not statement.certain


def test_the_method_is_told_on_request(results: Results) -> None:
    shown = render_score(results)
    assert not any(statement.text in shown for statement in METHOD)
    assert "newslint check --score --explain" in shown


def test_the_regulation_itself_says_these(results: Results) -> None:
    certain = render_score(results, method=True).partition("办法里明确的：\n")[2].partition("\n\n")[0].splitlines()
    begin = ("差错率是", "标题里的文字差错加倍", "同一文字差错重复出现", "事实性、知识性", "错字、别字", "数字用法不合")
    assert len(certain) == len(begin)
    assert all(line.startswith(f"  · {head}") for line, head in zip(certain, begin, strict=True))


def test_all_of_it_can_be_had_in_english(results: Results) -> None:
    language.use("en")
    try:
        shown = render_score(results)
    finally:
        language.use("zh")
    assert {char for char in shown if "\u4e00" <= char <= "\u9fff"} == set("村口新开一家书店稿")


def test_nothing_checked_has_no_verdict() -> None:
    shown = render_score(Results(()))
    assert "合计  0 篇     0     0       —  —\n" in shown
    assert "没有要计的差错" in shown


def test_long_and_strange_names_stay_in_their_columns() -> None:
    articles = (CheckedArticle(0, 9, 100, "标题很长" * 50 + "\x1b[31m"), CheckedArticle(10, 20, 100, "短"))
    shown = render_score(Results((CheckedFile("稿件/" * 40 + "尾.txt", 200, articles),)))
    lines = shown.split("\n\n")[1].splitlines()
    assert "\x1b" not in shown
    assert "尾.txt" in shown
    assert len({wcswidth(line) for line in lines if line.endswith(("合格", "─", "结论"))}) == 1


def test_an_article_without_characters_shows_no_rate() -> None:
    shown = render_score(
        Results((CheckedFile("a.txt", 0, (CheckedArticle(0, 1, 0, "甲"),), findings=(finding("甲", 1),)),))
    )
    assert "a.txt  甲       0     1       —  —" in shown


def test_the_numbers_for_programs(results: Results) -> None:
    numbers = score_numbers(results.files)
    assert numbers == json.loads(render_json(results))["summary"]["score"]
    articles = numbers.pop("articles")
    assert numbers == {
        "errors": 1.2,
        "characters": 10000,
        "per_10000": 1.2,
        "upper": {"errors": 3.2, "per_10000": 3.2},
        "limit": 3.0,
        "over": False,
        "clauses": {
            "text": {"findings": 1, "errors": 1.0},
            "numbers": {"findings": 1, "errors": 0.1},
            "marks": {"findings": 1, "errors": 0.1},
        },
    }
    assert articles[0] == {
        "path": "稿.txt",
        "start": 0,
        "headline": "村口新开一家书店",
        "errors": 1.1,
        "characters": 2000,
        "per_10000": 5.5,
        "upper": {"errors": 1.1, "per_10000": 5.5},
        "over": True,
        "people": [{"role": "记者", "name": "田一川"}],
    }
