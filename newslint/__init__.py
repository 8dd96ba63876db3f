"""newslint: a linter for the editorial style and consistency of Chinese newspaper articles.

The public interface is what stands in ``__all__``; it is imported when first used, so that ``import newslint`` is
cheap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from newslint.api import check_paths, check_text, fix_text
    from newslint.config import Settings
    from newslint.finding import Finding

__all__ = ["Finding", "Settings", "__version__", "check_paths", "check_text", "fix_text"]

_HOMES = {
    "Settings": "newslint.config",
    "Finding": "newslint.finding",
    "check_paths": "newslint.api",
    "check_text": "newslint.api",
    "fix_text": "newslint.api",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'newslint' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
