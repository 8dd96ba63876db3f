import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.document.bylines.bylines import parse_opening, parse_signature, parse_tail


def credits_of(byline, text):
    """Each credit as (whole role phrase, names, action)."""
    return [
        (text[slice(*credit.role_span)], [person.name for person in credit.people], credit.action)
        for credit in byline.credits
    ]


def slips_of(byline, text):
    return [(slip.kind, text[slip.start : slip.end], slip.instead) for slip in byline.slips]


def part(text, span):
    return text[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("text", "kind", "outlet", "place", "date", "mark"),
    [
        ("本报讯 清河区昨日启动夜校。", "own", "本报", None, None, "讯"),
        ("本报清河4月18日讯（记者 周小满）", "own", "本报", "清河", (4, 18), "讯"),
        ("本报清河讯 记者周小满报道：昨日", "own", "本报", "清河", None, "讯"),
        ("清河晚报讯（记者 周小满）昨日", "outlet", "清河晚报", None, None, "讯"),
        ("清河日报6月10日讯（编辑 周小满）", "outlet", "清河日报", None, (6, 10), "讯"),
        ("清河网消息：昨日，夜校开课。", "outlet", "清河网", None, None, "消息"),
        ("新华社北京4月18日电 夜校开课。", "agency", "新华社", "北京", (4, 18), "电"),
        ("新华社北京４月２日电 夜校开课。", "agency", "新华社", "北京", (4, 2), "电"),
        ("中新社清河五月二十九日电（记者 周小满）", "agency", "中新社", "清河", (5, 29), "电"),
        ("新华网台北4月18日专电（周小满）", "agency", "新华网", "台北", (4, 18), "专电"),
        ("据新华社清河4月18日电 夜校开课。", "relay", "新华社", "清河", (4, 18), "电"),
        ("据新华社电 夜校开课。", "relay", "新华社", None, None, "电"),
        ("据新华社报道，夜校开课。", "relay", "新华社", None, None, "报道"),
        ("本报综合消息 各地夜校开课。", "roundup", "本报", None, None, "消息"),
        ("【清河网讯】昨日，夜校开课。", "outlet", "清河网", None, None, "讯"),
    ],
)
def test_heads(text, kind, outlet, place, date, mark):
    byline = parse_opening(text)
    assert byline.kind == kind
    assert part(text, byline.head.outlet) == outlet
    assert part(text, byline.head.place) == place
    assert (byline.head.date[:2] if byline.head.date else None) == date
    assert byline.head.mark == mark
    assert byline.slips == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "本报讯（记者 周小满 吴青 通讯员 郑一鸣）昨日",
            [("记者", ["周小满", "吴青"], ""), ("通讯员", ["郑一鸣"], "")],
        ),
        ("本报讯（记者周小满、吴青）昨日", [("记者", ["周小满", "吴青"], "")]),
        ("本报讯（全媒体记者 周　满　见习记者 吴　青）", [("全媒体记者", ["周满"], ""), ("见习记者", ["吴青"], "")]),
        (
            "本报讯（记者 阿不都·热合曼 通讯员 Mary Poe）",
            [("记者", ["阿不都·热合曼"], ""), ("通讯员", ["Mary Poe"], "")],
        ),
        ("本报讯（清河台记者 周小满）昨日", [("清河台记者", ["周小满"], "")]),
        ("本报讯（记者 周小满 清河晚报记者 吴青）", [("记者", ["周小满"], ""), ("清河晚报记者", ["吴青"], "")]),
        ("本报讯（记者 周小满 摄影报道）昨日", [("记者", ["周小满"], "摄影报道")]),
        ("本报讯 记者周小满、通讯员吴青报道：昨日", [("记者", ["周小满"], ""), ("通讯员", ["吴青"], "报道")]),
        ("新华社北京4月18日电（周小满、吴青）昨日", [("", ["周小满", "吴青"], "")]),
        ("■本报记者周小满实习生吴青", [("本报记者", ["周小满"], ""), ("实习生", ["吴青"], "")]),
        ("本报驻海东记者 欧阳青", [("本报驻海东记者", ["欧阳青"], "")]),
        ("记者 周小满 文/图", [("记者", ["周小满"], "文/图")]),
        ("文/图 记者 周小满", [("文/图", [], ""), ("记者", ["周小满"], "")]),
        ("文/周小满 图/吴青", [("文", ["周小满"], ""), ("图", ["吴青"], "")]),
        ("本报记者 周小满 发自清河", [("本报记者", ["周小满"], "发自清河")]),
        ("本报记者周小满报道", [("本报记者", ["周小满"], "报道")]),
        ("作者：本报记者 周小满", [("作者", [], ""), ("本报记者", ["周小满"], "")]),
    ],
)
def test_credits_at_the_opening(text, expected):
    assert credits_of(parse_opening(text), text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("本报记者周小满昨日从市图书馆获悉，夜校下月开课。", "周小满"),
        ("本报记者周满从市图书馆获悉，夜校下月开课。", "周满"),
        ("本报讯 记者周小满12日从市图书馆获悉", "周小满"),
        ("本报记者周小满报道", "周小满"),
    ],
)
def test_a_name_ends_where_the_prose_begins(text, name):
    byline = parse_opening(text)
    assert [person.name for person in byline.people] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "记者从市图书馆获悉，夜校下月开课。",
        "记者从市图书馆获悉",
        "记者 日前从市图书馆获悉，夜校下月开课。",
        "记者日前获悉，夜校下月开课。",
        "本报记者从市图书馆获悉，夜校下月开课。",
        "记者高兴地看到，夜校座无虚席。",
        "记者于近日走访了夜校。",
        "记者：夜校下月开课吗？",
        "记者手记：夜校的灯光",
        "本报记者专访清河夜校发起人",
        "近日，本报记者走访了清河夜校。",
        "据清河媒体18日报道，夜校下月开课。",
        "市图书馆官网8日消息，夜校下月开课。",
        "居民来电说，夜校离家太远。",
        "新华社4月18日电话连线了夜校。",
        "（见图）",
        "【总编辑圈点】",
        "电影周在清河开幕。",
        "",
    ],
)
def test_prose_is_no_byline(text):
    assert parse_opening(text) is None
    assert parse_signature(text) is None


@pytest.mark.parametrize(
    "text", ["本报讯 记者日前从市图书馆获悉，", "本报讯 记者获悉，夜校开课。", "本报讯 记者昨日走访夜校。"]
)
def test_a_head_before_prose_names_nobody(text):
    byline = parse_opening(text)
    assert text[byline.start : byline.end] == "本报讯"
    assert byline.people == ()


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("本报讯（记者 周小满4月18日下午，夜校", [("unclosed", "（", "")]),
        ("本报讯（记者 周小满18日，夜校（以下简称夜校）开课", [("unclosed", "（", "")]),
        ("本报讯 记者 周小满）昨日，夜校", [("unopened", "）", "")]),
        ("本报讯【记者 周小满）昨日，夜校", [("mismatched-bracket", "）", "】")]),
        ("本报讯（记者 周小满），4月18日", [("stray-mark", "，", "")]),
        ("本报讯，（记者 周小满）4月18日", [("stray-mark", "，", "")]),
        ("本报讯（通迅员 周小满）昨日", [("role-typo", "通迅员", "通讯员")]),
        ("本报讯（见习记着 周小满）昨日", [("role-typo", "记着", "记者")]),
        ("本报讯（全煤体记者 周小满）昨日", [("role-typo", "全煤体", "全媒体")]),
        ("本报讯（记者 周小满 吴青 周小满）昨日", [("duplicate-name", "周小满", "")]),
        ("本报讯（记者 周小满 通讯员 周小满）昨日", [("duplicate-name", "周小满", "")]),
        ("本报讯（记者 周小满吴大庆郑一鸣）昨日", [("glued-names", "周小满吴大庆郑一鸣", "周小满 吴大庆 郑一鸣")]),
        ("新华社4月18日北京电 夜校", [("dateline-order", "4月18日北京", "北京4月18日")]),
        ("新华社北京13月1日电 夜校", [("impossible-date", "13月1日", "")]),
        ("本报清河2月30日讯 夜校", [("impossible-date", "2月30日", "")]),
        ("本报讯（记者 周小满 摄影 周小满）昨日", []),
        ("本报讯（记者 周小满 摄影记者 周小满 吴青）昨日", []),
        ("本报讯（记者 周小满）：夜校", []),
        ("本报讯(记者 周小满)昨日", []),
        ("新华社4月18日晚间消息 夜校", []),
    ],
)
def test_what_is_wrong_is_recorded(text, slips):
    byline = parse_opening(text)
    assert byline is not None
    assert slips_of(byline, text) == slips


def test_brackets_are_told():
    text = "本报讯（记者 周小满）昨日"
    assert parse_opening(text).bracket == (3, 10)
    assert parse_opening("本报讯（记者 周小满18日，夜校开课").bracket == (3, -1)
    assert parse_opening("本报讯 记者 周小满）昨日").bracket == (-1, 10)
    assert parse_opening("本报讯 夜校开课").bracket is None


def test_separators_are_kept_as_written():
    (credit,) = parse_opening("本报讯（记者：周小满、吴青　郑一鸣）昨日").credits
    assert credit.lead == "："
    assert credit.separators == ("、", "　")
    (glued,) = parse_opening("本报讯（记者周小满吴大庆）昨日").credits
    assert glued.lead == ""
    assert glued.separators == ("",)


def test_a_padded_name_spans_its_padding():
    text = "本报讯（记者 周　满 吴大庆）昨日"
    first, second = parse_opening(text).people
    assert text[first.start : first.end] == "周　满"
    assert first.name == "周满"
    assert second.name == "吴大庆"


def test_a_pen_name_needs_a_head_or_brackets():
    assert [person.name for person in parse_opening("清河晚报讯（编辑 潇潇）昨日").people] == ["潇潇"]
    assert parse_opening("编辑潇潇") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（记者 周小满 吴青 通讯员 郑一鸣）", [("记者", ["周小满", "吴青"], ""), ("通讯员", ["郑一鸣"], "")]),
        ("本报记者 周小满", [("本报记者", ["周小满"], "")]),
        ("（视频编辑：周小满 文字编辑：吴青）", [("视频编辑", ["周小满"], ""), ("文字编辑", ["吴青"], "")]),
        ("责编 周小满 校对 吴青 A3版", [("责编", ["周小满"], ""), ("校对", ["吴青"], "")]),
        ("（周小满/文 吴青/图）", [("", ["周小满"], "文"), ("", ["吴青"], "图")]),
        ("周小满 摄", [("", ["周小满"], "摄")]),
        ("（周小满 摄）", [("", ["周小满"], "摄")]),
        ("本报记者 周小满摄", [("本报记者", ["周小满"], "摄")]),
        (
            "（文/记者 周小满 图/通讯员 吴青）",
            [("文", [], ""), ("记者", ["周小满"], ""), ("图", [], ""), ("通讯员", ["吴青"], "")],
        ),
        ("（记者：周小满来源：清河晚报）", [("记者", ["周小满"], ""), ("来源", [], "")]),
        ("（据新华社电 记者周小满）", [("记者", ["周小满"], "")]),
    ],
)
def test_signatures(text, expected):
    byline = parse_signature(text)
    assert byline.kind == "signature"
    assert (byline.start, byline.end) == (0, len(text))
    assert credits_of(byline, text) == expected


def test_a_tail_is_the_bracket_that_closes_the_paragraph():
    text = "夜校（清河校区）明年还将增加十门课程。（记者 周小满）"
    byline = parse_tail(text)
    assert text[byline.start : byline.end] == "（记者 周小满）"
    assert parse_signature(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "夜校开课。（完）",
        "夜校开课。（图片由市图书馆提供）",
        "夜校（见图）",
        "夜校开课。",
        "（记者 周小满）夜校开课。",
        "夜校开课（编者按：详见记者昨日获悉的名单）",
    ],
)
def test_other_endings_are_no_signatures(text):
    assert parse_tail(text) is None


# The pieces that bylines are made of, in any order, with prose and broken brackets between them.
PIECES = st.sampled_from(
    [
        *"本报 讯 新华社 据 北京 4月18日 13月 电 专电 消息 报道 （ ） ( ) 【 】 记者 通讯员 通迅员 实习生 文/图 文 / 摄 责编 ： ， 、 。 \n".split(
            " "
        ),
        " ",
        "\u3000",
        "■",
        "周小满",
        "吴青",
        "欧阳",
        "阿不都·热合曼",
        "周小满吴大庆郑一鸣",
        "日前",
        "从",
        "获悉",
        "清河晚报",
        "A",
        "😀",
        "\x00",
    ]
)


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=60))
def test_any_text_in_spans_inside_and_in_order(text):
    for parse in (parse_opening, parse_signature, parse_tail):
        byline = parse(text)
        if byline is None:
            continue
        assert 0 <= byline.start < byline.end <= len(text)
        if byline.head:
            assert byline.start <= byline.head.start < byline.head.end <= byline.end
            for span in (byline.head.outlet, byline.head.place):
                assert span is None or byline.head.start <= span[0] < span[1] <= byline.head.end
        last = byline.start
        for credit in byline.credits:
            assert byline.start <= credit.role_span[0] <= credit.role_span[1] <= byline.end
            assert len(credit.separators) == max(0, len(credit.people) - 1)
            for person in credit.people:
                assert last <= person.start < person.end <= byline.end
                assert text[person.start : person.end].replace(" ", "").replace("　", "") == person.name.replace(
                    " ", ""
                )
                last = person.end
            assert text[slice(*credit.action_span)] == credit.action
        assert all(0 <= slip.start < slip.end <= len(text) for slip in byline.slips)
        assert list(byline.slips) == sorted(byline.slips, key=lambda slip: slip.start)
