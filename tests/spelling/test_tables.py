"""The tables: what the tool writes is what the check reads, and equal counts give equal bytes."""

from __future__ import annotations

import random
import runpy
import zlib
from collections import Counter
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from newslint.spelling.candidates import framed
from newslint.spelling.characters import FUNCTIONAL
from newslint.spelling.grams import codes_of, is_han
from newslint.spelling.places import FAINT, Places
from newslint.spelling.tables import COMMON, Tables, tables

TOOL = runpy.run_path(str(ROOT / "tools" / "build_spelling.py"))
built, number_of = TOOL["built"], TOOL["numbered"]
SINGLES = "县区村镇河湖山路人大小上下中"


@pytest.fixture
def counts(tmp_path: Path) -> Path:
    """A small folder of counts."""
    chance = random.Random(3)
    strings = {"".join(chance.choices(SINGLES, k=size)) for size in (2, 3) for _ in range(60)}
    for size in (2, 3):
        rows = sorted(string for string in strings if len(string) == size)
        lines = [f"{row}\t{10 + 400 * (at % 3)}\n" for at, row in enumerate(rows)]
        (tmp_path / f"grams{size}.tsv").write_text("".join(lines) + "小大村\t3\n" * (size == 3), encoding="utf-8")
    (tmp_path / "grams1.tsv").write_text("".join(f"{char}\t500\n" for char in sorted(SINGLES)), encoding="utf-8")
    (tmp_path / "confusions.tsv").write_text("区\t县:8 河:1\n县\t区:8\n", encoding="utf-8")
    return tmp_path


def test_two_builds_are_equal_and_hold_what_was_counted(counts: Path) -> None:
    data = built(counts)
    assert data == built(counts)
    own = Tables(data)
    for size in (2, 3):
        for line in (counts / f"grams{size}.tsv").read_text(encoding="utf-8").splitlines():
            string, count = line.split("\t")
            level = own.strings.level(number_of(string))
            assert level == {3: 0, 10: 1, 410: 8, 810: 9}[int(count)], string
    assert own.ranked.tolist() == [ord("|"), *sorted(map(ord, SINGLES))]
    assert [chr(code) for code in own.candidates(ord("区"))] == ["县", "河"]
    assert own.kinds(ord("区"), ord("河")) == 1
    assert own.kinds(ord("区"), ord("湖")) == 0


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="not a table"):
        Tables(bytes(1000))


def test_the_tables_stay_small_in_a_wheel() -> None:
    folder = ROOT / "newslint" / "spelling"
    data = [path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert sum(len(zlib.compress(each, 6)) for each in data) <= 4_500_000


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(codes_of(text)) == len(text)


@given(st.text(alphabet="在县城举行了会议，a1　\n😀" + SINGLES, max_size=40))
def test_the_places_found_at_once_are_those_found_one_by_one(text: str) -> None:
    places = Places(text, tables())
    own = [at for at in range(2, len(places.text) - 2) if is_in_doubt(places, at)]
    assert places.in_doubt == [at for at in own if not shows_repeated(places.text, at, own)]
    assert places.suspicious(own) == [at for at in own if is_suspicious(places, at)]
    assert [*places.suspicious([]), *places.suspicious(own[:1])] == places.suspicious(own[:1])


@given(st.text(alphabet="在县城举行了会议，a1　\n😀" + SINGLES, max_size=40))
def test_the_frames_of_known_strings_are_known(text: str) -> None:
    places = Places(text, tables())
    framed_places, others = framed(places)
    assert sorted(framed_places + others) == places.in_doubt
    assert not any(places.levels(at)[0] for at in others)


def is_in_doubt(places: Places, at: int) -> bool:
    """Return whether a place is one of ``Places.in_doubt``, by its definition, but for repetition."""
    char = places.text[at]
    return is_han(char) and char not in FUNCTIONAL and not is_common(places, at - 1) and not is_common(places, at)


def shows_repeated(text: str, at: int, in_doubt: list[int]) -> bool:
    """Return True if a place in doubt makes a pair of Han that another of them makes, too."""
    pairs = {start for place in in_doubt for start in (place - 1, place) if all(map(is_han, text[start : start + 2]))}
    forms = Counter(text[start : start + 2] for start in pairs)
    return any(start in pairs and forms[text[start : start + 2]] > 1 for start in (at - 1, at))


def is_suspicious(places: Places, at: int) -> bool:
    """Return what ``Places.suspicious`` says of one place, by its definition."""
    middle, *others = places.levels(at)
    return not middle and sum(others) <= FAINT


def is_common(places: Places, start: int) -> bool:
    return all(map(is_han, places.text[start : start + 2])) and places.pair_level(start) >= COMMON


def test_what_is_no_han_is_one_of_three() -> None:
    own = tables().number
    kinds = [{own(ord(char)) for char in chars} for chars in ("7０９", "aＺz", "，\n“。é😀"[:4], "〇", "县", "区")]
    assert [len(kind) for kind in kinds] == [1] * 6
    assert len(set.union(*kinds)) == 6
    assert is_han("县") and is_han("〇") and not is_han("A")
