"""Where a headline that lost its line end meets its story."""

from newslint.chinese.segmentation import split_words
from newslint.chinese.words import tag
from newslint.document import Document
from newslint.document.structure.drafts import HEADLINE_LIMIT

#: A headline and its story in one line have so many characters at least.
_STORY = 150


def ends_headline(document: Document, start: int) -> bool:
    """Return True if a headline that lost its line end may end in the unit at ``start``, and its story begin with it:
    街坊明日改选居委会居委会改选一事….
    """
    block = document.blocks[0]
    if start >= block.end or len(block.text) < _STORY:
        return False
    head = document.view[block.start : start]
    return len(head) <= HEADLINE_LIMIT and head.isalnum() and tag(split_words(head)[-1]).startswith("v")
