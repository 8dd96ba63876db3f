"""The cache folder: files replaced whole, and cleared without harm to others'."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newslint.storage import cache_dir
from newslint.storage.cache_dir import cache_folder, clear, read_cache_file, trim, write_cache_file

posix = pytest.mark.skipif(os.name != "posix", reason="modes and owners are of POSIX")


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
        write_cache_file(name, b"x" * size)
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
    write_cache_file("patterns.bin", b"one")
    write_cache_file("patterns.bin", b"two")
    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [("patterns.bin", b"two")]


@posix
def test_what_is_kept_is_for_the_user_alone(folder: Path) -> None:
    umask = os.umask(0)
    try:
        write_cache_file("results/ab.json", b"one")
    finally:
        os.umask(umask)
    modes = [(folder / name).stat().st_mode & 0o777 for name in (".", "results", "results/ab.json")]
    assert modes == [0o700, 0o700, 0o600]


def test_a_folder_that_cannot_be_written_is_no_fault(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "taken" / "own").mkdir(parents=True, mode=0o700)
    (folder / "file").write_bytes(b"")
    write_cache_file("file/patterns.bin", b"one")
    write_cache_file("taken", b"one")
    assert sorted(path.name for path in folder.iterdir()) == ["file", "taken"]
    assert read_cache_file("taken") is read_cache_file("file/patterns.bin") is None


@posix
@pytest.mark.parametrize("of", [".", "rules-0a.json"])
def test_what_others_may_write_is_not_trusted(folder: Path, of: str) -> None:
    write_cache_file("rules-0a.json", b"one")
    assert read_cache_file("rules-0a.json") == b"one"
    (folder / of).chmod(0o777)
    assert read_cache_file("rules-0a.json") is None


@posix
@pytest.mark.parametrize("of", [".", "rules-0a.json"])
def test_what_belongs_to_others_is_not_trusted(folder: Path, of: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write_cache_file("rules-0a.json", b"one")
    if os.geteuid() == 0:
        os.chown(folder / of, 1234, 1234)
    else:  # only root may give a file away
        monkeypatch.setattr(os, "geteuid", lambda: 1234)
    assert read_cache_file("rules-0a.json") is None


@posix
def test_nothing_is_written_where_others_may_write(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o777)
    write_cache_file("rules-0a.json", b"one")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("override", ["cache", "~/cache", "./cache"])
def test_a_path_that_is_not_absolute_makes_no_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, override: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", override)
    write_cache_file("rules-0a.json", b"one")
    assert cache_folder() is None and clear() == (0, 0)
    assert list(tmp_path.iterdir()) == []


@posix
def test_without_a_home_there_is_no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("NEWSLINT_CACHE_DIR", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)  # as for a user who is not in the list of users
    write_cache_file("rules-0a.json", b"one")
    assert cache_folder() is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix" or os.uname().sysname != "Linux", reason="XDG folders are those of Linux")
def test_a_relative_folder_of_the_desktop_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEWSLINT_CACHE_DIR")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    assert cache_folder() == tmp_path / ".cache" / "newslint"


def test_the_cache_is_trimmed_by_age_and_size(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_dir, "MOST", 25)
    for at, name in enumerate(["results/a.json", "results/b.json", "rules-0a.json", "patterns.bin"]):
        write_cache_file(name, b"x" * 10)
        seconds = (folder / name).stat().st_mtime - at
        os.utime(folder / name, (seconds, seconds))
    (folder / "notes.txt").write_text("own", encoding="utf-8")
    os.utime(folder / "notes.txt", (0, 0))
    os.utime(folder / "results" / "b.json", (0, 0))
    trim()
    left = sorted(path.name for path in folder.rglob("*") if path.is_file())
    assert left == ["a.json", "notes.txt", "rules-0a.json"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_the_cache_is_not_waited_for(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.mkfifo(folder / "rules-x.json", 0o600)
    assert read_cache_file("rules-x.json") is None
