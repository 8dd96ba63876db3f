"""Text in XML: escapes, and substitutes for characters that XML forbids."""

from __future__ import annotations

# XML 1.0, production 2 (Char): these are not allowed at all, not even as references.
_NO_XML = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"}
_NO_XML |= dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd")
_XML_TEXT = {
    **_NO_XML,
    **{ord(char): f"&{name};" for char, name in (("&", "amp"), ("<", "lt"), (">", "gt"), ("\r", "#13"))},
}
_XML_ATTRIBUTE = {**_XML_TEXT, ord('"'): "&quot;", ord("\t"): "&#9;", ord("\n"): "&#10;"}


def xml_text(text: str) -> str:
    """Return ``text`` as content of an XML 1.0 element; forbidden characters become pictures of them (␀) or �."""
    return text.translate(_XML_TEXT)


def xml_attribute(text: str) -> str:
    """Return ``text`` as an XML 1.0 attribute value in double quotes, including the quotes."""
    return f'"{text.translate(_XML_ATTRIBUTE)}"'
