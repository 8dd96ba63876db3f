"""Reports of texts with very many findings: what is listed, what is said of the rest, and that all of it is counted."""

from __future__ import annotations

import json
import re

import pytest

from newslint.finding import Finding, Fix, Position, Safety, Severity
from newslint.reports import render
from newslint.reports.listed import IN_ALL, IN_FILE, listed
from newslint.results import CheckedFile, Results

MANY = 3 * IN_FILE


def broken_file(path: str, findings: int, errors: int = 0) -> CheckedFile:
    """Return a file of so many findings, the last ones of which are errors and the others warnings with a fix."""
    text = "甲" * findings
    found = []
    for at in range(findings):
        is_error = at >= findings - errors
        place = Position(at, 1, at + 1), Position(at + 1, 1, at + 2)
        severity, fix = (Severity.ERROR, None) if is_error else (Severity.WARNING, Fix(Safety.SAFE, ()))
        found.append(Finding("XX01", "made-up", severity, "试", "甲", *place, fix=fix))
    return CheckedFile(path, findings, text=text, findings=tuple(found))


@pytest.mark.parametrize(
    ("format", "listing"),
    [
        ("text", r"^  1:\d+ 错误"),
        ("concise", r"^稿\.txt:1:\d+: 错误"),
        ("github", r"^::error "),
        ("html", r'<li class="item error|<li[^>]*data-level="error"'),
    ],
)
def test_the_most_severe_findings_are_listed_and_the_others_counted(format: str, listing: str) -> None:
    report = render(format, Results((broken_file("稿.txt", MANY, errors=7),), rated=False))
    assert len(re.findall(listing, report, re.MULTILINE)) == 7
    assert f"还有 {MANY - IN_FILE} 处没有列出；全部见 --format json。" in report
    assert len(report.encode()) < 2_000_000
    if format == "html":
        assert f"<title>编校报告 · {MANY} 处问题" in report and f"<b>{MANY - 7}</b> 警告" in report
        assert report.count(f">{MANY} 处问题 · ") == 1
    else:
        assert f"错误 7 处、警告 {MANY - 7} 处；{MANY - 7} 处可由 newslint fix 修改" in report


@pytest.mark.parametrize("format", ["json", "checkstyle", "rdjson", "gitlab", "junit"])
def test_reports_for_programs_are_whole(format: str) -> None:
    report = render(format, Results((broken_file("稿.txt", MANY, errors=7),)))
    assert report.count("XX01") >= MANY
    if format == "json":
        assert len(json.loads(report)["findings"]) == MANY


def test_all_files_together_have_a_limit_too() -> None:
    files = tuple(broken_file(f"{number:02}.txt", IN_FILE + 1) for number in range(IN_ALL // IN_FILE + 2))
    shown = [len(findings) for _, findings in listed(files)]
    assert sum(shown) == IN_ALL and shown[0] == IN_FILE and shown[-1] == 0
    results = Results(files, rated=False)
    assert f"{len(files) - 1:02}.txt：还有 {IN_FILE + 1} 处没有列出" in render("text", results)
    page = render("html", results)
    assert page.count("处没有列出") == len(files)
    assert page.count("没有发现问题") == 0


def test_what_is_not_too_many_is_listed_in_full() -> None:
    file = broken_file("稿.txt", IN_FILE)
    assert list(listed([file])) == [(file, file.findings)]
    assert "没有列出" not in render("text", Results((file,)))
