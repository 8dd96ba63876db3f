"""The spacing-style kind: one article, one way of spacing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.options import OptionError, Options
from newslint.checks.spaces.spacing_style import SpacingStyle
from newslint.readers import document_from_text

MIXED = "全年完成3项工程，新增 5 条线路，覆盖8个区、12个镇，惠及30个村。"


@pytest.fixture
def fixed(make_rule: Callable, run_rules: Callable) -> Callable[..., str]:
    def fix(text: str, **options: str) -> str:
        rule = make_rule(check="spacing-style", options={"between": "latin", **options}, message="{problem}")
        for finding in run_rules(text, rule):
            for edit in reversed(finding.fix.edits):
                text = text[: edit.start] + edit.text + text[edit.end :]
        return text

    return fix


def test_the_minority_follows_the_majority(fixed: Callable) -> None:
    assert fixed(MIXED) == MIXED.replace(" ", "")
    assert fixed("这款 App 在 3 个平台上线，有5万人下载。") == "这款 App 在 3 个平台上线，有 5 万人下载。"


def test_a_house_that_wants_one_way_gets_it_everywhere(fixed: Callable) -> None:
    assert fixed("这款 App 在 3 个平台上线。", want="none") == "这款App在3个平台上线。"
    assert fixed("这款App在3个平台上线。", want="space") == "这款 App 在 3 个平台上线。"


def test_a_consistent_article_is_left_alone_whichever_way(fixed: Callable) -> None:
    for text in ("全年完成3项工程。", "这款 App 在 3 个平台上线。"):
        assert fixed(text) == text


def test_articles_of_a_page_are_judged_apart(make_rule: Callable, run_rules: Callable) -> None:
    page = "# 新应用上线\n这款 App 在 3 个平台上线。\n# 新线路开通\n全年新增5条线路，覆盖8个区。"
    rule = make_rule(check="spacing-style", options={"between": "latin"}, message="{problem}")
    assert run_rules(page, rule, format="markdown") == []


def test_a_wish_that_is_none_of_the_three_is_an_error() -> None:
    with pytest.raises(OptionError):
        SpacingStyle(Options({"between": "latin", "want": "some"}))


@given(
    st.text(alphabet="甲乙a1k g%，。 \n", max_size=60),
    st.sampled_from(["latin", "unit"]),
    st.sampled_from(["none", "space", "consistent"]),
)
def test_fixing_any_text_once_settles_it(text: str, between: str, want: str) -> None:
    check = SpacingStyle(Options({"between": between, "want": want}))
    document = document_from_text(text)
    for match in check.matches(document, ()):
        assert 0 <= match.start < match.end <= len(text)
        assert all(not text[edit.start : edit.end].strip(" ") for edit in match.edits)
