"""Signs that are written in one of several forms: the house wants one of them, or an article must keep to one.

A family describes such a sign in a ``Sign``: its forms, and a function that finds where an article has it.
``either_form`` makes the check, which takes the option ``want``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from typing import NamedTuple

from newslint.checks.check import Gate, Match, StructureCheck
from newslint.checks.options import Options
from newslint.document import Article, Document
from newslint.finding import Edit

#: The value of ``want`` for a house that leaves the form to the article.
CONSISTENT = "consistent"
#: What ``together`` tells of an article: its occurrences of the sign, those to be changed, and the rest.
COUNTS = ("count", "odd", "others")


class Occurrence(NamedTuple):
    """A place where a sign is written in ``form``, from ``start`` to ``end`` (code points).

    ``edits`` write it in the form that is wanted instead. ``weight`` is how many signs it counts as where an article is
    asked which form it mostly uses.
    """

    start: int
    end: int
    form: str
    edits: tuple[Edit, ...]
    weight: int = 1


class Usage(NamedTuple):
    """The occurrences of a sign in an article: those that are not in the wanted form, and the others; in order."""

    wanted: str
    odd: Sequence[Occurrence]
    others: Sequence[Occurrence]


class Sign(NamedTuple):
    """A sign that has several forms.

    ``forms`` are its forms, each with a gate that tells whether a document may have it. ``find`` yields the occurrences
    in an article, given what is wanted. ``report`` yields the matches of an article that has odd ones. ``wants`` are
    the values of the option ``want``, the last of them its default; by default the forms and ``consistent``. Of forms
    that an article uses equally often, it keeps to the one that stands first. ``gate`` may say what the gates of the
    forms come to with the default of ``want``: a function of a family's ``gates``, known by its name, so that most
    texts need not import the sign.
    """

    forms: Mapping[str, Gate]
    find: Callable[[Document, Article, str], Iterable[Occurrence]]
    report: Callable[[Document, Usage], Iterable[Match]]
    values: Sequence[str] = ()
    messages: Sequence[str] = ()
    wants: Sequence[str] = ()
    gate: Gate | None = None


def either_form(sign: Sign) -> Callable[[Options], StructureCheck]:
    """Return what makes the check of a sign from its options: ``want``, a form, or ``consistent`` for the form that an
    article uses in most places.
    """
    wants = sign.wants or (*sign.forms, CONSISTENT)

    def make(options: Options) -> StructureCheck:
        want = options.choice("want", wants, wants[-1])
        options.done()
        gate = sign.gate if want == wants[-1] else None
        if gate is None:
            others = [has_form for form, has_form in sign.forms.items() if form != want]
            # To be inconsistent a text must have all forms.
            gate = reduce(_both if want == CONSISTENT else _either, others)

        def find(document: Document) -> Iterator[Match]:
            for article in document.articles:
                found = sorted(sign.find(document, article, want))
                wanted = _usual(found, wants) if want == CONSISTENT else want
                odd = [place for place in found if place.form != wanted]
                if odd:
                    others = [place for place in found if place.form == wanted]
                    yield from sign.report(document, Usage(wanted, odd, others))

        return StructureCheck(find, gate, sign.values, sign.messages)

    return make


def _both(one: Gate, other: Gate) -> Gate:
    return lambda document: one(document) and other(document)


def _either(one: Gate, other: Gate) -> Gate:
    return lambda document: one(document) or other(document)


def _usual(places: Sequence[Occurrence], wants: Sequence[str]) -> str:
    forms = [want for want in wants if want != CONSISTENT]
    return max(forms, key=lambda form: sum(place.weight for place in places if place.form == form))


def match_of(document: Document, place: Occurrence) -> Match:
    """Return the match of an occurrence, with its text in the wanted form."""
    parts = []
    last = place.start
    for edit in place.edits:
        parts += [document.text[last : edit.start], edit.text]
        last = edit.end
    return Match(place.start, place.end, "".join([*parts, document.text[last : place.end]]), place.edits)


def each(document: Document, usage: Usage) -> Iterator[Match]:
    """Yield a match for each odd occurrence."""
    for place in usage.odd:
        yield match_of(document, place)


def together(document: Document, usage: Usage, message: str, **values: object) -> Match:
    """Return one match for all odd occurrences, at the first of them; ``COUNTS`` are among its values."""
    odd, others = len(usage.odd), len(usage.others)
    edits = tuple(edit for place in usage.odd for edit in place.edits)
    shown = {"count": odd + others, "odd": odd, "others": others, **values}
    return match_of(document, usage.odd[0])._replace(edits=edits, values=shown, message=message)


def all_at_first(document: Document, usage: Usage) -> Iterator[Match]:
    """Yield one match for all odd occurrences; its message is ``several`` if the article has more than one
    occurrence.
    """
    yield together(document, usage, "several" if len(usage.odd) + len(usage.others) > 1 else "")
