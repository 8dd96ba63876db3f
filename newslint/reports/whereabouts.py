"""Where a finding is, as people look for it: line and column, or the paragraph of a Word document."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from newslint.finding import Paragraph, Position
from newslint.language import tr
from newslint.reports.characters import visible
from newslint.results import CheckedFile


def paragraph_at(file: CheckedFile, place: Position) -> Paragraph:
    """Return the paragraph of a Word document that has a place."""
    return file.paragraphs[max(0, bisect_right(file.paragraphs, place.offset, key=attrgetter("start")) - 1)]


def place_in(file: CheckedFile, place: Position) -> str:
    """Return a place in a file that has paragraphs, as people count them; "" for one that has lines."""
    if not file.paragraphs:
        return ""
    paragraph = paragraph_at(file, place)
    values = {"number": paragraph.number, "character": place.offset - paragraph.start + 1}
    return {
        "": tr("第 {number} 段第 {character} 字", **values),
        "table": tr("表格内第 {number} 段第 {character} 字", **values),
        "box": tr("文本框内第 {number} 段第 {character} 字", **values),
        "footnote": tr("脚注内第 {number} 段第 {character} 字", **values),
        "endnote": tr("尾注内第 {number} 段第 {character} 字", **values),
        "header": tr("页眉内第 {number} 段第 {character} 字", **values),
        "footer": tr("页脚内第 {number} 段第 {character} 字", **values),
    }[paragraph.kind]


def whereabouts(file: CheckedFile, place: Position) -> str:
    """Return the path and place for a terminal, such as ``稿.txt:3:5`` or ``稿.docx 第 3 段第 5 字``."""
    within = place_in(file, place)
    return f"{visible(file.path)} {within}" if within else f"{visible(file.path)}:{place.line}:{place.column}"
