"""What the desk finds in what the page sends, and where: places as JavaScript counts them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from conftest import PIECES
from hypothesis import given, settings
from hypothesis import strategies as st
from word_documents import docx, p, run

from newslint.config import Project
from newslint.document.edits import apply_edits, edits_between
from newslint.readers import ReadError, read_bytes
from newslint.reports.utf16 import utf16
from newslint.web.desk import UNNAMED, Desk

texts = st.lists(PIECES | st.sampled_from("😀𠮷的的。"), max_size=40).map("".join)
ANY = Desk(Project(lookup=False))
BODY = p("云岭市春耕会议昨天召开") + p("双方坚持互惠互利", run("互惠", "<w:b/>"), "原则，统一标识,统一配送。")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    return Desk(Project())


def units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def found(desk: Desk, text: str, name: str = UNNAMED, opened: str = "") -> list[dict]:
    return desk.check(text, name, opened, frozenset())["findings"]


@given(texts)
def test_places_are_counted_in_units_of_utf_16(text: str) -> None:
    at = utf16(text)
    for place in range(len(text) + 1):
        assert at(place) == len(units(text[:place])) // 2


@given(texts)
def test_a_finding_stands_on_its_text(text: str) -> None:
    for finding in found(ANY, text):
        assert units(text)[2 * finding["start"] : 2 * finding["end"]] == units(finding["text"])


@pytest.mark.parametrize("before", ["", "😀", "𠮷野家", "甲\n\n😀乙"])
def test_a_fix_is_made_where_javascript_makes_it(desk: Desk, before: str) -> None:
    text = f"{before}他走的的很快。"
    (finding,) = [finding for finding in found(desk, text) if finding["code"] == "DU01"]
    ((start, end, words),) = finding["edits"]
    changed = units(text)[: 2 * start] + units(words) + units(text)[2 * end :]
    assert changed.decode("utf-16-le") == f"{before}他走的很快。"


@given(texts, texts)
def test_what_lies_between_two_texts_makes_the_one_of_the_other(before: str, after: str) -> None:
    edits = edits_between(before, after)
    assert apply_edits(before, edits) == after
    assert all(one.end < other.start for one, other in pairwise(edits))


def test_lines_that_all_changed_are_compared_one_by_one() -> None:
    before = "".join(f"第{number}段：{'甲乙丙丁' * 100}的的。\n" for number in range(20))
    edits = edits_between(before, before.replace("的的", "的"))
    assert len(edits) == 20
    assert all(edit.end - edit.start == 1 and edit.text == "" for edit in edits)


def test_a_long_text_that_is_all_different_is_replaced_whole() -> None:
    before, after = "甲" * 2000, "乙" * 2000
    assert len(edits_between(before, after)) == 1


def test_the_key_of_a_finding_stays_when_the_text_changes_elsewhere(desk: Desk) -> None:
    text = "他走的的很快。\n\n她跑的的很慢。\n\n他走的的很快。"
    keys = [finding["key"] for finding in found(desk, text)]
    assert len(set(keys)) == 3
    assert [finding["key"] for finding in found(desk, "　　天气很好。\n\n" + text)][-3:] == keys


def test_what_is_ignored_counts_as_no_error(desk: Desk) -> None:
    text = "他走的的很快。"
    (finding,) = found(desk, text)
    assert desk.check(text, UNNAMED, "", frozenset())["errors"] > 0
    assert desk.check(text, UNNAMED, "", {finding["key"]})["errors"] == 0


def test_of_very_many_findings_some_are_listed_and_all_counted(desk: Desk) -> None:
    answer = desk.check("他走的的很快。\n" * 1100, UNNAMED, "", frozenset())
    assert len(answer["findings"]) == 1000
    assert answer["left"] >= 100


def test_a_short_text_has_no_rate(desk: Desk) -> None:
    assert desk.check("他走的的很快。", UNNAMED, "", frozenset())["rate"] is None
    assert desk.check("今天天气很好，大家出门散步。" * 240, UNNAMED, "", frozenset())["rate"] is not None


def test_the_name_of_a_file_tells_its_format(desk: Desk) -> None:
    page = '<p title="他走的的很快">他走了。</p>'
    assert found(desk, page, "稿.html") == []
    assert "DU01" in {finding["code"] for finding in found(desk, page, "稿.txt")}


@pytest.mark.parametrize("name", ["../../etc/稿.txt", "C:\\稿\\稿.txt", "..", "", "\0", "/"])
def test_a_name_leads_nowhere(desk: Desk, tmp_path: Path, name: str) -> None:
    (tmp_path / "newslint.toml").write_text('ignore = ["DU01"]\n', encoding="utf-8")
    assert found(desk, "他走的的很快。", name) == []


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_file_is_opened_in_its_encoding_with_line_feeds(desk: Desk, codec: str, end: str) -> None:
    text = "云岭市春耕会议昨天召开\n\n　　各县区要抓紧备足种子和化肥，确保不误农时。\n"
    opened = desk.open("稿.txt", text.replace("\n", end).encode(codec))
    assert opened == {"name": "稿.txt", "text": text, "opened": ""}


def test_a_file_that_is_too_large_is_not_opened(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text("max-size = 0.001\n", encoding="utf-8")
    with pytest.raises(ReadError):
        desk.open("稿.txt", b"a" * 2000)


def test_the_configuration_is_read_anew_and_another_can_be_chosen(desk: Desk, tmp_path: Path) -> None:
    text = "他走的的很快。"
    assert found(desk, text)
    config = tmp_path / "newslint.toml"
    config.write_text('ignore = ["DU01"]\n', encoding="utf-8")
    desk.renew()
    assert found(desk, text) == []
    other = tmp_path / "别的.toml"
    other.write_text("", encoding="utf-8")
    desk.renew(other)
    assert found(desk, text)
    other.write_text("nonsense = 1\n", encoding="utf-8")
    with pytest.raises(ValueError, match="nonsense"):
        desk.renew()
    assert found(desk, text), "what was in force stays so"


# --- Word ----------------------------------------------------------------------------------------------------------


def test_a_word_document_comes_back_with_changes_and_comments(desk: Desk) -> None:
    opened = desk.open("稿.docx", docx(BODY))
    text = opened["text"]
    changed = text.replace("互惠互利互惠", "互惠互利").replace("会议昨天", "会议今天")
    made = desk.marked(changed, opened["opened"], frozenset())
    assert made.name == "稿-校对.docx"
    assert read_bytes(made.data, "稿.docx").text == changed, "other programs' readers see the changes as made"
    assert (made.changes, made.lost) == (2, 0)
    # The doubled phrase that was mended, and the comma that was not.
    assert made.comments == 2


def test_what_is_ignored_has_no_comment(desk: Desk) -> None:
    opened = desk.open("稿.docx", docx(BODY))
    keys = {finding["key"] for finding in found(desk, opened["text"], "稿.docx", opened["opened"])}
    assert len(keys) == 2
    made = desk.marked(opened["text"], opened["opened"], keys)
    assert (made.comments, made.changes) == (0, 0)


def test_a_paragraph_cannot_be_put_into_a_word_document_and_this_is_said(desk: Desk) -> None:
    opened = desk.open("稿.docx", docx(BODY))
    made = desk.marked(opened["text"].replace("原则，", "原则，\n"), opened["opened"], frozenset())
    assert made.lost == 1
    assert read_bytes(made.data, "稿.docx").text == opened["text"]


def test_places_in_a_word_document_are_paragraphs(desk: Desk) -> None:
    opened = desk.open("稿.docx", docx(BODY))
    text = opened["text"].replace("双方", "我们双方")
    assert found(desk, text, "稿.docx", opened["opened"])[0]["where"].startswith("第 2 段")


def test_a_document_that_is_no_longer_there_is_asked_for_again(desk: Desk) -> None:
    with pytest.raises(ReadError, match="重新打开"):
        desk.marked("甲", "99", frozenset())
    first = desk.open("稿.docx", docx(BODY))["opened"]
    for _ in range(8):
        desk.open("稿.docx", docx(BODY))
    with pytest.raises(ReadError, match="重新打开"):
        desk.marked("甲", first, frozenset())


@settings(max_examples=30)
@given(st.text("互惠利，。甲😀\n", max_size=12), st.integers(0, 40), st.integers(0, 40))
def test_any_change_of_a_word_document_can_be_checked_and_saved(words: str, start: int, end: int) -> None:
    desk = ANY
    opened = desk.open("稿.docx", docx(BODY))
    start, end = min(start, end), max(start, end)
    text = opened["text"][:start] + words + opened["text"][end:]
    found(desk, text, "稿.docx", opened["opened"])
    made = desk.marked(text, opened["opened"], frozenset())
    if not made.lost:
        assert read_bytes(made.data, "稿.docx").text == text
