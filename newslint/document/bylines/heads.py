"""The head of a news story: 本报讯, 本报某地4月18日讯, 某某社某地4月18日电, 据某某社电, 某某网消息, 本报综合消息.

A head is the name of an outlet, place and date if given, and a mark (讯, 电, 专电, 消息). Without place and date it
counts only if nothing else could be meant. Offsets are code points of the text.
"""

import re
from collections.abc import Iterator

from newslint.chinese.characters import HAN_LETTER
from newslint.document.bylines import roles
from newslint.document.bylines.byline_parts import Date, Head, Slip
from newslint.patterns import lazy

#: How far into a paragraph a head may reach, in code points.
REACH = 48

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")}
_DATE = (
    r"(?P<date>(?:[0-9０-９]{4}年)?(?:(?P<month>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})月)?"
    r"(?P<day>[0-9０-９]{1,2}|[一二三四五六七八九十廿]{1,3})日)"
)
# Words other than heads that begin with 讯, 电, 消息 or 报道.
_MARK = (
    "(?!讯[息问号飞员]|电[话视影报脑子器梯池动]|消息[称人面]|报道[称说指了的])"
    "(?P<mark>专电|特电|急电|快讯|特稿|电讯|消息|报道|电|讯)"
)
_MARKED = lazy("电|讯(?!员)|消息|报道")
#: Between a date and its mark there are an hour and a place at most: 18日电, 18日上午某地专电.
_DATED_AND_MARKED = lazy(r"\w日[\w· \u3000]{0,14}(?:电|讯(?!员)|消息|报道|特稿)")
_HOME_AGENCY = lazy(roles.HOME_AGENCY)
_OWN = lazy(roles.OWN)
_HOUR = "(?:[ 　]?(?:凌晨|清晨|早间|上午|午间|中午|下午|傍晚|晚间|晚|夜间|深夜))?[ 　]?"
_AFTER_NEWS = ("", "：", "（", "(", "【", " ", "　")

_OUTLET = rf"(?P<outlet>{roles.OUTLET})"
_CITE = "(?P<cite>据)?[ 　]?"
# No place is called 记者, and in 电据 or 讯综合 a crawler lost the space after the head.
_PLACE_LETTER = f"(?:(?!记者|通讯员|驻|电|讯|据|综合)(?:{HAN_LETTER}|·))"
_CLEAR = f"(?:(?!{HAN_LETTER})|(?=题[：:]))"

_DATED = lazy(
    rf"{_CITE}{_OUTLET}[ 　]?(?P<place>{_PLACE_LETTER}{{1,12}}?)??[ 　]?{_DATE}{_HOUR}"
    rf"(?P<late>(?!题){_PLACE_LETTER}{{2,8}}?)??{_MARK}"
)
_BARE = lazy(rf"(?P<cite>据)?(?P<place>{HAN_LETTER}{{2,6}})?{_DATE}(?P<mark>电|讯)(?=[：:（( 　])")
_OWN_MARKED = lazy(
    rf"(?P<outlet>{roles.OWN})[ 　]?(?P<roundup>综合)?"
    rf"(?P<mark>讯(?![息问号员])|电(?![话视影子器])|消息(?=[：:（( 　]|$)|报道{_CLEAR})"
)
_LOCAL = lazy(rf"(?P<outlet>{roles.OWN})(?P<place>{_PLACE_LETTER}{{2,6}}?){_MARK}{_CLEAR}")
_OUTLET_MARKED = lazy(rf"{_OUTLET}(?P<mark>讯)(?![息问号飞员])")
_ROUNDUP = lazy(
    rf"(?:{roles.OWN})?(?P<roundup>综合)(?P<outlet>{roles.HOME_AGENCY})(?:{HAN_LETTER}|、){{0,12}}?"
    r"(?P<mark>报道|消息|电)(?=[，。）：]|$)"
)
#: What may follow the mark of a head without a date.
_AFTER_PLAIN = "：:（(【[，） 　"
_PLAIN = lazy(rf"{_CITE}{_OUTLET}(?P<place>{_PLACE_LETTER}{{2,8}})??{_MARK}(?=[{re.escape(_AFTER_PLAIN)}]|$)")
_NAME = lazy(rf"{_OUTLET}[ 　]?(?:[（(]{roles.OUTLET}[）)])?(?=[（(])")


def read_head(text: str, start: int, end: int) -> Head | None:
    """Return the head that begins at ``start`` and ends before ``end``; None if there is none."""
    limit = min(end, start + REACH)
    for pattern in _candidates(text, start, limit):
        match = pattern.match(text, start, limit)
        if match:
            group = match.groupdict()
            if _is_head(text, match, group):
                return _head(match, group)
    return None


def _candidates(text: str, start: int, limit: int) -> Iterator[re.Pattern[str]]:
    """Yield the patterns whose signs are in text[start:limit], the most certain first."""
    found = list(_MARKED.finditer(text, start, limit))
    marks = {mark[0] for mark in found}
    if _DATED_AND_MARKED.search(text, start, limit):
        yield _DATED
        yield _BARE
    if text[start : start + 1] == "本" and (marks or text.find("特稿", start, limit) > 0):
        yield _OWN_MARKED
        yield _LOCAL
    if marks:
        if "讯" in marks:
            yield _OUTLET_MARKED
        if text.find("综合", start, limit) >= 0:
            yield _ROUNDUP
        if any(mark.end() == limit or text[mark.end()] in _AFTER_PLAIN for mark in found):
            yield _PLAIN
    if text.find("（", start, limit) > 0 or text.find("(", start, limit) > 0:
        yield _NAME


def _is_head(text: str, match: re.Match[str], group: dict[str, str | None]) -> bool:
    """Return True if a match is a head, not the 据某某报道 or 某某部门5日消息 of a sentence."""
    after = text[match.end() : match.end() + 1]
    if group.get("mark") not in ("消息", "报道"):
        return after != "，" or bool(group.get("date") or group.get("mark") == "讯")
    if group.get("roundup"):
        return True
    if group.get("cite"):
        return _HOME_AGENCY.fullmatch(match["outlet"]) is not None and after in ("", "，", "：")
    return bool(group.get("month")) or after in _AFTER_NEWS


def _head(match: re.Match[str], group: dict[str, str | None]) -> Head:
    outlet, mark, cite = group.get("outlet"), group.get("mark") or "", group.get("cite")
    slips = []
    date = None
    place = match.span("place") if group.get("place") else None
    if day := group.get("day"):
        date = Date(_number(group["month"] or ""), _number(day), *match.span("date"))
        if not date.possible or (group["month"] and not date.month):
            slips.append(Slip("impossible-date", date.start, date.end))
    if group.get("late"):
        if date and mark.endswith("电") and place is None:
            slips.append(Slip("dateline-order", date.start, match.end("late"), match["late"] + match["date"]))
        place = place or match.span("late")
    if cite:
        kind = "relay"
    elif group.get("roundup"):
        kind = "roundup"
    elif outlet and _OWN.match(outlet):
        kind = "own"
    else:
        kind = "agency" if mark.endswith("电") else "outlet"
    return Head(
        kind, match.start(), match.end(), match.span("outlet") if outlet else None, place, date, mark, tuple(slips)
    )


def _number(numeral: str) -> int:
    """Return a day or month in digits of either width or in Han (十八, 二十); 0 for none."""
    if not numeral or numeral.isdecimal():
        return int(numeral or 0)
    tens, ten, ones = numeral.replace("廿", "二十").rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)
