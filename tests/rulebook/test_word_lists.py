"""Words that the house does not use or always allows: their settings, and lists of them in files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from newslint import check_text
from newslint.config import ConfigError, Settings, load_config
from newslint.finding import Safety, Severity
from newslint.rulebook.word_lists import allowed_words, denied_words


def found(text: str, **settings: object) -> list[tuple[str, str, str]]:
    """Return what is reported of denied words: text, level and message."""
    findings = check_text(text, settings=Settings(level=Severity.INFO, **settings))
    return [(each.text, each.severity.label, each.message) for each in findings if each.code == "HS01"]


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    def write(text: str, name: str = "words.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write


def test_a_table_says_how_severe_a_word_is_and_why() -> None:
    deny = {"顶级": {"advice": "写事实", "severity": "warning", "reason": "广告用语"}, "老百姓": "群众"}
    assert found("顶级享受，老百姓喜欢。\n", deny=deny) == [
        ("顶级", "warning", "本报不用“顶级”：写事实（广告用语）"),
        ("老百姓", "error", "本报不用“老百姓”，应写作“群众”"),
    ]


def test_a_fix_is_safe_only_if_the_house_says_so() -> None:
    deny = {"我市": {"use": "本市", "fix": "safe"}, "老百姓": {"use": "群众"}}
    findings = check_text("我市的老百姓很多。\n", settings=Settings(deny=deny))
    assert [each.fix and each.fix.safety for each in findings] == [Safety.SAFE, Safety.UNSAFE]


RULE = """
code = "HS02"
name = "third-person"
title = "试"
check = "denied-words"
severity = "警告"
since = "1"
weight = 0
message = "“{match}”应改为“{replacement}”"
why = "试"
options = { words = { "我市" = "本市" } }
fix = { safety = "safe" }
wrong = [{ text = "我市的公园很多。", found = ["我市"], fixed = "本市的公园很多。" }]
right = [{ text = "本市的公园很多。" }]
"""


def test_a_rule_of_the_house_keeps_its_own_words_and_its_own_safety(tmp_path: Path) -> None:
    (tmp_path / "third-person.toml").write_text(RULE, encoding="utf-8")
    deny = {"老百姓": {"use": "群众", "reason": "试"}, "顶级": ""}
    settings = Settings(deny=deny, own_rules=(tmp_path,))
    findings = check_text("我市的老百姓很多，顶级享受。\n", settings=settings)
    assert [(each.code, each.text, each.fix and each.fix.safety) for each in findings] == [
        ("HS02", "我市", Safety.SAFE),
        ("HS01", "老百姓", Safety.UNSAFE),
        ("HS01", "顶级", None),
    ]


def test_the_severity_of_the_rule_is_the_highest() -> None:
    deny = {"顶级": {"severity": "warning"}}
    assert found("顶级享受。\n", deny=deny, severities={"HS01": Severity.INFO})[0][1] == "info"


def test_a_word_may_be_used_in_quotations() -> None:
    deny = {"我市": {"use": "本市", "spare": ("quotation",)}}
    assert found("他说：“我市的公园很多。”\n", deny=deny) == []
    assert len(found("我市的公园很多。\n", deny=deny)) == 1


@pytest.mark.parametrize(
    ("issued", "count"), [(date(2025, 12, 31), 0), (date(2026, 1, 1), 1), (date(2026, 7, 1), 0), (None, 1)]
)
def test_an_entry_holds_in_issues_of_certain_days(issued: date | None, count: int) -> None:
    deny = {"旧称": {"use": "新称", "from": date(2026, 1, 1), "until": date(2026, 6, 30)}}
    assert len(found("会上仍用旧称。\n", deny=deny, issue_date=issued)) == count


def test_a_list_has_one_word_a_line(written: Callable[..., Path]) -> None:
    path = written("# 本报慎用词\n老百姓,群众\n\n顶级\n", "words.txt", "gb18030")
    assert denied_words([path]) == {"老百姓": "群众", "顶级": ""}


def test_a_table_names_its_columns(written: Callable[..., Path]) -> None:
    path = written(
        '词,改用,级别,理由,不查,起\n我市,本市,warning,"第三人称, 统一",quotation title,2026-01-01\n顶级,,,,,\n'
    )
    assert denied_words([path]) == {
        "我市": {
            "use": "本市",
            "severity": "warning",
            "reason": "第三人称, 统一",
            "spare": ("quotation", "title"),
            "from": date(2026, 1, 1),
        },
        "顶级": {},
    }


def test_a_table_may_be_chinese_throughout_as_spreadsheets_write_it(written: Callable[..., Path]) -> None:
    path = written(
        "词,改用,级别,修改,不查,起,止\n我市,本市,警告,可改,引语、书名,2026/1/5,2026年12月31日\n顶级,,错误,须确认,,,\n",
        "words.csv",
        "gb18030",
    )
    assert denied_words([path]) == {
        "我市": {
            "use": "本市",
            "severity": "warning",
            "fix": "safe",
            "spare": ("quotation", "title"),
            "from": date(2026, 1, 5),
            "until": date(2026, 12, 31),
        },
        "顶级": {"severity": "error", "fix": "unsafe"},
    }


def test_empty_cells_and_rows_that_spreadsheets_add_say_nothing(written: Callable[..., Path]) -> None:
    path = written("不用的词,改为,,\n老百姓,群众,,\n,,,\n顶级,,,\n")
    assert denied_words([path]) == {"老百姓": {"use": "群众"}, "顶级": {}}
    assert list(allowed_words([written("云岭发布,,\n,,\n", "allow.csv")])) == ["云岭发布"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("老百姓,群众,公文\n", "第 1 行：应写 词 或 词,改用的词"),
        ("词,级别\n顶级,严重\n", '第 2 行：级别：应为 "error"（错误）、"warning"（警告）、"info"（提示） 之一'),
        ("词,起\n顶级,2026/13/1\n", "第 2 行：起：应为日期"),
        ("词语,替换\n顶级,一流\n", "第 2 行：替换：没有这一项"),
        ("词,等级\n顶级,1\n", "第 2 行：等级：没有这一项"),
        ("词,改用\n顶级,一流,多\n", "第 2 行：比栏目多了一格"),
        (",群众\n", "第 1 行：第一格应是词"),
        ('甲,"' + "乙" * 200_000, "第 1 行：这一格太长，不像一个词"),
    ],
)
def test_a_bad_line_is_named(written: Callable[..., Path], text: str, problem: str) -> None:
    with pytest.raises(ConfigError, match=problem):
        denied_words([written(text)])


def test_a_missing_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="词表无法读取"):
        denied_words([tmp_path / "none.txt"])


def test_lists_are_shared_by_extending(written: Callable[..., Path], tmp_path: Path) -> None:
    written("老百姓,群众\n顶级,一流\n", "deny.csv")
    written("天天天蓝幼儿园\n", "allow.txt")
    written(
        'deny-lists = ["deny.csv"]\nallow-lists = ["allow.txt"]\n[deny]\n"我市" = { use = "本市", fix = "safe" }\n',
        "base.toml",
    )
    path = written(
        'extend = "base.toml"\n[deny]\n"顶级" = "上等"\n"我市" = { severity = "warning" }\n', "newslint.toml"
    )
    settings = load_config(path)
    assert list(allowed_words(settings.allow_lists)) == ["天天天蓝幼儿园"]
    findings = check_text("我市天天天蓝幼儿园用老百姓的话说：顶级享受。\n", settings=settings)
    assert [(each.text, each.severity.label) for each in findings] == [
        ("我市", "warning"),
        ("老百姓", "error"),
        ("顶级", "error"),
    ]
    assert "“上等”" in findings[-1].message


def test_a_bad_entry_is_named(written: Callable[..., Path]) -> None:
    with pytest.raises(ConfigError, match=r"deny\.顶级\.severity"):
        load_config(written('[deny]\n"顶级" = { severity = "fatal" }\n', "newslint.toml"))
