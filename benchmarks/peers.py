"""Race newslint against other linters for Chinese text and write benchmarks/results.md.

    python benchmarks/peers.py [--folder ARTICLES] [--rounds N] [--only NAME ...] [--quick] [--cache FOLDER] [--output
FILE]

The corpora consist of the project's own sentences (``benchmarks/racing/``) or of the articles in a folder. AutoCorrect,
zhlint, lint-md, textlint and newslint itself are installed from their packages into a separate environment in the cache
folder, which later runs reuse; Node and npm are required. A contender that fails is reported as such. A full run takes
about twenty minutes; --quick uses a fifth of the text and three rounds, and writes a report only with --output.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from racing.contenders import chosen
from racing.corpora import MANY, MB, SHAPES, SMALL, folder_corpora, own_corpora
from racing.environment import prepare
from racing.growth import Cached, Growth, cached, grow
from racing.report import report
from racing.rounds import race
from racing.sentences import own_sentences
from racing.targets import verdicts

RESULTS = Path(__file__).with_name("results.md")
#: By how much --quick reduces the text.
QUICK = 5


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line, run the race, write and print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, help="articles to use instead of the project's own sentences")
    parser.add_argument("--rounds", type=int, help="the number of rounds (default 7; quick: 3)")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME", help="contenders to race against newslint")
    parser.add_argument("--quick", action="store_true", help="less text, fewer rounds, no 10 MB file")
    parser.add_argument(
        "--cache",
        type=Path,
        default=Path(tempfile.gettempdir()) / "newslint-race",
        help="where the contenders are installed",
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--output", type=Path, help=f"the report (default {RESULTS.name} beside this script; quick: none)"
    )
    options = parser.parse_args(arguments)
    rounds = options.rounds or (3 if options.quick else 7)
    root = options.cache.resolve() / "corpora"

    env = prepare(options.cache.resolve())
    source = own_sentences()
    if options.folder:
        corpora = folder_corpora(options.folder, root)
    else:
        shapes = (
            {"large": (1, MB // QUICK), "many": (MANY // QUICK, SMALL), "small": (1, SMALL)}
            if options.quick
            else SHAPES
        )
        corpora = own_corpora(source, root, options.seed, shapes)
    command = _shown(options)
    output = options.output or (None if options.quick else RESULTS)

    def write(growth: Growth | None = None, cache: Cached | None = None) -> str:
        text = report(command, env, lanes, verdicts(lanes, growth, cache), rounds)
        if output is not None:
            output.write_text(text, encoding="utf-8")
        return text

    lanes = race(chosen(options.only), corpora, env, rounds, _told)
    write()
    growth = None if options.quick else grow(source, root, env, options.seed, min(rounds, 3), _told)
    many = next(corpus for corpus in corpora if corpus.shape == "many")
    cache = cached(many, env, min(rounds, 3), _told)

    print(write(growth, cache))


def _shown(options: argparse.Namespace) -> str:
    """Return the command without options that concern this machine only."""
    words = ["python benchmarks/peers.py"]
    words += ["--quick"] if options.quick else []
    words += ["--folder ..."] if options.folder else []
    words += [f"--rounds {options.rounds}"] if options.rounds else []
    words += [f"--only {' '.join(options.only)}"] if options.only else []
    return " ".join(words)


def _told(progress: str) -> None:
    print(progress, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
