"""--since: which lines git says changed, and which findings stand on them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.filters.chain import on_changed_lines
from newslint.filters.changed_lines import changed_lines
from newslint.filters.git import GitError
from newslint.finding import Finding, Position, Related, Severity

Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """A repository in tmp_path/稿库 that no setting of the user reaches."""
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    folder = tmp_path / "稿库"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def run(*words: str) -> str:
        own = ["-c", "user.name=编务", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
        return subprocess.run(["git", *own, *words], check=True, capture_output=True, encoding="utf-8").stdout.strip()

    run("init", "-q", "-b", "main")
    return run


def write(name: str, *lines: str, end: str = "\n", encoding: str = "utf-8") -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("".join(line + end for line in lines).encode(encoding))
    return name


def commit(git: Git) -> str:
    git("add", "-A")
    git("commit", "-q", "-m", "存稿")
    return git("rev-parse", "HEAD")


#: Names that git writes with escapes, where the system allows them at all.
ODD_NAMES = [] if sys.platform == "win32" else ['quote".txt', "tab\there.txt", "back\\slash.txt", "two\nlines 稿.txt"]
LINES = ("昨天，新馆开馆。", "首日接待读者三千人。", "馆长说，座位不够。", "市民说，还想再来。", "记者将继续关注。")


def test_changed_and_added_lines_are_given_and_other_files_have_none(git: Git) -> None:
    write("甲.txt", *LINES)
    write("乙.txt", *LINES)
    commit(git)
    write("甲.txt", LINES[0], "首日接待读者四千人。", *LINES[2:], "新的一段。", "又一段。")
    assert changed_lines("HEAD", ["甲.txt", "乙.txt"]) == {"甲.txt": [(2, 2), (6, 7)], "乙.txt": ()}


def test_a_deleted_line_marks_both_sides_of_the_gap(git: Git) -> None:
    write("甲.txt", *LINES)
    commit(git)
    write("甲.txt", *LINES[:2], *LINES[3:])
    assert changed_lines("HEAD", ["甲.txt"]) == {"甲.txt": [(2, 3)]}


def test_deleting_the_first_line_marks_the_new_first(git: Git) -> None:
    write("甲.txt", *LINES)
    commit(git)
    write("甲.txt", *LINES[1:])
    assert changed_lines("HEAD", ["甲.txt"]) == {"甲.txt": [(1, 1)]}


def test_new_files_are_wholly_new_whether_git_knows_them_or_not(git: Git) -> None:
    write("甲.txt", *LINES)
    commit(git)
    write("丙.txt", *LINES[:2])
    git("add", "丙.txt")
    write("丁.txt", *LINES[:2])
    assert changed_lines("HEAD", ["丙.txt", "丁.txt"]) == {"丙.txt": None, "丁.txt": None}


def test_a_file_that_git_ignores_is_wholly_new(git: Git) -> None:
    write(".gitignore", "来稿/")
    commit(git)
    write("来稿/甲.txt", *LINES)
    assert changed_lines("HEAD", ["来稿/甲.txt"]) == {"来稿/甲.txt": None}


def test_a_renamed_file_keeps_its_old_lines(git: Git) -> None:
    write("甲.txt", *LINES)
    commit(git)
    git("mv", "甲.txt", "一版.txt")
    write("一版.txt", *LINES[:4], "记者将跟踪报道。")
    assert changed_lines("HEAD", ["一版.txt"]) == {"一版.txt": [(5, 5)]}


def test_a_file_that_was_only_renamed_has_no_changed_lines(git: Git) -> None:
    write("甲.txt", *LINES)
    commit(git)
    git("mv", "甲.txt", "一版.txt")
    assert changed_lines("HEAD", ["一版.txt"]) == {"一版.txt": []}


@pytest.mark.parametrize("name", ["引“号” 空格.txt", "版面/一版 头条.txt", "b b/b.txt", *ODD_NAMES])
def test_any_file_name_is_found(git: Git, name: str) -> None:
    write(name, *LINES)
    commit(git)
    write(name, *LINES[:4], "改了。")
    assert changed_lines("HEAD", [name]) == {name: [(5, 5)]}


def test_paths_are_relative_to_the_folder_one_is_in(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    write("版面/甲.txt", *LINES)
    write("乙.txt", *LINES)
    commit(git)
    write("版面/甲.txt", "改了。", *LINES[1:])
    write("乙.txt", *LINES[:4], "改了。")
    monkeypatch.chdir("版面")
    expected = {"甲.txt": [(1, 1)], "../乙.txt": [(5, 5)]}
    assert changed_lines("HEAD", ["甲.txt", "../乙.txt"]) == expected
    assert changed_lines("HEAD", [str(Path("甲.txt").resolve())]) == {str(Path("甲.txt").resolve()): [(1, 1)]}


def test_a_branch_that_went_on_counts_only_what_changed_here(git: Git) -> None:
    write("甲.txt", *LINES)
    commit(git)
    git("switch", "-q", "-c", "来稿")
    write("甲.txt", *LINES[:4], "这里改了。")
    commit(git)
    git("switch", "-q", "main")
    write("甲.txt", "那边改了。", *LINES[1:])
    commit(git)
    git("switch", "-q", "来稿")
    assert changed_lines("main", ["甲.txt"]) == {"甲.txt": [(5, 5)]}
    write("甲.txt", *LINES[:3], "还没提交。", "这里改了。")
    assert changed_lines("main", ["甲.txt"]) == {"甲.txt": [(4, 5)]}


def test_staged_changes_count_as_well(git: Git) -> None:
    write("甲.txt", *LINES)
    commit(git)
    write("甲.txt", LINES[0], "改了。", *LINES[2:])
    git("add", "甲.txt")
    assert changed_lines("HEAD", ["甲.txt"]) == {"甲.txt": [(2, 2)]}


def test_lines_are_counted_by_a_bare_carriage_return_too(git: Git) -> None:
    write("甲.txt", *LINES, end="\r")
    write("乙.txt", "一\r二", "三", "四\r五\r六")
    commit(git)
    write("甲.txt", LINES[0], "改了。", *LINES[2:], end="\r")
    write("乙.txt", "一\r二", "三", "四\r改了\r六")
    assert changed_lines("HEAD", ["甲.txt", "乙.txt"]) == {"甲.txt": [(2, 2)], "乙.txt": [(5, 5)]}


def test_a_text_replaced_by_very_many_lines_is_changed_between_what_stayed(git: Git) -> None:
    write("甲.txt", "题", *["图书馆开馆。\n"] * 300, "完")
    commit(git)
    Path("甲.txt").write_bytes(("题\n" + "\n" * 300 + "\r" * 900_000 + "甲\n完\n").encode())
    assert changed_lines("HEAD", ["甲.txt"]) == {"甲.txt": [(2, 900_302)]}


def test_a_few_changes_in_a_long_text_with_bare_carriage_returns_are_found(git: Git) -> None:
    lines = [f"第{number}条。" for number in range(20_000)]
    write("甲.txt", *lines, end="\r")
    commit(git)
    write("甲.txt", *lines[:9000], "改了。", *lines[9001:9400], "加了。", *lines[9400:9402], *lines[9403:], end="\r")
    assert changed_lines("HEAD", ["甲.txt"]) == {"甲.txt": [(9001, 9001), (9401, 9401), (9403, 9404)]}


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030"])
def test_other_encodings_have_their_lines(git: Git, encoding: str) -> None:
    write("甲.txt", *LINES, encoding=encoding)
    commit(git)
    write("甲.txt", *LINES[:3], "改了。", LINES[4], encoding=encoding)
    assert changed_lines("HEAD", ["甲.txt"]) == {"甲.txt": [(4, 4)]}


def test_crlf_lines_are_those_of_git(git: Git) -> None:
    write("甲.txt", *LINES, end="\r\n")
    commit(git)
    write("甲.txt", *LINES[:3], "改了。", LINES[4], end="\r\n")
    assert changed_lines("HEAD", ["甲.txt"]) == {"甲.txt": [(4, 4)]}


def test_settings_of_the_user_change_nothing(git: Git) -> None:
    write("甲.txt", *LINES)
    commit(git)
    for key, value in {
        "color.ui": "always", "diff.noprefix": "true", "diff.mnemonicPrefix": "true", "diff.interHunkContext": "9",
        "diff.external": "false", "diff.relative": "true", "core.quotePath": "true", "diff.context": "5",
    }.items():  # fmt: skip
        git("config", key, value)
    write("甲.txt", "改了。", *LINES[1:4], "改了。")
    assert changed_lines("HEAD", ["甲.txt"]) == {"甲.txt": [(1, 1), (5, 5)]}


def test_a_conflict_counts_what_is_not_in_the_revision(git: Git) -> None:
    write("甲.txt", *LINES)
    commit(git)
    git("switch", "-q", "-c", "来稿")
    write("甲.txt", "这里改了。", *LINES[1:])
    commit(git)
    git("switch", "-q", "main")
    write("甲.txt", "那边改了。", *LINES[1:])
    commit(git)
    with pytest.raises(subprocess.CalledProcessError):
        git("merge", "来稿")
    (ranges,) = changed_lines("HEAD", ["甲.txt"]).values()
    assert ranges and ranges[0][0] == 1 and not any(first <= 8 <= last for first, last in ranges)


def test_outside_a_repository_is_said(tmp_path: Path, git: Git) -> None:
    with pytest.raises(GitError, match="不在 git 仓库里"):
        changed_lines("HEAD", ["甲.txt"], tmp_path)


@pytest.mark.parametrize("revision", ["没有的分支", "HEAD~9", "--output=x", "甲.txt", ""])
def test_an_unknown_revision_is_said(git: Git, revision: str) -> None:
    write("甲.txt", *LINES)
    commit(git)
    with pytest.raises(GitError, match=r"没有 .* 这个版本"):
        changed_lines(revision, ["甲.txt"])
    assert not Path("x").exists()


def test_a_repository_without_commits_has_no_revision(git: Git) -> None:
    with pytest.raises(GitError, match="HEAD"):
        changed_lines("HEAD", ["甲.txt"])


def test_a_missing_git_is_said(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitError, match="找不到 git"):
        changed_lines("HEAD", ["甲.txt"])


def finding(first: tuple[int, int], last: tuple[int, int], related: tuple[Related, ...] = ()) -> Finding:
    return Finding("DU01", "one", Severity.ERROR, "有误", "字", Position(0, *first), Position(1, *last), None, related)


@pytest.mark.parametrize(
    ("first", "last", "ranges", "touched"),
    [
        ((3, 1), (3, 5), [(3, 3)], True),
        ((3, 1), (3, 5), [(1, 2), (4, 9)], False),
        ((3, 8), (5, 2), [(4, 4)], True),
        ((3, 8), (4, 1), [(4, 4)], False),
        ((3, 8), (4, 1), [(3, 3)], True),
        ((4, 1), (4, 1), [(4, 4)], True),
        ((3, 1), (3, 5), (), False),
        ((3, 1), (3, 5), None, True),
    ],
)
def test_a_finding_counts_if_one_of_its_lines_changed(first, last, ranges, touched: bool) -> None:
    found = [finding(first, last)]
    assert on_changed_lines(found, ranges) == (found if touched else [])


def test_related_places_do_not_count() -> None:
    elsewhere = Related(Position(50, 9, 1), Position(51, 9, 2), "前文")
    assert on_changed_lines([finding((3, 1), (3, 5), (elsewhere,))], [(9, 9)]) == []
