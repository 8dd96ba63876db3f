"""Section marks and labels: what numbers, dates or names what follows."""

from __future__ import annotations

import pytest

from newslint.document.structure.labels import is_label, is_mark


@pytest.mark.parametrize(
    "line",
    [
        *(
            "1",
            "01",
            "1、",
            "（一）",
            "［1］"[1:2],
            "【3】",
            "#7",
            "(012)",
            "123.",
            "①",
            "㈩",
            "Ⅻ",
            "⒛",
            "IV.",
            "A.",
            "Ｂ、",
        ),
        *("No.5", "Part 2", "PART二", "Q1", "A3：", "附件2", "附表 三", "图十", "表4", "例 壹", "捌拾"),
        *(
            "第一千二百零七条",
            "第三部分",
            "第2单元",
            "第 12 章",
            "第六届",
            "第九位",
            "第四页之二",
            "第一万两千步",
            "第十名",
        ),
        *(
            "9:30",
            "14时",
            "8点15分",
            "２０２６年",
            "二〇二六年",
            "2026年4月",
            "4月18日",
            "2026-4-18",
            "4月18日 星期六",
            "4月18日（周日）9:30",
        ),
        *("附则", "编 者 按", "问", "云政发〔2026〕3号", "国务院令第7号", "某政办公告第十二号"),
    ],
)
def test_what_is_a_mark_by_itself(line: str) -> None:
    assert is_mark(line)


@pytest.mark.parametrize(
    "line", ["老街夜市开张", "第一书记", "三年来", "4月18日，老街开市", "图书馆", "A组出线", "一个人"]
)
def test_what_is_no_mark(line: str) -> None:
    assert not is_mark(line)


def test_a_number_without_a_sign_may_be_the_first_word() -> None:
    assert is_label("第一条") and is_label("（一）") and not is_label("三")
