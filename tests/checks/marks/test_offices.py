"""A comma in a list of offices that act together."""

from __future__ import annotations

import pytest
from conftest import ROOT

from newslint.engine.engine import Engine
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

RULES = Engine(load_rules([ROOT / "rules" / "marks" / "comma-between-offices.toml"]))


def found(text: str) -> list[int]:
    """Return the offsets of the findings."""
    return [finding.start.offset for finding in RULES.check(document_from_text(text))]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("会议由省发改委、省国资委，省科委及省农委共同召开。\n", 12),
        ("今天，第一医院、妇幼保健医院，中医医院和口腔医院联合义诊。\n", 14),
        ("该项目由云岭公司、柳溪公司，晋湖公司与青湾公司携手开发。\n", 13),
    ],
)
def test_the_comma_of_a_list_is_found(text: str, at: int) -> None:
    assert found(text) == [at]


@pytest.mark.parametrize(
    "text",
    [
        "市公安局、市场监管局检查校园周边，卫生健康局和教育局联合发出通知。\n",
        "感谢公安局、交通局，财政局和税务局等部门表示欢迎。\n",
        "日前，他走访了公安局、交通局，财政局和税务局联合作出答复。\n",
        "由公安局、交通局牵头，财政局和税务局联合检查。\n",
        "由公安局、交通局，医院和学校联合检查。\n",
    ],
)
def test_a_comma_between_clauses_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_two_lists_of_one_paragraph_are_both_found() -> None:
    one = "由公安局、交通局，财政局和税务局联合检查。"
    assert found(one * 2 + "\n") == [8, 8 + len(one)]
