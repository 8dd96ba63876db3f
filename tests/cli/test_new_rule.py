"""``newslint new-rule``: a draft that is valid, says what is missing, and passes once that is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.authoring.drafting import CHECKS
from newslint.cli import main
from newslint.rulebook.book import load_rules


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*args: str) -> Result:
    return CliRunner().invoke(main, [*args], catch_exceptions=False)


def filled(path: str, text: str, found: str, fixed: str | None, right: str) -> None:
    """Write what the draft leaves to the editor."""
    page = Path(path).read_text("utf-8").replace("（待写：为什么这样写，给编辑看）", "来稿一律用第三人称。")
    end = f'fixed = "{fixed}"\n' if fixed is not None else ""
    page += f'[[wrong]]\ntext = "{text}"\nfound = ["{found}"]\n{end}[[right]]\ntext = "{right}"\n'
    Path(path).write_text(page, "utf-8")


@pytest.mark.parametrize("check", CHECKS)
def test_a_draft_is_valid_and_says_what_is_missing(check: str) -> None:
    result = run("new-rule", "--check", check)
    assert result.exit_code == 0 and "已写好 house-rules/hs02.toml" in result.output
    told = run("test", "house-rules")
    assert told.exit_code == 1
    for missing in ("title 还没有写好", "why 还没有写好", "options 还没有写好", "没有错例", "没有正例"):
        assert missing in told.output
    assert "5 处不符" in told.output


def test_a_draft_that_is_written_passes_and_is_used() -> None:
    assert 'rules = ["house-rules"]' in run("new-rule", "我市=本市", "--name", "third-person").output
    filled("house-rules/third-person.toml", "我市新建公园。", "我市", "本市新建公园。", "老人有个我市场摊位。")
    assert "全部相符" in run("test", "house-rules").output
    Path("newslint.toml").write_text('rules = ["house-rules"]\n', "utf-8")
    Path("稿.txt").write_text("我市新建公园。\n", "utf-8")
    assert "HS02" in run("check", "稿.txt", "--format", "concise").output
    assert "rules" not in run("new-rule", "顶级").output.replace("house-rules", "")


def test_a_word_that_nothing_is_written_for() -> None:
    run("new-rule", "顶级", "我市＝本市")
    page = Path("house-rules/hs02.toml").read_text("utf-8")
    assert '"顶级" = ""' in page and '"我市" = "本市"' in page
    filled("house-rules/hs02.toml", "我市有公园。", "我市", "本市有公园。", "老人有个我市场摊位。")
    assert "全部相符" in run("test", "house-rules").output
    run("new-rule", "顶尖")
    filled("house-rules/hs03.toml", "这是顶尖酒店。", "顶尖", None, "这里是山顶。")
    assert "全部相符" in run("test", "house-rules").output


def test_codes_follow_those_that_are_taken_anywhere() -> None:
    Path("newslint.toml").write_text('rules = ["本报", "house-rules"]\n', "utf-8")
    assert run("new-rule").exit_code == 0  # the folder that the settings name need not be there yet
    run("new-rule", "--folder", "house-rules")
    run("new-rule", "--folder", "别处", "--family", "qz")
    run("new-rule", "--folder", "别处", "--family", "qz")
    rules = {
        Path(rule.path).as_posix(): rule.code for rule in load_rules([Path("本报"), Path("house-rules"), Path("别处")])
    }
    assert rules == {
        "本报/hs02.toml": "HS02",
        "house-rules/hs03.toml": "HS03",
        "别处/qz01.toml": "QZ01",
        "别处/qz02.toml": "QZ02",
    }


def test_a_family_whose_codes_are_taken() -> None:
    for _ in range(99):
        run("new-rule", "--family", "QZ")
    result = run("new-rule", "--family", "QZ")
    assert result.exit_code == 2 and "QZ 的代码已经用完" in result.output


def test_the_folder_stands_beside_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("newslint.toml").touch()
    Path("副刊").mkdir()
    monkeypatch.chdir("副刊")
    assert 'rules = ["house-rules"]' in run("new-rule").output
    assert Path("../house-rules/hs02.toml").exists()


def test_nothing_is_replaced() -> None:
    run("new-rule", "--name", "mine")
    before = Path("house-rules/mine.toml").read_bytes()
    result = run("new-rule", "--name", "mine")
    assert result.exit_code == 2 and "house-rules/mine.toml 已经存在" in result.output
    assert Path("house-rules/mine.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--family", "H1"], "应为两个字母"),
        (["--name", "我"], "name：应为小写英文词"),
        (["=本市"], "应写作 词=改用的词"),
        (["我\x7f市=本市"], "词里有不能用的字符"),
        (["我市=我市"], "options.words"),
    ],
)
def test_wrong_use_is_told_and_nothing_written(args: list[str], told: str) -> None:
    result = run("new-rule", *args)
    assert result.exit_code == 2 and told in result.output
    assert not Path("house-rules").exists()


def test_quotes_in_a_word_stay_what_they_are() -> None:
    run("new-rule", '“零"容忍\\”=严查')
    (rule,) = load_rules([Path("house-rules")])
    assert rule.options["words"] == {'“零"容忍\\”': "严查"}
