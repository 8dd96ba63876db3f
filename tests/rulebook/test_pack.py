"""Rules kept between runs: used while nothing changed, never trusted otherwise."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from newslint.rulebook.book import Configured, RuleError, builtin_folder, load_rules
from newslint.rulebook.pack import SHIPPED, _sum, write_pack
from newslint.rulebook.reading import load_rule

RULE = (
    'code="XX0{n}"\nname="rule-{n}"\ntitle="{title}"\nenglish="made up"\ncheck="pattern"\nseverity="error"\nsince="0.1"\nweight=1\n'
    'message="试"\nwhy="试"\n[options]\nanchor=["甲"]\npattern="甲"\n'
)

pytestmark = pytest.mark.usefixtures("rules_anew")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(folder))
    monkeypatch.setattr("newslint.rulebook.pack.FEWEST", 1)
    return folder


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "a.toml").write_text(RULE.format(n=1, title="甲"), encoding="utf-8")
    return folder


def titles(folder: Path) -> list[str]:
    return [rule.doc().title for rule in load_rules([folder])]


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
        with pytest.raises(RuleError, match=r"b.toml"):
            titles(rules)


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"null", b'{"sum": 1}\n[]\n[]', b"\xff\xfe\n\n", b"[" * 100000 + b"\n\n"]
)
def test_a_damaged_pack_is_made_anew(cache: Path, rules: Path, damage: bytes) -> None:
    titles(rules)
    (place,) = cache.iterdir()
    whole = place.read_bytes()
    place.write_bytes(damage)
    assert titles(rules) == ["甲"]
    assert place.read_bytes() == whole


@pytest.mark.parametrize("keep", range(0, 700, 37))
def test_a_truncated_pack_is_made_anew(cache: Path, rules: Path, keep: int) -> None:
    titles(rules)
    (place,) = cache.iterdir()
    whole = place.read_bytes()
    place.write_bytes(whole[: keep % len(whole)])
    assert titles(rules) == ["甲"]
    assert place.read_bytes() == whole


def test_a_pack_that_was_changed_is_not_used(cache: Path, rules: Path) -> None:
    titles(rules)
    (place,) = cache.iterdir()
    place.write_bytes(place.read_bytes().replace("甲".encode(), "乙".encode()))
    assert titles(rules) == ["甲"]


def test_a_pack_of_another_version_is_not_used(cache: Path, rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.rulebook.pack.__version__", "0.0.0")
    titles(rules)
    monkeypatch.undo()
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(cache))
    monkeypatch.setattr("newslint.rulebook.pack.FEWEST", 1)
    monkeypatch.setattr("newslint.rulebook.pack._rules", lambda *row: pytest.fail("used"))
    assert titles(rules) == ["甲"]


def test_a_pack_is_not_used_for_other_code(
    cache: Path, rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles(rules)
    monkeypatch.setattr("newslint.rulebook.pack.__file__", str(tmp_path / "rulebook" / "pack.py"))
    monkeypatch.setattr("newslint.rulebook.pack._rules", lambda *row: pytest.fail("used"))
    assert titles(rules) == ["甲"]


def test_rules_from_a_pack_are_those_that_were_read(cache: Path) -> None:
    strict = load_rules([builtin_folder() / folder.name for folder in builtin_folder().iterdir() if folder.is_dir()])
    load_rules()
    packed = load_rules()
    assert len(packed) == len(strict)
    for one, other in zip(packed, strict, strict=True):
        assert one[:-1] == other[:-1], "all but what reads the documentation"
        assert one.doc() == other.doc()


def test_a_pack_in_a_folder_of_the_house_is_not_used(cache: Path, rules: Path) -> None:
    write_pack(rules / SHIPPED, rules, load_rule)
    pack = (rules / SHIPPED).read_bytes()
    head, _, heads, pages = pack.split(b"\n")
    heads = heads.replace('"甲"'.encode(), '"乙"'.encode())
    pages = pages.replace('"甲"'.encode(), '"乙"'.encode())
    (rules / SHIPPED).write_bytes(b"\n".join((head, _sum(heads, pages), heads, pages)))
    assert titles(rules) == ["甲"]


def test_a_forged_pack_with_other_rules_is_not_used(cache: Path, rules: Path) -> None:
    titles(rules)
    (place,) = cache.iterdir()
    head, _, _, pages = place.read_bytes().split(b"\n")
    for heads in (b"[]", b"[[]]", b"[1]", b"{}", b"null"):
        place.write_bytes(b"\n".join((head, _sum(heads, pages), heads, pages)))
        assert titles(rules) == ["甲"]


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_a_pack_that_others_may_write_is_not_used(cache: Path, rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    titles(rules)
    (place,) = cache.iterdir()
    place.chmod(0o666)
    monkeypatch.setattr("newslint.rulebook.pack._rules", lambda *row: pytest.fail("used"))
    assert titles(rules) == ["甲"]


def test_a_folder_in_place_of_a_pack_is_passed_over(cache: Path, rules: Path) -> None:
    titles(rules)
    (place,) = cache.iterdir()
    place.unlink()
    place.mkdir()
    assert titles(rules) == titles(rules) == ["甲"]
    assert list(cache.iterdir()) == [place]


def test_an_option_from_outside_is_held_to_account_with_a_pack_too(cache: Path) -> None:
    for _ in range(2):
        with pytest.raises(RuleError, match=r"options.DU03.patern：这种规则没有这个选项"):
            load_rules(configured=Configured("newslint.toml", {"DU03": {"patern": "甲"}}))


def test_the_pack_of_an_installed_package_is_used_until_a_rule_changes(
    cache: Path, rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newslint.rulebook.pack.builtin_folder", lambda: rules)
    write_pack(rules / SHIPPED, rules, load_rule)
    assert titles(rules) == ["甲"]
    assert not cache.exists()
    (rules / "a.toml").write_text(RULE.format(n=1, title="丙"), encoding="utf-8")
    later = (rules / SHIPPED).stat().st_mtime + 3600
    os.utime(rules / "a.toml", (later, later))
    assert titles(rules) == ["丙"]


def test_runs_at_the_same_time_leave_a_whole_pack(cache: Path, rules: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from newslint.rulebook import pack; pack.FEWEST = 1\n"
        "from newslint.rulebook.book import load_rules; print([rule.doc().title for rule in load_rules([Path(sys.argv[1])])])"
    )
    runs = [
        subprocess.Popen([sys.executable, "-c", code, str(rules)], stdout=subprocess.PIPE, cwd=ROOT) for _ in range(4)
    ]
    assert {run.communicate()[0].decode().strip() for run in runs} == {"['甲']"}
    assert len(list(cache.iterdir())) == 1
    assert titles(rules) == ["甲"]


def test_rules_are_read_where_no_cache_can_be_written(
    rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", os.path.join(blocked, "below"))
    monkeypatch.setattr("newslint.rulebook.pack.FEWEST", 1)
    assert titles(rules) == titles(rules) == ["甲"]


def test_a_few_house_rules_leave_no_cache(tmp_path: Path, rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    assert titles(rules) == ["甲"]
    assert not (tmp_path / "cache").exists()
