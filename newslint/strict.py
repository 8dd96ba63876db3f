"""Values of settings, rule pages and options, read strictly: one reader for each type.

A reader takes a value as TOML has it and returns what it means, or raises ``Invalid``. Who calls it adds the file and
the key.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import TypeVar

from newslint.language import hint, join_list, pick, tr

_Value = TypeVar("_Value")
_DAY = r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?"  # compiled where a day is read
#: No setting needs a larger number; infinity would find its way into reports.
LARGEST = 10**9
#: No option needs a larger whole number; checks may count that far.
MOST = 10**6
#: How many characters of a wrong value are shown.
_SHOWN = 60
#: What values of settings are called in reports and at the desk. These words are understood, too.
LEVEL_WORDS = {"错误": "error", "警告": "warning", "提示": "info", "关闭": "off", "从不": "never"}
SAFETY_WORDS = {"可改": "safe", "须确认": "unsafe"}
SPARED_WORDS = {"引语": "quotation", "书名": "title", "括号": "bracket", "署名": "byline"}


class Invalid(ValueError):
    """A value is not what is asked for.

    ``problem`` is a sentence; ``inside`` says where in the value: "" for the value itself, else such as ``.name`` or
    ``[2].until``.
    """

    def __init__(self, problem: str, inside: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.inside = inside


def string(value: object) -> str:
    """Read a string."""
    if not isinstance(value, str):
        raise Invalid(tr("应为字符串。"))
    return value


def text(value: object) -> str:
    """Read a string that is not empty."""
    if not isinstance(value, str) or not value:
        raise Invalid(tr("应为不空的字符串。"))
    return value


def texts(value: object) -> tuple[str, ...]:
    """Read a list of strings, none of them empty."""
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) and item for item in value):
        raise Invalid(tr('应为字符串的列表，写作 ["…", "…"]，且不能有空的。'))
    return tuple(value)


def path(value: object) -> str:
    """Read the path of a file."""
    if isinstance(value, str) and value and "\0" not in value:
        try:
            os.fsencode(value)
        except UnicodeEncodeError:  # half of a character, which JSON can have
            pass
        else:
            return value
    raise Invalid(tr("应为文件的路径。"))


def paths(value: object) -> tuple[str, ...]:
    """Read a list of paths of files."""
    return tuple(map(path, texts(value)))


def flag(value: object) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise Invalid(tr("应为 true 或 false。"))
    return value


def integer(value: object) -> int:
    """Read a whole number of 0 or more."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise Invalid(tr("应为不小于 0 的整数。"))
    if value > MOST:
        raise Invalid(tr("最多为 {number}。", number=MOST))
    return value


def number(value: object) -> float:
    """Read a number of 0 or more."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= LARGEST:
        raise Invalid(tr("应为不小于 0 的数，如 3。"))
    return float(value)


def choice(value: object, allowed: Collection[str]) -> str:
    """Read one of ``allowed``, in whose order the error names them."""
    if isinstance(value, str) and value in allowed:
        return value
    raise _none_of(join_list(map(quoted, allowed)), value)


def level(value: object, allowed: Collection[str]) -> str:
    """Read one of the levels ``allowed``, in English or Chinese, and return the English word."""
    return _named(value, allowed, LEVEL_WORDS)


def _named(value: object, allowed: Collection[str], words: Mapping[str, str]) -> str:
    """Read one of ``allowed``, or what it is called in ``words``; the error names both."""
    if isinstance(value, str) and (known := words.get(value, value)) in allowed:
        return known
    raise _none_of(with_words(allowed, words), value)


def _none_of(values: str, value: object) -> Invalid:
    """Return the error that says which ``values`` are allowed, and that a string is none of them."""
    if isinstance(value, str):
        return Invalid(tr("应为 {values} 之一，不能是 {value}。", values=values, value=quoted(value)))
    return Invalid(tr("应为 {values} 之一。", values=values))


def with_words(allowed: Collection[str], words: Mapping[str, str]) -> str:
    """Return the list of ``allowed``, in Chinese with what each is called in ``words``."""
    called = {value: word for word, value in words.items()}
    return join_list(pick(f"{quoted(value)}（{called[value]}）", quoted(value)) for value in allowed)


def quoted(value: str) -> str:
    """Return ``value`` as TOML writes it, so that spaces can be seen; of a long one the beginning."""
    return f'"{value}"' if len(value) <= _SHOWN else f'"{value[:_SHOWN]}…"'


def day(value: object) -> date:
    """Read a date, of TOML or as a string: 2026-04-18, or 2026/4/18, 2026.4.18 and 2026年4月18日 as tables have it."""
    try:
        if isinstance(value, str):
            if written := re.fullmatch(_DAY, value):
                return date(*map(int, written.groups()))
            return date.fromisoformat(value)
        if isinstance(value, date):
            return value.date() if isinstance(value, datetime) else value
    except ValueError:
        pass
    raise Invalid(tr("应为日期，如 2026-04-18。"))


def table(value: object) -> Mapping[str, object]:
    """Read a table as it is."""
    if not isinstance(value, Mapping):
        raise Invalid(tr("应为表。"))
    return value


def table_of(read: Callable[[object], _Value], value: object) -> dict[str, _Value]:
    """Read a table whose values are all read by ``read``."""
    return {name: _inside(f".{name}", read, item) for name, item in table(value).items()}


def list_of(read: Callable[[object], _Value], value: object) -> tuple[_Value, ...]:
    """Read a list whose items are all read by ``read``."""
    if not isinstance(value, list):
        raise Invalid(tr("应为列表。"))
    return tuple(_inside(f"[{place}]", read, item) for place, item in enumerate(value, 1))


def entries_of(read: Callable[[object], _Value], name: str, value: object) -> Iterator[_Value]:
    """Read the array of tables ``name``, each of which is read by ``read``."""
    if not isinstance(value, list):
        raise Invalid(tr("应写作 [[{key}]] 的表。", key=name))
    for place, item in enumerate(value, 1):
        yield _inside(f"[{place}]", read, item)


def fields(
    value: object,
    readers: Mapping[str, Callable[[object], object]],
    required: Iterable[str] = (),
    *,
    others: bool = False,
) -> dict[str, object]:
    """Read a table that has the keys of ``readers``; those ``required`` must be there. It has no ``others``, or these
    are passed over.
    """
    found = table(value)
    if others:
        found = {name: item for name, item in found.items() if name in readers}
    for fault in _key_faults(found, readers, required):
        raise fault
    return {name: _inside(f".{name}", readers[name], item) for name, item in found.items()}


def faults(
    value: object, readers: Mapping[str, Callable[[object], object]], required: Iterable[str] = ()
) -> Iterator[Invalid]:
    """Yield all for which ``fields`` refuses a table without others, of each key the first."""
    if not isinstance(value, Mapping):
        yield Invalid(tr("应为表。"))
        return
    yield from _key_faults(value, readers, required)
    for name, item in value.items():
        if name in readers:
            try:
                readers[name](item)
            except Invalid as error:
                yield Invalid(error.problem, f".{name}{error.inside}")


def _key_faults(found: Mapping[str, object], readers: Collection[str], required: Iterable[str]) -> Iterator[Invalid]:
    for name in found:
        if name not in readers:
            yield Invalid(tr("没有这一项") + hint(name, readers), f".{name}")
    missing = [name for name in required if name not in found]
    if len(missing) == 1:
        yield Invalid(tr("缺少这一项，请补上。"), f".{missing[0]}")
    elif missing:
        yield Invalid(tr("缺少 {names}，请补上。", names=join_list(missing)))


def denied_word(value: object) -> str | dict[str, object]:
    """Read what becomes of a word that the house does not use: what is written instead ("" where that is left to the
    editor), or a table that says more.
    """
    return value if isinstance(value, str) else fields(value, _DENIED)


#: The keys of a denied word: what to write instead, what to tell the editor, why, how severe it is, how safe the
#: change, where it is allowed, and in issues of which days the entry holds.
_DENIED: Mapping[str, Callable[[object], object]] = {
    "use": string,
    "advice": text,
    "reason": text,
    "severity": lambda value: level(value, ("error", "warning", "info")),
    "fix": lambda value: _named(value, ("safe", "unsafe"), SAFETY_WORDS),
    "spare": lambda value: tuple(_named(item, tuple(SPARED_WORDS.values()), SPARED_WORDS) for item in texts(value)),
    "from": day,
    "until": day,
}


def _inside(place: str, read: Callable[[object], _Value], value: object) -> _Value:
    try:
        return read(value)
    except Invalid as error:
        raise Invalid(error.problem, place + error.inside) from None
