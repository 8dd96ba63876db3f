"""Bytes to text: every encoding a newsroom uses, at every length, and one clear sentence for everything else."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.readers.decoding import Decoded, ReadError, decode

LEAD = "本报讯（记者 秦小满）4月11日，芦汀镇的新桥建成通车，两岸群众往来更方便了。"
TEXTS = {
    "lead": LEAD,
    "headline": "芦汀新桥通车",
    "two lines": "芦汀新桥通车\n两岸往来方便",
    "latin": "DNA and RNA: a report by WHO, v2.0 说明书",
    "traditional": "蘆汀鎮的新橋建成通車，兩岸群眾往來更方便了，鄉親們都說這是一件大好事。",
    "rare": "囍㙟𠮷䶮：老街上的招牌字，街坊们大多认不全。",
    "long": (LEAD + "\r\n") * 400,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize(
    ("codec", "read_as", "bom"),
    [
        ("utf-8", "utf-8", b""),
        ("utf-8", "utf-8", codecs.BOM_UTF8),
        ("utf-16-le", "utf-16-le", b""),
        ("utf-16-be", "utf-16-be", b""),
        ("utf-16-le", "utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", "utf-16-be", codecs.BOM_UTF16_BE),
        ("gb18030", "gb18030", b""),
        ("gb18030", "gb18030", b"\x84\x31\x95\x33"),
    ],
)
def test_each_encoding_is_read(text: str, codec: str, read_as: str, bom: bytes) -> None:
    assert decode(bom + text.encode(codec), "a.txt") == Decoded(text, read_as, bom)


def test_gbk_of_one_word_is_not_taken_for_another_script() -> None:
    assert decode("联通".encode("gbk"), "a.txt").text == "联通"


@pytest.mark.parametrize("text", ["", "plain text\n", "Łódź café", "Привет"])
def test_text_without_chinese_is_read_as_utf_8(text: str) -> None:
    assert decode(text.encode(), "a.txt") == Decoded(text, "utf-8", b"")


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        ("蘆汀鎮的新橋建成通車，兩岸群眾往來更方便了。".encode("big5"), "Big5"),
        (LEAD.encode("utf-7"), "看来是 UTF-7 编码，目前只能读"),
        (b"<meta charset=utf-7>\n<p>" + LEAD.encode("utf-7"), "看来是 UTF-7 编码"),
        (b"+/v8-" + "芦汀新桥".encode("utf-7"), "看来是 UTF-7 编码"),
        (LEAD.encode("hz"), "看来是 HZ 编码"),
        ("新しい橋が開通".encode("iso2022_jp"), "看来是 ISO-2022 编码"),
        ((LEAD * 9).encode()[:-1], "UTF-8 编码，但第 1 行已损坏"),
        ((LEAD + "\n" + LEAD).encode("gb18030")[:-1], "GB18030 编码，但第 2 行已损坏"),
        (codecs.BOM_UTF16_LE + LEAD.encode("utf-16-le")[:-1], "UTF-16-LE"),
        (codecs.BOM_UTF32_LE + LEAD.encode("utf-32-le"), "UTF-32"),
        (codecs.BOM_UTF8 + b"a\0b", "1 个空字符（NUL），第一个在第 1 行"),
        (("新桥\n" + "通\0车" * 9).encode(), "9 个空字符（NUL），第一个在第 2 行"),
        (("新桥通车\0" * 5).encode(), "5 个空字符（NUL）"),
        (codecs.BOM_UTF16_LE + ("新桥\0通车\0" * 4).encode("utf-16-le"), "8 个空字符（NUL）"),
        (b"\0" * 4096, "4096 个空字符（NUL）"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "图片"),
        (b"PK\x03\x04\x14\0\x06\0", "docx"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n", "git lfs pull"),
        (b"\nversion http://git-media.io/v/2\noid sha256:4d7a\nsize 12345\n", "git lfs pull"),
        ("Déjà vu, où l'été est à Montréal. ".encode("latin-1") * 9, "不是 UTF-8"),
        ("서울시는 새로운 다리를 놓았다고 밝혔다. 시민들이 좋아했다. ".encode("euc-kr") * 3, "不是 UTF-8"),
        ("新しい橋が開通し、人々はよろこんだ。".encode("shift-jis") * 3, "不是 UTF-8"),
        (bytes(range(256)) * 8, "不是 UTF-8"),
    ],
)
def test_anything_else_is_refused_with_one_sentence(data: bytes, hint: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data, "要闻版.txt")
    message = str(caught.value)
    assert message.startswith("要闻版.txt：") and hint in message
    assert message.endswith("。") and message.count("。") == 1 and "\n" not in message


@pytest.mark.parametrize(
    "text",
    [
        "新桥\0通车",
        LEAD + "\0" * 4096,
        LEAD + "\0\0\0" + LEAD + "\0" + LEAD,
        (LEAD * 40 + "\0") * 5,
        "新\0" + LEAD,
        LEAD + "\x01\0\x7f" + LEAD,
    ],
    ids=["one", "padded end", "few", "few in a long text", "first", "controls"],
)
@pytest.mark.parametrize(
    ("codec", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("gb18030", b""),
        ("gb18030", b"\x84\x31\x95\x33"),
    ],
)
def test_few_nuls_are_characters_of_the_text(text: str, codec: str, bom: bytes) -> None:
    assert decode(bom + text.encode(codec), "a.txt") == Decoded(text, codec, bom)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_latin_in_utf_16_is_no_text_with_nuls(codec: str) -> None:
    assert decode("WHO".encode(codec), "a.txt") == Decoded("WHO", codec, b"")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data, "a.txt")
    except ReadError:
        return
    assert decoded.bom + decoded.text.encode(decoded.encoding) == data


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=200))
def test_utf_8_with_its_mark_is_always_read(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode(), "a.txt").text == text


@pytest.mark.parametrize(
    "text",
    [
        "C++ and a+b-c, +86-10-12345678, 1+1=2",
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA+U85T+AAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        "~{a}~ ~~ ~{b~}",
        "Hi Mom +Jjo--!",
    ],
)
def test_ascii_that_is_not_chinese_in_ascii_is_read(text: str) -> None:
    assert decode(text.encode("ascii"), "a.txt") == Decoded(text, "utf-8", b"")
