"""Whether one line goes on in the next: the evidence for one sentence cut in two, and against a heading above its text.

No single sign decides. 的 or 和 never begins a paragraph and 把 never ends a heading, but most cuts fall between two
plain nouns; there the form of the upper line (commas, 说, function words), the parts of speech on either side of the
break and the words that seldom end or begin a sentence tell running text from a heading. Each sign has a name, and
``Continuation`` adds up what they weigh (``break_weights``).
"""

from math import ceil

from newslint.checks.breaks.grammar.break_bounds import (
    least_to_come,
    most_of_clause,
    most_of_ends,
    most_of_starts,
    tenths,
)
from newslint.checks.breaks.grammar.lower_signs import first_words, is_fresh, opening_signs, opens
from newslint.checks.breaks.grammar.phrase_edges import LEANING, WAITING, words_of
from newslint.checks.breaks.grammar.upper_signs import OPEN_ENDS, form_signs, last_clause, last_words
from newslint.chinese.characters import HAN_LETTER
from newslint.chinese.seam import Straddle, best_word, compound, crossing
from newslint.chinese.segmentation import after, before
from newslint.patterns import lazy

_SAME = 3
#: The rest of a dateline: 本报北京4月1|8日电（记者…）.
_HEAD_REST = lazy("(?:[0-9０-９]{0,2}[月日]){0,2}[讯电](?:（|据)")
_AGENCY = lazy(f"(?:本报|新华社|中新社|中新网){HAN_LETTER}{{0,6}}$")
_PLACE_AND_DAY = lazy(f"{HAN_LETTER}{{0,6}}[0-9]{{1,2}}月[0-9]{{1,2}}日[电讯](?:（|{HAN_LETTER})")
#: A line that only introduces what somebody said.
_INTRODUCTION = lazy("[^，。：]{2,12}[说道称言写问云曰]：$")
_PAIRS = (("（", "）"), ("《", "》"), ("“", "”"))
_HAN_PAIR = lazy(f"(?=({HAN_LETTER}{{2}}))")
_REACH = 60
_TAKEN = ((0.15, "taken up 15%"), (0.3, "taken up 30%"), (0.5, "taken up 50%"))
_COMPOUND = ((0.0, "compound 0"), (2.0, "compound 2"), (4.0, "compound 4"), (6.0, "compound 6"))


class Continuation:
    """The evidence that the break between two lines cuts a sentence; above 0 that is likelier than not.

    ``upper`` and ``lower`` are lines of the width-normalised view without the white space around them; neither is
    empty, and the upper one does not end with a mark that ends a sentence. The evidence is gathered only as far as a
    question needs it: what costs least is asked first, and the words at the edges and of the last clause are cut only
    where they can decide.
    """

    def __init__(self, upper: str, lower: str) -> None:
        self._upper, self._lower = upper, lower
        self._head, self._tail = before(upper, len(upper)), after(lower, 0)
        self._across = crossing(self._head, self._tail)
        # In tenths, which all weights are whole numbers of.
        self._sum = 0
        self._stage = 0
        self._most = self._most_to_come()

    def straddle(self) -> Straddle | None:
        """Return the best word across the break, None if there is none."""
        return best_word(self._across)

    def reaches(self, least: float) -> bool:
        """Return whether ``value()`` is at least ``least``."""
        return self._reaches(_in_tenths(least))

    def may_reach(self, least: float) -> bool:
        """Return whether the form of the lines leaves it open that ``reaches(least)``; no line is cut into words for
        that.
        """
        if not self._stage:
            self._go_on()
        most = self._most[self._stage - 1] if self._stage < len(_STAGES) else 0
        return self._sum + most >= _in_tenths(least)

    def exceeds(self, most: float) -> bool:
        """Return whether ``value()`` is more than ``most``, a number of one decimal."""
        return self._reaches(round(most * 10) + 1)

    def value(self) -> float:
        """Return what all signs of the break weigh together."""
        while self._stage < len(_STAGES):
            self._go_on()
        return self._sum / 10

    def _reaches(self, least: int) -> bool:
        while self._stage < len(_STAGES):
            if self._stage:
                if self._sum + self._most[self._stage - 1] < least:
                    return False
                if self._sum + least_to_come()[self._stage - 1] >= least:
                    return True
            self._go_on()
        return self._sum >= least

    def _go_on(self) -> None:
        weights = tenths()
        for sign in _STAGES[self._stage](self):
            if sign in weights:
                self._sum += weights[sign]
        self._stage += 1

    def _most_to_come(self) -> tuple[int, int, int, int]:
        """Return the most that each stage but the first and those after it can add."""
        clause = most_of_clause()
        starts = most_of_starts(self._lower) + clause if self._tail else clause
        # What is taken up from the upper line only speaks against a cut.
        return most_of_ends(self._upper) + starts if self._head else starts, starts, clause, clause

    def _at_a_glance(self) -> list[str]:
        """The form of both lines, and whether a word lies across."""
        upper, lower = self._upper, self._lower
        fresh = is_fresh(lower)
        found = ["always", *form_signs(upper, not self._head), *opening_signs(lower, self._tail, fresh)]
        for opener, closer in _PAIRS:
            if opener in upper and _torn(upper, lower, opener, closer):
                found.append("torn pair")
                break
        if _HEAD_REST.match(lower) or (_PLACE_AND_DAY.match(lower) and _AGENCY.search(upper)):
            found.append("rest of dateline")
        if upper[:2] == lower[:2]:
            found.append("parallel")
        last = lower[-1]
        if last in "？！" and len(lower) <= 25:
            found.append("lower asks")
        if last == "：" and _INTRODUCTION.match(lower) and LEANING.isdisjoint(words_of(lower[:4])):
            found.append("introduces")
        # Chance makes a word of 山|上个周末, and what follows begins anew.
        if self._across and not fresh:
            evidence = compound(self._across)
            found += [sign for least, sign in _COMPOUND if evidence > least]
        return found

    def _end(self) -> list[str]:
        return last_words(self._upper, words_of(self._head)) if self._head else []

    def _beginning(self) -> list[str]:
        return first_words(self._lower, words_of(self._tail), is_fresh(self._lower)) if self._tail else []

    def _taken_up(self) -> list[str]:
        """What share of the upper line is said again in the lower one, as a heading is in its text."""
        pairs = set(_HAN_PAIR.findall(self._upper))
        share = sum(map(self._lower[:_REACH].__contains__, pairs)) / max(1, len(pairs))
        return [sign for part, sign in _TAKEN if share > part]

    def _last_clause(self) -> list[str]:
        return last_clause(self._upper)


#: What is asked in turn, the cheapest first.
_STAGES = (
    Continuation._at_a_glance,
    Continuation._end,
    Continuation._beginning,
    Continuation._taken_up,
    Continuation._last_clause,
)


def _in_tenths(least: float) -> int:
    # Rounded, because differences of numbers with one decimal miss it by a hair.
    return ceil(round(least * 10, 5))


def opens_anew(upper: str, lower: str) -> bool:
    """Whether ``upper`` is a sentence that lacks its full stop, and ``lower`` begins another one.

    So it is where ``upper`` waits for nothing more and ``lower`` opens with a frame of its own (当前，, 在会议上，,
    截至…) or with the words that ``upper`` itself began with. Hardly one sentence in a thousand is cut so.
    """
    if not opens(lower) and upper[:_SAME] != lower[:_SAME]:
        return False
    head = before(upper, len(upper))
    if not head:
        return False
    last = words_of(head)[-1]
    return (
        last != "的"
        and last not in WAITING
        and last not in OPEN_ENDS
        and compound(crossing(head, after(lower, 0))) <= 0
    )


def _torn(upper: str, lower: str, opener: str, closer: str) -> bool:
    """Whether ``upper`` leaves a pair open that ``lower`` closes before it opens another."""
    if closer in upper[upper.rfind(opener) :]:
        return False
    close, again = lower.find(closer), lower.find(opener)
    return close >= 0 and (again < 0 or close < again)
