"""Pages as content systems make them: nothing is found but the faults of the article, and its origin is known."""

from __future__ import annotations

import re
from datetime import date

import pytest

from newslint import Settings, check_text
from newslint.document import Document
from newslint.finding import Edit, Severity
from newslint.readers import document_from_text, read_bytes, reread

TITLE = "芦汀县图书馆夜间开放"
#: The paragraphs of the article; each has one fault.
PARAGRAPHS = (
    "本报讯（记者 沙一鸣）4月11日，芦汀县图书馆开始夜间开放，读者可以借阅到晚上十点;周末也不例外。",
    "馆方与学校签订协议，坚持共建共享共建的办法，把书送到学生身边。",
    "截止昨天，已有三千人办理了借书证，最小的读者只有四岁。",
    "“下班以后来看书的的人多了起来。”读者茅小篱说。",
)
FAULTS = ["PU01", "DU03", "WD05", "DU01"]
BODY = "".join(f"<p>　　{paragraph}</p>" for paragraph in PARAGRAPHS)

PAGES = {
    "government": f"""<!DOCTYPE html><html><head><title>{TITLE} - 芦汀县人民政府</title></head><body>
        <div class="top_nav"><ul><li><a href="/">首页</a></li><li><a href="/a">走进芦汀,看看</a></li></ul></div>
        <div class="dqwz">您所在的位置：<a href="/">首页</a> &gt; <a href="/b">部门动态</a></div>
        <h1>{TITLE}</h1><p class="pubInfo">来源:芦汀晚报　作者:沙一鸣　发布日期：2026-04-12　浏览次数：35
        字体：[<a>大</a> <a>中</a> <a>小</a>]</p><div id="UCAP-CONTENT">{BODY}</div>
        <div class="relatedNews"><h3>相关新闻</h3><ul><li><a href="/c">书店开业,读者点赞...</a></li></ul></div>
        <p>主办单位：芦汀县人民政府办公室</p><p>网站标识码：0000000001  ICP备00000000号</p></body></html>""",
    "digital edition": f"""<html><head><title>芦汀晚报数字报-{TITLE}</title></head><body><table><tr><td>第02版：民生</td>
        <td><a href="a">上一版</a> <a href="b">下一版</a></td></tr><tr><td class="bt2">让书香飘进夜色</td></tr>
        <tr><td class="bt1">{TITLE}</td></tr><tr><td>2026年04月12日&nbsp;星期日&nbsp;&nbsp;芦汀晚报</td></tr><tr><td>
        <div id="ozoom"><founder-content>{BODY}</founder-content></div></td></tr><tr><td>放大 缩小 默认</td></tr></table>
        <table><tr><td>版权所有 芦汀晚报社,未经许可不得转载</td></tr></table></body></html>""",
    "official account": f"""<html><body><h1 id="activity-name">{TITLE}</h1><div id="meta_content">
        <span class="rich_media_meta_text">沙一鸣</span><a id="js_name">芦汀发布</a><em>2026-04-12 07:30</em></div>
        <div id="js_content"><section><p>点击蓝字关注我们,不迷路</p></section>
        {"".join(f"<section><section><p><span>{text[:9]}</span><span>{text[9:]}</span></p></section></section>" for text in PARAGRAPHS)}
        <p>来源 | 芦汀晚报</p><p>编辑 | 茅小篱  校对 | 田一川</p><p>阅读 999+ 赞 在看</p></div></body></html>""",
    "blog": f"""<html><body class="single has-sidebar"><header class="site-header"><a href="/">芦汀在线,天天见</a></header>
        <div id="primary"><article class="post tag-share category-news"><header><h1 class="entry-title">{TITLE}</h1>
        <div class="entry-meta">发布于 <time datetime="2026-04-12" itemprop="datePublished">4月12日</time> 由
        <a rel="author" href="/s">沙一鸣</a></div></header><div class="entry-content">{BODY}
        <div class="sharedaddy share-box">分享:<a href="w">微信</a></div></div></article>
        <div id="comments" class="comments-area"><ol class="comment-list"><li>好的的,支持!!!支持你们这样做,大家都会来的。。</li></ol></div>
        </div><aside id="secondary"><h3>最新文章</h3><ul><li>停水通知,请互相转告</li></ul></aside></body></html>""",
    "portal": f"""<html><head><meta property="og:title" content="{TITLE}"></head><body><div class="channel-path">新闻 > 正文</div>
        <div class="main-title">{TITLE}</div><div class="top-bar"><span class="date">2026年04月12日 09:20</span>
        <span class="source">芦汀晚报</span><span class="num">98人参与</span></div><div id="artibody" class="article">
        <p>（原标题：{TITLE},读者点赞）</p>{BODY.replace("</p>", '</p><div class="ad_box">广告:下载客户端,有惊喜</div>', 2)}
        <p>责任编辑:茅小篱 SN001</p></div><p>特别声明:本文为自媒体上传,不代表本网观点。</p></body></html>""",
    "old templates": f"""<html><body><div class="viewbox"><div class="title"><h2>{TITLE}</h2></div><div class="info">
        <small>时间:</small>2026-04-12 09:20<small>来源:</small>芦汀晚报 <small>作者:</small>沙一鸣 <small>点击:</small>8次</div>
        <div class="content"><table><tr><td>{BODY.replace("p>", "div>")}</td></tr></table></div>
        <div class="dede_pages"><ul class="pagelist"><li>共1页</li></ul></div></div>
        <div class="boxoff"><strong>------分隔线----------</strong></div></body></html>""",
    "line breaks": f"""<h2>{TITLE}</h2>作者：沙一鸣&nbsp;来源:芦汀晚报&nbsp;时间:2026-04-12<br><br>
        {"<br>".join(f"　　{text}" for text in PARAGRAPHS)}<br>【责任编辑:茅小篱】<br><a href="x">返回列表,查看更多</a>""",
    "description in JSON": f"""<html><head><script type="application/ld+json">{{"@graph": [{{"@type": ["NewsArticle"],
        "headline": "{TITLE}", "author": [{{"name": "沙一鸣"}}], "publisher": {{"name": "芦汀晚报"}},
        "datePublished": "2026-04-12T09:20:00+08:00"}}]}}</script></head><body><div class="crumb">首页>民生</div><main>
        <h1>{TITLE}</h1><p>芦汀融媒 2026-04-12 09:20</p><p>核心提示：芦汀县图书馆夜间开放，周末也不例外。</p>{BODY}
        <p>一审:茅小篱 二审:田一川 三审:金一舟</p></main></body></html>""",
    "no known names": f"""<html><body><div><a href="/">新闻</a>,<a href="/t">图片</a></div><div><div><h1>{TITLE}</h1>
        <p>2026-04-12 09:20 芦汀晚报 沙一鸣</p></div><div>{BODY}</div><div><p>联系我们:0000-0000,欢迎来稿</p></div></div></body></html>""",
}


def found(text: str) -> list[str]:
    return [item.code for item in check_text(text, filename="a.html", settings=Settings(level=Severity.INFO))]


def prose(text: str, *content: str) -> list[str]:
    return document_from_text(text, name="a.html", content=content).prose.text.split("\n\n")


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_only_the_faults_of_the_article_are_found(page: str) -> None:
    assert found(page) == FAULTS


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_headline_and_every_paragraph_are_read(page: str) -> None:
    lines = document_from_text(page, name="a.html").prose.text.split("\n")
    assert TITLE in lines
    assert [line.strip() for line in lines if line.strip() in PARAGRAPHS] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("name", "author", "source"),
    [
        ("government", "沙一鸣", "芦汀晚报"),
        ("digital edition", "", "芦汀晚报"),
        ("official account", "沙一鸣", "芦汀晚报"),
        ("blog", "沙一鸣", ""),
        ("portal", "", "芦汀晚报"),
        ("old templates", "沙一鸣", "芦汀晚报"),
        ("line breaks", "沙一鸣", "芦汀晚报"),
        ("description in JSON", "沙一鸣", "芦汀晚报"),
        ("no known names", "", "芦汀晚报"),
    ],
)
def test_where_an_article_comes_from(name: str, author: str, source: str) -> None:
    document = document_from_text(PAGES[name], name="a.html")
    assert (document.author, document.source, document.issued) == (author, source, date(2026, 4, 12))
    assert (document.prose.author, document.prose.source) == (author, source)


def test_a_page_in_gb18030_is_read_alike() -> None:
    page = PAGES["old templates"].replace("<body>", '<head><meta charset="gb2312"></head><body>')
    document = read_bytes(page.encode("gb18030"), "a.html")
    assert document.source == "芦汀晚报"


# --- what is left out, and what is not -------------------------------------------------------------------------------

ARTICLE = (
    "<h1>新桥通车</h1><p>芦汀新桥今天通车，两岸群众的往来更方便了。</p><p>县里还将再建三座桥，解决出行的难题。</p>"
)
LINES = ["新桥通车", "芦汀新桥今天通车，两岸群众的往来更方便了。", "县里还将再建三座桥，解决出行的难题。"]


@pytest.mark.parametrize(
    "line",
    [
        "<p>来源：芦汀晚报 编辑：茅小篱</p>",
        "<p>（责编 茅小篱）</p>",
        "<p>编辑 茅小篱 校对 田一川</p>",
        "<p>【编辑:茅小篱】</p>",
        "<p>发布时间：2026-04-12 09:20:11</p>",
        "<p>2026年4月12日 09:20 芦汀晚报</p>",
        "<p>字号：[大 中 小] 打印 关闭</p>",
        "<p>上一篇：旧桥封闭 下一篇：没有了</p>",
        "<p><a href='/x'>旧桥封闭,车辆绕行</a></p>",
        "<ul><li><a href='/x'>旧桥封闭,车辆绕行</a> 04-11</li></ul>",
        "<div class='hot-news-list'>旧桥封闭,车辆绕行</div>",
        "<div class='postComments'><p>好桥好桥,盼了三年了,终于通车了。</p></div>",
        "<p>长按识别二维码关注我们</p>",
        "<p>声明：本网转载此文，不代表本网观点。</p>",
        "<p>阅读 1000 赞 8</p>",
        "<p style='display: none'>新桥通车,新桥今天通车</p>",
        "<i class='icon'>&#xe601;</i>",
    ],
)
def test_lines_about_an_article_are_no_copy(line: str) -> None:
    assert prose(ARTICLE + line) == LINES


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("<p>（本报记者 沙一鸣）</p>", "（本报记者 沙一鸣）"),
        ("<p class='author'>本报记者 沙一鸣</p>", "本报记者 沙一鸣"),
        ("<p>时间：4月12日上午九时 地点：文化馆</p>", "时间：4月12日上午九时 地点：文化馆"),
        ("<h3>两岸连心</h3>", "两岸连心"),
        ("<p>声明称，两国将就转载图书的版权进行磋商。</p>", "声明称，两国将就转载图书的版权进行磋商。"),
        ("<ul><li>东岸：上行</li></ul>", "东岸：上行"),
        ("<figure><figcaption>新桥夜景。沙一鸣 摄</figcaption></figure>", "新桥夜景。沙一鸣 摄"),
        ("<p>编辑部的来信：记者要多走基层。</p>", "编辑部的来信：记者要多走基层。"),
        ("<p>点击率高的视频引起关注，有人为此赶来。</p>", "点击率高的视频引起关注，有人为此赶来。"),
        ("<p>通车<a href='/x'>仪式</a>上，市民载歌载舞。</p>", "通车仪式上，市民载歌载舞。"),
    ],
)
def test_what_only_looks_so_is_copy(line: str, shown: str) -> None:
    assert prose(ARTICLE + line) == [*LINES, shown]


def test_an_article_of_one_paragraph_without_its_full_stop_is_found() -> None:
    text = "".join(PARAGRAPHS[:3]) + "读者名单在馆里公布"
    page = f"<div id=content><h1>{TITLE}</h1><p>{text}</p></div><div id=comments><p>书好看的的。。支持支持。</p></div>"
    assert prose(page) == [TITLE, text]


def test_the_first_words_of_other_articles_are_no_copy() -> None:
    teaser = "<h3>新桥通车</h3><p>新桥昨天通车。两岸的人都来看,人山人海，{}</p>"
    dated = teaser.format("船家也来...") + "<p>2026-04-12 08:30:00</p>"
    for rest in (dated, teaser.format("船家也来【详细】")):
        assert "人山人海" not in "".join(prose(f"<div id=content><h1>{TITLE}</h1>{BODY}{rest}</div>"))
    assert "人山人海" in "".join(prose(f"<div id=content><h1>{TITLE}</h1>{BODY}{teaser.format('船家也来...')}</div>"))


@pytest.mark.parametrize("tag", ["span style='display: none'", "em style=DISPLAY:NONE", "b hidden=hidden"])
def test_what_a_line_does_not_show_is_no_copy(tag: str) -> None:
    name = tag.partition(" ")[0]
    page = f"<p>昨天，<{tag}>的的<b>了了</b></{name}>图书馆<{name}>夜间</{name}>开放，读者三千人。</p>"
    assert prose(page) == ["昨天，图书馆夜间开放，读者三千人。"]
    assert prose(page.replace(f"</{name}>", "")) != []


def test_a_page_without_prose_is_read_whole() -> None:
    assert prose("<div class='nav'>首页</div><p>来源：芦汀晚报</p>") == ["首页", "来源：芦汀晚报"]


@pytest.mark.parametrize("name", ["ad", "sidebar", "comments", "related"])
@pytest.mark.parametrize("wrap", ["{}", "<div id='content'>{}</div>", "<div>{}</div></div>"])
def test_an_element_around_the_article_does_not_hide_it(name: str, wrap: str) -> None:
    page = wrap.format(f"<div class='{name}'>{ARTICLE}</div>")
    assert prose(page) == LINES
    assert prose(page.replace("</div>", "")) == LINES


def test_an_advertisement_that_is_left_open_hides_nothing() -> None:
    page = ARTICLE.replace("</p><p>", "</p><div class='ad'>广告<p>")
    assert prose(f"<div id='content'>{page}</div>")[-1] == LINES[-1]


def test_every_article_of_a_page_is_read_with_its_headline() -> None:
    other = ARTICLE.replace("桥", "路")
    page = f"<nav>首页</nav><article>{ARTICLE}</article><p>广告</p><article>{other}</article><p>友情链接</p>"
    assert prose(page) == [*LINES, *(line.replace("桥", "路") for line in LINES)]
    assert len(document_from_text(page, name="a.html").articles) == 2


# --- the elements that the settings name -----------------------------------------------------------------------------


@pytest.mark.parametrize("selector", ["section", ".story", "#s1", "section.story", "section.story.big#s1"])
def test_the_settings_name_the_article(selector: str) -> None:
    page = f"<article>{ARTICLE}</article><section class='big story' id='s1'><h2>乙县开镰</h2><p>乙县昨天开镰,五千亩小麦丰收在望。</p></section>"
    assert prose(page, selector) == ["乙县开镰", "乙县昨天开镰,五千亩小麦丰收在望。"]
    settings = Settings(html={"content": (selector,)})
    assert [item.code for item in check_text(page, filename="a.html", settings=settings)] == ["PU01"]
    assert check_text(page, filename="a.html") == []


def test_without_the_elements_that_the_settings_name_the_article_is_searched_for() -> None:
    assert prose(f"<div class='nav'>首页</div>{ARTICLE}", "#story", "p.story") == LINES


def test_a_page_is_read_again_as_it_was_read() -> None:
    page = f"<article>{ARTICLE}</article><div id='s'><p>乙县昨天开镰，五千亩小麦丰收在望。</p></div>"
    document = document_from_text(page, name="a.html", content=("#s",))
    at = page.index("五千")
    again = reread(document, [Edit(at, at + 1, "六")])
    assert again.prose.text == "乙县昨天开镰，六千亩小麦丰收在望。"


# --- front matter and dates ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fence", ["---", "+++"])
def test_front_matter_is_left_alone(fence: str) -> None:
    sign = ":" if fence == "---" else "="
    page = f'{fence}\ntitle{sign} "新桥,通车"\ndate{sign} 2026-04-12\n{fence}\n{ARTICLE}'
    document: Document = document_from_text(page, name="a.html")
    assert document.prose.text.split("\n\n") == LINES
    assert document.issued == date(2026, 4, 12)
    assert check_text(page, filename="a.html") == []


def test_a_date_in_the_lines_of_a_page_counts_after_the_configured_one() -> None:
    page = f"{ARTICLE}<p>发布时间：2026-04-12 09:20</p>"
    configured = date(2026, 4, 13)
    assert document_from_text(page, name="a.html").issued == date(2026, 4, 12)
    assert document_from_text(page, name="a.html", issued=configured).issued == configured
    stated = f"<meta name=PubDate content='2026-04-14'>{page}"
    assert document_from_text(stated, name="a.html", issued=configured).issued == date(2026, 4, 14)


@pytest.mark.parametrize(
    "text", ["{", "[" * 5000, '{"@type": 3}', '[{"@type": "NewsArticle", "author": [[]]}]', "null"]
)
def test_bad_descriptions_are_passed_over(text: str) -> None:
    document = document_from_text(f'<script type="application/ld+json">{text}</script>{ARTICLE}', name="a.html")
    assert (document.prose.text.split("\n\n"), document.author, document.issued) == (LINES, "", None)


@pytest.mark.parametrize(
    ("page", "selector", "inside"),
    [
        ("<ul><li class=a>甲<ul><li>乙<li>丙</ul>丁<li>戊</ul>", "li.a", "甲乙丙丁"),
        ("<table><tr><td class=a>甲<table><tr><td>乙<td>丙</table>丁<td>戊</table>", "td.a", "甲乙丙丁"),
        ("<table><tr class=a><td>甲<table><tr><td>乙<tr><td>丙</table>丁<tr><td>戊</table>", "tr.a", "甲乙丙丁"),
        ("<div id=a><table><tr><td>甲</div>乙</table>丙</div>丁", "#a", "甲乙丙"),
        ("<div id=a><table><tr><td>甲<p>乙</table>丙</div>丁", "#a", "甲乙丙"),
    ],
)
def test_an_element_ends_where_a_browser_ends_it(page: str, selector: str, inside: str) -> None:
    text = re.sub(
        "[甲乙丙丁戊]", lambda name: f"{name[0]}馆昨天开始夜间开放，读者可以借阅到晚上十点，周末也不例外。", page
    )
    shown = document_from_text(text, name="a.html", content=[selector]).prose.text
    assert "".join(re.findall("([甲乙丙丁戊])馆", shown)) == inside


def test_an_article_begins_with_the_first_line_of_the_page() -> None:
    lines = [f"{name}馆昨天开始夜间开放，读者可以借阅到晚上十点，周末也不例外，居民排起了长队。" for name in "甲乙丙"]
    page = "<div><p>{}</p><div><p>{}</p><p>{}</p></div></div><ul><li><a href=a>首页</a></li></ul>".format(*lines)
    shown = document_from_text(page, name="a.html").prose.text
    assert [line for line in lines if line not in shown] == []
