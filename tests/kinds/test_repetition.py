"""Words, phrases and clauses written twice, as an editor meets them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Settings, check_text

REPEATED = Settings(select=("DU02", "DU03", "DU04"))


def found(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.text) for finding in check_text(text, settings=REPEATED)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("施工队对管网进行进行检修。", ("DU02", "进行进行")),
        ("代表团团长送上礼品礼品表示谢意。", ("DU02", "礼品礼品")),
        ("“这件事通过通过邮件就能办。”他说。", ("DU02", "通过通过")),
        ("这就是所谓的所谓的捷径。", ("DU02", "所谓的所谓的")),
        ("云岭正衡会计师事务所会计师事务所负责审计。", ("DU04", "会计师事务所会计师事务所")),
        ("各地要压实责任，压实责任，确保安全。", ("DU04", "，压实责任")),
        ("五条公交线路延长运营时间，延长运营时间，末班车推迟。", ("DU04", "，延长运营时间")),
        ("两地约定互帮互助互帮，共同发展。", ("DU03", "互帮互助互帮")),
        ("他们秉持“互惠互利互惠”的原则。", ("DU03", "互惠互利互惠")),
    ],
)
def test_what_was_written_twice_is_found_once(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "这事要研究研究，大家商量商量，身体要锻炼锻炼，院子也收拾收拾。",
        "一颗一颗地数，一步一步地走，大把大把的种子，一个问题一个问题地解决，一分钟一分钟地等。",
        "青湾大学大学生、消防总队总队长、沿线的莱阳市莱阳站和专利局专利审查中心。",
        "铃声叮咚叮咚，雨点滴答滴答，眼睛忽闪忽闪的。",
        "非常非常重要，很普通很普通的一天，慢慢的慢慢的就懂了。",
        "想走哪边走哪边，宠物及宠物用品打折。",
        "加油加油！队员们喊道：“快传球，快传球！”",
        "坚持共建共享共赢，日子越来越好越来越甜，空对空和空对地同时演练。",
        "促进就业，促进创业，促进增收。",
        "一个都不能少，一个都不能少。",
        "爸爸说：“不容易啊，真不容易啊。”",
    ],
)
def test_reduplication_parallels_and_seams_are_silent(text: str) -> None:
    assert found(text) == []


def test_verse_is_silent() -> None:
    verse = "渡口\n小河弯弯流过村\n流过村\n船儿船儿慢慢摇\n慢慢摇\n月儿月儿照渡口\n"
    assert found(verse) == []


def test_the_second_clause_is_marked_and_the_first_named() -> None:
    (finding,) = check_text("会议要求，加强统筹协调，加强统筹协调，按期完成。", settings=REPEATED)
    assert finding.start.column == 12
    assert [(place.start.column, place.end.column) for place in finding.related] == [(6, 12)]


@given(st.text(alphabet="进行互惠利通过研究一颗的，。！“”甲\n", max_size=60))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for finding in check_text(text, settings=REPEATED):
        assert text[finding.start.offset : finding.end.offset] == finding.text != ""
