"""Who did what for an article: a list of roles and names, in brackets or on a line of its own.

``read_credits`` takes a text that must be credits to its end; ``reporters`` reads names in running text. Offsets are
code points of the text.
"""

from itertools import pairwise
from typing import NamedTuple

from newslint.chinese import names
from newslint.chinese.characters import HAN_LETTER
from newslint.document.bylines import roles
from newslint.document.bylines.byline_parts import Credit, Person, Reading, Slip
from newslint.document.bylines.credit_screen import BLANK, GAP, TOKEN, could_be_credits, is_unknown_outlet
from newslint.document.bylines.misspelt_roles import right_role, typos
from newslint.patterns import lazy

_CITY = (
    "北京|上海|天津|重庆|广州|深圳|南京|杭州|武汉|成都|西安|沈阳|大连|济南|青岛|郑州|长沙|合肥|南昌|福州|厦门|昆明|贵阳|南宁|海口|兰州|西宁|银川|"
    "乌鲁木齐|拉萨|呼和浩特|太原|石家庄|长春|哈尔滨|苏州|宁波|东莞|佛山|香港|澳门|台北|华盛顿|纽约|伦敦|巴黎|东京|柏林|莫斯科"
)
_WHERE = lazy(rf"发自{HAN_LETTER}{{2,8}}$|(?:{_CITY})(?=报道$)")
_NO_NAME = lazy(r"[A-Z]?\d{1,3}版|第?[\d一二三四五六七八九十]{1,3}版|等|和|与|及")
_NO_NAME_ENDS = frozenset("版等和与及")
_REPORTED = lazy(rf"{HAN_LETTER}{{2,5}}报道")
#: What every action that stands for a role contains: 摄, 报道, 文/图, 发自某地.
_DEED = lazy("文|图|摄|译|绘|报道|采写|采访|撰文|供图|供稿|编译|翻译|整理|制图|拍摄|出镜|综合|发自")
#: The last characters of actions that may be glued to a name, and a line feed, before which a pattern may end.
_ACTION_ENDS = frozenset("图文摄影道理写访稿译制镜合绘\n")
#: Ends of offices, whose names may begin with a surname: 后勤管理科 田一川/文. No given name ends so.
_OFFICE_ENDS = frozenset("科部处室办局所队站厅")
#: What no run of names contains.
_NEVER_GLUED = names.NOT_IN_NAMES | frozenset(GAP) - {"丨"}
_VOUCHING = ("记者", "通讯员", "实习生")


class _Trust(NamedTuple):
    """Which names need no known surname: pen names of two to four characters, and names of up to nine."""

    pen_names: bool
    long_names: bool


def read_credits(text: str, start: int, end: int, *, trusted: bool = False, telling: bool = False) -> Reading | None:
    """Read all of ``text[start:end]`` as credits; None if anything in it is neither role nor name nor outlet.

    Names without a role must begin with a known surname, unless names are expected here (``trusted``), as after a
    dateline. With ``telling``, bare names without a role or an action are not accepted.
    """
    if not could_be_credits(text, start, end, trusted):
        return None
    bracketed = text[start - 1 : start] in ("（", "(") if start else False
    marks = roles.find_roles(text, start, end)
    if telling and not marks and not _DEED.search(text, start, end):
        return None
    first = marks[0].start() if marks else end
    found: list[Credit] = []
    slips: list[Slip] = []
    outlet = first
    if text[start:first].strip(GAP):
        head = _read_head(text, start, first, bool(marks), trusted, slips)
        if head is None:
            return None
        outlet, credit = head
        found += credit
    for index, mark in enumerate(marks):
        stop = marks[index + 1].start() if index + 1 < len(marks) else end
        group = "base" if mark["base"] else "short" if mark["short"] else "pair"
        role = right_role(mark[group])
        slips += [Slip("role-typo", *typo) for typo in typos(mark)]
        span = (outlet, mark.end(group))
        outlet = stop
        if role in ("来源", "稿源"):
            # An outlet follows, whatever it looks like.
            found.append(Credit(role, span, (), (), "", "", (stop, stop)))
            continue
        if index + 1 < len(marks):
            outlet = _tail_outlet(text, mark.end(), stop)
        trust = _Trust(True, bracketed and role in _VOUCHING)
        segment = _read_segment(text, span[1], outlet, role, span, trust, slips)
        if segment is None:
            return None
        found += segment
    if not [credit for credit in found if credit.people or credit.role]:
        return None
    return Reading(tuple(found), tuple(slips), max([credit.end for credit in found]))


def _skip(text: str, pos: int, end: int, chars: str) -> int:
    while pos < end and text[pos] in chars:
        pos += 1
    return pos


def _read_head(
    text: str, start: int, end: int, before_role: bool, trusted: bool, slips: list[Slip]
) -> tuple[int, list[Credit]] | None:
    """Read the text before the first role: an outlet, or people, or both. Return where the role begins, and credits."""
    first, start = end, _skip(text, start, end, GAP)
    while end > start and text[end - 1] in BLANK:
        end -= 1
    words = text[start:end]
    if before_role and roles.is_outlet(words):
        return start, []
    at = _glued_names(text, start, end)
    unknown = at == start and before_role and is_unknown_outlet(words)
    if unknown and not names.is_chinese(words) and not names.split_names(words):
        # An outlet of an unknown kind; people without a role would have surnames.
        return start, []
    outlet = _tail_outlet(text, at, end) if before_role else end
    credit = _read_segment(text, at, outlet, "", (at, at), _Trust(trusted, False), slips)
    return None if credit is None else (outlet if outlet < end else first, credit)


def _glued_names(text: str, start: int, end: int) -> int:
    """Return where names glued to an outlet at ``start`` begin (某某网张三 实习生李四); ``start`` if there are none."""
    for at in range(end - 1, start, -1):
        if text[at] in _NEVER_GLUED:
            break
        # Names begin with a surname, and few other characters are one.
        begins_name = names.surname(text[at : at + 2]) and roles.is_outlet(text[start:at])
        if begins_name and (names.is_chinese(text[at:end]) or names.split_names(text[at:end])):
            return at
    return start


def _tail_outlet(text: str, start: int, end: int) -> int:
    """Return where the outlet of the next role begins if one ends at ``end``; ``end`` if there is none."""
    stop = end
    while stop > start and text[stop - 1] in BLANK:
        stop -= 1
    at = stop
    while at > start and text[at - 1] not in GAP:
        at -= 1
    token = text[at:stop]
    if not names.is_common(token):
        return at if roles.is_outlet(token) else end
    # 张三某某报记者李四: names glued to the outlet of the next one. An outlet has at least three characters.
    for cut in range(stop - 3, at + 1, -1):
        if roles.is_outlet(text[cut:stop]) and (names.is_chinese(text[at:cut]) or names.split_names(text[at:cut])):
            return cut
    return end


def _read_segment(
    text: str, start: int, end: int, role: str, span: tuple[int, int], trust: _Trust, slips: list[Slip]
) -> list[Credit] | None:
    """Read names, and 摄, 报道 and the like after them, from ``start`` to ``end``; None if there is anything else."""
    begin = _skip(text, start, end, GAP)
    lead = text[start:begin]
    tokens = [match.span() for match in TOKEN.finditer(text, begin, end)]
    found: list[Credit] = []
    people: list[Person] = []

    def close(action: tuple[int, int]) -> None:
        gaps = tuple([text[a.end : b.start] for a, b in pairwise(people)])
        first = not found
        found.append(
            Credit(role, span, tuple(people), gaps, lead if first else "", text[action[0] : action[1]], action)
        )
        people.clear()

    index = 0
    while index < len(tokens):
        at, stop = tokens[index]
        index += 1
        token = text[at:stop]
        if (people or found) and _is_action(token):
            if people:
                close((at, stop))
            else:
                # 文/图 is two tokens.
                both = (found[-1].action_span[0], stop)
                found[-1] = found[-1]._replace(action=text[both[0] : stop], action_span=both)
        elif token[-1] in _NO_NAME_ENDS and _NO_NAME.fullmatch(token):
            continue
        elif stop - at == 1 and index < len(tokens) and _pads(text, stop, tokens[index]):
            people.append(Person(token + text[tokens[index][0]], at, tokens[index][1]))
            index += 1
        elif people and names.is_latin(token) and names.is_latin(people[-1].name) and text[people[-1].end : at] == " ":
            people[-1] = Person(text[people[-1].start : stop], people[-1].start, stop)
        else:
            said = _attached_action(text, at, stop)
            if said == at and role and not people and not found:
                read: list[Person] | None = []
            else:
                read = _read_token(text, at, said, trust, slips)
            if read is None:
                return None
            people += read
            if said < stop:
                close((said, stop))
    if people:
        close((people[-1].end, people[-1].end))
    elif role and not found:
        close((span[1], span[1]))
    return found


def _is_action(token: str) -> bool:
    """Return True if a whole token says what people did: 摄, 报道, 北京报道, 发自北京."""
    if token[-1] not in _ACTION_ENDS and token[:2] != "发自":
        return False
    return bool(roles.ACTION.fullmatch(token) or _WHERE.fullmatch(token) or _REPORTED.fullmatch(token))


def _pads(text: str, stop: int, after: tuple[int, int]) -> bool:
    """Return True if the token ``after`` is the second half of a padded two-character name."""
    return after[1] - after[0] == 1 and text[stop : after[0]].strip(BLANK) == ""


def _attached_action(text: str, start: int, stop: int) -> int:
    """Return where an action at the end of a token begins (张三摄, 李四报道); ``stop`` if there is none."""
    token = text[start:stop]
    at = stop
    if token[-1:] not in _ACTION_ENDS and "发自" not in token:
        return at
    match = roles.ACTION.search(token)
    # One character may also end a given name (张小文), except 摄, which ends none.
    if match and (len(match[0]) > 1 or match[0] == "摄") and match.start() != 1:
        at = start + match.start()
    where = _WHERE.search(token)
    return start + where.start() if where and where.start() >= 2 else at


def _read_token(text: str, start: int, end: int, trust: _Trust, slips: list[Slip]) -> list[Person] | None:
    """Return the people of one token: usually one, more if names are glued."""
    token = text[start:end]
    if names.is_chinese(token):
        return [Person(token, start, end)]
    split = names.split_names(token)
    if split and len(token) > 4 and token[-1] in _OFFICE_ENDS:
        return []
    if split and (len(token) > 4 or all(map(names.is_common, split.names))):
        slips.append(Slip("glued-names", start, end, " ".join(split.names) if split.only else ""))
        people = []
        for name in split.names:
            people.append(Person(name, start, start + len(name)))
            start += len(name)
        return people
    if names.is_dotted(token) or (trust.pen_names and names.is_name(token)):
        return [Person(token, start, end)]
    # Names of other peoples may be long, or glued to others; only brackets and a reporter's role make them plausible.
    if trust.long_names and 5 <= len(token) <= 9 and names.could_be_names(token):
        return [Person(token, start, end)]
    return None
