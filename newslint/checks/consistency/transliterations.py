"""A foreign name transliterated in two ways: 泽连斯基, 泽伦斯基."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.checks.consistency.compared import Kind, consistency_check
from newslint.checks.consistency.pairs import Pair, Places, one_apart, share_an_article, side_by_side
from newslint.checks.registry import Declared
from newslint.facts.transliterations import Transliterated, differs_in_a_sign, has_transliterations, transliterations

#: Names joined by a mark or a word are two.
_JOINED = 1
#: What stands before one name, so that it seems to have two forms: 以|萨乌丁, 比|萨乌丁.
_PREPOSITIONS = frozenset("以比于让给")
#: Names of two places that differ in one character.
_DIFFERENT = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "巴基斯坦/巴勒斯坦 马里/马尔 奥地利/澳地利 布里斯班/布里斯托 亚历山大/亚历山德 伊拉克/伊利克 "
        "克里斯蒂/克里斯托 约翰斯顿/约翰斯敦 斯里兰卡/斯里兰加 加利西亚/加里西亚 阿尔梅里/阿尔梅达"
    ).split()
)


def transliteration_variants(places: Places) -> Iterator[Pair]:
    """Yield the names of one length that differ in one sign.

    At the edge of a run the sign may belong to another word, so there both runs must be seen to end.
    """
    for one, other, at in one_apart(places):
        if not differs_in_a_sign(one, other):
            continue
        if at == 0 and not all(any(each.place.opened for each in places[form]) for form in (one, other)):
            continue
        if at == 0 and one[0] in _PREPOSITIONS and other[0] in _PREPOSITIONS:
            continue
        if at == len(one) - 1 and not all(any(each.place.closed for each in places[form]) for form in (one, other)):
            continue
        if any(at.place.part for at in (*places[one], *places[other])) and not share_an_article(
            places[one], places[other]
        ):
            continue
        if side_by_side(places[one], places[other], lambda first, second: second.start - first.end <= _JOINED):
            continue
        if frozenset((one, other)) not in _DIFFERENT:
            yield Pair(one, other)


TRANSLITERATION = Kind(transliterations, tuple[Transliterated, ...], transliteration_variants, has_transliterations)

CHECKS: Mapping[str, Declared] = {
    "transliteration": consistency_check(TRANSLITERATION),
}
