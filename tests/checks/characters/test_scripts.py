"""Which characters are traditional, and look-alikes from other blocks."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.characters import scripts as script


def table(text):
    return script.traditional(frozenset(text))


def test_traditional_characters_come_with_their_simplified_form():
    assert table("市醫院會議") == {"醫": "医", "會": "会", "議": "议"}


@pytest.mark.parametrize(
    "text", ["乾隆著名瞭望狼藉宫商角徵羽", "李昇王喆赵镕苏玥陈堃周淼朱镕基", "蹚水瞋目皙白", "Café ① 〇 ㎡ 😀", ""]
)
def test_characters_of_simplified_text_are_not_traditional(text):
    assert table(text) == {}


def test_rare_simplified_forms_that_no_newspaper_prints_do_not_count():
    """OpenCC knows a simplified 蟳 (a crab), but only beyond the basic block."""
    assert table("清蒸蟳") == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("醫院昨日啟用，醫護人員表示歡迎", True),
        ("市醫院昨日启用，医护人员表示欢迎", False),
        ("今日大雨", False),
    ],
)
def test_the_script_of_a_text(text, expected):
    assert script.is_traditional(text, table(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("⼈⼤⽇", "人大日"), ("⺠⻓⻔", "民长门"), ("⼾⾧", "户长"), ("\uf934", "老"), ("人大", "人大")],
)
def test_look_alikes_become_the_characters_of_simplified_text(text, expected):
    assert script.unify(text, simplified=True) == expected


def test_look_alikes_keep_the_traditional_form_in_traditional_text():
    assert script.unify("⾧", simplified=False) == "長"


@pytest.mark.parametrize("text", ["人大代表", "辶氵艹", "\ufa0e\ufa11\ufa13"])
def test_characters_that_double_no_other_are_not_look_alikes(text):
    assert not script.radicals().search(text)
    assert not script.compatibility().search(text)


@given(
    st.text(alphabet=st.characters(min_codepoint=0x2E80, max_codepoint=0xFAD9, categories=["Lo", "So"]), max_size=20)
)
def test_unifying_keeps_the_length_and_leaves_no_look_alike(text):
    unified = "".join(
        script.unify(char, simplified=True)
        if script.radicals().match(char) or script.compatibility().match(char)
        else char
        for char in text
    )
    assert len(unified) == len(text)
    assert not script.radicals().search(unified) and not script.compatibility().search(unified)


def test_opencc_is_not_imported_for_ordinary_text():
    program = (
        "import sys, newslint.rulebook.book as r, newslint.engine.engine as e, newslint.readers as d;"
        "engine = e.Engine(r.load_rules());"
        "engine.check(d.document_from_text('市第二医院新院区昨日启用，乾隆年间的著名碑刻迁入院内。'));"
        "print('opencc' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
