"""Paragraphs and words broken by column layout."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.checks.breaks.broken import broken_lines, has_broken_lines
from newslint.checks.breaks.furniture import page_furniture
from newslint.checks.breaks.interleaved import interleaved_columns
from newslint.checks.check import StructureCheck
from newslint.checks.registry import Declared

CHECKS: Mapping[str, Declared] = {
    "mid-word": StructureCheck(broken_lines("mid-word"), gate=has_broken_lines, values=("piece",)),
    "mid-sentence": StructureCheck(
        broken_lines("mid-sentence"), gate=has_broken_lines, values=("piece",), messages=("open",)
    ),
    "open-line": StructureCheck(broken_lines("open-line"), gate=has_broken_lines, values=("piece",)),
    "bad-start": StructureCheck(broken_lines("bad-start"), gate=has_broken_lines),
    "number": StructureCheck(broken_lines("number"), gate=has_broken_lines, values=("piece",)),
    "overlap": StructureCheck(broken_lines("overlap"), gate=has_broken_lines, values=("piece",)),
    "hard-wrap": StructureCheck(
        broken_lines("hard-wrap"), gate=has_broken_lines, values=("lines", "width", "count"), messages=("ragged",)
    ),
    "page-furniture": StructureCheck(page_furniture),
    "interleaved": StructureCheck(interleaved_columns, values=("lines", "word")),
}
