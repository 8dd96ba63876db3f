"""The rules about misspellings: what they mark, and what an article shows to be meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT

from newslint.config import Settings
from newslint.finding import Finding, Safety, Severity
from newslint.readers import document_from_text
from newslint.run.linter import Linter
from newslint.spelling.counting import counted, learnt_table


def found(text: str, **settings: object) -> list[Finding]:
    """Return the findings about misspellings under some settings."""
    findings = Linter(Settings(**settings)).check_document(document_from_text(text))  # type: ignore[arg-type]
    return [finding for finding in findings if finding.code.startswith("MS")]


def test_the_word_is_marked_and_its_change_asks_for_an_editor() -> None:
    [finding] = found("全市数宇经济核心产业增加值增长一成。\n")
    assert (finding.code, finding.text) == ("MS02", "数宇经济")
    assert finding.fix is not None
    assert finding.fix.safety is Safety.UNSAFE
    assert finding.fix.edits[0].text == "数字经济"


def test_a_setting_switches_the_check_off() -> None:
    assert found("全市数宇经济核心产业增加值增长一成。\n", ignore=("MS",)) == []


def test_allowed_words_are_silent() -> None:
    assert found("全市数宇经济核心产业增加值增长一成。\n", allow=("数宇经济",)) == []


@pytest.mark.parametrize(
    "text",
    [
        "村党支部书记计南星给大家算了一笔账。\n",
        "出席会议的有来自高校的俞南鹏院士、卓清如教授等。\n",
        "活动先后走进韶关市武江区、肇庆市德庆县等地。\n",
        "这座城市有十区，七天成交八百套。\n",
        "作业一定要自己动手写一写。\n",
        "外长说，俄希望两国关系恢复正常。\n",
        "获奖者有庄启程、刘平源、卓清如等二十人，市里为他们颁奖。\n",
        "当选的有龚云帆、常城（回族）、傅冬（女），任期五年。\n",
        "全队增强了依法办事的自觉性，得到居民好评。（安景）\n",
        "广告部的单伟同志打来电话，说他也想报名参赛。\n",
        "晚会的节目有贺春、迎春、恋春、竞春、咏春，春的主旋律贯穿始终。\n",
        "当时的管子是工人用手一点一点弯成的，手冻得通红。\n",
        "他们砍来一捆又一捆木柴，填满了崖沟。\n",
        "代表有司马义·买合苏提（维吾尔族）、尼牙孜·皮达（乌孜别克族）、召存信（傣族）等。\n",
        "南岭财经大学袁文平具体将这一框架划分为十个方面，出版了专著。\n",
        "本期双色球开奖号码公布，红球：03 08 11 17 24 30 蓝球：09\n",
        "其他比赛的结果是：宝堂2比1胜金庄城，足谊1比5负八达，猛狮6比1胜红船。\n",
    ],
)
def test_names_places_and_counted_things_are_silent(text: str) -> None:
    assert found(text) == []


def test_corner_quotes_and_rare_right_words_are_silent() -> None:
    assert found("公司推出冰箱新系列『新静界』系列，最突出的特点是低噪音设计。\n") == []
    assert found("欣闻乐团新春之际出访，谨致祝贺；各单位开展自查互查，每次的时间都不短，可想而知。\n") == []


def test_what_introduces_speech_is_silent() -> None:
    assert found("老师在会上提道：“活动能教人做事。”\n") == []
    assert [finding.text for finding in found("老师在会上提道了活动的意义。\n")] == ["提道"]


def test_a_list_of_things_is_no_list_of_names() -> None:
    assert [finding.text for finding in found("以新理论、新知思、新技术、新方法为主要内容，培训三期。\n")] == ["知思"]


def test_a_form_that_only_looks_like_an_idiom_is_in_doubt() -> None:
    [finding] = found("面对高出一倍的报价，几家小店望而怯步。\n", select=("MS",))
    assert (finding.code, finding.severity) == ("MS01", Severity.WARNING)
    [finding] = found("队员们风餐路宿，终于找到了水源。\n", select=("MS",))
    assert (finding.code, finding.severity) == ("MS01", Severity.ERROR)


@pytest.mark.parametrize("text", ["要再接再励，完成全年目标任务。\n", "队员们以雷励风行的作风投入救援。\n"])
def test_what_another_rule_reports_is_reported_once(text: str) -> None:
    findings = Linter().check_document(document_from_text(text))
    assert len(findings) == 1 and not findings[0].code.startswith("MS")
    assert len(found(text, ignore=("WD",))) == 1


def test_verse_and_labels_are_left_alone() -> None:
    assert found("城事\n\n这里的村子通上了公路，村民出门方便多了。\n") == []


def test_a_long_article_is_scanned_to_its_end() -> None:
    filler = "村里的路修好了，出门方便多了，大家都说这是一件好事。\n" * 400
    [finding] = found(filler + "全市数宇经济核心产业增加值增长一成。\n", select=("MS",))
    assert finding.start.offset == len(filler) + 2


def test_what_was_learnt_must_be_what_the_program_wrote(tmp_path: Path) -> None:
    place = tmp_path / "learnt.bin"
    place.write_bytes(b"something else")
    from newslint.config import ConfigError

    with pytest.raises(ConfigError, match="newslint learn"):
        found("今天开会。\n", learnt=place)
    with pytest.raises(ConfigError, match="无法读取"):
        found("今天开会。\n", learnt=tmp_path / "none.bin")


ARTICLE = (ROOT / "fixtures" / "dirty" / "misspellings.txt").read_text(encoding="utf-8")


def test_an_article_with_ten_misspellings_shows_every_part_at_work(tmp_path: Path) -> None:
    linter = Linter(Settings(select=("MS",)))
    every = [finding.text for finding in linter.check_document(document_from_text(ARTICLE))]
    assert len(every) == 10
    # A list of the house's own terms and names.
    listed = [finding.text for finding in found(ARTICLE, select=("MS",), terms=("数宇经济", "队员们风餐路宿"))]
    assert listed == [text for text in every if text not in ("数宇经济", "风餐路宿")]
    # An archive in which two forms are usual.
    archive = ["有关部门严励打击违法行为。", "公司依法严励打击假货。", "今年严励打击侵权。"]
    out = tmp_path / "learnt.bin"
    out.write_bytes(learnt_table(counted(archive), len(archive), sum(map(len, archive))))
    usual = [finding.text for finding in found(ARTICLE, select=("MS",), learnt=out)]
    assert usual == [text for text in every if "严励" not in text]


def test_a_text_may_end_in_a_misspelling() -> None:
    text = "中央财政对国家招生计划内的中央部门所属高校全日制研究生，安排生均综合定额拨款限治"
    [finding] = found(text)
    assert (finding.text, finding.end.offset) == ("限治", len(text))
