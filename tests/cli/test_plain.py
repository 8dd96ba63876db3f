"""The plain call says and does what the whole command line does with the same words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from newslint.cli import main
from newslint.cli.plain import plain_check

CLEAN = "云岭市昨天召开会议，部署春季农业生产。\n"
FAULTY = "双方坚持互惠互利互惠原则。\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NEWSLINT_LANG", raising=False)
    Path("净.txt").write_text(CLEAN, encoding="utf-8")
    Path("误.txt").write_text(FAULTY, encoding="utf-8")
    Path("坏.txt").write_bytes(b"\x00\x01")
    return tmp_path


def plainly(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int | str | None, str, str]:
    try:
        code: int | str | None = plain_check(words)
    except SystemExit as end:
        code = end.code
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize(
    "words",
    [
        ["净.txt"],
        ["误.txt"],
        ["净.txt", "误.txt", "坏.txt"],
        ["没有.txt"],
        ["."],
        [],
        ["-q", "净.txt"],
        ["--quiet", "误.txt", "--no-cache"],
        ["--no-config", "误.txt"],
        ["--force-exclude", "误.txt"],
    ],
)
@pytest.mark.parametrize("config", ["", 'exclude = ["误.txt"]\n', "levl = 1\n"])
def test_it_says_what_the_whole_command_line_says(
    words: list[str], config: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "newslint.toml").write_text(config, encoding="utf-8")
    whole = CliRunner().invoke(main, ["check", *words])
    assert plainly(capsys, "check", *words) == (whole.exit_code, whole.stdout, whole.stderr)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["净.txt"],
        ["fix", "净.txt"],
        ["check", "-"],
        ["check", "--help"],
        ["check", "--format", "json", "净.txt"],
        ["check", "--", "净.txt"],
    ],
)
def test_what_is_not_plain_is_left_to_the_library(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert plainly(capsys, *words) == (None, "", "")


def test_another_language_and_completion_are_left_to_the_library() -> None:
    assert plain_check(["check", "净.txt"], {"NEWSLINT_LANG": "en"}) is None
    assert plain_check(["check", "净.txt"], {"_NEWSLINT_COMPLETE": "bash_complete"}) is None


def test_a_reader_who_goes_is_no_fault() -> None:
    ran = subprocess.run(
        f'"{sys.executable}" -m newslint check --no-config --no-cache 误.txt | true',
        shell=True,
        capture_output=True,
        text=True,
        check=True,
        cwd=Path.cwd(),
    )
    assert "Traceback" not in ran.stderr
