"""rdjson: lines and columns as reviewdog counts them, in the bytes of UTF-8, and suggestions that can stand alone."""

from __future__ import annotations

import json

from hypothesis import given
from reports.invented import odd_results

from newslint.finding import Edit, Finding, Fix, Position, Safety, Severity
from newslint.reports import render
from newslint.results import CheckedFile, Results


def offset_of(data: bytes, position: dict) -> int:
    lines = data.split(b"\n")
    return sum(len(line) + 1 for line in lines[: position["line"] - 1]) + position["column"] - 1


@given(odd_results())
def test_places_are_bytes_of_lines(results: Results) -> None:
    diagnostics = [entry for entry in json.loads(render("rdjson", results))["diagnostics"] if "code" in entry]
    for entry, (file, finding) in zip(diagnostics, results.findings(), strict=True):
        data = file.text.encode("utf-8", "surrogatepass")
        bounds = entry["location"]["range"]
        found = data[offset_of(data, bounds["start"]) : offset_of(data, bounds["end"])]
        assert found == finding.text.encode("utf-8", "surrogatepass")
        assert bounds["start"]["line"] == data[: offset_of(data, bounds["start"])].count(b"\n") + 1


def test_columns_do_not_drift_in_a_long_line() -> None:
    text = "汉𠮷a" * 3000 + "的的"
    start = len(text) - 2
    finding = Finding(
        "DU01", "x", Severity.ERROR, "重复", "的的", Position(start, 1, start + 1), Position(start + 2, 1, start + 3)
    )
    report = json.loads(render("rdjson", Results((CheckedFile("a", text=text, findings=(finding,)),))))
    assert report["diagnostics"][0]["location"]["range"] == {
        "start": {"line": 1, "column": 24001},
        "end": {"line": 1, "column": 24007},
    }


def test_a_fix_of_several_edits_is_one_suggestion() -> None:
    text = "共１２户\n又３户"
    fix = Fix(Safety.SAFE, (Edit(1, 2, "1"), Edit(2, 3, "2"), Edit(6, 7, "3")))
    finding = Finding("NU01", "x", Severity.INFO, "全角", "１２", Position(1, 1, 2), Position(3, 1, 4), fix)
    report = json.loads(render("rdjson", Results((CheckedFile("a", text=text, findings=(finding,)),))))
    assert report["diagnostics"][0]["suggestions"] == [
        {"range": {"start": {"line": 1, "column": 4}, "end": {"line": 2, "column": 7}}, "text": "12户\n又3"}
    ]
