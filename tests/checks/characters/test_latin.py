"""Latin in Chinese text: marks of whole sentences, and letters left by the keyboard."""

from __future__ import annotations

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from newslint.engine.engine import Engine
from newslint.engine.fixer import fix_document
from newslint.readers import document_from_text
from newslint.rulebook.book import RuleBook, load_rules

FILES = ("marks/fullwidth-in-latin", "spaces/latin-mark", "characters/stray-letter")
ENGINE = Engine(RuleBook(rule for name in FILES for rule in load_rules([ROOT / "rules" / f"{name}.toml"])))


def found(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.text) for finding in ENGINE.check(document_from_text(text))]


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("“See you next year，my old friend。”她说。", "“See you next year, my old friend.”她说。"),
        ("（How the Garden Grows： A History）", "（How the Garden Grows: A History）"),
        ("Once upon a time；it was long ago。", "Once upon a time; it was long ago."),
        ("英文名是Light,Shadow and the Ink。", "英文名是Light, Shadow and the Ink。"),
    ],
)
def test_a_latin_sentence_gets_latin_marks(text: str, fixed: str) -> None:
    assert fix_document(document_from_text(text), ENGINE.check).text == fixed


@pytest.mark.parametrize(
    "text",
    [
        "展柜里有Open Book，Light and Shadow，共两册。",
        "“Ink，Paper，Stone”三个展区",
        "他说：“That is a good idea”，大家都笑了。",
        "接口有USB,HDMI两种。",
        "他第n次来，穿着t恤，拍了x光片，进了a馆。",
        "地址是http://example.com/a,b,c的网页",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_letter_between_characters_is_told_but_not_deleted_unasked() -> None:
    text = "市民可以免g费入场。"
    assert found(text) == [("EC25", "g")]
    assert fix_document(document_from_text(text), ENGINE.check).text == text
    assert fix_document(document_from_text(text), ENGINE.check, unsafe=True).text == "市民可以免费入场。"


@given(st.text(alphabet="ab cd,;，；。：！“”（）甲乙\n'’1", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    for _, span in found(text):
        assert span and span in text
