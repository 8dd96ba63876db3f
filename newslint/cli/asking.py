"""Fixes one by one: each is shown with its sentence before and after, and the editor decides."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from newslint.cli.output import show, window
from newslint.language import tr
from newslint.reports.changes import change_lines
from newslint.reports.characters import visible
from newslint.reports.text import message_lines, paint
from newslint.run.rewriting import Proposal

#: How much of a line is shown around the fix, in columns: about a sentence.
_SENTENCE = 72
#: How many characters around a place tell it from others with the same fault, when the text has changed meanwhile.
_AROUND = 12
#: What may be answered, in the languages of the program; what else is answered is asked again.
_ANSWERS = {
    **dict.fromkeys(("y", "yes", "是", "改"), "yes"),
    **dict.fromkeys(("n", "no", "否", "不改", ""), "no"),
    **dict.fromkeys(("a", "all", "都改", "全改"), "all"),
    **dict.fromkeys(("d", "none", "都不改"), "none"),
    **dict.fromkeys(("q", "quit", "退出", "停"), "quit"),
}

_Place = tuple[str, str, str, str, str]


class Editor:
    """Asks about each fix, and remembers the answers: a place is asked about once, though other fixes move it."""

    def __init__(self, *, colour: bool) -> None:
        self._colour = colour
        self._places: dict[_Place, bool] = {}
        self._rules: dict[str, bool] = {}
        self._has_left = False
        self._path = ""

    def wants(self, proposal: Proposal) -> bool:
        """Return True if the editor accepts a fix; False after “quit” and at the end of the input."""
        place = _place(proposal)
        if place not in self._places:
            self._places[place] = self._decides(proposal)
        return self._places[place]

    def _decides(self, proposal: Proposal) -> bool:
        code = proposal.finding.code
        if code in self._rules:
            return self._rules[code]
        if self._has_left:
            return False
        show("\n".join(self._shown(proposal)) + "\n", colour=self._colour)
        answer = self._answer()
        if answer in ("all", "none"):
            self._rules[code] = answer == "all"
        self._has_left = answer == "quit"
        return answer in ("yes", "all")

    def _answer(self) -> str:
        question = tr("改吗？[y] 改 [n] 不改 [a] 这条规则都改 [d] 这条规则都不改 [q] 到此为止：")
        while True:
            show(question)
            sys.stdout.flush()
            line = sys.stdin.readline()
            if not line:
                show("\n")
                return "quit"
            answer = _ANSWERS.get(line.strip().lower())
            if answer is not None:
                return answer

    def _shown(self, proposal: Proposal) -> Iterator[str]:
        """Yield the finding as the report has it, under its file if the one before was in another, and the change."""
        file, finding = proposal
        if file.path != self._path:
            self._path = file.path
            yield paint(visible(file.path), "1", self._colour)
        yield from message_lines(file, finding, colour=self._colour, columns=window(), fix=False)
        edits = finding.fix.edits if finding.fix else ()
        yield from change_lines(file, edits, colour=self._colour, columns=window(), around=_SENTENCE, places=False)


def _place(proposal: Proposal) -> _Place:
    text, finding = proposal.file.text, proposal.finding
    start, end = finding.start.offset, finding.end.offset
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return proposal.file.path, finding.code, before, text[start:end], after
