"""Where the rules lie: those that newslint carries, and those that take their place or come in addition."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.rulebook.rule import Rule


def builtin_folder() -> Path:
    """Return the folder of the rules that newslint carries: beside the package in a wheel, above it in a checkout."""
    packed = Path(__file__).parents[1] / "rulefiles"
    return packed if packed.is_dir() else Path(__file__).parents[2] / "rules"


def rule_folders(instead: Sequence[Path], besides: Sequence[Path]) -> tuple[Path, ...]:
    """Return the folders (or files) of all rules: the built-in ones, or those ``instead``, and those ``besides``."""
    return (*(instead or (builtin_folder(),)), *besides)


def page_address(url: str, rule: Rule) -> str:
    """Return the address of the page of ``rule`` on the web, where ``url`` says that those of built-in rules are; "" if
    it says nothing, and for rules of the house.
    """
    if not url or not Path(rule.path).is_relative_to(builtin_folder()):
        return ""
    return url.format(family=rule.family, code=rule.code, anchor=rule.code.lower())
