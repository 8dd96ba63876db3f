"""Makes the modules beside the benchmark scripts importable, as running a script does, and gives a linter that is told
what to say.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

import pytest
from conftest import ROOT

from newslint.document import Document
from newslint.finding import Finding, Severity

# Behind everything else: benchmarks/profile.py must not stand for the module of that name in the standard library.
sys.path.append(str(ROOT / "benchmarks"))

Spot = tuple[str, int, int]


class ToldLinter:
    """Says of a text what ``say`` says: code, start and end of each finding."""

    def __init__(self, say: Callable[[str], Iterable[Spot]], severity: Severity = Severity.ERROR) -> None:
        self._say = say
        self._severity = severity

    def check_document(self, document: Document) -> list[Finding]:
        return [
            Finding(
                code,
                "told",
                self._severity,
                "…",
                document.text[start:end],
                document.position(start),
                document.position(end),
            )
            for code, start, end in self._say(document.text)
        ]


@pytest.fixture
def told() -> type[ToldLinter]:
    """The class of linters that say what they are told."""
    return ToldLinter
