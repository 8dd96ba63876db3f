"""Characters that have no place in a Chinese newspaper text, found by their class.

The rare characters of the document are asked first: in nearly every text none of them is here, and nothing is searched.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newslint.checks.characters.forms import PLAIN_FORMS
from newslint.checks.characters.signed_lines import lines_with
from newslint.checks.check import Hit, Match
from newslint.checks.options import Options
from newslint.chinese.characters import is_han
from newslint.chinese.invisible import names
from newslint.document import Document
from newslint.patterns import lazy

_EMOJI = (
    "\U0001f1e6-\U0001f1ff\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f900-\U0001faff"
    "\u231a\u231b\u23e9-\u23f3\u2705\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u2b50\u2b55"
)
#: Signs that become pictures only before the variation selector U+FE0F.
_PICTURES = (
    "#*0-9\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2934\u2935\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299"
)
#: Scripts in which joiners and direction marks do real work: Hebrew to Myanmar, Khmer and Mongolian.
_JOINED = "\u0590-\u109f\u1780-\u18af\ua840-\uabff\ufb1d-\ufdff\ufe70-\ufefc"
_JOINED_LETTER = lazy(f"[{_JOINED}]")
#: How far from a direction mark a letter of such a script may stand, in characters.
_NEAR = 20

_PATTERNS = {
    "bom": lazy("\ufeff+"),
    "zero-width": lazy(
        "(?:[\u034f\u200b\u2060-\u2064]|(?<![\u1800-\u18af])\u180e"
        f"|(?<![{_JOINED}{_EMOJI}\ufe0f\u2600-\u27bf])[\u200c\u200d]|(?<=[{_EMOJI}\ufe0f\u2600-\u27bf])\u200d(?![{_EMOJI}\u2190-\u2bff]))+"
    ),
    "control": lazy("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]+"),
    "direction": lazy(
        "[\u00ad\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]+|(?<=[\u4e00-\u9fff])\u00ac(?=[\u4e00-\u9fff])"
    ),
    "private-use": lazy("[\ue000-\uf8ff\U000f0000-\U0010fffd]+"),
    "replacement": lazy("[\ufffc\ufffd]+"),
    "halfwidth-kana": lazy("[\uff61-\uff9f]+"),
    "combining": lazy("[^\\W\\d_][\u0300-\u036f]+|[\u3041-\u30ff][\u3099\u309a]"),
    "form": lazy(f"[{''.join(PLAIN_FORMS)}]+(?!\ufe0f)|(?<=[0-9])\u201a(?=[0-9]{{3}})"),
    "emoji": lazy(
        f"(?:(?:[{_EMOJI}]|[{_PICTURES}]\ufe0f)[\ufe0f\u20e3\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*)+"
    ),
}
#: The characters of which every match of these patterns has one, among the rare ones of the text.
_SIGNS = _PATTERNS | {
    "zero-width": lazy("[\u034f\u180e\u200b-\u200d\u2060-\u2064]"),
    "direction": lazy("[\u00ac\u00ad\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]"),
    "combining": lazy("[\u0300-\u036f\u3099\u309a]"),
    "form": lazy(f"[{''.join(PLAIN_FORMS)}\u201a]"),
    "emoji": lazy(f"[{_EMOJI}\ufe0f]"),
}
#: Controls at which a line of the source ended.
_LINE_CONTROLS = frozenset("\x0b\x0c\x85\u2028\u2029")


class Characters:
    """Options: ``fault``, the class of characters that this rule reports, a run of them at a time:

    - ``bom``: U+FEFF in the text;
    - ``zero-width``: characters without width, those that join emoji or letters of other scripts left alone;
    - ``control``: control characters, line separators included;
    - ``direction``: soft hyphens and direction marks, those beside Hebrew, Arabic and the like left alone;
    - ``private-use``: characters that only one paper's fonts know;
    - ``replacement``: U+FFFD and U+FFFC, which stand for what was lost;
    - ``halfwidth-kana``: half-width kana and half-width 。「」、;
    - ``combining``: a letter and its accent as two characters where one exists;
    - ``form``: marks in their vertical, small or low form;
    - ``emoji``: pictures.

    ``{names}`` in the message names the characters, ``{count}`` says how many there are.
    """

    anchors: Sequence[str] = ()

    @staticmethod
    def gate(document: Document) -> bool:
        """Whether the text holds any character that one of the classes could hold."""
        return bool(document.rare) and document.once(_rare)

    def __init__(self, options: Options) -> None:
        self._fault = options.choice("fault", _PATTERNS)
        self._signs = _SIGNS[self._fault]
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the runs of the chosen class in what is prose, in order."""
        signs = self._signs.findall("".join(document.rare))
        if not signs:
            return
        text = document.text
        starts = [span.start for span in document.masked]
        # No match leaves its line.
        lines = lines_with(text, [char for sign in signs for char in sign])
        for run in (run for line in lines for run in _PATTERNS[self._fault].finditer(text, *line)):
            start, end = run.span()
            inside = bisect_right(starts, start) - 1
            if inside >= 0 and start < document.masked[inside].end:
                continue
            replacement = _REPLACEMENTS[self._fault](text, start, end)
            if replacement == run[0] or (self._fault == "direction" and _is_needed(text, start, end)):
                continue
            yield Match(start, end, replacement, values={"names": names(run[0]), "count": end - start})


_ODD = lazy(
    "[^\t\n\r -~\u00a0-\u00ab\u00ae-\u02ff\u0370-\u0590\u1e00-\u1eff\u2010-\u2019\u201b-\u2027\u2030-\u203b\u203d-"
    "\u2046\u204a-\u205e\u2070-\u22ff\u2460-\u24ff"
    "\u2500-\u25ff\u3000-\u301c\u3020-\u3098\u309b-\u33ff\ufe0f\uff01-\uff60\uffe0-\uffe6]"
)


def _rare(document: Document) -> bool:
    # All of the classes lie beyond GB 2312 but the controls; signs that it has are pictures only before U+FE0F.
    rare = "".join(char for char in document.rare if not "\u3400" <= char <= "\u9fff")
    return _ODD.search(rare) is not None or "\ufe0f" in rare


def _is_needed(text: str, start: int, end: int) -> bool:
    return _JOINED_LETTER.search(text, max(0, start - _NEAR), end + _NEAR) is not None


def _nothing(text: str, start: int, end: int) -> None:
    return None


def _deletion(text: str, start: int, end: int) -> str:
    return ""


def _control(text: str, start: int, end: int) -> str:
    """Return what a run of controls stood for: a line end, a mark that Windows keeps there, or nothing."""
    run = text[start:end]
    if not _LINE_CONTROLS.isdisjoint(run):
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        alone = not text[first:start].strip() or not text[end : last if last >= 0 else len(text)].strip()
        return "" if alone else "\n"
    return bytes(ord(char) for char in run if ord(char) >= 0x80).decode("cp1252", "ignore")


def _kana(text: str, start: int, end: int) -> str:
    between_han = end - start == 1 and is_han(text[start - 1 : start] or " ") and is_han(text[end : end + 1] or " ")
    return "·" if text[start:end] == "\uff65" and between_han else unicodedata.normalize("NFKC", text[start:end])


def _composed(text: str, start: int, end: int) -> str:
    return unicodedata.normalize("NFC", text[start:end])


def _plain(text: str, start: int, end: int) -> str:
    digits = text[max(0, start - 1) : start].isdigit() and text[end : end + 1].isdigit()
    if digits and text[start:end] in ("\ufe30", "\ufe13", "\ufe55"):
        return "∶"
    return "".join(PLAIN_FORMS.get(char, ",") for char in text[start:end])


_REPLACEMENTS = {
    "bom": _deletion,
    "zero-width": _deletion,
    "control": _control,
    "direction": _deletion,
    "private-use": _nothing,
    "replacement": _nothing,
    "halfwidth-kana": _kana,
    "combining": _composed,
    "form": _plain,
    "emoji": _nothing,
}
