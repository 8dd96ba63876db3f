"""What holds of every rule that newslint ships, beyond that its examples behave.

House rules need not meet these standards: nobody else reads their English titles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from newslint.authoring.accuracy import with_figures
from newslint.authoring.pages import REFERENCE, pages
from newslint.authoring.reference import FAMILIES
from newslint.language import tr
from newslint.rulebook.book import Rule, RuleBook
from newslint.rulebook.folders import builtin_folder

#: What is written from the rule pages; an installed package has no such files.
DOCS = builtin_folder().parent / "docs"
FIGURES = "development/accuracy.md"

_EXAMPLES = 2
_LONGEST_TITLE = 60
#: A message without a name from the text must at least say what is wrong.
_SHORTEST_MESSAGE = 8


def shortcomings(rule: Rule) -> Iterator[str]:
    """Yield one sentence for each standard that ``rule`` does not meet."""
    doc = rule.doc()
    if len(doc.wrong) < _EXAMPLES:
        yield tr("错例（[[wrong]]）至少要有 {number} 个", number=_EXAMPLES)
    if len(doc.right) < _EXAMPLES:
        yield tr("正例（[[right]]）至少要有 {number} 个", number=_EXAMPLES)
    title = doc.english
    if not title or not title.isascii() or not title[0].isupper() or title.endswith(".") or len(title) > _LONGEST_TITLE:
        yield tr(
            "英文标题（english）应是不超过 {number} 个字符的英文短语，首字母大写，末尾不加句号", number=_LONGEST_TITLE
        )
    if "{" not in rule.message and len(rule.message) < _SHORTEST_MESSAGE:
        yield tr("说明（message）既没有引用原文，又太短，编辑看不出错在哪里")
    if rule.family not in FAMILIES:
        yield tr("没有规则族 {family}；可用的有 {families}", family=rule.family, families=" ".join(FAMILIES))


def book_shortcomings(book: RuleBook) -> Iterator[str]:
    """Yield one sentence for each standard that the rules together do not meet."""
    codes = {rule.code for rule in book}
    titles = Counter(rule.doc().title for rule in book) + Counter(rule.doc().english for rule in book)
    for rule in book:
        for title in (rule.doc().title, rule.doc().english):
            if titles[title] > 1:
                yield tr("{code} 的标题“{title}”与别的规则相同", code=rule.code, title=title)
        for code in rule.supersedes:
            if code not in codes:
                yield tr("{code} 的 supersedes 里没有规则 {other}", code=rule.code, other=code)
    for path in stale_pages(book):
        yield tr("{path} 不是最新的；请运行 python tools/write_docs.py", path=path)


def written_pages(book: RuleBook) -> dict[str, str]:
    """Return the pages of the documentation that rule pages tell, by their path in ``DOCS``: the generated ones, and
    the one with figures among its text.
    """
    return {**pages(book), FIGURES: with_figures((DOCS / FIGURES).read_text(encoding="utf-8"), book)}


def stale_pages(book: RuleBook) -> list[str]:
    """Return the paths in ``DOCS`` of the pages that are not as they would be written, also of those that would not be
    written any more.
    """
    if not (DOCS / FIGURES).is_file():
        return []
    written = written_pages(book)
    there = {path.relative_to(DOCS).as_posix() for path in (DOCS / REFERENCE).glob("*.md")} | set(written)
    return sorted(path for path in there if _read(DOCS / path) != written.get(path))


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def free_codes(book: RuleBook, number: int) -> dict[str, list[str]]:
    """Return for each family the ``number`` lowest codes that no rule has."""
    taken = {rule.code for rule in book}
    families = [*FAMILIES, *sorted({rule.family for rule in book} - set(FAMILIES))]
    codes = {family: [f"{family}{place:02}" for place in range(1, 100)] for family in families}
    return {family: [code for code in codes[family] if code not in taken][:number] for family in families}
