"""A byline that departs from the style wanted: where, what is right, and which sentence of the rule page says so."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newslint.checks.bylines.habits import Mark
from newslint.checks.bylines.samples import Sample
from newslint.checks.check import Match
from newslint.finding import Edit

_FORMS = {
    "brackets": ("",),
    "role-space": ("", "unspaced", "marked"),
    "name-separator": ("", "marked"),
    "role-separator": ("", "unspaced", "marked"),
    "padding": ("", "unspaced"),
    "role-order": ("", "three", "four", "five"),
    "picture-order": ("",),
}
#: The names of marks in a sentence; others are quoted.
_NAMES = {
    " ": "半角空格",
    "　": "全角空格",
    "、": "顿号",
    "，": "逗号",
    "：": "冒号",
    "（）": "全角括号",
    "()": "半角括号",
}
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
#: What a message may name: the mark or the roles that are wanted and, where the style was learnt, the count of bylines.
VALUES = ("mark", *_ORDINALS, "total", "agree")


class Majority(NamedTuple):
    """How many bylines were looked at and how many of them agree: what a style was learnt from."""

    total: int
    agree: int


def message_keys(aspect: str) -> list[str]:
    """Return the keys of the sentences about an aspect: by form, for a style that is laid down and for one learnt."""
    forms = _FORMS[aspect]
    return [form for form in forms if form] + [f"learnt-{form}" if form else "learnt" for form in forms]


def departure(aspect: str, sample: Sample, wanted: str, majority: Majority | None = None) -> Match | None:
    """Return one match for all the marks of a byline that depart from ``wanted``, None if there are none."""
    if aspect == "role-order":
        wrong, edits = _reordered(sample, wanted.split(" "))
    else:
        wrong = [mark for mark in sample.marks if mark.value != wanted]
        edits = [Edit(mark.start, mark.end, _instead(aspect, sample, mark, wanted)) for mark in wrong]
    if not wrong:
        return None
    start = min(mark.shown_start for mark in wrong)
    end = max(mark.shown_end for mark in wrong)
    text = _applied(sample.text[start - sample.start : end - sample.start], start, edits)
    form, values = _wording(aspect, wanted)
    if majority is not None:
        form = f"learnt-{form}" if form else "learnt"
        values = {**values, **majority._asdict()}
    return Match(start, end, text, tuple(edits), values, message=form)


def _wording(aspect: str, wanted: str) -> tuple[str, Mapping[str, object]]:
    """Return the form of the sentence that says what is wanted, and what it names."""
    if aspect == "role-order":
        roles = wanted.split(" ")
        return _FORMS[aspect][len(roles) - 2], dict(zip(_ORDINALS, roles, strict=False))
    if aspect == "picture-order":
        return "", {"mark": "/".join(wanted)}
    if not wanted:
        return "unspaced", {}
    form = "" if wanted.isspace() or aspect == "brackets" else "marked"
    return form, {"mark": _NAMES.get(wanted, f"“{wanted}”")}


def _instead(aspect: str, sample: Sample, mark: Mark, wanted: str) -> str:
    old = sample.text[mark.start - sample.start : mark.end - sample.start]
    if aspect == "brackets":
        return wanted[0] if old in "(（" else wanted[1]
    return old[-1] + old[1:-1] + old[0] if aspect == "picture-order" else wanted


def _reordered(sample: Sample, order: Sequence[str]) -> tuple[list[Mark], list[Edit]]:
    """Return the marks that stand in another's place, and the edits that put each in its own."""
    listed = [mark for mark in sample.marks if mark.value in order]
    right = sorted(listed, key=lambda mark: order.index(mark.value))
    moves = [(old, new) for old, new in zip(listed, right, strict=True) if old != new]
    edits = [
        Edit(old.start, old.end, sample.text[new.start - sample.start : new.end - sample.start]) for old, new in moves
    ]
    return [old for old, _ in moves], edits


def _applied(text: str, start: int, edits: Sequence[Edit]) -> str:
    """Return ``text``, which begins at offset ``start``, with the edits made."""
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start - start] + edit.text + text[edit.end - start :]
    return text
