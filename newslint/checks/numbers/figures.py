"""Numbers half in figures and half in Han numerals (2万4千, 6千万), approximate numbers in figures (3、4天), and years
with a wrong zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.check import Hit, Match
from newslint.chinese.numerals import number_value
from newslint.document import Document
from newslint.document.quantities import ORDINAL, Quantity, quantity_at
from newslint.patterns import lazy

_FIGURES = "0123456789"
#: A figure before one of the units that figures are not written with.
SCALED = tuple(digit + scale for digit in _FIGURES for scale in "百千")
#: Two figures that follow each other.
NEIGHBOURS = tuple(f"{digit}、{digit + 1}" for digit in range(1, 9))
_PAIRS = ("一两", "两三", "三四", "四五", "五六", "六七", "七八", "八九")
#: What is mistaken for the 〇 of a year.
ZEROS = "Oo0○Ｏｏ０◯"
_HAN_DIGITS = "〇一二三四五六七八九"
#: A Han digit and what is mistaken for 〇 behind it.
ZERO = tuple(digit + zero for digit in _HAN_DIGITS for zero in dict.fromkeys(ZEROS))
_ZERO_YEAR = lazy(rf"(?<![{_HAN_DIGITS}0-9])[一二][{_HAN_DIGITS}{ZEROS}]{{3}}(?=年(?!代))")
#: What approximate numbers are given of; names of numbered things (号, 年级, 月份) are not among them.
_COUNTED = lazy(
    r"[百千万亿]?(?:天(?!津)|次(?!列车)|岁|公里|千米|个(?!体|股)|小时|分钟|秒(?!杀)|年(?![级段代度])|倍|斤|吨|万(?!里)|亿"
    r"|米(?!以[上下])|辈子|趟|遍|里[路地远外])"
)
#: Behind these two figures are numbers of things: 第3、4次, 1、2、3个, 周六的3、4节.
_NUMBERED = frozenset("0123456789.、第,-—～至周初/")


def half_figures(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the numbers in figures that go on with 千 or 百: 2万4千, 3千5百, 2亿4千万, 5千多."""
    for quantity in _scaled(document.view, hits):
        if not _scale_of(quantity):
            right = _in_figures(quantity)
            more = _more_inside(document.view, quantity)
            yield Match(quantity.number_start, quantity.number_end, None if right is None else right + more)


def scaled_ten_thousands(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the numbers in figures with a unit of 百万, 千万 or the like: 6千万, 3百万."""
    view = document.view
    for quantity in _scaled(view, hits):
        scale = _scale_of(quantity)
        value = number_value(quantity.number.removesuffix(scale)) if scale else None
        if value is not None:
            start, end = quantity.number_start, quantity.number_end
            more = _more_inside(view, quantity)
            # 4千多万, but 4千万余
            right = (
                f"{_plain(value)}{more}{scale}" if view.endswith(scale, start, end) else f"{_plain(value)}{scale}{more}"
            )
            yield Match(start, end, right)


def _more_inside(view: str, quantity: Quantity) -> str:
    """Return the 余 or 多 in a number, "" if it stands behind the unit or there is none."""
    return quantity.more if quantity.more in view[quantity.number_start : quantity.number_end] else ""


def approximate_figures(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield two figures that follow each other and mean an approximate number: 3、4天."""
    view = document.view
    for hit in hits:
        if hit.start and view[hit.start - 1] in _NUMBERED:
            continue
        if _COUNTED.match(view, hit.end) is not None:
            yield Match(hit.start, hit.end, _PAIRS[hit.anchor])


def _scaled(view: str, hits: Sequence[Hit]) -> Iterator[Quantity]:
    """Yield the quantities in figures with 十, 百 or 千, each once."""
    reached = 0
    for hit in hits:
        if hit.start < reached:
            continue
        start = hit.start
        while start and view[start - 1] in "0123456789.,万亿":
            start -= 1
        quantity = quantity_at(view, start)
        if quantity is None or quantity.form != "mixed" or quantity.before == ORDINAL:
            continue
        reached = quantity.number_end
        yield quantity


def _scale_of(quantity: Quantity) -> str:
    """Return the 万 or 亿 that stands behind figures and 十, 百 or 千, or "": 万 of 6千万, not of 2亿4千万."""
    bare = quantity.number.rstrip("万亿")
    is_scaled = bare[-1] in "十百千" and not any(char in bare for char in "万亿")
    return quantity.number[len(bare) :] if is_scaled else ""


def _plain(value: float) -> str:
    return str(int(value) if value == int(value) else value)


def _in_figures(quantity: Quantity) -> str | None:
    """Return the value of a number in figures, with 万 or 亿 where that is as short; None if it has a fraction."""
    value = quantity.value
    if value is None or value != int(value):
        return None
    digits = str(int(value))
    for unit, zeros in (("亿", 8), ("万", 4)):
        whole, rest = digits[:-zeros], digits[-zeros:].rstrip("0")
        if whole and len(rest) <= 2 and unit in quantity.number:
            return f"{whole}{'.' if rest else ''}{rest}{unit}"
    return digits


def wrong_zeros(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the years in Han numerals whose zero is a letter, a digit or a circle: 二O二二年."""
    view = document.view
    reached = 0
    for hit in hits:
        found = _ZERO_YEAR.search(view, max(reached, hit.start - 3), hit.end + 3)
        if found is not None:
            reached = found.end()
            yield Match(found.start(), found.end(), "".join("〇" if char in ZEROS else char for char in found[0]))
