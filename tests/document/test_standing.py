"""What the lines of an article are that end without a mark: running text, or lines that are whole as they are."""

from __future__ import annotations

import pytest

from newslint.document.structure.credits import is_credited
from newslint.document.structure.labels import is_label
from newslint.document.structure.standing import Standing
from newslint.readers import document_from_text

HEADED = "老街夜市开张\n\n"
STORY = "三百个摊位昨晚亮起灯来。街坊们一直逛到深夜。\n"


def standing(text: str, line: str) -> Standing:
    document = document_from_text(text).prose
    (index,) = [index for index, block in enumerate(document.blocks) if block.text == line]
    return document.standings.get(index, Standing.TEXT)


def test_what_is_above_the_first_paragraph_is_its_head() -> None:
    summary = "夜市让老街的夜晚热闹起来，也让街坊们的手艺有了用处，成为城市生活的一处新景"
    text = f"{HEADED}{summary}\n何一舟\n{STORY}"
    assert standing(text, "老街夜市开张") is Standing.HEAD
    assert standing(text, summary) is Standing.HEAD


def test_a_story_that_has_begun_is_no_head() -> None:
    lead = "本报讯（记者 何一舟）昨晚，老街的三百个摊位亮起灯来，街坊们扶老携幼赶来"
    assert standing(f"{HEADED}{lead}\n看热闹。\n{STORY}", lead) is Standing.TEXT
    bracket = "（记者 何一舟）昨晚，老街的三百个摊位亮起灯来，街坊们"
    assert standing(f"{bracket}\n看热闹。\n{STORY}", bracket) is Standing.TEXT
    long = "昨晚七点整，老街的三百个摊位同时亮起灯来，街坊们扶老携幼，从四面八方赶来看热闹，一直逛到深夜才回"
    assert standing(f"{long}\n家。\n{STORY}", long) is Standing.TEXT


@pytest.mark.parametrize(
    "mark",
    [
        "1",
        "02",
        "3、",
        "（二）",
        "四、",
        "第五章",
        "2026年",
        "2026年4月",
        "4月18日",
        "河政发〔2026〕3号",
        "总则",
        "16:01:46",
        "第二名",
        "第一千零三条之一",
        "编者按",
        "图3",
        "B、",
    ],
)
def test_marks_and_dates_and_document_numbers_stand_alone(mark: str) -> None:
    assert standing(f"{HEADED}{STORY}{mark}\n8岁的读者也来了。\n{STORY}", mark) is Standing.MARK


@pytest.mark.parametrize("head", ["（一）", "第三条", "4．", "附件 2", "问", "①", "编者按"])
def test_what_numbers_or_names_a_line_is_a_label(head: str) -> None:
    assert is_label(head)


@pytest.mark.parametrize("head", ["三", "12", "4月18日", "老街", "第三", "河政发〔2026〕3号", "十一、老街"])
def test_a_bare_number_and_words_are_no_label(head: str) -> None:
    assert not is_label(head)


def test_a_date_above_the_story_is_no_headline() -> None:
    assert standing(f"{HEADED}4月18日\n{STORY}", "4月18日") is Standing.MARK


@pytest.mark.parametrize("line", ["老手艺", "摊主的账本越记越厚", "夜市怎样办得长久，街坊们各有主意"])
def test_a_short_line_between_paragraphs_is_a_label(line: str) -> None:
    assert standing(f"{HEADED}{STORY}{line}\n8岁的读者也来了。\n{STORY}", line) is Standing.LABEL


@pytest.mark.parametrize(
    "line",
    [
        "截至昨晚，共有三百个摊位的摊主走上街头",
        "何一舟说，夜市要办得长久还得靠街坊们",
        "街坊们说“夜市办得好，可是还缺",
        "三百个摊位亮起灯来，",
        "根据街道上个月公布的办法，摊位的租金",
        "2025年以来，夜市的摊主换了",
        "夜市越办越大，何一舟坦言，街坊们",
    ],
)
def test_a_piece_of_a_sentence_is_no_label(line: str) -> None:
    assert standing(f"{HEADED}{STORY}{line}\n看热闹。\n{STORY}", line) is Standing.TEXT


def test_lines_of_one_form_are_items() -> None:
    first, second = "照明：全街换上节能灯，灯罩仿照旧时样式", "排水：埋设新管三公里，暴雨天不再积水"
    text = f"{HEADED}{STORY}{first}\n{second}\n街坊们说好。\n"
    assert standing(text, first) is standing(text, second) is Standing.ITEM


def test_speakers_of_an_interview_are_no_items() -> None:
    line = "答：夜市办了三年，摊主换了几茬，街坊们的热情一点没有减退，我们还会办下去"
    assert (
        standing(
            f"{HEADED}{STORY}问：办了几年？\n{line}\n问：还办吗？\n答：当然要办，摊主们早就在盘算明年的花样了，街坊们也盼着早一点再来逛一逛\n",
            line,
        )
        is Standing.TEXT
    )


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("街坊们一直逛到深夜。摄/何一舟", True),
        ("街坊们一直逛到深夜。视觉中国 资料图", True),
        ("街坊们一直逛到深夜。制图：何一舟", True),
        ("街坊们一直逛到深夜。【详细】", True),
        ("街坊们一直逛到深夜。②6", True),
        ("街坊们一直逛到深夜。何一舟", True),
        ("街坊们一直逛到深夜。 蕈漩 庄一舟", True),
        ("街坊们一直逛到深夜。 庄翊", True),
        ("街坊们一直逛到深夜。庄翊", True),
        ("街坊们一直逛到深夜。晨曦 庄翊", True),
        ("街坊们一直逛到深夜。 □本刊记者 庄一舟", True),
        ("街坊们一直逛到深夜。■庄一舟", True),
        ("街坊们一直逛到深夜。 康宁", True),
        ("街坊们一直逛到深夜。康宁", False),
        ("街坊们一直逛到深夜。 高兴", False),
        ("街坊们一直逛到深夜。高兴之余", False),
        ("街坊们一直逛到深夜。 目前", False),
        ("街坊们一直逛到深夜。责任编辑：何一舟", True),
        ("街坊们一直逛到深夜。新华社记者何一舟摄", True),
        ("街坊们一直逛到深夜。摊主们忙着", False),
        ("街坊们一直逛到深夜。于街坊", False),
        ("街坊们说：“逛到深夜。”何一舟", False),
        ("街坊们一直逛到深夜。有研究表明：夜市和老街", False),
        ("街坊们一直逛到深夜。记者在夜市的入口看到", False),
        ("夜市被街坊们称为“不夜城”何一舟", False),
        ("街坊们在网上发布视频：一位摊主正在", False),
        ("街坊们描绘出老街的新蓝图", False),
        ("办法包括：①", False),
    ],
)
def test_credits_at_the_end_of_a_line(text: str, credited: bool) -> None:
    assert is_credited(text) is credited
