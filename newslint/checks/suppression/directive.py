"""Comments of newslint itself that do not do what they say: misspelt ones, unknown rules, and what silenced nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import Match, StructureCheck
from newslint.checks.options import Options
from newslint.checks.registry import Declared
from newslint.document import Document
from newslint.document.directives import ALL, END, PREFIX, VERBS, Directive, Word, directives_of, removal

#: So many words are searched for among the rules, each with all of them.
_MOST_HINTS = 100
_NAMES = [PREFIX + verb for verb in VERBS]


#: The reasons for which a comment is malformed, each a sentence of the page.
_REASONS = (
    "unknown-verb",
    "unknown-verb-near",
    "unknown-rule",
    "unknown-rule-near",
    "reason-unmarked",
    "opens-nothing",
)


def malformed(options: Options) -> StructureCheck:
    """Return the check of comments that are not understood.

    Options: ``known``, the codes, families and names of all rules ([]: any may be).
    """
    known = _known(options)
    names = sorted(known)

    def find(document: Document) -> Iterator[Match]:
        directives = directives_of(document)
        unused = set(directives.unused)
        hints: dict[tuple[str, str], str] = {}
        for index, directive in enumerate(directives.found):
            if not directive.verb:
                yield _unknown(directive.name, "unknown-verb", _NAMES, hints)
                continue
            for word in directive.words:
                if not word.is_selector or not _is_known(word, known):
                    yield _unknown(word, "unknown-rule", names, hints)
            for part in _sound_parts(directive, known):
                if (index, part) in unused:
                    word = directive.word(part)
                    opener = PREFIX + "disable" + ("" if part is None else " " + word.text)
                    yield Match(
                        word.start,
                        word.end,
                        edits=removal(document, index, part),
                        values={"opener": opener},
                        message="opens-nothing",
                    )

    return StructureCheck(find, values=("near", "opener"), messages=_REASONS, reads_comments=True)


def unused(options: Options) -> StructureCheck:
    """Return the check of comments that silence nothing; options as for ``malformed``.

    A rule alone cannot tell what was silenced: this reports every part of every comment, which is right where no other
    rule runs, and the filter of suppressions takes back what was of use.
    """
    known = _known(options)

    def find(document: Document) -> Iterator[Match]:
        for index, directive in enumerate(directives_of(document).found):
            if directive.verb and directive.verb != END:
                for part in _sound_parts(directive, known):
                    word = directive.word(part)
                    yield Match(word.start, word.end, edits=removal(document, index, part))

    return StructureCheck(find, reads_comments=True)


def _known(options: Options) -> frozenset[str]:
    known = frozenset(options.texts("known", ()))
    options.done()
    return known


def _is_known(word: Word, known: frozenset[str]) -> bool:
    return not known or word.text == ALL or word.text in known


def _sound_parts(directive: Directive, known: frozenset[str]) -> list[int | None]:
    return [part for part in directive.parts if part is None or _is_known(directive.words[part], known)]


def _unknown(word: Word, message: str, known: Sequence[str], hints: dict[tuple[str, str], str]) -> Match:
    """Return the match of a word that means nothing, with the nearest word that does.

    ``hints`` are those found so far; a text with very many unknown words gets none for the rest.
    """
    if not word.text.isascii():
        return Match(word.start, word.end, message="reason-unmarked")
    near = hints.get((message, word.text), "")
    if not near and len(hints) < _MOST_HINTS:
        near = hints[message, word.text] = _nearest(word.text, known)
    if near:
        return Match(word.start, word.end, values={"near": near}, message=f"{message}-near")
    return Match(word.start, word.end, message=message)


def _nearest(word: str, known: Sequence[str]) -> str:
    import difflib  # only for the hint in a message

    near = difflib.get_close_matches(word, known, 1, 0.5) or difflib.get_close_matches(word.upper(), known, 1, 0.5)
    return near[0] if near else ""


CHECKS: Mapping[str, Declared] = {
    "malformed": malformed,
    "unused": unused,
}
