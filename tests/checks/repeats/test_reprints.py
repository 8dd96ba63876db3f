"""Articles printed twice in one run, as a desk meets them."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Settings, check_paths, check_text
from newslint.checks.repeats.reprints import article_facts, reprinted_paragraphs
from newslint.finding import Severity
from newslint.readers import document_from_text

TWICE = Settings(select=("DU11", "DU19"))
PARAGRAPHS = Settings(select=("DU06", "DU11", "DU18", "DU19", "DU20"), level=Severity.INFO)

LEAD = "柳溪河北岸的新泵站昨日投入使用，日供水能力达到五万吨，周边三个小区的一万两千户居民受益。"
BODY = "夜间停水从此成为历史，水压也比过去稳定得多。市水务局有关负责人介绍，上游还要再建两座同样的泵站，老城区的管网也将分批更换。"
OTHER = "市图书馆下月起延长开放，阅览室将增派人手。馆长介绍说，自习区的座位可以在手机上预约，取消预约须提前半小时。"


# Three stories that have nothing in common, and a paragraph that any of them may hold.
BRIDGE = "青湾大桥南引桥的沥青今天铺完，两侧人行道将加装护栏和路灯，通车以后过河的公交线路会增加到六条，北岸居民上班不必再绕行。"
MARKET = (
    "白沙镇的早市搬进了大棚，摊位统一编号，菜农每天清晨五点进场，收摊后自己清扫地面，附近居民买菜不用再踩着泥水走。"
)
MUSEUM = (
    "水文馆新近收到一批旧地图，其中最早的一幅绘于清末，图上标着七处渡口，馆员打算修复以后办一次小型展览，请市民来看。"
)
SHARED = (
    "按照规划，柳溪河两岸明年还要种植行道树三千株，铺设步道十二公里，沿线的旧厂房改作社区活动中心，"
    "首批改造的院落有四十个，居民可以到街道办事处查看图纸，也可以在意见簿上留言。"
)


def run(folder: Path, settings: Settings = TWICE, **texts: str) -> list[tuple[str, str, str, str]]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [
        (Path(file.path).stem, finding.code, finding.text, Path(finding.related[0].path or "").stem)
        for file in check_paths([folder], settings=settings)
        for finding in file.findings
    ]


def test_one_story_in_two_files_is_named_in_both(tmp_path: Path) -> None:
    found = run(
        tmp_path,
        a1=f"新泵站投用\n本报讯（记者 农晓岚）{LEAD}\n{BODY}\n",
        a2=f"图书馆延长开放\n{OTHER}{OTHER}\n",
        b4=f"夜间不再停水\n{LEAD}{BODY}\n",
    )
    assert found == [("a1", "DU19", "新泵站投用", "b4"), ("b4", "DU19", "夜间不再停水", "a1")]


def test_what_is_printed_every_day_is_silent(tmp_path: Path) -> None:
    weather = (
        "今天白天多云转阴，偏南风{}级，最高气温{}℃，出行的市民请注意添加衣物，道路湿滑，驾车请减速慢行，注意交通安全。"
    )
    assert (
        run(
            tmp_path,
            a=f"今明天气\n{(weather * 2).format(3, 18, 4, 19)}\n",
            b=f"今明天气\n{(weather * 2).format(2, 12, 5, 11)}\n",
        )
        == []
    )
    assert run(tmp_path, c=f"公告\n{LEAD}{BODY}\n", d=f"公告\n{LEAD}{BODY}\n") == []


def test_a_short_note_and_a_shared_sentence_are_silent(tmp_path: Path) -> None:
    assert run(tmp_path, a=f"快讯\n{BODY}\n", b=f"简讯\n{BODY}\n") == []
    assert (
        run(tmp_path, c=f"甲\n{LEAD}{BODY}{OTHER}\n", d=f"乙\n{LEAD}{OTHER[:20]}。{OTHER[20:]}另有消息另行报道。\n")
        == []
    )


def test_a_story_edited_lightly_on_the_same_page_is_found_at_its_second_headline() -> None:
    story = f"本报讯（记者 农晓岚）{LEAD}{BODY}"
    page = f"# 新泵站投用\n\n{story}\n\n# 夜里不再停水\n\n{story.replace('稳定得多', '稳得多')}\n"
    findings = check_text(page, filename="page.md", settings=TWICE)
    assert [(finding.code, finding.text) for finding in findings] == [("DU19", "夜里不再停水")]


@given(st.lists(st.sampled_from([LEAD, BODY, OTHER, "\n", "\n\n", "# 题\n", "\n\n# 又题\n\n"]), max_size=14))
def test_any_text_gives_spans_inside_it(parts: list[str]) -> None:
    text = "".join(parts)
    for finding in check_text(text, settings=TWICE):
        assert text[finding.start.offset : finding.end.offset] == finding.text != ""


def test_a_paragraph_in_two_files_is_named_in_both(tmp_path: Path) -> None:
    edited = SHARED.replace("首批改造的院落", "首批整治的院落")
    found = run(
        tmp_path,
        PARAGRAPHS,
        a1=f"大桥铺完沥青\n{BRIDGE}\n{SHARED}\n",
        a2=f"旧地图入馆\n{MUSEUM}\n",
        b4=f"早市进大棚\n{edited}\n{MARKET}\n",
    )
    assert found == [("a1", "DU20", SHARED, "b4"), ("b4", "DU20", edited, "a1")]


def test_the_other_place_of_a_paragraph_is_given(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"大桥铺完沥青\n{BRIDGE}\n{SHARED}\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"早市进大棚\n{MARKET}\n{MARKET[:20]}。\n{SHARED}\n", encoding="utf-8")
    related = [finding.related[0] for file in check_paths([tmp_path], settings=PARAGRAPHS) for finding in file.findings]
    assert {place.message for place in related} == {"几乎相同的一段在这里"}
    assert [(Path(place.path or "").name, place.start.line, place.start.column) for place in related] == [
        ("b.txt", 4, 1),
        ("a.txt", 3, 1),
    ]


def test_paragraphs_in_a_row_are_one_finding(tmp_path: Path) -> None:
    both = f"{SHARED}\n{MUSEUM}展期和开放时间另行公布。"
    found = run(
        tmp_path, PARAGRAPHS, a=f"大桥铺完沥青\n{BRIDGE * 3}\n{both}\n", b=f"早市进大棚\n{MARKET * 3}\n{both}\n"
    )
    assert found == [("a", "DU20", both, "b"), ("b", "DU20", both, "a")]


def test_a_paragraph_of_a_story_printed_twice_is_not_named_beside_the_story(tmp_path: Path) -> None:
    story = f"{BRIDGE}\n{SHARED}\n{MARKET}\n"
    assert {
        code for _, code, _, _ in run(tmp_path, PARAGRAPHS, a=f"大桥铺完沥青\n{story}", b=f"明年还要种树\n{story}")
    } == {"DU19"}
    page = f"# 大桥铺完沥青\n\n{BRIDGE}\n\n{SHARED}\n\n{MARKET}\n\n# 明年还要种树\n\n{BRIDGE}\n\n{SHARED}\n"
    assert [finding.code for finding in check_text(page, filename="page.md", settings=PARAGRAPHS)] == ["DU11"]


def test_a_paragraph_of_another_article_of_the_page_is_one_finding() -> None:
    page = f"# 大桥铺完沥青\n\n{BRIDGE}\n\n{SHARED}\n\n# 早市进大棚\n\n{MARKET}\n\n{{}}\n"
    for again, code in ((SHARED, "DU06"), (SHARED.replace("首批改造", "首批整治"), "DU20")):
        findings = check_text(page.format(again), filename="page.md", settings=PARAGRAPHS)
        assert [(finding.code, finding.text) for finding in findings] == [(code, again)]


def test_a_paragraph_repeated_in_its_own_article_is_not_said_to_stand_in_another() -> None:
    page = f"大桥铺完沥青\n{BRIDGE}\n{SHARED}\n{MARKET}\n{SHARED}\n"
    assert check_text(page, settings=Settings(select=("DU20",), level=Severity.INFO)) == []


def test_a_paragraph_that_stands_in_three_files_is_a_standing_one(tmp_path: Path) -> None:
    heads = {"a": BRIDGE, "b": MARKET, "c": MUSEUM}
    texts = {name: f"本地新闻\n{text}\n{SHARED}\n" for name, text in heads.items()}
    assert len(run(tmp_path, PARAGRAPHS, a=texts["a"], b=texts["b"])) == 2
    assert run(tmp_path, PARAGRAPHS, **texts) == []


@pytest.mark.parametrize(
    "standing",
    [
        f"编者按：{SHARED}",
        f"{SHARED}敬请关注。",
        f"{SHARED}来稿请寄本报编辑部。",
        f"{SHARED}咨询电话见办事处门口。",
        f"“{SHARED}”街道主任说。",
        f"居民说，“{SHARED}",
        SHARED[5:62],
        "出席昨天座谈会的有" + "农晓岚、羊舌宁、毋大成、司空月、" * 4 + "等人。",
    ],
)
def test_prefaces_contact_lines_quotations_and_short_paragraphs_are_silent(tmp_path: Path, standing: str) -> None:
    assert (
        run(tmp_path, PARAGRAPHS, a=f"大桥铺完沥青\n{BRIDGE}\n{standing}\n", b=f"早市进大棚\n{MARKET}\n{standing}\n")
        == []
    )


def test_what_is_printed_every_day_and_a_notice_printed_twice_are_silent(tmp_path: Path) -> None:
    assert run(tmp_path, PARAGRAPHS, a=f"天气预报\n{BRIDGE}\n{SHARED}\n", b=f"早市进大棚\n{MARKET}\n{SHARED}\n") == []
    notice = f"{SHARED}\n详见公告。\n"
    assert run(tmp_path, PARAGRAPHS, a=f"河岸种树\n{notice}", b=f"明年种树\n{notice}") == []
    assert len(run(tmp_path, PARAGRAPHS, a=f"河岸种树\n{SHARED}\n", b=f"明年种树\n{SHARED}\n")) == 2


def test_a_paragraph_twice_in_one_file_is_still_named_in_the_other(tmp_path: Path) -> None:
    a = f"大桥铺完沥青\n{BRIDGE}\n{SHARED}\n{MUSEUM}\n{SHARED}\n"
    found = run(tmp_path, PARAGRAPHS, a=a, b=f"早市进大棚\n{MARKET}\n{SHARED}\n")
    assert [(name, code) for name, code, _, _ in found] == [("a", "DU20"), ("a", "DU06"), ("b", "DU20")]


def test_a_form_filled_in_anew_is_silent_and_an_edit_beside_a_figure_is_not(tmp_path: Path) -> None:
    figures = SHARED.replace("三千株", "{}株")
    a, b = f"大桥铺完沥青\n{BRIDGE}\n{figures.format(3000)}\n", f"早市进大棚\n{MARKET}\n{{}}\n"
    assert run(tmp_path, PARAGRAPHS, a=a, b=b.format(figures.format(4500))) == []
    assert len(run(tmp_path, PARAGRAPHS, a=a, b=b.format(figures.format(3000).replace("种植", "栽种")))) == 2


def test_paragraphs_are_told_whatever_the_order_of_the_files() -> None:
    texts = [
        f"甲\n{BRIDGE}\n{SHARED}",
        f"乙\n{MARKET}\n{SHARED}",
        f"丙\n{MUSEUM}\n{OTHER * 2}",
        f"丁\n{LEAD}\n{OTHER * 2}",
    ]
    facts = [article_facts(document_from_text(text)) or () for text in texts]

    def found(order: tuple[int, ...]) -> list[tuple[int, int, int, int]]:
        matches = reprinted_paragraphs([(place, facts[index]) for place, index in enumerate(order)])
        return sorted(
            (order[place], match.start, match.end, order[match.related[0].document or 0]) for place, match in matches
        )

    assert [(index, other) for index, _, _, other in found((0, 1, 2, 3))] == [(0, 1), (1, 0), (2, 3), (3, 2)]
    assert found((3, 0, 2, 1)) == found((2, 1, 3, 0)) == found((0, 1, 2, 3))


def test_facts_compare_by_value_after_a_journey() -> None:
    text = f"大桥铺完沥青\n{BRIDGE}\n{SHARED}\n"
    facts = article_facts(document_from_text(text))
    assert facts == article_facts(document_from_text(text)) == pickle.loads(pickle.dumps(facts))
    assert facts != article_facts(document_from_text(text.replace("行道树", "果树")))


@given(
    st.lists(
        st.lists(
            st.sampled_from([LEAD, BODY, SHARED, "\n", "“", "\n\n", "# 题\n", "\r", "\n\n# 又题\n\n"]), max_size=12
        ),
        max_size=4,
    )
)
def test_paragraphs_found_lie_inside_their_texts_and_point_into_the_others(parts: list[list[str]]) -> None:
    texts = ["".join(part) for part in parts]
    facts = [(index, article_facts(document_from_text(text))) for index, text in enumerate(texts)]
    for index, match in reprinted_paragraphs([(index, own) for index, own in facts if own is not None]):
        assert 0 <= match.start < match.end <= len(texts[index])
        (place,) = match.related
        assert place.document != index and 0 <= place.start < place.end
        assert place.end <= (match.start if place.document is None else len(texts[place.document]))


@given(st.text(max_size=300))
def test_a_text_of_one_article_has_no_reprints(text: str) -> None:
    facts = article_facts(document_from_text(text))
    assert list(reprinted_paragraphs([(0, facts)] if facts is not None else [])) == []
