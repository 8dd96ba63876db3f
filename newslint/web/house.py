"""What the editor has settled, written into the configuration: words that are right, and findings that are known.

Nothing is written that the editor has not seen: a plan says what the file will be, and only this plan is carried out.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from newslint.config import FILES, ConfigError, Settings
from newslint.config.amending import with_allowed, with_suppression
from newslint.config.toml import LONGEST, decoded, read_toml
from newslint.errors import UserError
from newslint.language import prefixed, reason, tr
from newslint.storage import read_bounded
from newslint.storage.atomic_write import FileChangedError, replace_bytes

#: How many lines around a change are shown.
_CONTEXT = 2
_TABLES = {FILES[1]: ("tool", "newslint")}


class StaleError(Exception):
    """The file is no longer what the editor was shown."""


class Plan(NamedTuple):
    """A file of settings as it is and as it will be, in bytes."""

    path: Path
    before: bytes
    after: bytes

    @property
    def digest(self) -> str:
        """What tells this plan from any other."""
        return sha256(b"\0".join((os.fsencode(self.path), self.before, self.after))).hexdigest()

    def shown(self) -> dict[str, object]:
        """Return what the editor is shown: the file, and the lines that change, with those around them."""
        return {"path": str(self.path), "digest": self.digest, "lines": _lines(*map(_text, (self.before, self.after)))}


class House:
    """The changes of configurations that were made from the page, which may be undone as long as it runs."""

    def __init__(self) -> None:
        self._done: list[Plan] = []

    def allowing(self, settings: Settings, word: str) -> Plan:
        """Return the plan to write ``word`` into the list of words that are right; raises ``UserError``."""
        path, text, before = _configuration(settings)
        return _plan(path, before, with_allowed(text, word, _TABLES.get(path.name, ())))

    def suppressing(self, settings: Settings, entry: Mapping[str, str]) -> Plan:
        """Return the plan to write an ``entry`` on findings that are known; raises ``UserError``."""
        path, text, before = _configuration(settings)
        return _plan(path, before, with_suppression(text, entry, _TABLES.get(path.name, ())))

    def undoing(self, number: int) -> Plan:
        """Return the plan to make undone what was done as ``number``; raises ``StaleError``."""
        if number >= len(self._done):
            raise StaleError(tr("校稿台重新开过，这一步不能撤销了。"))
        path, before, after = self._done[number]
        return Plan(path, after, before)

    def carry_out(self, plan: Plan, digest: str) -> int:
        """Write what was planned, and return its number; raises ``StaleError`` unless it is what was shown, and
        ``UserError`` if it cannot be written.
        """
        if plan.digest != digest:
            raise StaleError(tr("配置文件刚被改过，请再看一遍要写的内容。"))
        try:
            replace_bytes(plan.path, plan.after, known=plan.before)
        except FileChangedError:
            raise StaleError(tr("配置文件刚被改过，请再看一遍要写的内容。")) from None
        except OSError as error:
            told = tr("无法写入（{reason}），文件未改动。", reason=reason(error))
            raise UserError(prefixed(plan.path, told)) from None
        self._done.append(plan)
        return len(self._done) - 1


def is_writable(settings: Settings) -> bool:
    """Return True if the settings come from a file that may be written."""
    try:
        return bool(
            settings.source and os.stat(settings.source).st_mode & 0o222 and os.access(settings.source, os.W_OK)
        )
    except OSError:
        return False


def _configuration(settings: Settings) -> tuple[Path, str, bytes]:
    if not settings.source:
        raise UserError(tr("没有 newslint.toml 可写；请先在稿件所在的文件夹用 newslint init 写一个。"))
    path = Path(settings.source)
    read_toml(path, ConfigError)  # or an entry could not be proved
    try:
        data = read_bounded(path, LONGEST)
        return path, decoded(data).text, data
    except OSError as error:
        raise UserError(prefixed(path, tr("无法读取（{reason}）；请核对路径和权限。", reason=reason(error)))) from None
    except UnicodeDecodeError:
        raise UserError(prefixed(path, tr("文件不是 UTF-8 编码，请另存为 UTF-8。"))) from None


def _plan(path: Path, before: bytes, after: str | None) -> Plan:
    _, codec, mark = decoded(before)
    try:
        if after is not None:
            return Plan(path, before, mark + after.encode(codec))
    except UnicodeEncodeError:
        pass
    raise UserError(prefixed(path, tr("照这个文件的写法，加不进去；请手工加上。")))


def _text(data: bytes) -> str:
    return decoded(data).text


def _lines(before: str, after: str) -> list[tuple[str, str]]:
    """Return the lines that differ, "del" or "ins", and some "same" ones around them."""
    old, new = before.splitlines(), after.splitlines()
    found: list[tuple[str, str]] = []
    for group in SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(_CONTEXT):
        for kind, first, last, start, end in group:
            if kind == "equal":
                found += [("same", line) for line in old[first:last]]
            else:
                found += [("del", line) for line in old[first:last]]
                found += [("ins", line) for line in new[start:end]]
    return found
