"""Any Word document: its package damaged, or its XML cut and spliced; read or refused, and fixed for good."""

from __future__ import annotations

from random import Random

from fuzz.texts import CODES, RULES
from hypothesis import given
from hypothesis import strategies as st
from word_documents import archive, parts_of, random_docx

from newslint.config import Settings
from newslint.finding import Severity
from newslint.readers import ReadError, read_bytes
from newslint.run.linter import Linter
from newslint.run.rewriting import rewrite

NAME = "稿.docx"
LINTER = Linter(Settings(level=Severity.INFO, select=CODES))
_EXAMPLES = [
    line
    for rule in RULES
    for example in (*rule.doc().wrong, *rule.doc().right)
    if example.format == "plain"
    for line in example.text.splitlines()
    if line.isprintable() and line
]
_XML = (
    *"<w:p> </w:p> <w:p/> <w:r> </w:r> <w:t> </w:t> <w:tbl> </w:tbl> <w:tc> </w:tc> <w:tr/> <w:br/> <w:tab/>".split(),
    *"<w:del> </w:del> <w:ins> </w:ins> <w:sdt> <w:hyperlink> &lt; &#0; &#x110000; &amp &quot; <!-- --> <![CDATA[ ]]>".split(),
    *("<w:t>的的</w:t>", "<w:r><w:t>。。</w:t></w:r>", "<w:noBreakHyphen/>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;"),
    *(
        "w:id=",
        'xml:space="preserve"',
        'w:val="9"',
        "</w:body>",
        "</w:document>",
        "<?xml?>",
        "\x00",
        "\ufeff",
        "甲",
        '"',
    ),
)


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """Return a document with examples of rules in it, of which parts or bytes may be changed, gone or new."""
    lines = draw(st.lists(st.sampled_from(_EXAMPLES), min_size=1, max_size=5))
    data = random_docx(lines, Random(draw(st.integers(0, 10**6))))
    kind = draw(st.integers(0, 3))
    if kind == 1:
        parts = parts_of(data)
        for _ in range(draw(st.integers(1, 3))):
            name = draw(st.sampled_from(sorted(parts)))
            text = bytearray(parts[name])
            at = draw(st.integers(0, len(text)))
            text[at : at + draw(st.sampled_from((0, 0, 1, 40)))] = draw(st.sampled_from(_XML)).encode()
            parts[name] = bytes(text)
        if draw(st.integers(0, 4)) == 0:
            del parts[draw(st.sampled_from(sorted(parts)))]
        return archive(parts)
    if kind == 2:
        damaged = bytearray(data)
        for _ in range(draw(st.integers(1, 4))):
            at = draw(st.integers(0, len(damaged)))
            damaged[at : at + draw(st.integers(0, 3))] = draw(st.binary(max_size=3))
        return bytes(damaged)
    return data


@given(documents(), st.booleans())
def test_a_document_is_read_checked_and_fixed_or_refused(data: bytes, accept: bool) -> None:
    try:
        document = read_bytes(data, NAME)
    except ReadError as error:
        assert str(error).startswith(f"{NAME}：")  # a part in it may have a line end, which is shown as ¶
        return
    assert document.written(()) == data
    for finding in LINTER.check_document(document):
        assert 0 <= finding.start.offset <= finding.end.offset <= len(document.text)
    (fixed,) = rewrite(LINTER, [(NAME, data)], unsafe=True, accept=accept)
    if fixed.error:
        assert fixed.error.startswith(f"{NAME}：") and "内部出错" not in fixed.error
        return
    assert fixed.cycle == ()
    mended = read_bytes(fixed.data, NAME)
    assert mended.text == fixed.after
