"""Measure recall by rule: plant faults in clean articles, one at a time, and count how many newslint finds.

    python benchmarks/planted.py CORPUS.jsonl [--codes CODE ...] [--times N] [--seed N] [--show CODE] [--require 95]

CORPUS.jsonl holds one article per line: {"source": ..., "title": ..., "text": ...}, the text with one paragraph per
line. Each class of faults (``benchmarks/planting/``) is planted in up to N articles chosen at random, at a random place
where it is a fault. The table gives for each class how often a finding with an accepted code covered the place (found),
had the rule's own code (own) and had exactly a span that an editor might mark (exact), and how many new errors and
warnings there were besides (extra). With --require P the exit code is 1 if a class of a rule of severity error is found
in fewer than P of 100 cases, or if a rule of severity error has no class. --show prints the misses and the extra
findings of a class.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from planting import NOT_PLANTED, Article, FaultClass, classes_for
from planting.experiment import Experiment, Tally
from planting.lexicons import lexicon_classes

from newslint.config import Settings
from newslint.finding import Severity
from newslint.rulebook.book import RuleBook
from newslint.run.linter import Linter

#: With fewer plantings than this a share says little, and --require ignores it.
ENOUGH = 20


def read_articles(path: Path, leave_out: Iterable[str]) -> list[Article]:
    """Read the articles of a corpus, those from the sources ``leave_out`` apart."""
    apart = set(leave_out)
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [Article(row["text"], row.get("title", "")) for row in rows if row.get("source") not in apart]


def unplanted(book: RuleBook, classes: Iterable[FaultClass]) -> list[str]:
    """Return the codes of the rules of severity error that have no class and no reason for that."""
    planted = {item.code for item in classes if not item.beyond}
    return [
        rule.code
        for rule in book
        if rule.severity is Severity.ERROR and rule.code not in planted and rule.code not in NOT_PLANTED
    ]


def below(tallies: Iterable[Tally], book: RuleBook, percent: float) -> list[Tally]:
    """Return the tallies of rules of severity error with a recall below ``percent``."""
    errors = {rule.code for rule in book if rule.severity is Severity.ERROR}
    counted = (tally for tally in tallies if tally.fault.code in errors and not tally.fault.beyond)
    return [tally for tally in counted if len(tally.outcomes) >= ENOUGH and tally.share("found") * 100 < percent]


def print_table(tallies: Sequence[Tally], book: RuleBook) -> None:
    """Print one line for each class; classes that no rule promises to find come last."""
    levels = {rule.code: rule.severity.label for rule in book}
    width = max((len(tally.fault.name) for tally in tallies), default=0)
    print(f"{'code':6}{'level':9}{'class':{width}}{'planted':>9}{'found':>8}{'own':>8}{'exact':>8}{'extra':>7}")
    for beyond in (False, True):
        chosen = [tally for tally in tallies if bool(tally.fault.beyond) is beyond]
        if beyond and chosen:
            print("\nBeyond what the rules promise:")
        for tally in chosen:
            shares = "".join(
                f"{tally.share(name) * 100:7.1f}%" if tally.outcomes else f"{'-':>8}"
                for name in ("found", "own", "exact")
            )
            level = levels.get(tally.fault.code, "absent")
            print(
                f"{tally.fault.code:6}{level:9}{tally.fault.name:{width}}{len(tally.outcomes):9}{shares}{tally.extras:7}"
            )
            if beyond:
                print(f"{'':15}because {tally.fault.beyond}")


def print_misses(tallies: Iterable[Tally], wanted: str, sample: int) -> None:
    """Print the misses and extra findings of the classes of the code, family or severity ``wanted``."""
    for tally in tallies:
        if wanted not in ("ALL", tally.fault.code, tally.fault.code[:2]):
            continue
        for heading, chosen in (
            ("missed", [item for item in tally.outcomes if not item.found]),
            ("extra", [item for item in tally.outcomes if item.found and item.extra]),
            ("other span", [item for item in tally.outcomes if item.found and not item.exact and not item.extra]),
        ):
            if chosen:
                print(f"\n{tally.fault.code} {tally.fault.name}: {heading} {len(chosen)}")
            for item in chosen[:sample] if sample else chosen:
                print("   ", item.in_context())


def main() -> int:
    """Parse the command line, plant and print; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--codes", nargs="*", default=[], help="codes or families; default all")
    parser.add_argument("--times", type=int, default=200, help="the maximum number of plantings of each class")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--leave-out", nargs="*", default=[], metavar="SOURCE", help="sources to leave out")
    parser.add_argument("--rules", nargs="*", type=Path, default=[], help="rule folders instead of the built-in rules")
    parser.add_argument("--show", metavar="CODE", help="print misses and extra findings of a code or family, or ALL")
    parser.add_argument("--sample", type=int, default=20, help="the number of each to show (0: all)")
    parser.add_argument(
        "--require",
        type=float,
        metavar="P",
        help="exit with 1 if the recall of a rule of severity error is below P percent",
    )
    options = parser.parse_args()
    # Include rules of severity info: their planted faults must be found as well.
    linter = Linter(Settings(level=Severity.INFO, rules=tuple(options.rules)))
    articles = read_articles(options.corpus, options.leave_out)
    by_hand = classes_for(options.codes)
    from_lists = [
        item
        for item in lexicon_classes(linter.book)
        if not options.codes or {item.code, item.code[:2]} & {*options.codes}
    ]
    classes = sorted([*by_hand, *from_lists], key=lambda item: (item.code, bool(item.beyond)))
    experiment = Experiment(linter)
    tallies = [experiment.run(item, articles, options.times, options.seed) for item in classes]
    if options.show:
        print_misses(tallies, options.show, options.sample)
    else:
        print_table(tallies, linter.book)
    if options.require is None:
        return 0
    failed = below(tallies, linter.book, options.require)
    absent = [] if options.codes else unplanted(linter.book, classes)
    for tally in failed:
        print(f"{tally.fault.code} {tally.fault.name}: found in fewer than {options.require:g} of 100 cases")
    for code in absent:
        print(f"{code}: an error-level rule that nothing is planted for")
    return int(bool(failed or absent))


if __name__ == "__main__":
    sys.exit(main())
