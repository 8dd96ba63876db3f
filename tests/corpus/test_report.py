"""Corpora summed up, and the commands."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from corpus_articles import ARTICLES, PARTITION, SETTINGS, article

from newslint.cli.corpus import corpus as command
from newslint.corpus import CorpusReport, lint_corpus, report_corpus, shown
from newslint.errors import UserError

TRIPLE = len(range(0, ARTICLES, 3))


@pytest.fixture
def report(corpus: Path, tmp_path: Path) -> CorpusReport:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    lint_corpus(corpus, tmp_path / "out", settings=SETTINGS, jobs=1, partition=PARTITION)
    return report_corpus(tmp_path / "out")


def test_sums_by_rule_source_and_month(report: CorpusReport) -> None:
    characters = sum(len("".join(article(number)["content"].split())) for number in range(ARTICLES))
    assert (report.complete, report.articles, report.unreadable, report.characters) == (True, ARTICLES, 0, characters)
    assert (report.findings, report.affected) == (ARTICLES + TRIPLE, ARTICLES)
    rules = {line.key: (line.findings, line.affected, line.severity) for line in report.lines["rule"]}
    assert rules == {"DU01": (ARTICLES, ARTICLES, "error"), "DU03": (TRIPLE, TRIPLE, "error")}
    assert report.lines["rule"][0].rate == round(ARTICLES / characters * 10_000, 4)
    assert [(line.key, line.articles) for line in report.lines["source"]] == [("晚报", 20), ("晨报", 20)]
    assert sum(line.findings for line in report.lines["source"]) == report.findings
    assert [(line.key, line.articles) for line in report.lines["month"]] == [
        (f"2026-0{month}", 10) for month in range(1, 5)
    ]
    assert sum(line.characters for line in report.lines["month"]) == characters


def test_the_same_sums_in_every_format(report: CorpusReport) -> None:
    told = json.loads(shown(report, "json"))
    rows = list(csv.DictReader(io.StringIO(shown(report, "csv"))))
    text = shown(report)
    for group in ("rule", "source", "month"):
        assert [(row["key"], int(row["findings"])) for row in rows if row["by"] == group] == [
            (line["key"], line["findings"]) for line in told["lines"][group]
        ]
        assert all(line["key"] in text for line in told["lines"][group])
    assert list(json.loads(shown(report, "json", ["month"]))["lines"]) == ["month"]
    assert f"{ARTICLES} 篇" in text.splitlines()[0]


def test_an_unfinished_run_says_so(corpus: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")

    class Stop(Exception):
        pass

    def stop(progress: object) -> None:
        raise Stop

    with pytest.raises(Stop):
        lint_corpus(corpus, tmp_path / "out", settings=SETTINGS, jobs=1, partition=PARTITION, progress=stop)
    report = report_corpus(tmp_path / "out")
    assert (report.complete, report.articles) == (False, PARTITION)
    assert "没有做完" in shown(report)


def test_a_folder_without_results_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="newslint corpus lint"):
        report_corpus(tmp_path)


def test_without_pyarrow_it_says_what_to_install(corpus: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UserError, match="pip install pyarrow"):
        lint_corpus(corpus, tmp_path / "out")


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(command, [str(argument) for argument in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def test_the_commands(corpus: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    options = ("lint", corpus, tmp_path / "out", "--select", "DU01,DU03", "--jobs", 1, "--partition", 10, "--no-config")
    code, out, progress = run(*options)
    assert (code, out) == (0, f"检查 {ARTICLES} 篇，{ARTICLES + TRIPLE} 处问题。\n")
    assert "10 篇" in progress
    assert run(*options)[1] == f"检查 0 篇，0 处问题。另有 {ARTICLES} 篇以前已查。\n"
    code, out, _ = run("report", tmp_path / "out", "--format", "csv", "--by", "rule")
    assert code == 0
    assert [row["key"] for row in csv.DictReader(io.StringIO(out))] == ["DU01", "DU03"]
    with pytest.raises(UserError, match="设置或规则"):
        run(*options, "--ignore", "DU03")


def test_unreadable_articles_are_told_by_the_exit_code(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    (tmp_path / "a.jsonl").write_text('{"text": "开馆"}\nnothing\n', encoding="utf-8")
    code, out, _ = run("lint", tmp_path / "a.jsonl", tmp_path / "out", "--select", "DU01", "--jobs", 1, "--quiet")
    assert code == 2
    assert "1 篇无法读取" in out
