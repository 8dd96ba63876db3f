"""Settings of a run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from newslint.finding import Severity


@dataclass(frozen=True, slots=True)
class Settings:
    """What to check and what to show.

    ``select`` and ``ignore`` hold codes, families and names of rules (an empty ``select`` means every rule that is not
    off); ``level`` is the least severity reported; ``rules`` are folders or files of rules that replace the built-in ones.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    level: Severity = Severity.WARNING
    rules: tuple[Path, ...] = ()
