"""The profile of a run: every second is charged once, and watched rules find what they find anyway."""

from __future__ import annotations

import importlib.util

import pytest
from clocking.clock import Clock
from clocking.watched import silent, watched
from conftest import ROOT

from newslint.config import Settings
from newslint.engine.engine import Engine
from newslint.readers import document_from_text
from newslint.rulebook.book import RuleBook
from newslint.run.linter import Linter

TEXT = "春风送岗\n本报讯（记者 田一川）馆长说，灯一直亮着，，书架上的的书每天都有街坊来借。双方坚持互惠互利互惠原则。\n"


@pytest.fixture(scope="module")
def command():
    # Its name is that of a module of the standard library.
    spec = importlib.util.spec_from_file_location("newslint_profile", ROOT / "benchmarks" / "profile.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_inner_work_is_taken_off_the_outer_account() -> None:
    times = iter([0.0, 1.0, 4.0, 10.0])
    clock = Clock(lambda: next(times))
    assert clock.charge("outer", lambda: clock.charge("inner", lambda: "done")) == "done"
    assert clock.spent == {"outer": 7.0, "inner": 3.0}


def test_work_that_fails_is_charged_too() -> None:
    times = iter([0.0, 2.0])
    clock = Clock(lambda: next(times))
    with pytest.raises(ZeroDivisionError):
        clock.charge("outer", lambda: 1 / 0)
    assert clock.spent == {"outer": 2.0}


def test_watched_rules_find_what_they_find_anyway_and_silent_ones_nothing() -> None:
    linter = Linter(Settings())
    clock = Clock()
    found = Engine(RuleBook(watched(linter.book, clock))).check(document_from_text(TEXT))
    assert found == Engine(linter.book).check(document_from_text(TEXT))
    assert {finding.code for finding in found} <= set(clock.spent)
    assert Engine(RuleBook(silent(linter.book))).check(document_from_text(TEXT)) == []


def test_a_rule_above_the_limit_is_marked(command) -> None:
    linter = Linter(Settings(select=("DU01", "DU03")))
    result = command.Profile({"decode": 0.5, "DU01": 0.46, "DU03": 0.04}, 1.0, 1_000_000)
    assert command.above(result, tuple(linter.book), 5) == ["DU01"]
    lines = command.lines_of(result, tuple(linter.book), 5, 5)
    assert [line.endswith("!") for line in lines if " DU0" in line] == [True, False]
    assert lines[0].startswith("1.00 MB; whole 1000 ms/MB = 1.00 MB/s")


def test_the_command_profiles_a_folder(command, monkeypatch, capsys, tmp_path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["profile.py", str(tmp_path), "--passes", "1", "--require", "--limit", "100"])
    assert command.main() == 0
    out = capsys.readouterr().out
    assert "blocks" in out
    assert out.endswith("above 100 %: none\n")
