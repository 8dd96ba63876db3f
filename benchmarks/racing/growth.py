"""newslint alone: what a file ten times and a hundred times as large costs, and what a second run over the same
files.
"""

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

#: Bytes of the files that are held against each other.
SMALLER, LARGER = 100_000, 10_000_000


@dataclass(frozen=True, slots=True)
class Growth:
    """Seconds for each MB of the smaller and of the larger file, and the peak of the command for each byte of the
    larger.
    """

    smaller: float = math.nan
    larger: float = math.nan
    peak: float = math.nan
    failure: str = ""

    @property
    def ratio(self) -> float:
        """What an MB of the larger file costs over what one of the smaller does."""
        return self.larger / self.smaller


@dataclass(frozen=True, slots=True)
class Cached:
    """Median seconds of a run over all files without results in the cache, and with all of them."""

    cold: float
    warm: float

    @property
    def ratio(self) -> float:
        """How many times as fast the warm run is."""
        return self.cold / self.warm


def grow(
    source: Sentences, root: Path, env: Environment, seed: int, rounds: int, told: Callable[[str], None]
) -> Growth:
    """Measure clean files of both sizes as a library, in turns, and the larger one as a command for its peak."""
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
    """Measure runs over ``corpus`` with an empty result cache and with a full one; None where newslint keeps no
    results.
    """
    if not env.uncached:
        return None
    command = [*env.newslint, "check", "--no-config", str(corpus.folder)]
    cold, warm = [], []
    for number in range(rounds):
        told(f"result cache: round {number + 1} of {rounds}")
        # What is compiled from the rules stays: a run without results comes in a house where newslint is in use.
        measured([*env.newslint, "cache", "clear"], env.folder)
        measured([*env.newslint, "check", "--no-config", "--no-cache", str(next(corpus.folder.iterdir()))], env.folder)
        cold.append(measured(command, env.folder).get("seconds", math.nan))
        warm.append(measured(command, env.folder).get("seconds", math.nan))
    return Cached(statistics.median(cold), statistics.median(warm))
