"""Full-width digits and letters, and full-width marks inside numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.registry import Declared
from newslint.document import Document
from newslint.finding import Edit
from newslint.patterns import lazy

_DIGIT = "[０-９]"
_ALNUM = "[０-９Ａ-Ｚａ-ｚ]"
#: Digits and letters with the marks inside numbers and codes: １．６Ｌ, １２：３０, １，０００, ＣＢ－２, ５％.
_RUN = lazy(
    f"{_ALNUM}+(?:(?:(?<={_DIGIT})(?:[．：～]|，(?={_DIGIT}{{3}}(?!{_DIGIT})))(?={_DIGIT})|[．＠－／＋＆](?={_ALNUM})){_ALNUM}+)*(?:(?<={_DIGIT})％)?"
)
#: Anchors of full-width digits and letters.
WIDE = (
    "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
    "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ"
)
#: Anchors of numbers with full-width marks.
WIDE_MARKS = tuple(mark + digit for mark in "．：，" for digit in "0123456789")
_HALF = {ord(wide): ord(wide) - 0xFEE0 for wide in WIDE + "．：，－／＋＆％＠"}
#: From this many runs on, the whole text was set that way, which is one fault.
_MANY = 8
_UNITS = (
    "[多余]?(?:[万亿]|元|人|名|个|件|台|辆|吨|公[里斤顷]|家|亩|户|间|部|[平立]方|千[米克瓦]|套|册|头|株|份|张|棵|美|欧|"
    "日元|港元)"
)
_NUMBER_CHARS = frozenset("0123456789．，")
_NUMBER = lazy(
    # 3．5, but neither 1．2．3 nor the 1．1 that heads a line.
    r"(?<![0-9．.A-Za-z])(?<!^)(?<![\n\u3000 ])[0-9]+．[0-9]+(?![0-9．.])"
    # 12：30 where the words tell that it is the time of day: scores look the same.
    r"|(?:(?<=[午晨晚上早夜间每日天至到—～\-：])|(?<=[至到] )|(?<=时间))(?:[01]?[0-9]|2[0-4])：[0-5][0-9](?![0-9：])"
    r"|(?<![0-9：])(?:[01]?[0-9]|2[0-4])：[0-5][0-9](?=[—～\-至到](?:次?日)?(?:[01]?[0-9]|2[0-4])[：:][0-5][0-9]|左右|前后|许|开[始场放门幕]|起飞|发车|[以之]?[前后]|准时)"
    r"|(?<![0-9，．.A-Za-z])[1-9][0-9]{0,2}(?:，[0-9]{3})+(?=" + _UNITS + ")"
)


def fullwidth_alnum(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Full-width digits and letters: １２月, ＧＤＰ; each run, or one match for a text that has many."""
    edits = [Edit(run.start(), run.end(), run[0].translate(_HALF)) for run in _RUN.finditer(document.view)]
    if len(edits) >= _MANY:
        start, end, half = edits[0]
        yield Match(start, end, half, tuple(edits), {"count": len(edits)}, message="many")
        return
    for start, end, half in edits:
        yield Match(start, end, half)


def fullwidth_number(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Numbers of half-width digits with full-width marks in them: 3．5, 上午9：30, 1，000元."""
    view = document.view
    reached = first = last = 0
    tried = -1
    for mark in hits:
        start = mark.start
        while start > reached and start != last and view[start - 1] in _NUMBER_CHARS:
            start -= 1
        if start == last:  # in one run with the last mark
            start = max(first, reached)
        while start < mark.start and view[start] in "．，":
            start += 1
        first, last = start, mark.start
        if start in (tried, mark.start):
            continue
        tried = start
        found = _NUMBER.match(view, start)
        # A half-width mark that the view shows full-width is another fault.
        if found and document.text[start : found.end()] == found[0]:
            reached = found.end()
            yield Match(found.start(), found.end(), found[0].translate(_HALF))


CHECKS: Mapping[str, Declared] = {
    "fullwidth-alnum": AnchorCheck(fullwidth_alnum, WIDE, values=["count"], messages=["many"]),
    "fullwidth-number": AnchorCheck(fullwidth_number, WIDE_MARKS),
}
