"""What houses differ in, and the presets that settle it all at once.

The standards leave some things to the house: whether a space parts Chinese from Latin, how wide brackets are, which
mark joins the ends of a range. Each is an aspect with a few values; a preset chooses values and says which further
rules it takes seriously. docs/configuration.md describes both, docs/peers.md what the preset ``web`` rests on.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from newslint.errors import UserError
from newslint.finding import Severity
from newslint.language import hint, join_list, tr

#: The preset of settings that name none.
DEFAULT = "news"


class PresetError(UserError, LookupError):
    """There is no such preset, aspect or value of it; the nearest is named."""


class Aspect(NamedTuple):
    """Something that houses differ in: the rules that see to it, and the values that their option ``want`` takes."""

    rules: tuple[str, ...]
    values: tuple[str, ...]


class Preset(NamedTuple):
    """A style: ``house``, the aspects that it settles; ``wants``, what rules are told without being raised; ``least``,
    the severity that rules have at least, by code.
    """

    house: Mapping[str, str] = {}
    wants: Mapping[str, str] = {}
    least: Mapping[str, Severity] = {}


class Adjustment(NamedTuple):
    """What a preset or the house does to one rule: ``options`` over its own, and the severity that it has at least."""

    options: Mapping[str, object]
    least: Severity


ASPECTS = {
    "spaces": Aspect(("SP03",), ("none", "space", "consistent")),
    "unit-spaces": Aspect(("SP11",), ("none", "space", "consistent")),
    "brackets": Aspect(("PU54",), ("（）", "()", "consistent")),
    "quotes": Aspect(("QU04", "PU41"), ("“”", "「」", "consistent")),
    "ranges": Aspect(("PU33",), ("～", "—", "-", "standard")),
    "percent": Aspect(("PU55",), ("%", "％", "consistent")),
    "thousands": Aspect(("NU13",), (",", "none", "consistent")),
}

PRESETS = {
    # Newspapers set Chinese, Latin and digits close; text that comes from elsewhere often does not, so it is only a
    # hint.
    "news": Preset(wants={"SP03": "none"}),
    "web": Preset(
        house={"spaces": "space", "brackets": "（）", "quotes": "“”", "percent": "%"},
        # What a newspaper's page make-up sets right by itself, a web page shows as it was typed.
        least=dict.fromkeys(("EC10", "EC25", "PU31", "PU56", "PU57", "QU12", "SP12", "SP15"), Severity.WARNING),
    ),
}


def find_preset(name: str) -> Preset:
    """Return the preset ``name``; raises ``PresetError`` with the nearest name."""
    if name not in PRESETS:
        raise PresetError(tr("没有名为 {name} 的预设", name=name) + hint(name, PRESETS))
    return PRESETS[name]


def check_house(aspect: str, value: object) -> str:
    """Return ``value`` if the aspect takes it; raises ``PresetError`` with what it takes, or with the nearest
    aspect.
    """
    if aspect not in ASPECTS:
        raise PresetError(tr("没有这项体例") + hint(aspect, ASPECTS))
    if not isinstance(value, str) or value not in ASPECTS[aspect].values:
        raise PresetError(tr("应为 {values} 之一。", values=join_list(ASPECTS[aspect].values)))
    return value


def adjustments(preset: str, house: Mapping[str, str]) -> dict[str, Adjustment]:
    """Return what ``preset``, with the aspects that ``house`` settles otherwise, does to rules, by their codes.

    What a house settles is reported: its rules are warnings at least. Raises ``PresetError`` as the two functions
    above.
    """
    base = find_preset(preset)
    found = {code: Adjustment({"want": want}, Severity.OFF) for code, want in base.wants.items()}
    found.update((code, Adjustment({}, least)) for code, least in base.least.items())
    for aspect, value in {**base.house, **house}.items():
        want = check_house(aspect, value)
        found.update((code, Adjustment({"want": want}, Severity.WARNING)) for code in ASPECTS[aspect].rules)
    return found
