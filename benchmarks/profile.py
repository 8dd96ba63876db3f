"""Show where newslint's time goes, by stage and by rule, and mark the rules that exceed their share.

    python benchmarks/profile.py [ARTICLES ...] [--kind clean|dense] [--megabytes N] [--passes N] [--top N]
                                 [--limit PERCENT] [--require]

ARTICLES are files or folders; without them pages of 4 KB are composed of the project's own sentences, the same each
time. Stages are the steps of a run in order; each is timed together with everything that it computes first.
Computations that rules share ("shared: ...") have an account of their own and are not charged to the rule that uses
them first; a rule's time is that of finding its matches. A rule above --limit (3 % of the run) is marked with "!"; with
--require the exit code is then 1. Each figure is the median of several passes, not counting a first one; "whole" is the
same work without timing its parts.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

from clocking.clock import Clock
from clocking.watched import SHARED, computed, silent, watch, watched
from racing.corpora import MB, SMALL, page
from racing.sentences import own_sentences

from newslint.config import Settings
from newslint.engine.engine import Engine
from newslint.readers import SUFFIXES, ReadError, read_bytes
from newslint.reports import render
from newslint.results import CheckedFile, Results
from newslint.rulebook.book import Rule, RuleBook
from newslint.run.linter import Linter
from newslint.run.notes import rule_notes

Text = tuple[str, bytes]


class Profile(NamedTuple):
    """Median seconds by account (stages and rule codes), and of the same work untimed, over ``size`` bytes."""

    spent: dict[str, float]
    whole: float
    size: int

    @property
    def total(self) -> float:
        """The seconds of all accounts together."""
        return sum(self.spent.values())

    def share(self, account: str) -> float:
        """The share of ``account`` in the total, in percent."""
        return self.spent.get(account, 0.0) / self.total * 100


def profile(texts: Sequence[Text], linter: Linter, passes: int) -> Profile:
    """Return the median times of ``passes`` over ``texts`` (names and bytes), not counting a first pass."""
    rules = tuple(linter.book)
    scan = Engine(RuleBook(silent(rules)))
    measured: list[dict[str, float]] = []
    wholes = []
    for _ in range(passes + 1):
        gc.collect()
        started = time.perf_counter()
        files = [linter.check_file(name, data) for name, data in texts]
        wholes.append(time.perf_counter() - started)
        clock = Clock()
        engine = Engine(RuleBook(watched(rules, clock)))
        for (name, data), file in zip(texts, files, strict=True):
            _observe(name, data, file, engine, scan, linter, clock)
        measured.append(clock.spent)
    accounts = dict.fromkeys(account for spent in measured[1:] for account in spent)
    spent = {account: statistics.median(found.get(account, 0.0) for found in measured[1:]) for account in accounts}
    # The scan was timed a second time by itself: the rest of the engine turns matches into findings and sorts them.
    spent["findings"] = max(spent["findings"] - spent["scan"], 0.0)
    return Profile(spent, statistics.median(wholes[1:]), sum(len(data) for _, data in texts))


def _observe(
    name: str, data: bytes, file: CheckedFile, engine: Engine, scan: Engine, linter: Linter, clock: Clock
) -> None:
    """Perform the steps of a run and charge each to its account."""
    known = read_bytes(data, name)
    linter.check_document(known)
    document = clock.charge("decode", lambda: read_bytes(data, name))
    # Rules read the running text, which may be a different document from the file.
    for asked, pattern in ((document, known), *(((document.prose, known.prose),) if hasattr(known, "prose") else ())):
        watch(asked, clock)
        for part in computed(pattern):
            clock.charge(part, partial(getattr, asked, part))
    clock.charge("findings", lambda: engine.check(document))
    clock.charge("scan", lambda: scan.check(document))
    clock.charge("report", lambda: render("text", Results((file,), rule_notes(linter.book, [file]))))


def own_texts(kind: str, megabytes: float, seed: int = 1) -> list[Text]:
    """Return pages of 4 KB composed of the project's own sentences, ``megabytes`` in total."""
    source = own_sentences()
    count = max(1, round(megabytes * MB / SMALL))
    return [
        (f"{number:04}.txt", page(source, kind, SMALL, Random(f"{seed} {kind} {number}")).encode())
        for number in range(count)
    ]


def texts_of(paths: Sequence[Path]) -> list[Text]:
    """Return the articles in files and folders, without those that cannot be read."""
    found = []
    named = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    for path in named:
        if path not in paths and (path.suffix not in SUFFIXES or not path.is_file()):
            continue
        try:
            data = path.read_bytes()
            read_bytes(data, str(path))
        except (OSError, ReadError) as error:
            print(error)
        else:
            found.append((str(path), data))
    return found


def lines_of(result: Profile, rules: Sequence[Rule], top: int, limit: float) -> list[str]:
    """Return the lines of the table: stages, then the ``top`` rules and shared computations; rules above ``limit`` are
    marked.
    """
    names = {rule.code: rule.name for rule in rules}
    megabytes = result.size / MB
    together = sum(result.spent.get(code, 0.0) for code in names)
    lines = [
        f"{megabytes:.2f} MB; whole {result.whole / megabytes * 1000:.0f} ms/MB = {megabytes / result.whole:.2f} MB/s; "
        f"under the clock {result.total / megabytes * 1000:.0f} ms/MB",
        f"\n{'ms/MB':>8} {'share':>7}  stage",
    ]
    shared = {account: seconds for account, seconds in result.spent.items() if account.startswith(SHARED)}
    stages = {
        account: seconds for account, seconds in result.spent.items() if account not in names and account not in shared
    }
    stages |= {"what rules share": sum(shared.values()), f"{len(names)} rules": together}
    lines += [_line(seconds, name, result) for name, seconds in stages.items() if seconds]
    lines += ["", *(_line(seconds, name, result) for name, seconds in _dearest(shared)[:top])]
    dearest = _dearest({code: result.spent.get(code, 0.0) for code in names})
    lines.append("")
    for code, seconds in dearest[:top]:
        lines.append(_line(seconds, f"{code} {names[code]}", result) + ("  !" if result.share(code) > limit else ""))
    return lines


def above(result: Profile, rules: Sequence[Rule], limit: float) -> list[str]:
    """Return the codes of the rules that take more than ``limit`` percent, most expensive first."""
    return [
        code
        for code, _ in _dearest({rule.code: result.spent.get(rule.code, 0.0) for rule in rules})
        if result.share(code) > limit
    ]


def _dearest(spent: dict[str, float]) -> list[tuple[str, float]]:
    return sorted(spent.items(), key=lambda item: (-item[1], item[0]))


def _line(seconds: float, name: str, result: Profile) -> str:
    return f"{seconds / result.size * MB * 1000:8.1f} {seconds / result.total * 100:6.1f}%  {name}"


def main() -> int:
    """Parse the command line, measure and print; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path)
    parser.add_argument("--kind", choices=["clean", "dense"], default="clean")
    parser.add_argument("--megabytes", type=float, default=0.4)
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--top", type=int, default=20, help="the number of rules and shared computations to show")
    parser.add_argument("--limit", type=float, default=3.0, metavar="PERCENT")
    parser.add_argument("--require", action="store_true", help="exit code 1 if a rule is above the limit")
    options = parser.parse_args()
    linter = Linter(Settings())
    texts = texts_of(options.articles) if options.articles else own_texts(options.kind, options.megabytes)
    if not texts:
        parser.error("no articles there")
    result = profile(texts, linter, options.passes)
    print("\n".join(lines_of(result, tuple(linter.book), options.top, options.limit)))
    marked = above(result, tuple(linter.book), options.limit)
    print(f"\nabove {options.limit:g} %: {', '.join(marked) or 'none'}")
    return int(options.require and bool(marked))


if __name__ == "__main__":
    raise SystemExit(main())
