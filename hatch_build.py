"""Reads the rules while a wheel is built and puts the result beside them, so that the first run need not read them."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

#: The oldest Python that newslint works with, as in pyproject.toml.
_PYTHON = (3, 11)


class PackHook(BuildHookInterface[Any]):
    """Adds ``newslint/rulefiles/pack.json`` to a wheel. A bad rule file fails the build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the pack; an editable install has none, for its rules change."""
        # pip looks at requires-python only after it has built the package.
        if sys.version_info < _PYTHON:
            needed, here = (".".join(map(str, version[:2])) for version in (_PYTHON, sys.version_info))
            sys.exit(f"newslint 需要 Python {needed} 或更新的版本，这里是 {here}。")
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        try:
            # Needs the standard library alone: what the package depends on is imported by those who check texts.
            from newslint.rulebook.pack import SHIPPED, write_pack
            from newslint.rulebook.reading import load_rule

            self._folder = TemporaryDirectory()  # deleted with the hook
            place = Path(self._folder.name, SHIPPED)
            write_pack(place, Path(self.root, "rules"), load_rule)
        finally:
            sys.path.remove(self.root)
        build_data["force_include"][str(place)] = f"newslint/rulefiles/{SHIPPED}"
