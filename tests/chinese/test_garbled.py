"""GBK read as Latin-1: recognised in a text or in one line of it, and read again whole."""

from __future__ import annotations

import pytest

from newslint import check_text
from newslint.chinese.garbled import gbk_as_latin

STORY = "渡口的大桥昨天通车，全长3.2公里。\n“这座桥等了二十年！”经营渡船的鲁知微说，车队已经过了桥。"


@pytest.mark.parametrize("codec", ["latin-1", "cp1252"])
def test_a_whole_text_is_read_again(codec: str) -> None:
    garbled = STORY.encode("gb18030").decode(codec)
    [(start, end, original)] = gbk_as_latin(garbled)
    assert (start, end, original) == (0, len(garbled.rstrip("。")), STORY)


def test_a_line_among_good_ones_is_read_again() -> None:
    line = "车队在桥上缓缓驶过，村民敲锣打鼓。"
    text = f"昨天，大桥通车。\n{line.encode('gb18030').decode('latin-1')}\n大家都说好。"
    assert [original for _, _, original in gbk_as_latin(text)] == [line]


def test_what_lost_a_byte_before_a_line_end_is_found_but_not_read() -> None:
    garbled = "大桥昨天通车，村民来了".encode("gb18030").decode("latin-1")[:-1] + "\n好"
    assert [original for _, _, original in gbk_as_latin(garbled)] == [None]


@pytest.mark.parametrize("text", ["crème brûlée, jalapeño, Größe", "他用ÒÑ两个字母", "£20，£15；Éric Müller在"])
def test_western_letters_are_not_garbled(text: str) -> None:
    assert gbk_as_latin(text) == ()


def test_nothing_but_the_garbling_is_reported_and_no_safe_fix_deletes_a_byte() -> None:
    garbled = STORY.encode("gb18030").decode("latin-1")
    assert "\xad" in garbled  # a soft hyphen, the second byte of 经
    [finding] = check_text(garbled)
    assert finding.code == "EC06"
    assert finding.fix is not None and finding.fix.safety == "unsafe"
    assert [edit.text for edit in finding.fix.edits] == [STORY]
