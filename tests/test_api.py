"""The public interface of the package."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import newslint
from newslint import Settings, check_paths, check_text, fix_text


def test_check_text_gives_findings() -> None:
    (finding,) = check_text("双方坚持互惠互利互惠原则。")
    assert (finding.code, finding.text) == ("DU03", "互惠互利互惠")


def test_the_file_name_tells_the_format() -> None:
    text = "正文一句。\n\n```\n互惠互利互惠\n```\n"
    assert check_text(text, filename="a.md") == []


def test_settings_choose_the_rules() -> None:
    assert check_text("双方坚持互惠互利互惠原则。", settings=Settings(ignore=("DU",))) == []
    with pytest.raises(LookupError):
        check_text("", settings=Settings(select=("NO99",)))


def test_settings_changed_in_place_hold_at_the_next_call() -> None:
    denied = {"老百姓": "群众"}
    settings = Settings(deny=denied)
    assert [finding.text for finding in check_text("老百姓和乡亲们来了。", settings=settings)] == ["老百姓"]
    denied["乡亲们"] = ""
    assert [finding.text for finding in check_text("老百姓和乡亲们来了。", settings=settings)] == ["老百姓", "乡亲们"]


def test_a_second_call_with_equal_settings_reads_no_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    first = check_text("双方坚持互惠互利互惠原则。", settings=Settings(select=("DU",)))
    monkeypatch.setattr("newslint.rulebook.book.read_rules", lambda *arguments: pytest.fail("rules are read again"))
    assert check_text("双方坚持互惠互利互惠原则。", settings=Settings(select=("DU",))) == first


def test_fix_text_keeps_to_safe_fixes_unless_told() -> None:
    text = "双方坚持互惠互利互惠原则。。"
    assert fix_text(text) == "双方坚持互惠互利互惠原则。"
    assert fix_text(text, unsafe=True) == "双方坚持互惠互利原则。"


def test_check_paths_is_sorted_and_survives_what_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("甲。", encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(b"\xff\xff\xff\xff")
    files = check_paths([tmp_path / "b.txt", tmp_path])
    assert [Path(file.path).name for file in files] == ["a.txt", "b.txt"]
    assert files[0].error and files[1].error is None


def test_importing_newslint_loads_nothing_heavy() -> None:
    code = "import newslint, sys; print(*sorted({'click', 'regex', 'opencc', 'ahocorasick_rs', 'tree_sitter'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == ""


def test_checking_plain_text_loads_neither_opencc_nor_markdown() -> None:
    code = (
        "import newslint, sys; newslint.check_text('会议今天召开。'); "
        "print(*sorted({'opencc', 'tree_sitter', 'wcwidth', 'click'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == ""


def test_the_version_is_told() -> None:
    assert newslint.__version__.count(".") == 2
