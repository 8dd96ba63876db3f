"""What building a wheel adds to it: the rules as they are after strict reading, for the first run to begin with."""

from __future__ import annotations

import ast
import importlib.util
import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

from newslint.__main__ import run
from newslint.rulebook.book import load_rules
from newslint.rulebook.pack import read_rules
from newslint.rulebook.reading import load_rule

pytest.importorskip("hatchling", reason="wheels are built with hatchling, which an installed newslint does not need")


def added(tmp_path: Path, version: str) -> tuple[Any, dict[str, str]]:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    hook = module.PackHook(str(ROOT), {}, None, None, str(tmp_path), "wheel")
    data: dict[str, Any] = {"force_include": {}}
    hook.initialize(version, data)
    return hook, data["force_include"]


def test_a_wheel_has_its_rules_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _hook, files = added(tmp_path, "standard")
    ((source, target),) = files.items()
    assert target == "newslint/rulefiles/pack.json"
    folder = tmp_path / "rulefiles"
    shutil.copytree(ROOT / "rules", folder, ignore=shutil.ignore_patterns("*.json"))
    shutil.copy(source, folder)
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr("newslint.rulebook.pack.builtin_folder", lambda: folder)
    rules = read_rules(folder, lambda path: pytest.fail(f"{path} was read again"))
    assert not (tmp_path / "cache").exists()
    assert [(rule.code, rule.doc(), rule.anchors) for rule in sorted(rules, key=lambda rule: rule.code)] == [
        (rule.code, rule.doc(), rule.anchors) for rule in load_rules()
    ]


def test_an_edited_rule_of_an_installed_package_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _hook, files = added(tmp_path, "standard")
    folder = tmp_path / "rulefiles"
    shutil.copytree(ROOT / "rules", folder)
    shutil.copy(next(iter(files)), folder)
    edited = next(folder.rglob("*.toml"))
    edited.write_text(edited.read_text(encoding="utf-8").replace('title    = "', 'title    = "新', 1), encoding="utf-8")
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr("newslint.rulebook.pack.builtin_folder", lambda: folder)
    assert any(rule.doc().title.startswith("新") for rule in read_rules(folder, load_rule))


def test_an_editable_install_has_none(tmp_path: Path) -> None:
    assert added(tmp_path, "editable")[1] == {}


@pytest.mark.parametrize("path", ["newslint/__init__.py", "newslint/__main__.py", "hatch_build.py"])
def test_an_older_python_can_read_what_tells_it_that_it_is_too_old(path: str) -> None:
    ast.parse((ROOT / path).read_text(encoding="utf-8"), feature_version=(3, 7))


def test_an_older_python_is_told_so_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.version_info", (3, 10, 12))
    with pytest.raises(SystemExit) as ended:
        run()
    told = "需要 Python 3.11 或更新的版本，这里是 3.10。"
    assert (ended.value.code, capsys.readouterr().err) == (2, f"newslint：{told}\n")
    with pytest.raises(SystemExit, match=told):
        added(tmp_path, "standard")
