"""Character classes: one byte for each character of a text.

``classify`` turns a text into a byte string of the same length, so that offsets are the same in both. ASCII stays as it
is, each Chinese mark has a byte of its own (``BYTE``), and everything else, Han above all, is ``OTHER``. Patterns over
these bytes run several times faster than over the text; the matches are then looked up in the text. ``OTHER`` is the
byte of "?", which the codec writes for anything without an entry: a real "?" is recognised in the text.
"""

from __future__ import annotations

import codecs

#: Characters beyond ASCII that have a byte of their own, from 0x80 upwards.
_NAMED = (
    "，。、；：！？．｡､"
    "“”‘’「」『』"
    "（）《》〈〉【】〔〕［］〖〗｛｝"
    "…—–－―～〜·•‧・／％＂＇"
    "　\u00a0"
    "０１２３４５６７８９"
    "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
    "■▲●◆"
)

OTHER = 0x3F
_TABLE = "".join(map(chr, range(128))) + _NAMED
_ENCODING = codecs.charmap_build(_TABLE)

#: The byte of each named character, including ASCII.
BYTE: dict[str, int] = {char: code for code, char in enumerate(_TABLE)}

#: Marks that close or open a pair.
CLOSING = "”’」』）》〉】〕］〗｝"
OPENING = "“‘「『（《〈【〔［〖｛"
#: Point marks (点号), which never begin a line.
STOPS = "，。、；：！？"

#: Pattern text for a letter that is not Latin: in Chinese text, a Han character. A class of all Han characters takes
#: forty times as long to compile.
HAN_LETTER = r"[^\W\d_A-Za-z]"


def classify(text: str) -> bytes:
    """Return one class byte for each code point of ``text``."""
    return codecs.charmap_encode(text, "replace", _ENCODING)[0]


def class_set(chars: str) -> bytes:
    """Return a bytes pattern ``[...]`` that matches the class byte of any of ``chars``."""
    return b"[" + b"".join(b"\\x%02x" % BYTE[char] for char in chars) + b"]"


def is_han(char: str) -> bool:
    """Return True if ``char`` is a Chinese character, 〇 and 々 included."""
    return (
        "\u4e00" <= char <= "\u9fff"
        or "\u3400" <= char <= "\u4dbf"
        or "\U00020000" <= char <= "\U0003ffff"
        or "\uf900" <= char <= "\ufaff"
        or char in "〇々"
    )
