"""What an editor sees of lists of people with their posts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.engine.engine import Engine
from newslint.engine.fixer import fix_document
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

ENGINE = Engine(load_rules([Path(__file__).parents[3] / "rules" / "marks" / "nested-dunhao.toml"]))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            "昨天，院党委书记、院长沈砚秋、副院长何一舟、闻秀岚一同坐诊。",
            "昨天，院党委书记、院长沈砚秋，副院长何一舟、闻秀岚一同坐诊。",
        ),
        ("局长方明、李伟、副局长王军分别讲话。", "局长方明、李伟，副局长王军分别讲话。"),
        (
            "馆长陆知行、副馆长方明远、项伯言、主任保罗·杜邦出席。",
            "馆长陆知行，副馆长方明远、项伯言，主任保罗·杜邦出席。",
        ),
    ],
)
def test_posts_are_parted_by_commas_where_one_of_them_has_two_people(wrong: str, right: str) -> None:
    found = ENGINE.check(document_from_text(wrong))
    assert len(found) == 1
    assert fix_document(document_from_text(wrong), ENGINE.check, unsafe=True).text == right


@pytest.mark.parametrize(
    "text",
    [
        "院长沈砚秋、副院长何一舟、主任方明远一同坐诊。",
        "党委书记、院长沈砚秋一同坐诊。",
        "副院长何一舟、闻秀岚、方明远一同坐诊。",
        "局长、副局长、处长、科长都到了现场。",
        "参加的有局长李伟、高级工程师、许可科科长王军和陈列部主任方明。",
        "院长沈砚秋，副院长何一舟、闻秀岚一同坐诊。",
        "（记者何一舟、方明远 通讯员闻秀岚、陆知行）",
        "院长办公会、主任办公会、处长例会照常召开。",
    ],
)
def test_lists_of_one_level_are_right(text: str) -> None:
    assert ENGINE.check(document_from_text(text)) == []


@given(st.text(alphabet="院长副局书记主任沈何李王方明一舟、，。·到场", max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_findings_inside_the_text(text: str) -> None:
    for finding in ENGINE.check(document_from_text(text)):
        assert finding.text == text[finding.start.offset : finding.end.offset] != ""
