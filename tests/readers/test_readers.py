"""Which reader a file gets, and that a changed text is read as the same file."""

from __future__ import annotations

import subprocess
import sys

import pytest

from newslint.finding import Edit
from newslint.readers import ReadError, document_from_text, read_bytes, reread


@pytest.mark.parametrize(
    ("name", "format"),
    [("a.txt", "plain"), ("a.MD", "markdown"), ("版面/a.markdown", "markdown"), ("-", "plain"), ("a.log", "plain")],
)
def test_the_name_chooses_the_reader(name: str, format: str) -> None:
    document = read_bytes("新桥`通`车".encode(), name)
    assert (document.name, document.format) == (name, format)
    assert bool(document.masked) == (format == "markdown")


def test_the_format_may_be_given() -> None:
    assert document_from_text("新桥`通`车", format="markdown").masked


def test_what_was_read_can_be_written_back() -> None:
    data = b"\xff\xfe" + "新桥通车".encode("utf-16-le")
    document = read_bytes(data, "a.md")
    assert document.written(()) == data
    assert document.written([Edit(1, 2, "路")]) == b"\xff\xfe" + "新路通车".encode("utf-16-le")


def test_rereading_keeps_name_format_and_encoding() -> None:
    first = read_bytes("新桥`通`车。".encode("gb18030"), "a.md")
    again = reread(first, [Edit(3, 3, "已")])
    assert (again.name, again.format, again.text) == ("a.md", "markdown", "新桥`已通`车。")
    assert again.masked and again.written(()) == "新桥`已通`车。".encode("gb18030")


def test_an_empty_file_is_an_empty_document() -> None:
    document = read_bytes(b"", "a.txt")
    assert (document.text, document.lines, document.blocks, document.articles) == ("", (), (), ())


def test_an_unreadable_file_is_named() -> None:
    with pytest.raises(ReadError, match=r"^a.txt："):
        read_bytes(b"\x89PNG\r\n\x1a\n", "a.txt")


def test_plain_text_does_not_load_the_markdown_grammar() -> None:
    code = "import sys; from newslint.readers import document_from_text as d; d('新桥通车。').blocks; print('tree_sitter' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
        == "False"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n"])
def test_very_many_lines_of_next_to_nothing_are_no_article(end: str) -> None:
    with pytest.raises(ReadError, match=r"稿\.txt：有 30001 行，平均每行不到 6 个字，不像稿件"):
        read_bytes((f"（{end}" * 30_001).encode(), "稿.txt")
    for text in (f"（{end}" * 30_000, f"- 甲乙丙丁{end}" * 30_001, end * 200_000):
        assert read_bytes(text.encode(), "稿.txt").text == text


def test_very_many_items_of_a_page_are_lines_of_next_to_nothing() -> None:
    with pytest.raises(ReadError, match=r"稿\.html：有 30001 行，平均每行不到 6 个字，不像稿件"):
        read_bytes(("<li>甲" * 30_001).encode(), "稿.html")
    assert len(read_bytes(("<li>甲" * 20_000).encode(), "稿.html").prose.lines) == 20_000
    assert read_bytes(("<b>甲</b>" * 30_001).encode(), "稿.html").prose.text.startswith("甲甲")


def test_very_many_lines_of_markup_are_lines_of_next_to_nothing() -> None:
    with pytest.raises(ReadError, match=r"稿\.md：有 30001 行，平均每行不到 6 个字，不像稿件"):
        read_bytes(("![甲](图.png)\n\n" * 30_001).encode(), "稿.md")
    assert read_bytes(("[北城区图书馆](a.png)\n\n" * 30_001).encode(), "稿.md").view.count("北城") == 30_001
