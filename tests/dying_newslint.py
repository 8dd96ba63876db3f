"""newslint as a program that is killed: run in each folder below FOLDER, in a process of its own each time.

The name of a folder is the number of the call before which SIGKILL comes, of the calls that change files; in the folder
``whole`` none comes, and the number of calls is written to standard output. Usage: dying_newslint.py FOLDER ARGS...
"""

from __future__ import annotations

import io
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from newslint.cli import main

#: The functions of ``os`` and the methods of open files that count.
FUNCTIONS = frozenset("fdopen fsync chmod chown mkdir replace unlink".split())
METHODS = frozenset("write flush truncate close __exit__".split())


def changes(function: object) -> bool:
    """Return True if a function written in C may change a file."""
    name, owner = getattr(function, "__name__", ""), getattr(function, "__self__", None)
    if isinstance(owner, io.FileIO | io.BufferedWriter | io.BufferedRandom | io.TextIOWrapper):
        return name in METHODS and not owner.closed and owner.writable()
    return name in FUNCTIONS and getattr(owner, "__name__", "") in ("posix", "_io", "io")


def run(folder: str, args: list[str]) -> None:
    """Run the program in a folder, up to the call that its name says."""
    name = os.path.basename(folder)
    dies = int(name) if name.isdecimal() else -1
    calls = 0

    def count(frame: object, event: str, function: object) -> None:
        nonlocal calls
        if event == "c_call" and changes(function):
            if calls == dies:
                os.kill(os.getpid(), signal.SIGKILL)
            calls += 1

    os.chdir(folder)
    sys.setprofile(count)
    try:
        main(args)
    finally:
        sys.setprofile(None)
        if dies < 0:
            print(f"calls: {calls}")


def killed(top: Path, args: Iterable[str], make: Callable[[Path], None], step: int = 1) -> list[Path]:
    """Run newslint in folders that ``make`` fills, each time up to another call; return the folders.

    Of all calls before which it may be killed, every one counts that is a multiple of ``step``.
    """
    assert CliRunner().invoke(main, ["rules"]).exit_code == 0  # now the rules lie in the cache, in one file
    command = [sys.executable, __file__]
    env = {**os.environ, "PYTHONPATH": os.path.dirname(os.path.dirname(__file__))}
    (top / "count").mkdir(parents=True)
    make(top / "count" / "whole")
    ran = subprocess.run([*command, top / "count", *args], env=env, capture_output=True, text=True, check=True)
    found = re.search(r"^calls: (\d+)$", ran.stdout, re.M)
    assert found is not None and int(found[1]) < 400
    folders = [top / "killed" / str(number) for number in range(0, int(found[1]), step)]
    (top / "killed").mkdir()
    for folder in folders:
        make(folder)
    subprocess.run([*command, top / "killed", *args], env=env, capture_output=True, check=True)
    return folders


def warm(folder: str, args: list[str]) -> None:
    """Run the program in a copy of a folder, so that what it imports and compiles is there before it is killed."""
    with TemporaryDirectory() as other:
        shutil.copytree(folder, other, dirs_exist_ok=True)
        os.chdir(other)
        CliRunner().invoke(main, args)
        os.chdir("/")


if __name__ == "__main__":
    top, *arguments = sys.argv[1:]
    warm(os.path.join(top, os.listdir(top)[0]), arguments)
    for place in sorted(os.listdir(top)):
        if child := os.fork():
            os.waitpid(child, 0)
        else:
            run(os.path.join(top, place), arguments)
