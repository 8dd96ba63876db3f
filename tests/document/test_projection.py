"""Prose taken out of markup: places and edits lead back to the file, and no edit touches markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Settings, check_text, fix_text
from newslint.document.edits import apply_edits
from newslint.finding import Edit, Severity
from newslint.readers import document_from_text
from newslint.readers.html_tokens import tokens


def edited(source: str, old: str, new: str) -> str | None:
    """Return ``source`` with ``old``, as it reads, replaced by ``new``; None if that would touch markup."""
    document = document_from_text(source, name="a.html")
    at = document.prose.text.index(old)
    edits = document.carry([Edit(at, at + len(old), new)])
    return None if edits is None else apply_edits(source, edits)


@pytest.mark.parametrize(
    ("source", "old", "new", "result"),
    [
        ("<p>新桥通车</p>", "新桥", "大桥", "<p>大桥通车</p>"),
        ("<p>新<b>桥桥</b>通车</p>", "桥桥", "桥", "<p>新<b>桥</b>通车</p>"),
        ("<p>新桥<b>桥</b>通车</p>", "桥桥", "桥", "<p>新桥<b></b>通车</p>"),
        ("<p>新<b>桥</b>通车了</p>", "桥通车", "", "<p>新<b></b>了</p>"),
        ("<p>新<b>桥</b>通车</p>", "桥通", "路修", None),
        ('<p>&ldquo;新桥"</p>', "“", "「", '<p>「新桥"</p>'),
        ("<p>甲&amp;乙</p>", "&", "＆", "<p>甲＆乙</p>"),
        ("<p>新桥</p>", "新", "<&>", "<p>&lt;&amp;&gt;桥</p>"),
        ("<p>新桥\n   通车</p>", "桥通", "路开", "<p>新路开车</p>"),
        ("<p>新桥<br>\n通车</p>", "桥\n通", "桥通", "<p>新桥通车</p>"),
        ("<p>新桥</p>\n<p class=x>通车</p>", "\n\n", "", "<p>新桥通车</p>"),
        ("<p><b>新桥</b></p>\n<p>通车</p>", "\n\n", "", None),
        ("<h1>新桥</h1>\n<p>通车</p>", "\n\n", "", None),
        ("<p>新桥。通车</p>", "。", "。\n", None),
        ("<p>甲<，p>乙</p>", "，", "", None),
        ("<p>甲&，lt;乙</p>", "，", "", None),
        ("<p>R&D，3 < 5，，乙</p>", "，，", "，", "<p>R&D，3 < 5，乙</p>"),
        ("<p>长<sup>2</sup>米</p>", "长\ufffc米", "长米", None),
        ("<p>记者 &nbsp;秦</p>", "记者 秦", "记者秦", "<p>记者秦</p>"),
        # A line end of wrapped source is nothing beside a wide character, and a space between others.
        ("<p>增长3．\n5%</p>", "．", ".", "<p>增长3.5%</p>"),
        ("<p>增长3\n．5%</p>", "．", ".", "<p>增长3.5%</p>"),
        ("<p>增长<b>3．\n</b>\n5%</p>", "．", ".", "<p>增长<b>3.</b>5%</p>"),
        ("<p>增长3．\n<b>\n<i>\n5%</i></b></p>", "．", ".", None),
        ("<p>增长3．</b>5%</p>", "．", ".", "<p>增长3.</b>5%</p>"),
        ("<p>共5\n，\n3人</p>", "，", "", "<p>共53人</p>"),
    ],
)
def test_an_edit_of_the_prose_is_one_of_the_file(source: str, old: str, new: str, result: str | None) -> None:
    assert edited(source, old, new) == result


@pytest.mark.parametrize(
    ("source", "behind", "new", "result"),
    [
        ("<p>新桥</b>通车</p>", "新桥", "，", "<p>新桥，</b>通车</p>"),
        ("<p>新桥<b>通车</b></p>", "新桥", "“", "<p>新桥<b>“通车</b></p>"),
        ("<p>新桥</p><p><b>通车</b></p>", "新桥\n\n", "（", "<p>新桥</p><p><b>（通车</b></p>"),
        ("<p><b>新桥</b></p><p>通车</p>", "新桥", "。", "<p><b>新桥。</b></p><p>通车</p>"),
        ("<p>新桥&hellip;</p>", "新桥…", "”", "<p>新桥&hellip;”</p>"),
        # White space beside the line end of wrapped source would show as nothing.
        ("<p>到5月\n10日</p>", "月", " ", "<p>到5月 10日</p>"),
        ("<p>到5月\n  <b>\n10日</b></p>", "月", " ", "<p>到5月 <b>10日</b></p>"),
        ("<p>到5月<b>10日</b></p>", "月", " ", "<p>到5月 <b>10日</b></p>"),
    ],
)
def test_what_is_put_in_stands_with_its_word(source: str, behind: str, new: str, result: str) -> None:
    document = document_from_text(source, name="a.html")
    at = document.prose.text.index(behind) + len(behind)
    edits = document.carry([Edit(at, at, new)])
    assert edits is not None
    assert apply_edits(source, edits) == result


def test_a_finding_shows_the_words_and_points_into_the_file() -> None:
    source = "<h1>新桥通车</h1>\n<p>双方坚持互惠<b>互利</b>互惠原则，携手\n  共进。</p>\n"
    finding = next(finding for finding in check_text(source, filename="a.html") if finding.text == "互惠互利互惠")
    assert source[finding.start.offset : finding.end.offset] == "互惠<b>互利</b>互惠"
    assert (finding.start.line, finding.start.column) == (2, source.splitlines()[1].index("互惠") + 1)
    assert "互惠互利互惠" in finding.message and "<b>" not in finding.message
    assert "互惠<b>互利</b>原则" in fix_text(source, filename="a.html", unsafe=True)


def test_blocks_and_articles_stand_where_they_are_in_the_file() -> None:
    source = "<h1>新桥<i>通车</i></h1>\n<p>芦汀新桥4月11日\n通车。</p>\n<p>两岸往来更方便。</p>"
    document = document_from_text(source, name="a.html")
    assert [(source[block.start : block.end], block.line) for block in document.blocks] == [
        ("新桥<i>通车", 1),
        ("芦汀新桥4月11日\n通车。", 2),
        ("两岸往来更方便。", 4),
    ]
    assert [(article.start, article.end) for article in document.articles] == [(4, source.rindex("</p>"))]
    assert document.characters == len("新桥通车芦汀新桥4月11日通车。两岸往来更方便。")


def tags(source: str) -> list[str]:
    return [
        source[token.start : token.end]
        for token in tokens(source)
        if token.kind in ("start", "end", "comment", "other")
    ]


PIECES = st.sampled_from(
    "<p>|</p>|<p class=a>|<br>|<b>|</b>|<!-- c -->|<h1>|</h1>|<li>|</li>|<td>|<table>|</table>|<pre>|</pre>|<sup>|</sup>|<hr/>|<|>|&|&ldquo;|&rdquo;|&nbsp;"
    "|&#65292;|&lt;|\n|\r\n|  |　　|互惠互利互惠|的的|双方|“|”|，，|,|。|.|通车|新桥|300|米|（|)|本报讯|记者|秦小满|\"|'|=|a".split(
        "|"
    )
)
SOURCES = st.lists(PIECES, max_size=50).map("".join) | st.text(max_size=80)


@given(SOURCES)
def test_findings_lie_inside_the_file(source: str) -> None:
    for finding in check_text(source, filename="a.html", settings=Settings(level=Severity.INFO)):
        assert 0 <= finding.start.offset <= finding.end.offset <= len(source)
        for edit in finding.fix.edits if finding.fix else ():
            assert 0 <= edit.start <= edit.end <= len(source)


@given(SOURCES)
def test_fixing_breaks_no_markup_and_is_done_once(source: str) -> None:
    fixed = fix_text(source, filename="a.html", unsafe=True)
    kept = iter(tags(source))
    # Two lines may be joined, and their tags with them; no other tag goes, and none is made or changed.
    assert all(tag in kept for tag in tags(fixed))
    assert fix_text(fixed, filename="a.html", unsafe=True) == fixed
