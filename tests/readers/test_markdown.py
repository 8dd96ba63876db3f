"""Markdown: what is masked, what each line is, and that nothing that looks like markup hides an article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import MASK, Document
from newslint.document.structure import BlockKind
from newslint.readers import document_from_text


def read(text: str) -> Document:
    return document_from_text(text, name="page.md")


def labels(text: str) -> list[tuple[str, str]]:
    """Return kind and text of each block, without the masked characters."""
    return [(block.kind.value, block.text.replace(MASK, "")) for block in read(text).blocks]


def seen(text: str) -> str:
    """Return what rules see of the text."""
    return read(text).view.replace(MASK, "")


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("输入`pip list`查看", "输入查看"),
        ("输入``a`b``查看", "输入查看"),
        ('见[报名须知](https://xm.example.cn/a(1).html "须知")一文', "见报名须知一文"),
        ("见[报名须知][1]一文\n\n[1]: https://xm.example.cn/a", "见报名须知一文\n\n"),
        ("见[报名须知][]一文\n\n[报名须知]: /a.html", "见报名须知一文\n\n"),
        ("见[须知]一文", "见[须知]一文"),
        ("芦办发[2024](12号)文件", "芦办发[2024]（12号）文件"),
        ("![晒秋的竹匾](img/a.jpg)", "晒秋的竹匾"),
        ("网址<https://xm.example.cn>有效", "网址有效"),
        ("来信<news@xm.example.cn>有效", "来信有效"),
        ("据统计[^1]，共有九人。\n\n[^1]: 数据来自县统计局。", "据统计，共有九人。\n\n数据来自县统计局。"),
        ("<b>甲</b>和<br/>乙", "甲和乙"),
        ("<通知>已发", "<通知>已发"),
        ("前<!-- 不登 -->后", "前后"),
        ("甲&nbsp;乙&mdash;丙", "甲乙丙"),
        ("**“同心桥”**通车", "“同心桥”通车"),
        ("大家_一起_来，也 _一起_ 走", "大家_一起_来，也 一起 走"),
        ("***重要***通知", "重要通知"),
        (r"\*不是强调\*", "*不是强调*"),
        ("~~旧价~~新价3~5元", "旧价新价3~5元"),
        ("门票$5，套票$8，优惠", "门票$5，套票$8，优惠"),
        ("甲\\\n乙", "甲\n乙"),
        ("长3*4米", "长3*4米"),
    ],
)
def test_only_prose_is_seen(text: str, view: str) -> None:
    assert seen(text) == view


def test_marks_keep_every_character_in_place() -> None:
    document = read("见[须知](a.html)，**全文**如下")
    assert document.view == "见" + MASK + "须知" + MASK * 9 + "，" + MASK * 2 + "全文" + MASK * 2 + "如下"


def test_headings_of_both_kinds() -> None:
    text = "# 春耕正当时 #\n\n本报讯（记者 叶知秋）芦汀镇开耕。\n\n新桥通车\n===\n\n本报讯（记者 秦小满）新桥通车。\n"
    assert labels(text)[0] == ("headline", "春耕正当时")
    assert labels(text)[2] == ("headline", "新桥通车")
    assert len(read(text).articles) == 2


def test_a_rule_right_below_a_paragraph_makes_no_heading_of_it() -> None:
    text = "## 新桥通车\n\n4月11日，芦汀新桥通车，两岸群众出行更方便了。\n---\n县里还将再建三座桥。\n"
    assert [kind for kind, _ in labels(text)] == ["headline", "body", "body"]


def test_front_matter_is_masked() -> None:
    text = '---\ntitle: "新桥通车"\ntags: [桥, 路]\n作者: 秦小满\nsummary: >\n  桥通了\n---\n\n# 新桥通车\n\n桥通了，路也通了。\n'
    assert [text for _, text in labels(text)] == ["新桥通车", "桥通了，路也通了。"]


def test_toml_front_matter_is_masked() -> None:
    assert seen('+++\ntitle = "新桥"\n+++\n桥通了。').strip() == "桥通了。"


@pytest.mark.parametrize("rule", ["---", "+++"])
def test_an_article_between_two_rules_is_no_front_matter(rule: str) -> None:
    text = f"{rule}\n本报讯（记者 秦小满）4月11日，芦汀新桥通车。\n{rule}\n县里还将再建三座桥。\n"
    assert "芦汀新桥通车" in seen(text)
    assert "再建三座桥" in seen(text)


def test_lists_quotes_and_tables() -> None:
    text = "- 糯米\n- 豌豆\n  - 咸肉\n* [ ] 香菇\n\n1. 淘米\n2. 切丁\n\n> 立夏吃新。\n\n| 步骤 | 用时 |\n|---|:-:|\n| 泡米 | **三**小时 |\n"
    assert labels(text) == [
        ("list", "糯米"),
        ("list", "豌豆"),
        ("list", "咸肉"),
        ("list", "香菇"),
        ("list", "1. 淘米"),
        ("list", "2. 切丁"),
        ("block-quotation", "立夏吃新。"),
        ("table", "步骤  用时"),
        ("table", "泡米  三小时"),
    ]


def test_a_paragraph_right_below_a_list_or_table_is_a_paragraph() -> None:
    text = "- 糯米四百克\n4月11日，立夏饭在村口开席。\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n席间，老人们说起往事。\n"
    assert [kind for kind, _ in labels(text)] == ["list", "body", "table", "table", "body"]


def test_code_is_masked_but_an_indented_paragraph_is_read() -> None:
    text = "安装如下：\n\n    pip install newslint\n\n    4月11日，芦汀新桥通车，两岸群众往来更方便。\n\n```sh\necho 你好\n```\n"
    assert [text for _, text in labels(text)] == ["安装如下：", "4月11日，芦汀新桥通车，两岸群众往来更方便。"]


@pytest.mark.parametrize("opening", ["```\n", "<!-- 编者注\n\n", "<div>\n"])
def test_what_is_never_closed_hides_no_article(opening: str) -> None:
    text = f"## 新桥通车\n\n{opening}4月11日，芦汀新桥通车，两岸群众往来更方便。\n"
    assert "两岸群众往来更方便" in seen(text)


def test_a_definition_that_leads_nowhere_is_prose() -> None:
    assert "本表由县统计局提供" in seen("[注]: 本表由县统计局提供\n")


def test_an_image_with_its_line_to_itself_is_a_caption() -> None:
    text = "桥头人来人往。\n\n![新桥通车首日的人流](a.jpg)\n\n![](b.jpg)\n"
    assert labels(text) == [("body", "桥头人来人往。"), ("caption", "新桥通车首日的人流")]


def test_emphasis_around_a_line_leaves_the_line_as_it_is_in_plain_text() -> None:
    text = (
        "# 新桥通车\n\n**本报讯**（记者 秦小满）芦汀新桥4月11日通车。\n\n**两岸往来更方便**\n\n桥头的集市热闹起来。\n"
    )
    document = read(text)
    assert [block.kind.value for block in document.blocks] == ["headline", "body", "subheadline", "body"]
    assert document.blocks[2].text == "两岸往来更方便"
    assert text[document.blocks[2].start : document.blocks[2].end] == "两岸往来更方便"


def test_one_line_is_one_paragraph() -> None:
    text = "# 新桥通车\n本报讯（记者 秦小满）新桥4月11日通车。\n桥长三百米。  \n桥宽十二米。\n"
    assert [block.line for block in read(text).blocks] == [1, 2, 3, 4]


def test_headings_without_the_space_and_topics() -> None:
    assert labels("##新桥通车\n\n#芦汀新桥#上了热搜，网友纷纷点赞。\n") == [
        ("headline", "新桥通车"),
        ("body", "#芦汀新桥#上了热搜，网友纷纷点赞。"),
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_line_end_reads_the_same(line_end: str) -> None:
    text = "---\ntitle: 甲\n---\n# 新桥通车\n\n本报讯（记者 秦小满）`a`通车。\n\n> 引语。\n\n- 一项\n\n```\ncode\n```\n"
    assert labels(text.replace("\n", line_end)) == labels(text)


def test_a_page_reads_the_same_as_markdown_and_as_text() -> None:
    text = "## 新桥通车\n\n本报讯（记者 秦小满）新桥通车。\n\n### 两岸连心\n\n群众很高兴。\n\n## 乙县开镰\n\n本报讯（记者 叶知秋）乙县开镰。\n"
    blocks = [
        [(block.kind, block.article, block.start, block.end) for block in document_from_text(text, name=name).blocks]
        for name in ("page.md", "page.txt")
    ]
    assert blocks[0] == blocks[1]
    assert [kind for kind, *_ in blocks[0]][2] is BlockKind.SUBHEADLINE


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("# 新桥通车\n<!-- 头版 -->\n桥通了。\n", ["<!-- 头版 -->"]),
        ("桥通了<!-- 待核 -->，路也通了。<!--二审-->\n", ["<!-- 待核 -->", "<!--二审-->"]),
        (
            "<!-- 一\n\n二 -->\n\n- 糯米 <!-- 三 -->\n\n> <!-- 四 -->\n> 立夏吃新。\n",
            ["<!-- 一\n\n二 -->", "<!-- 三 -->", "<!-- 四 -->"],
        ),
        ("<div>\n<!-- 栏目 -->\n</div>\n", ["<!-- 栏目 -->"]),
        ("输入`<!-- a -->`即可\n\n```\n<!-- b -->\n```\n\n    <!-- c -->\n\n<pre>\n<!-- d -->\n</pre>\n", []),
        ("<b>桥</b>通了<!-- 未完", []),
        ("---\ntitle: <!-- 甲 -->\n---\n桥通了。\n", []),
    ],
)
def test_comments_are_known(text: str, comments: list[str]) -> None:
    document = read(text)
    assert [text[start:end] for start, end in document.comments] == comments
    assert all(set(document.view[start:end]) <= {MASK, "\n"} for start, end in document.comments)


PIECES = st.sampled_from(
    [
        *"# |## |\n|\n\n|\r\n|\r|- |* |*|**|_|__|~~|`|```|~~~|    |\t| |> |1. |[|](|]|![|[^1]|: |[a]: |<|<div>|</div>|<!--|-->|---|===|+++|\\"
        "|&nbsp;|$|会议|。|“|”|（|http://a.b|\ufeff|\x00|😀|\u3000|�|a: b|\x0b".split("|"),
        "|",
        "|---|",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    document = read(text)
    assert len(document.view) == len(text)
    assert all(0 <= start < end <= len(text) for start, end in document.masked)
    assert all(text[start : start + 4] == "<!--" and text[end - 3 : end] == "-->" for start, end in document.comments)
    assert all(text[block.start : block.end].strip() for block in document.blocks)


@given(
    st.lists(PIECES.filter(lambda piece: "`" not in piece and "~" not in piece and "<" not in piece), max_size=40).map(
        "".join
    )
)
def test_a_lead_paragraph_is_never_hidden(before: str) -> None:
    sentence = "本报讯（记者 秦小满）芦汀新桥建成通车，两岸群众往来更方便了。"
    assert "两岸群众往来更方便了。" in seen(f"{before}\n\n{sentence}\n")


def test_what_is_no_prose_is_not_counted() -> None:
    text = "---\ndate: 2026-04-18\n---\n\n# 开馆\n\n图书馆**开馆**。<!-- 记一笔 -->\n\n[公告](https://example.cn/a)\n"
    assert read(text).characters == len("开馆图书馆开馆。公告")
