"""Spaces that a house may set or not, but one article not both ways: between Chinese and Latin or digits, before
units.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.check import Hit, Match
from newslint.checks.options import Options
from newslint.chinese.characters import HAN_LETTER
from newslint.document import Article, Document
from newslint.document.structure import BlockKind
from newslint.finding import Edit
from newslint.patterns import lazy

_HAN = "\u3400-\u9fff"
_MIXED = lazy(f"(?<=[{_HAN}])( *)(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%℃])( *)(?=[{_HAN}])")
_UNIT = lazy(
    "(?<=[0-9])( ?)(?=(?:kg|km|cm|mm|nm|mg|ml|mL|kW|MW|GW|kWh|kV|Hz|kHz|MHz|GHz|KB|MB|GB|TB|kPa|MPa|hm²|km²|m²|m³|"
    "[gmLt])(?![A-Za-z0-9/-]))"
)
#: Any space that these might report, to be searched for first.
_MIXED_SPACE = lazy(f" (?:(?<={HAN_LETTER} ) *(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%℃] ) *(?={HAN_LETTER}))")
_UNIT_SPACE = lazy(" (?<=[0-9] )(?=[A-Za-z])")
_BODY = frozenset((BlockKind.BODY, BlockKind.LIST, BlockKind.CAPTION, BlockKind.BLOCK_QUOTATION))
#: A space in a headline parts its clauses, so it is never too many there; where spaces are wanted one may be missing.
_BODY_AND_HEADS = _BODY | {BlockKind.HEADLINE, BlockKind.SUBHEADLINE}
#: The number of an official document, 某政发〔2024〕59号, is one name.
_DOCUMENT_NUMBER = lazy("〕[0-9]{1,5}$")
_WANTS = ("none", "space", "consistent")


class SpacingStyle:
    """Options: ``between``, ``latin`` (Chinese and Latin letters or digits) or ``unit`` (a number and the letters of
    its unit); ``want``, what the house sets there: ``none``, ``space``, or ``consistent``, what the article does in
    most places.

    All places of an article that do otherwise are one finding, at the first of them, with one fix. ``{problem}`` in the
    message says what to write.
    """

    anchors: Sequence[str] = ()

    def __init__(self, options: Options) -> None:
        between = options.choice("between", ("latin", "unit"))
        self._pattern, has_spaces = {"latin": (_MIXED, _has_mixed_spaces), "unit": (_UNIT, _has_unit_spaces)}[between]
        self._want = options.choice("want", _WANTS, "consistent")
        self.gate = None if self._want == "space" else has_spaces
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield one match for each article that does not do what is wanted everywhere."""
        kinds = _BODY_AND_HEADS if self._want == "space" else _BODY
        articles = document.articles
        if self._want != "space":
            # Without a space there is nothing odd: neither where none is wanted nor where what is usual is.
            articles = [article for article in articles if self._has_space(document, article)]
        for article in articles:
            spaced: list[tuple[int, int]] = []
            tight: list[tuple[int, int]] = []
            for block in article.blocks:
                if block.kind in kinds:
                    for match in self._pattern.finditer(document.view, block.start, block.end):
                        start, end = match.span()
                        if not document.inside(start - 1, start, "byline") and not _is_numbered(
                            document.view, start, end
                        ):
                            (spaced if end > start else tight).append((start, end))
            want = self._want if self._want != "consistent" else ("space" if len(spaced) > len(tight) else "none")
            odd = tight if want == "space" else spaced
            if odd and (self._want != "consistent" or (spaced and tight)):
                yield _finding(document, odd, want, len(spaced), len(tight))

    def _has_space(self, document: Document, article: Article) -> bool:
        view = document.view
        at = view.find(" ", article.start, article.end)
        while at >= 0:
            match = self._pattern.match(view, at)
            if match is not None and match.end() > at:
                return True
            at = view.find(" ", at + 1, article.end)
        return False


def _has_mixed_spaces(document: Document) -> bool:
    return _MIXED_SPACE.search(document.view) is not None


def _has_unit_spaces(document: Document) -> bool:
    return _UNIT_SPACE.search(document.view) is not None


def _is_numbered(view: str, start: int, end: int) -> bool:
    return view.startswith("号", end) and _DOCUMENT_NUMBER.search(view, max(0, start - 6), start) is not None


def _finding(document: Document, odd: list[tuple[int, int]], want: str, spaced: int, tight: int) -> Match:
    start, end = odd[0]
    edits = tuple(Edit(*span, " " if want == "space" else "") for span in odd)
    shown = document.view[max(0, start - 3) : end + 3].strip()
    counts = f"此类地方空格{spaced}处、不空{tight}处"
    todo = "宜加空格" if want == "space" else "宜删去空格"
    problem = f"“{shown}”{todo}（{counts}，共{len(odd)}处须改）"
    # A finding needs something to point at: where a space is missing, the characters on either side.
    first, last = (start, end) if end > start else (start - 1, end + 1)
    return Match(first, last, edits=edits, values={"problem": problem})
