"""Completion as a shell does it: with the script that ``newslint completion`` prints."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from newslint.cli import main

BASH = shutil.which("bash")
#: What bash does when the tab key is pressed at the end of the line whose words are given.
PRESS = """
eval "$(newslint completion bash)"
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
compopt() { echo "compopt $*"; }
_newslint_completion newslint "${@: -1}" ""
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the command ``newslint`` of this Python in it."""
    folder = tmp_path_factory.mktemp("bin")
    script = folder / "newslint"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newslint "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return folder


def completed(command: Path, *words: str) -> list[str]:
    """Return what bash offers for the last of ``words`` after newslint."""
    environment = {**os.environ, "PATH": f"{command}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        [str(BASH), "--norc", "-c", PRESS, "bash", "newslint", *words],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.skipif(BASH is None or sys.platform == "win32", reason="there is no bash")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["ba"], ["baseline"]),
        (["check", "--form"], ["--format"]),
        (["check", "--format", "js"], ["json"]),
        (["稿.txt", "--level", "w"], ["warning"]),
        (["check", "--select", "BY02,aba"], ["BY02,aba-phrase"]),
        (["check", "--ignore", "du03"], ["DU03"]),
        (["check", "--select", "caption-per"], ["caption-period"]),
        (["check", "--select", "AL"], ["ALL"]),
        (["rule", "DU03"], ["DU03"]),
        (["rule", "mixed-line"], ["mixed-line-ends"]),
        (["test", "EC2"], [f"EC2{number}" for number in range(10)]),
        (["baseline", "w"], ["write"]),
        (["completion", "f"], ["fish"]),
    ],
    ids=" ".join,
)
def test_bash_completes(command: Path, words: list[str], offered: list[str]) -> None:
    found = completed(command, *words)
    if words[0] == "test":
        assert found and set(found) <= set(offered)
    else:
        assert found == offered


@pytest.mark.skipif(BASH is None or sys.platform == "win32", reason="there is no bash")
@pytest.mark.parametrize("words", [["稿"], ["check", "稿"], ["fix", "稿"], ["check", "--config", "稿"]], ids=" ".join)
def test_bash_is_left_to_complete_files(command: Path, words: list[str]) -> None:
    assert "compopt" in completed(command, *words)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script_for_the_command(shell: str) -> None:
    script = CliRunner().invoke(main, ["completion", shell], catch_exceptions=False)
    assert script.exit_code == 0
    assert f"_NEWSLINT_COMPLETE={shell}_complete" in script.output and "newslint" in script.output


@pytest.mark.parametrize(("shell", "check"), [("zsh", "-n"), ("fish", "--no-execute")])
def test_the_script_is_valid_where_the_shell_is_installed(shell: str, check: str, tmp_path: Path) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    script = tmp_path / "script"
    script.write_text(CliRunner().invoke(main, ["completion", shell]).output, encoding="utf-8")
    assert subprocess.run([program, check, str(script)], capture_output=True, check=False).returncode == 0
