"""SIGKILL before every call that changes a file: what was written is old or new, and the next run makes it good."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from dying_newslint import killed

from newslint.cli import main

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "SIGKILL") or not hasattr(os, "fork"), reason="there is no SIGKILL here"
)

SENTENCE = "本报讯（记者 田一川）双方坚持互惠互利互惠原则。\n"
ARTICLES = {
    "丙.txt": SENTENCE.encode(),
    "乙.md": SENTENCE.encode("utf-16"),
    "甲.txt": (SENTENCE * 40).encode("gb18030"),
}
FIXED = {
    name: data.decode(codec).replace("互惠互利互惠", "互惠互利").encode(codec)
    for (name, data), codec in zip(ARTICLES.items(), ("utf-8", "utf-16", "gb18030"), strict=True)
}
FIX = ("fix", "--write", "--unsafe", "--select", "DU03", "丙.txt", "乙.md", "甲.txt")


def lay(folder: Path) -> None:
    """Put the articles into a new folder."""
    folder.mkdir()
    for name, data in ARTICLES.items():
        (folder / name).write_bytes(data)


def lay_with_links(folder: Path) -> None:
    """Put the articles into a new folder, each under two names, so that they are written in place."""
    lay(folder)
    for name in ARTICLES:
        (folder / f"{name}.别名").hardlink_to(folder / name)


@pytest.mark.parametrize("make", [lay, lay_with_links])
def test_every_article_is_old_or_new_and_the_next_run_cleans_up(
    make: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = killed(tmp_path / "desk", FIX, make, step=2)
    assert len(folders) > 10
    ends = set()
    for folder in folders:
        monkeypatch.chdir(folder)
        now = {name: Path(name).read_bytes() for name in ARTICLES}
        assert all(now[name] in (ARTICLES[name], FIXED[name]) for name in ARTICLES), folder.name
        ends.add(tuple(now[name] == FIXED[name] for name in ARTICLES))
        age_all()
        result = CliRunner().invoke(main, FIX)
        copies = [path for path in Path().iterdir() if path.name.endswith(".newslint-copy")]
        if copies:  # a run was killed within the writing of a file, which may not be whole
            assert result.exit_code == 2 and result.output.count(str(copies[0])) == 1
            assert [path.read_bytes() for path in copies] == [ARTICLES[copies[0].name.partition(".newslint")[0][:-9]]]
            copies[0].unlink()
            result = CliRunner().invoke(main, FIX)
        assert result.exit_code == 0, result.output
        assert {name: Path(name).read_bytes() for name in ARTICLES} == FIXED
        assert {path.name for path in Path().iterdir()} == {path.name for path in (folders[0]).iterdir()}
    # It was killed before the first file was written, and between all others.
    assert ends >= {(False,) * 3, (True, False, False), (True, True, False), (True,) * 3}


def age_all() -> None:
    """Make all files in the working folder so old that no run can be writing them."""
    for path in Path().iterdir():
        os.utime(path, (0, 0))
