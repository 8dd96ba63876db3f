"""The error rate: weights, headline doubled by the engine, the same error at most three times, errors alone."""

from __future__ import annotations

from newslint.finding import Finding, Position, Severity
from newslint.results import CheckedFile
from newslint.score import score


def finding(text: str, weight: float = 1.0, severity: Severity = Severity.ERROR) -> Finding:
    return Finding("DU01", "x", severity, "m", text, Position(0, 1, 1), Position(1, 1, 2), weight=weight)


def test_weights_add_up_to_a_rate_per_ten_thousand() -> None:
    total = score([CheckedFile("a", characters=5000, findings=(finding("甲"), finding("乙", 2.0)))])
    assert (total.errors, total.rate) == (3.0, 6.0)


def test_the_same_error_counts_three_times_in_an_issue() -> None:
    files = [CheckedFile("a", characters=100, findings=(finding("甲"),) * 3), CheckedFile("b", characters=100, findings=(finding("甲"),))]
    assert score(files).errors == 3.0


def test_warnings_are_no_errors_yet() -> None:
    assert score([CheckedFile("a", characters=10, findings=(finding("甲", severity=Severity.WARNING),))]).errors == 0


def test_an_empty_issue_has_no_rate() -> None:
    assert score([CheckedFile("a")]).rate == 0.0
