"""Wrong words, taken from the rules' own lists: any right word in an article may be replaced by the wrong one.

This measures whether words in a list are found in running text; words in no list cannot be found by such rules.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from random import Random

from newslint.rulebook.book import Rule
from planting.article import HAN, Article, Planted
from planting.registry import FaultClass, Plant

_HAN_WORD = re.compile(f"[{HAN}]+")


def lexicon(path: Path) -> dict[str, str]:
    """Return the wrong words of a rule page with their corrections, both of Han characters; empty without such a list.

    A list is a table, or a string of 错=对 entries separated by spaces.
    """
    options = tomllib.loads(path.read_text(encoding="utf-8")).get("options", {})
    pairs: dict[str, str] = {}
    for key in ("words", "replace", "lexicon"):
        value = options.get(key)
        if isinstance(value, str):
            for item in value.split():
                wrong, equals, right = item.partition("=")
                if equals:
                    pairs[wrong] = right
        elif isinstance(value, Mapping):
            pairs.update({wrong: right for wrong, right in value.items() if isinstance(right, str)})
    return {wrong: right for wrong, right in pairs.items() if _HAN_WORD.fullmatch(wrong) and _HAN_WORD.fullmatch(right)}


def lexicon_classes(rules: Iterable[Rule]) -> Iterator[FaultClass]:
    """Yield one class for each rule with a list of wrong words."""
    for rule in rules:
        words = lexicon(Path(rule.path)) if rule.path.endswith(".toml") else {}
        if words:
            yield FaultClass(f"word of the list {rule.name}", rule.code, frozenset([rule.code]), _planter(words))


def _planter(words: Mapping[str, str]) -> Plant:
    by_right: dict[str, list[str]] = {}
    for wrong, right in words.items():
        by_right.setdefault(right, []).append(wrong)

    def plant(article: Article, random: Random) -> Planted | None:
        known = [right for right in by_right if right in article.text]
        random.shuffle(known)
        for right in known:
            places = [
                match.start()
                for match in article.places(re.escape(right))
                if {match.start(), match.end()} <= article.edges and not article.quoted(match.start())
            ]
            if places:
                at = random.choice(places)
                return article.replace(at, at + len(right), random.choice(by_right[right]))
        return None

    return plant
