import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.chinese import names
from newslint.chinese.names import is_chinese, is_common, is_dotted, is_latin, is_name, split_names, surname, unpadded


@pytest.mark.parametrize(
    ("name", "family"),
    [("王小满", "王"), ("欧阳明", "欧阳"), ("欧阳", "欧阳"), ("爨", ""), ("", ""), ("司马青云", "司马")],
)
def test_surname_prefers_the_compound(name, family):
    assert surname(name) == family


@pytest.mark.parametrize("name", ["李青", "李青山", "欧阳青", "诸葛青山"])
def test_names_of_chinese_shape(name):
    assert is_chinese(name)
    assert is_name(name)


@pytest.mark.parametrize("name", ["李", "李青山水", "欧阳", "李的", "Li", "李·青", "他说", ""])
def test_not_of_chinese_shape(name):
    assert not is_chinese(name)


def test_padding_is_no_part_of_a_name():
    assert unpadded("李　青") == unpadded("李 青") == "李青"
    assert is_name("李　青")
    assert unpadded("Mary Poe") == "Mary Poe"


def test_names_of_other_peoples():
    assert is_dotted("阿不都·热合曼")
    assert not is_dotted("阿不都热合曼")
    assert not is_dotted("阿不都·热合曼表示")
    assert is_latin("Mary Poe")
    assert not is_latin("mary")
    assert is_name("潇潇")
    assert not is_name("从市教育局")


@pytest.mark.parametrize("run", ["日前获悉", "近日走访", "从区里了解", "他说", "在现场"])
def test_running_text_is_no_name(run):
    assert not is_name(run)


@pytest.mark.parametrize(
    ("run", "parts"),
    [
        ("周小满吴大庆郑一鸣", ("周小满", "吴大庆", "郑一鸣")),
        ("周满吴庆", ("周满", "吴庆")),
        ("欧阳青山周满", ("欧阳青山", "周满")),
    ],
)
def test_glued_names_come_apart(run, parts):
    found = split_names(run)
    assert found is not None
    assert found.names == parts


def test_a_cut_says_whether_it_is_the_only_one():
    assert split_names("周小满吴大庆").only
    # 高 may begin the second name or end the first.
    assert not split_names("周小高山青").only


@pytest.mark.parametrize("run", ["周小满", "爨爨爨爨", "周小满的吴大庆", "周小满、吴大庆", ""])
def test_what_is_not_several_names(run):
    assert split_names(run) is None


def test_common_surnames_are_told_from_rare_ones():
    assert is_common("王小满")
    assert is_common("欧阳青")
    assert not is_common("麴小满")
    assert not names.COMMON & names.OTHER


@given(st.text(alphabet=[*"王李张欧阳司马小青山的、· a"], max_size=40))
def test_a_cut_gives_back_the_run(run):
    found = split_names(run)
    if found:
        assert "".join(found.names) == run
        assert len(found.names) > 1
        assert all(map(is_chinese, found.names))


@given(st.text(max_size=30))
def test_any_text_is_answered(text):
    assert surname(text) == text[: len(surname(text))]
    assert isinstance(is_name(text), bool)
    split_names(text)
