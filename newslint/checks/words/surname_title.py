"""People called by surname and post after the full name was given: 院长贝宁致辞。贝院长希望……"""

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import AnchorCheck, Hit, Match, Place
from newslint.checks.registry import Declared
from newslint.chinese.names import surname
from newslint.chinese.segmentation import MARKS
from newslint.document import Document
from newslint.facts.people import Person, people

TITLES = tuple(
    "院长 书记 主任 局长 校长 市长 县长 区长 镇长 乡长 部长 处长 科长 所长 会长 站长 馆长 经理 总经理 董事长 理事长"
    " 秘书长 政委".split()
)
#: Words of one character before a name; behind others the surname may be the end of a word.
_BEFORE = frozenset("的和与及对向由被把让据在请是")


def surname_and_title(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield surname and post at the head of a clause or behind a word of function, if the article has named somebody of
    that surname in that post before.
    """
    view = document.view
    named: dict[tuple[int, str, str], Person] = {}
    for person in document.once(people):
        named.setdefault((person.article, surname(person.form), person.post), person)
    for number, start, end in hits:
        title = TITLES[number]
        for size in (1, 2):
            family = view[start - size : start]
            before = view[start - size - 1 : start - size]
            block = document.block_at(start)
            if block is None or surname(family) != family or (before not in MARKS and before not in _BEFORE):
                continue
            first = named.get((block.article, family, title[-2:]))
            if first is not None and first.end < start:
                place = Place(first.start - len(title), first.end, "first")
                yield Match(start - size, end, related=(place,))


CHECKS: Mapping[str, Declared] = {
    "surname-title": AnchorCheck(surname_and_title, TITLES, messages=["first"]),
}
