"""Questions about numbers and units that the checks of this family ask before they look."""

from __future__ import annotations

from newslint.document import Document
from newslint.patterns import lazy

_SYMBOL = lazy(rb"[0-9] ?(?:kg|mg|km|cm|mm|m[Ll]|L|g|m|t)(?![A-Za-z0-9/])")
_SYMBOLS = ("kg", "mg", "km", "cm", "mm", "mL", "ml", "L", "g", "m", "t")
#: Symbols behind a number that ends in Han characters: 万km.
_BEHIND_HAN = tuple(scale + symbol for scale in "万亿" for symbol in _SYMBOLS)
_NAMES = ("千克", "毫克", "千米", "厘米", "毫米", "毫升", "升", "克", "米", "吨", "公里", "公斤")


def has_hyphen(document: Document) -> bool:
    """Return True if the text has a hyphen."""
    return "-" in document.view


def has_symbol(document: Document) -> bool:
    """Return True if a symbol of a unit may stand behind a number."""
    text = document.text
    if not any(letter in text for letter in "gmLtkl"):
        return False
    return _SYMBOL.search(document.classes) is not None or any(symbol in text for symbol in _BEHIND_HAN)


def has_name(document: Document) -> bool:
    """Return True if the text has the name of a unit."""
    text = document.text
    return any(name in text for name in _NAMES)


def has_names_and_symbols(document: Document) -> bool:
    """Return True if units may be written by name and by symbol."""
    return has_symbol(document) and has_name(document)


def has_both_kilometres(document: Document) -> bool:
    """Return True if the text has 公里 and 千米."""
    return "公里" in document.text and "千米" in document.text


def has_both_kilograms(document: Document) -> bool:
    """Return True if the text has 公斤 and 千克."""
    return "公斤" in document.text and "千克" in document.text
