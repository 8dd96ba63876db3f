"""Word documents for tests, written as XML by hand, so that they have what no library writes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from random import Random

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
#: The parts with text that a document may have, and the kinds of their relations.
_KINDS = {
    "styles.xml": "styles",
    "settings.xml": "settings",
    "footnotes.xml": "footnotes",
    "endnotes.xml": "endnotes",
    "comments.xml": "comments",
    "header1.xml": "header",
    "footer1.xml": "footer",
}


def docx(body: str, parts: Mapping[str, str] | None = None, extra: Mapping[str, bytes] | None = None) -> bytes:
    """Return a document with ``body`` and other parts of the folder word/, by name: what is in their root element."""
    parts = parts or {}
    relations = "".join(
        f'<Relationship Id="{name}" Type="{R}/{_KINDS[name]}" Target="{name}"/>' for name in parts if name in _KINDS
    )
    typed = [("document", "document.main"), *((name.removesuffix(".xml"), _KINDS[name]) for name in parts)]
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_CONTENT}.{kind}+xml"/>' for name, kind in typed
        )
        + "</Types>",
        "_rels/.rels": _relations(f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(relations),
    }
    for name, inside in parts.items():
        root = {"header1.xml": "hdr", "footer1.xml": "ftr"}.get(name, name.removesuffix(".xml"))
        files[f"word/{name}"] = f"<w:{root} {NAMES}>{inside}</w:{root}>"
    return archive({name: (HEAD + text).encode() for name, text in files.items()} | dict(extra or {}))


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return a zip file with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _relations(inside: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a document by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def run(text: str, properties: str = "") -> str:
    """Return a run with a text."""
    format = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{format}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def p(*inside: str, properties: str = "") -> str:
    """Return a paragraph; what does not begin with a tag is a run of text."""
    format = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{format}{''.join(part if part.startswith('<') else run(part) for part in inside)}</w:p>"


def inserted(*inside: str, author: str = "甲", number: int = 900) -> str:
    """Return somebody's insertion."""
    mark = f'w:id="{number}" w:author="{author}" w:date="2026-01-02T03:04:05Z"'
    return f"<w:ins {mark}>{''.join(part if part.startswith('<') else run(part) for part in inside)}</w:ins>"


def deleted(text: str, author: str = "甲", number: int = 901) -> str:
    """Return somebody's deletion."""
    mark = f'w:id="{number}" w:author="{author}" w:date="2026-01-02T03:04:05Z"'
    return f"<w:del {mark}><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>"


def field(code: str, result: str) -> str:
    """Return a field of several runs."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def box(*paragraphs: str) -> str:
    """Return a run with a text box, and its copy for old programs."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    shape = f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{inside}</w:drawing></mc:Choice>'
        f"<mc:Fallback>{shape}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def table(*rows: tuple[str, ...]) -> str:
    """Return a table with a paragraph in each cell."""
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def style(name: str, number: str, inside: str = "", kind: str = "paragraph") -> str:
    """Return a style for styles.xml."""
    return f'<w:style w:type="{kind}" w:styleId="{number}"><w:name w:val="{name}"/>{inside}</w:style>'


_FIELD_CODE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF 的的</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
#: What surrounds the runs of random documents, by how often it does.
_WRAPPERS = (
    (8, lambda inside, at: inserted(inside, number=at)),
    (6, lambda inside, at: f'<w:hyperlink w:anchor="a">{inside}</w:hyperlink>'),
    (4, lambda inside, at: inside + deleted("删去删去", number=at)),
    (4, lambda inside, at: f'<w:smartTag w:element="x">{inside}</w:smartTag>'),
    (3, lambda inside, at: f'{inside}<w:bookmarkStart w:id="{at}" w:name="b"/><w:bookmarkEnd w:id="{at}"/>'),
    (3, lambda inside, at: f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"),
    (2, lambda inside, at: _FIELD_CODE + inside + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    (2, lambda inside, at: f'<w:fldSimple w:instr="REF a">{inside}</w:fldSimple>'),
    (2, lambda inside, at: f'<w:moveTo w:id="{at}" w:author="乙">{inside}</w:moveTo>'),
)


def random_docx(lines: Sequence[str], chance: Random) -> bytes:
    """Return a document that has ``lines`` somewhere, in runs of 1 to 8 characters, with all that others may have
    done to it.
    """
    notes: list[str] = []
    body: list[str] = []
    for line in lines:
        kind = chance.random()
        if kind < 0.08:
            body.append(table(("区县", "小学"), (run(line[:9]), "2000个")))
        elif kind < 0.14:
            body.append(p("新桥今天通车", box(_random_paragraph(line, chance)), "，市民前往参观。"))
        elif kind < 0.2:
            notes.append(_random_paragraph(line, chance))
            mark = f'<w:footnoteReference w:id="{len(notes)}"/>'
            body.append(p("新桥", f"<w:r><w:t>今天的的</w:t>{mark}<w:t>通车通车</w:t></w:r>", "。"))
        else:
            body.append(_random_paragraph(line, chance))
    parts = {"styles.xml": style("heading 1", "1")}
    if chance.random() < 0.3:
        parts["header1.xml"] = _random_paragraph(lines[0], chance)
        body.append('<w:sectPr><w:headerReference w:type="default" r:id="header1.xml"/></w:sectPr>')
    if notes:
        parts["footnotes.xml"] = "".join(
            f'<w:footnote w:id="{at}">{note}</w:footnote>' for at, note in enumerate(notes, 1)
        )
    if chance.random() < 0.5:
        parts["comments.xml"] = f'<w:comment w:id="7" w:author="甲">{p("请核")}</w:comment>'
    return docx("".join(body), parts, {"word/media/图.png": b"\x89PNG" + bytes(99)})


def _random_paragraph(line: str, chance: Random) -> str:
    inside = []
    at = 0
    while at < len(line):
        text = line[at : (at := at + chance.randrange(1, 9))]
        made = _random_run(text, chance)
        share = chance.random() * 100
        for percent, wrapped in _WRAPPERS:
            if share < percent:
                made = wrapped(made, chance.randrange(100, 9999))
                break
            share -= percent
        inside.append(made)
    properties = chance.choice(["", "", '<w:jc w:val="both"/>', '<w:pStyle w:val="1"/>', "<w:rPr><w:b/></w:rPr>"])
    return p(*inside, properties=properties)


def _random_run(text: str, chance: Random) -> str:
    format = chance.choice(["", "<w:b/>", '<w:rPrChange w:id="5" w:author="甲"><w:rPr/></w:rPrChange>'])
    if len(text) < 2 or chance.random() > 0.2:
        return run(text, format)
    at = chance.randrange(1, len(text))
    between = chance.choice(["", "<w:lastRenderedPageBreak/>", "<w:tab/>", "<w:br/>", "<w:drawing/>"])
    first, second = (f'<w:t xml:space="preserve">{escape(half, quote=False)}</w:t>' for half in (text[:at], text[at:]))
    return f"<w:r>{first}{between}{second}</w:r>"
