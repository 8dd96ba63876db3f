"""The parts of a byline: heads, dates, people, credits, brackets, and slips in them.

All offsets and spans are code points of the parsed text; ends are exclusive.
"""

from typing import NamedTuple

from newslint.chinese.calendar import is_date
from newslint.document.bylines import roles


class Person(NamedTuple):
    """A name. ``name`` is without the spaces that pad it, the span includes them."""

    name: str
    start: int
    end: int


class Slip(NamedTuple):
    """A departure from the form, at its smallest span; ``instead`` is the right form if that is certain.

    Kinds: ``role-typo``, ``glued-names``, ``duplicate-name``, ``unclosed``, ``unopened``, ``mismatched-bracket``,
    ``stray-mark``, ``dateline-order``, ``impossible-date``.
    """

    kind: str
    start: int
    end: int
    instead: str = ""


class Credit(NamedTuple):
    """A role and its people.

    ``role`` is the base word in its right form (记者, 通讯员, 责编, 文), "" for names without a role; ``role_span``
    includes the outlet and qualifiers. ``separators`` are the texts between the names, "" if they are glued; ``lead``
    is the text between the role and the first name (nothing, a space, a colon). ``action`` is what the people did,
    after the names (摄, 报道, 文/图). 来源 has no people: an outlet follows it.
    """

    role: str
    role_span: tuple[int, int]
    people: tuple[Person, ...]
    separators: tuple[str, ...]
    lead: str
    action: str
    action_span: tuple[int, int]

    @property
    def end(self) -> int:
        """The end of the credit, including its action."""
        last = self.people[-1].end if self.people else self.role_span[1]
        return max(last, self.action_span[1])


class Reading(NamedTuple):
    """Credits and the slips in them; ``end`` is the end of the last credit."""

    credits: tuple[Credit, ...]
    slips: tuple[Slip, ...]
    end: int


class Date(NamedTuple):
    """The date of a dateline; ``month`` is 0 if only the day is given."""

    month: int
    day: int
    start: int
    end: int

    @property
    def possible(self) -> bool:
        """True if there is such a day."""
        return is_date(self.month, self.day) if self.month else 1 <= self.day <= 31


class Head(NamedTuple):
    """A head from ``start`` to ``end``.

    ``kind`` is ``own`` (本报讯, 本报某地4月18日电), ``outlet`` (某某日报讯, 某某网消息), ``agency`` (某某社…电),
    ``relay`` (据某某社…电) or ``roundup`` (本报综合消息). ``mark`` is the word 讯, 电, 专电, 消息 …, or "" if only the
    name of an outlet precedes the credits.
    """

    kind: str
    start: int
    end: int
    outlet: tuple[int, int] | None
    place: tuple[int, int] | None
    date: Date | None
    mark: str
    slips: tuple[Slip, ...] = ()


class Bracket(NamedTuple):
    """The brackets around credits: offsets of the opening and the closing one, -1 for a missing one."""

    open: int
    close: int


class Byline(NamedTuple):
    """A parsed byline from ``start`` to ``end``, including its closing bracket.

    ``kind`` is that of the head (``own``, ``outlet``, ``agency``, ``relay``, ``roundup``), ``credits`` for names
    without a head, or ``signature``. ``slips`` are in order of place.
    """

    kind: str
    start: int
    end: int
    head: Head | None = None
    bracket: Bracket | None = None
    credits: tuple[Credit, ...] = ()
    slips: tuple[Slip, ...] = ()

    @property
    def people(self) -> tuple[Person, ...]:
        """Everyone named, in order."""
        return tuple(person for credit in self.credits for person in credit.people)


def duplicates(text: str, credits: tuple[Credit, ...]) -> list[Slip]:
    """Return the names that occur twice among the writers, or twice in one other role.

    Someone who writes and takes the pictures is rightly named for both (记者 某某 摄影 某某).
    """
    if len(credits) == 1 and len(credits[0].people) < 2:
        return []
    slips = []
    seen: set[tuple[str, str]] = set()
    for credit in credits:
        title = text[credit.role_span[0] : credit.role_span[1]] + credit.action
        pictures = "摄" in title or "图" in title or "视频" in title or "漫画" in title
        role = "图" if pictures else "文" if not credit.role or credit.role in roles.WRITERS else credit.role
        for person in credit.people:
            if (role, person.name) in seen:
                slips.append(Slip("duplicate-name", person.start, person.end))
            seen.add((role, person.name))
    return slips
