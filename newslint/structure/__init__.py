"""What each line of a page is: where its articles begin, and which lines are headline, byline, paragraph and so on."""

from newslint.structure.blocks import Block, label_blocks
from newslint.structure.lines import HEADLINE_LIMIT, BlockKind, Label, Line
from newslint.structure.looks import is_terminal

__all__ = ["HEADLINE_LIMIT", "Block", "BlockKind", "Label", "Line", "is_terminal", "label_blocks"]
