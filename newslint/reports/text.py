"""The report for people at a terminal: each finding with its line, the place underlined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.finding import Finding, Related, Safety, Severity
from newslint.language import tr
from newslint.reports.characters import visible, width
from newslint.reports.listed import listed, rest
from newslint.reports.whereabouts import place_in, whereabouts
from newslint.reports.words import level_word, notices
from newslint.results import CheckedFile, Results
from newslint.score import LIMIT, has_rate, rate_of

#: How many characters of the line are shown on either side of a finding, and how many of its own at most.
CONTEXT = 22
SPAN = 44
_LEVELS = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_COLOUR = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_LINE_ENDS = "\r\n"


def render_text(results: Results, *, colour: bool = False) -> str:
    """Return the findings one by one and a summary; ``colour`` adds terminal colours."""
    lines: list[str] = []
    files = {file.path: file for file in results.files}
    for file, findings in listed(results.files):
        if file.error:
            lines += [paint(visible(file.error), "31", colour), ""]
        for finding in findings:
            lines += [*finding_lines(file, finding, files, colour), ""]
        if told := rest(file, findings):
            lines += [visible(told), ""]
    return "\n".join([*lines, *closing(results)]) + "\n"


def closing(results: Results) -> list[str]:
    """Return the last lines: notices about the run and the summary."""
    return [*map(visible, notices(results)), summary(results)]


def summary(results: Results) -> str:
    """Return the line that sums up the results."""
    files = results.files
    if not files and not results.interrupted:
        return tr("没有可查的稿件。")
    findings = [finding for _, finding in results.findings()]
    broken = sum(file.error is not None for file in files)
    characters = sum(file.characters for file in files)
    parts = [tr("检查 {files} 个文件，{characters} 字", files=len(files) - broken, characters=characters)]
    counts = [(level, sum(finding.severity is level for finding in findings)) for level in _LEVELS]
    told = [tr("{level} {number} 处", level=level_word(level), number=number) for level, number in counts if number]
    if told or len(files) > broken:
        parts.append(tr("、").join(told) if told else tr("没有发现问题"))
    fixes = [finding.fix.safety for finding in findings if finding.fix is not None]
    if safe := fixes.count(Safety.SAFE):
        parts.append(tr("{number} 处可由 newslint fix 修改", number=safe))
    if unsafe := len(fixes) - safe:
        parts.append(tr("{number} 处可由 newslint fix --unsafe 修改，须编辑确认", number=unsafe))
    left_out = _left_out(files)
    if left_out:
        parts.append(left_out)
    if characters and has_rate(results):
        rate = rate_of(files)
        parts.append(tr("估计差错率 {rate}／万（限 {limit}／万）", rate=rate, limit=f"{LIMIT:g}"))
    if broken:
        parts.append(tr("{number} 个文件无法检查", number=broken))
    return tr("；").join(parts) + tr("。")


def _left_out(files: tuple[CheckedFile, ...]) -> str:
    """Return how many findings are not reported, or "" if all are."""
    counts = []
    if suppressed := sum(file.suppressed for file in files):
        counts.append(tr("{number} 处已注明略去", number=suppressed))
    if baselined := sum(file.baselined for file in files):
        counts.append(tr("{number} 处在基线中", number=baselined))
    return tr("另有 {counts}", counts=tr("、").join(counts)) if counts else ""


def finding_lines(file: CheckedFile, finding: Finding, files: Mapping[str, CheckedFile], colour: bool) -> Iterator[str]:
    """Yield the lines of one finding: its place and message, its line, the place underlined, and the related places."""
    place = whereabouts(file, finding.start)
    level = paint(level_word(finding.severity), _COLOUR[finding.severity], colour)
    yield f"{paint(place, '1', colour)} {level} {finding.code} {visible(finding.message)}"
    before, span, after = excerpt(file.text, finding.start.offset, finding.end.offset)
    yield f"    {before}{span}{after}"
    underline = "^" * max(1, width(span))
    yield "    " + " " * width(before) + paint(underline, _COLOUR[finding.severity], colour)
    for related in finding.related:
        yield f"    {_related_place(file, related, files)} {visible(related.message)}"


def _related_place(file: CheckedFile, related: Related, files: Mapping[str, CheckedFile]) -> str:
    if related.path is not None:
        return whereabouts(files.get(related.path, CheckedFile(related.path)), related.start)
    return place_in(file, related.start) or f"{related.start.line}:{related.start.column}"


def excerpt(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return the text before, in and after a finding, as far as a line of the report shows it.

    Line ends in it become ¶, other control characters ·; … shows where it is cut.
    """
    # Only what is shown is looked at: a line may be as long as the file.
    left, right = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    line_start = max(text.rfind(mark, left, start) for mark in _LINE_ENDS) + 1 or left
    line_end = min((at for mark in _LINE_ENDS if (at := text.find(mark, end, right)) >= 0), default=right)
    before, after = text[line_start:start], text[end:line_end]
    if line_start == left > 0 and text[left - 1] not in _LINE_ENDS:
        before = "…" + before
    if line_end == right < len(text) and text[right] not in _LINE_ENDS:
        after += "…"
    span = text[start:end].replace("\r\n", "\n").replace("\r", "\n")
    while "\n\n" in span:
        span = span.replace("\n\n", "\n")
    if len(span) > SPAN:
        span = f"{span[: SPAN // 2]}…{span[-(SPAN // 2) :]}"
    return visible(before), visible(span), visible(after)


def paint(text: str, code: str, colour: bool) -> str:
    """Return ``text`` in the colour of an ANSI code if ``colour`` is on."""
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
