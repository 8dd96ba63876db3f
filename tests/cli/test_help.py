"""Help as it stands on a terminal, in both languages."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from wcwidth import wcswidth

from newslint.cli import main
from newslint.cli.program import COMMANDS

#: The width that the runner of click's tests gives.
COLUMNS = 80
#: What stands on a line of its own because it cannot be broken.
UNBROKEN = ("--format [", "--fail-on [", "--colour, ")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS), ["baseline", "write"], ["corpus", "lint"]])
def test_no_line_of_help_is_wider_than_the_terminal(command: list[str], language: str) -> None:
    result = CliRunner().invoke(main, ["--lang", language, *command, "--help"])
    assert result.exit_code == 0
    lines = [line for line in result.output.splitlines() if not line.strip().startswith(UNBROKEN)]
    assert not [line for line in lines[1:] if wcswidth(line) > COLUMNS]


def test_words_are_not_broken_and_no_line_begins_with_a_closing_mark() -> None:
    lines = CliRunner().invoke(main, ["check", "--help"]).output.splitlines()
    assert any(line.endswith("newslint.toml。") for line in lines)
    assert not [line for line in lines if line.strip()[:1] in ("，", "。", "；", "）")]
