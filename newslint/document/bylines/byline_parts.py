"""The parts that a byline is made of: heads, dates, people, credits, brackets, and the slips among them.

Every offset and span is in code points of the text that was parsed; ends are exclusive.
"""

from typing import NamedTuple

from newslint.chinese.calendar import is_date
from newslint.document.bylines import roles


class Person(NamedTuple):
    """One name; ``name`` is without the spaces that pad it, the span is with them."""

    name: str
    start: int
    end: int


class Slip(NamedTuple):
    """A departure from the form, at its smallest span; ``instead`` is what belongs there, where that is certain.

    Kinds: ``role-typo``, ``glued-names``, ``duplicate-name``, ``unclosed``, ``unopened``, ``mismatched-bracket``,
    ``stray-mark``, ``dateline-order``, ``impossible-date``.
    """

    kind: str
    start: int
    end: int
    instead: str = ""


class Credit(NamedTuple):
    """One role and the people in it.

    ``role`` is the base word, spelt right (记者, 通讯员, 责编, 文), empty where names stand without one; ``role_span``
    includes the paper's name and qualifiers. ``separators`` is what stands between each two names, empty
    strings where they are glued; ``lead`` what stands between the role and the first name (nothing, a space, a colon).
    ``action`` is what is said after the names (摄, 报道, 文/图). 来源 has no people: a paper's name follows it.
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
        """Where the credit ends, its action included."""
        last = self.people[-1].end if self.people else self.role_span[1]
        return max(last, self.action_span[1])


class Reading(NamedTuple):
    """Credits and the slips in them; ``end`` is where they end."""

    credits: tuple[Credit, ...]
    slips: tuple[Slip, ...]
    end: int


class Date(NamedTuple):
    """The date of a dateline; ``month`` is 0 where only the day is given."""

    month: int
    day: int
    start: int
    end: int

    @property
    def possible(self) -> bool:
        """True if the calendar has such a day."""
        return is_date(self.month, self.day) if self.month else 1 <= self.day <= 31


class Head(NamedTuple):
    """One head from ``start`` to ``end``.

    ``kind``: ``own`` (本报讯, 本报某地4月18日电), ``house`` (某某日报讯, 某某网消息), ``agency`` (某某社…电), ``relay``
    (据某某社…电) or ``roundup`` (本报综合消息). ``mark`` is the word 讯, 电, 专电, 消息 …, empty where a paper's name
    alone stands before the credits.
    """

    kind: str
    start: int
    end: int
    house: tuple[int, int] | None
    place: tuple[int, int] | None
    date: Date | None
    mark: str
    slips: tuple[Slip, ...] = ()


class Bracket(NamedTuple):
    """The brackets around credits: offsets of the opening and the closing one, -1 for one that is missing."""

    open: int
    close: int


class Byline(NamedTuple):
    """One parsed byline from ``start`` to ``end``, its closing bracket included.

    ``kind`` is that of the head (``own``, ``house``, ``agency``, ``relay``, ``roundup``), or ``credits`` for names
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
    """The names that stand twice among the writers, or twice in one other role.

    Who writes and takes the pictures too is rightly named for both (记者 某某 摄影 某某).
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
