"""``newslint fix`` as a user meets it: diffs that can be applied, files that are replaced whole or not at all, known
findings left alone.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli import main
from newslint.document import Document
from newslint.run.linter import Linter

DIRTY = "# 云岭市召开通气会\n\n本报讯（记者 田一川）会上，双方坚持互惠互利互惠原则。。\n"
CLEAN = "# 云岭市召开通气会\n\n本报讯（记者 田一川）会上，双方坚持互惠互利原则。\n"
RULE = """
code = "{code}"
name = "{name}"
title = "试验规则"
english = "Made up"
check = "pattern"
severity = "error"
since = "0.1"
weight = 1
message = "“{{match}}”应为“{{replacement}}”"
why = "只为试验"
[options]
anchor = ["{wrong}"]
pattern = "{wrong}"
replace = "{right}"
[fix]
safety = "safe"
[[wrong]]
text = "{wrong}"
found = ["{wrong}"]
[[right]]
text = "丑"
"""


def run(*args: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin, catch_exceptions=False)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def house_rules(folder: Path, *changes: tuple[str, str]) -> Path:
    """Write house rules XX01, XX02 ... that each put the second text for the first."""
    folder.mkdir()
    for number, (wrong, right) in enumerate(changes, 1):
        text = RULE.format(code=f"XX0{number}", name=f"house-{number}", wrong=wrong, right=right)
        (folder / f"{number}.toml").write_text(text, encoding="utf-8")
    return folder


# --- the order of fixes ------------------------------------------------------------------------------------------


def test_rules_that_undo_each_other_are_both_named_and_the_rest_is_mended(desk: Path) -> None:
    rules = house_rules(desk / "rules", ("甲处", "乙处"), ("乙处", "甲处"), ("丙丙", "丙"))
    (desk / "稿.txt").write_text("昨天，甲处开会，丙丙丙丙主持。\n", encoding="utf-8")
    result = run("fix", "--write", "稿.txt", "--rules", rules, "--select", "XX")
    assert "稿.txt：规则 XX01、XX02 的修改互相抵消" in result.stderr
    assert (desk / "稿.txt").read_text(encoding="utf-8") == "昨天，甲处开会，丙主持。\n"
    # Rules that contradict each other are wrong, as a bad rule file is.
    assert result.exit_code == 2


def test_rules_that_feed_each_other_without_end_are_named_and_undone(desk: Path) -> None:
    rules = house_rules(desk / "rules", ("甲处", "甲处乙处"), ("丙丙", "丙"))
    (desk / "稿.txt").write_text("昨天，甲处开会，丙丙主持。\n", encoding="utf-8")
    result = run("fix", "--write", "稿.txt", "--rules", rules, "--select", "XX")
    assert "规则 XX01 的修改" in result.stderr
    assert (desk / "稿.txt").read_text(encoding="utf-8") == "昨天，甲处开会，丙主持。\n"


def test_fixes_that_overlap_are_made_one_after_the_other(desk: Path) -> None:
    rules = house_rules(desk / "rules", ("甲乙丙", "甲丁丙丙"), ("丙丁", "丙戊"), ("丙丙丙", "丙"))
    (desk / "稿.txt").write_text("昨天，甲乙丙丁开会。\n", encoding="utf-8")
    result = run("fix", "--write", "稿.txt", "--rules", rules, "--select", "XX")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "修改 2 处" in result.stdout
    assert (desk / "稿.txt").read_text(encoding="utf-8") == "昨天，甲丁丙丙戊开会。\n"


# --- diffs -------------------------------------------------------------------------------------------------------

ARTICLES = {
    "稿 件.txt": DIRTY.encode(),
    "crlf.md": DIRTY.replace("\n", "\r\n").encode(),
    "cr.txt": DIRTY.replace("\n", "\r").encode(),
    "mixed.txt": (DIRTY.replace("\n", "\r\n") + DIRTY).encode(),
    "no end.txt": DIRTY.rstrip("\n").encode(),
    "bom.txt": b"\xef\xbb\xbf" + DIRTY.encode(),
    "separators.txt": ("上文。\x0b中间\u2028有\x85别的\x0c符号。\n\n" + DIRTY).encode(),
    "版面/要闻 一/a.txt": (DIRTY + "中间一行，没有问题。\n" * 12 + DIRTY.removesuffix("\n")).encode(),
}


def write_all(folder: Path) -> None:
    for name, data in ARTICLES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


@pytest.mark.parametrize("tool", [["patch", "-p0", "--binary"], ["git", "apply", "-p0"]], ids=["patch", "git"])
@pytest.mark.parametrize("absolute", [False, True], ids=["relative", "absolute"])
def test_a_diff_can_be_applied_and_gives_what_write_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tool: list[str], absolute: bool
) -> None:
    if shutil.which(tool[0]) is None:
        pytest.skip(f"{tool[0]} is not installed")
    for name in ("patched", "written"):
        write_all(tmp_path / name)
    # Line ends that are mixed stay so here: a fix of these alone would hide the others.
    options = ["--unsafe", "--ignore", "EC20"]
    monkeypatch.chdir(tmp_path / "patched")
    diff = run("fix", "--diff", *options, tmp_path / "patched" if absolute else ".")
    assert diff.exit_code == 1 and diff.stderr.endswith("共 8 个文件，可改 35 处。\n")
    applied = subprocess.run(tool, input=diff.stdout_bytes, capture_output=True, check=False)
    assert applied.returncode == 0, (applied.stdout + applied.stderr).decode()
    monkeypatch.chdir(tmp_path / "written")
    assert run("fix", "--write", *options, ".").exit_code == 0
    for name, data in ARTICLES.items():
        written = (tmp_path / "written" / name).read_bytes()
        assert written != data, name
        assert (tmp_path / "patched" / name).read_bytes() == written, name


# --- standard input ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_standard_input_comes_back_in_its_own_encoding(encoding: str) -> None:
    result = run("fix", "-", "--unsafe", stdin=DIRTY.replace("\n", "\r\n").encode(encoding))
    assert result.stdout_bytes == CLEAN.replace("\n", "\r\n").encode(encoding)
    given = CLEAN.encode(encoding)
    assert run("fix", "-", stdin=given).stdout_bytes == given


# --- files -------------------------------------------------------------------------------------------------------


def test_a_file_that_cannot_be_replaced_is_told_and_the_others_are_mended(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("只读", "可写"):
        (desk / name).mkdir()
        (desk / name / "稿.txt").write_text(DIRTY, encoding="utf-8")
    (desk / "只读").chmod(0o555)
    if os.access(desk / "只读", os.W_OK):  # whoever may write everywhere is refused by other means
        make = tempfile.mkstemp

        def refuse(*args: object, **settings: object) -> tuple[int, str]:
            if str(settings.get("dir")).endswith("只读"):
                raise PermissionError(13, "Permission denied")
            return make(*args, **settings)  # type: ignore[call-overload]

        monkeypatch.setattr(tempfile, "mkstemp", refuse)
    result = run("fix", "--write", "--unsafe", ".")
    (desk / "只读").chmod(0o755)
    assert result.exit_code == 2
    (sentence,) = result.stderr.splitlines()
    assert "只读/稿.txt：无法写入" in sentence and "文件未改动" in sentence
    assert (desk / "只读" / "稿.txt").read_text(encoding="utf-8") == DIRTY
    assert (desk / "可写" / "稿.txt").read_text(encoding="utf-8") == CLEAN
    assert os.listdir("只读") == os.listdir("可写") == ["稿.txt"]


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_a_failure_on_the_way_leaves_the_file_as_it_was_and_nothing_beside(
    desk: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    (desk / "稿.txt").write_text(DIRTY, encoding="utf-8")

    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, full)
    result = run("fix", "--write", "--unsafe", "稿.txt")
    monkeypatch.undo()
    assert result.exit_code == 2 and "磁盘已满" in result.stderr
    assert (desk / "稿.txt").read_text(encoding="utf-8") == DIRTY
    assert os.listdir(desk) == ["稿.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_stays_one_and_what_it_leads_to_is_mended(desk: Path) -> None:
    (desk / "库").mkdir()
    (desk / "库" / "稿.txt").write_text(DIRTY, encoding="utf-8")
    (desk / "库" / "稿.txt").chmod(0o604)
    (desk / "链接.txt").symlink_to("库/稿.txt")
    run("fix", "--write", "--unsafe", "链接.txt")
    assert (desk / "链接.txt").is_symlink()
    assert (desk / "库" / "稿.txt").read_text(encoding="utf-8") == CLEAN
    assert stat.S_IMODE((desk / "库" / "稿.txt").stat().st_mode) == 0o604
    assert os.listdir("库") == ["稿.txt"]


def test_what_the_encoding_of_a_file_cannot_hold_is_told_and_the_file_left(desk: Path) -> None:
    page = '<html><head><meta charset="big5"></head><body><p>新館昨天開館,首日接待讀者三千人。館長說,座位還會增加,甲處負責。</p></body></html>'
    (desk / "頁.html").write_bytes(page.encode("big5"))
    (desk / "稿.txt").write_text("昨天，甲處开会。\n", encoding="utf-8")
    rules = house_rules(desk / "rules", ("甲處", "䶮处"))
    result = run("fix", "--write", "--rules", rules, "--select", "XX", "頁.html", "稿.txt")
    assert result.exit_code == 2
    (sentence,) = result.stderr.splitlines()
    assert sentence.startswith("頁.html：") and "“䶮”不能用原编码" in sentence
    assert (desk / "頁.html").read_bytes() == page.encode("big5")
    assert (desk / "稿.txt").read_text(encoding="utf-8") == "昨天，䶮处开会。\n"


def test_what_an_editor_saved_meanwhile_is_kept(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "稿.txt").write_text(DIRTY, encoding="utf-8")
    (desk / "又.txt").write_text(DIRTY, encoding="utf-8")
    fix = Linter._fix

    def saved(self: Linter, document: Document, *rest: object) -> object:
        if document.name == "稿.txt":
            (desk / "稿.txt").write_text("另稿。", encoding="utf-8")
        return fix(self, document, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Linter, "_fix", saved)
    result = run("fix", "--write", "--unsafe", ".")
    assert result.exit_code == 2
    assert result.stderr == "稿.txt：读后被别的程序改过，文件未改动；请再运行一次。\n"
    assert (desk / "稿.txt").read_text(encoding="utf-8") == "另稿。"
    assert (desk / "又.txt").read_text(encoding="utf-8") == CLEAN


def test_a_read_only_file_is_left(desk: Path) -> None:
    (desk / "稿.txt").write_text(DIRTY, encoding="utf-8")
    (desk / "稿.txt").chmod(0o444)
    result = run("fix", "--write", "--unsafe", "稿.txt")
    assert (result.exit_code, result.stderr) == (2, "稿.txt：文件是只读的，未改动；要改请先取消只读。\n")
    assert (desk / "稿.txt").read_text(encoding="utf-8") == DIRTY


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le"])
@pytest.mark.parametrize("mode", ["--write", "--diff"])
def test_a_text_that_could_not_be_read_again_is_left(desk: Path, encoding: str, mode: str) -> None:
    data = "邬的的邬蘅".encode(encoding)
    (desk / "稿.txt").write_bytes(data)
    result = run("fix", mode, "--unsafe", "--select", "DU01", "稿.txt")
    assert result.exit_code == 2 and "再读时认不出原编码" in result.stderr
    assert (desk / "稿.txt").read_bytes() == data


def test_what_a_killed_run_left_is_removed(desk: Path) -> None:
    (desk / "稿.txt").write_text(DIRTY, encoding="utf-8")
    left = desk / ".旧.txt.abcdefgh.newslint-new"
    left.write_bytes(b"x")
    os.utime(left, (0, 0))
    run("fix", "--write", "--unsafe", "稿.txt")
    assert os.listdir(desk) == ["稿.txt"]


# --- what is known is left alone ---------------------------------------------------------------------------------


def test_suppressed_findings_are_never_mended(desk: Path) -> None:
    comment = "<!-- newslint-disable-next-line DU03 -->\n"
    text = DIRTY.replace("本报讯", comment + "本报讯")
    (desk / "稿.md").write_text(text, encoding="utf-8")
    (desk / "稿.txt").write_text(DIRTY, encoding="utf-8")
    (desk / "newslint.toml").write_text(
        'suppress = [{ path = "稿.txt", code = "DU03", reason = "原话如此" }]\n', encoding="utf-8"
    )
    assert run("fix", "--write", "--unsafe", ".").exit_code == 0
    assert (desk / "稿.md").read_text(encoding="utf-8") == text.replace("。。", "。")
    assert (desk / "稿.txt").read_text(encoding="utf-8") == DIRTY.replace("。。", "。")


def test_comments_that_silence_nothing_are_taken_out(desk: Path) -> None:
    text = CLEAN.replace("本报讯", "<!-- newslint-disable-next-line DU03 -->\n本报讯")
    (desk / "稿.md").write_text(text, encoding="utf-8")
    assert run("fix", "--write", "稿.md").exit_code == 0
    assert (desk / "稿.md").read_text(encoding="utf-8") == CLEAN


def test_what_the_baseline_holds_is_never_mended(desk: Path) -> None:
    (desk / "newslint.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    (desk / "稿.txt").write_text(DIRTY, encoding="utf-8")
    assert run("baseline", "write", ".").exit_code == 0
    (desk / "稿.txt").write_text(DIRTY + "\n街上人人坚持互惠互利互惠的做法。\n", encoding="utf-8")
    run("fix", "--write", "--unsafe", ".")
    assert (desk / "稿.txt").read_text(encoding="utf-8") == DIRTY + "\n街上人人坚持互惠互利的做法。\n"


# --- what is said, and one by one --------------------------------------------------------------------------------

TWO = "# 云岭市召开通气会\n\n本报讯（记者 田一川）昨天,会上说，双方坚持互惠互利互惠原则。\n"


def test_what_may_be_fixed_and_what_is_left_is_said(desk: Path) -> None:
    (desk / "稿.txt").write_text(TWO, encoding="utf-8")
    left = "另有 1 处可改，待编辑认可（--interactive 逐处问）：DU03“互惠互利互惠”"
    assert run("fix", "稿.txt").stderr == f"稿.txt：可改 1 处，加 --write 改写；{left}。\n"
    change = "  3:14 本报讯（记者 田一川）昨天[,→，]会上说，双方坚持互惠互利互惠原…\n"
    assert run("fix", "--write", "稿.txt").stdout == f"稿.txt：修改 1 处；{left}。\n{change}"
    assert run("fix", "稿.txt").stderr == f"稿.txt：未改；{left}。\n"
    result = run("fix", "--write", "--unsafe", "稿.txt")
    assert result.stdout.startswith("稿.txt：修改 1 处。\n  3:27 ") and "互惠互利[互惠→]原则。" in result.stdout
    assert run("fix", "稿.txt").stderr == "看过 1 个文件，没有要改的。\n"


def test_each_fix_is_shown_and_made_only_if_the_editor_says_so(desk: Path) -> None:
    (desk / "稿.txt").write_text(TWO, encoding="utf-8")
    result = run("fix", "--interactive", "稿.txt", stdin="怎么\nn\n是\n".encode())
    assert "昨天[,→，]会上说" in result.stdout and "双方坚持互惠互利[互惠→]原则。" in result.stdout
    assert result.stdout.splitlines()[0] == "稿.txt" and result.stdout.count("稿.txt\n") == 1
    assert result.stdout.count("改吗？") == 3
    assert (desk / "稿.txt").read_text(encoding="utf-8") == TWO.replace("互惠互利互惠", "互惠互利")


@pytest.mark.parametrize(
    ("answers", "commas", "doubled"), [("a\nq\n", 0, 1), ("d\ny\n", 3, 0), ("q\n", 3, 1), ("", 3, 1)]
)
def test_a_rule_may_be_answered_for_at_once_and_the_rest_left(
    desk: Path, answers: str, commas: int, doubled: int
) -> None:
    text = "本报讯（记者 田一川）昨天,会上说,双方说,坚持互惠互利互惠原则。\n"
    (desk / "稿.txt").write_text(text, encoding="utf-8")
    run("fix", "-i", "--select", "PU01,DU03", "稿.txt", stdin=answers.encode())
    after = (desk / "稿.txt").read_text(encoding="utf-8")
    assert (after.count(","), after.count("互惠互利互惠")) == (commas, doubled)


def test_answers_and_an_article_cannot_both_come_from_standard_input(desk: Path) -> None:
    result = run("fix", "--interactive", "-", stdin=TWO.encode())
    assert result.exit_code == 2 and "--interactive" in result.stderr


def test_a_backup_holds_the_file_as_it_was(desk: Path) -> None:
    data = b"\xef\xbb\xbf" + TWO.replace("\n", "\r\n").encode()
    (desk / "稿.txt").write_bytes(data)
    assert run("fix", "--backup", "稿.txt").exit_code == 2
    assert run("fix", "--write", "--backup", "稿.txt").exit_code == 0
    assert (desk / "稿.txt.bak").read_bytes() == data != (desk / "稿.txt").read_bytes()


def test_a_backup_does_not_follow_a_link(desk: Path) -> None:
    (desk / "别处.txt").write_text("别动我。\n", encoding="utf-8")
    (desk / "稿.txt").write_text(TWO, encoding="utf-8")
    (desk / "稿.txt.bak").symlink_to(desk / "别处.txt")
    assert run("fix", "--write", "--backup", "稿.txt").exit_code == 0
    assert (desk / "别处.txt").read_text(encoding="utf-8") == "别动我。\n"
    assert (desk / "稿.txt.bak").read_text(encoding="utf-8") == TWO


def test_one_way_of_fixing_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("稿.txt").write_text("会上，双方坚持互惠互利互惠原则。。\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["fix", "--diff", "--write", "稿.txt"])
    assert (result.exit_code, result.stdout) == (2, "") and "只能用一个" in result.stderr
    assert "。。" in Path("稿.txt").read_text(encoding="utf-8")
