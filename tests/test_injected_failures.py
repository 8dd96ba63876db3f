"""Every call of the file system fails once, in every way: what is told, what is still checked, and what is left.

A scenario is run undisturbed, which counts its calls, and then once for each call with that call failing.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner
from failing_calls import Call, Calls
from hypothesis import settings

from newslint.cli import main
from newslint.config import FILES
from newslint.errors import DEBUG

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="the calls that fail are those of POSIX"),
    pytest.mark.usefixtures("rules_anew"),  # a folder of the cache may be watched
]

SENTENCE = "双方坚持互惠互利互惠原则。"
ARTICLES = {
    "丁.txt": f"本报讯（记者 田一川）{SENTENCE}\n",
    "丙.html": f"<p>本报讯（记者 田一川）{SENTENCE}</p>\n",
    "乙.md": f"# 会议召开\n\n本报讯（记者 田一川）{SENTENCE}\n",
    "副刊/甲.txt": f"本报讯（记者 田一川）{SENTENCE}\n",
}
FIXED = {name: text.replace("互惠互利互惠", "互惠互利") for name, text in ARTICLES.items()}
CONFIGURED = {
    "newslint.toml": 'roster = "名册"\nallow-lists = ["词表"]\nbaseline = "旧.json"\nfail-on = "error"\n',
    "名册": "记者 田一川\n",
    "词表": "天天天蓝幼儿园\n",
    "旧.json": '{"version": 1, "findings": []}\n',
}
ERRORS = (errno.ENOSPC, errno.EACCES, errno.EIO, errno.ENOENT)


class Scenario(NamedTuple):
    """A command, the files that are there besides the articles, and those that it writes besides them.

    ``linked`` gives the articles a second name, so that they are written in place. With ``cached`` the folder of the
    cache is watched, too.
    """

    args: tuple[str, ...]
    files: Mapping[str, str] = {}
    written: tuple[str, ...] = ()
    linked: bool = False
    cached: bool = False


SCENARIOS = {
    "check": Scenario(("check", "--jobs", "1"), CONFIGURED),
    "check with a cache": Scenario(("check", "--select", "DU03"), cached=True),
    "reports": Scenario(
        ("check", "--select", "DU03", "--output", "sarif=报告.sarif", "--output", "html=a.htm"),
        {"报告.sarif": "{}"},
        ("报告.sarif", "a.htm"),
    ),
    "fix": Scenario(("fix", "--write", "--unsafe", "--select", "DU03")),
    "fix in place": Scenario(("fix", "--write", "--unsafe", "--select", "DU03"), linked=True),
    "baseline write": Scenario(
        ("baseline", "write", "--select", "DU03"),
        {"newslint-baseline.json": CONFIGURED["旧.json"]},
        ("newslint-baseline.json",),
    ),
    "baseline prune": Scenario(("baseline", "prune"), CONFIGURED, ("旧.json",)),
    "corpus": Scenario(("corpus", "lint", "-q", "-j", "1", "--partition", "2", "--select", "DU03", ".", "../out")),
}

#: Tells whether a file that is written is whole, by its ending: what it says depends on what was read.
WHOLE: dict[str, Callable[[bytes], object]] = {
    ".json": json.loads,
    ".sarif": json.loads,
    ".htm": lambda data: data.rstrip().endswith(b"</html>"),
}


class Ended(NamedTuple):
    """How a run has ended: its exit code, what it said, and the files there are, by path."""

    code: int
    output: str
    files: dict[str, bytes]


class Desk:
    """A folder in which a scenario can be run any number of times."""

    def __init__(self, scenario: Scenario, root: Path, patch: pytest.MonkeyPatch) -> None:
        self._scenario = scenario
        self._root = root
        (root / "desk").mkdir()
        patch.chdir(root / "desk")
        if scenario.cached:
            patch.setenv("NEWSLINT_CACHE_DIR", str(root / "cache"))

    def run(self, calls: Calls | None = None) -> Ended:
        """Run the scenario from the start, with ``calls`` counted."""
        shutil.rmtree(self._root / "out", ignore_errors=True)
        for name in os.listdir():
            shutil.rmtree(name) if os.path.isdir(name) else os.unlink(name)
        for name, text in {**ARTICLES, **self._scenario.files}.items():
            Path(name).parent.mkdir(exist_ok=True)
            Path(name).write_text(text, encoding="utf-8")
        if self._scenario.linked:
            for number, name in enumerate(ARTICLES):
                os.link(name, f"{number}.别名")
        # What is known would not be read again; to read all rules again takes too long.
        shutil.rmtree(Path(os.environ["NEWSLINT_CACHE_DIR"], "results"), ignore_errors=True)
        with (calls or self.calls()).counted():
            result = CliRunner().invoke(main, self._scenario.args)
        files = {str(path.relative_to(".")): path.read_bytes() for path in sorted(Path().rglob("*")) if path.is_file()}
        return Ended(result.exit_code, result.output, files)

    def calls(self, fails: int | None = None, code: int = 0) -> Calls:
        return Calls(self._root, fails, code)


@pytest.fixture(autouse=True)
def _no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DEBUG, "")


# The long profile lets each call fail in a second way, too.
@pytest.mark.parametrize("turn", range(2 if settings.get_current_profile_name() == "long" else 1))
@pytest.mark.parametrize("name", SCENARIOS)
def test_each_call_fails_once(name: str, turn: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scenario = SCENARIOS[name]
    desk = Desk(scenario, tmp_path, monkeypatch)
    desk.run()
    counting = desk.calls()
    undisturbed = desk.run(counting)
    assert len(counting.made) > 20 and "内部出错" not in undisturbed.output
    for number in range(len(counting.made)):
        calls = desk.calls(number, ERRORS[(number + 2 * turn) % len(ERRORS)])
        ended = desk.run(calls)
        if calls.failed is not None:
            holds(scenario, calls.failed, ended, undisturbed)


def holds(scenario: Scenario, failed: Call, ended: Ended, undisturbed: Ended) -> None:
    """Assert what must hold of a run of which a call has failed."""
    assert "Traceback" not in ended.output and "内部出错" not in ended.output
    name = os.path.basename(failed.path)
    if name in FILES and failed.name == "stat":
        return  # a configuration that cannot be seen is none
    if ended.code != 2 or failed.path.startswith("cache/"):
        assert ended[:2] == undisturbed[:2], "what failed did not matter"
        assert ended.files == undisturbed.files
        return
    if failed.path.startswith("desk/") and not name.endswith(("-new", "-copy")) and scenario.args[0] != "corpus":
        assert name in ended.output
    if failed.name not in ("unlink", "remove"):
        assert ended.files.keys() <= {*undisturbed.files, *ARTICLES, *scenario.files}
    for path, data in ended.files.items():
        if path in (*ARTICLES, *scenario.written):
            whole = path in scenario.written and WHOLE[Path(path).suffix](data)
            assert whole or data in (before(scenario, path), undisturbed.files[path]), path
    article = failed.path.removeprefix("desk/")
    others = [name for name in ARTICLES if name != article] if article in ARTICLES else []
    if scenario.args[0] == "fix":
        assert [name for name in others if ended.files[name] != undisturbed.files[name]] == []
    elif scenario.args[0] == "check":
        assert [name for name in others if f"{name}:" not in ended.output] == []


def before(scenario: Scenario, path: str) -> bytes | None:
    text = {**ARTICLES, **scenario.files}.get(path)
    return None if text is None else text.encode()
