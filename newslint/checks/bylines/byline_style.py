"""The style of bylines: spaces, separators, brackets and order of roles, as the house wants them or mostly writes
them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from newslint.checks.bylines.byline import has_bylines
from newslint.checks.bylines.byline_habits import ASPECTS, Mark, house, marks, setting
from newslint.checks.bylines.byline_template import read_style
from newslint.checks.check import Hit, Match
from newslint.checks.legacy import never
from newslint.checks.marks.width import is_folded
from newslint.checks.options import Options
from newslint.document import Document
from newslint.document.bylines.byline_parts import Byline
from newslint.finding import Edit

#: Aspects that are the same wherever a byline stands.
_EVERYWHERE = ("brackets", "picture-order")
_WHERE = {
    "role-space": "身份与姓名之间",
    "name-separator": "姓名之间",
    "role-separator": "不同身份之间",
    "padding": "两字姓名中间",
}
_WHAT = {"": "不空格", " ": "空一个半角空格", "　": "空一个全角空格", "、": "用顿号", "，": "用逗号", "：": "用冒号"}
_BRACKETS = {"（）": "用全角括号", "()": "用半角括号"}


class Seen(NamedTuple):
    """One byline as a note holds it: in whose style and where it stands, its text from offset ``start``, its marks.

    Offsets in marks are those of the document.
    """

    house: str
    setting: str
    start: int
    text: str
    marks: tuple[Mark, ...]


class _HasBylines(NamedTuple):
    """Whether something may be learnt from a document: it has ``least`` bylines, each of which has one vote."""

    least: int

    def __call__(self, document: Document) -> bool:
        return len(document.bylines) >= self.least


class _Own(NamedTuple):
    """A byline with the text of its block, from offset ``base``, and in whose style and where it stands."""

    base: int
    byline: Byline
    text: str
    house: str
    setting: str


class BylineStyle:
    """Options: ``aspect``, which aspect of style the rule watches; ``least`` and ``share``, how many bylines must
    agree, and what part of all, before the rest counts as a departure; and the house style, as ``byline_template``
    reads it.

    An aspect that the house style settles is held against it in each document; one that it leaves to ``auto`` is learnt
    from all documents together, for each house and setting by itself.
    """

    anchors: Sequence[str] = ()
    facts_type = tuple[Seen, ...]

    def __init__(self, options: Options) -> None:
        self._aspect = options.choice("aspect", ASPECTS)
        self._least = options.integer("least", 3)
        self._share = options.number("share", 0.75)
        self._wanted = read_style(options).get(self._aspect)
        self.gate = never if self._wanted is None else has_bylines
        # Only another byline can have two roles in the other order; a space may be missing in one that has others.
        least = max(1, self._least) + (self._aspect == "role-order")
        self.concerns = _HasBylines(least) if self._wanted is None else never
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the departures from the style that the house has laid down."""
        if self._wanted is not None:
            for seen in self._bylines(document):
                yield from self._departure(seen, self._wanted, "按本报体例，")

    def note(self, document: Document) -> tuple[Seen, ...] | None:
        """Return the bylines that show the aspect, if the style is to be learnt."""
        return tuple(self._bylines(document)) or None if self._wanted is None else None

    def judge(self, notes: Sequence[tuple[int, tuple[Seen, ...]]]) -> Iterable[tuple[int, Match]]:
        """Yield the bylines that depart from what a clear majority of their kind does."""
        groups: dict[tuple[str, str], list[tuple[int, Seen]]] = {}
        for index, note in notes:
            for seen in note:
                groups.setdefault((seen.house, seen.setting), []).append((index, seen))
        for group in groups.values():
            if self._aspect == "role-order":
                yield from self._judge_order(group)
            else:
                yield from self._judge_values(group)

    def _bylines(self, document: Document) -> Iterator[Seen]:
        if self._aspect == "brackets" and document.once(is_folded):
            return
        anywhere = self._aspect in _EVERYWHERE
        for own in document.once(_own_bylines):
            if not own.setting and not anywhere:
                continue
            # Only the view tells marks in Chinese from others, and only the text how wide a bracket is.
            text = document.text[own.base : own.base + len(own.text)] if self._aspect == "brackets" else own.text
            found = tuple(
                Mark(value, *(own.base + place for place in places))
                for value, *places in marks(self._aspect, text, own.byline)
            )
            if found:
                start = min(mark.shown_start for mark in found)
                end = max(mark.shown_end for mark in found)
                yield Seen(own.house, "" if anywhere else own.setting, start, document.text[start:end], found)

    # --- learning ------------------------------------------------------------------------------------------------

    def _is_clear(self, agree: int, total: int) -> bool:
        return agree >= self._least and agree >= self._share * total

    def _judge_values(self, group: Sequence[tuple[int, Seen]]) -> Iterator[tuple[int, Match]]:
        """Each byline has one vote, for what it does itself most of the time."""
        habits = [(index, seen, _habit(seen)) for index, seen in group]
        votes = Counter(habit for _, _, habit in habits if habit is not None)
        if not votes:
            return
        wanted, agree = max(votes.items(), key=lambda vote: (vote[1], vote[0]))
        if not self._is_clear(agree, len(group)):
            return
        basis = f"所检 {len(group)} 处署名有 {agree} 处"
        models = [(index, seen) for index, seen, habit in habits if habit == wanted]
        for index, seen in group:
            for match in self._departure(seen, wanted, basis):
                yield index, _with_model(match, index, seen, models)

    def _judge_order(self, group: Sequence[tuple[int, Seen]]) -> Iterator[tuple[int, Match]]:
        """Learn the order of each two roles, then put the roles of each byline in it."""
        votes = Counter((one.value, other.value) for _, seen in group for one, other in combinations(seen.marks, 2))
        settled = {pair for pair, agree in votes.items() if self._is_clear(agree, agree + votes[pair[::-1]])}
        for index, seen in group:
            roles = [mark.value for mark in seen.marks]
            wrong = next((pair for pair in combinations(roles, 2) if pair[::-1] in settled), None)
            if wrong is None:
                continue
            right = wrong[::-1]
            order = _sorted(roles, settled)
            basis = f"所检 {votes[wrong] + votes[right]} 处署名有 {votes[right]} 处"
            models = [pair for pair in group if right in combinations([mark.value for mark in pair[1].marks], 2)]
            for match in self._departure(seen, " ".join(order), basis):
                yield index, _with_model(match, index, seen, models)

    # --- departures ----------------------------------------------------------------------------------------------

    def _departure(self, seen: Seen, wanted: str, basis: str) -> Iterator[Match]:
        """Yield one match for all the marks of a byline that depart from ``wanted``."""
        if self._aspect == "role-order":
            wrong, edits = _reordered(seen, wanted.split(" "))
        else:
            wrong = [mark for mark in seen.marks if mark.value != wanted]
            edits = [Edit(mark.start, mark.end, self._instead(seen, mark, wanted)) for mark in wrong]
        if wrong:
            start = min(mark.shown_start for mark in wrong)
            end = max(mark.shown_end for mark in wrong)
            text = _applied(seen.text[start - seen.start : end - seen.start], start, edits)
            yield Match(start, end, text, tuple(edits), values={"basis": basis, "habit": self._habit_in_words(wanted)})

    def _instead(self, seen: Seen, mark: Mark, wanted: str) -> str:
        old = seen.text[mark.start - seen.start : mark.end - seen.start]
        if self._aspect == "brackets":
            return wanted[0] if old in "(（" else wanted[1]
        return old[-1] + old[1:-1] + old[0] if self._aspect == "picture-order" else wanted

    def _habit_in_words(self, wanted: str) -> str:
        if self._aspect == "brackets":
            return _BRACKETS[wanted]
        if self._aspect == "role-order":
            return f"先写{wanted.replace(' ', '，再写')}"
        if self._aspect == "picture-order":
            return f"写“{'/'.join(wanted)}”"
        return _WHERE[self._aspect] + _WHAT.get(wanted, f"用“{wanted}”")


def _own_bylines(document: Document) -> list[_Own]:
    """Return the bylines in the style of a house, agencies' left out."""
    found = []
    for base, byline in document.bylines:
        text = document.view[base : document.blocks[document.block_index(base)].end]
        whose = house(text, byline)
        if whose is not None:
            found.append(_Own(base, byline, text, whose, setting(text, byline)))
    return found


def _habit(seen: Seen) -> str | None:
    """What a byline does most of the time; None if it does two things equally often."""
    counts = Counter(mark.value for mark in seen.marks).most_common(2)
    return None if len(counts) > 1 and counts[0][1] == counts[1][1] else counts[0][0]


def _sorted(roles: Sequence[str], settled: set[tuple[str, str]]) -> list[str]:
    """Return the roles with each two neighbours in the settled order, where there is one."""
    order = list(roles)
    for _ in order:
        for at in range(len(order) - 1):
            if (order[at + 1], order[at]) in settled:
                order[at], order[at + 1] = order[at + 1], order[at]
    return order


def _reordered(seen: Seen, order: Sequence[str]) -> tuple[list[Mark], list[Edit]]:
    """Return the marks that stand in another's place, and the edits that put each in its own."""
    listed = [mark for mark in seen.marks if mark.value in order]
    right = sorted(listed, key=lambda mark: order.index(mark.value))
    moves = [(old, new) for old, new in zip(listed, right, strict=True) if old != new]
    edits = [Edit(old.start, old.end, seen.text[new.start - seen.start : new.end - seen.start]) for old, new in moves]
    return [old for old, _ in moves], edits


def _applied(text: str, start: int, edits: Sequence[Edit]) -> str:
    """Return ``text``, which begins at offset ``start``, with the edits made."""
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start - start] + edit.text + text[edit.end - start :]
    return text


def _with_model(match: Match, index: int, seen: Seen, models: Sequence[tuple[int, Seen]]) -> Match:
    """Let the match point to another byline that does as most do: rather one that does nothing else, in the same
    document.
    """
    others = [model for model in models if model != (index, seen)]
    if not others:
        return match
    mixed = {model: len({mark.value for mark in model[1].marks}) for model in others}
    other, model = min(others, key=lambda pair: (mixed[pair], pair[0] != index, pair))
    place = (model.start, model.start + len(model.text), "多数署名的写法如此处")
    if other == index:
        return match._replace(related=(place,))
    return match._replace(elsewhere=((other, *place),))
