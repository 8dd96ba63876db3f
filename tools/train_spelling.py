"""Train the weights of the misspelling check, newslint/spelling/data/weights.txt.

Input: articles that were not counted for the tables, as JSON Lines with ``text`` and perhaps ``title``. Misspellings
are planted in them (one in 250 characters, by sound and shape, the commoner character more often; in pairs, one place
in thirty), the check looks for them, and a logistic regression learns to tell what was planted from what was not.

Usage:
    python tools/train_spelling.py ARTICLES.jsonl [MORE.jsonl ...]

Equal input gives equal weights. The thresholds are kept as they are: set them on published articles with
``benchmarks/spelling.py``. docs/en/spelling.md says what the weights that newslint carries were trained on.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from math import exp, expm1, sqrt
from pathlib import Path

from newslint.spelling.characters import partners
from newslint.spelling.evidence import Row
from newslint.spelling.grams import PADDING
from newslint.spelling.places import Places
from newslint.spelling.scan import LONGEST, paired_rows, ranked_rows
from newslint.spelling.scores import EVIDENCE
from newslint.spelling.tables import Tables, tables

TARGET = Path(__file__).resolve().parent.parent / "newslint" / "spelling" / "data" / "weights.txt"
#: One planted misspelling in so many characters, and the share of places of pairs.
EVERY, PAIR_SHARE = 250, 1 / 30
#: How often an article is misspelt anew.
PASSES = 3
#: How far apart planted misspellings are, and how far from one a place is no example.
APART, NEAR = 3, 3
#: The strength of the prior that weights are small.
PRIOR = 3.0
SEED = 11
#: What is kept of the present weights.
THRESHOLDS = ("warning", "error")
PAD = len(PADDING)

Example = tuple[tuple[float, ...], bool]


def articles(paths: Sequence[Path]) -> Iterator[str]:
    """Yield the articles in files of JSON Lines, their beginnings where they are long."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield f"{row.get('title') or ''}\n\n{row['text']}"[:LONGEST]


class Planter:
    """Misspells texts, each with the same seed in the same way."""

    def __init__(self, own: Tables) -> None:
        self._tables = own
        self._choice = random.Random(SEED)
        self._known: dict[str, tuple[list[str], list[float]]] = {}

    def anywhere(self, text: str) -> tuple[str, dict[int, str]]:
        """Return ``text`` with misspellings by sound and shape, and what was there before, by place."""
        chars, planted = list(text), dict[int, str]()
        many = len(text) / EVERY
        for _ in range(int(many) + (self._choice.random() < many % 1)):
            at = self._choice.randrange(len(text))
            others, weights = self._others(text[at])
            if others and not any(place in planted for place in range(at - APART, at + APART + 1)):
                planted[at] = text[at]
                chars[at] = self._choice.choices(others, weights)[0]
        return "".join(chars), planted

    def in_pairs(self, text: str) -> tuple[str, dict[int, str]]:
        """Return ``text`` with characters of pairs put for each other, and what was there before, by place."""
        chars, planted = list(text), dict[int, str]()
        for at, char in enumerate(text):
            others = [chr(code) for code in partners().get(ord(char), ())]
            if others and self._choice.random() < PAIR_SHARE and not any(at - own in planted for own in range(1, 5)):
                planted[at] = char
                chars[at] = self._choice.choices(others, [self._often(other) for other in others])[0]
        return "".join(chars), planted

    def _others(self, char: str) -> tuple[list[str], list[float]]:
        """Return what a character may be misspelt as, and how likely."""
        if char not in self._known:
            code = ord(char)
            found = (
                self._tables.candidates(code).tolist() if code < 1 << 16 and self._tables.has_candidates(code) else []
            )
            weights = []
            for other in found:
                kinds = self._tables.kinds(code, other)
                sound = 1.0 if kinds & 1 else 0.7 if kinds & 2 else 0.15 if kinds & 4 else 0.0
                weights.append((sound + (0.45 if kinds & 8 else 0.0)) * self._often(chr(other)))
            self._known[char] = ([chr(other) for other in found], weights)
        return self._known[char]

    def _often(self, char: str) -> float:
        return sqrt(expm1(self._tables.singles[ord(char)] / 20))


def examples(rows: Iterator[tuple[int, list[Row]]], planted: Mapping[int, str]) -> Iterator[Example]:
    """Yield the evidence for what was planted and for what was not; what is near a planted one is left out."""
    for at, found in rows:
        for row in found:
            is_right = planted.get(at - PAD) == chr(row.code)
            if is_right or not any(place in planted for place in range(at - PAD - NEAR, at - PAD + NEAR + 1)):
                yield (*map(float, row.evidence), row.gain()), is_right


def gathered(paths: Sequence[Path]) -> dict[str, list[Example]]:
    """Return the examples of each kind."""
    own = tables()
    planter = Planter(own)
    found: dict[str, list[Example]] = {"ranked": [], "pair": []}
    for text in articles(paths):
        for _ in range(PASSES):
            misspelt, planted = planter.anywhere(text)
            found["ranked"] += examples(ranked_rows(Places(misspelt, own)), planted)
        misspelt, planted = planter.in_pairs(text)
        found["pair"] += examples(paired_rows(Places(misspelt, own)), planted)
    return found


def regression(rows: Sequence[Example]) -> list[float]:
    """Return the intercept and the weights that make the examples likeliest, by Newton's method."""
    width = len(rows[0][0])
    means = [sum(values[at] for values, _ in rows) / len(rows) for at in range(width)]
    spread = [sqrt(sum((values[at] - means[at]) ** 2 for values, _ in rows) / len(rows)) or 1.0 for at in range(width)]
    scaled = [
        ([1.0, *((value - mean) / own for value, mean, own in zip(values, means, spread, strict=True))], is_right)
        for values, is_right in rows
    ]
    weights = [0.0] * (width + 1)
    for _ in range(12):
        slope = [0.0] + [-PRIOR * weight for weight in weights[1:]]
        curve = [[0.0] * (width + 1) for _ in range(width + 1)]
        for at in range(1, width + 1):
            curve[at][at] = PRIOR
        for values, is_right in scaled:
            chance = 1 / (1 + exp(-sum(map(float.__mul__, weights, values))))
            miss, sway = is_right - chance, chance * (1 - chance)
            for at, value in enumerate(values):
                slope[at] += miss * value
                if value and sway > 1e-6:
                    own, line = sway * value, curve[at]
                    for other in range(at + 1):
                        line[other] += own * values[other]
        step = solved(curve, slope)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    plain = [weight / own for weight, own in zip(weights[1:], spread, strict=True)]
    return [weights[0] - sum(map(float.__mul__, plain, means)), *plain]


def solved(lower: list[list[float]], right: Sequence[float]) -> list[float]:
    """Return the solution of the equations with a symmetric positive matrix, of which the lower half is given."""
    size = len(right)
    root = [[0.0] * size for _ in range(size)]
    for row in range(size):
        for column in range(row + 1):
            rest = lower[row][column] - sum(root[row][at] * root[column][at] for at in range(column))
            root[row][column] = sqrt(rest) if row == column else rest / root[column][column]
    forward: list[float] = []
    for row in range(size):
        forward.append((right[row] - sum(root[row][at] * forward[at] for at in range(row))) / root[row][row])
    found = [0.0] * size
    for row in reversed(range(size)):
        rest = forward[row] - sum(root[at][row] * found[at] for at in range(row + 1, size))
        found[row] = rest / root[row][row]
    return found


def kept(path: Path) -> dict[tuple[str, str], float]:
    """Return the thresholds of the present file; without one, those that are hardly ever reached."""
    found = {(kind, name): 4.0 for kind in EVIDENCE for name in THRESHOLDS}
    if path.exists():
        for line in path.read_text(encoding="ascii").splitlines():
            kind, name, value = line.split()[:3]
            if (kind, name) in found:
                found[kind, name] = float(value)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=TARGET, help="where to write the weights (default: the package)")
    parser.add_argument("articles", type=Path, nargs="+", help="articles that were not counted, as JSON Lines")
    options = parser.parse_args()
    thresholds = kept(options.out)
    lines = ["# weights 1; written by tools/train_spelling.py; docs/en/spelling.md says from what"]
    for kind, rows in gathered(options.articles).items():
        print(kind, len(rows), "rows,", sum(is_right for _, is_right in rows), "planted")
        intercept, *weights = regression(rows)
        lines.append(f"{kind} intercept {intercept:.4f}")
        lines += [f"{kind} {name} {thresholds[kind, name]:.2f}" for name in THRESHOLDS]
        lines += [
            f"{kind} {name} {weight:.4f}" for name, weight in zip((*EVIDENCE[kind], "gain"), weights, strict=True)
        ]
    options.out.write_text("\n".join(lines) + "\n", encoding="ascii", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
