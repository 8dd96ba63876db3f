"""Short names that an article defines: （以下简称“某某”）, and then never uses, or defines once more for another."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from newslint.checks.check import AnchorCheck, Hit, Match, Place
from newslint.checks.registry import Declared
from newslint.chinese.segmentation import before, stands_alone
from newslint.chinese.words import is_word
from newslint.document import Document
from newslint.document.structure import BlockKind
from newslint.patterns import lazy

SIGNS = ("以下简称", "下称", "以下统称", "简称")
_DEFINITION = lazy(
    r"（(?P<sign>以下简称|以下统称|下称|简称)为?[ ：]?"
    r"(?:[“‘「\"](?P<quoted>[^（）“”‘’「」\"\n]{1,16})[”’」\"]|(?P<bare>[^（）“”‘’「」\"，、；\n]{2,16}))）"
)
#: The full name begins at most so many characters before the brackets.
_FULL = 200
#: What makes no part of a name that two definitions share.
_TITLE = "《》〈〉"


class _Defined(NamedTuple):
    """A definition: the name, its span, the span of the brackets, and whether it says that the name is used below."""

    name: str
    start: int
    end: int
    opens: int
    closes: int
    promised: bool


#: No more definitions of a page are looked at: each is compared with the whole article.
_MOST = 1_000


def _definitions(document: Document) -> list[_Defined]:
    """Return all definitions of short names in order."""
    found = []
    for match in islice(_DEFINITION.finditer(document.view), _MOST):
        group = "quoted" if match["quoted"] else "bare"
        start, end = match.span(group)
        name = match[group].strip(_TITLE)
        found.append(_Defined(name, start, end, match.start(), match.end(), match["sign"] != "简称"))
    return found


def never_used(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the names that a definition promises to use below and that stand nowhere else in the article."""
    for own in document.once(_definitions):
        block = document.block_at(own.start)
        if block is None or not own.promised:
            continue
        article = document.articles[block.article]
        text = document.text
        # The full name that stands before the brackets has the short one in it, as a rule.
        sentence = max(text.rfind(stop, 0, own.opens) for stop in "。！？\n")
        if text.find(own.name, article.start, sentence + 1) < 0 and text.find(own.name, own.closes, article.end) < 0:
            yield Match(own.opens, own.closes, "", values={"name": own.name})


def used_before(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the first use of a short name in the text of an article before the definition that explains it.

    Common words (公司, 议定书) also mean the thing itself, and are left out; so are headlines, which may be short.
    """
    view, definitions = document.view, document.once(_definitions)
    explained = {own.name: own for own in reversed(definitions)}
    for name, own in explained.items():
        block = document.block_at(own.start)
        if block is None or is_word(name) or len(name) < 2:
            continue
        first = document.articles[block.article].start
        sentence = max(view.rfind(stop, first, own.opens) for stop in "。！？\n") + 1
        full = view[max(first, sentence, own.opens - _FULL) : own.opens]
        at = view.find(name, first, sentence)
        while at >= 0:
            end = at + len(name)
            line = document.block_at(at)
            # The full name may stand there: it goes on as it does before the brackets.
            full_name = view[at : end + 1] in full or view[at - 1 : end] in full
            if line is not None and line.kind is BlockKind.BODY and not full_name and stands_alone(view, at, end):
                yield Match(at, end, values={"name": name}, related=(Place(own.opens, own.closes, "first"),))
                break
            at = view.find(name, end, sentence)


def defined_twice(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the second definition of a short name in an article, if other words stand before it than before the first
    one.
    """
    view = document.view
    defined: dict[tuple[int, str], list[_Defined]] = defaultdict(list)
    for own in document.once(_definitions):
        block = document.block_at(own.start)
        if block is not None and own.name:
            defined[block.article, own.name].append(own)
    for (_article, name), (first, *others) in defined.items():
        for other in others:
            full, another = _full_name(view, first), _full_name(view, other)
            if not full.endswith(another) and not another.endswith(full):
                place = Place(first.opens, first.closes, "first")
                yield Match(other.start, other.end, values={"name": name, "other": full}, related=(place,))


def _full_name(view: str, own: _Defined) -> str:
    """Return the end of what stands before a definition."""
    at = own.opens
    while view[at - 1 : at] in ("》", "”"):
        at -= 1
    return before(view, at)


CHECKS: Mapping[str, Declared] = {
    "short-name-early": AnchorCheck(used_before, SIGNS, values=["name"], messages=["first"]),
    "short-name-twice": AnchorCheck(defined_twice, SIGNS, values=["name", "other"], messages=["first"]),
    "short-name-unused": AnchorCheck(never_used, SIGNS, values=["name"]),
}
