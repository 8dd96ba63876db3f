"""People called by surname and post after the full name was given: 院长贝宁致辞。贝院长希望……"""

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import AnchorCheck, Hit, Match, Place
from newslint.checks.registry import Declared
from newslint.chinese import names
from newslint.chinese.segmentation import MARKS
from newslint.document import Document
from newslint.patterns import lazy

TITLES = tuple(
    "院长 书记 主任 局长 校长 市长 县长 区长 镇长 乡长 部长 处长 科长 所长 会长 站长 馆长 经理 总经理 董事长 理事长"
    " 秘书长 政委".split()
)
_VERB = lazy("希望|指出|强调|表示|说|介绍|认为|要求|告诉|提出|谈到|宣布|带领|来到")


def surname_and_title(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield surname and post as the subject of a sentence about what was said, if the post and a name with that surname
    stand above.
    """
    view = document.view
    for number, start, end in hits:
        surname = view[start - 1 : start]
        block = document.block_at(start)
        if block is None or view[start - 2 : start - 1] not in MARKS:
            continue
        if surname not in names.COMMON and surname not in names.OTHER:
            continue
        if _VERB.match(view, end):
            title = TITLES[number]
            above = view.find(title + surname, document.articles[block.article].start, start - 1)
            if above >= 0:
                place = Place(above, above + len(title) + 3, "first")
                yield Match(start - 1, end, related=(place,))


CHECKS: Mapping[str, Declared] = {
    "surname-title": AnchorCheck(surname_and_title, TITLES, messages=["first"]),
}
