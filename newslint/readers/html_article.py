"""Which lines of a page are the article.

The article is in the elements that the settings name, or in those that content systems have for it, or else in the
smallest element that holds all paragraphs of prose; its headline stands above. Nothing is left out of a page without
prose, and no element that holds most of the prose is taken for what stands around an article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from newslint.document import Span
from newslint.document.structure import BlockKind, is_terminal
from newslint.patterns import lazy
from newslint.readers.html_containers import (
    is_article,
    is_comments,
    is_container,
    is_margin,
    is_meta,
    is_of_many_systems,
    is_of_one_system,
    is_title,
)
from newslint.readers.html_elements import Element
from newslint.readers.html_furniture import furniture, is_dated
from newslint.readers.running_text import Run

#: A paragraph of prose has this many characters or more, with sentences inside if it lacks its own full stop.
_PROSE, _LONG_PROSE = 15, 60
_NO_WORD = lazy(r"[\W\d_]+")
#: A line about the article that is nevertheless a byline of the newspaper.
_BYLINE = lazy("记者|通讯员|本报")
#: Elements whose class says something else of them: a column of dates.
_PARTS = frozenset(("td", "th", "tr", "li"))
#: How many titles of the page count, how long a headline like one is at least, how many bars a row of links has.
_TITLES, _TITLE_LENGTH, _LINKS = 8, 4, 2


class PageLine(NamedTuple):
    """A line of a page: its ``runs``, and how many line ends or what rule are above it.

    ``element`` is the innermost one around it; ``linked`` counts the characters of the ``text`` that are links.
    """

    runs: list[Run]
    text: str
    breaks: int
    rule: Span | None
    element: Element | None
    linked: int

    @property
    def kind(self) -> BlockKind | None:
        """What the element says about the line."""
        return self.element.kind if self.element else None

    @property
    def level(self) -> int:
        """The level of the heading that the line is; 0 for none."""
        return self.element.level if self.element else 0

    @property
    def is_linked(self) -> bool:
        """True if a line has hardly a word besides its links."""
        if 10 * self.linked >= 7 * len("".join(self.text.split())):
            return True
        return self.linked > 0 and self.linked >= len(_NO_WORD.sub("", self.text))


class Article(NamedTuple):
    """The numbers of the ``lines`` that are the article, and of the one that is a headline without being marked so."""

    lines: list[int]
    headline: int = -1


def find_article(
    lines: Sequence[PageLine],
    elements: Sequence[Element],
    titles: Iterable[str],
    content: Sequence[str] = (),
) -> Article:
    """Return the article of a page with these ``lines`` and ``elements``.

    ``titles`` are what its head says the headline is; ``content`` are the selectors of the elements with the article.
    """
    search = _Search(lines, elements, titles)
    return search.article(content) if search.prose[-1] else Article(list(range(len(lines))))


class _Search:
    """The search for the article of one page.

    ``prose`` has for each line the number of characters of prose above it, and last that of the whole page.
    """

    def __init__(self, lines: Sequence[PageLine], elements: Sequence[Element], titles: Iterable[str]) -> None:
        self._lines = lines
        self._elements = elements
        self._titles = ["".join(title.split()) for title in titles][:_TITLES]
        self._furniture = furniture([line.text for line in lines])
        self._is_prose = [not apart and _is_prose(line) for line, apart in zip(lines, self._furniture, strict=True)]
        self.prose = self._sums()
        self._apart: set[Element | None] = set()
        self._meta: set[Element | None] = set()
        self._leave_out()
        self._is_prose = [
            prose and line.element not in self._apart for prose, line in zip(self._is_prose, lines, strict=True)
        ]
        self.prose = self._sums()

    def _sums(self) -> list[int]:
        sizes = (len(line.text) if prose else 0 for prose, line in zip(self._is_prose, self._lines, strict=True))
        return [0, *accumulate(sizes)]

    def _prose_in(self, element: Element) -> int:
        return self.prose[element.last] - self.prose[element.first]

    # --- what is left out ----------------------------------------------------------------------------------------

    def _leave_out(self) -> None:
        """Find the elements that are no part of an article; what is inside one is not, either."""
        for element in self._elements:
            if element.parent in self._apart or self._is_apart(element):
                self._apart.add(element)
            elif element.parent in self._meta or self._is_meta(element):
                self._meta.add(element)

    def _is_apart(self, element: Element) -> bool:
        inside = self._prose_in(element)
        if element.name == "aside" or is_margin(element):
            return 2 * inside <= self.prose[-1] if element.is_sound else not inside
        return is_comments(element) and element.is_sound and self.prose[element.first] > 0

    def _is_meta(self, element: Element) -> bool:
        return element.name not in _PARTS and not self._prose_in(element) and is_meta(element)

    def _is_shown(self, index: int) -> bool:
        line = self._lines[index]
        if self._furniture[index] or line.element in self._apart:
            return False
        if line.element in self._meta:
            return _BYLINE.search(line.text) is not None
        named = line.kind in (BlockKind.HEADLINE, BlockKind.CAPTION) and line.text.count("|") < _LINKS
        return not line.is_linked or self._is_prose[index] or named

    # --- where the article is ------------------------------------------------------------------------------------

    def article(self, content: Sequence[str]) -> Article:
        """Return the article of a page with prose."""
        roots = self._outermost(lambda element: element.is_selected(content)) if content else []
        if roots:
            return Article([index for root in roots for index in self._shown(root.first, root.last)])
        roots = self._roots()
        if not roots:
            return self._whole_page()
        kept: list[int] = []
        headline, end = -1, 0
        for root in roots:
            head = self._head(end, root)
            if head < root.first:
                kept.extend(index for index in self._shown(head, root.first) if self._is_above(index))
                headline = self._unmarked(head, root.first) if headline < 0 else headline
            kept.extend(self._shown(root.first, root.last))
            end = root.last
        if not any(self._lines[index].kind is BlockKind.HEADLINE for index in kept) and headline < 0:
            below = max(self._shown(end, len(self._lines)), key=self._likeness, default=-1)
            if below >= 0 and self._likeness(below):
                kept.append(below)
        return Article(kept, headline)

    def _shown(self, first: int, last: int) -> list[int]:
        return [index for index in range(first, last) if self._is_shown(index)]

    def _roots(self) -> list[Element]:
        """Return the elements with the article; none if it takes up the page."""
        for test in (is_article, is_of_one_system, is_of_many_systems):
            found = self._outermost(test)
            if found and 2 * sum(map(self._prose_in, found)) >= self.prose[-1]:
                found = self._narrowed(found)
                break
        else:
            found = []
        if found and (all(map(is_article, found)) or (len(found) == 1 and is_of_one_system(found[0]))):
            return found
        span = (found[0].first, found[-1].last) if found else (0, len(self._lines))
        around = self._around(*span)
        return [around] if around else []

    def _outermost(self, test: Callable[[Element], bool]) -> list[Element]:
        """Return the elements that pass a test and hold prose, without those inside another."""
        found: list[Element] = []
        for element in self._elements:
            inside = bool(found) and element.first < found[-1].last
            if not inside and self._prose_in(element) and element not in self._apart and test(element):
                found.append(element)
        return found

    def _narrowed(self, roots: list[Element]) -> list[Element]:
        """Return ``roots``, or in place of one the element inside it (of <main>, the elements) that is named so, too,
        and holds nearly all of its prose.
        """
        named = {
            element for element in self._elements if self._prose_in(element) and is_container(element)
        } - self._apart
        within: dict[Element | None, int] = defaultdict(int)
        parts: dict[Element | None, int] = defaultdict(int)
        for element in reversed(self._elements):
            within[element.parent] += self._prose_in(element) if element in named else within[element]
            parts[element.parent] += 1 if element in named else parts[element]
        outermost, wide = set(roots), set[Element | None]()
        narrow = []
        for element in self._elements:
            if element in outermost or element.parent in wide:
                is_parted = parts[element] != 1 and element.name != "main"
                if element not in named or (10 * within[element] >= 9 * self._prose_in(element) and not is_parted):
                    wide.add(element)
                else:
                    narrow.append(element)
        return narrow

    def _around(self, first: int, last: int) -> Element | None:
        """Return the smallest element around the prose of some lines; None if that is the page."""
        prose = [index for index in range(first, last) if self._is_prose[index]]
        element = self._lines[prose[0]].element if prose else None
        if element and len(prose) == 1:
            element = element.parent
        while element and element.last <= prose[-1]:
            element = element.parent
        return None if element is None or element.name in ("html", "body") else element

    def _whole_page(self) -> Article:
        """Return all but furniture; a list above the headline is a menu."""
        prose = next((index for index, is_prose in enumerate(self._is_prose) if is_prose), 0)
        head = max((index for index in range(prose) if self._lines[index].kind is BlockKind.HEADLINE), default=-1)
        return Article(
            [
                index
                for index in self._shown(0, len(self._lines))
                if not (index < head and self._lines[index].kind is BlockKind.LIST)
                and not (head < index < prose and is_dated(self._lines[index].text))
            ]
        )

    # --- headlines -----------------------------------------------------------------------------------------------

    def _head(self, first: int, root: Element) -> int:
        """Return the number of the first line of the headline above ``root``; that of ``root`` if it has its own."""
        start = root.first
        while start < root.last and not self._is_prose[start]:
            if self._is_shown(start) and (self._lines[start].level in (1, 2) or self._likeness(start)):
                return root.first
            start += 1
        above = [index for index in self._shown(first, root.first) if self._lines[index].kind is not BlockKind.LIST]
        best = max(above, key=self._rank, default=-1)
        if best < 0 or not any(self._rank(best)[:3]):
            return root.first
        while best > first and self._is_shown(best - 1) and self._belongs_above(best):
            best -= 1
        return best

    def _rank(self, index: int) -> tuple[bool, int, bool, int]:
        """Return how likely a line is the headline: a heading of the page, like its title, named so; the last one."""
        line = self._lines[index]
        return line.level == 1, self._likeness(index), line.level > 0 or is_title(line.element), index

    def _belongs_above(self, index: int) -> bool:
        line, above = self._lines[index], self._lines[index - 1]
        return above.element is line.element or is_title(above.element)

    def _unmarked(self, first: int, last: int) -> int:
        """Return the number of the headline among some lines; -1 if it is marked as one."""
        if any(self._lines[index].level for index in range(first, last)):
            return -1
        return max(self._shown(first, last), key=self._rank)

    def _is_above(self, index: int) -> bool:
        """Return True if a line between the headline and the article may belong to the article."""
        line = self._lines[index]
        return line.kind is not BlockKind.LIST and (self._is_prose[index] or not is_dated(line.text))

    def _likeness(self, index: int) -> int:
        """Return how many characters a line has in common with the title of the page; 0 if neither contains the
        other.
        """
        text = "".join(self._lines[index].text.split())
        likes = (len(text) for title in self._titles if text in title or title in text)
        return max(likes, default=0) if len(text) >= _TITLE_LENGTH else 0


def _is_prose(line: PageLine) -> bool:
    size = len("".join(line.text.split()))
    ended = is_terminal(line.text) or (size >= _LONG_PROSE and "。" in line.text)
    return not line.level and size >= _PROSE and 2 * line.linked <= size and ended
