"""Measure the rules about misspellings (MS) on pairs of sentences and on published articles.

    python benchmarks/spelling.py --pairs PAIRS.jsonl [MORE.jsonl ...]
    python benchmarks/spelling.py --articles ARTICLES.jsonl [--source NAME ...] [--show]
    python benchmarks/spelling.py --articles ARTICLES.jsonl --time 300

PAIRS has rows {"wrong": …, "right": …}; those whose sentences differ in length are left out. Recall is the share of the
wrong characters that are corrected exactly, precision the share of the corrections that are exact. ARTICLES has rows
{"text": …} and perhaps "title" and "source"; every finding in them counts as an alarm. Both are given at the level of
warnings and of errors. With all rules on, what another rule reports is not counted here (--all). --time gives the speed
of all rules with these and without, for the first so many articles.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from math import inf
from pathlib import Path
from time import process_time

from newslint import Settings
from newslint.finding import Finding, Severity
from newslint.readers import document_from_text
from newslint.run.linter import Linter

FAMILY = "MS"
LEVELS = (Severity.WARNING, Severity.ERROR)
#: How often each article is checked with the family, and without, to measure the time.
ROUNDS = 8


def rows(path: Path) -> Iterator[Mapping[str, str]]:
    """Yield the rows of a file of JSON Lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def found_in(linter: Linter, text: str) -> list[Finding]:
    """Return the misspellings reported in a text."""
    return [finding for finding in linter.check_document(document_from_text(text)) if finding.code[:2] == FAMILY]


def corrections(findings: list[Finding], text: str) -> Iterator[tuple[int, str]]:
    """Yield the place and the new character of each correction."""
    for finding in findings:
        for edit in finding.fix.edits if finding.fix else ():
            for at, char in enumerate(edit.text, edit.start):
                if text[at] != char:
                    yield at, char


def measure_pairs(linter: Linter, path: Path) -> None:
    """Print recall and precision on a file of pairs."""
    wrong_characters = 0
    exact: Counter[Severity] = Counter()
    given: Counter[Severity] = Counter()
    for row in rows(path):
        wrong, right = row["wrong"], row["right"]
        if len(wrong) != len(right):
            continue
        wrong_characters += sum(one != other for one, other in zip(wrong, right, strict=True))
        findings = found_in(linter, wrong)
        for level in LEVELS:
            made = list(corrections([finding for finding in findings if finding.severity >= level], wrong))
            given[level] += len(made)
            exact[level] += sum(right[at] == char for at, char in made)
    for level in LEVELS:
        recall, precision = exact[level] / max(1, wrong_characters), exact[level] / max(1, given[level])
        print(
            f"{path.stem} {level.label}: {exact[level]} of {wrong_characters} wrong characters, recall {recall:.3f},"
            f" precision {precision:.3f} ({given[level]} corrections)"
        )


def measure_articles(linter: Linter, path: Path, sources: list[str], *, show: bool) -> None:
    """Print the alarms per 10,000 characters of a file of articles."""
    characters = 0
    alarms: Counter[Severity] = Counter()
    for row in rows(path):
        if sources and row.get("source") not in sources:
            continue
        text = article(row)
        characters += len(text)
        for finding in found_in(linter, text):
            alarms.update(level for level in LEVELS if finding.severity >= level)
            if show:
                at, end = finding.start.offset, finding.end.offset
                around = f"{text[max(0, at - 12) : at]}[{finding.text}]{text[end : end + 12]}".replace("\n", "/")
                print(finding.code, finding.severity.label, around, finding.message, row.get("id", ""), sep="\t")
    for level in LEVELS:
        rate = alarms[level] / max(1, characters) * 10_000
        print(f"{path.stem} {level.label}: {alarms[level]} alarms, {rate:.3f} per 10,000 of {characters} characters")


def measure_time(path: Path, most: int) -> None:
    """Print how many characters a second all rules check, with this family and without.

    Every article is checked once in a round, in one round with the family and in the next without, so that nothing of
    it is in the caches of the processor. The least processor time of each article counts.
    """
    texts = [article(row) for row in islice(rows(path), most)]
    linters = (Linter(Settings()), Linter(Settings(ignore=(FAMILY,))))
    least = [[inf] * len(texts) for _ in linters]
    gc.set_threshold(100_000, 20, 20)  # as the command has it
    for lap in range(2 * ROUNDS):
        for at, text in enumerate(texts):
            start = process_time()
            linters[(at + lap) % 2].check_document(document_from_text(text))
            least[(at + lap) % 2][at] = min(least[(at + lap) % 2][at], process_time() - start)
    own, others = map(sum, least)
    characters = sum(map(len, texts))
    print(
        f"{path.stem}: {characters / others / 1e6:.3f} million characters a second without {FAMILY},"
        f" {characters / own / 1e6:.3f} with it, {1 - others / own:.0%} fewer"
    )


def article(row: Mapping[str, str]) -> str:
    """Return the text of a row of articles with its title."""
    title = row.get("title") or ""
    return f"{title}\n\n{row['text']}" if title else row["text"]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pairs", type=Path, nargs="+", default=[], help="files of pairs of sentences")
    parser.add_argument("--articles", type=Path, nargs="+", default=[], help="files of articles")
    parser.add_argument("--source", action="append", default=[], help="count only articles of this source")
    parser.add_argument("--learnt", type=Path, help="what newslint learn has written")
    parser.add_argument("--all", action="store_true", help="run all rules, not the family alone")
    parser.add_argument("--show", action="store_true", help="print every alarm in the articles")
    parser.add_argument("--time", type=int, default=0, help="measure the speed with so many articles instead")
    options = parser.parse_args()
    linter = Linter(Settings(select=() if options.all else (FAMILY,), learnt=options.learnt))
    for path in options.pairs:
        measure_pairs(linter, path)
    for path in options.articles:
        if options.time:
            measure_time(path, options.time)
        else:
            measure_articles(linter, path, options.source, show=options.show)
    return 0


if __name__ == "__main__":
    sys.exit(main())
