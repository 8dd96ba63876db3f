"""The chain of filters: in which order findings are left out, what is counted, and that check and fix agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.config import Project, Settings
from newslint.config.settings import Suppression
from newslint.filters.baseline import Baseline, write_baseline
from newslint.finding import Severity
from newslint.readers import document_from_text
from newslint.results import BatchResults
from newslint.run.linter import Linter
from newslint.run.run import Run

PATH = "稿.md"
#: An error, a warning and a hint: 互惠互利互惠, 由于因为 and a space at the end of a line.
TEXT = "双方坚持互惠互利互惠原则。\n\n会议由于因为大雪延期。\n\n下一行以空格结束。 \n\n比赛由于因为大风推迟。\n"
#: All of it is reported and makes the run fail.
STRICT = Settings(select=("DU03", "DU12", "SP06"), level=Severity.INFO, fail_on=Severity.INFO)


def conclude(settings: Settings, text: str = TEXT, **options: object) -> BatchResults:
    linter = Linter(settings, **options)  # type: ignore[arg-type]
    return linter.conclude([linter.examine(PATH, text.encode())])


def codes(results: BatchResults) -> list[str]:
    return [finding.code for finding in results.results.files[0].findings]


def baseline(settings: Settings = STRICT, text: str = TEXT) -> Baseline:
    empty = Baseline(Path("基线.json"))
    (file,) = conclude(settings, text).results.files
    return empty.written(empty.entries_for(PATH, text, file.findings), [PATH])


def test_all_is_reported_without_a_filter() -> None:
    assert codes(conclude(STRICT)) == ["DU03", "DU12", "SP06", "DU12"]


def test_each_filter_sees_what_those_before_it_left() -> None:
    """A finding that two filters would leave out is counted by the first alone."""
    settings = STRICT._replace(allow=("互惠互利互惠",), suppressions=(Suppression("引文", code="DU03"),))
    text = TEXT.replace("会议", "<!-- newslint-disable-next-line DU12 -->\n会议")
    whole = conclude(settings, text, baseline=baseline(), covers_project=True)
    (file,) = whole.results.files
    assert (codes(whole), file.suppressed, file.baselined) == ([], 1, 2)
    assert whole.unused == {0}  # the finding that it means was allowed already
    assert [entry.code for entry in whole.unused_entries] == ["DU03", "DU12"]


def test_changed_lines_come_after_the_baseline() -> None:
    known = baseline()
    (entry,) = [entry for entry in known.entries if entry.code == "SP06"]
    found = conclude(STRICT, baseline=known.without([entry]), changed={PATH: [(1, 3)]})
    assert (codes(found), found.results.files[0].baselined, found.unused_entries) == ([], 3, ())
    assert not found.results.failed
    assert codes(conclude(STRICT, baseline=known.without([entry]), changed={PATH: [(5, 5)]})) == ["SP06"]
    assert codes(conclude(STRICT, changed={"另一篇.md": []})) == codes(conclude(STRICT))


@pytest.mark.parametrize(
    ("level", "fail_on", "reported", "failed"),
    [
        (Severity.ERROR, Severity.ERROR, ["DU03"], True),
        (Severity.ERROR, Severity.INFO, ["DU03"], True),
        (Severity.WARNING, None, ["DU03", "DU12", "DU12"], False),
    ],
)
def test_the_level_is_last(level: Severity, fail_on: Severity | None, reported: list[str], failed: bool) -> None:
    found = conclude(STRICT._replace(level=level, fail_on=fail_on))
    assert (codes(found), found.results.failed) == (reported, failed)


def test_what_is_not_reported_can_make_the_run_fail() -> None:
    found = conclude(STRICT._replace(level=Severity.ERROR), TEXT.replace("互惠互利互惠", "互惠互利"))
    assert (codes(found), found.results.failed) == ([], True)


def test_what_is_below_the_level_is_not_counted() -> None:
    settings = Settings(select=STRICT.select, suppressions=(Suppression("空格不论", code="SP06"),))
    assert conclude(settings).results.files[0].suppressed == 0
    found = conclude(settings._replace(suppressions=()), baseline=baseline())
    assert (codes(found), found.results.files[0].baselined) == ([], 3)


def test_hints_that_nobody_sees_still_tell_which_suppressions_are_used() -> None:
    """Rules below the level run only where a comment or an entry may be about what they find."""
    every = Settings()
    comment = TEXT.replace("下一行", "<!-- newslint-disable-next-line -->\n下一行")
    assert codes(conclude(every, comment, covers_project=True)) == ["DU03", "DU12", "DU12"]
    needless = TEXT.replace("会议由于因为", "<!-- newslint-disable-next-line -->\n会议因为")
    assert codes(conclude(every, needless, covers_project=True)) == ["DU03", "NL01", "DU12"]
    entry = Suppression("版面如此", code="SP06")
    loud = every._replace(severities={"SP06": Severity.WARNING}, suppressions=(entry,))
    assert conclude(loud, covers_project=True).used == {0}
    assert conclude(every._replace(suppressions=(entry,)), covers_project=True).used == {0}


def test_a_higher_level_hides_findings_and_changes_no_others() -> None:
    fixtures = sorted((Path(__file__).parents[2] / "fixtures").rglob("*.*"))
    shown, all_ = (Linter(Settings(level=level)) for level in (Severity.WARNING, Severity.INFO))
    for path in fixtures:
        everything = all_.check_file(str(path)).findings
        expected = [finding for finding in everything if finding.severity >= Severity.WARNING]
        assert list(shown.check_file(str(path)).findings) == expected


def test_a_hint_that_supersedes_an_error_does_so_at_every_level() -> None:
    """PU52 (！? in one tone), a hint, says better than PU01 what is wrong with the half-width mark."""
    assert codes(conclude(Settings(level=Severity.INFO), "他大喊：“快跑！?”")) == ["PU52"]
    assert codes(conclude(Settings(), "他大喊：“快跑！?”")) == []


def test_entries_of_the_baseline_for_rules_that_are_undecided_are_not_unused() -> None:
    clean = "会议因为大雪延期。\n"
    assert [entry.code for entry in conclude(STRICT, clean, baseline=baseline()).unused_entries] == sorted(
        entry.code for entry in baseline().entries
    )
    some = conclude(Settings(select=("DU03", "SP06")), clean, baseline=baseline())
    assert [entry.code for entry in some.unused_entries] == ["DU03"]
    assert {"DU12", "SP06"} <= some.undecided


def test_check_and_fix_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a run reports is what it fixes: the rest of the findings stays in the text."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / PATH
    path.write_text(TEXT + "\n双方又坚持互惠互利互惠原则。\n", encoding="utf-8")
    known = tmp_path / "基线.json"
    settings = STRICT._replace(
        select=("DU03", "SP06"), suppressions=(Suppression("空格不论", code="SP06"),), baseline=known
    )
    empty = Baseline(known)

    write_baseline(
        Baseline(
            known, frozenset(empty.entries_for(PATH, TEXT, Linter(settings).check_file(PATH, TEXT.encode()).findings))
        )
    )
    run = Run(Project.of(settings))
    (file,) = run.check([(PATH, None)]).files
    (fixed,) = run.fix([(PATH, None)], unsafe=True)
    assert [finding.start.line for finding in file.findings] == [9]
    assert fixed.after == fixed.before.replace("又坚持互惠互利互惠", "又坚持互惠互利")


def test_a_document_by_itself_passes_the_same_filters() -> None:
    settings = STRICT._replace(level=Severity.ERROR, suppressions=(Suppression("引文", code="DU12"),))
    document = document_from_text(TEXT, name=PATH)
    assert [finding.code for finding in Linter(settings).check_document(document)] == ["DU03"]
