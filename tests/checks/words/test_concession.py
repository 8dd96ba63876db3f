"""既使 for 即使, told from 既 and 使."""

from __future__ import annotations

import pytest
from conftest import ROOT

from newslint.engine.engine import Engine
from newslint.readers import document_from_text
from newslint.rulebook.book import load_rules

RULES = Engine(load_rules([ROOT / "rules" / "words" / "concession.toml"]))


def found(text: str) -> list[str]:
    """Return the texts of the findings."""
    return [finding.text for finding in RULES.check(document_from_text(text))]


@pytest.mark.parametrize(
    "text",
    [
        "既使票价上调，周末的航班仍然一票难求。\n",
        "专家提醒，既使没有症状，也应居家观察三天。\n",
        "他既使赢了比赛，脸上也没有笑容。\n",
        "消防员说，既使晚到一分钟，后果都不堪设想。\n",
        "这套房子既使降价出售，短期内也难以找到买家。\n",
        "大家都说，既使领导不在，工作照样井井有条。\n",
        "村干部既使农闲时节也闲不下来。\n",
        "市民既使不出门，也能办好社保业务。\n",
        "“既使你们都走了，我也留下。”她说。\n",
        "电厂一直满负荷运行，既使是在春节期间。\n",
    ],
)
def test_a_concession_is_found(text: str) -> None:
    assert found(text) == ["既使"]


@pytest.mark.parametrize(
    "text",
    [
        "新办法既使企业降低了成本，也提高了办事效率。\n",
        "改造既使老街保留了原貌，又让居民住得舒心。\n",
        "培训既使学员掌握了技能，同时增强了信心。\n",
        "修订后，既使处罚有据可依，也照顾了人情。\n",
        "服务站既使在外务工的农民安心，又使老人得到照顾。\n",
        "活动既使大学生走出校园，更使他们了解了国情。\n",
        "演出既使没有听过昆曲的孩子着了迷，也圆了老人的梦。\n",
        "规划既使城市留有余地，而且考虑了长远发展。\n",
        "他们既使用机器，也靠手工；既使得上力，又省时间。\n",
    ],
)
def test_the_object_of_a_verb_is_left_alone(text: str) -> None:
    assert found(text) == []
