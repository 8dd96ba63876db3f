"""Whether one line goes on in the next: broken sentences score above headings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.chinese.continuation import continuation


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("街坊们说，老街的骨架和神韵", "都完整地保留了下来。"),
        ("街道按照", "居民议事会的决定修路。"),
        ("这是老街坊", "的心愿。"),
        ("街道给老街铺了新石板，装了新", "路灯和新水管。"),
        ("主任方明远（兼任街道议事会", "召集人）到场祝贺。"),
    ],
)
def test_a_cut_sentence_scores_above_zero(upper: str, lower: str) -> None:
    assert continuation(upper, lower) > 0


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("老街修缮完工", "记者从街道办获悉，修缮历时一年。"),
        ("老手艺有了新生意", "近日，修伞的摊子又支了起来。"),
        ("青石桥老街修缮工程完工", "青石桥老街的修缮工程4月18日完工。"),
        ("老街新貌 茶香依旧", "一壶茶，两碟点心。"),
        ("客流稳步回升", "与往年相比，今年的游人多了三成。"),
    ],
)
def test_a_heading_scores_below_zero(upper: str, lower: str) -> None:
    assert continuation(upper, lower) < 0


@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_two_lines_can_be_compared(upper: str, lower: str) -> None:
    assert isinstance(continuation(upper, lower), float)
