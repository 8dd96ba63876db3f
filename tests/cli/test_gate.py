"""A gate that a submission cannot open: each way in which one could switch off its own check, tried."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli import main
from newslint.reports import render
from newslint.results import Results

LOUD = "双方坚持互惠互利互惠原则。\n"
QUIET = "双方坚持互惠互利的原则。\n"
RULE = (
    'code="XX01"\nname="house"\ntitle="试"\nenglish="Made up"\ncheck="pattern"\nseverity="error"\nsince="0.1"\nweight=1\n'
    'message="不用“{match}”"\nwhy="试"\n[options]\nanchor=["老百姓"]\npattern="老百姓"\n'
)

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="the settings come from git")


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], catch_exceptions=False)


def gate(*args: object) -> Result:
    return run("check", "--gate", "--base", "main", "--format", "text", *args)


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


Commit = Callable[..., None]


@pytest.fixture
def commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Commit:
    """Work in a repository on a branch of its own, and commit what is there: on main, if it is said so."""
    for name in list(os.environ):
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")

    def git(*words: str) -> None:
        who = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "core.autocrlf=false")
        subprocess.run(["git", *who, *words], check=True, capture_output=True)

    git("init", "--quiet", "--initial-branch=main")
    git("commit", "--quiet", "--allow-empty", "-m", "first")

    def made(branch: str = "submission") -> None:
        if branch != "main":
            git("checkout", "--quiet", "-B", branch)
        git("add", "--all", "--force")
        git("commit", "--quiet", "--allow-empty", "-m", "next")

    return made


@pytest.mark.parametrize(
    "settings",
    [
        'ignore = ["DU"]',
        'fail-on = "never"',
        'exclude = ["*"]',
        'allow = ["互惠互利互惠"]',
        'severity = { DU03 = "info" }',
        'suppress = [{ code = "DU03", reason = "我" }]',
        "comments = true",
        'include = ["x"]',
        'extend = "/etc/passwd"',
        "x = [",
    ],
)
@pytest.mark.parametrize("place", ["newslint.toml", "稿件/newslint.toml"])
def test_settings_of_a_submission_do_not_count(commit: Commit, settings: str, place: str) -> None:
    write("稿件/甲.txt", LOUD)
    write(place, settings + "\n")
    commit()
    result = gate("稿件")
    assert (result.exit_code, "DU03" in result.output) == (1, True), result.output


def test_settings_of_the_base_hold_though_a_submission_changes_them(commit: Commit) -> None:
    write("newslint.toml", 'level = "error"\n[[overrides]]\nfiles = ["稿件/副刊/*"]\nignore = ["DU03"]\n')
    commit("main")
    write("newslint.toml", 'fail-on = "never"\n')
    write("稿件/副刊/诗.txt", LOUD)
    write("稿件/要闻/甲.txt", LOUD)
    commit()
    assert gate("稿件/副刊").exit_code == 0
    assert gate("稿件/要闻").exit_code == 1
    os.unlink("newslint.toml")
    assert gate("稿件/副刊").exit_code == 0


def test_what_the_settings_of_the_base_name_comes_from_there_too(commit: Commit) -> None:
    write("house.toml", 'rules = ["rules"]\ndeny-lists = ["lists/不用.txt"]\n')
    write("版面/newslint.toml", 'extend = "../house.toml"\nexclude = ["归档/"]\nroster = "../lists/名册.txt"\n')
    write("lists/不用.txt", "莅临\t光临\n")
    write("lists/名册.txt", "记者 林晓岚\n")
    write("rules/house.toml", RULE)
    commit("main")
    for path in ("house.toml", "rules/house.toml", "lists/不用.txt", "lists/名册.txt"):
        os.unlink(path)
    write("lists/不用.txt", "# 没有\n")
    write("版面/甲.txt", "老百姓说，嘉宾莅临，会议开始。\n")
    write("版面/归档/乙.txt", LOUD)
    commit()
    result = gate("版面")
    assert result.exit_code == 1, result.output
    assert "XX01" in result.output and "莅临" in result.output and "DU03" not in result.output
    assert "没有查 1 个设置所略去的：版面/归档/乙.txt。" in result.output


@pytest.mark.parametrize("named", [True, False])
def test_a_baseline_is_that_of_the_base(commit: Commit, named: bool) -> None:
    options = () if named else ("--baseline", "known.json")
    if named:
        write("newslint.toml", 'baseline = "known.json"\n')
    write("稿件/旧.txt", LOUD)
    assert run("baseline", "write", ".", *options).exit_code == 0
    commit("main")
    assert gate("稿件", *options).exit_code == 0
    write("稿件/新.txt", LOUD)
    assert run("baseline", "write", ".", *options).exit_code == 0
    commit()
    assert run("check", "稿件", *options).exit_code == 0
    result = gate("稿件", *options)
    assert result.exit_code == 1 and "新.txt" in result.output and "旧.txt" not in result.output


def test_entries_of_the_base_mean_the_same_files(commit: Commit) -> None:
    write("newslint.toml", 'suppress = [{ path = "稿件/旧.txt", code = "DU03", reason = "原话" }]\n')
    commit("main")
    write("稿件/旧.txt", LOUD)
    commit()
    assert gate("稿件").exit_code == 0
    write("稿件/新.txt", LOUD)
    assert gate("稿件").exit_code == 1


def test_a_configuration_that_is_named_is_that_of_the_base(commit: Commit, tmp_path: Path) -> None:
    write("house.toml", "")
    commit("main")
    write("house.toml", 'fail-on = "never"\n')
    write("稿件/甲.txt", LOUD)
    commit()
    assert gate("稿件", "--config", "house.toml").exit_code == 1
    outside = tmp_path / "outside.toml"
    outside.write_text('ignore = ["DU"]\n', encoding="utf-8")
    assert gate("稿件", "--config", outside).exit_code == 0
    assert run("check", "--gate", "稿件", "--config", outside).exit_code == 0


@pytest.mark.parametrize("place", [".gitignore", "稿件/.gitignore"])
def test_what_is_tracked_is_checked_whatever_git_is_told_to_ignore(commit: Commit, place: str) -> None:
    write("稿件/深/甲.txt", LOUD)
    write(place, "*\n")
    commit()
    assert gate(".").exit_code == 1


def test_what_is_ignored_and_not_tracked_is_left_out(commit: Commit) -> None:
    write(".gitignore", "/site/\n")
    write("稿件/甲.txt", QUIET)
    commit("main")
    commit()
    write("site/甲.html", f"<p>{LOUD}</p>")
    result = gate(".")
    assert result.exit_code == 0 and "site" not in result.output


@pytest.mark.parametrize("place", [".gitignore", "稿件/.gitignore"])
@pytest.mark.parametrize("settings", [("--base", "main"), ("--no-config",)])
def test_no_ignore_file_of_a_submission_counts(commit: Commit, place: str, settings: tuple[str, ...]) -> None:
    commit()
    write(place, "*.txt\n")
    write("稿件/甲.txt", LOUD)  # not committed: as it was received
    assert run("check", "稿件").exit_code == 2
    assert run("check", "--gate", *settings, "稿件").exit_code == 1


@pytest.mark.parametrize("settings", [("--base", "main"), ("--since", "main"), ("--no-config",)])
def test_no_folder_may_be_replaced_by_a_link(commit: Commit, settings: tuple[str, ...]) -> None:
    write("稿件/甲.txt", QUIET)
    write("稿件/newslint.toml", 'select = ["DU03"]\n')
    write("草稿/甲.txt", LOUD)
    write("草稿/newslint.toml", 'ignore = ["DU"]\n')
    commit("main")
    shutil.rmtree("稿件")
    os.symlink("草稿", "稿件")
    commit()
    for path in ("稿件", "稿件/甲.txt", "."):
        result = run("check", "--gate", *settings, path)
        assert result.exit_code == 2 and "稿件 是来稿带来的链接，门禁不放行" in result.stdout
    assert "草稿/甲.txt：" not in result.stdout


def test_no_link_of_a_submission_stands_for_an_article(commit: Commit) -> None:
    write("稿件/甲.txt", QUIET)
    write("旧稿.txt", LOUD)
    commit("main")
    os.remove("稿件/甲.txt")
    os.symlink("../旧稿.txt", "稿件/甲.txt")
    write("稿件/乙.txt", LOUD)
    commit()
    result = run("check", "--gate", "--since", "main", "--format", "text", "稿件")
    assert result.exit_code == 2 and "稿件/甲.txt：稿件/甲.txt 是来稿带来的链接" in result.stdout
    assert "稿件/乙.txt\n  1:" in result.stdout


def test_links_of_the_base_may_stay(commit: Commit) -> None:
    write("来稿/甲.txt", LOUD)
    os.symlink("来稿", "稿件")
    os.symlink("来稿/甲.txt", "今日.txt")
    commit("main")
    commit()
    assert gate("今日.txt").exit_code == gate("稿件").exit_code == gate(".").exit_code == 1
    os.remove("今日.txt")
    os.symlink("稿件/甲.txt", "今日.txt")
    commit()
    assert gate("今日.txt").exit_code == gate(".").exit_code == 2


def test_a_link_that_nobody_committed_is_none_of_the_submission(commit: Commit) -> None:
    write("稿件/甲.txt", QUIET)
    write(".gitignore", "modules\n")
    commit("main")
    commit()
    os.symlink("稿件", "modules")
    assert gate(".").exit_code == 0


def test_without_a_repository_every_link_to_a_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write("稿件/甲.txt", QUIET)
    write("别处/乙.txt", LOUD)
    os.symlink("../别处", "稿件/要闻")
    result = run("check", "--gate", "--no-config", "--format", "text", "稿件")
    assert result.exit_code == 2 and "稿件/要闻 是来稿带来的链接" in result.stdout


def test_no_page_is_taken_for_a_report(commit: Commit) -> None:
    write("稿件/甲.html", f'<meta name="generator" content="newslint 1"><p>{LOUD}</p>')
    write("稿件/乙.html", render("html", Results(())).replace("<header", f"<p>{LOUD}</p><header"))
    commit()
    result = gate("稿件")
    assert result.exit_code == 1 and "甲.html" in result.output and "乙.html" in result.output


COMMENT = "<!-- newslint-disable-file DU03 -->\n\n"


def test_comments_in_an_article_suppress_nothing(commit: Commit) -> None:
    write("稿件/甲.md", COMMENT + LOUD)
    commit()
    assert run("check", "稿件").exit_code == 0
    result = gate("稿件")
    assert result.exit_code == 1 and "DU03" in result.output and "NL01" not in result.output


def test_the_base_may_allow_comments(commit: Commit) -> None:
    write("newslint.toml", "comments = true\n")
    commit("main")
    write("稿件/甲.md", COMMENT + LOUD)
    commit()
    assert gate("稿件").exit_code == 0


def test_a_house_may_forbid_comments_without_a_gate(commit: Commit) -> None:
    write("newslint.toml", "comments = false\n")
    write("甲.md", COMMENT + LOUD)
    assert run("check", "甲.md").exit_code == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("甲.md", f"```\n{LOUD}```\n"),
        ("甲.md", f"---\nx: |\n  {LOUD}---\n"),
        ("甲.txt", ""),
        ("甲.html", f"<!--{LOUD}-->"),
    ],
)
def test_an_article_without_text_does_not_pass(commit: Commit, name: str, text: str) -> None:
    write(f"稿件/{name}", text)
    write("稿件/乙.txt", QUIET)
    commit()
    assert run("check", "稿件").exit_code == 0
    result = gate("稿件")
    assert result.exit_code == 2 and f"稿件/{name}：没有可查的文字（0 字）" in result.output


def test_an_old_article_without_text_does_not_hold_up_others(commit: Commit) -> None:
    write("稿件/旧.txt", "")
    commit("main")
    write("稿件/新.txt", QUIET)
    commit()
    assert run("check", "--gate", "--since", "main", ".").exit_code == 0
    write("稿件/又.txt", "")
    assert run("check", "--gate", "--since", "main", ".").exit_code == 2


def test_what_is_left_out_is_counted_and_named(commit: Commit) -> None:
    write("稿件/甲.txt", QUIET)
    write("稿件/.乙.txt", LOUD)
    write(".藏/丙.md", LOUD)
    write("稿件/丁.text", LOUD)
    write("稿件/图.jpg", "")
    commit()
    result = gate(".")
    assert result.exit_code == 0
    assert "没有查 2 个名称以点开头的：.藏/丙.md、稿件/.乙.txt。" in result.output
    assert "没有查 2 个别种格式的：稿件/丁.text、稿件/图.jpg。" in result.output
    told = json.loads(run("check", "--gate", "--base", "main", "--format", "sarif", ".").stdout)["runs"][0][
        "invocations"
    ]
    assert "稿件/.乙.txt" in json.dumps(told, ensure_ascii=False)
    assert "没有查" not in run("check", "--gate", "--since", "HEAD", "--format", "text", ".").output


def test_a_hidden_article_is_named_whatever_stands_before_it(commit: Commit) -> None:
    write("稿件/甲.txt", QUIET)
    for number in range(10, 35):
        write(f"稿件/.d/{number}.md", QUIET)
        write(f"稿件/.d/{number}.x{number}", QUIET)
    for name in (".h.txt", ".TXT"):
        write(f"稿件/{name}", LOUD)
    commit()
    result = gate("稿件")
    hidden, others = result.output.splitlines()[:2]
    assert "没有查 27 个名称以点开头的：" in hidden and "稿件/.h.txt" in hidden and "稿件/.TXT" in hidden
    assert "没有查 25 个别种格式的：" in others and others.endswith("等。")


@pytest.mark.parametrize("paths", [("空",), ("稿件", "空"), ("没有.txt",), ()])
def test_nothing_to_check_is_no_success(commit: Commit, paths: tuple[str, ...]) -> None:
    Path("空").mkdir()
    if paths:
        write("稿件/甲.txt", QUIET)
    commit()
    assert gate(*paths).exit_code == 2


def test_a_gate_asks_where_its_settings_come_from(commit: Commit, tmp_path: Path) -> None:
    write("稿件/甲.txt", QUIET)
    commit()
    result = run("check", "--gate", "稿件")
    assert result.exit_code == 2 and "--gate：请用 --base" in result.stderr
    assert run("check", "--gate", "--no-config", "稿件").exit_code == 0
    assert run("check", "--gate", "--base", "没有", "稿件").exit_code == 2


def test_a_gate_uses_no_cache(commit: Commit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    write("稿件/甲.txt", QUIET)
    commit()
    assert gate("稿件").exit_code == 0
    assert not (tmp_path / "cache").exists()


def test_a_gate_without_a_repository_takes_every_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write("稿件/.gitignore", "*\n")
    write("稿件/甲.txt", QUIET)
    write("稿件/.乙.txt", LOUD)
    result = run("check", "--gate", "--no-config", "稿件", "--format", "text")
    assert result.exit_code == 0 and "没有查 1 个名称以点开头的：稿件/.乙.txt。" in result.output


def test_the_copy_of_the_base_goes_with_the_run(
    commit: Commit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    write("newslint.toml", "")
    commit("main")
    write("甲.txt", QUIET)
    assert gate(".").exit_code == 0
    import gc

    gc.collect()
    assert [path.name for path in tmp_path.iterdir()] == ["desk"]


@pytest.mark.parametrize("configured", [True, False])
def test_a_baseline_that_is_found_is_that_of_the_base(commit: Commit, configured: bool) -> None:
    if configured:
        write("newslint.toml", "")
    write("旧.txt", LOUD)
    assert run("baseline", "write", ".").exit_code == 0
    commit("main")
    assert gate(".").exit_code == 0
    write("新.txt", LOUD)
    assert run("baseline", "write", ".").exit_code == 0
    commit()
    assert run("check", ".").exit_code == 0
    assert gate(".").exit_code == 1
    os.unlink("newslint-baseline.json")
    os.unlink("新.txt")
    assert gate(".").exit_code == 0


def test_what_a_pattern_leaves_out_is_named_too(commit: Commit) -> None:
    write("稿件/甲.txt", QUIET)
    write("稿件/乙.text", LOUD)
    commit()
    assert "稿件/乙.text" in gate("稿*").output


def commit_exactly(files: dict[str, str]) -> None:
    """Commit texts as they are, whatever their attributes say, and let git write all files, as in a fresh clone."""

    def git(*words: str, given: str = "") -> str:
        who = ("-c", "user.name=a", "-c", "user.email=a@b")
        command = ["git", *who, *words]
        return subprocess.run(command, check=True, capture_output=True, input=given, encoding="utf-8").stdout.strip()

    for path, text in files.items():
        blob = git("hash-object", "-w", "--stdin", given=text)
        git("update-index", "--add", "--cacheinfo", f"100644,{blob},{path}")
    git("commit", "--quiet", "-m", "next")
    for path in git("ls-files", "-z").strip("\0").split("\0"):
        Path(path).unlink(missing_ok=True)
    git("checkout", "--quiet", "--", ".")


RECODED = "来稿用 .gitattributes 给它设了 working-tree-encoding=UTF-7"


@pytest.mark.parametrize("more", ["", ".gitattributes working-tree-encoding=UTF-16\n"])
def test_a_submission_cannot_have_another_text_written_to_disk(commit: Commit, more: str) -> None:
    write("稿件/旧.txt", QUIET)
    commit("main")
    commit()
    commit_exactly({"稿件/新.txt": LOUD, "稿件/.gitattributes": "新.txt working-tree-encoding=UTF-7\n" + more})
    assert Path("稿件/新.txt").read_bytes() != LOUD.encode()
    for options in (("--since", "main"), ("--base", "main"), ("--no-config",)):
        result = run("check", "--gate", *options, "--format", "text", "稿件")
        assert result.exit_code == 2 and f"稿件/新.txt：{RECODED}" in result.output, result.output
        assert "旧.txt" not in result.output


def test_no_filter_of_a_submission_stands_before_an_article(commit: Commit) -> None:
    write(".gitattributes", "[attr]x filter=lfs\n*.txt x\n")
    write("稿件/甲.txt", QUIET)
    write("稿件/乙.md", QUIET)
    commit()
    result = gate("稿件")
    assert result.exit_code == 2 and "稿件/甲.txt：来稿用 .gitattributes 给它设了 filter=lfs" in result.output
    assert "乙.md" not in result.output and run("check", "稿件").exit_code == 0


def test_attributes_of_the_base_may_stay(commit: Commit) -> None:
    write(".gitattributes", "*.txt working-tree-encoding=UTF-16LE-BOM filter=lfs\n")
    write("稿件/旧.md", QUIET)
    commit("main")
    Path("稿件/新.txt").write_text("\ufeff" + LOUD, encoding="utf-16-le")
    commit()
    result = gate("稿件")
    assert result.exit_code == 1 and "DU03" in result.output, result.output
    commit_exactly({".gitattributes": "*.txt working-tree-encoding=UTF-7 filter=lfs\n"})
    result = gate("稿件")
    assert result.exit_code == 2 and RECODED in result.output, result.output


@pytest.mark.parametrize("ref", ["refs/tags/main", "refs/remotes/main/HEAD"])
def test_a_name_that_means_two_revisions_is_refused(commit: Commit, ref: str) -> None:
    """Whoever may push tags could else say what the base is."""
    write("稿件/甲.txt", LOUD)
    commit()
    subprocess.run(["git", "update-ref", ref, "HEAD"], check=True)
    result = gate("稿件")
    assert result.exit_code == 2 and "叫 main 的不止一个" in result.stderr
    assert run("check", "--gate", "--base", "refs/heads/main", "稿件").exit_code == 1


def test_nothing_is_put_in_the_place_of_the_base(commit: Commit) -> None:
    write("newslint.toml", 'level = "warning"\n')
    commit("main")
    base = subprocess.run(["git", "rev-parse", "main"], check=True, capture_output=True, text=True).stdout.strip()
    write("newslint.toml", 'ignore = ["DU"]\n')
    write("稿件/甲.txt", LOUD)
    commit()
    subprocess.run(["git", "replace", base, "submission"], check=True, capture_output=True)
    write(".git/info/grafts", f"{base} {'0' * 40}\n")
    assert run("check", "--gate", "--since", "main", "稿件").exit_code == 1


@pytest.mark.parametrize("named", [(), ("--config", "newslint.toml")])
@pytest.mark.parametrize("text", ["level = \n", 'roster = "没有.txt"\n'])
def test_what_is_wrong_with_the_base_is_told_as_git_names_it(commit: Commit, text: str, named: tuple[str, ...]) -> None:
    write("newslint.toml", text)
    write("稿件/甲.txt", QUIET)
    commit("main")
    result = gate("稿件", *named)
    assert result.exit_code == 2
    assert result.stderr.startswith("newslint：main:newslint.toml：") or "：main:没有.txt：" in result.stderr
