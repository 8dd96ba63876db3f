"""What an editor sees of events and feast days that are called by their month and day."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.engine.engine import Engine
from newslint.engine.fixer import fix_document
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

ENGINE = Engine(load_rules([Path(__file__).parents[3] / "rules" / "marks" / "interpunct-month-day.toml"]))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("重走“五·四”运动旧址", "重走“五四”运动旧址"),
        ("“七·七”事变纪念馆", "“七七”事变纪念馆"),
        ("“九·一八”事变", "“九一八”事变"),
        ("“十·一”黄金周", "“十一”黄金周"),
        ("“一二九”运动", "“一二·九”运动"),
        ("“一二八”事变", "“一·二八”事变"),
        ("“5.12”汶川特大地震", "“5·12”汶川特大地震"),
        ("“12.4”国家宪法日", "“12·4”国家宪法日"),
    ],
)
def test_the_dot_stands_where_the_month_could_be_misread_and_nowhere_else(wrong: str, right: str) -> None:
    assert fix_document(document_from_text(wrong), ENGINE.check, unsafe=True).text == right


@pytest.mark.parametrize(
    "text",
    [
        "“一二·九”运动和“一·二八”事变",
        "“十一·一”事件",
        "发生5.8级地震",
        "“2.0”版上线，事件同比增长3.1%",
        "软件更新到3.15.2，事故减少",
        "《诗经·国风》里的运动",
        "三月五·四月六",
        "第5.12条规定的事故",
    ],
)
def test_versions_magnitudes_and_titles_are_left(text: str) -> None:
    assert ENGINE.check(document_from_text(text)) == []


@given(st.text(alphabet="一二三五九十·.．“”1259运动事件地震", max_size=30))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_findings_inside_the_text(text: str) -> None:
    for finding in ENGINE.check(document_from_text(text)):
        assert finding.text == text[finding.start.offset : finding.end.offset] != ""
