"""Several processes give what one gives; a worker that dies is named and nothing is lost."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from newslint.config import Project, Settings
from newslint.engine.cross_file import Examined
from newslint.results import CheckedFile
from newslint.run import batch, workers
from newslint.run.linter import Linter
from newslint.run.run import Run
from newslint.run.workers import Task, examine_all, worth

STORY = "# 第{}图书馆开馆\n\n本报讯（记者 田一川）会上，双方坚持互惠互利互惠原则。\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of this kind are not known there")


def tasks(*paths: str) -> list[Task]:
    return [Task(number, path, STORY.format(number).encode(), 200_000) for number, path in enumerate(paths)]


def test_results_are_those_of_one_process() -> None:
    linter = Linter()
    work = tasks(*(f"{number}.txt" for number in range(12)))
    told: list[str] = []
    found = dict(examine_all(linter.examine, work, len(work), 3, told.append))
    assert found == {task.number: linter.examine(task.path, task.data) for task in work}
    assert all(file.file.findings for file in found.values())
    assert told == []


def kill(path: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Once:
    """Examines files, and dies at the first that is called 坏.txt; a file on the disk tells that it has."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __call__(self, path: str, data: bytes | None) -> Examined:
        if path == "坏.txt" and not self.mark.exists():
            self.mark.touch()
            kill(path)
        return Examined(CheckedFile(path, characters=len(data or b"")))


def always(path: str, data: bytes | None) -> Examined:
    if path == "坏.txt":
        kill(path)
    return Examined(CheckedFile(path, characters=len(data or b"")))


def fails(path: str, data: bytes | None) -> Examined:
    raise RuntimeError("规则有误")


def test_a_worker_that_dies_is_named_and_its_files_are_checked_again(tmp_path: Path) -> None:
    work = [task._replace(size=10) for task in tasks("a.txt", "坏.txt", "b.txt")]
    told: list[str] = []
    found = dict(examine_all(Once(tmp_path / "died"), work, len(work), 2, told.append))
    assert [found[number].file.path for number in range(3)] == ["a.txt", "坏.txt", "b.txt"]
    assert not any(file.file.error for file in found.values())
    assert len(told) == 1 and "信号 9" in told[0] and "3 个文件重新检查" in told[0]


def test_a_file_that_kills_its_worker_twice_is_told_and_the_others_are_checked() -> None:
    work = tasks("a.txt", "坏.txt", "b.txt", "c.txt")
    found = dict(examine_all(always, work, len(work), 2, lambda sentence: None))
    assert [bool(found[number].file.error) for number in range(4)] == [False, True, False, False]
    assert "坏.txt" in str(found[1].file.error) and "两次中断" in str(found[1].file.error)


def test_a_fault_of_newslint_is_raised_and_no_death() -> None:
    with pytest.raises(RuntimeError, match="规则有误"):
        dict(examine_all(fails, tasks("a.txt", "b.txt"), 2, 2, lambda sentence: None))


def test_little_text_is_left_to_one_process() -> None:
    assert worth(0) == worth(100_000) == 1


def hangs(path: str, data: bytes | None) -> Examined:
    if path == "坏.txt":
        time.sleep(600)
    return Examined(CheckedFile(path, characters=len(data or b"")))


def test_a_file_that_takes_too_long_is_named_and_the_others_are_checked(monkeypatch) -> None:
    monkeypatch.setattr(workers, "_PATIENCE", 0.3)
    monkeypatch.setattr(workers, "_PATIENCE_PER_MEGABYTE", 0)
    told: list[str] = []
    work = tasks("坏.txt", "好.txt", "又好.txt")
    found = dict(examine_all(hangs, work, len(work), 2, told.append))
    assert "坏.txt" in (found[0].file.error or "") and "秒没有查完" in (found[0].file.error or "")
    assert [found[number].file.error for number in (1, 2)] == [None, None]
    assert len(told) == 1 and "坏.txt" in told[0]


def test_a_large_file_is_given_to_a_worker_even_alone(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(batch, "_LARGE", 1000)
    monkeypatch.setattr(workers, "_PATIENCE", 0.3)
    monkeypatch.setattr(workers, "_PATIENCE_PER_MEGABYTE", 0)
    monkeypatch.setattr(Linter, "examine", lambda self, path, data=None: time.sleep(600 if "长" in path else 0))
    path = tmp_path / "长.txt"
    path.write_text("会" * 1000, encoding="utf-8")
    (file,) = Run(Project.of(Settings()), jobs=None).check([(str(path), None)]).files
    assert "秒没有查完" in (file.error or "")
