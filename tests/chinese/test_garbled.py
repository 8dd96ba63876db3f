"""GBK read as Latin-1: recognised in a text or in one line of it, and read again whole."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import check_text, fix_text
from newslint.chinese.garbled import garbled_passages, gbk_as_latin
from newslint.config import Settings
from newslint.finding import Severity
from newslint.readers import document_from_text

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


#: Its runs of Chinese have an even number of bytes each, none of which GBK lacks.
GBK_LINES = "图书馆，藏书20号楼\n志愿11来了。共"
LOSSY = (
    "新华社云岭11月28日电（记者田一川）大桥昨日通车，村民三百人到场。\n"
    "渡船中心也在当天停航，船工领到了新证。\n"
    "闭馆日为星期一"
)


@pytest.mark.parametrize(
    ("written", "read", "shown"),
    [
        ("utf-8", "gbk", "\ufffd"),
        ("utf-8", "gbk", "?"),
        ("utf-8", "gbk", ""),
        ("utf-8", "cp1252", "\ufffd"),
        ("utf-8", "cp1252", "?"),
        ("gbk", "utf-8", "\ufffd"),
    ],
)
def test_what_lost_bytes_is_one_passage_that_no_fix_touches(written: str, read: str, shown: str) -> None:
    garbled = LOSSY.encode(written).decode(read, "replace").replace("\ufffd", shown)
    text = f"大桥通车\n\n{garbled}\n"
    [finding] = check_text(text, settings=Settings(level=Severity.INFO))
    assert finding.code == "EC06" and finding.fix is None and "原文已失" in finding.message
    assert len(finding.text) >= len(garbled) - 2
    assert fix_text(text, unsafe=True) == text


@pytest.mark.parametrize(("codec", "lines"), [("gbk", GBK_LINES), ("latin-1", LOSSY)])
def test_a_passage_with_figures_that_lost_nothing_is_read_again_whole(codec: str, lines: str) -> None:
    garbled = lines.encode().decode(codec)
    assert [original for _, _, original in garbled_passages(f"馆长说：\n{garbled}\n大家鼓掌。")] == [lines]


def test_good_text_around_a_passage_is_none_of_it() -> None:
    garbled = LOSSY.split("\n")[0].encode().decode("gbk", "replace").replace("\ufffd", "?")
    [(start, end, original)] = garbled_passages(f"昨日，{garbled}，读者来了很多?")
    assert (start, end, original) == (3, 3 + len(garbled), None)


@pytest.mark.parametrize(
    "text", ["本报记者 田��、鲁�、王���到场。", "他叫田�，�写作钅字旁，�也是。", "鍋盔、鏈条与閱读，锛子和鈥"]
)
def test_single_lost_or_rare_characters_are_no_passage(text: str) -> None:
    assert garbled_passages(text) == ()


@given(st.text(st.sampled_from("锛銆鈥紝鏂板崕绀惧寳浜?�€ã€ï¼Œæ–°，。图书馆AB1 \n\r"), max_size=60))
def test_passages_are_in_order_and_apart_and_masked(text: str) -> None:
    found = garbled_passages(text)
    assert all(one.end < other.start for one, other in pairwise(found))
    assert all(0 <= start < end <= len(text) for start, end, _ in found)
    assert len(document_from_text(text).view) == len(text)
