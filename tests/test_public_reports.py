"""Texts after faults that users of other tools reported in public: what must be found in each, and what must not.

The file of cases lies beside the repository and is no part of it; without it the tests are skipped. Cases without a
text are about the command line and have tests of their own.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from newslint.cli import main

CASES = Path(__file__).parents[2] / "shared" / "cases" / "public-reports.jsonl"
#: What a case may say about a finding that must or must not be there; null stands for anything.
FACTS = ("text", "severity", "name")


def read_cases() -> list[Any]:
    if not CASES.is_file():
        return [pytest.param({}, marks=pytest.mark.skip(reason=f"there are no cases at {CASES}"))]
    # Texts read in the wrong encoding hold characters that splitlines takes for line ends.
    rows = map(json.loads, CASES.read_text(encoding="utf-8").rstrip("\n").split("\n"))
    return [pytest.param(row, id=row["id"]) for row in rows if "input" in row]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments])


def found(case: dict[str, Any]) -> list[dict[str, Any]]:
    options = case["options"].split()
    result = run("check", "--no-config", "--no-cache", *options, "--format", "json", case["filename"])
    findings: list[dict[str, Any]] = json.loads(result.stdout)["findings"]
    return findings


def fits(finding: dict[str, Any], wanted: dict[str, Any]) -> bool:
    facts = [wanted.get(fact) in (None, finding.get(fact)) for fact in FACTS]
    return finding["code"].startswith(wanted.get("code") or "") and all(facts)


@pytest.mark.parametrize("case", read_cases())
def test_a_reported_text_is_judged_rightly(
    case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path, text, expect = tmp_path / case["filename"], case["input"], case["expect"]
    path.write_text(text, encoding="utf-8", newline="")
    findings = found(case)
    shown = [(finding["code"], finding["text"]) for finding in findings]
    for wanted in expect["must_find"]:
        assert any(fits(finding, wanted) for finding in findings), (wanted, shown)
    for unwanted in expect["must_not_find"]:
        assert not any(fits(finding, unwanted) for finding in findings), (unwanted, shown)
    if "fix_safe" in expect:
        run("fix", "--no-config", "--write", case["filename"])
        fixed = path.read_bytes().decode("utf-8")
        assert fixed == (text if expect["fix_safe"] == "unchanged" else expect["fix_safe"])
    if "fix_unsafe_must_not_contain" in expect:
        run("fix", "--no-config", "--unsafe", "--write", case["filename"])
        assert expect["fix_unsafe_must_not_contain"] not in path.read_text(encoding="utf-8")
