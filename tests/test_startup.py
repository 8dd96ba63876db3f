"""What a run loads: counted, for a clock says more about the machine than about the program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from newslint.rulebook.pack import SHIPPED, write_pack
from newslint.rulebook.reading import load_rule

#: What takes long to import, or is for other formats, other commands, many files or the first run alone.
HEAVY = frozenset(
    "regex opencc tree_sitter tree_sitter_markdown ahocorasick_rs pathspec jinja2 wcwidth pyarrow dask difflib tomllib hashlib "
    "tempfile shutil random multiprocessing subprocess concurrent importlib.metadata logging csv html xml lxml zipfile".split()
)
CLEAN = (
    "云岭市春耕会议昨天召开\n\n　　本报讯（记者 林晓岚）云岭市昨天召开会议，部署春季农业生产。\n\n"
    "　　各县区要抓紧备足种子和化肥，确保不误农时。\n"
)
PLAIN = "云岭市昨天召开会议，部署春季农业生产。\n\n各县区要抓紧备足种子和化肥，确保不误农时。\n"
FAULTY = CLEAN + "\n　　双方坚持互惠互利互惠原则。\n"


def loaded(code: str, *arguments: str, root: Path = ROOT) -> set[str]:
    """Run ``code`` in a process of its own, with the package in ``root``, and return the modules that it has at the
    end.
    """
    script = f"import sys\nsys.argv[1:] = {list(arguments)!r}\ntry:\n    {code}\nexcept SystemExit:\n    pass\nprint(*sys.modules)"
    env = {**os.environ, "PYTHONPATH": str(root)}
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=root, env=env, check=True)
    return set(ran.stdout.splitlines()[-1].split())


def heavy(modules: set[str]) -> set[str]:
    return modules & HEAVY


CHECK = "from newslint.cli import main; main()"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package as a wheel has it: the rules with their pack."""
    root = tmp_path_factory.mktemp("installed")
    shutil.copytree(ROOT / "newslint", root / "newslint", ignore=shutil.ignore_patterns("__pycache__"))
    rules = root / "newslint" / "rulefiles"
    shutil.copytree(ROOT / "rules", rules)
    write_pack(rules / SHIPPED, rules, load_rule)
    return root


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "稿.txt"
    path.write_text(CLEAN, encoding="utf-8")
    return path


def test_the_command_line_loads_nothing_heavy() -> None:
    modules = loaded("import newslint.cli")
    assert not heavy(modules)
    assert not {
        module for module in modules if module.startswith(("newslint.checks", "newslint.chinese", "newslint.engine"))
    }


def test_the_package_loads_next_to_nothing() -> None:
    assert {module for module in loaded("import newslint") if module.startswith("newslint")} == {"newslint"}


def test_the_check_of_a_clean_page_loads_nothing_heavy(page: Path, installed: Path) -> None:
    modules = loaded(CHECK, "check", "--no-config", "--no-cache", str(page), root=installed)
    assert not heavy(modules)
    assert not modules & {
        "newslint.filters.baseline",
        "newslint.run.workers",
        "newslint.reports.html",
        "newslint.readers.markdown",
        "newslint.readers.html",
    }


def test_only_kinds_that_may_find_something_are_loaded(page: Path, installed: Path) -> None:
    plain = page.with_name("短.txt")
    plain.write_text(PLAIN, encoding="utf-8")
    modules = loaded(CHECK, "check", "--no-config", "--no-cache", str(plain), root=installed)
    assert "newslint.checks.breaks.broken" in modules
    unneeded = "doubling words"
    loaded_stems = {module.rpartition(".")[2] for module in modules if module.startswith("newslint.checks.")}
    assert not loaded_stems & set(unneeded.split())


def test_a_page_with_a_fault_loads_little_more(page: Path, installed: Path) -> None:
    faulty = page.with_name("误.txt")
    faulty.write_text(FAULTY, encoding="utf-8")
    assert not heavy(loaded(CHECK, "check", "--no-config", "--no-cache", str(faulty), root=installed))


def test_a_run_that_ends_at_once_keeps_its_exit_code_and_output(page: Path) -> None:
    faulty = page.with_name("误二.txt")
    faulty.write_text(FAULTY, encoding="utf-8")
    for path, code, said in (
        (page, 0, "没有发现问题"),
        (faulty, 1, "DU03"),
        (page.with_name("无.txt"), 2, "没有这个文件"),
    ):
        command = [sys.executable, "-m", "newslint", "check", "--no-config", str(path)]
        ran = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, encoding="utf-8")
        assert ran.returncode == code
        assert said in ran.stdout + ran.stderr
