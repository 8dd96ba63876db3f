"""The ``[options]`` of a rule page, read strictly by the check that takes them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeVar

from newslint.language import hint, join_list, tr

_Value = TypeVar("_Value")


class OptionError(ValueError):
    """A rule's options are not what its kind takes: ``key`` and a sentence."""

    def __init__(self, key: str, problem: str) -> None:
        super().__init__(problem)
        self.key = key
        self.problem = problem


def quoted(value: str) -> str:
    """Return ``value`` as a rule file writes it, so that spaces can be seen."""
    return f'"{value}"'


class Options:
    """The ``[options]`` of a rule file, taken key by key; what is left over at ``done`` is an error.

    Every reader raises ``OptionError`` for a value of the wrong type or a missing key without default.
    """

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = dict(values)
        self._known: list[str] = []

    def _take(self, key: str, default: object) -> object:
        self._known.append(key)
        if key in self._values:
            return self._values.pop(key)
        if default is None:
            raise OptionError(key, tr("这种规则必须有这个选项，请补上。"))
        return default

    def text(self, key: str, default: str | None = None) -> str:
        """Take a string."""
        value = self._take(key, default)
        if not isinstance(value, str):
            raise OptionError(key, tr("应为字符串。"))
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Take a list of strings, none of them empty."""
        value = self._take(key, default)
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) and item for item in value):
            raise OptionError(key, tr("应为字符串的列表，且不能有空的。"))
        return tuple(value)

    def pairs(self, key: str, default: Mapping[str, str] | None = None) -> dict[str, str]:
        """Take a table from string to string."""
        value = self._take(key, default)
        if not isinstance(value, Mapping) or not all(isinstance(item, str) for item in value.values()):
            raise OptionError(key, tr("应为表，各项的值都是字符串。"))
        return dict(value)  # type: ignore[arg-type]

    def integer(self, key: str, default: int | None = None) -> int:
        """Take a whole number of 0 or more."""
        value = self._take(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise OptionError(key, tr("应为不小于 0 的整数。"))
        return value

    def number(self, key: str, default: float | None = None) -> float:
        """Take a number."""
        value = self._take(key, default)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise OptionError(key, tr("应为数。"))
        return float(value)

    def flag(self, key: str, default: bool) -> bool:
        """Take true or false."""
        value = self._take(key, default)
        if not isinstance(value, bool):
            raise OptionError(key, tr("应为 true 或 false。"))
        return value

    def choice(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        """Take one of ``allowed``, in whose order an error names them."""
        value = self.text(key, default)
        if value not in allowed:
            raise OptionError(
                key,
                tr("应为 {values} 之一，不能是 {value}。", values=join_list(map(quoted, allowed)), value=quoted(value)),
            )
        return value

    def chosen(self, key: str, table: Mapping[str, _Value]) -> _Value:
        """Take one of the words of ``table`` and return what it stands for."""
        return table[self.choice(key, table)]

    def done(self) -> None:
        """Raise for a key that nobody took."""
        for key in self._values:
            raise OptionError(key, tr("这种规则没有这个选项") + hint(key, self._known))
