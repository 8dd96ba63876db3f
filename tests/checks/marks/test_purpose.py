"""Full stops between a purpose and what is done for it."""

from __future__ import annotations

import pytest

from newslint import check_text


def stops(text: str) -> list[int]:
    return [finding.start.offset for finding in check_text(text) if finding.code == "PU10"]


@pytest.mark.parametrize(
    "text",
    [
        "为了解民情，掌握需求。5月4日，云岭镇干部走访了农户。",
        "柳溪小学举行运动会\n本报讯 为更好地展示学子风采，从而有效增强体质。昨天，柳溪小学举行运动会。",
        "  为让孩子们感受节日，增进亲子之间的感情。我园开展了包粽子活动。",
        "开学前夕，为保障安全，并普及消防知识。近日，星河幼儿园请来了消防员。",
    ],
)
def test_a_purpose_alone(text: str) -> None:
    assert stops(text) == [text.index("。")]


@pytest.mark.parametrize(
    "text",
    [
        "为保障供电，加强巡查。供电所人手不多。",
        "为丰富生活，镇里办起书屋。5月4日，书屋开门。",
        "他成为展示风采，增进友谊。5月4日，球赛举行。",
        "为建设者送清凉，为加强服务。5月4日，活动举行。",
        "为增进友谊！5月4日，球赛举行。",
        "为增进友谊",
    ],
)
def test_no_purpose_alone(text: str) -> None:
    assert stops(text) == []
