"""Results as rows of plain values, such as JSON holds, and back: how they are kept between runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from newslint.finding import Clause, Edit, Finding, Fix, Position, Related, Safety, Severity
from newslint.results import CheckedArticle, CheckedFile, RuleNote

if TYPE_CHECKING:
    from newslint.engine.cross_file import Examined

#: A row: strings, numbers, booleans, None, and lists of these.
Row = list[Any]


def file_row(file: CheckedFile) -> Row:
    """Return a checked file as a row, without its path and its text."""
    return [
        file.characters,
        [article_row(article) for article in file.articles],
        file.error,
        [finding_row(finding) for finding in file.findings],
        file.suppressed,
        file.hidden,
    ]


def file_of(row: Row, path: str) -> CheckedFile:
    """Return the checked file of a row, without its text; raises ``ValueError`` or ``TypeError`` for what is none."""
    characters, articles, error, findings, suppressed, hidden = row
    return CheckedFile(
        path,
        characters,
        tuple(CheckedArticle(*article) for article in articles),
        error,
        "",
        tuple(finding_of(finding) for finding in findings),
        suppressed,
        hidden=tuple((start, end) for start, end in hidden),
    )


def examined_row(file: Examined) -> Row:
    """Return an examined file as a row, without its path and its text."""
    return [
        file.characters,
        [article_row(article) for article in file.articles],
        [finding_row(finding) for finding in file.findings],
        {code: note_row(note) for code, note in file.notes.items()},
        list(file.silencers),
        file.hidden,
    ]


def examined_of(row: Row, path: str, text: str, types: Mapping[str, type]) -> Examined:
    """Return the examined file of a row; ``types`` as for ``note_of``. Raises ``ValueError``, ``TypeError`` or
    ``KeyError`` for what is none.
    """
    from newslint.document.directives import Silencer
    from newslint.engine.cross_file import Examined

    characters, articles, findings, notes, silencers, hidden = row
    return Examined(
        path,
        text,
        characters,
        tuple(CheckedArticle(*article) for article in articles),
        tuple(finding_of(finding) for finding in findings),
        {code: note_of(note, types) for code, note in notes.items()},
        tuple(Silencer(*silencer) for silencer in silencers),
        tuple((start, end) for start, end in hidden),
    )


def article_row(article: CheckedArticle) -> Row:
    """Return an article as a row."""
    return [article.start, article.end, article.characters, article.headline]


def finding_row(finding: Finding) -> Row:
    """Return a finding as a row."""
    fix = finding.fix
    return [
        finding.code,
        finding.name,
        finding.severity,
        finding.message,
        finding.text,
        finding.start,
        finding.end,
        fix and [fix.safety, [[edit.start, edit.end, edit.text] for edit in fix.edits]],
        [[place.start, place.end, place.message, place.path] for place in finding.related],
        finding.weight,
        finding.headline,
        finding.clause,
    ]


def finding_of(row: Row) -> Finding:
    """Return the finding of a row; raises ``ValueError`` or ``TypeError`` for what is none."""
    code, name, severity, message, text, start, end, fix, related, weight, headline, clause = row
    return Finding(
        code,
        name,
        Severity(severity),
        message,
        text,
        Position(*start),
        Position(*end),
        fix and Fix(Safety(fix[0]), tuple(Edit(*edit) for edit in fix[1])),
        tuple(Related(Position(*first), Position(*last), told, path) for first, last, told, path in related),
        weight,
        headline,
        None if clause is None else Clause(clause),
    )


def rules_rows(rules: Mapping[str, RuleNote]) -> list[Row]:
    """Return what is said of rules as rows."""
    return [
        [note.code, note.name, note.title, note.english, note.severity, note.why, note.source, note.safety, note.weight]
        for note in rules.values()
    ]


def rules_of(rows: Sequence[Row]) -> dict[str, RuleNote]:
    """Return what is said of rules by code; raises ``ValueError`` or ``TypeError`` for rows that say nothing of the
    kind.
    """
    notes = [
        RuleNote(
            code,
            name,
            title,
            english,
            Severity(severity),
            why,
            source,
            None if safety is None else Safety(safety),
            weight,
        )
        for code, name, title, english, severity, why, source, safety, weight in rows
    ]
    return {note.code: note for note in notes}


def note_row(note: object) -> object:
    """Return a note of a rule that holds documents against each other as plain values: records bear their name."""
    if isinstance(note, tuple):
        return [type(note).__name__, *map(note_row, note)]
    if isinstance(note, bytes):
        return {"bytes": note.hex()}
    return note


def note_of(row: object, types: Mapping[str, type]) -> object:
    """Return the note of plain values; ``types`` are the records that it may hold, by name. Raises ``KeyError`` or
    ``TypeError`` for what is none."""
    if isinstance(row, list):
        name, *rest = row
        values = [note_of(item, types) for item in rest]
        return tuple(values) if name == "tuple" else types[name](*values)
    if isinstance(row, dict):
        return bytes.fromhex(row["bytes"])
    return row
