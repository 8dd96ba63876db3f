"""Dots of the keyboard in Chinese, as an editor meets them."""

from __future__ import annotations

import pytest

from newslint import Settings, check_text
from newslint.engine.fixer import fix_document
from newslint.readers import document_from_text
from newslint.run.linter import Linter

DOTS = Settings(select=("PU01", "PU36", "PU53"))


def found(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.text) for finding in check_text(text, settings=DOTS)]


STOP = "云岭市图书馆昨天开馆，首日接待读者三千人{}馆长表示，下月起延长开放时间。"
NAME = "展出的是画家保罗{}杜瓦尔的油画，下月结束。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STOP.format("."), [("PU01", ".")]),
        (STOP.format("．"), [("PU53", "．")]),
        (NAME.format("."), [("PU36", ".")]),
        (NAME.format("．"), [("PU36", "．")]),
        (NAME.format("•"), [("PU36", "•")]),
        (NAME.format("．").replace("下月结束。", "下月结束．"), [("PU36", "．"), ("PU53", "．")]),
        (
            "“书香云岭.春日专场”昨天开幕，“书香云岭．夏日专场”还在筹备。",
            [("PU36", "."), ("PU36", "．")],
        ),
        ("“书香云岭.春天的专场”昨天开幕，《书香.夏日专场》还在筹备。", []),
    ],
)
def test_each_dot_is_one_fault_of_its_rule(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "right"), [(STOP, "。"), (NAME, "·")])
@pytest.mark.parametrize("dot", [".", "．"])
def test_the_fix_writes_the_mark_that_was_meant(text: str, right: str, dot: str) -> None:
    linter = Linter(DOTS)
    document = document_from_text(text.format(dot))
    assert fix_document(document, linter.check_document).text == text.format(right)


def test_restoring_a_folded_text_leaves_the_names_their_dot() -> None:
    text = "昨天,画家保罗.杜瓦尔到访,市民排队,有的看画,有的合影,好不热闹!\n"
    (finding,) = check_text(text, settings=Settings(select=("EC21",)))
    assert "。" not in "".join(edit.text for edit in finding.fix.edits)
