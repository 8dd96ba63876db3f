"""How much the words at a line break can weigh at most, told without cutting the lines into words.

A word is the last one only of a line that ends with its characters, and of the classes of words, which exclude each
other, the heaviest counts. All figures are in tenths of the units of ``break_weights``: whole numbers, so that sums are
exact.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache

from newslint.checks.breaks.grammar.break_weights import WEIGHTS
from newslint.checks.breaks.grammar.lower_signs import BOUND_STARTS, LOOSE_STARTS
from newslint.checks.breaks.grammar.phrase_edges import LEANING, WAITING
from newslint.checks.breaks.grammar.upper_signs import OPEN_ENDS

#: The signs of the words at the end of the upper line, at the beginning of the lower one, and of the last clause. Those
#: in the first place are named by a place and a class of words, and exclude each other in each place.
_ENDS = (("last", "last but one"), ("last but one waiting", "one word"))
_STARTS = (("first", "second", "third"), ("compares", "second leaning", "verb without subject"))
_TAKEN_UP = ((), ("taken up 15%", "taken up 30%", "taken up 50%"))
_CLAUSE = ((), ("open frame", "no verb"))
#: The words that have a sign of their own besides, or in place of, that of their class.
_END_WORDS: Mapping[str, Collection[str]] = {"ends open": OPEN_ENDS, "ends 的": ("的",), "last waiting": WAITING}
_START_WORDS: Mapping[str, Collection[str]] = {
    "begins 的": ("的",),
    "begins bound": BOUND_STARTS,
    "begins loose": LOOSE_STARTS,
    "first leaning": LEANING,
}


@cache
def tenths() -> dict[str, int]:
    """Return the weight of each sign in tenths."""
    return {sign: round(10 * weight) for sign, weight in WEIGHTS.items()}


def most_of_ends(upper: str) -> int:
    """Return the most that the last words of ``upper`` can weigh."""
    any_words, special = _end()
    if upper[-1] in special:
        return any_words + sum([weight for words, weight in special[upper[-1]] if upper.endswith(words)])
    return any_words


def most_of_starts(lower: str) -> int:
    """Return the most that the first words of ``lower`` can weigh."""
    any_words, special = _start()
    if lower[0] in special:
        return any_words + sum([weight for words, weight in special[lower[0]] if lower.startswith(words)])
    return any_words


@cache
def most_of_clause() -> int:
    """Return the most that the last clause of the upper line can weigh."""
    return _reach(max, *_CLAUSE)


@cache
def least_to_come() -> tuple[int, int, int, int]:
    """Return the least that words can weigh together, where nothing is known of them: those of both lines, of the lower
    one and of the last clause, what the lower line takes up of the upper one and that clause, that clause alone.
    """
    clause = _reach(min, *_CLAUSE)
    taken_up = _reach(min, *_TAKEN_UP) + clause
    starts = _reach(min, *_STARTS) + taken_up
    return _reach(min, *_ENDS) + starts, starts, taken_up, clause


_Special = Mapping[str, Sequence[tuple[tuple[str, ...], int]]]


@cache
def _end() -> tuple[int, _Special]:
    return _reach(max, *_ENDS), _by_character(_END_WORDS, -1)


@cache
def _start() -> tuple[int, _Special]:
    return _reach(max, *_STARTS), _by_character(_START_WORDS, 0)


def _by_character(signs: Mapping[str, Collection[str]], edge: int) -> _Special:
    """Return the words of each sign by their character at the ``edge`` of the line, with what the sign weighs."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for sign, words in signs.items():
        same: dict[str, list[str]] = {}
        for word in words:
            same.setdefault(word[edge], []).append(word)
        for char, together in same.items():
            found.setdefault(char, []).append((tuple(together), tenths()[sign]))
    return found


def _reach(extreme: Callable[..., int], places: Sequence[str], together: Sequence[str]) -> int:
    """Return the most (``max``) or least (``min``) that one class of words at each place and all signs ``together`` can
    weigh.
    """
    weights = tenths()
    sums = [extreme(0, weights.get(sign, 0)) for sign in together]
    for place in places:
        # last but one nt: place and class; last waiting comes on top of the class.
        signs = [
            sign for sign in weights if sign.rpartition(" ")[0] == place and not sign.endswith(("waiting", "leaning"))
        ]
        sums.append(extreme(0, *[weights[sign] for sign in signs]))
    return sum(sums)
