"""The number after 等 is held against the items before it only where they can be told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.check import Hit
from newslint.checks.lists.listed_count import ANCHORS, short_count
from newslint.readers import document_from_text


def found(text: str) -> list[str]:
    document = document_from_text(text)
    hits = [
        Hit(number, at, at + len(anchor))
        for number, anchor in enumerate(ANCHORS)
        for at in range(len(text))
        if text.startswith(anchor, at)
    ]
    return [text[match.start : match.end] for match in short_count(document, hits)]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("青禾公司、远帆公司、星野公司等2家参展。", "2家"),
        ("上演《桥》《渡口》《老街》等两部戏。", "两部"),
        ("评出“清渠”“护堤”“种树”等2个项目。", "2个"),
        ("望泽、云岭、鹤鸣、临川等三县受灾。", "三县"),
    ],
)
def test_more_items_than_the_number(text: str, marked: str) -> None:
    assert found(text) == [marked]


@pytest.mark.parametrize(
    "text",
    [
        "青禾公司、远帆公司、星野公司等3家参展。",
        "青禾公司、远帆公司、星野公司等20家参展。",
        "在望泽、云岭举办书法、绘画、摄影等三项活动。",
        "供应苹果、香梨、酥饼、蛋糕等两个系列。",
        "供应苹果、香梨、酥饼、蛋糕等两类食品。",
        "望泽、云岭等两县受灾。",
        "他等两个人。",
    ],
)
def test_lists_that_fit_or_cannot_be_counted(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet="、等两三2家个部“”《》桥渠县公司，。", max_size=40))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    assert all(text.find(marked) >= 0 for marked in found(text))
