"""Chinese in GBK that was read as Latin-1 or Windows-1252: ÍÏ³µ for 拖车, a letter with an accent or a sign a byte.

Nothing is lost that way: the bytes can be read again, as long as nobody deletes one of them. Some look like what does
not belong in a text: AD, the second byte of 经, is a soft hyphen.
"""

from typing import NamedTuple

from newslint.chinese.characters import is_han
from newslint.patterns import lazy

#: What Windows-1252 shows for the bytes 80 to 9F.
HIGH = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
#: ，。的一在了是中人和 in GBK, of which hardly a line of Chinese has none: others are not searched.
_SIGNS = ("£¬", "¡£", "µÄ", "Ò»", "ÔÚ", "ÁË", "ÊÇ", "ÖÐ", "ÈË", "ºÍ")
#: What UTF-8 read as GBK or Latin-1 and GBK read as UTF-8 have: the bytes of ，。“, or nothing in place of others.
_OTHER_SIGNS = ("锛", "銆", "鈥", "紝", "ï¼", "ã€", "ã\x80", "\ufffd")
_RUN = lazy(f"[\u0080-\u00ff{HIGH}](?:[\\t\\r\\n -~\u0080-\u00ff{HIGH}]*[\u0080-\u00ff{HIGH}])?")
_LINE = lazy(f"[\u0080-\u00ff{HIGH}](?:[\\t -~\u0080-\u00ff{HIGH}]*[\u0080-\u00ff{HIGH}])?")
#: So many Chinese characters at least are proof, if they are this share of what is read.
_LEAST, _SHARE = 4, 0.9
_MARKS = frozenset("，。、；：？！“”‘’（）《》—…·【】　％")


class Garbled(NamedTuple):
    """A garbled stretch, code points ``start`` to ``end``, and what it was; ``original`` is None where that is lost."""

    start: int
    end: int
    original: str | None


def garbled_passages(text: str) -> tuple[Garbled, ...]:
    """Return the passages of ``text`` that were decoded with the wrong code beyond doubt, in order."""
    found = gbk_as_latin(text)
    if any(sign in text for sign in _OTHER_SIGNS):
        from newslint.chinese.garbled_passages import passages  # hardly any text has one

        return found or tuple(passages(text))
    return found


def gbk_as_latin(text: str) -> tuple[Garbled, ...]:
    """Return the stretches of ``text`` that are GBK read as Latin-1, in order: whole texts, else line by line."""
    if not any(sign in text for sign in _SIGNS):
        return ()
    found: list[Garbled] = []
    for run in _RUN.finditer(text):
        original = _read(run[0], "strict")
        if original is not None:
            found.append(Garbled(run.start(), run.end(), original))
            continue
        for line in _LINE.finditer(text, run.start(), run.end()):
            original = _read(line[0], "replace")
            if original is not None:
                found.append(Garbled(line.start(), line.end(), None if "\ufffd" in original else original))
    return tuple(found)


def _read(run: str, errors: str) -> str | None:
    """Return what the bytes of ``run`` are in GBK, or None if that is no Chinese."""
    code = b"".join(char.encode("cp1252" if char in HIGH else "latin-1") for char in run)
    try:
        original = code.decode("gb18030", errors)
    except UnicodeDecodeError:
        return None
    read = [char for char in original if not char.isascii()]
    chinese = sum(char in _MARKS or (is_han(char) and _is_usual(char)) for char in read)
    return original if chinese >= _LEAST and chinese >= _SHARE * len(read) else None


def _is_usual(char: str) -> bool:
    """Return True if GB 2312 has the character; accents before Latin letters give others."""
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False
