"""What conversion leaves behind: mojibake, markup, addresses, full-width digits."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from newslint import Settings, check_text
from newslint.engine.engine import Engine
from newslint.readers import document_from_text
from newslint.rulebook.book import RuleBook, load_rules

TEXT = "云岭市图书馆昨天开馆，首日接待读者三千人。"
RULES = (
    "characters/mojibake",
    "characters/broken-address",
    "characters/html-entity",
    "characters/html-tag",
    "spaces/fullwidth-alnum",
    "marks/fullwidth-number-mark",
)
ENGINE = Engine(RuleBook(rule for name in RULES for rule in load_rules([ROOT / "rules" / f"{name}.toml"])))


@pytest.fixture
def found(make_rule: Callable, run_rules: Callable) -> Callable[..., list[tuple[str, str | None]]]:
    def find(check: str, text: str) -> list[tuple[str, str | None]]:
        messages = {"mojibake": {"lost": "已失"}, "html-entity": {"needless": "删去", "space": "空格"}}.get(check, {})
        findings = run_rules(
            text, make_rule(check=f"characters.{check}", options={}, message="有误", messages=messages)
        )
        return [(finding.text, finding.fix.edits[0].text if finding.fix else None) for finding in findings]

    return find


@pytest.mark.parametrize("codec", ["cp1252", "latin-1", "gb18030"])
def test_text_read_with_the_wrong_code_is_read_back(found: Callable, codec: str) -> None:
    passage = "云岭市图书馆，昨天开馆。"
    # cp1252 has no character for some bytes; those that decode are put to the test.
    garbled = passage.encode().decode(codec, "replace")
    results = found("mojibake", f"馆长说{garbled}大家鼓掌。")
    assert results
    if "\ufffd" not in garbled:
        assert results == [(garbled, passage)]


def test_western_letters_are_no_mojibake(found: Callable) -> None:
    assert found("mojibake", "咖啡馆“CAFÉ”旁是“Señor·Muñoz”的店，Ã是葡萄牙文字母。") == []


def test_lost_text_is_told_without_a_fix(found: Callable) -> None:
    assert found("mojibake", "昨天锟斤拷锟斤拷开馆，内存里是屯屯屯屯。") == [("锟斤拷锟斤拷", None), ("屯屯屯屯", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他说&ldquo;好&rdquo;。", [("&ldquo;", "“"), ("&rdquo;", "”")]),
        ("他说&amp;nbsp;好。", [("&amp;nbsp;", " ")]),
        ("他说，&#160;好。", [("&#160;", "")]),
        ("AT&T;公司与R&D部门，a&b。", []),
        ("&#x1F600;&bogus;", []),
    ],
)
def test_entities(found: Callable, text: str, expected: list) -> None:
    assert found("html-entity", text) == expected


def test_tags_in_a_row_are_one_fault(found: Callable) -> None:
    assert found("html-tag", "开馆。</p>\n<P CLASS='x'><b>致辞</b>") == [
        ("</p>", ""),
        ("<P CLASS='x'><b>", ""),
        ("</b>", ""),
    ]
    assert found("html-tag", "开馆。</p><p>致辞。") == [("</p><p>", "\n")]


def test_angle_brackets_of_other_uses_are_no_tags(found: Callable) -> None:
    assert found("html-tag", "若a<b且c>d，则＜民法典＞适用，<3，<<资治通鉴>>，<中国>。") == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("http：//www.example.com/a", "http://www.example.com/a"),
        ("https:／／example.cn", "https://example.cn"),
        ("abc＠example．com", "abc@example.com"),
        ("www。example。com", "www.example.com"),
        ("abc @ example.com.cn", "abc@example.com.cn"),
    ],
)
def test_addresses_are_mended_whole(found: Callable, wrong: str, right: str) -> None:
    assert found("broken-address", f"请登录{wrong}，{TEXT}") == [(wrong, right)]
    assert found("broken-address", f"请登录{right}，{TEXT}") == []


def test_many_full_width_runs_are_one_finding(make_rule: Callable, run_rules: Callable) -> None:
    rule = make_rule(
        check="characters.fullwidth-alnum", options={}, message="{match}", messages={"many": "全文{count}处"}
    )
    [finding] = run_rules("".join(f"第{number}组，" for number in "１２３４５６７８９"), rule)
    assert (finding.text, len(finding.fix.edits), finding.message) == ("１", 9, "全文9处")
    assert len(run_rules("增长５％，其中１．５％来自ＡＰＰ。", rule)) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增长3．5%", [("3．5", "3.5")]),
        ("上午9：30开门", [("9：30", "9:30")]),
        ("投资1，200万元", [("1，200", "1,200")]),
        ("以3：2取胜，局分21：19", []),
        ("1．1 总则", []),
        ("乘5路、8路，16路可到", []),
        ("版本1．2．3", []),
    ],
)
def test_marks_inside_numbers(found: Callable, text: str, expected: list) -> None:
    assert found("fullwidth-number", text) == expected


@given(
    st.text(alphabet="甲，。a１2Ａ：．＠@/ 锛屽锟斤拷Ãâ€œ©&<>p;nbsp\r\n", max_size=60)
    | st.text(alphabet="甲，&<>p/br;nsquot#1 \r\n", max_size=60)
)
def test_any_text_gives_findings_inside_it(text: str) -> None:
    for finding in ENGINE.check(document_from_text(text)):
        assert finding.text == text[finding.start.offset : finding.end.offset] != ""
        assert finding.fix is None or any(edit.text != text[edit.start : edit.end] for edit in finding.fix.edits)


def test_a_garbled_stretch_is_told_with_what_it_was_or_that_it_is_lost() -> None:
    garbled = "云岭市图书馆，昨天开馆。".encode().decode("latin-1")
    messages = [finding.message for finding in ENGINE.check(document_from_text(f"馆长说{garbled}。锟斤拷锟斤拷！"))]
    assert messages[0].endswith("原文应为：云岭市图书馆，昨天开馆。")
    assert "“锟斤拷锟斤拷”是乱码，原文已失" in messages[1]


@pytest.mark.parametrize("clause", ["馆前排起长队", "最终还是开了门", "读者多为学生", "图书管理员"])
def test_a_clause_without_marks_read_as_gbk_is_one_stretch(found: Callable, clause: str) -> None:
    garbled = clause.encode().decode("gb18030", "replace")
    assert [text for text, _ in found("mojibake", f"昨天，{garbled}，天气很好。")] == [garbled]


def test_stray_characters_of_a_garbled_stretch_are_no_further_findings() -> None:
    garbled = "最终选拔出来的读者".encode().decode("gb18030", "replace")
    codes = {finding.code for finding in check_text(f"昨天，{garbled}，天气很好。")}
    assert codes == {"EC06"}


@pytest.mark.parametrize(
    "text", ["他叫田濂，住浠水，爱吃鍋盔。", "鐵路、鍵盤、鋼琴都是繁体写法。", "画家钱珏、周翀与冯翎到场。"]
)
def test_rare_characters_are_no_mojibake(found: Callable, text: str) -> None:
    assert found("mojibake", text) == []


def test_a_quotation_opened_by_a_vertical_mark_is_one_fault() -> None:
    codes = [finding.code for finding in check_text("老人笑称这里是〝第二个家”，天天都来。")]
    assert codes == ["EC24"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("新馆建在XX个社区之间。", ["EC14"]),
        ("李××家住三楼，证人系××人。", []),
        ("章程共l0条，开馆7O周年。", ["EC15", "EC15"]),
        ("展览l0月25日开幕。", ["EC15"]),
        ("每天喝3l水，浇5l药液。", []),
        ("读者排起长队。（责任编辑：田一川）", []),
    ],
)
def test_unfilled_places_misread_digits_and_credits(text: str, codes: list[str]) -> None:
    settings = Settings(select=("EC13", "EC14", "EC15", "NU01"))
    assert [finding.code for finding in check_text(text, settings=settings)] == codes


@pytest.mark.parametrize(
    ("headline", "labels"),
    [
        ("[视频]渡口大桥正式通车 村民告别摆渡", ["[视频]"]),
        ("[国内] 渡口大桥通车--图片新闻", ["[国内] ", "--图片新闻"]),
        ("渡口大桥通车-渡口,大桥,通车-渡口要闻", ["-渡口,大桥,通车-渡口要闻"]),
        ("“渡口-望江”快线通车——写在通车之际", []),
        ("【特写】桥头的三十年", []),
    ],
)
def test_each_label_of_a_headline_is_one_warning_and_nothing_else(headline: str, labels: list[str]) -> None:
    results = check_text(f"{headline}\n\n昨天，渡口大桥通车，村民敲锣打鼓。\n")
    assert [(finding.text, finding.code, finding.severity.name.lower()) for finding in results] == [
        (label, "EC26", "warning") for label in labels
    ]
