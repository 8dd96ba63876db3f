"""The direction of imports, as the design draws it: every module imports only from rooms below its own."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "newslint"

#: For each room, the rooms that it may import from besides itself.
ALLOWED = {
    "record": set(),
    "patterns": set(),
    "problem": set(),
    "finding": set(),
    "language": {"english"},
    "english": set(),
    "results": {"finding"},
    "chinese": {"patterns"},
    "structure": {"patterns", "chinese"},
    "document": {"patterns", "structure", "chinese", "finding"},
    "directives": {"patterns", "document", "finding"},
    "kinds": {"language", "directives", "regexes", "patterns", "document", "structure", "chinese", "finding"},
    "presets": {"language", "problem", "finding"},
    "rule": {"language", "problem", "kinds", "finding"},
    "tomlfile": {"language", "problem"},
    "rulefile": {"tomlfile", "language", "rule", "patterns", "kinds", "document", "structure", "presets", "finding"},
    "cachefiles": set(),
    "patterncache": {"cachefiles", "patterns", "__init__"},
    "regexes": {"patterns", "__init__"},
    "rulecache": {"stamps", "language", "cachefiles", "rule", "finding", "__init__"},
    "rulefolder": set(),
    "stamps": set(),
    "projection": {"patterns", "document", "structure", "finding"},
    "rulebook": {"language", "rulefolder", "problem", "rule", "rulecache", "rulefile", "finding"},
    "anchors": {"kinds"},
    "engine": {"anchors", "language", "problem", "rulebook", "kinds", "document", "structure", "finding"},
    "readers": {"language", "projection", "patterns", "document", "structure", "finding"},
    "filters": {"finding"},
    "score": {"finding", "results"},
    "fixer": {"readers", "document", "finding"},
    "globs": set(),
    "config": {"tomlfile", "problem", "globs", "language", "presets", "finding"},
    "reports": {"patterns", "language", "results", "score", "finding", "__init__"},
    "reference": {"language", "rulebook", "finding"},
    "examples": {"language", "engine", "fixer", "readers", "rulebook", "finding"},
    "roster": {"language", "patterns", "config", "readers", "chinese"},
    "survey": {"directives", "results", "engine", "readers", "document", "finding"},
    "discovery": {"config", "globs", "readers"},
    "wholefile": set(),
    "suppression": {"config", "directives", "finding", "globs", "language", "rulebook"},
    "baseline": {"finding", "language", "problem", "wholefile"},
    "changes": {"finding", "language", "patterns", "problem", "readers"},
    "selection": {"rulefolder", "config", "language", "presets", "roster", "rulebook"},
    "linter": {
        "config",
        "directives",
        "document",
        "engine",
        "filters",
        "finding",
        "fixer",
        "readers",
        "results",
        "rulebook",
        "selection",
        "structure",
        "suppression",
        "survey",
    },
    "processes": {"language", "survey"},
    "rewriting": {"language", "linter", "readers", "wholefile"},
    "run": {
        "baseline",
        "changes",
        "config",
        "filters",
        "finding",
        "group",
        "linter",
        "results",
        "rewriting",
        "suppression",
    },
    "api": {"config", "discovery", "document", "finding", "linter", "readers", "results"},
    "group": {
        "config",
        "language",
        "linter",
        "processes",
        "readers",
        "resultcache",
        "resultrows",
        "results",
        "rulefolder",
        "survey",
    },
    "corpus": {
        "config",
        "language",
        "linter",
        "patterns",
        "problem",
        "processes",
        "readers",
        "rulefolder",
        "wholefile",
        "__init__",
    },
    "resultcache": {"stamps", "cachefiles", "resultrows", "__init__"},
    "resultrows": {"directives", "finding", "results", "survey"},
    "cli": {
        "baseline",
        "cachefiles",
        "changes",
        "corpus",
        "wholefile",
        "problem",
        "language",
        "discovery",
        "selection",
        "results",
        "score",
        "patterncache",
        "run",
        "config",
        "presets",
        "reports",
        "finding",
        "rulebook",
        "reference",
        "examples",
        "__init__",
    },
    "__main__": {"cli"},
    "__init__": {"api", "config", "finding"},
}
#: What stands below every room.
GROUND = {"record"}
#: The one room that may import each of these packages.
OWNERS = {
    "click": "cli",
    "opencc": "chinese",
    "ahocorasick_rs": "anchors",
    "tree_sitter": "readers",
    "wcwidth": "reports",
    "jinja2": "reports",
    "pyarrow": "corpus",
    "distributed": "corpus",
}

MODULES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Return the dotted names of the modules that the file imports, functions' own imports included."""
    names = set()
    package = ".".join(["newslint", *path.relative_to(PACKAGE).parent.parts])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                base = ".".join(
                    [*package.split(".")[: len(package.split(".")) - node.level + 1], *([base] if base else [])]
                )
            names.update(f"{base}.{alias.name}" if base in ("newslint", package) else base for alias in node.names)
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_downward(path: Path) -> None:
    own = room(path)
    assert own in ALLOWED, f"{own} is a new room: say in this test what it may import"
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "newslint":
            target = parts[1] if len(parts) > 1 else "__init__"
            target = "__init__" if target == "__version__" else target
            assert target == own or target in ALLOWED[own] | GROUND, f"{own} must not import {target}"
        elif parts[0] in OWNERS:
            assert OWNERS[parts[0]] == own, f"only {OWNERS[parts[0]]} may import {parts[0]}"


def test_there_are_no_drawers() -> None:
    names = {path.stem for path in MODULES}
    assert not names & {"util", "utils", "common", "helpers", "core", "misc"}
