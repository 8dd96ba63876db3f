"""Traditional characters, radicals and compatibility ideographs as findings."""

from __future__ import annotations

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from newslint.engine.engine import Engine
from newslint.engine.fixer import fix_document
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

ENGINE = Engine(load_rules([ROOT / "rules" / "characters"]))


def found(text):
    return [(finding.code, finding.text) for finding in ENGINE.check(document_from_text(text))]


def test_adjacent_traditional_characters_are_one_finding():
    assert found("两地青年在會議廳里交流，参观醫院。") == [("VC01", "會議廳"), ("VC01", "醫")]


def test_an_article_in_traditional_script_is_one_finding():
    text = "市立醫院新院區啟用\n\n市立醫院新院區昨日啟用，首日接診三百人次。\n醫護人員表示歡迎，將繼續改進服務。\n"
    assert [code for code, _ in found(text)] == ["VC09"]


def test_a_paragraph_in_traditional_script_is_one_finding():
    text = "# 来信选登\n来信说，活动很有意义。\n這次參觀讓我們學到許多東西，感謝主辦方的安排。\n编辑部将继续刊登来信，欢迎投稿。"
    assert found(text) == [("VC01", "這次參觀讓我們學到許多東西，感謝主辦")]


def test_of_two_articles_only_the_simplified_one_is_reported_by_character():
    text = "# 醫院啟用\n市立醫院新院區昨日啟用，醫護人員表示歡迎。\n\n# 学校开学\n各校昨日开学，學生领到新书，老师们早早到岗。"
    assert found(text) == [("VC09", "醫"), ("VC01", "學")]


def test_a_name_is_told_once_an_article_and_another_person_too():
    text = "# 新剧开机\n导演沈文傑到了青湾县，沈文傑说，剧组已经到齐，沈文傑又去看景。\n编剧田志傑也到了。\n\n# 新剧杀青\n导演沈文傑谢过大家。"
    assert found(text) == [("VC10", "傑"), ("VC10", "傑"), ("VC10", "傑")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("导演沈文傑透露，该剧下月开机。", [("VC10", "傑")]),
        ("本报讯（记者 苏集瑩）小区新装了路灯。", [("VC10", "瑩")]),
        ("投资者拋售股票。", [("VC01", "拋")]),
        ("台中的醫院接收了这批病人。", [("VC01", "醫")]),
    ],
)
def test_names_are_told_from_words(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    ["匾额题着“萬壽堂”三字。", "乾隆年间的著名建筑，一片狼藉。", "朱镕基、陈昇、王喆。", ""],
)
def test_right_text_stays_silent(text):
    assert found(text) == []


def test_a_character_with_two_simplified_forms_is_not_mended():
    finding = ENGINE.check(document_from_text("演奏家鍾先生到访三座城市。"))[0]
    assert finding.fix is None
    assert "钟" in finding.message


def test_look_alikes_are_mended_safely():
    document = document_from_text("市⼈⼤代表视察⻔诊部，\uf934\uf9e1也来了，居⺠很满意。")
    assert fix_document(document, ENGINE.check, unsafe=False).text == "市人大代表视察门诊部，老李也来了，居民很满意。"


@given(st.text(alphabet="医院醫會议議說這国國鍾王傑⼈⻓\uf934“”，。\n 的是了", max_size=60))
def test_any_text_gives_spans_inside_it_and_fixes_of_the_same_length(text):
    document = document_from_text(text)
    findings = ENGINE.check(document)
    for finding in findings:
        assert text[finding.start.offset : finding.end.offset] == finding.text != ""
    assert len(fix_document(document, ENGINE.check, unsafe=True).text) == len(text)
