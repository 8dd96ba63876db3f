"""Text in which every character is there twice, as an editor meets it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Settings, check_text, fix_text

TWICE = Settings(select=("DU", "PU03"))


def found(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.text) for finding in check_text(text, settings=TWICE)]


@pytest.mark.parametrize(
    "once",
    ["云岭市", "云岭市图书馆", "2026年8月，新泵站投用。", "农晓岚摄影报道", "覆盖范围扩大", "央视网消息（记者沙一鸣）"],
)
def test_every_character_twice_is_one_finding(once: str) -> None:
    twice = "".join(2 * char for char in once)
    assert found(f"{twice}\n昨日，泵站投用。") == [("DU21", twice)]
    assert found(f"昨日，{twice}\n") == [("DU21", twice)] or once.startswith("2")


def test_the_fix_takes_every_second_character_out() -> None:
    text = "云云岭岭市市图图书书馆馆昨日开馆。"
    assert fix_text(text, unsafe=True, settings=TWICE) == "云岭市图书馆昨日开馆。"
    assert fix_text(text, settings=TWICE) == text


def test_the_message_shows_the_beginning_of_a_long_passage() -> None:
    once = "云岭市图书馆新馆昨日正式开馆接待读者三百人"
    (finding,) = check_text("".join(2 * char for char in once), settings=TWICE)
    assert finding.message == "这里每个字都重了一遍，应为“云岭市图书馆新馆昨日正式开馆接待……”"


@pytest.mark.parametrize(
    "text",
    [
        "高高兴兴热热闹闹地过年，兢兢业业勤勤恳恳，老老实实本本分分。",
        "平平安安健健康康顺顺利利，圆圆满满红红火火。",
        "爸爸妈妈天天说说笑笑，哥哥姐姐弟弟妹妹唱唱跳跳打打闹闹。",
        "吃吃喝喝玩玩乐乐，看看听听说说，市市县县乡乡通公路，村村户户年年月月都有新变化。",
        "山山水水花花草草，子子孙孙代代年年，莺莺燕燕花花草草。",
        "哈哈哈哈哈哈，轰轰轰隆隆隆，————————，000000，……………………",
        "茅甜甜圆圆天天看看书。",
    ],
)
def test_words_that_are_doubled_are_silent(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet="云岭市高兴天，。2 \n", max_size=40))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for finding in check_text(text, settings=TWICE):
        assert text[finding.start.offset : finding.end.offset] == finding.text != ""
