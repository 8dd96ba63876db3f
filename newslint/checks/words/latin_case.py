"""One Latin word written in two ways in an article: realme and Realme."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from newslint.checks.check import Match, Place, StructureCheck
from newslint.checks.registry import Declared
from newslint.document import Document
from newslint.patterns import lazy

_LETTERS = lazy(b"[A-Za-z]{3}")
#: A Latin word by itself: not beside another one, not a part of an address or of the name of a model.
_WORD = lazy(r"(?<![A-Za-z0-9_./@&’'-])(?<![A-Za-z.,’'] )[A-Za-z]{3,}(?![A-Za-z0-9_./@&’'-])(?! [A-Za-z])")
#: Units, which another rule knows.
_UNITS = frozenset("kwh mah mpa bar rpm ppm gbp kcal".split())


def has_latin(document: Document) -> object:
    """Return what is true if the text has three Latin letters in a row."""
    return _LETTERS.search(document.classes)


def latin_in_two_cases(document: Document) -> Iterator[Match]:
    """Yield the rarer forms of each word that an article writes in different cases, of two as frequent the later."""
    for article in document.articles:
        found: dict[str, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
        for word in _WORD.finditer(document.view, article.start, article.end):
            found[word[0].lower()][word[0]].append(word.span())
        for plain, forms in found.items():
            if len(forms) < 2 or plain in _UNITS:
                continue
            counts = Counter({form: len(places) for form, places in forms.items()})
            [(usual, _count)] = counts.most_common(1)
            for form, places in forms.items():
                if form == usual:
                    continue
                related = (Place(*forms[usual][0], "other"),)
                yield from (Match(*place, usual, values={"other": usual}, related=related) for place in places)


CHECKS: Mapping[str, Declared] = {
    "latin-case": StructureCheck(latin_in_two_cases, gate=has_latin, values=["other"], messages=["other"]),
}
