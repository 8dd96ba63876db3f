"""The draft of a rule of the house: a page that is valid as it is, and says what an editor has still to write."""

from __future__ import annotations

import json
from collections.abc import Mapping

from newslint.authoring.standards import free_codes
from newslint.rulebook.book import RuleBook

#: What stands where an editor has to write something; ``newslint test`` tells where it is left.
TO_WRITE = "（待写"
#: The checks of which there are drafts: words of the house, words that are wrong anywhere, patterns.
CHECKS = ("denied-words", "words", "pattern")

_PAGE = """\
# {code}：本报规则的草稿。把写着“待写”的地方写好，在末尾补上例子，再运行
# newslint test 加上这个文件；全部相符，就可以用了。

code     = "{code}"              # 代码，与别的规则不能相同
name     = {name}              # 英文短名，可以改：小写字母、数字，中间用 - 连接
title    = {title}    # 报告里的标题
check    = "{check}"      # {about}
severity = "warning"           # error 错误，warning 警告，info 提示，off 默认不查
since    = "1"                 # 本报体例的第几版起有这一条
weight   = 0                   # 差错率里每处计多少；只是本报体例的，写 0
message  = {message}
why      = "（待写：为什么这样写，给编辑看）"
spare    = ["quotation", "title"]   # 引语、书名里不查；都要查，就删去这一行
{options}
# 错例：应当报出来的句子，至少一个。删去行首的 #，换成自己的。
# found 是报出来的那几个字，fixed 是改好的样子（没有 [fix] 的，不写 fixed）。
# [[wrong]]
# text  = "……"
# found = ["……"]
# fixed = "……"

# 正例：容易误报、其实不该报的句子，至少一个。
# [[right]]
# text = "……"
# note = "为什么不该报"
"""
_ABOUT = {
    "denied-words": "本报不用的词：只查自成一词的，“我市场”里的“我市”不算",
    "words": "写错的词：只查自成一词的",
    "pattern": "按正则表达式查；会写的人用",
}
_WORDS = """
[options]
words = {{ {words} }}     # 左边是查的词，右边是改用的词，可以写几对，用逗号分开
"""
_PATTERN = """
[options]
anchor  = ["（待写：每一处都有的几个字）"]
pattern = '（待写：正则表达式）'
replace = "（待写：改成什么）"
"""
_FIX = """
[fix]
safety = "unsafe"              # unsafe：编辑认可才改；safe：怎样都不会改错，newslint fix 直接改
"""
_NO_REPLACEMENT = """
[messages]
no-replacement = "“{match}”本报不用，请改写"   # 没有改用的词时这样说
"""


def next_code(book: RuleBook, family: str) -> str:
    """Return the lowest code of ``family`` that no rule in ``book`` has, "" if all are taken."""
    return next(iter(free_codes(book, 1).get(family, [f"{family}01"])), "")


def rule_draft(code: str, name: str, check: str, words: Mapping[str, str]) -> str:
    """Return the text of a page with ``check``, one of ``CHECKS``, for ``words`` and what is written instead of each,
    "" where that is left to the editor.
    """
    pairs = words or {"（待写：不用的词）": "（待写：改用的词）"}
    replaced = check == "pattern" or any(pairs.values())
    if check == "pattern":
        options = _PATTERN
    else:
        options = _WORDS.format(words=", ".join(f"{_toml(word)} = {_toml(use)}" for word, use in pairs.items()))
    if check == "denied-words" and not all(pairs.values()):
        options += _NO_REPLACEMENT
    return _PAGE.format(
        code=code,
        name=_toml(name or code.lower()),
        title=_toml(_title(words)),
        check=check,
        about=_ABOUT[check],
        message=_toml("“{match}”应改为“{replacement}”" if replaced else "“{match}”本报不用，请改写"),
        options=options + (_FIX if replaced else ""),
    )


def _title(words: Mapping[str, str]) -> str:
    if not words:
        return "（待写：标题）"
    word, use = next(iter(words.items()))
    return f"“{word}”改“{use}”" if use else f"不用“{word}”"


def _toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
