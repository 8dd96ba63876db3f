"""Paragraphs and words broken by column layout."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.checks.registry import Declared

CHECKS: Mapping[str, Declared] = {}
