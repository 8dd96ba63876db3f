"""A JSON report of ``newslint check`` back to results, as far as the error rate needs them (docs/en/json.md).

Keys that it does not know are passed over, as the format promises. Whatever else is in a file is told in one sentence.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

from newslint import strict
from newslint.finding import Clause, Finding, Position, Severity
from newslint.language import prefixed, reason, tr
from newslint.readers import ReadError
from newslint.readers.decoding import decode
from newslint.results import CheckedArticle, CheckedFile, Credited
from newslint.storage import read_bounded

_Readers = Mapping[str, Callable[[object], object]]
#: The ending of the files that may be reports.
ENDING = ".json"
#: The only version of the format there is, and the greatest size of a report in bytes: far more than a month needs.
_VERSION, _LARGEST = 1, 500_000_000


class Report(NamedTuple):
    """A report: where it is, the files that it tells of, and whether its findings are only a part of all."""

    path: str
    files: tuple[CheckedFile, ...]
    partial: bool


class NoReportError(ReadError):
    """The file is no report of newslint at all."""


def read_report(path: str) -> Report:
    """Read the report at ``path``; raises ``ReadError``."""
    try:
        data = read_bounded(path, _LARGEST)
    except OSError as error:
        told = tr("报告无法读取（{reason}）；请核对路径和权限。", reason=reason(error))
        raise ReadError(prefixed(path, told)) from None
    text = decode(data, path).text
    table = _object(text, path)
    if not isinstance(table, dict) or "newslint" not in table:
        raise NoReportError(
            prefixed(path, tr("不是 newslint 的检查报告；请给 newslint check --output json=… 写出的文件。"))
        )
    if table.get("version") != _VERSION:
        told = tr("报告的格式不是第 {version} 版，这个 newslint 读不了；请用同一版的出报告。", version=_VERSION)
        raise ReadError(prefixed(path, told))
    if "findings" not in table:
        told = tr("报告只有合计，没有各处差错；请去掉 --score、--statistics，重新检查这一期。")
        raise ReadError(prefixed(path, told))
    if isinstance(table.get("summary"), dict) and "partial" not in table["summary"]:
        told = tr("报告由旧版 newslint 写出，没有算差错率要用的内容；请用现在的 newslint 重新检查这一期。")
        raise ReadError(prefixed(path, told))
    try:
        return Report(path, *_report(table))
    except strict.Invalid as error:
        told = tr("报告有损坏，请重新检查这一期")
        raise ReadError(prefixed(path, told, error.inside.removeprefix("."), error.problem)) from None


def _object(text: str, path: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        where = tr("第 {number} 行", number=error.lineno) if isinstance(error, json.JSONDecodeError) else ""
        told = tr("不是完整的 JSON，可能没有写完；请重新检查这一期，或删去这个文件。")
        raise ReadError(prefixed(path, where, told)) from None


# --- what the report holds -------------------------------------------------------------------------------------------


def _report(table: dict[str, Any]) -> tuple[tuple[CheckedFile, ...], bool]:
    """Return the files of a report, and whether its findings are a part of all; raises ``strict.Invalid``."""
    read: dict[str, Any] = strict.fields(table, _REPORT, _REPORT, others=True)
    summary = read["summary"]
    articles: dict[str, list[CheckedArticle]] = {}
    for path, article in summary["score"]["articles"]:
        articles.setdefault(path, []).append(article)
    findings: dict[str, list[Finding]] = {}
    for path, finding in read["findings"]:
        findings.setdefault(path, []).append(finding)
    files = []
    for number, found in enumerate(read["files"], 1):
        path = found["path"]
        own = tuple(articles.get(path, ())) if found["articles"] else ()
        if len(own) != found["articles"]:
            raise strict.Invalid(tr("篇数与 summary.score.articles 不符。"), f".files[{number}].articles")
        error, issued = found["error"], found["issued"]
        told = tuple(findings.get(path, ()))
        files.append(CheckedFile(path, found["characters"], own, error, findings=told, issued=issued))
    return tuple(files), summary["partial"]


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= strict.LARGEST:
        raise strict.Invalid(tr("应为不小于 0 的整数。"))
    return value


def _reason(value: object) -> str | None:
    return None if value is None else strict.text(value)


def _issued(value: object) -> str:
    return "" if value is None else strict.day(strict.text(value)).isoformat()


def _place(value: object) -> Position:
    read: dict[str, Any] = strict.fields(value, _POSITION, _POSITION, others=True)
    return Position(**read)


def _finding(value: object) -> tuple[str, Finding]:
    read: dict[str, Any] = strict.fields(value, _FINDING, _FINDING, others=True)
    return read.pop("path"), Finding(**read)


def _article(value: object) -> tuple[str, CheckedArticle]:
    read: dict[str, Any] = strict.fields(value, _ARTICLE, _ARTICLE, others=True)
    start = read["start"]
    return read["path"], CheckedArticle(start, start, read["characters"], read["headline"], read["people"])


def _credited(value: object) -> Credited:
    read: dict[str, Any] = strict.fields(value, _PERSON, _PERSON, others=True)
    return Credited(**read)


def _severity(value: object) -> Severity:
    return Severity.parse(strict.choice(value, [level.label for level in reversed(Severity)]))


def _clause(value: object) -> Clause:
    return Clause(strict.choice(value, list(Clause)))


_POSITION: _Readers = dict.fromkeys(("offset", "line", "column"), _count)
_PERSON: _Readers = {"role": strict.string, "name": strict.text}
_FINDING: _Readers = {
    "path": strict.string,
    "code": strict.text,
    "name": strict.string,
    "severity": _severity,
    "message": strict.string,
    "text": strict.string,
    "start": _place,
    "end": _place,
    "weight": strict.number,
    "headline": strict.flag,
    "clause": _clause,
}
_ARTICLE: _Readers = {
    "path": strict.string,
    "start": _count,
    "headline": strict.string,
    "characters": _count,
    "people": partial(strict.list_of, _credited),
}
_FILE: _Readers = {
    "path": strict.string,
    "characters": _count,
    "articles": _count,
    "error": _reason,
    "issued": _issued,
}
_SCORE: _Readers = {"articles": partial(strict.list_of, _article)}
_SUMMARY: _Readers = {
    "partial": strict.flag,
    "score": partial(strict.fields, readers=_SCORE, required=_SCORE, others=True),
}
_REPORT: _Readers = {
    "files": partial(strict.list_of, partial(strict.fields, readers=_FILE, required=_FILE, others=True)),
    "findings": partial(strict.list_of, _finding),
    "summary": partial(strict.fields, readers=_SUMMARY, required=_SUMMARY, others=True),
}
