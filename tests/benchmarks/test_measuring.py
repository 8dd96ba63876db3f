"""What accuracy.py counts, on small samples, with a linter that is told what to say."""

from __future__ import annotations

import json
import sys

import accuracy
import pytest
from measuring import breaks, bylines, clean, labelled, splits
from measuring.figures import Figures, Share, at_place, length_class, read_lines, read_rows
from planting.article import Article

from newslint.readers import document_from_text


def every(piece: str, code: str):
    """Say ``code`` of every place where ``piece`` stands."""

    def say(text: str) -> list[tuple[str, int, int]]:
        starts = [index for index in range(len(text)) if text.startswith(piece, index)]
        return [(code, start, start + len(piece)) for start in starts]

    return say


def shares(figures: Figures) -> dict[str, tuple[int, int]]:
    return {group: (share.hits, share.cases) for group, share in figures.shares.items()}


def test_lengths_fall_into_classes_without_a_gap() -> None:
    names = [length_class(length) for length in (1, 10, 11, 45, 46, 500)]
    assert names == [" 1–10", " 1–10", "11–15", "31–45", "46 and more", "46 and more"]


def test_an_empty_share_is_no_share() -> None:
    assert Share().value == 0.0
    assert str(Share()).strip().endswith("-")


def test_findings_that_only_touch_a_place_do_not_stand_at_it(told) -> None:
    document = document_from_text("甲乙丙丁")
    findings = told(lambda text: [("LS01", 0, 2), ("LS02", 2, 4), ("DU01", 2, 3)]).check_document(document)
    assert [item.code for item in at_place(findings, "LS", 2, 3)] == ["LS02"]
    assert [item.code for item in at_place(findings, "LS", 2, 2)] == ["LS01", "LS02"]


def test_files_are_read_without_the_sources_left_out(tmp_path) -> None:
    lines = tmp_path / "lines.txt"
    lines.write_text("甲\t本报讯\n乙\t本报讯 （记者\t张三）\n空行\n", encoding="utf-8")
    assert read_lines(lines) == [("甲", "本报讯"), ("乙", "本报讯 （记者\t张三）")]
    assert read_lines(lines, ["甲"]) == [("乙", "本报讯 （记者\t张三）")]
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"src": "甲"}\n\n{"source": "乙"}\n', encoding="utf-8")
    assert read_rows(rows, ["甲"]) == [{"source": "乙"}]


# --- bylines ---------------------------------------------------------------------------------------------------------


def test_openings_that_parse_are_counted_by_source(told) -> None:
    lines = [("甲", "本报讯（记者 田一川）昨日，云岭市图书馆开馆。"), ("乙", "云岭市图书馆昨日开馆，读者很多。")]
    figures = bylines.measure(lines, told(lambda text: []))
    assert shares(figures) == {"parsed, all": (1, 2), "parsed, 甲": (1, 1), "parsed, 乙": (0, 1)}
    assert "田一川" in figures.examples["read as"][0].splitlines()[1]


def test_findings_in_the_byline_are_counted_apart_from_those_behind_it(told) -> None:
    lines = [("甲", "本报讯（记者 田一川）昨日，云岭市图书馆开馆。")]
    inside = bylines.measure(lines, told(every("记者", "QU01")))
    behind = bylines.measure(lines, told(every("开馆", "QU01")))
    assert shares(inside)["finding in the byline, QU01"] == (1, 1)
    assert shares(behind)["finding behind it, all"] == (1, 1)
    assert "finding in the byline, all" not in behind.shares


def test_signatures_are_looked_for_at_the_end_of_an_article(told) -> None:
    lines = [("甲", "（记者 田一川 通讯员 鲁知微）"), ("甲", "读者很多，座无虚席。")]
    assert shares(bylines.measure(lines, told(lambda text: []), closing=True))["parsed, all"] == (1, 2)


# --- broken lines ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "length", "expected"),
    [
        ("会议要求各单位抓好", 5, True),
        ("会议要求各单位抓好", 10, False),
        ("会议要求各单位抓好，", 5, True),
        ("会议要求各单位抓好。", 5, False),
        ("他说：“抓好。”", 5, False),
        ("会议要求“抓好落实”", 5, True),
        ("会议要求如下：", 5, False),
    ],
)
def test_what_deserves_a_finding(left: str, length: int, expected: bool) -> None:
    assert splits.deserves(left, length) is expected


def test_breaks_inside_words_are_held_against_gold(told) -> None:
    rows = [
        {"src": "a", "left": "会议要求各单位抓好落", "right": "实工作。", "inside_word": 1},
        {"src": "a", "left": "会议要求各单位", "right": "抓好落实。", "inside_word": 0},
        {"src": "b", "left": "会议，要求各单", "right": "位落实。", "inside_word": 1},
    ]

    def say(text: str) -> list[tuple[str, int, int]]:
        at = text.index("\n")
        return [] if "，" in text else [("LS01", at, at + 1)]

    figures = shares(splits.measure(rows, told(say), "\n"))
    assert figures["LS01 precision"] == (1, 2)
    assert figures["LS01 recall"] == (1, 2)
    assert figures["any LS, all"] == (2, 3)
    assert figures["any LS, no mark at the end and 10 or more above"] == (1, 1)
    assert figures["any LS, source b"] == (0, 1)
    assert figures["any LS, marks above, length  1–10"] == (0, 1)


def test_a_finding_away_from_the_break_does_not_count(told) -> None:
    rows = [{"src": "a", "left": "会议要求各单位", "right": "抓好落实。", "inside_word": 0}]
    assert shares(splits.measure(rows, told(every("会议", "LS02")), "\n\n"))["any LS, all"] == (0, 1)


def test_alarms_are_counted_for_paragraph_ends(told) -> None:
    rows = [{"id": "1", "title": "题", "text": "甲\n\n乙\n丙\n"}, {"id": "2", "text": "丁"}]
    alarms = clean.measure(rows, told(every("乙", "LS02")))
    assert (alarms.ends, alarms.codes["LS02"], alarms.rate(1)) == (2, 1, 2500.0)
    assert clean.measure(rows, told(every("乙", "LS02")), titles=True).ends == 3
    assert not clean.measure(rows, told(every("乙", "DU02"))).codes


def test_planted_breaks_are_counted_by_mode_and_length(told) -> None:
    text = "街坊们围着火炉，商量修缮老学堂的办法，木匠量了尺寸，说开春就能动工了，桌子、椅子都要修，一共2600元。\n"
    found = shares(
        breaks.measure([Article(text)], told(lambda text: [("LS02", text.index("\n"), text.index("\n") + 1)]), 1, 1)
    )
    missed = shares(breaks.measure([Article(text)], told(lambda text: []), 1, 1))
    for mode in ("any", "after a comma", "after 、", "before 的", "between digits", "inside a word", "between words"):
        assert found[f"{mode}, all"] == (1, 1)
        assert missed[f"{mode}, all"] == (0, 1)
    assert found["with another LS finding"] == (0, 7)


# --- labelled repeats ------------------------------------------------------------------------------------------------

ROW = {"kind": "de_de", "id": "1", "start": 30, "end": 32, "match": "的的", "label": "error"}
CONTEXT = "甲乙丙，街坊们从各处搬来桌椅板凳书柜上好的的木料，木匠"


def test_the_match_is_found_in_its_context() -> None:
    assert labelled.place({**ROW, "context": CONTEXT}) == 20
    assert labelled.place({**ROW, "start": 3, "context": "上好的的木料"}) == 2


def test_a_context_can_be_cut_to_its_marks() -> None:
    text, start = labelled.trimmed(CONTEXT, 20, 22)
    assert text == "街坊们从各处搬来桌椅板凳书柜上好的的木料，"
    assert text[start : start + 2] == "的的"
    assert labelled.trimmed("上好的的木料", 2, 4) == ("上好的的木料", 2)


def test_labels_are_counted_as_recall_and_precision(told) -> None:
    rows = [
        {**ROW, "context": CONTEXT},
        {**ROW, "context": CONTEXT.replace("木匠", "泥匠"), "label": "ok"},
        {**ROW, "context": CONTEXT.replace("的的", "在在"), "match": "在在", "label": "error"},
        {**ROW, "context": CONTEXT, "label": "layout"},
    ]
    figures = shares(labelled.measure(rows, told(every("的的", "DU01"))))
    assert figures["recall"] == (1, 2)
    assert figures["precision"] == (1, 2)
    assert figures["silent where right"] == (0, 1)
    assert figures["layout: found"] == (1, 1)


def test_with_articles_only_rows_whose_article_is_there_are_judged(told) -> None:
    article = "。" * 30 + "的的木料"
    rows = [{**ROW, "context": CONTEXT}, {**ROW, "id": "2", "context": CONTEXT}]
    assert shares(labelled.measure(rows, told(every("的的", "DU01")), {"1": article}))["recall"] == (1, 1)


# --- the command -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", accuracy.COMMANDS)
def test_every_command_prints_figures_and_cases(what: str, monkeypatch, capsys, tmp_path) -> None:
    text = "街坊们围着火炉，商量修缮老学堂的办法，木匠量了尺寸，说开春就能动工了。\n桌子、椅子都要修，一共2600元，大家凑了几天，钱也就够了，木匠很高兴。\n"
    content = {
        "bylines": "甲\t本报讯（记者 田一川）昨日，云岭市图书馆开馆。\n",
        "tails": "甲\t（记者 田一川）\n",
        "splits": json.dumps({"src": "甲", "left": "做到责任落", "right": "实、措施到位。", "inside_word": 1}) + "\n",
        "labelled": json.dumps({**ROW, "context": CONTEXT}) + "\n",
    }.get(what, json.dumps({"id": "1", "source": "甲", "title": "老学堂", "text": text}) + "\n")
    path = tmp_path / "file"
    path.write_text(content, encoding="utf-8")
    for more in ([], ["--show"]):
        monkeypatch.setattr(sys, "argv", ["accuracy.py", what, str(path), *more])
        accuracy.main()
        assert capsys.readouterr().out.startswith("\n== ")
