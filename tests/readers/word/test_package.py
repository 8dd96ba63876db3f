"""Documents that are broken, locked or hostile: each is refused in one sentence that says what to do."""

from __future__ import annotations

import struct
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_documents import HEAD, NAMES, archive, docx, p, parts_of, run

from newslint.readers import ReadError, read_bytes
from newslint.readers.word.archive import Archive, ArchiveError, EncryptedError, LargeError

SOUND = docx(p("新桥今天通车。"))
DOCUMENT = parts_of(SOUND)["word/document.xml"].decode()


def with_part(data: str | bytes, name: str = "word/document.xml") -> bytes:
    return archive(parts_of(SOUND) | {name: data if isinstance(data, bytes) else data.encode()})


def encrypted(data: bytes) -> bytes:
    """Return an archive whose entries claim to be encrypted."""
    return data.replace(b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\1\0")


def lying(size: int) -> bytes:
    """Return an archive whose article claims to have another size than it has."""
    name = b"word/document.xml"
    data = bytearray(with_part("<a>" + " " * 60_000_000 + "</a>"))
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(name))
    struct.pack_into("<I", data, at + 24, size)
    return bytes(data)


DOCTYPE = HEAD + '<!DOCTYPE a [<!ENTITY x "lol"><!ENTITY y "&x;&x;&x;&x;">]>'
DEEP = "<w:sdt><w:sdtContent>" * 20_000 + "</w:sdtContent></w:sdt>" * 20_000
HOSTILE = {
    "empty": (b"", "不是完好的 Word 文档（文件不是压缩包）"),
    "no archive": (b"PK\x03\x04" + b"x" * 100, "不是完好的 Word 文档"),
    "text": ("新桥今天通车。".encode(), "不是完好的 Word 文档（文件不是压缩包）"),
    "cut short": (SOUND[:-200], "不是完好的 Word 文档（压缩包损坏，或没有传完）"),
    "old Word": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "文件类型选“Word 文档（*.docx）”"),
    "with a password": (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "取消密码"),
    "encrypted": (encrypted(SOUND), "取消密码"),
    "macros": (docx(p("甲"), extra={"word/vbaProject.bin": b"\xd0\xcf"}), "带有宏"),
    "no article": (archive({"a.xml": b"<a/>"}), "里面没有正文"),
    "no body": (with_part(f"<w:document {NAMES}/>"), "里面没有正文"),
    "a table of figures": (with_part("<workbook/>"), "里面没有正文"),
    "no XML": (with_part("新桥"), "不是完好的 Word 文档（word/document.xml 第 1 行不是有效的 XML）"),
    "entities": (with_part(DOCTYPE + DOCUMENT.removeprefix(HEAD).replace("新桥", "&y;")), "DTD"),
    "a file of this machine": (
        with_part(DOCTYPE.replace('"lol"', 'SYSTEM "file:///etc/passwd"') + DOCUMENT.removeprefix(HEAD)),
        "DTD",
    ),
    "entities in UTF-16": (
        with_part((DOCTYPE + DOCUMENT.removeprefix(HEAD)).replace("UTF-8", "UTF-16").encode("utf-16")),
        "DTD",
    ),
    "entities in UTF-32": (
        with_part((DOCTYPE + DOCUMENT.removeprefix(HEAD)).replace("UTF-8", "UTF-32").encode("utf-32")),
        "不是完好的 Word 文档",
    ),
    "deep": (with_part(DOCUMENT.replace("<w:body>", f"<w:body>{DEEP}")), "不是完好的 Word 文档"),
    "a bomb": (with_part("<a>" + " " * 200_000_000 + "</a>"), "大得不像稿件"),
    "a bomb that lies": (lying(1000), "不是完好的 Word 文档"),
    "too many tags": (with_part("<a>" + "<b/>" * 700_000 + "</a>"), "大得不像稿件"),
    "far more text than bytes": (docx(p("图书馆昨日开馆。" * 100_000)), "大得不像稿件"),
    "too many lines": (docx(p("甲") * 30_001), "有 30001 行，平均每行不到 6 个字"),
    "too many parts": (docx(p("甲"), extra={f"x/{at}": b"" for at in range(6000)}), "大得不像稿件"),
    "strict": (
        with_part(
            parts_of(SOUND)["_rels/.rels"].replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"
            ),
            "_rels/.rels",
        ),
        "Strict Open XML",
    ),
    "elsewhere": (
        with_part(parts_of(SOUND)["_rels/.rels"].replace(b"Target=", b'TargetMode="External" Target='), "_rels/.rels"),
        "里面没有正文",
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_cannot_be_read_is_refused_in_one_sentence_and_little_memory(case: str) -> None:
    data, told = HOSTILE[case]
    tracemalloc.start()
    with pytest.raises(ReadError) as refused:
        read_bytes(data, "稿.docx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    sentence = str(refused.value)
    assert sentence.startswith("稿.docx：") and sentence.endswith("。") and told in sentence and "\n" not in sentence
    assert peak < 100_000_000


def test_documents_may_nest_as_deep_as_people_do() -> None:
    nested = "<w:sdt><w:sdtContent>" * 60 + p("甲") + "</w:sdtContent></w:sdt>" * 60
    assert read_bytes(docx(nested), "稿.docx").text == "甲\n"


@pytest.mark.parametrize("name", ["a.doc", "a.wps", "a.txt", "a.docx"])
def test_old_documents_are_told_how_to_become_new_ones(name: str) -> None:
    with pytest.raises(
        ReadError, match=r"^a\.\w+：这是 Word 97—2003 或 WPS 文件.*文件类型选“Word 文档（\*\.docx）”。$"
    ):
        read_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, name)


@given(st.binary(max_size=200), st.integers(0, 2000), st.integers(0, 255))
def test_damage_is_told_and_never_raises_anything_else(junk: bytes, at: int, value: int) -> None:
    damaged = bytearray(SOUND)
    damaged[at % len(SOUND)] = value
    for data in (bytes(damaged), SOUND[: at % len(SOUND)] + junk, b"PK\x03\x04" + junk):
        try:
            document = read_bytes(data, "稿.docx")
        except ReadError:
            continue
        assert document.written(())


# --- the archive -----------------------------------------------------------------------------------------------------


def test_parts_that_are_not_replaced_keep_their_bytes_and_order() -> None:
    picture = bytes(range(256)) * 50
    data = docx(p("甲"), extra={"word/media/图.png": picture, "docProps/a.xml": b"<a/>"})
    written = Archive(data).replaced({"word/document.xml": b"<b/>", "word/new.xml": b"<c/>"})
    before, after = parts_of(data), parts_of(written)
    assert list(after) == [*before, "word/new.xml"]
    assert after == before | {"word/document.xml": b"<b/>", "word/new.xml": b"<c/>"}
    assert Archive(written).replaced({}) == written


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (SOUND[:-1], ArchiveError),
        (SOUND.replace(b"_rels/.rels", b"word/./rels"), None),
        (encrypted(SOUND), EncryptedError),
        (docx("", extra={str(at): b"" for at in range(5000)}), LargeError),
    ],
)
def test_archives_are_refused_for_what_they_are(data: bytes, error: type[Exception] | None) -> None:
    if error is None:
        assert "word/document.xml" in Archive(data)
        return
    with pytest.raises(error):
        Archive(data)


def test_two_parts_of_one_name_are_refused() -> None:
    data = docx(run("甲"), extra={"word/documenu.xml": b"<a/>"}).replace(b"word/documenu.xml", b"word/document.xml")
    with pytest.raises(ReadError, match="不是完好的 Word 文档"):
        read_bytes(data, "稿.docx")
