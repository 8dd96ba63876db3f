"""How much work a clean text makes: counted, for a clock says more about the machine than about the program."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from conftest import ROOT

from newslint.config import Settings
from newslint.engine.engine import Engine
from newslint.patterns import LazyPattern
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules
from newslint.run.linter import Linter

_SEARCHES = ("search", "finditer", "findall", "split", "sub", "subn")
#: So many patterns go through the whole of a clean text: those for pairs, lists, Latin words, ordinals and the like.
_PASSES = 10
#: All patterns together look at each character of a clean text so many times at most.
_LOOKS = 16


def clean_texts() -> list[str]:
    names = ("long-report", "school-news", "hospital-news", "local-history")
    return [(ROOT / "fixtures" / "clean" / f"{name}.txt").read_text(encoding="utf-8") for name in names]


def clean_text() -> str:
    return "\n\n".join(clean_texts())


def counting(looked: Counter[str | bytes], pattern: LazyPattern[Any], name: str) -> Callable[..., Any]:
    """Return the method ``name`` of ``pattern``, which adds to ``looked`` the characters that it may look at."""
    method = getattr(pattern, name)

    def counted(*arguments: Any) -> Any:
        given = method(*arguments)
        text, *limits = arguments[1:2] if name in ("sub", "subn") else arguments[: 1 if name == "split" else 3]
        start, end = (*limits, 0)[0], min((*limits[1:], len(text))[0], len(text))
        if name == "search" and given is not None:
            end = given.end()
        looked[pattern.source] += max(0, end - start)
        return given

    return counted


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Counter[str | bytes]]]:
    """Give a function that checks a text and tells how many characters each pattern looked at."""
    linter = Linter(Settings())
    linter.check_document(document_from_text(clean_text()))  # imports the modules, and with them the patterns
    found: Counter[str | bytes] = Counter()
    for pattern in [thing for thing in gc.get_objects() if isinstance(thing, LazyPattern)]:
        for name in _SEARCHES:
            monkeypatch.setattr(pattern, name, counting(found, pattern, name), raising=False)

    def check(text: str) -> Counter[str | bytes]:
        found.clear()
        assert not linter.check_document(document_from_text(text))
        return Counter(found)

    yield check


def test_few_patterns_go_through_a_whole_text(looked: Callable[[str], Counter[str | bytes]]) -> None:
    text = clean_text()
    found = looked(text)
    whole = {source: size / len(text) for source, size in found.items() if 2 * size > len(text)}
    assert found
    assert len(whole) <= _PASSES, whole
    assert max(whole.values()) < 1.5, whole
    assert sum(found.values()) <= _LOOKS * len(text)


def test_no_pattern_that_goes_through_a_whole_text_begins_with_a_look_behind(
    looked: Callable[[str], Counter[str | bytes]],
) -> None:
    text = clean_text()
    slow = [
        source
        for source, size in looked(text).items()
        if 2 * size > len(text) and str(source).startswith(("(?<", "b'(?<"))
    ]
    assert not slow


def test_a_long_text_is_no_more_work_than_its_parts(looked: Callable[[str], Counter[str | bytes]]) -> None:
    # What one of the parts gives reason to look for is looked for in all of them where they are one text.
    apart = sum(sum(looked(text).values()) for text in clean_texts())
    assert 0 < sum(looked(clean_text()).values()) < 2 * apart


def test_every_pattern_rule_is_tried_only_at_its_anchors() -> None:
    assert [rule.code for rule in load_rules() if rule.check == "pattern" and not rule.anchors] == []


def test_most_rules_are_not_asked_of_a_clean_text() -> None:
    book = load_rules()
    engine = Engine(book)
    engine.examine(document_from_text(clean_text()))
    made = [rule for rule in book if rule.code in engine._checks and rule.anchors is not None]
    assert 0 < len(made) < len([rule for rule in book if rule.anchors]) / 2
