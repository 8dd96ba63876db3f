"""Any comments and any entries: they leave findings out, add only what is said of themselves, and change nothing else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from fuzz.texts import CODES, FORMATS, RULES, texts
from fuzz.values import spoilt
from hypothesis import given
from hypothesis import strategies as st

from newslint import strict
from newslint.config import ConfigError, Settings, values
from newslint.document.directives import disabled_ranges
from newslint.finding import Severity
from newslint.readers import document_from_text
from newslint.run.linter import Linter

STRICT = Settings(level=Severity.INFO, select=CODES, folder=Path("/稿库"))
#: The family of the rules about comments.
ABOUT = "NL"
_verbs = st.sampled_from(
    ("disable", "disable-line", "disable-next-line", "disable-file", "enable", "disable_line", "off", "noqa")
)
_words = st.one_of(
    st.sampled_from(
        [*CODES, "DU", "PU", "EC", "NL01", "NL02", "ALL", "all", "du03", "aba-phrase", "XX99", "甲", "--", "—", "："]
    ),
    st.text(max_size=4),
)
_comments = st.builds(
    lambda head, verb, words, tail: f"{head}{verb} {' '.join(words)}{tail}",
    st.sampled_from(("<!-- newslint-", "<!--newslint-", "<!-- newslint: ", "<!-- NEWSLINT-", "<!-- newslint ")),
    _verbs,
    st.lists(_words, max_size=3),
    st.sampled_from((" -->", "-->", " -- 引文 -->\n", " -->\n\n", "", " --")),
)
_faults = st.sampled_from([example.text for rule in RULES for example in rule.doc().wrong if example.format == "plain"])
_pages = st.lists(_comments | _comments | _faults | texts("html"), max_size=8).map("".join)


@pytest.fixture(scope="module")
def with_comments() -> Linter:
    return Linter(STRICT)


@pytest.fixture(scope="module")
def without_comments() -> Linter:
    return Linter(STRICT._replace(comments=False))


@pytest.mark.parametrize("format", ["markdown", "html"])
@given(text=_pages)
def test_comments_leave_findings_out_and_add_none(
    with_comments: Linter, without_comments: Linter, format: str, text: str
) -> None:
    document = document_from_text(text, name=FORMATS[format])
    for disabled in disabled_ranges(document):
        assert 0 <= disabled.start <= disabled.end <= len(text) and 0 <= disabled.first <= disabled.last
    every = [one for one in without_comments.check_document(document) if not one.code.startswith(ABOUT)]
    file = with_comments.check_file(FORMATS[format], text.encode("utf-8", "ignore"))
    if file.text != text:
        return
    assert file.error is None
    found = [one for one in file.findings if not one.code.startswith(ABOUT)]
    assert not Counter(found) - Counter(every)
    assert len(found) + file.suppressed >= len(every)


_entry = {"path": "*.txt", "code": "DU03", "text": "互惠", "reason": "核实", "until": "2999-12-31"}


@given(st.lists(st.just(_entry) | spoilt(_entry), max_size=3), st.lists(_faults, max_size=4).map("\n".join))
def test_entries_leave_findings_out_or_are_refused(
    with_comments: Linter, entries: list[dict[str, object]], text: str
) -> None:
    try:
        read = values.suppressions(entries)
        linter = Linter(STRICT._replace(suppressions=read))
    except strict.Invalid as error:
        assert error.problem
        return
    except ConfigError as error:
        assert "code" in str(error)
        return
    every = with_comments.check_file("/稿库/稿.txt", text.encode()).findings
    file = linter.check_file("/稿库/稿.txt", text.encode())
    assert file.error is None and not set(file.findings) - set(every)
    assert len(file.findings) + file.suppressed >= len(every)
