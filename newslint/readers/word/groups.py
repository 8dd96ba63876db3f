"""What groups blocks and runs in a Word document: content controls, alternatives, rows and cells of tables."""

from __future__ import annotations

from newslint.readers.word import names as n
from newslint.readers.word.names import Element, W

#: Containers of blocks and of runs that only group them.
GROUPS = frozenset((n.INSERTED, n.MOVED_TO, n.SMART_TAG, n.CUSTOM_XML))


def content(control: Element) -> Element | None:
    """Return what a content control has; None if it only has its prompt."""
    properties = control.find(W + "sdtPr")
    if properties is not None and properties.find(W + "showingPlcHdr") is not None:
        return None
    return control.find(n.CONTROL_CONTENT)


def chosen(alternatives: Element) -> Element | None:
    """Return the alternative that is read: the first with text, else the first of all."""
    options = [child for child in alternatives if child.tag in (n.CHOICE, n.FALLBACK)]
    return next(
        (option for option in options if next(option.iter(n.TEXT), None) is not None), next(iter(options), None)
    )


def is_fallback(box: Element, top: Element) -> bool:
    """Return True if a box below ``top`` repeats another one for old programs, or is inside one that is read itself."""
    for above in box.iterancestors():
        if above is top:
            return False
        if above.tag in (n.FALLBACK, n.BOX):
            return True
    return False


def has(element: Element, properties: str, mark: str) -> bool:
    """Return True if the properties of a row or cell have ``mark``."""
    found = element.find(properties)
    return found is not None and found.find(mark) is not None


def below(parent: Element, tag: str) -> list[Element]:
    """Return the rows of a table or the cells of a row, also those in controls and other groups."""
    found = []
    for child in parent:
        if child.tag == tag:
            found.append(child)
        elif child.tag == n.CONTROL:
            found += [] if (inner := content(child)) is None else below(inner, tag)
        elif child.tag in GROUPS:
            found += below(child, tag)
    return found
