"""The files of one run as one page: found across them, whatever their order and the number of processes."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint import Settings, check_paths
from newslint.cli import main
from newslint.config import Project
from newslint.finding import Severity
from newslint.run.linter import Linter
from newslint.run.run import Run

FIRST = "# 图书馆开馆\n\n馆长贝明理致辞。总统卡洛斯基，昨日参观。贝明理说，今后不闭馆，其他事项另行通知。\n"
SECOND = "# 长跑比赛举行\n\n馆长贝明礼参加比赛。总统卡罗斯基，观看比赛。其它项目下周举行。\n"
TOGETHER = Settings(select=("CO",), level=Severity.INFO, together=True)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "甲.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "乙.txt").write_text(SECOND, encoding="utf-8")
    return tmp_path


def reported(folder: Path, *options: str) -> list[tuple[str, str, str, str | None]]:
    arguments = ["check", str(folder), "--no-config", "--select", "CO", "--format", "json", *options]
    result = CliRunner().invoke(main, arguments)
    found = json.loads(result.stdout)["findings"]
    return [
        (Path(one["path"]).name, one["code"], one["text"], Path(one["related"][0]["path"]).name)
        for one in found
        if one["related"][0].get("path")
    ]


def test_a_name_varied_across_files(page: Path) -> None:
    assert reported(page) == []
    assert sorted(reported(page, "--together")) == [
        ("乙.txt", "CO01", "贝明礼", "甲.txt"),
        ("乙.txt", "CO13", "卡罗斯基", "甲.txt"),
        ("乙.txt", "CO23", "其它", "甲.txt"),
        ("甲.txt", "CO13", "卡洛斯基", "乙.txt"),
        ("甲.txt", "CO23", "其他", "乙.txt"),
    ]


def test_the_configuration_may_say_it_and_settle_the_form(page: Path) -> None:
    (page / "newslint.toml").write_text('together = true\nterms = ["贝明礼", "卡洛斯基", "其它"]\n', encoding="utf-8")
    result = CliRunner().invoke(main, ["check", str(page), "--select", "CO", "--format", "json"])
    found = [(Path(one["path"]).name, one["text"]) for one in json.loads(result.stdout)["findings"]]
    assert sorted(found) == [("乙.txt", "卡罗斯基"), ("甲.txt", "其他"), ("甲.txt", "贝明理"), ("甲.txt", "贝明理")]


def test_two_settled_forms_are_both_right(page: Path) -> None:
    (page / "newslint.toml").write_text('together = true\nterms = ["贝明礼", "贝明理"]\n', encoding="utf-8")
    result = CliRunner().invoke(main, ["check", str(page), "--select", "CO01", "--format", "json"])
    assert json.loads(result.stdout)["findings"] == []


def test_the_same_from_processes_and_from_the_cache(page: Path) -> None:
    for number in range(6):
        (page / f"{number}.txt").write_text(f"# 第{number}号\n\n市里昨天召开会议，部署春季生产。\n", encoding="utf-8")
    alone = reported(page, "--together", "--no-cache", "--jobs", "1")
    assert len(alone) == 5
    assert reported(page, "--together", "--no-cache", "--jobs", "2") == alone
    assert reported(page, "--together") == alone
    (page / "6.txt").write_text("# 第6号\n\n市里昨天召开会议，部署秋季生产。\n", encoding="utf-8")
    assert reported(page, "--together") == alone


def test_files_are_mended_as_they_were_compared(tmp_path: Path) -> None:
    usual = "# 图书馆开馆\n\n新馆昨日开馆，其他分馆照常开放，其他事项另行通知。\n"
    for name in ("甲", "丙", "丁"):
        (tmp_path / f"{name}.txt").write_text(usual, encoding="utf-8")
    # Both have the rarer form, and the file that each points to may be written before it is.
    for name in ("乙", "戊"):
        (tmp_path / f"{name}.txt").write_text(f"# {name}\n\n其它项目下周举行，,其它活动照旧。\n", encoding="utf-8")
    (tmp_path / "newslint.toml").write_text("together = true\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["fix", str(tmp_path), "--select", "CO23,PU", "--unsafe", "--write"])
    assert result.exit_code == 0
    for name in ("乙", "戊"):
        written = (tmp_path / f"{name}.txt").read_text(encoding="utf-8")
        assert written == f"# {name}\n\n其他项目下周举行，其他活动照旧。\n"
    assert (tmp_path / "甲.txt").read_text(encoding="utf-8") == usual


def test_the_order_of_files_does_not_matter(page: Path) -> None:
    paths = sorted(str(path) for path in page.iterdir())
    expected = check_paths(paths, settings=TOGETHER)
    shuffled = list(paths)
    random.Random(1).shuffle(shuffled)
    assert check_paths(shuffled, settings=TOGETHER) == expected


SENTENCES = st.sampled_from(
    [
        "馆长贝明理致辞。",
        "馆长贝明礼说，今后不闭馆。",
        "会后，贝明理看望了读者。",
        "“贝明礼来了，我们都高兴。”读者说。",
        "总统卡洛斯基，昨日参观。",
        "总统卡罗斯基，观看比赛。",
        "云岭市中医医院昨日义诊。",
        "市民到云岭市中义医院就诊。",
        "《春山如笑时》昨晚首演。",
        "《春山如啸时》由云岭话剧院创排。",
        "其他事项另行通知。",
        "其它项目下周举行。",
        "两地开展医警联动。",
        "警医联动成效初显。",
        "四所高校签约。",
        "4所高校共享图书。",
    ]
)
PAGES = st.lists(st.lists(SENTENCES, min_size=1, max_size=4).map("".join), min_size=2, max_size=5, unique=True)


def told(texts: Sequence[str], jobs: int = 1) -> dict[str, list[tuple[str, str, int, str, str]]]:
    """Return what is found in each of some texts, the first of which is the first file of a page."""
    sources = [(f"{number}.txt", f"第{number}号\n\n{text}\n".encode()) for number, text in enumerate(texts)]
    results = Run(Project.of(TOGETHER), jobs=jobs).check(sources)
    return {
        text: [
            (finding.code, finding.text, finding.start.offset, finding.severity.label, finding.message)
            for finding in file.findings
        ]
        for text, file in zip(texts, results.files, strict=True)
    }


@given(page=PAGES, random=st.randoms(use_true_random=False))
def test_the_same_is_found_whichever_file_comes_first(page: list[str], random: random.Random) -> None:
    expected = told(page)
    shuffled = random.sample(page, len(page))
    assert told(shuffled) == expected


@settings(max_examples=5, deadline=None)
@given(page=PAGES, random=st.randoms(use_true_random=False))
def test_the_same_is_found_by_several_processes(page: list[str], random: random.Random) -> None:
    assert told(random.sample(page, len(page)), jobs=2) == told(page)


def test_facts_hold_names_not_text(page: Path) -> None:
    linter = Linter(TOGETHER)
    long = FIRST + "市里昨天召开会议，部署春季农业生产，要求抓紧备足种子和化肥。\n\n" * 200
    short, large = (linter.examine("a.txt", text.encode()).facts for text in (FIRST, long))
    assert len(repr(large)) < len(repr(short)) * 1.5
