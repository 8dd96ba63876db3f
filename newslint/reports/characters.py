"""Characters that a format cannot carry, and what stands for them: no report may break on what a text or a path holds."""

from __future__ import annotations

import json
import re
import unicodedata

_LINE_END = re.compile(r"\r\n|[\r\n]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# Besides surrogates, what some readers of lines take for a line end.
_ESCAPED = re.compile("[\x85\u2028\u2029\ud800-\udfff]")
# XML 1.0, production 2 (Char): these cannot be written at all, not even as references.
_NO_XML = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"}
_NO_XML |= dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd")
_XML_TEXT = {**_NO_XML, **{ord(char): f"&{name};" for char, name in (("&", "amp"), ("<", "lt"), (">", "gt"), ("\r", "#13"))}}
_XML_ATTRIBUTE = {**_XML_TEXT, ord('"'): "&quot;", ord("\t"): "&#9;", ord("\n"): "&#10;"}


def visible(text: str) -> str:
    """Return ``text`` for one line of a terminal: each line end as ¶, other control and format characters as ·."""
    if text.isprintable():
        return text
    text = _LINE_END.sub("¶", text)
    return "".join("·" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text)


def xml_text(text: str) -> str:
    """Return ``text`` as content of an XML 1.0 element; forbidden characters show as the pictures of them (␀), or as �."""
    return text.translate(_XML_TEXT)


def xml_attribute(text: str) -> str:
    """Return ``text`` as an XML 1.0 attribute value in double quotes, quotes included."""
    return f'"{text.translate(_XML_ATTRIBUTE)}"'


def json_text(document: object, levels: int = 0) -> str:
    """Return ``document`` as JSON, without loss: a lone surrogate is written as its escape.

    Objects and lists down to ``levels`` are spread over lines, what is deeper stands on one line, so that a report can be
    compared line by line and is still written by the fast encoder.
    """
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", _spread(document, levels, ""))


def strict_json_text(document: object, levels: int = 0) -> str:
    """Return ``document`` as JSON for readers that refuse lone surrogates (Go, Ruby): these become �."""
    return _SURROGATE.sub("\ufffd", _spread(document, levels, ""))


def _spread(value: object, levels: int, margin: str) -> str:
    inner = margin + " "
    if levels and value and isinstance(value, dict):
        parts = [f"{json.dumps(key, ensure_ascii=False)}: {_spread(item, levels - 1, inner)}" for key, item in value.items()]
    elif levels and value and isinstance(value, list):
        parts = [_spread(item, levels - 1, inner) for item in value]
    else:
        return json.dumps(value, ensure_ascii=False)
    between = f",\n{inner}"
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}\n{inner}{between.join(parts)}\n{margin}{closing}"
