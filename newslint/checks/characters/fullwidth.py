"""Full-width digits and letters, and full-width marks inside numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.check import Hit, Match
from newslint.checks.options import Options
from newslint.document import Document
from newslint.finding import Edit
from newslint.patterns import lazy

_DIGIT = "[０-９]"
_ALNUM = "[０-９Ａ-Ｚａ-ｚ]"
#: A run of them, with the marks inside numbers and codes: １．６Ｌ, １２：３０, １，０００, ＣＢ－２, ５％.
_RUN = lazy(
    f"{_ALNUM}+(?:(?:(?<={_DIGIT})(?:[．：～]|，(?={_DIGIT}{{3}}(?!{_DIGIT})))(?={_DIGIT})|[．＠－／＋＆](?={_ALNUM})){_ALNUM}+)*(?:(?<={_DIGIT})％)?"
)
_HALF = {
    ord(wide): ord(wide) - 0xFEE0
    for wide in (
        "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
        "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ．：，－／＋＆％＠"
    )
}
_SIGNS = frozenset(map(chr, _HALF)) - frozenset("．：，－／＋＆％＠")
#: From so many runs on the whole text was set that way, which is one fault.
_MANY = 8
_UNITS = (
    "[多余]?(?:[万亿]|元|人|名|个|件|台|辆|吨|公[里斤顷]|家|亩|户|间|部|[平立]方|千[米克瓦]|套|册|头|株|份|张|棵|美|欧|"
    "日元|港元)"
)
_INNER_MARKS = tuple(mark + digit for mark in "．：，" for digit in "0123456789")
_NUMBER_CHARS = frozenset("0123456789．，")
_NUMBER = lazy(
    # 3．5, but neither 1．2．3 nor the 1．1 that heads a line.
    r"(?<![0-9．.A-Za-z])(?<!^)(?<![\n\u3000 ])[0-9]+．[0-9]+(?![0-9．.])"
    # 12：30 where the words tell that it is the time of day: scores look the same.
    r"|(?:(?<=[午晨晚上早夜间每日天至到—～\-：])|(?<=[至到] )|(?<=时间))(?:[01]?[0-9]|2[0-4])：[0-5][0-9](?![0-9：])"
    r"|(?<![0-9：])(?:[01]?[0-9]|2[0-4])：[0-5][0-9](?=[—～\-至到](?:次?日)?(?:[01]?[0-9]|2[0-4])[：:][0-5][0-9]|左右|前后|许|开[始场放门幕]|起飞|发车|[以之]?[前后]|准时)"
    r"|(?<![0-9，．.A-Za-z])[1-9][0-9]{0,2}(?:，[0-9]{3})+(?=" + _UNITS + ")"
)


class FullWidth:
    """Options: ``fault``: ``alnum``, full-width digits and letters, each run, or once for a text that has many; or
    ``number``, a number of half-width digits with full-width marks in it (3．5, 上午9：30, 1，000元).

    ``{problem}`` in the message says what is wrong and what to write.
    """

    def __init__(self, options: Options) -> None:
        anchors = {"alnum": tuple(sorted(_SIGNS)), "number": _INNER_MARKS}
        self._fault = options.choice("fault", ("alnum", "number"))
        self.anchors: Sequence[str] = anchors[self._fault]
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the runs or numbers, in order."""
        return _alnum(document) if self._fault == "alnum" else _numbers(document, hits)


def _alnum(document: Document) -> Iterator[Match]:
    runs = [(match.span(), match[0], match[0].translate(_HALF)) for match in _RUN.finditer(document.view)]
    if len(runs) >= _MANY:
        (start, end), wide, half = runs[0]
        edits = tuple(Edit(*span, narrow) for span, _, narrow in runs)
        problem = f"全文有{len(runs)}处全角的字母数字（自“{wide}”起），应改为半角“{half}”；按一处差错计"
        yield Match(start, end, half, edits, {"problem": problem})
        return
    for (start, end), wide, half in runs:
        yield Match(start, end, half, values={"problem": f"全角的“{wide}”应为半角“{half}”"})


def _numbers(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    view = document.view
    reached = 0
    for mark in hits:
        start = mark.start
        while start > reached and view[start - 1] in _NUMBER_CHARS:
            start -= 1
        while start < mark.start and view[start] in "．，":
            start += 1
        found = _NUMBER.match(view, start) if start < mark.start else None
        # A half-width mark that the view shows full-width is another fault.
        if found and document.text[start : found.end()] == found[0]:
            reached = found.end()
            half = found[0].translate(_HALF)
            yield Match(*found.span(), half, values={"problem": f"数字里的标点用半角：“{found[0]}”应为“{half}”"})
