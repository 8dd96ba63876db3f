"""The cache of rule tables: used while nothing changed, never trusted otherwise."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from newslint.rulebook import RuleError, load_rules

RULE = (
    'code="XX0{n}"\nname="rule-{n}"\ntitle="{title}"\nkind="pattern"\nseverity="error"\nsince="0.1"\nweight=1\n'
    'message="试"\nwhy="试"\n[options]\nanchor=["甲"]\npattern="甲"\n'
)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(folder))
    monkeypatch.setattr("newslint.rulecache.FEWEST", 1)
    return folder


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "a.toml").write_text(RULE.format(n=1, title="甲"), encoding="utf-8")
    return folder


def titles(folder: Path) -> list[str]:
    return [rule.title for rule in load_rules([folder])]


def test_a_second_reading_gives_the_same_rules(cache: Path, rules: Path) -> None:
    assert titles(rules) == titles(rules) == ["甲"]
    assert len(list(cache.iterdir())) == 1


def test_the_files_are_not_parsed_again(cache: Path, rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    titles(rules)
    monkeypatch.setattr("tomllib.load", lambda file: pytest.fail("parsed again"))
    assert titles(rules) == ["甲"]


def test_a_changed_a_new_and_a_removed_file_are_seen(cache: Path, rules: Path) -> None:
    titles(rules)
    (rules / "a.toml").write_text(RULE.format(n=1, title="乙乙"), encoding="utf-8")
    assert titles(rules) == ["乙乙"]
    (rules / "b.toml").write_text(RULE.format(n=2, title="丙"), encoding="utf-8")
    assert titles(rules) == ["乙乙", "丙"]
    (rules / "a.toml").unlink()
    assert titles(rules) == ["丙"]


def test_a_bad_file_is_told_whether_or_not_there_is_a_cache(cache: Path, rules: Path) -> None:
    titles(rules)
    (rules / "b.toml").write_text("code = ", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(RuleError, match="b.toml"):
            titles(rules)


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"null", b'{"tables": 1}', b"\xff\xfe", b"[" * 100000])
def test_a_damaged_cache_is_made_anew(cache: Path, rules: Path, damage: bytes) -> None:
    titles(rules)
    (place,) = cache.iterdir()
    place.write_bytes(damage)
    assert titles(rules) == ["甲"]
    assert json.loads(place.read_bytes())["tables"][0]["title"] == "甲"


def test_a_cache_of_another_version_is_not_used(cache: Path, rules: Path) -> None:
    titles(rules)
    (place,) = cache.iterdir()
    content = json.loads(place.read_bytes())
    content["newslint"] = "0.0.0"
    content["tables"][0]["title"] = "旧"
    place.write_text(json.dumps(content), encoding="utf-8")
    assert titles(rules) == ["甲"]


def test_rules_are_read_where_no_cache_can_be_written(rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", os.path.join(blocked, "below"))
    monkeypatch.setattr("newslint.rulecache.FEWEST", 1)
    assert titles(rules) == titles(rules) == ["甲"]


def test_a_few_house_rules_leave_no_cache(tmp_path: Path, rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    assert titles(rules) == ["甲"]
    assert not (tmp_path / "cache").exists()
