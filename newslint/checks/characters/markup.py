"""HTML left in plain text, where Markdown reads it as markup; and marks of Markdown that are printed as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.characters.gates import has_strong_emphasis
from newslint.checks.check import AnchorCheck, Hit, Match, StructureCheck
from newslint.checks.registry import Declared
from newslint.chinese.characters import CLOSING, OPENING, STOPS
from newslint.document import Document
from newslint.document.view import MASK
from newslint.patterns import lazy

# The view shows a semicolon beside Chinese as full-width, hence both.
_ENTITY = lazy(
    "(?:&(?:(?:amp[;；])*(?:[A-Za-z][A-Za-z0-9]{1,30}[;；]|#[0-9]{2,7}[;；]|#[xX][0-9A-Fa-f]{2,6}[;；])"
    "|(?:nbsp|ldquo|rdquo|lsquo|rsquo|mdash|hellip|middot|quot|ensp|emsp)(?![A-Za-z0-9=])))+"
)
_ONE_ENTITY = lazy("&(?:amp[;；])*(#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*)[;；]?")
_BLOCKS = (
    "p|br|div|tr|li|ul|ol|table|tbody|thead|h[1-6]|hr|section|article|blockquote|pre|center|figure|figcaption|header|"
    "footer"
)
_INLINE = (
    "span|strong|b|i|u|s|em|font|a|img|sup|sub|small|big|td|th|script|style|iframe|input|form|label|button|select|option|textarea"
    "|code|video|audio|source|embed|object|param|nobr|strike|html|head|body|title|meta|link|dl|dt|dd|map|area|o:p|st1:[a-z]+|v:[a-z]+|w:[a-z]+"
)
_TAG = lazy(f"(?:<(?:/?(?:{_BLOCKS}|{_INLINE})(?:[ \t/][^<>\n]{{0,400}})?|!--[^\n]{{0,400}}?--)>[ \t]*)+", 2)
_BLOCK_TAG = lazy(f"</?(?:{_BLOCKS})\\b", 2)
_BESIDE = STOPS + OPENING + CLOSING + "…—"
#: **…** on one line.
_STRONG = lazy(r"\*\*(?![\s*])([^*\n]{1,120}?)(?<!\s)\*\*")
_SPACES = frozenset("\u00a0\u2002\u2003\u2009\u3000 ")


def html_entities(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """HTML entities, a run of them at a time: &nbsp;, &ldquo;, &#8220;."""
    view = document.view
    for run in _ENTITY.finditer(view):
        parts = [_character(match[1]) for match in _ONE_ENTITY.finditer(run[0])]
        if None not in parts:
            start, end = run.span()
            shown = _settle("".join(filter(None, parts)), view, start, end)
            yield Match(start, end, shown, message="" if shown.strip() else "space" if shown else "needless")


def _character(name: str) -> str | None:
    """Return what an entity stands for, or None if there is no such entity."""
    if name[0] == "#":
        code = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
        return chr(code) if 31 < code < 0x110000 and not 0xD800 <= code < 0xE000 else None
    from html.entities import html5  # two thousand entries that hardly any text needs

    return html5.get(name + ";")


def _settle(shown: str, view: str, start: int, end: int) -> str:
    """Return ``shown``, spaces alone turned into what they do there: an indent, one space, or nothing beside a mark."""
    if not _SPACES.issuperset(shown):
        return shown
    before, after = view[start - 1 : start], view[end : end + 1]
    if before in "\r\n":
        return "\u3000\u3000" if len(shown) > 1 else ""
    return "" if after in "\r\n" or before in _BESIDE or after in _BESIDE else " "


def html_tags(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """HTML tags, a run of them at a time: <br>, </p>."""
    view = document.view
    for run in _TAG.finditer(view):
        start, end = run.start(), run.start() + len(run[0].rstrip(" \t"))
        if view[start - 1 : start] in ("“", "‘") and view[end : end + 1] in ("”", "’"):
            continue  # mentioned, not left behind
        inside = view[start - 1 : start] not in ("", "\r", "\n") and view[end : end + 1] not in ("", "\r", "\n")
        yield Match(start, end, "\n" if inside and _BLOCK_TAG.search(run[0]) else "")


def broken_emphasis(document: Document) -> Iterator[Match]:
    """Strong emphasis that CommonMark prints with its stars: **中间件（Middleware）**系统.

    The closing stars close nothing between a mark and a word, and the opening ones open nothing between a word and a
    mark.
    """
    text, view = document.text, document.view
    for match in _STRONG.finditer(text):
        start, end = match.span()
        inner = match[1]
        if view[start] != MASK or view[start + 2] == MASK:
            continue  # in code
        opens = not (inner[0] in _BESIDE and text[start - 1 : start].isalnum())
        closes = not (inner[-1] in _BESIDE and text[end : end + 1].isalnum())
        if not opens or not closes:
            yield Match(start, end, values={"right": _with_marks_outside(inner)})


def _with_marks_outside(inner: str) -> str:
    """Return the emphasis with the marks at the ends of ``inner`` outside the stars."""
    first = len(inner) - len(inner.lstrip(OPENING))
    last = len(inner.rstrip(_BESIDE))
    core = inner[first:last]
    for opener, closer in zip("（(“《", "）)”》", strict=True):
        # The bracket that the last mark closes goes out with it: 中间件（Middleware）.
        if core.count(opener) > core.count(closer):
            core = core[: core.rindex(opener)]
    last = first + len(core)
    return f"{inner[:first]}**{core}**{inner[last:]}" if core else inner


CHECKS: Mapping[str, Declared] = {
    "broken-emphasis": StructureCheck(broken_emphasis, gate=has_strong_emphasis, values=["right"]),
    "html-entity": AnchorCheck(html_entities, "&", messages=["needless", "space"]),
    "html-tag": AnchorCheck(html_tags, "<"),
}
