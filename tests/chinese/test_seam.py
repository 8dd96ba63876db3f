"""Breaks inside a word, and breaks that only look so."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.chinese.seam import divisible, straddle

TEXT = st.text(max_size=20) | st.text(
    alphabet="，。2中国人大会议组织重点工作的一是在进行市民生活动力量化学校长江南", max_size=20
)


@pytest.mark.parametrize(
    ("left", "right", "word"),
    [
        ("整治行动目标明确、重", "点清楚，初见成效", "重点"),
        ("街道利用周末认真组", "织居民清理楼道", "组织"),
        ("产业与生态齐头并", "进，带动农户增收", "齐头并进"),
        ("前来参加志愿服", "务的市民排起长队", "志愿服务"),
        ("该县把脱贫攻", "坚作为头等大事", "脱贫攻坚"),
        ("全体人员连夜投入疫", "情防控", "疫情"),
        ("走进新落成的图", "书馆，书香扑面而来", "图书馆"),
        ("记", "者在现场看到", "记者"),
        ("坚定不移走中国特色社会", "主义道路", "社会主义"),
    ],
)
def test_a_cut_word_is_named(left, right, word):
    found = straddle(left, right)
    assert found.certain
    assert found.word == word
    assert left.endswith(word[: found.left])
    assert right.startswith(word[found.left :])
    assert found.left + found.right == len(word)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("检验科、护理部、档案", "管理处等部门参加"),  # broken between two words: the sentence is cut, no word is
        ("会上宣读决定，学校", "工会主席发言"),
        ("大力发展信息", "技术产业"),
        ("这是群众欢迎的一", "种办法"),
        ("代表们出席了第三", "届会议"),
        ("他每天上班坚持步行", "使他受益良多"),  # 行使
        ("网点已有1万处", "在县城也能办理"),  # 处在
        ("活动现场", "居民踊跃报名"),
        ("数量最多", "达成协议后各方满意"),
        ("本报记者 周文清", "出品人 李小亮"),
        ("工程于六月开工，", "点亮夜空"),
        ("（文/图 丁一）", "者"),
        ("", "点突出"),
        ("重", ""),
    ],
)
def test_a_break_between_words_is_not_taken_for_a_cut_word(left, right):
    found = straddle(left, right)
    assert found is None or not found.certain


def test_the_word_is_looked_for_within_marks_only():
    assert straddle("内容重", "点清楚").certain
    assert straddle("内容重。", "点清楚") is None


@pytest.mark.parametrize(
    ("word", "at"), [("一种", 1), ("第三届", 2), ("各位", 1), ("信息技术", 2), ("国务院发展研究中心", 3)]
)
def test_phrases_can_be_divided(word, at):
    assert divisible(word, at)


@pytest.mark.parametrize(
    ("word", "at"), [("重点", 1), ("齐头并进", 2), ("委员会", 2), ("一些", 1), ("帝国主义", 2), ("各自", 1)]
)
def test_words_cannot(word, at):
    assert not divisible(word, at)


@given(TEXT, TEXT)
def test_any_two_texts_can_meet(left, right):
    found = straddle(left, right)
    if found:
        assert found.word == left[-found.left :] + right[: found.right]
        assert math.isfinite(found.evidence)
