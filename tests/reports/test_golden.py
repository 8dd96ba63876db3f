"""Every format as it looks, byte for byte, in tests/reports/golden.

After a wanted change write the files anew and read what changed: ``NEWSLINT_GOLDEN=write pytest
tests/reports/test_golden.py``.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from reports.invented import small_run

from newslint import __version__, language
from newslint.reports import render

GOLDEN = Path(__file__).parent / "golden"
FILES = {
    "text": "text.txt",
    "concise": "concise.txt",
    "json": "json.json",
    "sarif": "sarif.json",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "junit": "junit.xml",
    "checkstyle": "checkstyle.xml",
    "rdjson": "rdjson.json",
}
#: What stands in the files for the version, so that a release changes none of them.
VERSION = "0.0.0"


def check(name: str, report: str) -> None:
    report = report.replace(f'"{__version__}"', f'"{VERSION}"')
    path = GOLDEN / name
    if os.environ.get("NEWSLINT_GOLDEN") == "write":
        path.write_bytes(report.encode())
    assert report.encode() == path.read_bytes()


@pytest.mark.parametrize("format", FILES)
def test_a_format_looks_as_it_should(format: str) -> None:
    check(FILES[format], render(format, small_run()))


@pytest.mark.parametrize("format", ["text", "concise"])
def test_colours_for_a_terminal(format: str) -> None:
    check(f"{format}-colour.txt", render(format, small_run(), colour=True))


@pytest.mark.parametrize("format", ["text", "concise", "github"])
def test_the_interface_in_english(format: str) -> None:
    language.use("en")
    try:
        check(f"{format}-english.txt", render(format, small_run()))
    finally:
        language.use("zh")
