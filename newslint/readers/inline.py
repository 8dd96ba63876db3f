"""Inline Markdown: emphasis, links, images, code, tags and entities, and which of them are visible.

Offsets are code points of the text.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from tree_sitter import Language, Node, Parser, Query, QueryCursor
from tree_sitter_markdown import inline_language

from newslint.document.spans import reaches
from newslint.patterns import lazy

_INLINE = Language(inline_language())
_QUERY = Query(
    _INLINE,
    """[(code_span) (uri_autolink) (email_autolink)] @object (html_tag) @tag (emphasis_delimiter) @mark
    [(entity_reference) (numeric_character_reference)] @entity (backslash_escape) @escape (hard_line_break "\\\\" @mark)
    [(inline_link) (image) (full_reference_link) (collapsed_reference_link) (shortcut_link)] @link""",
)
#: The marks of formulas and strike-through, which in Chinese copy are money and ranges: $5, 3~5天.
_NEUTRAL = bytes.maketrans(b"$~", b"\x01\x01")
_SPECIAL = lazy(rb"[*_`\[<&\\]")
#: The marks that begin something, with those without which they are characters like others.
_CLOSED_BY = ((b"*", b"*"), (b"_", b"_"), (b"`", b"`"), (b"[", b"]"), (b"<", b">"), (b"&", b";"))
#: The grammar takes time and memory with the square of the marks of emphasis and images that it has open, so at most
#: this many are given to it at once. A line with more of them has only its plain pairs. Nor may a part be longer than
#: so many characters: links that are never closed would overflow its stack.
_MOST_MARKS = 100
#: In a text of so many signs that begin something a line may have only a few marks, and is not parsed if it has more
#: than a hundred signs: it would take longer than all checks.
_MANY_SIGNS, _FEW_MARKS, _MOST_SIGNS = 50_000, 8, 100
_LONGEST = 20_000
_MARKS = lazy(rb"[*_]|!(?=\[)")
_NO_MARKS = bytes.maketrans(b"*_!", b"\x01\x01\x01")
_PLAIN_PAIR = lazy(rb"(\*{1,3}|_{1,3})(?=[^\s*_])[^*_]*(?<=[^\s*_])\1(?![*_])")
#: A line, or as much of it as may be given to the grammar: up to a word, a space, an entity or a tag if there is one.
_LINE = lazy(rb"[^\n]{1,%d}(?:\n|\Z|(?<=[\x01 ;>]))|[^\n]{0,%d}\n?" % (_LONGEST, _LONGEST))
_HEAD = lazy(r"<(script\b|style\b|pre\b|textarea\b|!--)?", re.I)
_ENDS = {
    "!--": lazy("-->"),
    **{name: lazy(rf"</{name}\s*>", re.I) for name in ("script", "style", "pre", "textarea")},
}
_TAG = lazy(r"</?[A-Za-z][^<>]*>|<[!?][^<>]*>")
_SPACE_ENTITY = lazy(r"&(?:nbsp|ensp|emsp|thinsp|#160|#12288|#x3000|#xa0);", re.I)
_COMMENT = lazy(r"<!--(?!-?>).*?-->", re.S)
_STRIKE = lazy(r"~~(?=[^\s~])[^\r\n~]*(?<=[^\s~])~~")
_CHINESE = lazy(r"[\u4e00-\u9fff]")


class InlineMarks(NamedTuple):
    """Inline marks: ``objects`` are visible on the page as something else (code, an address), ``markup`` is invisible.

    ``images`` are the start, the start of the description, and the end of each image with a description; ``comments``
    are those of HTML, which are also in ``markup``.
    """

    objects: list[tuple[int, int]]
    markup: list[tuple[int, int]]
    images: list[tuple[int, int, int]]
    comments: list[tuple[int, int]]


def read_inline(text: str, data: bytes, spans: Sequence[tuple[int, int]], targets: Collection[str]) -> InlineMarks:
    """Return the marks in the inline ``spans`` of ``text``.

    ``data`` is a copy of the text with one byte for each character; ``targets`` are the names that references may use.
    """
    marks = InlineMarks([], [], [], [])
    parser = Parser(_INLINE)
    data = data.translate(_NEUTRAL)
    crowded = len(_SPECIAL.findall(data)) > _MANY_SIGNS
    for start, end in spans:
        first = _SPECIAL.search(data, start, end)
        if first is None or not _may_mark(data, first.start(), end):
            continue
        known: list[tuple[int, int]] = []
        for base, piece in _pieces(data, start, end, crowded, marks):
            nodes = QueryCursor(_QUERY).captures(parser.parse(piece).root_node)
            objects = [_span(node, base) for node in nodes.get("object", [])]
            marks.objects.extend(objects)
            marks.markup.extend(_span(node, base) for node in nodes.get("mark", []))
            marks.markup.extend(
                (base + node.start_byte, base + node.start_byte + 1) for node in nodes.get("escape", [])
            )
            tags = [span for node in nodes.get("tag", []) if _is_tag(text, *(span := _span(node, base)))]
            marks.markup.extend(tags)
            marks.comments.extend(span for span in tags if is_comment(text, *span))
            known += objects + tags
            for node in nodes.get("entity", []):
                span = _span(node, base)
                (marks.markup if _SPACE_ENTITY.match(text, *span) else marks.objects).append(span)
            for node in nodes.get("link", []):
                _read_link(text, node, base, targets, marks)
        # The grammar rejects comments with -- inside, which CommonMark since 0.31 and all browsers accept.
        starts, reach = reaches(known)
        for match in _COMMENT.finditer(text, start, text.rfind("-->", start, end) + 3):
            before = bisect_left(starts, match.end())
            if not before or reach[before - 1] <= match.start():
                marks.markup.append(match.span())
                marks.comments.append(match.span())
    if "~~" in text:
        for match in _STRIKE.finditer(text):
            marks.markup.extend([(match.start(), match.start() + 2), (match.end() - 2, match.end())])
    return marks


def _may_mark(data: bytes, start: int, end: int) -> bool:
    """Return False if no mark between ``start`` and ``end`` has what closes it; to parse a line takes longer."""
    for opening, closing in _CLOSED_BY:
        at = data.find(opening, start, end)
        if at >= 0 and data.find(closing, at + 1, end) >= 0:
            return True
    at = data.find(b"\\", start, end)
    return 0 <= at < end - 1


def _pieces(data: bytes, start: int, end: int, crowded: bool, marks: InlineMarks) -> Iterator[tuple[int, bytes]]:
    """Yield the parts of a span to be parsed, each with its start; what is not parsed is added to ``marks``.

    ``crowded`` tells that the text has very many signs.
    """
    most = _FEW_MARKS if crowded else _MOST_MARKS
    signs = len(_SPECIAL.findall(data, start, end)) if crowded else 0
    if end - start <= _LONGEST and signs <= _MOST_SIGNS and len(_MARKS.findall(data, start, end)) <= most:
        yield start, data[start:end]
        return
    for match in _LINE.finditer(data, start, end):
        line = match[0]
        if len(_MARKS.findall(line)) > most:
            for pair in _PLAIN_PAIR.finditer(line):
                first, last = match.start() + pair.start(), match.start() + pair.end()
                size = len(pair[1])
                marks.markup.extend([(first, first + size), (last - size, last)])
            line = line.translate(_NO_MARKS)
        if crowded and len(_SPECIAL.findall(line)) > _MOST_SIGNS:
            continue
        if _may_mark(line, 0, len(line)):
            yield match.start(), line


def tags_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the tags and comments of HTML; a script and the like is one with what it holds, if it is closed."""
    never_closed = set()
    at = start
    while head := _HEAD.search(text, at, end):
        tag = None
        kind = (head[1] or "").lower()
        if kind and kind not in never_closed:
            tag = _ENDS[kind].search(text, head.end(), end)
            if tag is None:
                never_closed.add(kind)
        tag = tag or _TAG.match(text, head.start(), end)
        at = tag.end() if tag else head.end()
        if tag:
            yield head.start(), at


def _is_tag(text: str, start: int, end: int) -> bool:
    return is_comment(text, start, end) or _TAG.match(text, start, end) is not None


def is_comment(text: str, start: int, end: int) -> bool:
    """Return True if the HTML from ``start`` to ``end`` is a comment."""
    return text.startswith("<!--", start) and text.endswith("-->", start, end)


def is_target(target: str) -> bool:
    """Return True if ``target`` may be the target of a link: [2018](12号) is the number of a document, not a link."""
    return not _CHINESE.search(target) or any(mark in target for mark in "./#")


def _span(node: Node, base: int) -> tuple[int, int]:
    return base + node.start_byte, base + node.end_byte


def _read_link(text: str, node: Node, base: int, targets: Collection[str], marks: InlineMarks) -> None:
    """Mark a link or image, except for its text, if it has a target."""
    parts = {child.type: child for child in node.children}
    start, end = _span(node, base)
    words = parts.get("link_text") or parts.get("image_description")
    if text.startswith("[^", start):
        marks.markup.append((start, end))
        return
    if target := parts.get("link_destination"):
        leads = is_target(text[slice(*_span(target, base))])
    elif node.children[-1].type == ")":
        leads = True
    else:
        name = parts.get("link_label") or words
        leads = name is not None and text[slice(*_span(name, base))].strip("[]").casefold() in targets
    if not leads:
        return
    if words is None:
        marks.markup.append((start, end))
        return
    first, last = _span(words, base)
    marks.markup.extend([(start, first), (last, end)])
    if node.type == "image":
        marks.images.append((start, first, end))
