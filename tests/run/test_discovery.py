"""Which files of a folder are checked: endings, what the configuration includes and excludes, what git ignores."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from newslint.config import Project
from newslint.reports import render
from newslint.results import CheckedFile, Results
from newslint.run.discovery import discover, find


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with some files, the working folder."""
    for name in (
        "稿.txt",
        "稿.md",
        "表.csv",
        "归档/旧.txt",
        "归档/2025/更旧.txt",
        "来稿/甲.txt",
        "来稿/乙.log",
        ".隐/丙.txt",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text("一。\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configure(folder: Path, text: str) -> None:
    (folder / "newslint.toml").write_text(text, encoding="utf-8")


def test_what_newslint_reads_is_taken_and_what_is_hidden_is_not(desk: Path) -> None:
    assert discover(["."], Project()) == ["归档/2025/更旧.txt", "归档/旧.txt", "来稿/甲.txt", "稿.md", "稿.txt"]


def test_excluded_folders_and_files_are_left_out(desk: Path) -> None:
    configure(desk, 'exclude = ["归档/", "*.md"]\n')
    assert discover(["."], Project()) == ["来稿/甲.txt", "稿.txt"]
    assert discover(["来稿", "归档"], Project()) == ["来稿/甲.txt"]


def test_what_is_named_is_taken_unless_exclusion_is_forced(desk: Path) -> None:
    configure(desk, 'exclude = ["归档/"]\n')
    named = ["归档/2025/更旧.txt", "表.csv"]
    assert discover(named, Project()) == named
    forced = Project(overlay={"force_exclude": True})
    assert discover([*named, "稿.txt"], forced) == ["稿.txt"]


def test_included_files_are_taken_whatever_their_ending(desk: Path) -> None:
    configure(desk, 'include = ["来稿/**"]\n')
    assert discover(["."], Project()) == ["来稿/乙.log", "来稿/甲.txt"]


def test_what_git_ignores_is_left_out(desk: Path) -> None:
    (desk / ".gitignore").write_text("# 旧稿\n归档/*\n!归档/旧.txt\n*.md\n", encoding="utf-8")
    (desk / "来稿" / ".gitignore").write_text("甲.txt\n", encoding="utf-8")
    everything = discover(["."], Project())
    assert "来稿/甲.txt" in everything  # no repository: nothing is ignored
    subprocess.run(["git", "init", "-q"], check=True)
    assert discover(["."], Project()) == ["归档/旧.txt", "稿.txt"]
    assert discover(["来稿"], Project()) == []
    configure(desk, "gitignore = false\n")
    assert discover(["."], Project()) == everything


@pytest.mark.parametrize("text", ["#" * 1_000_001, "a\n" * 10_001])
@pytest.mark.parametrize("place", [".gitignore", "来稿/.gitignore", ".git/info/exclude"])
def test_an_ignore_file_that_is_too_large_is_refused(desk: Path, place: str, text: str) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    (desk / place).write_text(f"甲.txt\n{text}", encoding="utf-8")
    found = find(["来稿"], Project())
    [(path, why)] = found.refused.items()
    assert path.endswith(place) and "文件太大，没有照它略去文件；最多为 1,000,000 字节、10,000 行。" in why
    assert found.files == sorted(["来稿/甲.txt", path])


def test_the_roster_is_no_article(desk: Path) -> None:
    configure(desk, 'roster = "稿.txt"\n')
    assert "稿.txt" not in discover(["."], Project())
    assert discover(["稿.txt"], Project()) == ["稿.txt"]


def test_each_file_is_taken_once_and_standard_input_stays(desk: Path) -> None:
    assert discover(["-", "./来稿", "来稿/甲.txt", "来稿/../来稿/甲.txt"], Project()) == ["-", "来稿/甲.txt"]


def test_a_report_in_the_folder_is_no_article(desk: Path) -> None:
    (desk / "报告.html").write_text(render("html", Results(())), encoding="utf-8")
    (desk / "稿.html").write_text("<p>一。</p>", encoding="utf-8")
    (desk / "空.html").write_text(render("html", Results((CheckedFile("一.txt", 1, text="一"),))), encoding="utf-8")
    assert [path for path in discover(["."], Project()) if path.endswith(".html")] == ["稿.html"]


def test_a_pattern_that_the_shell_left_is_expanded(desk: Path) -> None:
    (desk / "稿[1].txt").write_text("一。\n", encoding="utf-8")
    assert discover(["*.txt"], Project()) == ["稿.txt", "稿[1].txt"]
    assert discover(["归档/**/*.txt", "来*"], Project()) == ["归档/2025/更旧.txt", "归档/旧.txt", "来稿/甲.txt"]
    assert discover(["稿[1].txt"], Project()) == ["稿[1].txt"]
    assert discover(["*.doc", "稿[2].txt"], Project()) == ["*.doc", "稿[2].txt"]


def test_patterns_that_exclude_nothing_are_known(desk: Path) -> None:
    configure(desk, 'exclude = ["归档/", "归挡/", "*.md", "!要闻.md", "来稿/**/*.log", "旧*/"]\n')
    assert find(["."], Project()).idle == {"归挡/", "旧*/"}
    assert find(["来稿"], Project()).idle == {"归档/", "归挡/", "*.md", "旧*/"}


def test_a_page_that_calls_itself_a_report_is_an_article(desk: Path) -> None:
    report = render("html", Results(()))
    meta = '<meta name="generator" content="newslint 1">'
    pages = {
        "甲.html": f"<html><head>{meta}</head><p>一。</p></html>",
        "乙.html": report.replace("</body>", "<p>一。</p></body>"),
        "丙.html": report.replace("<script>", "<script> ", 1),
        "丁.html": report[: report.index("<script>")],
    }
    for name, text in pages.items():
        (desk / name).write_text(text, encoding="utf-8")
    assert {path for path in discover(["."], Project()) if path.endswith(".html")} == set(pages)
