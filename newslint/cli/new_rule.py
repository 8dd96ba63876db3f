"""``newslint new-rule``: the draft of a rule of the house, in the house's own folder of rules."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from newslint.authoring.drafting import CHECKS, next_code, rule_draft
from newslint.cli.ending import fail
from newslint.cli.localized import Command
from newslint.cli.output import say
from newslint.cli.settings import configured
from newslint.config import Project, Settings
from newslint.language import reason, tr
from newslint.rulebook.book import load_rules
from newslint.rulebook.folders import builtin_folder
from newslint.rulebook.reading import parse_rule
from newslint.storage.atomic_write import replace_bytes
from newslint.storage.walking import walk

#: The folder for rules where the settings name none, beside the configuration.
_FOLDER = "house-rules"
_FAMILY = re.compile("[A-Z]{2}")


class _Family(click.ParamType[str]):
    name = "family"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not _FAMILY.fullmatch(word := str(value).upper()):
            raise click.BadParameter(tr("应为两个字母，如 HS。"))
        return word


@click.command("new-rule", cls=Command)
@click.argument("words", nargs=-1, metavar="[词=改用的词]...")
@configured
@click.option(
    "--check",
    type=click.Choice(CHECKS),
    default=CHECKS[0],
    metavar="查法",
    help="denied-words 本报不用的词（默认），words 写错的词，pattern 正则表达式。",
)
@click.option("--family", type=_Family(), default="HS", metavar="字母", help="代码的两个字母；默认 HS，本报规定。")
@click.option("--name", default="", metavar="短名", help="英文短名，如 third-person；也是文件名。")
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="文件夹",
    help="写到哪个文件夹；默认为配置的 rules，没有则为 house-rules。",
)
def new_rule(project: Project, words: Sequence[str], check: str, family: str, name: str, folder: Path | None) -> None:
    """起草一条本报自己的规则，用这一族的下一个代码。

    如：newslint new-rule 我市=本市。草稿里写明还差什么；写好后用 newslint test 检验。
    """
    settings = project.settings_in(Path.cwd())
    place = folder or _own_folder(settings)
    book = load_rules((builtin_folder(), *filter(_has_rules, dict.fromkeys((*settings.own_rules, place)))))
    code = next_code(book, family)
    if not code:
        fail(tr("{family} 的代码已经用完，请另选两个字母。", family=family))
    path = place / f"{name or code.lower()}.toml"
    text = rule_draft(code, name, check, dict(map(_pair, words)))
    try:
        parse_rule(tomllib.loads(text), path)
    except tomllib.TOMLDecodeError:
        fail(tr("词里有不能用的字符，请核对。"))
    if os.path.lexists(path):
        fail(tr("{path} 已经存在；请另取短名（--name），或先移走它。", path=path))
    project.prove(path)
    try:
        place.mkdir(parents=True, exist_ok=True)
        replace_bytes(path, text.encode("utf-8"))
    except (OSError, UnicodeError) as error:
        why = reason(error) if isinstance(error, OSError) else tr("有不能用的字符")
        fail(tr("{path}：无法写入（{reason}）；请检查文件夹权限。", path=path, reason=why))
    say(tr("已写好 {path}。", path=path))
    say(tr("写好标着“待写”的几处，补上例子，再运行：newslint test {path}", path=path))
    if not any(path.resolve().is_relative_to(own.resolve()) for own in settings.own_rules):
        named = _from(settings.folder or Path.cwd(), place)
        say(tr('检查时要用它，请在 newslint.toml 里写：rules = ["{folder}"]', folder=named.as_posix()))


def _own_folder(settings: Settings) -> Path:
    """Return the folder in which the house keeps its rules, or would."""
    folder = next((own for own in settings.own_rules if own.suffix != ".toml"), None)
    return folder or _from(Path.cwd(), (settings.folder or Path.cwd()) / _FOLDER)


def _from(folder: Path, place: Path) -> Path:
    """Return ``place`` as seen from ``folder``; whole, if it is on another drive of Windows."""
    try:
        return Path(os.path.relpath(place, folder))
    except ValueError:
        return place.absolute()


def _has_rules(place: Path) -> bool:
    return os.path.isfile(place) or any(name.endswith(".toml") for _, _, names in walk(place) for name in names)


def _pair(word: str) -> tuple[str, str]:
    left, _, right = word.replace("＝", "=").partition("=")
    if not left.strip():
        raise click.BadParameter(tr("应写作 词=改用的词，如 我市=本市；没有改用的词，就只写词。"))
    return left.strip(), right.strip()
