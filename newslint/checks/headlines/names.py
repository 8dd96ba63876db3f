"""A person or an institution in a headline that the article names differently.

A name is compared only with one that differs by a character, an institution only with a part of it that the article
always names along with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial

from newslint.checks.check import Match, Place, StructureCheck
from newslint.checks.headlines.gates import has_headed_body
from newslint.checks.headlines.stories import stories
from newslint.checks.registry import Declared
from newslint.chinese.characters import HAN_LETTER
from newslint.chinese.names import COMMON, COMPOUND, is_chinese
from newslint.chinese.posts import ENDINGS, name_at
from newslint.chinese.segmentation import segment
from newslint.document import Document
from newslint.patterns import lazy

_INSTITUTION = lazy(
    f"(?![与和及同跟到在]){HAN_LETTER}{{2,12}}?(?:公安局|管理局|医院|大学|集团|公司|学院|委员会|法院|检察院|银行|[市县区]\\w{{1,4}}局)"
)
_INSTITUTION_END = lazy("[局院司行会]|大学|集团")
_PART = lazy(f"{HAN_LETTER}{{2,6}}?(?:中心|支队|大队|分局|分院|学院|研究所|分公司|分行)")


def contradicted_people(document: Document) -> Iterator[Match]:
    """Yield the names in headlines of which the article has one that differs by a character."""
    for story in document.once(stories):
        text = document.view[story.start : story.end]
        for start, name in _names(story.headline.text, text):
            near = re.compile(f"{name[0]}(?:{name[1]}{HAN_LETTER}|{HAN_LETTER}{name[2]})")
            repeated = cache(partial(_is_repeated, text))
            for found in near.finditer(text):
                introduced = text.endswith(ENDINGS, 0, found.start()) or repeated(found.group())
                if introduced and name_at(text[found.start() : found.end() + 5]) == 3:
                    at = story.start + found.start()
                    values = {"headline": name, "body": found.group()}
                    place = story.headline.start + start
                    yield Match(place, place + 3, values=values, related=(Place(at, at + 3, "body"),))
                    break


def _is_repeated(text: str, name: str) -> bool:
    return text.count(name) > 1


def contradicted_institutions(document: Document) -> Iterator[Match]:
    """Yield the institutions in headlines of which the article always names the same part: 市医院, 市医院急救中心."""
    for story in document.once(stories):
        headline = story.headline
        if not _INSTITUTION_END.search(headline.text):
            continue
        text = document.view[story.start : story.end]
        for match in _INSTITUTION.finditer(headline.text):
            if _PART.match(headline.text, match.end()):
                continue
            name = match.group()
            parts = []
            at = text.find(name)
            while at >= 0:
                part = _PART.match(text, at + len(name))
                parts.append(part.group() if part else "")
                at = text.find(name, at + len(name))
            if len(parts) > 1 and len(set(parts)) == 1 and parts[0]:
                values = {"headline": name, "body": name + parts[0]}
                yield Match(headline.start + match.start(), headline.start + match.end(), values=values)


def _names(text: str, body: str) -> Iterator[tuple[int, str]]:
    """Yield the runs of three characters that read as names and that ``body`` lacks, though it has one much like it.

    Such a name has a common surname and no word in it, and two of its characters are in their places in ``body``.
    """
    starts = [at for at, sign in enumerate(text[:-2]) if sign in COMMON or text[at : at + 2] in COMPOUND]
    runs = [(start, text[start : start + 3]) for start in starts]
    found = [(start, name) for start, name in runs if is_chinese(name) and name not in body and _is_near(name, body)]
    if not found:
        return
    edges = {0, *(end for _, end in segment(text))}
    for start, name in found:
        if edges.issuperset((start, start + 1, start + 3)):
            yield start, name


def _is_near(name: str, body: str) -> bool:
    """Return True if ``body`` holds the first character of ``name`` with the second or the third in its place."""
    at = body.find(name[0])
    while at >= 0:
        if body[at + 1 : at + 2] == name[1] or body[at + 2 : at + 3] == name[2]:
            return True
        at = body.find(name[0], at + 1)
    return False


_BOTH = ("headline", "body")

CHECKS: Mapping[str, Declared] = {
    "institution": StructureCheck(contradicted_institutions, gate=has_headed_body, values=_BOTH),
    "person": StructureCheck(contradicted_people, gate=has_headed_body, values=_BOTH, messages=("body",)),
}
