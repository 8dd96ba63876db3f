"""Comments of newslint itself that do not do what they say: misspelt ones, unknown rules, and what silenced nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.check import Match, StructureCheck
from newslint.checks.options import Options
from newslint.document import Document
from newslint.document.directives import ALL, END, PREFIX, VERBS, Directive, Word, directives_of, removal

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

    def find(document: Document) -> Iterator[Match]:
        directives = directives_of(document)
        unused = set(directives.unused)
        for index, directive in enumerate(directives.found):
            if not directive.verb:
                yield _unknown(directive.name, "unknown-verb", _NAMES)
                continue
            for word in directive.words:
                if not word.is_selector or not _is_known(word, known):
                    yield _unknown(word, "unknown-rule", sorted(known))
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


def _unknown(word: Word, message: str, known: Sequence[str]) -> Match:
    """Return the match of a word that means nothing, with the nearest word that does."""
    if not word.text.isascii():
        return Match(word.start, word.end, message="reason-unmarked")
    import difflib  # only for the hint in a message

    near = difflib.get_close_matches(word.text, known, 1, 0.5)
    near = near or difflib.get_close_matches(word.text.upper(), known, 1, 0.5)
    if near:
        return Match(word.start, word.end, values={"near": near[0]}, message=f"{message}-near")
    return Match(word.start, word.end, message=message)
