"""Runs over a corpus: what they write, how they go on after a stop, and what they refuse."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from corpus_articles import ARTICLES, PARTITION, SETTINGS, article
from deadly_check import DeadlyCheck

from newslint.corpus import Columns, Progress, lint, lint_corpus
from newslint.corpus.store import Store
from newslint.errors import UserError
from newslint.finding import Severity

pytest.importorskip("pyarrow", reason="pyarrow is not installed")


def run(corpus: Path, out: Path, **options: object):
    return lint_corpus(corpus, out, **{"settings": SETTINGS, "jobs": 1, "partition": PARTITION, **options})  # type: ignore[arg-type]


@pytest.fixture
def expected(corpus: Path, tmp_path: Path, written):
    """What a run writes that nothing happens to."""
    run(corpus, tmp_path / "expected")
    return written(tmp_path / "expected")


def test_every_finding_is_a_row_with_its_place(corpus: Path, tmp_path: Path, written) -> None:
    summary = run(corpus, tmp_path / "out")
    rows = written(tmp_path / "out")
    assert (summary.articles, summary.findings, summary.unreadable) == (ARTICLES, len(rows["findings"]), 0)
    assert [row["article"] for row in rows["articles"]] == list(range(ARTICLES))
    assert sum(row["findings"] for row in rows["articles"]) == len(rows["findings"])
    found = [row for row in rows["findings"] if row["article"] == 3]
    assert [(row["code"], row["text"]) for row in found] == [("DU03", "互惠互利互惠"), ("DU01", "的的")]
    text = article(3)["content"]
    for row in found:
        assert text[row["start"] : row["end"]] == row["text"]
        assert (row["line"], row["partition"], row["id"], row["source"], row["month"]) == (2, 0, "3", "晨报", "2026-04")
    assert found[0]["column"] == 5
    assert {row["fix"] for row in found} <= {"safe", "unsafe", None}


def test_articles_without_findings_and_unreadable_ones_are_counted(tmp_path: Path, written) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("开馆\n街坊们都说好。\n", encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    summary = run(tmp_path / "in", tmp_path / "out")
    assert (summary.articles, summary.findings, summary.unreadable) == (2, 0, 1)
    good, bad = written(tmp_path / "out")["articles"]
    assert (good["id"], good["characters"], good["findings"], good["error"]) == ("a.txt", 9, 0, None)
    assert bad["error"]


def test_progress_tells_how_many_are_done(corpus: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    run(corpus, tmp_path / "out", progress=told.append)
    assert [progress.done for progress in told] == list(range(PARTITION, ARTICLES + 1, PARTITION))
    assert told[-1].findings > ARTICLES
    assert all(progress.rate > 0 for progress in told)


def test_a_run_that_is_complete_has_nothing_left_to_do(corpus: Path, tmp_path: Path) -> None:
    run(corpus, tmp_path / "out")
    summary = run(corpus, tmp_path / "out")
    assert (summary.articles, summary.earlier) == (0, ARTICLES)


def test_a_run_goes_on_with_what_is_not_done(corpus: Path, tmp_path: Path, written, expected) -> None:
    class Stop(Exception):
        pass

    def stop(progress: Progress) -> None:
        if progress.done >= 3 * PARTITION:
            raise Stop

    out = tmp_path / "out"
    with pytest.raises(Stop):
        run(corpus, out, progress=stop)
    # What a kill leaves behind while it writes: articles without their findings, and half a file.
    (out / "findings" / "part-00002.parquet").unlink()
    (out / "findings" / ".part-00003.parquet.x").write_bytes(b"half")
    summary = run(corpus, out)
    assert (summary.earlier, summary.articles) == (2 * PARTITION, ARTICLES - 2 * PARTITION)
    assert written(out) == expected
    assert not list(out.glob("*/.part-*"))


@pytest.mark.parametrize("what", ["settings", "rules", "input", "columns", "partition", "version"])
def test_a_run_that_is_not_the_same_is_refused(corpus: Path, tmp_path: Path, monkeypatch, what: str) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "own.toml").write_text(_OWN_RULE, encoding="utf-8")
    options: dict[str, object] = {"settings": SETTINGS._replace(own_rules=(rules,))}
    run(corpus, tmp_path / "out", **options)
    if what == "settings":
        options["settings"] = SETTINGS._replace(own_rules=(rules,), level=Severity.INFO)
    elif what == "rules":
        (rules / "own.toml").write_text(_OWN_RULE.replace("试验", "另一条"), encoding="utf-8")
    elif what == "input":
        os.utime(corpus, ns=(1, 1))
    elif what == "columns":
        options["columns"] = Columns(text="content")
    elif what == "partition":
        options["partition"] = 7
    else:
        monkeypatch.setattr(lint, "__version__", "99")
    with pytest.raises(UserError, match="不能接着做"):
        run(corpus, tmp_path / "out", **options)


_OWN_RULE = """
code = "XX99"
name = "own-rule"
title = "试验"
english = "Made-up rule"
check = "pattern"
severity = "error"
since = "0.1"
weight = 1
message = "试验"
why = "试验"
[options]
anchor = ["甲甲"]
pattern = "甲甲"
"""


def test_a_folder_with_other_things_in_it_is_not_written_into(corpus: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="别的文件"):
        run(corpus, corpus.parent)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("开馆\n", encoding="utf-8")
    with pytest.raises(UserError, match="不能在语料里面"):
        run(tmp_path / "in", tmp_path / "in" / "out")


def test_only_one_run_writes_into_a_folder(corpus: Path, tmp_path: Path) -> None:
    with Store(tmp_path / "out").held(), pytest.raises(UserError, match="另一次运行"):
        run(corpus, tmp_path / "out")


# --- workers that die --------------------------------------------------------------------------------------------------


def test_several_processes_write_what_one_writes(corpus: Path, tmp_path: Path, written, expected) -> None:
    run(corpus, tmp_path / "out", jobs=2)
    assert written(tmp_path / "out") == expected


def test_a_killed_worker_is_named_and_its_partition_checked_again(
    corpus: Path, tmp_path: Path, written, expected, monkeypatch
) -> None:
    monkeypatch.setattr(lint, "Checker", lambda settings: DeadlyCheck(settings, tmp_path))
    told: list[str] = []
    summary = run(corpus, tmp_path / "out", jobs=2, tell=told.append)
    assert (tmp_path / "killed").exists()
    assert len(told) == 1
    assert "信号 9" in told[0] and "第 1 段（自 4 起）重新检查" in told[0]
    assert summary.given_up == ()
    assert written(tmp_path / "out") == expected


def test_a_partition_that_always_kills_is_given_up_and_tried_again_by_the_next_run(
    corpus: Path, tmp_path: Path, written, expected, monkeypatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(lint, "Checker", lambda settings: DeadlyCheck(settings, None))
        told: list[str] = []
        summary = run(corpus, tmp_path / "out", jobs=2, tell=told.append)
    assert summary.given_up == ((1, "4"),)
    assert len(told) == 3
    assert "不再重试" in told[2]
    assert summary.articles == ARTICLES - PARTITION
    assert run(corpus, tmp_path / "out").articles == PARTITION
    assert written(tmp_path / "out") == expected


_DRIVER = """
import sys
from pathlib import Path
from newslint.config import Settings
from newslint.corpus import lint_corpus

def progress(told):
    print(told.done, flush=True)
    if told.done >= 12:
        sys.stdin.read()  # here it is killed

if __name__ == "__main__":
    lint_corpus(Path(sys.argv[1]), Path(sys.argv[2]), settings=Settings(select=("DU01", "DU03", "PU03")), jobs=2, partition=4, progress=progress)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
def test_a_run_that_was_killed_is_gone_on_with(corpus: Path, tmp_path: Path, written, expected) -> None:
    driver = tmp_path / "driver.py"
    driver.write_text(_DRIVER, encoding="utf-8")
    out = tmp_path / "out"
    command = [sys.executable, str(driver), str(corpus), str(out)]
    env = {**os.environ, "PYTHONPATH": str(Path(lint.__file__).parents[2])}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if int(line) >= 12:
                break
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    done = len(Store(out).done())
    assert done == 3
    summary = run(corpus, out, jobs=2)
    assert (summary.earlier, summary.articles) == (done * PARTITION, ARTICLES - done * PARTITION)
    assert written(out) == expected
    assert json.loads((out / "manifest.json").read_text(encoding="utf-8"))["articles"] == ARTICLES
