"""Ordinals are told from other numbers, and gathered into the lists that a reader sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.lists.grammar.announcements import announces, find_announcement
from newslint.checks.lists.grammar.enumerations import find_enumerations, introduction
from newslint.checks.lists.grammar.ordinals import Form, find_ordinals, write_ordinal


def ordinals(text: str) -> list[str]:
    return [text[ordinal.start : ordinal.end] for ordinal in find_ordinals(text)]


def lists(text: str, enclosures: tuple[tuple[int, int], ...] = ()) -> list[list[str]]:
    """The ordinals of each list in ``text``, a paragraph a line."""
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        paragraphs.append((start, start + len(line)))
        start += len(line) + 1
    return [
        [text[item.ordinal.start : item.ordinal.end] for item in found.items]
        for found in find_enumerations(text, paragraphs, enclosures)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("要求：一是清渠；二是护堤。", ["一是", "二是"]),
        ("一要清渠，二要护堤。", ["一要", "二要"]),
        ("第一，清渠；第二，护堤。", ["第一", "第二"]),
        ("其一，路远；其二，天热。", ["其一", "其二"]),
        ("首先，清渠。其次，护堤。最后，验收。", ["首先", "其次", "最后"]),
        ("一方面清渠，另一方面护堤。", ["一方面", "另一方面"]),
        ("（一）清渠\n(二)护堤", ["（一）", "(二)"]),
        ("一、清渠\n二、护堤", ["一、", "二、"]),
        ("1.清渠\n2. 护堤", ["1.", "2."]),
        ("（1）清渠\n(2)护堤", ["（1）", "(2)"]),
        ("①清渠；②护堤", ["①", "②"]),
        ("共建渠道12条，其中，一是干渠，其中二是支渠。", ["一是", "二是"]),
    ],
)
def test_ordinals_of_every_form(text: str, found: list[str]) -> None:
    assert ordinals(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "第一季度，第二产业增长。",
        "第一、第二产业协调发展。",
        "他说，一是一，二是二。",
        "一、二年级停课。",
        "1、2、3号楼停水。",
        "产量1.5万吨，2.3万亩。",
        "解释（一）、解释（二）",
        "各地莫衷一是。",
        "发展是第一要务，第一要务是发展。",
        "全县排名第一，邻县第二，",
        "“五要五不”，“三要三不”",
    ],
)
def test_other_numbers_are_no_ordinals(text: str) -> None:
    assert ordinals(text) == []


def test_levels_are_kept_apart() -> None:
    text = "一、水利\n（一）清渠\n1.东渠\n2.西渠\n（二）护堤\n二、交通\n（一）修路\n（二）架桥"
    assert lists(text) == [["一、", "二、"], ["（一）", "（二）"], ["1.", "2."], ["（一）", "（二）"]]


def test_a_list_inside_an_item_is_its_own() -> None:
    assert lists("一是清渠，其中一是东渠，二是西渠；二是护堤；三是种树。") == [
        ["一是", "二是", "三是"],
        ["一是", "二是"],
    ]


def test_a_list_runs_on_over_paragraphs() -> None:
    assert lists("他提出：\n一是清渠。\n渠在村东。\n二是护堤。\n三是种树。") == [["一是", "二是", "三是"]]


def test_a_new_list_of_paragraphs_ends_the_old_one() -> None:
    assert lists("一是清渠。\n二是护堤。\n他又说：\n一是修路。\n二是架桥。\n三是种树。") == [
        ["一是", "二是"],
        ["一是", "二是", "三是"],
    ]


def test_a_quotation_is_a_scope_of_its_own() -> None:
    text = "他讲“一是清渠，二是护堤”，一是要快。二是要好。"
    quotation = (text.index("“"), text.index("”") + 1)
    assert lists(text, (quotation,)) == [["一是", "二是"], ["一是", "二是"]]


def test_marks_stops_and_introduction() -> None:
    text = "他提出三点要求：一是清渠。渠要深；二是护堤；三是种树。"
    (found,) = find_enumerations(text, [(0, len(text))])
    assert [item.mark for item in found.items] == ["：", "；", "；"]
    assert [item.stop for item in found.items] == [text.index("。"), None, None]
    lead = introduction(text, found)
    assert (text[lead.clause : lead.mark_at], lead.mark) == ("他提出三点要求", "：")


@pytest.mark.parametrize(
    ("clause", "words", "number"),
    [
        ("江望舒提出三点要求", "三点要求", 3),
        ("工会将从四个方面发力", "四个方面", 4),
        ("现有以下两个突出问题", "两个突出问题", 2),
        ("提出4条建议", "4条建议", 4),
        ("强调以下三点", "三点", 3),
        ("存在的两个问题是", "两个问题", 2),
    ],
)
def test_announced_counts(clause: str, words: str, number: int) -> None:
    found = find_announcement(clause, 0, len(clause))
    assert found is not None
    assert (clause[found.start : found.end], found.number) == (words, number)


@pytest.mark.parametrize(
    "clause",
    [
        "下午三点",
        "落实八项规定",
        "从停车等四个方面改进",
        "三个月后",
        "三点要求之一",
        "就三个问题提出两点建议",
        "第三点要求",
        "采访了三个人",
    ],
)
def test_no_announced_count(clause: str) -> None:
    assert find_announcement(clause, 0, len(clause)) is None


def test_before_a_colon_any_noun_is_counted() -> None:
    clause = "祠堂里挂着四条家训"
    assert find_announcement(clause, 0, len(clause)) is None
    found = find_announcement(clause, 0, len(clause), loose=True)
    assert found is not None and found.number == 4


@pytest.mark.parametrize(
    ("clause", "expected"),
    [("会议强调", True), ("主要包括", True), ("为此", False), ("按照县里要求", False), ("下一步", False)],
)
def test_what_leads_to_a_list(clause: str, expected: bool) -> None:
    assert announces(clause) is expected


@pytest.mark.parametrize(
    ("form", "number", "text"),
    [
        (Form.SHI, 3, "三是"),
        (Form.DI, 12, "第十二"),
        (Form.HAN_BRACKET, 2, "（二）"),
        (Form.DOT, 4, "4."),
        (Form.CIRCLED, 5, "⑤"),
        (Form.SIDE, 2, "另一方面"),
    ],
)
def test_ordinals_are_written(form: Form, number: int, text: str) -> None:
    assert write_ordinal(form, number) == text


@pytest.mark.parametrize(("form", "number"), [(Form.CIRCLED, 21), (Form.SIDE, 3), (Form.FIRST, 4)])
def test_ordinals_that_do_not_exist(form: Form, number: int) -> None:
    with pytest.raises(ValueError):
        write_ordinal(form, number)


PIECES = [
    "一是",
    "二是",
    "三是",
    "第二，",
    "其一，",
    "首先，",
    "最后，",
    "一方面",
    "（一）",
    "二、",
    "1.",
    "（2）",
    "③",
    "，",
    "；",
    "。",
    "“",
    "”",
    "渠",
    "其中",
    " ",
]


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), min_size=1, max_size=5))
def test_any_text_gives_items_in_order_inside_it(paragraphs: list[str]) -> None:
    text = "\n".join(paragraphs)
    spans = []
    start = 0
    for paragraph in paragraphs:
        spans.append((start, start + len(paragraph)))
        start += len(paragraph) + 1
    seen = []
    for found in find_enumerations(text, spans):
        places = [item.ordinal.start for item in found.items]
        assert places == sorted(set(places))
        for item in found.items:
            assert 0 <= item.mark_at <= item.ordinal.start < item.ordinal.end <= item.end or item is found.items[-1]
            assert item.mark == "" or text[item.mark_at] == item.mark
        seen.extend(places)
    assert len(seen) == len(set(seen))
