"""The styles of a Word document: which mean a heading, a caption or a list, and which hide text or indent it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from newslint.patterns import lazy
from newslint.readers.word.names import PARAGRAPH_PROPERTIES, RUN_PROPERTIES, TYPE, VALUE, Element, W

#: Word names its own styles in English in every language; the others are what newsrooms call theirs.
_HEADING = lazy(r"(?:heading|标题)\s*([1-9])")
_NAMED_LEVELS = {
    "title": 1,
    "标题": 1,
    "主标题": 1,
    "主标": 1,
    "subtitle": 2,
    "副标题": 2,
    "副题": 2,
    "引题": 2,
    "肩题": 2,
}
_CAPTIONS = frozenset(("caption", "题注", "图注", "图说", "图片说明"))
#: The deepest heading that counts as one.
LOWEST_LEVEL = 6
#: How many styles may be based on each other.
_MOST_STEPS = 20
_OFF = frozenset(("0", "false", "off"))


class Style(NamedTuple):
    """What a style says about text: ``level`` is that of a heading, 0 for none; ``title`` is the main one.

    ``centred`` says that its paragraphs are set in the middle.
    """

    level: int = 0
    title: bool = False
    caption: bool = False
    listed: bool = False
    hidden: bool = False
    indented: bool = False
    centred: bool = False


class Styles:
    """The styles of a document by their ids, each with what it has from those that it is based on."""

    def __init__(self, root: Element | None) -> None:
        found = (
            {} if root is None else {style.get(W + "styleId", ""): style for style in root.iterchildren(W + "style")}
        )
        self._elements: Mapping[str, Element] = found
        self._known: dict[str, Style] = {}
        #: Whether any style hides text.
        self.hide = root is not None and hides(root)
        self._default = next(
            (
                name
                for name, style in found.items()
                if style.get(W + "default") not in (None, *_OFF) and style.get(TYPE) == "paragraph"
            ),
            "",
        )

    def of(self, properties: Element | None, mark: str) -> Style:
        """Return the style that properties of a paragraph or run (``mark``: the tag that names it) mean."""
        named = None if properties is None else value_of(properties, mark)
        if named is None:
            named = self._default if mark == W + "pStyle" else ""
        if named not in self._known:
            self._known[named] = self._resolved(named)
        return self._known[named]

    def _resolved(self, name: str) -> Style:
        """Return a style with what it inherits; what is nearest counts."""
        chain: list[Element] = []
        while name in self._elements and len(chain) < _MOST_STEPS:
            chain.append(self._elements[name])
            name = value_of(chain[-1], W + "basedOn") or ""
        style = Style()
        for element in reversed(chain):
            style = _with(style, element)
        return style


def _with(style: Style, element: Element) -> Style:
    """Return ``style`` with what the element of another one, based on it, adds."""
    name = (value_of(element, W + "name") or "").strip().lower()
    if match := _HEADING.fullmatch(name):
        style = style._replace(level=int(match[1]) if int(match[1]) <= LOWEST_LEVEL else 0, title=False)
    elif name in _NAMED_LEVELS:
        style = style._replace(level=_NAMED_LEVELS[name], title=_NAMED_LEVELS[name] == 1)
    elif name in _CAPTIONS:
        style = style._replace(caption=True)
    paragraph, run = element.find(PARAGRAPH_PROPERTIES), element.find(RUN_PROPERTIES)
    if paragraph is not None:
        level = outline_level(paragraph)
        style = style._replace(
            level=style.level if level is None else level,
            listed=style.listed or is_listed(paragraph) is True,
            indented=style.indented or is_indented(paragraph),
            centred=is_centred(paragraph, style.centred),
        )
    return style if run is None else style._replace(hidden=is_hidden(run, style.hidden))


def value_of(parent: Element, tag: str) -> str | None:
    """Return the value of the child ``tag`` of an element; None if there is none."""
    child = parent.find(tag)
    return None if child is None else child.get(VALUE)


def outline_level(properties: Element) -> int | None:
    """Return the heading level that properties of a paragraph state, 0 for body text; None if they state none."""
    value = value_of(properties, W + "outlineLvl")
    if value is None or not value.isdecimal():
        return None
    return int(value) + 1 if int(value) < LOWEST_LEVEL else 0


def is_listed(properties: Element) -> bool | None:
    """Return whether properties of a paragraph make it an item of a list; None if they do not say."""
    numbering = properties.find(W + "numPr")
    if numbering is None:
        return None
    return value_of(numbering, W + "numId") != "0"


def is_indented(properties: Element) -> bool:
    """Return True if properties of a paragraph indent its first line."""
    indent = properties.find(W + "ind")
    return indent is not None and any(
        indent.get(W + name, "0").isdecimal() and int(indent.get(W + name, "0")) > 0
        for name in ("firstLine", "firstLineChars")
    )


def is_centred(properties: Element, otherwise: bool) -> bool:
    """Return True if properties of a paragraph set it in the middle; ``otherwise`` is what holds if they do not say."""
    value = value_of(properties, W + "jc")
    return otherwise if value is None else value == "center"


def is_hidden(properties: Element, otherwise: bool = False) -> bool:
    """Return True if properties of a run hide it; ``otherwise`` is what holds if they do not say."""
    return is_on(properties, W + "vanish", otherwise)


def hides(root: Element) -> bool:
    """Return True if anything below ``root`` may hide text."""
    return next(root.iter(W + "vanish"), None) is not None


def is_on(parent: Element, tag: str, otherwise: bool = False) -> bool:
    """Return True if an element has the switch ``tag`` and it is on; ``otherwise`` is what holds if it has none."""
    switch = parent.find(tag)
    return otherwise if switch is None else switch.get(VALUE) not in _OFF
