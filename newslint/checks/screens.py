"""What a document must have for any rule of a kind to find something, asked before the module of the kind is imported.

A screen is a question that the document answers at next to no cost. It may say yes where there is nothing to find; what
a check looks for more exactly is its ``gate``. Only kinds whose rules look at structure have one.
"""

from __future__ import annotations

from collections.abc import Callable

from newslint.document import Document


def _has_headings(document: Document) -> bool:
    return document.format != "plain" or bool(document.headlines)


def _has_headed_body(document: Document) -> bool:
    return 0 < len(document.headlines) < len(document.blocks)


def _may_be_headed(document: Document) -> bool:
    view = document.view
    return bool(document.headlines) or "#" in view or "【" in view or "[" in view or "题：" in view or "标：" in view


#: The screen of each kind that has one.
SCREENS: dict[str, Callable[[Document], bool]] = {
    "headline": _has_headings,
    "headline-body": _has_headed_body,
    "headline-page": _may_be_headed,
}
