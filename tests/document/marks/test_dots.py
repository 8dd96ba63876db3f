"""A dot between Chinese characters: full stop, interpunct, or not to be told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document.marks.dots import decided_dots


def marks(text: str) -> str:
    """Return the marks that the dots of the text stand for, in order."""
    return "".join(mark for _, mark in decided_dots(text))


@pytest.mark.parametrize("dot", [".", "．"])
@pytest.mark.parametrize(
    "text",
    [
        "首日接待读者三千人{}馆长表示，下月起延长开放时间。",
        "阅览室里坐满了人，有的看书，有的写字{}其中不少是放假回家的学生。",
        "“老屋修好以后住得很踏实{}他们还送来了过冬的棉被。”",
        "工程总投资两亿元，工期三年{}今年还要再修两条路。",
    ],
)
def test_a_dot_between_two_sentences_is_a_full_stop(text: str, dot: str) -> None:
    assert marks(text.format(dot)) == "。"


@pytest.mark.parametrize("dot", [".", "．"])
@pytest.mark.parametrize(
    "text",
    [
        "画家保罗{}杜瓦尔来云岭办展。",
        "作曲家安德烈{}萨科纳昨天到场，他带来了新的作品。",
        "技术员努尔江{}买买提正在查看果树的长势。",
        "云岭大学请来的教授罗莎{}梅，研究的是候鸟。",
    ],
)
def test_a_dot_in_a_foreign_name_is_an_interpunct(text: str, dot: str) -> None:
    assert marks(text.format(dot)) == "·"


@pytest.mark.parametrize("dot", [".", "．"])
def test_a_dot_between_halves_of_a_quoted_slogan_is_an_interpunct(dot: str) -> None:
    assert marks(f"“书香云岭{dot}春日专场”昨天开幕。") == "·"


@pytest.mark.parametrize(
    "text",
    [
        "“书香云岭.春天里的专场”昨天开幕，“天亮了.他走了”是书里的一句。",
        "《老街.新巷》下月首映，票已经卖出一半。",
        "2023中国.云岭投资洽谈会昨天在会展中心开幕，客商很多。",
        "他告诉晚报.晚报网记者，书已经卖出一半，还要再印。",
        "饮食.健康.养生",
        "展览闭幕前她去了一趟巴西.马拉松赛事也在那天举行。",
        "二.睡前少看电视",
        "全长3.5公里，网址www.example.com，约Dr.Smith。",
    ],
)
def test_where_it_may_be_either_nothing_is_said(text: str) -> None:
    assert marks(text) == ""


@given(st.text(alphabet="甲乙的他斯特尔马主席总统报网，。“”《》.．3a \r\n", max_size=60))
def test_any_text_gives_places_of_dots_in_order(text: str) -> None:
    found = list(decided_dots(text))
    assert all(text[at] in ".．" and mark in "。·" for at, mark in found)
    assert [at for at, _ in found] == sorted({at for at, _ in found})
