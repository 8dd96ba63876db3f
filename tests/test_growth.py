"""Texts that once took time with the square of their length: each is checked at a length at which it would not end."""

from __future__ import annotations

from collections import Counter

import pytest

from newslint.config import Settings
from newslint.finding import Severity
from newslint.readers import document_from_text
from newslint.run.linter import Linter

_MANY = 8_000
#: So many findings of one rule at most in a text of a few hundred thousand characters.
_MOST = 10_000
_SENTENCE = "图书馆昨日开馆，读者三百人到场参加了活动。"
_NO_STOP = "".join(chr(0x4E00 + index * 7919 % 20_000) for index in range(2 * _MANY))
_ALL_OFF = "<!-- newslint-disable -->\n\n会议。。\n\n"

#: By name the format, the text, and findings that it has, by code; the others do not matter.
_TEXTS: dict[str, tuple[str, str, dict[str, int]]] = {
    "names that differ in a character": ("plain", "".join(f"院长王晓{char}，" for char in _NO_STOP), {"CO01": 0}),
    "titles that differ in a character": (
        "plain",
        "".join(f"《春山如{char}时节》，" for char in _NO_STOP),
        {"CO15": 0},
    ),
    "two names of one person": ("plain", "院长王晓明，" * _MANY + "院长王晓鸣，", {"CO01": 1}),
    "a word in two spellings": ("plain", "其他人，其它人。" * (_MANY // 4), {"CO23": _MANY // 2}),
    "unclosed brackets": ("plain", "（" * _MANY + "会", {"QU01": _MANY}),
    "nested brackets": ("plain", "（" * _MANY + "会" + "）" * _MANY, {"QU01": 0}),
    "nested titles": ("plain", "《" * _MANY + "会" + "》" * _MANY, {"PU39": _MANY - 1}),
    "nested quotes": ("plain", "‘" * _MANY + "会" + "’" * _MANY, {"QU01": 0}),
    "unopened quotes": ("plain", "！”" * _MANY, {"QU01": _MANY}),
    "crossing marks": ("plain", "（" * _MANY + "《" * _MANY + "）》" * _MANY, {}),
    "turned brackets": ("plain", "」" * (8 * _MANY), {"PU42": _MOST}),
    "emoticons": ("plain", ":)" * (20 * _MANY), {}),
    "brackets and addresses": ("plain", "（甲 www.a.cn " * (2 * _MANY), {"QU01": _MOST}),
    "dots and addresses": ("plain", "甲.乙 www.a.b/ " * (2 * _MANY), {}),
    "garbled lines": ("plain", "好鏂板崕绀惧寳浜?锛11鏈?\n" * _MANY, {"EC06": _MANY}),
    "one garbled line": ("plain", "鏂板崕绀惧寳浜?锛11鏈?" * _MANY, {"EC06": 1}),
    "references": ("plain", "甲[M], 乙, " * (4 * _MANY), {}),
    "controls in one line": ("plain", "甲乙\x0b" * (4 * _MANY), {"EC07": _MOST}),
    "many laws": ("plain", "".join(f"《某{number}法》" for number in range(2 * _MANY)), {}),
    "many foreign names": ("plain", "".join(f"《{chr(0x4E00 + number)}尔斯特》" for number in range(_MANY)), {}),
    "half of an address": ("plain", "a." * _MANY + "@b.c", {}),
    "address without an end": ("plain", "x@" + "a." * _MANY, {}),
    "figures and commas": ("plain", "3，" * _MANY, {}),
    "repeated items": ("plain", "、“甲”" * _MANY, {"PU13": _MANY - 1}),
    "no full stop": ("plain", f"{_SENTENCE}{_SENTENCE}\n{_NO_STOP}", {"DU05": 1}),
    "headlines": ("markdown", "# 甲\n" * _MANY, {}),
    "one name in a byline": ("plain", "本报记者 张三 " * (_MANY // 4), {"BY08": _MANY // 4 - 1}),
    "places without a stop": ("plain", "到长治市清徐县" * (_MANY // 4), {"PL02": _MANY // 4}),
    "single letters": ("plain", "甲a" * _MANY, {}),
    "repeated clauses": (
        "plain",
        "会议要求，加强统筹协调，加强统筹协调，按期完成改造。" * (_MANY // 10),
        {"DU05": 1},
    ),
    "spaces in one line": (
        "plain",
        "入汛以来，社区志愿者奋战 在防汛一线，昼夜巡查 堤坝。" * (_MANY // 10),
        {"SP01": _MANY // 5},
    ),
    "superseded findings": ("plain", "，，\n" * (_MANY // 4), {"PU03": _MANY // 4}),
    "a picture in the text": ("markdown", f"![](data:image/png;base64,{'iVBORw0KGgo' * _MANY})\n\n见 www.a.cn\n", {}),
    "comments for all rules": ("markdown", _ALL_OFF * (_MANY // 10), {"PU03": 0, "NL01": 0}),
    "comments in one line": ("markdown", "<!-- newslint-disable-line -->" * (_MANY // 10), {"NL01": _MANY // 10}),
    "mixed emphasis": ("markdown", "**甲__" * _MANY, {}),
    "escaped marks": ("markdown", "\\" * (20 * _MANY), {}),
    "open links in lines": ("markdown", "[\n" * _MANY, {}),
    "open images": ("markdown", "![[&" * _MANY, {}),
    "links that are never closed": ("markdown", "[甲](" * (13 * _MANY), {}),
    "open comments": ("markdown", "<div>\n" + "<!--" * _MANY, {}),
    "blanks in a heading": ("markdown", f"# 甲{' ' * 20 * _MANY}乙\n", {}),
    "a code for a space, again and again": ("markdown", "&nbsp;" * _MANY, {"EC11": 0}),
    "items of a list in one line": ("plain", "一是甲，二是乙，三是丙，" * _MANY, {}),
    "runs of hyphens": ("plain", f"（{'-' * 300}甲" * (_MANY // 40), {"PU08": 0}),
    "a name in a headline and another in the text": ("plain", "王小明说开馆\n\n" + "王小的书，" * (3 * _MANY), {}),
    "lines without a stop": (
        "plain",
        "".join(
            f"王{char}：今天开馆，读者来了。明天还来，大家说很好\n今天开馆，好的。\n今天开馆，好的。\n"
            for char in _NO_STOP[:_MANY]
        ),
        {},
    ),
    "marks in very many lines": ("markdown", "*甲_**\n" * _MANY + "北城图书馆昨日开馆。" * 2, {}),
    "one style of bylines and a few others": (
        "plain",
        (
            "图书馆开馆\n本报讯（记者 王小明）昨日，图书馆开馆。\n\n" * 3
            + "图书馆开馆\n本报讯（记者王小明）昨日，图书馆开馆。\n\n"
        )
        * (_MANY // 4),
        {"BY04": _MANY // 4},
    ),
    "names behind a sign": (
        "plain",
        "图书馆开馆\n\n本报讯（记者 王小明）昨日，图书馆开馆，读者三百人到场。\n"
        + "▲汝阳区 图书馆昨日开馆，读者三百人到场参加了活动，大家都说很好。\n" * _MANY,
        {"SP02": 0},
    ),
    "repeats in one line": ("plain", "会议会议开（甲）" * _MANY, {"DU02": _MANY}),
    "credits in one line": ("plain", "本报记者 王小明 通讯员 李大华 " * (_MANY // 4), {}),
    "institutions that begin alike": (
        "plain",
        "".join(f"中国{char}{char}委员会，" for char in _NO_STOP[:3000]),
        {"CO04": 0},
    ),
    "foreign names that begin alike": (
        "plain",
        "".join(f"教练克里斯{char}说，" for char in _NO_STOP[:3000]),
        {"CO13": 0},
    ),
    "open tables": ("html", "<table><tr><td>会议" * (_MANY // 4), {}),
    "one long tag": ("html", f"<p>会议</p><p {'a' * 10 * _MANY}>会议</p>", {}),
    "open scripts": ("html", "<script>" * _MANY, {}),
}


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(Settings(level=Severity.INFO))


@pytest.mark.parametrize("name", _TEXTS)
def test_a_text_is_read_to_its_end_whatever_it_repeats(linter: Linter, name: str) -> None:
    format, text, expected = _TEXTS[name]
    found = Counter(finding.code for finding in linter.check_document(document_from_text(text, format=format)))
    assert {code: found[code] for code in expected} == expected


def test_nested_brackets_are_not_reported_once_more_at_each_depth(linter: Linter) -> None:
    text = "（周一" * 30 + "（节日除外）" + "）" * 30
    found = [finding for finding in linter.check_document(document_from_text(text)) if finding.code == "QU06"]
    assert 1 < len(found) < 10


def test_half_characters_in_a_long_text_hold_nothing_up(linter: Linter) -> None:
    text = "甲\ud800乙。" * _MANY + "双方坚持互惠互利互惠原则。\udc00"
    found = linter.check_document(document_from_text(text))
    assert [finding.text for finding in found if finding.code == "DU03"] == ["互惠互利互惠"]


def test_a_line_with_very_many_marks_of_emphasis_keeps_its_plain_pairs(linter: Linter) -> None:
    document = document_from_text("**图书馆**昨日开馆，" * 100 + "**甲__" * 100, format="markdown")
    assert "图书馆" in document.view and "**图书馆" not in document.view
