"""Where the articles of a page begin: at marked headings, below rules, at the headline above a 本报讯.

On a page with headings only these count. On others, only what opens a story is certain enough: two articles taken for
one would be compared with each other, and one taken for two would not be compared with itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from newslint.document.structure.drafts import Draft, could_be_headline, fills_line, is_credit, is_lead, opens_headline

#: The maximum number of lines of a headline.
HEADLINE_RUN = 4
#: A line at least this long that ends a sentence is a paragraph, not a line of verse or a short answer.
PARAGRAPH = 26


def article_starts(drafts: Sequence[Draft]) -> list[int]:
    """Return the indices at which articles begin, 0 first; none for an empty page."""
    if not drafts:
        return []
    if not {1, 2}.isdisjoint([entry.level for entry in drafts]):
        return sorted({0, *_headed_starts(drafts)})
    starts = [0]
    led = is_lead(drafts[0])
    for index, entry in enumerate(drafts):
        if (entry.plain and entry.opening is None) or not index:
            continue
        if entry.line.parted and (is_lead(entry) or _heads_prose(drafts, index)):
            starts.append(index)
            led = is_lead(entry)
        elif is_lead(entry) and not _closes(drafts, index):
            first = index
            while first > starts[-1] and index - first < HEADLINE_RUN and _is_heading_line(drafts[first - 1]):
                first -= 1
            if starts[-1] < first < index and opens_headline(drafts[first - 1]):
                first -= 1
            # Without a headline a second 本报讯 begins the next brief, but the first may follow a summary or a picture.
            if first > starts[-1] and (first < index or led):
                starts.append(first)
            led = True
    return starts


def _heads_prose(drafts: Sequence[Draft], index: int) -> bool:
    """Return True if a headline is at ``index``, and below it a byline or a paragraph, not verse or a list."""
    end = index
    while end < len(drafts) and end - index < HEADLINE_RUN and _is_heading_line(drafts[end]):
        end += 1
    if end in (index, len(drafts)):
        return False
    below = drafts[end]
    return is_credit(below) or is_lead(below) or (below.terminal and len(below.text) >= PARAGRAPH)


def _is_heading_line(entry: Draft) -> bool:
    return could_be_headline(entry) and not is_credit(entry)


def _closes(drafts: Sequence[Draft], index: int) -> bool:
    """Return True if a head on a line of its own ends the article above: （某报北京11月5日电 记者某某）."""
    return fills_line(drafts[index]) and (index + 1 == len(drafts) or drafts[index].text.startswith(("（", "(")))


def _headed_starts(drafts: Sequence[Draft]) -> list[int]:
    """Return the headings that begin articles on a page with marked headings.

    A heading directly below another belongs to it. The headings of a level begin articles if most of them have a byline
    below, or if the page begins with one and has no higher level.
    """
    tops: dict[int, list[int]] = {1: [], 2: []}
    for index, entry in enumerate(drafts):
        if entry.level in tops and (index == 0 or not drafts[index - 1].level):
            tops[entry.level].append(index)
    highest = min(entry.level for entry in drafts if entry.level)
    starts: list[int] = []
    for level, indexes in tops.items():
        opening = [index for index in indexes if _opens_story(drafts, index)]
        every = (level == highest and (drafts[0].level == level or level == 1)) or 2 * len(opening) >= len(indexes) > 1
        starts.extend(indexes if every else opening)
    return starts


def _opens_story(drafts: Sequence[Draft], index: int) -> bool:
    """Return True if a byline or a head is below the heading at ``index`` and the headings that belong to it."""
    below = next((later for later in drafts[index + 1 :] if not later.level), None)
    return below is not None and (is_lead(below) or fills_line(below))
