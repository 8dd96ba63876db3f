from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.facts.people import people
from newslint.facts.told_names import told_names
from newslint.facts.transliterations import transliterations
from newslint.readers import document_from_text


def told(text: str) -> list[str]:
    return [name.form for name in document_from_text(text).once(told_names)]


def test_a_name_is_found_where_nothing_shows_it_to_be_one() -> None:
    assert told("院长贝明理致辞。大家称赞贝明理工作细致。") == ["贝明理", "贝明理"]


def test_what_is_all_but_the_name_is_found_too() -> None:
    assert told("院长贝明理致辞，大家为贝明礼鼓掌，为贝理明鼓掌。") == ["贝明理", "贝明礼", "贝理明"]
    assert told("主任章若水汇报。听完张若水的汇报，大家鼓掌。") == ["章若水", "张若水"]


def test_a_name_of_two_before_a_verb_is_no_slip() -> None:
    # 贝明|立即 is no slip of the pen for 贝明理.
    assert told("院长贝明理致辞，副院长贝明立即表示赞成。") == ["贝明理", "贝明"]


def test_a_text_may_end_in_a_surname() -> None:
    assert told("馆长秦刚表示，老桥上周修好。秦刚说，是否通车要看天气，秦") == ["秦刚", "秦刚"]


def test_each_article_has_its_own_names() -> None:
    text = "# 图书馆开馆\n\n馆长贝明理致辞，读者纷纷走进新馆借书。\n\n# 长跑比赛举行\n\n比赛昨日举行，贝明礼获得第一名，另有两千人参加。"
    assert told(text) == ["贝明理"]


@given(st.text("院长贝明理礼说致辞，。主任田一川“”·特朗普兹克\n 2（记者）", max_size=60))
def test_places_are_those_of_the_text(text: str) -> None:
    document = document_from_text(text)
    for place in document.once(told_names):
        assert document.view[place.start : place.end] == place.form
    for run in document.once(transliterations):
        assert document.view[run.start : run.end] == run.form
    for person in document.once(people):
        assert document.view[person.start : person.end].replace(" ", "") == person.form
