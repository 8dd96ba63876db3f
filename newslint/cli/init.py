"""``newslint init``: a first configuration, with what an editor answers to a few questions in force."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from newslint.cli.ending import fail
from newslint.cli.localized import Command
from newslint.cli.output import say, show
from newslint.config import FILES, Project, Settings
from newslint.config.draft import draft
from newslint.config.presets import PRESETS, find_preset
from newslint.config.settings import DEFAULT_PRESET
from newslint.errors import UserError
from newslint.language import join_list, reason, tr
from newslint.rulebook.selection import rules_of
from newslint.storage.atomic_write import replace_bytes

#: The numbers in a question and what they stand for, and what stands between two names of the same.
_CALLED = re.compile(r"\[(\d)\]([^\[]+)")
_APART = re.compile("[、,]")


@click.command(cls=Command)
@click.argument("folder", default=".", metavar="[文件夹]", type=click.Path(path_type=Path))
@click.option("--preset", metavar="名称", help="不问，直接用 news（报纸）或 web（网页、新媒体）的体例。")
@click.option("--ask/--no-ask", "asks", default=None, help="问不问；默认在终端上问。")
@click.option("--force", is_flag=True, help="已有 newslint.toml 时覆盖。")
def init(folder: Path, preset: str | None, asks: bool | None, force: bool) -> None:
    """在文件夹中写一个带说明的 newslint.toml。在终端上先问几个问题，答了的各项即起作用，其余先关着。

    已有的不会动，除非加 --force。
    """
    path = folder / FILES[0]
    Project(lookup=False).prove(path)
    there = os.path.lexists(path)
    if there and not force:
        fail(tr("{path} 已经存在；要覆盖请加 --force。", path=path))
    answers: dict[str, str] = {}
    if preset is not None:
        find_preset(preset)
        answers["preset"] = _toml(preset)
    if asks or (asks is None and preset is None and _has_terminal()):
        answers |= _answers(preset)
    missing = _missing(folder, answers)
    text = draft(answers)
    if missing:
        text = text.replace(f"\nroster = {missing}\n", f"\n# roster = {missing}\n")
    try:
        replace_bytes(path, text.encode("utf-8"))
    except OSError as error:
        fail(tr("{path}：无法写入（{reason}）；请检查文件夹权限。", path=path, reason=reason(error)))
    say(tr("已写好 {path}，原来的已被覆盖。", path=path) if there else tr("已写好 {path}。", path=path))
    if missing:
        say(tr("{path} 还没有；名册写好后，去掉那一行的 # 即生效。", path=json.loads(missing)))
    if answers:
        say(tr("接着照常查，看看对不对：newslint check 来稿/；各项设置：newslint config"))


def _has_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def _answers(preset: str | None) -> dict[str, str]:
    """Ask, and return the keys that were answered, each with its value in TOML."""
    say(tr("直接按回车为不定，以后可以再改。"))
    found: dict[str, str] = {}
    if preset is None:
        word = _choice(tr("稿件用在哪里？[1] 报纸 [2] 网页、新媒体"), tuple(PRESETS))
        found["preset"] = _toml(word or DEFAULT_PRESET)
    example = "本报讯（记者 {记者} 通讯员 {通讯员}）"
    question = tr("署名照本报的样子写一遍，姓名的地方写 {slot}，如 {example}", slot="{记者}", example=example)
    if template := _sound(question, lambda word: rules_of(Settings(byline={"template": word}))):
        found["byline"] = f"{{ template = {_toml(template)} }}"
    if roster := _ask(tr("记者、通讯员名册是哪个文件？")):
        found["roster"] = _toml(roster.replace(os.sep, "/"))
    house = {
        "kilometre": _choice(tr("公里还是千米？[1] 公里 [2] 千米"), ("公里", "千米")),
        "percent": _choice(tr("百分号用哪种？[1] % [2] ％"), ("%", "％")),
        "thousands": _choice(tr("五位以上的数分节吗（12,000）？[1] 分 [2] 不分"), (",", "none")),
    }
    if house := {aspect: value for aspect, value in house.items() if value}:
        found["house"] = _table(house)
    if words := _words():
        found["deny"] = _table(words)
    return found


def _words() -> dict[str, str]:
    words: dict[str, str] = {}
    question = tr("本报不用的词，写作 词=改用的词，如 老百姓=群众；一次一个，写完按回车")
    while line := _sound(question, lambda word: rules_of(Settings(deny=dict([_pair(word)])))):
        word, use = _pair(line)
        words[word] = use
    return words


def _pair(line: str) -> tuple[str, str]:
    word, _, use = line.replace("＝", "=").partition("=")
    return word.strip(), use.strip()


def _choice(question: str, values: Sequence[str]) -> str:
    """Ask for one of ``values`` by its number, itself or what the question calls it; "" if it is left open."""
    known = {**{str(number): value for number, value in enumerate(values, 1)}, **{value: value for value in values}}
    called = {
        word.strip(): known[number] for number, words in _CALLED.findall(question) for word in _APART.split(words)
    }
    while (word := _ask(question)) and word not in known and word not in called:
        say(tr("请写 {answers} 之一，或直接按回车。", answers=join_list(known)))
    return known.get(word) or called.get(word, "")


def _sound(question: str, prove: Callable[[str], object]) -> str:
    """Ask until ``prove`` takes the answer, or it is left open."""
    while word := _ask(question):
        try:
            prove(word)
        except UserError as error:
            say(error)
        else:
            break
    return word


def _ask(question: str) -> str:
    """Return the answer without white space around it; "" at the end of the input, too."""
    show(f"{question}\n> ")
    sys.stdout.flush()
    if sys.stdin is None:
        raise UserError(tr("标准输入已经关闭，没有人能回答；请加 --no-ask。"))
    try:
        line = sys.stdin.readline()
        line.encode("utf-8")
    except UnicodeError:
        told = tr(
            "回答的编码与系统的（{encoding}）不同，无法读取；请改编码，或加 --no-ask。", encoding=sys.stdin.encoding
        )
        raise UserError(told) from None
    if not line.endswith("\n"):
        show("\n")
    return line.strip().replace("\x7f", "")


def _missing(folder: Path, answers: Mapping[str, str]) -> str:
    """Return the roster, as TOML has it, if it is not there; "" otherwise."""
    roster = answers.get("roster", "")
    return roster if roster and not os.path.isfile(folder / json.loads(roster)) else ""


def _table(values: Mapping[str, str]) -> str:
    return "{ " + ", ".join(f"{_toml(key)} = {_toml(value)}" for key, value in values.items()) + " }"


def _toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
