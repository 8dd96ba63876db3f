"""What a document must have for any rule of a kind to find something, asked before the module of the kind is imported.

A screen is a question that the document answers at next to no cost. It may say yes where there is nothing to find; what
a check looks for more exactly is its ``gate``. Only kinds whose rules look at structure have one.
"""

from __future__ import annotations

from collections.abc import Callable

from newslint.document import Document


#: The screen of each kind that has one.
SCREENS: dict[str, Callable[[Document], bool]] = {}
