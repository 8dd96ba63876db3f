"""newslint alone: the cost of a file a hundred times as large, and of a second run over the same files."""

from __future__ import annotations

import math
import shutil
import statistics
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from racing.contenders import CONTENDERS
from racing.corpora import Corpus, page
from racing.environment import Environment
from racing.rounds import Lane, measured, run_library
from racing.sentences import Sentences

#: The sizes in bytes of the files that are compared.
SMALLER, LARGER = 100_000, 10_000_000


@dataclass(frozen=True, slots=True)
class Growth:
    """Seconds per MB of the smaller and of the larger file, and the peak memory of the command per byte of the
    larger.
    """

    smaller: float = math.nan
    larger: float = math.nan
    peak: float = math.nan
    failure: str = ""

    @property
    def ratio(self) -> float:
        """The cost of an MB of the larger file divided by that of the smaller."""
        return self.larger / self.smaller


@dataclass(frozen=True, slots=True)
class Cached:
    """Median seconds of a run over all files with an empty cache and with a full one."""

    cold: float
    warm: float

    @property
    def ratio(self) -> float:
        """How many times as fast a warm run is as a cold one."""
        return self.cold / self.warm


def grow(
    source: Sentences, root: Path, env: Environment, seed: int, rounds: int, told: Callable[[str], None]
) -> Growth:
    """Measure clean files of both sizes as a library, in turns, and the larger one as a command for its peak memory."""
    library = next(item for item in CONTENDERS if (item.name, item.way) == ("newslint", "library"))
    lanes = []
    for size in (SMALLER, LARGER):
        folder = root / f"growth-{size}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        data = page(source, "clean", size, Random(f"{seed} growth")).encode()
        (folder / "0001.txt").write_bytes(data)
        lanes.append(Lane(library, Corpus("large", "clean", folder, 1, len(data))))
    for number in range(rounds):
        told(f"growth: round {number + 1} of {rounds}")
        for lane in lanes:
            if lane.runs_on():
                run_library(lane, env)
    for lane in lanes:
        if lane.failure:
            return Growth(failure=f"{lane.corpus.size:,} bytes: {lane.failure}")
    command = next(item for item in CONTENDERS if (item.name, item.way) == ("newslint", "command"))
    result = measured(*command.call(env, lanes[1].corpus, 1))
    peak = result.get("peak", math.nan) / lanes[1].corpus.size
    smaller, larger = (lane.median / lane.corpus.size * 1_000_000 for lane in lanes)
    return Growth(smaller, larger, peak, str(result.get("failure", "")))


def cached(corpus: Corpus, env: Environment, rounds: int, told: Callable[[str], None]) -> Cached | None:
    """Measure runs over ``corpus`` with an empty result cache and with a full one; None if newslint caches no
    results.
    """
    if not env.uncached:
        return None
    command = [*env.newslint, "check", "--no-config", str(corpus.folder)]
    cold, warm = [], []
    for number in range(rounds):
        told(f"result cache: round {number + 1} of {rounds}")
        # The pack of rules stays in the cache: a cold run is one without results where newslint is already in use.
        measured([*env.newslint, "cache", "clear"], env.folder)
        measured([*env.newslint, "check", "--no-config", "--no-cache", str(next(corpus.folder.iterdir()))], env.folder)
        cold.append(measured(command, env.folder).get("seconds", math.nan))
        warm.append(measured(command, env.folder).get("seconds", math.nan))
    return Cached(statistics.median(cold), statistics.median(warm))
