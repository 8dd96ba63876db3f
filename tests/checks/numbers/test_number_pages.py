"""The pattern rules on numbers: forms that their pages have no room for."""

from __future__ import annotations

import pytest

from newslint import Settings, check_text
from newslint.finding import Severity


def texts(text: str, code: str) -> list[str]:
    settings = Settings(select=(code,), level=Severity.INFO)
    return [finding.text for finding in check_text(f"本报讯　{text}。", settings=settings)]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("NU05", "十一月3日停电", "十一月3日"),
        ("NU05", "11月三十日停电", "11月三十日"),
        ("NU10", "农历闰6月十五", "农历闰6月"),
        ("NU10", "农历丙午年正月15晚", "农历丙午年正月15"),
        ("NU11", "60年代末建成", "60年代"),
        ("NU12", "环比上涨.35个百分点", ".35"),
        ("NU14", "排放锐减了近两倍", "锐减了近两倍"),
        ("NU20", "选派30余人次专家下乡，60人次的一线医护人员留守", "人次的一线医护人员"),
        ("NU22", "藏书1200000册", "1200000"),
        ("NU28", "凌晨13:20出发", "凌晨13:20"),
        ("NU28", "18时60分发车", "18时60分"),
        ("NU32", "每张¥80元", "¥80元"),
        ("NU35", "三季度（10至12月）开工", "三季度（10至12月"),
        ("NU40", "气温-5℃—-9℃", "-5℃—-9℃"),
        ("NU42", "腊月三十三", "腊月三十三"),
        ("NU42", "农历十四月", "农历十四月"),
        ("NU43", "下降百分之3.5", "百分之3.5"),
        ("NU43", "占四成、5分之二", "5分之二"),
    ],
)
def test_a_wrong_form_is_found(code: str, text: str, found: str) -> None:
    assert texts(text, code) == [found]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("NU05", "农历八月15日，腊月3日，回历三月3日"),
        ("NU05", "一月2日元汇率上涨"),
        ("NU10", "正月3场大戏，腊月10多天，冬月2次降雪"),
        ("NU10", "农历新年是2月10日"),
        ("NU11", "19世纪末至20世纪初，50年代以后"),
        ("NU11", "1950年代，本世纪20年代"),
        ("NU12", "0.5%，1.5%，见图.5"),
        ("NU14", "下降到两倍以下，成倍减少，降低2倍镜的价格"),
        ("NU20", "完成30万人次的采样，3万人次的学生实习"),
        ("NU22", "电话80000000，1000元，100000～120000元"),
        ("NU28", "从30:20追到40:30，24时截止，凌晨12点，比赛第9时65分钟"),
        ("NU32", "每张80元（¥80）"),
        ("NU35", "前三季度（1—9月），上三季度（1—9月），2025财年第一季度（4—6月）"),
        ("NU40", "气温-5℃～-9℃，-5℃至-9℃"),
        ("NU42", "正月初十六个村同时唱戏，农历腊月三十"),
        ("NU43", "百分之三点五，1/3，30分之内，九分之一"),
    ],
)
def test_a_right_form_is_left(code: str, text: str) -> None:
    assert texts(text, code) == []
