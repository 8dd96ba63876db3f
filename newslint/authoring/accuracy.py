"""How right the rules are: the figures on their pages, told in words and as the table of docs/development/accuracy.md.

A rule page says of each corpus how many findings of the rule were read and how many of them an editor would act on.
What a corpus is stands here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.finding import Severity
from newslint.language import tr
from newslint.rulebook.book import Rule, RuleBook

#: What stands around the table in docs/development/accuracy.md.
BEGIN, END = "<!-- figures of the rule pages -->\n", "<!-- end of the figures -->"


class Corpus(NamedTuple):
    """A corpus whose findings were read: what it is, how many articles, and in which month."""

    english: str
    articles: int
    month: str


#: The corpora by the name that rule pages call them.
CORPORA = {
    "news": Corpus("news of five newsrooms, and web copies", 1600, "2026-11"),
    "daily": Corpus("a month of a printed daily", 2831, "2026-11"),
    "pages": Corpus("pages of news sites", 62, "2026-11"),
}


def told(rule: Rule) -> Iterator[str]:
    """Yield for each corpus a sentence with the figures of ``rule``, in the language of the interface."""
    names = {
        "news": tr("五家媒体和网页转载的新闻稿"),
        "daily": tr("一家日报一个月的报纸"),
        "pages": tr("新闻网站的网页"),
    }
    for name, found, read, right in rule.doc().accuracy:
        corpus = CORPORA.get(name)
        where = names.get(name, name)
        if corpus is not None:
            where = tr(
                "{corpus}（{articles} 篇，{month} 读）", corpus=where, articles=corpus.articles, month=corpus.month
            )
        yield tr(
            "{corpus}：报出 {found} 处，读过 {read} 处，{right} 处该改",
            corpus=where,
            found=found,
            read=read,
            right=right,
        )


def with_figures(text: str, book: RuleBook) -> str:
    """Return ``text``, that of docs/development/accuracy.md, with the table of the figures on the pages of ``book``."""
    head, begin, rest = text.partition(BEGIN)
    _, end, tail = rest.partition(END)
    return f"{head}{begin}{''.join(_table(book))}{end}{tail}" if end else text


def _table(book: RuleBook) -> Iterator[str]:
    head = " | ".join(f"{corpus.english}: reported | read | right" for corpus in CORPORA.values())
    yield f"\n| code | level | {head} |\n|---|---{'|---:|---:|---:' * len(CORPORA)}|\n"
    ordered = sorted(book, key=lambda rule: (-rule.severity, rule.code))
    for rule in ordered:
        if rule.doc().accuracy:
            yield f"| {rule.code} | {rule.severity.label} | {' | '.join(_cells(rule))} |\n"
    for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO):
        rows = [rule for rule in ordered if rule.severity is severity and rule.doc().accuracy]
        yield f"| **all** | {severity.label} | {' | '.join(_sums(rows))} |\n"
    yield "\n"


def _cells(rule: Rule) -> Iterator[str]:
    figures = {name: rest for name, *rest in rule.doc().accuracy}
    for name in CORPORA:
        found, read, right = figures.get(name, (0, 0, 0))
        yield f"{found} | {read} | {_share(read, right)}" if found else "| |"


def _sums(rules: list[Rule]) -> Iterator[str]:
    for corpus in CORPORA:
        rows = [rest for rule in rules for name, *rest in rule.doc().accuracy if name == corpus]
        found, read, right = (sum(row[place] for row in rows) for place in range(3))
        yield f"{found} | {read} | {_share(read, right)}"


def _share(read: int, right: int) -> str:
    return f"{right} ({100 * right // read} %)" if read else ""
