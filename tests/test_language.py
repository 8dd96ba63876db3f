"""The language of the interface: every text that the code says has its English, and no English is left over."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from newslint import language
from newslint.cli import main
from newslint.english import ENGLISH

PACKAGE = Path(language.__file__).parent


@pytest.fixture
def english() -> Iterator[None]:
    language.use("en")
    yield
    language.use("zh")


def said() -> dict[str, str]:
    """Return every text given to ``say`` in the package, with the place of one of them."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("say", "told"):
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    found[first.value] = f"{path.name}:{node.lineno}"
    return found


def helps(command: click.Command) -> Iterator[str]:
    """Yield the help of a command, of its options and of the commands in it."""
    yield command.help or ""
    yield from (param.help for param in command.params if isinstance(param, click.Option) and param.help)
    for inner in getattr(command, "commands", {}).values():
        yield from helps(inner)


def test_all_help_has_its_english() -> None:
    assert [text for text in helps(main) if text not in ENGLISH] == []


@pytest.mark.parametrize("words", [["--lang", "en", "check", "--help"], ["check", "--lang", "en", "--help"], ["--lang=en", "baseline", "-h"]])
def test_help_in_english_holds_no_chinese(words: list[str]) -> None:
    output = CliRunner().invoke(main, words).output
    assert "Usage:" in output
    assert not any("\u4e00" <= char <= "\u9fff" for char in output)


def test_help_is_chinese_otherwise() -> None:
    output = CliRunner().invoke(main, ["check", "--help"]).output
    assert "用法：" in output and "选项" in output and "Usage" not in output and "Options" not in output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "--formt", "json"], "没有选项 --formt；是否指 --format？"),
        (["check", "--format", "xls"], "--format：应为 auto、text、"),
        (["check", "--jobs", "0"], "--jobs：应为 auto 或不小于 1 的整数"),
        (["check", "--max-score", "-3"], "--max-score：应为不小于 0 的数"),
        (["check", "--issue-date", "4月"], "--issue-date：应为日期"),
        (["rule"], "缺少"),
        (["check", "--select"], "选项 --select 的用法不对"),
    ],
)
def test_wrong_use_is_told_in_chinese(words: list[str], said: str) -> None:
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 2
    assert said in result.output and "Error" not in result.output


def test_wrong_use_is_told_in_english() -> None:
    result = CliRunner().invoke(main, ["--lang", "en", "check", "--formt", "json"])
    assert (result.exit_code, result.output.startswith("newslint: No such option")) == (2, True)


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_text_has_its_english_with_the_same_names() -> None:
    for text, place in said().items():
        assert text in ENGLISH, f"{place}: no English for {text!r}"
        assert names(text) == names(ENGLISH[text]), f"{place}: {text!r} and its English fill different names"


def test_no_english_is_chinese() -> None:
    assert not [text for text in ENGLISH.values() if any("\u4e00" <= char <= "\u9fff" for char in text)]


def test_english_is_spoken_when_asked_for(english: None) -> None:
    assert language.say("错误") == "error"


def test_chinese_is_spoken_otherwise() -> None:
    assert language.say("错误") == "错误"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="zh, en"):
        language.use("fr")
