"""The user's cache folder, and files in it that are only ever replaced whole."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path


def cache_folder() -> Path:
    """Return the folder for caches of this user, as the platform has it; NEWSLINT_CACHE_DIR overrides it.

    A library for this (platformdirs) takes longer to import than what the cache saves at the smallest.
    """
    override = os.environ.get("NEWSLINT_CACHE_DIR")
    if override:
        return Path(override)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(base) / "newslint"


def replace_text(place: Path, text: str) -> None:
    """Write ``text`` beside ``place`` and rename it there, so that no other run reads half of it.

    A folder that cannot be written is left alone: the next run works without its cache.
    """
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=place.parent)
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as file:
            file.write(text)
        os.replace(beside, place)
    except OSError:
        return
