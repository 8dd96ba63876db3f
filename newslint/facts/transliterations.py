"""Foreign names written for their sound: runs of characters that transliterations are made of.

A run may take in a character of the words around it (特朗普|提). So a name is taken from where a run is seen to begin
and to end; elsewhere it, and what differs from it in a character, need not be.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from newslint.chinese.names import is_han_run
from newslint.chinese.readings import sounds_like
from newslint.chinese.transliteration import TRANSLITERATION
from newslint.document import Document
from newslint.facts.mention import Mention, all_near, mention
from newslint.facts.people import ends_with_post
from newslint.facts.peoples_names import is_opened, parts_of_names
from newslint.facts.person_names import closed
from newslint.patterns import lazy

#: Characters of transliterations that are mostly in other words.
_EVERYDAY = frozenset(
    "以于第让若明方钱张高通代易席香欣哲措察略兴休立田旺尚昌黑朱邓石荣戎仁永洪江宇延强官白友绍朔季慈牛珍祖茹儒葛孟吕麦"
    "农龙章松微嫩舍楚武丰缪怀贡"
)
#: What may be put for another sign: 伊凡诺维奇 for 伊万诺维奇.
_SIGNS = TRANSLITERATION | frozenset("凡")
_RUN = lazy(f"[{''.join(sorted(TRANSLITERATION - _EVERYDAY))}]{{3,12}}")
_SHORTEST = 3
#: From so many characters on, a name may differ from another in any sign; a shorter one only in one that sounds alike.
LONG = 4
#: What ends words for other things: 华安基金, 华夏基金.
_NO_NAMES = ("基金", "大学")
_DOTS = ("·", "-")


class Transliterated(NamedTuple):
    """A name from ``start`` to ``end``; ``opened`` and ``closed`` tell on which sides it is seen to end.

    ``part`` tells that it is a part of a name with dots, such as a given name, which many people share.
    """

    form: str
    start: int
    end: int
    article: int
    opened: bool
    closed: bool
    part: bool = False


def transliterations(document: Document) -> tuple[Transliterated, ...]:
    """Return the names of three or more signs, and what differs from one in a character, in order."""
    return all_near(document, document.once(_runs), _halves, _near)


def has_transliterations(document: Document) -> bool:
    """Return True if a document has two different foreign names."""
    return len({run.form for run in document.once(transliterations)}) > 1


def _runs(document: Document) -> tuple[Mention, ...]:
    runs = {(run.start, run.end): run for run in _bounded(document)}
    for span in parts_of_names(document):
        if span not in runs:
            runs[span] = mention(document, *span)
    return tuple([runs[span] for span in sorted(runs)])


def _bounded(document: Document) -> Iterator[Mention]:
    """Yield the runs that are seen to begin and to end, if need be without a character at either side."""
    view = document.view
    for run in _RUN.finditer(view):
        start, end = run.span()
        if not is_opened(view, start):
            start += 1  # 总|理马莱阿内
            if not ends_with_post(view, start):
                continue
        if not _is_closed(view, start, end):
            end -= 1  # 博索纳罗夫|妇
            if closed(view[start : end + 2], end - start) < 2:
                continue
        if end - start >= _SHORTEST and not view[start:end].endswith(_NO_NAMES):
            yield mention(document, start, end)


def _placed(document: Document, article: int, start: int, end: int) -> Transliterated:
    view = document.view
    opened, ended = is_opened(view, start), _is_closed(view, start, end)
    part = view[start - 1 : start] in _DOTS or view[end : end + 1] in _DOTS
    return Transliterated(view[start:end], start, end, article, opened, ended, part)


def _is_closed(view: str, start: int, end: int) -> bool:
    if view[end - 1 : end + 1] == "埃及":
        return False
    return closed(view[start : end + 2], end - start) > 0 or view[end] in _DOTS or view[end] == "的"


def _halves(name: str) -> Iterator[tuple[str, int]]:
    """Yield the halves of a name: either is where it should be if one character differs."""
    half = len(name) // 2
    yield name[:half], 0
    yield name[half:], half


def _near(document: Document, article: int, name: str, start: int) -> Transliterated | None:
    """Return the place of ``name``, or of all of it but one character."""
    end = start + len(name)
    form = document.view[start:end]
    if form == name or (
        len(form) == len(name)
        and is_han_run(form.replace("·", ""))
        and differs_in_a_sign(form, name)
        and not _is_end_of_longer(document, start, end)
    ):
        return _placed(document, article, start, end)
    return None


def _is_end_of_longer(document: Document, start: int, end: int) -> bool:
    """Return True if what is between two offsets ends, or is inside of, a name that is seen to begin before it:
    阿克马|塔利耶夫, 圣|马力诺.
    """
    if document.view[start - 1 : start] == "圣":
        return True
    runs = document.once(_runs)
    at = bisect_left(runs, start, key=lambda run: run.start) - 1
    return at >= 0 and end <= runs[at].end


def differs_in_a_sign(form: str, name: str) -> bool:
    """Return True if two names of one length differ in one character that may stand for the other."""
    differing = [(one, other) for one, other in zip(form, name, strict=True) if one != other]
    if len(differing) != 1:
        return False
    [(one, other)] = differing
    return sounds_like(one, other) or (len(name) >= LONG and one in _SIGNS and other in _SIGNS)
