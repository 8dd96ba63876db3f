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
UNBROKEN = ("--changes [",)


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


def test_the_words_of_the_usage_are_in_the_language_of_the_interface() -> None:
    usage = {
        words: CliRunner().invoke(main, [*words.split(), "--help"]).output.splitlines()[0]
        for words in ("", "check", "rule", "test", "corpus lint", "baseline")
    }
    assert usage == {
        "": "用法：main [选项] 命令 [参数]...",
        "check": "用法：main check [选项] [路径]...",
        "rule": "用法：main rule [选项] 规则",
        "test": "用法：main test [选项] [规则]...",
        "corpus lint": "用法：main corpus lint [选项] 语料 结果文件夹",
        "baseline": "用法：main baseline [选项] 命令 [参数]...",
    }
    told = CliRunner().invoke(main, ["--lang", "en", "corpus", "lint", "--help"]).output
    assert told.startswith("Usage: main corpus lint [OPTIONS] CORPUS FOLDER\n") and "--ignore RULE" in told


def test_what_maintainers_need_stands_apart() -> None:
    told = CliRunner().invoke(main, ["--help"]).output
    editing, upkeep = told.split("编辑用的命令：")[1].split("维护用的命令：")
    assert "  check " in editing and "  fix " in editing
    assert all(
        f"  {name} " in upkeep and f"  {name} " not in editing for name in ("cache", "completion", "corpus", "test")
    )
    own, others = CliRunner().invoke(main, ["check", "--help"]).output.split("维护和自动检查用的选项：")
    assert "--level" in own and "--score" in own and "--gate" in others and "--jobs" in others


@pytest.mark.parametrize("words", ["rule DU03", "config", "learn ."])
@pytest.mark.parametrize("option", ["--select", "--ignore", "--preset"])
def test_an_option_that_would_do_nothing_is_none(words: str, option: str) -> None:
    result = CliRunner().invoke(main, [*words.split(), option, "DU"])
    assert (result.exit_code, f"没有选项 {option}" in result.output) == (2, True)
