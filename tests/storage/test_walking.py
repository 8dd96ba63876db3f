"""Folders below folders, however deep."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from newslint.storage.walking import walk

#: More folders than Python allows calls, and fewer than a path can name.
DEEP = 1500


@pytest.mark.skipif(os.name != "posix", reason="paths are shorter there")
def test_it_goes_to_the_bottom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(DEEP):
        os.mkdir("d")
        os.chdir("d")
    Path("甲.txt").touch()
    os.chdir(tmp_path)
    try:
        *_, (place, folders, files) = walk(".")
    finally:
        subprocess.run(["rm", "-r", "d"], check=True)  # shutil cannot
    assert (place.count("d"), folders, files) == (DEEP, [], ["甲.txt"])


def test_it_is_that_of_python(tmp_path: Path) -> None:
    for name in ("a/b", "a/c/d", "e"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "甲.txt").touch()
    os.symlink(tmp_path / "a", tmp_path / "f")
    usual = [(place, sorted(folders), sorted(files)) for place, folders, files in os.walk(tmp_path)]
    assert sorted((place, sorted(folders), sorted(files)) for place, folders, files in walk(tmp_path)) == sorted(usual)


def test_what_is_taken_from_the_list_is_not_entered(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / ".c/d").mkdir(parents=True)
    entered = []
    for place, folders, _ in walk(tmp_path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        entered.append(os.path.relpath(place, tmp_path))
    assert entered == [".", "a", os.path.join("a", "b")]


def test_a_folder_that_cannot_be_listed_is_refused_or_passed_over(tmp_path: Path) -> None:
    refused: list[OSError] = []
    assert list(walk(tmp_path / "gone", refused.append)) == list(walk(tmp_path / "gone")) == []
    assert [error.filename for error in refused] == [str(tmp_path / "gone")]
