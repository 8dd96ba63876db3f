"""Spaces beside Latin and before units: one article, one way of spacing."""

from __future__ import annotations

from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from newslint.engine.engine import Engine
from newslint.engine.fixer import fix_document
from newslint.readers import document_from_text
from newslint.rulebook.book import RuleBook, load_rules

RULES = {name: load_rules([ROOT / "rules" / "spaces" / f"{name}.toml"]).rules[0] for name in ("latin", "number-unit")}
MIXED = "全年完成3项工程，新增 5 条线路，覆盖8个区、12个镇，惠及30个村。"


def engine(want: str = "consistent", name: str = "latin") -> Engine:
    return Engine(RuleBook([RULES[name].with_options({"want": want})]))


def fixed(text: str, want: str = "consistent") -> str:
    return fix_document(document_from_text(text), engine(want).check).text


def test_two_spaces_alone_are_no_matter_of_style() -> None:
    text = "开放日期为2025年5月1日至  10月7日，每天开放。"
    assert engine().check(document_from_text(text)) == []


def test_the_minority_follows_the_majority() -> None:
    assert fixed(MIXED) == MIXED.replace(" ", "")
    assert fixed("这款 App 在 3 个平台上线，有5万人下载。") == "这款 App 在 3 个平台上线，有 5 万人下载。"


def test_a_house_that_wants_one_way_gets_it_everywhere() -> None:
    assert fixed("这款 App 在 3 个平台上线。", "none") == "这款App在3个平台上线。"
    assert fixed("这款App在3个平台上线。", "space") == "这款 App 在 3 个平台上线。"


def test_a_consistent_article_is_left_alone_whichever_way() -> None:
    for text in ("全年完成3项工程。", "这款 App 在 3 个平台上线。"):
        assert fixed(text) == text


def test_articles_of_a_page_are_judged_apart() -> None:
    page = "# 新应用上线\n这款 App 在 3 个平台上线。\n# 新线路开通\n全年新增5条线路，覆盖8个区。"
    assert engine().check(document_from_text(page, format="markdown")) == []


def test_a_headline_lacks_a_space_but_never_has_one_too_many() -> None:
    page = "# 新增5条线路 App上线\n\n全年新增 5 条线路。\n"
    for want, places in (("none", [" "]), ("space", ["增5"])):
        findings = engine(want).check(document_from_text(page, format="markdown"))
        assert [finding.text for finding in findings] == places


def test_the_message_counts_both_ways() -> None:
    for want, message in (
        ("none", "“新增 5 条”宜删去空格（此类地方空格2处、不空7处，共2处须改）"),
        ("space", "“全年完成3项工程”宜加空格（此类地方空格2处、不空7处，共7处须改）"),
    ):
        (finding,) = engine(want).check(document_from_text(MIXED))
        assert finding.message == message


@given(
    st.text(alphabet="甲乙a1k g%，。 \n", max_size=60),
    st.sampled_from(sorted(RULES)),
    st.sampled_from(["none", "space", "consistent"]),
)
def test_fixes_change_spaces_alone(text: str, name: str, want: str) -> None:
    for finding in engine(want, name).check(document_from_text(text)):
        assert 0 <= finding.start.offset < finding.end.offset <= len(text)
        assert finding.fix is not None
        assert all(not text[edit.start : edit.end].strip(" ") for edit in finding.fix.edits)
