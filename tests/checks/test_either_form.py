"""Signs with two forms: one finding for an article that does not keep to one, and a fix that makes it."""

from __future__ import annotations

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.options import OptionError, Options
from newslint.checks.registry import make_check
from newslint.engine.engine import Engine
from newslint.engine.fixer import fix_document
from newslint.readers import document_from_text
from newslint.rulebook.book import RuleBook, load_rules

RULES = ROOT / "rules"
FILES = {
    "bracket": RULES / "marks" / "bracket-width.toml",
    "percent": RULES / "marks" / "percent-width.toml",
    "thousands": RULES / "numbers" / "thousands-mark.toml",
}
FORMS = {"bracket": ("（）", "()"), "percent": ("%", "％"), "thousands": (",", "none")}


def engine(sign: str, want: str = "consistent") -> Engine:
    return Engine(RuleBook(rule.with_options({"want": want}) for rule in load_rules([FILES[sign]])))


def found(text: str, sign: str, want: str = "consistent") -> list[str]:
    return [finding.text for finding in engine(sign, want).check(document_from_text(text))]


def test_all_odd_places_are_one_finding_with_one_fix() -> None:
    text = "增长8%，下降3％，持平的占15%，其余占2％，另有5%未填。"
    checked = engine("percent")
    assert found(text, "percent") == ["％"]
    assert fix_document(document_from_text(text), checked.check).text == text.replace("％", "%")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("增长8%，下降3％，持平的占15%，其余占2％。", "“％”应为“%”（此类4处，须改2处）"),
        ("增长8%，下降3％。", "“％”应为“%”（此类2处，须改1处）"),
        ("新平台（试行）启用，又有新平台(备用)启用。", "“(备用)”应为“（备用）”（此类2处，须改1处）"),
        ("馆藏86,000册，借出12000册。", "“12000”应为“12,000”（此类2处，须改1处）"),
    ],
)
def test_the_message_counts_what_there_is_and_what_is_odd(text: str, said: str) -> None:
    messages = [finding.message for sign in FORMS for finding in engine(sign).check(document_from_text(text))]
    assert [message.partition("：")[2] for message in messages] == [said]


def test_a_single_occurrence_is_not_counted() -> None:
    (finding,) = engine("percent", "%").check(document_from_text("增长8％。"))
    assert finding.message == "百分号与体例不合：“％”应为“%”"


def test_two_forms_used_equally_often_become_the_first() -> None:
    assert found("增长8％，下降3%。", "percent") == ["％"]
    assert found("增长8％，下降3％，持平的占1%。", "percent") == ["%"]


@pytest.mark.parametrize(
    "check", ["marks.bracket-form", "marks.quote-form", "marks.straight-quote", "numbers.range-mark", "spaces.latin"]
)
def test_a_form_that_the_sign_does_not_have_is_an_error(check: str) -> None:
    with pytest.raises(OptionError, match=r"应为 .* 之一"):
        make_check(check, Options({"want": "some"}))


def test_articles_of_a_page_are_counted_apart() -> None:
    text = "# 借阅量增长\n\n去年增长8％，今年增长9％。\n\n# 办证量增长\n\n去年增长8%，今年增长9%。\n"
    document = document_from_text(text, name="稿.md")
    assert engine("percent").check(document) == []


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("本报讯（记者 田一川）新平台启用。", "()"),
        ("(1) 登记信息；(2) 现场审核。", "（）"),
        ("画册名为Light and Shadow (Two)。", "（）"),
        ("函数f(x)的图象。", "（）"),
        ("新平台（试行)启用。", "（）"),
    ],
)
def test_brackets_that_are_none_of_its_business(text: str, want: str) -> None:
    assert found(text, "bracket", want) == []


@pytest.mark.parametrize(
    "text", ["2024年", "文号12345号", "电话88123456。", "型号X12345台", "共9999人", "第1,2,3项", "10.12345万元"]
)
def test_what_is_no_amount_of_five_digits_takes_no_comma(text: str) -> None:
    assert found(text, "thousands", ",") == []


@given(st.text(alphabet="（）()%％0123456789,.元人万甲。\n“”", max_size=40), st.sampled_from(sorted(FORMS)))
def test_any_text_can_be_given_either_form(text: str, sign: str) -> None:
    for want in FORMS[sign]:
        checked = engine(sign, want)
        document = document_from_text(text)
        for finding in checked.check(document):
            assert text[finding.start.offset : finding.end.offset] == finding.text
        after = fix_document(document, checked.check).text
        assert checked.check(document_from_text(after)) == [] or sign == "bracket"
