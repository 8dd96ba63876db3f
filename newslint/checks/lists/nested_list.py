"""Lists of people with their posts, in which one 、 separates the posts and another the people who share one.

院长王某、副院长李某、赵某: is 赵某 a second 副院长, or without a post? A comma between the posts tells (GB/T 15834—2011
B.1.4: the enumeration comma ranks lowest). A list with one person to each post has one level only and is right.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.registry import Declared
from newslint.chinese.names import is_chinese
from newslint.chinese.posts import ENDINGS, ends_with_post, name_at
from newslint.document import Document
from newslint.finding import Edit
from newslint.patterns import lazy

_EDGE = lazy("[，。；：！？\r\n　 “”（）《》]")
_REACH = 160
#: Posts of which a body has one.
_HEAD = lazy("(?<!副)(?:主席|书记|[院校市县区省馆局厅部会所处站镇乡村社台司行]长|董事长|秘书长|总经理|主任|总裁|主编)$")
#: A post with its body, 青石市副市长, is at least so long, in characters.
_BODY = 5
#: What begins the predicate behind a name.
_PREDICATE = tuple("在于到出为向对就来参")


class _Item(NamedTuple):
    """An item of the list: ``name`` and ``end`` are the span of its name; ``kind`` is ``post``, ``name``, or ``person``
    for a post with a name.
    """

    start: int
    kind: str
    name: int
    end: int


def nested_lists(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """A list of people has two levels of 、: 院长王某、副院长李某、赵某.

    The match runs from the name before the first wrong mark to the last name of the list.
    """
    view = document.view
    reached = told = -1
    for index, hit in enumerate(hits):
        if hit.start < reached:
            continue
        followed = index + 1 < len(hits) and hits[index + 1].start < hit.start + _REACH
        if not followed and (not index or hits[index - 1].start < hit.start - _REACH):
            continue
        reached = end = _clause_end(view, hit.start)
        # A list has two 、, and most posts stand in none.
        if view.count("、", max(0, hit.start - _REACH), end) < 2:
            continue
        # Two groups of people have two posts at least.
        several = (index + 1 < len(hits) and hits[index + 1].start < end) or _has_post_before(view, hits, index)
        if several and _is_list(view, hit.start, end):
            start = _clause_start(view, hit.start)
            for match in (match for run in _runs(view, start, end) for match in _judge(view, run)):
                if match.start > told:
                    yield match
                told = max(told, match.end)


def _has_post_before(view: str, hits: Sequence[Hit], index: int) -> bool:
    """Return True if the post before the hit ``index`` is in the same clause, which was then read from too far off."""
    before = hits[index - 1].start if index else -1
    return before >= max(0, hits[index].start - _REACH) and _EDGE.search(view, before, hits[index].start) is None


def _is_list(view: str, at: int, end: int) -> bool:
    """Return True if the clause around ``at``, which ends at ``end``, has two 、."""
    count = view.count("、", at, end)
    low, mark = max(0, at - _REACH), at
    while count < 2:
        mark = view.rfind("、", low, mark)
        if mark < 0 or _EDGE.search(view, mark, at):
            return False
        count += 1
    return True


def _clause_start(view: str, at: int) -> int:
    """Return the start of the stretch around ``at`` that has no mark but 、."""
    edges = [match.end() for match in _EDGE.finditer(view, max(0, at - _REACH), at)]
    return edges[-1] if edges else max(0, at - _REACH)


def _clause_end(view: str, at: int) -> int:
    """Return the end of the stretch around ``at`` that has no mark but 、."""
    after = _EDGE.search(view, at, at + _REACH)
    return after.start() if after else min(len(view), at + _REACH)


def _runs(view: str, start: int, end: int) -> Iterator[list[_Item]]:
    """Yield the stretches of a list that consist only of posts and people."""
    run: list[_Item] = []
    at = start
    for text in view[start:end].split("、"):
        item = _item(text, at)
        at += len(text) + 1
        if item is not None:
            run.append(item)
        closed = item is None or (item.kind != "post" and item.end < at - 1)
        if closed:
            yield run
            run = []
    yield run


def _item(text: str, at: int) -> _Item | None:
    if ends_with_post(text):
        return _Item(at, "post", at, at)
    length = _name_at(text)
    posts = sorted(_ends_of_posts(text))
    if length and text[length : length + 1] in _PREDICATE and all(end > length for end in posts):
        return _Item(at, "name", at, at + length)  # 茅小篱在主席台就座
    for begin in posts:
        if length := _name_at(text[begin:]):
            return _Item(at, "person", at + begin, at + begin + length)
    return _Item(at, "name", at, at + length) if length else None


def _name_at(text: str) -> int:
    # Reading words is slow, so only text that begins like a name is read.
    return name_at(text) if is_chinese(text[:2]) or is_chinese(text[:3]) or "·" in text[:8] else 0


def _ends_of_posts(text: str) -> set[int]:
    """Return the ends of the words for posts in ``text``."""
    found = set()
    for post in ENDINGS:
        place = text.find(post)
        while place >= 0:
            found.add(place + len(post))
            place = text.find(post, place + len(post))
    return found


def _shares_post(view: str, group: Sequence[_Item], following: Sequence[_Item]) -> bool:
    """Return True if several people of the group may hold the post before them.

    A body has one 主席, and where the next person is of another body, every name may stand for itself.
    """
    people = [item for item in group if item.kind != "post"]
    elsewhere = bool(following) and following[0].name - following[0].start >= _BODY
    return len(people) > 1 and not (elsewhere and _HEAD.search(view, people[0].start, people[0].name))


def _judge(view: str, run: Sequence[_Item]) -> Iterator[Match]:
    """Report a run whose items fall into two groups or more, one of them with several people."""
    groups: list[list[_Item]] = []
    for item in run:
        opens = not groups or (item.kind != "name" and any(other.kind != "post" for other in groups[-1]))
        if opens:
            groups.append([])
        groups[-1].append(item)
    groups = [group for group in groups if any(item.kind == "person" for item in group)]
    if len(groups) < 2 or not any(map(partial(_shares_post, view), groups, [*groups[1:], []])):
        return
    people = [item for group in groups for item in group if item.kind == "person"]
    if len({view[item.name - 2 : item.name] for item in people}) == 1 and all(
        view[item.name - 3 : item.name - 2] != "副" for item in people
    ):
        return  # all of them are 教授, of one place or another
    first = next(item for item in reversed(groups[0]) if item.kind != "post")
    last = groups[-1][-1]
    end = last.end if last.kind != "post" else groups[-1][-1].start
    edits = tuple(Edit(group[0].start - 1, group[0].start, "，") for group in groups[1:])
    written = list(view[first.name : end])
    for edit in edits:
        written[edit.start - first.name] = "，"
    yield Match(first.name, end, "".join(written), edits=edits)


CHECKS: Mapping[str, Declared] = {
    "nested": AnchorCheck(nested_lists, ENDINGS),
}
