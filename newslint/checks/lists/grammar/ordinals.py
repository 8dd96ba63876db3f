"""The words and signs that number the items of a list: 一是, 第二，, 其三, 首先, 另一方面, （一）, 一、, 1., （1）, ①.

An ordinal is only read where a clause begins, after a mark or at the start of a line, and in a form that proves it:
第一 in 第一季度 is not one, nor are 一是一、二是二, 一、二年级, 1.5万 or 1、2号楼. Offsets are code points.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from newslint.chinese.numerals import chinese_to_int, int_to_chinese
from newslint.patterns import lazy


class Form(StrEnum):
    """How an ordinal is written; the value is the first of its series."""

    SHI = "一是"
    YAO = "一要"
    DI = "第一"
    QI = "其一"
    FIRST = "首先"
    SIDE = "一方面"
    HAN = "一、"
    HAN_BRACKET = "（一）"
    DOT = "1."
    COMMA = "1、"
    BRACKET = "（1）"
    HALF_BRACKET = "1）"
    CIRCLED = "①"


#: Words that number items in running text.
WORDS = frozenset((Form.SHI, Form.YAO, Form.DI, Form.QI, Form.FIRST, Form.SIDE))
#: Arabic numbers of one level: which of them is used is a matter of house style.
ARABIC = frozenset((Form.DOT, Form.COMMA, Form.HALF_BRACKET))
#: The order of levels from outside to inside (GB/T 15834—2011 B.3.8).
LEVELS = {
    Form.HAN: 1,
    Form.HAN_BRACKET: 2,
    Form.DOT: 3,
    Form.COMMA: 3,
    Form.HALF_BRACKET: 4,
    Form.BRACKET: 4,
    Form.CIRCLED: 5,
}

#: Numbers of the words that count without a numeral; 0 is "the next one".
_WORD_NUMBERS = {"首先": 1, "其次": 2, "再次": 0, "再者": 0, "最后": 0, "一方面": 1, "另一方面": 2}

_HAN = "[一二三四五六七八九十]"
_N = f"{_HAN}{{1,3}}"
# The pattern consumes the mark or the line end before the ordinal, because one that begins with a set of characters
# scans ten times faster than one with a look-behind. What begins alike stands together: each set takes a tenth of a
# millisecond to compile.
_ORDINAL = lazy(
    r"(?P<before>[，。；：！？、—…“‘「『（\r\n](?:(?<=[\r\n])[ \t\u3000]*)?(?:其中)?)"
    r"(?=[一二三四五六七八九十第其首再最另（(0-9①-⑳])(?:"
    rf"(?P<han>{_N})(?:(?P<shi>是)(?!{_HAN}[，。、；二三四五六七八九十]|[否非])"
    rf"|(?P<yao>要)(?![素点件害闻么求职员塞]|{_HAN}不)"
    r"|、(?![一二三四五六七八九十0-9]))"
    rf"|第(?P<di>{_N})(?=，|：|、(?!第|{_HAN})|是|要(?!务))"
    r"|其(?P<qi>[一二三四五六七八九])(?=[，：、是])"
    r"|(?P<word>首先|其次|再者|(?:再次|最后)(?=[，：])|另?一方面)"
    rf"|(?P<opening>[（(])(?:(?P<han_bracket>{_N})|(?P<bracket>[0-9]{{1,2}}))[）)]"
    r"|(?P<arabic>[0-9]{1,2})(?:(?P<dot>[.．])(?![0-9A-Za-z])|(?P<comma>、)(?![0-9一二三四五六七八九十])"
    r"|(?P<half_bracket>[）)]))"
    r"|(?P<circled>[①-⑳]))"
)
#: The form that each group of the pattern shows, and the group of its number.
_FORMS = {
    "shi": (Form.SHI, "han"),
    "yao": (Form.YAO, "han"),
    "di": (Form.DI, "di"),
    "qi": (Form.QI, "qi"),
    "han": (Form.HAN, "han"),
    "han_bracket": (Form.HAN_BRACKET, "han_bracket"),
    "dot": (Form.DOT, "arabic"),
    "comma": (Form.COMMA, "arabic"),
    "bracket": (Form.BRACKET, "bracket"),
    "half_bracket": (Form.HALF_BRACKET, "arabic"),
}
#: A text with none of these has no list: one of them is in the first two or three items of every list.
SIGNALS = (
    *("一是", "二是", "三是", "二要", "三要", "第二，", "第二、", "第二是", "第二：", "第二要", "第三，", "第三、"),
    *("其一", "其二", "其三", "其次", "一方面", "（二", "(二", "（三", "(三", "二、", "三、"),
    *("2、", "2）", "2)", "3、", "3）", "3)", "②", "③", "2．", "3．"),
    *(before + number for number in ("2.", "3.") for before in ("\n", " ", "\u3000", "；", "。")),
)
#: The groups of signs, which are no words.
_SIGNS = frozenset(("han", "han_bracket", "dot", "comma", "bracket", "half_bracket", "circled"))
#: Marks after which a sign may follow, apart from a line end: never a comma or an opening bracket.
_BEFORE_SIGNS = frozenset("。；：！？")


class Ordinal(NamedTuple):
    """An ordinal from ``start`` to ``end``, with the 、 of 一、 and the dot of 1.; ``number`` 0 is "the next one"."""

    form: Form
    number: int
    start: int
    end: int


def find_ordinals(text: str) -> Iterator[Ordinal]:
    """Yield the ordinals of ``text`` in order."""
    for match in _ORDINAL.finditer(f"\n{text}"):
        kind = match.lastgroup
        start, end = match.end("before") - 1, match.end() - 1
        if kind == "word":
            form = Form.SIDE if match[kind].endswith("方面") else Form.FIRST
            yield Ordinal(form, _WORD_NUMBERS[match[kind]], start, end)
            continue
        if kind in _SIGNS:
            # At the start of a line, look before spaces and 其中, too.
            at = match.start() if match[0][0] in "\r\n" else match.start() - 1
            before = text[at] if at < start else "\n"
            if before not in _BEFORE_SIGNS and not before.isspace():
                continue
        if kind == "circled":
            yield Ordinal(Form.CIRCLED, ord(match[kind]) - ord("①") + 1, start, end)
            continue
        if kind == "han_bracket" and match["opening"] + match[0][-1] not in ("（）", "()"):
            continue
        form, group = _FORMS[kind]
        try:
            number = chinese_to_int(match[group])
        except ValueError:
            continue
        if number:
            yield Ordinal(form, number, start, end)


def write_ordinal(form: Form, number: int) -> str:
    """Return ordinal ``number`` in ``form``: 二是, 第二, 其二, （二）, 二、, 2., （2）, ②.

    Raises ``ValueError`` for a number that the form does not have.
    """
    if form in (Form.FIRST, Form.SIDE):
        words = ("首先", "其次", "再次") if form is Form.FIRST else ("一方面", "另一方面")
        if not 1 <= number <= len(words):
            raise ValueError(f"{form} has no number {number}")
        return words[number - 1]
    if form is Form.CIRCLED:
        if not 1 <= number <= 20:
            raise ValueError(f"no circled {number}")
        return chr(ord("①") + number - 1)
    return form.value.replace("一", int_to_chinese(number)).replace("1", str(number))
