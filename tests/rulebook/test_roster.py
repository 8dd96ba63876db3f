"""The roster as a desk writes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.config import ConfigError
from newslint.rulebook.roster import read_roster


def roster(tmp_path: Path, text: str, encoding: str = "utf-8") -> tuple[str, ...]:
    path = tmp_path / "roster.txt"
    path.write_bytes(text.encode(encoding))
    return read_roster(path)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("记者 田一川", ("记者 田一川",)),
        ("田一川 记者", ("记者 田一川",)),
        ("记者\t田一川\t鲁知微", ("记者 田一川", "记者 鲁知微")),
        ("首席记者：田一川、鲁知微", ("记者 田一川", "记者 鲁知微")),
        ("记者 田一川 通讯员 鲁知微", ("记者 田一川", "通讯员 鲁知微")),
        ("记者 贝　宁 茅小篱", ("记者 贝宁", "记者 茅小篱")),
        ("记者 阿依古丽·托合提", ("记者 阿依古丽·托合提",)),
        ("记者 田一川 # 2025年入职", ("记者 田一川",)),
        ("# 记者名单", ()),
        ("", ()),
        ("摄影 田一川", ("摄影 田一川",)),
    ],
)
def test_lines_that_are_understood(tmp_path: Path, line: str, people: tuple[str, ...]) -> None:
    assert roster(tmp_path, line) == people


def test_each_person_once_and_any_encoding(tmp_path: Path) -> None:
    text = "# 云岭晚报采编人员名册\r\n记者 田一川 鲁知微\r\n记者 田一川\r\n通讯员 贝知秋\r\n"
    expected = ("记者 田一川", "记者 鲁知微", "通讯员 贝知秋")
    assert [roster(tmp_path, text, encoding) for encoding in ("utf-8-sig", "gb18030", "utf-16")] == [expected] * 3


@pytest.mark.parametrize("line", ["田一川", "记者", "田一川 记者 鲁知微", "记者 1234567", "记者 云岭市图书馆昨日开馆"])
def test_a_line_that_is_not_is_refused_with_its_number(tmp_path: Path, line: str) -> None:
    with pytest.raises(ConfigError, match="第 2 行"):
        roster(tmp_path, f"记者 鲁知微\n{line}\n")


def test_a_roster_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none.txt"):
        read_roster(tmp_path / "none.txt")
    with pytest.raises(ConfigError, match="图片"):
        path = tmp_path / "roster.txt"
        path.write_bytes(b"\x89PNG\r\n\x1a\n")
        read_roster(path)
