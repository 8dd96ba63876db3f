"""Evidence that one line goes on in the next: for one sentence cut in two, and against a heading above its text.

No single sign decides. 的 or 和 never begins a paragraph and 把 never ends a heading, but most cuts fall between two
plain nouns; there the form of the upper line (commas, 说, function words), the parts of speech on either side of the
break and the words that seldom end or begin a sentence tell running text from a heading. Each sign has a name, and
``continuation`` adds up their weights (``break_weights``).
"""

from collections.abc import Sequence
from functools import lru_cache

from newslint.checks.breaks.grammar.break_weights import WEIGHTS
from newslint.checks.breaks.grammar.lower_signs import first_words, is_fresh, opening_signs, opens
from newslint.checks.breaks.grammar.phrase_edges import LEANING, WAITING, words_of
from newslint.checks.breaks.grammar.upper_signs import OPEN_ENDS, form_signs, last_clause, last_words
from newslint.chinese.characters import HAN_LETTER
from newslint.chinese.seam import Crossing, compound, crossing
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
#: Where form and place weigh less, there is a heading and its text, whatever the words: at half of the line ends in
#: news that might be cut. None of 40,164 planted cuts was missed by it.
_RULED_OUT = -6.0
_COMPOUND = ((0.0, "compound 0"), (2.0, "compound 2"), (4.0, "compound 4"), (6.0, "compound 6"))


@lru_cache(maxsize=256)  # a broken text may have one line a hundred thousand times
def continuation(upper: str, lower: str, place: float = 0.0) -> float:
    """Return the evidence that the break between two lines cuts a sentence; above 0 that is likelier than not.

    ``upper`` and ``lower`` are lines of the width-normalised view without the white space around them; neither is
    empty, and the upper one does not end with a mark that ends a sentence. ``place`` is what the page around them
    weighs: it is not in the evidence, but where it and the form of the lines rule a cut out, the words are not asked.
    The evidence has one decimal.
    """
    head, tail = before(upper, len(upper)), after(lower, 0)
    fresh = is_fresh(lower)
    form = _weight([*form_signs(upper, not head), *opening_signs(lower, tail, fresh), *_signs_of_both(upper, lower)])
    # Chance makes a word of 山|上个周末, and what follows begins anew.
    if not fresh:
        form += _weight(_compound_signs(crossing(head, tail)))
    if round(form + place, 1) < _RULED_OUT:
        return round(form, 1)
    words = last_clause(upper)
    if head:
        words += last_words(upper, words_of(head))
    if tail:
        words += first_words(lower, words_of(tail), fresh)
    return round(form + _weight(words), 1)


def opens_anew(upper: str, lower: str) -> bool:
    """Return True if ``upper`` is a sentence that lacks its full stop, and ``lower`` begins another one.

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


def _signs_of_both(upper: str, lower: str) -> list[str]:
    """Return what the two lines show together, and the lower one as what stands below a heading."""
    signs = ["always"]
    for opener, closer in _PAIRS:
        if opener in upper and _torn(upper, lower, opener, closer):
            signs.append("torn pair")
            break
    if _HEAD_REST.match(lower) or (_PLACE_AND_DAY.match(lower) and _AGENCY.search(upper)):
        signs.append("rest of dateline")
    if upper[:2] == lower[:2]:
        signs.append("parallel")
    last = lower[-1]
    if last in "？！" and len(lower) <= 25:
        signs.append("lower asks")
    if last == "：" and _INTRODUCTION.match(lower) and LEANING.isdisjoint(words_of(lower[:4])):
        signs.append("introduces")
    # A text takes up what its heading says.
    pairs = set(_HAN_PAIR.findall(upper))
    share = sum(map(lower[:_REACH].__contains__, pairs)) / max(1, len(pairs))
    return signs + [sign for part, sign in _TAKEN if share > part]


def _weight(signs: Sequence[str]) -> float:
    return sum([WEIGHTS[sign] for sign in signs if sign in WEIGHTS])


def _compound_signs(across: Sequence[Crossing]) -> list[str]:
    """Return how well a word across the break reads, be it divisible or not."""
    evidence = compound(across)
    return [sign for least, sign in _COMPOUND if evidence > least]


def _torn(upper: str, lower: str, opener: str, closer: str) -> bool:
    """Return True if ``upper`` leaves a pair open that ``lower`` closes before it opens another."""
    if closer in upper[upper.rfind(opener) :]:
        return False
    close, again = lower.find(closer), lower.find(opener)
    return close >= 0 and (again < 0 or close < again)
