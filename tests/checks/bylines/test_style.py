"""The style of bylines, learnt from a page or laid down by the house."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Settings, check_text, fix_text
from newslint.checks.bylines.habits import ASPECTS
from newslint.checks.bylines.template import read_template
from newslint.checks.options import OptionError
from newslint.finding import Severity

STYLE = ("BY04", "BY05", "BY10", "BY16", "BY18", "BY25", "BY26")
STORIES = (
    "昨日，云岭市图书馆开馆，首日接待读者三千人。",
    "鹤鸣区昨日举行长跑比赛，两千人参加了比赛。",
    "市气象台昨日发布大风预警，提醒市民注意防范。",
    "青溪县昨日启动春耕，农机手已经全部下田。",
    "云岭大学昨日迎来新生，校园里十分热闹。",
    "城南新桥昨日合龙，预计年底可以通车。",
    "老城供暖改造昨日完工，三千户居民受益。",
)
TITLES = ("图书馆开馆", "长跑比赛举行", "大风预警发布", "春耕全面启动", "云岭大学迎新", "城南新桥合龙", "供暖改造完工")


def page(*heads: str, after: bool = False) -> str:
    parts = zip(TITLES, heads, STORIES, strict=False)
    return "\n\n".join(
        f"{title}\n{story}{head}" if after else f"{title}\n{head}{story}" for title, head, story in parts
    )


def found(text: str, **byline: object) -> list[tuple[str, str]]:
    settings = Settings(select=STYLE, level=Severity.INFO, byline=byline)
    return [(finding.code, finding.text) for finding in check_text(text, settings=settings)]


# Six bylines of one style, and the same departure from it in different houses.
HALF = ["本报讯（记者 田一川 通讯员 鲁知微）"] * 6
GLUED = ["本报讯（记者田一川、贝宁 通讯员鲁知微 文/图）"] * 6


@pytest.mark.parametrize(
    ("house", "head", "departure"),
    [
        (HALF, "本报讯（记者田一川 通讯员 鲁知微）", [("BY04", "记者田一川")]),
        (HALF, "本报讯（记者 田一川 通讯员　鲁知微）", [("BY04", "通讯员　鲁知微")]),
        (HALF, "本报讯（记者 田一川、通讯员 鲁知微）", [("BY25", "田一川、通讯员")]),
        (HALF, "本报讯（记者 田一川通讯员 鲁知微）", [("BY25", "田一川通讯员")]),
        (HALF, "本报讯(记者 田一川 通讯员 鲁知微)", [("BY26", "(记者 田一川 通讯员 鲁知微)")]),
        (HALF, "本报讯（通讯员 鲁知微 记者 田一川）", [("BY16", "通讯员 鲁知微 记者 田一川")]),
        (GLUED, "本报讯（记者田一川 贝宁 通讯员鲁知微 文/图）", [("BY05", "田一川 贝宁")]),
        (GLUED, "本报讯（记者田一川、贝　宁 通讯员鲁知微 文/图）", [("BY10", "贝　宁")]),
        (GLUED, "本报讯（记者田一川、贝宁 通讯员鲁知微 图/文）", [("BY18", "图/文")]),
        (GLUED, "本报讯（记者 田一川、贝宁 通讯员 鲁知微 文/图）", [("BY04", "记者 田一川、贝宁 通讯员 鲁知微")]),
    ],
)
def test_a_departure_is_found_named_and_mended(house: list[str], head: str, departure: list[tuple[str, str]]) -> None:
    text = page(*house, head)
    assert found(text) == departure
    mended = fix_text(text, settings=Settings(select=STYLE), unsafe=True)
    assert mended == page(*house, house[0])


def test_both_places_are_named() -> None:
    (finding,) = check_text(page(*HALF, "本报讯（记者田一川）"), settings=Settings(select=STYLE))
    assert "7 处署名有 6 处" in finding.message
    (other,) = finding.related
    assert (other.path, other.start.line) == (None, 2)


@pytest.mark.parametrize(
    "heads",
    [
        ["本报讯（记者 田一川）"] * 2 + ["本报讯（记者田一川）"],
        ["本报讯（记者 田一川）"] * 4 + ["本报讯（记者田一川）"] * 2,
        [*HALF, "新华社北京4月18日电（记者田一川）"],
        [*HALF, "据新华社北京4月18日电（记者田一川）"],
        [*HALF, "中新网4月18日电(记者田一川、鲁知微)"],
        [*HALF, "临江日报讯（记者田一川、鲁知微）"],
        [*HALF, "本报讯 记者田一川报道："],
        [*HALF, "本报记者田一川报道："],
        [*HALF, "本报讯（记者 田一川 摄影 鲁知微）"],
        ["本报讯（记者 田一川 贝宁）"] * 2 + ["本报讯（记者 贝　宁）"],
    ],
)
def test_what_is_no_clear_departure_is_left_alone(heads: list[str]) -> None:
    assert found(page(*heads)) == []


def test_signatures_are_held_against_signatures() -> None:
    ends = ["（记者田一川）"] * 4 + ["（记者 田一川）"]
    assert found(page(*ends, after=True)) == [("BY04", "记者 田一川")]
    assert found(page(*HALF) + "\n\n" + page("（记者田一川）", after=True)) == []


def test_a_text_folded_to_half_width_is_no_matter_of_style() -> None:
    folded = page(*["本报讯(记者 田一川)"] * 6).replace("，", ",")
    assert found(folded, brackets="（）") == []


@pytest.mark.parametrize(
    ("head", "style", "departure"),
    [
        ("本报讯（记者 田一川）", {"role-space": ""}, [("BY04", "记者 田一川")]),
        ("本报讯（记者：田一川）", {"role-space": " "}, [("BY04", "记者：田一川")]),
        ("本报讯（记者 田一川，鲁知微）", {"name-separator": "、"}, [("BY05", "田一川，鲁知微")]),
        ("本报讯（记者 贝宁 田一川）", {"padding": "　"}, [("BY10", "贝宁")]),
        ("本报讯（记者 贝宁）", {"padding": "　"}, []),
        ("本报讯（记者 田一川 图/文）", {"picture-order": "文/图"}, [("BY18", "图/文")]),
        (
            "本报讯（实习生 茅小篱 通讯员 鲁知微 记者 田一川）",
            {"role-order": ["记者", "通讯员", "实习生"]},
            [("BY16", "实习生 茅小篱 通讯员 鲁知微 记者 田一川")],
        ),
        ("本报讯(记者 田一川)", {"brackets": "（）"}, [("BY26", "(记者 田一川)")]),
        ("新华社北京4月18日电（记者田一川）", {"role-space": " "}, []),
        ("本报讯（记者 田一川）", {"template": "本报讯（记者{记者} 通讯员{通讯员}）"}, [("BY04", "记者 田一川")]),
        ("本报讯（记者 田一川）", {"template": "本报讯（记者{记者}）", "role-space": " "}, []),
    ],
)
def test_an_explicit_style_needs_no_majority(
    head: str, style: dict[str, object], departure: list[tuple[str, str]]
) -> None:
    assert found(page(head), **style) == departure


@pytest.mark.parametrize(
    ("head", "style", "said"),
    [
        ("本报讯（记者田一川）", {"role-space": " "}, "按本报体例，身份与姓名之间空一个半角空格"),
        ("本报讯（记者 田一川）", {"role-space": ""}, "按本报体例，身份与姓名之间不空格"),
        ("本报讯（记者 田一川）", {"role-space": "："}, "按本报体例，身份与姓名之间用冒号"),
        ("本报讯（记者 田一川 通讯员 鲁知微）", {"role-separator": "；"}, "按本报体例，不同身份之间用“；”"),
        ("本报讯（记者 田一川、鲁知微）", {"name-separator": "　"}, "按本报体例，姓名之间空一个全角空格"),
        ("本报讯（记者 贝　宁 田一川）", {"padding": ""}, "按本报体例，两字姓名中间不空格"),
        ("本报讯（记者 田一川）", {"brackets": "()"}, "按本报体例，用半角括号"),
        ("本报讯（记者 田一川 图/文）", {"picture-order": "文/图"}, "按本报体例，写“文/图”"),
        (
            "本报讯（通讯员 鲁知微 记者 田一川）",
            {"role-order": ["记者", "通讯员"]},
            "按本报体例，先写记者，再写通讯员",
        ),
        (
            "本报讯（通讯员 鲁知微 记者 田一川）",
            {"role-order": ["记者", "通讯员", "实习生", "评论员", "特派员"]},
            "按本报体例，先写记者，再写通讯员，再写实习生，再写评论员，再写特派员",
        ),
    ],
)
def test_the_message_says_what_the_house_writes(head: str, style: dict[str, object], said: str) -> None:
    (finding,) = check_text(page(head), settings=Settings(select=STYLE, byline=style))
    assert finding.message.partition("”：")[2] == said


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        ([*HALF, "本报讯（记者田一川）"], "所检 7 处署名有 6 处身份与姓名之间空一个半角空格"),
        ([*GLUED, "本报讯（记者 田一川）"], "所检 7 处署名有 6 处身份与姓名之间不空格"),
        ([*GLUED, "本报讯（记者田一川 贝宁）"], "所检 7 处署名有 6 处姓名之间用顿号"),
        ([*GLUED, "本报讯（记者田一川 图/文）"], "所检 7 处署名有 6 处写“文/图”"),
        ([*HALF, "本报讯（通讯员 鲁知微 记者 田一川）"], "所检 7 处署名有 6 处先写记者，再写通讯员"),
    ],
)
def test_the_message_says_what_most_bylines_do(heads: list[str], said: str) -> None:
    (finding,) = check_text(page(*heads), settings=Settings(select=STYLE))
    assert finding.message.partition("”：")[2] == said
    assert [related.message for related in finding.related] == ["多数署名的写法如此处"]


FULL = {"template": "本报讯（首席记者 {首席记者} 记者 {记者} 摄影：{摄影} 编辑：{编辑}）"}


@pytest.mark.parametrize(
    ("byline", "departures"),
    [
        ("本报讯（首席记者 田一川 记者 鲁知微 摄影：白露 编辑：蓝采薇）", []),
        ("本报讯（首席记者田一川）", [("BY04", "记者田一川")]),
        ("本报讯（记者 田一川　首席记者 鲁知微）", [("BY25", "田一川　首席记者")]),
        # Where the others stand is shown; their form is their own.
        ("本报讯（记者 田一川 摄影 白露）", []),
        ("本报讯（记者 田一川/文 白露/图）", []),
    ],
)
def test_chief_reporters_and_photographers_in_a_template(byline: str, departures: list[tuple[str, str]]) -> None:
    assert found(f"图书馆开馆\n{byline}昨日，云岭市图书馆开馆。", **FULL) == departures


def test_an_explicit_style_is_not_outvoted() -> None:
    assert [code for code, _ in found(page(*HALF), **{"role-space": ""})] == ["BY04"] * 6


@pytest.mark.parametrize(
    ("template", "style"),
    [
        (
            "本报讯（记者 {记者} 通讯员 {通讯员}）",
            {"brackets": "（）", "role-space": " ", "role-separator": " ", "role-order": "记者 通讯员"},
        ),
        ("本报讯(本报记者{记者}、{记者})", {"brackets": "()", "role-space": "", "name-separator": "、"}),
        ("本报讯（记者　{记者} 文/图）", {"brackets": "（）", "role-space": "　", "picture-order": "文图"}),
        ("（首席记者 {首席记者}、{首席记者}）", {"brackets": "（）", "role-space": " ", "name-separator": "、"}),
        (
            "本报讯（首席记者 {首席记者} 记者 {记者} 通讯员 {通讯员} 摄影：{摄影}）",
            {"brackets": "（）", "role-space": " ", "role-separator": " ", "role-order": "记者 通讯员"},
        ),
        ("本报讯（记者{记者} 编辑：{编辑}、{编辑}）", {"brackets": "（）", "role-space": "", "name-separator": "、"}),
        ("（记者 {记者}/文 {记者}/图）", {"brackets": "（）", "role-space": " "}),
        ("（{记者}/文 {记者}/图）", {"brackets": "（）"}),
        ("（文/{记者} 图/{摄影}）", {"brackets": "（）"}),
    ],
)
def test_a_template_shows_the_style(template: str, style: dict[str, str]) -> None:
    assert read_template(template) == style


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("本报讯（记者）", "没有留出姓名的位置"),
        ("本报讯（{记者}）", "前要写身份"),
        ("本报讯（编辑 {摄影}）", "前要写身份"),
        ("本报讯（厨师 {厨师}）", "没有 厨师 这种身份"),
        ("本报讯（记者 {记者} 通讯员{通讯员}）", "两种样子"),
        ("本报讯（记者 {记者} 通讯员 {通讯员} 记者 {记者}）", "出现在两处"),
        ("本报讯（记者-{记者}）", "前要写身份"),
    ],
)
def test_a_template_that_cannot_be_followed_is_refused(template: str, said: str) -> None:
    with pytest.raises(OptionError, match=said):
        read_template(template)


@given(st.text(alphabet="本报讯首席记者通讯员摄影编辑文图/{}（） 、田一川", max_size=30))
def test_any_template_is_read_or_refused(template: str) -> None:
    try:
        assert set(read_template(template)) <= set(ASPECTS)
    except OptionError as error:
        assert error.key == "template"


PIECES = st.sampled_from(
    [
        *"（()） 　、，：\n",
        "本报讯",
        "新华社北京4月18日电",
        "记者",
        "通讯员",
        "实习生",
        "田一川",
        "贝宁",
        "贝　宁",
        "文/图",
        "图/文",
        "摄",
        STORIES[0],
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join), st.booleans())
def test_any_text_gives_spans_inside_it_and_fixes_settle(text: str, explicit: bool) -> None:
    style = {"template": "本报讯（记者{记者}、{记者} 通讯员{通讯员} 图/文）", "padding": "　"} if explicit else {}
    settings = Settings(select=STYLE, byline=style, options={code: {"least": 1, "share": 0.5} for code in STYLE})
    for finding in check_text(text, settings=settings):
        assert 0 <= finding.start.offset < finding.end.offset <= len(text)
        assert finding.text == text[finding.start.offset : finding.end.offset]
    once = fix_text(text, settings=settings, unsafe=True)
    assert fix_text(once, settings=settings, unsafe=True) == once
