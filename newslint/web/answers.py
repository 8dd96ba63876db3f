"""Findings as the page takes them: JSON, with places in units of UTF-16."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from hashlib import blake2b
from pathlib import Path

from newslint.filters.baseline import Baseline
from newslint.finding import Position
from newslint.language import tr
from newslint.reports.html.entries import Entry, entries, family_names
from newslint.reports.html.marks import visible
from newslint.reports.listed import listed
from newslint.reports.utf16 import utf16
from newslint.results import CheckedFile, Results, RuleNote
from newslint.score import score


def answer(file: CheckedFile, rules: Mapping[str, RuleNote], ignored: Collection[str]) -> dict[str, object]:
    """Return what the page shows of a checked ``file``; findings whose keys are ``ignored`` do not count as errors.

    ``rules`` describe the rules of the findings. Of very many findings only some are listed; ``left`` counts the rest.
    """
    keys = keys_of(file)
    counted = tuple(finding for finding, key in zip(file.findings, keys, strict=True) if key not in ignored)
    key_of = dict(zip(map(id, file.findings), keys, strict=True))
    ((_, shown),) = listed([file])
    at = utf16(file.text)
    found = list(entries(file._replace(findings=tuple(shown)), 1, rules, 1, {file.path: 1}))
    names = family_names()
    total = score([file._replace(findings=counted)])
    return {
        "findings": [_shown(entry, key_of[id(entry.finding)], at) for entry in found],
        "left": len(file.findings) - len(shown),
        "rules": {code: {"why": _prose(rule.why), "source": _prose(rule.source)} for code, rule in rules.items()},
        "families": {entry.family: names.get(entry.family, "") for entry in found},
        "characters": file.characters,
        "errors": total.errors,
        "rate": total.rate if Results((file,)).shows_rate else None,
    }


def keys_of(file: CheckedFile) -> list[str]:
    """Return for each finding of ``file`` a word that stays the same when the text changes elsewhere."""
    known = Baseline(Path(file.path)).entries_for(file.path, file.text, file.findings)
    return [_digest("\0".join(map(str, entry[1:]))) for entry in known]


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _shown(entry: Entry, key: str, at: Callable[[int], int]) -> dict[str, object]:
    finding = entry.finding
    return {
        "key": key,
        "code": finding.code,
        "family": entry.family,
        "title": visible(entry.title),
        "level": entry.level,
        "message": visible(finding.message),
        "text": finding.text,
        "where": entry.where or _place(finding.start),
        "start": at(finding.start.offset),
        "end": at(finding.end.offset),
        "fix": entry.fix,
        "edits": [(at(edit.start), at(edit.end), edit.text) for edit in finding.fix.edits] if finding.fix else [],
        "changes": [change.parts for change in entry.changes],
        "related": [
            {
                "message": relation.message,
                "where": relation.where or _place(place.start),
                "start": at(place.start.offset),
                "end": at(place.end.offset),
            }
            for relation, place in zip(entry.relations, finding.related, strict=True)
            if place.path is None
        ],
    }


def _place(place: Position) -> str:
    return tr("第 {line} 行第 {column} 字", line=place.line, column=place.column)


def _prose(text: str) -> str:
    return visible(" ".join(text.splitlines()))
