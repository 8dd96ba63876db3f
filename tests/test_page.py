"""The real newspaper page that the first version was made for. It is not part of the project: these tests skip without it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from newslint import check_text, fix_text

SEED = Path(__file__).parents[2] / "shared" / "seed"
pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the newspaper page is not part of the project")


@pytest.fixture(scope="module")
def page() -> str:
    return (SEED / "page.txt").read_bytes().decode("utf-8")


@pytest.fixture(scope="module")
def findings(page: str) -> list:
    return check_text(page, filename="page.txt")


def test_the_mission_s_own_example(findings: list) -> None:
    (found,) = [finding for finding in findings if finding.code == "DU03"]
    assert (found.start.offset, found.end.offset, found.text) == (2974, 2980, "互惠互利互惠")


def test_all_eight_broken_paragraphs(page: str, findings: list) -> None:
    cut = ("中心", "一线", "齐头并", "之间", "活动", "病案", "、重", "认真组")
    places = {page.index(f"{word}\n\n") + len(word) for word in cut}
    found = {finding.start.offset: finding.code for finding in findings if finding.code in ("LS01", "LS02")}
    assert set(found) == places
    assert found[page.index("齐头并\n") + 3] == found[page.index("、重\n") + 2] == found[page.index("认真组\n") + 3] == "LS01"


def test_the_other_faults_named_in_the_mission(page: str, findings: list) -> None:
    by_code: dict[str, list[int]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding.start.offset)
    assert len(by_code["EC21"]) == 1
    assert by_code["PU21"] == [3671, 3776]
    assert len(by_code["EN03"]) == 1
    assert by_code["DU08"] == [1887]
    assert 3263 in by_code["HD01"]


def test_nothing_stands_on_text_that_is_right(findings: list) -> None:
    for line in (SEED / "must_not_fire.jsonl").read_text(encoding="utf-8").splitlines():
        right = json.loads(line)
        for finding in findings:
            assert finding.end.offset <= right["offset"] or finding.start.offset >= right["end"], (finding, right)


def test_fixing_repairs_it_all(page: str) -> None:
    fixed = fix_text(page, filename="page.txt", unsafe=True)
    left = Counter(finding.code for finding in check_text(fixed, filename="page.txt"))
    assert not set(left) & {"DU03", "LS01", "LS02", "EC21", "PU21", "EN03", "DU08", "HD01"}, left
