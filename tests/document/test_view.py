"""The view: what rules read is as long as the text, full-width where Chinese is, and masked where there is no prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import MASK, Document
from newslint.readers import document_from_text

TEXTS = st.text(max_size=150) | st.text(alphabet="甲乙,.(:a1`#\r\n\u3000", max_size=80)


def test_the_view_is_full_width_where_chinese_is_and_masks_addresses() -> None:
    address = "https://xm.example.cn/a?b=1"
    document = Document(f"桥面(含人行道)宽12米。\n详见 {address} 。\n")
    assert "（含人行道）" in document.view and "(" not in document.view
    assert document.view.endswith(f"详见 {MASK * len(address)} 。\n")


def test_what_the_format_masks_and_an_address_that_meets_it_are_one_span() -> None:
    text = "信箱 a@xm.example.cn 待复"
    at = text.index("a@")
    assert Document(text, masked=[(at - 1, at), (at, at)]).masked == ((at - 1, text.index(" 待复")),)


def test_rare_are_characters_that_gb_2312_lacks_however_many() -> None:
    strange = "".join(map(chr, range(0x4E04, 0x4E04 + 200)))
    lacking = {char for char in strange if not _in_gb2312(char)}
    assert len(lacking) > 12
    assert Document(f"新桥——南·北\x07{strange}").rare == lacking | {"\x07"}


def _in_gb2312(char: str) -> bool:
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False


@given(text=TEXTS)
def test_line_ends_are_never_masked(text: str) -> None:
    document = document_from_text(text, name="a.md")
    assert [at for at, char in enumerate(document.view) if char in "\r\n"] == [
        at for at, char in enumerate(text) if char in "\r\n"
    ]
    # A return that ends a line alone reads as a line feed, which is what patterns look for.
    assert document.view.count("\r") == text.count("\r\n")


@pytest.mark.parametrize("sign", [";-)", ":-(", ":-D", ":)"])
def test_emoticons_are_masked(sign: str) -> None:
    view = Document(f"他在群里回了“到了{sign}”，大家都笑了。\n").view
    assert view == f"他在群里回了“到了{MASK * len(sign)}”，大家都笑了。\n"


def test_a_colon_and_half_a_bracket_are_no_emoticon() -> None:
    assert MASK not in Document("座位(上午:)满，安排如下:(一)借书，(二)还书。\n").view


def test_the_marks_of_a_reference_stay_half_width() -> None:
    text = "方明远,何一舟.渡口考[J].水乡文史,2018,6(2):31-35.\n"
    assert Document(text).view == text
