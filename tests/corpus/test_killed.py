"""SIGKILL before calls that change a file in the output of a corpus: the next run goes on, and gives the same."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from corpus_articles import article
from dying_newslint import killed

from newslint.cli import main

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "SIGKILL") or not hasattr(os, "fork"), reason="there is no SIGKILL here"
)

#: How many articles are checked at once, of how many.
PARTITION, ROWS = 4, 12


def test_a_run_that_was_killed_anywhere_is_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: Callable[[Path], dict[str, list[dict[str, Any]]]]
) -> None:
    rows = [json.dumps(article(number), ensure_ascii=False) + "\n" for number in range(ROWS)]
    (tmp_path / "news.jsonl").write_text("".join(rows), encoding="utf-8")
    options = ("--text-column", "content", "--partition", str(PARTITION), "--select", "DU01,DU03", "--no-config")
    lint = ("corpus", "lint", "-q", "-j", "1", *options, str(tmp_path / "news.jsonl"), "out")
    folders = killed(tmp_path / "desk", lint, Path.mkdir, step=5)
    assert len(folders) > 10
    expected = written(tmp_path / "desk" / "count" / "whole" / "out")
    done = set()
    for folder in folders:
        monkeypatch.chdir(folder)
        done.add(len(written(Path("out"))["findings"]))
        result = CliRunner().invoke(main, lint)
        assert result.exit_code == 0, result.output
        assert written(Path("out")) == expected
        assert {path.name for path in Path("out").iterdir()} == {".lock", "manifest.json", "articles", "findings"}
        assert not [path for path in Path("out").glob("*/*") if path.name.startswith(".")]
    assert len(done) > ROWS // PARTITION, "it was killed between all partitions"
