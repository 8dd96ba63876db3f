"""SARIF: valid against the schema, places and fixes right when they are read back."""

from __future__ import annotations

import json
import zlib
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given, settings
from reports.invented import odd_results, small_run

from newslint.finding import Finding, Position, Severity
from newslint.reports import render
from newslint.reports.uris import uri
from newslint.results import CheckedFile, Results

SCHEMA = Path(__file__).parent / "schema" / "sarif-2.1.0-rtm.5.json"


@cache
def validator() -> jsonschema.Draft4Validator:
    return jsonschema.Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def run_of(results: Results) -> dict:
    log = json.loads(render("sarif", results))
    validator().validate(log)
    return log["runs"][0]


def test_the_log_is_valid_and_its_rules_are_found_by_index() -> None:
    run = run_of(small_run())
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]
    artifacts = run["artifacts"]
    for result in run["results"]:
        for location in (*result["locations"], *result.get("relatedLocations", ())):
            artifact = location["physicalLocation"]["artifactLocation"]
            assert artifacts[artifact["index"]]["location"]["uri"] == artifact["uri"]


@settings(max_examples=25)
@given(odd_results())
def test_any_log_is_valid(results: Results) -> None:
    run = run_of(results)
    assert len(run["results"]) == len(list(results.findings()))
    assert run["invocations"][0]["executionSuccessful"] == (
        not results.interrupted and not any(file.error for file in results.files)
    )


def many(number: int, *severities: Severity) -> Results:
    """Return results with ``number`` findings, of these severities in turn."""
    place = Position(0, 1, 1)
    findings = tuple(
        Finding("XX01", "house", severities[at % len(severities)], f"第{at}处", "甲", place, place)
        for at in range(number)
    )
    return Results((CheckedFile("稿.txt", 1, text="甲", findings=findings),))


def test_what_github_would_refuse_is_left_out_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.reports.sarif.MOST_RESULTS", 30)
    run = run_of(many(40, Severity.INFO, Severity.ERROR))
    assert [result["message"]["text"] for result in run["results"]] == [
        f"第{at}处" for at in range(40) if at % 2 or at < 20
    ]
    (told,) = run["invocations"][0]["toolConfigurationNotifications"]
    assert "略去级别最低的 10 处" in told["message"]["text"]
    assert "toolConfigurationNotifications" not in run_of(many(30, Severity.INFO))["invocations"][0]


def test_a_file_that_is_too_large_has_fewer_results(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.reports.sarif.MOST_BYTES", 2000)
    text = render("sarif", many(1000, Severity.ERROR))
    assert len(zlib.compress(text.encode())) < 2000
    run = json.loads(text)["runs"][0]
    left = len(run["results"])
    assert 0 < left < 1000
    assert f"{1000 - left} 处" in run["invocations"][0]["toolConfigurationNotifications"][0]["message"]["text"]


def test_regions_hold_what_was_found_and_fixes_repair_it() -> None:
    results = small_run()
    text = results.files[0].text
    for result, finding in zip(run_of(results)["results"], results.files[0].findings, strict=False):
        region = result["locations"][0]["physicalLocation"]["region"]
        assert slice_of(text, region) == region["snippet"]["text"] == finding.text
        for replacement in result["fixes"][0]["artifactChanges"][0]["replacements"]:
            deleted = replacement["deletedRegion"]
            edit = next(edit for edit in finding.fix.edits if edit.start == deleted["charOffset"])
            assert slice_of(text, deleted) == text[edit.start : edit.end]
            assert replacement["insertedContent"]["text"] == edit.text


def slice_of(text: str, region: dict) -> str:
    """Cut the region out by its lines and columns."""
    lines = text.splitlines(keepends=True)
    starts = [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]
    start = starts[region["startLine"] - 1] + region["startColumn"] - 1
    end = starts[region["endLine"] - 1] + region["endColumn"] - 1
    assert (start, end - start) == (region["charOffset"], region["charLength"])
    return text[start:end]


@pytest.mark.parametrize(
    ("path", "address", "relative"),
    [
        ("来稿/一 二.txt", "%E6%9D%A5%E7%A8%BF/%E4%B8%80%20%E4%BA%8C.txt", True),
        ("a:b#c?d.txt", "a%3Ab%23c%3Fd.txt", True),
        ("/srv/a b.txt", "file:///srv/a%20b.txt", False),
        ("C:/稿/a.txt", "file:///C:/%E7%A8%BF/a.txt", False),
        ("//server/share/a.txt", "file://server/share/a.txt", False),
        ("bad\udcff.txt", "bad%FF.txt", True),
        ("-", "stdin", False),
    ],
)
def test_paths_become_uris(path: str, address: str, relative: bool) -> None:
    assert uri(path) == (address, relative)
    if relative and path.isprintable():
        assert unquote(address) == path


def test_standard_input_is_no_file_of_the_folder() -> None:
    finding = Finding("DU01", "x", Severity.ERROR, "重复", "甲", Position(0, 1, 1), Position(1, 1, 2))
    run = run_of(Results((CheckedFile("-", text="甲", findings=(finding,)),)))
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "stdin", "index": 0}
    assert run["tool"]["driver"]["rules"] == [{"id": "DU01", "name": "x"}]
