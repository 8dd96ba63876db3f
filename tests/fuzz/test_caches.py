"""Any bytes in the cache: the same findings as without it. What has the right sum and the wrong form is ignored, too."""

from __future__ import annotations

import json
import os
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import fewer_examples
from fuzz.values import anything, spoilt
from hypothesis import given
from hypothesis import strategies as st

from newslint.config import Project, Settings
from newslint.finding import Severity
from newslint.reports import FORMATS, render
from newslint.results import Results
from newslint.rulebook.pack import FEWEST
from newslint.run.run import Run

STORY = "第{}图书馆开馆\n本报讯（记者 田一川）昨日，第{}图书馆开馆，双方坚持甲甲乙原则。\n"
OLD = 1_600_000_000_000_000_000
PAGE = """
code = "XX{0:02}"
name = "own-{0}"
title = "试"
check = "pattern"
severity = "error"
since = "0.1"
weight = 1
message = "“{{match}}”应为“{{replacement}}”"
why = "试"
[options]
anchor = ["甲甲"]
pattern = "甲甲.{{{1}}}"
replace = "甲"
[fix]
safety = "safe"
"""

#: Checks the desk, with the cache or without.
Check = Callable[[bool], Results]
#: Checks the desk with a cache of these files; those that are None are folders.
CheckWith = Callable[[dict[str, bytes | None]], Results]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles that were last changed long ago, and with so many rules that they are packed."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "规则").mkdir()
    for number in range(FEWEST):
        page = PAGE.format(number + 1, number % 3)
        (folder / "规则" / f"{number}.toml").write_text(page, encoding="utf-8")
    for number in range(3):
        path = folder / f"{number}.txt"
        path.write_text(STORY.format(number, number), encoding="utf-8")
        os.utime(path, ns=(OLD, OLD))
    return folder


@pytest.fixture(scope="module")
def check(desk: Path) -> Check:
    settings = Settings(level=Severity.INFO, rules=(desk / "规则",), folder=desk)
    sources = [(str(desk / f"{number}.txt"), None) for number in range(3)]
    return lambda cached: Run(Project.of(settings), cached=cached).check(sources)


@pytest.fixture(scope="module")
def kept(desk: Path, check: Check) -> dict[str, bytes]:
    """The files of the cache after one run, by their paths in its folder."""
    folder = desk.parent / "cache"
    os.environ["NEWSLINT_CACHE_DIR"], before = str(folder), os.environ["NEWSLINT_CACHE_DIR"]
    try:
        assert any(file.findings for file in check(True).files)
    finally:
        os.environ["NEWSLINT_CACHE_DIR"] = before
    found = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert {name.split("-")[0] if "-" in name else name.split(os.sep)[0] for name in found} >= {"rules", "results"}
    return found


@pytest.fixture(scope="module")
def run(desk: Path, check: Check) -> CheckWith:
    folder = desk.parent / "cache"

    def checked(files: dict[str, bytes | None]) -> Results:
        shutil.rmtree(folder, ignore_errors=True)
        for name, data in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            if data is None:
                (folder / name / "甲").mkdir(parents=True)
            else:
                (folder / name).write_bytes(data)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("NEWSLINT_CACHE_DIR", str(folder))
            first = check(True)
            assert check(True) == first, "what a run kept must serve the next"
        return first

    return checked


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes | None:
    """Return what may have become of a file: bytes changed, gone, or put in; cut off; anything; a folder."""
    kind = draw(st.integers(0, 5))
    if kind == 0:
        return draw(st.none() | st.binary(max_size=100) | st.just(b"[" * 5000))
    if kind == 1:
        return data[: draw(st.integers(0, len(data)))]
    changed = bytearray(data)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(changed)))
        changed[at : at + draw(st.integers(0, 3))] = draw(st.binary(max_size=3) | st.sampled_from((b'"', b"]", b"1")))
    return bytes(changed)


@fewer_examples()
@given(st.data())
def test_any_bytes_in_the_cache_change_nothing(
    run: CheckWith,
    check: Check,
    kept: dict[str, bytes],
    data: st.DataObject,
) -> None:
    names = data.draw(st.permutations(sorted(kept)))
    contents = [data.draw(st.just(kept[name]) | damaged(kept[name])) for name in sorted(kept)]
    assert run(dict(zip(names, contents, strict=True))) == check(False)


def forged(data: bytes, change: Callable[[Any], Any]) -> bytes:
    """Return a file of results with its rows changed, and their right sum."""
    head, part = data.split(b"\n", 1)
    rows = json.dumps(change(json.loads(part)), ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")
    return json.dumps({**json.loads(head), "sum": zlib.crc32(rows)}).encode() + b"\n" + rows


@fewer_examples()
@given(st.data())
def test_rows_of_a_wrong_form_end_no_run(run: CheckWith, kept: dict[str, bytes], data: st.DataObject) -> None:
    """Only the user can write such a file; it may change the findings, and no more."""
    name = data.draw(st.sampled_from([name for name in sorted(kept) if name.startswith("results")]))
    content = forged(
        kept[name], lambda rows: data.draw(spoilt({"": rows}).map(lambda spoilt: spoilt.get("")) | anything)
    )
    results = run({**kept, name: content})
    for format in FORMATS:
        render(format, results)
