"""Bytes to text: UTF-8, UTF-16 and GB18030, distinguished by BOM, validity and the resulting characters.

Anything else is refused with one sentence for an editor that says what the file looks like. Text is never repaired: it
can be written back byte for byte with the same codec and byte order mark.
"""

import codecs
import re
from functools import cache
from typing import NamedTuple

from newslint.language import tr
from newslint.patterns import lazy

#: Byte order marks with the codec of what follows; the fourth is U+FEFF in GB18030.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
#: The first bytes of files that are often renamed to .txt, and names for them.
_SIGNATURES = (
    ((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE), " UTF-32 编码的文本"),
    ((b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*"), "图片"),
    ((b"%PDF-",), " PDF 文件"),
    ((b"{\\rtf",), " RTF 文件"),
)
#: Encodings that write Chinese in ASCII, as mail once had to, with what begins a run of it; a text that reads like
#: Chinese so is refused, for as it stands it would have no character to check.
_IN_ASCII = (("utf-7", b"+"), ("hz", b"~{"))
_ISO_2022 = lazy(rb"\x1b\$[)*+]?[@-H]")
#: How many Chinese characters that takes.
_LEAST_HAN = 4
#: The first bytes of the documents of Word 97 to 2003 and of WPS.
_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
#: What Git LFS puts in the place of a file that it has not fetched, under its name of today and its former ones.
_POINTER = lazy(rb"\s*version https?://(?:git-lfs\.github\.com/spec|hawser\.github\.com/spec|git-media\.io)/")

#: How much of a text is sampled to score a guess, in code points.
_SAMPLE = 4000
#: The minimum score of a text with a guessed encoding, and the highest share of characters that news does not use.
_LEAST = 0.5
_MOST_STRANGE = 0.04
#: The score above which an encoding that is not supported is named in the message.
_SURE = 0.6
#: The most frequent characters of modern Chinese, by general knowledge: about half of any text, simplified or not.
_COMMON = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经"
    "么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全"
    "三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西月话合回特代内信表化老给世位次度门任常"
    "先海通教原东声提立及比员解水名真论处走义各入几口认条平系气题活更别打女变四总何电数安少报才结反受目太量再感建务做接必场件计管"
    "期市直资山金指统区保至队形社便空决治展马科司五基书非则听白界达光放强即难且权思完设式色路记南品住告类求据程北边张该交规万取"
    "這個們來為國說時會對過發後經動現當還進實無與長機學開點問間業關員電報務記區"
)
_HAN = lazy("[\u4e00-\u9fff]")
_STRANGE = lazy(
    "[^\\t\\n\\r\\x1a\\x20-\\x7e\u00a0-\u00ff\u0391-\u03c9\u0410-\u044f\u2000-\u206f\u20ac\u2100-\u22ff\u2460-\u26ff\u3000-\u30ff"
    "\u3200-\u33ff\u3400-\u9fff\ufeff\uff00-\uffe6\U00010000-\U0003ffff]"
)
#: Chinese and everything after it in Unicode, and the letters before it that are not Latin-1.
_NEAR = lazy("[\u0100-\u07ff]")
_KANA = lazy("[\u3041-\u30fa]")
_BEYOND_MARKS = lazy("[^\0-\x7e\u00b0\u00b7\u00d7\u2010-\u206f\u3000-\u303f\uff01-\uff5e]")
_DECLARED = lazy(rb"<(?:meta\s[^>]*?charset|\?xml\s[^>]*?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.I)
#: How far into a page its encoding may be declared, in bytes.
_DECLARED_WITHIN = 4096
#: Codecs that are accepted when a page declares them; every GB encoding is read as the latest.
_CODECS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}
_CONTROL = lazy("[\0-\x08\x0e-\x19\x1c-\x1f\x7f]")
#: Runs of NUL: how many a text may have, whatever its length, and how many characters it must have for each of the rest
#: (of any, for text of another encoding has one beside every Latin letter).
_NULS = lazy("\0+")
_FEW_NULS = 3
_BETWEEN_NULS = (4, 1000)


class ReadError(ValueError):
    """A file cannot be read as an article. The message is one sentence: what, where, and what to do."""


class Decoded(NamedTuple):
    """The text of a file, its codec and its byte order mark (empty if it has none)."""

    text: str
    encoding: str
    bom: bytes


def declared_charset(data: bytes) -> str:
    """Return the encoding that an HTML or XHTML page declares, in lower case; "" if it declares none."""
    match = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    return match[1].decode("ascii").lower() if match else ""


def decode(data: bytes, name: str, declared: str = "") -> Decoded:
    """Decode the bytes of the file called ``name``; raises ``ReadError`` if they are not text in a supported encoding.

    ``declared`` is the encoding that the file itself states; it counts if the bytes are valid in it and are not UTF-8.
    """
    for signatures, what in _SIGNATURES:
        if data.startswith(signatures):
            raise _refusal(name, tr("这是{what}，不是能检查的纯文本", what=tr(what)))
    if data.startswith(_OLE):
        raise old_document(name)
    if data.startswith(_ZIP):
        raise ReadError(
            tr(
                "{name}：这是 Word 文档或压缩包，名称却不是 .docx；是稿件，请改名为 .docx，"
                "带宏的（.docm）请另存为 .docx。",
                name=name,
            )
        )
    if _POINTER.match(data):
        raise ReadError(tr("{name}：这是 Git LFS 的指针，稿件本身还没有取来；请先运行 git lfs pull。", name=name))
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Decoded(_decode_marked(data, bom, encoding, name), encoding, bom)
    if data.isascii() and (what := _in_ascii(data)):
        raise _refusal(name, tr("看来是 {encoding} 编码，目前只能读 UTF-8、UTF-16 和 GB18030", encoding=what))
    codec = _CODECS.get(declared, "")
    guess = codec if codec and _fits(data, codec) else _guess(data)
    if guess is None:
        raise _refusal(name, _diagnosis(data))
    return Decoded(data.decode(guess), guess, b"")


def old_document(name: str) -> ReadError:
    """Return the error about a document of Word 97 to 2003 or of WPS, which says how to save it as .docx."""
    return ReadError(
        tr(
            "{name}：这是 Word 97—2003 或 WPS 文件，不能直接检查；请用 Word 或 WPS 打开，"
            "“另存为”里文件类型选“Word 文档（*.docx）”。",
            name=name,
        )
    )


def _refusal(name: str, fault: str) -> ReadError:
    return ReadError(tr("{name}：{fault}；请用原编辑器另存为 UTF-8 纯文本。", name=name, fault=fault))


def _decode_marked(data: bytes, bom: bytes, encoding: str, name: str) -> str:
    try:
        text = data[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        byte = len(bom) + error.start + 1
        fault = tr("文件标明是 {encoding} 编码，但第 {byte} 字节处已损坏", encoding=encoding.upper(), byte=byte)
        raise _refusal(name, fault) from None
    if _is_binary(text):
        raise _refusal(name, _nuls(text))
    return text


def _is_binary(text: str) -> bool:
    """Return True if a text has more NULs than an export or a copy leaves behind; a padded end counts as one."""
    if "\0" not in text:
        return False
    body = text.rstrip("\0")
    runs = sum(1 for _ in _NULS.finditer(body))
    least, usual = _BETWEEN_NULS
    return not body or runs * least > len(body) or runs > max(_FEW_NULS, len(body) // usual)


def _nuls(text: str) -> str:
    """Say in half a sentence that a text has too many NULs."""
    count, line = text.count("\0"), text.count("\n", 0, text.find("\0")) + 1
    return tr("文件里有 {count} 个空字符（NUL），第一个在第 {line} 行，不是纯文本", count=count, line=line)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _fits(data: bytes, codec: str) -> bool:
    """Return True if bytes that are not UTF-8 are text in ``codec`` and are the same when encoded again."""
    text = _decoded(data, codec)
    return (
        text is not None
        and not _CONTROL.search(text)
        and _decoded(data, "utf-8") is None
        and text.encode(codec) == data
    )


def _guess(data: bytes) -> str | None:
    """Return the codec that makes text of ``data``, or None."""
    text = _decoded(data, "utf-8")
    if (
        text is not None
        and not _is_binary(text)
        # Controls in ASCII may be halves of Chinese in UTF-16.
        and (not _CONTROL.search(text) or ("\0" in text and not text.isascii()))
        and (text.isascii() or not _looks_foreign(text))
    ):
        return "utf-8"
    wide = () if len(data) % 2 else ("utf-16-le", "utf-16-be")
    scores: dict[str, float] = {encoding: _score(_decoded(data, encoding)) for encoding in ("gb18030", *wide)}
    best = max(scores, key=scores.__getitem__)
    if scores[best] >= _LEAST:
        return best
    return "utf-8" if text is not None and not _is_binary(text) else None


def _in_ascii(data: bytes) -> str:
    """Return the name of the encoding in which ASCII ``data`` is Chinese, or ""."""
    if _ISO_2022.search(data):
        return "ISO-2022"
    for encoding, mark in _IN_ASCII:
        start = data.find(mark)
        text = data[start : start + 4 * _SAMPLE].decode(encoding, "ignore") if start >= 0 else ""
        if len(_HAN.findall(text)) >= _LEAST_HAN and _score(text) > _SURE:
            return encoding.upper()
    return ""


def _looks_foreign(text: str) -> bool:
    """Return True if UTF-8 gives no Chinese but Cyrillic, Arabic or the like: two words in GBK may look like this."""
    # The first Chinese character ends the search; a negated class takes longer to compile than an article to read.
    return not any(char > "\u07ff" for char in text) and bool(_NEAR.search(text))


@cache
def _frequent(codec: str, first: int, last: int) -> frozenset[str]:
    """Return the characters of some rows of a national encoding; the first rows have the frequent ones."""
    cells = (bytes((row, cell)) for row in range(first, last + 1) for cell in (*range(0x40, 0x7F), *range(0xA1, 0xFF)))
    return frozenset(b"".join(cells).decode(codec, "ignore"))


def _share(han: list[str], frequent: frozenset[str]) -> float:
    return sum(map(frequent.__contains__, han)) / len(han)


def _score(text: str | None) -> float:
    """Return how much a text reads like Chinese, 0 to 1: its characters are in use, and half of them are common."""
    if not text or _is_binary(text):
        return 0.0
    sample = text[:_SAMPLE].replace("\0", "")
    if len(_STRANGE.findall(sample)) > max(_MOST_STRANGE * len(sample), min(2, len(sample) // 12)):
        return 0.0
    han = _HAN.findall(sample)
    if 5 * len(_KANA.findall(sample)) > len(han):
        return 0.0
    if not han:
        return 0.0 if _BEYOND_MARKS.search(sample) else _LEAST
    # Korean in its national encoding fills rows 16 to 40 of GB 2312, and only these.
    if len(han) >= 12 and _frequent("gb2312", 0xC9, 0xD7).isdisjoint(han):
        return 0.0
    in_use = max(_share(han, _frequent("gb2312", 0xB0, 0xD7)), _share(han, _frequent("big5", 0xA4, 0xC6)))
    return 0.5 * in_use + min(0.5, _share(han, _COMMON))


def _diagnosis(data: bytes) -> str:
    """Say in half a sentence what undecodable bytes look like."""
    text = _decoded(data, "utf-8")
    if text is not None:
        return _nuls(text)
    for encoding in ("utf-8", "gb18030"):
        text = data.decode(encoding, "replace")
        faults = text.count("\ufffd")
        if faults <= 3 + len(text) // 200 and "\0" not in text and _score(text.replace("\ufffd", "")) > _LEAST:
            line = text.count("\n", 0, text.find("\ufffd")) + 1
            return tr("看来是 {encoding} 编码，但第 {line} 行已损坏或被截断", encoding=encoding.upper(), line=line)
    if _score(_decoded(data, "big5")) > _SURE:
        return tr("看来是 Big5（繁体中文）编码，目前只能读 UTF-8、UTF-16 和 GB18030")
    return tr("不是 UTF-8、UTF-16 或 GB18030 编码的文本，无法检查")
