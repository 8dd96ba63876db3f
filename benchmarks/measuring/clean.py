"""Clean articles: every broken line reported at the end of a paragraph is a suspected false alarm and is listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from measuring.figures import in_context
from newslint.readers import document_from_text
from newslint.run.linter import Linter

#: Rates are given per this many paragraph ends.
PER = 5000


@dataclass
class Alarms:
    """The number of paragraph ends, and the findings, by code and in context."""

    ends: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    cases: list[str] = field(default_factory=list)

    def rate(self, number: int) -> float:
        """Return ``number`` per ``PER`` paragraph ends; 0 if there are none."""
        return number / self.ends * PER if self.ends else 0.0


def measure(rows: Iterable[dict[str, Any]], linter: Linter, *, family: str = "LS", titles: bool = False) -> Alarms:
    """Count the findings of a family in clean articles; with ``titles`` the headline precedes the text on its own
    line.
    """
    alarms = Alarms()
    for row in rows:
        title = row.get("title", "").strip()
        text = f"{title}\n{row['text']}" if titles and title else row["text"]
        document = document_from_text(text)
        alarms.ends += max(0, sum(1 for line in text.splitlines() if line.strip()) - 1)
        for finding in linter.check_document(document):
            if finding.code.startswith(family):
                alarms.codes[finding.code] += 1
                shown = in_context(document, finding.start.offset, min(finding.end.offset, finding.start.offset + 60))
                alarms.cases.append(f"{finding.code}  {shown}  [{row.get('id', '')}]")
    return alarms
