"""The direction of imports: every room imports only from rooms below it, and families of checks not from each other."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "newslint"
MODULES = sorted(PACKAGE.rglob("*.py"))

#: For each room, the rooms that it may import from besides itself, from the bottom up.
ALLOWED: dict[str, str] = {
    "errors": "language",
    "language": "",
    "strict": "language",
    "storage": "version",
    "finding": "",
    "patterns": "storage version",
    "results": "finding",
    "score": "finding results",
    "chinese": "patterns",
    "config": "errors finding language storage strict",
    "document": "chinese finding patterns",
    "facts": "chinese document patterns",
    "spelling": "chinese storage",
    "readers": "document finding language patterns storage",
    "checks": "chinese document facts finding language patterns spelling strict",
    "rulebook": "checks chinese config document errors finding language patterns readers spelling storage version strict",
    "engine": "checks document errors finding language patterns readers results rulebook",
    "filters": "config document errors finding language patterns readers results rulebook storage",
    "authoring": "checks engine finding language readers rulebook",
    "run": "config document engine errors filters finding language readers results rulebook storage version",
    "api": "config document finding readers results run",
    "monthly": "config document finding language readers results run score storage strict",
    "reports": "errors finding language monthly patterns results score version",
    "corpus": "config errors language patterns readers reports rulebook run spelling storage version",
    "web": "config document errors filters finding language readers reports results run score storage strict version",
    "cli": "authoring config corpus errors filters finding language monthly patterns readers reports results rulebook run score storage strict version web",
    "__main__": "cli",
    "__init__": "api config finding",
}
#: Families of checks that may import another family: the one builds on what the other found.
FAMILY_EXCEPTIONS = {("marks", "breaks")}
#: The one room that may import each of these packages.
OWNERS = {
    "click": "cli",
    "opencc": "checks",
    "ahocorasick_rs": "engine",
    "tree_sitter": "readers",
    "lxml": "readers",
    "wcwidth": "reports",
    "jinja2": "reports",
    "pyarrow": "corpus",
    "distributed": "corpus",
}


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def family(parts: tuple[str, ...]) -> str | None:
    """Return the family of checks that a dotted name or path below the package belongs to."""
    if len(parts) > 1 and parts[0] == "checks" and (PACKAGE / "checks" / parts[1]).is_dir():
        return parts[1]
    return None


def imported(path: Path) -> set[tuple[str, ...]]:
    """Return the names that the file imports, in parts, functions' own imports included."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(tuple(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0 and node.module, f"{path}: imports name their module in full"
            names.update((*node.module.split("."), alias.name) for alias in node.names)
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_downward(path: Path) -> None:
    own = room(path)
    assert own in ALLOWED, f"{own} is a new room: say in this test what it may import"
    for parts in imported(path):
        if parts[0] == "newslint":
            target = "version" if parts[1:] == ("__version__",) else parts[1] if len(parts) > 1 else "__init__"
            assert target in (own, *ALLOWED[own].split()), f"{own} must not import {target}"
        elif parts[0] in OWNERS:
            assert OWNERS[parts[0]] == own, f"only {OWNERS[parts[0]]} may import {parts[0]}"


@pytest.mark.parametrize("path", sorted((PACKAGE / "checks").rglob("*.py")), ids=lambda path: path.stem)
def test_families_of_checks_do_not_import_each_other(path: Path) -> None:
    own = family(path.relative_to(PACKAGE).parts)
    for parts in imported(path):
        other = family(parts[1:]) if parts[0] == "newslint" else None
        if own and other and other != own:
            assert (own, other) in FAMILY_EXCEPTIONS, f"checks/{own} must not import checks/{other}"


def test_rooms_form_no_circle() -> None:
    floors = TopologicalSorter({own: set(below.split()) - {"version"} for own, below in ALLOWED.items()})
    assert set(floors.static_order()) == set(ALLOWED)  # raises for a circle


def test_rooms_are_those_that_exist() -> None:
    assert set(ALLOWED) == {room(path) for path in MODULES}


def test_the_package_root_holds_few_modules() -> None:
    assert len(list(PACKAGE.glob("*.py"))) <= 9


def test_families_have_one_name_everywhere() -> None:
    families = {path.name for path in (PACKAGE / "checks").iterdir() if path.is_dir() and path.name != "__pycache__"}
    root = PACKAGE.parent
    rules = {path.name for path in (root / "rules").iterdir() if path.is_dir()}
    tests = {
        path.name for path in (root / "tests" / "checks").iterdir() if path.is_dir() and path.name != "__pycache__"
    }
    assert rules <= families | {"words"}  # words are looked for by a general check
    assert tests <= families


def test_there_are_no_drawers() -> None:
    names = {path.stem for path in MODULES}
    assert not names & {"util", "utils", "common", "helpers", "core", "misc"}
