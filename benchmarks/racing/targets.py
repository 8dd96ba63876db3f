"""The speed targets of newslint and whether they are met, each with its figure."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from racing.figures import reference, times_as_fast
from racing.growth import Cached, Growth
from racing.rounds import Lane


class Verdict(NamedTuple):
    """One target, its figure, and whether it is met; None if it was not measured."""

    target: str
    figure: str
    met: bool | None

    def line(self) -> str:
        """Return the line for the report."""
        return f"- **{ {True: 'met', False: 'missed', None: 'not measured'}[self.met] }**: {self.target}: {self.figure}"


def verdicts(lanes: Sequence[Lane], growth: Growth | None, cache: Cached | None) -> list[Verdict]:
    """Return the verdicts on all targets, corpus by corpus."""
    return [*_library(lanes), *_many(lanes), *_small(lanes), *_growth(growth), _cache(cache)]


def _lanes(lanes: Sequence[Lane], way: str, shape: str) -> Iterator[Lane]:
    for lane in lanes:
        if lane.contender.way == way and lane.corpus.shape == shape and lane.contender.name != "newslint":
            yield lane


def _at_least(target: str, ratio: float, figure: str, least: float) -> Verdict:
    return Verdict(target, figure, None if math.isnan(ratio) else ratio >= least)


def _library(lanes: Sequence[Lane]) -> Iterator[Verdict]:
    for shape in ("large", "many"):
        for lane in _lanes(lanes, "library", shape):
            if lane.contender.name == "autocorrect_py" and lane.corpus.kind != "dense":
                ratio = times_as_fast(lane, lanes)
                target = (
                    f"library, one core, {lane.corpus.name}: at least 2.5 times the MB/s of autocorrect_py (aim: 4)"
                )
                yield _at_least(target, ratio, f"{ratio:.2f} times", 2.5)


def _many(lanes: Sequence[Lane]) -> Iterator[Verdict]:
    for corpus in dict.fromkeys(lane.corpus for lane in _lanes(lanes, "command", "many")):
        peers = [lane for lane in _lanes(lanes, "command", "many") if lane.corpus == corpus and lane.seconds]
        if peers:
            fastest = min(peers, key=lambda lane: lane.median)
            ratio = times_as_fast(fastest, lanes)
            target = f"command, {corpus.name}: at least 3 times the files/s of the fastest peer"
            yield _at_least(target, ratio, f"{ratio:.2f} times those of {fastest.contender.name}", 3)


def _small(lanes: Sequence[Lane]) -> Iterator[Verdict]:
    for lane in (*_lanes(lanes, "command", "small"), *_lanes(lanes, "nothing", "small")):
        own = reference(lane, lanes, "command")
        if own is None:
            continue
        if lane.contender.name == "autocorrect":
            figure = f"{own.median * 1000:.0f} ms to {lane.median * 1000:.0f} ms"
            yield _at_least(
                f"command, {lane.corpus.name}: no slower than autocorrect-node's", lane.median / own.median, figure, 1
            )
        elif lane.contender.name.startswith("python"):
            above = (own.median - lane.median) * 1000
            yield _at_least(
                f"command, {lane.corpus.name}: at most 100 ms above bare python", -above, f"{above:.0f} ms above", -100
            )


def _growth(growth: Growth | None) -> Iterator[Verdict]:
    linear = "an MB of a 10 MB file costs at most 1.3 times one of a 100 KB file"
    memory = "peak memory on a 10 MB file below 12 times the file"
    if growth is None:
        yield from (Verdict(linear, "", None), Verdict(memory, "", None))
        return
    figure = (
        growth.failure or f"{growth.ratio:.2f} times ({growth.smaller:.2f} s, then {growth.larger:.2f} s for an MB)"
    )
    yield Verdict(linear, figure, not growth.failure and growth.ratio <= 1.3)
    yield Verdict(memory, growth.failure or f"{growth.peak:.1f} times", not growth.failure and growth.peak < 12)


def _cache(cache: Cached | None) -> Verdict:
    target = "command, many unchanged files: a warm run at least 10 times as fast as a cold one"
    if cache is None:
        return Verdict(target, "newslint keeps no results yet, or it was not asked for", None)
    return Verdict(target, f"{cache.ratio:.1f} times ({cache.cold:.2f} s, then {cache.warm:.2f} s)", cache.ratio >= 10)
