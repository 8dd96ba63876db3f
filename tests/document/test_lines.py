"""The lines of a text: where they begin, what ends them, and which are no prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document

TEXTS = st.text(max_size=150) | st.text(alphabet="甲\r\n-* \u3000\x85", max_size=60)


def test_positions_count_lines_and_columns_from_one() -> None:
    document = Document("甲乙\r\n丙𠮷丁\n戊")
    assert [(place.line, place.column) for place in map(document.position, (0, 1, 4, 6, 8, 9))] == [
        (1, 1),
        (1, 2),
        (2, 1),
        (2, 3),
        (3, 1),
        (3, 2),
    ]


@given(text=TEXTS)
def test_positions_lead_back_to_the_text(text: str) -> None:
    document = Document(text)
    for offset in range(len(text) + 1):
        place = document.position(offset)
        assert document.line_starts[place.line - 1] + place.column - 1 == offset


@pytest.mark.parametrize("rule", ["-----", "* * *", "————", "※※※"])
def test_a_line_of_marks_is_no_block(rule: str) -> None:
    assert [block.text for block in Document(f"甲县开镰。\n{rule}\n乙县开镰。").blocks] == ["甲县开镰。", "乙县开镰。"]


@pytest.mark.parametrize(
    ("text", "end"), [("甲", "\n"), ("甲\r\n乙\n丙\r\n", "\r\n"), ("甲\r乙\n丙", "\r"), ("甲\n\n乙\r\n", "\n")]
)
def test_the_line_end_of_a_file_is_the_one_it_uses_most(text: str, end: str) -> None:
    assert Document(text).line_end == end


@given(st.text(alphabet="甲，。\n\r ", max_size=60), st.integers(1, 9))
def test_stretches_part_the_text_behind_line_ends(text: str, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newslint.document.lines.STRETCH", size)
        spans = Document(text).stretches
    view = Document(text).view
    assert "".join(view[start:end] for start, end in spans) == view
    assert all(view[end - 1] == "\n" for _, end in spans[:-1])
    assert all(view.find("\n", start + size, end - 1) < 0 for start, end in spans)
