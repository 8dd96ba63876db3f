"""Faults in bylines, as an editor meets them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Settings, check_text

BYLINES = Settings(select=("BY",))


def codes(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.text) for finding in check_text(text, settings=BYLINES)]


STORY = "昨日，云岭市图书馆开馆，首日接待读者三千人。"


@pytest.mark.parametrize(
    "opening",
    [
        "本报讯（记者 田一川 通讯员 鲁知微）",
        "本报讯（记者田一川 通讯员鲁知微）",
        "本报讯（记者 田一川、鲁知微）",
        "本报讯(记者 田一川 通讯员 鲁知微)",
        "本报讯 记者田一川报道：",
        "本报讯（全媒体记者 田一川 实习生 茅小篱 文/图）",
        "本报北京4月18日电（记者 田一川）",
        "新华社北京4月18日电（记者 田一川、鲁知微）",
        "据新华社北京4月18日电 ",
        "云岭晚报讯（首席记者 尉迟明远）",
        "本报记者 田一川 摄影报道 ",
        "　　本报讯（记者 田　川 茅小篱）",
    ],
)
def test_right_openings_of_any_house_are_silent(opening: str) -> None:
    assert codes(f"图书馆开馆\n{opening}{STORY}") == []


@pytest.mark.parametrize(
    ("opening", "found"),
    [
        ("本报讯（记者 田一川 通迅员 鲁知微）", [("BY06", "通迅员")]),
        ("本报讯（记者 田一川)", [("BY02", ")")]),
        ("本报讯（记者 田一川 田一川）", [("BY08", "田一川")]),
        ("本报讯（记者 田一川）。", [("BY21", "。")]),
        ("新华社4月18日北京电（记者 田一川）", [("BY11", "4月18日北京")]),
    ],
)
def test_one_fault_is_one_finding(opening: str, found: list[tuple[str, str]]) -> None:
    assert codes(f"图书馆开馆\n{opening}{STORY}") == found


def test_a_repeated_name_points_to_the_first() -> None:
    (finding,) = check_text("本报讯（记者 田一川 鲁知微 田一川）" + STORY, settings=BYLINES)
    (first,) = finding.related
    assert (first.start.offset, first.end.offset, first.message) == (7, 10, "这个名字第一次出现在此")


def test_folded_text_is_not_told_again_about_its_brackets() -> None:
    text = "本报讯(记者 田一川)昨日,云岭市图书馆开馆,首日接待读者三千人,其中,儿童一千人,老人五百人."
    assert codes(text) == []


def test_prose_about_reporters_is_no_byline() -> None:
    assert codes("记者从市教育局获悉，记者节当天通讯员培训班开班，记者记者证要年检。") == []


@given(
    st.lists(
        st.sampled_from(
            [*"（）()，。 　本报讯电记者田一川鲁知微、：:", "通讯员", "通迅员", "本报讯", "新华社", "4月18日", "\n"]
        ),
        max_size=40,
    ).map("".join)
)
def test_any_text_is_survived(text: str) -> None:
    for finding in check_text(text, settings=BYLINES):
        assert finding.text == text[finding.start.offset : finding.end.offset]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("讥者", "记者"),
        ("记煮", "记者"),
        ("同讯员", "通讯员"),
        ("通讯贞", "通讯员"),
        ("通讶员", "通讯员"),
        ("食习生", "实习生"),
        ("实习牲", "实习生"),
    ],
)
def test_a_role_one_character_off_needs_no_list(wrong: str, right: str) -> None:
    for opening in (
        f"本报讯（{wrong} 田一川 鲁知微）",
        f"本报讯（见习记者 田一川 {wrong} 鲁知微）",
        f"本报讯（记者田一川 {wrong}鲁知微）",
    ):
        (finding,) = check_text(f"图书馆开馆\n{opening}{STORY}", settings=Settings(select=("BY06",)))
        assert (finding.text, finding.fix.edits[0].text) == (wrong, right)


@pytest.mark.parametrize("word", ["通信员", "通联员", "见习生", "李习生", "张记老", "王讯员", "作者"])
def test_names_and_other_roles_are_no_misspelt_roles(word: str) -> None:
    text = f"图书馆开馆\n本报讯（记者 田一川 {word} 鲁知微）{STORY}"
    assert check_text(text, settings=Settings(select=("BY06",))) == []


def test_a_name_twice_is_one_finding() -> None:
    text = f"图书馆开馆\n本报讯（记者 田一川、鲁知微、田一川）{STORY}"
    assert [finding.code for finding in check_text(text, settings=Settings(select=("BY", "DU")))] == ["BY08"]
