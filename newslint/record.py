"""Records: tuples whose items have names, as ``typing.NamedTuple`` makes them, defined in a tenth of the time.

The standard class compiles a constructor and every annotation of each class that is defined. newslint defines some seventy
before it has checked a page, and that took a tenth of a short run; here all records share one constructor until one of their
kind is made by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Self, dataclass_transform

try:
    from _collections import (
        _tuplegetter as _item,
    )  # what the named tuples of the standard library read their items with
except ImportError:
    from operator import itemgetter

    def _item(index: int, doc: str) -> property:  # type: ignore[misc]
        return property(itemgetter(index), doc=doc)


_new = tuple.__new__


class _Definition(type):
    """Makes the annotated names of a class body the items of its tuples."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> _Definition:
        names = tuple(body.get("__annotations__", ()))
        if names:
            given = [field for field in names if field in body]
            if given != list(names[len(names) - len(given) :]):
                raise TypeError(f"{name}: a field without default stands after one that has some")
            body |= {
                "_fields": names,
                "_defaults": {field: body[field] for field in given},
                "__match_args__": names,
                "__slots__": (),
            }
            body |= {field: _item(index, "") for index, field in enumerate(names)}
        return super().__new__(cls, name, bases, body)


@dataclass_transform(frozen_default=True)
class Record(tuple[Any, ...], metaclass=_Definition):
    """The base of all records: its subclass names the fields, with their types and defaults, in its body.

    A subclass of such a record has the same fields; it may hold more in its ``__dict__``.
    """

    __slots__ = ()
    _fields: tuple[str, ...]
    _defaults: Mapping[str, Any]

    def __new__(cls, *values: Any, **named: Any) -> Self:
        """Make a record of values in order and by name; raises ``TypeError`` if one is missing or not a field."""
        if not named and len(values) == len(cls._fields):
            return _new(cls, values)
        # What is made by name is mostly made often, such as findings: that record gets a constructor of its own after all.
        owner = next(kind for kind in cls.__mro__ if "_fields" in vars(kind))
        owner.__new__ = staticmethod(_constructor(owner))  # type: ignore[method-assign, assignment]
        return owner.__new__(cls, *values, **named)

    @classmethod
    def _make(cls, values: Iterable[Any]) -> Self:
        """Make a record of values in order; all must be there."""
        made = _new(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields, not {len(made)}")
        return made

    def _replace(self, **changed: Any) -> Self:
        """Return the record with some values changed; raises ``TypeError`` for a name that is not a field."""
        made = _new(type(self), [changed.pop(name, value) for name, value in zip(self._fields, self, strict=True)])
        if changed:
            raise TypeError(f"{type(self).__name__}: {', '.join(changed)} too many")
        return made

    def _asdict(self) -> dict[str, Any]:
        """Return the values by name."""
        return dict(zip(self._fields, self, strict=True))

    def __getnewargs__(self) -> tuple[Any, ...]:
        """Return what makes the record again, for ``pickle`` and ``copy``."""
        return tuple(self)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"


def _constructor(kind: type[Record]) -> Any:
    """Return what makes records of ``kind`` of values in order and by name, in a third of the time of what all share."""
    parameters = ", ".join(
        f"{field}=_defaults[{field!r}]" if field in kind._defaults else field for field in kind._fields
    )
    made = eval(
        f"lambda _cls, {parameters}: _new(_cls, ({', '.join(kind._fields)},))",
        {"_new": _new, "_defaults": kind._defaults},
    )
    made.__name__ = kind.__name__  # as errors of a wrong call have it
    return made
