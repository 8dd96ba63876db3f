"""Frozen values behave as frozen dataclasses with slots do."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field
from functools import partial
from typing import Any

import pytest

from newslint.frozen import frozen


def both(decorator: Callable[[type], type]) -> type:
    @decorator
    class Place:
        """A place."""

        line: int
        column: int = 1
        notes: list[str] = field(default_factory=list, compare=False)
        secret: str = field(default="", repr=False)

        @property
        def both(self) -> tuple[int, int]:
            """Line and column."""
            return (self.line, self.column)

    return Place


STANDARD = both(dataclasses.dataclass(frozen=True, slots=True))
OWN = both(frozen)


@frozen
class One:
    """One value."""

    name: str


@partial(frozen, slots=False)
class Open:
    """One value, and room for more."""

    name: str


@pytest.mark.parametrize("given", [(1,), (1, 2), (1, 2, ["甲"], "乙")])
def test_it_is_what_the_standard_decorator_makes(given: tuple[Any, ...]) -> None:
    standard, own = STANDARD(*given), OWN(*given)
    assert repr(own) == repr(standard)
    assert own.both == standard.both
    assert dataclasses.astuple(own) == dataclasses.astuple(standard)
    assert dataclasses.asdict(dataclasses.replace(own, line=9)) == dataclasses.asdict(dataclasses.replace(standard, line=9))
    assert OWN.__match_args__ == STANDARD.__match_args__
    assert OWN.__doc__ == STANDARD.__doc__


def test_values_compare_and_hash_by_what_they_hold() -> None:
    assert OWN(1, 2, ["甲"]) == OWN(1, 2, ["乙"])
    assert OWN(1, 2) != OWN(1, 3)
    assert OWN(1) != (1, 1, [], "")
    assert One("甲") == One("甲") and hash(One("甲")) == hash(One("甲"))
    assert len({One("甲"), One("甲"), One("乙")}) == 2
    with pytest.raises(TypeError):
        sorted([OWN(1), OWN(2)])


def test_values_cannot_be_changed() -> None:
    for value in (OWN(1), One("甲"), Open("甲")):
        with pytest.raises(FrozenInstanceError):
            value.name = "乙"
        with pytest.raises(FrozenInstanceError):
            del value.name
    assert not hasattr(OWN(1), "__dict__")


def test_each_value_has_a_default_of_its_own() -> None:
    first, second = OWN(1), OWN(1)
    first.notes.append("甲")
    assert second.notes == []


def test_values_are_pickled_and_wrong_arguments_refused() -> None:
    assert pickle.loads(pickle.dumps(One("甲"))) == One("甲")
    for wrong in (lambda: OWN(), lambda: OWN(1, row=2), lambda: One("甲", "乙")):
        with pytest.raises(TypeError):
            wrong()
