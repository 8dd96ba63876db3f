"""Attributes that are computed when first asked for and kept: ``functools.cached_property`` at a third of its cost.

A document has a score of them, each computed once, so that what the first call costs counts: the standard one takes a lock
then (until Python 3.12) and looks whether the object can hold the value. A document is not shared between threads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from functools import cached_property as kept
else:

    class kept:
        """Decorates a method without arguments: its value takes the place of the attribute."""

        def __init__(self, func):
            self.func = func
            self.name = func.__name__
            self.__doc__ = func.__doc__

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            value = instance.__dict__[self.name] = self.func(instance)
            return value


__all__ = ["kept"]
