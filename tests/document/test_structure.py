"""What each line of a page is, and where its articles begin."""

from __future__ import annotations

import pytest

from newslint.readers import document_from_text

LEAD = "本报讯（记者 秦小满）4月11日，芦汀镇的新桥建成通车，两岸群众往来更方便了。"
BODY = "新桥全长三百米，由县交通运输局投资兴建，工程历时两年，沿线九个村的村民从中受益。"


def kinds(text: str, name: str = "page.txt") -> list[str]:
    return [block.kind.value for block in document_from_text(text, name=name).blocks]


def starts(text: str, name: str = "page.txt") -> list[str]:
    """Return the first line of each article."""
    return [article.blocks[0].text for article in document_from_text(text, name=name).articles]


def page(*lines: str) -> str:
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    "headline",
    [
        ["芦汀新桥通车"],
        ["两岸盼了三十年", "芦汀新桥通车", "——沿线九村受益"],
        ["三十年的心愿成真：", "芦汀新桥通车"],
        ["芦汀新桥通车 九个村子受益"],
        ["桥通了，路还远吗？"],
        ["## 芦汀新桥通车"],
        ["## 芦汀新桥通车", "### 沿线九村受益"],
        ["#芦汀新桥通车"],
    ],
)
def test_headlines(headline: list[str]) -> None:
    assert kinds(page(*headline, LEAD, BODY)) == [*["headline"] * len(headline), "body", "body"]


@pytest.mark.parametrize(
    "first",
    [
        LEAD,
        BODY,
        "桥通了。",
        "新桥通了。大家都来看。",
        "桥头那棵老榕树下，",
        "一、修桥铺路",
        "图为新桥。秦小满 摄",
        "“桥通了，心近了。”",
    ],
)
def test_a_first_line_that_is_no_headline(first: str) -> None:
    assert kinds(page(first, BODY, BODY))[0] != "headline"


@pytest.mark.parametrize(
    "byline",
    ["本报记者 秦小满", "□本报记者 秦小满 通讯员 叶知秋", "叶知秋", "作者：叶知秋", "来源：芦汀日报", "编辑｜叶知秋"],
)
def test_bylines_of_their_own(byline: str) -> None:
    assert kinds(page("芦汀新桥通车", byline, BODY, BODY)) == ["headline", "byline", "body", "body"]


def test_a_dateline_with_the_headline_behind_it() -> None:
    assert kinds(page("某社芦汀4月11日电题：芦汀新桥通车", BODY)) == ["headline", "body"]


@pytest.mark.parametrize(
    "line",
    ["两岸连心", "盼了三十年，新桥终于通车", "“总算等到这一天”", "修桥：九村凑份子", "### 两岸连心", "一、两岸连心"],
)
def test_sub_headlines(line: str) -> None:
    assert kinds(page("芦汀新桥通车", LEAD, line, BODY, BODY)) == ["headline", "body", "subheadline", "body", "body"]


def test_a_numbered_line_between_its_like_is_a_list() -> None:
    text = page("芦汀新桥通车", LEAD, "（一）桥面清扫", "（二）桥头绿化", "（三）桥下清淤", BODY)
    assert kinds(text) == ["headline", "body", "list", "list", "list", "body"]


@pytest.mark.parametrize(
    ("cut", "rest"),
    [
        ("截至4月底，全县已经有九座新桥", "建成通车，沿线村民往来更加方便。"),
        ("秦小满指出，管养新桥要责任到人", "，各村都要选派桥长。"),
        ("养护队每天清扫桥面、疏通桥下的水道，重", "点检查护栏和路灯，保证行人安全。"),
        ("养护队每天都会清扫一遍桥面", "并检查护栏和路灯，保证行人安全。"),
        ("桥头的牌子上写着“芦汀", "桥”三个大字。"),
    ],
)
def test_a_line_cut_by_the_column_is_no_sub_headline(cut: str, rest: str) -> None:
    assert kinds(page("芦汀新桥通车", LEAD, cut, rest, BODY)) == ["headline", "body", "body", "body", "body"]


@pytest.mark.parametrize("width", [10, 14, 17])
def test_text_cut_at_one_width(width: int) -> None:
    first, second = ([text[at : at + width] for at in range(0, len(text), width)] for text in (LEAD + BODY, BODY))
    wanted = ["headline", *["body"] * len(first), "subheadline", *["body"] * len(second)]
    assert kinds(page("芦汀新桥通车", *first, "两岸连心", *second)) == wanted


@pytest.mark.parametrize(
    "caption",
    [
        "图为村民走过新桥。",
        "左图：新桥夜景",
        "▲新桥上的村民",
        "村民走过新桥。秦小满 摄",
        "新桥夜景（县融媒体中心供图）",
        "注：长度不含引桥",
    ],
)
def test_captions(caption: str) -> None:
    assert kinds(page("芦汀新桥通车", LEAD, caption, BODY)) == ["headline", "body", "caption", "body"]


@pytest.mark.parametrize("mark", ["1.", "1、", "（1）", "①", "●", "- ", "一、"])
def test_lists(mark: str) -> None:
    items = [f"{mark}{item}；" for item in ("清扫桥面", "疏通水道", "检查护栏")]
    assert kinds(page("新桥怎么养护", BODY, *items, BODY)) == ["headline", "body", "list", "list", "list", "body"]


def test_a_decimal_number_is_no_list_mark() -> None:
    assert kinds(page("芦汀新桥通车", LEAD, "3.5公里的引道也已完工，两岸的车辆可以直接开上桥面。"))[-1] == "body"


def test_addresses_and_telephone_numbers_are_a_list() -> None:
    text = page("芦汀新桥通车", LEAD, "咨询电话：0999-5550126", "地址：芦汀镇新桥路1号", "邮编：999012", BODY)
    assert kinds(text) == ["headline", "body", "list", "list", "list", "body"]


@pytest.mark.parametrize(
    "closing",
    [
        ["芦汀镇居民　叶知秋", "2024年5月6日"],
        ["（作者系县文化馆馆员）"],
        ["（本报记者 秦小满）"],
        ["责任编辑：叶知秋"],
        ["监  制丨秦小满", "编  辑丨叶知秋", "视  觉丨田一川", "出  品丨芦汀日报"],
        ["芦汀镇人民政府", "二〇二四年五月六日"],
    ],
)
def test_signatures_and_dates_at_the_end(closing: list[str]) -> None:
    assert kinds(page("芦汀新桥通车", BODY, BODY, *closing)) == [
        "headline",
        "body",
        "body",
        *["signature"] * len(closing),
    ]


def test_verse_keeps_its_headline_and_author() -> None:
    verse = ["风从河边来", "吹过新修的桥", "桥那头是我的家", "灯还没有睡", "", "我走上桥去", "听见河水说话"]
    assert kinds(page("新桥", "叶知秋", "", *verse)) == ["headline", "byline", *["verse"] * 6]


def test_short_sentences_are_no_verse() -> None:
    assert set(kinds(page("新桥", BODY, "“你好。”", "“桥通了？”", "“通了。”", "“真快！”", BODY))[1:]) == {"body"}


@pytest.mark.parametrize("row", ["桥名\t长度\t造价", "桥名  长度  造价", "| 桥名 | 长度 |", "桥名│长度│造价"])
def test_table_rows(row: str) -> None:
    assert kinds(page("芦汀新桥通车", LEAD, row, BODY)) == ["headline", "body", "table", "body"]


@pytest.mark.parametrize("name", ["page.txt", "page.md"])
def test_a_page_of_two_articles_with_marked_headings(name: str) -> None:
    text = page(
        "# 综合新闻",
        "",
        "## 芦汀新桥通车",
        "",
        LEAD,
        "",
        "### 两岸连心",
        "",
        BODY,
        "",
        "## 乙县开镰",
        "",
        LEAD,
        "",
        "## 更正",
        "",
        BODY,
    )
    assert starts(text, name) == ["综合新闻", "乙县开镰", "更正"]
    assert kinds(text, name) == [
        "headline",
        "headline",
        "body",
        "subheadline",
        "body",
        "headline",
        "body",
        "headline",
        "body",
    ]


@pytest.mark.parametrize("name", ["page.txt", "page.md"])
def test_marked_sub_headlines_make_no_articles(name: str) -> None:
    text = page("# 芦汀新桥通车", "", BODY, "", "## 两岸连心", "", BODY, "", "## 九村受益", "", BODY)
    assert starts(text, name) == ["芦汀新桥通车"]
    assert kinds(text, name) == ["headline", "body", "subheadline", "body", "subheadline", "body"]


@pytest.mark.parametrize("gap", [[], [""], ["", ""]])
def test_a_page_of_two_articles_without_marks(gap: list[str]) -> None:
    text = page("芦汀新桥通车", LEAD, *gap, BODY, *gap, "九村喜事多", "乙县开镰", LEAD, *gap, BODY)
    assert starts(text) == ["芦汀新桥通车", "九村喜事多"]
    assert kinds(text) == ["headline", "body", "body", "headline", "headline", "body", "body"]


def test_briefs_without_headlines() -> None:
    assert starts(page(LEAD, LEAD, BODY, LEAD)) == [LEAD, LEAD, LEAD]


def test_a_rule_parts_articles_but_not_verses() -> None:
    assert starts(page("芦汀新桥通车", BODY, "------", "乙县开镰", BODY)) == ["芦汀新桥通车", "乙县开镰"]
    assert starts(
        page("新桥二题", BODY, "* * *", "河边", "风从河边来", "吹过新修的桥", "桥那头是我的家", "灯还没有睡")
    ) == ["新桥二题"]


@pytest.mark.parametrize(
    "ending", ["（芦汀日报北京11月5日电 记者 秦小满）", "据某社北京4月18日电 另一座新桥也已开工建设，预计明年建成。"]
)
def test_a_head_that_begins_no_article(ending: str) -> None:
    assert len(starts(page("芦汀新桥通车", LEAD, BODY, "相关链接", ending))) == 1
