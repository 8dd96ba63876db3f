"""Section marks and labels: what numbers, dates or names what follows, on a line of its own or at the head of one."""

from __future__ import annotations

from newslint.patterns import lazy

#: A mark that has a line of its own is at most so long, in characters.
_LONGEST = 30
_DIGITS, _NUMERALS = "[0-9０-９]", "一二三四五六七八九十百千零〇壹贰叁肆伍陆柒捌玖拾"
_SERIAL = f"(?:{_DIGITS}{{1,2}}|[{_NUMERALS}]{{1,6}})"
_LONG_SERIAL = f"(?:{_DIGITS}{{1,3}}|[{_NUMERALS}万两]{{1,9}})"
_BARE = lazy(f"{_SERIAL}$")
#: 1、, （一）, Q2, ①, IV, A., 第一千二百零七条, 第三部分, 图2.
_NUMBER = lazy(
    rf"(?:(?:No|NO|Part|PART|Q|A)?[.．]?[ ]?[（(【\[#]?{_SERIAL}[）)】\]]?[、.．:：/]?|[（(]?{_DIGITS}{{3}}[）)、．.]"
    rf"|[①-⑳㈠-㈩Ⅰ-Ⅻ⒈-⒛]|[IVX]{{1,4}}[.．、]?|[A-ZＡ-Ｚ][、．.]|(?:附件?|附?[表图]|例)[ ]?{_SERIAL}"
    rf"|第[ ]?{_LONG_SERIAL}[ ]?(?:[编章节条款项回集幕部篇页版届期季讲课站关步名位]|部分|单元)(?:之{_SERIAL})?)$"
)
_CLOCK = "[0-9]{1,2}[:：时点][0-9]{0,2}(?:[:：分][0-9]{0,2})?"
_WEEKDAY = "[（(]?(?:星期|周)[一二三四五六日天][）)]?"
_DATE = lazy(
    rf"(?:{_CLOCK}|[0-9０-９〇一二三四五六七八九零]{{4}}年?(?:[0-9]{{1,2}}月)?"
    rf"|(?:[0-9]{{4}}[年./-])?[0-9]{{1,2}}[月./-][0-9]{{1,2}}日?(?:[ ]?{_WEEKDAY})?(?:[ ]?{_CLOCK})?)$"
)
#: All characters that these are written with: a line with any other is none of them.
_MARK_LETTERS = frozenset(
    "0123456789０１２３４５６７８９一二三四五六七八九十百千零〇壹贰叁肆伍陆柒捌玖拾万两"
    "编章节条款项回集幕部篇页版届期季讲课站关步名位分单元之附件表图例第年月日时点星周天"
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺoart()（）[]【】# /.．:：、-"
)
#: What names in place of a number what follows, however it is spaced.
_NAMES = frozenset("总则 附则 附件 附录 附 目录 前言 结语 后记 编者按 背景 链接 提示 注 问 答".split())
#: 云政发〔2026〕3号, 国务院令第7号, （2025）云01民终3号.
_DOCUMENT_NUMBER = lazy(
    r"[^，。；：！？]{0,24}(?:[〔\[（(【][0-9]{4}[〕\]）)】][^，。；：！？]{0,16}"
    r"|第[ ]?[0-9一二三四五六七八九十百]{1,5}[ ]?)号(?:令|公告)?$"
)


def is_mark(text: str) -> bool:
    """Return True if a line is a section mark, a date, the number of a document or a label, and nothing else."""
    if len(text) > _LONGEST:
        return False
    if text.endswith(("号", "号令", "号公告")) and _DOCUMENT_NUMBER.match(text):
        return True
    if _is_name(text):
        return True
    return _MARK_LETTERS.issuperset(text) and (_NUMBER.match(text) is not None or _DATE.match(text) is not None)


def is_label(head: str) -> bool:
    """Return True if the beginning of a line, up to a space, numbers or names the rest: 第一条, 问, （一）.

    A number without any mark may be the first word of the sentence: 三 年来.
    """
    if len(head) > _LONGEST:
        return False
    if _is_name(head):
        return True
    return _MARK_LETTERS.issuperset(head) and _NUMBER.match(head) is not None and not _BARE.match(head)


def _is_name(text: str) -> bool:
    return "".join(text.split()) in _NAMES
