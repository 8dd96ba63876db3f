"""``newslint web`` from a terminal: the address it prints, and how it ends."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import ROOT

from newslint.cli import main


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("webbrowser.open", lambda address: pytest.fail("no test may open a browser"))


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process there")
def test_it_prints_its_address_and_ends_with_a_sentence(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "newslint", "web", "--no-open"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment
    ) as program:
        assert program.stdout is not None
        line = program.stdout.readline()
        found = re.fullmatch(r"校稿台：(http://127\.0\.0\.1:\d+/)#[\w-]{32}\n", line)
        assert found, line
        with urllib.request.urlopen(found[1], timeout=20) as answer:
            assert b"main.js" in answer.read()
        program.send_signal(signal.SIGINT)
        assert program.communicate(timeout=20) == ("校稿台关上了。\n", "")
        assert program.returncode == 0
    assert list(tmp_path.iterdir()) == [], "nothing is kept"


def test_a_port_that_is_taken_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, ["web", "--no-open", "--port", str(port)])
    assert result.exit_code == 2
    assert re.fullmatch(f"newslint：端口 {port} 用不了（已被别的程序占用）；请换一个，或不写 --port。\n", result.output)


def test_a_wrong_configuration_is_told_before_anything_opens(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text("nonsense = 1\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["web"])
    assert result.exit_code == 2
    assert "nonsense" in result.output
    assert "http" not in result.output


def test_the_help_says_that_nothing_leaves_the_machine() -> None:
    assert "不发往别处" in CliRunner().invoke(main, ["web", "--help"]).output
