"""Tables of lanes: MB/s, files/s, milliseconds, peak, and how many times as fast newslint is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from racing.rounds import Lane

MB = 1_000_000
HEADINGS = {
    "large": ("MB/s", "s", "spread", "peak MB", "newslint is"),
    "many": ("files/s", "MB/s", "s", "spread", "peak MB", "newslint is"),
    "small": ("ms", "spread", "peak MB", "newslint is"),
}


def spread(seconds: Sequence[float]) -> float:
    """Return how much longer the slowest run took than the fastest, as a share of the fastest."""
    return max(seconds) / min(seconds) - 1 if seconds else math.nan


def reference(lane: Lane, lanes: Iterable[Lane], way: str = "") -> Lane | None:
    """Return newslint's lane on the same corpus in the same way, or in the given one; None if there is none."""
    for other in lanes:
        if (
            other.contender.name == "newslint"
            and other.contender.way == (way or lane.contender.way)
            and other.corpus == lane.corpus
        ):
            return other
    return None


def times_as_fast(lane: Lane, lanes: Iterable[Lane]) -> float:
    """Return the median of ``lane`` over that of newslint: above 1, newslint is faster. NaN if either has no median."""
    own = reference(lane, lanes)
    return lane.median / own.median if own is not None else math.nan


def row(lane: Lane, lanes: Sequence[Lane]) -> list[str]:
    """Return the cells of ``lane`` for the columns of its shape."""
    shape = lane.corpus.shape
    if lane.failure:
        return ["failed", *[""] * (len(HEADINGS[shape]) - 1)]
    ratio = times_as_fast(lane, lanes)
    cells = {
        "MB/s": f"{lane.corpus.size / MB / lane.median:.2f}",
        "files/s": f"{lane.corpus.files / lane.median:.0f}",
        "s": f"{lane.median:.2f}",
        "ms": f"{lane.median * 1000:.2f}" if lane.median < 0.02 else f"{lane.median * 1000:.0f}",
        "spread": f"{spread(lane.seconds) * 100:.0f} %",
        "peak MB": f"{lane.peak / MB:.0f}",
        "newslint is": "" if math.isnan(ratio) or lane is reference(lane, lanes) else f"{ratio:.2f} ×",
    }
    return [cells[heading] for heading in HEADINGS[shape]]


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return the lines of a Markdown table with the first column aligned left and the others right."""
    lines = [list(headings), *map(list, rows)]
    widths = [max(3, *(len(line[column]) for line in lines)) for column in range(len(headings))]
    aligned = []
    for first, *others in lines:
        cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))]
        aligned.append(f"| {' | '.join(cells)} |")
    rule = "|" + "|".join(["-" * (widths[0] + 2), *("-" * (width + 1) + ":" for width in widths[1:])]) + "|"
    return [aligned[0], rule, *aligned[1:]]


def tables(lanes: Sequence[Lane]) -> list[str]:
    """Return one table for each way and corpus, with its heading and notes."""
    lines = []
    for way in ("command", "library"):
        for corpus in dict.fromkeys(lane.corpus for lane in lanes):
            ways = (way, "nothing") if way == "command" else (way,)
            shown = [lane for lane in lanes if lane.corpus == corpus and lane.contender.way in ways]
            if not shown:
                continue
            files = "1 file" if corpus.files == 1 else f"{corpus.files} files"
            lines += [f"### {way}, {corpus.name}: {files}, {corpus.size:,} bytes", ""]
            lines += table((way, *HEADINGS[corpus.shape]), ([lane.contender.name, *row(lane, lanes)] for lane in shown))
            remarks = [
                (lane.contender.name, (lane.failure and f"failed, {lane.failure}") or lane.note) for lane in shown
            ]
            lines += [f"\n{name}: {remark}." for name, remark in remarks if remark]
            lines.append("")
    return lines
