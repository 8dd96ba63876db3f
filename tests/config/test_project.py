"""Which settings hold for which file, and what the commands say and draft of them."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli import main
from newslint.config import ConfigError, Project, load_config
from newslint.config.draft import draft
from newslint.config.keys import KEYS
from newslint.config.schema import schema
from newslint.finding import Severity

OWN = (
    'code = "XX01"\nname = "own"\ntitle = "试"\ncheck = "pattern"\nseverity = "error"\nmessage = "“{match}”不用"\n'
    'since = "0.1"\nweight = 1\nwhy = "试"\n[options]\nanchor = ["甲"]\npattern = "甲"\n'
)
FAULTY = "# 图书馆开馆\n\n本报讯（记者 田一川）会上，双方坚持互惠互利互惠原则。。\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article in it and one in each of two folders below, in which the command runs."""
    for name in ("稿.txt", "副刊/诗.txt", "新闻/要闻.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(FAULTY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(main, list(args))


def found(*args: str) -> dict[str, set[str]]:
    """Return the codes found in each file that was checked."""
    report = json.loads(run("check", "--format", "json", *args).stdout)
    codes: dict[str, set[str]] = {file["path"]: set() for file in report["files"]}
    for finding in report["findings"]:
        codes[finding["path"]].add(finding["code"])
    return codes


def test_each_file_has_the_nearest_configuration(desk: Path) -> None:
    (desk / "newslint.toml").write_text('select = ["DU03"]\n', encoding="utf-8")
    (desk / "副刊" / "newslint.toml").write_text('select = ["PU03"]\n', encoding="utf-8")
    assert found() == {"稿.txt": {"DU03"}, "副刊/诗.txt": {"PU03"}, "新闻/要闻.txt": {"DU03"}}


def test_a_file_extends_another(desk: Path) -> None:
    (desk / "base.toml").write_text(
        'select = ["DU", "PU"]\nallow = ["甲"]\nlevel = "info"\n[severity]\nDU03 = "warning"\nPU03 = "info"\n',
        encoding="utf-8",
    )
    path = desk / "newslint.toml"
    path.write_text(
        'extend = "base.toml"\nselect = ["DU"]\nallow = ["乙"]\n[severity]\nPU03 = "error"\n', encoding="utf-8"
    )
    settings = load_config(path)
    assert settings.select == ("DU",)
    assert settings.allow == ("甲", "乙")
    assert settings.level is Severity.INFO
    assert settings.severities == {"DU03": Severity.WARNING, "PU03": Severity.ERROR}


def test_paths_are_relative_to_the_file_that_says_them(desk: Path) -> None:
    (desk / "副刊" / "base.toml").write_text('roster = "names.txt"\n', encoding="utf-8")
    (desk / "newslint.toml").write_text('extend = "副刊/base.toml"\n', encoding="utf-8")
    assert load_config(desk / "newslint.toml").roster == desk / "副刊" / "names.txt"


def test_files_that_extend_each_other_are_refused(desk: Path) -> None:
    (desk / "a.toml").write_text('extend = "b.toml"\n', encoding="utf-8")
    (desk / "b.toml").write_text('extend = "a.toml"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="循环"):
        load_config(desk / "a.toml")


def test_overrides_hold_for_the_files_they_name_in_order(desk: Path) -> None:
    (desk / "newslint.toml").write_text(
        'select = ["DU03", "PU03"]\n[[overrides]]\nfiles = ["副刊/**"]\nignore = ["DU03"]\nseverity = { PU03 = "warning" }\n'
        '[[overrides]]\nfiles = ["*.txt", "!稿.txt"]\nignore = ["PU03"]\n',
        encoding="utf-8",
    )
    assert found() == {"稿.txt": {"DU03", "PU03"}, "副刊/诗.txt": set(), "新闻/要闻.txt": {"DU03"}}


def test_the_command_line_comes_before_overrides(desk: Path) -> None:
    (desk / "newslint.toml").write_text('[[overrides]]\nfiles = ["副刊/"]\nselect = ["PU03"]\n', encoding="utf-8")
    assert found("--select", "DU03")["副刊/诗.txt"] == {"DU03"}


def test_more_rules_are_selected_without_choosing_the_rest_off(desk: Path) -> None:
    (desk / "newslint.toml").write_text('ignore = ["DU"]\n', encoding="utf-8")
    assert "DU03" not in found("稿.txt")["稿.txt"]
    assert run("check", "稿.txt", "--select", "ALL,DU03").exit_code == 1
    assert "PU03" in found("稿.txt", "--select", "ALL,SP13")["稿.txt"]


def test_what_is_ignored_adds_up(desk: Path) -> None:
    (desk / "base.toml").write_text('ignore = ["DU03"]\n', encoding="utf-8")
    (desk / "newslint.toml").write_text('extend = "base.toml"\nignore = ["BY"]\n', encoding="utf-8")
    assert found("稿.txt") == {"稿.txt": {"PU03"}}
    assert found("稿.txt", "--ignore", "PU03") == {"稿.txt": set()}


def test_allowed_words_are_right_and_denied_ones_wrong(desk: Path) -> None:
    (desk / "newslint.toml").write_text('allow = ["坚持互惠互利互惠原则"]\n[deny]\n"双方" = "两家"\n', encoding="utf-8")
    assert found("稿.txt")["稿.txt"] == {"PU03", "HS01"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("extend = 3", "extend：应为文件的路径"),
        ("extend = 'none.toml'", "none.toml：无法读取"),
        ("overrides = 3", "overrides：应写作 [[overrides]] 的表"),
        ("[[overrides]]\nignore = ['DU']", "overrides[1]：缺少 files"),
        ("[[overrides]]\nfiles = ['a']\nmax-score = 3", "overrides[1].max-score：这个设置对全部文件有效"),
        ("[[overrides]]\nfiles = ['a']\nignor = ['DU']", "overrides[1].ignor：没有这个设置；是否指 ignore？"),
        ("max-score = -1", "max-score：应为不小于 0 的数"),
        ("max-score = nan", "max-score：应为不小于 0 的数"),
        ("gitignore = 'no'", "gitignore：应为 true 或 false"),
        ("[deny]\n'群众' = 3", "deny.群众：应写作"),
        ("[[suppress]]\ncode = 'DU03'", "suppress[1]：缺少 reason"),
        ("[[suppress]]\nreason = '核实'", "suppress[1]：至少要写 path、code、text 之一"),
        ("[[suppress]]\nreason = '核实'\nlin = 3", "suppress[1].lin：没有这一项"),
        ("[[suppress]]\nreason = '核实'\ncode = 'DU'\nuntil = '明天'", "suppress[1].until：应为日期"),
    ],
)
def test_a_mistake_ends_the_run_with_2_and_one_sentence(desk: Path, text: str, said: str) -> None:
    (desk / "newslint.toml").write_text(text + "\n", encoding="utf-8")
    result = run("check")
    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output


def test_config_shows_each_setting_and_where_it_was_said(desk: Path) -> None:
    (desk / "base.toml").write_text('ignore = ["DU01"]\n', encoding="utf-8")
    (desk / "newslint.toml").write_text(
        'extend = "base.toml"\nissue-date = 2026-04-18\n[[overrides]]\nfiles = ["副刊/"]\nseverity = { DU03 = "info" }\n',
        encoding="utf-8",
    )
    (desk / "own").mkdir()
    (desk / "own" / "own.toml").write_text(OWN, encoding="utf-8")
    lines = run("config", "副刊/诗.txt", "--rules", "own").output.splitlines()
    assert 'ignore = ["DU01"]  # base.toml' in lines
    assert "issue-date = 2026-04-18  # newslint.toml" in lines
    assert 'severity.DU03 = "info"  # newslint.toml overrides[1]' in lines
    assert 'rules = ["own"]  # 命令行' in lines
    assert 'level = "warning"  # 默认' in lines
    assert not any(line.startswith("severity.DU03") for line in run("config", "稿.txt").output.splitlines())


def test_config_names_a_rule_that_does_not_exist(desk: Path) -> None:
    (desk / "newslint.toml").write_text('ignore = ["DU99"]\n', encoding="utf-8")
    assert run("config").exit_code == 2


def test_init_writes_a_file_that_changes_nothing_and_keeps_one_that_is_there(desk: Path) -> None:
    before = found()
    assert run("init").exit_code == 0
    assert found() == before
    again = run("init")
    assert (again.exit_code, "--force" in again.output) == (2, True)
    assert run("init", "--force").exit_code == 0


def uncommented() -> dict[str, object]:
    """Return what the draft says when every key in it is in force."""
    lines = [line.removeprefix("# ") for line in draft().splitlines() if " = " in line or "[[" in line]
    return tomllib.loads("\n".join(lines))


def test_every_key_in_the_draft_is_valid_when_uncommented(desk: Path) -> None:
    (desk / "config").mkdir()
    (desk / "newslint.toml").write_text("", encoding="utf-8")
    path = desk / "config" / "newslint.toml"
    path.write_text(
        "\n".join(line.removeprefix("# ") for line in draft().splitlines() if " = " in line or "[[" in line),
        encoding="utf-8",
    )
    settings = load_config(path)
    assert set(settings.origins) >= {name for name, key in KEYS.items() if key.merge != "tables"}


def test_the_schema_takes_what_newslint_takes_and_refuses_what_it_refuses() -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema checks the schema")
    validator = jsonschema.Draft202012Validator(schema())
    validator.check_schema(schema())
    data = json.loads(json.dumps(uncommented(), default=str))
    assert list(validator.iter_errors(data)) == []
    for wrong in (
        {"selct": []},
        {"level": "off"},
        {"overrides": [{"ignore": []}]},
        {"suppress": [{"reason": "核实"}]},
        {"max-score": -1},
    ):
        assert list(validator.iter_errors(wrong)), wrong


def test_settings_that_are_the_same_are_one_object(desk: Path) -> None:
    project = Project()
    assert project.settings_for("稿.txt") is project.settings_for("新闻/要闻.txt")


# --- the baseline beside the configuration -----------------------------------------------------------------------


def reported(*args: str) -> dict[str, set[str]]:
    return {path: codes for path, codes in found(*args).items() if codes}


def test_a_baseline_has_effect_once_it_is_written(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(reported()) == 3
    written = run("baseline", "write")
    assert (written.exit_code, written.stderr) == (0, "")
    assert written.stdout.startswith("newslint-baseline.json：记有 ")
    assert reported() == {}
    assert len(reported("--no-config")) == 3
    (desk / "稿.txt").write_text(FAULTY + "\n市民都说好好好的的。\n", encoding="utf-8")
    assert set(reported()) == {"稿.txt"}
    assert 'baseline = "newslint-baseline.json"  # 自行找到' in run("config").stdout
    (desk / "newslint.toml").write_text('baseline = "另.json"\n', encoding="utf-8")
    assert run("baseline", "write").exit_code == 0 and (desk / "另.json").exists()
    assert reported() == {}


def test_the_baseline_lies_beside_the_configuration(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "newslint.toml").write_text("", encoding="utf-8")
    (desk / "副刊" / "newslint.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(desk / "新闻")
    assert run("baseline", "write").exit_code == 0
    assert (desk / "newslint-baseline.json").exists() and not (desk / "新闻" / "newslint-baseline.json").exists()
    assert reported() == {}
    monkeypatch.chdir(desk)
    assert set(reported()) == {"稿.txt", "副刊/诗.txt"}
    assert run("baseline", "write").exit_code == 0
    assert (desk / "副刊" / "newslint-baseline.json").exists()
    assert reported() == reported("--config", "newslint.toml", "稿.txt") == {}


def test_a_baseline_that_is_found_is_no_link_to_the_outside(
    desk: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("elsewhere") / "b.json"
    outside.write_text('{"version": 1, "findings": []}', encoding="utf-8")
    (desk / ".git").mkdir()
    (desk / "newslint-baseline.json").symlink_to(outside)
    assert "链接指向项目之外" in run("check").stderr
    assert len(reported("--follow-links")) == 3
