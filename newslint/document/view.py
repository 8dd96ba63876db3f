"""The text as rules read it: what is not prose masked, half-width marks in Chinese full-width, offsets unchanged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from newslint.chinese.garbled import Garbled
from newslint.document.marks.dots import decided_dots
from newslint.document.marks.width import unfold
from newslint.document.spans import Span, touching
from newslint.patterns import lazy

#: The substitute for each character that is not prose; no rule matches it.
MASK = "\ufffc"
#: The substitute for the first character of garbled text, for the rule that reports it.
GARBLED = "\ufffb"
#: Emoticons: :-) and, where no bracket is open, :).
_EMOTICON_SIGNS = (":-", ";-", ":)", ";)", ":(", ";(", ":'")
_EMOTICON = lazy(r"[:;]['’]?-[()DPpOo/|*]+(?![A-Za-z\-])|[:;]['’]?\)+|[:;]['’]?\((?![\w(（])")
_OPEN, _CLOSED = lazy(r"[(（][^()（）\n]*\Z"), lazy(r"[^()（）\n]*[)）]")
#: What is in brackets has so many characters at most.
_BRACKETED = 500
_LONE_RETURN = lazy(r"\r(?!\n)")
_NOT_PROSE = lazy(
    r"(?:https?|ftp)://[A-Za-z0-9\-._~:/?#\[\]@!$&'*+,;=%]+"
    r"|www\.[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]+"
    # Only from the start of a run of Latin letters, which may be a whole picture: data:image/png;base64,….
    r"|(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]++@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+"
)
_NO_CONTROLS = bytes(code for code in range(256) if 32 <= code != 127 or code in b"\t\n\r")
_NO_END = lazy(r"[^\r\n]")
#: From this many characters beyond GB 2312 on, the others are found all at once.
_MANY_RARE = 12


def masked_spans(text: str, known: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Return the spans that are not prose, in order and disjoint: those ``known`` from the format or as garbled, URLs,
    e-mail addresses and emoticons.
    """
    spans = [*known]
    if any(sign in text for sign in _EMOTICON_SIGNS):
        spans.extend(match.span() for match in _EMOTICON.finditer(text) if not _is_bracket(text, *match.span()))
    if "." in text and ("://" in text or "www." in text or "@" in text):
        spans.extend(match.span() for match in _NOT_PROSE.finditer(text))
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(end, joined[-1].end))
        elif start < end:
            joined.append(Span(start, end))
    return tuple(joined)


def _is_bracket(text: str, start: int, end: int) -> bool:
    """Return True if what looks like an emoticon may be a colon and one half of a pair of brackets."""
    if "-" in text[start:end]:
        return False
    if text[end - 1] == ")":
        before = text[max(0, start - _BRACKETED) : start]
        return _OPEN.search(before) is not None
    return _CLOSED.match(text, end, end + _BRACKETED) is not None


def read_dots(text: str, masked: Sequence[Span]) -> Mapping[int, str]:
    """Return the marks that dots of the Latin keyboard between Chinese characters stand for, 。 or ·, by offset."""
    if "." not in text and "．" not in text:
        return {}
    told = decided_dots(text)
    is_masked = touching(masked)
    return {at: mark for at, mark in told if not is_masked(at, at + 1)}


def view_of(
    text: str, masked: Sequence[Span], folded: Sequence[int], dots: Mapping[int, str], garbled: Sequence[Garbled] = ()
) -> str:
    """Return ``text`` with folded marks full-width, masked spans masked, and CR line ends as line feeds.

    The ``garbled`` spans, which are masked too, begin with ``GARBLED``.
    """
    view = unfold(text, folded, [at for at, mark in dots.items() if mark == "·"])
    if "\r" in view:
        view = _LONE_RETURN.sub("\n", view)
    if not masked:
        return view
    parts = []
    last = 0
    for start, end in masked:
        parts.append(view[last:start])
        hidden = view[start:end]
        has_ends = "\n" in hidden or "\r" in hidden
        parts.append(_NO_END.sub(MASK, hidden) if has_ends else MASK * len(hidden))
        last = end
    parts.append(view[last:])
    view = "".join(parts)
    if garbled:
        starts = [0, *(start + 1 for start, _, _ in garbled)]
        ends = [*(start for start, _, _ in garbled), len(view)]
        view = GARBLED.join(view[start:end] for start, end in zip(starts, ends, strict=True))
    return view


def rare_characters(text: str, classes: bytes, stretches: Iterable[tuple[int, int]]) -> frozenset[str]:
    """Return the distinct characters of ``text`` that are not in GB 2312, and control characters.

    The dash and the interpunct, which GB 2312 maps to other code points, are not included. ``stretches`` split the
    text.
    """
    found = set(classes.translate(None, _NO_CONTROLS).decode("latin-1"))
    for start, end in stretches:
        found.update(_beyond_gb2312(text[start:end]))
    return frozenset(found)


def _beyond_gb2312(text: str) -> set[str]:
    rest = text.replace("—", "").replace("·", "")
    found = set()
    for _ in range(_MANY_RARE):
        try:
            rest.encode("gb2312")
        except UnicodeEncodeError as error:
            char = rest[error.start]
            found.add(char)
            rest = rest[error.start :].replace(char, "")
        else:
            return found
    known = rest.encode("gb2312", "ignore").decode("gb2312")
    return found.union(set(rest).difference(known))
