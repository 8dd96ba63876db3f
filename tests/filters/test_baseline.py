"""The baseline: it silences what it was written from, survives work elsewhere in the article, and tells what is
gone.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import BASE
from hypothesis import given
from hypothesis import strategies as st

from newslint.document.structure import BlockKind
from newslint.engine.engine import Engine
from newslint.filters.baseline import (
    Baseline,
    BaselineError,
    read_baseline,
    render_baseline,
    write_baseline,
)
from newslint.finding import Finding
from newslint.readers import document_from_text
from newslint.rulebook.book import RuleBook
from newslint.rulebook.reading import parse_rule

#: Rules that look at every line, so that nothing depends on what the lines around make of it.
ANYWHERE = {**BASE, "scope": [kind.value for kind in BlockKind]}
ACROSS = {
    "code": "XX02",
    "name": "across-lines",
    "message": "断行有误",
    "options": {"anchor": ["乙"], "pattern": r"乙\s*乙"},
}
ENGINE = Engine(RuleBook([parse_rule(ANYWHERE, Path("x.toml")), parse_rule({**ANYWHERE, **ACROSS}, Path("y.toml"))]))
PLACE = Path("稿库/newslint-baseline.json")
FILE = "稿库/版面/甲.txt"
TEXT = "昨天，他说甲甲，会上说好。\n她又说甲甲，会后说行。\n"


def findings(text: str) -> list[Finding]:
    return ENGINE.check(document_from_text(text))


def baseline_of(text: str, path: str = FILE) -> Baseline:
    empty = Baseline(PLACE)
    return empty.written(empty.entries_for(path, text, findings(text)), [path])


def new(baseline: Baseline, text: str) -> list[str]:
    """Return the lines of what is new in ``text``."""
    return [text.splitlines()[finding.start.line - 1] for finding in baseline.match(FILE, text, findings(text)).new]


def test_a_run_is_silent_against_its_own_baseline() -> None:
    result = baseline_of(TEXT).match(FILE, TEXT, findings(TEXT))
    assert (result.new, len(result.known), result.unused) == ([], 2, [])


PIECES = ["甲甲", "甲", "乙乙", "乙\n乙", "他说", "会上说好。", "\n", "\r\n", "\r", " ", "　", "，", "\u2028"]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_run_is_silent_against_its_own_baseline(text: str) -> None:
    found = findings(text)
    result = baseline_of(text).match(FILE, text, found)
    assert (result.new, result.known, result.unused) == ([], found, [])


@given(
    st.lists(st.sampled_from([*PIECES[:6], "，"]).map(lambda piece: piece * 2 + "。"), min_size=1, max_size=8),
    st.data(),
)
def test_lines_that_come_between_change_nothing(lines: list[str], data: st.DataObject) -> None:
    text = "\n".join(lines) + "\n"
    more = list(lines)
    for _ in range(data.draw(st.integers(1, 4))):
        more.insert(
            data.draw(st.integers(0, len(more))), data.draw(st.sampled_from(["新的一段。", "", "　　又一段，说丙丙。"]))
        )
    changed = "\n".join(more) + "\n"
    result = baseline_of(text).match(FILE, changed, findings(changed))
    assert (result.new, result.unused) == ([], [])


def test_other_line_ends_and_an_indent_change_nothing() -> None:
    changed = "　　" + TEXT.replace("\n", "\r\n　　")
    assert new(baseline_of(TEXT), changed) == []


def test_moving_an_article_changes_nothing() -> None:
    other = "另一篇的标题\n另一篇的正文，不说什么。\n"
    assert new(baseline_of(TEXT + other), other + "\n" + TEXT) == []


def test_a_finding_across_a_line_end_is_known_by_both_its_lines() -> None:
    text = "上文说乙\n乙，下文。\n"
    assert new(baseline_of(text), "新的一段。\n" + text) == []
    assert new(baseline_of(text), "上文又说乙\n乙，下文。\n") == ["上文又说乙"]


def test_a_change_beside_a_finding_ends_it() -> None:
    changed = TEXT.replace("她又说", "她再说")
    result = baseline_of(TEXT).match(FILE, changed, findings(changed))
    assert [finding.start.line for finding in result.new] == [2]
    assert [entry.before for entry in result.unused] == ["她又说"]


def test_a_change_far_off_on_the_line_does_not() -> None:
    text = "他说甲甲，会上代表讨论了一个上午，下午继续。\n"
    assert new(baseline_of(text), text.replace("下午", "晚上")) == []


def test_equal_faults_are_told_apart_by_their_number() -> None:
    line = "他说甲甲。\n"
    known = baseline_of(line * 2)
    assert [entry.occurrence for entry in sorted(known.entries)] == [1, 2]
    assert len(known.match(FILE, line * 3, findings(line * 3)).new) == 1
    (unused,) = known.match(FILE, line, findings(line)).unused
    assert unused.occurrence == 2


def test_another_rule_or_file_is_not_meant() -> None:
    found = findings(TEXT)
    assert len(baseline_of(TEXT).match("稿库/乙.txt", TEXT, found).new) == 2
    assert len(baseline_of(TEXT).match(FILE, TEXT, findings("他说乙乙。")).new) == 1


def test_a_long_text_is_known_by_its_digest() -> None:
    empty = Baseline(PLACE)
    text = "甲" * 400
    (finding,) = findings("甲甲")
    long = [finding._replace(text=text)]
    (entry,) = empty.entries_for(FILE, text, long)
    assert len(entry.text) < 80
    other = [finding._replace(text=text[:200] + "乙" + text[201:])]
    assert empty.entries_for(FILE, text, other) != [entry]


# --- the file ----------------------------------------------------------------------------------------------------


def test_the_file_has_an_entry_a_line_sorted_and_comes_back(tmp_path: Path) -> None:
    place = tmp_path / "newslint-baseline.json"
    written = Baseline(place, baseline_of(TEXT).entries | baseline_of("他说甲甲。", "稿库/一.txt").entries)
    write_baseline(written)
    lines = place.read_text(encoding="utf-8").splitlines()
    assert lines[0] == '{"version": 1, "findings": ['
    assert [json.loads(line.removesuffix(","))["path"] for line in lines[1:-1]] == [
        "一.txt",
        "版面/甲.txt",
        "版面/甲.txt",
    ]
    assert read_baseline(place) == written
    assert render_baseline(Baseline(place, frozenset(list(written.entries)[::-1]))) == place.read_text(encoding="utf-8")


def test_an_empty_baseline_comes_back_too(tmp_path: Path) -> None:
    write_baseline(Baseline(tmp_path / "b.json"))
    assert read_baseline(tmp_path / "b.json").entries == frozenset()


def test_a_name_of_broken_bytes_comes_back(tmp_path: Path) -> None:
    written = Baseline(tmp_path / "b.json", baseline_of("他说甲甲。", "稿库/\udcff.txt").entries)
    write_baseline(written)
    assert read_baseline(written.place) == written


def test_paths_are_relative_to_the_baseline_wherever_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "版面").mkdir()
    known = Baseline(tmp_path / "b.json", baseline_of(TEXT, "稿库/版面/甲.txt").entries)
    for folder, path in (
        (tmp_path, "版面/甲.txt"),
        (tmp_path / "版面", "甲.txt"),
        (tmp_path, str(tmp_path / "版面" / "甲.txt")),
    ):
        monkeypatch.chdir(folder)
        assert known.match(path, TEXT, findings(TEXT)).known == findings(TEXT)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "不是有效的基线文件"),
        (b"\xff", "不是有效的基线文件"),
        (b"[]", "不是有效的基线文件"),
        (b'{"findings": []}', "不是有效的基线文件"),
        (b'{"version": 2, "findings": []}', "更新的 newslint"),
        (b'{"version": true, "findings": []}', "不是有效的基线文件"),
        (b'{"version": 1, "findings": {}}', "不是有效的基线文件"),
        (b'{"version": 1, "findings": [1]}', "第 1 条不完整"),
        (b'{"version": 1, "findings": [{"path": "a"}]}', "第 1 条不完整"),
        (
            b'{"version": 1, "findings": [{"path": "a", "code": "X", "text": "", "before": "", "after": "", "occurrence": "1"}]}',
            "第 1 条不完整",
        ),
        (b"[" * 100_000, "不是有效的基线文件"),
    ],
)
def test_a_bad_baseline_is_refused_in_one_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    place = tmp_path / "b.json"
    place.write_bytes(content)
    with pytest.raises(BaselineError, match=said) as caught:
        read_baseline(place)
    assert str(caught.value).startswith(str(place))


def test_a_missing_baseline_and_one_that_cannot_be_written_are_said(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="没有这个基线文件"):
        read_baseline(tmp_path / "none.json")
    with pytest.raises(BaselineError, match="无法写入"):
        write_baseline(Baseline(tmp_path / "none" / "b.json"))


# --- writing and pruning -----------------------------------------------------------------------------------------


def test_writing_keeps_what_this_run_did_not_look_at() -> None:
    known = Baseline(PLACE, baseline_of(TEXT).entries | baseline_of("他说乙乙。", "稿库/乙.txt").entries)
    rewritten = known.written(known.entries_for(FILE, "她说甲甲。", findings("她说甲甲。")), [FILE])
    assert {(entry.path, entry.before) for entry in rewritten.entries} == {("版面/甲.txt", "她说"), ("乙.txt", "他说")}
    assert known.written([], [FILE], undecided={"XX01"}) == known


def test_pruning_drops_unused_entries_only() -> None:
    known = baseline_of(TEXT)
    changed = TEXT.replace("她又说甲甲", "她又说甲")
    pruned = known.without(known.match(FILE, changed, findings(changed)).unused)
    assert [entry.before for entry in pruned.entries] == ["昨天，他说"]
    assert pruned.match(FILE, changed, findings(changed)).unused == []


def test_entries_of_files_that_are_gone_are_known(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text("他说甲甲。", encoding="utf-8")
    known = Baseline(
        tmp_path / "b.json",
        baseline_of("他说甲甲。", "稿库/甲.txt").entries | baseline_of("他说甲甲。", "稿库/乙.txt").entries,
    )
    assert [entry.path for entry in known.gone()] == ["乙.txt"]


def test_unused_entries_are_listed_by_file() -> None:
    lines = "".join(f"{number}，他说甲甲。\n" for number in "一二三四")
    entries = baseline_of(lines).entries | baseline_of("他说甲甲。", "稿库/乙.txt").entries
    assert Baseline(PLACE).unused_sentences(entries) == [
        f"{PLACE}：乙.txt 有 1 条已不再出现（XX01“甲甲”）；请用 newslint baseline prune 清除。",
        f"{PLACE}：版面/甲.txt 有 4 条已不再出现（XX01“甲甲”、XX01“甲甲”、XX01“甲甲”等）；请用 newslint baseline prune 清除。",
    ]
