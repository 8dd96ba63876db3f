"""HTML: the running text, what each line is, and that no markup makes findings or hides an article."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newslint import Settings, check_text
from newslint.document import MASK, Document
from newslint.document.structure import BlockKind
from newslint.finding import Edit, Severity
from newslint.readers import document_from_text, read_bytes, reread


def read(text: str) -> Document:
    return document_from_text(text, name="page.html")


def prose(text: str) -> str:
    return read(text).prose.text


def labels(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in read(text).blocks]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<p>芦汀<b>新桥</b>今日<a href='x>y'>通车</a></p>", "芦汀新桥今日通车"),
        ("<p>芦汀新桥\n      今日通车</p>", "芦汀新桥今日通车"),
        ("<p>全长3\n千米</p>", "全长3千米"),
        ("<p>a new\n  bridge</p>", "a new bridge"),
        ("<p>记者&nbsp;&nbsp;秦小满</p>", "记者 秦小满"),
        ("<p>记者 \n&nbsp;秦小满</p>", "记者 秦小满"),
        ("<p>&emsp;&emsp;新桥通车</p>", "\u3000\u3000新桥通车"),
        ("<p>　　新桥通车&nbsp;\n</p>", "\u3000\u3000新桥通车"),
        ("<p>甲</p><p>乙</p>", "甲\n\n乙"),
        ("<p>甲<p>乙<br>丙<br/>\n丁", "甲\n\n乙\n丙\n丁"),
        ("甲<br><br>乙", "甲\n\n乙"),
        ("<div><div>甲</div></div>\n\n<div><p>&nbsp;</p>乙</div>", "甲\n\n乙"),
        ("&ldquo;路近了&rdquo;，村民说&#8212;&#x2014;", "“路近了”，村民说——"),
        ("AT&T与R&amp;D，&bogus;照旧", "AT&T与R&D，&bogus;照旧"),
        ("甲&shy;乙<wbr>丙", "甲乙丙"),
        ("<通知>已发，A股<A股>涨", "<通知>已发，A股<A股>涨"),
        ("3 < 5，<p>7 > 6</p>", "3 < 5，\n\n7 > 6"),
        ("前<!-- 不登 > -->后", "前后"),
        ("前<![if !mso]>后<![endif]><o:p></o:p>", "前后"),
        ("<script>if (a<b) '<p>乙</p>'</script>甲<style>p{}</style>", "甲"),
        ("<script src='a.js'/>甲", "甲"),
        ("<nav><ul><li>首页</li></ul></nav><svg><text>图</text></svg>甲", "甲"),
        ("<head><title>新桥</title><meta charset=utf-8></head><body>甲</body>", "甲"),
        ('<?xml version="1.0"?><!DOCTYPE html><html><title>新桥</title>甲', "甲"),
        ("<article>甲</article><footer>版权所有</footer>", "甲"),
        ("<article>甲<footer>责编：乙</footer></article>", "甲\n\n责编：乙"),
        ("<img src=a alt='新桥'>甲", "甲"),
        ("获最佳歌手奖<sup>[3-4]</sup><a name='r3'>&nbsp;</a>\n；同年出专辑", "获最佳歌手奖；同年出专辑"),
        ("<i class='icon'>&#xe601;</i>甲<em>&#58881;</em>", "甲"),
        ("面积300m<sup>2</sup>", f"面积300m{MASK}"),
        ("据统计<sup>[1]</sup>，共九人<sup><a href='#f'>②</a></sup>。", "据统计，共九人。"),
        ("原价<s>五</s>四元，输入<code>pip</code>", f"原价{MASK}四元，输入{MASK}"),
        ("<ruby>茶<rt>chá</rt></ruby>与<ruby>汉<rp>(<rt>hàn<rp>)</ruby>", "茶与汉"),
        ("<pre>$ pip install newslint</pre>甲", "甲"),
        ("<pre>春风起处\n秋水长时</pre>", "春风起处\n秋水长时"),
        ("<span>来源：芦汀晚报</span>\n<span>作者：秦小满</span>", f"来源：芦汀晚报{MASK}作者：秦小满"),
        ("<p class=MsoNormal title=it's>甲</p>", "甲"),
        ("<P>甲</P><P ALIGN=left>乙", "甲\n\n乙"),
        ("", ""),
    ],
)
def test_the_running_text_is_what_a_page_shows(text: str, shown: str) -> None:
    assert prose(text) == shown


@pytest.mark.parametrize(
    "opening",
    [
        "<!-- 编者注 ",
        "<script>",
        "<nav>",
        "<svg>",
        "<s>",
        "<code>",
        "<pre>",
        "<textarea>",
        "<head>",
        "<title>",
        '<p class="a>',
        "<h1>",
        "<select>",
        "<div",
        "<ruby><rt>",
    ],
)
def test_what_is_never_closed_hides_no_article(opening: str) -> None:
    text = (
        f"<p>新桥通车</p>\n{opening}\n<p>4月11日，芦汀新桥通车，两岸群众往来更方便。</p>\n<p>县里还将再建三座桥。</p>"
    )
    assert "两岸群众往来更方便" in prose(text) or "再建三座桥" in prose(text)
    assert BlockKind.BODY.value in [kind for kind, _ in labels(text)]


@pytest.mark.parametrize(
    "piece",
    [
        "<nav>",
        "<title>",
        "<head>",
        "<script>",
        "<pre>",
        "<footer></article>",
        "<blockquote>",
        "<ul>甲",
        "<ul><li><a href='x'>",
        "<table><tr><td>",
        "<div class='ad'>甲",
        "<div class='content'><h3>甲</h3><p>芦汀新桥今天建成通车，两岸往来更方便。</p></div>",
        "<article><p>芦汀新桥今天建成通车，两岸往来更方便。",
    ],
)
def test_what_is_never_closed_takes_no_more_time_the_more_there_is_of_it(piece: str) -> None:
    text = piece * 8000
    start = process_time()
    read(text)
    # Some 0.1 to 2 s; what grows with the square takes 10 s and more.
    assert process_time() - start < 5


def test_what_the_tags_say_of_a_line() -> None:
    text = (
        "<h1>新桥<br>通车</h1><p>本报讯（记者 秦小满）芦汀新桥今日通车，两岸群众往来更方便了。</p><h3>两岸连心</h3>"
        "<ul><li>糯米<li>豌豆</ul><blockquote><p>立夏吃新。</p></blockquote>"
        "<figure><img src=a.jpg><figcaption>新桥夜景</figcaption></figure><p>桥头的集市热闹起来。</p>"
    )
    assert [kind for kind, _ in labels(text)] == [
        *["headline", "headline", "body", "subheadline", "list", "list", "block-quotation", "caption", "body"]
    ]


def test_a_table_of_figures_is_a_table_and_one_that_lays_out_the_page_is_not() -> None:
    figures = "<table><tr><th>步骤</th><th>用时</th></tr><tr><td>泡米</td><td>三小时</td></tr></table>"
    assert {kind for kind, _ in labels(figures)} == {"table"}
    layout = f"<table><tr><td><h1>新桥通车</h1><p>本报讯（记者 秦小满）芦汀新桥今日通车，两岸群众往来更方便了。</p>{figures}</td></tr></table>"
    assert [kind for kind, _ in labels(layout)] == ["headline", "body", *["table"] * 4]


def test_a_heading_that_is_left_open_makes_no_headline_of_the_article() -> None:
    text = "<h1>新桥通车<p>本报讯（记者 秦小满）芦汀新桥今日通车，两岸群众往来更方便了。</p><h1>乙县开镰</h1>"
    assert [kind for kind, _ in labels(text)] == ["headline", "body", "headline"]


def test_a_rule_parts_articles_as_in_plain_text() -> None:
    article = "<p>{}</p><p>本报讯（记者 秦小满）芦汀新桥今日通车，两岸群众往来更方便了。</p>"
    assert len(read(article.format("新桥通车") + "<hr>" + article.format("乙县开镰")).articles) == 2


def test_the_view_hides_the_markup_and_keeps_every_character_in_place() -> None:
    text = "<p>芦汀<b>新桥</b>&ldquo;通车&rdquo;</p>\n"
    document = read(text)
    assert len(document.view) == len(text)
    assert document.view.replace(MASK, "") == "芦汀新桥&ldquo;通车&rdquo;\n"
    assert all(0 <= start < end <= len(text) for start, end in document.masked)


def test_comments_are_known() -> None:
    text = "<head><!-- 头 --></head><p>甲<!--乙--></p><nav><!-- 丙 --></nav><script>'<!-- 丁 -->'</script>"
    assert [text[start:end] for start, end in read(text).comments] == ["<!-- 头 -->", "<!--乙-->", "<!-- 丙 -->"]


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ('<meta name="pubdate" content="2024-05-06 08:00:00">', date(2024, 5, 6)),
        ('<meta content="2024-05-06T08:00:00+08:00" property="article:published_time"/>', date(2024, 5, 6)),
        ('<time itemprop="datePublished" datetime="2024-05-06">昨天</time>', date(2024, 5, 6)),
        ('<p>展期自<time datetime="2024-05-06">5月6日</time>起</p>', None),
        ('<meta name="date" content="2024-13-06">', None),
        ('<meta name="description" content="2024-05-06">', None),
    ],
)
def test_the_date_of_issue(text: str, issued: date | None) -> None:
    document = read(text)
    assert document.issued == document.prose.issued == issued


def test_the_date_of_the_page_comes_before_that_of_the_settings() -> None:
    given = date(2024, 1, 1)
    assert document_from_text("<meta name=date content=2024-05-06>", name="a.htm", issued=given).issued == date(
        2024, 5, 6
    )
    assert document_from_text("<p>甲</p>", name="a.htm", issued=given).issued == given


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "版面/a.xhtml"])
def test_the_endings_of_html(name: str) -> None:
    document = read_bytes("<p>新桥<b>通</b>车</p>".encode(), name)
    assert (document.format, document.prose.text) == ("html", "新桥通车")
    at = document.text.index("通")
    again = reread(document, [Edit(at, at, "已")])
    assert (again.name, again.format, again.prose.text) == (name, "html", "新桥已通车")


@pytest.mark.parametrize(
    ("declaration", "encoding", "words"),
    [
        ("<meta charset=gbk>", "gb18030", "新桥"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', "gb18030", "新桥通车"),
        ('<?xml version="1.0" encoding="GBK"?>', "gb18030", "新桥"),
        ("<meta charset=big5>", "big5hkscs", "蘆汀新橋通車"),
    ],
)
def test_a_declared_encoding_counts_where_the_bytes_fit_it(declaration: str, encoding: str, words: str) -> None:
    data = f"{declaration}<p>{words}</p>".encode(encoding)
    document = read_bytes(data, "a.html")
    assert (document.prose.text, document.written(())) == (words, data)


def test_utf_8_is_read_as_such_whatever_a_page_declares() -> None:
    document = read_bytes("<meta charset=gb2312><p>芦汀新桥通车。</p>".encode(), "a.html")
    assert (document.prose.text, document.written(())) == ("芦汀新桥通车。", document.text.encode())


def test_a_declaration_that_the_bytes_belie_does_not_count() -> None:
    data = "<meta charset=big5><p>芦汀新桥今天通车，两岸群众的往来更方便了。</p>".encode("gb18030")
    assert "两岸群众" in read_bytes(data, "a.html").prose.text
    assert "两岸群众" in read_bytes(data.replace(b"big5", b"utf-8"), "a.html").prose.text


def test_plain_text_is_not_asked_for_a_declaration() -> None:
    data = "<meta charset=big5>芦汀新桥今天通车，两岸群众的往来更方便了。".encode("gb18030")
    assert read_bytes(data, "a.txt").text == data.decode("gb18030")


@pytest.mark.parametrize(
    "paragraph",
    [
        "<p>　　本报讯（记者&nbsp;秦小满）4月11日，芦汀新桥\n        建成通车，两岸群众往来\n    更方便了。</p>",
        "<p>&ldquo;路近了，&rdquo;村民<b>叶知秋</b>说，&ldquo;心也近了。&rdquo;</p><p>&mdash;&mdash;这是新桥通车后的第一天&hellip;&hellip;</p>",
        "<p>新桥长300<em>米</em>，宽12米<sup>[2]</sup>，造价1.2<span>亿</span>元。</p>",
        "<p>据介绍，芦汀新桥是县里今年的<a href='/a,b;c?d=的的'>十件实事</a>之一。<br></p><p><br></p><p>&nbsp;</p>",
        "<ul>\n  <li>糯米四百克\n  </li>\n  <li>豌豆<i>二百克</i></li></ul>",
        "<p>书名《芦汀<wbr>春潮》，<q>好读</q>，定价四十二元。</p>",
    ],
)
def test_markup_makes_no_findings(paragraph: str) -> None:
    text = f"<html><head><title>新桥,通车</title></head><body><h1>芦汀新桥建成通车</h1>{paragraph}</body></html>"
    assert check_text(text, filename="a.html", settings=Settings(level=Severity.INFO)) == []


def test_lines_that_tags_cut_inside_a_word_are_found_and_joined() -> None:
    upper, lower = (
        "　　4月11日上午，芦汀镇的群众聚在新落成的大桥两端，等着看第一辆公共汽",
        "车从桥上驶过，小学生们唱起了自己编写的歌谣。",
    )
    for between in ("<br>\n", "</p>\n<p>"):
        text = f"<h1>芦汀新桥建成通车</h1><p>{upper}{between}{lower}</p><p>　　两岸群众往来更方便了。</p>"
        found = check_text(text, filename="a.html")
        assert [finding.code[:2] for finding in found] == ["LS"]
        assert found[0].fix is not None
        (edit,) = found[0].fix.edits
        assert text[edit.start : edit.end] == between


def test_a_heading_is_not_cut_from_the_line_below() -> None:
    text = "<h1>新桥通车</h1><p>双方坚持合作共赢，携手并进，把同心桥建成两岸群众的连心桥。</p>"
    assert check_text(text, filename="a.html") == []


def test_only_html_loads_its_reader() -> None:
    code = (
        "import sys; from newslint.readers import document_from_text as d; d('新桥通车。', name='a.md').blocks;"
        "print([name for name in sys.modules if 'html' in name and name.startswith('newslint')], 'newslint.document.projection' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[] False"


PIECES = st.sampled_from(
    '<p>|</p>|<p class=\'a>|<p class="b">|<br>|<br/>|<b>|</b>|<!--|-->|<!-->|<h1>|</h1>|<h2 |<li>|<ul>|</ul>|<table>|<tr>|<td>|<th>|</table>|<pre>|</pre>'
    "|<code>|</code>|<sup>|</sup>|<script>|</script>|<nav>|</nav>|<ruby>|<rt>|<hr>|<head>|</head>|<body>|<title>|<svg/>|<footer>|</article>|<![CDATA[|]]>|<?x?>|</>|</ p>"
    "|<|>|&|;|&nbsp;|&emsp;|&#0;|&#x110000;|&#13;|&shy;|&NotEqualTilde;|&lt|\n|\r|\t| |　|=|\"|'|会议|。|“|”|[1]|\ufeff|\0|😀|\ud800|\ufffc|http://a.b|-----".split(
        "|"
    )
)
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200)


@given(TEXTS)
def test_any_text_is_read(text: str) -> None:
    document = read(text)
    assert len(document.view) == len(text)
    assert all(0 <= start < end <= len(text) for start, end in document.masked)
    assert all(text[start : start + 4] == "<!--" and text[end - 3 : end] == "-->" for start, end in document.comments)
    spans = [(block.start, block.end) for block in document.blocks]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(block.text.strip() for block in document.blocks)


@given(TEXTS)
@example("<hr> &NotEqualTilde;")
def test_every_place_of_the_running_text_leads_to_its_character(text: str) -> None:
    document = read(text)
    shown = document.prose.text
    last = 0
    for place, char in enumerate(shown):
        start, end = document.locate(place, place + 1)
        assert last <= start <= end <= len(text)
        last = start
        # White space may stand for the line end that a block brings.
        if end - start == 1 and text[start] not in "\r\n\t\f\xa0 <":
            assert text[start] == char


@given(st.lists(PIECES.filter(lambda piece: "<" not in piece and "-" not in piece), max_size=40).map("".join))
def test_a_lead_paragraph_is_never_hidden(before: str) -> None:
    sentence = "本报讯（记者 秦小满）芦汀新桥建成通车，两岸群众往来更方便了。"
    assert sentence in prose(f"<p>{before}</p>\n<p>{sentence}</p>\n")
