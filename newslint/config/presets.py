"""Presets, and the aspects of style in which newsrooms differ.

The standards leave some decisions to the newsroom: whether a space separates Chinese from Latin, how wide brackets are,
which mark joins the ends of a range. Each is an aspect with a few values; a preset chooses values and makes further
rules more severe. docs/en/configuration.md describes both, docs/development/peers.md what the preset ``web`` is
based on.
"""

from collections.abc import Mapping
from typing import NamedTuple

from newslint.config.settings import Adjustment
from newslint.errors import UserError
from newslint.finding import Severity
from newslint.language import hint, join_list, tr


class PresetError(UserError, LookupError):
    """There is no such preset, aspect or value; the message names the most similar one."""


class Aspect(NamedTuple):
    """Something in which newsrooms differ: the rules that check it, and the values of their option ``want``."""

    rules: tuple[str, ...]
    values: tuple[str, ...]


class Preset(NamedTuple):
    """A style: the aspects that it sets in ``house``, and the minimum severity of rules by their code."""

    house: Mapping[str, str] = {}
    least: Mapping[str, Severity] = {}


ASPECTS = {
    "spaces": Aspect(("SP03",), ("none", "space", "consistent")),
    "unit-spaces": Aspect(("SP11",), ("none", "space", "consistent")),
    "brackets": Aspect(("PU54",), ("（）", "()", "consistent")),
    "quotes": Aspect(("QU04", "PU41"), ("“”", "「」", "consistent")),
    "ranges": Aspect(("PU33",), ("～", "—", "-", "standard")),
    "percent": Aspect(("PU55",), ("%", "％", "consistent")),
    "thousands": Aspect(("NU13",), (",", "none", "consistent")),
    "units": Aspect(("UN01",), ("name", "symbol", "consistent")),
    "kilometre": Aspect(("UN13",), ("公里", "千米", "consistent")),
    "kilogram": Aspect(("UN17",), ("公斤", "千克", "consistent")),
}

PRESETS = {
    # The rules are those of newspapers as they stand.
    "news": Preset(),
    "web": Preset(
        house={"spaces": "space", "brackets": "（）", "quotes": "“”", "percent": "%"},
        # What page make-up corrects in a newspaper, a web page shows as it was typed.
        least=dict.fromkeys(("EC10", "EC25", "PU31", "PU56", "PU57", "QU12", "SP12", "SP15"), Severity.WARNING),
    ),
}


def find_preset(name: str) -> Preset:
    """Return the preset ``name``; raises ``PresetError`` with the most similar name."""
    if name not in PRESETS:
        raise PresetError(tr("没有名为 {name} 的预设", name=name or '""') + hint(name, PRESETS))
    return PRESETS[name]


def check_house(aspect: str, value: object) -> str:
    """Return ``value`` if ``aspect`` allows it; raises ``PresetError`` with the allowed values or the most similar
    aspect.
    """
    if aspect not in ASPECTS:
        raise PresetError(tr("没有这项体例") + hint(aspect, ASPECTS))
    if not isinstance(value, str) or value not in ASPECTS[aspect].values:
        raise PresetError(tr("应为 {values} 之一。", values=join_list(ASPECTS[aspect].values)))
    return value


def aspect_of(code: str) -> str:
    """Return the aspect that the rule ``code`` checks, "" if it checks none."""
    return next((name for name, aspect in ASPECTS.items() if code in aspect.rules), "")


def adjustments(preset: str, house: Mapping[str, str]) -> dict[str, Adjustment]:
    """Return by rule code what ``preset`` and ``house`` change; ``house`` overrides the aspects of the preset.

    An aspect that is set makes its rules warnings at least. Raises ``PresetError`` like the functions above.
    """
    base = find_preset(preset)
    found = {code: Adjustment({}, least) for code, least in base.least.items()}
    for aspect, value in {**base.house, **house}.items():
        want = check_house(aspect, value)
        found.update((code, Adjustment({"want": want}, Severity.WARNING)) for code in ASPECTS[aspect].rules)
    return found
