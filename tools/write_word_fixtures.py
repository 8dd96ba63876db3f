"""Write the Word documents of fixtures/dirty, five manuscripts as they come to a desk, and that of examples/.

    python tools/write_word_fixtures.py

A reporter's plain copy; one written in WPS, with a run for each script and a colleague's comment and changes; one with
a table, a text box and a list; one pasted from a laid-out page, with broken lines; one saved by LibreOffice. Needs python-docx. The files are the same whenever they are written.
"""

from __future__ import annotations

import io
import zipfile
from html import escape
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.parser import parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph

FOLDER = Path(__file__).parents[1] / "fixtures" / "dirty"
EXAMPLES = Path(__file__).parents[1] / "examples"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)
COLLEAGUE = 'w:author="编辑甲" w:date="2026-03-02T03:04:05Z"'


def write(name: str, parts: dict[str, bytes]) -> None:
    """Write a document, with one time for all its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for part, data in parts.items():
            package.writestr(zipfile.ZipInfo(part), data, zipfile.ZIP_DEFLATED)
    (FOLDER / name).write_bytes(out.getvalue())


def save(name: str, document: Document) -> None:
    """Write a document of python-docx."""
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as package:
        write(name, {part: package.read(part) for part in package.namelist()})


def add(paragraph: Paragraph, xml: str) -> None:
    """Add to a paragraph what python-docx has no method for."""
    name, rest = xml[1:].split(">", 1)[0].split(" ", 1)[0].rstrip("/"), xml
    paragraph._p.append(parse_xml(rest.replace(f"<{name}", f"<{name} {NAMES}", 1)))


def run(text: str, properties: str = '<w:rFonts w:hint="eastAsia"/>') -> str:
    """Return a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def write_reporter() -> None:
    """A heading, and paragraphs whose first lines are indented by format."""
    document = docx.Document()
    document.add_heading("砚山市夜间公交延长到零点", 1)
    for text in (
        "本报讯（记者 贺小棠 通迅员 卢一苇)12日起，砚山市六条公交线路的末班车延长到零点，方便夜归的的市民。",
        "市公交公司介绍，这次调整坚持互惠互利互惠原则，重点照顾医院、车站和商圈。。",
        "公司提出三点要求，一是司机要提前进行进行培训；二是调度要随时在岗。三是站台要留灯；四是投诉要当天回复。",
        "截止目前，已有2600余人次乘坐夜班车。",
    ):
        document.add_paragraph(text).paragraph_format.first_line_indent = Pt(24)
    save("word-reporter.docx", document)


def write_wps() -> None:
    """A run for each script, marks of the spelling checker, a field, and what a colleague did."""
    document = docx.Document()
    title = document.add_paragraph()
    title.add_run("青禾区给老街装上扶手").bold = True
    lead = document.add_paragraph()
    for text in (
        "　　本报讯（记者 ",
        "孟亦",
        "）",
        "3",
        "月",
        "1",
        "日，青禾区",
        "“银龄扶手”",
        "工程开工。首批",
        "40",
        "条",
    ):
        add(lead, run(text))
        add(lead, '<w:proofErr w:type="spellStart"/>')
    lead.add_run("老街").bold = True
    add(lead, run("将加装扶手,由街道负责维护，居民可以随时报修。"))
    document.add_comment(lead.runs[:1], text="请补一张图", author="编辑甲", initials="甲")
    aim = document.add_paragraph()
    add(aim, run("　　工程按照先急"))
    add(aim, run("后缓", "<w:b/><w:i/>"))
    add(aim, run("的办法推进，"))
    add(aim, f'<w:del w:id="900" {COLLEAGUE}><w:r><w:delText>大力大力</w:delText></w:r></w:del>')
    add(aim, f'<w:ins w:id="901" {COLLEAGUE}>{run("认真认真")}</w:ins>')
    add(aim, run("听取住户的意见。。"))
    link = document.add_paragraph()
    add(link, run("　　报名办法见"))
    add(link, '<w:r><w:fldChar w:fldCharType="begin"/></w:r>')
    add(link, '<w:r><w:instrText xml:space="preserve"> HYPERLINK "http://example.com/的的" </w:instrText></w:r>')
    add(link, '<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
    add(link, run("区政府的的网站"))
    add(link, '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    add(link, run("。截止3月1日，已有310户报名。"))
    document.add_paragraph("（责任编辑：闻秋）")
    save("word-wps.docx", document)


def text_box(*paragraphs: str) -> str:
    """Return a run with a text box as Word writes it: once for itself, once for old programs."""
    inside = "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in paragraphs)
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    shape = (
        '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>2500000</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>300000</wp:posOffset></wp:positionV>'
        '<wp:extent cx="2400000" cy="700000"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        '<wp:wrapSquare wrapText="bothSides"/><wp:docPr id="7" name="说明"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2400000" cy="700000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>'
        f"{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{shape}</w:drawing></mc:Choice><mc:Fallback>'
        f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def write_table() -> None:
    """A table of figures, a caption in a text box and one by style, a list, and hidden text."""
    document = docx.Document()
    document.add_heading("沅陵市新增社区食堂八十家", 1)
    document.add_paragraph(
        "本报讯（记者 白露）记者昨日从沅陵市民政局获悉，今年全市将新增社区食堂80家，老人用餐更方便。。"
    )
    table = document.add_table(rows=3, cols=3)
    rows = (("城区", "食堂", "座位"), ("东城区", "45家", "2700个"), ("西城区", "35家", "2100个"))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    add(document.add_paragraph("滨河街道的食堂本周开张。"), text_box("图为老人在食堂用餐，。", "白露 摄"))
    for text in ("一是菜价要公开；", "二是饭菜要软烂。", "三是送餐要及时。"):
        document.add_paragraph(text, style="List Bullet")
    said = document.add_paragraph("负责人说，")
    said.add_run("这里先不要发发出去的的").font.hidden = True
    said.add_run("要把每一顿饭做好、、做细。")
    document.add_paragraph("图一：滨河街道社区食堂", style="Caption")
    save("word-table-box.docx", document)


def write_pasted() -> None:
    """Lines broken by the column that they were copied from, as paragraphs and as line breaks."""
    document = docx.Document()
    document.add_paragraph("渡口来了修船队")
    document.add_paragraph(
        "本报讯（记者 齐远）天刚蒙蒙亮，澄江县柳叶渡的码头上就响起了敲打声，县里派来的修船队已经忙了三"
    )
    document.add_paragraph("个钟头，七条渡船换上了新的船板。")
    document.add_paragraph("")
    broken = document.add_paragraph(
        "柳叶渡连着两岸十一个村子，三千多名村民赶集、上学都要过河，其中六十岁以上的老人占了将近四"
    )
    broken.add_run().add_break()
    broken.add_run("成。修船队打算住上半个月，把上下游的渡船都修一遍。")
    document.add_paragraph("“船稳当了，心也就稳当了。”船工贺老大说。𠮷祥号😀是渡口最大的的一条船。")
    save("word-pasted.docx", document)


LIBREOFFICE_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Serif" w:eastAsia="Noto Serif CJK SC"/>'
    '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Style14"><w:name w:val="标题样式"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Style14"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Style15"><w:name w:val="Text Body"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/></w:style>'
)


def write_libreoffice() -> None:
    """Empty properties everywhere, other names of styles, a footnote, a header, and no relation for comments."""
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kinds = {"styles": "styles", "footnotes": "footnotes", "header1": "header"}
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    def paragraph(*inside: str, style: str = "Style15") -> str:
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:bidi w:val="0"/><w:rPr></w:rPr></w:pPr>{"".join(inside)}</w:p>'
        )

    def part(root: str, inside: str) -> bytes:
        names = f'xmlns:w="{W}" xmlns:r="{relations}"'
        return (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{root} {names}>{inside}</w:{root}>'.encode()
        )

    note = '<w:r><w:rPr><w:rStyle w:val="FootnoteAnchor"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    body = (
        paragraph(run("柘林市三十条小巷有了名字", ""), style="Heading1")
        + paragraph(
            run("本报讯（记者 ", ""),
            run("田一川", ""),
            run("）柘林市地名办昨天公布，30条小巷从此有了名字", ""),
            note,
            run("。。", ""),
        )
        + paragraph(run("住在桂花巷的市民沙玉说,快递再也不会送错门了。", ""))
        + '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:type w:val="nextPage"/></w:sectPr>'
    )
    notes = "".join(
        f'<w:footnote w:id="{number}" w:type="{kind}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in ((0, "separator"), (1, "continuationSeparator"))
    )
    notes += f'<w:footnote w:id="2">{paragraph(run("名单见地名办的的公告。", ""), style="FootnoteText")}</w:footnote>'
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{relations}/{kind}" Target="{name}.xml"/>'
        for number, (name, kind) in enumerate(kinds.items(), 1)
    )
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{content}.{kind}+xml"/>'
        for name, kind in ({"document": "document.main"} | kinds).items()
    )
    main = f'<Relationship Id="rId1" Type="{relations}/officeDocument" Target="word/document.xml"/>'
    write(
        "word-libreoffice.docx",
        {
            "_rels/.rels": f'<Relationships xmlns="{package}/relationships">{main}</Relationships>'.encode(),
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">{listed}</Relationships>'.encode(),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/styles.xml": part("styles", LIBREOFFICE_STYLES),
            "word/footnotes.xml": part("footnotes", notes),
            "word/header1.xml": part("hdr", paragraph(run("柘林晚报　稿签", ""))),
            "[Content_Types].xml": (
                f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f"{overrides}</Types>"
            ).encode(),
        },
    )


def write_example() -> None:
    """The article that the README shows: a heading and paragraphs, each of its blank lines one without text."""
    document = docx.Document()
    headline, *lines = (EXAMPLES / "来稿.txt").read_text(encoding="utf-8").splitlines()
    document.add_heading(headline, 1)
    for line in lines:
        document.add_paragraph(line)
    save("../../examples/来稿.docx", document)


def main() -> None:
    """Write all of them."""
    write_example()
    write_reporter()
    write_wps()
    write_table()
    write_pasted()
    write_libreoffice()


if __name__ == "__main__":
    main()
