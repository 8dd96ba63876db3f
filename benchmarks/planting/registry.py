"""The classes of faults that can be planted, each a small function that registers itself.

A class takes an article and a random generator, and returns the article with one fault in it, or None if the article
has no place for such a fault. It names the rule that should find it, and further accepted codes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from planting.article import Article, Planted

Plant = Callable[[Article, Random], Planted | None]


@dataclass(frozen=True, slots=True)
class FaultClass:
    """One class of faults: its name, the ``code`` that should find it, all accepted ``codes``, and how to plant it.

    ``beyond`` is empty if the rule promises to find the class; otherwise it says why no rule can, and the class is
    measured but not required.
    """

    name: str
    code: str
    codes: frozenset[str]
    plant: Plant
    beyond: str = ""


#: Every class, in the order of registration.
CLASSES: list[FaultClass] = []


def fault(code: str, *also: str, beyond: str = "") -> Callable[[Plant], Plant]:
    """Register a function as the class of faults that ``code`` should find; ``also`` are further accepted codes."""

    def register(plant: Plant) -> Plant:
        CLASSES.append(FaultClass(plant.__name__.replace("_", " "), code, frozenset((code, *also)), plant, beyond))
        return plant

    return register


def classes_for(codes: Sequence[str] = ()) -> list[FaultClass]:
    """Return the classes whose code or family is among ``codes``, or all if it is empty, sorted by code."""
    chosen = [item for item in CLASSES if not codes or item.code in codes or item.code[:2] in codes]
    return sorted(chosen, key=lambda item: (item.code, bool(item.beyond)))
