"""Count the findings in published text: per 10,000 characters, by code and severity.

    python benchmarks/alarms.py CORPUS [--select CODE ...] [--leave-out SOURCE ...] [--show CODE [--sample N]]

CORPUS is a file with one article per line: {"id": ..., "source": ..., "title": ..., "text": ...}. Each article is
checked as a file of its headline, an empty line and its paragraphs, in one run with the other articles of its source,
because a run infers from its files the forms that a newsroom prefers. The files of a folder (plain text, Markdown,
HTML) are checked as they are, in one run. Most findings should be rare in published text, so read those of a code with
a high count: --show prints the findings of a code (or family, or severity, or ALL) in context, a random but repeatable
sample of N.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from measuring.figures import read_rows

from newslint.config import Project, Settings
from newslint.finding import Finding, Severity
from newslint.readers import Source
from newslint.run.discovery import discover
from newslint.run.linter import Linter

#: The number of characters of context shown on either side of a finding.
CONTEXT = 28


class Alarm(NamedTuple):
    """A finding with its article."""

    article: str
    finding: Finding
    text: str

    def in_context(self) -> str:
        """Return one line: place, code, and the finding between 〔 and 〕 in its context."""
        start, end = self.finding.start.offset, self.finding.end.offset
        before = self.text[max(0, start - CONTEXT) : start]
        after = self.text[end : end + CONTEXT]
        shown = f"{before}〔{self.text[start:end]}〕{after}".replace("\r", "").replace("\n", "¶")
        return (
            f"{self.finding.code} {self.finding.severity.label:7} {shown}\n        {self.finding.message}  "
            f"[{self.article} @{start}]"
        )


def runs(corpus: Path, leave_out: list[str]) -> Iterator[tuple[list[str], list[Source]]]:
    """Yield the files to be checked together, with their ids: those of one source, or of a whole folder."""
    if corpus.is_dir():
        paths = discover([str(corpus)], Project.of(Settings()))
        yield paths, [(path, None) for path in paths]
        return
    sources: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in read_rows(corpus, leave_out):
        sources[row.get("source", "")].append(row)
    for rows in sources.values():
        yield [row["id"] for row in rows], [(f"{place:09}.txt", as_file(row)) for place, row in enumerate(rows)]


def as_file(row: dict[str, Any]) -> bytes:
    """Return an article as the text of a file: the headline, an empty line, the paragraphs."""
    title = row.get("title", "").strip()
    return (f"{title}\n\n{row['text']}" if title else row["text"]).encode()


def main() -> None:
    """Parse the command line, check the corpus, and print the table or the sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--select", nargs="*", default=[], help="codes, families or names; default all enabled rules")
    parser.add_argument("--ignore", nargs="*", default=[])
    parser.add_argument("--leave-out", nargs="*", default=[], metavar="SOURCE", help="sources to leave out")
    parser.add_argument("--rules", nargs="*", type=Path, default=[], help="rule folders instead of the built-in rules")
    parser.add_argument("--show", metavar="CODE", help="print findings of a code, family or severity in context")
    parser.add_argument("--sample", type=int, default=30, help="the number of findings to show (0: all)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    settings = Settings(
        select=tuple(options.select), ignore=tuple(options.ignore), level=Severity.INFO, rules=tuple(options.rules)
    )
    linter = Linter(settings)
    alarms: list[Alarm] = []
    characters = count = 0
    for names, sources in runs(options.corpus, options.leave_out):
        files = linter.check_files(sources)
        count += len(files)
        characters += sum(file.characters for file in files)
        for name, file in zip(names, files, strict=True):
            alarms.extend(Alarm(name, finding, file.text) for finding in file.findings)
    if options.show:
        show(alarms, options.show, options.sample, options.seed)
    else:
        table(alarms, characters, count)


def show(alarms: list[Alarm], wanted: str, sample: int, seed: int) -> None:
    """Print a sample of the findings whose code, family, name or severity is ``wanted``, or of ALL."""
    chosen = [
        alarm
        for alarm in alarms
        if wanted
        in ("ALL", alarm.finding.code, alarm.finding.code[:2], alarm.finding.name, alarm.finding.severity.label)
    ]
    picked = random.Random(seed).sample(chosen, sample) if 0 < sample < len(chosen) else chosen
    for alarm in picked:
        print(alarm.in_context())
    print(f"{len(picked)} of {len(chosen)} shown")


def table(alarms: list[Alarm], characters: int, count: int) -> None:
    """Print the counts by code and by severity, with their rate per 10,000 characters."""
    print(f"{count} articles, {characters} characters\n")
    by_code = Counter((alarm.finding.severity, alarm.finding.code, alarm.finding.name) for alarm in alarms)
    print(f"{'code':6}{'level':9}{'alarms':>7}{'per 10,000':>12}  name")
    for (severity, code, name), number in sorted(by_code.items(), key=lambda item: (-item[0][0], item[0][1])):
        print(f"{code:6}{severity.label:9}{number:7}{number / characters * 10000:12.4f}  {name}")
    print()
    for severity in sorted(Severity, reverse=True)[:-1]:
        number = sum(alarm.finding.severity is severity for alarm in alarms)
        print(f"{'all':6}{severity.label:9}{number:7}{number / max(characters, 1) * 10000:12.4f}")


if __name__ == "__main__":
    main()
