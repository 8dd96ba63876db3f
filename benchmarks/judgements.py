"""Count how many findings were read and how many of them were right, by code, and record it on the rule pages.

    python benchmarks/judgements.py CORPUS JUDGEMENTS [--record NAME]

JUDGEMENTS has one finding per line that somebody has read: code, article and offset as alarms.py --show prints them,
right or wrong, and why, separated by tabs. A finding that is no longer reported, or that was not read, does not count.
--record writes the figures to the rule pages as those of the corpus NAME (newslint/authoring/accuracy.py says what it
is), and takes away those of rules that report nothing; then run tools/write_docs.py.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

from alarms import runs

from newslint.config import Settings
from newslint.finding import Severity
from newslint.rulebook.book import load_rules
from newslint.run.linter import Linter

_TABLE = re.compile(r"\n\[accuracy\]\n((?:[a-z]+ *= \{[^}\n]*\}\n)*)")


def main() -> None:
    """Parse the command line, check the corpus, print the table, and record it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("judgements", type=Path)
    parser.add_argument("--record", metavar="NAME", help="write the figures to the rule pages as those of this corpus")
    options = parser.parse_args()
    judged = {}
    for line in options.judgements.read_text(encoding="utf-8").splitlines():
        code, article, offset, verdict, *_ = line.split("\t")
        judged[code, article, int(offset)] = verdict == "right"
    linter = Linter(Settings(level=Severity.INFO))
    found: Counter[str] = Counter()
    read: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for names, sources in runs(options.corpus, []):
        for name, file in zip(names, linter.check_files(sources), strict=True):
            for finding in file.findings:
                verdict = judged.get((finding.code, name, finding.start.offset))
                found[finding.code] += 1
                read[finding.code] += verdict is not None
                right[finding.code] += verdict is True
    for rule in sorted(load_rules(), key=lambda rule: (-rule.severity, rule.code)):
        figures = found[rule.code], read[rule.code], right[rule.code]
        if found[rule.code]:
            print(f"{rule.code:6}{rule.severity.label:9}{figures[0]:7}{figures[1]:7}{figures[2]:7}")
        if options.record:
            record(Path(rule.path), options.record, figures)


def record(path: Path, corpus: str, figures: tuple[int, int, int]) -> None:
    """Write the figures of a corpus to a rule page; take them away where nothing was found or read."""
    text = path.read_text(encoding="utf-8")
    table = _TABLE.search(text)
    lines = [line for line in (table[1] if table else "").splitlines() if line.split()[0] != corpus]
    if figures[1]:
        lines.append("{} = {{ found = {}, read = {}, right = {} }}".format(corpus, *figures))
    page = _TABLE.sub("", text).rstrip() + "\n"
    if lines:
        page += "\n[accuracy]\n" + "".join(f"{line}\n" for line in sorted(lines))
    if page != text:
        path.write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
