"""Spans that a rule may spare: what lies inside a quotation, a title, a bracket or a byline, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import SPARED, Document

PAGE = "芦汀新桥通车\n\n　　本报讯（记者 秦小满）新桥长300米，桥面(含人行道)宽12米。\n“路近了，”村民说，“心也近了。”\n"


def test_spans_inside_quotations_and_brackets() -> None:
    document = Document(PAGE)
    near = PAGE.index("路近了")
    assert document.inside(near, near + 3, "quotation")
    assert not document.inside(PAGE.index("村民"), PAGE.index("村民") + 2, "quotation")
    walk = PAGE.index("人行道")
    assert document.inside(walk, walk + 3, "bracket") and not document.inside(walk, walk + 5, "bracket")
    reporter = PAGE.index("秦小满")
    assert document.inside(reporter, reporter + 3, "byline")


@pytest.mark.parametrize("kind", SPARED)
@given(text=st.text(alphabet="甲，。“”‘’（）《》记者 田一川\n", max_size=40))
def test_what_lies_inside_has_all_its_parts_inside(kind: str, text: str) -> None:
    document = Document(text)
    places = range(len(text))
    within = [
        (start, end) for start in places for end in range(start + 1, len(text) + 1) if document.inside(start, end, kind)
    ]
    assert all(document.inside(at, at + 1, kind) for start, end in within for at in range(start, end))
    assert not any("\n" in text[start:end] for start, end in within if kind == "byline")
