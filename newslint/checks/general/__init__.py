"""Checks that take their content from a rule page: patterns, words, doubling."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.checks.registry import Declared

CHECKS: Mapping[str, Declared] = {}
