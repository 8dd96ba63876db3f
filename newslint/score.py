"""The error rate (编校差错率) of checked text: weighted errors per 10,000 characters.

Source: 报纸编校差错率计算方法, annex to 《报纸期刊质量管理规定》 (国新出发〔2020〕10号): a newspaper may have at most 3 per
10,000; an error in a headline counts double; the same error counts at most three times in an issue. Only findings of
level error count: what newslint itself calls doubtful is no error yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from newslint.finding import Severity
from newslint.results import CheckedFile

#: Errors per 10,000 characters that a newspaper may have.
LIMIT = 3.0
#: How often the same error counts at most.
REPEATS = 3


@dataclass(frozen=True, slots=True)
class Score:
    """``errors`` is the sum of weights; ``characters`` what was checked, white space apart; ``rate`` per 10,000."""

    errors: float
    characters: int

    @property
    def rate(self) -> float:
        """Errors per 10,000 characters; 0 for an empty text."""
        return round(self.errors / self.characters * 10000, 2) if self.characters else 0.0


def score(files: Iterable[CheckedFile]) -> Score:
    """Return the error rate of all ``files`` together."""
    errors = 0.0
    characters = 0
    seen: Counter[tuple[str, str]] = Counter()
    for file in files:
        characters += file.characters
        for finding in file.findings:
            if finding.severity is not Severity.ERROR:
                continue
            key = (finding.code, finding.text)
            if seen[key] < REPEATS:
                errors += finding.weight * (2 if finding.headline else 1)
            seen[key] += 1
    return Score(round(errors, 2), characters)
