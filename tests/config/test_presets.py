"""Presets and the house's own form: what they change, what lies over them, and how mistakes are named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.api import check_text, fix_text
from newslint.cli import main
from newslint.config import Settings, load_config
from newslint.config.presets import ASPECTS, PRESETS, adjustments
from newslint.finding import Severity
from newslint.rulebook.book import Configured, RuleError, load_rules
from newslint.run.linter import Linter

CLOSE = "市图书馆上线了APP服务，首日共有3200人注册，新平台(试行)下周启用。"
APART = "市图书馆上线了 APP 服务，首日共有 3200 人注册，新平台（试行）下周启用。"


def codes(text: str, **settings: object) -> list[str]:
    return [finding.code for finding in check_text(text, settings=Settings(**settings))]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one article, in which the command runs."""
    (tmp_path / "稿.txt").write_text(CLOSE + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(main, list(args))


def shown(result: Result) -> list[str]:
    return [line.split()[2] for line in result.output.splitlines() if re.match(" +[0-9]+:[0-9]+ ", line)]


def test_the_same_text_under_both_presets() -> None:
    assert codes(CLOSE) == codes(CLOSE, preset="news") == []
    assert codes(CLOSE, preset="web") == ["SP03", "PU54"]
    assert codes(APART, preset="web", level=Severity.INFO) == []
    hints = check_text(APART, settings=Settings(level=Severity.INFO))
    assert [(finding.code, finding.severity) for finding in hints] == [("SP03", Severity.INFO)]


def test_each_preset_mends_text_into_its_own_form() -> None:
    assert fix_text(CLOSE, settings=Settings(preset="web")) == APART
    news = Settings(level=Severity.INFO)
    assert fix_text(APART, settings=news) == CLOSE.replace("(", "（").replace(")", "）")


@pytest.mark.parametrize("preset", PRESETS)
def test_what_a_preset_changes_is_there_to_be_changed(preset: str) -> None:
    rules = {rule.code: rule for rule in load_rules()}
    for code, adjustment in adjustments(preset, {}).items():
        assert set(adjustment.options) <= set(rules[code].options), code


@pytest.mark.parametrize(
    ("aspect", "value"), [(name, value) for name, aspect in ASPECTS.items() for value in aspect.values]
)
def test_every_form_of_the_house_is_taken_by_its_rules(aspect: str, value: str) -> None:
    book = load_rules(configured=Configured(style=adjustments("news", {aspect: value})))
    found = [rule for rule in book if rule.code in ASPECTS[aspect].rules]
    assert len(found) == len(ASPECTS[aspect].rules)
    assert all(rule.options["want"] == value and rule.severity >= Severity.WARNING for rule in found)


@pytest.mark.parametrize(
    ("house", "text", "fixed"),
    [
        ({"spaces": "none"}, "这款 App 有 3 个版本。", "这款App有3个版本。"),
        ({"spaces": "space"}, "这款App有3个版本。", "这款 App 有 3 个版本。"),
        ({"unit-spaces": "none"}, "新车重15 kg。", "新车重15kg。"),
        ({"brackets": "（）"}, "新平台(试行)启用。", "新平台（试行）启用。"),
        ({"brackets": "()"}, "新平台（试行）启用。", "新平台(试行)启用。"),
        ({"quotes": "“”"}, "人称「城市客厅」。", "人称“城市客厅”。"),
        ({"quotes": "「」"}, '人称“城市客厅”，又叫"书房"。', "人称「城市客厅」，又叫「书房」。"),
        ({"ranges": "～"}, "每天9:00-17:00开放，为期3—5天。", "每天9:00～17:00开放，为期3～5天。"),
        ({"ranges": "—"}, "每天9:00-17:00开放，为期3～5天。", "每天9:00—17:00开放，为期3—5天。"),
        ({"ranges": "-"}, "每天9:00—17:00开放，为期3～5天。", "每天9:00-17:00开放，为期3-5天。"),
        ({"ranges": "standard"}, "每天9:00-17:00开放，为期3-5天。", "每天9:00—17:00开放，为期3～5天。"),
        ({"percent": "%"}, "增长8％。", "增长8%。"),
        ({"percent": "％"}, "增长8%。", "增长8％。"),
        ({"thousands": ","}, "藏书86000册。", "藏书86,000册。"),
        ({"thousands": "none"}, "藏书1,086,000册。", "藏书1086000册。"),
        ({"kilometre": "公里"}, "新路全长12千米。", "新路全长12公里。"),
        ({"kilogram": "千克"}, "收梨12公斤。", "收梨12千克。"),
    ],
)
def test_the_house_gets_its_form(house: dict[str, str], text: str, fixed: str) -> None:
    settings = Settings(house=house)
    assert fix_text(text, settings=settings, unsafe=True) == fixed
    assert codes(fixed, house=house) == []


def test_quotation_marks_that_are_all_wrong_are_one_finding() -> None:
    text = "馆里有“书房”“画室”“琴房”“棋室”“茶室”“花房”。"
    settings = Settings(house={"quotes": "「」"})
    assert [(finding.code, finding.text) for finding in check_text(text, settings=settings)] == [("QU04", "“书房”")]
    assert fix_text(text, settings=settings) == text.replace("“", "「").replace("”", "」")


def test_what_the_house_says_wins_over_the_preset() -> None:
    assert codes(CLOSE, preset="web", house={"spaces": "none"}) == ["PU54"]
    assert codes(CLOSE, preset="web", ignore=("SP03",), severities={"bracket-width": Severity.INFO}) == []
    assert codes(APART, severities={"SP03": Severity.ERROR}) == ["SP03"]


def test_a_preset_leaves_rules_alone_that_only_share_a_code(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(
        'code="SP03"\nname="own"\ntitle="试"\nenglish="made up"\ncheck="pattern"\nseverity="error"\nsince="0.1"\nweight=1\n'
        'message="“{match}”不用"\nwhy="试"\n[options]\nanchor=["甲"]\npattern="甲"\n',
        encoding="utf-8",
    )
    assert codes("甲", preset="web", rules=(path,)) == ["SP03"]


def test_the_command_takes_a_preset(desk: Path) -> None:
    assert shown(run("check")) == []
    assert shown(run("check", "--preset", "web")) == ["SP03", "PU54"]
    (desk / "newslint.toml").write_text('preset = "web"\n[severity]\nPU54 = "error"\n', encoding="utf-8")
    result = run("check")
    assert shown(result) == ["SP03", "PU54"] and result.exit_code == 1
    # The preset of the command line replaces that of the file; the rest of the file still lies over it.
    assert shown(run("check", "--preset", "news", "--level", "info")) == []
    (desk / "newslint.toml").write_text('[house]\nspaces = "none"\n', encoding="utf-8")
    assert shown(run("check", "--preset", "web")) == ["PU54"]


def test_an_unknown_preset_ends_the_run_with_2_and_the_nearest_name(desk: Path) -> None:
    for command in ("check", "fix", "rules"):
        result = run(command, "--preset", "wbe")
        assert result.exit_code == 2
        assert "没有名为 wbe 的预设；是否指 web？" in result.output
    with pytest.raises(LookupError, match="可用的有 news、web"):
        Linter(Settings(preset="印刷"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('preset = "newss"', "preset：没有名为 newss 的预设；是否指 news？"),
        ("preset = 3", 'preset：应为 "news"、"web" 之一。'),
        ('[house]\nbracket = "()"', "house.bracket：没有这项体例；是否指 brackets？"),
        ('[house]\nbrackets = "【】"', "house.brackets：应为 （）、()、consistent 之一。"),
        ("[house]\npercent = 1", "house.percent：应为 %、％、consistent 之一。"),
        ("house = 1", "house：应为表"),
        ('[severity]\nPU33 = "fatal"', 'severity.PU33：应为 "error"（错误）、"warning"（警告）、"info"（提示） 之一'),
        ('[severity]\nPU33 = "off"', "severity.PU33：不查的规则写在 ignore 里"),
        ('[options.SP03]\nwant = "none"', "options.SP03.want：这项体例写在 house.spaces 里"),
        ('severity = "error"', "severity：应为表"),
    ],
)
def test_a_mistake_in_the_file_is_named(desk: Path, text: str, said: str) -> None:
    path = desk / "newslint.toml"
    path.write_text(text, encoding="utf-8")
    result = run("check")
    assert result.exit_code == 2
    assert "newslint.toml" in result.output and said in result.output


def test_a_severity_for_no_rule_is_an_error(desk: Path) -> None:
    (desk / "newslint.toml").write_text('[severity]\nPU3 = "info"\n', encoding="utf-8")
    settings = load_config(desk / "newslint.toml")
    with pytest.raises(RuleError, match=r"severity.PU3：没有这条规则；是否指 PU"):
        Linter(settings)
    assert run("check").exit_code == 2


def test_a_rule_of_the_preset_can_be_ignored(desk: Path) -> None:
    (desk / "newslint.toml").write_text('preset = "web"\nignore = ["PU54"]\n', encoding="utf-8")
    assert shown(run("check")) == ["SP03"]


def test_a_rule_turned_on_by_severity_is_on() -> None:
    text = "# 新馆开放\n\n新馆昨天开放，市民真高兴！\n"
    assert "PU32" not in codes(text)
    assert "PU32" in codes(text, severities={"exclaim-in-news": Severity.WARNING})
