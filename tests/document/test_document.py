"""A Document: blocks and articles that lie where they say."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.readers import document_from_text

PAGE = "芦汀新桥通车\n\n　　本报讯（记者 秦小满）新桥长300米，桥面(含人行道)宽12米。\r\n“路近了，”村民说，“心也近了。”\n详见 https://xm.example.cn/a?b=1 。\n"
LINES = st.sampled_from(
    [
        "",
        "\u3000",
        "新桥通车",
        "## 新桥通车",
        "### 两岸连心",
        "本报讯（记者 秦小满）新桥通车。",
        "群众很高兴。",
        "“路近了，",
        "桥长300米,宽12米(含人行道)",
        "- 糯米",
        "---",
        "1. 淘米",
        "图为新桥。秦小满 摄",
        "电话：0351-1234567",
        "风从北边来",
        "2024年5月6日",
        "www.example.cn",
        "甲\t乙",
        "#话题#",
        "> 引语",
        "`代码`",
    ]
)
PAGES = st.lists(LINES, max_size=25).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\r", "\n\n"]).map(lambda end: end.join(lines))
)
TEXTS = PAGES | st.text(max_size=150)


def test_a_block_is_found_by_any_place_in_it() -> None:
    document = Document(PAGE)
    paragraph = document.block_at(PAGE.index("本报讯"))
    assert paragraph is not None and paragraph.start == PAGE.index("本报讯")
    assert document.block_at(PAGE.index("300")) is paragraph
    assert document.block_at(PAGE.index("　　本报讯")) is None
    assert document.block_index(len(PAGE) + 9) == -1


def test_what_is_asked_once_is_worked_out_once() -> None:
    calls = []

    def count(document: Document) -> int:
        calls.append(document)
        return len(document.text)

    document = Document("新桥")
    assert (document.once(count), document.once(count), len(calls)) == (2, 2, 1)


def test_plain_text_has_no_comments() -> None:
    assert Document("新桥<!-- 待核 -->通车").comments == ()


def test_characters_leave_white_space_out() -> None:
    assert Document("新 桥\n　通车\n").characters == 4


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@given(text=TEXTS)
def test_everything_lies_inside_the_text_and_in_order(name: str, text: str) -> None:
    document = document_from_text(text, name=name)
    assert len(document.view) == len(document.classes) == len(text)
    spans = [(block.start, block.end) for block in document.blocks]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    for block in document.blocks:
        assert block.text == document.view[block.start : block.end]
        assert block.text == block.text.strip()
        assert document.position(block.start).line == block.line == document.position(block.end - 1).line
        assert document.block_at(block.start) is document.block_at(block.end - 1) is block


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@given(text=TEXTS)
def test_articles_share_out_the_blocks(name: str, text: str) -> None:
    document = document_from_text(text, name=name)
    assert tuple(block for article in document.articles for block in article.blocks) == document.blocks
    assert [article.number for article in document.articles] == list(range(len(document.articles)))
    assert bool(document.blocks) == bool(document.articles)
