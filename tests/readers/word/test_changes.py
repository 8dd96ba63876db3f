"""What newslint writes into Word documents: changes that are accepted or rejected whole, and comments in their places.

The changes are accepted and rejected, and the comments found, by code of these tests, not of newslint.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from word_documents import W, archive, box, deleted, docx, inserted, p, parts_of, random_docx, run

from newslint.config import Settings
from newslint.document.edits import apply_edits
from newslint.finding import Edit, Finding, Severity
from newslint.readers import read_bytes
from newslint.readers.word import Note, annotated, without_own
from newslint.rulebook.book import load_rules
from newslint.run.linter import Linter

#: How many random documents are tried; a release is tried with NEWSLINT_DOCUMENTS=500.
DOCUMENTS = int(os.environ.get("NEWSLINT_DOCUMENTS", "60"))
RULES = list(load_rules())
STRICT = Linter(Settings(level=Severity.INFO, select=tuple(rule.code for rule in RULES)))
TEXTS = [
    "".join(char for char in line if char.isprintable())
    for rule in RULES
    for example in rule.doc().wrong
    if example.format == "plain"
    for line in example.text.split("\n")
    if line.strip()
]
T, DEL_TEXT, INS, DEL, PARAGRAPH = (f"{{{W}}}{name}" for name in ("t", "delText", "ins", "del", "p"))
ID, AUTHOR = f"{{{W}}}id", f"{{{W}}}author"
OWN = "newslint"


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    lines = draw(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=8))
    return random_docx(lines, Random(draw(st.integers(0, 2**32))))


def changed(data: bytes, change: Callable[[etree._Element], None]) -> bytes:
    """Return a document with ``change`` made in every part with text."""
    parts = parts_of(data)
    for name in parts:
        if name.startswith("word/") and name.endswith(".xml"):
            root = etree.fromstring(parts[name])
            change(root)
            parts[name] = etree.tostring(root)
    return archive(parts)


def _unwrap(mark: etree._Element) -> None:
    for child in list(mark):
        mark.addprevious(child)
    mark.getparent().remove(mark)


def accept(root: etree._Element) -> None:
    """Accept the changes of newslint, as Word does."""
    for mark in [mark for mark in root.iter(INS) if mark.get(AUTHOR) == OWN]:
        _unwrap(mark)
    for mark in [mark for mark in root.iter(DEL) if mark.get(AUTHOR) == OWN]:
        if mark.getparent().tag != f"{{{W}}}rPr":
            mark.getparent().remove(mark)


def reject(root: etree._Element) -> None:
    """Reject the changes of newslint, as Word does."""
    for mark in [mark for mark in root.iter(INS) if mark.get(AUTHOR) == OWN]:
        mark.getparent().remove(mark)
    for mark in [mark for mark in root.iter(DEL) if mark.get(AUTHOR) == OWN]:
        for text in mark.iter(DEL_TEXT):
            text.tag = T
        _unwrap(mark)


def text_of(data: bytes) -> str:
    return read_bytes(data, "稿.docx").text


def others(data: bytes) -> list[tuple[str, str | None]]:
    """Return what others have inserted and deleted: the author and the words that are still theirs."""
    root = etree.fromstring(parts_of(changed(data, reject))["word/document.xml"])
    marks = [(mark.get(AUTHOR), "".join(mark.itertext())) for mark in root.iter(INS, DEL)]
    return [
        ("".join(words for author, words in marks if author == who), who) for who in {author for author, _ in marks}
    ]


def notes_of(findings: list[Finding]) -> list[Note]:
    return [Note(finding.start.offset, finding.end.offset, (finding.code,)) for finding in findings]


@settings(max_examples=DOCUMENTS)
@given(documents())
def test_changes_are_accepted_and_rejected_whole(data: bytes) -> None:
    document = read_bytes(data, "稿.docx")
    outcome = STRICT.fix_document(document, unsafe=True)
    written = document.written(outcome.edits)
    assert text_of(written) == text_of(changed(written, accept)) == outcome.text
    assert text_of(changed(written, reject)) == text_of(without_own(written, "稿.docx")) == document.text
    assert others(written) == others(data)
    assert document.written(outcome.edits) == written
    assert text_of(document.written(outcome.edits, accept=True)) == outcome.text
    may_change = ("word/document.xml", "word/footnotes.xml", "word/header1.xml")
    untouched = {name: part for name, part in parts_of(data).items() if name not in may_change}
    assert untouched.items() <= parts_of(written).items()


@settings(max_examples=DOCUMENTS)
@given(documents(), st.booleans())
def test_each_comment_stands_on_exactly_its_finding(data: bytes, fixed: bool) -> None:
    document = read_bytes(data, "稿.docx")
    found = STRICT.check_document(document)
    edits = STRICT.fix_document(document, unsafe=True).edits if fixed else ()
    marked = annotated(data, "稿.docx", document.text, notes_of(found), edits)
    assert annotated(data, "稿.docx", document.text, notes_of(found), edits) == marked
    seen = commented(marked)
    own = {number: code for number, (author, code) in comments_in(marked).items() if author == OWN}
    assert sorted(own.values()) == sorted(finding.code for finding in found)
    kinds = {finding: kind_at(document, finding.start.offset) for finding in found}
    expected = [(finding.code, finding.text.replace("\n", "")) for finding in found if kinds[finding] in ("", "table")]
    there = [(code, seen[number]) for number, code in own.items() if number in seen]
    for code, words in expected:
        if words:
            assert (code, words) in there
    back = without_own(marked, "稿.docx")
    assert text_of(back) == document.text and comments_in(back) == comments_in(data)


def kind_at(document, offset: int) -> str:
    return [kind for start, kind, _ in document.paragraphs if start <= offset][-1]


def comments_in(data: bytes) -> dict[str, tuple[str, str]]:
    """Return the comments by id: the author, and the words."""
    part = parts_of(data).get("word/comments.xml")
    root = etree.fromstring(part) if part else []
    return {comment.get(ID): (comment.get(AUTHOR), "".join(comment.itertext())) for comment in root}


def commented(data: bytes) -> dict[str, str]:
    """Return the words that each comment stands on, by id, as they were before newslint changed any."""
    root = etree.fromstring(parts_of(data)["word/document.xml"])
    starts: dict[str, int] = {}
    found: dict[str, str] = {}
    text = ""
    inside_fallback = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = etree.QName(element).localname
        inside_fallback += (name == "Fallback") * (1 if event == "start" else -1)
        if event == "end" or inside_fallback:
            continue
        if name == "commentRangeStart":
            starts[element.get(ID)] = len(text)
        elif name == "commentRangeEnd":
            found[element.get(ID)] = text[starts[element.get(ID)] :]
        elif name in ("tab", "br") and element.getparent().tag == f"{{{W}}}r" and not _is_others(element):
            text += "\t" if name == "tab" else ""
        elif element.tag in (T, DEL_TEXT) and not _is_others(element):
            text += element.text or ""
    return found


def _is_others(element: etree._Element) -> bool:
    """Return True for what newslint inserted, and what others deleted."""
    inserted_by = {mark.get(AUTHOR) for mark in element.iterancestors(INS)}
    deleted_by = {mark.get(AUTHOR) for mark in element.iterancestors(DEL)}
    return OWN in inserted_by or bool(deleted_by - {OWN})


#: Documents in which work that grows with its square would not end.
GROWING = {
    "one text": p("甲乙丙" * 8000),
    "one run": "<w:p><w:r>" + "<w:t>甲</w:t>" * 20_000 + "</w:r></w:p>",
    "one insertion": p(inserted(*["甲"] * 20_000)),
    "many paragraphs": p("甲") * 10_000,
    "many sections": p("甲", properties='<w:sectPr><w:headerReference r:id="x"/></w:sectPr>') * 10_000,
}


@pytest.mark.parametrize("body", GROWING.values(), ids=GROWING)
@pytest.mark.parametrize("accept", [False, True])
def test_time_grows_with_the_document_only(body: str, accept: bool) -> None:
    document = read_bytes(docx(body), "稿.docx")
    edits = [Edit(at, at + 1, "丁") for at in range(0, len(document.text) - 1, 4)]
    if body == GROWING["many paragraphs"]:
        edits = [Edit(at, at + 1, "") for at in range(1, len(document.text) - 2, 2)]
    written = document.written(edits, accept=accept)
    assert text_of(written) == apply_edits(document.text, edits)


def test_what_stands_between_texts_of_a_run_survives_their_deletion() -> None:
    mark = '<w:footnoteReference w:id="1"/>'
    body = p(f"<w:r><w:t>今天的</w:t>{mark}<w:t>的通车</w:t></w:r>", "。")
    data = docx(body, {"footnotes.xml": f'<w:footnote w:id="1">{p("注")}</w:footnote>'})
    document = read_bytes(data, "稿.docx")
    for accept in (False, True):
        written = document.written([Edit(1, 5, "日")], accept=accept)
        assert text_of(written) == "今日车。\n注\n"


def test_a_change_inside_a_colleagues_insertion_parts_it() -> None:
    data = docx(p("新桥", inserted("今天的的通车"), "。"))
    written = read_bytes(data, "稿.docx").written([Edit(4, 6, "已")])
    root = etree.fromstring(parts_of(written)["word/document.xml"])
    assert [(mark.get(AUTHOR), "".join(mark.itertext())) for mark in root.iter(INS)] == [
        ("甲", "今天的的"),
        (OWN, "已"),
        ("甲", "通车"),
    ]
    assert [mark.getparent().get(AUTHOR) for mark in root.iter(DEL)] == ["甲"]


def test_a_paragraph_mark_is_deleted_where_word_looks_for_it() -> None:
    properties = '<w:jc w:val="both"/><w:rPr><w:ins w:id="1" w:author="甲"/><w:b/></w:rPr>'
    data = docx(p("新", properties=properties) + p("桥") + p("通", box(p("图"))) + p("车", deleted("了"), run("。")))
    document = read_bytes(data, "稿.docx")
    assert document.text == "新\n桥\n通\n图\n车。\n"
    assert [document.carry([Edit(at, at + 1, "")]) is not None for at in (1, 3, 5, 7, 10)] == [
        True,
        True,
        False,
        False,
        False,
    ]
    root = etree.fromstring(parts_of(document.written([Edit(1, 2, ""), Edit(3, 4, "")]))["word/document.xml"])
    first, second, *_ = root.iter(PARAGRAPH)
    assert [etree.QName(child).localname for child in first[0][1]] == ["ins", "del", "b"]
    assert [etree.QName(child).localname for child in second[0]] == ["rPr"]
