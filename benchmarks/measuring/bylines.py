"""Bylines: the share of openings and closing signatures that parse, and the false alarms in them.

Each line is checked as a separate text. A signature is placed below a paragraph, because it is one only at the end of
an article. Findings in the byline are counted separately from those after it: openings are often cut off after a fixed
number of characters, which leaves quotations and brackets open.
"""

from __future__ import annotations

from collections.abc import Iterable

from measuring.figures import Figures, Share, in_context
from newslint.document.bylines.byline_parts import Byline
from newslint.readers import document_from_text
from newslint.run.linter import Linter

#: The paragraph above a signature.
ABOVE = "云岭市图书馆新馆昨日开放，首日接待读者三千人，阅览室座无虚席，馆方表示将延长开放时间。\n"


def measure(lines: Iterable[tuple[str, str]], linter: Linter, *, closing: bool = False) -> Figures:
    """Return the share of lines that parse, in total and by source, and of lines with a finding, by place and code."""
    figures = Figures()
    lines = list(lines)
    for source, text in lines:
        document = document_from_text(ABOVE + text if closing else text)
        found = [byline for start, byline in document.bylines if start >= len(ABOVE) or not closing]
        figures.count("parsed, all", bool(found))
        figures.count(f"parsed, {source}", bool(found))
        figures.example(
            "read as" if found else "not parsed",
            f"{source}  {text[:90]}" + (f"\n        {shown(text, found[0])}" if found else ""),
        )
        ends = [start + byline.end for start, byline in document.bylines]
        groups = set()
        for finding in linter.check_document(document):
            inside = finding.code.startswith("BY") or any(finding.start.offset < end for end in ends)
            where = "in the byline" if inside else "behind it"
            groups |= {f"finding {where}, all", f"finding {where}, {finding.code}"}
            shown_here = in_context(document, finding.start.offset, finding.end.offset)
            figures.example(f"finding {where}, {finding.code}", f"{shown_here}  {source}")
        for group in groups:
            figures.shares.setdefault(group, Share(0, len(lines))).hits += 1
    return figures


ORDER = ("parsed, all", "parsed,", "finding in", "finding behind")


def shown(text: str, byline: Byline) -> str:
    """Return the parsed byline in one line: kind, outlet, place, date, and each role with its names."""
    parts = [byline.kind]
    head = byline.head
    if head is not None:
        parts += [text[slice(*span)] for span in (head.outlet, head.place) if span]
        parts += [text[head.date.start : head.date.end]] if head.date else []
        parts += [head.mark] if head.mark else []
    parts += [
        f"{credit.role or '-'}:{'|'.join(person.name for person in credit.people)}{credit.action}"
        for credit in byline.credits
    ]
    return " ".join(parts)
