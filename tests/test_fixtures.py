"""The whole articles in fixtures/: the clean ones stay silent, the dirty ones give exactly what stands beside them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import ROOT

from newslint.config import Settings
from newslint.finding import Severity
from newslint.readers import read_bytes
from newslint.run.discovery import discover
from newslint.run.linter import Linter

CLEAN = [Path(path) for path in discover([str(ROOT / "fixtures" / "clean")])]
DIRTY = [Path(path) for path in discover([str(ROOT / "fixtures" / "dirty")])]
LINTER = Linter(Settings(level=Severity.WARNING))


def test_there_are_enough_articles() -> None:
    assert len(CLEAN) >= 15 and len(DIRTY) >= 15


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.name)
def test_a_clean_article_is_silent(path: Path) -> None:
    file = LINTER.check_file(str(path))
    assert file.error is None
    assert [(finding.code, finding.start.line, finding.text) for finding in file.findings] == []


@pytest.mark.parametrize("path", DIRTY, ids=lambda path: path.name)
def test_a_dirty_article_gives_what_an_editor_marked(path: Path) -> None:
    lines = path.with_name(path.name + ".expected.jsonl").read_text(encoding="utf-8").splitlines()
    expected = [(row["code"], row["line"], row["column"], row["text"]) for row in map(json.loads, lines)]
    found = [
        (finding.code, finding.start.line, finding.start.column, finding.text)
        for finding in LINTER.check_file(str(path)).findings
    ]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("path", DIRTY, ids=lambda path: path.name)
def test_fixing_leaves_only_what_has_no_fix(path: Path) -> None:
    document = read_bytes(path.read_bytes(), path.name)
    outcome = LINTER.fix_document(document, unsafe=True)
    assert outcome.cycle == ()
    left = LINTER.check_document(read_bytes(document.written(outcome.edits), path.name))
    assert [(finding.code, finding.text) for finding in left if finding.fix] == []
