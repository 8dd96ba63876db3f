"""The public interface of the package."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

import newslint
from newslint import Settings, check_paths, check_text, fix_text
from newslint.config.typed import typed
from newslint.finding import Severity


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


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"select": ("DU",)}, "settings must be newslint.Settings, not dict"),
        (MappingProxyType({}), "settings must be newslint.Settings, not mappingproxy"),
        (Settings(select="DU03"), "settings.select must be a tuple of str, not 'DU03'"),
        (Settings(ignore=(3,)), "settings.ignore must be a tuple of str, not (3,)"),
        (Settings(level="error"), "settings.level must be Severity, not 'error'"),
        (Settings(rules=("house",)), "settings.rules must be a tuple of Path, not ('house',)"),
        (Settings(roster="roster.txt"), "settings.roster must be Path or None, not 'roster.txt'"),
        (Settings(issue_date=datetime(2026, 4, 18)), "settings.issue_date must be date or None, not datetime"),
        (Settings(max_score=True), "settings.max_score must be int or float or None, not True"),
        (Settings(deny=["老百姓"]), "settings.deny must be a mapping from str to str or Mapping, not ['老百姓']"),
        (Settings(options={"DU03": 1}), "settings.options must be a mapping from str to Mapping"),
        (Settings(gitignore="no"), "settings.gitignore must be bool, not 'no'"),
    ],
)
def test_settings_of_the_wrong_type_are_refused_with_their_name(settings: Any, told: str) -> None:
    for call in (partial(check_text, ""), partial(fix_text, ""), partial(check_paths, [])):
        with pytest.raises(TypeError) as caught:
            call(settings=settings)
        assert str(caught.value).startswith(told)


@pytest.mark.parametrize("name", ["max_size", "max_score"])
@pytest.mark.parametrize("value", [-1, -0.5, float("nan"), float("inf"), 10**400])
def test_numbers_that_cannot_be_are_refused(name: str, value: float) -> None:
    settings = Settings()._replace(**{name: value})
    for call in (partial(check_text, ""), partial(fix_text, ""), partial(check_paths, [])):
        with pytest.raises(ValueError, match=rf"^settings\.{name} must be from 0 to 1000000000, not "):
            call(settings=settings)


def test_a_rule_is_silenced_in_one_way() -> None:
    with pytest.raises(ValueError, match=r"name the rule in settings\.ignore"):
        check_text("", settings=Settings(severities={"DU03": Severity.OFF}))


def test_the_type_of_every_setting_is_proved() -> None:
    class Odd:
        pass

    for name in Settings._fields:
        with pytest.raises(TypeError, match=f"^settings.{name} must be "):
            typed(Settings()._replace(**{name: Odd()}))


def test_arguments_of_the_wrong_type_are_refused(tmp_path: Path) -> None:
    wrong: list[tuple[Any, str]] = [
        (lambda: check_text(b"\xe7\x94\xb2"), "text must be a str, not bytes"),
        (lambda: fix_text(None), "text must be a str, not NoneType"),
        (lambda: check_text("甲。", filename=Path("a.md")), "filename must be a str or None, not PosixPath"),
        (lambda: check_paths("a.txt"), "paths must be a list of paths, not one path: 'a.txt'"),
        (lambda: check_paths(tmp_path), "paths must be a list of paths, not one path"),
        (lambda: check_paths([b"a.txt"]), "a path must be a str or os.PathLike[str], not b'a.txt'"),
        (lambda: check_paths([], follow_links="x"), "follow_links must be a bool, not 'x'"),
        (lambda: check_paths([], follow_links=[1]), "follow_links must be a bool, not [1]"),
        (lambda: fix_text("甲。", unsafe=object()), "unsafe must be a bool, not <object object"),
    ]
    for call, told in wrong:
        with pytest.raises(TypeError) as caught:
            call()
        assert str(caught.value).replace("WindowsPath", "PosixPath").startswith(told)
    (file,) = check_paths(["a\0b"])
    assert file.error is not None and "没有这个文件" in file.error


def test_any_mapping_will_do_for_a_table() -> None:
    settings = Settings(
        deny=MappingProxyType({"老百姓": "群众"}), options=MappingProxyType({"BY04": MappingProxyType({"least": 5})})
    )
    assert [finding.text for finding in check_text("老百姓来了。", settings=settings)] == ["老百姓"]


def test_relative_paths_follow_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (
        'code = "XX01"\nname = "made-up"\ntitle = "试"\ncheck = "pattern"\nseverity = "error"\nsince = "0.1"\nweight = 1\n'
        'message = "试"\nwhy = "试"\n[options]\nanchor = ["{word}"]\npattern = "{word}"\n'
    )
    settings = Settings(own_rules=(Path("house"),), select=("XX01",))
    for word in ("甲乙", "丙丁"):
        (tmp_path / word / "house").mkdir(parents=True)
        (tmp_path / word / "house" / "x.toml").write_text(page.format(word=word), encoding="utf-8")
        monkeypatch.chdir(tmp_path / word)
        assert [finding.text for finding in check_text("甲乙丙丁。", settings=settings)] == [word]
