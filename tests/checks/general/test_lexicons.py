"""The word lists of the rules against names and terms: none of them may be taken for a misspelling."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT

from newslint.engine.engine import Engine
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

WORDS = Engine(load_rules([ROOT / "rules" / "words"]))
NAMES = [
    name
    for line in Path(__file__).with_name("names_and_terms.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for name in line.split()
]
FRAMES = [
    "{}",
    "记者在{}采访时看到，秋收已经开始。",
    "他说，{}的消息昨日传来。",
    "与{}相比，{}更近。",
    "会上谈到{}、青湾县和{}等。",
]


def wrong(text: str) -> list[str]:
    """Return the errors of the word rules in a text."""
    found = WORDS.check(document_from_text(text))
    return [f"{finding.code} {finding.text}" for finding in found if finding.severity.label == "error"]


def test_the_list_is_long_enough() -> None:
    assert len(set(NAMES)) > 900


@pytest.mark.parametrize("frame", FRAMES)
def test_no_name_or_term_is_a_misspelling(frame: str) -> None:
    # One document for all of them would make each a neighbour of the next: each has its own.
    assert {name: found for name in NAMES if (found := wrong(frame.replace("{}", name) + "\n"))} == {}
