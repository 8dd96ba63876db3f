"""A browser, and the page in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from newslint import language
from newslint.config import Project
from newslint.web.desk import Desk
from newslint.web.server import WebServer

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


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    """A server whose settings are those of an empty folder."""
    monkeypatch.chdir(tmp_path)
    with WebServer(Desk(Project())) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()
    language.use("zh")


@pytest.fixture
def visit(browser: Any, desk: WebServer) -> Iterator[Any]:
    """Return what opens the page; in the end there must have been no error, and no request to anywhere else."""
    troubles: list[str] = []
    contexts = []
    home = desk.address.partition("#")[0]

    def visit(width: int = 1280, height: int = 800, **settings: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, **settings)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: message.type == "error" and troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on(
            "request",
            lambda request: request.url.startswith((home, "data:", "blob:")) or troubles.append(request.url),
        )
        page.goto(desk.address)
        page.locator("#open", has_text="…").wait_for()
        return page

    visit.troubles = troubles  # type: ignore[attr-defined]
    yield visit
    for context in contexts:
        context.close()
    assert troubles == []


@pytest.fixture
def page(visit: Any) -> Any:
    return visit()
