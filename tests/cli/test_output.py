"""What strangers wrote is shown on the terminal and in the logs of CI servers, and never obeyed."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT

from newslint.cli import main
from newslint.corpus.report import CorpusReport, Line
from newslint.corpus.shown import shown
from newslint.reports.characters import width

#: Control characters, marks of writing direction, and commands of CI servers.
EVIL = "\x1b[31m\u202e\u2066\x07\x9b"
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
COMMANDS = ("::stop-commands::x的的图书馆。", "##[add-mask]的的图书馆。", "##vso[task.setvariable]的的图书馆。")
#: What a log of GitHub, Azure or TeamCity takes for a command.
OBEYED = re.compile(r"^\s*::|##\w*\[", re.M)
LOUD = "双方坚持互惠互利互惠原则。"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], catch_exceptions=False)


def test_there_is_one_door() -> None:
    doors = {"output.py", "__main__.py"}  # the second speaks only if the first could not be imported
    for path in (ROOT / "newslint").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if path.name not in doors:
            assert not re.search(r"click\.s?echo\(|\bprint\(|\b(?:stdout|stderr)\.(?:buffer\.)?write", text), path


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be given there")
@pytest.mark.parametrize(
    "command",
    [
        ("check",),
        ("check", "--format", "concise"),
        ("check", "--format", "github"),
        ("check", "--score"),
        ("fix", "--write"),
        ("fix", "--write", "没有" + EVIL + "\n.txt"),
        ("check", "没有" + EVIL + "\n.txt"),
        ("check", "--format", "json", "没有" + EVIL + "\n.txt"),
        ("check", "--select", EVIL),
        ("check", EVIL + "--nothing"),
        ("check", "--" + EVIL),
        ("check", "--baseline", "没有" + EVIL),
        ("baseline", "write", "--baseline", "b" + EVIL),
        ("rules", "--select", "XX", "--rules", "rules"),
        ("rule", "XX01", "--rules", "rules"),
        ("rule", "X" + EVIL),
        ("config",),
        ("config", "x" + EVIL),
        ("init", "x" + EVIL),
    ],
    ids=lambda command: " ".join(command).encode("unicode_escape").decode(),
)
def test_names_and_texts_are_shown(desk: Path, command: tuple[str, ...]) -> None:
    (desk / f"稿{EVIL}\n.txt").write_text(f"{EVIL}{LOUD}。\n", encoding="utf-8")
    (desk / f"x{EVIL}").mkdir()
    (desk / "rules").mkdir()
    (desk / "rules" / "a.toml").write_text(
        'code="XX01"\nname="house"\ncheck="pattern"\nseverity="error"\nsince="0.1"\nweight=1\n'
        'title="\\u001b[31m\\u202e"\nenglish="\\u001b[31m"\nmessage="\\u001b[31m"\nwhy="\\u001b[31m\\u202e"\n'
        '[options]\nanchor=["甲"]\npattern="甲"\n',
        encoding="utf-8",
    )
    (desk / "newslint.toml").write_text('[deny]\n"\\u001b[31m" = "\\u202e"\n', encoding="utf-8")
    result = run(*command)
    assert result.output
    # A report for programs has names as they are; what is said beside it is for people.
    shown = result.stderr if "json" in command else result.output
    assert not CONTROLS.search(shown), shown
    sentences = result.stderr.splitlines()
    assert all("：" in sentence for sentence in sentences), "a name with a line end makes no line of its own"


@pytest.mark.parametrize("server", ["CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"])
@pytest.mark.parametrize("format", ["text", "concise", "json", "sarif", "gitlab", "junit", "checkstyle", "html"])
def test_no_line_of_an_article_is_a_command(
    desk: Path, monkeypatch: pytest.MonkeyPatch, server: str, format: str
) -> None:
    (desk / "##[error]稿.txt").write_text("\n\n".join(COMMANDS), encoding="utf-8")
    plain = run("check", ".", "--format", format).output
    monkeypatch.setenv(server, "true")
    logged = run("check", ".", "--format", format).output
    assert (OBEYED.search(plain) or format == "sarif") and not OBEYED.search(logged)
    if format in ("json", "sarif", "gitlab"):
        assert json.loads(logged) == json.loads(plain)
    elif format in ("junit", "checkstyle"):
        assert ElementTree.canonicalize(logged) == ElementTree.canonicalize(plain)
    elif format in ("text", "concise"):
        assert logged.replace("\u200b", "") == plain


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be given there")
def test_no_name_is_a_command(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    for name in ("::error::x.txt", "a\n::error::x.txt", "##[error]x.txt"):
        (desk / name).write_text(LOUD, encoding="utf-8")
    for command in (["fix", "--write", "--unsafe", "."], ["check", "::error::y.txt"], ["check", "##[error]y.txt"]):
        result = run(*command, *(["--format", "text"] if command[0] == "check" else ()))
        assert result.output and not OBEYED.search(result.output)


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be given there")
@pytest.mark.parametrize("format", ["junit", "checkstyle", "html"])
def test_no_line_of_a_report_begins_with_a_name_or_message(
    desk: Path, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    (desk / "newslint.toml").write_text(
        '[deny]\n"互惠" = { reason = "甲\\n::error::y\\r::error::z" }\n', encoding="utf-8"
    )
    for name in ("b\n::error::x.md", "c\r::error::x.md", "::error::x.md", "d\n\n ::error::clean.md"):
        (desk / name).write_text(
            "会上说明。\n" if "clean" in name else f"{LOUD}\n\n会上，{LOUD[:-1]}，他们说明。\n", encoding="utf-8"
        )
    plain = run("check", ".", "--format", format).output
    assert not re.search(r"[\n\r]\s*::error::[yz]", plain), "a line end is no line end in a report"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    logged = run("check", ".", "--format", format).output
    assert not re.search(r"(^|\r)\s*::", logged, re.M) and "error::x.md" in logged
    if format != "html":
        assert ElementTree.canonicalize(logged) == ElementTree.canonicalize(plain)


# --- patches -----------------------------------------------------------------------------------------------------

NAMES = ("换\n行.txt", '引"号.txt', "反\\斜.txt", "制\t表.txt", "空 格 .txt", "-x.txt", "转\x1b[31m义.txt", "'.txt")
TEXTS = {
    "escapes": f"甲\x1b[35m乙丙丁，{LOUD}。\n\x1b]0;x\x07第二行。\n".encode(),
    "gb18030": f"# 云岭市召开通气会\n\n本报讯 昨天的会上，{LOUD}。\n".encode("gb18030"),
    "utf-16": f"# 云岭市召开通气会\n\n会上，{LOUD}。\n".encode("utf-16"),
    "commands": f"::stop-commands::x\n##[add-mask]\n{LOUD}。\n::error::x\n".encode(),
}


def patched(desk: Path, files: dict[str, bytes], tool: list[str]) -> None:
    """Check that the patch of ``fix`` gives what ``fix --write`` writes."""
    if shutil.which(tool[0]) is None:
        pytest.skip(f"{tool[0]} is not installed")
    for name, data in files.items():
        (desk / name).write_bytes(data)
    patch = run("fix", "--unsafe", ".")
    assert patch.exit_code == 1 and f"共 {len(files)} 个文件，可改" in patch.stderr
    assert run("fix", "--write", "--unsafe", ".").exit_code == 0
    written = {name: (desk / name).read_bytes() for name in files}
    for name, data in files.items():
        assert written[name] != data
        (desk / name).write_bytes(data)
    done = subprocess.run(tool, input=patch.stdout_bytes, capture_output=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr).decode("utf-8", "replace")
    assert {name: (desk / name).read_bytes() for name in files} == written


TOOLS = pytest.mark.parametrize("tool", [["patch", "-p0", "--binary"], ["git", "apply", "-p0"]], ids=["patch", "git"])


@TOOLS
@pytest.mark.parametrize("server", ["", "GITHUB_ACTIONS"])
def test_a_patch_is_exact_bytes(desk: Path, monkeypatch: pytest.MonkeyPatch, tool: list[str], server: str) -> None:
    if server:
        monkeypatch.setenv(server, "true")
    patched(desk, {f"{name}.txt": data for name, data in TEXTS.items()}, tool)


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be given there")
@TOOLS
def test_a_patch_of_files_with_odd_names_applies(desk: Path, tool: list[str]) -> None:
    patched(desk, {name: f"{LOUD}。\n".encode() for name in NAMES}, tool)


def test_the_lines_of_a_patch_are_bracketed_on_github(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    (desk / "稿.txt").write_bytes(TEXTS["commands"])
    lines = run("fix", "--unsafe", "稿.txt").stdout.splitlines()
    token = lines[0].removeprefix("::stop-commands::")
    assert len(token) == 32 and lines[-1] == f"::{token}::"
    assert not any(token in line for line in lines[1:-1])


def on_terminal(*args: str, **environment: str) -> str:
    """Run newslint on a terminal of 80 columns and return what it shows there."""
    if sys.platform == "win32":
        pytest.skip("there is no terminal to be had")
    import pty

    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "newslint", *args]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", **environment}
    with subprocess.Popen(command, stdin=follower, stdout=follower, env=environment) as process:
        os.close(follower)
        read = b""
        while True:
            try:
                part = os.read(leader, 65536)
            except OSError:  # the end, on Linux
                break
            if not part:
                break
            read += part
        process.wait()
    os.close(leader)
    return read.decode().replace("\r\n", "\n")


def test_a_terminal_is_shown_what_changes(desk: Path) -> None:
    (desk / "稿.txt").write_bytes(TEXTS["escapes"])
    shown = on_terminal("fix", "--unsafe", "稿.txt")
    assert "  1:2 甲[·→][35m乙丙丁，" in shown and not CONTROLS.search(shown)


def test_what_is_longer_than_the_window_is_shown_in_the_pager(desk: Path) -> None:
    pager = {"PAGER": "sed s/^/》/"}
    lines = on_terminal("rules", **pager).splitlines()
    assert len(lines) > 100 and all(line.startswith("》") for line in lines)
    assert on_terminal("rules", "--select", "DU03", **pager).startswith("DU 重复（1 条）\n  DU03  错误")


def test_a_window_that_is_too_narrow_for_anything_breaks_nothing(desk: Path) -> None:
    (desk / "稿.txt").write_text("昨天,会上说，双方坚持互惠互利互惠原则。\n", encoding="utf-8")
    lines = on_terminal("check", "稿.txt", COLUMNS="3").splitlines()
    assert max(map(width, lines)) <= 24 and sum("1:3" in line for line in lines) == 1


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_lines_are_as_wide_as_the_window(desk: Path, columns: int) -> None:
    article = "# 云岭市召开通气会\n\n" + "本报讯（记者 田一川）昨天,会上说，双方坚持互惠互利互惠原则" * 6 + "。。\n"
    (desk / "稿.txt").write_text(article, encoding="utf-8")
    for words in ("check 稿.txt", "check --score 稿.txt", "fix --unsafe 稿.txt", "rules", "rule DU", "fix --help"):
        shown = on_terminal(*words.split(), PAGER="cat", COLUMNS=str(columns))
        lines = shown.splitlines()
        assert max(map(width, lines)) <= columns, words
    assert max(map(width, on_terminal("check", "稿.txt", COLUMNS=str(columns)).splitlines())) > min(columns, 100) - 4


# --- tables ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "\t=1", " =1", "＝1"])
def test_no_cell_of_a_table_is_a_formula(key: str) -> None:
    line = Line(key, 1, 1.0, 1, 1, 10)
    report = CorpusReport(True, 1, 0, 10, 1, 1, {"source": (line,)})
    rows = list(csv.reader(io.StringIO(shown(report, "csv", ("source",)))))
    assert rows[1][:2] == ["source", "'" + key]


def test_the_page_of_a_rule_is_text_and_no_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    page = CliRunner().invoke(main, ["rule", "QU01"]).stdout
    assert page.startswith("QU01 标号不成对\n") and "\n为什么\n" in page and "    报出 “ ｜ “\n" in page
    assert "Unpaired mark" not in page
    everything = "".join(CliRunner().invoke(main, ["rule", family]).stdout for family in ("BY", "PU", "SP", "EC"))
    assert not re.search(r"^#|^\*\*|^- |`newslint", everything, re.MULTILINE) and "\x1b" not in everything
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = CliRunner().invoke(main, ["rule", "QU01"], color=True).stdout
    assert "\x1b[1mQU01 标号不成对\x1b[0m\n" in coloured and "\x1b[1m错例\x1b[0m\n" in coloured
    assert re.sub(r"\x1b\[\d*m", "", coloured) == page
