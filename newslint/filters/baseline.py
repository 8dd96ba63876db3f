"""The baseline: findings in old texts that nobody will fix now, so that only new ones are reported.

A JSON file, one entry a line, sorted. An entry identifies its finding by path, code, text, the text around it on its
own lines, and its number among equal ones; never by line number, so that edits elsewhere in the article do not matter.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from newslint.errors import UserError
from newslint.finding import Finding
from newslint.language import join_list, reason, tr
from newslint.results import BaselineEntry
from newslint.storage import is_missing, read_bounded
from newslint.storage.atomic_write import replace_bytes

#: Bump when the format changes so that older versions cannot read it.
VERSION = 1
#: The number of characters before and after a finding that an entry has, and the longest text that it has whole.
NEIGHBOURS = 12
LONGEST = 60
#: As many bytes as a baseline may have.
_MOST = 200_000_000
_FIELDS = {"path": str, "code": str, "text": str, "before": str, "after": str, "occurrence": int}


class BaselineError(UserError):
    """The baseline cannot be read or written; the message says which file, and why."""


class Matched(NamedTuple):
    """The findings of a file compared with the baseline: the new ones, the known ones, and the unused entries, which
    match none.
    """

    new: list[Finding]
    known: list[Finding]
    unused: list[BaselineEntry]


@dataclass(frozen=True)
class Baseline:
    """The entries of the baseline at ``place``; every path given to it is relative to the working folder.

    The paths of entries are relative to the folder of ``place``, or to ``folder`` if ``place`` is a copy.
    """

    place: Path
    entries: frozenset[BaselineEntry] = frozenset()
    folder: Path | None = None

    def match(self, path: str, text: str, findings: list[Finding]) -> Matched:
        """Compare the findings of a file with ``text``, sorted by position, with the entries."""
        own = self._by_path.get(self._relative(path), frozenset())
        if not own:
            return Matched(findings, [], [])
        named = list(zip(findings, self.entries_for(path, text, findings), strict=True))
        new = [finding for finding, entry in named if entry not in own]
        known = [finding for finding, entry in named if entry in own]
        return Matched(new, known, sorted(own.difference(entry for _, entry in named)))

    def entries_for(self, path: str, text: str, findings: Iterable[Finding]) -> list[BaselineEntry]:
        """Return the entry of each finding of a file with ``text``; ``findings`` are sorted by position."""
        relative = self._relative(path)
        seen: Counter[tuple[str, ...]] = Counter()
        found = []
        for finding in findings:
            before, after = _neighbours(text, finding.start.offset, finding.end.offset)
            key = (finding.code, _short(finding.text), before, after)
            seen[key] += 1
            found.append(BaselineEntry(relative, *key, seen[key]))
        return found

    def gone(self) -> list[BaselineEntry]:
        """Return the entries of files that no longer exist, sorted."""
        folder = self.folder or self.place.parent
        gone = {path: is_missing(folder / path) for path in self._by_path}
        return sorted(entry for entry in self.entries if gone[entry.path])

    def written(
        self, found: Iterable[BaselineEntry], paths: Iterable[str], *, undecided: Collection[str] = ()
    ) -> Baseline:
        """Return the baseline with the entries ``found`` in place of those of the checked files ``paths``.

        Other files keep their entries, and so do rules with a code in ``undecided``.
        """
        checked = {self._relative(path) for path in paths}
        rest = {entry for entry in self.entries if entry.path not in checked or entry.code in undecided}
        return Baseline(self.place, frozenset(rest.union(found)))

    def without(self, unused: Iterable[BaselineEntry]) -> Baseline:
        """Return the baseline without the entries ``unused``."""
        return Baseline(self.place, self.entries.difference(unused))

    def unused_sentences(self, unused: Iterable[BaselineEntry]) -> list[str]:
        """Return a sentence for each file that has some of the entries ``unused``."""
        sentences = []
        for path, group in groupby(sorted(unused), key=lambda entry: entry.path):
            entries = list(group)
            shown = join_list(f"{entry.code}“{entry.text}”" for entry in entries[:3])
            sentences.append(
                tr(
                    "{baseline}：{path} 有 {number} 条已不再出现（{shown}{more}）；请用 newslint baseline prune 清除。",
                    baseline=self.place,
                    path=path,
                    number=len(entries),
                    shown=shown,
                    more=tr("等") if len(entries) > 3 else "",
                )
            )
        return sentences

    def _relative(self, path: str) -> str:
        folder = os.path.abspath(self.folder or self.place.parent)
        try:
            return os.path.relpath(path, folder).replace(os.sep, "/")
        except ValueError:  # on another drive
            return os.path.abspath(path).replace(os.sep, "/")

    @cached_property
    def _by_path(self) -> Mapping[str, frozenset[BaselineEntry]]:
        grouped: dict[str, set[BaselineEntry]] = {}
        for entry in self.entries:
            grouped.setdefault(entry.path, set()).add(entry)
        return {path: frozenset(own) for path, own in grouped.items()}


def read_baseline(place: Path, folder: Path | None = None) -> Baseline:
    """Read the baseline at ``place``; ``folder`` is as for ``Baseline``. Raises ``BaselineError``."""
    try:
        data = json.loads(read_bounded(place, _MOST))
    except FileNotFoundError:
        raise BaselineError(tr("{path}：没有这个基线文件；可用 newslint baseline write 生成。", path=place)) from None
    except OSError as error:
        raise BaselineError(
            tr("{path}：基线文件无法读取（{reason}）；请检查文件权限。", path=place, reason=reason(error))
        ) from None
    except (ValueError, RecursionError):
        raise BaselineError(
            tr("{path}：不是有效的基线文件；请用 newslint baseline write 重新生成。", path=place)
        ) from None
    version = data.get("version") if isinstance(data, dict) else None
    if type(version) is int and version > VERSION:
        raise BaselineError(tr("{path}：基线文件由更新的 newslint 写成；请升级 newslint。", path=place))
    rows = data.get("findings") if type(version) is int and version == VERSION else None
    if not isinstance(rows, list):
        raise BaselineError(tr("{path}：不是有效的基线文件；请用 newslint baseline write 重新生成。", path=place))
    entries = set()
    for number, row in enumerate(rows, 1):
        if (
            not isinstance(row, dict)
            or row.keys() != _FIELDS.keys()
            or any(type(row[key]) is not kind for key, kind in _FIELDS.items())
        ):
            raise BaselineError(
                tr(
                    "{path}：基线的第 {number} 条不完整；请用 newslint baseline write 重新生成。",
                    path=place,
                    number=number,
                )
            )
        entries.add(BaselineEntry(**row))
    return Baseline(place, frozenset(entries), folder)


def write_baseline(baseline: Baseline) -> None:
    """Write ``baseline`` to its place, whole; the same entries give the same bytes. Raises ``BaselineError``."""
    try:
        # A file name that is not valid UTF-8 is written with the escapes of JSON.
        replace_bytes(baseline.place, render_baseline(baseline).encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise BaselineError(
            tr(
                "{path}：基线文件无法写入（{reason}），没有改动；请检查路径和权限。",
                path=baseline.place,
                reason=reason(error),
            )
        ) from None


def render_baseline(baseline: Baseline) -> str:
    """Return the content of the file: JSON with one entry a line, sorted by path, code and text."""
    rows = [json.dumps(entry._asdict(), ensure_ascii=False) for entry in sorted(baseline.entries)]
    findings = "[\n" + ",\n".join(rows) + "\n]" if rows else "[]"
    return f'{{"version": {VERSION}, "findings": {findings}}}\n'


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the text before and after a span on its own lines, without white space; other lines may change."""
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    last = end - 1 if text[start:end].endswith(("\n", "\r")) else end
    ends = [at for at in (text.find("\n", last), text.find("\r", last)) if at >= 0]
    before = "".join(text[first:start].split())
    after = "".join(text[end : min(ends, default=len(text))].split())
    return before[-NEIGHBOURS:], after[:NEIGHBOURS]


def _short(text: str) -> str:
    """Return ``text`` without white space; of a long one the beginning, the end and a digest of all of it."""
    text = "".join(text.split())
    if len(text) <= LONGEST:
        return text
    from hashlib import sha256  # slow to import, and only needed for long texts

    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{text[: LONGEST // 3]}…{text[-LONGEST // 3 :]}#{digest}"
