"""Directives: comments in an article that disable rules.

``<!-- newslint-disable-line DU03 PU21 -- reason -->`` and the like; docs/en/suppression.md describes them. Formats with
comments have them (Markdown, HTML). Offsets are code points, ends exclusive.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newslint.document import Document, Span
from newslint.document.spans import DisabledRange
from newslint.finding import Edit
from newslint.patterns import lazy

PREFIX = "newslint-"
LINE, NEXT_LINE, RANGE, END, FILE = VERBS = ("disable-line", "disable-next-line", "disable", "enable", "disable-file")
#: The word for every rule; a directive without words means the same.
ALL = "ALL"

# A comment that merely begins with the name is no directive; one that goes on like a directive must be correct.
_HEAD = lazy(
    r"<!--\s*(newslint(?:\s*[-_]\s*|[\s:：]+(?=disable|enable|ignore|skip|noqa|o(?:ff|n)\b))(?:[A-Za-z]+(?:[-_][A-Za-z]+)*)?)",
    re.I,
)
_REASON = lazy(r"\s*(?:--|—|[:：])")
_WORD = lazy(r"[^\s,，、;；]+")
_SELECTOR = lazy(r"[A-Z]{2}(?:[0-9]{2})?|[a-z][a-z0-9]*(?:-[a-z0-9]+)*|ALL")
_BLANK = " \t\u3000"


class Word(NamedTuple):
    """A word of a directive and its place: a code, family or name of rules if it has that form."""

    text: str
    start: int
    end: int

    @property
    def is_selector(self) -> bool:
        """True if the word has the form of a code, family or name."""
        return _SELECTOR.fullmatch(self.text) is not None


class Directive(NamedTuple):
    """A directive: ``verb`` is one of ``VERBS``, or "" if there is no such directive.

    ``comment`` is the whole comment, ``name`` the name of the directive in it, ``words`` what follows. ``ends`` has the
    ends of a range: by word, or by None if there are no words, the index of the enabling directive.
    """

    verb: str
    comment: Span
    name: Word
    words: tuple[Word, ...]
    ends: dict[int | None, int]

    @property
    def parts(self) -> list[int | None]:
        """The indices of the words that select rules; only None if there are no words, which means all rules."""
        return [index for index, word in enumerate(self.words) if word.is_selector] if self.words else [None]

    def word(self, part: int | None) -> Word:
        """Return the word of a part, or the name if the part is None."""
        return self.name if part is None else self.words[part]

    def selector(self, part: int | None) -> str:
        """Return what a part selects; "" for all rules."""
        return "" if part is None or self.words[part].text == ALL else self.words[part].text


class Directives(NamedTuple):
    """The directives of a document in order.

    ``unused`` has index and part of enabling ones that end nothing; ``ended`` the selectors of those that an enabling
    one ends, by its index.
    """

    found: tuple[Directive, ...] = ()
    unused: tuple[tuple[int, int | None], ...] = ()
    ended: Mapping[int, Counter[str]] = {}


def directives_of(document: Document) -> Directives:
    """Return the directives in the comments of ``document``, including incorrect ones."""
    return document.once(_read_all) if document.comments else Directives()


def disabled_ranges(document: Document) -> tuple[DisabledRange, ...]:
    """Return what the directives of ``document`` disable, in order; small and picklable, so that it can outlive the
    document.
    """
    directives = directives_of(document).found
    found = []
    for directive in directives:
        if directive.verb and directive.verb != END:
            for part in directive.parts:
                _, start, end = directive.word(part)
                first, last = _reach(document, directives, directive, part)
                found.append(DisabledRange(directive.selector(part), start, end, first, last))
    return tuple(found)


def removal(document: Document, index: int, part: int | None) -> tuple[Edit, ...]:
    """Return the edits that remove one part of a directive, and the end of its range if that ends nothing else.

    If nothing would be left, the whole comment is removed, with its line if there is nothing else in it.
    """
    directives = directives_of(document).found
    edits = [_without(document, directives[index], part)]
    end = directives[index].ends.get(part)
    if end is not None:
        enabling = directives[end]
        selector = directives[index].selector(part)
        ended = directives_of(document).ended[end]
        if ended.total() == 1:
            edits.append(_without(document, enabling, None))
        elif enabling.words and ended[selector] == 1:
            own = next(
                (which for which in enabling.parts if which is not None and enabling.selector(which) == selector), None
            )
            if own is not None:
                edits.append(_without(document, enabling, own))
    return tuple(edits)


def _read_all(document: Document) -> Directives:
    found = [directive for span in document.comments if (directive := _read(document.text, span)) is not None]
    unused: list[tuple[int, int | None]] = []
    ended: dict[int, Counter[str]] = {}
    opened: dict[str, list[tuple[int, int | None]]] = {}
    for index, directive in enumerate(found):
        if directive.verb == RANGE:
            for part in directive.parts:
                opened.setdefault(directive.selector(part), []).append((index, part))
        elif directive.verb == END:
            ended[index] = Counter()
            for part in directive.parts:
                meant = directive.selector(part)
                closed = [(meant, opened.pop(meant, []))] if meant else [*opened.items()]
                if not meant:
                    opened = {}
                for selector, places in closed:
                    ended[index][selector] += len(places)
                    for other, which in places:
                        found[other].ends[which] = index
                if not any(places for _, places in closed):
                    unused.append((index, part))
    return Directives(tuple(found), tuple(unused), ended)


def _read(text: str, span: Span) -> Directive | None:
    head = _HEAD.match(text, span.start, span.end)
    if head is None:
        return None
    name = Word(head[1].rstrip(), head.start(1), head.start(1) + len(head[1].rstrip()))
    verb = name.text.removeprefix(PREFIX)
    if PREFIX + verb != name.text or verb not in VERBS:
        return Directive("", span, name, (), {})
    end = span.end - len("-->")
    reason = _REASON.search(text, head.end(), end)
    words = _WORD.finditer(text, head.end(), reason.start() if reason else end)
    return Directive(verb, span, name, tuple(Word(word[0], *word.span()) for word in words), {})


def _reach(
    document: Document, directives: Sequence[Directive], directive: Directive, part: int | None
) -> tuple[int, int]:
    comment = directive.comment
    over = len(document.text) + 1  # a finding may be after the last character
    if directive.verb == FILE:
        return 0, over
    if directive.verb == RANGE:
        end = directive.ends.get(part)
        return comment.end, over if end is None else directives[end].comment.start
    starts = document.line_starts
    number = document.position(comment.end).line
    if directive.verb == LINE:
        start = starts[document.position(comment.start).line - 1]
    else:
        # The next line is the next one with prose, so that comments can be stacked, with blank lines between.
        lines = document.lines
        index = bisect_left(lines, number + 1, key=lambda line: line.number)
        if index == len(lines):
            return over, over
        number = lines[index].number
        start = starts[number - 1]
    return start, starts[number] if number < len(starts) else over


def _without(document: Document, directive: Directive, part: int | None) -> Edit:
    words = directive.words
    if part is None or len(words) == 1:
        return _without_comment(document, directive.comment)
    if part:
        return Edit(words[part - 1].end, words[part].end, "")
    return Edit(words[0].start, words[1].start, "")


def _without_comment(document: Document, comment: Span) -> Edit:
    """Remove the comment, and the blanks before it if they would end the line or double: two at a line's end are a
    break.
    """
    text, starts = document.text, document.line_starts
    first = starts[document.position(comment.start).line - 1]
    number = document.position(comment.end).line
    after = starts[number] if number < len(starts) else len(text)
    # Only the white space around it is looked at: a line may hold any number of comments.
    before, behind = comment.start, comment.end
    while before > first and text[before - 1].isspace():
        before -= 1
    while behind < after and text[behind].isspace():
        behind += 1
    if before == first and behind == after:
        return Edit(first, after, "")
    start = comment.start
    if behind == after or text[comment.end] in _BLANK:
        while start > before and text[start - 1] in _BLANK:
            start -= 1
    return Edit(start, comment.end, "")
