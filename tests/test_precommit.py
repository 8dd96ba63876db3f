"""The hooks for pre-commit, used as a desk uses them: the real pre-commit, in a repository of articles, on a real
commit.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

from newslint.readers import SUFFIXES

HOOKS = ROOT / ".pre-commit-hooks.yaml"
#: What pip says where there is no way to a package index.
_NO_INDEX = (
    "No matching distribution",
    "Failed to establish a new connection",
    "Temporary failure in name resolution",
    "Max retries exceeded",
)
#: What the repository of the hooks needs for pip to install it.
_PROJECT = ("hatch_build.py", "newslint", "rules", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")

UNSAFE = "本报讯（记者 林岚）市档案馆昨日开放新馆，双方坚持互惠互利互惠原则。\n"
SAFE = "本报讯（记者 林岚）市档案馆昨日开放新馆。。市民可以预约参观。\n"


@dataclass(frozen=True)
class Desk:
    """A git repository of articles in which pre-commit is installed."""

    folder: Path
    env: Mapping[str, str]

    def write(self, name: str, text: str, encoding: str = "utf-8") -> None:
        (self.folder / name).write_bytes(text.encode(encoding))

    def read(self, name: str) -> str:
        return (self.folder / name).read_bytes().decode()

    def commit(self) -> subprocess.CompletedProcess[str]:
        """Commit all that is there, as far as the hooks let it."""
        run(["git", "add", "--all"], self.folder, self.env, check=True)
        return run(["git", "commit", "-m", "稿件"], self.folder, self.env)

    def commits(self) -> int:
        return len(run(["git", "rev-list", "--all"], self.folder, self.env, check=True).stdout.splitlines())


def run(
    command: list[str], folder: Path, env: Mapping[str, str], check: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run ``command``; what it writes to either stream comes as ``stdout``."""
    return subprocess.run(
        command, cwd=folder, env=env, check=check, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


@pytest.fixture(scope="session")
def env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a user of git, apart from that of whoever runs the tests."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT", "GITHUB_"))}
    who = {
        f"GIT_{role}_{key}": value
        for role in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", "desk"), ("EMAIL", "desk@example.com"))
    }
    home = tmp_path_factory.mktemp("pre-commit")
    return {
        **env,
        **who,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(home),
        "PYTHONUTF8": "1",
    }


@pytest.fixture(scope="session")
def hooks(env: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The project as a git repository of its own, and its one commit."""
    folder = tmp_path_factory.mktemp("hooks") / "newslint"
    folder.mkdir()
    for name in _PROJECT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", "hooks"]):
        run(["git", *command], folder, env, check=True)
    return folder, run(["git", "rev-parse", "HEAD"], folder, env, check=True).stdout.strip()


@pytest.fixture
def desk(hooks: tuple[Path, str], env: dict[str, str], tmp_path: Path) -> Callable[..., Desk]:
    """Make a repository of articles with hooks, each given as its id or as what stands in the configuration."""

    def make(*wanted: str | dict[str, object]) -> Desk:
        folder, revision = hooks
        entries = [{"id": hook} if isinstance(hook, str) else hook for hook in wanted]
        config = {"repos": [{"repo": str(folder), "rev": revision, "hooks": entries}]}
        (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
        run(["git", "init", "--quiet"], tmp_path, env, check=True)
        installed = run([sys.executable, "-m", "pre_commit", "install", "--install-hooks"], tmp_path, env)
        if installed.returncode and any(sign in installed.stdout for sign in _NO_INDEX):
            pytest.skip("pre-commit installs the hook from a package index, and there is no way to one")
        assert not installed.returncode, installed.stdout
        return Desk(tmp_path, env)

    return make


def test_a_faulty_article_is_not_committed(desk: Callable[..., Desk]) -> None:
    page = desk("newslint")
    page.write("稿件.txt", UNSAFE)
    refused = page.commit()
    assert refused.returncode and not page.commits()
    assert "DU03" in refused.stdout and "稿件.txt" in refused.stdout
    page.write("稿件.txt", UNSAFE.replace("互惠互利互惠", "互惠互利"))
    assert not page.commit().returncode
    assert page.commits() == 1


def test_both_formats_are_checked_and_nothing_else(desk: Callable[..., Desk]) -> None:
    page = desk("newslint")
    page.write("数据.csv", UNSAFE)
    page.write("script.py", f"# {UNSAFE}")
    passed = page.commit()
    assert not passed.returncode and "Skipped" in passed.stdout
    page.write("版面.md", f"# 新馆开放\n\n{UNSAFE}")
    page.write("旧稿.TXT", UNSAFE, "gb18030")
    refused = page.commit()
    assert refused.returncode and "版面.md" in refused.stdout and "旧稿.TXT" in refused.stdout
    assert "csv" not in refused.stdout and "script" not in refused.stdout


def test_the_fix_changes_the_article_and_stops_the_commit_once(desk: Callable[..., Desk]) -> None:
    page = desk("newslint-fix", "newslint")
    page.write("稿件.txt", SAFE)
    stopped = page.commit()
    assert stopped.returncode and "files were modified by this hook" in stopped.stdout
    assert page.read("稿件.txt") == SAFE.replace("。。", "。")
    passed = page.commit()
    assert not passed.returncode, passed.stdout
    assert page.commits() == 1


def test_the_fix_leaves_what_an_editor_must_agree_to(desk: Callable[..., Desk]) -> None:
    page = desk("newslint-fix")
    page.write("稿件.txt", UNSAFE)
    assert not page.commit().returncode
    assert page.read("稿件.txt") == UNSAFE


def test_args_are_free_for_the_desk(desk: Callable[..., Desk]) -> None:
    page = desk({"id": "newslint", "args": ["--ignore", "DU03"]}, {"id": "newslint-fix", "args": ["--unsafe"]})
    page.write("稿件.txt", UNSAFE)
    stopped = page.commit()
    assert stopped.returncode and "DU03" not in stopped.stdout
    assert page.read("稿件.txt") == UNSAFE.replace("互惠互利互惠", "互惠互利")
    assert not page.commit().returncode


def test_the_configuration_of_the_desk_is_read(desk: Callable[..., Desk]) -> None:
    page = desk("newslint")
    page.write("newslint.toml", 'ignore = ["DU03"]\nexclude = ["存档.txt"]\n')
    page.write("稿件.txt", UNSAFE)
    page.write("存档.txt", SAFE)
    assert not page.commit().returncode


def test_the_hooks_take_the_endings_that_newslint_reads() -> None:
    for hook in yaml.safe_load(HOOKS.read_text(encoding="utf-8")):
        for suffix in SUFFIXES:
            assert re.search(hook["files"], f"稿件/第一版{suffix}")
        assert not re.search(hook["files"], "稿件/txt.py")
        assert hook["require_serial"] is True
        assert "args" not in hook
