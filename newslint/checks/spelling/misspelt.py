"""What the tables of ``newslint.spelling`` take for a misspelling, without what the article shows to be meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from newslint.checks.check import Check, Match, StructureCheck
from newslint.checks.options import Options
from newslint.checks.registry import Declared
from newslint.document import Document
from newslint.document.spans import surroundings
from newslint.finding import Severity
from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.spelling.learnt import Learnt
    from newslint.spelling.scan import Suspect

#: A line of fewer characters is a label, often a play on words.
_LEAST = 6
#: What people are called behind their surnames.
_ADDRESSES = frozenset(
    "大伯 大妈 大爷 大娘 大叔 大姐 大哥 大嫂 大婶 阿姨 师傅 奶奶 爷爷 先生 女士 小姐 老师 老汉 同学 教授 医生 护士 "
    "主任".split()
)
#: What may stand behind a full name, too.
_TITLES = _ADDRESSES | frozenset("院士 博士 书记 主席 总统 总理 院长 校长 医师 委员".split())
#: What stands around the names of a list or a credit, and what may follow one: 、常青（回族）、.
_OPENS = frozenset("、（(")
_CLOSES = frozenset("、）)（(")
_OF_PEOPLE = lazy("[（(](?:女|[一-龥]{1,5}族)")
#: A clause that gives a result: 江队1比0胜河队. The names of teams are like no word.
_RESULT = lazy("[一-龥]{2,6}[0-9]{1,3}[比:：][0-9]{1,3}[一-龥]{0,8}")
#: What the names of counties, cities and districts end with.
_DIVISIONS = frozenset("县市区旗州盟")
_SPANS = frozenset("年月天日")
#: What ends a sentence, and words of classical Chinese, two of which in one sentence show it to be quoted.
_ENDS = "。！？\n“”"
_CLAUSE_ENDS = _ENDS + "，、；："
_CLASSICAL = frozenset("矣兮哉曰吾汝焉乎")
#: How much of the sentence is looked at before and behind a place, in characters.
_FARTHEST = 60


def misspelt_check(kind: str) -> Callable[[Options], Check]:
    """Return the maker of the check of one kind of misspelling: ``idiom``, ``ranked`` or ``pair``.

    Its options are ``learnt``, the file of a house's own strings, in which nothing is reported; ``names``, names and
    terms that the house knows; and ``except``, forms that are right.
    """

    def make(options: Options) -> Check:
        path = options.text("learnt", "")
        right = (*options.texts("except", ()), *options.texts("names", ()))
        options.done()

        def find(document: Document) -> Iterator[Match]:
            learnt = _learnt(path) if path else None
            for start, suspect in document.once(suspects):
                if suspect.kind == kind and not _is_meant(document, start + suspect.at, right, learnt):
                    yield _match(document.view, start, suspect)

        return StructureCheck(find, has_text, ("others",), ("several",))

    return make


def has_text(document: Document) -> object:
    """Return what is true if there is prose."""
    return document.articles


def suspects(document: Document) -> tuple[tuple[int, Suspect], ...]:
    """Return the probable misspellings in a document, each with the offset of the stretch that its places count
    from.
    """
    from newslint.spelling.scan import misspellings

    found = []
    for start, end in _stretches(document):
        found += [(start, suspect) for suspect in misspellings(document.view[start:end])]
    return tuple(found)


def _stretches(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the articles, those that are long in parts of whole lines where possible."""
    from newslint.spelling.scan import LONGEST

    for article in document.articles:
        start = article.start
        while article.end - start > LONGEST:
            end = document.view.rfind("\n", start + 1, start + LONGEST) + 1 or start + LONGEST
            yield start, end
            start = end
        yield start, article.end


def _is_meant(document: Document, at: int, right: tuple[str, ...], learnt: Learnt | None) -> bool:
    from newslint.facts.people import in_a_name  # most articles have no misspelling

    view = document.view
    block = document.block_at(at)
    return (
        (block is not None and block.end - block.start < _LEAST)
        or any(_covers(view, at, form) for form in right)
        or in_a_name(document, at, at + 1)
        or _is_named(view, at)
        or _is_listed(view, at)
        or _is_in_result(view, at)
        or _is_division(view, at)
        or _follows_span_of_time(view, at)
        or _is_classical(view, at)
        or (learnt is not None and learnt.knows(view, at))
    )


def _is_named(view: str, at: int) -> bool:
    """Return True if a place is in what begins with a surname and stands behind a post (书记计南星) or before one
    (俞大鹏院士), or is a surname before a form of address (涂大伯).
    """
    from newslint.chinese.names import is_chinese, surname
    from newslint.facts.people import ends_with_post

    if view[at + 1 : at + 3] in _ADDRESSES and surname(view[at]):
        return True
    starts = [start for start in range(max(0, at - 2), at + 1) if surname(view[start : start + 2])]
    if any(ends_with_post(view, start) for start in starts):
        return True
    names = [(start, end) for start in starts for end in (start + 2, start + 3) if end > at]
    return any(
        (view[end : end + 2] in _TITLES or (end - start == 2 and view[end : end + 2] == "同志"))
        and is_chinese(view[start:end])
        for start, end in names
    )


def _is_listed(view: str, at: int) -> bool:
    """Return True if a place is in a name that is an item of its own: of three characters in a list, of two alone in
    brackets (（安青）) or before the bracket that tells of a person.
    """
    from newslint.chinese.names import is_chinese, is_common

    for size in (3, 2):
        for start in range(max(1, at - size + 1), at + 1):
            end = start + size
            if view[start - 1] in _OPENS and view[end : end + 1] in _CLOSES and is_chinese(view[start:end]):
                alone = view[start - 1] != "、" and view[end] in "）)"
                return alone or bool(_OF_PEOPLE.match(view, end)) or (size > 2 and is_common(view[start:end]))
    return False


def _is_in_result(view: str, at: int) -> bool:
    """Return True if a place is in a clause that gives the result of a match."""
    start, end = surroundings(view, at, at, _CLAUSE_ENDS, _FARTHEST)
    return bool(_RESULT.fullmatch(view[start:end]))


def _is_division(view: str, at: int) -> bool:
    """Return True if a place is in the name of a county, city or district: 武江区."""
    ends = [end for end in range(at + 1, at + 5) if view[end - 1 : end] in _DIVISIONS]
    if not ends:
        return False
    from newslint.chinese.divisions import counties, uppers

    names = (view[start:end] for end in ends for start in range(max(0, end - 5), min(at, end - 2) + 1))
    return any(counties(name) or uppers(name) for name in names)


def _follows_span_of_time(view: str, at: int) -> bool:
    """Return True behind a number of years or days, where a word begins anew: 摆了41年渡."""
    return view[at - 1 : at] in _SPANS and view[at - 2 : at - 1].isdigit() and not view[at - 4 : at - 3].isdigit()


def _covers(view: str, at: int, form: str) -> bool:
    """Return True if ``form`` stands over a place."""
    return view.find(form, max(0, at - len(form) + 1), at + len(form)) >= 0


def _is_classical(view: str, at: int) -> bool:
    """Return True if the sentence around a place is classical Chinese."""
    start, end = surroundings(view, at, at, _ENDS, _FARTHEST)
    return sum(char in _CLASSICAL for char in view[start:end]) > 1


def _match(view: str, start: int, suspect: Suspect) -> Match:
    """Return the match of a misspelling: the idiom, the word that it should be, or the character alone."""
    from newslint.chinese.readings import sounds_like
    from newslint.spelling.words import word_span

    at = start + suspect.at
    first, *others = suspect.meant
    if suspect.idiom:
        begin, end = start + suspect.start, start + suspect.start + len(suspect.idiom)
    else:
        begin, end = word_span(view, at, first)
    forms = [view[begin:at] + char + view[at + 1 : end] for char in suspect.meant]
    sure = sounds_like(view[at], first) if suspect.idiom else suspect.certainty >= 0
    return Match(
        begin,
        end,
        forms[0],
        values={"others": "”“".join(forms[1:])},
        message="several" if others else "",
        severity=None if sure else Severity.WARNING,
    )


def _learnt(path: str) -> Learnt:
    from newslint.spelling.learnt import open_learnt

    return open_learnt(path)


CHECKS: Mapping[str, Declared] = {
    "idioms": misspelt_check("idiom"),
    "characters": misspelt_check("ranked"),
    "pairs": misspelt_check("pair"),
}
