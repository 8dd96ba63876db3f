"""The race: the contenders take turns, round by round, so that noise on the machine affects all of them."""

from __future__ import annotations

import json
import math
import os
import shutil
import signal
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from racing.contenders import Contender
from racing.corpora import Corpus
from racing.environment import Environment

#: A contender that has used this many seconds on one corpus skips the remaining rounds.
PATIENCE = 25.0
#: The time limit of a run, in seconds.
LIMIT = 180.0
_STOPWATCH = Path(__file__).with_name("stopwatch.py")


@dataclass(slots=True)
class Lane:
    """The results of one contender on one corpus: seconds of each run, the highest peak in bytes, or the reason of its
    failure.

    ``note`` is a remark needed to understand its figures.
    """

    contender: Contender
    corpus: Corpus
    seconds: list[float] = field(default_factory=list)
    peak: int = 0
    failure: str = ""
    note: str = ""

    @property
    def median(self) -> float:
        """The median of the runs in seconds; NaN without runs."""
        return statistics.median(self.seconds) if self.seconds else math.nan

    def runs_on(self) -> bool:
        """True if the contender takes part in the next round."""
        return not self.failure and sum(self.seconds) < PATIENCE


def race(
    contenders: Sequence[Contender],
    corpora: Sequence[Corpus],
    env: Environment,
    rounds: int,
    told: Callable[[str], None],
    warm: bool = True,
) -> list[Lane]:
    """Let every contender check every corpus ``rounds`` times; if ``warm``, a first run of each command is not
    counted.
    """
    lanes = []
    for corpus in corpora:
        entered = [
            Lane(contender, corpus) for contender in contenders if contender.way != "nothing" or corpus.shape == "small"
        ]
        lanes.extend(entered)
        if warm and corpus.shape == "small":
            for lane in entered:
                if lane.contender.way != "library":
                    run_command(lane, env, counted=False)
        for number in range(rounds):
            told(f"{corpus.name}: round {number + 1} of {rounds}")
            # Each round starts with another contender, so that none always runs after the same one.
            turn = number % len(entered)
            for lane in [*entered[turn:], *entered[:turn]]:
                if lane.runs_on():
                    (run_library if lane.contender.way == "library" else run_command)(lane, env)
    return lanes


def run_command(lane: Lane, env: Environment, counted: bool = True) -> None:
    command, folder = lane.contender.call(env, lane.corpus, 1)
    for word in command:
        # If Node does not find its script, its exit code is that of a linter with findings.
        if word.startswith(str(env.folder)) and "*" not in word and not Path(word).exists():
            lane.failure = f"not installed: there is no {word}"
            return
    result = measured(command, folder)
    expected = lane.contender.faulty if lane.corpus.kind == "dense" else {0, 1}
    if "failure" not in result and lane.contender.way == "command" and result["status"] not in expected:
        result["failure"] = f"exit status {result['status']}: {_last(result['tail'])}"
    if "failure" in result:
        lane.failure = str(result["failure"])
    elif counted:
        lane.seconds.append(result["seconds"])
        lane.peak = max(lane.peak, result["peak"])


def run_library(lane: Lane, env: Environment) -> None:
    passes = 200 if lane.corpus.shape == "small" else 1
    result = measured(*lane.contender.call(env, lane.corpus, passes), cpus=1)
    try:
        told = json.loads(_last(result["tail"])) if "failure" not in result else {}
        lane.seconds.append(told["mean"])
    except (ValueError, KeyError):
        lane.failure = str(result.get("failure") or f"exit status {result['status']}: {_last(result['tail'])}")
        return
    lane.peak = max(lane.peak, result["peak"])
    if told["pieces"]:
        lane.note = "in pieces of 30,000 characters: it refuses the whole"


def measured(command: Sequence[str], folder: Path, cpus: int = 0) -> dict[str, Any]:
    """Run ``command`` in ``folder`` under the stopwatch and return its output, or the ``failure``."""
    program = shutil.which(command[0])
    if program is None:
        return {"failure": f"there is no {command[0]}"}
    stopwatch = [sys.executable, "-I", "-S", str(_STOPWATCH), str(folder), str(cpus), program, *command[1:]]
    with subprocess.Popen(
        stopwatch, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        try:
            printed, complaint = process.communicate(timeout=LIMIT)
            result: dict[str, Any] = json.loads(printed)
            return result
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return {"failure": f"not done after {LIMIT:.0f} s"}
        except ValueError:
            return {"failure": _last(complaint)}


def _last(text: object) -> str:
    return (str(text).strip().splitlines() or ["no output"])[-1]
