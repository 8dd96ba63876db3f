"""The report of a race, as Markdown: the machine, the versions, the targets, the tables."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from racing.environment import Environment
from racing.figures import tables
from racing.rounds import Lane
from racing.targets import Verdict

_HOW = """\
Medians of whole rounds, in which the contenders take turns; “spread” is how much longer the slowest run took than the
fastest, “newslint is” how many times as fast as this contender. A command is a whole process, start and output included
(newslint with all default rules on; its results are not cached); peak is that of its largest process. A library is
timed inside a process on one core, after a first pass. newslint gives findings with lines, columns and fixes in either.
lint-md gets the texts as Markdown, since it reads nothing else. textlint has a single rule on, about brackets: npm had
no preset for Chinese. One MB is 1,000,000 bytes of UTF-8.
"""
_OWN = """\
The texts are the project's own fixtures and examples, put together by chance; clean: sentences without fault, dense:
nearly every sentence has one.
"""
_FOLDER = "The texts are the articles of a folder; large: all of them in one file, repeated.\n"


def report(command: str, env: Environment, lanes: Sequence[Lane], verdicts: Sequence[Verdict], rounds: int) -> str:
    """Return the text of the report."""
    lines = ["# newslint beside other linters", "", f"    {command}", ""]
    lines += [f"{date.today().isoformat()}, {rounds} rounds. {_machine()}", "", _HOW]
    lines += [_FOLDER if any(lane.corpus.kind == "own" for lane in lanes) else _OWN, "## Versions", ""]
    lines += [f"- {name} {version}" for name, version in env.versions().items()]
    lines += [f"- could not be installed: {name} ({reason})" for name, reason in env.failed.items()]
    lines += ["", "## Targets", "", *(verdict.line() for verdict in verdicts), "", "## Figures", "", *tables(lanes)]
    return "\n".join(lines).rstrip() + "\n"


def _machine() -> str:
    node = shutil.which("node")
    version = subprocess.run([node, "--version"], capture_output=True, text=True).stdout.strip() if node else "none"
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"{cores} cores ({_processor()}), {platform.system()} {platform.machine()}, Python "
        f"{platform.python_version()}, Node {version}."
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")
