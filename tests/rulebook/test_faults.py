"""All that is wrong with rules is told in one run: in each file, and in each page every fault that hides no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from newslint.cli import main
from newslint.rulebook.book import RuleError, load_rules

SOUND = """
code = "{code}"
name = "{name}"
title = "试"
check = "pattern"
severity = "warning"
since = "1"
weight = 0
message = "“{{match}}”不用"
why = "试"
[options]
anchor = ["甲乙"]
pattern = "甲乙"
"""


def told(folder: Path) -> list[str]:
    with pytest.raises(RuleError) as caught:
        load_rules([folder])
    lines = (str(caught.value), *caught.value.quoted)
    return [line.removeprefix(f"{folder}/") for line in lines]


def test_every_fault_of_a_page(tmp_path: Path) -> None:
    (tmp_path / "一.toml").write_text(
        'code = "HS1"\ntitel = "试"\ncheck = "patern"\nseverity = "warn"\nsince = "1"\nmessage = "试"\n'
        '[[wrong]]\ntxt = "试"\n[[wrong]]\ntext = "试"\nfound = "试"\n[[right]]\ntext = "试"\nfixed = "试"\n',
        encoding="utf-8",
    )
    assert told(tmp_path) == [
        "一.toml：titel：没有这一项；是否指 title？",
        "一.toml：缺少 name、title、weight、why，请补上。",
        "一.toml：code：应为两个大写字母加两位数字，如 XX01。",
        '一.toml：severity：应为 "error"（错误）、"warning"（警告）、"info"（提示）、"off"（关闭） 之一，不能是 "warn"。',
        "一.toml：wrong[1].txt：没有这一项；是否指 text？",
        "一.toml：wrong[1].text：缺少这一项，请补上。",
        '一.toml：wrong[2].found：应为字符串的列表，写作 ["…", "…"]，且不能有空的。',
        "一.toml：right[1].fixed：没有这一项；可用的有 text、note、format、options。",
        "一.toml：check：没有 patern；是否指 pattern？",
    ]


def test_every_fault_of_the_options(tmp_path: Path) -> None:
    text = SOUND.format(code="HS01", name="one").partition("anchor")[0]
    (tmp_path / "一.toml").write_text(f'{text}anchor = "甲"\nbefor = 1\npattern = "(甲"\n', encoding="utf-8")
    assert [line.split("：")[1] for line in told(tmp_path)] == ["options.anchor", "options.befor", "options.pattern"]


def test_every_fault_of_the_sentences(tmp_path: Path) -> None:
    text = SOUND.format(code="HS01", name="one").replace("“{match}”", "“{mtch}”{replacement:3}")
    (tmp_path / "一.toml").write_text(text + '[messages]\nother = "试"\n', encoding="utf-8")
    assert [line.split("：")[1] for line in told(tmp_path)] == ["messages.other", "message", "message"]


def test_every_file_and_every_code_that_is_taken(tmp_path: Path) -> None:
    own, more = tmp_path / "本报", tmp_path / "另有"
    for folder in (own, more):
        folder.mkdir()
    (own / "一.toml").write_text("code = “HS01”\n", encoding="utf-8")
    (own / "二.toml").write_text(SOUND.format(code="HS02", name="two").replace("weight", "wieght"), encoding="utf-8")
    (own / "三.toml").write_text(SOUND.format(code="HS03", name="three"), encoding="utf-8")
    for name in ("四", "五"):
        (more / f"{name}.toml").write_text(SOUND.format(code="HS04", name="four"), encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_rules([own, more, tmp_path / "没有"])
    lines = [line.removeprefix(f"{tmp_path}/") for line in (str(caught.value), *caught.value.quoted)]
    files = [line.partition("：")[0] for line in lines if not line.startswith(" ")]
    assert files == ["本报/一.toml", "本报/二.toml", "本报/二.toml", "另有/四.toml", "另有/四.toml", "没有"]
    assert "    code = “HS01”" in lines  # the line, with a mark below it


def test_the_program_shows_them_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in (1, 2, 3):
        (tmp_path / f"{number}.toml").write_text(SOUND.format(code=f"HS{number}", name="one"), encoding="utf-8")
    for command in (["test", "."], ["rules", "--rules", "."]):
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 2
        assert [line.split("：")[-3] for line in result.stderr.splitlines()] == ["1.toml", "2.toml", "3.toml"]
