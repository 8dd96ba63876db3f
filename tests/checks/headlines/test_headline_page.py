"""What an editor sees of headlines as parts of a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.engine.engine import Engine
from newslint.engine.fixer import fix_document
from newslint.finding import Finding
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

RULES = Path(__file__).parents[3] / "rules"
FILES = [
    "headline-too-long",
    "headline-repeated",
    "level-residue",
    "orphan-headline",
    "serial-gap",
    "duplicate-headline",
]
ENGINES = {name: Engine(load_rules([RULES / "headlines" / f"{name}.toml"])) for name in FILES}
ENGINES["title-dash"] = Engine(load_rules([RULES / "marks" / "title-dash.toml"]))
BODY = "青石桥老街昨天开街，三百多米的石板路恢复旧貌。"


def check(name: str, text: str, format: str = "plain") -> list[Finding]:
    return ENGINES[name].check(document_from_text(text, format=format))


def fixed(name: str, text: str, format: str = "plain") -> str:
    return fix_document(document_from_text(text, format=format), ENGINES[name].check, unsafe=True).text


def test_a_headline_is_long_from_one_character_above_the_limit() -> None:
    assert check("headline-too-long", f"# {'好' * 26}\n{BODY}") == []
    assert "27字" in check("headline-too-long", f"# {'好' * 27}\n{BODY}")[0].message


def test_what_a_space_or_a_column_name_parts_is_counted_by_itself() -> None:
    assert check("headline-too-long", f"# 【老街】{'好' * 20} {'新' * 20}\n{BODY}") == []


def test_the_repeated_headline_is_taken_out_with_its_line() -> None:
    assert fixed("headline-repeated", f"# 老街修缮完工\n\n老街修缮完工\n\n{BODY}") == f"# 老街修缮完工\n\n{BODY}"
    assert (
        fixed("headline-repeated", f"# 老街完工 石板复旧\r\n老街完工，石板复旧\r\n{BODY}")
        == f"# 老街完工 石板复旧\r\n{BODY}"
    )


def test_a_repeated_headline_points_to_the_headline() -> None:
    (finding,) = check("headline-repeated", f"# 老街修缮完工\n老街修缮完工\n{BODY}")
    assert [(related.start.line, related.message) for related in finding.related] == [(1, "标题在这里")]


def test_with_a_kicker_between_the_two_no_headline_is_taken_out() -> None:
    text = f"老街修缮提前完工\n\n三百块石板——\n老街修缮提前完工\n{BODY}"
    (finding,) = check("headline-repeated", text)
    assert finding.fix is None


@pytest.mark.parametrize("line", ["老街修缮完工了", "老街修缮工程", "本报记者 何一舟"])
def test_a_line_with_other_words_repeats_nothing(line: str) -> None:
    assert check("headline-repeated", f"# 老街修缮完工\n{line}\n{BODY}") == []


def test_hashes_without_a_space_are_no_heading_in_markdown() -> None:
    assert fixed("level-residue", f"##老街修缮完工\n\n{BODY}", "markdown") == f"## 老街修缮完工\n\n{BODY}"


@pytest.mark.parametrize("label", ["【标题】", "[副题]", "主标题：", "【正文】"])
def test_labels_for_the_typesetter_are_taken_out(label: str) -> None:
    assert fixed("level-residue", f"{label}老街修缮完工\n{BODY}") == f"老街修缮完工\n{BODY}"


@pytest.mark.parametrize("first", ["【老街】修缮完工", "#老街开街#成了话题", "C#语言入门", "主题：老街的秋天"])
def test_columns_topics_and_names_are_left(first: str) -> None:
    assert check("level-residue", f"{first}\n{BODY}") == []


def test_a_headline_without_an_article_is_reported_among_others_only() -> None:
    assert [
        finding.text for finding in check("orphan-headline", f"# 老街完工\n\n{BODY}\n\n# 泵站投用", "markdown")
    ] == ["泵站投用"]
    assert check("orphan-headline", "# 泵站投用", "markdown") == []
    assert check("orphan-headline", f"# 老街完工\n\n{BODY}\n\n# 泵站投用\n\n图为泵站（农晓岚 摄）", "markdown") == []


def test_a_gap_in_a_series_on_one_page() -> None:
    page = f"# 老街的手艺（一）\n\n{BODY}\n\n# 老街的手艺（三）\n\n{BODY}换了两百米旧管。"
    found = check("serial-gap", page, "markdown")
    assert [(finding.text, finding.related[0].start.line) for finding in found] == [("老街的手艺（三）", 1)]
    assert found[0].message == "同版的系列稿件从第1篇跳到了第3篇，请核对编号"
    assert found[0].related[0].message == "上一篇在这里"
    assert check("serial-gap", page.replace("（三）", "（二）"), "markdown") == []


def test_two_articles_with_one_headline() -> None:
    page = f"# 老街修缮完工\n\n{BODY}\n\n# 老街修缮完工\n\n泵站昨天投用。"
    (finding,) = check("duplicate-headline", page, "markdown")
    assert (finding.start.line, finding.related[0].start.line) == (5, 1)
    assert finding.related[0].message == "同样的标题已用在这里"
    # The whole article set twice is another fault, and has its own rule.
    assert check("duplicate-headline", page.replace("泵站昨天投用。", BODY), "markdown") == []


@pytest.mark.parametrize("mark", ["—", "－", "一一", "-"])
def test_half_a_dash_before_a_subtitle(mark: str) -> None:
    text = f"# 山上的灯亮了\n{mark}写在通电十周年之际\n{BODY}"
    assert fixed("title-dash", text) == f"# 山上的灯亮了\n——写在通电十周年之际\n{BODY}"


@pytest.mark.parametrize("second", ["——写在通电十周年之际", "一一登门道谢的老人", "山上的灯——一个村的十年"])
def test_a_whole_dash_and_the_adverb_are_left(second: str) -> None:
    assert check("title-dash", f"# 山上的灯亮了\n{second}\n{BODY}") == []


@given(st.text(alphabet="#【】标题：一—-老街完工（二）三。， \n", max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_findings_inside_the_text(text: str) -> None:
    for engine in ENGINES.values():
        for format in ("plain", "markdown"):
            for finding in engine.check(document_from_text(text, format=format)):
                assert finding.text == text[finding.start.offset : finding.end.offset] != ""
