"""Sentences, paragraphs and articles that stand twice, as an editor meets them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint import Settings, check_text, fix_text
from newslint.finding import Severity

TWICE = Settings(select=("DU05", "DU06", "DU11"))

FIRST = "柳溪河北岸的新泵站昨日投入使用，日供水能力达到五万吨，三个小区受益。"
SECOND = "工程去年三月动工，市水务局介绍，明年还要在上游再建两座同样的泵站。"
THIRD = "居民说，夜里停水的日子过去了，如今拧开龙头就有水，水压也稳得多。"


def found(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.text) for finding in check_text(text, settings=TWICE)]


def test_a_sentence_twice_in_a_row() -> None:
    assert found(f"{FIRST}首日运行平稳。首日运行平稳有序。首日运行平稳有序。{THIRD}") == [
        ("DU05", "首日运行平稳有序。")
    ]


def test_a_sentence_again_after_one_other_is_an_error_and_farther_off_a_hint() -> None:
    hints = Settings(select=("DU05", "DU17"), level=Severity.INFO)

    def codes(text: str) -> list[tuple[str, str]]:
        return [(finding.code, finding.text) for finding in check_text(text, settings=hints)]

    assert codes(f"{FIRST}{SECOND}{FIRST}{THIRD}") == [("DU05", FIRST)]
    assert codes(f"{FIRST}{SECOND}{THIRD}{FIRST}") == [("DU17", FIRST)]
    assert codes(f"{THIRD}\n{FIRST}\n{SECOND}另外，{THIRD}\n{FIRST}水还是那样清。") == [("DU17", FIRST)]
    assert codes(f"{THIRD}{FIRST}\n{FIRST}{SECOND}") == [("DU05", FIRST)]


def test_sentences_pasted_again_in_one_paragraph_are_one_finding() -> None:
    assert found(f"{FIRST}{SECOND}{THIRD}{FIRST}{SECOND}") == [("DU05", FIRST + SECOND)]


def test_a_paragraph_pasted_again_is_no_sentence_fault_as_well() -> None:
    assert found(f"{FIRST}\n{SECOND}\n{FIRST}\n{THIRD}") == [("DU06", FIRST)]


def test_paragraphs_pasted_again_in_a_row_are_one_finding() -> None:
    assert found(f"{FIRST}\n{SECOND}\n{THIRD}\n{FIRST}\n{SECOND}") == [("DU06", f"{FIRST}\n{SECOND}")]


def test_the_fix_takes_out_the_second_paragraph_with_its_line() -> None:
    fixed = fix_text(f"{FIRST}\n{SECOND}\n{FIRST}\n{THIRD}\n", unsafe=True, settings=TWICE)
    assert fixed == f"{FIRST}\n{SECOND}\n{THIRD}\n"


def test_an_abstract_above_the_story_is_silent() -> None:
    abstract = "明年还要在上游再建两座同样的泵站，供水能力再增加一倍"
    assert found(f"新泵站投用\n{abstract}\n{FIRST}\n市水务局介绍，{abstract}。\n{THIRD}") == []


def test_service_lines_and_refrains_are_silent() -> None:
    service = "市民可拨打服务热线12340咨询，每天早八点到晚八点均有专人接听。"
    assert found(f"{FIRST}\n{service}\n{SECOND}\n{service}\n{THIRD}") == []
    assert found(f"下雨了。{FIRST}下雨了。{THIRD}") == []


def test_an_article_twice_on_a_page_is_one_finding_at_its_headline() -> None:
    story = f"本报讯（记者 农晓岚）{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n"
    page = f"# 新泵站投用\n\n{story}# 夜里不再停水\n\n{story}"
    findings = check_text(page, filename="page.md", settings=TWICE)
    assert [(finding.code, finding.text) for finding in findings] == [("DU11", "夜里不再停水")]


@given(st.lists(st.sampled_from([FIRST, SECOND, "好。", "“走吧。”", "\n", "\n\n", "# 题\n", "　　"]), max_size=12))
def test_any_text_gives_spans_inside_it(parts: list[str]) -> None:
    text = "".join(parts)
    for finding in check_text(text, settings=TWICE):
        assert text[finding.start.offset : finding.end.offset] == finding.text != ""
