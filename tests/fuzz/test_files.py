"""Any bytes in a file of any format: read or refused in one sentence, checked, fixed for good, and read again."""

from __future__ import annotations

import pytest
from fuzz.texts import CODES, FORMATS, files
from hypothesis import given
from hypothesis import strategies as st

from newslint.config import Settings
from newslint.config.presets import ASPECTS, PRESETS
from newslint.document import Document
from newslint.finding import Finding, Safety, Severity
from newslint.readers import ReadError, read_bytes
from newslint.run.linter import Linter
from newslint.run.rewriting import FixedFile, rewrite

#: Every rule in the styles that differ most.
LINTERS = [
    Linter(Settings(level=Severity.INFO, select=CODES, **style))
    for style in (
        {},
        {"preset": list(PRESETS)[-1]},
        {"house": {aspect: form.values[0] for aspect, form in ASPECTS.items()}},
        {"house": {aspect: form.values[-1] for aspect, form in ASPECTS.items()}},
    )
]


def read(data: bytes, name: str) -> Document | None:
    """Return the document; None if the file is refused, in one sentence that names it."""
    try:
        return read_bytes(data, name)
    except ReadError as error:
        assert str(error).startswith(f"{name}：") and "\n" not in str(error)
        return None


@pytest.mark.parametrize("format", FORMATS)
@given(st.data())
def test_a_file_is_read_whole_or_refused(format: str, data: st.DataObject) -> None:
    content = data.draw(files(format))
    document = read(content, FORMATS[format])
    if document is None:
        return
    text = document.text
    assert document.written(()) == content
    assert len(document.view) == len(text)
    for spans in (document.masked, document.comments, [(block.start, block.end) for block in document.blocks]):
        assert list(spans) == sorted(spans) and all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize("format", FORMATS)
@given(st.data())
def test_findings_lie_in_the_text_in_order_and_are_the_same_twice(format: str, data: st.DataObject) -> None:
    content = data.draw(files(format))
    linter = data.draw(st.sampled_from(LINTERS))
    document = read(content, FORMATS[format])
    if document is None:
        return
    found = linter.check_document(document)
    assert found == linter.check_document(read_bytes(content, FORMATS[format]))
    assert found == sorted(found, key=lambda finding: finding.sort_key)
    for finding in found:
        lies_in(finding, document)


def lies_in(finding: Finding, document: Document) -> None:
    text = document.text
    for place in (finding, *(place for place in finding.related if place.path is None)):
        assert 0 <= place.start.offset <= place.end.offset <= len(text)
        for at in (place.start, place.end):
            before = text[: at.offset].replace("\r\n", "\n ").replace("\r", "\n")
            if not text[: at.offset].endswith("\r") or text[at.offset : at.offset + 1] != "\n":
                assert at.line == before.count("\n") + 1
    if document.format == "plain":
        assert text[finding.start.offset : finding.end.offset] == finding.text
    for edit in finding.fix.edits if finding.fix else ():
        assert 0 <= edit.start <= edit.end <= len(text)


@pytest.mark.parametrize("format", FORMATS)
@given(st.data())
def test_a_fixed_file_is_read_as_it_was_written_and_has_nothing_left_to_fix(format: str, data: st.DataObject) -> None:
    content, name = data.draw(files(format)), FORMATS[format]
    linter, unsafe = data.draw(st.sampled_from(LINTERS)), data.draw(st.booleans())
    fixed = fix(linter, name, content, unsafe)
    if fixed.error:
        assert fixed.error.startswith(f"{name}：") and "\n" not in fixed.error and "内部出错" not in fixed.error
        return
    assert (fixed.cycle, fixed.unfinished) == ((), False)
    if fixed.before == fixed.after:
        return
    mended = read_bytes(fixed.data, name)
    assert mended.text == fixed.after
    assert [
        (finding.code, finding.text)
        for finding in linter.check_document(mended)
        if finding.fix and (unsafe or finding.fix.safety is Safety.SAFE)
    ] == []


def fix(linter: Linter, name: str, content: bytes, unsafe: bool) -> FixedFile:
    (fixed,) = rewrite(linter, [(name, content)], unsafe=unsafe)
    return fixed
