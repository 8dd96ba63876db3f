"""The report for people at a terminal: each finding with its line, the span underlined."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from wcwidth import wcswidth

from newslint.finding import Finding, Severity
from newslint.results import CheckedFile, Results
from newslint.score import LIMIT, score

#: How many characters of the line are shown on either side of the span, and at most of the span itself.
CONTEXT = 22
SPAN = 44
_LEVEL = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
_COLOUR = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_LINE_ENDS = "\r\n"


def render_text(results: Results, *, colour: bool = False) -> str:
    """Return the findings one by one and a closing line that sums up; ``colour`` adds terminal colours."""
    lines: list[str] = []
    for file in results.files:
        if file.error:
            lines += [_paint(f"{file.error}", "31", colour), ""]
        for finding in file.findings:
            lines += [*_finding_lines(file, finding, colour), ""]
    lines.append(summary(results))
    return "\n".join(lines) + "\n"


def summary(results: Results) -> str:
    """Return the line that sums up the results."""
    files = results.files
    findings = [finding for _, finding in results.findings()]
    broken = sum(file.error is not None for file in files)
    total = score(files)
    parts = [f"检查 {len(files) - broken} 个文件，{total.characters} 字"]
    counts = [f"{_LEVEL[level]} {number} 处" for level in _LEVEL if (number := sum(f.severity is level for f in findings))]
    parts.append("、".join(counts) if counts else "没有发现问题")
    fixable = sum(finding.fix is not None for finding in findings)
    if fixable:
        parts.append(f"{fixable} 处可由 newslint fix 修改")
    if total.characters:
        parts.append(f"估计差错率 {total.rate}／万（限 {LIMIT:g}／万）")
    if broken:
        parts.append(f"{broken} 个文件无法检查")
    return "；".join(parts) + "。"


def _finding_lines(file: CheckedFile, finding: Finding, colour: bool) -> Iterator[str]:
    place = f"{file.path}:{finding.start.line}:{finding.start.column}"
    level = _paint(_LEVEL[finding.severity], _COLOUR[finding.severity], colour)
    yield f"{_paint(place, '1', colour)} {level} {finding.code} {finding.message}"
    before, span, after = excerpt(file.text, finding.start.offset, finding.end.offset)
    yield f"    {before}{span}{after}"
    underline = "^" * max(1, width(span))
    yield "    " + " " * width(before) + _paint(underline, _COLOUR[finding.severity], colour)
    for place_ in finding.related:
        file_ = f"{place_.path}:" if place_.path is not None else ""
        yield f"    {file_}{place_.start.line}:{place_.start.column} {place_.message}"


def excerpt(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return what stands before, in and after the span, as far as a line of the report shows it.

    Line ends inside the span are shown as ¶, other control characters as ·; what was cut off shows as …
    """
    line_start = max(text.rfind(mark, 0, start) for mark in _LINE_ENDS) + 1
    line_end = min((at for mark in _LINE_ENDS if (at := text.find(mark, end)) >= 0), default=len(text))
    before = text[max(line_start, start - CONTEXT) : start]
    after = text[end : min(line_end, end + CONTEXT)]
    if start - CONTEXT > line_start:
        before = "…" + before
    if end + CONTEXT < line_end:
        after += "…"
    span = text[start:end].replace("\r\n", "\n").replace("\r", "\n")
    while "\n\n" in span:
        span = span.replace("\n\n", "\n")
    if len(span) > SPAN:
        span = f"{span[: SPAN // 2]}…{span[-(SPAN // 2) :]}"
    return _visible(before), _visible(span.replace("\n", "¶")), _visible(after)


def width(text: str) -> int:
    """Return how many columns ``text`` takes on a terminal: two for each Chinese character."""
    return max(0, wcswidth(text))


def _visible(text: str) -> str:
    if text.isprintable():
        return text
    return "".join("·" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text)


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
