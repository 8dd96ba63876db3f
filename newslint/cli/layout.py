"""Help laid out in columns of a terminal: click counts characters, of which a Chinese one takes two columns."""

from __future__ import annotations

from collections.abc import Iterable

import click

from newslint.language import tr
from newslint.reports.characters import width
from newslint.reports.wrapping import wrapped


class Formatter(click.HelpFormatter):
    """Writes paragraphs and lists as wide as the terminal."""

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':{self.current_indent}}{heading}{tr('：').rstrip()}\n")

    def write_text(self, text: str) -> None:
        for number, paragraph in enumerate(text.split("\n\n")):
            if number:
                self.write("\n")
            margin = " " * self.current_indent
            for line in wrapped(_joined(paragraph.splitlines()), self.width, margin, margin):
                self.write(f"{line}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        rows = list(rows)
        left = min(max((width(first) for first, _ in rows), default=0), col_max) + col_spacing
        margin = " " * (self.current_indent + left)
        for first, second in rows:
            gap = left - width(first)
            self.write(f"{'':{self.current_indent}}{first}" + (" " * gap if gap >= col_spacing else f"\n{margin}"))
            self.write("\n".join(wrapped(second, self.width, margin, margin))[len(margin) :] + "\n")


def _joined(lines: Iterable[str]) -> str:
    """Return the lines of a paragraph as one: a blank stands for the line end only where one of ASCII ended."""
    text = ""
    for line in map(str.strip, lines):
        text += " " * (text[-1:].isascii() and bool(text)) + line
    return text
