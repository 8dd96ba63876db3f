"""The documentation: its links lead somewhere, its generated pages are current, and what it shows is what comes out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from conftest import ROOT

from newslint.authoring.standards import stale_pages
from newslint.cli import main
from newslint.language import use
from newslint.rulebook.book import load_rules

DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])
_FENCED = re.compile(r"^( *)(`{3,}|~{3,}).*?^\1\2", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ +(.*?) *#*$", re.MULTILINE)
_ANCHOR = re.compile(r'<a id="([^"]+)">')


def prose(path: Path) -> str:
    """Return the text of a page without code."""
    return _CODE.sub("", _FENCED.sub("", path.read_text(encoding="utf-8")))


def anchors(path: Path) -> set[str]:
    """Return what a link to a place of a page may name: its headings, as GitHub spells them, and its own anchors."""
    text = _FENCED.sub("", path.read_text(encoding="utf-8"))
    headings = (re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading) for heading in _HEADING.findall(text))
    spelled = (re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings)
    return {*spelled, *_ANCHOR.findall(text)}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_place(path: Path) -> None:
    broken = []
    for link in _LINK.findall(prose(path)):
        target, _, place = unquote(link).partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        page = (path.parent / target).resolve() if target else path
        if not page.exists() or (place and place not in anchors(page)):
            broken.append(link)
    assert not broken


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, waiting = set(), [ROOT / "README.md", ROOT / "README.zh-CN.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md" or not page.is_file():
            continue
        reached.add(page)
        links = (unquote(link).partition("#")[0] for link in _LINK.findall(prose(page)))
        waiting += [(page.parent / link).resolve() for link in links if link and ":" not in link]
    assert set(DOCS.rglob("*.md")) <= reached


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_generated_pages_are_current(language: str) -> None:
    use(language)
    try:
        assert not stale_pages(load_rules())
    finally:
        use("zh")


def test_a_page_that_is_not_current_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "development").mkdir()
    (tmp_path / "development" / "accuracy.md").write_text("", encoding="utf-8")
    (tmp_path / "zh" / "规则").mkdir(parents=True)
    (tmp_path / "zh" / "规则" / "QQ.md").write_text("# QQ\n", encoding="utf-8")
    monkeypatch.setattr("newslint.authoring.standards.DOCS", tmp_path)
    stale = stale_pages(load_rules())
    assert {"zh/规则/QQ.md", "zh/规则/BY.md", "en/rules.md"} <= set(stale)
    assert "development/accuracy.md" not in stale


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_article_of_the_readme_is_the_example_and_gives_what_is_shown(name: str) -> None:
    article, shown = re.findall(
        r"^```text\n(.*?)^```", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    example = ROOT / "examples" / "来稿.txt"
    assert article == example.read_text(encoding="utf-8")
    told = CliRunner().invoke(main, ["check", "--no-config", "-", "--stdin-filename", "来稿.txt"], input=article).stdout
    assert set(shown.splitlines()) <= set(told.splitlines())
    findings = [line for line in told.splitlines() if re.match("  [0-9]", line)]
    assert [line for line in shown.splitlines() if re.match("  [0-9]", line)] == findings


def test_every_page_has_its_place_on_the_site() -> None:
    def pages(entries: list) -> Iterator[str]:
        for entry in entries:
            if isinstance(entry, str):
                yield entry
            else:
                yield from (page for inside in entry.values() for page in pages(inside))

    project = tomllib.loads((ROOT / "zensical.toml").read_text(encoding="utf-8"))["project"]
    placed = list(pages(project["nav"]))
    assert sorted(placed) == sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))


@pytest.mark.parametrize(
    "path", [*sorted((DOCS / "zh").glob("*.md")), ROOT / "README.zh-CN.md"], ids=lambda path: path.name
)
def test_a_chinese_paragraph_stands_on_one_line(path: Path) -> None:
    lines = _FENCED.sub("", path.read_text(encoding="utf-8")).splitlines()
    wide = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"
    parted = [
        below
        for above, below in pairwise(lines)
        if re.search(f"{wide}$", above) and re.match(f" *{wide}", below) and not above.startswith(("|", "#"))
    ]
    assert not parted
