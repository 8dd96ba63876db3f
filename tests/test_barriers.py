"""A failure of newslint itself over one file: that file's result says so, the others are checked, and the exit is 2."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.checks.check import AnchorCheck, Check
from newslint.cli import main
from newslint.engine.engine import Engine
from newslint.errors import DEBUG, UserError
from newslint.filters.chain import Triage
from newslint.rulebook.rule import Rule, RuleError

FAULTY = "双方坚持互惠互利互惠原则。\n"
#: What is raised, and how it is named.
KINDS = (
    KeyError("键"),
    OverflowError(),
    RecursionError(),
    MemoryError(),
    UnicodeEncodeError("gbk", "一", 0, 1, "无"),
    OSError(),
)
VICTIM = "乙.txt"


@pytest.fixture(params=KINDS, ids=lambda error: type(error).__name__)
def error(request: pytest.FixtureRequest) -> Exception:
    raised: Exception = request.param
    return raised


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with three articles that each have an error, and a byline to be compared."""
    for name in ("丙.txt", VICTIM, "甲.txt"):
        (tmp_path / name).write_text(f"本报讯（记者 田一川）{FAULTY}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(DEBUG, "")
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(main, [*args])


def raising(function: Callable[..., object], error: Exception, at: Callable[..., bool]) -> Callable[..., object]:
    """Return ``function``, but for ``error`` where ``at`` says so of its arguments."""

    def raises(*args: object, **named: object) -> object:
        if at(*args):
            raise error
        return function(*args, **named)

    return raises


def of_the_victim(*args: object) -> bool:
    return any(getattr(arg, "name", arg) == VICTIM for arg in args)


def with_check(monkeypatch: pytest.MonkeyPatch, code: str, change: Callable[[Check], Check]) -> None:
    """Change the check of one rule."""
    make = Rule.make_check
    monkeypatch.setattr(Rule, "make_check", lambda rule: change(make(rule)) if rule.code == code else make(rule))


def failing_anchors(error: Exception) -> Callable[[Check], Check]:
    return lambda check: check._replace(find=raising(check.find, error, of_the_victim))


def failing_facts(error: Exception) -> Callable[[Check], Check]:
    def change(check: Check) -> Check:
        assert not isinstance(check, AnchorCheck) and check.comparison is not None
        return check._replace(
            comparison=check.comparison._replace(facts=raising(check.comparison.facts, error, of_the_victim))
        )

    return change


def failing_comparison(error: Exception) -> Callable[[Check], Check]:
    """Change a check so that comparing fails if the second file is among those compared."""

    def change(check: Check) -> Check:
        assert not isinstance(check, AnchorCheck) and check.comparison is not None
        fails = raising(check.comparison.compare, error, lambda own: any(index == 1 for index, _ in own))
        return check._replace(comparison=check.comparison._replace(compare=fails))

    return change


def told(result: Result, error: Exception, code: str = "") -> None:
    """Assert that the victim's error names it, the kind of exception and the rule, and that the others have theirs."""
    assert result.exit_code == 2, result.output
    kind = type(error).__name__
    where = f"{kind}，规则 {code}" if code else kind
    assert f"{VICTIM}：newslint 内部出错（{where}），这个文件没有查完" in result.output
    assert "Traceback" not in result.output
    assert "丙.txt\n  1:" in result.output and "甲.txt\n  1:" in result.output
    assert f"{VICTIM}:1:" not in result.output


def test_reading(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    import newslint.run.linter as linter

    monkeypatch.setattr(linter, "read_bytes", raising(linter.read_bytes, error, of_the_victim))
    told(run("check", "--no-cache"), error)


def test_a_rule(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    with_check(monkeypatch, "PU03", failing_anchors(error))
    for path in Path().glob("*.txt"):
        path.write_text(f"{FAULTY}好。。\n", encoding="utf-8")
    told(run("check", "--no-cache"), error, "PU03")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_facts_of_a_rule(error: Exception, jobs: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_check(monkeypatch, "BY04", failing_facts(error))
    told(run("check", "--no-cache", "--jobs", jobs), error, "BY04")


def test_comparing(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    with_check(monkeypatch, "BY04", failing_comparison(error))
    told(run("check", "--no-cache"), error, "BY04")
    fixed = run("fix", "--unsafe", "--select", "DU03,BY04")
    assert fixed.exit_code == 2
    assert f"{VICTIM}：newslint 内部出错" in fixed.output and fixed.output.count("+本报讯") == 2


def test_a_comparison_that_always_fails_is_given_up(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def change(check: Check) -> Check:
        assert not isinstance(check, AnchorCheck) and check.comparison is not None
        return check._replace(comparison=check.comparison._replace(compare=raising(len, error, lambda own: True)))

    with_check(monkeypatch, "BY04", change)
    for number in range(30):
        Path(f"{number}.txt").write_text("本报讯（记者 田一川）好。\n", encoding="utf-8")
    report = json.loads(run("check", "--no-cache", "--format", "json").stdout)
    broken = [file["path"] for file in report["files"] if file["error"]]
    assert 0 < len(broken) < len(report["files"])


def test_the_filters(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    fails = raising(Triage.sift, error, lambda triage, path, *rest: path == VICTIM)
    monkeypatch.setattr(Triage, "sift", lambda *args: fails(*args))
    told(run("check", "--no-cache"), error)


@pytest.mark.parametrize("format", ["text", "concise", "github"])
def test_a_report(error: Exception, format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib import import_module

    module = import_module(f"newslint.reports.{format}")
    name = f"render_{format}"
    fails = raising(
        getattr(module, name),
        error,
        lambda results: any(file.path == VICTIM and not file.error for file in results.files),
    )
    monkeypatch.setattr(module, name, fails)
    result = run("check", "--no-cache", "--format", format)
    assert result.exit_code == 2
    assert f"{VICTIM}：newslint 内部出错（{type(error).__name__}）" in result.output
    assert "甲.txt" in result.output and "Traceback" not in result.output


def test_fixing(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    import newslint.engine.fixer as fixer

    monkeypatch.setattr(fixer, "fix_document", raising(fixer.fix_document, error, of_the_victim))
    before = Path(VICTIM).read_bytes()
    result = run("fix", "--write", "--unsafe", "--select", "DU03")
    assert result.exit_code == 2
    assert f"{VICTIM}：newslint 内部出错（{type(error).__name__}）" in result.output
    assert "丙.txt：修改 1 处" in result.output and "甲.txt：修改 1 处" in result.output
    assert Path(VICTIM).read_bytes() == before


def test_writing(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    import newslint.run.rewriting as rewriting

    monkeypatch.setattr(rewriting, "replace_bytes", raising(rewriting.replace_bytes, error, of_the_victim))
    result = run("fix", "--write", "--unsafe", "--select", "DU03")
    assert result.exit_code == 2
    assert f"{VICTIM}：" in result.output and "甲.txt：修改 1 处" in result.output and "Traceback" not in result.output


def test_showing_a_diff(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    from newslint.cli import fix

    monkeypatch.setattr(fix, "_diff", raising(fix._diff, error, lambda file: file.path == VICTIM))
    result = run("fix", "--unsafe", "--select", "DU03")
    assert result.exit_code == 2
    assert f"{VICTIM}：newslint 内部出错（{type(error).__name__}）" in result.output
    assert result.output.count("+本报讯") == 2


def test_a_row_of_a_corpus(
    error: Exception, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    import newslint.corpus.checking as checking

    monkeypatch.setattr(checking, "read_bytes", raising(checking.read_bytes, error, of_the_victim))
    out = tmp_path_factory.mktemp("out")
    result = run("corpus", "lint", "-q", "-j", "1", ".", str(out))
    assert result.exit_code == 2, result.output
    rows = parquet.read_table(out / "articles").to_pylist()
    assert [row["id"] for row in rows if row["error"]] == [VICTIM]
    assert type(error).__name__ in next(row["error"] for row in rows if row["error"])
    assert sum(row["findings"] for row in rows) == 2


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("newslint.run.cache", "unpack"),
        ("newslint.run.cached_batch", "unpack"),
        ("newslint.run.cache", "write_cache_file"),
        ("newslint.run.cached_batch", "read_text"),
    ],
)
def test_the_cache(error: Exception, module: str, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A cache that fails is none: nothing else changes."""
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / ".cache"))
    expected = run("check")
    assert expected.exit_code == 1
    Path("丁.txt").write_text(FAULTY, encoding="utf-8")
    fresh = run("check", "--no-cache")
    with monkeypatch.context() as patch:
        patch.setattr(f"{module}.{name}", raising(print, error, lambda *args: True))
        assert run("check").output == fresh.output
        assert run("check").output == fresh.output
    assert run("check").output == run("check").output == fresh.output


@pytest.mark.parametrize("command", ["check", "fix", "config", "rules"])
def test_the_program(error: Exception, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from newslint.config import Project

    def fail(*args: object) -> None:
        raise error

    monkeypatch.setattr(Project, "settings_in", fail)
    result = run(command)
    assert result.exit_code == 2
    assert result.output.startswith(f"newslint：内部出错（{type(error).__name__}）") and result.output.count("\n") == 1
    shown = run(command, "--debug")
    assert shown.exit_code == 2 and "Traceback" in shown.output and type(error).__name__ in shown.output


@pytest.mark.skipif(sys.platform == "win32", reason="no folder in use can be deleted there")
@pytest.mark.parametrize("command", [["check", "."], ["check", "/dev/null/a.txt"], ["config"], ["fix", "a.txt"]])
def test_a_working_folder_that_is_gone(command: list[str], tmp_path: Path) -> None:
    script = "import os, sys; os.rmdir(os.getcwd()); from newslint.__main__ import run; run()"
    folder = tmp_path / "gone"
    folder.mkdir()
    ended = subprocess.run([sys.executable, "-c", script, *command], cwd=folder, capture_output=True, check=False)
    assert (ended.returncode, ended.stderr.decode()) == (2, "newslint：当前文件夹已被删除；请换到别的文件夹再运行。\n")


def test_what_is_wrong_with_a_setting_still_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> None:
        raise RuleError("规则.toml", "options.pattern", "不对。")

    monkeypatch.setattr(Engine, "examine", fail)
    for jobs in ("1", "2"):
        result = run("check", "--no-cache", "--jobs", jobs)
        assert (result.exit_code, result.output) == (2, "newslint：规则.toml：options.pattern：不对。\n")
    assert issubclass(RuleError, UserError)


@pytest.mark.parametrize(
    ("fault", "code", "told"),
    [
        ("ImportError('坏了')", 2, "newslint: ImportError: 坏了\n"),
        ("MemoryError()", 2, "newslint: MemoryError: \n"),
        ("KeyboardInterrupt()", 130, ""),
    ],
)
def test_a_fault_before_the_program_begins(fault: str, code: int, told: str) -> None:
    script = (
        "import sys\n"
        "class Broken:\n"
        "    def find_spec(self, name, *rest):\n"
        f"        if name == 'newslint.cli': raise {fault}\n"
        "sys.meta_path.insert(0, Broken())\n"
        "from newslint.__main__ import run\n"
        "run()\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script], capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (code, "", told)
