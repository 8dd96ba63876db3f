"""Comments in an article that leave findings out."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.checks.registry import Declared
from newslint.checks.suppression.directive import malformed, unused

CHECKS: Mapping[str, Declared] = {
    "malformed": malformed,
    "unused": unused,
}
