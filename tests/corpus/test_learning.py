"""Learning from a house's own archive: what is usual there is silent, and the file is the same on every way to it."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from newslint.cli import main
from newslint.config import ConfigError, Settings
from newslint.corpus import Columns, learning
from newslint.errors import UserError
from newslint.readers import document_from_text, read_bytes
from newslint.run.linter import Linter
from newslint.spelling.learnt import HEADER

ODD = "全市数宇经济核心产业增加值增长一成。"
MOST = 1_000_000


def learnt(root: Path, out: Path) -> bytes:
    learning.learn(root, out, Columns(), MOST, lambda done: None)
    return out.read_bytes()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Five articles, of which four have the odd word."""
    folder = tmp_path / "旧稿"
    folder.mkdir()
    for number in range(5):
        text = f"第{number}场活动昨天举行。{ODD if number else ''}\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def codes(**settings: object) -> list[str]:
    linter = Linter(Settings(select=("MS",), **settings))  # type: ignore[arg-type]
    return [finding.code for finding in linter.check_document(document_from_text(ODD + "\n"))]


def test_what_is_usual_in_the_archive_is_silent(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "learnt.bin"
    learnt(archive, out)
    assert codes() == ["MS02"]
    assert codes(learnt=out) == []
    assert not list(tmp_path.glob("*.parts"))


def test_what_stands_in_one_article_is_not_usual(archive: Path, tmp_path: Path) -> None:
    for number in (2, 3, 4):
        (archive / f"{number}.txt").unlink()
    learnt(archive, tmp_path / "learnt.bin")
    assert codes(learnt=tmp_path / "learnt.bin") == ["MS02"]


def interrupt(archive: Path, out: Path, after: int = 0) -> None:
    """Learn an archive, and interrupt it once so many articles are done."""

    def stop(done: int) -> None:
        if done >= after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        learning.learn(archive, out, Columns(), MOST, stop)


def test_a_stopped_run_goes_on_to_the_same_file(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "ARTICLES", 2)
    whole = learnt(archive, tmp_path / "whole.bin")
    out = tmp_path / "stopped.bin"
    interrupt(archive, out, after=4)
    assert not out.exists()
    assert learnt(archive, out) == whole


def test_parts_of_another_archive_are_dropped(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "ARTICLES", 2)
    out = tmp_path / "learnt.bin"
    interrupt(archive, out)
    (archive / "0.txt").write_text(ODD * 2 + "\n", encoding="utf-8")
    assert learnt(archive, out) == learnt(archive, tmp_path / "fresh.bin")


def test_a_folder_of_the_user_is_not_touched(archive: Path, tmp_path: Path) -> None:
    own = tmp_path / "learnt.bin.parts"
    own.mkdir()
    (own / "keep.txt").write_text("x", encoding="utf-8")
    with pytest.raises(UserError, match="newslint learn"):
        learnt(archive, tmp_path / "learnt.bin")
    assert (own / "keep.txt").exists()


def test_a_second_run_at_once_is_told_to_wait(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "ARTICLES", 2)
    out = tmp_path / "learnt.bin"
    refused = []

    def second(done: int) -> None:
        refused.append(CliRunner().invoke(main, ["learn", str(archive), "--output", str(out)]))

    learning.learn(archive, out, Columns(), MOST, second)
    assert len(refused) == 3
    for result in refused:
        assert result.exit_code == 2
        assert "另一次运行正在写" in result.output and len(result.output.splitlines()) == 1
    assert out.read_bytes() == learnt(archive, tmp_path / "alone.bin")
    assert not list(tmp_path.glob("*.parts"))


def test_a_run_of_another_archive_keeps_the_parts_of_one_at_work(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning, "ARTICLES", 2)
    out = tmp_path / "learnt.bin"

    def second(done: int) -> None:
        with pytest.raises(UserError, match="另一次运行"):
            learning.learn(archive / "1.txt", out, Columns(), MOST, lambda done: None)

    learning.learn(archive, out, Columns(), MOST, second)
    assert out.read_bytes() == learnt(archive, tmp_path / "alone.bin")


def test_rows_and_files_of_equal_texts_give_equal_tables(archive: Path, tmp_path: Path) -> None:
    rows = [{"text": path.read_text(encoding="utf-8")} for path in sorted(archive.iterdir())]
    lines = tmp_path / "旧稿.jsonl"
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert learnt(lines, tmp_path / "a.bin") == learnt(archive, tmp_path / "b.bin")


def test_the_command_learns_reports_and_is_used(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    sample = tmp_path / "样稿.txt"
    sample.write_text(ODD + "\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["learn", str(archive), "--output", "learnt.bin"])
    assert result.exit_code == 0, result.output
    assert "学自 5 篇" in result.output
    result = CliRunner().invoke(main, ["learn", str(sample), "--report", "--output", "learnt.bin"])
    assert "数宇经济" in result.output and "1 处中有 1 处不再报告" in result.output
    assert CliRunner().invoke(main, ["check", str(sample)]).exit_code == 1
    (tmp_path / "newslint.toml").write_text('learnt = "learnt.bin"\n', encoding="utf-8")
    assert CliRunner().invoke(main, ["check", str(sample)]).exit_code == 0


@pytest.mark.parametrize("length", [0, 10, 18, 47, 48, 50, 60, -1, -2])
def test_a_table_that_is_cut_short_is_told_and_not_used(archive: Path, tmp_path: Path, length: int) -> None:
    out = tmp_path / "learnt.bin"
    out.write_bytes(learnt(archive, out)[:length])
    with pytest.raises(ConfigError, match="请重新学习"):
        codes(learnt=out)


def test_a_table_full_of_strings_has_an_end(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "learnt.bin"
    whole = learnt(archive, out)
    out.write_bytes(whole[: HEADER.size] + b"\x31" * (len(whole) - HEADER.size))
    assert set(codes(learnt=out)) <= {"MS02"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_for_a_table_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "learnt.bin")
    with pytest.raises(ConfigError, match="不是普通文件"):
        codes(learnt=tmp_path / "learnt.bin")


def test_an_article_is_not_replaced(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(archive)
    before = Path("0.txt").read_bytes()
    result = CliRunner().invoke(main, ["learn", ".", "--output", "0.txt"])
    assert result.exit_code == 2 and "没有覆盖" in result.stderr
    assert Path("0.txt").read_bytes() == before
    assert CliRunner().invoke(main, ["learn", ".", "--output", ""]).exit_code == 2
    assert sorted(path.name for path in archive.iterdir()) == [f"{number}.txt" for number in range(5)]


def test_what_is_learnt_from_nothing_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("旧稿").mkdir()
    Path("旧稿/甲.txt").write_bytes(bytes(1000))
    result = CliRunner().invoke(main, ["learn", "旧稿", "--output", "learnt.bin"])
    assert result.exit_code == 2
    assert "没有一篇可学" in result.stderr and "甲.txt：文件里有 1000 个空字符" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["旧稿"]


def test_an_article_that_cannot_be_read_is_named_and_the_others_are_learnt(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    def fail(data: bytes, name: str) -> object:
        if name == "2.txt":
            raise RecursionError
        return read_bytes(data, name)

    monkeypatch.setattr(learning, "read_bytes", fail)
    (archive / "3.txt").write_bytes(bytes(1000))
    result = CliRunner().invoke(main, ["learn", str(archive), "--output", "learnt.bin"])
    assert result.exit_code == 2 and "学自 3 篇" in result.stdout
    first, second, total = result.stderr.splitlines()
    assert first.startswith("2.txt：newslint 内部出错（RecursionError）") and second.startswith("3.txt：文件里有")
    assert total == "有 2 篇无法读取，没有学。"
    told = CliRunner().invoke(main, ["learn", str(archive), "--report", "--output", "learnt.bin"])
    assert told.exit_code == 2 and "3.txt：文件里有" in told.stderr


@pytest.mark.parametrize(
    "left", [b"", b"junk", gzip.compress(b"x\n", mtime=0), gzip.compress(b"[2, 9, 0, []]\nx\n", mtime=0)]
)
def test_a_damaged_part_is_told(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: bytes) -> None:
    monkeypatch.setattr(learning, "ARTICLES", 2)
    out = tmp_path / "learnt.bin"
    interrupt(archive, out)
    (tmp_path / "learnt.bin.parts/000000.gz").write_bytes(left)
    with pytest.raises(UserError, match="已损坏"):
        learnt(archive, out)
