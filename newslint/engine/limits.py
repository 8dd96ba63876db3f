"""How many findings of one rule, and of all, a text may have: a broken one may have hundreds of thousands, which take
long to make and which nobody reads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newslint.finding import Finding

#: So many, or one in so many code points of a longer text. No text that can be read has as many.
_MOST, _SPACING = 10_000, 20
#: All rules together may have so many times as many: one that finds too much does not stop the others.
_ALL = 2


def most_of_a_rule(size: int) -> int:
    """Return how many findings of one rule a text of ``size`` code points may have."""
    return max(_MOST, size // _SPACING)


def most_of_all(size: int) -> int:
    """Return with how many findings in a text of ``size`` code points no further rule is asked."""
    return _ALL * most_of_a_rule(size)


def cut_short(findings: Sequence[Finding], size: int) -> tuple[str, ...]:
    """Return the codes of the rules that may have found more in a text of ``size`` code points, sorted."""
    most = most_of_a_rule(size)
    if len(findings) < most:
        return ()
    counts = Counter(finding.code for finding in findings)
    return tuple(sorted(code for code, count in counts.items() if count >= most))
