"""A Latin word cut by a hyphen at the end of a line, as PDF text and old typesetting leave it: infor-|mation."""

from __future__ import annotations

from newslint.patterns import lazy

#: A grade such as A- may end a line; a small letter and a hyphen never do.
_CUT = lazy(r"(?<![A-Za-z\-])[A-Za-z]*[a-z][\-‐]\Z")
_REST = lazy("[A-Za-z]{2,}")
#: How long a Latin word is, in characters.
_REACH = 40


def hyphenated(upper: str, lower: str) -> str:
    """Return the Latin word that is cut between two lines, with its hyphen; "" if none is."""
    if upper[-1] not in "-‐":
        return ""
    cut, rest = _CUT.search(upper, max(0, len(upper) - _REACH)), _REST.match(lower)
    return cut[0] + rest[0] if cut and rest else ""
