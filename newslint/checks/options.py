"""The ``[options]`` of a rule page, read strictly by the check that takes them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from newslint import strict
from newslint.language import current, hint, tr
from newslint.patterns import PatternError, compile_regex

if TYPE_CHECKING:
    import regex

_Value = TypeVar("_Value")
#: The most that a pattern may have with its repeats written out, in characters, classes and groups.
_LONGEST = 100_000
#: What is taken for a string that is none.
_WORD = "字"
#: How the package for regular expressions begins to say what is wrong, and that in Chinese.
_FAULTS = {
    "missing )": "缺右括号",
    "missing >": "组名后缺 >",
    "unbalanced parenthesis": "多了右括号",
    "unterminated character set": "缺右方括号",
    "nothing to repeat": "重复符号前面没有字符",
    "multiple repeat": "重复符号连用",
    "min repeat greater": "花括号里前一个数大于后一个数",
    "repeat count too big": "花括号里的数太大",
    "bad escape": "反斜线后面的写法不对",
    "incomplete escape": "反斜线后面没有写完",
    "bad character range": "方括号里的起止颠倒，或写法不对",
    "bad character in group name": "组名里有不能用的字符",
    "invalid group reference": "没有这一组",
    "unknown group": "没有这一组",
    "unknown extension": "问号后面的写法不对",
    "unknown property": "没有这一类字符",
    "undefined character name": "没有这个名称的字符",
}


class OptionError(ValueError):
    """The options of a rule are not what its check takes: ``key`` and a sentence."""

    def __init__(self, key: str, problem: str) -> None:
        super().__init__(problem)
        self.key = key
        self.problem = problem


class Options:
    """Options taken key by key; what is left over at ``done`` is an error.

    Every method raises ``OptionError`` for a value of the wrong type or a missing key without default. With ``faults``
    it is put there instead, and something harmless is taken for the value, so that what follows is proved, too.
    """

    def __init__(self, values: Mapping[str, object], faults: list[OptionError] | None = None) -> None:
        self._values = dict(values)
        self._known: list[str] = []
        self._faults = faults

    def _take(self, key: str, default: _Value | None, read: Callable[[object], _Value], harmless: _Value) -> _Value:
        self._known.append(key)
        if key not in self._values:
            if default is not None:
                return default
            self._refuse(OptionError(key, tr("这种规则必须有这个选项，请补上。")))
            return harmless
        try:
            return read(self._values.pop(key))
        except strict.Invalid as error:
            self._refuse(OptionError(key + error.inside, error.problem))
            return harmless

    def _refuse(self, fault: OptionError) -> None:
        if self._faults is None:
            raise fault from None
        self._faults.append(fault)

    def text(self, key: str, default: str | None = None) -> str:
        """Take a string."""
        return self._take(key, default, strict.string, _WORD)

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Take a list of strings, none of them empty."""
        return self._take(key, default, strict.texts, (_WORD,))

    def table(
        self, key: str, read: Callable[[object], _Value], default: Mapping[str, _Value] | None = None
    ) -> Mapping[str, _Value]:
        """Take a table whose values are all read by ``read``."""
        return self._take(key, default, partial(strict.table_of, read), {})

    def pairs(self, key: str, default: Mapping[str, str] | None = None) -> Mapping[str, str]:
        """Take a table from string to string."""
        return self.table(key, strict.string, default)

    def integer(self, key: str, default: int | None = None) -> int:
        """Take a whole number of 0 or more."""
        return self._take(key, default, strict.integer, 1)

    def number(self, key: str, default: float | None = None) -> float:
        """Take a number of 0 or more."""
        return self._take(key, default, strict.number, 1.0)

    def flag(self, key: str, default: bool) -> bool:
        """Take true or false."""
        return self._take(key, default, strict.flag, False)

    def choice(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        """Take one of ``allowed``, in whose order an error names them."""
        return self._take(key, default, lambda value: strict.choice(value, allowed), next(iter(allowed)))

    def chosen(self, key: str, table: Mapping[str, _Value]) -> _Value:
        """Take one of the words of ``table`` and return what it stands for."""
        return table[self.choice(key, table)]

    def done(self) -> None:
        """Raise ``OptionError`` for a key that nobody took."""
        for key in self._values:
            self._refuse(OptionError(key, tr("这种规则没有这个选项") + hint(key, self._known)))


def compiled(key: str, source: str) -> regex.Pattern[str]:
    """Return the pattern that is the value of an option; raises ``OptionError`` with the place of what is wrong."""
    try:
        return compile_regex(source)
    except RecursionError:
        raise OptionError(key, tr("不是有效的正则表达式（{reason}）。", reason=tr("嵌套太深"))) from None
    except PatternError as error:
        at = tr("第 {number} 个字符处", number=error.place) if error.place else ""
        problem = tr("不是有效的正则表达式（{reason}）。", reason=f"{at} {_said(str(error))}".strip())
        raise OptionError(key, problem) from None


def _said(fault: str) -> str:
    """Return what is wrong with a pattern in the language of the interface, if ``fault`` is a common one."""
    if current() == "en":
        return fault
    return next((said for start, said in _FAULTS.items() if fault.startswith(start)), fault)


def prove_pattern(key: str, source: str, text: str) -> None:
    """Raise ``OptionError`` for a pattern that is invalid, that would fill the memory with its repeats, or that refers
    to itself without an end in ``text``.
    """
    from newslint.patterns.unrolled import unrolled_length  # only patterns of house rules are proved

    if unrolled_length(source) > _LONGEST:
        raise OptionError(
            key, tr("重复的次数太多，内存容不下；花括号里的次数（层层相乘）不能超过 {number}。", number=_LONGEST)
        )
    try:
        compiled(key, source).search(text)
    except MemoryError:
        raise OptionError(key, tr("这个模式引用它自己，没有尽头。")) from None
