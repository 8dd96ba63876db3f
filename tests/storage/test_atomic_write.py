"""Writing a user's file: replaced in one step where that keeps what it is, written in place elsewhere."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newslint.storage import atomic_write
from newslint.storage.atomic_write import FileChangedError, ReadOnlyError, remove_leftovers, replace_bytes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes, owners, links and pipes as on Unix")

is_root = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "稿.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    return path


def test_the_file_is_another_one_with_the_same_mode(article: Path) -> None:
    before = article.stat()
    replace_bytes(article, b"new")
    after = article.stat()
    assert article.read_bytes() == b"new" and stat.S_IMODE(after.st_mode) == 0o640
    assert after.st_ino != before.st_ino
    assert os.listdir(article.parent) == [article.name]


def test_a_hard_link_stays_one(article: Path) -> None:
    other = article.with_name("另名.txt")
    other.hardlink_to(article)
    replace_bytes(article, b"longer than before")
    assert other.read_bytes() == b"longer than before" and other.samefile(article)
    replace_bytes(article, b"new")
    assert other.read_bytes() == b"new"
    assert sorted(os.listdir(article.parent)) == sorted([article.name, other.name])


def test_a_write_in_place_that_fails_restores_the_file(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article.with_name("另名.txt").hardlink_to(article)
    overwrite = atomic_write._overwrite

    def full(target: str, data: bytes) -> None:
        overwrite(target, data[:1] if data == b"new" else data)
        if data == b"new":
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic_write, "_overwrite", full)
    with pytest.raises(OSError, match="No space"):
        replace_bytes(article, b"new")
    assert article.read_bytes() == b"old" and len(os.listdir(article.parent)) == 2


def test_a_write_in_place_that_is_killed_leaves_a_copy(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article.with_name("另名.txt").hardlink_to(article)

    def killed(target: str, data: bytes) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(atomic_write, "_overwrite", killed)
    with pytest.raises(KeyboardInterrupt):
        replace_bytes(article, b"new")
    (copy,) = article.parent.glob("稿.txt.*.newslint-copy")
    assert copy.read_bytes() == b"old"


@pytest.mark.skipif(not is_root, reason="only root may give a file to another user")
def test_root_keeps_the_owner_and_the_whole_mode(article: Path) -> None:
    os.chown(article, 1234, 4321)
    article.chmod(0o4644)
    inode = article.stat().st_ino
    replace_bytes(article, b"new")
    after = article.stat()
    assert (after.st_uid, after.st_gid, stat.S_IMODE(after.st_mode)) == (1234, 4321, 0o4644)
    assert after.st_ino != inode


def test_a_file_whose_owner_cannot_be_kept_is_written_in_place(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, uid: int, gid: int) -> None:
        raise PermissionError(1, "Operation not permitted")

    real = os.stat

    def stat_of_another(path: object, **options: object) -> os.stat_result:
        status = real(path, **options)  # type: ignore[arg-type]
        if str(path) != str(article):
            return status
        fields = list(status)
        fields[4] = 1234
        return os.stat_result(fields)

    inode = article.stat().st_ino
    monkeypatch.setattr(os, "chown", refuse)
    monkeypatch.setattr(os, "stat", stat_of_another)
    replace_bytes(article, b"new")
    monkeypatch.undo()
    assert article.read_bytes() == b"new" and article.stat().st_ino == inode
    assert os.listdir(article.parent) == [article.name]


def test_a_read_only_file_is_refused_to_root_too(article: Path) -> None:
    article.chmod(0o444)
    with pytest.raises(ReadOnlyError):
        replace_bytes(article, b"new")
    assert article.read_bytes() == b"old" and os.listdir(article.parent) == [article.name]


def test_what_was_changed_meanwhile_is_left(article: Path) -> None:
    with pytest.raises(FileChangedError):
        replace_bytes(article, b"new", known=b"older")
    assert article.read_bytes() == b"old" and os.listdir(article.parent) == [article.name]
    replace_bytes(article, b"new", known=b"old")
    assert article.read_bytes() == b"new"


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        replace_bytes(pipe, b"report")
        assert reader.communicate(timeout=10)[0] == b"report"
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_device_is_written_to(tmp_path: Path) -> None:
    device = tmp_path / "null"
    try:
        os.mknod(device, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
        device.write_bytes(b"")
    except PermissionError:
        pytest.skip("only root may make a device, on a disk that has devices")
    replace_bytes(device, b"report")
    assert stat.S_ISCHR(device.stat().st_mode)
    replace_bytes("/dev/null", b"report")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_an_open_file_goes_on_where_it_is(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    code = f"from newslint.storage.atomic_write import *; print('a', flush=True); replace_bytes({name!r}, b'b'); print('c')"
    with out.open("wb") as file:
        subprocess.run([sys.executable, "-c", code], stdout=file, check=True)
    assert out.read_bytes() == b"a\nbc\n"


def test_what_killed_runs_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    past = time.time() - 7200
    names = [".稿.txt.abcdefgh.newslint-new", "稿.txt.abcdefgh.newslint-copy", ".稿.txt", "稿.newslint-new"]
    for name in names:
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, (past, past))
    (tmp_path / ".young.newslint-new").write_bytes(b"x")
    remove_leftovers(str(tmp_path))
    assert sorted(os.listdir(tmp_path)) == sorted([*names[1:], ".young.newslint-new"])
    remove_leftovers(str(tmp_path / "nowhere"))


def test_a_long_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("稿" * 80 + ".txt")
    replace_bytes(path, b"old")
    replace_bytes(path, b"new")
    assert path.read_bytes() == b"new" and len(os.listdir(tmp_path)) == 1
