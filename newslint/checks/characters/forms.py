"""Forms of marks that Unicode keeps for old character sets and vertical text, and what horizontal Chinese text has
instead.

Source: the blocks Vertical Forms, CJK Compatibility Forms and Small Form Variants of the Unicode Standard.
"""

from __future__ import annotations

_VERTICAL = dict(
    zip(
        "︐︑︒︓︔︕︖︗︘︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈",
        "，、。：；！？〖〗（）｛｝〔〕【】《》〈〉「」『』［］",
        strict=True,
    )
)
_SMALL = dict(
    zip("﹐﹑﹒﹔﹕﹖﹗﹘﹙﹚﹛﹜﹝﹞﹟﹠﹡﹢﹣﹤﹥﹦﹨﹩﹪﹫", "，、。；：？！—（）｛｝〔〕#&*+-<>=\\$%@", strict=True)
)

#: The plain mark for each form: ︵ becomes （, ﹐ becomes ，, 〝 becomes “.
PLAIN_FORMS = {
    **_VERTICAL,
    **_SMALL,
    "\ufe19": "…",
    "\ufe30": "：",
    "\ufe31": "—",
    "\ufe32": "–",
    "\ufe33": "_",
    "\ufe34": "_",
    "〝": "“",
    "〞": "”",
    "〟": "”",
    "⁇": "？？",
    "‼": "！！",
    "⁈": "？！",
    "⁉": "！？",
}
