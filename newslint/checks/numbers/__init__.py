"""Numbers, dates and ranges."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.checks.registry import Declared

CHECKS: Mapping[str, Declared] = {}
