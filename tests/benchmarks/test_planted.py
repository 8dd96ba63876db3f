"""The judging of planted faults, and the command that prints it."""

from __future__ import annotations

import json
import sys
from random import Random

import planted as command
from planting.article import Article, Planted
from planting.experiment import Experiment, Outcome, Tally
from planting.registry import FaultClass

from newslint.finding import Severity
from newslint.rulebook.book import RuleBook

TEXT = "馆长说，灯一直亮着，人也一直都在，书架上的书每天都有街坊来借，来还，来翻一翻。\n"


def double_comma(article: Article, random: Random) -> Planted | None:
    at = article.text.find("，")
    return article.replace(at, at + 1, "，，") if at >= 0 else None


FAULT = FaultClass("doubled comma", "XX01", frozenset({"XX01", "XX02"}), double_comma)


def judged(told, say, severity: Severity = Severity.ERROR) -> Outcome:
    return Experiment(told(say, severity)).run(FAULT, [Article(TEXT)], 1, 1).outcomes[0]


def at(text: str, code: str, piece: str) -> list[tuple[str, int, int]]:
    start = text.find(piece)
    return [(code, start, start + len(piece))] if start >= 0 else []


def test_the_rule_s_own_code_at_the_exact_span(told) -> None:
    outcome = judged(told, lambda text: at(text, "XX01", "，，"))
    assert (outcome.found, outcome.own, outcome.exact, outcome.extra) == (True, True, True, ())


def test_another_right_code_at_another_span(told) -> None:
    outcome = judged(told, lambda text: at(text, "XX02", "说，，"))
    assert (outcome.found, outcome.own, outcome.exact, outcome.extra) == (True, False, False, ())


def test_a_wrong_code_at_the_place_is_a_miss_and_extra(told) -> None:
    outcome = judged(told, lambda text: at(text, "XX09", "，，"))
    assert not outcome.found
    assert [item.code for item in outcome.extra] == ["XX09"]


def test_a_finding_elsewhere_is_extra_only_if_it_is_new(told) -> None:
    old = judged(told, lambda text: at(text, "XX01", "，，") + at(text, "XX05", "街坊"))
    new = judged(told, lambda text: at(text, "XX01", "，，") + (at(text, "XX05", "街坊") if "，，" in text else []))
    assert old.extra == ()
    assert [item.text for item in new.extra] == ["街坊"]


def test_the_same_fault_reported_twice_is_extra(told) -> None:
    outcome = judged(told, lambda text: at(text, "XX01", "，，") + at(text, "XX02", "，，"))
    assert [item.code for item in outcome.extra] == ["XX02"]


def test_what_is_only_pointed_out_is_no_extra(told) -> None:
    outcome = judged(told, lambda text: at(text, "XX05", "，，"), Severity.INFO)
    assert outcome.extra == ()


def test_no_more_than_asked_and_the_same_each_time(told) -> None:
    articles = [Article(TEXT.replace("馆长", name)) for name in ("馆长", "站长", "校长", "村长")]
    linter = told(lambda text: at(text, "XX01", "，，"))
    first = Experiment(linter).run(FAULT, articles, 3, 7)
    again = Experiment(linter).run(FAULT, articles, 3, 7)
    assert len(first.outcomes) == 3
    assert [item.planted.text for item in first.outcomes] == [item.planted.text for item in again.outcomes]


def tally(found: int, planted: int, beyond: str = "", code: str = "XX01") -> Tally:
    plant = Planted("甲，，", 1, 3, ((1, 3),), "甲，")
    outcomes = [Outcome(plant, index < found, index < found, False, ()) for index in range(planted)]
    return Tally(FaultClass("made up", code, frozenset({code}), double_comma, beyond), outcomes)


def test_only_error_rules_with_enough_cases_can_be_below(make_rule) -> None:
    book = RuleBook([make_rule(), make_rule(code="XX02", name="other", severity="warning")])
    low, good, few = tally(50, 100), tally(96, 100), tally(0, 5)
    excused, warning = tally(0, 100, beyond="only the sense tells"), tally(0, 100, code="XX02")
    assert command.below([low, good, few, excused, warning], book, 95) == [low]


def test_an_error_rule_without_a_class_is_named(make_rule) -> None:
    book = RuleBook(
        [make_rule(), make_rule(code="XX02", name="other"), make_rule(code="XX03", name="third", severity="info")]
    )
    assert command.unplanted(book, [FAULT]) == ["XX02"]
    assert command.unplanted(book, [FaultClass("x", "XX01", frozenset(), double_comma, "why")]) == ["XX01", "XX02"]


def test_the_table_says_how_many_of_how_many(make_rule, capsys) -> None:
    command.print_table([tally(3, 4), tally(0, 4, beyond="only the sense tells")], RuleBook([make_rule()]))
    _head, line, _, heading, _beyond, reason = capsys.readouterr().out.splitlines()
    assert line.split() == ["XX01", "error", "made", "up", "4", "75.0%", "75.0%", "0.0%", "0"]
    assert heading.startswith("Beyond")
    assert reason.strip() == "because only the sense tells"


def run(monkeypatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["planted.py", *arguments])
    return command.main()


def test_the_command_finds_what_it_plants_and_says_so_in_its_exit_code(monkeypatch, capsys, tmp_path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    rows = [{"source": "a", "title": "书架", "text": TEXT.replace("馆长", f"馆长{name}")} for name in "甲乙丙丁"]
    rows.append({"source": "left out", "title": "", "text": "……"})
    corpus.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    arguments = [str(corpus), "--leave-out", "left out", "--times", "3", "--codes", "PU03"]
    assert run(monkeypatch, *arguments) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("PU03"))
    assert line.split()[4] == "3"
    assert run(monkeypatch, *arguments, "--show", "PU03") == 0


def test_the_command_fails_for_an_error_rule_that_nothing_is_planted_for(monkeypatch, capsys, tmp_path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps({"source": "a", "title": "书架", "text": TEXT}, ensure_ascii=False), encoding="utf-8")
    (tmp_path / "rule.toml").write_text(
        'code = "XX01"\nname = "made-up"\ntitle = "试验"\nenglish = "made up"\ncheck = "pattern"\nseverity = "error"\nsince = "0.1"\nweight = 1\n'
        'message = "试验"\nwhy = "试验"\n[options]\nanchor = ["甲甲"]\npattern = "甲甲"\n',
        encoding="utf-8",
    )
    assert run(monkeypatch, str(corpus), "--rules", str(tmp_path / "rule.toml"), "--times", "1", "--require", "95") == 1
    assert "XX01: an error-level rule that nothing is planted for" in capsys.readouterr().out
