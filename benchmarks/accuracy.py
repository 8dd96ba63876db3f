"""Measure the accuracy of four groups of rules on your own text: bylines, broken lines, repetition, consistency.

    python benchmarks/accuracy.py bylines  FILE   openings, one per line: source<TAB>opening
    python benchmarks/accuracy.py tails    FILE   closing signatures, likewise
    python benchmarks/accuracy.py splits   FILE   {"src", "left", "right", "inside_word"}: sentences cut in two
    python benchmarks/accuracy.py clean    FILE   {"id", "source", "title", "text"}: articles without fault
    python benchmarks/accuracy.py labelled FILE   {"kind", "id", "start", "end", "match", "context", "label"}: repeats
    python benchmarks/accuracy.py breaks   FILE   articles as for clean, with paragraphs broken at random
    python benchmarks/accuracy.py consistency FILE   articles as for clean, with one occurrence of something changed

Each prints its figures, or with --show the misses and false alarms behind them. docs/development/accuracy.md explains
the figures.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from measuring import breaks, bylines, clean, consistency, labelled, splits
from measuring.figures import Figures, read_lines, read_rows
from planting.article import Article

from newslint.config import Settings
from newslint.finding import Severity
from newslint.run.linter import Linter


def _print(heading: str, figures: Figures, options: argparse.Namespace, order: tuple[str, ...] = ()) -> None:
    print(f"\n== {heading}")
    for line in figures.sampled(options.sample, options.seed) if options.show else figures.lines(order):
        print(line)


def _bylines(options: argparse.Namespace, linter: Linter) -> None:
    lines = read_lines(options.file, options.leave_out)
    closing = options.what == "tails"
    figures = bylines.measure(lines, linter, closing=closing)
    _print("closing signatures" if closing else "openings", figures, options, bylines.ORDER)


def _splits(options: argparse.Namespace, linter: Linter) -> None:
    rows = read_rows(options.file, options.leave_out)
    for name, separator in (("one line end", "\n"), ("two line ends", "\n\n")):
        _print(
            f"{len(rows)} sentences cut in two, {name}", splits.measure(rows, linter, separator), options, splits.ORDER
        )


def _clean(options: argparse.Namespace, linter: Linter) -> None:
    rows = read_rows(options.file, options.leave_out)
    for titles in (False, True):
        alarms = clean.measure(rows, linter, titles=titles)
        print(
            f"\n== {len(rows)} articles, {'with' if titles else 'without'} their headlines: {alarms.ends} paragraph "
            "ends"
        )
        for code, number in sorted(alarms.codes.items()):
            print(f"{code}  {number:5}  {alarms.rate(number):6.2f} for {clean.PER}")
        print(f"all   {alarms.codes.total():5}  {alarms.rate(alarms.codes.total()):6.2f} for {clean.PER}")
        for case in alarms.cases if options.show else ():
            print("   ", case)


def _labelled(options: argparse.Namespace, linter: Linter) -> None:
    rows = read_rows(options.file, options.leave_out)
    _print("in the context as it was cut", labelled.measure(rows, linter), options, labelled.ORDER)
    _print(
        "in the context from its first mark to its last",
        labelled.measure(rows, linter, cut=False),
        options,
        labelled.ORDER,
    )
    if options.articles:
        texts = {row["id"]: row["text"] for row in read_rows(options.articles)}
        _print("in the whole article", labelled.measure(rows, linter, texts), options, labelled.ORDER)


def _breaks(options: argparse.Namespace, linter: Linter) -> None:
    rows = read_rows(options.file, options.leave_out)
    articles = [Article(row["text"], row.get("title", "")) for row in rows]
    figures = breaks.measure(articles, linter, options.times, options.seed)
    _print(f"one paragraph broken in each of up to {options.times} articles", figures, options, breaks.ORDER)


def _consistency(options: argparse.Namespace, linter: Linter) -> None:
    rows = read_rows(options.file, options.leave_out)
    articles = [Article(row["text"], row.get("title", "")) for row in rows]
    figures = consistency.measure(articles, Linter(Settings(level=Severity.INFO)), options.times, options.seed)
    _print(f"one of several occurrences changed in each of up to {options.times} articles", figures, options)


COMMANDS: dict[str, Callable[[argparse.Namespace, Linter], None]] = {
    "bylines": _bylines,
    "tails": _bylines,
    "splits": _splits,
    "clean": _clean,
    "labelled": _labelled,
    "breaks": _breaks,
    "consistency": _consistency,
}


def main() -> None:
    """Parse the command line, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=COMMANDS)
    parser.add_argument("file", type=Path)
    parser.add_argument("--leave-out", nargs="*", default=[], metavar="SOURCE", help="sources to leave out")
    parser.add_argument("--articles", type=Path, help="labelled: the articles from which the rows are taken")
    parser.add_argument(
        "--times", type=int, default=400, help="breaks, consistency: the number of articles for each class"
    )
    parser.add_argument("--show", action="store_true", help="print the cases instead of the figures")
    parser.add_argument("--sample", type=int, default=30, help="the number of cases of each kind to show (0: all)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    COMMANDS[options.what](options, Linter(Settings()))


if __name__ == "__main__":
    main()
