"""No rule reads on from one part of a Word document to the next: text boxes, cells, notes, headers, comments."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from fuzz.texts import CODES, RULES
from word_documents import box, docx, p

from newslint.config import Settings
from newslint.finding import Finding, Severity
from newslint.readers import read_bytes
from newslint.run.linter import Linter

NAME = "稿.docx"
LINTER = Linter(Settings(level=Severity.INFO, select=CODES))
#: Examples of rules with several lines, of which each may stand above a border.
EXAMPLES = [
    example.text.splitlines()
    for rule in RULES
    for example in rule.doc().wrong
    if example.format == "plain" and "\n" in example.text and all(map(str.isprintable, example.text.splitlines()))
]
LEAD = "新桥今天通车，市民前往参观。"


def paragraphs(lines: Sequence[str], *last: str) -> str:
    """Return a paragraph for each line; the last has ``last`` as well."""
    return "".join(map(p, lines[:-1])) + p(lines[-1], *last)


def mark(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def footnotes(*notes: Sequence[str]) -> dict[str, str]:
    inside = (f'<w:footnote w:id="{number}">{paragraphs(note)}</w:footnote>' for number, note in enumerate(notes, 1))
    return {"footnotes.xml": "".join(inside)}


def cells(*inside: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr><w:tc>{cell}</w:tc></w:tr>' for cell in inside)}</w:tbl>"


def headed(upper: Sequence[str], lower: Sequence[str]) -> bytes:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1.xml"/></w:sectPr>'
    return docx(paragraphs(upper) + section, {"header1.xml": paragraphs(lower)})


#: Documents whose last part has the second of two groups of lines, by what parts them.
BORDERS: dict[str, Callable[[Sequence[str], Sequence[str]], bytes]] = {
    "text, then box": lambda upper, lower: docx(paragraphs(upper, box(paragraphs(lower)))),
    "box, then text": lambda upper, lower: docx(p(LEAD, box(paragraphs(upper))) + paragraphs(lower)),
    "box, then box": lambda upper, lower: docx(p(LEAD, box(paragraphs(upper)), box(paragraphs(lower)))),
    "text, then cell": lambda upper, lower: docx(paragraphs(upper) + cells(paragraphs(lower))),
    "cell, then text": lambda upper, lower: docx(p(LEAD) + cells(paragraphs(upper)) + paragraphs(lower)),
    "cell, then cell": lambda upper, lower: docx(p(LEAD) + cells(paragraphs(upper), paragraphs(lower))),
    "text, then note": lambda upper, lower: docx(paragraphs(upper, mark(1)), footnotes(lower)),
    "note, then note": lambda upper, lower: docx(p(LEAD, mark(1), mark(2)), footnotes(upper, lower)),
    "text, then header": headed,
}


def findings(data: bytes) -> tuple[str, Sequence[Finding]]:
    """Return the text of a document and what is found in it."""
    file = LINTER.check_file(NAME, data)
    return read_bytes(data, NAME).text, file.findings


@pytest.mark.parametrize("border", BORDERS)
def test_no_finding_reaches_over_a_border(border: str) -> None:
    over = []
    for lines in EXAMPLES:
        for at in range(1, len(lines)):
            if not lines[at - 1].strip() or not any(map(str.strip, lines[at:])):
                continue
            text, found = findings(BORDERS[border](lines[:at], lines[at:]))
            below = "\n".join(lines[at:]) + "\n"
            assert text.endswith("\n" + below)
            place = len(text) - len(below)
            over += [(lines, one.code, one.message) for one in found if one.start.offset < place <= one.end.offset]
    assert not over


def test_a_broken_line_is_found_within_each_part() -> None:
    cut = ["会上，馆长介绍了分馆建设情况，要求各分馆抓好夏季防汛，做到责任落", "实、措施到位。"]
    for name in ("text, then box", "box, then text", "cell, then cell"):
        _, found = findings(BORDERS[name]([LEAD], [*cut, LEAD]))
        assert [one.code for one in found if one.code.startswith("LS")] == ["LS01"], name


def test_words_of_comments_are_no_text() -> None:
    inside = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
    data = docx(
        p(inside[0], LEAD, inside[1]), {"comments.xml": f'<w:comment w:id="1" w:author="甲">{p("请补图")}</w:comment>'}
    )
    assert read_bytes(data, NAME).text == LEAD + "\n"
