"""Wrong forms of words, each found only where it is proved to stand as a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.check import Hit, Match
from newslint.checks.options import OptionError, Options
from newslint.chinese import names
from newslint.chinese.segmentation import before, segment, stands_alone
from newslint.document import Document
from newslint.language import tr

_OPENERS = frozenset("“‘「『《〈\"'")
_CLOSERS = frozenset("”’」』》〉\"'")


class Words:
    """Options: ``words``, a table from wrong form to right form, or, since long tables are slow to load, ``lexicon``, a
    text of pairs ``wrong=right`` with white space between them; ``except``, literal contexts, each holding a wrong
    form, in which it is right; ``frequency``, how common a wrong form is taken to be when its boundaries are proved (0:
    the default of ``stands_alone``; less is stricter).

    A wrong form is passed over where its characters may belong to two words (通迅 in 畅通迅速), where it may be a
    person's given name, and where it stands alone between quotation marks or title marks: there it is spoken of, a play
    on words or a name. Of two that share characters, the one that begins first, and then the longer one, is reported.
    """

    def __init__(self, options: Options) -> None:
        self._words = {**options.pairs("words", {}), **_pairs(options.text("lexicon", ""))}
        self._exceptions = options.texts("except", ())
        self._frequency = options.integer("frequency", 0) or None
        options.done()
        if not self._words or not all(self._words):
            raise OptionError("words", tr("至少要有一个错词，且不能是空的。"))
        for wrong, right in self._words.items():
            if wrong == right:
                raise OptionError("words", tr("{word} 的正词就是它自己，请改正或删去。", word=wrong))
        for context in self._exceptions:
            if not any(wrong in context for wrong in self._words):
                raise OptionError("except", tr("{word} 里没有错词，请改正或删去。", word=context))
        self.anchors = tuple(self._words)

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield one match for each wrong form that is proved to stand as a word, left to right."""
        view = document.view
        reached = 0
        for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
            start, end = hit.start, hit.end
            if start < reached or not self._is_wrong(view, start, end):
                continue
            reached = end
            yield Match(start, end, self._words[self.anchors[hit.anchor]])

    def _is_wrong(self, view: str, start: int, end: int) -> bool:
        return not (
            _is_mentioned(view, start, end)
            or self._is_excepted(view, start, end)
            or _may_be_name(view, start, end)
            or not stands_alone(view, start, end, as_frequency=self._frequency)
        )

    def _is_excepted(self, view: str, start: int, end: int) -> bool:
        wrong = view[start:end]
        for context in self._exceptions:
            at = context.find(wrong)
            if 0 <= at <= start and view.startswith(context, start - at):
                return True
        return False


def _pairs(text: str) -> dict[str, str]:
    """Read a lexicon; raises ``OptionError`` for what is no pair and for a wrong form given twice."""
    table: dict[str, str] = {}
    for pair in text.split():
        wrong, _equals, right = pair.partition("=")
        if not wrong or not right or wrong in table:
            told = (
                tr("{pair} 的错词前面已有，请删去一个。", pair=pair)
                if wrong in table
                else tr("{pair} 应写作 错词=正词。", pair=pair)
            )
            raise OptionError("lexicon", told)
        table[wrong] = right
    return table


def _is_mentioned(view: str, start: int, end: int) -> bool:
    return view[start - 1 : start] in _OPENERS and view[end : end + 1] in _CLOSERS


def _may_be_name(view: str, start: int, end: int) -> bool:
    """Whether a form of two characters stands behind a surname that is a word of its own there, as a given name
    would.
    """
    if end - start != 2 or view[start - 1 : start] not in names.COMMON:
        return False
    left = before(view, start)
    return segment(left)[-1] == (len(left) - 1, len(left))
