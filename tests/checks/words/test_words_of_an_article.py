"""Words that only the whole article shows to be wrong: cases of Latin words, short names, names out of date."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import ROOT

from newslint.checks.general.idioms import idioms_check
from newslint.checks.options import OptionError, Options
from newslint.checks.words.renamed import renamed_check
from newslint.engine.engine import Engine
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

RULES = Engine(load_rules([ROOT / "rules" / "words"]))


def found(text: str, code: str, issued: date | None = None) -> list[tuple[int, str]]:
    """Return offset and text of the findings of one rule."""
    findings = RULES.check(document_from_text(text, issued=issued))
    return [(finding.start.offset, finding.text) for finding in findings if finding.code == code]


def test_the_rarer_case_of_a_latin_word_is_reported() -> None:
    assert found("新机由realme发布，Realme称realme畅销。\n", "AB06") == [(12, "Realme")]


def test_of_two_as_frequent_the_later_is_reported() -> None:
    assert found("新机由realme发布，Realme称畅销。\n", "AB06") == [(12, "Realme")]


@pytest.mark.parametrize(
    "text",
    [
        "他唱了Rolling Stone的歌，又唱了stone。\n",
        "编号NOVA-3的nova，邮箱是nova@example.com。\n",
        "充电5mAh，容量MAH。\n",
        "地铁到IT园，他说it。\n",
    ],
)
def test_parts_of_names_addresses_and_units_are_not_compared(text: str) -> None:
    assert found(text, "AB06") == []


def test_articles_of_a_page_are_not_compared() -> None:
    page = "# 新机发布\n本报讯 新机由realme发布。\n\n# 销量公布\n本报讯 Realme说，销量不错。\n"
    assert found(page, "AB06") == []


def test_a_name_announced_and_not_used_is_reported() -> None:
    assert found("古树保护办公室（以下简称“古树办”）昨日成立。\n", "AB03") == [(7, "（以下简称“古树办”）")]
    assert found("古树保护办公室（以下简称“古树办”）昨日成立。古树办设在林场。\n", "AB03") == []


def test_a_name_used_in_the_headline_is_used() -> None:
    assert found("# 古树办成立\n\n古树保护办公室（以下简称“古树办”）昨日成立。\n", "AB03") == []


def test_one_short_name_for_two_is_reported() -> None:
    text = "采血中心（以下简称“中心”）与疾控中心（以下简称“中心”）签约，中心主任出席。\n"
    assert found(text, "AB02") == [(25, "中心")]
    assert found("采血中心（以下简称“中心”）签约。采血中心（以下简称“中心”）迁址，中心很新。\n", "AB02") == []


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("悲剧惨绝人环。\n", ["惨绝人环"]),
        ("他说要因地制意。\n", ["因地制意"]),
        ("设计与众不问。\n", ["与众不问"]),
        ("店名叫“因地制意”。\n", []),
        ("要因地制宜，投下一票否定提案。\n", []),
        ("此人惟利是图，振振有辞。\n", []),
        ("全国上下，各地制意见书已收到。\n", []),
    ],
)
def test_an_idiom_with_a_character_that_sounds_alike_is_reported(text: str, forms: list[str]) -> None:
    assert [form for _, form in found(text, "WD38")] == forms


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("医院院长贝宁致辞。贝院长希望加强合作。\n", ["贝院长"]),
        ("医院院长贝宁致辞。他说：“贝院长希望合作。”\n", []),
        ("贝院长希望加强合作。\n", []),
        ("医院院长贝宁致辞。两位贝院长说得好。\n", []),
    ],
)
def test_surname_and_post_after_the_name_are_reported(text: str, called: list[str]) -> None:
    assert [word for _, word in found(text, "WD20")] == called


OLD = "昨日，国土资源部发布通知。\n"


def test_a_name_is_out_of_date_only_in_later_issues() -> None:
    assert found(OLD, "WD19", date(2018, 4, 9)) == []
    assert found(OLD, "WD19", date(2018, 4, 10)) == [(3, "国土资源部")]
    assert found(OLD, "WD19") == []


@pytest.mark.parametrize(
    "text",
    [
        "他曾任国土资源部司长。\n",
        "2016年，国土资源部发布通知。\n",
        "原国土资源部发布通知。\n",
        "县国土资源部门发布通知。\n",
        "国土资源部更名后，职能未变。\n",
        "他写了《国土资源部公告》。\n",
    ],
)
def test_the_past_keeps_its_names(text: str) -> None:
    assert found(text, "WD19", date(2024, 5, 8)) == []


@pytest.mark.parametrize("terms", ["旧称=新称", "旧称@2018-01-01", "旧称=新称@昨天", "=新称@2018-01-01"])
def test_a_bad_entry_is_named(terms: str) -> None:
    with pytest.raises(OptionError, match="应写作 旧称=新称@日期"):
        renamed_check(Options({"terms": terms}))


def test_an_idiom_has_four_characters() -> None:
    with pytest.raises(OptionError, match="不是四个字"):
        prove = idioms_check(Options({"first": "一丝不苟 画蛇"})).prove
        assert prove is not None
        prove()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "记者从云岭质控办获悉，检查结束。云岭市医疗质量控制办公室（以下简称“云岭质控办”）公布结果。\n",
            ["云岭质控办"],
        ),
        ("云岭市医疗质量控制办公室（以下简称“云岭质控办”）公布结果。云岭质控办说，检查结束。\n", []),
        ("“云岭质控办”是新词。云岭市医疗质量控制办公室（以下简称“云岭质控办”）公布结果。\n", []),
        ("根据公司的决定，大会改期。云岭星睿有限责任公司（以下简称“公司”）昨天公告。\n", []),
        ("云岭质控办公布结果\n\n云岭市医疗质量控制办公室（以下简称“云岭质控办”）昨天公布结果，市民关心。\n", []),
    ],
)
def test_a_short_name_used_before_it_is_explained(text: str, names: list[str]) -> None:
    assert [name for _, name in found(text, "AB01")] == names
