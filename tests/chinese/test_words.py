"""The word list: what it knows, what it must not know, and that the file is what the lookup expects."""

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.chinese import words

ROOT = Path(__file__).parents[2]
FILE = Path(words.__file__).parent / "data" / "words.txt"
LINES = FILE.read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("word", ["重点", "组织", "齐头并进", "的", "突出", "通讯", "竣工", "委员会"])
def test_everyday_words_are_known(word):
    assert words.is_word(word)
    assert words.frequency(word) > 0


@pytest.mark.parametrize("word", ["新冠", "微信", "短视频", "乡村振兴", "网格员", "二维码", "志愿服务"])
def test_words_of_recent_years_are_known(word):
    assert words.frequency(word) >= 100


@pytest.mark.parametrize(
    "word", ["通迅", "按装", "按纳", "兰球", "迫不急待", "点突", "", "A股", "重点突出了", "。", "\ud800", "😀"]
)
def test_other_strings_are_not_words(word):
    assert not words.is_word(word)
    assert words.frequency(word) == 0
    assert words.tag(word) == ""


def test_common_words_are_more_frequent_than_rare_ones():
    assert words.frequency("的") > words.frequency("我们") > words.frequency("齐头并进")


@pytest.mark.parametrize(
    ("word", "part"), [("在", "p"), ("召开", "v"), ("委员会", "n"), ("北京", "ns"), ("和", "c"), ("一愁莫展", "")]
)
def test_part_of_speech(word, part):
    assert words.tag(word) == part


def test_every_line_is_found_by_the_lookup():
    # Every 97th line reaches into most stretches of the file; the ends are where a search by halves goes wrong.
    for line in [*LINES[::97], LINES[0], LINES[1], LINES[-2], LINES[-1]]:
        word, count, part = line.split(" ")
        assert (words.frequency(word), words.tag(word)) == (int(count), part)


def test_the_file_is_sorted_without_repeats_and_its_header_counts_it():
    listed = [line.split(" ")[0] for line in LINES]
    assert listed == sorted(set(listed))
    assert words.total() == sum(int(line.split(" ")[1]) for line in LINES)


def test_the_licence_of_the_source_lies_beside_the_file():
    assert "Copyright (c) 2013 Sun Junyi" in (FILE.parent / "LICENSE-jieba.txt").read_text(encoding="utf-8")


def test_costs_fall_with_frequency_and_cover_one_first_character():
    known = words.costs("重")
    assert known["重点"] < known["重读"]
    assert all(word.startswith("重") for word in known)


def test_the_file_is_what_the_script_derives():
    pytest.importorskip("jieba", reason="the source list is needed only to derive the data anew")
    spec = importlib.util.spec_from_file_location("build_words", ROOT / "tools" / "build_words.py")
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    listed = build.read_jieba(Path(importlib.util.find_spec("jieba").origin).with_name("dict.txt"))
    build.add_modern(listed, build.MODERN)
    assert build.render(listed) == FILE.read_text(encoding="utf-8")


@given(st.text(max_size=8))
def test_any_text_can_be_asked_for(text):
    assert words.is_word(text) == (words.frequency(text) > 0) == bool(words.tag(text))


def test_no_word_is_longer_than_said():
    assert max(len(line.split()[0]) for line in LINES) == words.LONGEST


def test_what_goes_on_behind_a_word_is_no_part_of_it() -> None:
    word, count, part = "会议", words.frequency("会议"), words.tag("会议")
    assert count and part
    for other in (f"{word} {count} {part}", f"{word} ", f"{word}\n", f" {word}", f"{word}\ud800", word * 9):
        assert not words.is_word(other)
        assert (words.frequency(other), words.tag(other)) == (0, "")
