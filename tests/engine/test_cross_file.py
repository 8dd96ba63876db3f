"""What is found in many files together: the same whatever their order, and mended in each."""

from __future__ import annotations

import json
import pickle
import random
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import ROOT

from newslint import Settings, check_paths
from newslint.cli import main
from newslint.engine.engine import Engine
from newslint.finding import Severity
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules
from newslint.run.linter import Linter

STORY = "昨日，云岭市第{}图书馆开馆，首日接待读者三千人。"
STYLE = Settings(select=("BY",), level=Severity.INFO)


def article(number: int, head: str) -> str:
    return f"第{number}图书馆开馆\n{head}{STORY.format(number)}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five files of one style, and one that departs from it and names a reporter like another."""
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(
            article(number, "本报讯（记者 田一川 通讯员 鲁知微）"), encoding="utf-8"
        )
    (tmp_path / "9.md").write_text(article(9, "本报讯（记者田依川）"), encoding="utf-8")
    return tmp_path


def test_the_files_of_a_run_are_held_against_each_other(folder: Path) -> None:
    *others, last = check_paths([folder], settings=STYLE)
    assert not any(file.findings for file in others)
    assert [(finding.code, finding.text) for finding in last.findings] == [("BY04", "记者田依川"), ("BY09", "田依川")]
    (place,) = last.findings[0].related
    assert place.path == others[0].path
    assert (place.start.line, place.start.column) == (2, 5)
    (alone,) = check_paths([folder / "9.md"], settings=STYLE)
    assert alone.findings == ()


def test_a_collection_of_several_papers_has_no_style_of_its_own(folder: Path) -> None:
    for number, paper in enumerate(("云岭日报", "鹤鸣晚报", "青溪晨报"), 20):
        (folder / f"{number}.txt").write_text(article(number, f"{paper}讯（记者 鲁知微）"), encoding="utf-8")
    style = STYLE._replace(select=("BY04",))
    assert not any(file.findings for file in check_paths([folder], settings=style))
    (folder / "22.txt").unlink()  # a paper, its sister and 本报 are one house
    assert sum(len(file.findings) for file in check_paths([folder], settings=style)) == 1


def test_the_order_of_files_changes_nothing(folder: Path) -> None:
    sources = [(str(path), path.read_bytes()) for path in sorted(folder.iterdir())]
    expected = Linter(STYLE).check_files(sources)
    for seed in range(4):
        random.Random(seed).shuffle(sources)
        assert Linter(STYLE).check_files(sources) == expected


def test_an_unreadable_file_does_not_disturb_the_judgement(folder: Path) -> None:
    (folder / "5.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    files = check_paths([folder], settings=STYLE)
    assert [bool(file.error) for file in files] == [False] * 5 + [True, False]
    assert [finding.code for finding in files[-1].findings] == ["BY04", "BY09"]


def run(*args: object, stdin: str | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)
    return result.exit_code, result.output


def test_reports_name_the_other_file(folder: Path) -> None:
    _, text = run("check", folder, "--select", "BY04")
    assert f"    {folder}/0.txt:2:5 多数署名的写法如此处\n" in text
    _, report = run("check", folder, "--select", "BY04", "--format", "json")
    (finding,) = json.loads(report)["findings"]
    assert finding["path"] == f"{folder}/9.md"
    assert finding["related"] == [
        {
            "path": f"{folder}/0.txt",
            "zone": "byline",
            "start": {"offset": 12, "line": 2, "column": 5},
            "end": {"offset": 26, "line": 2, "column": 19},
            "message": "多数署名的写法如此处",
        }
    ]


def test_standard_input_belongs_to_the_run(folder: Path) -> None:
    (folder / "9.md").unlink()
    _, text = run(
        "check",
        folder,
        "-",
        "--stdin-filename",
        "来稿.txt",
        "--select",
        "BY04",
        stdin=article(9, "本报讯（记者田依川）"),
    )
    assert text.startswith("来稿.txt\n  2:5 ")


def test_fix_mends_what_all_files_together_show(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    code, diff = run("fix", folder, "--select", "BY04")
    assert code == 1
    assert diff.count("+本报讯（记者 田依川）") == 1
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    assert run("fix", folder, "--select", "BY04", "--write")[0] == 0
    assert (folder / "9.md").read_text(encoding="utf-8") == article(9, "本报讯（记者 田依川）")
    assert {path: path.read_bytes() for path in folder.glob("*.txt")}.items() <= before.items()
    assert run("fix", folder, "--select", "BY04") == (0, "看过 6 个文件，没有要改的。\n")


def test_a_fix_that_brings_a_departure_to_light_is_followed_by_the_next(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(article(number, "本报讯（记者 田一川）"), encoding="utf-8")
    # With one bracket of each width the pair has no style until it is mended.
    (tmp_path / "9.txt").write_text(article(9, "本报讯(通讯员 鲁知微、通迅员贝知秋）"), encoding="utf-8")
    run("fix", tmp_path, "--select", "BY", "--write")
    assert run("fix", tmp_path, "--select", "BY") == (0, "看过 6 个文件，没有要改的。\n")
    assert [file.findings for file in check_paths([tmp_path], settings=Settings(select=("BY04", "BY26")))] == [()] * 6


def test_the_roster_in_the_folder_is_no_article(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "roster.txt").write_text("记者 田一川\n通讯员 鲁知微\n", encoding="utf-8")
    (folder / "newslint.toml").write_text('roster = "roster.txt"\nissue-date = "2026-04-18"\n', encoding="utf-8")
    monkeypatch.chdir(folder)
    _, text = run("check", "--select", "BY24")
    assert text.startswith("9.md\n  2:7 错误 BY24 “田依川”")
    assert "检查 6 个文件" in text


def test_the_date_of_issue_on_the_command_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(article(1, "新华社北京4月20日电 "), encoding="utf-8")
    assert run("check", path, "--select", "BY14", "--issue-date", "2026-04-18")[0] == 1
    assert run("check", path, "--select", "BY14", "--issue-date", "2026-04-20")[0] == 0
    code, text = run("check", path, "--issue-date", "18/4/2026")
    assert (code, "Traceback" in text) == (2, False)


def test_facts_survive_being_kept_and_compare_by_value() -> None:
    engine = Engine(load_rules())
    text = article(1, "本报讯（记者 田一川、贝　宁 通讯员 鲁知微 文/图）")
    facts = engine.facts(document_from_text(text))
    assert {"BY04", "BY05", "BY09", "BY10", "BY16", "BY18", "BY25", "BY26"} <= set(facts)
    assert pickle.loads(pickle.dumps(facts)) == facts == engine.facts(document_from_text(text))
    assert engine.facts(document_from_text(text.replace("、贝　", "、贝"))) != facts


def test_a_long_text_is_judged_as_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    files = [(str(path), path.read_bytes()) for path in sorted((ROOT / "fixtures" / "dirty").iterdir())]
    linter = Linter(Settings(level=Severity.INFO))
    short = linter.check_files(files)
    monkeypatch.setattr("newslint.run.linter._LONG", 0)
    assert linter.check_files(files) == short
    assert short


def test_texts_in_which_nothing_is_found_are_not_kept_but_read_once_more(folder: Path) -> None:
    expected = Linter(STYLE).check_files([(str(path), None) for path in folder.iterdir()])
    linter = Linter(STYLE, texts=False)
    examined = [linter.examine(str(path)) for path in sorted(folder.iterdir())]
    assert not any(each.file.text for each in examined)
    *others, last = linter.conclude(examined).results.files
    assert last == expected[-1]
    assert last.text
    assert not any(file.text for file in others)


def test_a_file_that_was_changed_meanwhile_is_named(folder: Path) -> None:
    linter = Linter(STYLE, texts=False)
    examined = [linter.examine(str(path)) for path in sorted(folder.iterdir())]
    (folder / "9.md").write_text("只剩一句。", encoding="utf-8")
    *others, last = linter.conclude(examined).results.files
    assert last.error == f"{folder}/9.md：检查时被别的程序改过；请再运行一次。"
    assert not any(file.error for file in others)
