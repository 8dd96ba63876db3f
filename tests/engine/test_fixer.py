"""Fixing: what is applied, in what order, and that a second fix changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import pytest
from conftest import PIECES
from hypothesis import given
from hypothesis import strategies as st

from newslint.config import Settings
from newslint.config.presets import ASPECTS, PRESETS
from newslint.document import Document
from newslint.document.edits import apply_edits
from newslint.engine import fixer
from newslint.engine.fixer import fix_document
from newslint.finding import Edit, Finding, Fix, Position, Safety, Severity
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules
from newslint.run.linter import Linter

LINTER = Linter()
RULES = list(load_rules())
#: Every rule, those that are off by default too, with nothing hidden.
STRICT = Linter(Settings(level=Severity.INFO, select=tuple(rule.code for rule in RULES)))


def fix(text: str, engine, *, unsafe: bool = False):
    return fix_document(document_from_text(text), engine.check, unsafe=unsafe)


def test_unsafe_fixes_wait_for_consent(make_rule) -> None:
    from newslint.engine.engine import Engine
    from newslint.rulebook.book import RuleBook

    engine = Engine(RuleBook([make_rule(fix={"safety": "unsafe"})]))
    assert fix("甲甲", engine).text == "甲甲"
    assert fix("甲甲", engine, unsafe=True).text == "甲"


def test_what_a_fix_uncovers_is_fixed_too(make_rule) -> None:
    from newslint.engine.engine import Engine
    from newslint.rulebook.book import RuleBook

    outcome = fix("甲甲甲甲甲", Engine(RuleBook([make_rule()])))
    assert (outcome.text, outcome.cycle) == ("甲", ())
    assert apply_edits("甲甲甲甲甲", outcome.edits) == "甲"


def test_fixes_that_undo_each_other_are_named_and_left_out(make_rule) -> None:
    from newslint.engine.engine import Engine
    from newslint.rulebook.book import RuleBook

    there = make_rule(options={"anchor": ["甲"], "pattern": "甲", "replace": "乙"})
    back = make_rule(code="XX02", name="back-again", options={"anchor": ["乙"], "pattern": "乙", "replace": "甲"})
    other = make_rule(code="XX03", name="other-one", options={"anchor": ["丙丙"], "pattern": "丙丙", "replace": "丙"})
    outcome = fix("一甲丙丙丙丙", Engine(RuleBook([there, back, other])))
    assert (outcome.text, outcome.cycle) == ("一甲丙", ("XX01", "XX02"))
    assert apply_edits("一甲丙丙丙丙", outcome.edits) == "一甲丙"


def test_a_fix_that_makes_ever_more_to_mend_is_named_and_left_out(make_rule) -> None:
    from newslint.engine.engine import Engine
    from newslint.rulebook.book import RuleBook

    outcome = fix(
        "一甲一", Engine(RuleBook([make_rule(options={"anchor": ["甲"], "pattern": "甲", "replace": "甲甲"})]))
    )
    assert (outcome.text, outcome.applied, outcome.cycle) == ("一甲一", 0, ("XX01",))


def test_touching_fixes_of_one_rule_are_applied_together(make_rule) -> None:
    from newslint.engine.engine import Engine
    from newslint.rulebook.book import RuleBook

    engine = Engine(RuleBook([make_rule(options={"anchor": ["甲"], "pattern": "甲", "replace": "乙"})]))
    checks: list[str] = []

    def check(document: Document) -> list[Finding]:
        checks.append(document.text)
        return engine.check(document)

    assert fix_document(document_from_text("甲甲甲丙"), check).text == "乙乙乙丙"
    assert checks == ["甲甲甲丙", "乙乙乙丙"]


def test_touching_fixes_of_two_rules_take_turns(make_rule) -> None:
    from newslint.engine.engine import Engine
    from newslint.rulebook.book import RuleBook

    one = make_rule(options={"anchor": ["甲"], "pattern": "甲(?=乙)", "replace": ""})
    two = make_rule(code="XX02", name="other-one", options={"anchor": ["乙"], "pattern": "(?<=甲)乙", "replace": ""})
    assert fix("甲乙", Engine(RuleBook([one, two]))).text == "乙"


@pytest.mark.parametrize(
    ("first", "second", "same_rule", "together"),
    [
        ((0, 2), (3, 4), False, True),  # apart
        ((0, 2), (2, 4), True, True),  # of one rule, which may meet
        ((0, 2), (2, 4), False, False),
        ((0, 3), (2, 4), True, False),  # overlapping
        ((0, 3), (2, 4), False, False),
        ((0, 4), (1, 2), True, False),
        ((0, 4), (1, 2), False, False),
        ((0, 0), (0, 2), True, False),  # something put in, before or after what is replaced
        ((0, 2), (2, 2), True, False),
        ((1, 1), (1, 1), True, False),
        ((0, 1), (2, 2), True, True),
    ],
)
def test_fixes_go_together_unless_their_order_would_matter(
    first: tuple[int, int], second: tuple[int, int], same_rule: bool, together: bool
) -> None:
    place = Position(0, 1, 1)
    one, other = (
        Finding(code, "made-up", Severity.ERROR, "", "", place, place, Fix(Safety.SAFE, (Edit(*span, "丁"),)))
        for code, span in (("XX01", first), ("XX01" if same_rule else "XX02", second))
    )
    assert fixer.compatible([one, other]) == ([one, other] if together else [one])


def test_a_text_with_one_fault_a_round_is_fixed_to_its_end() -> None:
    assert LINTER.fix_document(document_from_text("好" + "!" * 330)).text == "好" + "！" * 330
    refrain = LINTER.fix_document(document_from_text("志愿者" + "，耐心倾听" * 80 + "。"), unsafe=True)
    assert (refrain.text, refrain.cycle, refrain.unfinished) == ("志愿者，耐心倾听。", (), False)


def test_a_long_text_with_one_fault_a_round_is_fixed_in_several_runs(monkeypatch) -> None:
    monkeypatch.setattr(fixer, "_MOST_READ", 3000)
    outcome = LINTER.fix_document(document_from_text("好" + "!" * 330))
    assert outcome.unfinished and outcome.cycle == () and 0 < outcome.text.count("！") < 330
    for _ in range(50):
        outcome = LINTER.fix_document(document_from_text(outcome.text))
    assert (outcome.text, outcome.unfinished) == ("好" + "！" * 330, False)


def test_overlapping_fixes_take_turns(make_rule) -> None:
    from newslint.engine.engine import Engine
    from newslint.rulebook.book import RuleBook

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


def examples(format: str) -> st.SearchStrategy[str]:
    """Texts dense in faults: whole examples and parts of examples of all rules, glued together anyhow."""
    texts = [example.text for rule in RULES for example in rule.doc().wrong if example.format == format]
    part = st.tuples(st.sampled_from(texts), st.integers(0, 20), st.integers(0, 20)).map(
        lambda cut: cut[0][cut[1] : len(cut[0]) - cut[2]]
    )
    glue = st.sampled_from(["", "", "，", "\n", "\r\n", "\r", "\n\n", "\n　　"])
    return st.lists(st.tuples(st.sampled_from(texts) | part, glue).map("".join), max_size=8).map("".join)


@pytest.mark.parametrize("format", ["plain", "markdown"])
@given(st.data())
def test_any_faults_at_all_are_mended_once_and_for_all(format: str, data: st.DataObject) -> None:
    text = data.draw(examples(format))
    for unsafe in (False, True):
        outcome = STRICT.fix_document(document_from_text(text, format=format), unsafe=unsafe)
        assert outcome.cycle == ()
        assert apply_edits(text, outcome.edits) == outcome.text
        mended = document_from_text(outcome.text, format=format)
        assert [
            finding.code
            for finding in STRICT.check_document(mended)
            if finding.fix and (unsafe or finding.fix.safety is Safety.SAFE)
        ] == []


def wrapped(text: str) -> str:
    """Return ``text`` as a page whose source is wrapped anywhere, as programs wrap Chinese."""
    lines = [escape(line, quote=False) for line in text.splitlines() if line.strip()]
    return "".join(f"<p>{chr(10).join(pieces(line, 6))}</p>\n" for line in lines)


def pieces(line: str, size: int) -> Iterator[str]:
    return (line[at : at + size] for at in range(0, len(line), size))


#: The presets, and every value of every aspect of style in as few settings as hold them.
STYLES = [
    *({"preset": name} for name in PRESETS),
    *(
        {"house": {aspect: ASPECTS[aspect].values[at % len(ASPECTS[aspect].values)] for aspect in ASPECTS}}
        for at in range(max(len(aspect.values) for aspect in ASPECTS.values()))
    ),
]


@pytest.mark.parametrize("style", STYLES, ids=str)
def test_any_faults_are_mended_for_good_in_every_style_and_format(style: dict[str, object]) -> None:
    linter = Linter(Settings(level=Severity.INFO, select=tuple(rule.code for rule in RULES), **style))
    for example in (example for rule in RULES for example in rule.doc().wrong):
        texts = {(example.format, example.text)}
        if example.format != "html":
            texts |= {("html", wrapped(example.text)), ("markdown", example.text)}
        for format, text in texts:
            outcome = linter.fix_document(document_from_text(text, format=format), unsafe=True)
            assert outcome.cycle == (), text
            assert apply_edits(text, outcome.edits) == outcome.text
            mended = document_from_text(outcome.text, format=format)
            assert [finding.code for finding in linter.check_document(mended) if finding.fix] == [], text


def test_no_majority_of_a_wrong_spelling_where_it_is_not_mended_is_written_elsewhere() -> None:
    page = "# 银行通知\n\n市民谈到账户的事情。\n\n| 项目 | 内容 |\n|---|---|\n| 帐户 | 帐户 |\n"
    outcome = STRICT.fix_document(document_from_text(page, format="markdown"), unsafe=True)
    assert (outcome.text, outcome.cycle) == (page, ())


def test_a_space_at_the_line_end_of_a_wrapped_page_is_set_once_and_seen() -> None:
    linter = Linter(Settings(preset="web"))
    outcome = linter.fix_document(document_from_text("<p>展览将持续到5月\n10日。</p>", format="html"))
    assert (outcome.text, outcome.cycle) == ("<p>展览将持续到 5 月 10 日。</p>", ())


@given(examples("plain") | examples("markdown"))
def test_an_edit_is_a_change_at_its_finding_and_in_order(text: str) -> None:
    for finding in STRICT.check_document(document_from_text(text)):
        assert text[finding.start.offset : finding.end.offset] == finding.text
        if finding.fix is None:
            continue
        places = [place for edit in finding.fix.edits for place in (edit.start, edit.end)]
        assert places and places == sorted(places)
        assert places[0] >= 0 and places[-1] <= len(text)
        assert apply_edits(text, finding.fix.edits) != text
