"""A JSON report comes back as the results that it was written from, as far as the error rate needs them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from reports.invented import odd_results, small_run

from newslint.monthly.reading import read_report
from newslint.reports.json import render_json
from newslint.results import CheckedFile, Results
from newslint.score import score


def reread(results: Results, folder: Path) -> tuple[CheckedFile, ...]:
    place = folder / "报告.json"
    place.write_bytes(render_json(results).encode("utf-8", "surrogatepass"))
    report = read_report(str(place))
    assert report.partial is results.partial
    return tuple(file for file in report.files if file.error is None)


@given(odd_results())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_score_is_the_same_whatever_is_reported(tmp_path: Path, results: Results) -> None:
    sound = [file for file in results.files if file.error is None]
    assert score(reread(results, tmp_path)) == score(sound)


def test_a_small_run_comes_back(tmp_path: Path) -> None:
    results = small_run()
    for read, file in zip(
        reread(results, tmp_path), (file for file in results.files if file.error is None), strict=True
    ):
        assert (read.path, read.characters, read.issued) == (file.path, file.characters, file.issued)
        assert [finding._replace(fix=None, related=(), clause=None) for finding in read.findings] == [
            finding._replace(fix=None, related=(), clause=None) for finding in file.findings
        ]
