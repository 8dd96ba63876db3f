"""Marks that come in pairs: which mark is reported, what the message says, what the fix writes."""

from __future__ import annotations

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from newslint.engine.engine import Engine
from newslint.finding import Finding
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

FOLDER = ROOT / "rules" / "marks"
FILES = {
    "unpaired": "unpaired-mark",
    "crossed": "crossed-marks",
    "reversed": "reversed-quote",
    "line-end": "line-end-opening",
    "nested-quote": "quote-nesting",
    "nested-title": "bookmark-nesting",
}
ENGINES = {fault: Engine(load_rules([FOLDER / f"{name}.toml"])) for fault, name in FILES.items()}


def found(fault: str, text: str) -> list[Finding]:
    return ENGINES[fault].check(document_from_text(text))


def test_an_unclosed_quote_is_named() -> None:
    [finding] = found("unpaired", "把码头变成了“有声景点。")
    assert (finding.text, finding.start.offset) == ("“", 6)
    assert "这个前引号没有配对的后引号" in finding.message
    assert finding.fix is None


def test_two_quotes_that_nobody_closed_are_two_findings() -> None:
    text = (
        "镇上推出“流动书车，孩子叫它“书包车”，老人叫它“戏匣子”，还有人叫它“百宝箱”。年底又办起“读书会，大家来讲故事。"
    )
    assert [finding.start.offset for finding in found("unpaired", text)] == [4, text.index("“读书会")]
    assert not found("nested-quote", text) and not found("reversed", text)


def test_a_half_of_another_kind_is_reported_once_with_its_partner() -> None:
    [finding] = found("unpaired", "这里是“第二个家’，一待三十年。")
    assert finding.text == "’"
    assert finding.fix.edits[0].text == "”"
    assert finding.related[0].start.offset == 3


def test_a_crossing_points_at_the_mark_left_open() -> None:
    [finding] = found("crossed", "他推荐《巷子深处（增订本》）给大家。")
    assert (finding.text, finding.related[0].start.offset) == ("》", 8)
    assert found("unpaired", "他推荐《巷子深处（增订本》）给大家。") == []


def test_a_turned_pair_is_one_finding_with_two_edits() -> None:
    [finding] = found("reversed", "听到的是”劳动号子“；还有鸟鸣。")
    assert [(edit.start, edit.text) for edit in finding.fix.edits] == [(4, "“"), (9, "”")]
    assert found("unpaired", "听到的是”劳动号子“；还有鸟鸣。") == []


def test_a_turned_mark_at_the_end_of_a_paragraph_is_no_line_end() -> None:
    text = "他说：“路好走了。“\n大家都笑了，说是这么回事。"
    assert [finding.text for finding in found("reversed", text)] == ["“"]
    assert found("line-end", text) == []


def test_an_opening_mark_that_ends_a_paragraph() -> None:
    [finding] = found("line-end", "文化馆昨天举办新书《\n山河小记》的分享会。")
    assert (finding.text, finding.start.line) == ("《", 1)


def test_inner_quotes_become_single() -> None:
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
def test_what_is_accounted_for_is_not_reported(text: str) -> None:
    assert [finding for fault in FILES for finding in found(fault, text)] == []


@given(st.text(alphabet="“”‘’〝〞〟（）()《》\"'，。：！？1一a甲\n ", max_size=50), st.sampled_from(sorted(FILES)))
def test_any_text_gives_findings_inside_it(text: str, fault: str) -> None:
    for finding in found(fault, text):
        assert finding.text == text[finding.start.offset : finding.end.offset] != ""
        edits = finding.fix.edits if finding.fix else ()
        assert all(0 <= edit.start <= edit.end <= len(text) for edit in edits)
        assert finding.message and "{" not in finding.message


@pytest.mark.parametrize(
    ("fault", "text", "message", "related"),
    [
        ("unpaired", "变成了“有声景点。", "这个前引号没有配对的后引号，请补上另一半，或删去这一半", None),
        ("unpaired", "变成了有声景点）。", "这个后括号没有配对的前括号，请补上另一半，或删去这一半", None),
        ("unpaired", "这是“家’，住着。", "前面用的是““”，这里应当用“””，误用了“’”", "与它配对的前一半"),
        (
            "crossed",
            "读《深处（增订》本）。",
            "前括号还没有收尾，就出现了后书名号，两对标号互相交叉；里面的一对应当先收尾",
            "还没有收尾的前一半",
        ),
        ("reversed", "他说：“路好走了。“", "方向反了：这里误用了前引号，应改为后引号", None),
        ("reversed", "听到的是”劳动号子“；", "这一对引号前后颠倒，两半应对调", None),
        ("line-end", "举办新书《\n分享会。", "段落以前书名号《结尾，应移到下一行开头，或与下一行接排", None),
        ("nested-quote", "说：“一句“老师好”，高兴。”", "引号里面再用引号，里面的一对应为“‘’”", None),
        ("nested-title", "《修订《办法》的通知》。", "书名号里面再用书名号，里面的一对应为“〈〉”", None),
    ],
)
def test_the_message_names_the_mark_and_what_to_write(fault: str, text: str, message: str, related: str | None) -> None:
    (finding,) = found(fault, text)
    assert finding.message == message
    assert [place.message for place in finding.related] == ([related] if related else [])
