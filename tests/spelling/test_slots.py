"""Tables of strings by their numbers: what is put in is found, and nothing else."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from newslint.spelling.lanes import as_array, lanes, places_of, taken
from newslint.spelling.slots import CHECK, Bits, Slots, put, set_bit

NUMBERS = st.integers(0, (1 << 32) - 1)
#: Numbers that a table tells from each other, and their levels. They are so few that half of the table is empty.
TOLD_APART = st.lists(st.tuples(NUMBERS, st.integers(1, 15)), max_size=16, unique_by=lambda row: row[0] & CHECK)


@given(TOLD_APART, TOLD_APART)
def test_each_string_has_its_level_and_others_have_none(
    strings: list[tuple[int, int]], more: list[tuple[int, int]]
) -> None:
    data = array("H", bytes(2 << 5))
    for number, level in strings:
        put(data, number, level)
    slots = Slots(memoryview(data.tobytes()))
    known = dict(strings)
    checks = {number & CHECK for number in known}
    asked = [*known, *(number for number, _ in more if number & CHECK not in checks)]
    assert slots.levels(asked) == [known.get(number, 0) for number in asked]
    assert [slots.level(number) for number in asked] == slots.levels(asked)


@given(st.binary(min_size=8, max_size=8), NUMBERS)
def test_any_table_gives_an_answer(slots: bytes, number: int) -> None:
    assert Slots(memoryview(slots)).level(number) in range(16)
    Slots(memoryview(b"\xff" * 8)).levels([number])


@given(st.lists(NUMBERS, max_size=20), st.lists(NUMBERS, max_size=20))
def test_bits_are_set_where_they_are_asked_for(numbers: list[int], others: list[int]) -> None:
    data = bytearray(1 << 8)
    for number in numbers:
        set_bit(data, number)
    bits = Bits(memoryview(bytes(data)))
    assert list(bits.of(numbers)) == [1] * len(numbers)
    places = {(number >> 24, number & 7) for number in numbers}
    assert list(bits.of(others)) == [(number >> 24, number & 7) in places for number in others]


@given(st.lists(NUMBERS, max_size=30))
def test_numbers_stand_in_a_long_integer_in_their_order(numbers: list[int]) -> None:
    long = int.from_bytes(array("I", numbers).tobytes(), "little")
    assert as_array(long, len(numbers)).tolist() == numbers
    assert as_array(long & lanes(0xFF, len(numbers)), len(numbers)).tolist() == [number & 0xFF for number in numbers]


@given(st.binary(max_size=3_000))
def test_places_of_bytes(flags: bytes) -> None:
    places = places_of(flags)
    assert places == [at for at, flag in enumerate(flags) if flag]
    assert taken(flags, places) == tuple(flag for flag in flags if flag)
