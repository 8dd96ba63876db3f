"""The pairing kind: which mark is reported, what the message says, what the fix writes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.marks.pairing import PairingFault
from newslint.checks.options import OptionError, Options
from newslint.readers import document_from_text

FAULTS = ("unpaired", "crossed", "reversed", "line-end", "nested-quote", "nested-title")


@pytest.fixture
def found(make_rule: Callable, run_rules: Callable) -> Callable[..., list]:
    def find(fault: str, text: str, **changes: object) -> list:
        rule = make_rule(
            check="pairing", options={"fault": fault}, message="{problem}", fix={"safety": "unsafe"}, **changes
        )
        return run_rules(text, rule)

    return find


def test_an_unclosed_quote_is_named(found: Callable) -> None:
    [finding] = found("unpaired", "把码头变成了“有声景点。")
    assert (finding.text, finding.start.offset) == ("“", 6)
    assert "这个前引号没有配对的后引号" in finding.message
    assert finding.fix is None


def test_a_half_of_another_kind_is_reported_once_with_its_partner(found: Callable) -> None:
    [finding] = found("unpaired", "这里是“第二个家’，一待三十年。")
    assert finding.text == "’"
    assert finding.fix.edits[0].text == "”"
    assert finding.related[0].start.offset == 3


def test_a_crossing_points_at_the_mark_left_open(found: Callable) -> None:
    [finding] = found("crossed", "他推荐《巷子深处（增订本》）给大家。")
    assert (finding.text, finding.related[0].start.offset) == ("》", 8)
    assert found("unpaired", "他推荐《巷子深处（增订本》）给大家。") == []


def test_a_turned_pair_is_one_finding_with_two_edits(found: Callable) -> None:
    [finding] = found("reversed", "听到的是”劳动号子“；还有鸟鸣。")
    assert [(edit.start, edit.text) for edit in finding.fix.edits] == [(4, "“"), (9, "”")]
    assert found("unpaired", "听到的是”劳动号子“；还有鸟鸣。") == []


def test_a_turned_mark_at_the_end_of_a_paragraph_is_no_line_end(found: Callable) -> None:
    text = "他说：“路好走了。“\n大家都笑了，说是这么回事。"
    assert [finding.text for finding in found("reversed", text)] == ["“"]
    assert found("line-end", text) == []


def test_an_opening_mark_that_ends_a_paragraph(found: Callable) -> None:
    [finding] = found("line-end", "文化馆昨天举办新书《\n山河小记》的分享会。")
    assert (finding.text, finding.start.line) == ("《", 1)


def test_inner_quotes_become_single(found: Callable) -> None:
    [finding] = found("nested-quote", "校长说：“一句“老师好”，我能高兴一天。”")
    assert [edit.text for edit in finding.fix.edits] == ["‘", "’"]
    [finding] = found("nested-title", "审议《关于修订《办法》的通知》。")
    assert [edit.text for edit in finding.fix.edits] == ["〈", "〉"]


@pytest.mark.parametrize(
    "text",
    [
        "要求如下：一）准时；二）守纪。",
        "详情见网站（http://example.com/a)。",
        "“甲”“乙”和“丙（丁）”都在，《戊》也在。",
    ],
)
def test_what_is_accounted_for_is_not_reported(found: Callable, text: str) -> None:
    assert [finding for fault in FAULTS for finding in found(fault, text)] == []


def test_an_unknown_fault_is_an_error() -> None:
    with pytest.raises(OptionError, match=r"应为 .* 之一"):
        PairingFault(Options({"fault": "missing"}))


@given(st.text(alphabet="“”‘’〝〞〟（）()《》\"'，。：！？1一a甲\n ", max_size=50), st.sampled_from(FAULTS))
def test_any_text_gives_matches_inside_it(text: str, fault: str) -> None:
    document = document_from_text(text)
    for match in PairingFault(Options({"fault": fault})).matches(document, ()):
        assert 0 <= match.start < match.end <= len(text)
        assert all(0 <= edit.start <= edit.end <= len(text) for edit in match.edits)
        assert match.values["problem"]
