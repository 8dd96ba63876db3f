"""The command line as a user meets it: what it prints, what it writes, and its exit codes."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli import main

DIRTY = "# 云岭市召开通气会\n\n本报讯（记者 田一川）会上，双方坚持互惠互利互惠原则。。\n"
CLEAN = "# 云岭市召开通气会\n\n本报讯（记者 田一川）会上，双方坚持互惠互利原则。\n"


def run(*args: object, stdin: bytes | str | None = None) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)


@pytest.fixture
def dirty(tmp_path: Path) -> Path:
    path = tmp_path / "稿 件.txt"
    path.write_text(DIRTY, encoding="utf-8")
    return path


def test_findings_are_shown_with_the_span_underlined(dirty: Path) -> None:
    result = run("check", dirty, "--select", "DU03")
    lines = result.output.splitlines()
    assert lines[0] == str(dirty) and lines[1].startswith("  3:19 错误 DU03 ")
    shown, marks = lines[2], lines[3]
    assert "互惠互利互惠" in shown
    # Each Chinese character is two columns wide, so twelve marks stand under six characters.
    assert marks.count("^") == 12
    assert result.exit_code == 1


def test_check_is_the_default_command(dirty: Path) -> None:
    assert run(dirty).output == run("check", dirty).output


def test_a_clean_article_exits_with_0(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(CLEAN, encoding="utf-8")
    result = run("check", path)
    assert result.exit_code == 0
    assert "没有发现问题" in result.output


def test_fail_on_sees_what_the_level_hides(dirty: Path) -> None:
    assert run("check", dirty, "--level", "error", "--select", "PU03").exit_code == 1
    hidden = run("check", dirty, "--level", "error", "--fail-on", "info", "--select", "DU03")
    assert hidden.exit_code == 1


def test_json_is_the_contract(dirty: Path) -> None:
    result = run("check", dirty, "--select", "DU03", "--format", "json")
    report = json.loads(result.output)
    assert report["version"] == 1
    assert set(report) == {"version", "newslint", "files", "findings", "summary"}
    (file,) = report["files"]
    assert file == {
        "path": str(dirty),
        "characters": len("".join(DIRTY.split())),
        "articles": 1,
        "error": None,
        "issued": None,
    }
    (finding,) = report["findings"]
    start = DIRTY.index("互惠互利互惠")
    column = start - DIRTY.rindex("\n", 0, start)
    assert finding["code"] == "DU03" and finding["name"] and finding["severity"] == "error" and finding["message"]
    assert finding["text"] == "互惠互利互惠"
    assert finding["start"] == {"offset": start, "line": 3, "column": column}
    assert finding["end"] == {"offset": start + 6, "line": 3, "column": column + 6}
    assert finding["fix"] == {"safety": "unsafe", "edits": [{"start": start, "end": start + 6, "text": "互惠互利"}]}
    for place in finding["related"]:
        assert set(place) == {"start", "end", "message"} and set(place["start"]) == {"offset", "line", "column"}
    assert (report["summary"]["error"], report["summary"]["warning"], report["summary"]["info"]) == (1, 0, 0)


def test_output_writes_reports_beside_the_one_shown(dirty: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    result = run("check", dirty, "--output", f"json={target}")
    assert json.loads(target.read_text(encoding="utf-8"))["findings"]
    assert "DU03" in result.output
    assert run("check", dirty, "--output", "jsn=x").exit_code == 2


def test_standard_input_has_the_name_it_is_given(dirty: Path) -> None:
    result = run("check", "-", "--stdin-filename", "来稿.md", "--select", "DU03", stdin=DIRTY)
    assert result.exit_code == 1
    assert result.output.startswith("来稿.md\n  3:19 ")


def test_an_unreadable_file_is_named_and_the_others_are_checked(dirty: Path, tmp_path: Path) -> None:
    (tmp_path / "坏.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe\xfa")
    result = run("check", tmp_path, tmp_path / "无.txt")
    assert result.exit_code == 2
    assert "坏.txt" in result.output and "无.txt：没有这个文件" in result.output
    assert "DU03" in result.output


def test_a_folder_is_searched_for_articles(dirty: Path, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.md").write_text(DIRTY, encoding="utf-8")
    (tmp_path / "notes.csv").write_text(DIRTY, encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text(DIRTY, encoding="utf-8")
    report = json.loads(run("check", tmp_path, "--format", "json").output)
    assert [Path(file["path"]).name for file in report["files"]] == ["b.md", "稿 件.txt"]


@pytest.mark.parametrize(
    "args",
    [
        ("check", "x.txt", "--select", "ZZ99"),
        ("check", "x.txt", "--format", "xml"),
        ("check", "x.txt", "--rules", "no-such-folder"),
        ("rule", "ZZ99"),
        ("test", "ZZ99"),
        ("web", "--port", "99999"),
        ("web", "--port", "x"),
        ("learn", "--output", ".", "x"),
        ("new-rule", "--folder", __file__, "我市"),
    ],
)
def test_wrong_use_is_2_with_one_sentence(args: tuple[str, ...]) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert len(result.stderr.splitlines()) == 1 and not re.search("[a-z]+ (is|are|not) ", result.stderr)


def test_a_near_name_is_offered() -> None:
    assert "aba-phrase" in run("check", "x.txt", "--select", "aba-phrse").output


def test_fix_shows_a_diff_and_writes_nothing(dirty: Path) -> None:
    result = run("fix", dirty, "--unsafe")
    assert result.exit_code == 1
    assert "-本报讯（记者 田一川）会上，双方坚持互惠互利互惠原则。。" in result.output
    assert "+本报讯（记者 田一川）会上，双方坚持互惠互利原则。" in result.output
    assert dirty.read_text(encoding="utf-8") == DIRTY


def test_fix_writes_safe_fixes_and_with_unsafe_all(dirty: Path) -> None:
    run("fix", "--write", dirty)
    assert "互惠互利互惠原则。\n" in dirty.read_text(encoding="utf-8")
    result = run("fix", "--write", "--unsafe", dirty)
    assert result.exit_code == 0
    assert dirty.read_text(encoding="utf-8") == CLEAN
    assert run("check", dirty).exit_code == 0
    assert run("fix", dirty, "--unsafe").output == "看过 1 个文件，没有要改的。\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_fix_keeps_encoding_bom_line_ends_and_mode(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(DIRTY.replace("\n", "\r\n").encode(encoding))
    path.chmod(0o640)
    run("fix", "--write", "--unsafe", path)
    assert path.read_bytes() == CLEAN.replace("\n", "\r\n").encode(encoding)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["a.txt"]


def test_fix_of_standard_input_goes_to_standard_output() -> None:
    result = run("fix", "-", "--unsafe", stdin=DIRTY)
    assert (result.output, result.exit_code) == (CLEAN, 0)


def test_rules_and_rule_tell_what_is_checked() -> None:
    assert "DU03" in run("rules").output
    assert "PU03" not in run("rules", "--select", "DU").output
    page = run("rule", "DU03").output
    assert "为什么" in page and "互惠互利互惠" in page


def test_rule_finds_what_is_said_about_a_word() -> None:
    assert run("rule", "du03").output == run("rule", "四字格套叠").output == run("rule", "DU03").output
    found = run("rule", "互惠互利")
    assert (found.exit_code, "互惠互利" in found.output.splitlines()[0]) == (0, True)
    assert found.output.splitlines()[1].startswith("  DU03 ")
    assert run("rule", "四字格").output == run("rule", "DU03").output
    assert run("rule", "没有这样的话").exit_code == 2


def test_test_runs_the_examples(tmp_path: Path) -> None:
    passed = run("test", "DU03")
    assert (passed.exit_code, "全部相符" in passed.output) == (0, True)
    house = tmp_path / "house.toml"
    text = (
        'code="XX01"\nname="house-rule"\ntitle="试"\nenglish="made up"\ncheck="pattern"\nseverity="error"\nsince="0.1"\nweight=1\n'
        'message="“{match}”不用"\nwhy="试"\n[options]\nanchor=["甲甲"]\npattern="甲甲"\n'
    )
    house.write_text(text, encoding="utf-8")
    bare = run("test", house)
    assert bare.exit_code == 1
    assert "没有错例" in bare.output and "没有正例" in bare.output
    house.write_text(text + '[[wrong]]\ntext="甲乙"\nfound=["甲甲"]\n[[right]]\ntext="甲甲"\n', encoding="utf-8")
    wrong = run("test", house)
    assert wrong.exit_code == 1
    assert "实际 []" in wrong.output and "正例误报" in wrong.output


def test_a_house_rule_can_be_used_at_once(dirty: Path, tmp_path: Path) -> None:
    house = tmp_path / "house.toml"
    house.write_text(
        'code="XX01"\nname="house-rule"\ntitle="试"\nenglish="made up"\ncheck="pattern"\nseverity="error"\nsince="0.1"\nweight=1\n'
        'message="“{match}”不用"\nwhy="试"\n[options]\nanchor=["双方"]\npattern="双方"\n',
        encoding="utf-8",
    )
    assert "“双方”不用" in run("check", dirty, "--rules", house).output


def test_python_m_newslint_runs(dirty: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newslint", str(dirty)], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1
    assert "互惠互利互惠" in done.stdout


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[options.HS01]\nwords = { '甲' = '甲' }", "options.HS01.words：甲 的正词就是它自己"),
        ("[[suppress]]\ncode = 'ZZ99'\nreason = '核实'", "code：没有名为 ZZ99 的规则或规则族"),
        ("baseline = '无.json'", "无.json：没有这个基线文件"),
        ("roster = '无.txt'", "无.txt：名册无法读取"),
        ("[options.BY04]\nnope = 1", "options.BY04.nope：这种规则没有这个选项"),
        ("select = ['ZZ99']", "select：没有名为 ZZ99 的规则或规则族"),
    ],
)
def test_config_refuses_what_a_check_refuses(dirty: Path, line: str, said: str) -> None:
    (dirty.parent / "newslint.toml").write_text(line, encoding="utf-8")
    for command in ("check", "config"):
        result = run(command, dirty)
        assert result.exit_code == 2 and said in result.stderr


def test_rules_are_listed_by_family_with_what_can_be_fixed() -> None:
    lines = run("rules", "--select", "PU03,DU03,DU12").output.splitlines()
    assert [line for line in lines if not line.startswith("  ")] == ["DU 重复（2 条）", "", "PU 标点（1 条）"]
    (line,) = [line for line in lines if "DU03" in line]
    assert line.split() == ["DU03", "错误", "aba-phrase", "四字格套叠［可改，须确认］"]


def test_without_anything_the_usage_is_shown() -> None:
    result = run()
    assert (result.exit_code, result.stderr) == (0, "") and result.stdout == run("--help").stdout
