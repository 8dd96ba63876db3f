"""Typed values as plain ones that JSON can hold, and back, by the annotations of named tuples.

A value comes back equal if its type is made of strings, numbers, booleans, None, bytes, enumerations, tuples, frozen
sets, mappings from strings and named tuples of these. What is annotated as ``object`` comes back as JSON has it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

_T = TypeVar("_T")
_Unpack = Callable[[Any], Any]
#: What JSON may hold for a scalar.
_TYPES: Mapping[Any, frozenset[type]] = {
    str: frozenset((str,)),
    int: frozenset((int,)),
    bool: frozenset((bool,)),
    float: frozenset((int, float)),
}
_PLAIN = frozenset((str, int, float, bool, NoneType))


def pack(value: object) -> Any:
    """Return ``value`` as plain values: a named tuple as the list of its fields, bytes as hexadecimal digits."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, tuple | list):
        return [pack(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: pack(item) for key, item in value.items()}
    if isinstance(value, frozenset):
        return sorted(map(pack, value))
    return value.hex() if isinstance(value, bytes) else value


def unpack(kind: type[_T], row: object) -> _T:
    """Return the value of type ``kind`` that ``pack`` made ``row`` of; raises ``ValueError`` or ``TypeError`` if it is
    damaged.
    """
    form: Any = kind
    return cast("_T", _unpacker(form)(row))


@cache
def _unpacker(kind: Any) -> _Unpack:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (UnionType, Union):
        return _optional(*(_unpacker(arg) for arg in args if arg is not NoneType))
    if origin is tuple and args[-1] is not Ellipsis:
        return _fields(args, tuple)
    if origin in (tuple, frozenset):
        return _scalars(_TYPES[args[0]], origin) if args[0] in _TYPES else _many(_unpacker(args[0]), origin)
    if origin in (dict, Mapping) and args[0] is str:
        return _mapping(_unpacker(args[1]))
    if kind is bytes:
        return bytes.fromhex
    if kind is object:
        return lambda row: row
    if kind in _TYPES:
        return _scalar(_TYPES[kind])
    if hasattr(kind, "_fields"):
        hints = get_type_hints(kind)
        return _fields([hints[name] for name in kind._fields], kind._make)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    raise TypeError(f"{kind} cannot be stored")


def _optional(inner: _Unpack) -> _Unpack:
    return lambda row: None if row is None else inner(row)


def _scalar(types: frozenset[type]) -> _Unpack:
    def unpacked(row: Any) -> Any:
        if type(row) not in types:
            raise TypeError("another scalar expected")
        return row

    return unpacked


def _scalars(types: frozenset[type], make: _Unpack) -> _Unpack:
    def unpacked(row: Any) -> Any:
        if not types.issuperset(map(type, _list(row))):
            raise TypeError("other scalars expected")
        return make(row)

    return unpacked


def _many(item: _Unpack, make: _Unpack) -> _Unpack:
    return lambda row: make([item(part) for part in _list(row)])


def _fields(kinds: Any, make: _Unpack) -> _Unpack:
    fields = [_unpacker(kind) for kind in kinds]
    return lambda row: make([field(part) for field, part in zip(fields, _list(row), strict=True)])


def _mapping(item: _Unpack) -> _Unpack:
    def unpacked(row: Any) -> Any:
        if not isinstance(row, dict):
            raise TypeError("an object expected")
        return {key: item(value) for key, value in row.items()}

    return unpacked


def _list(row: Any) -> list[Any]:
    if not isinstance(row, list):
        raise TypeError("a list expected")
    return row
