"""Who made a change or comment, and when: the same for the same document, whenever it is written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from typing import cast

from lxml import etree

from newslint.readers.word.names import NAMESPACES, OWN
from newslint.readers.word.reading import WordFile

#: Ids from here on are not counted on: they leave no room below what Word can read.
_MOST_ID = 2**30
_IDS = etree.XPath("//@w:id", namespaces=NAMESPACES)
_EPOCH = "SOURCE_DATE_EPOCH"


class Stamps:
    """The attributes of new marks in a document: an id of their own, the author, and the date.

    The date is that of SOURCE_DATE_EPOCH if it is set, else the day when the document was last saved: with today's, two
    runs would not give the same bytes.
    """

    def __init__(self, file: WordFile) -> None:
        used = (int(number) for number in _ids(file) if number.isdecimal())
        self._numbers = count(max((number for number in used if number < _MOST_ID), default=0) + 1)
        self._date = _given() or file.package.saved()

    def next(self) -> dict[str, str]:
        """Return the attributes of the next mark."""
        return {"id": str(next(self._numbers)), "author": OWN, "date": self._date}


def _ids(file: WordFile) -> Iterator[str]:
    parts = dict.fromkeys(stretch.part for stretch in file.words.stretches)
    comments = file.package.related("comments")
    for part in (*parts, *([comments] if comments else [])):
        yield from cast("list[str]", _IDS(file.package.tree(part)))


def _given() -> str:
    """Return the date of SOURCE_DATE_EPOCH as Word writes it, or ""."""
    seconds = os.environ.get(_EPOCH, "")
    try:
        return f"{datetime.fromtimestamp(int(seconds), UTC):%Y-%m-%dT%H:%M:%SZ}"
    except (ValueError, OverflowError, OSError):
        return ""
