"""The language of the interface: every text that the code says has its English, and no English is left over.

What a user sees in either language is in cli/test_spoken.py.
"""

from __future__ import annotations

import ast
import errno
import string
from collections.abc import Iterator
from functools import cache
from inspect import cleandoc
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from jinja2 import Environment
from jinja2.ext import extract_from_ast

from newslint import language
from newslint.authoring.reference import FAMILIES
from newslint.cli import main
from newslint.cli.corpus import corpus
from newslint.cli.localized import Command
from newslint.config import toml_faults
from newslint.config.keys import KEYS
from newslint.language.messages_en import ENGLISH
from newslint.readers import decoding
from newslint.score import METHOD

PACKAGE = Path(language.__file__).parents[1]
TEMPLATES = sorted((PACKAGE / "reports").rglob("*.jinja"))
#: Where a text is said that does not stand there: the file, and what is said.
FROM_ELSEWHERE = {
    ("config/draft.py", "key.about"),
    ("config/schema.py", "key.about"),
    ("cli/localized.py", "self.help or ''"),
    ("cli/rules.py", "FAMILIES[family]"),
    ("cli/localized.py", "option.help or ''"),
    ("cli/localized.py", "param.metavar"),
    ("readers/decoding.py", "what"),
    ("reports/score.py", "statement.text"),
    ("config/toml_faults.py", "_NAMES[half]"),
    ("config/toml_faults.py", "said"),
}


@pytest.fixture(autouse=True)
def _chinese_again() -> Iterator[None]:
    """Let no test leave another language behind."""
    yield
    language.use("zh")


@pytest.fixture
def english() -> None:
    language.use("en")


@cache
def calls() -> list[tuple[str, ast.Call]]:
    """Return every call of ``tr`` in the package, with the file it stands in."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tr":
                found.append((path.relative_to(PACKAGE).as_posix(), node))
    return found


def said() -> dict[str, str]:
    """Return every text that stands in a call of ``tr`` in the package, with the place of one of them."""
    return {
        call.args[0].value: f"{place}:{call.lineno}"
        for place, call in calls()
        if isinstance(call.args[0], ast.Constant)
    }


def said_from_elsewhere() -> set[str]:
    """Return the texts that are said where ``FROM_ELSEWHERE`` names, from the tables in which they stand, and those of
    the page.
    """
    texts = (
        {statement.text for statement in METHOD}
        | {what for _, what in decoding._SIGNATURES}
        | {key.about for key in KEYS.values()}
        | set(FAMILIES.values())
        | {said for _, said in toml_faults._REASONS}
        | set(toml_faults._NAMES.values())
    )
    texts.update(text for group in (main, corpus) for text in helps(group) if text)
    command = Command("any")
    texts.add(command.get_help_option(click.Context(command)).help)
    trees = [Environment().parse(path.read_text(encoding="utf-8")) for path in TEMPLATES]
    for _, _, message in (told for tree in trees for told in extract_from_ast(tree, gettext_functions=("tr",))):
        texts.update([message] if isinstance(message, str) else [text for text in message or () if text is not None])
    return texts


def helps(command: click.Command) -> Iterator[str]:
    """Yield the help of a command, of its options and of the commands in it, and the words for values."""
    yield cleandoc(command.help or "")
    yield from (param.help for param in command.params if isinstance(param, click.Option) and param.help)
    yield from (param.metavar for param in command.params if param.metavar)
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None, name
            yield from helps(inner)


def test_all_that_is_said_from_elsewhere_has_its_english() -> None:
    elsewhere = {
        (place, ast.unparse(call.args[0])) for place, call in calls() if not isinstance(call.args[0], ast.Constant)
    }
    assert elsewhere == FROM_ELSEWHERE, "say in this test where the texts come from"
    assert sorted(said_from_elsewhere() - ENGLISH.keys()) == []


def test_no_english_is_left_over() -> None:
    assert sorted(ENGLISH.keys() - said().keys() - said_from_elsewhere()) == []


@pytest.mark.parametrize(
    "words", [["--lang", "en", "check", "--help"], ["check", "--lang", "en", "--help"], ["--lang=en", "baseline", "-h"]]
)
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
        (["check", "--select"], "选项 --select 后面要有值"),
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
    assert language.tr("错误") == "error"


def test_chinese_is_spoken_otherwise() -> None:
    assert language.tr("错误") == "错误"


def test_a_list_and_a_place_are_written_as_the_language_does(english: None) -> None:
    assert (language.join_list(["a", 2]), language.prefixed(Path("a"), "", "b.c", "is wrong")) == (
        "a, 2",
        "a: b.c: is wrong",
    )
    language.use("zh")
    assert (language.join_list(["a", 2]), language.prefixed(Path("a"), "", "b.c", "有误")) == ("a、2", "a：b.c：有误")


def test_a_title_without_english_is_said_in_chinese(english: None) -> None:
    assert (language.pick("标题", "Title"), language.pick("标题", "")) == ("Title", "标题")
    language.use("zh")
    assert language.pick("标题", "Title") == "标题"


def test_a_word_that_does_not_exist_is_answered_with_the_nearest_or_with_all() -> None:
    assert language.hint("anchr", ["anchor", "pattern"]) == "；是否指 anchor？"
    assert language.hint("zzz", ["anchor", "pattern"]) == "；可用的有 anchor、pattern。"
    assert language.hint("zzz", []) == "。"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="zh, en"):
        language.use("fr")


def test_reasons_of_the_system_are_told_in_the_language_of_the_interface() -> None:
    assert language.reason(OSError(errno.ENOSPC, "No space left on device")) == "磁盘已满"
    assert language.reason(OSError(errno.EIO, "Input/output error")) == "磁盘或网络读写出错"
    assert language.reason(OSError(9999, "Something odd")) == "系统错误 9999：Something odd"
    assert language.reason(OSError("odd")) == "odd"
    language.use("en")
    try:
        assert language.reason(OSError(errno.ENOSPC, "No space left on device")) == "No space left on device"
    finally:
        language.use("zh")
