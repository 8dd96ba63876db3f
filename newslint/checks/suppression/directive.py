"""Comments of newslint itself that do not do what they say: misspelt ones, unknown rules, and what silenced nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.check import Hit, Match
from newslint.checks.options import Options
from newslint.document import Document
from newslint.document.directives import ALL, END, PREFIX, VERBS, Directive, Word, directives_of, removal
from newslint.finding import Edit

_NAMES = [PREFIX + verb for verb in VERBS]


class DirectiveFault:
    """Options: ``fault``, ``malformed`` or ``unused``; ``known``, the codes, families and names of all rules ([]: any
    may be).

    The rules alone cannot tell what was silenced: ``unused`` reports every part of every directive, which is right
    where no other rule runs, and the run takes back what was of use (see ``suppression``).
    """

    anchors: Sequence[str] = ()

    def __init__(self, options: Options) -> None:
        self._find = options.chosen("fault", {"malformed": self._malformed, "unused": self._unused})
        self._known = frozenset(options.texts("known", ()))
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the faults of the directives, in order of place."""
        return self._find(document)

    def _malformed(self, document: Document) -> Iterator[Match]:
        directives = directives_of(document)
        idle = set(directives.idle)
        for index, directive in enumerate(directives.found):
            if not directive.verb:
                yield _match(directive.name, f"没有这种写法{_nearest(directive.name.text, _NAMES)}")
                continue
            for word in directive.words:
                if not word.is_selector or not self._is_known(word):
                    yield _match(word, self._problem(word))
            for part in directive.parts:
                if (index, part) in idle and (part is None or self._is_known(directive.words[part])):
                    word = directive.word(part)
                    problem = f"前面没有与之对应的 {PREFIX}disable{'' if part is None else ' ' + word.text}，应删去"
                    yield _match(word, problem, removal(document, index, part))

    def _unused(self, document: Document) -> Iterator[Match]:
        for index, directive in enumerate(directives_of(document).found):
            if directive.verb and directive.verb != END:
                for part in self._sound(directive):
                    word = directive.word(part)
                    yield Match(word.start, word.end, edits=removal(document, index, part))

    def _sound(self, directive: Directive) -> list[int | None]:
        return [part for part in directive.parts if part is None or self._is_known(directive.words[part])]

    def _is_known(self, word: Word) -> bool:
        return not self._known or word.text == ALL or word.text in self._known

    def _problem(self, word: Word) -> str:
        if not word.text.isascii():
            return "不是规则的代码、规则族或名称；如果是理由，请在前面加“--”"
        return f"不是规则的代码、规则族或名称{_nearest(word.text, sorted(self._known))}"


def _match(word: Word, problem: str, edits: tuple[Edit, ...] = ()) -> Match:
    return Match(word.start, word.end, edits=edits, values={"problem": problem})


def _nearest(word: str, known: Sequence[str]) -> str:
    import difflib  # only for the hint in a message

    near = difflib.get_close_matches(word, known, 1, 0.5) or difflib.get_close_matches(word.upper(), known, 1, 0.5)
    return f"，是否指 {near[0]}？" if near else "，请改正或删去"
