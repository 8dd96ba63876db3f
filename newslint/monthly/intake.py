"""Paths to issues: JSON reports that were kept, or articles that are checked now, by the date of issue.

The date is that of the folder, else the one that the article states, else that of its file's name, else that of the
report. What cannot be counted is told in one sentence, and the rest is counted all the same.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from newslint.config import Project
from newslint.language import join_list, prefixed, tr
from newslint.monthly.dates import date_of_folder, date_of_name
from newslint.monthly.reading import ENDING, NoReportError, read_report
from newslint.readers import ReadError, Source, check_size, read_bytes, read_file
from newslint.results import CheckedFile, Results
from newslint.run.discovery import expanded, find
from newslint.storage import regular_file
from newslint.storage.walking import walk

#: How much of a file is read to see whether it is a report, and what a report has there.
_HEAD, _SIGN = 4096, b'"newslint":'
#: How many paths a sentence names.
_NAMED = 3


class Issue(NamedTuple):
    """The files of an issue, sorted by path."""

    day: date
    files: tuple[CheckedFile, ...]


class Given(NamedTuple):
    """What paths mean: reports, and articles or folders of these. ``found`` are the reports that folders hold."""

    reports: tuple[str, ...]
    articles: tuple[str, ...]
    found: frozenset[str]


class Intake:
    """The issues that reports and articles come to. ``problems`` are sentences about what could not be counted and
    should have been, ``notices`` about what is to be known of the rest.
    """

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.notices: list[str] = []
        self._files: dict[date, dict[str, tuple[str, CheckedFile]]] = {}
        self._repeated: Counter[tuple[str, str]] = Counter()
        self._undated: list[str] = []
        self._partial: list[str] = []

    @property
    def issues(self) -> tuple[Issue, ...]:
        """The issues, the first one first."""
        return tuple(
            Issue(day, tuple(file for _, (_, file) in sorted(files.items())))
            for day, files in sorted(self._files.items())
        )

    def read(self, given: Given) -> None:
        """Read the reports; of two that tell of the same article the one whose name sorts last counts."""
        for path in sorted(given.reports):
            try:
                report = read_report(path)
            except NoReportError as error:
                (self.notices if path in given.found else self.problems).append(str(error))
                continue
            except ReadError as error:
                self.problems.append(str(error))
                continue
            if report.partial:
                self._partial.append(path)
            unread = [file.path for file in report.files if file.error is not None]
            if unread:
                names = _some(unread)
                told = tr("有 {number} 个稿件检查时无法读取，没有计入：{names}。", number=len(unread), names=names)
                self.notices.append(prefixed(path, told))
            for file in report.files:
                if file.error is None:
                    self._add(_day_of(file.path, file.issued) or _day_of_report(path), path, file)

    def check(self, sources: Iterable[Source], project: Project, check: Callable[[list[Source]], Results]) -> bool:
        """Check articles, those of an issue together as ``newslint check`` does; False if that was interrupted."""
        by_day: dict[date, list[Source]] = {}
        for path, data in sources:
            try:
                place = os.path.abspath(path)
                day = _day_of(place, "" if date_of_folder(place) else _stated(path, data, project))
            except ReadError as error:
                self.problems.append(str(error))
                continue
            if day is None:
                self._undated.append(path)
            else:
                by_day.setdefault(day, []).append((path, data))
        partial = False
        for day, own in sorted(by_day.items()):
            results = check(own)
            if results.interrupted:
                return False
            partial = partial or results.partial
            for file in results.files:
                if file.error is not None:
                    self.problems.append(file.error)
                else:
                    self._add(day, "", file)
        if partial:
            self._partial.append(tr("现查的稿件"))
        return True

    def close(self) -> None:
        """Tell what is known only at the end: what has no date, and what was given twice."""
        if self._undated:
            told = tr(
                "有 {number} 个稿件看不出刊期，没有计入：{names}；请放进以日期命名的文件夹，如 2026-04-18。",
                number=len(self._undated),
                names=_some(self._undated),
            )
            self.problems.append(told)
        if self._partial:
            told = tr("检查时用了 --since、--select 或基线，或中途停止，只有一部分问题，差错率会偏低。")
            self.notices.append(prefixed(_some(self._partial), told))
        for (kept, other), number in sorted(self._repeated.items()):
            told = tr(
                "有 {number} 个稿件与 {other} 里的是同一期、同一路径，只按这一份计；用不着的那份请移走。",
                number=number,
                other=other,
            )
            self.notices.append(prefixed(kept or tr("现查的稿件"), told))

    def _add(self, day: date | None, place: str, file: CheckedFile) -> None:
        if day is None:
            self._undated.append(file.path)
            return
        files = self._files.setdefault(day, {})
        if file.path in files:
            self._repeated[place, files[file.path][0]] += 1
        files[file.path] = (place, file)


def given(paths: Sequence[str], project: Project) -> Given:
    """Tell reports from articles. A folder with a report is one of reports, and nothing else in it is looked at."""
    reports: dict[str, None] = {}
    articles = []
    found: set[str] = set()
    for path in (one for pattern in paths for one in expanded(pattern)):
        if not os.path.isdir(path):
            if path.lower().endswith(ENDING):
                reports[path] = None
            else:
                articles.append(path)
            continue
        inside = list(_reports_in(path))
        if any(map(_looks_right, inside)) or (inside and not find([path], project).files):
            reports.update(dict.fromkeys(inside))
            found.update(inside)
        else:
            articles.append(path)
    return Given(tuple(reports), tuple(articles), frozenset(found))


def _reports_in(folder: str) -> Iterator[str]:
    for place, folders, files in walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(ENDING) and not name.startswith("."):
                yield os.path.join(place, name).replace(os.sep, "/")


def _looks_right(path: str) -> bool:
    try:
        with regular_file(path) as file:
            return _SIGN in file.read(_HEAD)
    except OSError:
        return False  # reading it will say why


def _day_of(path: str, issued: str) -> date | None:
    folder = date_of_folder(path)
    if folder is not None:
        return folder.day
    return date.fromisoformat(issued) if issued else date_of_name(path)


def _day_of_report(path: str) -> date | None:
    folder = date_of_folder(os.path.abspath(path))
    return date_of_name(path) or (folder.day if folder is not None else None)


def _stated(path: str, data: bytes | ReadError | None, project: Project) -> str:
    """Return the date of issue that an article states or its settings give; "" if there is none."""
    if isinstance(data, ReadError):
        raise data
    settings = project.settings_for(path)
    if data is None:
        data = read_file(path, settings.most_bytes)
    check_size(len(data), path, settings.most_bytes)
    issued = read_bytes(data, path, issued=settings.issue_date, content=settings.content).issued
    return "" if issued is None else issued.isoformat()


def _some(paths: Sequence[str]) -> str:
    names = join_list(sorted(paths)[:_NAMED])
    return tr("{names} 等", names=names) if len(paths) > _NAMED else names
