"""The JUnit report, which nearly every CI server shows: a file is a suite, a finding in it a failed test.

Source: the form that Jenkins reads (junit-10.xsd of its xUnit plugin).
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.finding import Finding
from newslint.reports.characters import one_line
from newslint.reports.words import interruption
from newslint.reports.xml_text import xml_attribute, xml_text
from newslint.results import CheckedFile, Results


def render_junit(results: Results) -> str:
    """Return a suite for each file. A file without findings is a passed test, an unreadable one a test in error."""
    suites = [_suite(file) for file in results.files]
    if results.interrupted or results.notices:
        suites.append(_run(results))
    counts = _attributes(
        name="newslint",
        tests=sum(max(1, len(file.findings)) for file in results.files) + bool(results.interrupted or results.notices),
        failures=sum(len(file.findings) for file in results.files),
        errors=sum(bool(file.error) for file in results.files) + results.interrupted,
    )
    return (
        "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites{counts}>", *suites, "</testsuites>"]) + "\n"
    )


def _suite(file: CheckedFile) -> str:
    if file.error:
        error = f"<error{_attributes(message=file.error, type='unreadable-file')}/>"
        cases = [_case("read", file.path, error, file=file.path)]
    elif file.findings:
        cases = [_failed(file, finding) for finding in file.findings]
    else:
        cases = [_case("check", file.path, file=file.path)]
    return _wrapped(file.path, cases, failures=len(file.findings), errors=int(bool(file.error)))


def _failed(file: CheckedFile, finding: Finding) -> str:
    told = xml_text("\n".join(map(one_line, _lines(file, finding))))
    name = f"{finding.code} {finding.name} {finding.start.line}:{finding.start.column}"
    failure = f"<failure{_attributes(message=finding.message, type=finding.severity.label)}>{told}</failure>"
    return _case(name, file.path, failure, file=file.path, line=finding.start.line)


def _lines(file: CheckedFile, finding: Finding) -> Iterator[str]:
    yield f"{file.path}:{finding.start.line}:{finding.start.column} {finding.code} {finding.message}"
    for place in finding.related:
        yield (
            f"{file.path if place.path is None else place.path}:{place.start.line}:{place.start.column} {place.message}"
        )


def _run(results: Results) -> str:
    """Return the suite for what concerns no single file."""
    inner = f"<error{_attributes(message=interruption(), type='interrupted')}/>" if results.interrupted else ""
    if results.notices:
        inner += f"<system-out>{xml_text(chr(10).join(map(one_line, results.notices)))}</system-out>"
    return _wrapped("newslint", [_case("run", "newslint", inner)], failures=0, errors=int(results.interrupted))


def _wrapped(name: str, cases: list[str], *, failures: int, errors: int) -> str:
    counts = _attributes(name=name, tests=len(cases), failures=failures, errors=errors)
    return "\n".join([f" <testsuite{counts}>", *cases, " </testsuite>"])


def _case(name: str, group: str, inner: str = "", **more: object) -> str:
    attributes = _attributes(name=name, classname=group, **more)
    return f"  <testcase{attributes}>{inner}</testcase>" if inner else f"  <testcase{attributes}/>"


def _attributes(**values: object) -> str:
    return "".join(f" {key}={xml_attribute(str(value))}" for key, value in values.items())
