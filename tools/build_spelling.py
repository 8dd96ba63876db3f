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
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import shake_128
from math import log, log1p
from pathlib import Path

from newslint.spelling.grams import DIGIT, LETTER, MARK, is_han, number_of, turned
from newslint.spelling.known import BLOCK_BITS, BLOCKS, bits_of, block_of, rolled, shift_of
from newslint.spelling.tables import (
    FIRST_HAN,
    FORM,
    HEADER,
    IDIOM_BITS,
    LAST_HAN,
    LEAST,
    MAGIC,
    SINGLE_STEP,
    STEP,
    STRING_BITS,
    idiom_slot,
    put,
)

_PACKAGE = Path(__file__).resolve().parent.parent / "newslint"
WORDS = _PACKAGE / "chinese" / "data" / "words.txt"
TARGET = _PACKAGE / "spelling" / "data" / "tables.bin"
CODES = 1 << 16


def counted(path: Path, least: int = 1) -> Iterator[tuple[str, int]]:
    """Yield the strings of a file of counts that stand in at least ``least`` articles."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            string, count = line.rstrip("\n").split("\t")
            if int(count) >= least:
                yield string, int(count)


def drawn() -> array[int]:
    """Return the numbers of a mark, a digit, a letter, 〇 and the Han characters, without any order."""
    return array("I", shake_128(b"newslint").digest(4 * (LAST_HAN - FIRST_HAN + 5)))


@cache
def numbers() -> dict[str, int]:
    """Return the number of each character of the tables."""
    chars = [MARK, DIGIT, LETTER, "〇", *map(chr, range(FIRST_HAN, LAST_HAN + 1))]
    return dict(zip(chars, drawn(), strict=True))


def numbered(string: str) -> int:
    """Return the number of a string of two or three characters."""
    return number_of(*map(numbers().__getitem__, string))


def is_kept(string: str) -> bool:
    """Return True for a string with characters that the tables know, at least two of them Han."""
    han = sum(map(is_han, string))
    return han >= 2 and all(is_han(char) or char in (DIGIT, LETTER, MARK) for char in string)


def level(count: int) -> int:
    """Return the level of a string in ``count`` articles."""
    return 0 if count < LEAST else min(15, 1 + int(log(count / LEAST) * STEP))


def strings(counts: Path) -> tuple[bytes, bytes]:
    """Return the bits of the strings of three, and the levels of those of two and three."""
    known = [0] * (1 << BLOCKS)
    slots = array("H", bytes(2 << STRING_BITS))
    for name in ("grams3.tsv", "grams2.tsv"):
        for string, count in counted(counts / name, LEAST):
            if is_kept(string):
                number = numbered(string)
                put(slots, number, level(count))
                if len(string) == 3:
                    middle = numbers()[string[1]]
                    outer = number ^ turned(middle, 10)
                    known[block_of(outer)] |= rolled(bits_of(middle), shift_of(outer))
    return b"".join(block.to_bytes(1 << BLOCK_BITS - 3, "little") for block in known), slots.tobytes()


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


def idioms(words: Path) -> tuple[bytes, bytes]:
    """Return the idioms by three of their characters, and the idioms."""
    lines = [line.split(" ") for line in words.read_text(encoding="utf-8").splitlines()[1:]]
    ordered = [word for word, _count, tag in lines if tag == "i" and len(word) == 4 and all(map(is_han, word))]
    keys = array("H", bytes(2 << IDIOM_BITS))
    mask = len(keys) - 1
    for index, idiom in enumerate(ordered, 1):
        for place in range(4):
            rest = idiom[:place] + idiom[place + 1 :]
            at = idiom_slot(numbered(rest), place)
            while keys[at]:
                at = at + 1 & mask
            keys[at] = index
    return keys.tobytes(), array("H", [ord(char) for idiom in ordered for char in idiom]).tobytes()


def built(counts: Path, words: Path = WORDS) -> bytes:
    """Return the data file."""
    sections: Sequence[bytes] = (
        drawn().tobytes(),
        singles(counts),
        *strings(counts),
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
