"""Records do what the named tuples of the standard library do with the same fields and values."""

from __future__ import annotations

import copy
import pickle
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.record import Record


class Own(Record):
    """A place."""

    path: str
    line: int = 1
    words: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        return f"{self.path}:{self.line}"


class Standard(NamedTuple):
    """A place."""

    path: str
    line: int = 1
    words: tuple[str, ...] = ()


class Wider(Own):
    """The same, which can be written on."""


VALUES = st.tuples(st.text(), st.integers(), st.tuples(st.text()))


@given(VALUES, st.integers(0, 3))
def test_values_in_order_and_by_name_are_those_of_a_named_tuple(values: tuple[Any, ...], in_order: int) -> None:
    named = dict(list(zip(Own._fields, values, strict=True))[in_order:])
    own, standard = Own(*values[:in_order], **named), Standard(*values[:in_order], **named)
    assert (own.path, own.line, own.words) == (standard.path, standard.line, standard.words)
    assert own == standard and hash(own) == hash(standard)
    assert own._asdict() == standard._asdict()
    assert repr(own).removeprefix("Own") == repr(standard).removeprefix("Standard")


@pytest.mark.parametrize("named", [{}, {"line": 4}, {"words": ("甲",)}, {"line": 4, "words": ("甲",)}])
def test_what_is_not_given_has_its_default(named: dict[str, Any]) -> None:
    assert Own("稿.txt", **named) == Standard("稿.txt", **named)


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ((), {}),
        ((), {"line": 2}),
        (("a", 1, (), 4), {}),
        (("a",), {"path": "b"}),
        (("a",), {"column": 1}),
        (("a", 1, ()), {"line": 2}),
    ],
)
def test_a_wrong_call_is_refused(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    for kind in (Own, Standard):
        with pytest.raises(TypeError):
            kind(*values, **named)


def test_nothing_can_be_changed_or_added() -> None:
    own = Own("稿.txt")
    with pytest.raises(AttributeError):
        own.line = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        own.other = 2  # type: ignore[attr-defined]


def test_a_changed_copy_is_of_the_same_kind() -> None:
    changed = Wider("稿.txt", 3)._replace(line=9)
    assert type(changed) is Wider and (changed.path, changed.line) == ("稿.txt", 9) and changed.told == "稿.txt:9"
    with pytest.raises(TypeError, match="column"):
        changed._replace(column=1)


def test_a_subclass_holds_more_than_its_fields() -> None:
    wider = Wider("稿.txt")
    wider.known = 1  # type: ignore[attr-defined]
    assert wider.__dict__ == {"known": 1} and wider == Own("稿.txt")


@given(VALUES)
def test_it_survives_copies_and_other_processes(values: tuple[Any, ...]) -> None:
    own = Own(*values)
    for again in (copy.copy(own), copy.deepcopy(own), pickle.loads(pickle.dumps(own))):
        assert again == own and type(again) is Own


def test_it_is_made_of_a_row() -> None:
    assert Own._make(["稿.txt", 2, ()]) == Own("稿.txt", 2)
    with pytest.raises(TypeError):
        Own._make(["稿.txt"])


def test_fields_are_matched_in_order() -> None:
    match Own("稿.txt", 2):
        case Own(path, line, _):
            assert (path, line) == ("稿.txt", 2)


def test_a_field_without_default_must_stand_first() -> None:
    with pytest.raises(TypeError, match="default"):

        class Wrong(Record):
            line: int = 1
            path: str
