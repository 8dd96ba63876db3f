"""The grammar of newspaper bylines: 消息头 (本报讯), 电头 (某某社北京4月18日电) and 署名 (记者 某某 通讯员 某某).

``parse_opening`` is for the beginning of a paragraph, ``parse_signature`` for a paragraph that is only a signature,
``parse_tail`` for a signature in brackets at the end of a paragraph. Each takes text in the width-normalised view,
tries the cheapest test first, and returns None if there is no byline. Faults in a byline are recorded as ``Slip``, not
judged. Offsets are code points of the text.
"""

from typing import NamedTuple

from newslint.chinese import names
from newslint.document.bylines import roles
from newslint.document.bylines.byline_parts import Bracket, Byline, Credit, Head, Reading, Slip, duplicates
from newslint.document.bylines.credits import read_credits
from newslint.document.bylines.heads import REACH, read_head
from newslint.document.bylines.reporters import credit, read_people, read_reporters
from newslint.patterns import lazy

_LEADS = frozenset(" 　\t■□◎●○▲△◆◇★☆▌│┃")
_LEAD = lazy(r"[ 　\t■□◎●○▲△◆◇★☆▌│┃]*")
_STOPS = "，。；！？“”…\n"
_STOP = lazy(f"[{_STOPS}]")
# What is looked for begins with these characters, which the search finds at once.
_SIGNS, _WORDS = "讯电记作文图摄编校责策统撰来审主剪视制", "消息|报道|通讯员|实习生|评论员"
_OPENS = lazy(f"[{_SIGNS}]|{_WORDS}")
_OPENS_OR_STOPS = lazy(f"[{_SIGNS}{_STOPS}]|{_WORDS}")
_HEADS = lazy(r"讯|电|（|\(|消息|报道")
_CLOSES = lazy("记|编|摄|文|图|稿|电|校|译|通讯员|实习|采写|报道|作者|策划|统筹|来源|撰|视频|制")
_SENTENCE_END = lazy("[。！？“”]")
_LONGEST = 160
_BLANKS = " 　\t\r\n"
_OPEN = "（(【[［〔"
_OPENERS = frozenset(_OPEN)
_CLOSE = "）)】]］〕"
_TAILS = frozenset(_CLOSE + _BLANKS)
_BRACKETS = lazy(r"[（(【\[［〔）)】\]］〕\n]")
_PARTNERS = {"（": "）)", "(": "）)", "【": "】", "[": "]］", "［": "]］", "〔": "〕"}
_STRAY = ("，", "、", "。", "；", ",")
_GAP = lazy(r"[ 　]*([，、。；：,])?[ 　]*(?=[（(【\[])")
# Signs that a bracket contains running text, not a list of names.
_RUNNING = lazy(r"[。“”《》？！\d０-９]|昨[日天]|今[日天]|日前|近日")


def parse_opening(text: str) -> Byline | None:
    """Parse the byline at the start of ``text``, a paragraph or line."""
    start = _LEAD.match(text).end() if text[:1] in _LEADS else 0
    if text[start : start + 1] in _OPENERS:
        if not _OPENS.search(text, start, start + REACH):
            return None
        return _bracketed(text, start, None) or _wrapped_head(text, start)
    # The sign of a byline is in the first clause.
    sign = _OPENS_OR_STOPS.search(text, start, start + REACH)
    if sign is None or sign[0] in _STOPS:
        return None
    stop = _STOP.search(text, sign.start(), start + REACH)
    first = stop.start() if stop else start + REACH
    # A head is within the first clause; a bracket after it may be its only sign.
    head = read_head(text, start, len(text)) if _HEADS.search(text, start, first) else None
    found = _after_head(text, head) if head else None
    if found is not None:
        return found
    return _bare_line(text, start) or _reporters(text, start)


def parse_signature(text: str) -> Byline | None:
    """Parse a paragraph that is only a closing signature, with or without brackets."""
    if len(text) > _LONGEST or not _CLOSES.search(text) or _SENTENCE_END.search(text):
        return None
    start = _LEAD.match(text).end()
    end = len(text.rstrip(_BLANKS))
    if end - start < 2:
        return None
    if text[start] in _OPEN:
        return _closed(text, start, end)
    found = _read_inside(text, start, end)
    return _build(text, "signature", start, end, found) if found and found.credits else None


def parse_tail(text: str) -> Byline | None:
    """Parse a signature in brackets at the very end of a paragraph."""
    if text[-1:] not in _TAILS:
        return None
    end = len(text.rstrip(_BLANKS))
    if not end or text[end - 1] not in _CLOSE:
        return None
    low = max(0, end - _LONGEST)
    start = max(text.rfind(mark, low, end) for mark in _OPEN)
    if start < 0 or not _CLOSES.search(text, start, end) or _SENTENCE_END.search(text, start, end):
        return None
    return _closed(text, start, end)


class _Inside(NamedTuple):
    """The content of a text that is a byline to its end."""

    head: Head | None
    credits: tuple[Credit, ...]
    slips: tuple[Slip, ...]


def _read_inside(text: str, start: int, end: int) -> _Inside | None:
    """Read all of text[start:end] as a head, or credits, or both."""
    head = read_head(text, start, end)
    at = start
    if head is not None and head.mark:
        at = head.end
        if not text[at:end].strip(_BLANKS + "，、"):
            return _Inside(head, (), ())
    reading = read_credits(text, at, end, telling=True)
    if reading is None or not _tells_role(reading) or not _is_credible(text, start, reading):
        return None
    return _Inside(head if at > start else None, reading.credits, reading.slips)


def _closed(text: str, start: int, end: int) -> Byline | None:
    """Read the signature between the bracket at ``start`` and the one just before ``end``."""
    if text[end - 1] not in _CLOSE:
        return None
    found = _read_inside(text, start + 1, end - 1)
    if found is None:
        return None
    return _build(text, "signature", start, end, found, bracket=Bracket(start, end - 1))


def _build(
    text: str, kind: str, start: int, end: int, found: _Inside, *more: Slip, bracket: Bracket | None = None
) -> Byline:
    """Make a byline, with the slips of all its parts in order."""
    slips = [*(found.head.slips if found.head else ()), *found.slips, *more]
    slips += duplicates(text, found.credits) if found.credits else ()
    if bracket and bracket.open >= 0 and bracket.close >= 0:
        right = _PARTNERS[text[bracket.open]]
        if text[bracket.close] not in right:
            slips.append(Slip("mismatched-bracket", bracket.close, bracket.close + 1, right[0]))
        if kind != "signature" and text[end : end + 1] in _STRAY:
            slips.append(Slip("stray-mark", end, end + 1))
    slips.sort(key=lambda slip: (slip.start, slip.end, slip.kind))
    return Byline(kind, start, end, found.head, bracket, found.credits, tuple(slips))


def _tells_role(reading: Reading) -> bool:
    return bool([each for each in reading.credits if each.role or each.action])


def _is_credible(text: str, start: int, reading: Reading) -> bool:
    """Return True if the names are plausible without a head or round brackets: 总编辑圈点 names nobody."""
    return (start > 0 and text[start - 1] in "（(") or all(
        names.surname(credit.people[0].name) or credit.lead or credit.action or names.is_dotted(credit.people[0].name)
        for credit in reading.credits
        if credit.people
    )


def _after_head(text: str, head: Head) -> Byline | None:
    """Read the credits after a head; None if the head is a mere name and nothing follows."""
    gap = _GAP.match(text, head.end)
    if gap:
        stray = (Slip("stray-mark", *gap.span(1)),) if gap[1] in _STRAY else ()
        found = _bracketed(text, gap.end(), head, *stray)
        if found and (head.mark or text[found.end : found.end + 1] not in _STRAY):
            return found
    if not head.mark:
        return None
    reading = read_reporters(text, head.end)
    if reading is None:
        return _build(text, head.kind, head.start, head.end, _Inside(head, (), ()))
    return _open_ended(text, head.kind, head.start, head, reading)


def _open_ended(text: str, kind: str, start: int, head: Head | None, reading: Reading) -> Byline:
    """Make a byline of credits without an opening bracket."""
    end = reading.end
    inside = _Inside(head, reading.credits, reading.slips)
    if text[end : end + 1] in ("）", ")") and not any(mark in text[start:end] for mark in "（("):
        return _build(text, kind, start, end + 1, inside, Slip("unopened", end, end + 1), bracket=Bracket(-1, end))
    return _build(text, kind, start, end, inside)


def _bracketed(text: str, start: int, head: Head | None, *more: Slip) -> Byline | None:
    """Read the credits in the bracket that opens at ``start``."""
    kind = head.kind if head else "credits"
    begin = head.start if head else start
    mark = head.mark[-1:] if head else ""
    # The next bracket of any kind: another opening one means that this one was never closed.
    other = _BRACKETS.search(text, start + 1, start + _LONGEST)
    if other and other[0] in _CLOSE:
        close = other.start()
        bracket = Bracket(start, close)
        reading = read_credits(text, start + 1, close, trusted=mark == "电")
        if (
            reading
            and (_tells_role(reading) or mark in ("电", "讯"))
            and (head or _is_credible(text, start + 1, reading))
        ):
            if head or any(credit.people for credit in reading.credits) or reading.credits[0].role == "来源":
                inside = _Inside(head, reading.credits, reading.slips)
                return _build(text, kind, begin, close + 1, inside, *more, bracket=bracket)
            return None
        whole = _read_inside(text, start + 1, close) if head is None else None
        if whole and whole.head and whole.credits:
            return _build(text, whole.head.kind, start, close + 1, whole, bracket=bracket)
        if not _RUNNING.search(text, start + 1, close):
            # The bracket is complete, but contains more than this grammar knows.
            reading = read_reporters(text, start + 1)
            if reading is None:
                return None
            inside = _Inside(head, reading.credits, reading.slips)
            return _build(text, kind, begin, close + 1, inside, *more, bracket=bracket)
    reading = read_reporters(text, start + 1)
    if reading is None and mark in ("电", "讯"):
        people, end = read_people(text, start + 1, min(len(text), start + _LONGEST))
        if people:
            reading = Reading((credit(text, "", (start + 1, start + 1), people),), (), end)
    if reading is None:
        return None
    inside = _Inside(head, reading.credits, reading.slips)
    unclosed = Slip("unclosed", start, start + 1)
    return _build(text, kind, begin, reading.end, inside, unclosed, *more, bracket=Bracket(start, -1))


def _wrapped_head(text: str, start: int) -> Byline | None:
    """Read a head in brackets of its own: 【某某网讯】, （某某网讯）."""
    head = read_head(text, start + 1, len(text))
    if head is None or not head.mark or text[head.end : head.end + 1] not in tuple(_CLOSE):
        return None
    bracket = Bracket(start, head.end)
    gap = _GAP.match(text, head.end + 1)
    found = _bracketed(text, gap.end(), head) if gap else None
    if found:
        return Byline(head.kind, start, found.end, head, found.bracket, found.credits, found.slips)
    return _build(text, head.kind, start, head.end + 1, _Inside(head, (), ()), bracket=bracket)


def _bare_line(text: str, start: int) -> Byline | None:
    """Read a line that is credits to its end: 本报记者 某某 某某."""
    end = len(text.rstrip(_BLANKS))
    if not 2 <= end - start <= 100 or text[end - 1] in "。！？”…；":
        return None
    reading = read_credits(text, start, end, telling=True)
    if reading is None or not _tells_role(reading) or not _is_credible(text, start, reading):
        return None
    if not any(credit.people for credit in reading.credits):
        return None
    return _build(text, "credits", start, end, _Inside(None, reading.credits, reading.slips))


def _reporters(text: str, start: int) -> Byline | None:
    """Read 本报记者某某报道 and the like at the start of running text."""
    if not roles.names_reporter(text, start):
        return None
    reading = read_reporters(text, start)
    return _open_ended(text, "credits", start, None, reading) if reading else None
