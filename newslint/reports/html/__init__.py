"""The report for editors: one self-contained page of articles with their findings marked and listed beside them.

``page.html.jinja`` makes the page from what this module and its neighbours prepare; ``look.css``, ``page.css``,
``review.js`` and ``page.js`` are written into it. The template engine escapes everything from outside; the page's own
policy forbids all requests and all scripts and styles but its own. docs/en/html-report.md describes the page.
"""

from __future__ import annotations

import base64
import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from newslint import __version__
from newslint.finding import Finding
from newslint.language import current, tr
from newslint.reports.html.entries import Entry, entries, family_names, level_names
from newslint.reports.html.marks import Line, Place, lines, visible
from newslint.reports.json_text import json_text
from newslint.reports.listed import listed, rest
from newslint.reports.utf16 import utf16
from newslint.reports.words import interruption
from newslint.results import CheckedFile, Results
from newslint.score import LIMIT, METHOD, Score, score

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in the table at the top: its score, its place on the page, and the number of findings by level."""

    score: Score
    href: str
    headline: str
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class FileView:
    """A file on the page; ``number`` counts from 1 in order of path, ``counts`` are those of all findings, and ``rest``
    says how many of them are not on the page.
    """

    number: int
    file: CheckedFile
    path: str
    score: Score
    articles: tuple[ArticleRow, ...]
    entries: tuple[Entry, ...]
    counts: Mapping[str, int]
    places: Sequence[Place]
    rest: str
    unit: Callable[[int], int]

    @property
    def worst(self) -> str:
        """The error rate, and that which warnings make, by which files are sorted; unreadable ones come first."""
        return "Infinity 0" if self.file.error else f"{self.score.rate:.2f} {self.score.upper_rate:.2f}"

    @property
    def mendable(self) -> bool:
        """True if any finding has a fix, so that the corrected text can be offered."""
        return any(entry.edits for entry in self.entries)

    @property
    def has_safe(self) -> bool:
        """True if any fix is safe."""
        return any(entry.fix == "safe" for entry in self.entries)

    @property
    def json(self) -> str:
        """The text of the file, for the script."""
        return json_text(self.file.text)

    def edits(self, entry: Entry) -> str:
        """Return the edits of a fix for the script, with places in units of UTF-16; "" if there is none."""
        fix = entry.finding.fix
        return json_text([[self.unit(edit.start), self.unit(edit.end), edit.text] for edit in fix.edits]) if fix else ""

    @property
    def lines(self) -> Iterator[Line]:
        """The lines of the text with their marks, made when they are written."""
        return lines(self.file.text, self.places, self.file.articles, self.file.hidden)


def render_html(results: Results) -> str:
    """Return the page for ``results``. The same results and language give the same page."""
    views = list(_views(results))
    found = [finding for _, finding in results.findings()]
    listed_entries = [entry for view in views for entry in view.entries]
    listed_findings = [entry.finding for entry in listed_entries]
    style, script = look() + _own("page.css"), _own("review.js") + _own("page.js")
    return (
        _template().render(
            version=__version__,
            language="en" if current() == "en" else "zh-Hans",
            style=Markup(style),
            script=Markup(script),
            policy=f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)}; img-src data:; "
            "base-uri 'none'; form-action 'none'",
            views=views,
            shown=[view for view in views if view.file.findings or view.file.error],
            clean=[view for view in views if not view.file.findings and not view.file.error],
            entries=listed_entries,
            counts=_counts(found),
            fixes=_fixes(found),
            listed=_counts(listed_findings),
            listed_fixes=_fixes(listed_findings),
            families=_families(listed_entries),
            total=score(results.files),
            rated=results.shows_rate,
            limit=LIMIT,
            method=METHOD,
            notices=results.notices,
            interruption=interruption() if results.interrupted else "",
            level_names=level_names(),
            levels=tuple(level_names()),
            # Hints are not asked for as a rule.
            columns=[level for level in level_names() if level != "info" or _counts(found)[level]],
            report=_name_of(views),
            states={"none": tr("未处理"), "accepted": tr("采纳"), "ignored": tr("忽略"), "checked": tr("已核")},
        )
        + "\n"
    )


def _name_of(views: Iterable[FileView]) -> str:
    """Return what tells a report from others: what was done with its findings is kept under this name."""
    found = [(view.file.path, view.file.text, [entry.finding for entry in view.entries]) for view in views]
    return hashlib.sha256(repr(found).encode("utf-8", "backslashreplace")).hexdigest()[:16]


def look() -> str:
    """Return the style sheet that this page shares with others."""
    return _own("look.css")


def _views(results: Results) -> Iterator[FileView]:
    # A file that could not be read has no text on the page to link to.
    numbers = {file.path: number for number, file in enumerate(results.files, 1) if file.error is None}
    shown: list[list[Entry]] = []
    places: dict[int, list[Place]] = {number: [] for number in range(1, len(results.files) + 1)}
    first = 1
    names = level_names()
    rests = []
    for number, (file, findings) in enumerate(listed(results.files), 1):
        shown.append(list(entries(file._replace(findings=tuple(findings)), first, results.rules, number, numbers)))
        rests.append(rest(file, findings))
        first += len(findings)
        for entry in shown[-1]:
            finding = entry.finding
            title = visible(entry.title)
            label = tr("第 {number} 处，{level}：{title}", number=entry.number, level=names[entry.level], title=title)
            places[number].append(Place(finding.start.offset, finding.end.offset, entry.number, entry.level, label))
            for count, other in enumerate(finding.related, 1):
                label = tr("第 {number} 处说到这里：{message}", number=entry.number, message=visible(other.message))
                where = number if other.path is None else numbers.get(other.path)
                if where is not None:
                    places[where].append(
                        Place(other.start.offset, other.end.offset, entry.number, "related", label, count)
                    )
    for number, (file, own, told) in enumerate(zip(results.files, shown, rests, strict=True), 1):
        total = score([file])
        rows = tuple(_rows(number, file, total))
        counts = _counts(file.findings)
        yield FileView(
            number, file, visible(file.path), total, rows, tuple(own), counts, places[number], told, utf16(file.text)
        )


def _rows(number: int, file: CheckedFile, total: Score) -> Iterator[ArticleRow]:
    """Yield a row for each article; a finding between two articles belongs to the first, as in the score."""
    starts = [article.start for article in total.articles]
    shares: list[list[Finding]] = [[] for _ in starts]
    for finding in file.findings if starts else ():
        shares[max(0, bisect_right(starts, finding.start.offset) - 1)].append(finding)
    for index, (article, share) in enumerate(zip(total.articles, shares, strict=True)):
        href = f"#article-{number}-{index}" if file.articles else f"#file-{number}"
        yield ArticleRow(article, href, visible(article.headline), _counts(share))


def _counts(findings: Sequence[Finding]) -> dict[str, int]:
    counts = Counter(finding.severity.label for finding in findings)
    return {level: counts[level] for level in ("error", "warning", "info")}


def _fixes(findings: Sequence[Finding]) -> dict[str, int]:
    counts = Counter(finding.fix.safety.value if finding.fix is not None else "none" for finding in findings)
    return {name: counts[name] for name in ("safe", "unsafe", "none")}


def _families(found: Sequence[Entry]) -> dict[str, tuple[str, int]]:
    """Return the name and number of findings of each family that has any; families of house rules come last."""
    names = family_names()
    counts = Counter(entry.family for entry in found)
    order = [*(letters for letters in names if letters in counts), *sorted(counts.keys() - names.keys())]
    return {letters: (names.get(letters, ""), counts[letters]) for letters in order}


@cache
def _own(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def digest(source: str) -> str:
    """Return what the policy of a page calls a style or script that stands in it."""
    digest = base64.b64encode(hashlib.sha256(source.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


@cache
def _template() -> Template:
    pages = environment(_FOLDER)
    pages.filters["number"] = "{:g}".format
    return pages.get_template("page.html.jinja")


def environment(folder: Path) -> Environment:
    """Return the engine for the pages in ``folder``, which escapes everything from outside."""
    pages = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.globals["tr"] = tr
    pages.filters["visible"] = visible
    pages.filters["rate"] = "{:.2f}".format
    return pages
