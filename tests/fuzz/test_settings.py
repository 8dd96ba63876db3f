"""Any configuration file: settings under which any command answers, or one clear error; so for all that it names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from fuzz.values import anything, spoilt, toml
from hypothesis import given
from hypothesis import strategies as st

from newslint.cli import main
from newslint.config.keys import KEYS
from newslint.filters.baseline import BaselineError, read_baseline

ARTICLE = "# 图书馆开馆\n\n本报讯（记者 田一川）会上，双方坚持互惠互利互惠原则。。\n\n昨天（星期六），图书馆开馆。\n"
#: A value of each key, and of tables that may stand beside them.
WHOLE = {
    "select": ["ALL", "DU", "PU50"], "ignore": ["BY09", "PU33"],
    "level": "info", "fail-on": "never", "max-score": 3, "preset": "web", "issue-date": "2026-04-18",
    "include": ["*.txt", "稿/**"], "exclude": ["归档/", "!归档/甲.txt"], "gitignore": False, "max-size": 1,
    "force-exclude": True, "comments": True, "allow": ["互惠"], "terms": ["医警联动"], "together": True,
    "learnt": "学得.bin", "house": {"spaces": "none"},
    "deny": {"老百姓": "群众", "双方": {"use": "两方", "advice": "核对", "severity": "info", "fix": "safe"}},
    "byline": {"role-space": "", "template": "本报讯（记者 {记者}）"}, "html": {"content": ["div.article", "#zoom"]},
    "severity": {"PU33": "info", "DU03": "warning"}, "options": {"BY04": {"least": 5}, "byline-space-style": {"least": 2}},
    "suppress": [{"path": "*.txt", "code": "DU03", "text": "互惠", "reason": "核实", "until": "2026-12-31"}],
    "overrides": [{"files": ["*.txt"], "level": "error", "house": {"spaces": "space"}, "issue-date": "2026-01-01"}],
    "roster": "名册.txt", "allow-lists": ["词.txt"], "deny-lists": ["慎用.csv"], "rules": ["规则"],
    "baseline": "基线.json", "rule-url": "https://example.com/{family}/#{anchor}",
}  # fmt: skip
COMMANDS = (
    ("check", "-"),
    ("check", "-", "--score"),
    ("fix", "."),
    ("fix", "稿.txt", "--unsafe"),
    ("config", "稿.txt"),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an article and the files that the settings name."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "稿.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "名册.txt").write_text("记者 田一川\n", encoding="utf-8")
    (folder / "词.txt").write_text("互惠\n", encoding="utf-8")
    (folder / "慎用.csv").write_text("双方,两方\n", encoding="utf-8")
    (folder / "基线.json").write_text('{"version": 1, "findings": []}', encoding="utf-8")
    (folder / "旧稿").mkdir()
    (folder / "旧稿" / "一.txt").write_text(ARTICLE, encoding="utf-8")
    learned = CliRunner().invoke(
        main,
        ["learn", "--no-config", "--output", str(folder / "学得.bin"), str(folder / "旧稿")],
        catch_exceptions=False,
    )
    assert learned.exit_code == 0, learned.output
    (folder / "规则").mkdir()
    (folder / "规则" / "一.toml").write_text(
        'code="XX01"\nname="own"\ntitle="试"\ncheck="pattern"\nseverity="info"\nsince="0.1"\nweight=1\n'
        'message="“{match}”不用"\nwhy="试"\n[options]\nanchor=["双方"]\npattern="双方"\n',
        encoding="utf-8",
    )
    return folder


def answered(desk: Path, *args: str) -> int:
    """Run newslint over the desk; assert that it answers, or says in one sentence what is wrong."""
    before = os.getcwd()
    os.chdir(desk)
    try:
        result = CliRunner().invoke(main, args, input=ARTICLE)
    finally:
        os.chdir(before)
    assert "内部出错" not in result.output and "Traceback" not in result.output
    assert result.exit_code in (0, 1, 2), result.exception
    lines = result.stderr.splitlines()
    told = [number for number, line in enumerate(lines) if line.startswith("newslint：")]
    if told:
        # One sentence, and perhaps the line of the file with a mark below it.
        assert result.exit_code == 2 and len(told) == 1 and len(lines) - told[0] in (1, 3)
    return result.exit_code


def test_the_whole_is_valid(desk: Path) -> None:
    assert WHOLE.keys() >= KEYS.keys()
    (desk / "newslint.toml").write_text(toml(WHOLE), encoding="utf-8")
    for command in COMMANDS:
        assert answered(desk, *command) in (0, 1)


@given(st.sampled_from(sorted(WHOLE)).flatmap(lambda key: spoilt({key: WHOLE[key]})), st.sampled_from(COMMANDS))
def test_a_key_with_any_value_holds_or_is_refused(desk: Path, table: dict[str, object], command: tuple[str]) -> None:
    (desk / "newslint.toml").write_bytes(toml(table).encode("utf-8", "surrogatepass"))
    answered(desk, *command)


@given(spoilt(WHOLE), st.sampled_from(COMMANDS))
def test_a_spoilt_configuration_holds_or_is_refused(desk: Path, table: dict[str, object], command: tuple[str]) -> None:
    (desk / "newslint.toml").write_bytes(toml(table).encode("utf-8", "surrogatepass"))
    answered(desk, *command)


@given(st.dictionaries(st.sampled_from([*WHOLE, "extend", "甲"]), anything, max_size=3))
def test_so_do_any_values(desk: Path, table: dict[str, object]) -> None:
    (desk / "newslint.toml").write_bytes(toml(table).encode("utf-8", "surrogatepass"))
    answered(desk, "check", "-")


@st.composite
def damaged(draw: st.DrawFn, text: str) -> bytes:
    """Return the bytes of ``text`` with a few of them gone or others put in."""
    data = bytearray(text.encode(draw(st.sampled_from(("utf-8", "utf-8-sig", "gb18030", "utf-16")))))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(data)))
        piece = st.binary(max_size=3) | st.sampled_from([*"“”＝，［］\"'\\#\n\r\t.", "'''", '"""', "[[", "]]"]).map(
            str.encode
        )
        data[at : at + draw(st.integers(0, 4))] = draw(piece)
    return bytes(data)


@given(damaged(toml(WHOLE)) | st.binary(max_size=60))
def test_so_do_any_bytes(desk: Path, data: bytes) -> None:
    (desk / "newslint.toml").write_bytes(data)
    answered(desk, "check", "-")


@pytest.mark.parametrize(
    ("key", "name", "text"),
    [
        ("roster", "名册.txt", "# 名册\n记者 田一川\n通讯员 甄小满\n"),
        ("allow-lists", "词.txt", "互惠\n# 注\n天天天蓝幼儿园\n"),
        ("deny-lists", "慎用.csv", "word,use,reason\n双方,两方,试\n"),
        ("deny-lists", "慎用.txt", "双方 两方\n互惠\n"),
        ("extend", "基础.toml", 'select = ["DU"]\n'),
    ],
)
@given(st.data())
def test_so_does_any_file_that_is_named(desk: Path, key: str, name: str, text: str, data: st.DataObject) -> None:
    value = f'["{name}"]' if key.endswith("s") else f'"{name}"'
    (desk / "newslint.toml").write_text(f"{key} = {value}\n", encoding="utf-8")
    before = (desk / name).read_bytes() if (desk / name).exists() else b""
    (desk / name).write_bytes(data.draw(damaged(text) | st.binary(max_size=60)))
    try:
        answered(desk, "check", "-")
    finally:
        (desk / name).write_bytes(before)


@given(spoilt({"version": 1, "findings": [dict(path="a", code="DU03", text="甲", before="", after="", occurrence=1)]}))
def test_a_baseline_is_read_or_refused(desk: Path, table: dict[str, object]) -> None:
    import json

    place = desk / "坏.json"
    place.write_bytes(json.dumps(table, default=str, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    try:
        read_baseline(place).gone()
    except BaselineError as error:
        assert str(error).startswith(str(place)) and "\n" not in str(error)
