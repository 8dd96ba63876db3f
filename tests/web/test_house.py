"""What is written into a configuration from the page: the entry, and nothing else changed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.config import Project
from newslint.config.amending import with_allowed, with_suppression
from newslint.errors import UserError
from newslint.web.desk import UNNAMED, Desk
from newslint.web.house import StaleError, is_writable
from newslint.web.requests import ACTIONS

TEXT = "天天天蓝幼儿园开学了，他走的的很快。"
#: Configurations as people write them, each with the text that is to be after 乙 is allowed.
WRITTEN = {
    "": 'allow = ["乙"]\n',
    "# 本报\n": '# 本报\nallow = ["乙"]\n',
    'allow = ["甲"]\n': 'allow = ["甲", "乙"]\n',
    'allow = ["甲",]\n': 'allow = ["甲", "乙",]\n',
    "allow = []\n": 'allow = ["乙"]\n',
    'allow = [ "甲" ] # 单位\n': 'allow = [ "甲", "乙" ] # 单位\n',
    'allow = [\n    "甲", # 幼儿园\n]\n': 'allow = [\n    "甲", # 幼儿园\n    "乙",\n]\n',
    'allow = [\n    "甲" # 幼儿园\n]\n': 'allow = [\n    "甲", # 幼儿园\n    "乙"\n]\n',
    "allow = [\n  \"甲]\", '丙,'\n]\n": 'allow = [\n  "甲]", \'丙,\',\n  "乙"\n]\n',
    'allow = [\r\n\t"甲",\r\n]\r\n': 'allow = [\r\n\t"甲",\r\n\t"乙",\r\n]\r\n',
    'level = "info"\n\n# 副刊\n[severity]\nPU33 = "off"\n': 'level = "info"\nallow = ["乙"]\n\n# 副刊\n[severity]\nPU33 = "off"\n',
    '# 副刊\n[severity]\nPU33 = "off"\n': 'allow = ["乙"]\n# 副刊\n[severity]\nPU33 = "off"\n',
    '[[overrides]]\nfiles = ["a"]\nallow = ["甲"]\n': 'allow = ["乙"]\n[[overrides]]\nfiles = ["a"]\nallow = ["甲"]\n',
    '[[overrides]]\nfiles = ["a"]\nallow = ["甲"]': 'allow = ["乙"]\n[[overrides]]\nfiles = ["a"]\nallow = ["甲"]',
    'level = "info"': 'level = "info"\nallow = ["乙"]\n',
}
values = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=8)
lines = st.lists(
    st.sampled_from(
        [
            'level = "info"', "# allow = [", "", 'allow = ["甲", # ]', '    "乙", \'丙\',', "]", "[severity]", 'PU33 = "off"',
            "[[suppress]]", 'code = "DU01"', 'reason = "]"', "[[overrides]]", 'files = ["*"]', "allow = []", "suppress = []",
        ]
    ),
    max_size=8,
).map("\n".join)  # fmt: skip


@pytest.mark.parametrize(("before", "after"), WRITTEN.items())
def test_a_word_is_written_as_a_person_would(before: str, after: str) -> None:
    assert with_allowed(before, "乙") == after


def test_pyproject_has_its_own_table() -> None:
    before = '[project]\nname = "稿"\n\n[tool.newslint]\nlevel = "info"\n\n[tool.other]\nallow = ["甲"]\n'
    after = with_allowed(before, "乙", ("tool", "newslint"))
    assert after == before.replace("[tool.newslint]\n", '[tool.newslint]\nallow = ["乙"]\n')
    entry = {"code": "DU01", "reason": "专名"}
    assert with_suppression(before, entry, ("tool", "newslint")) == (
        before + '\n[[tool.newslint.suppress]]\ncode = "DU01"\nreason = "专名"\n'
    )


def test_what_cannot_be_written_is_not() -> None:
    assert with_suppression("suppress = []\n", {"code": "DU01", "reason": "专名"}) is None


@given(lines, values)
def test_whatever_the_file_only_the_entry_is_new(text: str, word: str) -> None:
    try:
        before = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    changed = with_allowed(text, word)
    if changed is not None:
        assert tomllib.loads(changed) == {**before, "allow": [*before.get("allow", []), word]}
        assert [line for line in text.split("\n") if line.startswith("#")] == [
            line for line in changed.split("\n") if line.startswith("#")
        ]
    entry = {"code": "DU01", "text": word, "reason": "专名"}
    changed = with_suppression(text, entry)
    assert changed is None or tomllib.loads(changed) == {**before, "suppress": [*before.get("suppress", []), entry]}


# --- through the page ----------------------------------------------------------------------------------------------


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "newslint.toml"
    path.write_text('# 本报体例\nallow = [\n    "甲甲路", # 路名\n]\n', encoding="utf-8")
    return path


def codes(desk: Desk) -> set[str]:
    return {finding["code"] for finding in desk.check(TEXT, UNNAMED, "", frozenset())["findings"]}


def test_what_is_written_is_what_was_shown_and_holds_at_once(config: Path) -> None:
    desk = Desk(Project())
    assert "DU01" in codes(desk)
    plan = ACTIONS["/house/plan"](desk, {"code": "DU01", "text": "的的", "reason": "引用原话"})
    assert plan["path"] == str(config)
    assert [line for kind, line in plan["lines"] if kind == "ins"] == [
        "", "[[suppress]]", 'code = "DU01"', 'text = "的的"', 'reason = "引用原话"',
    ]  # fmt: skip
    assert "的的" not in config.read_text(encoding="utf-8"), "a plan writes nothing"
    entry = {"code": "DU01", "text": "的的", "reason": "引用原话", "digest": plan["digest"]}
    ACTIONS["/house/write"](desk, entry)
    assert config.read_text(encoding="utf-8").startswith('# 本报体例\nallow = [\n    "甲甲路", # 路名\n]\n')
    assert "DU01" not in codes(desk)


def test_it_can_be_undone_and_done_again(config: Path) -> None:
    desk = Desk(Project())
    before = config.read_bytes()
    plan = ACTIONS["/house/plan"](desk, {"allow": "走的的很"})
    number = ACTIONS["/house/write"](desk, {"allow": "走的的很", "digest": plan["digest"]})["number"]
    after = config.read_bytes()
    assert codes(desk).isdisjoint({"DU01"})
    for wanted in (before, after, before):
        plan = ACTIONS["/house/plan"](desk, {"undo": number})
        number = ACTIONS["/house/write"](desk, {"undo": number, "digest": plan["digest"]})["number"]
        assert config.read_bytes() == wanted


def test_a_file_that_changed_meanwhile_is_not_written(config: Path) -> None:
    desk = Desk(Project())
    plan = ACTIONS["/house/plan"](desk, {"allow": "走的的很"})
    config.write_text("# 别人改过\n", encoding="utf-8")
    with pytest.raises(StaleError):
        ACTIONS["/house/write"](desk, {"allow": "走的的很", "digest": plan["digest"]})
    assert config.read_text(encoding="utf-8") == "# 别人改过\n"


def test_only_what_was_shown_is_written(config: Path) -> None:
    desk = Desk(Project())
    plan = ACTIONS["/house/plan"](desk, {"allow": "走的的很"})
    with pytest.raises(StaleError):
        ACTIONS["/house/write"](desk, {"allow": "的", "digest": plan["digest"]})


@pytest.mark.parametrize(("codec", "mark"), [("gb18030", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe")])
def test_the_encoding_of_the_file_stays(config: Path, codec: str, mark: bytes) -> None:
    config.write_bytes(mark + "# 本报体例\r\n".encode(codec))
    desk = Desk(Project())
    plan = ACTIONS["/house/plan"](desk, {"allow": "走的的很"})
    ACTIONS["/house/write"](desk, {"allow": "走的的很", "digest": plan["digest"]})
    assert config.read_bytes() == mark + '# 本报体例\r\nallow = ["走的的很"]\r\n'.encode(codec)


def test_without_a_configuration_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    desk = Desk(Project(lookup=False))
    assert not is_writable(desk.settings())
    with pytest.raises(UserError, match="newslint init"):
        ACTIONS["/house/plan"](desk, {"allow": "走的的很"})
    assert list(tmp_path.iterdir()) == []


def test_what_no_file_can_hold_is_refused(config: Path) -> None:
    with pytest.raises(UserError, match="手工"):
        ACTIONS["/house/plan"](Desk(Project()), {"allow": "\ud800"})


def test_a_locked_configuration_stays_as_it_is(config: Path) -> None:
    desk = Desk(Project())
    assert is_writable(desk.settings())
    config.chmod(0o444)
    assert not is_writable(desk.settings())
    plan = ACTIONS["/house/plan"](desk, {"allow": "走的的很"})
    with pytest.raises(UserError, match="没有权限"):
        ACTIONS["/house/write"](desk, {"allow": "走的的很", "digest": plan["digest"]})


def test_a_step_of_another_run_cannot_be_undone(config: Path) -> None:
    with pytest.raises(StaleError):
        ACTIONS["/house/plan"](Desk(Project()), {"undo": 0})


def test_a_configuration_that_was_broken_meanwhile_is_named_with_the_line(config: Path) -> None:
    desk = Desk(Project())
    config.write_text("# 本报体例\nallow = [\n", encoding="utf-8")
    for entry in ({"allow": "走的的很"}, {"code": "DU01", "text": "的的", "reason": "引用原话"}):
        with pytest.raises(UserError, match=r"newslint\.toml：第 2 行"):
            ACTIONS["/house/plan"](desk, entry)
    assert config.read_text(encoding="utf-8") == "# 本报体例\nallow = [\n"
