"""The fields of a Word document: codes that nobody sees, and results that Word writes anew."""

from __future__ import annotations

from newslint.readers.word.names import FIELD_MARK, Element, W

_KIND = W + "fldCharType"
_CODE, _RESULT = "code", "result"


class Fields:
    """The fields that are open while a part is walked through. A field that never ends is none: it hides nothing."""

    def __init__(self, root: Element) -> None:
        self._marks: dict[Element, str] = {}
        self._open: list[str] = []
        begun: list[list[Element]] = []
        for mark in root.iter(FIELD_MARK):
            kind = mark.get(_KIND)
            if kind == "begin":
                begun.append([mark])
            elif begun:
                begun[-1].append(mark)
                if kind == "end":
                    self._marks.update((one, one.get(_KIND, "")) for one in begun.pop())

    def meet(self, mark: Element) -> None:
        """Pass a mark that begins a field, its result, or ends it."""
        kind = self._marks.get(mark)
        if kind == "begin":
            self._open.append(_CODE)
        elif kind == "separate" and self._open:
            self._open[-1] = _RESULT
        elif kind == "end" and self._open:
            self._open.pop()

    def enter(self) -> None:
        """Enter the result of a field that is one element."""
        self._open.append(_RESULT)

    def leave(self) -> None:
        """Leave it."""
        self._open.pop()

    @property
    def hides(self) -> bool:
        """True in the code of a field."""
        return _CODE in self._open

    @property
    def seals(self) -> bool:
        """True in a field."""
        return bool(self._open)
