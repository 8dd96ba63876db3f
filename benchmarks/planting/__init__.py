"""Faults to plant in clean articles, by class. Importing this package registers every class that is written by hand."""

from planting import (
    bylines,
    consistency,
    doubled,
    headlines,
    linebreaks,
    lists,
    marks,
    numbers,
    pairs,
    places,
    repeated,
    residue,
    speech,
    units,
    words,
)
from planting.article import Article, Planted
from planting.registry import CLASSES, FaultClass, classes_for

__all__ = ["CLASSES", "NOT_PLANTED", "Article", "FaultClass", "Planted", "classes_for"]

#: Rules that no random planting makes sense for, with the reason.
NOT_PLANTED: dict[str, str] = {
    "BY24": "needs a roster of names; its examples and tests bring their own",
}
