"""Wrong forms of words: found as words, passed over at the seams of others, in names and where they are only
mentioned.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from conftest import BASE, ROOT
from hypothesis import given
from hypothesis import strategies as st

from newslint import fix_text
from newslint.engine.engine import Engine
from newslint.finding import Safety
from newslint.readers import document_from_text
from newslint.rulebook.book import RuleBook, RuleError, load_rules
from newslint.rulebook.reading import parse_rule

BUILT_IN = Engine(load_rules([ROOT / "rules" / "words"]))


def rule(**options):
    return parse_rule({**BASE, "check": "words", "options": options}, Path("made-up.toml"))


def found(text, **options):
    findings = Engine(RuleBook([rule(**options)])).check(document_from_text(text))
    return [(finding.text, finding.fix.edits[0].text) for finding in findings]


def built_in(text):
    """What the rules that newslint carries report at the level of errors."""
    return [finding.text for finding in BUILT_IN.check(document_from_text(text)) if finding.severity.label == "error"]


WORDS = {"通迅": "通讯", "峻工": "竣工", "兰球": "篮球"}


def test_a_wrong_form_is_reported_with_the_right_one():
    assert found("大桥昨日峻工，通迅地址不变。", words=WORDS) == [("峻工", "竣工"), ("通迅", "通讯")]


def test_a_lexicon_is_another_way_to_write_the_table():
    assert found("大桥昨日峻工，通迅地址不变。", lexicon="通迅=通讯\n峻工=竣工") == [("峻工", "竣工"), ("通迅", "通讯")]


@pytest.mark.parametrize("text", ["道路畅通迅速恢复。", "由高峻工程师主持。", "他是伊斯兰球迷。"])
def test_the_seam_of_two_words_is_no_word(text):
    assert found(text, words=WORDS) == []


@pytest.mark.parametrize("text", ["前锋王兰球攻入一球。", "队员李兰球受伤。"])
def test_a_given_name_is_left_alone(text):
    assert found(text, words=WORDS) == []


def test_a_surname_that_ends_a_word_makes_no_name():
    """高 is a surname, but in 提高 it is not."""
    assert found("效率提高峻工提前。", words=WORDS) == [("峻工", "竣工")]


@pytest.mark.parametrize("text", ["有人把“竣工”写成“峻工”。", "书名叫《峻工》。"])
def test_a_form_alone_in_quotation_or_title_marks_is_only_mentioned(text):
    assert found(text, words=WORDS) == []


def test_a_saying_is_reported_alone_in_quotation_marks_too():
    assert found("校训是“峻工”。", words=WORDS, quoted=True) == [("峻工", "竣工")]


def test_a_form_within_a_longer_quotation_is_reported():
    assert found("他说：“大桥昨日峻工。”", words=WORDS) == [("峻工", "竣工")]


def test_an_exception_is_a_context_in_which_the_form_is_right():
    options = {"words": {"通迅": "通讯"}, "except": ["中通迅递"]}
    assert found("包裹由中通迅递送达。", **options) == []
    assert found("他的通迅地址不变。", **options) == [("通迅", "通讯")]


def test_of_two_forms_that_overlap_the_longer_is_reported_once():
    assert found("专家针贬时弊。", words={"针贬": "针砭", "针贬时弊": "针砭时弊"}) == [("针贬时弊", "针砭时弊")]


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"words": {}},
        {"words": {"竣工": "竣工"}},
        {"words": {"": "竣工"}},
        {"words": {"峻工": 1}},
        {"words": WORDS, "except": ["竣工"]},
        {"lexicon": "峻工"},
        {"lexicon": "峻工=竣工 峻工=竣工"},
        {"words": WORDS, "unknown": 1},
    ],
)
def test_options_that_make_no_sense_are_refused(options):
    with pytest.raises(RuleError):
        rule(**options)


@pytest.mark.parametrize(
    "text",
    """全市认真学习贯彻会议精神，总体合格|补偿试点取得成效，投资迅速膨胀|企业自己经营，来自已建成的小区|群众住进帐篷，他爱好象棋|新华社和本报消息：道路畅通
    民生支出导致少缴税款|下一场迎战土耳其队|深入了解人民群众的期待，资深人士出席|各自已完成任务，通知已发|相关健康知识|严历史责任|校园满是花香
    形势严峻工作艰巨|公布署名单位，按装卸顺序摆放|申报消费券，促消费活动|街道支配带宽资源|会议在京举行，周末来馆读者增多|墙上写着名字，沿着名街走
    报名截止6月30日，截止日期不变|避免不必要的损失，防止不法分子行骗|截至目前，共发放手册""".replace("\n", "|").split(
        "|"
    ),
)
def test_right_sentences_stay_silent(text):
    assert built_in(text.strip() + "。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("工会慰问坚守岗位的战土，家属感谢不己，激动不己。", ["战土", "激动不己"]),
        ("教练要求队员以身做则，再接再励。", ["以身做则", "再接再励"]),
        ("储户帐户里的存款已转帐。", ["帐户", "转帐"]),
        ("截止目前，大桥己经通车。", ["截止", "己经"]),
        ("他自已也没想到，安微的亲戚会来。", ["自已", "安微"]),
        ("落实整改，避免不再发生同类事故。", ["避免不再"]),
    ],
)
def test_faults_of_the_kinds_that_desks_meet(text, expected):
    assert built_in(text) == expected


def test_no_right_form_is_itself_a_wrong_one():
    """A fix must leave nothing for another rule to mend, whichever of them runs first."""
    pages = [tomllib.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "rules" / "words").glob("*.toml")]
    pairs = [pair for page in pages for pair in page.get("options", {}).get("lexicon", "").split()]
    assert len(pairs) > 1000
    for right in {pair.partition("=")[2] for pair in pairs}:
        assert built_in(f"他说，{right}。") == [], right


@pytest.mark.parametrize(
    "text",
    [
        "变异株奥密克戎已在多国出现，奥密克戎传播很快。",
        "帐房山村通了公路，帐房沟村也修了桥，银滩渡假村开门迎客。",
        "货架上的鞋子脏款式旧，没有人试穿。",
        "诗人鲁恒峻工作于此。",
        "恒按装泵业昨日开业，恒按装泵业有职工三百人。",
    ],
)
def test_a_form_that_may_be_a_part_of_a_name_or_a_longer_word_is_left_alone(text):
    assert built_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("研究揭开奥密，追回脏款八万元。", ["奥密", "脏款"]),
        ("储户在帐户卡上签名，帐户卡要收好。", ["帐户卡", "帐户卡"]),
        ("股东帐户卡遗失，补办股东帐户卡。", ["帐户卡", "帐户卡"]),
        ("街道组识村民清淤，又组识村民植树。", ["组识", "组识"]),
        ("鲁尔博土说，布署路线已经画好。", ["博土", "布署"]),
        ("旅客等侯时可看书，侯车室添了座椅。", ["等侯", "侯车"]),
    ],
)
def test_a_misspelling_is_found_whatever_its_neighbours(text, expected):
    assert built_in(text) == expected


def test_the_fix_of_two_characters_asks_for_an_editor():
    findings = BUILT_IN.check(document_from_text("南河大桥昨日峻工，招聘启示见第三版。"))
    assert [(finding.text, finding.fix.safety) for finding in findings] == [
        ("峻工", Safety.UNSAFE),
        ("招聘启示", Safety.SAFE),
    ]
    assert fix_text("大桥峻工，活性碳到货。") == "大桥峻工，活性炭到货。"


@given(
    st.text(
        alphabet="自己已经末来未峻工通迅按装帐户好象截止目前避免不再切忌要“”《》，。王\n 2024年月\ufffc\r", max_size=60
    )
)
def test_any_text_gives_spans_inside_it(text):
    for finding in BUILT_IN.check(document_from_text(text)):
        assert text[finding.start.offset : finding.end.offset] == finding.text != ""
