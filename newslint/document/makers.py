"""The people whom the bylines of an article name as having made it, but for those of agencies."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from newslint.chinese import names
from newslint.document.bylines.byline_parts import Byline
from newslint.document.bylines.roles import HOME_AGENCY
from newslint.document.document import Document
from newslint.patterns import lazy

#: A role (记者, 责编, 文, or "") and a name.
Maker = tuple[str, str]
#: The kinds of bylines whose people work for an agency.
_AGENCIES = ("agency", "relay")
_OF_AGENCY = lazy(HOME_AGENCY)


def makers_of(document: Document) -> Mapping[int, Sequence[Maker]]:
    """Return the people of each article that names any, by its number from 0, each role and name once, in order."""
    prose = document.prose
    starts = [article.start for article in prose.articles]
    found: dict[int, dict[Maker, None]] = {}
    for base, byline in prose.bylines:
        own = found.setdefault(max(0, bisect_right(starts, base) - 1), {})
        own.update(dict.fromkeys(_named(prose.text, base, byline)))
    if len(starts) == 1 and not found.get(0) and names.is_name(document.author):
        # A page that says who wrote it says so beside the article.
        found[0] = {("作者", names.unpadded(document.author)): None}
    return {number: tuple(own) for number, own in found.items()}


def _named(text: str, base: int, byline: Byline) -> Iterator[Maker]:
    if byline.kind in _AGENCIES:
        return
    for credit in byline.credits:
        start, end = credit.role_span
        if not _OF_AGENCY.search(text, base + start, base + end):
            for person in credit.people:
                yield credit.role or credit.action, person.name
