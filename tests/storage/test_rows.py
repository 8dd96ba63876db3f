"""Every record that is stored comes back as it was, and a damaged row is refused in a known way."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import Enum, IntEnum, StrEnum
from types import NoneType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

import pytest
from conftest import fewer_examples
from hypothesis import given
from hypothesis import strategies as st

from newslint.engine.cross_file import Examined
from newslint.results import BatchResults
from newslint.rulebook.doc import RuleDoc
from newslint.rulebook.rule import Rule
from newslint.run.linter import Linter
from newslint.storage.rows import pack, unpack


class Colour(StrEnum):
    RED = "red"


class Grade(IntEnum):
    LOW = 1
    HIGH = 2


class Inner(NamedTuple):
    number: int


class Everything(NamedTuple):
    """A record with every type that can be stored."""

    text: str
    number: int
    share: float
    flag: bool
    data: bytes
    colour: Colour | None
    words: tuple[str, ...] = ()
    place: tuple[int, str] = (0, "")
    grades: frozenset[Grade] = frozenset()
    nested: Mapping[str, tuple[Inner, ...]] = {}
    anything: object = None


#: What the rules that compare files learn of one: tuples of these records.
FACTS = sorted({get_args(kind)[0] for kind in Linter().facts_types.values()}, key=str)
#: A rule without the function that gives its documentation, which is stored apart.
STORED_RULE: Any = NamedTuple(
    "STORED_RULE", [(name, kind) for name, kind in Rule.__annotations__.items() if name != "doc"]
)
#: The records that are stored, those within them included.
STORED = [Everything, Examined, BatchResults, STORED_RULE, RuleDoc, *FACTS]

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(st.characters()),  # surrogates included
    int: st.integers(),
    float: st.floats(allow_nan=False),
    bool: st.booleans(),
    bytes: st.binary(),
    object: JSON,
}


def values(kind: Any, depth: int = 3) -> st.SearchStrategy[Any]:
    """Return what draws any value of a type."""
    origin, args = get_origin(kind), get_args(kind)
    few = {"max_size": 2 if depth > 0 else 0}
    if kind in SCALARS:
        return SCALARS[kind]
    if NoneType in args:
        return st.none() | values(next(arg for arg in args if arg is not NoneType), depth)
    if origin is Mapping:
        return st.dictionaries(st.text(), values(args[1], depth), **few)
    if origin is frozenset:
        return st.frozensets(values(args[0], depth), **few)
    if origin is tuple and args[-1] is Ellipsis:
        return st.lists(values(args[0], depth), **few).map(tuple)
    if origin is tuple:
        return st.tuples(*(values(arg, depth) for arg in args))
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    hints = get_type_hints(kind)
    fields = [st.deferred(lambda name=name: values(hints[name], depth - 1)) for name in kind._fields]
    return st.tuples(*fields).map(kind._make)


def stored(value: object) -> Any:
    """Return the row of a value after it was in a file."""
    return json.loads(json.dumps(pack(value), ensure_ascii=False).encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("kind", STORED)
@fewer_examples()
@given(data=st.data())
def test_a_record_comes_back_whatever_field_is_changed(kind: Any, data: st.DataObject) -> None:
    value = data.draw(values(kind))
    for name, hint in get_type_hints(kind).items():
        value = value._replace(**{name: data.draw(values(hint))})
        again = unpack(kind, stored(value))
        assert again == value
        assert exact(again) == exact(value)


def exact(value: Any) -> Any:
    """Return a value with the type of everything in it: 1 equals True and an enumeration its value."""
    if isinstance(value, tuple | frozenset):
        return type(value), type(value).__mro__[-2](map(exact, value))
    return {key: exact(item) for key, item in value.items()} if isinstance(value, dict) else (type(value), value)


def mutated(row: Any, data: st.DataObject) -> Any:
    """Return a row with one thing in it replaced, removed or added."""
    if not isinstance(row, list | dict) or not row or data.draw(st.booleans()):
        return data.draw(JSON)
    keys = list(row) if isinstance(row, dict) else list(range(len(row)))
    key = data.draw(st.sampled_from(keys))
    if data.draw(st.booleans()):
        row[key] = mutated(row[key], data)
    elif isinstance(row, list) and data.draw(st.booleans()):
        row.insert(key, data.draw(JSON))
    else:
        del row[key]
    return row


@pytest.mark.parametrize("kind", STORED)
@fewer_examples()
@given(data=st.data())
def test_a_damaged_row_is_refused_or_is_another_value(kind: Any, data: st.DataObject) -> None:
    row = mutated(stored(data.draw(values(kind))), data)
    try:
        value = unpack(kind, row)
    except (ValueError, TypeError):
        return
    assert isinstance(value, kind)


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        (str, 1),
        (int, True),
        (int, 1.0),
        (float, "1"),
        (bool, 1),
        (bytes, "x"),
        (bytes, 1),
        (Colour, "blue"),
        (Grade, []),
        (tuple[int, ...], "12"),
        (tuple[int, ...], {"1": 2}),
        (tuple[int, str], [1]),
        (tuple[int, str], [1, "", 2]),
        (Mapping[str, int], [["a", 1]]),
        (Everything, {}),
        (Everything, []),
    ],
)
def test_a_row_of_another_type_is_refused(kind: Any, row: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        unpack(kind, row)


@pytest.mark.parametrize("kind", [list[int], dict[int, str], Mapping[int, str], int | str, set[int]])
def test_a_type_that_does_not_come_back_equal_is_refused(kind: Any) -> None:
    with pytest.raises(TypeError):
        unpack(kind, [])
