"""A Word document gives the findings of the plain text of its words, whoever wrote the document."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from conftest import ROOT
from docx import Document

from newslint.finding import Finding
from newslint.readers import ReadError, read_bytes
from newslint.run.discovery import discover
from newslint.run.linter import Linter

LINTER = Linter()
ARTICLES = [
    Path(path) for path in discover([str(ROOT / "fixtures")]) if Path(path).suffix not in (".docx", ".html", ".htm")
]


def by_python_docx(text: str) -> bytes:
    """Return a document with a paragraph for each line, in three runs of different formats."""
    document = Document()
    for line in text.split("\n"):
        paragraph = document.add_paragraph()
        for at in range(0, len(line), 7):
            paragraph.add_run(line[at : at + 7]).bold = at % 2 == 1
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def sample_of_the_readme() -> str:
    """Return the faulty sample that the README shows."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return text[text.index("本报讯") :].split("```")[0]


def without_fixes_across_lines(findings: list[Finding], text: str) -> list[tuple[object, ...]]:
    """Return what an editor sees of findings; a line end can be put in or removed where there is a paragraph beside."""
    return [
        (
            finding.code,
            finding.message,
            finding.start,
            finding.end,
            finding.related,
            finding.fix
            if finding.fix and not any("\n" in text[edit.start : edit.end] + edit.text for edit in finding.fix.edits)
            else None,
        )
        for finding in findings
    ]


def prove_same(text: str) -> None:
    document = read_bytes(by_python_docx(text), "稿.docx")
    words = text + "\n"
    assert document.text == words
    plain = read_bytes(words.encode(), "稿.txt")
    found, expected = LINTER.check_document(document), LINTER.check_document(plain)
    assert without_fixes_across_lines(found, words) == without_fixes_across_lines(expected, words)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_every_fixture(path: Path) -> None:
    text = read_bytes(path.read_bytes(), "a.txt").text.replace("\r\n", "\n").replace("\r", "\n")
    if any(ord(char) < 32 and char not in "\t\n" for char in text):
        pytest.skip("XML cannot have its control characters")
    prove_same(text)


def test_the_sample_of_the_readme() -> None:
    prove_same(sample_of_the_readme())


@pytest.mark.parametrize("path", sorted((ROOT / "fixtures" / "dirty").glob("*.docx")), ids=lambda path: path.name)
def test_documents_as_they_come_to_a_desk(path: Path) -> None:
    document = read_bytes(path.read_bytes(), path.name)
    plain = read_bytes(document.text.encode(), "稿.txt")
    found = [(finding.code, finding.start, finding.end) for finding in LINTER.check_document(document)]
    assert found == [(finding.code, finding.start, finding.end) for finding in LINTER.check_document(plain)]


def test_the_name_alone_makes_a_document() -> None:
    with pytest.raises(ReadError, match=r"请改名为 \.docx"):
        read_bytes(by_python_docx("新桥今天通车。"), "稿.txt")
