"""Wrong forms of words, each found only where it is proved to stand as a word."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.options import OptionError, Options
from newslint.checks.registry import Declared
from newslint.chinese import names
from newslint.chinese.posts import name_at
from newslint.chinese.segmentation import after, before, evidence, segment, stands_alone
from newslint.chinese.transliteration import TRANSLITERATION
from newslint.chinese.words import is_word
from newslint.document import Document
from newslint.facts.people import in_a_name
from newslint.language import tr

_OPENERS = frozenset("“‘「『《〈\"'")
_CLOSERS = frozenset("”’」』》〉\"'")
#: What the name of a place ends with: 帐房山村.
_PLACES = frozenset("村镇乡山路县街巷河湖湾沟岭寨屯庄桥岛港")
_PLACE_WORDS = frozenset(
    "山村 山庄 山镇 村村 河村 湾村 湖镇 沟村 岭村 桥镇 桥村 山路 湖路 河路 桥路 山县 河县 山乡 河乡".split()
)
#: Single characters that are words by themselves.
_FREE = frozenset(
    "的了着过得在和是等与及或且但中上下里内外后前时为有将也都就并到从对被把让使以由向给而则已不又还很更最之所来去可能应须要需即均一二两三四五六七八九十几多个我你他她它们这那其该此各每说"
)
#: Titles, which stand behind foreign names: 琼斯博士.
_TITLES = frozenset("博士 硕士 院士 女士".split())
#: What people do to a person, whose surname follows, and how the person is addressed.
_ASKING = frozenset("问等")
_ADDRESSES = frozenset("先生 女士 老师 师傅 小姐 大爷 大妈 阿姨 叔叔".split())
#: What name_at looks at, in characters.
_NAME_REACH = 8
#: By how many nats the form must beat a reading with a word across one of its ends.
_SEAM = 1.5


class _Words(NamedTuple):
    """Wrong forms with the right ones, and what decides whether a form is wrong where it stands."""

    forms: Mapping[str, str]
    exceptions: tuple[str, ...]
    frequency: int | None
    safe_from: int
    quoted: bool


def words_check(options: Options) -> AnchorCheck:
    """Return the check for the options ``words``, a table from wrong form to right form, or, since long tables are slow
    to load, ``lexicon``, a text of pairs ``wrong=right`` with white space between them; ``except``, literal contexts,
    each holding a wrong form, in which it is right; ``frequency``, how common a wrong form is taken to be when its
    boundaries are proved (0: the default of ``stands_alone``; less is stricter); ``safe-from``, the least length of a
    wrong form whose fix is as safe as the page says (default 1); ``quoted``, whether a form alone between quotation
    marks is reported, too, as a saying should be.

    A wrong form is passed over where its characters may belong to two words (通迅 in 畅通迅速), where it may be a
    person's given name, and where it stands alone between quotation marks or title marks: there it is mentioned, a play
    on words or a name. One of two characters is passed over, too, where it may be a part of a name or of a longer word.
    """
    chosen = _Words(
        {**options.pairs("words", {}), **_pairs(options.text("lexicon", ""))},
        options.texts("except", ()),
        options.integer("frequency", 0) or None,
        options.integer("safe-from", 1),
        options.flag("quoted", False),
    )
    options.done()
    if not chosen.forms or not all(chosen.forms):
        raise OptionError("words", tr("至少要有一个错词，且不能是空的。"))
    prove_differ(chosen.forms)
    for context in chosen.exceptions:
        if not any(wrong in context for wrong in chosen.forms):
            raise OptionError("except", tr("{word} 里没有错词，请改正或删去。", word=context))

    def find(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        view = document.view
        repeated = Counter(view[max(0, start - 1) : end + 1] for _, start, end in hits)
        for start, end in without_overlaps(hits, lambda start, end: _is_wrong(chosen, view, start, end, repeated)):
            if in_a_name(document, start, end):
                continue
            doubtful = end - start < chosen.safe_from
            yield Match(start, end, chosen.forms[view[start:end]], doubtful=doubtful)

    return AnchorCheck(find, tuple(chosen.forms))


def prove_differ(forms: Mapping[str, str]) -> None:
    """Raise ``OptionError`` for a word that is its own replacement."""
    for wrong, right in forms.items():
        if wrong == right:
            raise OptionError("words", tr("{word} 的正词就是它自己，请改正或删去。", word=wrong))


def without_overlaps(hits: Sequence[Hit], is_found: Callable[[int, int], bool]) -> Iterator[tuple[int, int]]:
    """Yield the spans of hits that ``is_found`` accepts; of two that share characters, the one that begins first, and
    then the longer one.
    """
    reached = 0
    for _, start, end in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if start >= reached and is_found(start, end):
            reached = end
            yield start, end


def _is_wrong(chosen: _Words, view: str, start: int, end: int, repeated: Mapping[str, int]) -> bool:
    return not (
        (not chosen.quoted and is_mentioned(view, start, end))
        or _is_excepted(chosen, view, start, end)
        or _may_be_name(view, start, end)
        or not stands_alone(view, start, end, as_frequency=chosen.frequency)
        or (end - start == 2 and _may_be_longer(chosen, view, start, end, repeated))
    )


def _is_excepted(chosen: _Words, view: str, start: int, end: int) -> bool:
    wrong = view[start:end]
    for context in chosen.exceptions:
        at = context.find(wrong)
        if 0 <= at <= start and view.startswith(context, start - at):
            return True
    return False


def _pairs(text: str) -> dict[str, str]:
    """Read a lexicon; raises ``OptionError`` for what is no pair and for a wrong form given twice."""
    table: dict[str, str] = {}
    for pair in text.split():
        wrong, _equals, right = pair.partition("=")
        if not wrong or not right or wrong in table:
            told = (
                tr("{pair} 的错词前面已有，请删去一个。", pair=pair)
                if wrong in table
                else tr("{pair} 应写作 错词=正词。", pair=pair)
            )
            raise OptionError("lexicon", told)
        table[wrong] = right
    return table


def is_mentioned(view: str, start: int, end: int) -> bool:
    """Return True if the span stands alone between quotation or title marks: a name, or a play on words."""
    return view[start - 1 : start] in _OPENERS and view[end : end + 1] in _CLOSERS


def _may_be_name(view: str, start: int, end: int) -> bool:
    """Whether a form of two characters stands behind a surname that is a word of its own there, as a given name
    would.
    """
    if end - start != 2 or view[start - 1 : start] not in names.COMMON:
        return False
    left = before(view, start)
    return segment(left)[-1] == (len(left) - 1, len(left))


def _may_be_longer(chosen: _Words, view: str, start: int, end: int, repeated: Mapping[str, int]) -> bool:
    """Whether two characters that stand as a word may still be a part of a name or of a longer word.

    ``repeated`` tells how often each wrong form occurs between the same two characters.
    """
    left, right = before(view, start), after(view, end)
    words = [left[a:b] for a, b in segment(left)]
    preceding = words[-1] if words else ""
    following = right[: segment(right)[0][1]] if right else ""
    # 帐房山村, 云顶渡假村
    if right[:1] in _PLACES and (len(following) == 1 or following in _PLACE_WORDS):
        return True
    # 记者问|侯小明
    if view[start] in _ASKING and view[end - 1] in names.COMMON and _begins_name(view, end - 1):
        return True
    # 奥密克戎
    if TRANSLITERATION.issuperset(view[start:end]) and (
        _is_sound(following) or (_is_sound(preceding) and chosen.forms[view[start:end]] not in _TITLES)
    ):
        return True
    # 鞋子脏款式丑: two words are hardly a worse reading.
    seam = is_word(view[start - 1 : start + 1]) or is_word(view[end - 1 : end + 1])
    if seam and evidence(view, start, end, as_frequency=chosen.frequency) < _SEAM:
        return True
    # A name is repeated, a slip is not; in a name the characters beside it are loose.
    if len(preceding) > 1 or len(following) > 1 or _FREE.issuperset((preceding, following)):
        return False
    right_form = chosen.forms[view[start:end]]
    goes_on = is_word(right_form + following) or is_word(preceding + right_form)
    return not goes_on and repeated[view[max(0, start - 1) : end + 1]] > 1


def _begins_name(view: str, start: int) -> bool:
    """Whether a surname at ``start`` has a given name or a form of address behind it."""
    rest = view[start + 1 : start + 3]
    return rest in _ADDRESSES or (not is_word(rest) and name_at(view[start : start + _NAME_REACH]) == 1 + len(rest))


def _is_sound(word: str) -> bool:
    """Whether it is one character of a foreign name."""
    return word in TRANSLITERATION and word not in _FREE


CHECKS: Mapping[str, Declared] = {
    "words": words_check,
}
