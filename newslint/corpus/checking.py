"""The check of one partition, wherever it runs: every article is checked by itself, as if it were a run of its own.

Rules that compare files see only one article here, because it is chance which articles share a partition.
"""

from collections.abc import Callable
from typing import NamedTuple

from newslint import __version__, language
from newslint.config import Settings
from newslint.corpus.articles import Article
from newslint.corpus.partitions import Partition
from newslint.errors import UserError
from newslint.readers import ReadError, check_size, document_from_text, read_bytes
from newslint.run.linter import Linter, linter_for, problem_of

#: A finding: number and id of the article, its source and month, code, name, severity, message, text, start and end
#: (code points), line and column, and the safety of its fix (None if it has none).
FindingRow = tuple[int, str, str, str, str, str, str, str, str, int, int, int, int, str | None]
#: An article: its number, id, source, month, number of characters without white space, number of findings, and the
#: reason why it could not be checked (None if it was).
ArticleRow = tuple[int, str, str, str, int, int, str | None]


class Outcome(NamedTuple):
    """The results of a partition; ``version`` is that of the newslint that checked it."""

    number: int
    articles: list[ArticleRow]
    findings: list[FindingRow]
    version: str = __version__


#: If every article of a partition fails, and there are more than this, the fault is not in the articles.
_FAULTS = 10

#: Checks a partition.
Check = Callable[[Partition], Outcome]


class Checker:
    """Checks partitions under settings. Picklable: each process, and each thread in it, loads the rules once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._language = language.current()

    def __call__(self, partition: Partition) -> Outcome:
        language.use(self._language)
        linter = linter_for(self._settings)
        articles: list[ArticleRow] = []
        findings: list[FindingRow] = []
        faults = 0
        for article in partition.articles:
            checked, found, faulty = _check(article, linter)
            articles.append(checked)
            findings.extend(found)
            faults += faulty
        if faults > _FAULTS and faults == len(articles):
            raise UserError(articles[0][-1])
        return Outcome(partition.number, articles, findings)


def _check(article: Article, linter: Linter) -> tuple[ArticleRow, list[FindingRow], bool]:
    """Return the row of an article, those of its findings, and whether newslint failed over it."""
    number, name, source, month = article[:4]
    try:
        if article.problem:
            raise ReadError(article.problem)
        check_size(len(article.text), article.name or name, linter.settings.most_bytes)
        issued = linter.settings.issue_date
        if isinstance(article.text, bytes):
            document = read_bytes(article.text, article.name, issued=issued, content=linter.settings.content)
        else:
            document = document_from_text(article.text, issued=issued)
        found = linter.check_document(document)
        characters = document.characters
    except Exception as error:  # a bug that one article in a million triggers must not stop the run
        row = (number, name, source, month, 0, 0, problem_of(error, name))
        return row, [], not isinstance(error, ReadError)
    rows = [
        (
            number, name, source, month, item.code, item.name, item.severity.label, item.message, item.text,
            item.start.offset, item.end.offset, item.start.line, item.start.column,
            item.fix.safety.value if item.fix else None,
        )
        for item in found
    ]  # fmt: skip
    return (number, name, source, month, characters, len(rows), None), rows, False
