"""The error rate: weights, what doubles, what is capped, each article for itself, and what the warnings would add."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.finding import Clause, Finding, Position, Severity
from newslint.language.messages_en import ENGLISH
from newslint.results import CheckedArticle, CheckedFile
from newslint.rulebook.book import builtin_folder, load_rules
from newslint.score import LIMIT, METHOD, clause_of, score


def finding(
    text: str = "甲", weight: float = 1.0, severity: Severity = Severity.ERROR, at: int = 0, **changes: object
) -> Finding:
    values = {"message": "错了", "weight": weight, **changes}
    return Finding(
        "DU01", "x", severity, text=text, start=Position(at, 1, at + 1), end=Position(at + 1, 1, at + 2), **values
    )


def checked(
    *findings: Finding, path: str = "a", characters: int = 10000, articles: tuple[CheckedArticle, ...] = ()
) -> CheckedFile:
    return CheckedFile(path, characters=characters, findings=findings, articles=articles)


def test_weights_add_up_to_a_rate_per_ten_thousand() -> None:
    total = score([checked(finding("甲"), finding("乙", 2.0), characters=5000)])
    assert (total.errors, total.rate) == (3.0, 6.0)


def test_an_error_in_a_headline_counts_double() -> None:
    assert score([checked(finding("甲", 2.0, headline=True), finding("，", 0.1, headline=True))]).errors == 4.2


def test_the_same_error_counts_three_times_in_an_issue() -> None:
    assert score([checked(*[finding("甲")] * 3), checked(finding("甲"), path="b")]).errors == 3.0


def test_the_same_word_for_two_reasons_is_two_errors() -> None:
    assert score([checked(*[finding("甲")] * 3, finding("甲", message="另一种错"))]).errors == 4.0


def test_of_the_same_error_the_one_in_the_headline_counts_wherever_it_stands() -> None:
    found = [*[finding("甲")] * 3, finding("甲", headline=True)]
    assert score([checked(*found)]).errors == score([checked(*reversed(found))]).errors == 4.0


def test_lost_line_ends_are_never_the_same_error() -> None:
    assert score([checked(*[finding("\n\n")] * 5)]).errors == 5.0


def test_marks_are_not_capped() -> None:
    assert score([checked(*[finding("，", 0.1)] * 40)]).errors == 4.0


def test_the_style_of_numbers_counts_one_at_most_in_an_issue() -> None:
    many = [finding(f"{number}", 0.1, clause=Clause.NUMBERS) for number in range(25)]
    assert score([checked(*many[:7])]).errors == 0.7
    assert score([checked(*many[:15]), checked(*many[15:], path="b")]).errors == 1.0
    assert score([checked(*many[:15], finding("甲"))]).errors == 2.0


def test_warnings_are_no_errors_yet_but_give_an_upper_bound() -> None:
    total = score([checked(finding("甲"), finding("乙", 2.0, Severity.WARNING), finding("丙", 4.0, Severity.INFO))])
    assert (total.errors, total.upper) == (1.0, 3.0)
    assert (total.rate, total.upper_rate) == (1.0, 3.0)


def test_the_limit_itself_still_passes() -> None:
    assert not score([checked(*[finding(char) for char in "甲乙丙"])]).over
    assert score([checked(*[finding(char) for char in "甲乙丙"], finding("，", 0.1))]).over


def test_a_rate_that_only_rounds_to_the_limit_is_over_it() -> None:
    total = score([checked(*[finding(char) for char in "甲乙丙"], characters=9999)])
    assert total.rate == LIMIT and total.over


def test_an_empty_issue_has_no_rate() -> None:
    total = score([CheckedFile("a")])
    assert (total.rate, total.upper_rate, total.over, total.articles) == (0.0, 0.0, False, ())


def test_each_article_is_counted_for_itself() -> None:
    articles = (CheckedArticle(5, 50, 1000, "头一篇"), CheckedArticle(60, 99, 500, "后一篇"))
    found = [finding("甲", at=10), finding("乙", at=50), finding("丙", 2.0, Severity.WARNING, at=99)]
    first, second = score([checked(*found, characters=1500, articles=articles)]).articles
    assert (first.headline, first.start, first.errors, first.rate) == ("头一篇", 5, 2.0, 20.0)
    assert (second.errors, second.upper, second.upper_rate) == (0.0, 2.0, 40.0)


def test_a_finding_before_the_first_article_belongs_to_it() -> None:
    (article,) = score([checked(finding(at=0), articles=(CheckedArticle(5, 50, 1000),))]).articles
    assert article.errors == 1.0


def test_a_file_in_which_no_article_was_seen_counts_as_one() -> None:
    (article,) = score([checked(finding(), characters=200)]).articles
    assert (article.path, article.characters, article.errors) == ("a", 200, 1.0)


def test_an_article_without_characters_has_no_rate() -> None:
    (article,) = score([checked(finding("\u200b"), characters=0, articles=(CheckedArticle(0, 1, 0),))]).articles
    assert (article.errors, article.rate, article.over) == (1.0, 0.0, False)


def test_what_repeats_counts_in_each_article_and_three_times_in_the_issue() -> None:
    total = score([checked(*[finding("甲")] * 3, path=path) for path in "ab"])
    assert [article.errors for article in total.articles] == [3.0, 3.0]
    assert total.errors == 3.0


def test_the_clauses_say_what_they_count() -> None:
    found = [*[finding("甲")] * 5, finding("，", 0.1), finding("5～8%", 0.1, clause=Clause.NUMBERS), finding("卷", 0.0)]
    counts = {part.clause: (part.findings, part.errors) for part in score([checked(*found)]).clauses}
    assert counts == {Clause.TEXT: (5, 3.0), Clause.NUMBERS: (1, 0.1), Clause.MARKS: (1, 0.1)}


def test_every_statement_of_the_method_can_be_said_in_english() -> None:
    assert not [statement.text for statement in METHOD if statement.text not in ENGLISH]
    assert {statement.certain for statement in METHOD} == {True, False}


@pytest.mark.parametrize("rule", [*load_rules([builtin_folder()])], ids=lambda rule: rule.code)
def test_a_rule_weighs_what_the_method_knows(rule) -> None:
    assert rule.weight in (0, 0.1, 0.5, 1, 2, 4)
    if rule.doc().source.startswith("GB/T 15835"):
        assert rule.clause is Clause.NUMBERS
    if rule.clause is Clause.NUMBERS:
        assert rule.weight == 0.1


def test_what_the_rules_find_falls_under_their_clause(run_rules, make_rule) -> None:
    (found,) = run_rules("甲甲。", make_rule(weight=0.1, clause="numbers"))
    assert clause_of(found) is Clause.NUMBERS


FINDINGS = st.builds(
    finding,
    text=st.sampled_from(["甲", "乙乙", "\n", "，", "3-5"]),
    weight=st.sampled_from([0.0, 0.1, 0.5, 1.0, 2.0, 4.0]),
    severity=st.sampled_from([Severity.INFO, Severity.WARNING, Severity.ERROR]),
    at=st.integers(0, 60),
    headline=st.booleans(),
    clause=st.sampled_from([None, *Clause]),
)
ARTICLES = st.sampled_from([(), (CheckedArticle(0, 60, 100),), (CheckedArticle(3, 20, 0), CheckedArticle(22, 60, 70))])


@st.composite
def issues(draw: st.DrawFn) -> list[CheckedFile]:
    findings = draw(st.lists(st.lists(FINDINGS, max_size=12), max_size=4))
    return [
        checked(*found, path=f"{number}", characters=draw(st.integers(0, 300)), articles=draw(ARTICLES))
        for number, found in enumerate(findings)
    ]


@given(issues())
def test_a_score_is_never_negative_and_warnings_never_lower_it(files: list[CheckedFile]) -> None:
    total = score(files)
    for part in (total, *total.articles):
        assert 0 <= part.errors <= part.upper
        assert 0 <= part.rate <= part.upper_rate
    assert round(sum(part.errors for part in total.clauses), 2) == total.errors


@given(issues(), FINDINGS)
def test_one_more_finding_never_lowers_the_score(files: list[CheckedFile], more: Finding) -> None:
    if files:
        first, *rest = files
        before, after = (
            score(files),
            score([checked(more, *first.findings, characters=first.characters, path=first.path), *rest]),
        )
        assert after.errors >= before.errors
        assert after.upper >= before.upper


@given(issues(), st.randoms())
def test_the_order_of_the_files_does_not_matter(files: list[CheckedFile], random) -> None:
    shuffled = files[:]
    random.shuffle(shuffled)
    assert score(shuffled) == score(files)


@given(issues())
def test_the_issue_counts_no_more_than_its_articles_together(files: list[CheckedFile]) -> None:
    total = score(files)
    assert total.errors <= round(sum(article.errors for article in total.articles), 2)
