"""More items listed than the number after 等 says: 甲、乙、丙等两家."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.registry import Declared
from newslint.chinese.numerals import chinese_to_int
from newslint.document import Document
from newslint.patterns import lazy

#: Numbers of single things; 类, 方面, 大 and the like count groups, so their number may be smaller.
_COUNT = lazy(
    r"等(?P<count>[两二三四五六七八九]|十[一二三四五六七八九]?|[2-9]|1[0-9])"
    r"(?:家|名|位|所|座|人|(?P<unit>个|项|部|支|只|款|篇|本|首|处|条|艘|架|国|省|市|县|区)(?!方面|品类|类|系列|领域|层|板块|档|组|门类|行业|大))"
)
_QUOTED = lazy(r"(?:(?:“[^“”\n]{1,24}”|《[^《》\n]{1,40}》)、?)+$")
_QUOTE = lazy(r"“[^“”\n]*”|《[^《》\n]*》")
_PLAIN = lazy(r"(?:[\w·]+、)+[\w·]+$")
_JOINT = lazy(r"[和与及或并]|以及")
_REACH = 240


ANCHORS = tuple("等" + numeral for numeral in "两二三四五六七八九十123456789")


def short_count(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """The number after 等 (两家) is smaller than the number of items listed before it.

    Only lists whose items show beyond doubt where each begins are counted: all in quotes or book-title marks, or all
    of one length or ending.
    """
    view = document.view
    for hit in hits:
        found = _COUNT.match(view, hit.start)
        if not found:
            continue
        listed = _listed(view[max(0, hit.start - _REACH) : hit.start])
        if listed > chinese_to_int(found["count"]):
            yield Match(found.start() + 1, found.end(), values={"listed": listed})


def _listed(before: str) -> int:
    """Return how many items end at the end of ``before``, 0 where that is not certain."""
    quoted = _QUOTED.search(before)
    if quoted:
        return len(_QUOTE.findall(quoted[0]))
    plain = _PLAIN.search(before)
    if not plain:
        return 0
    items = plain[0].split("、")
    rest = items[1:]
    # The first item may carry words before it; the others must look alike, or a list within the list would be counted
    # in.
    if len(rest) < 2 or any(_JOINT.search(item) for item in rest):
        return 0
    lengths = {len(item) for item in rest}
    alike = (len(lengths) == 1 and lengths <= {2, 3, 4}) or (
        len({item[-1] for item in rest}) == 1 and max(lengths) <= 10
    )
    return len(items) if alike and items[0].endswith(rest[0][-1]) | (len(items[0]) <= max(lengths)) else 0


CHECKS: Mapping[str, Declared] = {
    "short-count": AnchorCheck(short_count, ANCHORS, values=["listed"]),
}
