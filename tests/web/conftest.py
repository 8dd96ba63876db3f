"""The page in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from newslint import language
from newslint.config import Project
from newslint.web.desk import Desk
from newslint.web.server import WebServer


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
