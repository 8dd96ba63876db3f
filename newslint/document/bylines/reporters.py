"""Reporters named before or in running text: 本报记者张三报道, 记者李四、通讯员王五昨日从市卫健委获悉.

No bracket shows where the names end, and 记者从…, 记者日前… are far commoner than names, so a name counts only if the
text after it shows that it has ended. Offsets are code points of the text.
"""

import re
from itertools import pairwise

from newslint.chinese import names
from newslint.chinese.characters import HAN_LETTER
from newslint.document.bylines import roles
from newslint.document.bylines.byline_parts import Credit, Person, Reading, Slip
from newslint.document.bylines.misspelt_roles import right_role, typos
from newslint.patterns import lazy

_REACH = 120
_PADDED = lazy(rf"({HAN_LETTER})[ 　]+({HAN_LETTER})(?=[ 　、，：；。（(）)]|$)")
_DOTTED = lazy(rf"{HAN_LETTER}{{1,8}}(?:[·•]{HAN_LETTER}{{1,8}}?)+")
_REPORTS = lazy("(?:摄影)?报道|摄(?:影)?(?:$|[）)])")
_ACTION = lazy("[ 　]?((?:摄影|采访|综合|独家|联合)?报道|文[/／]图|图[/／]文|摄影?(?=[ 　，。]|$))")
_COLUMNS = "手[记札]|观察|调查|述评|来信|体验|节|证|站|们|会|团|问"
#: What certainly ends a name, what probably ends it, and what looks like the start of a name but is none.
_SURE_END = lazy(
    rf"$|[ 　\t\n、，：；。,:;（(）)\]】/／|｜“”‘《\d０-９]|报道|摄|采写|整理|文[/／]|图[/／]|发自|{roles.OWN}|"
    "(?:见习|实习|特约|首席|全媒体|融媒体)*(?:记者|通讯员|实习生)"
)
_LIKELY_END = lazy(
    "昨[日天晚夜]|今[日天晨晚]|日前|近日|近期|连日|当[日天晚]|从|在|获悉|了解|来到|走进|前往|赶到|赴|独家|专访|采访|就|"
    "[一二三四五六七八九十]{1,3}[日月]"
)
_NO_NAME = lazy(
    f"{_COLUMNS}|于[昨今近日\\d当前是]|从|向|随|连[日续夜]|方才|时[隔而常下]|全程|曾|经[过由]|查|和|同[时样]|对|就|在|通过|相[关继约]|"
    "都|后[来续]|应|高兴|安排|首[先次]|先[后是]|再[次度]|多|现场|近[日期]|来[到自]|得[知悉]|跟|路[过经]|单独|万|百|千|专访|获|"
    "了解|注意|发现|看|见|走|采访|探|拨|致|联系|梳理|赶|抵|到|何[时地以为处]|华|常[常年在]|平[时均]|明[确显]|易|满|容易|强调|"
    "解[释读]|项|成[功为]|温|关[于注]|安[全装]|元|古|充|终|当|步|别|能|要|追[问踪访]|访[问谈]|[一今昨日上下前最还也又不没]|"
    "根据|按|接|为|把|被|将|与|及|或|等"
)
_OUTLET_BEFORE_ROLE = lazy(rf"{roles.OUTLET}[ 　]?(?=(?:\S{{2,4}})?(?:记者|通讯员))")


def read_reporters(text: str, start: int) -> Reading | None:
    """Read roles and names in running text from ``start``; None if no name is certain."""
    found: list[Credit] = []
    slips: list[Slip] = []
    end = at = start
    while True:
        at = _skip(text, at, " 　、，" if found else " 　")
        mark = roles.prose_role(text, at)
        if mark is None:
            limit = at + 40
            named = text.find("记者", at, limit) >= 0 or text.find("通讯员", at, limit) >= 0
            if not named or not roles.may_name_outlet(text, at, limit):
                break
            outlet = _OUTLET_BEFORE_ROLE.match(text, at, limit)
            mark = roles.prose_role(text, outlet.end()) if outlet else None
        if mark is None:
            break
        people, stop = read_people(text, mark.end(), min(len(text), mark.end() + _REACH))
        if not people:
            break
        found.append(credit(text, right_role(mark["base"]), (at, mark.end()), people))
        slips += [Slip("role-typo", *typo) for typo in typos(mark)]
        end = at = stop
    if not found:
        return None
    action = _ACTION.match(text, end)
    if action:
        found[-1] = found[-1]._replace(action=action[1], action_span=action.span(1))
        end = action.end()
    return Reading(tuple(found), tuple(slips), end)


def read_people(text: str, start: int, end: int) -> tuple[tuple[Person, ...], int]:
    """Read the names at ``start`` in running text; the second value is the end of the last one."""
    people: list[Person] = []
    pos = _skip(text, start, " 　\t")
    last = start
    while pos < end:
        stop = _name_end(text, pos, end)
        if not stop:
            break
        people.append(Person(names.unpadded(text[pos:stop]), pos, stop))
        last = stop
        pos = _skip(text, stop, " 　、")
        if pos == stop:
            break
    return tuple(people), last


def credit(text: str, role: str, span: tuple[int, int], people: tuple[Person, ...]) -> Credit:
    """Return the credit of ``people`` after a role at ``span``, without an action."""
    gaps = tuple([text[a.end : b.start] for a, b in pairwise(people)])
    last = people[-1].end
    return Credit(role, span, people, gaps, text[span[1] : people[0].start], "", (last, last))


def _name_end(text: str, pos: int, end: int) -> int:
    """Return the end of the name that begins at ``pos``; 0 if there is none for certain."""
    if roles.PROSE_ROLE.match(text, pos, end):
        return 0
    dotted = _DOTTED.match(text, pos, end)
    if dotted:
        # The last part is matched lazily: it grows until something ends it.
        for stop in range(dotted.end(), min(end, dotted.end() + 8) + 1):
            if _SURE_END.match(text, stop) and names.is_dotted(text[pos:stop]):
                return stop
    # An everyday word, or no surname at all: then only 报道 or 摄 proves a name.
    weak = _NO_NAME.match(text, pos) is not None
    padded = _PADDED.match(text, pos, end)
    if padded and names.surname(padded[1]) and not weak:
        end_of_name: int = padded.end()
        return end_of_name
    family = names.surname(text[pos : pos + 2])
    for size in (len(family) + 2, len(family) + 1) if family else (3, 2):
        stop = pos + size
        name = text[pos:stop]
        if stop > end or not names.is_plain(name):
            continue
        if weak or not family:
            if _REPORTS.match(text, stop) and not re.match(_COLUMNS, name):
                return stop
        elif _SURE_END.match(text, stop) or (names.is_common(name) and _LIKELY_END.match(text, stop)):
            return stop
    return 0


def _skip(text: str, pos: int, chars: str) -> int:
    while pos < len(text) and text[pos] in chars:
        pos += 1
    return pos
