"""Where the rules lie: those that newslint carries, and those that take their place or come in addition."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def builtin_folder() -> Path:
    """Return the folder of the rules that newslint carries: beside the package in a wheel, above it in a checkout."""
    packed = Path(__file__).parents[1] / "rulefiles"
    return packed if packed.is_dir() else Path(__file__).parents[2] / "rules"


def rule_folders(instead: Sequence[Path], besides: Sequence[Path]) -> tuple[Path, ...]:
    """Return the folders (or files) of all rules: the built-in ones, or those ``instead``, and those ``besides``."""
    return (*(instead or (builtin_folder(),)), *besides)
