"""Long runs as a user meets them: progress on a terminal, several processes, an interrupt from the keyboard, a pipe
that closes.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from conftest import ROOT
from waiting_newslint import ARTICLE, PIPE

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="terminals, pipes with names and signals of this kind are not known there"
)

STORY = "# 第{}图书馆开馆\n\n本报讯（记者 田一川）会上，双方坚持互惠互利互惠原则。\n"
STOPPED = "检查中途停止"
WAITING = ROOT / "tests" / "waiting_newslint.py"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def stories(folder: Path, number: int) -> None:
    for count in range(number):
        (folder / f"{count:03}.txt").write_text(STORY.format(count), encoding="utf-8")


@pytest.fixture
def pipe(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The pipe that ``start_waiting`` waits for: to open it for writing takes until newslint is about to read the
    article.
    """
    path = tmp_path_factory.mktemp("pipe") / "pipe"
    os.mkfifo(path)
    monkeypatch.setenv(PIPE, str(path))
    return path


def start_waiting(article: str, *args: str) -> subprocess.Popen[bytes]:
    """Start newslint as ``start`` does; it waits for the pipe before it reads ``article``."""
    return start(*args, program=[str(WAITING)], env={**os.environ, ARTICLE: article})


def start(
    *args: str,
    stdout: int = subprocess.PIPE,
    stderr: int = subprocess.PIPE,
    program: Sequence[str] = ("-m", "newslint"),
    env: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """Start newslint in a process group of its own, as a shell does."""
    command = [sys.executable, *program, "check", "--no-config", *args]
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr, start_new_session=True, env=env
    )


def run(*args: str) -> tuple[int, bytes, str]:
    process = start(*args)
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err.decode()


def interrupt(process: subprocess.Popen[bytes]) -> None:
    """Send what Ctrl-C sends: an interrupt to every process of the group."""
    os.killpg(process.pid, signal.SIGINT)


def assert_gone(process: subprocess.Popen[bytes]) -> None:
    """No process of the group is left."""
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


# --- progress ----------------------------------------------------------------------------------------------------


def on_terminal(*args: str) -> tuple[bytes, bytes]:
    """Run with standard error on a terminal; return standard output, and what the terminal shows."""
    ours, theirs = os.openpty()
    process = start(*args, stderr=theirs)
    os.close(theirs)
    shown = b"".join(read(ours))
    out, _ = process.communicate(timeout=60)
    os.close(ours)
    return out, shown


def read(terminal: int) -> Iterator[bytes]:
    """Yield what comes from a terminal until nobody writes to it any more."""
    while True:
        try:
            data = os.read(terminal, 65536)
        except OSError:  # how Linux says that the other end is closed
            return
        if not data:
            return
        yield data


def test_progress_is_shown_on_a_terminal_and_nowhere_else(desk: Path) -> None:
    stories(desk, 50)
    quiet_out = run(".", "--format", "json", "--no-cache")[1]
    out, shown = on_terminal(".", "--format", "json", "--no-cache")
    assert "检查" in shown.decode() and "100%" in shown.decode()
    # The bar is left on a line of its own, and the cursor is shown again.
    assert shown.rstrip(b"\x1b[?25h").endswith(b"\n")
    assert out == quiet_out and json.loads(out)["findings"]


@pytest.mark.parametrize(("number", "options"), [(49, []), (50, ["--quiet"])])
def test_no_progress_for_a_few_files_or_in_quiet(desk: Path, number: int, options: list[str]) -> None:
    stories(desk, number)
    assert on_terminal(".", *options)[1] == b""


def test_no_progress_in_a_file(desk: Path) -> None:
    stories(desk, 50)
    assert run(".")[2] == ""


# --- several processes -------------------------------------------------------------------------------------------


def test_any_number_of_processes_gives_the_same_bytes(desk: Path) -> None:
    stories(desk, 50)
    (desk / "坏.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe\xfa")
    (desk / "045b.txt").write_bytes(b"\xff\xfe\0")
    paths = [".", str(ROOT / "fixtures"), "无.txt"]
    one = run(*paths, "--format", "json", "--level", "info", "--no-cache", "--jobs", "1")
    assert one[0] == 2 and sum(file["error"] is not None for file in json.loads(one[1])["files"]) == 3
    for jobs in ("2", "4", "auto"):
        assert run(*paths, "--format", "json", "--level", "info", "--no-cache", "--jobs", jobs) == one


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_a_worker_that_is_killed_is_named_and_its_files_are_checked_again(desk: Path, pipe: Path) -> None:
    stories(desk, 46)
    process = start_waiting("045.txt", *sorted(os.listdir()), "--jobs", "2", "--no-cache", "--format", "json")
    with open(pipe, "wb"):
        worker = holder(process.pid, pipe)
        os.kill(process.pid, signal.SIGSTOP)  # until nothing waits for the pipe any more
        death = os.pidfd_open(worker)
        os.kill(worker, signal.SIGKILL)
        select.select([death], [], [])
        os.close(death)
    pipe.unlink()
    os.kill(process.pid, signal.SIGCONT)
    out, err = process.communicate(timeout=60)
    report = json.loads(out)
    assert process.returncode == 1
    assert [file["error"] for file in report["files"]] == [None] * 46
    assert len(report["findings"]) == 46
    (sentence,) = report["summary"]["notices"]
    assert "信号 9" in sentence and "重新检查" in sentence
    assert sentence in err.decode()
    assert_gone(process)


def holder(parent: int, path: Path) -> int:
    """Return the child of ``parent`` that has ``path`` open."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return next(
        int(child) for child in children for file in Path(f"/proc/{child}/fd").iterdir() if file.readlink() == path
    )


# --- Ctrl-C ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_with_what_was_found_until_then(desk: Path, pipe: Path, jobs: str) -> None:
    stories(desk, 101)
    options = ["--jobs", jobs, "--no-cache", "--format", "json", "--output", "sarif=report.sarif"]
    process = start_waiting("100.txt", *sorted(os.listdir()), *options)
    # Opened when it is its turn: of two processes one at least has handed in the files it had before.
    with open(pipe, "wb"):
        interrupt(process)
        out, err = process.communicate(timeout=60)
    report = json.loads(out)
    assert process.returncode == 130
    assert 40 <= len(report["files"]) <= 100
    assert len(report["findings"]) == len(report["files"])
    assert STOPPED in err.decode() and "Traceback" not in err.decode()
    sarif = json.loads(Path("report.sarif").read_text(encoding="utf-8"))
    assert len(sarif["runs"][0]["results"]) == len(report["findings"])
    assert_gone(process)
    assert sorted(os.listdir()) == [*(f"{number:03}.txt" for number in range(101)), "report.sarif"]


def test_an_interrupt_before_the_first_file_says_so_too(desk: Path, pipe: Path) -> None:
    stories(desk, 1)
    process = start_waiting("000.txt", "000.txt", "--no-cache")
    with open(pipe, "wb"):
        interrupt(process)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, b"")
    assert STOPPED in out.decode()


def test_an_interrupt_in_quiet_is_told(desk: Path, pipe: Path) -> None:
    stories(desk, 1)
    process = start_waiting("000.txt", "000.txt", "--quiet", "--no-cache")
    with open(pipe, "wb"):
        interrupt(process)
        out, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    assert STOPPED in out.decode()


def test_an_interrupted_run_leaves_a_cache_that_serves(desk: Path) -> None:
    for number in range(60):
        (desk / f"{number:03}.txt").write_text(
            STORY.format(number) + "街上人来人往，\n店里十分热闹。\n" * 300, encoding="utf-8"
        )
    fresh = start(".", "--format", "json", "--no-cache")
    ours, theirs = os.openpty()
    process = start(".", "--format", "json", "--jobs", "1", stderr=theirs)
    os.close(theirs)
    shown = b""
    while b"%" not in shown.replace(b"  0%", b""):  # the first file is done
        shown += os.read(ours, 65536)
    interrupt(process)
    shown += b"".join(read(ours))
    os.close(ours)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    report = json.loads(out)
    assert 0 < len(report["files"]) < 60
    assert STOPPED in shown.decode() and "Traceback" not in shown.decode()
    wanted = fresh.communicate(timeout=60)[0]
    assert run(".", "--format", "json")[1] == wanted
    assert run(".", "--format", "json")[1] == wanted


# --- a pipe that closes ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "args",
    [["check", "."], ["rules"], ["rule", "DU"], ["config"], ["--help"], ["fix", "--diff", "--unsafe", "."]],
    ids=lambda args: args[0],
)
def test_a_closed_pipe_is_no_error_of_newslint(desk: Path, args: Sequence[str]) -> None:
    stories(desk, 60)
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run([sys.executable, "-m", "newslint", *args], stdout=theirs, stderr=subprocess.PIPE, check=False)
    os.close(theirs)
    assert done.stderr == b""
    assert done.returncode == 2, "1 means findings"
