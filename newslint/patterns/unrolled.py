"""How long a pattern becomes when its repeats are written out.

The regex package compiles ``x{1000}`` to a thousand copies of ``x``, and repeats within repeats multiply, so that a few
characters of a pattern can fill all memory.
"""

from __future__ import annotations

import re

from newslint.patterns import lazy

#: An escape, a class or a comment; a count; a bracket; or any other character.
_TOKEN = lazy(
    r"\\[pPN]\{[^}]*\}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?#[^)]*\)"
    r"|\{(?P<least>\d*)(?:,\d*)?\}|(?P<open>\()|(?P<close>\))|.",
    re.DOTALL,
)
#: Flags that let a pattern have comments to the end of the line, and such comments.
_VERBOSE = lazy(r"\(\?[a-zA-Z0-9]*x")
_COMMENT = lazy(r"(?<!\\)#[^\n]*")
#: A number with more digits is read as if it had so many.
_DIGITS = 9


def unrolled_length(source: str) -> int:
    """Return the number of characters, classes and the like in ``source`` with every repeat written out as often as it
    must occur. The source need not be valid.
    """
    length = _length(source)
    if _VERBOSE.search(source):
        # A bracket in a comment is none.
        length = max(length, _length(_COMMENT.sub("", source)))
    return length


def _length(source: str) -> int:
    groups = [0]  # the length of each open group, the innermost last
    last = 0  # that of what a count would repeat
    for token in _TOKEN.finditer(source):
        if token["least"]:
            times = max(1, int(token["least"].lstrip("0")[:_DIGITS] or 0))
            groups[-1] += last * (times - 1)
            last *= times
        elif token["open"]:
            groups.append(0)
        elif token["close"] and len(groups) > 1:
            last = groups.pop()
            groups[-1] += last
        elif token["least"] is None:
            last = 1
            groups[-1] += 1
    return sum(groups)
