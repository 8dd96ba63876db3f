"""Fingerprints of findings that do not depend on the line: they stay the same when text is added above."""

from __future__ import annotations

import hashlib
from collections import Counter

from newslint.finding import Finding
from newslint.results import CheckedFile

#: How many code points of the line on either side of the finding are part of its fingerprint.
NEIGHBOURS = 12
#: The name of the fingerprint in SARIF. Bump the version when fingerprints are made in another way.
KEY = "newslint/v1"


def fingerprints(file: CheckedFile) -> list[str]:
    """Return a unique fingerprint, 32 hexadecimal digits, for each finding of ``file``, in their order.

    It is made of path, code, text, its neighbours in the line, and the number of equal ones before it in the file.
    """
    seen: Counter[str] = Counter()
    found = []
    for finding in file.findings:
        parts = (file.path, finding.code, finding.text.replace("\r\n", "\n"), *_neighbours(file.text, finding))
        key = "\0".join(parts)
        found.append(_digest(f"{key}\0{seen[key]}"))
        seen[key] += 1
    return found


def file_fingerprint(path: str, code: str) -> str:
    """Return the fingerprint of a problem with a whole file, for example that it cannot be read."""
    return _digest(f"{path}\0{code}")


def _neighbours(text: str, finding: Finding) -> tuple[str, str]:
    start, end = finding.start.offset, finding.end.offset
    before = text[max(0, start - NEIGHBOURS) : start].replace("\r", "\n").rpartition("\n")[2]
    after = text[end : end + NEIGHBOURS].replace("\r", "\n").partition("\n")[0]
    return before, after


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]
