"""The error rate (编校差错率) for people at a terminal: a table of articles, the total, and the method.

``score_numbers`` is the same for programs: the object ``summary.score`` of the JSON report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newslint.finding import Clause
from newslint.language import tr
from newslint.reports.characters import visible, width
from newslint.reports.columns import aligned
from newslint.reports.wrapping import head, tail, wrapped
from newslint.results import CheckedFile, Results
from newslint.score import LIMIT, METHOD, Score, score

if TYPE_CHECKING:
    from newslint.monthly.sums import Sum

#: The maximum width of a path and a headline in columns of a terminal.
PATH = 32
HEADLINE = 28
#: The minimum of both together, and what the gaps between the columns take.
_LEAST, _GAPS = 24, 10


def render_score(results: Results, *, method: bool = False, columns: int | None = None) -> str:
    """Return the table of articles with their rates and the total, and with ``method`` the statements of the method.

    Lines have at most so many ``columns``, if the window has more than a few; where these are None, sentences are not
    broken.
    """
    total = score(results.files)
    lines = [tr("估计编校差错率（每万字差错数；报纸不超过 {limit}）", limit=f"{LIMIT:g}"), ""]
    lines += [*_table(total, columns), ""]
    told = [_clauses(total), _upper(total)]
    if unread := sum(file.error is not None for file in results.files):
        told.append(tr("{files} 个文件无法读取，未计在内。", files=unread))
    if not method:
        told.append(tr("差错率的算法和依据：newslint check --score --explain。"))
    lines += [line for sentence in told for line in wrapped(sentence, columns)]
    if method:
        lines += _method(columns)
    return "\n".join(lines) + "\n"


def _method(columns: int | None) -> Iterator[str]:
    for certain, heading in ((True, tr("办法里明确的：")), (False, tr("办法没有写明、按 newslint 的理解："))):
        yield from ("", heading)
        for statement in METHOD:
            if statement.certain is certain:
                yield from wrapped(f"· {tr(statement.text)}", columns, "  ", "    ")


def score_numbers(files: Iterable[CheckedFile]) -> dict[str, object]:
    """Return the score of ``files`` as in the JSON report (docs/en/json.md)."""
    total = score(files)
    return {
        **_numbers(total),
        "limit": LIMIT,
        "over": total.over,
        "clauses": {part.clause.value: {"findings": part.findings, "errors": part.errors} for part in total.clauses},
        "articles": [
            {
                "path": article.path,
                "start": article.start,
                "headline": article.headline,
                **_numbers(article),
                "over": article.over,
                "people": [person._asdict() for person in article.people],
            }
            for article in total.articles
        ],
    }


def verdict(tally: Score | Sum) -> str:
    """Return in one word whether the rate is within the limit; "—" if there is no text."""
    if not tally.characters:
        return "—"
    return tr("超限") if tally.over else tr("合格")


def _numbers(tally: Score) -> dict[str, object]:
    return {
        "errors": tally.errors,
        "characters": tally.characters,
        "per_10000": tally.rate,
        "upper": {"errors": tally.upper, "per_10000": tally.upper_rate},
    }


def _table(total: Score, columns: int | None) -> Iterator[str]:
    heading = (tr("文件"), tr("标题"), tr("字数"), tr("差错"), tr("每万字"), tr("结论"))
    numbers = [heading[2:], *map(_cells, total.articles), _cells(total)]
    taken = sum(max(width(row[column]) for row in numbers) for column in range(4)) + _GAPS
    room = max(_LEAST, PATH + HEADLINE if columns is None else min(PATH + HEADLINE, columns - taken))
    named = room * PATH // (PATH + HEADLINE)
    rows = [heading]
    for article in total.articles:
        headline = " ".join(article.headline.split()) or tr("（无题）")
        rows.append((tail(visible(article.path), named), head(visible(headline), room - named), *_cells(article)))
    count = tr("{articles} 篇", articles=len(total.articles))
    rows.append((tr("合计"), count, *_cells(total)))
    yield from aligned(rows, (2, 3, 4), (1, len(rows) - 1))


def _cells(tally: Score) -> tuple[str, str, str, str]:
    rate = f"{tally.rate:.2f}" if tally.characters else "—"
    return str(tally.characters), f"{tally.errors:g}", rate, verdict(tally)


def _clauses(total: Score) -> str:
    names = {Clause.TEXT: tr("文字"), Clause.NUMBERS: tr("数字用法"), Clause.MARKS: tr("标点、格式")}
    parts = [
        tr(
            "{name} {findings} 处计 {errors}",
            name=names[part.clause],
            findings=part.findings,
            errors=f"{part.errors:g}",
        )
        for part in total.clauses
        if part.findings
    ]
    return tr("计错：{parts}。", parts=tr("；").join(parts)) if parts else tr("计错：没有要计的差错。")


def _upper(total: Score) -> str:
    rate = f"{total.upper_rate:.2f}"
    return tr("若警告也都成立：至多计 {errors}，每万字 {rate}。", errors=f"{total.upper:g}", rate=rate)
