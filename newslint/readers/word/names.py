"""The names of what a Word document is made of (ECMA-376, WordprocessingML)."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

#: The type of all elements, which lxml has under no public name.
Element: TypeAlias = etree._Element

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/"
W = f"{{{_W}}}"
NAMESPACES = {"w": _W}
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

BODY, PARAGRAPH, RUN, TEXT = W + "body", W + "p", W + "r", W + "t"
TABLE, ROW, CELL = W + "tbl", W + "tr", W + "tc"
PARAGRAPH_PROPERTIES, RUN_PROPERTIES, SECTION = W + "pPr", W + "rPr", W + "sectPr"
PARAGRAPH_CHANGE = W + "pPrChange"
TAB, POSITION_TAB, BREAK, RETURN = W + "tab", W + "ptab", W + "br", W + "cr"
HYPHEN, SYMBOL, OBJECT = W + "noBreakHyphen", W + "sym", W + "object"
FIELD, FIELD_MARK = W + "fldSimple", W + "fldChar"
INSERTED, DELETED, MOVED_TO, MOVED_FROM = W + "ins", W + "del", W + "moveTo", W + "moveFrom"
DELETED_TEXT = W + "delText"
CONTROL, CONTROL_CONTENT = W + "sdt", W + "sdtContent"
SMART_TAG, CUSTOM_XML = W + "smartTag", W + "customXml"
RUBY, RUBY_BASE = W + "ruby", W + "rubyBase"
DRAWING, PICTURE, BOX = W + "drawing", W + "pict", W + "txbxContent"
ALTERNATIVES = COMPATIBILITY + "AlternateContent"
CHOICE, FALLBACK = COMPATIBILITY + "Choice", COMPATIBILITY + "Fallback"
NOTE_MARKS = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
COMMENTS, COMMENT, COMMENT_START, COMMENT_END = (
    W + "comments",
    W + "comment",
    W + "commentRangeStart",
    W + "commentRangeEnd",
)
COMMENT_MARK = W + "commentReference"
ID, VALUE, TYPE, AUTHOR = W + "id", W + "val", W + "type", W + "author"
#: The author of the comments and changes that newslint makes.
OWN = "newslint"


def parent_of(element: Element) -> Element:
    """Return what an element is in; all elements with text are in one."""
    parent = element.getparent()
    if parent is None:
        raise ValueError(f"{element.tag} is in nothing")
    return parent
