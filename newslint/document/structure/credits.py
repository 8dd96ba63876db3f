"""Credits behind the text of a line: who took the picture or wrote, where it was printed, where to read on."""

from __future__ import annotations

from newslint.chinese import words
from newslint.chinese.names import is_chinese, is_common, is_plain
from newslint.patterns import lazy

#: Words of a sentence that no name in a credit holds.
_PLAIN = "，。！？；：0-9的了是在从对把被将就获看说问"
#: What stands behind the text of a line: who took the picture or wrote, where it was printed, where to read on.
_CREDIT = lazy(
    r"(?:(?:(?<![金入的济])来源|图源|责编|制图|供图|通讯员|(?:^|(?<=[\s。！？”’）)\]】>丨｜|/]))(?:摄影?|[文图]|绘图|漫画|海报|剪辑"
    r"|视频|图片|编辑|编译|整理|校对|审核|撰文|采写|作者|出品))[ ]?[/／|｜丨：:][ ]?[^，。！？；“/／]{1,24}"
    r"|(?:摄|供图|制图|摄影报道|摄影|资料图|资料图片|资料照片|视频截图|网络图片|(?:新华社|中新社|本社|本报|人民网)发)[）)]?"
    r"|(?:图片?|照片)(?:来[源自]|均[为由]|由)[^，。！？；]{1,24}|[ \u3000/／][图文]"
    r"|[）)]?[【\[][^【】\[\]，。]{1,12}[】\]]"
    r"|[>＞》]{2,}[^，。！？]{0,24}"
    r"|上一页|下一页|阅读全文|查看全文|查看更多|点击查看.{0,8}|…[（(][^（）()]{1,40}[）)])$"
)
#: One of these is in every such credit, or one of those at its end.
_CREDIT_SIGNS = frozenset("/／|｜丨：:>＞》图照看")
_CREDIT_ENDS = frozenset("摄道影片发】]页文多）)")
#: What stands behind a sentence at the end of a line, and shows only there what it is.
_STOPS = frozenset("。！？”）)")
_AFTER_STOP = lazy(
    rf"[。！？][”’）)]*[ \u3000□■◇◆●○▲△]*(?:[^“{_PLAIN}]{{0,6}}[编校审划筹监制计图文摄影稿像频源版式辑译员][：:｜丨/]"
    rf"[ ]?[^{_PLAIN}]{{2,16}}|(?:(?:本报|本刊|本网|新华社|中新社)?(?:首席)?记者|通讯员|特约评论员|视觉中国|图虫创意?)"
    rf"[^{_PLAIN}]{{0,24}}|—{{1,3}}(?:编者|作者|译者|记者|编后))$"
    r"|(?<=[。！？”])(?:[①-⑳][0-9]{0,2}|第[0-9一二三四五六七八九十]{1,3}页|图片?：[^。！？]{2,36}|[横上下][批联]：[^。！？]{2,20})$"
)
#: How many characters at the end of a line a credit takes at most.
_CREDIT_REACH = 40
#: The name hard behind a quotation is that of the speaker.
_NAMES_AFTER_STOP = lazy(r"[。！？][”’）)]*(?<![”’](?![ \u3000]))([ \u3000□■◇◆●○▲△]*)([^，。！？；：（）()]{1,12})$")


def is_credited(text: str) -> bool:
    """Return True if a credit, a link or a desk code is at the end of ``text``, where a sentence might end.

    A list of pages (第1页：… 第2页：…) is made of links.
    """
    if text.count("（") > text.count("）"):
        return False
    reach = max(0, len(text) - _CREDIT_REACH)
    if text.count("页：") > 1:
        return True
    tail = text[reach:]
    signed = tail[-1:] in _CREDIT_ENDS or not _CREDIT_SIGNS.isdisjoint(tail)
    if signed and _CREDIT.search(text, reach):
        return True
    if _STOPS.isdisjoint(tail):
        return False
    if _AFTER_STOP.search(text, reach):
        return True
    named = _NAMES_AFTER_STOP.search(text, reach)
    names = named[2].split() if named else []
    if named is None or not names:
        return False
    # A name hard by the stop may be the beginning of a sentence: 于|村民.
    alone = named[1] == "" and len(names) == 1
    if alone and (words.is_word(names[0]) or (len(names[0]) > 2 and words.is_word(names[0][1:]))):
        return False
    if all(len(name) > 2 and _is_reporter(name) for name in names):
        return True
    # A short name must be no other word; beside it another one may be a pen name.
    return all(map(is_plain, names)) and any(_is_reporter(name) and words.tag(name) in ("", "nr") for name in names)


def _is_reporter(name: str) -> bool:
    return 2 <= len(name) <= 4 and is_chinese(name) and is_common(name)
