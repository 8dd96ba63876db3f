"""Suppression in the formats that have comments, from the file's text to what is reported and fixed."""

from __future__ import annotations

import pytest

from newslint.document import Document
from newslint.readers import document_from_text
from newslint.run.linter import Linter

LINTER = Linter()
PHRASE = "双方坚持互惠互利互惠原则。"


def read(text: str, format: str) -> Document:
    return document_from_text(text, name=f"稿.{format}", format={"md": "markdown"}.get(format, format))


def found(text: str, format: str) -> list[tuple[str, str]]:
    document = read(text, format)
    return [
        (finding.code, document.text[finding.start.offset : finding.end.offset])
        for finding in LINTER.check_document(document)
    ]


MARKDOWN = [
    f"{PHRASE}<!-- newslint-disable-line DU03 -- 引文原样 -->\n",
    f"{PHRASE} <!-- newslint-disable-line DU03：引文原样 -->\n",
    "**双方坚持互惠互利互惠原则**。<!-- newslint-disable-line DU03 -- 引文 -- 原样 -->\n",
    f"- {PHRASE} <!-- newslint-disable-line DU03 -- 引文原样 -->\n",
    f"> {PHRASE} <!-- newslint-disable-line DU03 -- 引文原样 -->\n",
    f"<!-- newslint-disable-next-line DU03 -- 引文原样 -->\n{PHRASE}\n",
    f"<!-- newslint-disable DU03 -- 引文原样 -->\n\n{PHRASE}\n\n<!-- newslint-enable -->\n\n又一段。\n",
    f"{PHRASE}\n\n<!-- newslint-disable-file aba-phrase -- 引文原样 -->\n",
]
HTML = [
    f"<p>{PHRASE}<!-- newslint-disable-line DU03 -- 引文原样 --></p>\n",
    f"<!-- newslint-disable-next-line DU03 -- 引文原样 -->\n<div>\n<p>{PHRASE}</p></div>\n",
    "<!-- newslint-disable DU03 -->\n<p>双方坚持互惠<b>互利</b>互惠原则。</p>\n<!-- newslint-enable -->\n<p>又一段。</p>\n",
    f"<p>{PHRASE}</p><!-- newslint-disable-file DU03 -->\n",
]
CASES = [*(("md", text) for text in MARKDOWN), *(("html", text) for text in HTML)]


@pytest.mark.parametrize(("format", "text"), CASES)
def test_a_comment_silences_what_it_names_and_is_left_in_place(format: str, text: str) -> None:
    assert found(text, format) == []
    assert LINTER.fix_document(read(text, format), unsafe=True).text == text


@pytest.mark.parametrize(("format", "text"), CASES)
def test_a_comment_with_nothing_to_silence_is_told_and_taken_away(format: str, text: str) -> None:
    clean = text.replace("互利</b>互惠", "互利</b>").replace("互惠互利互惠", "互惠互利")
    assert [code for code, _ in found(clean, format)] == ["NL01"]
    fixed = LINTER.fix_document(read(clean, format)).text
    assert "newslint" not in fixed and found(fixed, format) == []


def test_a_misspelt_comment_is_told_where_it_stands() -> None:
    assert found("<p>又一段。</p>\n<!-- newslint-disabel -->\n", "html") == [("NL02", "newslint-disabel")]
    assert found("又一段。<!-- newslint-disable-line DU003 -- 引文 -->\n", "md") == [("NL02", "DU003")]


@pytest.mark.parametrize(
    "text", ["又一段，见`<!-- newslint-disable-file -->`。\n", "```\n<!-- newslint-disable-file -->\n```\n\n又一段。\n"]
)
def test_a_comment_in_code_is_none(text: str) -> None:
    assert found(text, "md") == []
