"""Shared by the tests: making a rule and running it over a text."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import strategies as st

from newslint.engine.engine import Engine
from newslint.finding import Finding
from newslint.language import LANGUAGES, use
from newslint.readers import document_from_text
from newslint.rulebook.book import Rule, RuleBook, builtin_folder
from newslint.rulebook.pack import read_rules
from newslint.rulebook.reading import parse_rule

ROOT = Path(__file__).parent.parent

#: Text that matters to rules, so that random texts are full of potential faults.
PIECES = st.sampled_from(
    [
        *"，。、；：！？“”‘’（）《》…—·,.;:!?()\"'　 \n\r\t0123456789%#-*",
        *"的了是在和市委县员月日年号元本报讯电记者通员据社一二三第首先其次图文摄",
        "本报讯（记者",
        "一是",
        "二是",
        "\n\n",
        "\r\n",
        "互惠",
        "互利",
        "https://a.cn/",
        "会议",
        "要求",
        "三点要求",
        "𠮷",
        "\ufeff",
        "\x00",
        "é",
    ]
)

BASE = {
    "code": "XX01",
    "name": "made-up",
    "title": "试验规则",
    "english": "Made-up rule",
    "check": "pattern",
    "severity": "error",
    "since": "0.1",
    "weight": 1,
    "message": "“{match}”应为“{replacement}”",
    "why": "只为试验",
    "options": {"anchor": ["甲甲"], "pattern": "甲甲", "replace": "甲"},
    "fix": {"safety": "safe"},
}


def pytest_configure() -> None:
    """Register the profiles of hypothesis and load the usual one, before the option ``--hypothesis-profile`` counts."""
    # The time of an example depends more on the machine than on the code. A change is judged by the same examples
    # everywhere; "long" looks for new ones, often beside other work, which makes the drawing of examples slow as well.
    slow = [hypothesis.HealthCheck.too_slow]
    hypothesis.settings.register_profile("ci", deadline=None, max_examples=100, derandomize=True)
    hypothesis.settings.register_profile(
        "long", deadline=None, max_examples=20_000, derandomize=False, suppress_health_check=slow
    )
    hypothesis.settings.load_profile("ci")


def fewer_examples() -> hypothesis.settings:
    """Return the settings of a property whose examples each take long: a third of the usual number."""
    return hypothesis.settings(max_examples=hypothesis.settings().max_examples // 3)


@pytest.fixture(autouse=True, scope="session")
def _surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests out of the user's cache folder, and let none see that it runs on a CI server or in
    a window of some width."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        for name in ("CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION", "COLUMNS"):
            patch.delenv(name, raising=False)
        # A run in the background ignores interrupts, and so would the programs that a test interrupts.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        yield


@pytest.fixture(autouse=True, scope="session")
def _rules_once() -> Iterator[None]:
    """Read the built-in rules once for all tests: a checkout has no pack of them, so that each run without a cache
    would parse their pages.
    """
    known: list[Rule] = []

    def read_once(folder: Path, load: Callable[[Path], Rule]) -> list[Rule]:
        if folder != builtin_folder():
            return read_rules(folder, load)
        known[:] = known or read_rules(folder, load)
        return [*known]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newslint.rulebook.book.read_rules", read_once)
        yield


@pytest.fixture
def rules_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each run read the built-in rules, where that is what is tested."""
    monkeypatch.setattr("newslint.rulebook.book.read_rules", read_rules)


@pytest.fixture(autouse=True)
def _chinese() -> None:
    """Let no test see the language that another one has chosen."""
    use(LANGUAGES[0])


@pytest.fixture
def make_rule() -> Callable[..., Rule]:
    """Return a rule like the base one with some keys changed."""

    def make(**changes: object) -> Rule:
        return parse_rule({**BASE, **changes}, Path("made-up.toml"))

    return make


@pytest.fixture
def run_rules() -> Callable[..., list[Finding]]:
    """Run rules over a text and return their findings."""

    def run(text: str, *rules: Rule, format: str = "plain") -> list[Finding]:
        return Engine(RuleBook(rules)).check(document_from_text(text, format=format))

    return run


#: The names of the program; CHROMIUM may name another.
NAMES = ("chromium", "chromium-browser", "google-chrome")
#: No request of the browser itself may count as one of the page.
ALONE = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="the page is tried with playwright, an extra of the tests"
    )
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("there is no Chromium to try the page in")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=ALONE)
        yield browser
        browser.close()
