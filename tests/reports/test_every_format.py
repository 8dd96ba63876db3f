"""What holds for every format, whatever a text, a path or a message holds."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from reports.invented import odd_results, small_run

from newslint.finding import Finding, Position, Related, Severity
from newslint.reports import FORMATS, render, resolve
from newslint.results import CheckedFile, Results

UNESCAPED = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=40)
@given(results=odd_results())
def test_any_results_can_be_told_and_written(format: str, results: Results) -> None:
    report = render(format, results)
    assert report.endswith("\n")
    assert report.encode("utf-8")
    assert render(format, results) == report


@pytest.mark.parametrize("format", FORMATS)
def test_an_unreadable_file_is_told(format: str) -> None:
    assert "Permission denied" in render(format, small_run())


@pytest.mark.parametrize("format", ["text", "concise", "json", "sarif", "github", "junit", "checkstyle", "html"])
def test_a_stopped_run_and_a_stale_baseline_are_told(format: str) -> None:
    whole = small_run()._replace(interrupted=False, notices=())
    told = set(render(format, small_run()).splitlines()) - set(render(format, whole).splitlines())
    assert any("newslint baseline prune" in line for line in told)
    assert any("停止" in line or '"interrupted": true' in line for line in told)


@pytest.mark.parametrize("format", FORMATS)
def test_a_run_without_findings_has_a_report(format: str) -> None:
    assert render(format, Results((CheckedFile("稿.txt", 2, text="无误"),)))
    assert render(format, Results(()))


@pytest.mark.parametrize("format", ["text", "json", "sarif", "rdjson", "github", "checkstyle"])
def test_a_related_place_in_another_file_is_told_with_that_file(format: str) -> None:
    place = Position(0, 1, 1), Position(1, 1, 2)
    here, there = Related(*place, "此处"), Related(*place, "彼处", "other.txt")
    finding = Finding("CO01", "two-forms", Severity.ERROR, "不一", "甲", *place, related=(here, there))
    report = render(format, Results((CheckedFile("own.txt", 1, text="甲", findings=(finding,)),)))
    assert report.count("other.txt") == 1


@given(odd_results())
def test_json_loses_nothing(results: Results) -> None:
    report = json.loads(render("json", results))
    same_json(results, report["files"], report["findings"], report["summary"])


def same_json(results: Results, files: list[dict], findings: list[dict], summary: dict) -> None:
    assert [(file["path"], file["error"]) for file in files] == [(file.path, file.error) for file in results.files]
    assert [(entry["path"], entry["message"], entry["text"]) for entry in findings] == [
        (file.path, finding.message, finding.text) for file, finding in results.findings()
    ]
    assert [[place["message"] for place in entry["related"]] for entry in findings] == [
        [place.message for place in finding.related] for _, finding in results.findings()
    ]
    assert summary["notices"] == list(results.notices) and summary["interrupted"] == results.interrupted
    assert summary["suppressed"] == sum(file.suppressed for file in results.files)


@given(odd_results())
def test_junit_is_xml_and_counts_right(results: Results) -> None:
    root = ElementTree.fromstring(render("junit", results).encode())
    for element in (root, *root.iter("testsuite")):
        counts = {
            name: len(list(element.iter(tag)))
            for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error"))
        }
        assert {name: int(element.attrib[name]) for name in counts} == counts
    told = [(failure.attrib["message"], failure.text) for failure in root.iter("failure")]
    findings = [finding for _, finding in results.findings()]
    assert len(told) == len(findings)
    for (message, text), finding in zip(told, findings, strict=True):
        assert same_but_for_what_xml_forbids(message, finding.message)
        assert text is not None and finding.code in text


@given(odd_results())
def test_checkstyle_is_xml_and_tells_each_finding(results: Results) -> None:
    root = ElementTree.fromstring(render("checkstyle", results).encode())
    for element, file in zip(root.iter("file"), results.files, strict=True):
        assert same_but_for_what_xml_forbids(element.attrib["name"], file.path)
        for error, finding in zip(element.iter("error"), file.findings, strict=False):
            assert same_but_for_what_xml_forbids(error.attrib["message"][: len(finding.message)], finding.message)
            assert (int(error.attrib["line"]), int(error.attrib["column"])) == finding.start[1:]
        assert len(list(element)) == len(file.findings) + bool(file.error)


def same_but_for_what_xml_forbids(told: str, text: str) -> bool:
    forbidden = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
    return len(told) == len(text) and all(
        one == other or forbidden.match(other) for one, other in zip(told, text, strict=True)
    )


@given(odd_results())
def test_github_commands_stand_on_one_line_each_and_can_be_read_back(results: Results) -> None:
    *commands, _ = render("github", results).split("\n")[:-1]
    findings = list(results.findings())
    assert (
        len(commands)
        == len(findings) + sum(bool(file.error) for file in results.files) + len(results.notices) + results.interrupted
    )
    told = [parsed(command) for command in commands if ",title=" in command]
    assert len(told) == len(findings)
    for (name, properties, message), (file, finding) in zip(told, findings, strict=True):
        assert name == {"error": "error", "warning": "warning", "info": "notice"}[finding.severity.label]
        assert int(properties["line"]) == finding.start.line
        if (file.path + finding.message).isprintable():
            assert properties.get("file", "-") == file.path
            assert message.partition("\n")[0].endswith(f" {finding.code} {finding.message}")


def parsed(command: str) -> tuple[str, dict[str, str], str]:
    """Read a workflow command as GitHub's runner does."""
    head, message = command.removeprefix("::").split("::", 1)
    name, _, properties = head.partition(" ")
    return name, dict(_properties(properties)), unescaped(message)


def _properties(text: str) -> Iterator[tuple[str, str]]:
    for part in text.split(",") if text else ():
        key, _, value = part.partition("=")
        yield key, unescaped(value)


def unescaped(text: str) -> str:
    return re.sub("%25|%0D|%0A|%3A|%2C", lambda match: UNESCAPED[match[0]], text)


def test_one_line_formats_keep_one_line_and_no_control_characters() -> None:
    finding = Finding("DU01", "x", Severity.ERROR, "甲\n乙\x1b[2J", "甲", Position(0, 1, 1), Position(1, 1, 2))
    report = render("concise", Results((CheckedFile("a\nb.txt", text="甲", findings=(finding,)),)))
    assert report.splitlines()[0] == "a¶b.txt:1:1: 错误 DU01 甲¶乙·[2J"


def test_auto_annotates_on_github_alone() -> None:
    assert resolve("auto", {"GITHUB_ACTIONS": "true"}) == "github"
    assert resolve("auto", {"GITLAB_CI": "true"}) == "text"
    assert resolve("json", {"GITHUB_ACTIONS": "true"}) == "json"
