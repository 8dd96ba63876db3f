"""Paragraphs that end without their final mark."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from newslint.checks.breaks.broken import broken_ends
from newslint.checks.breaks.grammar.lower_signs import begins_freshly
from newslint.checks.breaks.verdict import BAD_STARTS
from newslint.checks.check import Match, StructureCheck
from newslint.checks.marks.gates import PROSE, has_open_prose
from newslint.checks.registry import Declared
from newslint.chinese.characters import is_han
from newslint.chinese.excerpts import words_before
from newslint.document import Document
from newslint.document.spans import touching
from newslint.document.structure import Block, BlockKind, is_terminal
from newslint.document.structure.standing import reads_as_sentence
from newslint.patterns import lazy

#: One without a whole sentence inside, and without the opening of one, from this length on.
_LONG_PROSE = 45
#: The number of a note that got a line of its own has at most so many characters.
_NOTE = 6
#: Two lines that begin with so many characters alike are of one form.
_ALIKE = 12
_LAST_CHARACTERS = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz%％，、")
#: A line of commas without any of these may be a list of names.
_PREDICATE = lazy("[的了是在有将为]")
#: A dateline with the headline behind it; the subtitle that follows begins with a dash.
_HEADED = lazy("[电讯](?:（[^）]*）)?题：")
#: A name or a source behind the last sentence signs the article.
_SIGNED = lazy(
    r"[。！？”）][^，。！？：；]{1,12}$|(?:来源|编辑|作者|记者|责编|审核|校对|图源|原载)[：｜|丨/]?[^，。]{1,20}$"
)

_SPEAKER = lazy(r"[\w·]{1,4}：")
_ASKS = lazy("(?:为什么|为何|怎么|怎样|如何|哪[里儿些个]|什么|多少|是否|是不是|能不能|有没有|[吗呢])[^。！？；]{0,40}$")


def missing_stops(document: Document) -> Iterator[Match]:
    """Yield the last characters of the paragraphs that end without a mark, where no broken line explains it."""
    is_broken = None
    for article in document.articles:
        body = [block for block in article.blocks if block.kind is BlockKind.BODY]
        # What stands first and opens no story is a summary, set as a heading is.
        first = body[0] if body and body[0].byline is None and body[0] is not article.blocks[0] else None
        open_ended = [block for block in body if block is not first and _lacks_stop(document, block)]
        # Where many paragraphs have none, the page is a list, a programme or verse.
        if not open_ended or 3 * len(open_ended) > len(body) + 1:
            continue
        if is_broken is None:
            is_broken = touching((start, end + 1) for start, end in broken_ends(document))
        following = {block.line: below for block, below in zip(article.blocks, article.blocks[1:], strict=False)}
        for block in open_ended:
            below = following.get(block.line)
            if _HEADED.search(block.text) or (below is not None and below.text.startswith("—")):
                continue
            if is_broken(block.end, block.end + 1):
                continue
            if below is not None and (document.is_soft_break(block, below) or _is_cut_by_latin(block, below)):
                continue
            if below is not None and _stop_stands_below(below, following.get(below.line)):
                continue
            # Captions under pictures of one event begin alike.
            if below is not None and len(below.text) > _ALIKE and _is_common_beginning(document, below.text[:_ALIKE]):
                continue
            if below is None or below.kind in (
                BlockKind.BODY,
                BlockKind.SUBHEADLINE,
                BlockKind.SIGNATURE,
                BlockKind.CAPTION,
            ):
                yield _without_stop(block)


def _without_stop(block: Block) -> Match:
    end = block.end
    last = block.text[-1]
    # A question wants a question mark, or, reported by somebody, does not: the editor decides.
    instead = None if _ASKS.search(block.text) else "。" if last in "，、" else f"{last}。"
    return Match(end - 1, end, instead, values={"piece": words_before(block.text, len(block.text))})


def _is_cut_by_latin(block: Block, below: Block) -> bool:
    """Return True if the line may go on below: old systems broke lines around Latin words."""
    return block.text[-1].isascii() and block.text[-1].isalpha() and not begins_freshly(below.text)


def _stop_stands_below(below: Block, next_one: Block | None) -> bool:
    """Return True if a mark that begins one of the next lines, maybe behind a note, ends the sentence: ”⏎[3]⏎。."""
    if below.text[0] in BAD_STARTS or below.text[0] == ")":
        return True
    return next_one is not None and next_one.text[0] in BAD_STARTS and len(below.text) <= _NOTE


def _is_speech(document: Document, text: str) -> bool:
    """Return True if ``text`` begins with the name of a speaker, as other lines of the interview do: 记：, 问：."""
    speaker = _SPEAKER.match(text)
    return speaker is not None and _is_common_beginning(document, speaker[0])


def _is_common_beginning(document: Document, beginning: str) -> bool:
    """Return True if several lines, apart from the first one, begin so."""
    lines = document.once(_line_beginnings)
    first = bisect_left(lines, beginning)
    return first + 1 < len(lines) and lines[first + 1].startswith(beginning)


def _line_beginnings(document: Document) -> list[str]:
    """Return the first characters of all lines but the first one, sorted."""
    return sorted([line[:_ALIKE] for line in document.view.split("\n")[1:]])


def _lacks_stop(document: Document, block: Block) -> bool:
    text = block.text
    size, last = len(text), text[-1:]
    if size < PROSE or is_terminal(text) or not _ends_in_word(text):
        return False
    # The pattern ends with the text, and has no more than 23 characters.
    if _SIGNED.search(text, size - 24):
        return False
    if document.block_index(block.start) in document.standings:
        return False
    # A long sub-headline has commas, too.
    told = reads_as_sentence(text) or (size >= _LONG_PROSE and text.count("，") > 1) or last in "，、"
    told = told or _is_speech(document, text)
    return told and ("。" in text or ("，" in text[:-1] and _PREDICATE.search(text) is not None))


def _ends_in_word(text: str) -> bool:
    """Return True if ``text`` ends in a word, a quoted word or title, a percentage or a comma."""
    last = text[-1]
    return last in _LAST_CHARACTERS or is_han(last) or (last in "”》" and is_han(text[-2]))


CHECKS: Mapping[str, Declared] = {
    "missing-stop": StructureCheck(missing_stops, has_open_prose, values=("piece",)),
}
