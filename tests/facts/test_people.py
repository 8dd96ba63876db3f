from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import check_text
from newslint.config import Settings
from newslint.facts.people import in_a_name, names_of, occurrences, people
from newslint.finding import Severity
from newslint.readers import document_from_text


def named(text: str) -> list[tuple[str, str]]:
    document = document_from_text(text)
    return [(person.frame, person.form) for person in document.once(people)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("云岭医院院长贝明理致欢迎词。", [("post", "贝明理")]),
        ("指挥中心主任贝宁简要介绍了职能。", [("post", "贝宁")]),
        ("党支部书记鲁东来说，要加强管理。", [("post", "鲁东来")]),
        ("副院长田一川、茅小篱和蓝采薇带领医生查房。", [("post", "田一川"), ("list", "茅小篱"), ("list", "蓝采薇")]),
        ("他走上台。田一川介绍，水库已经建成。", [("speech", "田一川")]),
        ("驻外大使欧阳明轩等出席。", [("post", "欧阳明轩")]),
        ("本报讯（记者 田一川 通讯员 鲁知微）图书馆开馆。", [("byline", "田一川"), ("byline", "鲁知微")]),
    ],
)
def test_names_where_the_article_says_who_it_is(text: str, found: list[tuple[str, str]]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "副局长向记者介绍了情况。",
        "院长高度评价这项工作。",
        "老师和学生都表现出色。",
        "著名作家罗伯特·索恩来访。",
        "校长王女士表示欢迎，书记李某没有到场。",
        "主任于昨日抵达。",
    ],
)
def test_words_behind_a_post_are_no_names(text: str) -> None:
    assert named(text) == []


def test_names_of_a_document() -> None:
    document = document_from_text("院长贝明理致辞。贝明理说，主任田一川也到了。")
    assert names_of(document) == {"贝明理", "田一川"}
    assert [place.start for place in occurrences(document, 0, "贝明理")] == [2, 8]


def test_a_wrong_word_in_a_name_is_no_fault() -> None:
    settings = Settings(select=("WD03",), level=Severity.INFO)
    named_so = "云岭医院院长贝人材致辞。会后，贝人材看望了患者。"
    assert check_text(named_so, settings=settings) == []
    [finding] = check_text(named_so + "医院引进人材三十名。", settings=settings)
    assert finding.text == "人材"
    document = document_from_text(named_so)
    assert in_a_name(document, 7, 9) and not in_a_name(document, 9, 11)


@given(st.text("贝明理田一川院长说，。", max_size=12), st.integers(0, 30), st.integers(1, 3))
def test_a_span_is_in_a_name_if_a_name_stands_over_it(rest: str, at: int, size: int) -> None:
    document = document_from_text("院长贝明理致辞。主任田一川到场。" + rest)
    start, end = min(at, len(document.view) - 1), min(at + size, len(document.view))
    places = [
        (place, place + len(name))
        for name in names_of(document)
        for place in range(len(document.view))
        if document.view.startswith(name, place)
    ]
    assert in_a_name(document, start, end) == any(first <= start and end <= last for first, last in places)
