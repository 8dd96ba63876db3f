"""Fingerprints: the same for the same fault wherever its line goes, different for different ones."""

from __future__ import annotations

import json

from hypothesis import given
from reports.invented import odd_results

from newslint.finding import Finding, Severity
from newslint.reports import render
from newslint.reports.fingerprints import fingerprints
from newslint.reports.places import Places
from newslint.results import CheckedFile, Results


def file_of(text: str, found: str, path: str = "稿.txt", code: str = "DU01") -> CheckedFile:
    places = Places(text)
    starts = [at for at in range(len(text)) if text.startswith(found, at)]
    findings = tuple(
        Finding(code, "x", Severity.ERROR, "重复", found, places.position(at), places.position(at + len(found)))
        for at in starts
    )
    return CheckedFile(path, text=text, findings=findings)


def test_lines_above_and_below_do_not_matter() -> None:
    text = "老人的的棉被\n"
    moved = f"新加的一段。\n\n{text}又一段。\n"
    assert fingerprints(file_of(text, "的的")) == fingerprints(file_of(moved, "的的"))


def test_line_ends_do_not_matter() -> None:
    assert fingerprints(file_of("会议强\r\n调\r\n", "强\r\n调")) == fingerprints(file_of("会议强\n调\n", "强\n调"))


def test_path_code_text_and_neighbours_matter() -> None:
    files = [
        file_of("老人的的棉被", "的的"),
        file_of("老人的的棉被", "的的", path="别.txt"),
        file_of("老人的的棉被", "的的", code="DU02"),
        file_of("老人的的棉被", "的的棉"),
        file_of("孩子的的棉被", "的的"),
        file_of("老人的的棉衣", "的的"),
    ]
    assert len({fingerprints(file)[0] for file in files}) == len(files)


def test_the_same_fault_twice_has_two() -> None:
    assert len(set(fingerprints(file_of("老人的的棉被\n老人的的棉被\n", "的的")))) == 2


@given(odd_results())
def test_no_two_issues_of_gitlab_share_one(results: Results) -> None:
    issues = json.loads(render("gitlab", results))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert len(issues) == len(list(results.findings())) + sum(bool(file.error) for file in results.files)
