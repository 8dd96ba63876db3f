"""HTML tokens with exact offsets, as browsers find them, except that no unclosed tag hides the text after it.

No maintained parser gives both offsets and the reading of a browser: tree-sitter-html takes <通知> for a tag and loses
the text after a stray end tag, html.parser changes its reading of broken comments and scripts between patch releases of
Python, and the others give lines at best. Source: HTML Living Standard, 13.2.5 (tokenization). Offsets are code points.
"""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from html.entities import html5
from typing import Any, NamedTuple

from newslint.patterns import lazy

_REFERENCE_SOURCE = r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});?"
_COMMENT_END = lazy(r"--!?>")
#: Quotes count in a tag only after =, and only if they are closed. A name that is not ASCII makes no tag: <A股>.
_TOKEN = lazy(
    r"<(?P<comment>!--)(?:-?>)?|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:._-]*)(?=[\s/>])(?:[^>=]+|=\s*(?:\"[^\"]*\"|'[^']*')?)*+>"
    r"|<(?:[!?]|/(?![A-Za-z]|[^\0-\x7f]))[^>]*>"
    rf"|{_REFERENCE_SOURCE}"
)
_REFERENCE = lazy(_REFERENCE_SOURCE)
_ATTRIBUTE = lazy(r"(?<![^\s\"'<>/=])([^\s\"'<>/=]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+))")
#: Elements whose content has no tags and comments.
_RAW = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))


class Token(NamedTuple):
    """A part of the file. ``kind`` is text, start, end, comment, reference, raw (the content of a script or the like)
    or other.

    ``value`` is the name of a tag in lower case, or the character of a reference.
    """

    kind: str
    start: int
    end: int
    value: str = ""


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of ``text`` in order, without gaps."""
    at = last = 0
    comment_end = _Ends(text, _COMMENT_END)
    raw_ends: dict[str, _Ends] = {}
    tags_end = text.rfind(">") + 1
    while match := _TOKEN.search(text, at, tags_end) or _REFERENCE.search(text, max(at, tags_end)):
        start, at = match.span()
        kind, value = _kind(match)
        if not kind:
            continue
        if kind == "comment" and text[at - 1] != ">":
            comment = comment_end.after(at)
            at = comment.end() if comment else text.find(">", at) + 1 or len(text)
        if last < start:
            yield Token("text", last, start)
        yield Token(kind, start, at, value)
        if kind == "start" and value in _RAW and text[at - 2] != "/":
            stop = raw_ends.setdefault(value, _Ends(text, _end_tag(value))).after(at)
            if stop and stop.start() > at:
                yield Token("raw", at, stop.start())
                at = stop.start()
        last = at
    if last < len(text):
        yield Token("text", last, len(text))


def attributes(tag: str) -> dict[str, str]:
    """Return the attributes of a start tag that have a value, by name in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(tag):
        found.setdefault(match[1].lower(), unescape(match[2] or match[3] or match[4] or ""))
    return found


class EndTags:
    """The end tags of elements, paired for all elements of a name when one of them is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pairs: dict[str, dict[int, int]] = {}

    def of(self, name: str, start: int) -> int:
        """Return the offset of the end tag of the element ``name`` whose start tag is at ``start``; -1 if there is
        none.
        """
        if name not in self._pairs:
            self._pairs[name] = self._pair(name)
        return self._pairs[name].get(start, -1)

    def _pair(self, name: str) -> dict[int, int]:
        pairs: dict[int, int] = {}
        open_tags: list[int] = []
        for match in _either_tag(name).finditer(self._text):
            if not match[1]:
                open_tags.append(match.start())
            elif open_tags:
                pairs[open_tags.pop()] = match.start()
        return pairs


class _Ends:
    """Find where something ends; that there are no more ends is found out only once."""

    def __init__(self, text: str, pattern: Any) -> None:
        self._text = text
        self._pattern = pattern
        self._none_from = len(text)

    def after(self, at: int) -> re.Match[str] | None:
        """Return the first end from ``at`` on."""
        match = self._pattern.search(self._text, at) if at < self._none_from else None
        if match is None:
            self._none_from = min(self._none_from, at)
        return match


@cache
def _end_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)


@cache
def _either_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){re.escape(name)}(?=[\s/>])", re.IGNORECASE)


def _kind(match: re.Match[str]) -> tuple[str, str]:
    """Return kind and value of the matched token; an empty kind for something that only looks like a reference."""
    reference = match[0]
    if reference[0] == "&":
        # Without the semicolon only the oldest names are in the table: AT&T is no reference.
        value = unescape(reference) if reference[1] == "#" else html5.get(reference[1:], "")
        return ("reference", value) if value else ("", "")
    if match["name"]:
        return "end" if match["close"] else "start", match["name"].lower()
    return ("comment" if match["comment"] else "other"), ""
