"""The cache of results: the same report with it as without, and nothing stale, foreign or damaged in it counts."""

from __future__ import annotations

import errno
import json
import os
import random
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from failing_calls import Calls

from newslint import readers
from newslint.cli import main
from newslint.config import Project
from newslint.filters import suppression
from newslint.run import cached_batch
from newslint.run.linter import Linter
from newslint.run.run import Run
from newslint.storage.cache_dir import cache_folder

STORY = "第{}图书馆开馆\n本报讯（记者 田一川 通讯员 鲁知微）昨日，云岭市第{}图书馆开馆，双方坚持互惠互利互惠原则。\n"
OLD = 1_600_000_000_000_000_000


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with eight articles that were last changed long ago, and a cache of its own."""
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for number in range(8):
        write(folder / f"{number}.txt", STORY.format(number, number))
    return folder


def write(path: Path, text: str, changed: int = OLD) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(changed, changed))


def report(*args: str) -> str:
    return CliRunner().invoke(main, ["check", "--format", "json", "--level", "info", *args]).stdout


def results() -> Path:
    folder = cache_folder()
    assert folder is not None
    return folder / "results"


def kept() -> list[Path]:
    return sorted(results().iterdir())


def test_a_second_run_gives_the_same_bytes_and_examines_nothing(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = report()
    assert json.loads(first)["findings"]

    def refuse(*_: object) -> None:
        raise AssertionError("an unchanged file was examined")

    monkeypatch.setattr(Linter, "examine", refuse)
    assert report() == first
    # Copied or touched files have new times, and are known by their content.
    for path in desk.iterdir():
        os.utime(path, ns=(OLD + 10**9, OLD + 10**9))
    assert report() == first


def test_only_what_changed_is_examined(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report()
    write(desk / "3.txt", STORY.format(3, 3).replace("互惠互利互惠", "互惠互利"), OLD + 10**9)
    expected = report("--no-cache")
    examined = []
    examine = Linter.examine

    def watch(self: Linter, path: str, data: bytes | None = None) -> object:
        examined.append(path)
        return examine(self, path, data)

    monkeypatch.setattr(Linter, "examine", watch)
    assert report() == expected
    assert examined == ["3.txt"]


def test_a_file_changed_within_the_grain_of_its_time_is_seen(desk: Path) -> None:
    path = desk / "0.txt"
    now = path.stat().st_mtime_ns
    for text in ("双方坚持互惠互利互惠原则。", "双方坚持互惠互利公平原则。"):
        path.write_text(text, encoding="utf-8")
        last = report("0.txt")
    assert now and "DU03" not in last


@pytest.mark.parametrize(
    "change", [("--select", "PU"), ("--preset", "web"), ("--issue-date", "2026-04-18"), ("--lang", "en")]
)
def test_other_settings_are_another_state(desk: Path, change: tuple[str, str]) -> None:
    report()
    assert report(*change) == report(*change, "--no-cache")


def test_what_rests_on_all_files_is_judged_anew(desk: Path) -> None:
    report()
    write(desk / "9.txt", STORY.format(9, 9).replace("记者 田一川", "记者田一川"))
    with_new = report()
    assert with_new == report("--no-cache")
    assert "BY04" in with_new
    (desk / "9.txt").unlink()
    assert "BY04" not in report()


def test_a_rule_of_the_house_that_changes_counts_at_once(desk: Path) -> None:
    rule = desk / "house.toml"
    text = (
        'code="XX01"\nname="house-rule"\ntitle="试"\nenglish="x"\ncheck="pattern"\nseverity="error"\nsince="0.1"\nweight=1\n'
        'message="“{match}”不用"\nwhy="试"\n[options]\nanchor=["双方"]\npattern="双方"\n'
    )
    rule.write_text(text, encoding="utf-8")
    (desk / "newslint.toml").write_text('rules = ["house.toml"]\n', encoding="utf-8")
    assert "XX01" in report()
    rule.write_text(text.replace("双方", "单方"), encoding="utf-8")
    assert "XX01" not in report()


def test_a_changed_baseline_counts_at_once(desk: Path) -> None:
    known = ("--baseline", "known.json")
    first = report()
    assert CliRunner().invoke(main, ["baseline", "write", *known]).exit_code == 0
    (desk / "empty.json").write_text('{"version": 1, "findings": []}', encoding="utf-8")
    assert "DU03" in first and "DU03" not in report(*known)
    # Only that a baseline was used is told besides.
    assert report("--baseline", "empty.json").replace('"partial": true', '"partial": false') == report() == first
    (desk / "known.json").write_bytes((desk / "empty.json").read_bytes())
    assert report(*known).replace('"partial": true', '"partial": false') == first


def test_changed_lines_count_at_once(desk: Path) -> None:
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b"]
    for command in ("init", "add *.txt", "commit -m 1"):
        subprocess.run([*git, *command.split()], check=True, capture_output=True)
    write(desk / "3.txt", STORY.format("三", 3), OLD + 10**9)
    assert "DU03" in report() and "DU03" not in report("--since", "HEAD")
    write(desk / "3.txt", STORY.format(3, 3).replace("双方", "三方"), OLD + 2 * 10**9)
    for _ in range(2):
        assert [file["path"] for file in json.loads(report("--since", "HEAD"))["findings"]] == ["3.txt"]


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"key":"x"}', b"\xff\xfe\0\0"])
def test_a_damaged_cache_is_ignored_and_made_anew(desk: Path, damage: bytes) -> None:
    first = report()
    for path in kept():
        path.write_bytes(damage)
    assert report() == first
    assert all(path.read_bytes() != damage for path in kept() if not path.name.endswith(".files.json"))


def test_a_cache_with_any_byte_changed_is_ignored(desk: Path) -> None:
    first = report()
    chance = random.Random(3)
    for _ in range(20):
        for path in kept():
            data = bytearray(path.read_bytes())
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            path.write_bytes(data)
        assert report() == first


def test_a_second_run_reads_only_the_articles_with_findings(desk: Path) -> None:
    write(desk / "净.txt", "图书馆昨日开馆。\n")
    first = report()
    calls = Calls(desk)
    with calls.counted():
        assert report() == first
    assert {call.path for call in calls.made if call.name == "read"} == {f"{number}.txt" for number in range(8)}


def test_what_could_not_be_read_is_not_remembered(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = report("--no-cache")
    opened = readers.regular_file

    def failing(path: str) -> object:
        if path == "3.txt":
            raise OSError(errno.EIO, "Input/output error", path)
        return opened(path)

    with monkeypatch.context() as patch:
        patch.setattr(readers, "regular_file", failing)
        assert "3.txt：无法读取（" in report()
    assert report() == first


def test_an_entry_that_expires_at_midnight_is_not_kept_alive(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = '[[suppress]]\ncode = "DU03"\nreason = "核实"\nuntil = 2026-04-18\n'
    (desk / "newslint.toml").write_text(entry, encoding="utf-8")
    counts = []
    for day in (18, 18, 19):
        with monkeypatch.context() as patch:
            now = time.struct_time((2026, 4, day, 12, 0, 0, 0, 0, 0))
            patch.setattr(cached_batch.time, "localtime", lambda *_, now=now: now)
            patch.setattr(
                suppression, "is_expired", lambda entry, today=None, day=day: entry.until < date(2026, 4, day)
            )
            codes = [finding["code"] for finding in json.loads(report())["findings"]]
            counts.append(codes.count("DU03"))
    assert counts == [0, 0, 8]


def test_no_cache_neither_reads_nor_writes(desk: Path) -> None:
    report("--no-cache")
    assert not (desk.parent / "cache").exists()
    report()
    for path in results().parent.rglob("*.json"):
        path.write_bytes(b"")
    report("--no-cache")
    assert all(not path.read_bytes() for path in results().parent.rglob("*.json"))


def test_a_cache_folder_that_cannot_be_made_is_no_fault(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = report("--no-cache")
    (desk.parent / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(desk.parent / "file" / "cache"))
    assert report() == expected


def test_runs_at_the_same_time_do_not_harm_each_other(desk: Path) -> None:
    command = [sys.executable, "-m", "newslint", "check", "--format", "json", "--level", "info"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, cwd=desk) for _ in range(4)]
    outputs = {process.communicate()[0] for process in running}
    assert len(outputs) == 1
    assert report().encode() in outputs


def test_clear_removes_it(desk: Path) -> None:
    report()
    result = CliRunner().invoke(main, ["cache", "clear"])
    assert result.exit_code == 0 and str(cache_folder()) in result.output
    assert not results().exists()


def test_standard_input_is_not_kept(desk: Path) -> None:
    Run(Project(lookup=False), cached=True).check([("-", "双方坚持互惠互利互惠原则。".encode())])
    assert not results().exists()


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_results_that_others_may_write_are_not_used(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = report()
    for path in kept():
        path.write_bytes(path.read_bytes().replace(b"DU03", b"DU99"))
        path.chmod(0o666)
    monkeypatch.setattr("zlib.crc32", lambda *_: 0)
    assert report() == first


@pytest.mark.parametrize("override", ["", "cache", "~/cache"])
def test_no_cache_comes_into_the_working_folder(desk: Path, override: str) -> None:
    env = {name: value for name, value in os.environ.items() if name not in ("HOME", "XDG_CACHE_HOME")}
    env |= {"NEWSLINT_CACHE_DIR": override, "HOME": "~"}
    command = [sys.executable, "-m", "newslint", "check", "--quiet"]
    before = sorted(desk.iterdir())
    assert subprocess.run(command, env=env, capture_output=True, check=False).returncode == 1
    assert sorted(desk.iterdir()) == before
    told = CliRunner(env={"NEWSLINT_CACHE_DIR": "cache"}).invoke(main, ["cache", "folder"])
    assert told.exit_code == 2 and "NEWSLINT_CACHE_DIR 要写绝对路径" in told.stderr


def test_what_no_run_has_used_for_long_is_dropped(desk: Path) -> None:
    report()
    for path in kept():
        os.utime(path, ns=(OLD, OLD))
    before = kept()
    assert report("--select", "DU")
    assert not set(before) & set(kept())
