"""``newslint cache`` and ``newslint completion``: the cache folder, and scripts for the shell."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import get_completion_class

from newslint.cli.localized import Command, Group
from newslint.cli.output import say, send, tell
from newslint.errors import UserError
from newslint.language import tr
from newslint.storage import cache_dir

_SHELLS = ("bash", "zsh", "fish")


@click.group(cls=Group)
def cache() -> None:
    """管理缓存：查过的结果和读好的规则，都可随时重新生成。"""


@cache.command()
def clear() -> None:
    """删去全部缓存。"""
    place = _folder()
    files, size = cache_dir.clear()
    say(
        tr(
            "从 {folder} 删去 {files} 个缓存文件，共 {size} KB。",
            folder=place,
            files=files,
            size=-(-size // 1000),
        )
    )


@cache.command()
def folder() -> None:
    """显示缓存所在的文件夹；可用环境变量 NEWSLINT_CACHE_DIR 另定。"""
    place = _folder()
    say(place)
    if not cache_dir.is_private(place):
        tell(tr("{path}：不归本人所有，或别人也能写，因此不用。", path=place))


def _folder() -> Path:
    """Return the cache folder; raises ``UserError`` if there is none."""
    place = cache_dir.cache_folder()
    if place is None:
        raise UserError(tr("没有缓存：NEWSLINT_CACHE_DIR 要写绝对路径；没有写，则要有用户的主文件夹。"))
    return place


@click.command(cls=Command)
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """输出命令行补全的脚本；如在 ~/.bashrc 中写：eval "$(newslint completion bash)"。"""
    found = get_completion_class(shell)
    assert found is not None, shell
    root = context.find_root()
    send(found(root.command, {}, "newslint", "_NEWSLINT_COMPLETE").source().encode() + b"\n")
