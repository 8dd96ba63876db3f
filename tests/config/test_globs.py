"""Patterns of .gitignore, and that no pattern takes for ever."""

from __future__ import annotations

import random
import re

import pytest
from pathspec import GitIgnoreSpec

from newslint.config.globs import Globs

PARTS = ["*", "**", "/", "a", "b", "?", "[ab]", "**/", "/**", "/**/", "c", "\\*"]


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*a*a*a*a*a*a*b", "a" * 200),
        ("a**a**a**a**a**b", "a" * 200),
        ("*?*?*?*?*?*?b", "a" * 200),
        ("*a*/*a*/*a*/*a*a*a*b", "a" * 200),
        ("**/a/**/a/**/a/**/a/**/b", "a/" * 1000 + "c"),
        ("a/**/a/**/a/**/a/**/b", "a/" * 1000 + "c"),
        ("*" * 4000 + "b", "a" * 200),
        ("*" * 40_000, "a"),
        ("**/*a*a*/**/*a*a*/**/*a*a*/**/b", "aaa/" * 500 + "c"),
    ],
)
def test_a_pattern_of_many_wildcards_ends(pattern: str, path: str) -> None:
    assert not Globs([pattern]).match(f"/press/{path}", "/press")


def test_patterns_mean_what_the_library_says_whatever_their_wildcards() -> None:
    chance = random.Random(1)
    for _ in range(2000):
        pattern = "".join(chance.choices(PARTS, k=chance.randint(1, 9)))
        try:
            expected = GitIgnoreSpec.from_lines([re.sub(r"\*{3,}", "**", pattern)])
        except ValueError:
            continue
        globs = Globs([pattern])
        for _ in range(5):
            names = ["".join(chance.choices("abc*", k=chance.randint(1, 5))) for _ in range(chance.randint(1, 5))]
            path = "/".join(names)
            assert globs.match(f"/press/{path}", "/press") == expected.match_file(path), (pattern, path)


@pytest.mark.parametrize(("stars", "path"), [("***/b", "a/a/b"), ("a/***/b", "a/c/c/b"), ("a/****", "a/c/b")])
def test_three_stars_and_more_mean_two_as_for_git(stars: str, path: str) -> None:
    assert Globs([stars]).match(f"/press/{path}", "/press")


def test_a_line_longer_than_any_path_is_passed_over() -> None:
    globs = Globs(["甲" * 5000, "乙.txt"])
    assert globs.match("/press/乙.txt", "/press") and not globs.match("/press/" + "甲" * 5000, "/press")
