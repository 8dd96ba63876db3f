"""Rules kept read between runs: TOML takes fifty times as long to read as JSON, and most checks are not needed on a
page.

A pack holds what the strict reading of a folder of rules gave: for each rule what the engine must know of it, and apart
from that the pages for those who ask. It lies in the user's cache folder, one file for each folder of rules; the
built-in rules come with one of their own (see ``write_pack``). A pack is used only while every rule file, and the code
that read them, is what it was; one that is damaged, cannot be written, or could have been written by others is ignored.
It is data, never code.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import GenericAlias
from typing import TYPE_CHECKING, Any

from newslint import __version__
from newslint.errors import together
from newslint.language import reason, tr
from newslint.rulebook.folders import builtin_folder
from newslint.rulebook.rule import Rule, RuleError
from newslint.storage.cache_dir import read_cache_file, write_cache_file
from newslint.storage.file_stamps import FileStamp, file_stamps
from newslint.storage.rows import pack, unpack

if TYPE_CHECKING:
    from newslint.rulebook.doc import RuleDoc

#: Raised when the form of the pack changes.
_FORM = 9
#: Fewer rule files than these are read as fast as a pack of them would be found.
FEWEST = 20
#: The name of the pack that comes with the built-in rules, in their folder.
SHIPPED = "pack.json"
#: Installing writes the rules and their pack within this time, in nanoseconds; a rule file changed later is an edited
#: one.
_INSTALLING = 60_000_000_000


#: What is stored of a rule, by field. The values of all rules in one field stand together: so they are read faster.
_FIELDS = {name: kind for name, kind in Rule.__annotations__.items() if name != "doc"}
_COLUMNS: Any = GenericAlias(tuple, tuple(GenericAlias(tuple, (kind, ...)) for kind in _FIELDS.values()))


def read_rules(folder: Path, read: Callable[[Path], Rule]) -> list[Rule]:
    """Return the rule of every ``*.toml`` under ``folder`` (or of the one file that it is), sorted by path.

    ``read`` reads one file strictly. Raises ``RuleError`` that tells what is wrong with all of them, and if ``folder``
    cannot be listed.
    """
    if not os.path.isdir(folder):
        return [read(folder)]
    stamps = _stamps(folder)
    if len(stamps) < FEWEST:
        return _all_read(folder, stamps, read)
    if (rules := _shipped(folder, stamps)) is not None:
        return rules
    head = {"files": stamps, "code": file_stamps(Path(__file__).parents[1], ".py"), "folder": str(folder)}
    name = f"rules-{zlib.crc32(os.fsencode(os.path.realpath(folder))):08x}.json"
    known = read_cache_file(name)
    rules = None if known is None else _unpack(known, folder, stamps, head)
    if rules is None:
        rules = _all_read(folder, stamps, read)
        data = _packed(head, rules, folder)
        if data is not None:
            write_cache_file(name, data)
    return rules


def _all_read(folder: Path, stamps: Sequence[FileStamp], read: Callable[[Path], Rule]) -> list[Rule]:
    rules, faults = [], []
    for stamp in stamps:
        try:
            rules.append(read(folder / stamp[0]))
        except RuleError as error:
            faults.append(error)
    if faults:
        raise together(faults)
    return rules


def write_pack(place: Path, folder: Path, read: Callable[[Path], Rule]) -> None:
    """Write the pack that is to be installed with the rules in ``folder`` to ``place``; raises as ``read_rules``
    does.
    """
    stamps = _stamps(folder)
    data = _packed(_shipped_head(stamps, None) or {}, [read(folder / stamp[0]) for stamp in stamps], folder)
    assert data is not None, folder
    place.write_bytes(data)


def _stamps(folder: Path) -> list[FileStamp]:
    """Return the stamps of the rule files under ``folder``; raises ``RuleError``."""
    try:
        return file_stamps(folder, ".toml")
    except OSError as error:
        place = error.filename or folder  # of a link without a target
        raise RuleError(place, "", tr("无法读取（{reason}）；请核对路径和权限。", reason=reason(error))) from None


def _shipped(folder: Path, stamps: Sequence[FileStamp]) -> list[Rule] | None:
    """Return the rules of the pack that comes with newslint's own folder. In a folder of the house it would hold rules
    that nobody has proved.
    """
    place = folder / SHIPPED
    if folder != builtin_folder():
        return None
    try:
        return _unpack(place.read_bytes(), folder, stamps, _shipped_head(stamps, place))
    except OSError:
        return None


def _shipped_head(stamps: Sequence[FileStamp], pack: Path | None) -> Mapping[str, object] | None:
    """Return what the head of the pack that comes with the rules must say; None if a rule was changed since."""
    if pack is not None and max(stamp[2] for stamp in stamps) > pack.stat().st_mtime_ns + _INSTALLING:
        return None
    return {"files": [stamp[:2] for stamp in stamps]}


def _packed(head: Mapping[str, object], rules: Sequence[Rule], folder: Path) -> bytes | None:
    """Return the pack of ``rules``; None if one of them has what cannot be stored."""
    try:
        # Each page in a line of its own: few of them are asked for.
        heads, pages = _json(_columns(rules, folder)), b"\n".join([_json(pack(rule.doc())) for rule in rules])
    except (TypeError, ValueError):
        return None  # a date in a rule file, which its kind will refuse
    return b"\n".join((_head(head), _sum(heads, pages), heads, pages))


def _head(said: Mapping[str, object]) -> bytes:
    return _json({**said, "form": _FORM, "newslint": __version__})


def _sum(heads: bytes | memoryview, pages: bytes | memoryview) -> bytes:
    return b"%08x" % zlib.crc32(pages, zlib.crc32(heads))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def _unpack(
    data: bytes, folder: Path, stamps: Sequence[FileStamp], wanted: Mapping[str, object] | None
) -> list[Rule] | None:
    """Return the rules in a pack; None if it is damaged, or its head or its rules are not what is ``wanted``."""
    try:
        first = data.index(b"\n")
        second = data.index(b"\n", first + 1)
        third = data.index(b"\n", second + 1)
        head, found = data[:first], data[first + 1 : second]
        # Parts of a view: the pack is large, and to copy it takes longer than to read it.
        heads, pages = memoryview(data)[second + 1 : third], memoryview(data)[third + 1 :]
        if wanted is None or head != _head(wanted) or found != _sum(heads, pages):
            return None
        rules = _rules(json.loads(str(heads, "utf-8", "surrogatepass")), folder, _Docs(pages))
        files = [os.path.join(folder, stamp[0]) for stamp in stamps]
        return rules if [rule.path for rule in rules] == files else None
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return None


def _columns(rules: Sequence[Rule], folder: Path) -> list[object]:
    relative = [rule._replace(path=Path(rule.path).relative_to(folder).as_posix()) for rule in rules]
    return [pack([getattr(rule, name) for rule in relative]) for name in _FIELDS]


def _rules(columns: object, folder: Path, docs: _Docs) -> list[Rule]:
    values = dict(zip(_FIELDS, unpack(_COLUMNS, columns), strict=True))
    values["path"] = [os.path.join(folder, path) for path in values["path"]]
    values["doc"] = [partial(docs.doc, number) for number in range(len(values["path"]))]
    return [Rule._make(row) for row in zip(*values.values(), strict=True)]


class _Docs:
    """The documentation in a pack, a line for each rule, parsed when it is asked for."""

    def __init__(self, data: memoryview) -> None:
        self._data = data
        self._lines: list[bytes] = []

    def doc(self, number: int) -> RuleDoc:
        """Return the documentation of one rule."""
        from newslint.rulebook.doc import RuleDoc  # not needed to run the rule

        self._lines = self._lines or bytes(self._data).split(b"\n")
        return unpack(RuleDoc, json.loads(self._lines[number]))
