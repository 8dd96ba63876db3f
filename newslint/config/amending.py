"""A configuration file with one more entry: its text changed where it must be, and nowhere else.

Every change is proved: the new text must mean what the old one meant and the entry, else it is not made.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

#: What an array is made of: comments, strings, brackets, commas, line ends, and the rest.
_TOKEN = re.compile(r"#[^\n]*|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|[\[\],]|\s+|[^#\"'\[\],\s]+")
_INDENT = "    "


def with_allowed(text: str, word: str, table: tuple[str, ...] = ()) -> str | None:
    """Return ``text``, TOML with newslint's settings in ``table``, with ``word`` in its list ``allow``; None if it
    cannot be written there.
    """

    def added(settings: dict[str, Any]) -> None:
        settings["allow"] = [*settings.get("allow", ()), word]

    return _proved(text, table, added, _allowing(text, _quoted(word), table))


def with_suppression(text: str, entry: Mapping[str, str], table: tuple[str, ...] = ()) -> str | None:
    """Return ``text``, as for ``with_allowed``, with one more table ``[[suppress]]``; None if it cannot be written."""

    def added(settings: dict[str, Any]) -> None:
        settings["suppress"] = [*settings.get("suppress", ()), dict(entry)]

    end = _line_end(text)
    lines = [f"[[{'.'.join((*table, 'suppress'))}]]", *(f"{key} = {_quoted(value)}" for key, value in entry.items())]
    before = "" if not text.strip() else end if text.endswith("\n") else end * 2
    return _proved(text, table, added, iter([text + before + "".join(line + end for line in lines)]))


def _proved(text: str, table: tuple[str, ...], added: Any, changed: Iterator[str]) -> str | None:
    """Return the first of the ``changed`` texts that means what ``text`` does with ``added`` done to its settings."""
    import tomllib

    wanted = deepcopy(tomllib.loads(text))
    settings = wanted
    for name in table:
        settings = settings.setdefault(name, {})
    added(settings)
    for one in changed:
        try:
            if tomllib.loads(one) == wanted:
                return one
        except tomllib.TOMLDecodeError:
            continue
    return None


def _allowing(text: str, word: str, table: tuple[str, ...]) -> Iterator[str]:
    """Yield texts with ``word`` in a list ``allow``: in each that there may be, else in a new one."""
    for match in re.finditer(r"^[ \t]*allow[ \t]*=[ \t]*\[", text, re.MULTILINE):
        yield _appended(text, match.end(), word)
    end = _line_end(text)
    if table:
        for match in re.finditer(rf"^[ \t]*\[{re.escape('.'.join(table))}\][^\n]*\n", text, re.MULTILINE):
            yield f"{text[: match.end()]}allow = [{word}]{end}{text[match.end() :]}"
        return
    place = _end_of_root(text)
    before = "" if not place or text[:place].endswith("\n") else end
    yield f"{text[:place]}{before}allow = [{word}]{end}{text[place:]}"


def _end_of_root(text: str) -> int:
    """Return where a key may be added before the first table: after the last one, else before the comment on the
    table.
    """
    first = re.search(r"^[ \t]*\[", text, re.MULTILINE)
    if first is None:
        return len(text)
    lines = text[: first.start()].splitlines(True)
    keys = [number for number, line in enumerate(lines, 1) if line.strip() and not line.lstrip().startswith("#")]
    blank = [number for number, line in enumerate(lines, 1) if not line.strip()]
    return len("".join(lines[: keys[-1] if keys else blank[-1] if blank else 0]))


def _appended(text: str, start: int, word: str) -> str:
    """Return ``text`` with ``word`` as the last element of the array whose content begins at ``start``."""
    last, comma, close = _end_of_array(text, start)
    if last is None:
        return f"{text[:start]}{word}{text[start:]}"
    line = text.find("\n", comma or last)
    if line < 0 or line > close:
        return f"{text[:last]}, {word}{text[last:]}"
    # On a line of its own, below the comment that may follow the last element.
    line -= text[line - 1] == "\r"
    begun = text.rfind("\n", 0, last) + 1
    indent = text[begun : len(text) - len(text[begun:].lstrip(" \t"))] if begun > start else _INDENT
    new = f"{_line_end(text)}{indent}{word}"
    if comma:
        return f"{text[:line]}{new},{text[line:]}"
    return f"{text[:last]},{text[last:line]}{new}{text[line:]}"


def _end_of_array(text: str, start: int) -> tuple[int | None, int | None, int]:
    """Return the end of the last element of an array, the end of the comma behind it, None for none, and its close."""
    last = comma = None
    for token in _TOKEN.finditer(text, start):
        if token[0] == "]":
            return last, comma, token.start()
        if token[0] == ",":
            comma = token.end()
        elif not token[0].startswith("#") and not token[0].isspace():
            last, comma = token.end(), None
    return last, comma, len(text)


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _quoted(word: str) -> str:
    """Return a string as TOML has it."""
    return json.dumps(word, ensure_ascii=False).replace("\x7f", "\\u007f")
