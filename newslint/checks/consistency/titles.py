"""One title written in two ways: other marks, a character that sounds or looks alike, a character left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.checks.consistency.compared import Kind, consistency_check
from newslint.checks.consistency.pairs import Pair, Places, one_apart
from newslint.checks.registry import Declared
from newslint.chinese.characters import is_han
from newslint.chinese.readings import is_confusable
from newslint.chinese.words import tag
from newslint.facts.mention import Mention, letters_of
from newslint.facts.titles import has_titles, titles

#: Shorter titles may well be two.
_SHORTEST = 5
#: With a slip in one character.
_SHORTEST_SLIP = 4
#: So many characters may be left out of a title of so many.
_LEFT_OUT = ((9, 2), (5, 1))
#: What makes another version of a document.
_VERSIONS = (
    "暂行",
    "试行",
    "修订",
    "草案",
    "正式",
    "修正",
    "唯一",
    "征求",
    "意见稿",
    "新",
    "续",
    "上",
    "下",
    "第",
    "版",
    "一",
    "二",
    "三",
    "四",
)


def title_variants(places: Places) -> Iterator[Pair]:
    """Yield the titles that are the same but for their marks, or for one character that sounds or looks alike."""
    forms = [form for form in places if len(form) >= _SHORTEST]
    plain: dict[str, str] = {}
    for form in forms:
        other = plain.setdefault(letters_of(form), form)
        if other != form:
            yield Pair(other, form)
    for one, other, at in one_apart(form for form in places if len(form) >= _SHORTEST_SLIP):
        pair = one[at], other[at]
        if is_confusable(*pair) or all(char.isascii() and char.isalpha() for char in pair):
            yield Pair(one, other)


def shortened_titles(places: Places) -> Iterator[Pair]:
    """Yield the titles of which one is the other with one or two characters left out, which are no place:
    《科幻产业报告》 and 《成都科幻产业报告》 are two.
    """
    forms = {form for form in places if len(form) >= _SHORTEST}
    for full in forms:
        most = next(count for size, count in _LEFT_OUT if len(full) >= size)
        for size in range(1, most + 1):
            for at in range(1, len(full) - size):
                short, left = full[:at] + full[at + size :], full[at : at + size]
                if short in forms and left not in _VERSIONS and all(map(is_han, left)) and tag(left) != "ns":
                    yield Pair(short, full)


TITLE = Kind(titles, tuple[Mention, ...], title_variants, has_titles)
SHORTENED = TITLE._replace(pairs=shortened_titles)

CHECKS: Mapping[str, Declared] = {
    "title": consistency_check(TITLE),
    "title-shortened": consistency_check(SHORTENED),
}
