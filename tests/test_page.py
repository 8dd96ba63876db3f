"""The real newspaper page that the first version was made for. It is not part of the project: these tests skip without
it.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from newslint import Settings, check_text, fix_text
from newslint.finding import Severity

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


def test_all_eight_broken_paragraphs(findings: list) -> None:
    found = {finding.start.offset: finding.code for finding in findings if finding.code in ("LS01", "LS02")}
    assert set(found) == {217, 562, 2787, 2942, 3105, 3462, 3633, 3797}
    # These three stand inside a word; the others part words that can stand alone.
    assert [found[at] for at in (2787, 3633, 3797)] == ["LS01"] * 3


def test_the_other_faults_named_in_the_mission(findings: list) -> None:
    by_code: dict[str, list[int]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding.start.offset)
    assert len(by_code["EC21"]) == 1
    assert by_code["PU21"] == [3671, 3776]
    assert len(by_code["EN03"]) == 1
    assert by_code["DU08"] == [1887]
    assert 3263 in by_code["HD01"]


def test_words_numbers_and_units(findings: list) -> None:
    found = {(finding.start.offset, finding.code) for finding in findings if finding.code[:2] in ("NU", "UN", "WD")}
    named = {
        (593, "UN01"),
        (664, "WD18"),
        (957, "NU20"),
        (1337, "WD17"),
        (1399, "WD17"),
        (3479, "WD13"),
        (3686, "WD37"),
    }
    assert named <= found


def test_nothing_stands_on_text_that_is_right(findings: list) -> None:
    for line in (SEED / "must_not_fire.jsonl").read_text(encoding="utf-8").splitlines():
        right = json.loads(line)
        for finding in findings:
            assert finding.end.offset <= right["offset"] or finding.start.offset >= right["end"], (finding, right)


def test_fixing_repairs_it_all(page: str) -> None:
    fixed = fix_text(page, filename="page.txt", unsafe=True)
    left = Counter(finding.code for finding in check_text(fixed, filename="page.txt"))
    assert not set(left) & {"DU03", "LS01", "LS02", "EC21", "PU21", "EN03", "DU08", "HD01"}, left


def test_what_the_page_says_in_two_ways_is_shown_with_both_places(page: str) -> None:
    settings = Settings(level=Severity.INFO, select=("ALL", "WD20"))
    findings = check_text(page, filename="page.txt", settings=settings)

    def places(code: str) -> list[tuple[str, list[str]]]:
        return [
            (finding.text, [page[place.start.offset : place.end.offset] for place in finding.related])
            for finding in findings
            if finding.code == code
        ]

    assert places("CO06") == [("医警联动", ["警医联动"]), ("警医联动", ["医警联动"])]
    assert places("CO07") == [("晨会交班", ["晨会交接班", "晨会交接班"])]
    [(unit, [other])] = places("UN01")
    assert (unit, "千克" in other) == ("1600ml", True)
    called = [text for text, related in places("WD20") if related]
    assert called == ["刘院长", "张主任", "田书记"]
