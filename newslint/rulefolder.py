"""Where the rules lie that newslint carries."""

from __future__ import annotations

from pathlib import Path


def builtin_folder() -> Path:
    """Return the folder of the rules that newslint carries: beside the package in a wheel, above it in a checkout."""
    packed = Path(__file__).parent / "rulefiles"
    return packed if packed.is_dir() else Path(__file__).parent.parent / "rules"
