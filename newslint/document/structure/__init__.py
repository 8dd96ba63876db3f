"""The structure of a page: where articles begin, and which lines are headline, byline, paragraph and so on."""

from newslint.document.structure.blocks import Block, label_blocks
from newslint.document.structure.drafts import HEADLINE_LIMIT, BlockKind, Label, Line
from newslint.document.structure.looks import is_terminal

__all__ = ["HEADLINE_LIMIT", "Block", "BlockKind", "Label", "Line", "is_terminal", "label_blocks"]
