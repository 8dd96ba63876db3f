"""The list beside the article: how a fix is shown, and what the families are called."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.authoring.reference import FAMILIES
from newslint.finding import Edit
from newslint.reports.html.entries import SHOWN, changes, family, family_names


def shown(text: str, *edits: Edit) -> list[str]:
    signs = {"same": "{}", "del": "[-{}-]", "ins": "[+{}+]"}
    return ["".join(signs[kind].format(words) for kind, words in change.parts) for change in changes(text, edits)]


def test_a_fix_is_shown_among_its_words() -> None:
    assert shown("上一行\n坚持互惠互利互惠原则。", Edit(6, 12, "互惠互利")) == [
        "坚持[-互惠互利互惠-][+互惠互利+]原则。"
    ]


def test_spaces_and_line_ends_that_go_can_be_seen() -> None:
    assert shown("医院 党委", Edit(2, 3, "")) == ["医院[-␣-]党委"]
    assert shown("医院\u3000党委", Edit(2, 3, " ")) == ["医院[-□-][+␣+]党委"]
    assert shown("重\r\n\r\n点", Edit(1, 5, "")) == ["重[-¶-]点"]


def test_changes_close_together_are_one_stretch() -> None:
    assert shown("(记者 甲)", Edit(0, 1, "（"), Edit(5, 6, "）")) == ["[-(-][+（+]记者 甲[-)-][+）+]"]


def test_of_many_changes_the_first_are_shown() -> None:
    text = "一" * 1000
    assert len(shown(text, *(Edit(at, at + 1, "二") for at in range(0, 1000, 50)))) == SHOWN


def test_a_long_deletion_is_shortened() -> None:
    (change,) = shown("一" * 500, Edit(0, 500, ""))
    assert "……" in change and len(change) < 60


@given(
    st.text(max_size=30), st.lists(st.tuples(st.integers(-3, 33), st.integers(-3, 33), st.text(max_size=5)), max_size=6)
)
def test_any_edits_can_be_shown(text: str, edits: list[tuple[int, int, str]]) -> None:
    for change in shown(text, *(Edit(*edit) for edit in edits)):
        assert "\n" not in change and "\r" not in change


def test_families_are_called_what_the_reference_calls_them() -> None:
    assert list(family_names().items()) == list(FAMILIES.items())


def test_the_family_of_a_house_rule() -> None:
    assert (family("DU03"), family("HOUSE1"), family("x1")) == ("DU", "HOUSE", "x1")
