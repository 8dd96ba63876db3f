"""Characters that do not belong in a text: odd scripts, markup, text decoded wrongly."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.checks.registry import Declared

CHECKS: Mapping[str, Declared] = {}
