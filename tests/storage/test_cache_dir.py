"""The cache folder: files replaced whole, and cleared without harm to others'."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newslint.storage.cache_dir import clear, write_cache_file


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "cache"
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(place))
    return place


def test_clearing_deletes_what_newslint_keeps_and_nothing_else(folder: Path) -> None:
    for name, size in (
        ("rules-0a.json", 3),
        ("patterns.bin", 4),
        ("patterns.bin.77.new", 5),
        ("results/ab.json", 6),
        ("results/c/d", 7),
    ):
        write_cache_file(folder / name, b"x" * size)
    (folder / "notes.txt").write_text("own", encoding="utf-8")
    (folder / "own").mkdir()
    (folder / "own" / "results").write_text("own", encoding="utf-8")
    assert clear() == (5, 25)
    assert sorted(path.name for path in folder.rglob("*")) == ["notes.txt", "own", "results"]
    assert clear() == (0, 0)


def test_clearing_follows_no_link(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "article.txt").write_text("own", encoding="utf-8")
    folder.mkdir()
    try:
        (folder / "results").symlink_to(other, target_is_directory=True)
    except OSError:
        pytest.skip("links cannot be made here")
    clear()
    assert (other / "article.txt").exists()
    assert not (folder / "results").is_symlink()


def test_there_may_be_nothing_to_clear(folder: Path) -> None:
    assert clear() == (0, 0)


def test_a_file_is_replaced_whole_and_nothing_left_beside_it(folder: Path) -> None:
    write_cache_file(folder / "patterns.bin", b"one")
    write_cache_file(folder / "patterns.bin", b"two")
    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [("patterns.bin", b"two")]


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_what_is_kept_is_for_the_user_alone(folder: Path) -> None:
    write_cache_file(folder / "patterns.bin", b"one")
    assert (folder / "patterns.bin").stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    write_cache_file(tmp_path / "file" / "below" / "patterns.bin", b"one")
    (tmp_path / "taken").mkdir()
    write_cache_file(tmp_path / "taken", b"one")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "taken"]
