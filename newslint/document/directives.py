"""Directives: comments in an article that say which findings to leave out, and where.

``<!-- newslint-disable-line DU03 PU21 -- reason -->`` and its sisters; docs/suppression.md describes them. They stand
in the comments of formats that have some (Markdown, HTML). Offsets are code points, ends exclusive.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from newslint.document import Document, Span
from newslint.finding import Edit
from newslint.patterns import lazy

PREFIX = "newslint-"
LINE, NEXT_LINE, RANGE, END, FILE = VERBS = ("disable-line", "disable-next-line", "disable", "enable", "disable-file")
#: The word that means every rule, as no word at all does.
ALL = "ALL"

# A note that only begins with the name is no directive; one that goes on like a directive must be right.
_HEAD = lazy(
    r"<!--\s*(newslint(?:\s*[-_]\s*|[\s:：]+(?=disable|enable|ignore|skip|noqa|o(?:ff|n)\b))(?:[A-Za-z]+(?:[-_][A-Za-z]+)*)?)",
    re.I,
)
_REASON = lazy(r"\s*(?:--|—|[:：])")
_WORD = lazy(r"[^\s,，、;；]+")
_SELECTOR = lazy(r"[A-Z]{2}(?:[0-9]{2})?|[a-z][a-z0-9]*(?:-[a-z0-9]+)*|ALL")
_BLANK = " \t\u3000"


class Word(NamedTuple):
    """A word of a directive with its place: a code, family or name, if it has the form of one."""

    text: str
    start: int
    end: int

    @property
    def is_selector(self) -> bool:
        """True if the word has the form of a code, family or name."""
        return _SELECTOR.fullmatch(self.text) is not None


class Silencer(NamedTuple):
    """What one word of a directive silences: findings of the rules that ``selector`` means ("" for all) that begin from
    ``first`` to before ``last``. ``start`` and ``end`` are where the word stands; for "", the name of the directive."""

    selector: str
    start: int
    end: int
    first: int
    last: int


class Directive(NamedTuple):
    """One directive: ``verb`` is one of ``VERBS``, "" for one that does not exist; ``name`` is where it is called,
    ``words`` are what follows. ``ends`` are the ends of a range by word, or by None where there is no word: the index
    of the enabling directive. ``comment`` is the whole comment.
    """

    verb: str
    comment: Span
    name: Word
    words: tuple[Word, ...]
    ends: dict[int | None, int]

    @property
    def parts(self) -> list[int | None]:
        """The indices of the words that select rules; None alone where there is no word and all rules are meant."""
        return [index for index, word in enumerate(self.words) if word.is_selector] if self.words else [None]

    def word(self, part: int | None) -> Word:
        """Return the word of a part, or the name where there is none."""
        return self.name if part is None else self.words[part]

    def selector(self, part: int | None) -> str:
        """Return what a part selects, "" for all rules."""
        return "" if part is None or self.words[part].text == ALL else self.words[part].text


class Directives(NamedTuple):
    """The directives of a document in order. ``idle`` are the parts of enabling ones that end nothing, as index and
    part.
    """

    found: tuple[Directive, ...] = ()
    idle: tuple[tuple[int, int | None], ...] = ()


def directives_of(document: Document) -> Directives:
    """Return the directives in the comments of ``document``, those that are not right among them."""
    return document.once(_read_all) if document.comments else Directives()


def silencers_of(document: Document) -> tuple[Silencer, ...]:
    """Return what the directives of ``document`` silence, in order; small and picklable, so that it outlives the
    document.
    """
    if not document.comments:
        return ()
    directives = directives_of(document).found
    found = []
    for directive in directives:
        if directive.verb and directive.verb != END:
            for part in directive.parts:
                _, start, end = directive.word(part)
                first, last = _reach(document, directives, directive, part)
                found.append(Silencer(directive.selector(part), start, end, first, last))
    return tuple(found)


def removal(document: Document, index: int, part: int | None) -> tuple[Edit, ...]:
    """Return the edits that take one part of a directive away: the word, or the whole comment where nothing would be
    left, with its line if that holds nothing else. What ends its range goes with it if it ends nothing else.
    """
    directives = directives_of(document).found
    edits = [_without(document, directives[index], part)]
    end = directives[index].ends.get(part)
    if end is not None:
        enabling = directives[end]
        selector = directives[index].selector(part)
        others = [
            other.selector(which)
            for number, other in enumerate(directives)
            for which, ended in other.ends.items()
            if ended == end and (number, which) != (index, part)
        ]
        if not others:
            edits.append(_without(document, enabling, None))
        elif enabling.words and selector not in others:
            own = next(
                (which for which in enabling.parts if which is not None and enabling.selector(which) == selector), None
            )
            if own is not None:
                edits.append(_without(document, enabling, own))
    return tuple(edits)


def _read_all(document: Document) -> Directives:
    found = [directive for span in document.comments if (directive := _read(document.text, span)) is not None]
    idle: list[tuple[int, int | None]] = []
    opened: list[tuple[int, int | None]] = []
    for index, directive in enumerate(found):
        if directive.verb == RANGE:
            opened.extend((index, part) for part in directive.parts)
        elif directive.verb == END:
            for part in directive.parts:
                meant = directive.selector(part)
                closed = [
                    (other, which) for other, which in opened if not meant or found[other].selector(which) == meant
                ]
                for other, which in closed:
                    found[other].ends[which] = index
                opened = [pair for pair in opened if pair not in closed]
                if not closed:
                    idle.append((index, part))
    return Directives(tuple(found), tuple(idle))


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
    over = len(document.text) + 1  # a finding may stand behind the last character
    if directive.verb == FILE:
        return 0, over
    if directive.verb == RANGE:
        end = directive.ends.get(part)
        return comment.end, over if end is None else directives[end].comment.start
    starts = (*document.line_starts, over)
    last = document.position(comment.end).line
    if directive.verb == LINE:
        return starts[document.position(comment.start).line - 1], starts[last]
    # The next line is the next that holds prose, so that comments can be stacked and blank lines stand between.
    lines = document.lines
    index = bisect_left(lines, last + 1, key=lambda line: line.number)
    return (starts[lines[index].number - 1], starts[lines[index].number]) if index < len(lines) else (over, over)


def _without(document: Document, directive: Directive, part: int | None) -> Edit:
    words = directive.words
    if part is None or len(words) == 1:
        return _without_comment(document, directive.comment)
    if part:
        return Edit(words[part - 1].end, words[part].end, "")
    return Edit(words[0].start, words[1].start, "")


def _without_comment(document: Document, comment: Span) -> Edit:
    """Take the blanks before the comment, too, where they would end the line or double: two at a line's end mean a
    break.
    """
    text, starts = document.text, document.line_starts
    first = starts[document.position(comment.start).line - 1]
    number = document.position(comment.end).line
    after = starts[number] if number < len(starts) else len(text)
    before, rest = text[first : comment.start], text[comment.end : after]
    if not before.strip() and not rest.strip():
        return Edit(first, after, "")
    doubled = not rest.strip() or rest[0] in _BLANK
    return Edit(first + len(before.rstrip(_BLANK)) if doubled else comment.start, comment.end, "")
