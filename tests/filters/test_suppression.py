"""Suppression: what comments and entries silence, and what is said of those that silence nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from conftest import BASE
from hypothesis import given
from hypothesis import strategies as st

from newslint.config.settings import ConfigError, Suppression
from newslint.document import Document
from newslint.document.directives import disabled_ranges
from newslint.engine.engine import Engine
from newslint.engine.fixer import fix_document
from newslint.filters.suppression import Suppressed, Suppressor, informed, unused_sentences
from newslint.finding import Severity
from newslint.readers import document_from_text
from newslint.rulebook.book import Rule, RuleBook, builtin_folder, load_rules
from newslint.rulebook.reading import parse_rule

TODAY = date(2026, 4, 18)


def made(code: str, name: str, pair: str, **changes: object) -> Rule:
    options = {"anchor": [pair], "pattern": pair, "replace": pair[0]}
    return parse_rule({**BASE, "code": code, "name": name, "options": options, **changes}, Path(f"{name}.toml"))


#: Doubled 甲 is an error, doubled 乙 a warning of the same family, doubled 丙 a hint, doubled 丁 off.
RULES = [
    made("DU01", "double-one", "甲甲"),
    made("DU02", "double-two", "乙乙", severity="warning"),
    made("PU01", "hint-three", "丙丙", severity="info"),
    made("PU02", "off-four", "丁丁", severity="off"),
]
KNOWN = informed(RuleBook([*RULES, *load_rules([builtin_folder() / "suppression"])]))


def suppressor(
    *entries: Suppression, chosen: RuleBook | None = None, level: Severity = Severity.WARNING, **rest: object
) -> Suppressor:
    book = KNOWN.choose() if chosen is None else chosen
    return Suppressor(
        entries, known=KNOWN, chosen=book, level=level, today=TODAY, folder=Path("稿库").absolute(), **rest
    )


def check(
    text: str, *entries: Suppression, chosen: RuleBook | None = None, waiting: tuple[str, ...] = (), **rest: object
) -> Suppressed:
    document = document_from_text(text, name="稿库/甲.md", format="markdown")
    return run(document, suppressor(*entries, chosen=chosen, **rest), chosen, waiting)


def run(
    document: Document, own: Suppressor, chosen: RuleBook | None = None, waiting: tuple[str, ...] = ()
) -> Suppressed:
    findings = Engine(KNOWN.choose() if chosen is None else chosen).check(document)
    return own.apply("稿库/甲.md", findings, disabled_ranges(document), waiting=waiting)


def kept(result: Suppressed) -> list[tuple[str, str]]:
    return [(finding.code, finding.text) for finding in result.kept]


PAGE = "他说甲甲。{}\n\n她说乙乙，又说甲甲。\n"


@pytest.mark.parametrize("words", ["DU01", "DU", "double-one", "ALL", ""])
def test_a_comment_silences_by_code_family_or_name(words: str) -> None:
    result = check(f"<!-- newslint-disable-next-line {words} -->\n" + PAGE.format(""))
    assert kept(result) == [("DU02", "乙乙"), ("DU01", "甲甲")]
    assert result.suppressed == 1


def test_a_comment_for_another_rule_silences_nothing_and_is_told() -> None:
    assert kept(check("<!-- newslint-disable-next-line DU02 -->\n他说甲甲。\n")) == [("NL01", "DU02"), ("DU01", "甲甲")]


def test_of_several_rules_only_the_idle_one_is_told() -> None:
    result = check("<!-- newslint-disable-next-line DU01 DU02 -- 引文 -->\n他说甲甲。\n")
    assert kept(result) == [("NL01", "DU02")]
    (finding,) = result.kept
    assert finding.message == "“DU02”没有略去任何问题，应删去"


@pytest.mark.parametrize("select", [["DU01", "NL"], ["ALL"]])
def test_a_comment_for_a_rule_that_does_not_run_is_not_told(select: list[str]) -> None:
    chosen = KNOWN.choose(select, ["DU02"])
    assert kept(check("<!-- newslint-disable-file DU02 -->\n他说好。\n", chosen=chosen)) == []
    assert kept(check("<!-- newslint-disable-file DU -->\n他说好。\n", chosen=chosen)) == []
    assert kept(check("<!-- newslint-disable-file -->\n他说好。\n", chosen=chosen)) == []
    assert kept(check("<!-- newslint-disable-file DU01 -->\n他说好。\n", chosen=chosen)) == [("NL01", "DU01")]


def test_a_comment_for_a_rule_below_the_level_is_not_told() -> None:
    assert kept(check("<!-- newslint-disable-file PU01 -->\n他说好。\n")) == []
    assert kept(check("<!-- newslint-disable-file PU01 -->\n他说好。\n", level=Severity.INFO)) == [("NL01", "PU01")]


def test_a_comment_for_a_rule_that_is_off_is_not_told() -> None:
    assert kept(check("<!-- newslint-disable-file PU02 -->\n他说好。\n", level=Severity.INFO)) == []


def test_a_comment_that_silences_a_hint_is_of_use_though_hints_are_not_shown() -> None:
    result = check("<!-- newslint-disable-next-line -->\n他说丙丙。\n")
    assert (kept(result), result.suppressed) == ([], 0)


def test_a_comment_that_other_files_may_give_work_is_told_in_a_whole_run_only() -> None:
    for word in ("DU01", "DU"):
        text = f"<!-- newslint-disable-file {word} -->\n他说好。\n"
        assert kept(check(text, waiting=("DU01",))) == []
        assert kept(check(text, waiting=("DU01",), covers_project=True)) == [("NL01", word)]


def test_a_comment_for_all_rules_is_judged_by_what_this_file_alone_tells() -> None:
    text = "<!-- newslint-disable-file -->\n他说好。\n"
    assert kept(check(text, waiting=("DU01",))) == [("NL01", "newslint-disable-file")]


def test_a_comment_without_words_does_not_silence_what_is_said_of_comments() -> None:
    idle = "<!-- newslint-disable-next-line DU02 -->\n他说好。\n\n<!-- newslint-disable-line DU9 -->\n"
    text = "<!-- newslint-disable-file -->\n他说甲甲。\n\n" + idle
    assert kept(check(text)) == [("NL01", "DU02"), ("NL02", "DU9")]


def test_what_is_said_of_comments_is_silenced_by_name() -> None:
    text = "<!-- newslint-disable-file NL01 -->\n\n<!-- newslint-disable-next-line DU02 -->\n他说好。\n"
    assert kept(check(text)) == []
    assert kept(check("<!-- newslint-disable-file NL01 -->\n他说好。\n")) == [("NL01", "NL01")]


def test_an_unknown_rule_is_told_once_with_the_nearest() -> None:
    result = check("<!-- newslint-disable-next-line double-on -->\n他说甲甲。\n")
    assert kept(result) == [("NL02", "double-on"), ("DU01", "甲甲")]
    assert "是否指 double-one" in result.kept[0].message


def test_fixing_leaves_what_is_silenced_and_takes_idle_comments_away() -> None:
    text = (
        "<!-- newslint-disable-next-line DU01 DU02 -- 引文 -->\n他说甲甲。\n\n她说甲甲。\n\n"
        "<!-- newslint-disable DU02 PU01 -->\n\n又说甲甲。\n\n<!-- newslint-enable -->\n"
    )
    document = document_from_text(text, name="稿库/甲.md", format="markdown")
    own = suppressor(level=Severity.INFO)
    outcome = fix_document(document, lambda now: run(now, own).kept)
    assert outcome.text == "<!-- newslint-disable-next-line DU01 -- 引文 -->\n他说甲甲。\n\n她说甲。\n\n\n又说甲。\n\n"
    assert outcome.cycle == ()


COMMENTS = [
    f"<!-- newslint-{verb}{words} -->"
    for verb in ("disable-line", "disable-next-line", "disable", "enable", "disable-file")
    for words in ("", " DU01", " DU01 DU02", " DU PU01：引文", " NL01")
]


@given(
    st.lists(st.sampled_from([*COMMENTS, "他说甲甲。", "她说乙乙。", "又说丙丙。", "\n", "\n\n"]), max_size=14).map(
        "".join
    )
)
def test_fixing_ends_with_no_idle_comment_and_with_what_is_silenced_untouched(text: str) -> None:
    document = document_from_text(text, name="稿库/甲.md", format="markdown")
    own = suppressor(level=Severity.INFO)
    outcome = fix_document(document, lambda now: run(now, own).kept)
    assert outcome.cycle == ()
    left = run(document_from_text(outcome.text, format="markdown"), own).kept
    assert [finding for finding in left if finding.fix] == []
    comments = [comment.selector for comment in disabled_ranges(document_from_text(outcome.text, format="markdown"))]
    assert comments == [] or any(pair in outcome.text for pair in ("甲甲", "乙乙", "丙丙")) or "NL01" in comments


# --- entries of the configuration --------------------------------------------------------------------------------


def entry(**changes: object) -> Suppression:
    return Suppression(**{"reason": "已核实", "source": "newslint.toml suppress[1]", **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "silenced"),
    [
        ({"code": "DU01"}, 2),
        ({"code": "DU"}, 3),
        ({"code": "double-two"}, 1),
        ({"text": "甲甲"}, 2),
        ({"text": " 甲\n甲"}, 2),
        ({"text": "甲"}, 0),
        ({"text": "甲甲", "code": "DU02"}, 0),
        ({"path": "甲.md"}, 3),
        ({"path": "/甲.md", "code": "DU02"}, 1),
        ({"path": "*.md", "text": "乙乙"}, 1),
        ({"path": "*.txt"}, 0),
        ({"path": "副刊/"}, 0),
        ({"code": "DU01", "until": TODAY}, 2),
        ({"code": "DU01", "until": date(2026, 4, 17)}, 0),
    ],
)
def test_an_entry_silences_by_path_rule_and_text_until_its_day_is_over(given: dict[str, object], silenced: int) -> None:
    own = entry(**given)
    result = check(PAGE.format(""), own)
    assert result.suppressed == silenced
    assert result.used == (frozenset({own}) if silenced else frozenset())
    assert len(result.kept) == 3 - silenced


def test_an_entry_and_a_comment_for_the_same_are_both_of_use() -> None:
    own = entry(code="DU01")
    result = check("<!-- newslint-disable-next-line DU01 -->\n他说甲甲。\n", own)
    assert (kept(result), result.suppressed, result.used) == ([], 1, {own})


def test_the_code_of_an_entry_is_understood_as_it_is_typed() -> None:
    own = entry(code="du01")
    result = check("他说甲甲。\n", own)
    assert (kept(result), result.suppressed, result.used) == ([], 1, {own})


def test_an_entry_for_a_rule_that_is_not_there_is_refused_with_its_place() -> None:
    with pytest.raises(ConfigError, match=r"newslint.toml suppress\[1\]：code：没有名为 double-on 的.*double-one"):
        suppressor(entry(code="double-on"))


@pytest.mark.parametrize(
    ("given", "whole", "told"),
    [
        ({"path": "甲.md", "text": "天天"}, False, True),
        ({"path": "乙.md", "text": "天天"}, False, False),
        ({"path": "乙.md", "text": "天天"}, True, True),
        ({"path": "*.md", "code": "DU01"}, False, False),
        ({"path": "*.md", "code": "DU01"}, True, True),
        ({"code": "DU01"}, False, False),
        ({"code": "DU01"}, True, True),
        ({"path": "甲.md", "code": "PU01"}, True, False),
        ({"path": "甲.md", "code": "PU02"}, True, False),
    ],
)
def test_an_idle_entry_is_told_where_it_should_have_found_something(
    given: dict[str, object], whole: bool, told: bool
) -> None:
    own = entry(**given)
    assert suppressor(own, covers_project=whole).unused((), ["稿库/甲.md"]) == ([own] if told else [])
    assert suppressor(own, covers_project=whole).unused({own}, ["稿库/甲.md"]) == []


def test_an_entry_for_a_rule_that_waits_for_other_files_is_told_in_a_whole_run_only() -> None:
    own = entry(path="甲.md", code="DU01")
    assert suppressor(own).unused((), ["稿库/甲.md"], waiting=("DU01",)) == []
    assert suppressor(own, covers_project=True).unused((), ["稿库/甲.md"], waiting=("DU01",)) == [own]


def test_what_is_told_of_entries_names_file_entry_and_reason() -> None:
    over = entry(code="DU01", until=date(2026, 4, 17), source="newslint.toml suppress[2]")
    own = suppressor(entry(code="DU02"), over)
    assert own.expired == [over] and own.unused((), ["稿库/甲.md"]) == []
    assert unused_sentences([entry(code="DU02")] * 2, own.expired) == [
        "newslint.toml suppress[2]：略去条目（已核实）已于 2026-04-17 到期，不再起作用；请删去，或核实后改期。",
        "newslint.toml suppress[1]：略去条目（已核实）没有略去任何问题；请删去。",
    ]


def test_what_does_not_run_or_is_not_shown_or_waits_is_undecided() -> None:
    assert suppressor().undecided() == {"PU01", "PU02"}
    assert suppressor(chosen=KNOWN.choose(["DU02", "NL"])).undecided() == {"DU01", "PU01", "PU02"}
    assert suppressor().undecided(("DU01",)) == {"DU01", "PU01", "PU02"}
    assert suppressor(covers_project=True).undecided(("DU01",)) == {"PU01", "PU02"}


def test_without_comments_and_entries_everything_is_kept() -> None:
    result = check(PAGE.format(""))
    assert kept(result) == [("DU01", "甲甲"), ("DU02", "乙乙"), ("DU01", "甲甲")]
    assert result.suppressed == 0
