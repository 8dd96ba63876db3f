"""The report for people at a terminal: under each file its findings, each with its line, the place marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.finding import Finding, Related, Safety, Severity
from newslint.language import tr
from newslint.reports.characters import visible, width
from newslint.reports.excerpts import excerpt
from newslint.reports.listed import listed, rest
from newslint.reports.whereabouts import place_in, whereabouts
from newslint.reports.words import SHADES, fix_note, level_word, notices
from newslint.reports.wrapping import wrapped
from newslint.results import CheckedFile, Results

#: The columns where nobody knows the width of the window, and of the widest excerpt.
COLUMNS, WIDEST = 80, 100
_INDENT, _HANG, _INNER = "  ", "    ", "      "
_LEVELS = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def render_text(results: Results, *, colour: bool = False, columns: int | None = None) -> str:
    """Return the findings file by file and a summary; ``colour`` adds terminal colours.

    Lines have at most so many ``columns``; where these are None, sentences are not broken.
    """
    lines: list[str] = []
    files = {file.path: file for file in results.files}
    for file, findings in listed(results.files):
        if file.error:
            lines += [*(paint(line, "31", colour) for line in wrapped(visible(file.error), columns)), ""]
        if findings:
            lines.append(paint(visible(file.path), "1", colour))
        for finding in findings:
            lines += finding_lines(file, finding, files, colour=colour, columns=columns)
        if told := rest(file, findings):
            lines += wrapped(visible(told), columns)
        if findings:
            lines.append("")
    closed = (line for sentence in closing(results) for line in wrapped(sentence, columns))
    return "\n".join([*lines, *closed]) + "\n"


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
    if characters and results.shows_rate:
        from newslint.score import LIMIT, rate_of  # a short text has no rate

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


def finding_lines(
    file: CheckedFile,
    finding: Finding,
    files: Mapping[str, CheckedFile],
    *,
    colour: bool = False,
    columns: int | None = None,
) -> Iterator[str]:
    """Yield the lines of one finding: its place, message and fix, its line, the place marked, and related places."""
    yield from message_lines(file, finding, colour=colour, columns=columns)
    room = min(columns or COLUMNS, WIDEST) - len(_INNER)
    before, span, after = excerpt(file.text, finding.start.offset, finding.end.offset, room)
    shade = SHADES[finding.severity]
    yield f"{_INNER}{before}{paint(span, f'{shade};7', colour)}{after}"
    yield f"{_INNER}{' ' * width(before)}{paint('^' * max(1, width(span)), shade, colour)}"
    for related in finding.related:
        told = f"{_related_place(file, related, files)} {visible(related.message)}"
        yield from wrapped(told, columns, _INNER, _INNER)


def message_lines(
    file: CheckedFile, finding: Finding, *, fix: bool = True, colour: bool = False, columns: int | None = None
) -> Iterator[str]:
    """Yield the lines that say where in its file a finding is, what is wrong, and with ``fix`` that it can be fixed."""
    place = place_in(file, finding.start) or f"{finding.start.line}:{finding.start.column}"
    level = level_word(finding.severity)
    told = visible(finding.message) + (visible(fix_note(finding, file.text)) if fix else "")
    lines = wrapped(f"{place} {level} {finding.code} {told}", columns, _INDENT, _HANG)
    painted = f"{_INDENT}{paint(place, '1', colour)} {paint(level, SHADES[finding.severity], colour)}"
    # The place and the level are never broken: both are one word each, at the start of the first line.
    yield painted + next(lines).removeprefix(f"{_INDENT}{place} {level}")
    yield from lines


def _related_place(file: CheckedFile, related: Related, files: Mapping[str, CheckedFile]) -> str:
    if related.path is not None:
        return whereabouts(files.get(related.path, CheckedFile(related.path)), related.start)
    return place_in(file, related.start) or f"{related.start.line}:{related.start.column}"


def paint(text: str, code: str, colour: bool) -> str:
    """Return ``text`` in the colour of an ANSI code if ``colour`` is on."""
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
