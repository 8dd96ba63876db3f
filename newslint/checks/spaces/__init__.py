"""Spaces within lines and the layout of lines."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.checks.registry import Declared

CHECKS: Mapping[str, Declared] = {}
