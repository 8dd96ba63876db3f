"""``newslint init``: a first configuration that is valid whatever is answered, and never in place of another unsaid."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from newslint.cli import main
from newslint.config import load_config
from newslint.config.draft import draft
from newslint.config.keys import KEYS
from newslint.config.presets import PRESETS
from newslint.rulebook.selection import rules_of

TEMPLATE = "本报讯（记者 {记者} 通讯员 {通讯员}）"


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def init(*args: str, answers: str = "") -> Result:
    return CliRunner().invoke(main, ["init", *args], input=answers, catch_exceptions=False)


def test_nothing_is_asked_and_nothing_in_force_where_nobody_can_answer() -> None:
    result = init()
    assert result.exit_code == 0 and "?" not in result.output and "？" not in result.output
    assert load_config(Path("newslint.toml")).origins == {}


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_is_in_force_and_says_what_it_sets(preset: str) -> None:
    assert init("--preset", preset).exit_code == 0
    assert load_config(Path("newslint.toml")).preset == preset
    text = Path("newslint.toml").read_text("utf-8")
    assert all(f"{aspect} {value}" in text for aspect, value in PRESETS[preset].house.items())


def test_a_preset_that_does_not_exist() -> None:
    result = init("--preset", "newz")
    assert result.exit_code == 2 and "是否指 news" in result.output and not Path("newslint.toml").exists()


def test_what_is_answered_is_in_force() -> None:
    Path("名册.txt").write_text("记者 田一川\n", "utf-8")
    answers = f"2\n{TEMPLATE}\n名册.txt\n千米\n1\n2\n老百姓=群众\n顶级\n我市＝本市\n\n"
    result = init("--ask", answers=answers)
    assert result.exit_code == 0
    settings = load_config(Path("newslint.toml"))
    assert (settings.preset, settings.byline, settings.roster) == (
        "web",
        {"template": TEMPLATE},
        Path("名册.txt"),
    )
    assert settings.house == {"kilometre": "千米", "percent": "%", "thousands": "none"}
    assert settings.deny == {"老百姓": "群众", "顶级": "", "我市": "本市"}
    assert len(rules_of(settings)) > 100
    Path("稿.txt").write_text("老百姓高兴。\n", "utf-8")
    checked = CliRunner().invoke(main, ["check", "稿.txt", "--format", "concise"])
    assert "群众" in checked.output and checked.exit_code == 1


def test_a_choice_may_be_written_as_the_question_calls_it() -> None:
    assert init("--ask", answers="新媒体\n\n\n千米\n％\n不分\n\n").exit_code == 0
    settings = load_config(Path("newslint.toml"))
    assert settings.preset == "web"
    assert settings.house == {"kilometre": "千米", "percent": "％", "thousands": "none"}


def test_what_is_left_open_stays_out_of_force() -> None:
    assert init("--ask", answers="\n\n\n\n\n\n\n").exit_code == 0
    assert set(load_config(Path("newslint.toml")).origins) == {"preset"}


def test_an_answer_that_cannot_be_is_asked_again() -> None:
    answers = f"3\n1\n本报讯\n{TEMPLATE}\n\n\n\n\n顶级=顶级\n顶级=一流\n\n"
    result = init("--ask", answers=answers)
    assert "请写 1、2、news、web 之一" in result.output and "没有留出姓名的位置" in result.output
    settings = load_config(Path("newslint.toml"))
    assert (settings.byline["template"], settings.deny) == (TEMPLATE, {"顶级": "一流"})


def test_a_roster_that_is_not_there_waits() -> None:
    result = init("--ask", answers="\n\n名册.txt\n\n\n\n\n")
    assert "名册.txt 还没有；名册写好后" in result.output
    text = Path("newslint.toml").read_text("utf-8")
    assert '\n# roster = "名册.txt"\n' in text
    Path("名册.txt").write_text("记者 田一川\n", "utf-8")
    Path("newslint.toml").write_text(text.replace("# roster", "roster"), "utf-8")
    assert load_config(Path("newslint.toml")).roster is not None


def test_the_end_of_the_input_ends_the_questions() -> None:
    assert init("--ask", answers="2\n").exit_code == 0
    assert load_config(Path("newslint.toml")).preset == "web"


def test_another_is_not_replaced_unless_that_is_said() -> None:
    Path("newslint.toml").write_text('level = "info"\n', "utf-8")
    result = init("--ask", answers="2\n" * 9)
    assert result.exit_code == 2 and "--force" in result.output
    assert Path("newslint.toml").read_text("utf-8") == 'level = "info"\n'
    assert "原来的已被覆盖" in init("--force", "--preset", "web").output


def test_a_folder_may_be_named() -> None:
    os.mkdir("副刊")
    assert init("副刊", "--preset", "web").exit_code == 0 and Path("副刊/newslint.toml").exists()


@given(st.dictionaries(st.sampled_from(sorted(KEYS)), st.none(), max_size=5))
def test_any_keys_may_be_in_force(keys: dict[str, None]) -> None:
    text = draft({name: KEYS[name].example for name in keys})
    Path("任何.toml").write_text(text, "utf-8")
    assert {name.partition(".")[0] for name in load_config(Path("任何.toml")).origins} == set(keys)


@given(st.text(max_size=12).filter(lambda text: "\n" not in text and "\r" not in text))
def test_any_word_may_be_denied(word: str) -> None:
    Path("newslint.toml").unlink(missing_ok=True)
    assert init("--ask", answers=f"\n\n\n\n\n\n{word}\n\n").exit_code == 0
    load_config(Path("newslint.toml"))


@pytest.mark.parametrize("answers", [b"1\n\xc3\xfb\xb2\xe1\n", b"\xff\n"])
def test_answers_in_another_encoding_are_refused_in_one_sentence(answers: bytes) -> None:
    result = CliRunner().invoke(main, ["init", "--ask"], input=answers, catch_exceptions=False)
    assert result.exit_code == 2 and not Path("newslint.toml").exists()
    assert "编码" in result.stderr and len(result.stderr.splitlines()) == 1


def test_a_roster_no_system_could_have_is_only_missing() -> None:
    assert init("--ask", answers=f"1\n\n{'名' * 3000}\n\n\n\n\n").exit_code == 0
    assert load_config(Path("newslint.toml")).roster is None


def test_a_link_out_of_the_project_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "稿件").mkdir()
    os.chdir(tmp_path / "稿件")
    os.symlink("../别处.txt", "newslint.toml")
    result = init("--force", "--preset", "web")
    assert result.exit_code == 2 and "链接指向项目之外" in result.stderr
    assert not Path("../别处.txt").exists()
