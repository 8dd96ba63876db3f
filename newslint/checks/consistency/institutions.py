"""An institution a character off: 云岭市中医医院, 云岭市中义医院."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.checks.consistency.compared import Kind, consistency_check
from newslint.checks.consistency.pairs import Pair, Places, one_apart
from newslint.checks.registry import Declared
from newslint.chinese.words import tag
from newslint.facts.institutions import has_institutions, institutions, is_slip
from newslint.facts.mention import Mention

#: What an institution of the whole country begins with.
_WHOLE = frozenset(("中国", "国家", "全国"))
#: What makes another institution of one: a branch, a rank, a school of another kind.
_TELLING = frozenset("副分总女男一二三四五六七八九十新老大小")


def institution_variants(places: Places) -> Iterator[Pair]:
    """Yield the institutions of one length that differ in one character or in the order of two."""
    for one, other, _ in one_apart(places):
        if is_slip(one, other) and one[:2] == other[:2]:
            yield Pair(one, other)
    for form in places:
        for at in range(2, len(form) - 2):
            other = form[:at] + form[at + 1] + form[at] + form[at + 2 :]
            if form < other and other in places and is_slip(form, other):
                yield Pair(form, other)


def shortened_institutions(places: Places) -> Iterator[Pair]:
    """Yield the institutions of which one lacks an inner character of the other; both begin with the name of a place.

    Without a place, what is before the name may have been taken for a part of it.
    """
    for full in places:
        if full[:2] in _WHOLE or tag(full[:2]) == "ns":
            for at in range(2, len(full) - 2):
                short = full[:at] + full[at + 1 :]
                if short in places and full[at] not in _TELLING:
                    yield Pair(short, full)


INSTITUTION = Kind(institutions, tuple[Mention, ...], institution_variants, has_institutions)
SHORTENED = INSTITUTION._replace(pairs=shortened_institutions, shortens=True)

CHECKS: Mapping[str, Declared] = {
    "institution": consistency_check(INSTITUTION),
    "institution-shortened": consistency_check(SHORTENED),
}
