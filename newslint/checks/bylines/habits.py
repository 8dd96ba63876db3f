"""How a house writes its bylines: what one parsed byline shows of each aspect of style.

An aspect shows in marks: what is written at a place (a space, a full-width space, nothing, 、), as a literal, with its
place and the stretch that an editor would look at. Offsets are code points of the text that was parsed.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newslint.chinese.characters import is_han
from newslint.document.bylines import roles
from newslint.document.bylines.byline_parts import Byline, Credit
from newslint.patterns import lazy

ASPECTS = ("brackets", "role-space", "name-separator", "role-separator", "padding", "role-order", "picture-order")
"""brackets: their width; role-space: between role and first name; name-separator, role-separator: between names, and
between the last name of a role and the next role; padding: inside names of two characters that stand beside longer
ones; role-order: which role comes first; picture-order: 文/图 or 图/文.
"""

REPORTERS = ("记者", "通讯员", "实习生", "评论员", "特派员")
"""The roles whose spaces and order are a matter of style; 责编：某某 and 文/某某 have forms of their own."""

_BLANKS = " 　\t"
_PICTURES = lazy("[摄图漫]|视频|航拍")
_WORDS = lazy("文|报道|采写|整理")
_PICTURE_PAIR = lazy("文[/／、|｜]?[图摄]|[图摄][/／、|｜]?文")
_HOME_AGENCY = lazy(roles.HOME_AGENCY)


class Mark(NamedTuple):
    """``value`` as it is written from ``start`` to ``end``; an editor looks at ``shown_start`` to ``shown_end``."""

    value: str
    start: int
    end: int
    shown_start: int
    shown_end: int


def house(text: str, byline: Byline) -> str | None:
    """Return the name of the paper in whose style a byline is written, "" for 本报 and for names without a head.

    None for the copy of agencies and of other papers, which keeps its own form.
    """
    for credit in byline.credits:
        if credit.role in ("来源", "稿源"):
            return None
    head = byline.head
    if head is None:
        return "" if all(_is_own(text, credit, "") for credit in byline.credits) else None
    if head.kind == "own":
        return ""
    name = text[slice(*head.outlet)] if head.outlet else ""
    return name if head.kind == "outlet" and name and not _HOME_AGENCY.fullmatch(name) else None


def setting(text: str, byline: Byline) -> str:
    """Return where the names stand: ``head`` or ``tail`` (in brackets) or ``line``; each may have a style of its own.

    "" for names in running text (本报讯 记者某某报道), where no space is wanted, and for broken brackets.
    """
    bracket = byline.bracket
    if bracket is not None:
        whole = bracket.open >= 0 and bracket.close >= 0
        return "" if not whole else "tail" if byline.kind == "signature" else "head"
    return "line" if byline.head is None and byline.end >= len(text.rstrip(_BLANKS)) else ""


def marks(aspect: str, text: str, byline: Byline, by: Sequence[Credit]) -> list[Mark]:
    """Return the marks of one of ``ASPECTS`` in a byline of the house; ``by`` are its ``writers``."""
    return list(_READERS[aspect](text, byline, by))


def own_credits(text: str, byline: Byline) -> Iterator[Credit]:
    """Yield the credits of the paper's own people; none in the copy of others."""
    if house(text, byline) is not None:
        head = byline.head
        name = text[slice(*head.outlet)] if head and head.outlet else ""
        yield from (credit for credit in byline.credits if _is_own(text, credit, name))


def _is_own(text: str, credit: Credit, name: str) -> bool:
    """Return True if a role has no paper's name before it but 本报 or that of the paper named in the head."""
    before = text[credit.role_span[0] : credit.role_span[1] - len(credit.role)].strip(_BLANKS)
    return (bool(name) and before.startswith(name)) or roles.is_own_role(before)


def writers(text: str, byline: Byline) -> Iterator[Credit]:
    """Yield the credits of the paper's own reporters but those for pictures.

    At the end of an article, 执笔记者：某某；参与记者：某某 is a form of its own.
    """
    for credit in own_credits(text, byline):
        listed = "：" in credit.lead and byline.head is None
        pictures = credit.action and _PICTURES.search(credit.action) and not _WORDS.search(credit.action)
        if credit.people and not listed and not pictures and (credit.role in REPORTERS or not credit.role):
            yield credit


def gap(between: str) -> str:
    """Return what separates two words: nothing, a space, a full-width space, or the first mark."""
    rest = between.strip(_BLANKS)
    return rest[0] if rest else "　" if "　" in between else " " if between else ""


def _brackets(text: str, byline: Byline, by: Sequence[Credit]) -> Iterator[Mark]:
    bracket = byline.bracket
    if bracket is None or bracket.open < 0 or bracket.close < 0:
        return
    value = text[bracket.open] + text[bracket.close]
    if value in ("()", "（）"):
        for at in bracket:
            yield Mark(value, at, at + 1, at, at + 1)


def _role_spaces(text: str, byline: Byline, by: Sequence[Credit]) -> Iterator[Mark]:
    for credit in by:
        if credit.role:
            end = credit.role_span[1]
            first = credit.people[0]
            value = gap(text[end : first.start])
            # 记者｜某某 is the form of a column, not a space gone wrong.
            if value in ("", " ", "　", "："):
                yield Mark(value, end, first.start, end - len(credit.role), first.end)


def _name_separators(text: str, byline: Byline, by: Sequence[Credit]) -> Iterator[Mark]:
    for credit in by:
        for one, other in pairwise(credit.people):
            value = gap(text[one.end : other.start])
            # Names without a separator, or with 和, are no matter of style.
            if value and not is_han(value[0]):
                yield Mark(value, one.end, other.start, one.start, other.end)


def _role_separators(text: str, byline: Byline, by: Sequence[Credit]) -> Iterator[Mark]:
    own = frozenset(by)
    for one, other in pairwise(byline.credits):
        if one in own and other in own and other.role and one.end <= other.role_span[0]:
            end, start = one.end, other.role_span[0]
            start += len(text[start : other.role_span[1]]) - len(text[start : other.role_span[1]].lstrip(_BLANKS))
            yield Mark(gap(text[end:start]), end, start, one.people[-1].start, other.role_span[1])


def _paddings(text: str, byline: Byline, by: Sequence[Credit]) -> Iterator[Mark]:
    people = [person for credit in by for person in credit.people if all(map(is_han, person.name))]
    if any(len(person.name) > 2 for person in people):
        for person in people:
            if len(person.name) == 2:
                start, end = person.start + 1, person.end - 1
                yield Mark(gap(text[start:end]), start, end, person.start, person.end)


def _role_order(text: str, byline: Byline, by: Sequence[Credit]) -> Iterator[Mark]:
    """Yield one mark for each role, with its names as its place; none if a role has several places."""
    found = [credit for credit in by if credit.role]
    if len({credit.role for credit in found}) == len(found) > 1:
        for credit in found:
            start = credit.role_span[1] - len(text[slice(*credit.role_span)].lstrip(_BLANKS))
            # 文/图 and the like after the last name stay at the end.
            end = credit.people[-1].end
            yield Mark(credit.role, start, end, start, end)


def _picture_order(text: str, byline: Byline, by: Sequence[Credit]) -> Iterator[Mark]:
    for credit in byline.credits:
        for start, end in (credit.action_span, (credit.role_span[1] - len(credit.role), credit.role_span[1])):
            if _PICTURE_PAIR.fullmatch(text, start, end):
                # The slash, and 摄 for 图, are left as they are.
                yield Mark("文图" if text[start] == "文" else "图文", start, end, start, end)


_READERS = {
    "brackets": _brackets,
    "role-space": _role_spaces,
    "name-separator": _name_separators,
    "role-separator": _role_separators,
    "padding": _paddings,
    "role-order": _role_order,
    "picture-order": _picture_order,
}
