"""What a run reads and writes lies in the project, whatever links and configurations of a submission say."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint import check_paths
from newslint.cli import main
from newslint.config import ConfigError, load_config
from newslint.reports import FORMATS

FAULTY = "双方坚持互惠互利互惠原则。\n"
SECRET = "口令是甲乙丙丁，双方坚持互惠互利互惠原则。\n"
OUTSIDE = "链接指向项目之外，没有读写；确要读写，请加 --follow-links，或写出它的绝对路径。"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, a git repository with one article; beside it, a file that is none of its business."""
    (tmp_path / "秘密.txt").write_text(SECRET, encoding="utf-8")
    folder = tmp_path / "项目"
    folder.mkdir()
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    (folder / "甲.txt").write_text(FAULTY, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.mark.parametrize("format", FORMATS)
def test_an_article_that_is_a_link_to_the_outside_is_named_and_not_read(format: str) -> None:
    Path("乙.txt").symlink_to("../秘密.txt")
    for paths in ((), (".",), ("乙.txt", "甲.txt"), (Path.cwd(),)):
        result = run("check", *paths, "--format", format)
        assert result.exit_code == 2
        assert "口令" not in result.output and "乙.txt" in result.output
        assert OUTSIDE in result.stderr or OUTSIDE in result.stdout


def test_the_option_or_an_absolute_path_says_so(desk: Path) -> None:
    Path("乙.txt").symlink_to("../秘密.txt")
    assert "口令" in run("check", "--follow-links").output
    assert "口令" in run("check", desk / "乙.txt").output
    assert [file.error is None for file in check_paths(["乙.txt"])] == [False]
    assert [file.error is None for file in check_paths(["乙.txt"], follow_links=True)] == [True]
    assert [file.error is None for file in check_paths([desk / "乙.txt"])] == [True]


def test_a_link_within_the_repository_is_followed() -> None:
    Path("来稿").mkdir()
    Path("来稿/乙.txt").symlink_to("../甲.txt")
    for args in ((), ("来稿",), ("来稿/乙.txt",)):
        assert "来稿/乙.txt\n" in run("check", *args).output


def test_without_git_the_topmost_configuration_is_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "别处" / "副刊"
    folder.mkdir(parents=True)
    (folder / "乙.txt").symlink_to(tmp_path / "别处" / "丙.log")
    (tmp_path / "别处" / "丙.log").write_text(FAULTY, encoding="utf-8")
    monkeypatch.chdir(folder)
    assert run("check").exit_code == 2
    (folder / "newslint.toml").touch()
    assert run("check").exit_code == 2
    (tmp_path / "别处" / "newslint.toml").touch()
    assert run("check").exit_code == 1


def test_without_either_the_named_folder_is_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "别处" / "副刊"
    folder.mkdir(parents=True)
    (folder / "乙.txt").symlink_to("../丙.txt")
    (tmp_path / "别处" / "丙.txt").write_text(FAULTY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("check", "别处/副刊").exit_code == 2
    assert run("check", "别处").exit_code == 1


@pytest.mark.parametrize("path", ["来稿", "来稿/乙.txt", "来稿/./乙.txt", "来稿/../外/乙.txt"])
def test_a_named_path_through_a_linked_folder_is_refused(path: str, tmp_path: Path) -> None:
    outside = tmp_path / "外"
    outside.mkdir()
    (outside / ".git").mkdir()  # no root of this project
    (outside / "乙.txt").write_text(SECRET, encoding="utf-8")
    Path("来稿").symlink_to(outside)
    result = run("check", path)
    assert result.exit_code == 2 and "口令" not in result.output and OUTSIDE in result.output


def test_a_path_beside_the_project_may_be_named() -> None:
    assert "口令" in run("check", "../秘密.txt").output


def test_fixing_leaves_the_outside_alone(tmp_path: Path) -> None:
    Path("乙.txt").symlink_to("../秘密.txt")
    result = run("fix", "--write", "--unsafe", "--select", "DU03")
    assert result.exit_code == 2 and "甲.txt：修改 1 处" in result.output
    assert (tmp_path / "秘密.txt").read_text(encoding="utf-8") == SECRET


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("extend", "../秘密.txt"),
        ("extend", "链.txt"),
        ("roster", "../秘密.txt"),
        ("roster", "链.txt"),
        ("baseline", "../秘密.txt"),
        ("baseline", "../新.json"),
        ("rules", "../秘密.txt"),
        ("rules", "规则"),
        ("deny-lists", "../秘密.txt"),
        ("deny-lists", "链.txt"),
        ("allow-lists", "../秘密.txt"),
    ],
)
def test_a_configuration_names_nothing_outside(key: str, value: str, tmp_path: Path) -> None:
    Path("链.txt").symlink_to("../秘密.txt")
    Path("规则").mkdir()
    Path("规则/XX01.toml").symlink_to("../../秘密.txt")
    setting = f'["{value}"]' if key in ("rules", "allow-lists", "deny-lists") else f'"{value}"'
    Path("newslint.toml").write_text(f"{key} = {setting}\n", encoding="utf-8")
    for command in (["check"], ["fix"], ["baseline", "write"], ["config"], ["check", "--config", "newslint.toml"]):
        result = run(*command)
        assert result.exit_code == 2
        assert (
            f"newslint.toml：{key}：" in result.output
            and "在项目之外；确要使用，请加 --follow-links。" in result.output
        )
        assert "口令" not in result.output and result.output.count("\n") == 1
    assert not (tmp_path / "新.json").exists()
    with pytest.raises(ConfigError, match="在项目之外"):
        load_config(Path("newslint.toml"))
    assert "在项目之外" not in run("check", "--follow-links").output


def test_a_configuration_may_name_what_is_in_the_repository() -> None:
    Path("副刊").mkdir()
    Path("共用.toml").write_text('roster = "名册"\n', encoding="utf-8")
    Path("名册").write_text("记者 田一川\n", encoding="utf-8")
    Path("副刊/newslint.toml").write_text('extend = "../共用.toml"\n', encoding="utf-8")
    Path("副刊/乙.txt").write_text(FAULTY, encoding="utf-8")
    assert run("check", "副刊").exit_code == 1


@pytest.mark.parametrize("args", [(), ("--config", "newslint.toml")])
def test_a_configuration_that_is_a_link_to_the_outside_is_not_read(args: tuple[str, ...]) -> None:
    Path("newslint.toml").symlink_to("../秘密.txt")
    result = run("check", *args)
    assert result.exit_code == 2
    assert result.output.endswith(f"newslint.toml：{OUTSIDE}\n") and result.output.count("\n") == 1


@pytest.mark.parametrize("option", ["--output=json=新", "--baseline=新", "--rules=新"])
def test_options_with_a_relative_path_follow_no_link_to_the_outside(option: str, tmp_path: Path) -> None:
    Path("新").symlink_to("../外.json")
    result = run("check", option)
    assert result.exit_code == 2 and result.output == f"newslint：新：{OUTSIDE}\n"
    assert not (tmp_path / "外.json").exists()


def test_an_absolute_target_of_a_report_is_written(desk: Path, tmp_path: Path) -> None:
    Path("新").symlink_to("../外.json")
    assert run("check", f"--output=json={desk / '新'}").exit_code == 1
    assert (tmp_path / "外.json").exists()


def test_the_usual_baseline_is_not_written_through_a_link(tmp_path: Path) -> None:
    Path("newslint-baseline.json").symlink_to("../外.json")
    result = run("baseline", "write")
    assert result.exit_code == 2 and OUTSIDE in result.output
    assert not (tmp_path / "外.json").exists()


def test_a_first_configuration_is_not_written_through_a_link(tmp_path: Path) -> None:
    Path("newslint.toml").symlink_to("../外.toml")
    assert run("init", ".").exit_code == 2
    assert not (tmp_path / "外.toml").exists()
