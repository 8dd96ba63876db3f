"""Checks that take their content from a rule page: patterns, words, doubling."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.checks.general.denied_words import denied_words_check
from newslint.checks.general.dots import dots_check
from newslint.checks.general.doubling import doubling_check
from newslint.checks.general.idioms import idioms_check
from newslint.checks.general.pattern import pattern_check
from newslint.checks.general.words import words_check
from newslint.checks.registry import Declared

CHECKS: Mapping[str, Declared] = {
    "denied-words": denied_words_check,
    "dots": dots_check,
    "doubling": doubling_check,
    "idioms": idioms_check,
    "pattern": pattern_check,
    "words": words_check,
}
