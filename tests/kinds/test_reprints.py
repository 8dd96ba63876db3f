"""Articles printed twice in one run, as a desk meets them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from newslint import Settings, check_paths, check_text

TWICE = Settings(select=("DU11", "DU19"))

LEAD = "柳溪河北岸的新泵站昨日投入使用，日供水能力达到五万吨，周边三个小区的一万两千户居民受益。"
BODY = "夜间停水从此成为历史，水压也比过去稳定得多。市水务局有关负责人介绍，上游还要再建两座同样的泵站，老城区的管网也将分批更换。"
OTHER = "市图书馆下月起延长开放，阅览室将增派人手。馆长介绍说，自习区的座位可以在手机上预约，取消预约须提前半小时。"


def run(folder: Path, **texts: str) -> list[tuple[str, str, str, str]]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [
        (Path(file.path).stem, finding.code, finding.text, Path(finding.related[0].path or "").stem)
        for file in check_paths([folder], settings=TWICE)
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
    weather = "今天白天多云转阴，偏南风{}级，最高气温{}℃，出行的市民请注意添加衣物，道路湿滑，驾车请减速慢行，注意交通安全。"
    assert run(tmp_path, a=f"今明天气\n{(weather * 2).format(3, 18, 4, 19)}\n", b=f"今明天气\n{(weather * 2).format(2, 12, 5, 11)}\n") == []
    assert run(tmp_path, c=f"公告\n{LEAD}{BODY}\n", d=f"公告\n{LEAD}{BODY}\n") == []


def test_a_short_note_and_a_shared_sentence_are_silent(tmp_path: Path) -> None:
    assert run(tmp_path, a=f"快讯\n{BODY}\n", b=f"简讯\n{BODY}\n") == []
    assert run(tmp_path, c=f"甲\n{LEAD}{BODY}{OTHER}\n", d=f"乙\n{LEAD}{OTHER[:20]}。{OTHER[20:]}另有消息另行报道。\n") == []


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
