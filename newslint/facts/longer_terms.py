"""Terms of two words, the second of which stands with and without its middle character: 晨会交接班, 晨会交班."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.chinese.segmentation import segment
from newslint.chinese.words import is_word, tag
from newslint.document import Document
from newslint.facts.mention import Mention, can_be_searched, places_of
from newslint.patterns import lazy

#: Where such a term may stand.
_RUN = lazy("[㐀-鿿𠀀-𲎯]{5,}")
#: Middle characters that make another thing of a word.
_MEANING = frozenset("性化类型级式率员会市省副大小新老前后总分")
#: Parts of speech of the first word: not places, which have an upper, a middle and a lower part.
_NOUNS = frozenset(("n", "t", "s", "vn"))
#: From so many repeated runs on, the runs of four are gathered, too.
_MANY = 200
#: How much of the text around a term is read to tell where words begin.
_AROUND = 6


def longer_terms(document: Document) -> tuple[Mention, ...]:
    """Return the places of both forms of such terms in each article that has both, in order."""
    found = []
    for article in document.articles:
        text = document.view[article.start : article.end]
        both = sorted(_in_both_forms(text))
        for long in both if can_be_searched(both, article) else ():
            for form in (long, without_middle(long)):
                for at in places_of(text, form, 0, len(text)):
                    if _is_term(text, at, form):
                        start = article.start + at
                        found.append(Mention(form, start, start + len(form), article.number))
    return tuple(sorted(found, key=lambda term: term.start))


def without_middle(term: str) -> str:
    """Return a term of five characters without the fourth."""
    return term[:3] + term[4]


def has_longer_terms(document: Document) -> bool:
    """Return True if a document has both forms of a term."""
    return bool(document.once(longer_terms))


def _in_both_forms(text: str) -> Iterator[str]:
    """Yield the runs of five characters that ``text`` has twice, and once without the fourth, if they may be terms."""
    fives = Counter([run[at : at + 5] for run in _RUN.findall(text) for at in range(len(run) - 4)])
    twice = [five for five, count in fives.items() if count > 1]
    # To look for each of very many in the text would take too long.
    fours = text if len(twice) < _MANY else {text[at : at + 4] for at in range(len(text) - 3)}
    for five in twice:
        # Looking words up comes last.
        if without_middle(five) in fours:
            words = (five[2:], five[2:4], five[2] + five[4])
            if five[3] not in _MEANING and tag(five[:2]) in _NOUNS and all(map(is_word, words)):
                yield five


def _is_term(text: str, at: int, form: str) -> bool:
    """Return True if words begin at, and two characters behind, the place of a term, and one ends with it."""
    start = max(0, at - _AROUND)
    edges = {start, *(start + end for _, end in segment(text[start : at + len(form) + _AROUND]))}
    return edges.issuperset((at, at + 2, at + len(form)))
