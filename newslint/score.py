"""The error rate (编校差错率) of checked text: weighted errors per 10,000 characters, for each article and in total.

Source: 报纸编校差错率计算方法, annex to 《报纸期刊质量管理规定》 (国新出发〔2020〕10号). ``METHOD`` states what
newslint does: statements that are ``certain`` are known from the text of the annex (its items 1 and 2); the others are
newslint's reading where that text is open or was not available (items 3 and 4, on marks and form). Of two possible
readings it takes the stricter one, so that little passes here that an inspector would stop. docs/en/score.md explains
each statement.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import NamedTuple

from newslint.finding import Clause, Finding, Severity
from newslint.results import CheckedArticle, CheckedFile, Credited

#: The highest rate a newspaper may have, in errors per 10,000 characters.
LIMIT = 3.0
#: The same error in the text counts at most this many times in an issue.
REPEATS = 3
#: All errors in the style of numbers together count at most this much in an issue.
NUMBERS_AT_MOST = 1.0
#: A finding with less weight is one of marks or form, unless its rule says otherwise.
_TEXT_FROM = 0.5


class Statement(NamedTuple):
    """One statement of the method, in Chinese, and whether the regulation itself says so."""

    text: str
    certain: bool


METHOD = (
    Statement("差错率是差错数除以检查总字数，以万分比表示；报纸不超过 3／万为合格", True),
    Statement("标题里的文字差错加倍；重要名称、重要时间的差错加倍", True),
    Statement("同一文字差错重复出现，一期最多计 3 次", True),
    Statement("事实性、知识性、逻辑性、语法性错误每处计 1；数字差错不论几位计 1", True),
    Statement("错字、别字、多字、漏字：1 字计 1，2 到 5 字计 2，5 字以上计 4；颠倒计 1", True),
    Statement("数字用法不合 GB/T 15835，每处计 0.1，一期最多计 1", True),
    Statement("标点和格式差错每处计 0.1，不封顶；在标题里也加倍", False),
    Statement("繁体字、异体字每处计 0.5，比照图书的办法", False),
    Statement("规则、文字和说法都相同的，才算同一文字差错", False),
    Statement("办法没有条款的（稿件结构、本报体例、编码）不计", False),
    Statement("字数按实有字符计，空白不计；办法按版面字数计，比这里大，所以这里的差错率偏高", False),
    Statement("只计“错误”级；各篇自成一期来计，合计作一期来计", False),
)


class ClauseScore(NamedTuple):
    """The number of findings under a clause, and the errors they count as."""

    clause: Clause
    findings: int
    errors: float


class Score(NamedTuple):
    """The score of everything checked, as one issue, or of one article, as if it were the whole issue.

    ``errors`` is the weighted count; ``upper`` is what it would be if every warning were an error too; ``characters``
    excludes white space. An article has ``path``, ``start`` (a code point offset in that file) and ``headline`` ("" if
    none); the total has ``articles`` and ``clauses``. The articles may add up to more than the total, because an error
    that repeats counts at most three times in an issue. ``findings`` is the number of findings behind ``errors``,
    ``people`` are those whom an article names as having made it.
    """

    errors: float
    characters: int
    upper: float
    path: str = ""
    start: int = 0
    headline: str = ""
    articles: tuple["Score", ...] = ()
    clauses: tuple[ClauseScore, ...] = ()
    findings: int = 0
    people: tuple[Credited, ...] = ()

    @property
    def rate(self) -> float:
        """Errors per 10,000 characters; 0 for an empty text."""
        return _rate(self.errors, self.characters)

    @property
    def upper_rate(self) -> float:
        """The rate if every warning were an error too; 0 for an empty text."""
        return _rate(self.upper, self.characters)

    @property
    def over(self) -> bool:
        """True if the rate is above ``LIMIT``."""
        return self.exceeds(LIMIT)

    def exceeds(self, limit: float) -> bool:
        """Return True if the exact rate is above ``limit`` per 10,000. An empty text has no rate: False."""
        return self.characters > 0 and self.errors * 10000 > limit * self.characters


def score(files: Iterable[CheckedFile]) -> Score:
    """Return the error rate of ``files``, in any order."""
    ordered = sorted(files, key=lambda file: file.path)
    findings = [finding for file in ordered for finding in file.findings]
    errors = _errors(ordered)
    counted = _count(errors)
    return Score(
        errors=_sum(counted),
        characters=sum(file.characters for file in ordered),
        upper=_upper(findings),
        articles=tuple(article for file in ordered for article in _articles(file)),
        clauses=tuple(
            ClauseScore(
                clause, sum(clause_of(finding) is clause for finding in errors), round(counted.get(clause, 0.0), 2)
            )
            for clause in Clause
        ),
        findings=len(errors),
    )


def rate_of(files: Sequence[CheckedFile]) -> float:
    """Return the error rate of ``files`` in total, without the rest of their score."""
    return _rate(_sum(_count(_errors(files))), sum(file.characters for file in files))


def errors_of(findings: Iterable[Finding]) -> float:
    """Return what the errors among ``findings`` count as in one issue."""
    return _sum(_count(filter(counts, findings)))


def _errors(files: Iterable[CheckedFile]) -> list[Finding]:
    return [finding for file in files for finding in file.findings if counts(finding)]


def counts(finding: Finding) -> bool:
    """Return True if ``finding`` counts as an error."""
    return finding.severity >= Severity.ERROR and finding.weight > 0


def clause_of(finding: Finding) -> Clause:
    """Return the clause of ``finding``: the one its rule names, or else the one its weight implies."""
    return finding.clause or (Clause.TEXT if finding.weight >= _TEXT_FROM else Clause.MARKS)


def _articles(file: CheckedFile) -> Iterable[Score]:
    """Yield the score of each article; a finding between two articles belongs to the first."""
    articles = file.articles
    if not articles and (file.characters or file.findings):
        articles = (CheckedArticle(0, len(file.text), file.characters),)
    starts = [article.start for article in articles]
    own: list[list[Finding]] = [[] for _ in articles]
    for finding in file.findings:
        own[max(0, bisect_right(starts, finding.start.offset) - 1)].append(finding)
    for article, findings in zip(articles, own, strict=True):
        yield Score(
            errors_of(findings),
            article.characters,
            _upper(findings),
            file.path,
            article.start,
            article.headline,
            findings=sum(map(counts, findings)),
            people=article.people,
        )


def _upper(findings: Sequence[Finding]) -> float:
    return _sum(_count(finding for finding in findings if finding.severity >= Severity.WARNING))


def _count(findings: Iterable[Finding]) -> dict[Clause, float]:
    """Return the errors that ``findings`` count as in one issue, by clause."""
    same: dict[tuple[Clause, object], list[float]] = {}
    for number, finding in enumerate(findings):
        clause = clause_of(finding)
        # Two lost line ends, or two lost characters, look alike and are still two errors.
        alike = clause is not Clause.MARKS and any(map(str.isalnum, finding.text))
        error = (finding.code, finding.text, finding.message) if alike else number
        same.setdefault((clause, error), []).append(finding.weight * (2 if finding.headline else 1))
    counts: dict[Clause, list[float]] = {}
    for (clause, _), weights in same.items():
        # The heaviest ones count, so that their order does not matter.
        counts.setdefault(clause, []).extend(sorted(weights, reverse=True)[:REPEATS])
    sums = {clause: fsum(weights) for clause, weights in counts.items()}
    if Clause.NUMBERS in sums:
        sums[Clause.NUMBERS] = min(NUMBERS_AT_MOST, sums[Clause.NUMBERS])
    return sums


def _sum(counted: Mapping[Clause, float]) -> float:
    return round(fsum(counted.values()), 2)


def _rate(errors: float, characters: int) -> float:
    return round(errors / characters * 10000, 2) if characters else 0.0
