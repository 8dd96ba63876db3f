"""Which findings the reports for people list: a broken text may have hundreds of thousands, which nobody reads and a
page cannot show. What a report counts are all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newslint.finding import Finding
from newslint.language import prefixed, tr
from newslint.results import CheckedFile

#: How many findings are listed of one file, and of all files.
IN_FILE, IN_ALL = 1_000, 10_000


def listed(files: Iterable[CheckedFile]) -> Iterator[tuple[CheckedFile, Sequence[Finding]]]:
    """Yield each file with those of its findings that are listed: if there are too many, the most severe ones, and of
    these the first; in order of place.
    """
    room = IN_ALL
    for file in files:
        most = min(IN_FILE, room)
        findings: Sequence[Finding] = file.findings
        if len(findings) > most:
            by_severity = sorted(range(len(findings)), key=lambda place: -findings[place].severity)
            findings = [findings[place] for place in sorted(by_severity[:most])]
        room -= len(findings)
        yield file, findings


def rest(file: CheckedFile, findings: Sequence[Finding]) -> str:
    """Return a sentence on the findings of a file that are not listed, "" if all are."""
    number = len(file.findings) - len(findings)
    return prefixed(file.path, tr("还有 {number} 处没有列出；全部见 --format json。", number=number)) if number else ""
