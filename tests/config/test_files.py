"""The configuration file: what it may hold, where it is found, and how mistakes in it are named."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from newslint.cli import main
from newslint.config import ConfigError, Project, Settings, load_config
from newslint.config.listing import listing
from newslint.config.toml_faults import fault
from newslint.finding import Severity

STORY = "# 图书馆开馆\n\n本报讯（记者 田一川）会上，双方坚持互惠互利互惠原则。。\n"
HOUSE_RULE = (
    'code="XX01"\nname="house-rule"\ntitle="试"\nenglish="made up"\ncheck="pattern"\nseverity="error"\nsince="0.1"\nweight=1\n'
    'message="“{match}”不用"\nwhy="试"\n[options]\nanchor=["双方"]\npattern="双方"\n'
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one article, in which the command runs."""
    (tmp_path / "稿.txt").write_text(STORY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configure(folder: Path, text: str, name: str = "newslint.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def run(*args: str) -> Result:
    return CliRunner().invoke(main, list(args))


def codes(result: Result) -> list[str]:
    return [line.split()[2] for line in result.output.splitlines() if re.match(" +[0-9]+:[0-9]+ ", line)]


def test_every_key_is_read(tmp_path: Path) -> None:
    path = configure(
        tmp_path,
        'select = ["BY"]\nignore = ["BY09"]\nlevel = "info"\nfail-on = "warning"\nrules = ["house"]\nissue-date = 2026-04-18\n'
        'roster = "desk/roster.txt"\n[byline]\nrole-space = ""\n[options.BY04]\nleast = 5\n',
    )
    settings = load_config(path)
    assert (settings.select, settings.ignore) == (("BY",), ("BY09",))
    assert (settings.level, settings.fail_on) == (Severity.INFO, Severity.WARNING)
    assert settings.own_rules == (tmp_path / "house",)
    assert settings.issue_date == date(2026, 4, 18)
    assert settings.roster == tmp_path / "desk/roster.txt"
    assert settings.byline == {"role-space": ""}
    assert settings.options == {"BY04": {"least": 5}}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rooster = 'a.txt'", "rooster：没有这个设置；是否指 roster？"),
        ("zzz = 1", "zzz：没有这个设置；可用的有 preset"),
        ("select = 'BY'", "select：应为字符串的列表"),
        ("level = 'off'", 'level：应为 "error"（错误）、"warning"（警告）、"info"（提示） 之一'),
        ("fail-on = 3", 'fail-on：应为 "error"'),
        ("issue-date = '4月18日'", "issue-date：应为日期"),
        ("issue-date = 20260418", "issue-date：应为日期"),
        ("roster = ['a']", "roster：应为文件的路径"),
        ("byline = 'auto'", "byline：应为表"),
        ("[html]\ncontent = ['div > p']\n", 'html.content："div > p" 不是选择器'),
        ("[html]\ncontent = ['']\n", "html.content：应为字符串的列表"),
        ("[html]\ncontents = ['div']\n", "html.contents：没有这一项；是否指 content？"),
        ("[options]\nBY04 = 3", "options.BY04：应为表"),
        ("select = [", "第 1 行：文件到这里没有写完"),
        ("level = 9" + "9" * 5000, "不是有效的 TOML"),
        ("preset = {a = 1}", 'preset：应为 "news"、"web" 之一。'),
        ("preset = ''", 'preset：没有名为 "" 的预设'),
        ("level = '" + "长" * 5000 + "'", "长" * 60 + '…"。'),
    ],
)
def test_a_mistake_is_named_with_file_and_key(tmp_path: Path, text: str, said: str) -> None:
    path = configure(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert str(caught.value).startswith(str(path))
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "at", "said"),
    [
        ("level = “warning”", 1, "“w", '引号应为半角的 "，不能用全角的 “'),
        ('level = "warning”', 1, "”", '引号应为半角的 "'),
        ('[deny]\n"老百姓“ = "群众"', 2, "“", '引号应为半角的 "'),
        ('# 体例\r\nlevel ＝ "warning"', 2, "＝", "等号应为半角的 =，不能用全角的 ＝"),
        ('select = ["BY"，"DU"]', 1, "，", "逗号应为半角的 ,"),
        ('[deny]\n老百姓 = "群众"', 2, "老", '要加引号，写作 "老百姓"'),
        ('deny = { "顶级" = "", 老百姓 = "群众" }', 1, "老", '要加引号，写作 "老百姓"'),
        ("[options]\n[options.四字格]", 2, "四", '要加引号，写作 "四字格"'),
        ("select = [DU03]", 1, "DU", '文字要加引号，写作 "DU03"'),
        ("level = warning  # “级别”", 1, "w", '文字要加引号，写作 "warning"'),
        ('level = "warning', 1, '"', "引号没有配对"),
        ('exclude = ["归档/", "旧稿]\nlevel = "info"', 1, '"旧', "引号没有配对"),
        ("gitignore = True", 1, "T", "True 应写作 true"),
        ('level: "info"', 1, ":", "键和值之间要用 ="),
        ('roster = "C:\\名册.txt"', 1, "", "路径请用 / 分隔"),
        ("level = 'info'\nlevel = 'error'", 2, "", "这一项写了两次"),
        ('[deny\n"老百姓" = "群众"', 1, "", "方括号没有配对"),
    ],
)
def test_a_mistake_of_toml_is_shown_in_its_line(tmp_path: Path, text: str, line: int, at: str, said: str) -> None:
    path = tmp_path / "newslint.toml"
    path.write_bytes(text.encode())
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert str(caught.value).startswith(f"{path}：第 {line} 行：") and said in str(caught.value)
    quoted, mark = caught.value.quoted
    wrong = text.splitlines()[line - 1]
    assert quoted == f"    {wrong}"
    assert mark.strip() == "^" and wrong[len(mark) - 5 :].startswith(at)


def test_the_line_of_a_mistake_is_shown_by_the_command(desk: Path) -> None:
    configure(desk, "level = “\x1b[31mwarning”\n")
    result = run("check")
    assert (result.exit_code, result.stderr.splitlines()) == (
        2,
        [
            f'newslint：{desk / "newslint.toml"}：第 1 行：引号应为半角的 "，不能用全角的 “。',
            "    level = “·[31mwarning”",
            "            ^",
        ],
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_it_may_have_any_encoding_of_windows_notepad(tmp_path: Path, encoding: str, end: str) -> None:
    path = tmp_path / "newslint.toml"
    path.write_bytes(f'# 体例{end}[deny]{end}"老百姓" = "群众"{end}'.encode(encoding))
    assert load_config(path).deny == {"老百姓": "群众"}


@given(st.text(st.sampled_from(list("a老=＝\"“”'[]{}，,.#\\ \t\r\n1:tT")), max_size=40))
def test_any_text_is_read_or_refused_in_one_sentence(text: str) -> None:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = fault(text.replace("\r\n", "\n"), str(error))
        assert 1 <= found.line <= text.count("\n") + 1 and "\n" not in found.problem


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    outer = configure(tmp_path, "level = 'info'")
    assert Project().settings_in(deep).source == str(outer)
    configure(tmp_path / "a", "[tool.other]\nx = 1\n", "pyproject.toml")
    assert Project().settings_in(deep).source == str(outer)
    inner = configure(tmp_path / "a", "[tool.newslint]\nlevel = 'error'\n", "pyproject.toml")
    assert Project().settings_in(deep).source == str(inner)
    assert load_config(inner).level is Severity.ERROR


def test_the_command_reads_it_and_the_command_line_comes_first(desk: Path) -> None:
    configure(desk, 'select = ["PU03"]\n')
    assert codes(run("check")) == ["PU03"]
    assert codes(run("check", "--select", "DU03")) == ["DU03"]
    assert "DU03" in codes(run("check", "--no-config"))
    other = configure(desk, 'select = ["DU"]\nignore = ["DU03"]\n', "other.toml")
    assert codes(run("check", "--config", str(other))) == []


def test_level_and_fail_on_come_from_it(desk: Path) -> None:
    configure(desk, 'select = ["DU03"]\nfail-on = "info"\nlevel = "error"\n[options.DU03]\n')
    result = run("check")
    assert result.exit_code == 1
    assert run("check", "--fail-on", "error").exit_code == 1
    configure(desk, 'select = ["BY"]\n')
    assert run("check").exit_code == 0


def test_levels_may_be_chinese(desk: Path) -> None:
    configure(desk, 'level = "错误"\nfail-on = "从不"\n[severity]\nDU03 = "提示"\nPU03 = "警告"\n')
    assert run("check").exit_code == 0
    assert codes(run("check", "--level", "提示")).count("DU03") == 1
    shown = run("config", "稿.txt").output
    assert 'level = "error"' in shown and 'severity.DU03 = "info"' in shown
    configure(desk, '[severity]\nDU03 = "关闭"\n')
    assert "不查的规则写在 ignore 里" in run("check").output


def test_rules_of_the_command_line_come_in_addition_to_all_others(desk: Path) -> None:
    (desk / "house").mkdir()
    (desk / "house" / "x.toml").write_text(HOUSE_RULE, encoding="utf-8")
    other = configure(desk, HOUSE_RULE.replace("XX01", "XX02").replace("house-rule", "other-rule"), "other.toml")
    configure(desk, 'rules = ["house"]\n[options.BY04]\nleast = 4\n[options.XX02]\npattern = "双."\n')
    for named in (["other.toml"], ["other.toml", "house"], [str(other), "house/x.toml"]):
        options = [word for name in named for word in ("--rules", name)]
        assert {"XX01", "XX02", "PU03"} <= set(codes(run("check", *options)))
    assert 'rules = ["house", "other.toml"]  # 命令行' in run("config", "--rules", "other.toml").output
    (desk / "空").mkdir()
    empty = run("check", "--rules", "空")
    assert (empty.exit_code, "空：没有规则文件" in empty.output) == (2, True)


def test_own_rules_come_in_addition(desk: Path) -> None:
    (desk / "house").mkdir()
    (desk / "house" / "x.toml").write_text(HOUSE_RULE, encoding="utf-8")
    configure(desk, 'rules = ["house"]\n')
    assert {"XX01", "PU03"} <= set(codes(run("check")))
    assert "XX01" in run("rules").output
    assert "双方" in run("rule", "XX01").output or run("rule", "XX01").exit_code == 0
    assert "XX01 house-rule：没有错例" in run("test", "xx01").output and run("test", "XX02").exit_code == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[byline]\nbracket = '（）'\n", "byline.bracket：这种规则没有这个选项；是否指 brackets？"),
        ("[byline]\nbrackets = '【】'\n", 'byline.brackets：应为 "（）"、"()"、"auto" 之一，不能是 "【】"'),
        ("[byline]\ntemplate = '本报讯（记者）'\n", "byline.template：没有留出姓名的位置，如 {记者}"),
        ("[options.BY4]\nleast = 2\n", "options.BY4：没有这条规则；是否指"),
        ("[options.MS02]\nlearnt = 'a'\n", "options.MS02.learnt：这一项写在 learnt 里"),
        ("[options.BY04]\nleas = 2\n", "options.BY04.leas：这种规则没有这个选项；是否指 least？"),
        ("[options.byline-space-style]\nleast = 'x'\n", "options.byline-space-style.least：应为不小于 0 的整数"),
        ("roster = 'none.txt'\n", "none.txt：名册无法读取"),
        ("level = 'x'\n", "level：应为"),
        ("ignore = ['PU0']\n", "newslint.toml：ignore：没有名为 PU0 的规则或规则族；是否指"),
        (
            "[[overrides]]\nfiles = ['*']\nselect = ['PU99']\n",
            "newslint.toml overrides[1]：select：没有名为 PU99",
        ),
        ("[tool.newslint]\nlevel = 'error'\n", "tool：newslint.toml 里各项直接写"),
    ],
)
def test_a_bad_setting_ends_the_run_with_2_and_one_sentence(desk: Path, text: str, said: str) -> None:
    path = configure(desk, text)
    for command in ("check", "fix"):
        result = run(command)
        assert result.exit_code == 2
        assert "Traceback" not in result.output
        assert said in result.output
        assert path.name in result.output or "none.txt" in result.output


def test_a_named_file_must_be_there(desk: Path) -> None:
    result = run("check", "--config", "none.toml")
    assert result.exit_code == 2
    assert "none.toml" in result.output


def test_options_of_one_rule_come_before_the_style_of_all(desk: Path) -> None:
    configure(desk, "[byline]\nrole-space = ''\n")
    assert "BY04" in codes(run("check"))
    configure(desk, "[byline]\nrole-space = ''\n[options.BY04]\nrole-space = 'auto'\n")
    assert "BY04" not in codes(run("check"))


def test_the_elements_with_the_article_are_read_and_listed(tmp_path: Path) -> None:
    path = tmp_path / "newslint.toml"
    path.write_text('[html]\ncontent = ["#zoom", "div.article"]\n', encoding="utf-8")
    settings = load_config(path)
    assert settings.content == ("#zoom", "div.article")
    assert 'html.content = ["#zoom", "div.article"]' in listing(settings, "a.html")
    assert Settings().content == ()
