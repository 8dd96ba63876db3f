"""The weights of the evidence, and what they make of it.

``data/weights.txt`` is written by ``tools/train_spelling.py``: lines of a kind, the name of an evidence and its weight.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from os.path import dirname, join
from typing import NamedTuple

from newslint.spelling.evidence import PAIRED, RANKED

#: The kinds of scores, and the names of their evidence in order.
EVIDENCE = {"ranked": RANKED, "pair": PAIRED}
_PATH = join(dirname(__file__), "data", "weights.txt")


class Weights(NamedTuple):
    """The weights of one kind, in the order of its evidence; that of the gain apart."""

    intercept: float
    warning: float
    error: float
    gain: float
    of: Sequence[float]


Model = Mapping[str, Weights]


@cache
def model() -> Model:
    """Return the weights by kind."""
    found: dict[tuple[str, str], float] = {}
    with open(_PATH, encoding="ascii") as lines:
        for line in lines:
            if not line.startswith("#"):
                kind, name, weight = line.split()
                found[kind, name] = float(weight)
    return {
        kind: Weights(
            found[kind, "intercept"],
            found[kind, "warning"],
            found[kind, "error"],
            found[kind, "gain"],
            tuple(found[kind, name] for name in names),
        )
        for kind, names in EVIDENCE.items()
    }


def score(weights: Weights, evidence: Sequence[float]) -> float:
    """Return the logarithm of the odds that the other character is right, without its gain."""
    return weights.intercept + sum(map(float.__mul__, weights.of, map(float, evidence)))
