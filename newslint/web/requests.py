"""The requests of the page: what each must say, and what it is answered."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from newslint import strict
from newslint.language import current, tr
from newslint.web.desk import Desk
from newslint.web.house import Plan, is_writable
from newslint.web.words import words

#: The largest request, in bytes, and the largest file that can be sent in one.
LARGEST = 32_000_000
LARGEST_FILE = LARGEST // 4 * 3 - 10_000


def _state(desk: Desk, asked: object) -> dict[str, object]:
    """Return what a page that was just opened must know; the configuration is read anew for it."""
    strict.fields(asked, {})
    desk.renew()
    return {"words": words(), "language": current(), "largest": LARGEST_FILE, **_settings(desk)}


def _choose(desk: Desk, asked: object) -> dict[str, object]:
    """Take another configuration from now on."""
    desk.renew(Path(os.path.expanduser(_fields(asked, config=strict.path)["config"])))
    return _settings(desk)


def _settings(desk: Desk) -> dict[str, object]:
    settings = desk.settings()
    return {"level": settings.level.label, "config": settings.source, "writable": is_writable(settings)}


def _check(desk: Desk, asked: object) -> dict[str, object]:
    return desk.check(**_fields(asked, text=strict.string, name=strict.string, opened=strict.string, ignored=_keys))


def _open(desk: Desk, asked: object) -> dict[str, object]:
    return desk.open(**_fields(asked, name=strict.text, data=_bytes))


def _word(desk: Desk, asked: object) -> dict[str, object]:
    made = desk.marked(**_fields(asked, text=strict.string, opened=strict.text, ignored=_keys))
    values = {"name": made.name, "comments": made.comments, "changes": made.changes}
    told = tr("已存为“{name}”：批注 {comments} 条，修订 {changes} 处。", **values)
    if made.lost:
        told += tr("有 {number} 处改动在 Word 稿件里做不成（如增减段落、改域），没有写入。", number=made.lost)
    return {"name": made.name, "data": base64.b64encode(made.data).decode("ascii"), "told": told}


def _plan(desk: Desk, asked: object) -> dict[str, object]:
    return _planned(desk, strict.table(asked)).shown()


def _write(desk: Desk, asked: object) -> dict[str, object]:
    entry = dict(strict.table(asked))
    digest = strict.text(entry.pop("digest", None))
    number = desk.house.carry_out(_planned(desk, entry), digest)
    desk.renew()
    return {"number": number}


def _planned(desk: Desk, entry: Mapping[str, object]) -> Plan:
    """Return the plan for an entry: a word that is right, findings that are known, or a change to be undone."""
    if "allow" in entry:
        return desk.house.allowing(desk.settings(), _fields(entry, allow=strict.text)["allow"])
    if "undo" in entry:
        return desk.house.undoing(_fields(entry, undo=strict.integer)["undo"])
    return desk.house.suppressing(
        desk.settings(), _fields(entry, code=strict.text, text=strict.text, reason=strict.text)
    )


def _fields(asked: object, **readers: Callable[[object], object]) -> dict[str, Any]:
    """Read a request that must have all of the fields of ``readers`` and no others; raises ``strict.Invalid``."""
    return strict.fields(asked, readers, readers)


def _keys(value: object) -> frozenset[str]:
    return frozenset(strict.texts(value))


def _bytes(value: object) -> bytes:
    try:
        return base64.b64decode(strict.string(value), validate=True)
    except ValueError:
        raise strict.Invalid(tr("应为 Base64。")) from None


#: What is done for each request, by path.
ACTIONS: Mapping[str, Callable[[Desk, object], dict[str, object]]] = {
    "/state": _state,
    "/house/choose": _choose,
    "/check": _check,
    "/open": _open,
    "/word": _word,
    "/house/plan": _plan,
    "/house/write": _write,
}
