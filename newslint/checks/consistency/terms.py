"""A term whose parts have changed places: 医警联动, 警医联动."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.checks.consistency.compared import Kind, consistency_check
from newslint.checks.consistency.pairs import Pair, Places
from newslint.checks.registry import Declared
from newslint.facts.mention import Mention
from newslint.facts.terms import has_terms, terms

#: Short names of places and countries: which of two comes first depends on who speaks.
_PLACES = frozenset(
    "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川蜀贵黔云滇陕秦甘陇青台蒙桂藏宁新港澳中美俄日韩朝英法德意欧非亚印澳加越"
    "泰缅老柬马菲巴哈土伊沙以乌波巴阿"
)

#: Levels of administration: 县市区交流, 省区市交流.
_LEVELS = frozenset("省市县区镇乡村州盟旗")


def reordered_terms(places: Places) -> Iterator[Pair]:
    """Yield the terms that differ in the order of their two parts, or of the first two of three."""
    for form in places:
        other = form[1] + form[0] + form[2:]
        if form < other and other in places and not any(group.issuperset(form[:2]) for group in (_PLACES, _LEVELS)):
            yield Pair(form, other)


TERM_ORDER = Kind(terms, tuple[Mention, ...], reordered_terms, has_terms)

CHECKS: Mapping[str, Declared] = {
    "term-order": consistency_check(TERM_ORDER),
}
