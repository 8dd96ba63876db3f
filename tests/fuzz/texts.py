"""Texts and bytes for the harnesses: dense in faults, marks and comments, cut anywhere, repeated, damaged."""

from __future__ import annotations

import codecs

from conftest import PIECES
from hypothesis import strategies as st

from newslint.rulebook.book import load_rules

RULES = tuple(load_rules())
CODES = tuple(rule.code for rule in RULES)
FORMATS = {"plain": "稿.txt", "markdown": "稿.md", "html": "稿.html"}
#: What the formats give a meaning to.
_MARKUP = (
    *"<>&*_`#|[](){}!~-=+\\/:\"'",
    *"<p> </p> <br> <div> </div> <b> </b> <li> <ul> </ul> <table> <tr> <td> </table> <h1> </h1> <script> </script>".split(),
    *"<style> </style> <title> </title> <body> <p <a &nbsp; &quot; &#8212; &#x110000; &amp <!-- --> <![CDATA[ ]]>".split(),
    *("<meta charset=gbk>", "<meta name=date content=2026-04-18>", "<html lang=zh>", '<a href="甲">', "<!doctype html>"),
    *("# ", "## ", "- ", "1. ", "> ", "```\n", "~~~\n", "| 甲 | 乙 |\n|---|---|\n", "**甲**", "__乙__", "[甲](乙)", "![甲](乙)"),
    *("---\n", "---\ndate: 2026-04-18\n---\n", "title: 甲\n", "<!-- newslint-disable -->", "<!-- newslint-enable -->"),
)  # fmt: skip
#: What readers, positions and encodings trip over.
_ODD = (
    *"\x00\x0b\x0c\x1a\x1b\x1c\x7f\x85\xa0\xad\u200b\u200d\u202e\u2028\u2029\u3000\ufeff\ufffd\ufffe\uffff",
    *("𠮷", "e\u0301", "👨\u200d👩\u200d👧", "ａＢ１", "㈱", "\ue000", "Ω", "ﾊﾝ", "한글", "\r", "\r\n", "\n\n\n", "　　"),
)  # fmt: skip
_EXAMPLES = {
    format: [
        example.text
        for rule in RULES
        for example in (*rule.doc().wrong, *rule.doc().right)
        if example.format in (format, "plain")
    ]
    for format in FORMATS
}
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk", "big5")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"%PDF-")


def texts(format: str) -> st.SearchStrategy[str]:
    """Texts for a reader: examples of rules, whole and cut, with marks and odd characters between, some very often."""
    whole = st.sampled_from(_EXAMPLES[format])
    cut = st.tuples(whole, st.integers(0, 20), st.integers(0, 20)).map(lambda drawn: drawn[0][drawn[1] :][: drawn[2]])
    small = PIECES | st.sampled_from(_MARKUP) | st.sampled_from(_ODD) | st.sampled_from(CODES)
    often = st.tuples(small, st.sampled_from((2, 3, 9, 70))).map(lambda drawn: drawn[0] * drawn[1])
    parts = st.sampled_from((0, 4, 16)).flatmap(
        lambda least: st.lists(small | whole | cut | often, min_size=least, max_size=24)
    )
    return parts.map("".join)


@st.composite
def files(draw: st.DrawFn, format: str) -> bytes:
    """Return the bytes of a file: a text in some encoding, which may be damaged, or anything."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.sampled_from((b"", *_MARKS))) + draw(st.binary(max_size=200))
    data = bytearray(draw(texts(format)).encode(draw(st.sampled_from(_ENCODINGS)), "ignore"))
    for _ in range(draw(st.sampled_from((0, 0, 0, 1, 3)))):
        at = draw(st.integers(0, len(data)))
        data[at : at + draw(st.integers(0, 3))] = draw(st.binary(max_size=3))
    return bytes(data)
