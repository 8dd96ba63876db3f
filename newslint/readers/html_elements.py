"""The elements of a page as they open and close, in time linear in their number however deep they are nested.

End tags may be left out and tags may be nested wrongly, as browsers permit; an end tag in a table cell closes nothing
outside of the cell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from newslint.document.structure import BlockKind
from newslint.patterns import lazy
from newslint.readers.html_tables import Table

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: The kind of line that an element makes.
_KINDS = {
    "li": BlockKind.LIST,
    "blockquote": BlockKind.BLOCK_QUOTATION,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    **dict.fromkeys(HEADINGS, BlockKind.HEADLINE),
}
_CELLS = ("td", "th")
_TABLE_PARTS = frozenset((*_CELLS, "tr", "table"))
#: For a tag that implicitly closes open elements: which, and the elements it does not reach beyond.
_IMPLIED = {
    "li": (("li",), ("ul", "ol", "menu", *_CELLS)),
    "td": (_CELLS, ("tr", "table")),
    "th": (_CELLS, ("tr", "table")),
    "tr": ((*_CELLS, "tr"), ("table",)),
}
#: The parts of a selector: kind and name.
_SIMPLE = lazy(r"([.#]?)([^.#]+)")
_ALIGNED = lazy(r"(?<![\w\-])text-align\s*:\s*(\w+)", re.I)
#: Classes by which content systems set lines in the middle.
_CENTRED = frozenset(
    "aligncenter align-center text-center has-text-align-center has-text-centered ql-align-center".split()
)
#: Elements whose end tags may be left out.
_OPTIONAL = frozenset(("html", "body", "p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "dt", "dd", "option"))


class Element:
    """An element with its lines, counted from the start of the page: from ``first`` up to ``last``, exclusive.

    ``attributes`` are those of its start tag. ``kind`` and ``level`` say what its lines are, ``centred`` that they are
    set in the middle, ``table`` is the table whose cells they are in. ``is_sound`` is False if an end tag is missing
    here or around it, so that nobody knows where it ends.
    """

    __slots__ = ("attributes", "centred", "first", "is_sound", "kind", "last", "level", "name", "parent", "table")

    def __init__(self, name: str, attributes: dict[str, str], parent: Element | None, first: int) -> None:
        self.name = name
        self.attributes = attributes
        self.parent = parent
        self.first = first
        self.last = first
        self.is_sound = name in _OPTIONAL
        self.kind: BlockKind | None = parent.kind if parent else None
        self.level: int = parent.level if parent else 0
        self.table: Table | None = parent.table if parent else None
        self.centred: bool = _is_centred(name, attributes, parent is not None and parent.centred)
        if name in _KINDS:
            self.kind, self.table = _KINDS[name], None
            self.level = int(name[1]) if name in HEADINGS else 0
        elif name in _TABLE_PARTS:
            self.kind, self.level, self.table = None, 0, None

    @property
    def classes(self) -> list[str]:
        """The classes of the element."""
        return self.attributes.get("class", "").split()

    def is_selected(self, selectors: Iterable[str]) -> bool:
        """Return True if one of ``selectors`` (a tag, .class, #id, or several of them in one) means the element."""
        means = {"": [self.name], ".": self.classes, "#": self.id.split()}
        return any(all(name in means[kind] for kind, name in _SIMPLE.findall(selector)) for selector in selectors)

    @property
    def id(self) -> str:
        """The id of the element, or ""."""
        return self.attributes.get("id", "")


class Outline:
    """The elements of a page: ``elements`` has all so far, in the order of their start tags."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self._tables: list[Table] = []
        self._places: dict[str, list[int]] = defaultdict(list)  # of the open elements with a name

    @property
    def current(self) -> Element | None:
        """The innermost open element."""
        return self._open[-1] if self._open else None

    def open(self, name: str, attributes: dict[str, str], line: int) -> None:
        """Open an element before the line with the number ``line``."""
        self._close_implied(name, line)
        element = Element(name, attributes, self.current, line)
        if name in _TABLE_PARTS:
            self._open_table_part(element)
        self._places[_family(name)].append(len(self._open))
        self._open.append(element)
        self.elements.append(element)

    def close(self, name: str, line: int) -> None:
        """Close an element, if it is open, and the elements inside it."""
        place = self._last(_family(name))
        if place >= 0 and (name in _TABLE_PARTS or place >= self._cell()):
            self._open[place].is_sound = True
            self._pop_to(place, line)

    def finish(self, line: int) -> None:
        """Close what is still open at the end of the page."""
        self._pop_to(0, line)
        for element in self.elements:
            element.is_sound = element.is_sound and (element.parent is None or element.parent.is_sound)

    def _open_table_part(self, element: Element) -> None:
        above = self._tables[-1] if self._tables else None
        if element.name == "table":
            self._tables.append(Table())
            if above:
                above.nests = True
        elif above and element.name == "tr":
            above.rows += 1
        elif above:
            above.cells += 1
            element.table = above

    def _close_implied(self, name: str, line: int) -> None:
        if self._open and self._open[-1].name == "p":
            self._pop_to(len(self._open) - 1, line)
        if name in HEADINGS and self._last("heading") > self._cell():
            self._pop_to(self._last("heading"), line)
        closed, limits = _IMPLIED.get(name, ((), ()))
        limit = max((self._last(limit) for limit in limits), default=-1)
        for other in closed:
            while self._last(other) > limit:
                self._pop_to(self._last(other), line)

    def _last(self, name: str) -> int:
        return self._places[name][-1] if self._places[name] else -1

    def _cell(self) -> int:
        return max(map(self._last, _CELLS))

    def _pop_to(self, place: int, line: int) -> None:
        while len(self._open) > place:
            element = self._open.pop()
            element.last = line
            self._places[_family(element.name)].pop()
            if element.name == "table":
                self._tables.pop()


def _is_centred(name: str, attributes: dict[str, str], is_parent: bool) -> bool:
    """Return True if the lines of an element are set in the middle; ``is_parent`` is what holds around it."""
    styled = _ALIGNED.search(attributes.get("style", ""))
    if styled:
        alignment: str = styled[1]
        return alignment.lower() == "center"
    if not _CENTRED.isdisjoint(attributes.get("class", "").split()) or name == "center":
        return True
    return attributes["align"].strip().lower() in ("center", "middle") if "align" in attributes else is_parent


def _family(name: str) -> str:
    """Return the name under which an element is closed: any end tag of a heading closes a heading."""
    return "heading" if name in HEADINGS else name
