"""Wrong forms of words, each found only where it is proved to stand as a word."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.options import OptionError, Options
from newslint.chinese import names
from newslint.chinese.segmentation import before, segment, stands_alone
from newslint.chinese.words import frequency as word_frequency
from newslint.document import Document
from newslint.language import tr

_OPENERS = frozenset("“‘「『《〈\"'")
_CLOSERS = frozenset("”’」』》〉\"'")
#: How common a denied word is taken to be at least.
_DENIED_FREQUENCY = 3000


class _Words(NamedTuple):
    """Wrong forms with the right ones, and what decides whether a form is wrong where it stands."""

    forms: Mapping[str, str]
    exceptions: tuple[str, ...]
    frequency: int | None


def words_check(options: Options) -> AnchorCheck:
    """Return the check for the options ``words``, a table from wrong form to right form, or, since long tables are slow
    to load, ``lexicon``, a text of pairs ``wrong=right`` with white space between them; ``except``, literal contexts,
    each holding a wrong form, in which it is right; ``frequency``, how common a wrong form is taken to be when its
    boundaries are proved (0: the default of ``stands_alone``; less is stricter).

    A wrong form is passed over where its characters may belong to two words (通迅 in 畅通迅速), where it may be a
    person's given name, and where it stands alone between quotation marks or title marks: there it is mentioned, a play
    on words or a name.
    """
    chosen = _Words(
        {**options.pairs("words", {}), **_pairs(options.text("lexicon", ""))},
        options.texts("except", ()),
        options.integer("frequency", 0) or None,
    )
    options.done()
    if not chosen.forms or not all(chosen.forms):
        raise OptionError("words", tr("至少要有一个错词，且不能是空的。"))
    for wrong, right in chosen.forms.items():
        if wrong == right:
            raise OptionError("words", tr("{word} 的正词就是它自己，请改正或删去。", word=wrong))
    for context in chosen.exceptions:
        if not any(wrong in context for wrong in chosen.forms):
            raise OptionError("except", tr("{word} 里没有错词，请改正或删去。", word=context))

    def find(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        view = document.view
        for start, end in _without_overlaps(hits, lambda start, end: _is_wrong(chosen, view, start, end)):
            yield Match(start, end, chosen.forms[view[start:end]])

    return AnchorCheck(find, tuple(chosen.forms))


def denied_words_check(options: Options) -> AnchorCheck:
    """Return the check for the option ``words``, a table from a word that the house does not use to what it uses
    instead, "" where that is left to the editor.

    A word is passed over where its characters belong to other words.
    """
    forms = options.pairs("words", {})
    options.done()
    if not all(forms):
        raise OptionError("words", tr("不能有空的词，请补上或删去。"))

    def is_denied(view: str, start: int, end: int) -> bool:
        # The house has said that it is a word, whatever the word list says (我市).
        frequency = max(_DENIED_FREQUENCY, word_frequency(view[start:end]))
        return stands_alone(view, start, end, as_frequency=frequency)

    def find(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        view = document.view
        for start, end in _without_overlaps(hits, lambda start, end: is_denied(view, start, end)):
            instead = forms[view[start:end]]
            yield Match(start, end, instead) if instead else Match(start, end, message="no-replacement")

    # A page without words waits for those of the house, which may leave some to the editor.
    messages = () if forms and all(forms.values()) else ("no-replacement",)
    return AnchorCheck(find, tuple(forms), messages=messages)


def _without_overlaps(hits: Sequence[Hit], is_found: Callable[[int, int], bool]) -> Iterator[tuple[int, int]]:
    """Yield the spans of hits that ``is_found`` accepts; of two that share characters, the one that begins first, and
    then the longer one.
    """
    reached = 0
    for _, start, end in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if start >= reached and is_found(start, end):
            reached = end
            yield start, end


def _is_wrong(chosen: _Words, view: str, start: int, end: int) -> bool:
    return not (
        _is_mentioned(view, start, end)
        or _is_excepted(chosen, view, start, end)
        or _may_be_name(view, start, end)
        or not stands_alone(view, start, end, as_frequency=chosen.frequency)
    )


def _is_excepted(chosen: _Words, view: str, start: int, end: int) -> bool:
    wrong = view[start:end]
    for context in chosen.exceptions:
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
