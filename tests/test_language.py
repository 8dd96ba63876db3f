"""The language of the interface: every text that the code says has its English, and no English is left over."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from newslint import language
from newslint.english import ENGLISH

PACKAGE = Path(language.__file__).parent


@pytest.fixture
def english() -> Iterator[None]:
    language.use("en")
    yield
    language.use("zh")


def said() -> dict[str, str]:
    """Return every text given to ``say`` in the package, with the place of one of them."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("say", "told"):
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    found[first.value] = f"{path.name}:{node.lineno}"
    return found


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_text_has_its_english_with_the_same_names() -> None:
    for text, place in said().items():
        assert text in ENGLISH, f"{place}: no English for {text!r}"
        assert names(text) == names(ENGLISH[text]), f"{place}: {text!r} and its English fill different names"


def test_no_english_is_chinese() -> None:
    assert not [text for text in ENGLISH.values() if any("\u4e00" <= char <= "\u9fff" for char in text)]


def test_english_is_spoken_when_asked_for(english: None) -> None:
    assert language.say("错误") == "error"


def test_chinese_is_spoken_otherwise() -> None:
    assert language.say("错误") == "错误"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="zh, en"):
        language.use("fr")
