"""The looks of lines that stand around an article: about it, about the page, buttons, advertisements, notices."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newslint.patterns import lazy

_LABELS = (
    r"(?:信息|文章|稿件|新闻|内容|本文)?来源|稿源|出处|原标题|责任?编辑?|编辑|审核|审签|校对|校审|核稿|监制|[初复终]审|[一二三]审"
    r"|值班(?:编辑|主任|编委|总编)|(?:发布|更新|发表|刊发|发稿|录入|添加|编辑|创建|上传)(?:时间|日期)|(?:发布|录入)(?:人|者|单位|机构)"
    r"|字号|字体(?:大小)?|(?:浏览|点击|阅读|访问|查看)(?:次数|人次|量|数|率)?|人气|分享(?:到|至)?|标签|[上下]一[篇条页版]|(?:当前|您的?|你的?)(?:所在)?的?位置"
    r"|我要(?:分享|评论|纠错)|相关(?:阅读|新闻|专题)|更多(?:阅读|新闻|内容)"
)
_WEAK = r"作者|撰稿|撰文|记者|通讯员|时间|日期|栏目|分类|版次|文|图|摄影|文/图|供稿|关键[词字]"
#: A field of a line about the article: label, sign, value. A weak label may also stand in the article.
_FIELD = lazy(rf"(?P<strong>{_LABELS})\s*[:：|｜/／](?!/)|(?<![\u4e00-\u9fff])(?P<weak>{_WEAK})\s*[:：|｜/／](?!/)")
_OPENING = "（(【[［〔<《 \t\u3000\xa0\u2003"
_BRACKETS = _OPENING + "）)】]］〕>》"
_STOP = lazy("[。！？；]")
#: The maximum length of a line of fields, and of a notice, in characters.
_LINE = 160
_NOTICE_LENGTH = 300
_CLOCK_DATE = r"\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}日?"
_DATE = lazy(_CLOCK_DATE)
_CLOCK = lazy(r"\d{1,2}\s*[:：]\s*\d{2}(?:\s*[:：]\s*\d{2})?|\d{1,2}时\d{1,2}分")
#: What is no word of a name beside a date.
_BESIDE_DATE = lazy(r"[\s|｜\[\]【】（）()/·]+|(?:星期|周)[一二三四五六日天]")
_NAMES = 16
_OUTLET = lazy(r"[\u4e00-\u9fff]{1,10}(?:报|网|社|台|融媒|发布|新闻|在线|客户端)")
_BUTTONS = lazy(
    r"(?:分享到?|收藏|打印(?:本页|此页|文章)?|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表|目录)?|(?:网站)?首页|回到顶部|举报|点赞|在看|赞|转发|评论|登录|注册"
    r"|微信|微博|朋友圈|QQ空间|放大|缩小|默认|朗读|大|中|小|字号|阅读(?:原文)?|[上下]一[篇条页版]|末页|尾页|正文|(?:我要)?纠错|扫一扫|用手机看|展开全文"
    r"|查看更多|更多|全文|网友评论|发表评论|我要跟帖|跟帖|已输入|字|人参与|次?浏览|条?评论|次阅读|没有了|推荐|政府网站找错|无障碍|关怀版|打开APP"
    r"|[TA](?:\s*[+＋-])+|[\d.万+\s\[\]【】（）()|｜:：>＞›»/·-])+"
)
#: What a line about the page begins with.
_NOTICE = lazy(
    r"(?:网站首页|首页|主页)\s*[>＞›»|]"
    r"|[\[【（(]?\s*广告\s*(?:$|[|｜:：\]】）)])"
    r"|(?:【(?:免责|版权|特别)?声明】|(?:免责|版权|特别|郑重)?声明\s*[:：])[^\n]*(?:本网|本站|转载|版权|侵权|自媒体|风险自担)"
    r"|[（(]?(?:原题为|本文来自)|[（(]?本文原标题"
    r"|(?:发表|发布|更新|编辑)于\s*[:：]?\s*\d{4}"
)
#: How the first words of another article end, on a page that links to it; without the link only a time tells.
_TEASER = lazy(r"[【\[](?:详细|全文|阅读全文|查看全文)[】\]]\s*$")
_CUT_OFF = lazy(r"(?:\.\.\.|(?<!…)…)$")
#: The looks of a line about the page; none of them has a full stop.
_SIGN = lazy(
    r".*(?:ICP备|公网安备|网站标识码|版权所有|All Rights Reserved|Copyright\s?©)"
    r"|(?:请?(?:用|打开)微信)?(?:点击|长按|扫描|扫码|识别|轻触|戳|[↑▲▼☞→])\S{0,12}(?:关注|蓝字|二维码|订阅|阅读原文|名片|公众号)"
    r"|(?:欢迎|敬请|更多\S{0,12}请?)关注\S{0,16}(?:公众号|微信|微博|客户端)"
    r"|分享[到至]\S{0,12}(?:朋友圈|好友|微信|微博)"
    r"|阅读\s*[\d.]+万?\+?\s*(?:赞|在看|分享|$)"
    r"|第?\s*\d+\s*[版叠][:：]?\s*\S{0,8}\s*[上下]一[版叠]"
    r"|[（(【\[]?\s*(?:责任编辑|责编|编辑|校对|审核)(?:\s(?:责任编辑|责编|编辑|校对|审核|[\u4e00-\u9fff]{2,4}))+\s*[）)】\]]?$"
    r"|(?:共\s*\d+\s*页|[-—=_─]*分[隔割]线[-—=_─]*)$"
)


def furniture(lines: Sequence[str]) -> list[bool]:
    """Return which lines are no copy: by their looks, or as the first words of another article with its time below."""
    found = [is_furniture(line) for line in lines]
    below = [*lines[1:], ""]
    for index, line in enumerate(lines):
        if _TEASER.search(line) or ("。" in line and _CUT_OFF.search(line) and is_time(below[index])):
            found[index] = True
    return found


def is_furniture(text: str) -> bool:
    """Return True if a line by its looks is no copy: about the article, a button, an advertisement, a notice."""
    if len(text) > _NOTICE_LENGTH:
        return False
    if _NOTICE.match(text) or is_fields(text) or is_time(text):
        return True
    return not _STOP.search(text) and bool(_BUTTONS.fullmatch(text) or _SIGN.match(text))


def is_fields(text: str) -> bool:
    """Return True if a line consists of fields about the article, of which one cannot stand in an article."""
    if len(text) > _LINE or _STOP.search(text):
        return False
    found = list(_FIELD.finditer(text))
    return bool(found) and not text[: found[0].start()].strip(_OPENING) and any(match["strong"] for match in found)


def is_time(text: str) -> bool:
    """Return True if a line has a date with a time of day, and besides at most a few names."""
    date = _DATE.search(text) if len(text) < _LINE else None
    clock = _CLOCK.search(text, date.end()) if date else None
    if not date or not clock:
        return False
    rest = text[: date.start()] + text[date.end() : clock.start()] + text[clock.end() :]
    return len(_BESIDE_DATE.sub("", rest)) <= _NAMES and not _STOP.search(text)


def is_dated(text: str) -> bool:
    """Return True if a line has a full date, and besides at most a few names; only below a headline that is no copy."""
    date = _DATE.search(text) if len(text) < _LINE else None
    return bool(date) and len(_BESIDE_DATE.sub("", _CLOCK.sub("", _DATE.sub("", text)))) <= _NAMES


def fields(text: str) -> list[tuple[str, str]]:
    """Return the fields of a line about the article, as label and value."""
    found = list(_FIELD.finditer(text)) if len(text) <= _LINE else []
    values = [text[one.end() : other.start()] for one, other in pairwise(found)]
    values += [text[match.end() :] for match in found[-1:]]
    labels = [match["strong"] or match["weak"] for match in found]
    return [(label, value.strip(_BRACKETS)) for label, value in zip(labels, values, strict=True)]


def date_and_outlet(text: str) -> tuple[str, str]:
    """Return the first full date in a line, and the newspaper or site named beside it; "" for what is not there."""
    date = _DATE.search(text)
    if not date:
        return "", ""
    words = _CLOCK.sub(" ", _DATE.sub(" ", text)).split()
    return "".join(date[0].split()), next(filter(_OUTLET.fullmatch, words), "")
