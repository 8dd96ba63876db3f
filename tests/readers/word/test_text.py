"""What of a Word document is text, in which order, and what its styles make of a line."""

from __future__ import annotations

import pytest
from word_documents import box, deleted, docx, field, inserted, p, run, style, table

from newslint.document import MASK
from newslint.document.structure import BlockKind
from newslint.finding import Edit
from newslint.readers import read_bytes

VANISH = "<w:vanish/>"


def text_of(body: str, parts: dict[str, str] | None = None) -> str:
    return read_bytes(docx(body, parts), "稿.docx").text


def kinds_of(body: str, styles: str = "") -> list[tuple[str, str]]:
    document = read_bytes(docx(body, {"styles.xml": styles}), "稿.docx")
    return [(block.kind.value, block.text) for block in document.blocks]


def styled(text: str, number: str) -> str:
    return p(text, properties=f'<w:pStyle w:val="{number}"/>')


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (run("新桥") + run("通车。", "<w:b/>"), "新桥通车。"),
        (run("新桥") + "<w:r><w:br/></w:r>" + run("通车。"), "新桥\n通车。"),
        ("<w:r><w:tab/><w:t>新桥</w:t><w:noBreakHyphen/><w:t>通车</w:t></w:r>", "\t新桥-通车"),
        (run("新桥") + inserted("已于今天") + deleted("昨天") + run("通车。"), "新桥已于今天通车。"),
        (
            '<w:moveFrom w:id="1"><w:r><w:t>甲</w:t></w:r></w:moveFrom><w:moveTo w:id="2">' + run("乙") + "</w:moveTo>",
            "乙",
        ),
        (run("新桥") + run("暂不发", VANISH) + run("通车。"), "新桥通车。"),
        (run("新桥") + run("可发", '<w:vanish w:val="0"/>') + run("通车。"), "新桥可发通车。"),
        ("见" + field(' HYPERLINK "http://a.cn/的的" ', "市政府网站") + "。", "见市政府网站。"),
        ('<w:fldSimple w:instr="PAGE">' + run("3") + "</w:fldSimple>页", "3页"),
        (
            '<w:hyperlink r:id="x">' + run("链接") + "</w:hyperlink><w:smartTag>" + run("标记") + "</w:smartTag>",
            "链接标记",
        ),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("控件") + "</w:sdtContent></w:sdt>", "控件"),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            + run("单击此处")
            + "</w:sdtContent></w:sdt>甲",
            "甲",
        ),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>lú</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>芦</w:t></w:r></w:rubyBase></w:ruby></w:r>汀",
            "芦汀",
        ),
        ("面积<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>亩", f"面积{MASK}亩"),
        ("<w:r><w:t> 新桥 </w:t></w:r>", "新桥"),
        ("<w:r><w:t xml:space='preserve'>新\t桥\n</w:t></w:r>", "新 桥 "),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>没有完的域', "没有完的域"),
    ],
)
def test_what_a_paragraph_says(inside: str, text: str) -> None:
    parts = inside if inside.startswith("<") else run(inside[: inside.index("<")]) + inside[inside.index("<") :]
    head, _, tail = parts.rpartition(">")
    assert text_of(f"<w:p>{head}>{run(tail) if tail else ''}</w:p>") == text + "\n"


def test_a_paragraph_is_a_line_and_a_deleted_mark_joins_two() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>'
    assert text_of(p("新桥", properties=gone) + p("通车。") + p("")) == "新桥通车。\n\n"
    assert text_of(p("新桥", properties=gone)) == "新桥\n"


def test_cells_are_lines_and_deleted_rows_are_none() -> None:
    row = f"<w:tr><w:trPr><w:del w:id='1' w:author='甲'/></w:trPr><w:tc>{p('删')}</w:tc></w:tr></w:tbl>"
    cell = f"<w:tc><w:tcPr><w:cellDel w:id='2' w:author='甲'/></w:tcPr>{p('删')}</w:tc></w:tr>"
    inside = table(("乙", "丙")).replace("</w:tr>", cell, 1).replace("</w:tbl>", row)
    assert text_of(p("甲") + inside + p("丁")) == "甲\n乙\n丙\n丁\n"


def test_a_text_box_is_read_once_below_its_paragraph() -> None:
    assert (
        text_of(p("新桥", box(p("图为新桥。"), p("某某摄")), "通车。") + p("完"))
        == "新桥通车。\n图为新桥。\n某某摄\n完\n"
    )


def test_notes_follow_in_the_order_of_their_marks_and_margins_come_last() -> None:
    def mark(kind: str, number: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1.xml"/><w:footerReference w:type="first" r:id="footer1.xml"/></w:sectPr>'
    body = p("甲", mark("footnote", 3), "乙", mark("endnote", 2)) + p("丙", mark("footnote", 2)) + section
    parts = {
        "footnotes.xml": "".join(f'<w:footnote w:id="{at}">{p(f"脚注{at}")}</w:footnote>' for at in (-1, 2, 3, 4)),
        "endnotes.xml": f'<w:endnote w:id="2">{p("尾注2")}</w:endnote>',
        "header1.xml": p("眉"),
        "footer1.xml": p("脚"),
    }
    assert text_of(body, parts) == "甲乙\n丙\n脚注3\n脚注2\n尾注2\n眉\n"
    assert text_of(body.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>"), parts).endswith("\n眉\n脚\n")


def test_styles_make_headings_captions_and_lists() -> None:
    styles = (
        style("heading 1", "1")
        + style("我的标题", "a", '<w:basedOn w:val="1"/>')
        + style("caption", "c")
        + style("大纲", "o", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
        + style("hidden", "h", f"<w:rPr>{VANISH}</w:rPr>")
    )
    item = p("配齐师资", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>')
    none = p("新桥今天通车，市民前往参观。", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')
    body = styled("新桥通车", "a") + none + styled("下一步", "o") + item + styled("新桥全景", "c") + styled("藏", "h")
    assert kinds_of(body, styles) == [
        ("headline", "新桥通车"),
        ("body", "新桥今天通车，市民前往参观。"),
        ("subheadline", "下一步"),
        ("list", "配齐师资"),
        ("caption", "新桥全景"),
    ]


def test_headings_stand_below_a_title() -> None:
    styles = style("Title", "t") + style("heading 1", "1")
    text = p("新桥今天通车，市民前往参观。")
    found = kinds_of(styled("新桥通车", "t") + text + styled("缘起", "1") + text + styled("将来", "1") + text, styles)
    assert [kind for kind, words in found if len(words) < 5] == ["headline", "subheadline", "subheadline"]


def test_a_table_with_data_is_one_and_a_layout_is_none() -> None:
    rows = kinds_of(p("新桥今天通车，市民前往参观。") + table(("区县", "小学"), ("东城区", "2000个")))
    assert [kind for kind, _ in rows[1:]] == ["table"] * 4
    text = "新桥今天通车，市民前往参观，两岸群众从此不必再绕行二十多公里，出行时间缩短一半以上，人人称便。"
    assert ("body", text) in kinds_of(table(("稿件", "栏目"), (text, text)))


def test_the_article_in_a_form_is_read_as_text() -> None:
    text = "新桥今天通车，市民前往参观，两岸群众从此不必再绕行二十多公里，出行时间缩短一半以上，人人称便。"
    form = table(("标题", "新桥通车"), ("作者", "秦小满"), ("正文", text), ("审核", "同意"))
    assert [kind for kind, words in kinds_of(form) if words == text] == ["list"]
    assert [kind for kind, words in kinds_of(form) if words != text] == ["table"] * 7


def test_headers_and_footers_are_read_as_text() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1.xml"/></w:sectPr>'
    document = read_bytes(docx(p("新桥今天通车。") + section, {"header1.xml": p("云岭日报")}), "稿.docx")
    assert [(block.kind.value, block.text) for block in document.blocks][1:] == [("list", "云岭日报")]


def test_places_are_told_by_paragraphs_with_text() -> None:
    body = p("新桥通车") + p("") + p("今天") + table(("区县",)) + p("完", box(p("图")))
    document = read_bytes(docx(body), "稿.docx")
    found = [(document.text[start : start + 1], kind, number) for start, kind, number in document.paragraphs]
    assert [entry for entry in found if entry[0] != "\n"] == [
        ("新", "", 1),
        ("今", "", 2),
        ("区", "table", 1),
        ("完", "", 3),
        ("图", "box", 1),
    ]


@pytest.mark.parametrize(
    ("edit", "allowed"),
    [
        (Edit(1, 2, "路"), True),
        (Edit(1, 2, "\n"), False),
        (Edit(1, 2, "\0"), False),
        (Edit(3, 4, ""), False),  # in the result of a field
        (Edit(4, 4, "的"), False),
        (Edit(5, 5, "的"), True),  # behind it
        (Edit(6, 7, ""), True),  # the end of a paragraph
        (Edit(9, 10, ""), False),  # the last one
        (Edit(0, 3, "新路见"), True),  # the least edit leaves the field alone
    ],
)
def test_fixes_spare_what_cannot_be_changed(edit: Edit, allowed: bool) -> None:
    document = read_bytes(docx(p("新桥见", field("PAGE", "网站"), "。") + p("通车")), "稿.docx")
    assert document.text == "新桥见网站。\n通车\n"
    assert (document.carry([edit]) is not None) == allowed


def test_a_label_stands_for_every_line_of_a_paragraph() -> None:
    body = p("新桥", "<w:r><w:br/></w:r>", "今天通车", properties='<w:outlineLvl w:val="0"/>') + p("好。")
    document = read_bytes(docx(body), "稿.docx")
    assert [block.kind for block in document.blocks[:2]] == [BlockKind.HEADLINE] * 2


def test_paragraphs_set_in_the_middle_are_known() -> None:
    body = (
        p("新桥", properties='<w:jc w:val="center"/>')
        + styled("通车", "7")
        + p("今天，新桥通车。")
        + styled("再见", "8")
    )
    styles = '<w:style w:styleId="7"><w:pPr><w:jc w:val="center"/></w:pPr></w:style>' + (
        '<w:style w:styleId="8"><w:basedOn w:val="7"/><w:pPr><w:jc w:val="left"/></w:pPr></w:style>'
    )
    document = read_bytes(docx(body, {"styles.xml": styles}), "稿.docx").prose
    assert [document.is_centred(block) for block in document.blocks] == [True, True, False, False]
