"""The rules of other linters that mean a fault in prose: newslint finds each under the preset ``web``.

docs/development/peers.md tells, rule by rule, what they are and why the others are not here.
"""

from __future__ import annotations

import re

import pytest
from conftest import ROOT

from newslint.config import Settings
from newslint.finding import Severity
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules
from newslint.run.linter import Linter

WEB = Linter(Settings(preset="web"))
HINTS = Linter(Settings(preset="web", level=Severity.INFO))

ZHLINT = [
    ("noSinglePair", "他在会上说：“新馆下周开放。随后他带大家参观了阅览室。", "QU01"),
    ("noSinglePair", '这个叫"城市客厅的地方很受欢迎。', "QU12"),
    ("fullwidthPunctuation ，。：；？！", "会上,双方签了合作协议。", "PU01"),
    ("fullwidthPunctuation ，。：；？！", "一楼是阅览室;二楼是展厅。", "PU01"),
    ("fullwidthPunctuation ，。：；？！", "新馆下周开放!市民可以免费入场.", "PU01"),
    ("fullwidthPunctuation “”", '馆长说:"新馆下周开放。"', "PU41"),
    ("adjustedFullwidthPunctuation", "馆长说：“这里是市民的'城市客厅'。”", "PU41"),
    ("unifiedPunctuation “”", "市民把这里叫作「城市客厅」。", "QU04"),
    ("unifiedPunctuation ·", "展览的作者是卡尔●安德森。", "PU36"),
    ("unifiedPunctuation ·", "展览的作者是莉娜・霍姆。", "PU36"),
    ("unifiedPunctuation …", "桌上摆着铅笔、橡皮、尺子⋯⋯", "PU05"),
    ("unifiedPunctuation ？！", "新馆真的下周就开放⁈", "EC24"),
    ("spaceBetweenHalfwidthContent", "市民可登录 Open  Data 平台查询。", "SP12"),
    ("noSpaceBetweenFullwidthContent", "新馆下周 开放，市民可以凭身份证免费入场，不必预约。", "SP01"),
    ("spaceBetweenMixedwidthContent", "市图书馆上线了APP服务。", "SP03"),
    ("spaceBetweenMixedwidthContent", "首日共有3200人注册。", "SP03"),
    ("noSpaceBeforePauseOrStop", "新馆下周开放 ，市民可以免费入场。", "SP02"),
    ("spaceAfterHalfwidthPauseOrStop", "展览的英文名为 Light,Shadow and Ink，展期三周。", "SP15"),
    ("noSpaceAfterFullwidthPauseOrStop", "新馆下周开放， 市民可以免费入场。", "SP02"),
    ("spaceOutsideHalfwidthQuotation", '这个叫"城市客厅"的地方很受欢迎。', "PU41"),
    ("noSpaceOutsideFullwidthQuotation", "这个叫 “城市客厅” 的地方很受市民欢迎。", "SP02"),
    ("noSpaceInsideQuotation", "这个叫“ 城市客厅 ”的地方很受市民欢迎。", "SP02"),
    ("spaceOutsideHalfwidthBracket", "世界动物卫生组织(WOAH)发布了新的指南。", "PU54"),
    ("noSpaceOutsideFullwidthBracket", "新平台 （试行） 下周上线，市民可以免费使用。", "SP02"),
    ("noSpaceInsideBracket", "新平台（ 试行 ）下周上线，市民可以免费使用。", "SP02"),
]
AUTOCORRECT = [
    ("space-word", "新馆用 5G网络覆盖全部阅览室。", "SP03"),
    ("space-bracket", "新平台(试行)下周上线。", "PU54"),
    ("fullwidth", "新馆下周开放,市民可以免费入场.", "PU01"),
    ("no-space-fullwidth", "新馆下周开放 。市民可以免费入场。", "SP02"),
    ("no-space-fullwidth-quote", "馆长说：“ 新馆下周开放。 ”", "SP02"),
    ("halfwidth-word", "新馆用ＡＰＰ预约，有座位３２０个。", "SP04"),
    ("halfwidth-punctuation", "画册扉页写着“I like the rain，and you will too。”几个字。", "PU56"),
]
LINT_MD = [
    ("no-half-width-punctuation", "开放时间:每天上午九点至下午五点.", "PU01"),
    ("no-half-width-punctuation", "新平台(试行)下周上线。", "PU54"),
    ("no-full-width-number", "新馆有阅览座位３２０个。", "SP04"),
    ("no-special-characters", "新馆下周\b开放，市民可以免费入场。", "EC07"),
    ("no-special-characters", "新馆下周开放，市民\u200a可以免费入场。", "EC03"),
    ("space-around-alphabet", "市图书馆上线了APP服务。", "SP03"),
    ("space-around-number", "新馆于2024年3月5日开放。", "SP03"),
    ("use-standard-ellipsis", "桌上摆着铅笔、橡皮、尺子......", "PU05"),
    ("use-standard-ellipsis", "桌上摆着铅笔、橡皮、尺子…", "PU05"),
    ("use-standard-ellipsis", "桌上摆着铅笔、橡皮、尺子…………还有墨水。", "PU06"),
    ("correct-title-trailing-punctuation", "# 新馆下周开放。\n\n市图书馆新馆下周向市民开放。\n", "HD03"),
    (
        "correct-title-trailing-punctuation",
        "# 新馆下周开放\n\n新馆下周向市民开放。\n\n## 开放时间：\n\n全天开放。\n",
        "HD03",
    ),
]
LONG_WITHOUT_STOP = (
    "本报讯（记者 农晓岚）新馆昨天开放，座位有三百个。\n\n馆长说，座位比过去宽多了，夜里也不再清场，看书比从前方便得多"
)
TECHNICAL_WRITING = [
    ("ja-no-mixed-period", LONG_WITHOUT_STOP, "PU51"),
    ("no-double-negative-ja", "这次会议切忌不要迟到。", "WD12"),
    ("no-nfd", "展品来自cafe\u0301的收藏。", "EC10"),
    ("no-invalid-control-character", "新馆下周\x0b开放，市民可以免费入场。", "EC07"),
    ("no-zero-width-spaces", "新馆下周\u200b开放，市民可以免费入场。", "EC02"),
    ("no-exclamation-question-mark", "新馆下周开放！！！！市民可以入场。", "PU31"),
    ("no-hankaku-kana", "新馆的ｱﾆﾒ区下周开放。", "EC09"),
    ("ja-no-successive-word", "新馆下周下周开放，市民可以免费入场。", "DU02"),
    ("ja-no-abusage", "截止昨天，新馆共接待读者三千人。", "WD05"),
    ("ja-unnatural-alphabet", "新馆下周开放，市民可以免g费入场。", "EC25"),
    ("no-unmatched-pair", "新平台（试行下周上线，市民可以免费使用。", "QU01"),
]
JTF = [
    ("1.2.1", "新馆下周开放，市民可以免费入场｡", "EC09"),
    ("1.2.2", "新馆下周开放,市民可以免费入场.", "PU01"),
    ("2.1.5", "新馆的ｱﾆﾒ区下周开放。", "EC09"),
    ("2.1.8", "新馆有阅览座位３２０个。", "SP04"),
    ("2.1.9", "新馆用ＡＰＰ预约。", "SP04"),
    ("2.1.10", "新馆的门票为3．5元。", "PU02"),
    ("3.1.2", "新馆下周 开放，市民可以凭身份证免费入场，不必预约。", "SP01"),
    ("3.3", "新平台 （试行） 下周上线，市民可以免费使用。", "SP02"),
    ("4.1.1", "新馆下周开放，市民可以免费入场.", "PU01"),
    ("4.2.1", "新馆下周开放!市民可以入场。", "PU01"),
    ("4.2.2", "新馆真的下周就开放?市民都在问。", "PU01"),
    ("4.2.4", "展览的作者是莉娜・霍姆。", "PU36"),
    ("4.2.5", "新馆每周开放 5~6 天。", "PU57"),
    ("4.2.6", "新馆每周开放 5-6 天。", "PU33"),
    ("4.2.7", "开放时间:每天上午九点。", "PU01"),
    ("4.2.9", "新馆下周开放--这是市民盼了三年的事。", "PU08"),
    ("4.3.1", "新平台(试行)下周上线。", "PU54"),
    ("4.3.5", '新平台"试行下周上线，市民都说方便。', "QU12"),
]
#: Rules that newslint carries as hints: long sentences and many commas are no faults by themselves.
AS_HINTS = [
    ("sentence-length", "新馆" + "从早到晚向全体市民敞开大门" * 14 + "。", "PU46"),
    ("max-ten", "新馆开了，" + "灯亮了，人来了，" * 6 + "大家都高兴。", "PU47"),
    ("trimSpace", "新馆下周开放，市民可以免费入场。  \n", "SP06"),
]
TABLES = {
    "zhlint": ZHLINT,
    "autocorrect": AUTOCORRECT,
    "lint-md": LINT_MD,
    "technical-writing": TECHNICAL_WRITING,
    "jtf": JTF,
}
ROWS = [pytest.param(*row, id=f"{peer}-{row[0]}-{row[2]}") for peer, rows in TABLES.items() for row in rows]


def codes(linter: Linter, text: str) -> set[str]:
    name = "稿.md" if text.startswith("#") else "稿.txt"
    return {finding.code for finding in linter.check_document(document_from_text(text, name=name))}


@pytest.mark.parametrize(("rule", "text", "code"), ROWS)
def test_what_a_peer_finds_is_found(rule: str, text: str, code: str) -> None:
    assert code in codes(WEB, text)


@pytest.mark.parametrize(("rule", "text", "code"), AS_HINTS, ids=lambda value: value if len(value) < 20 else "")
def test_what_is_a_matter_of_taste_is_a_hint(rule: str, text: str, code: str) -> None:
    assert code in codes(HINTS, text)
    assert code not in codes(WEB, text)


def test_text_in_web_style_is_silent() -> None:
    text = (
        "# 图书馆新馆开放\n\n市图书馆新馆于 2024 年 3 月 5 日开放，读者可以用 App 预约座位（每人限 1 个）。馆长说：“新馆是市民的‘城市客厅’。”"
        "开放首日，借阅量增长 15%，展览 Light, Shadow and Ink 同时开幕，每周开放 5～6 天……\n"
    )
    assert codes(HINTS, text) == set()


def test_the_page_names_rules_that_there_are() -> None:
    page = (ROOT / "docs" / "development" / "peers.md").read_text(encoding="utf-8")
    names = {rule.code: rule.name for rule in load_rules()}
    cited = re.findall(r"`([A-Z]{2}[0-9]{2}) ([a-z0-9-]+)`", page)
    assert cited and [(code, name) for code, name in cited if names.get(code) != name] == []


def test_every_row_stands_on_the_page_with_its_rule() -> None:
    lines = (ROOT / "docs" / "development" / "peers.md").read_text(encoding="utf-8").splitlines()
    for rule, _, code in (row for rows in (*TABLES.values(), AS_HINTS) for row in rows):
        word = rule.split()[0]
        assert any(line.startswith(f"| {word} ") and code in line for line in lines), (rule, code)
