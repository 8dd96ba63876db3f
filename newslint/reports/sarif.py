"""The SARIF 2.1.0 report, for code scanning on GitHub, Azure DevOps and the SARIF viewers of editors.

Source: Static Analysis Results Interchange Format (SARIF) Version 2.1.0, OASIS Standard, 27 March 2020.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from zlib import compress

from newslint import __version__
from newslint.finding import Finding, Fix, Position, Safety, Severity
from newslint.language import current, tr
from newslint.reports.fingerprints import KEY, fingerprints
from newslint.reports.json_text import strict_json_text
from newslint.reports.places import Places
from newslint.reports.uris import STDIN, uri
from newslint.reports.words import interruption, rule_title
from newslint.results import CheckedFile, Results, RuleNote

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
VERSION = "2.1.0"
ROOT = "%SRCROOT%"
#: What GitHub takes: results of a run, places of a result, and bytes of the file, compressed. It refuses more.
MOST_RESULTS = 25_000
MOST_PLACES = 999
MOST_BYTES = 10_000_000
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note", Severity.OFF: "none"}


def render_sarif(results: Results) -> str:
    """Return one log with one run; offsets and columns are code points. What a code host would refuse is left out, the
    findings of the lowest severity first, and the log says so.
    """
    most = MOST_RESULTS
    while True:
        text = _log(results, most)
        if len(text) < MOST_BYTES:
            return text
        size = len(compress(text.encode("utf-8", "replace")))
        if size < MOST_BYTES or not most:
            return text
        most = min(most, sum(1 for _ in results.findings())) * MOST_BYTES // size * 9 // 10


def _log(results: Results, most: int) -> str:
    rules = _rules(results)
    numbers = {file.path: index for index, file in enumerate(results.files)}
    index_of = {rule["id"]: index for index, rule in enumerate(rules)}
    findings = [finding for _, finding in results.findings()]
    left_out = len(findings) - most
    if left_out > 0:
        results = _without(results, sorted(reversed(findings), key=lambda finding: finding.severity)[:left_out])
    run = {
        "tool": {"driver": {"name": "newslint", "version": __version__, "rules": rules}},
        "language": "en" if current() == "en" else "zh-CN",
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder in which newslint was run."}}},
        "invocations": [_invocation(results, numbers, max(0, left_out))],
        "artifacts": [_artifact(file) for file in results.files],
        "results": [entry for file in results.files for entry in _entries(file, numbers, index_of)],
        "properties": {
            "suppressed": sum(file.suppressed for file in results.files),
            "baselined": sum(file.baselined for file in results.files),
        },
    }
    return strict_json_text({"$schema": SCHEMA, "version": VERSION, "runs": [run]}, levels=4) + "\n"


def _rules(results: Results) -> list[dict[str, object]]:
    rules = [_rule(note) for note in results.rules.values()]
    known = set(results.rules)
    for _, finding in results.findings():
        if finding.code not in known:
            known.add(finding.code)
            rules.append({"id": finding.code, "name": finding.name})
    return rules


def _rule(note: RuleNote) -> dict[str, object]:
    rule: dict[str, object] = {"id": note.code, "name": note.name, "shortDescription": {"text": rule_title(note)}}
    if note.why:
        rule["fullDescription"] = {"text": note.why}
        rule["help"] = {
            "text": f"{note.why}\n\n{tr('依据：{source}', source=note.source)}" if note.source else note.why
        }
    if note.url:
        rule["helpUri"] = note.url
    rule["defaultConfiguration"] = {"level": _LEVEL[note.severity]}
    rule["properties"] = {"tags": [note.code.rstrip("0123456789")]}
    return rule


def _without(results: Results, findings: Sequence[Finding]) -> Results:
    """Return ``results`` without ``findings``."""
    gone = {id(finding) for finding in findings}
    files = tuple(
        file._replace(findings=tuple(finding for finding in file.findings if id(finding) not in gone))
        for file in results.files
    )
    return results._replace(files=files)


def _invocation(results: Results, numbers: dict[str, int], left_out: int) -> dict[str, object]:
    troubles = [
        {
            "level": "error",
            "message": {"text": file.error},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact_location(file.path, numbers)}}],
        }
        for file in results.files
        if file.error
    ]
    if results.interrupted:
        troubles.append({"level": "error", "message": {"text": interruption()}})
    invocation: dict[str, object] = {"executionSuccessful": not troubles}
    if troubles:
        invocation["toolExecutionNotifications"] = troubles
    sentences = list(results.notices)
    if left_out:
        sentences.append(
            tr("问题太多，GitHub 收不下：本报告略去级别最低的 {number} 处，全部见其他格式的报告。", number=left_out)
        )
    if sentences:
        invocation["toolConfigurationNotifications"] = [
            {"level": "warning", "message": {"text": sentence}} for sentence in sentences
        ]
    return invocation


def _artifact(file: CheckedFile) -> dict[str, object]:
    location = _artifact_location(file.path, {})
    if file.path == STDIN:
        location["description"] = {"text": "Standard input"}
    return {"location": location, "roles": ["analysisTarget"]}


def _entries(file: CheckedFile, numbers: dict[str, int], index_of: dict[object, int]) -> Iterator[dict[str, object]]:
    lines = Places(file.text)
    for finding, fingerprint in zip(file.findings, fingerprints(file), strict=True):
        entry: dict[str, object] = {
            "ruleId": finding.code,
            "ruleIndex": index_of[finding.code],
            "level": _LEVEL[finding.severity],
            "message": {"text": finding.message},
            "locations": [_location(file.path, finding.start, finding.end, numbers, snippet=finding.text)],
            "partialFingerprints": {KEY: fingerprint},
        }
        if finding.related:
            entry["relatedLocations"] = list(_related(file, finding, numbers))
        if finding.fix is not None and finding.fix.edits:
            entry["fixes"] = [_fix(file, finding.fix, numbers, lines)]
        yield entry


def _related(file: CheckedFile, finding: Finding, numbers: dict[str, int]) -> Iterator[dict[str, object]]:
    for number, place in enumerate(finding.related[:MOST_PLACES], start=1):
        path = file.path if place.path is None else place.path
        location = _location(path, place.start, place.end, numbers)
        yield {"id": number, **location, "message": {"text": place.message}}


def _fix(file: CheckedFile, fix: Fix, numbers: dict[str, int], lines: Places) -> dict[str, object]:
    safe = fix.safety is Safety.SAFE
    replacements: Iterable[dict[str, object]] = (
        {
            "deletedRegion": _region(lines.position(edit.start), lines.position(edit.end)),
            **({"insertedContent": {"text": edit.text}} if edit.text else {}),
        }
        for edit in fix.edits
    )
    return {
        "description": {"text": tr("安全修改，不改变原意") if safe else tr("须由编辑确认的修改")},
        "artifactChanges": [
            {"artifactLocation": _artifact_location(file.path, numbers), "replacements": list(replacements)}
        ],
        "properties": {"safety": fix.safety.value},
    }


def _location(
    path: str, start: Position, end: Position, numbers: dict[str, int], snippet: str = ""
) -> dict[str, object]:
    region = _region(start, end)
    if snippet:
        region["snippet"] = {"text": snippet}
    return {"physicalLocation": {"artifactLocation": _artifact_location(path, numbers), "region": region}}


def _region(start: Position, end: Position) -> dict[str, object]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": start.offset,
        "charLength": end.offset - start.offset,
    }


def _artifact_location(path: str, numbers: dict[str, int]) -> dict[str, object]:
    """Return the location of ``path``, with its index if it is in ``numbers``."""
    address, relative = uri(path)
    location: dict[str, object] = {"uri": address}
    if relative:
        location["uriBaseId"] = ROOT
    if path in numbers:
        location["index"] = numbers[path]
    return location
