"""The Checkstyle report, which Jenkins (Warnings), SonarQube's importers and many review bots read."""

from __future__ import annotations

from newslint.finding import Finding, Severity
from newslint.reports.characters import one_line
from newslint.reports.words import notices
from newslint.reports.xml_text import xml_attribute, xml_text
from newslint.results import CheckedFile, Results

#: The version of the format, which has not changed since that version of Checkstyle.
VERSION = "4.3"
_SEVERITY = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}


def render_checkstyle(results: Results) -> str:
    """Return an element for each file with its findings; what concerns no file becomes comments at the end."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<checkstyle version="{VERSION}">']
    for file in results.files:
        lines += _file(file)
    # The format has no place for these, and a comment must not contain "--".
    lines += [f"<!-- {xml_text(one_line(sentence)).replace('-', '‐')} -->" for sentence in notices(results)]
    return "\n".join([*lines, "</checkstyle>"]) + "\n"


def _file(file: CheckedFile) -> list[str]:
    name = xml_attribute(file.path)
    entries = [_error(finding) for finding in file.findings]
    if file.error:
        message = xml_attribute(file.error)
        entries.append(f'  <error line="1" severity="error" message={message} source="newslint.unreadable-file"/>')
    return [f" <file name={name}>", *entries, " </file>"] if entries else [f" <file name={name}/>"]


def _error(finding: Finding) -> str:
    message = "；".join([finding.message, *(_related(finding))])
    return (
        f'  <error line="{finding.start.line}" column="{finding.start.column}" severity="{_SEVERITY[finding.severity]}"'
        f" message={xml_attribute(message)} source={xml_attribute(f'newslint.{finding.code}')}/>"
    )


def _related(finding: Finding) -> list[str]:
    return [
        f"{f'{place.path}:' if place.path is not None else ''}{place.start.line}:{place.start.column} {place.message}"
        for place in finding.related
    ]
