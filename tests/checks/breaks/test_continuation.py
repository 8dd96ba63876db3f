"""Whether one line goes on in the next: broken sentences score above headings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.checks.breaks.grammar.continuation import continuation, opens_anew


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("街坊们说，老街的骨架和神韵", "都完整地保留了下来。"),
        ("街道按照", "居民议事会的决定修路。"),
        ("这是老街坊", "的心愿。"),
        ("街道给老街铺了新石板，装了新", "路灯和新水管。"),
        ("主任方明远（兼任街道议事会", "召集人）到场祝贺。"),
        ("区文化馆馆长方明远在开幕式上", "表示，展览将持续一个月。"),
        ("青石桥社区对", "的意见逐条作了答复。"),
        ("修缮后的茶馆已成为", "老街坊聚会的地方。"),
        ("街道办负责人说，", "近日将公布方案。"),
        ("本报青石桥4月1", "8日电（记者方明远）老街开街。"),
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
        ("老茶馆热闹起来了！", "“再来一壶。”"),
        ("一座桥，两条街", "——青石桥老街见闻"),
        ("03", "茶馆几点开门？"),
        ("青石晚报首席评论员何一舟", "“老街修好了，街坊也没有散。”"),
        ("街坊回来了 茶香更浓了", "一壶茶，两碟点心。"),
    ],
)
def test_a_heading_scores_below_zero(upper: str, lower: str) -> None:
    assert continuation(upper, lower) < 0


@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_two_lines_can_be_compared(upper: str, lower: str) -> None:
    assert isinstance(continuation(upper, lower), float)


@pytest.mark.parametrize(
    "lower",
    [
        "当前，老街正在收尾。",
        "在修缮过程中，工人们用的是旧料。",
        "正在举行的摄影展吸引了街坊。",
        "截至上周，七家商户回迁。",
        "街坊们说，路好走了。",
    ],
)
def test_a_sentence_that_waits_for_nothing_ends_before_a_fresh_start(lower: str) -> None:
    assert opens_anew("街坊们出门方便了许多，茶馆的生意也红火起来", lower)
    assert not opens_anew("街坊们出门方便了许多，茶馆的生意也", lower)
    assert not opens_anew("街坊们出门方便了许多，", lower)


def test_an_ordinary_beginning_is_no_fresh_start() -> None:
    assert not opens_anew("街坊们说，老街的骨架和神韵", "都完整地保留了下来。")
