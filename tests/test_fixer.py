"""Fixing: what is applied, in what order, and that a second fix changes nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.finding import Edit, Fix, Safety
from newslint.fixer import apply_fixes, fix_document
from newslint.readers import document_from_text
from newslint.linter import Linter

from test_engine import PIECES

LINTER = Linter()


def fix(text: str, engine, *, unsafe: bool = False):
    return fix_document(document_from_text(text), engine.check, unsafe=unsafe)


def test_edits_are_applied_whole_and_the_rest_stays() -> None:
    fixes = [Fix(Safety.SAFE, (Edit(1, 2, "乙"), Edit(4, 4, "丙"))), Fix(Safety.SAFE, (Edit(3, 4, ""),))]
    assert apply_fixes("甲丁甲丁甲", fixes) == "甲乙甲丙甲"


def test_unsafe_fixes_wait_for_consent(make_rule) -> None:
    from newslint.engine import Engine
    from newslint.rulebook import RuleBook

    engine = Engine(RuleBook([make_rule(fix={"safety": "unsafe"})]))
    assert fix("甲甲", engine).text == "甲甲"
    assert fix("甲甲", engine, unsafe=True).text == "甲"


def test_what_a_fix_uncovers_is_fixed_too(make_rule) -> None:
    from newslint.engine import Engine
    from newslint.rulebook import RuleBook

    outcome = fix("甲甲甲甲甲", Engine(RuleBook([make_rule()])))
    assert (outcome.text, outcome.cycle) == ("甲", ())


def test_fixes_that_undo_each_other_are_named_and_stop(make_rule) -> None:
    from newslint.engine import Engine
    from newslint.rulebook import RuleBook

    there = make_rule(options={"anchor": ["甲"], "pattern": "甲", "replace": "乙"})
    back = make_rule(code="XX02", name="back-again", options={"anchor": ["乙"], "pattern": "乙", "replace": "甲"})
    outcome = fix("一甲一", Engine(RuleBook([there, back])))
    assert outcome.cycle
    assert outcome.text in ("一甲一", "一乙一")


def test_overlapping_fixes_take_turns(make_rule) -> None:
    from newslint.engine import Engine
    from newslint.rulebook import RuleBook

    long = make_rule(options={"anchor": ["甲乙丙"], "pattern": "甲乙丙", "replace": "丙丙"})
    short = make_rule(code="XX02", name="short-one", options={"anchor": ["丙丙"], "pattern": "丙丙", "replace": "丁"})
    assert fix("甲乙丙", Engine(RuleBook([long, short]))).text == "丁"


@given(st.lists(PIECES, max_size=50).map("".join))
def test_a_second_fix_changes_nothing(text: str) -> None:
    for unsafe in (False, True):
        once = LINTER.fix_document(document_from_text(text), unsafe=unsafe)
        if not once.cycle:
            assert LINTER.fix_document(document_from_text(once.text), unsafe=unsafe).text == once.text


@given(st.lists(PIECES, max_size=50).map("".join))
def test_fixes_of_the_built_in_rules_never_undo_each_other(text: str) -> None:
    assert LINTER.fix_document(document_from_text(text), unsafe=True).cycle == ()
