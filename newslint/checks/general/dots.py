"""A pattern that also finds the dots between Chinese characters which stand for one mark: a full stop or an
interpunct.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.general.pattern import Pattern
from newslint.checks.options import Options
from newslint.checks.registry import Declared
from newslint.document import Document


def dots_check(options: Options) -> AnchorCheck:
    """Return the check for the options of a pattern, ``mark`` and ``dots``.

    ``mark`` is 。 or ·, and ``dots`` are the characters that are reported where they stand for that mark. A match of
    the pattern at a dot that stands for the other mark is none.
    """
    mark = options.choice("mark", ("。", "·"))
    characters = options.text("dots")
    pattern = Pattern(options)
    options.done()

    def find(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        decided = document.dots
        own = [hit for hit in hits if hit.anchor < len(pattern.anchors)]
        patterned = [match for match in pattern.find(document, own) if match.start not in decided]
        found = (
            Match(at, at + 1, mark)
            for at, stands_for in decided.items()
            if stands_for == mark and document.text[at] in characters
        )
        return iter(sorted([*patterned, *found], key=attrgetter("start")))

    # The view shows a dot of the keyboard as the mark that it stands for.
    as_seen = tuple(mark if dot == "." else dot for dot in characters)
    return AnchorCheck(find, (*pattern.anchors, *as_seen), values=pattern.names, prove=pattern.prove)


CHECKS: Mapping[str, Declared] = {
    "dots": dots_check,
}
