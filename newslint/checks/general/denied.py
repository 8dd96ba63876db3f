"""Words that the house does not write, and what it writes instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.check import Hit, Match
from newslint.checks.options import OptionError, Options
from newslint.chinese import words
from newslint.chinese.segmentation import stands_alone
from newslint.document import Document
from newslint.language import tr

#: How common a denied word is taken to be at least: the house has said that it is a word, whatever the word list says
#: (我市).
_SAID = 3000


class DeniedWords:
    """Options: ``words``, a table from a word to what is written instead, empty where that is left to the editor.

    A word is passed over where its characters belong to other words. Of two that share characters, the one that begins
    first, and then the longer one, is reported. ``advice`` in the message is what to write.
    """

    def __init__(self, options: Options) -> None:
        self._words = options.pairs("words", {})
        options.done()
        if not all(self._words):
            raise OptionError("words", tr("不能有空的词，请补上或删去。"))
        self.anchors = tuple(self._words)

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the words that stand as words, left to right."""
        reached = 0
        for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
            frequency = max(_SAID, words.frequency(self.anchors[hit.anchor]))
            if hit.start < reached or not stands_alone(document.view, hit.start, hit.end, as_frequency=frequency):
                continue
            reached = hit.end
            instead = self._words[self.anchors[hit.anchor]]
            advice = f"应写作“{instead}”" if instead else "请改用别的说法"
            yield Match(hit.start, hit.end, instead or None, values={"advice": advice})
