"""Every class of faults plants what it says: one fault, at its place, the same for the same seed."""

from __future__ import annotations

from random import Random

import pytest
from conftest import ROOT
from planting import CLASSES, NOT_PLANTED, Article
from planting.lexicons import lexicon, lexicon_classes

from newslint.finding import Severity
from newslint.rulebook.book import load_rules

BOOK = load_rules()
TEXTS = [
    path.read_text(encoding="utf-8-sig")
    for path in sorted((ROOT / "fixtures" / "clean").iterdir())
    if path.suffix in (".txt", ".md")
]
ARTICLES = [Article(text, text.lstrip("# \n").split("\n", 1)[0]) for text in TEXTS]
#: What few articles hold: an ellipsis, a round number, a name of six characters, 截至, 防止再次发生, a city's offices.
RARE = Article(
    "去年冬天，七八个街坊围着火炉商量……等到开春，云岭市教育局把保罗·杜邦的画室改成了学堂，云岭市成为远近闻名的书乡。\n"
    "本周起，学堂收学生三四十名，做到有声有色、互帮互助，管理员说：“为防止再次发生漏雨，屋顶修了两遍。”他还说：“瓦片是街坊捐的，一共三百块。”\n"
    "屋里摆着旧书——都是街坊捐的，有《山河小记》《巷子深处》，也有“银发课堂”“四点半教室”的讲义（手抄本），以及几盏旧灯。\n"
    "截至目前，学堂有书柜、长桌、黑板、算盘、毛笔等5种旧物，各种旧物都编了号，他们坚持“敬惜字纸”的家风，街坊问：“还能捐吗？”\n"
    "学堂占地35万元，增长12%。捐书的有柳溪区、晋湖区、鹤鸣区、青湾区、白沙区等地的读者，书桌、黑板和算盘，灯具、以及讲义都要登记。\n"
    "2026年4月18日，学堂开课。截至今年3月，学堂投入20万元，接待读者1万人，占居民的15%。街坊说好，老人说这是好事，孩子说书真多。\n"
    "县里的院长王明理介绍，学堂开课以后，卡洛斯基，云岭市中医医院，都来过。王明理说，云岭市中医医院，卡洛斯基，都捐了书。会长周宁介绍，周宁每月来一次。\n"
    "孩子们排演《春山如笑时》，街坊观看《春山如笑时》，书社联动，效果很好；书社联动，其他学堂也来学，其他街坊也来看，往返5公里，一共10公里。\n"
    "台风在沿海登陆那天，即使雨再大，学堂也开着门。作为一名街坊，老人必须要来看看。\n",
    "老学堂开课",
)


@pytest.mark.parametrize("fault", CLASSES, ids=lambda fault: f"{fault.code} {fault.name}")
def test_a_planted_fault_changes_the_text_at_its_place(fault) -> None:
    for seed in range(3):
        for article in (*ARTICLES, RARE):
            planted = fault.plant(article, Random(seed))
            if planted is None:
                continue
            assert planted.text != planted.before
            assert 0 <= planted.start <= planted.end <= len(planted.text)
            assert planted.spans and all(0 <= start <= end <= len(planted.text) for start, end in planted.spans)
            # Up to the fault the two texts are the same, apart from a fault that is spread over a whole list or
            # article.
            whole = planted.end - planted.start > 30
            near = max(0, planted.start - 30)
            assert whole or planted.text[:near] == planted.before[:near]
            assert fault.plant(article, Random(seed)) == planted


@pytest.mark.parametrize("fault", CLASSES, ids=lambda fault: f"{fault.code} {fault.name}")
def test_the_rule_that_ought_to_find_it_exists(fault) -> None:
    assert fault.code in {rule.code for rule in BOOK}
    assert fault.code in fault.codes


def test_few_classes_find_no_place_in_two_dozen_articles() -> None:
    def has_place(fault) -> bool:
        return any(fault.plant(article, Random(seed)) for seed in range(4) for article in (*ARTICLES, RARE))

    barren = [fault.name for fault in CLASSES if not has_place(fault)]
    assert len(barren) <= len(CLASSES) // 20, barren


def test_rules_named_as_not_planted_exist_and_are_not() -> None:
    assert set(NOT_PLANTED) <= {rule.code for rule in BOOK if rule.severity is Severity.ERROR}
    assert not set(NOT_PLANTED) & {fault.code for fault in CLASSES}


def test_a_quote_that_lost_its_end_is_marked_where_it_begins() -> None:
    fault = next(item for item in CLASSES if item.name == "quote not closed")
    article = Article("老人坐在门口，笑着把这里叫作“第二个家”的时候，街坊都点头，屋里的灯也亮了起来。\n")
    planted = fault.plant(article, Random(1))
    assert planted.text == article.text.replace("”", "")
    assert [planted.text[start:end] for start, end in planted.spans] == ["“"]


def test_a_doubled_clause_is_the_clause_twice() -> None:
    fault = next(item for item in CLASSES if item.name == "clause")
    article = Article("街坊们围着火炉，商量修缮老学堂，木匠量了尺寸，说开春就能动工了，大家都很高兴。\n")
    planted = fault.plant(article, Random(2))
    first, second = planted.text[planted.start : planted.end].split("，")
    assert first == second
    assert planted.before == article.text


def test_headings_and_short_lines_are_no_paragraphs() -> None:
    article = Article(
        "老学堂开课\n\n　　街坊们围着火炉，商量修缮老学堂，木匠量了尺寸，说开春就能动工了，大家都很高兴。\n张三摄\n"
    )
    assert [article.text[start:end][:4] for start, end in article.paragraphs] == ["街坊们围"]


def test_a_place_between_marks_is_quoted() -> None:
    text = "他说：“灯在，人就在。”说完（笑了）。"
    article = Article(text)
    assert [article.quoted(text.index(word)) for word in ("灯", "说完", "笑")] == [True, False, True]


def test_lexicons_are_read_from_tables_and_texts(tmp_path) -> None:
    table = tmp_path / "table.toml"
    table.write_text('[options]\nwords = { "甲乙" = "丙乙", "a" = "b" }\n', encoding="utf-8")
    text = tmp_path / "text.toml"
    text.write_text("[options]\nlexicon = '''\n甲乙=丙乙 丁戊=己戊\n'''\n", encoding="utf-8")
    none = tmp_path / "none.toml"
    none.write_text('[options]\nreplace = "，"\n', encoding="utf-8")
    assert lexicon(table) == {"甲乙": "丙乙"}
    assert lexicon(text) == {"甲乙": "丙乙", "丁戊": "己戊"}
    assert lexicon(none) == {}


def test_a_word_of_a_list_takes_the_place_of_the_right_one(make_rule, tmp_path) -> None:
    path = tmp_path / "words.toml"
    path.write_text('[options]\nwords = { "街仿" = "街坊" }\n', encoding="utf-8")
    rule = next(iter(BOOK))
    (fault,) = lexicon_classes([rule._replace(path=str(path), code="WD99")])
    article = Article("开春以后，街坊一起动手，把老学堂的屋顶修好了，木匠说瓦片还剩三百块，大家都很高兴。\n")
    planted = fault.plant(article, Random(1))
    assert fault.code == "WD99"
    assert planted.text == article.text.replace("街坊", "街仿")
    assert planted.text[planted.start : planted.end] == "街仿"
