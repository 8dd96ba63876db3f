"""Words for what a person did for an article: 记者, 通讯员, 实习生, 责任编辑, 摄, 文/图 and the like.

A role is a base word with any number of qualifiers before it (见习, 首席, 全媒体), the outlet's word for itself (本报)
and a posting (驻成都). The names of papers, agencies, stations and sites (outlets) are an open class, recognised by
their endings. All patterns are for the width-normalised view, where marks beside Han are full-width.
"""

import re

from newslint.chinese.characters import HAN_LETTER
from newslint.document.bylines.misspelt_roles import WRONG, WRONG_QUALIFIERS, has_near_role, near_roles
from newslint.patterns import lazy

#: Roles of those who wrote; among them a person is named once.
WRITERS = (
    "记者",
    "通讯员",
    "实习生",
    "评论员",
    "特派员",
    "撰稿人",
    "作者",
    "主笔",
    "观察员",
    "采访",
    "采写",
    "撰文",
    "撰稿",
    "执笔",
)

_OTHERS = (
    "编辑", "责编", "主编", "校对", "审核", "审校", "编审", "终审", "初审", "复审", "审读", "监制", "总监制",
    "制片人", "统筹", "策划",
    "摄影", "摄像", "航拍", "拍摄", "剪辑", "视频", "图片", "照片", "制图", "绘图", "图表", "漫画", "插画", "插图",
    "海报", "设计", "美编",
    "版式", "排版", "组版", "制作", "配音", "主播", "主持人", "主持", "翻译", "编译", "整理", "供稿", "供图", "组稿",
    "出镜", "来源", "稿源",
    "文字", "文案", "脚本", "值班主任", "值班编委", "签发", "出品人", "出品", "手绘", "朗读",
)  # fmt: skip

_PROSE_ROLES = ("记者", "通讯员", "实习生", "评论员", "特约撰稿人")

_QUALIFIERS = (
    "见习", "实习", "特约", "特派", "特聘", "特邀", "首席", "高级", "资深", "全媒体", "融媒体", "新媒体", "自媒体",
    "全媒", "融媒", "驻站",
    "学生", "校园", "小", "随军", "随行", "前方", "联合", "参与", "值班", "责任", "执行", "文字", "图片", "视频",
    "图文", "摄影", "摄像",
    "体育", "财经", "时政", "文化", "科技", "娱乐", "评论", "调查", "数据", "总", "副", "主任", "本版", "一线",
    "后方", "青年",
    "多媒体", "首席全媒体", "基层", "战地", "签约", "助理", "美术", "音频", "短视频",
)  # fmt: skip

# What an outlet calls itself.
OWN = "本[报刊台网社站]"
_OWN_NAMES = frozenset(("本报", "本刊", "本台", "本网", "本社", "本站"))
_MEDIA_END = (
    "通讯社|社(?![区会])|报(?![道业])|网|台(?![湾北州儿海中南东])|杂志|刊|在线|新闻|财经|经纬|客户端|频道|之声|融媒体?中心|融媒|传媒|媒体|"
    "卫视|记者站|电视|广播|视频|中心|体育|娱乐|科技|发布|APP|App|观察|[海国农地都]..?版"
)
#: Pattern text for outlets whose copy other papers reprint; 据 with any other is a mere attribution.
HOME_AGENCY = (
    "新华社|中新社|中国新闻社|新华网|中新网|中国新闻网|人民网|人民日报|央视新闻|央视网|央视|央广网|光明日报|经济日报|"
    "总台"
)
#: Pattern text for the name of an outlet: 1 to 18 characters that end like one.
OUTLET = (
    rf"(?:{OWN}|总台央视|总台|央视新闻客户端|央视新闻|央视(?!网)|每经|《[^《》\n]{{1,14}}》(?:周?报|周?刊|杂志)?|"
    rf"(?!另?据|记者|通讯员)[\w·—－/-]{{1,14}}?(?:{_MEDIA_END})"
    r"(?![网社]|台(?![湾北])|报(?!道)|周刊|[日晚早]报|客户端|杂志|频道|新闻|电视))"
)

_OUTLETS = lazy(rf"{OUTLET}(?:[ 　·]?{OUTLET}){{0,2}}")
#: The last characters of all outlets in ``OUTLET`` and ``_MEDIA_END``.
_OUTLET_ENDS = frozenset("报刊台网社站视端闻经》志线纬道声心媒体播频育乐技布Pp察版")
_REPORTER = lazy(f"记者|通讯员|实习生|评论员|{'|'.join(WRONG)}")


def _longest_first(*groups: tuple[str, ...] | dict[str, str]) -> str:
    return "|".join(sorted({word for group in groups for word in group}, key=lambda word: (-len(word), word)))


_QUALIFIER = _longest_first(_QUALIFIERS, WRONG_QUALIFIERS)
_POSTING = f"(?:[驻赴]{HAN_LETTER}{{1,8}}?)?"
_BEFORE_BASE = rf"(?:(?:总台央视|总台|央视|{OWN})[ 　]?)?{_POSTING}(?P<qualifier>(?:{_QUALIFIER})*)"
_BASE = _longest_first(WRITERS, _OTHERS, WRONG)
_BEHIND_BASE = (
    r"(?!报道|(?<=记者)站)"
    # An action at the end of a list of names refers to them (张三摄影) and opens no list of its own.
    r"(?<!(?:摄影|采写|采访|撰文|整理|供图|供稿|编译|拍摄|制图|出镜|翻译)(?=[ 　]*(?:$|[）)，、。/／；;]|整理|并)))"
)
# 文/甲, 图：乙; not the 文/图 that ends a credit.
_SHORT_ROLE = (
    r"(?<![/／|｜A-Za-z])(?P<short>[文图摄译编](?:[/／、]?[文图摄译编])*)[ 　]?[/／|｜丨：:]"
    r"(?![ 　]?[文图摄译编](?:[ 　，、；）)]|$))"
)

# 文/图 before a role that has its own names.
_PAIR_ROLE = rf"(?P<pair>[文图摄][/／、]?[文图摄])(?=[ 　：]*(?:{OWN}|记者|通讯员|实习生|全媒体|融媒体|见习|特约|首席))"

#: What every role of one character contains.
_SHORT_SIGNS = frozenset("文图摄译编")
_LONG_ROLE = f"{_BEFORE_BASE}(?P<base>{_BASE}){_BEHIND_BASE}"
_LONG_OR_NEAR = f"{_BEFORE_BASE}(?P<base>{_BASE}|{near_roles()}){_BEHIND_BASE}"

#: A role anywhere in a list of credits: group ``base`` (with ``qualifier``), ``short`` or ``pair``.
ROLE = lazy(f"{_SHORT_ROLE}|{_PAIR_ROLE}|{_LONG_ROLE}")
_ROLE_OR_NEAR = lazy(f"{_SHORT_ROLE}|{_PAIR_ROLE}|{_LONG_OR_NEAR}")
# Most credits are 记者 and 通讯员.
_ONLY_LONG = lazy(_LONG_ROLE)
_ONLY_LONG_OR_NEAR = lazy(_LONG_OR_NEAR)

_SIGNS = "文图摄译编记者"
#: What every role contains: a base word or, if it is misspelt, the part that is right.
_ROLE_SIGN = lazy(
    "|".join([*_SIGNS, *(word for word in (*WRITERS, *_OTHERS, *WRONG) if set(_SIGNS).isdisjoint(word))])
    + "|讯员|通.员|通讯|习生|实.生|实习|论员|评.员"
)

#: What people did, after their names: 摄, 报道, 摄影报道, 文/图, at the end of a token.
ACTION = lazy(
    "(?:文[/／、]?图|图[/／、]?文|文[/／、]?摄|摄[/／、]?文|摄影报道|采访报道|综合报道|独家报道|采写报道|联合报道|采访整理|整理报道|综合整理|"
    "摄影|报道|采写并摄|撰文并摄|采写|采访|撰文|供图|供稿|编译|翻译|整理|摄制|制图|拍摄|出镜|综合|摄|文|图|译|绘)$"
)

#: A writer's role in running text; only these differ enough from ordinary words. Group ``base``.
PROSE_ROLE = lazy(f"{_BEFORE_BASE}(?P<base>{_longest_first(_PROSE_ROLES, WRONG)})")
#: The characters that it may begin with.
_PROSE_STARTS = frozenset(
    word[0] for group in (_PROSE_ROLES, WRONG, _QUALIFIERS, WRONG_QUALIFIERS, "本总央驻赴") for word in group
)

#: What may precede the base word of a role without the name of another outlet: 本报, a posting, qualifiers, nothing.
_OWN_ROLE = lazy(rf"(?:{OWN})?[ 　]?{_POSTING}(?:{_QUALIFIER})*[ 　]?")


def has_role_sign(text: str, start: int, end: int) -> bool:
    """Return True if text[start:end] contains the base word of a role or something like it."""
    return _ROLE_SIGN.search(text, start, end) is not None


def find_roles(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the roles in text[start:end], a list of credits, in order; ``ROLE`` describes their groups, of which
    those for ``short`` and ``pair`` may be missing where ``base`` matches.
    """
    if not has_role_sign(text, start, end):
        return []
    near = has_near_role(text, start, end)
    if _SHORT_SIGNS.isdisjoint(text[start:end]):
        pattern = _ONLY_LONG_OR_NEAR if near else _ONLY_LONG
    else:
        pattern = _ROLE_OR_NEAR if near else ROLE
    found: list[re.Match[str]] = []
    # Searching for signs is far faster than for a role with everything that may precede it.
    while has_role_sign(text, start, end):
        mark = pattern.search(text, start, end)
        if mark is None:
            break
        found.append(mark)
        start = mark.end()
    return found


def prose_role(text: str, at: int) -> re.Match[str] | None:
    """Return the role at ``at`` in running text; None if there is none."""
    return PROSE_ROLE.match(text, at) if text[at : at + 1] in _PROSE_STARTS else None


def is_own_role(before: str) -> bool:
    """Return True if ``before`` precedes the base word of a role and names no other outlet."""
    return not before or before in _OWN_NAMES or _OWN_ROLE.fullmatch(before) is not None


def may_name_outlet(text: str, start: int, end: int) -> bool:
    """Return True if text[start:end] has a character that the name of an outlet may end with: a quick test."""
    return not _OUTLET_ENDS.isdisjoint(text[start:end])


def is_outlet(name: str) -> bool:
    """Return True if ``name`` looks like the name of one to three outlets."""
    return name[-1:] in _OUTLET_ENDS and _OUTLETS.fullmatch(name) is not None


def begins_outlet(text: str, start: int, end: int) -> bool:
    """Return True if the name of an outlet may begin at ``start`` and end before ``end``."""
    return _OUTLETS.match(text, start, end) is not None


def names_reporter(text: str, start: int) -> bool:
    """Return True if a writer's role, right or misspelt, is within 30 characters: a quick test."""
    return _REPORTER.search(text, start, start + 30) is not None
