"""Values for settings and rule pages: right ones, odd ones, tables of anything; and TOML that holds them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from hypothesis import strategies as st

#: Strings that some key or other means something by.
_WORDS = (
    *"error warning info off never safe unsafe news web auto plain markdown html body headline quotation title byline".split(),
    *"DU03 DU BY04 PU03 ALL aba-phrase XX01 du03 DU99 双方 会议 甲 （） 、 * ** *.txt 稿.txt 归档/ ! \\ [z-a] div.article #a".split(),
    *". .. / // 稿.txt/a rules.toml names.txt 2026-04-18 9999-99-99 {match} {replacement} {nope} {0} { } {match!r}".split(),
    *("(", "[", "(?P<a>", "(?<=a+)b", "a{999999999}", "(?R)", r"\g<1>", r"\9", "$1", "(?i)甲", "甲|", "\\", "^", "甲+"),
    *("", " ", "　", "\x00", "\n", "\r", "\x1b[2J", "\u202e", "\ud800", "𠮷", "甲" * 70, "a" * 5000),
)  # fmt: skip
_plain = st.one_of(
    st.sampled_from(_WORDS),
    st.text(max_size=8),
    st.booleans(),
    st.integers(-3, 12),
    st.sampled_from((10**6, 10**9, 10**18, -(10**18), 0.5, -0.5, 1e308, float("inf"), float("nan"))),
    st.dates(),
    st.sampled_from((date(1, 1, 1), date(9999, 12, 31), datetime(2026, 4, 18, 1, 2, 3))),
)
anything = st.recursive(
    _plain,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_WORDS), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def spoilt(draw: st.DrawFn, table: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy of ``table`` with one to three of its values, at any depth, changed, dropped or new."""
    copy: Any = _copied(table)
    for _ in range(draw(st.integers(1, 3))):
        inside: Any = copy
        while True:
            keys = _keys(inside)
            if not keys:
                _put(inside, draw(st.sampled_from(_WORDS)), draw(anything))
                break
            key = draw(st.sampled_from(keys))
            if isinstance(inside[key], dict | list) and draw(st.integers(0, 3)):
                inside = inside[key]
                continue
            match draw(st.integers(0, 5)):
                case 0:
                    del inside[key]
                case 1:
                    _put(inside, draw(st.sampled_from(_WORDS)), draw(anything))
                case 2 | 3 if isinstance(inside[key], str):
                    at = draw(st.integers(0, len(inside[key])))
                    inside[key] = inside[key][:at] + draw(st.sampled_from(_WORDS)) + inside[key][at:]
                case _:
                    inside[key] = draw(anything)
            break
    return copy  # type: ignore[no-any-return]


def _copied(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _copied(item) for key, item in value.items()}
    return [_copied(item) for item in value] if isinstance(value, list | tuple) else value


def _keys(inside: Any) -> Sequence[Any]:
    return list(inside) if isinstance(inside, dict) else range(len(inside))


def _put(inside: Any, key: str, value: object) -> None:
    if isinstance(inside, dict):
        inside[key] = value
    else:
        inside.append(value)


def toml(table: Mapping[str, Any]) -> str:
    """Return ``table`` as TOML, tables in it in line; what TOML cannot say is left as it comes."""
    return "".join(f"{_string(key)} = {_value(value)}\n" for key, value in table.items())


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_string(key)} = {_value(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    forms: dict[type, Callable[[Any], str]] = {str: _string, bool: lambda flag: str(flag).lower()}
    return forms.get(type(value), str)(value)


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
