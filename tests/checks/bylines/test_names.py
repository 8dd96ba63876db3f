"""Names held against the roster, and against each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Settings, check_text, fix_text
from newslint.finding import Severity

STORY = "昨日，云岭市图书馆开馆，首日接待读者三千人。"
OTHER = "鹤鸣区昨日举行长跑比赛，两千人参加了比赛。"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    path = tmp_path / "roster.txt"
    path.write_text("记者 田一川 鲁知微 贝宁 茅小篱 茅小舟\n通讯员 蓝采薇\n", encoding="utf-8")
    return Settings(select=("BY24", "BY27"), roster=path)


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ("记者 田依川", [("BY24", "田依川", "田一川")]),
        ("首席记者 路知微", [("BY24", "路知微", "鲁知微")]),
        ("记者 贝凝", [("BY24", "贝凝", "贝宁")]),
        ("记者 贝　凝 田一川", [("BY24", "贝　凝", "贝宁")]),
        ("记者 田大川", [("BY27", "田大川", "田一川")]),
        ("记者 田一川 通讯员 蓝采徽", [("BY27", "蓝采徽", "蓝采薇")]),
        ("记者 田一川 鲁知微", []),
        ("记者 田　野", []),
        ("记者 贝海", []),
        ("记者 王一川", []),
        ("通讯员 田依川", []),
        ("记者 茅小船", []),
        ("通讯员 田一川", []),
    ],
)
def test_names_that_are_nearly_on_the_roster(settings: Settings, names: str, found: list[tuple[str, str, str]]) -> None:
    text = f"本报讯（{names}）{STORY}"
    findings = check_text(text, settings=settings)
    assert [(finding.code, finding.text, finding.fix.edits[0].text) for finding in findings] == found
    for _, wrong, right in found:
        assert fix_text(text, settings=settings, unsafe=True) == text.replace(wrong, right)
        assert fix_text(text, settings=settings) == text


def test_the_names_of_agencies_are_not_on_it(settings: Settings) -> None:
    for head in ("新华社北京4月18日电（记者 田依川）", "本报讯（据新华社记者 田依川）"):
        assert check_text(head + STORY, settings=settings) == []


@pytest.mark.parametrize(
    ("names", "told"),
    [("田一川 田宜川", "“田一川”或“田宜川”"), ("田一川 田宜川 田医川", "“田一川”、“田宜川”或“田医川”")],
)
def test_of_several_that_sound_alike_all_are_named(tmp_path: Path, names: str, told: str) -> None:
    path = tmp_path / "roster.txt"
    path.write_text(f"记者 {names}\n", encoding="utf-8")
    (finding,) = check_text(f"本报讯（记者 田依川）{STORY}", settings=Settings(select=("BY24", "BY27"), roster=path))
    assert finding.fix is None
    assert finding.message == f"“田依川”不在名册上，记者名册上有读音相同的{told}，请核对"


def variants(*names: str, roster: Path | None = None) -> list[tuple[str, int]]:
    text = "\n\n".join(
        f"图书馆开馆\n本报讯（记者 {name}）{STORY if index % 2 else OTHER}" for index, name in enumerate(names)
    )
    settings = Settings(select=("BY09",), level=Severity.INFO, roster=roster)
    return [(finding.text, finding.related[0].start.line) for finding in check_text(text, settings=settings)]


def test_two_names_one_character_apart(settings: Settings) -> None:
    assert variants("田一川", "鲁知微", "田依川") == [("田依川", 2)]
    assert variants("田依川", "田一川", "田一川") == [("田依川", 5)]
    assert variants("贝丽", "贝莉") == [("贝莉", 2)]
    assert variants("贝丽", "贝宁") == []
    assert variants("田一川", "田一舟", "田小川") == []
    assert variants("田一川 田依川") == []
    assert variants("田一川", "田小川", roster=settings.roster) == []


def test_both_places_of_a_variant_are_named() -> None:
    text = f"图书馆开馆\n本报讯（记者 贝　丽）{STORY}\n\n长跑比赛举行\n本报讯（记者 贝莉）{OTHER}"
    (finding,) = check_text(text, settings=Settings(select=("BY09",), level=Severity.INFO))
    assert finding.message == "记者“贝莉”与另一处的记者“贝丽”只差一字，请核对是否同一人"
    assert [related.message for related in finding.related] == ["记者“贝丽”在此"]


@given(
    st.lists(
        st.sampled_from(
            ["记者 ", "通讯员 ", "田一川", "田依川", "贝丽", "贝莉", " ", "、", "）", "本报讯（", STORY, "\n"]
        ),
        max_size=40,
    ).map("".join)
)
def test_any_text_gives_spans_inside_it(text: str) -> None:
    options = {code: {"people": ["记者 田一川", "通讯员 贝丽"]} for code in ("BY24", "BY27")}
    settings = Settings(select=("BY24", "BY27", "BY09"), level=Severity.INFO, options=options)
    for finding in check_text(text, settings=settings):
        assert finding.text == text[finding.start.offset : finding.end.offset] != ""
