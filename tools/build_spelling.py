"""Derive newslint/spelling/data/tables.bin, the tables of the misspelling check, from counts.

Input, all UTF-8 with LF, a tab after the string, sorted by code point:
    COUNTS/grams1.tsv       character, number of articles that have it
    COUNTS/grams2.tsv       two characters, number of articles
    COUNTS/grams3.tsv       three characters, at least two of them Han, number of articles
    COUNTS/confusions.tsv   character, candidates as ``other:kinds`` with blanks between them; kinds is the sum of
                            1 same syllable and tone, 2 same syllable, 4 near sound, 8 look-alike
    newslint/chinese/data/words.txt     its idioms (tag i) of four characters

Usage:
    python tools/build_spelling.py COUNTS            # write the data file
    python tools/build_spelling.py COUNTS --check    # exit 1 if the data file is out of date

Strings in fewer than ten articles are left out. Equal input gives an equal file, byte for byte. docs/en/spelling.md
says where the counts come from, and how to count an archive.
"""

from __future__ import annotations

import argparse
import sys
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from math import log, log1p
from pathlib import Path
from string import ascii_letters, digits

from newslint.spelling.characters import FUNCTIONAL, PARTICLES, partners
from newslint.spelling.grams import DIGIT, LETTER, MARK, PAIR, SECOND, frame_of, is_han, number_of
from newslint.spelling.slots import put, set_bit
from newslint.spelling.tables import (
    COMMON,
    COMMON_BITS,
    COMMON_SHIFT,
    DOUBTED,
    FIRST_HAN,
    FORM,
    FRAME_BITS,
    HAN,
    HEADER,
    IDIOM_PAIR_BITS,
    IDIOM_SLOTS,
    LAST_HAN,
    LEAST,
    MAGIC,
    NUMBER,
    PAIRED,
    RANK_BITS,
    SINGLE_STEP,
    STEP,
    STRING_BITS,
    TRIGGER_BITS,
    idiom_check,
    idiom_slot,
)

_PACKAGE = Path(__file__).resolve().parent.parent / "newslint"
WORDS = _PACKAGE / "chinese" / "data" / "words.txt"
TARGET = _PACKAGE / "spelling" / "data" / "tables.bin"
CODES = 1 << 16
#: How far a digit or letter is from that of full width.
FULL_WIDTH = 0xFEE0
#: By how many levels a string with the other character of a pair may be rarer than with the written one.
RARER = 3


def counted(path: Path, least: int = 1) -> Iterator[tuple[str, int]]:
    """Yield the strings of a file of counts that stand in at least ``least`` articles."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            string, count = line.rstrip("\n").split("\t")
            if int(count) >= least:
                yield string, int(count)


@cache
def numbers() -> dict[str, int]:
    """Return the number of each character of the tables: of a mark, a digit, a letter, 〇 and the Han characters.

    No two have the same, and they follow no order.
    """
    chars = [MARK, DIGIT, LETTER, "〇", *map(chr, range(FIRST_HAN, LAST_HAN + 1))]
    drawn = sorted(range(NUMBER + 1), key=lambda number: sha256(b"%d" % number).digest())
    return dict(zip(chars, drawn, strict=False))


def numbered(string: str) -> int:
    """Return the number of a string of two or three characters."""
    return number_of(*map(numbers().__getitem__, string))


def characters(chars: Sequence[str]) -> bytes:
    """Return what is known of each code point; ``chars`` are the characters in the order of their ranks."""
    found = array("I", [numbers()[MARK]]) * CODES
    for char, number in numbers().items():
        is_doubted = FIRST_HAN <= ord(char) <= LAST_HAN and char not in FUNCTIONAL
        found[ord(char)] = number | (HAN if is_han(char) else 0) | (DOUBTED if is_doubted else 0)
    for like, chars_like in ((DIGIT, digits), (LETTER, ascii_letters)):
        for char in chars_like:
            found[ord(char)] = found[ord(char) + FULL_WIDTH] = numbers()[like]
    for rank, char in enumerate(chars[1 : 1 << COMMON_BITS], 1):
        found[ord(char)] |= rank << COMMON_SHIFT
    for code in partners():
        found[code] |= PAIRED
    return found.tobytes()


def ranks(chars: Sequence[str]) -> bytes:
    """Return the rank of each code point, 0 for those without one."""
    found = array("H", bytes(2 * CODES))
    for rank, char in enumerate(chars[1:], 1):
        found[ord(char)] = rank
    return found.tobytes()


def is_kept(string: str) -> bool:
    """Return True for a string with characters that the tables know, at least two of them Han."""
    han = sum(map(is_han, string))
    return han >= 2 and all(is_han(char) or char in (DIGIT, LETTER, MARK) for char in string)


def level(count: int) -> int:
    """Return the level of a string in ``count`` articles."""
    return 0 if count < LEAST else min(15, 1 + int(log(count / LEAST) * STEP))


Counts = Mapping[str, int]


def kept(counts: Path) -> Counts:
    """Return the strings that the tables know with their articles, the commonest first."""
    found = [
        (string, count)
        for name in ("grams3.tsv", "grams2.tsv")
        for string, count in counted(counts / name, LEAST)
        if is_kept(string)
    ]
    return dict(sorted(found, key=lambda row: (-row[1], row[0])))


def strings(known: Counts) -> bytes:
    """Return the levels of the strings. The commonest are put in first, where they are found at once."""
    slots = array("H", bytes(2 << STRING_BITS))
    for string, count in known.items():
        put(slots, numbered(string), level(count))
    return slots.tobytes()


def ranked(counts: Path) -> list[str]:
    """Return the characters in the order of their ranks, beginning with a mark for all those without one."""
    found = [(-count, char) for char, count in counted(counts / "grams1.tsv") if FIRST_HAN <= ord(char) <= LAST_HAN]
    return [MARK, *(char for _, char in sorted(found)[: (1 << RANK_BITS) - 1])]


def neighbours(known: Counts, chars: Sequence[str]) -> Iterator[bytes]:
    """Yield a bit for each common pair of the commonest characters, and the known pairs by either of the two."""
    ranks = {char: rank for rank, char in enumerate(chars)}
    pairs = bytearray(1 << 2 * COMMON_BITS - 3)
    first, second = (bytearray(1 << 2 * RANK_BITS - 3) for _ in range(2))
    for string, count in known.items():
        if len(string) == 2 and string[0] in ranks and string[1] in ranks:
            one, other = ranks[string[0]], ranks[string[1]]
            first[one << RANK_BITS - 3 | other >> 3] |= 1 << (other & 7)
            second[other << RANK_BITS - 3 | one >> 3] |= 1 << (one & 7)
            if max(one, other) < 1 << COMMON_BITS and level(count) >= COMMON:
                number = one << COMMON_BITS | other
                pairs[number >> 3] |= 1 << (number & 7)
    yield from map(bytes, (pairs, first, second))


def frames(known: Counts) -> bytes:
    """Return the bits of the known strings of three without their middle, of those whose middle may be suggested."""
    found = bytearray(1 << FRAME_BITS - 3)
    for string in known:
        if len(string) == 3 and string[1] not in PARTICLES and is_han(string[1]):
            set_bit(found, frame_of(numbers()[string[0]], numbers()[string[2]]))
    return bytes(found)


def triggers(known: Counts) -> bytes:
    """Return the bits of the strings in which the character in the middle may be put for another.

    With the other the string is known, and not much rarer than with the written one.
    """
    found = bytearray(1 << TRIGGER_BITS - 3)
    for string, count in known.items():
        for code in partners().get(ord(string[1]), ()) if len(string) == 3 else ():
            written = string[0] + chr(code) + string[2]
            if level(count) >= level(known.get(written, 0)) - RARER:
                set_bit(found, numbered(written))
    return bytes(found)


def singles(counts: Path) -> bytes:
    """Return the level of each character."""
    found = bytearray(CODES)
    for char, count in counted(counts / "grams1.tsv"):
        if is_han(char):
            found[ord(char)] = min(255, round(SINGLE_STEP * log1p(count)))
    return bytes(found)


def candidates(counts: Path) -> tuple[bytes, bytes]:
    """Return where the candidates of each character begin, and for each: how many, which, and how they are alike."""
    places = array("I", bytes(4 * CODES))
    found = array("H", [0])
    for line in (counts / "confusions.tsv").read_text(encoding="utf-8").splitlines():
        char, others = line.split("\t")
        pairs = sorted((ord(pair[0]), int(pair[2:])) for pair in others.split())
        places[ord(char)] = len(found)
        found.append(len(pairs))
        found.extend(code for code, _ in pairs)
        found.extend(kinds for _, kinds in pairs)
    return places.tobytes(), found.tobytes()


def idioms(words: Path) -> tuple[bytes, bytes, bytes]:
    """Return the bits of the pairs in idioms, the idioms by three of their characters, and the idioms."""
    lines = [line.split(" ") for line in words.read_text(encoding="utf-8").splitlines()[1:]]
    ordered = [word for word, _count, tag in lines if tag == "i" and len(word) == 4 and all(map(is_han, word))]
    keys = array("H", bytes(2 * (IDIOM_SLOTS + 1)))
    pairs = bytearray(1 << IDIOM_PAIR_BITS - 3)
    for index, idiom in enumerate(ordered, 1):
        for place in range(3):
            set_bit(pairs, numbered(idiom[place : place + 2]) ^ PAIR)
        for place in range(4):
            number = numbered(idiom[:place] + idiom[place + 1 :])
            at = idiom_slot(number, place)
            while keys[at]:
                at = at + 1 & IDIOM_SLOTS
            keys[at] = idiom_check(number) | index
    return bytes(pairs), keys.tobytes(), array("H", [ord(char) for idiom in ordered for char in idiom]).tobytes()


def built(counts: Path, words: Path = WORDS) -> bytes:
    """Return the data file."""
    known, chars = kept(counts), ranked(counts)
    sections: Sequence[bytes] = (
        characters(chars),
        ranks(chars),
        singles(counts),
        array("H", map(ord, chars)).tobytes(),
        array("I", [numbers()[char] * SECOND for char in chars]).tobytes(),
        *neighbours(known, chars),
        strings(known),
        frames(known),
        triggers(known),
        *candidates(counts),
        *idioms(words),
    )
    places = []
    body = b""
    start = HEADER.size + -HEADER.size % 8
    for section in sections:
        places += [start + len(body), len(section)]
        body += section + b"\0" * (-len(section) % 8)
    return HEADER.pack(MAGIC, FORM, *places).ljust(start, b"\0") + body


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("counts", type=Path, help="the folder of counts")
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    options = parser.parse_args()
    data = built(options.counts)
    if options.check:
        same = TARGET.exists() and TARGET.read_bytes() == data
        print("current" if same else f"{TARGET} is not current: run tools/build_spelling.py")
        return 0 if same else 1
    TARGET.write_bytes(data)
    print(f"{len(data)} bytes, {len(zlib.compress(data, 6))} in a wheel")
    return 0


if __name__ == "__main__":
    sys.exit(main())
