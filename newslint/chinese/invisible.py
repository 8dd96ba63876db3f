"""Invisible characters: their names, and spaces that Chinese text does not use.

Names are those of the Unicode character database in Chinese; a message names such a character because showing it would
show nothing.
"""

from __future__ import annotations

#: Spaces other than U+0020 and U+3000, and two blanks that are not spaces but look like one.
EXOTIC_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u2800\u3164"

_NAMES = {
    0x09: "制表符",
    0x0A: "换行符",
    0x0B: "纵向制表符",
    0x0C: "换页符",
    0x0D: "回车符",
    0x20: "空格",
    0x7F: "删除符",
    0x85: "下一行符",
    0xA0: "不换行空格",
    0xAD: "软连字符",
    0x034F: "组合用字形连接符",
    0x061C: "阿拉伯文方向符",
    0x1680: "欧甘文空格",
    0x180E: "蒙古文元音分隔符",
    0x2000: "半方空格",
    0x2001: "全方空格",
    0x2002: "半方空格",
    0x2003: "全方空格",
    0x2004: "三分空格",
    0x2005: "四分空格",
    0x2006: "六分空格",
    0x2007: "数字空格",
    0x2008: "标点空格",
    0x2009: "窄空格",
    0x200A: "极窄空格",
    0x200B: "零宽空格",
    0x200C: "零宽不连字",
    0x200D: "零宽连字",
    0x200E: "从左至右符",
    0x200F: "从右至左符",
    0x2028: "行分隔符",
    0x2029: "段分隔符",
    0x202F: "窄不换行空格",
    0x205F: "数学空格",
    0x2060: "单词连接符",
    0x2800: "盲文空格",
    0x3000: "全角空格",
    0x3164: "谚文填充符",
    0xFEFF: "字节顺序标记",
    0xFFFC: "对象替换符",
    0xFFFD: "替换字符",
}


def name(char: str) -> str:
    """Return the code point and name of ``char``: "U+200B 零宽空格"."""
    code = ord(char)
    known = _NAMES.get(code) or _by_range(code)
    if not known and char.isprintable():
        return f"“{char}”（U+{code:04X}）"
    return f"U+{code:04X} {known}" if known else f"U+{code:04X}"


def names(chars: str) -> str:
    """Return the names of the distinct characters in ``chars``, in order, joined by 、."""
    return "、".join(name(char) for char in dict.fromkeys(chars))


def _by_range(code: int) -> str:
    if code < 0x20 or 0x80 <= code < 0xA0:
        return "控制字符"
    if 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x206F:
        return "方向控制符"
    if 0x2061 <= code <= 0x2064:
        return "不可见数学符号"
    if 0xE000 <= code <= 0xF8FF or code >= 0xF0000:
        return "私用区字符"
    return ""
