"""Comments that leave findings out: how they are read, how far they reach, and how they are taken away."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.document.directives import directives_of, disabled_ranges, removal
from newslint.document.edits import apply_edits


def page(text: str) -> Document:
    """Return ``text`` as a format that has comments gives it."""
    spans = [match.span() for match in re.finditer(r"<!--.*?-->", text, re.S)]
    return Document(text, format="markdown", masked=spans, comments=spans)


def silenced(text: str) -> dict[str, list[str]]:
    """Return for each selector the stretches of text that it silences."""
    found: dict[str, list[str]] = {}
    for comment in disabled_ranges(page(text)):
        found.setdefault(comment.selector, []).append(text[comment.first : comment.last])
    return found


@pytest.mark.parametrize(
    ("comment", "selectors"),
    [
        ("<!-- newslint-disable-line -->", [""]),
        ("<!--newslint-disable-line-->", [""]),
        ("<!-- newslint-disable-line DU03 -->", ["DU03"]),
        ("<!-- newslint-disable-line DU03 PU aba-phrase -->", ["DU03", "PU", "aba-phrase"]),
        ("<!-- newslint-disable-line DU03, PU21、PU22 -->", ["DU03", "PU21", "PU22"]),
        ("<!-- newslint-disable-line ALL -->", [""]),
        ("<!-- newslint-disable-line DU03 -- 引文 PU21 原样 -->", ["DU03"]),
        ("<!-- newslint-disable-line DU03：引文原样 -->", ["DU03"]),
        ("<!-- newslint-disable-line：引文原样 -->", [""]),
        ("<!-- newslint-disable-line -- 引文原样 -->", [""]),
        ("<!-- newslint-disable-line\nDU03\nPU21 -->", ["DU03", "PU21"]),
        ("<!-- newslint-disable-lines DU03 -->", []),
        ("<!-- Newslint-disable-line DU03 -->", []),
        ("<!-- 配图见附件 -->", []),
        ("<!-- newslint 已查 -->", []),
    ],
)
def test_a_comment_is_read(comment: str, selectors: list[str]) -> None:
    assert list(silenced(f"新馆昨天开馆。{comment}\n")) == selectors


@pytest.mark.parametrize(
    "comment",
    [
        "newslint-disable-lines",
        "newslint_disable-line",
        "newslint disable-line",
        "newslint：disable",
        "NEWSLINT-disable",
        "newslint-",
        "newslint-off",
    ],
)
def test_what_only_looks_like_a_directive_is_told_from_a_note(comment: str) -> None:
    (directive,) = directives_of(page(f"<!-- {comment} DU03 -->")).found
    assert directive.verb == ""


def test_a_word_that_is_no_code_spoils_itself_alone() -> None:
    assert list(silenced("<!-- newslint-disable-file DU3 PU21 引文 -->")) == ["PU21"]


TEXT = "一。\n二。{}\n\n三。\n四。"


def test_a_line_is_the_line_of_the_comment() -> None:
    comment = "<!-- newslint-disable-line -->"
    assert silenced(TEXT.format(comment)) == {"": [f"二。{comment}\n"]}


def test_the_next_line_is_the_next_one_with_prose() -> None:
    assert silenced(
        "一。\n<!-- newslint-disable-next-line A1 DU -->\n\n<!-- newslint-disable-next-line PU -->\n二。\r\n三。"
    ) == {
        "DU": ["二。\r\n"],
        "PU": ["二。\r\n"],
    }


def test_a_next_line_that_is_not_there_silences_nothing() -> None:
    assert silenced("一。\n<!-- newslint-disable-next-line -->\n") == {"": [""]}


def test_a_range_ends_where_it_is_enabled_or_with_the_file() -> None:
    assert silenced("一。<!-- newslint-disable -->二。\n三。<!-- newslint-enable -->四。") == {"": ["二。\n三。"]}
    assert silenced("一。<!-- newslint-disable DU -->二。\n三。") == {"DU": ["二。\n三。"]}


def test_enabling_one_rule_leaves_the_others_off() -> None:
    text = "<!-- newslint-disable DU PU -->二。<!-- newslint-enable DU -->三。<!-- newslint-enable PU -->四。"
    assert silenced(text) == {"DU": ["二。"], "PU": ["二。<!-- newslint-enable DU -->三。"]}


def test_a_file_is_the_whole_of_it() -> None:
    text = TEXT.format("<!-- newslint-disable-file DU -->")
    assert silenced(text) == {"DU": [text]}


@pytest.mark.parametrize(
    ("text", "unused"),
    [
        ("一。<!-- newslint-enable -->", [None]),
        ("<!-- newslint-disable DU -->一。<!-- newslint-enable DU PU -->", [1]),
        ("<!-- newslint-disable -->一。<!-- newslint-enable DU -->", [0]),
        ("<!-- newslint-disable DU -->一。<!-- newslint-enable DU -->", []),
        ("<!-- newslint-disable DU PU -->一。<!-- newslint-enable -->", []),
    ],
)
def test_an_end_without_a_beginning_is_known(text: str, unused: list[int | None]) -> None:
    assert [part for _, part in directives_of(page(text)).unused] == unused


@pytest.mark.parametrize(
    ("text", "part", "left"),
    [
        ("一。\n<!-- newslint-disable-next-line DU -->\n二。\n", 0, "一。\n二。\n"),
        ("一。\r\n  <!-- newslint-disable-next-line DU -->  \r\n二。\r\n", 0, "一。\r\n二。\r\n"),
        ("一。\n<!-- newslint-disable-line -->", None, "一。\n"),
        ("一。 \u3000<!-- newslint-disable-line DU -- 引文 -->\n二。", 0, "一。\n二。"),
        ("一<!-- newslint-disable-line DU -->二。", 0, "一二。"),
        ("Open <!-- newslint-disable-line DU --> day。", 0, "Open day。"),
        ("一。<!-- newslint-disable-line DU PU EC -- 引文 -->", 0, "一。<!-- newslint-disable-line PU EC -- 引文 -->"),
        ("一。<!-- newslint-disable-line DU, PU, EC：引文 -->", 1, "一。<!-- newslint-disable-line DU, EC：引文 -->"),
        ("一。<!-- newslint-disable-line DU PU EC -->", 2, "一。<!-- newslint-disable-line DU PU -->"),
        ("<!-- newslint-disable DU -->\n一。\n<!-- newslint-enable -->\n", 0, "一。\n"),
        ("<!-- newslint-disable DU -->\n一。\n<!-- newslint-enable DU -->\n", 0, "一。\n"),
        (
            "<!-- newslint-disable DU PU -->\n一。\n<!-- newslint-enable DU PU -->\n",
            1,
            "<!-- newslint-disable DU -->\n一。\n<!-- newslint-enable DU -->\n",
        ),
        (
            "<!-- newslint-disable DU PU -->\n一。\n<!-- newslint-enable -->\n",
            1,
            "<!-- newslint-disable DU -->\n一。\n<!-- newslint-enable -->\n",
        ),
    ],
)
def test_a_directive_is_taken_away_without_a_trace(text: str, part: int | None, left: str) -> None:
    assert apply_edits(text, removal(page(text), 0, part)) == left


COMMENTS = [
    f"<!-- newslint-{verb}{words} -->"
    for verb in ("disable-line", "disable-next-line", "disable", "enable", "disable-file")
    for words in ("", " DU03", " DU03 PU", " PU -- 引文", " 引文 PU")
]


@given(
    st.lists(
        st.sampled_from([*COMMENTS, "新馆昨天开馆。", "\n", "\r\n", " ", "<!--", "-->", "newslint-disable"]),
        max_size=12,
    ).map("".join)
)
def test_any_text_has_its_places_inside_and_loses_nothing_but_comments(text: str) -> None:
    document = page(text)
    bare = re.sub(r"<!--.*?-->", "", text, flags=re.S).split()
    for comment in disabled_ranges(document):
        assert 0 <= comment.first <= comment.last <= len(text) + 1
        assert text[comment.start : comment.end] == (comment.selector or text[comment.start : comment.end])
    for index, directive in enumerate(directives_of(document).found):
        for part in directive.parts if directive.verb else ():
            left = apply_edits(text, removal(document, index, part))
            assert len(left) < len(text)
            assert "".join(re.sub(r"<!--.*?-->", "", left, flags=re.S).split()) == "".join(bare)
