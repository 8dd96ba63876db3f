"""Lists of offices that act together, with a comma for one of their 顿号: 由甲局、乙局，丙局和丁局联合举办.

Most commas in such a list part two clauses (甲局、乙局主办，丙局承办). Only a list that nothing but its end parts from
由 is judged, whose names all end alike, and which 和 closes before 联合 or 等部门.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.registry import Declared
from newslint.document import Document
from newslint.patterns import lazy

#: What the names of offices end with, longer words before those that end them.
HEADS = (
    *("局", "委", "厅", "公司", "大学", "学院", "学校", "中学", "小学", "医院", "中心", "协会", "学会", "银行", "集团"),
    *("研究所", "研究院", "检察院", "法院"),
)
#: The beginning of a name, up to its head.
_NAME = r"[^，。、；：！？“”（）\s]{1,9}?"
_LIST = lazy(
    r"(?:(?<=由)|(?<=会同)|(?<=[日天悉前]，))"
    r"(?![^，、]{0,8}?(?:[到在了给对向从]|走访|组织|检查|要求|通知|协调|联系|邀请|指导|支持|感谢|除|涉及|就读|参观|采访|会见))"
    rf"{_NAME}(?P<head>{'|'.join(HEADS)})(?:、{_NAME}(?P=head))+(?P<comma>，)"
    rf"{_NAME}(?P=head)(?:、{_NAME}(?P=head))*(?:和|与|及|以及){_NAME}(?P=head)"
    "(?:联合|共同|携手|一起|等[0-9一二三四五六七八九十多]{0,3}[家个所]?(?:部门|单位|机构|企业|院校|高校))"
)
#: How far the two ends of a list are looked for from its comma, in characters.
_FARTHEST = 60


def comma_between_offices(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the comma in a list of offices that act together. The hits are heads of names with a comma behind."""
    view = document.view
    for hit in hits:
        comma, head = hit.end - 1, HEADS[hit.anchor]
        low, high = max(0, comma - _FARTHEST), comma + _FARTHEST
        if view.find("、", low, comma) < 0 or view.find(head, comma, high) < 0:
            continue
        if any(found.start("comma") == comma for found in _LIST.finditer(view, low, high)):
            yield Match(comma, comma + 1, "、")


CHECKS: Mapping[str, Declared] = {
    "comma-between-offices": AnchorCheck(comma_between_offices, tuple(f"{head}，" for head in HEADS)),
}
