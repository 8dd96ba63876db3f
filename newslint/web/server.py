"""The server of the page: on this machine alone, for its own page alone.

Other pages in the same browser can send requests here, and a name of theirs can come to mean this machine; neither gets
an answer. Every request must name this address as its host and come from no other page; one that does anything must
also have the token, which only the address has that the editor was given, and be JSON, which no form can send.
"""

from __future__ import annotations

import hmac
import json
import os
import secrets
from collections.abc import Callable
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from newslint import strict
from newslint.errors import UserError, fault_sentence
from newslint.language import prefixed, tr
from newslint.readers import ReadError
from newslint.reports.html import look
from newslint.web.desk import Desk
from newslint.web.house import StaleError
from newslint.web.requests import ACTIONS, LARGEST

LOOPBACK = "127.0.0.1"
#: How many seconds a connection may be silent.
_PATIENCE = 60
_TOKEN = "X-Newslint-Token"
_JSON = "application/json"
_STATIC = Path(__file__).parent / "static"
_KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


class WebServer(ThreadingHTTPServer):
    """The page for ``desk`` at a ``port`` of this machine, any free one for 0; raises ``OSError`` if it is taken."""

    daemon_threads = True
    # On Windows it would let another program listen at the same port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, desk: Desk, port: int = 0) -> None:
        super().__init__((LOOPBACK, port), _Handler)
        self.desk = desk
        self.token = secrets.token_urlsafe(24)
        self.hosts = {f"{name}:{self.server_port}" for name in (LOOPBACK, "localhost")}
        self.origins = {f"http://{host}" for host in self.hosts}

    @property
    def address(self) -> str:
        """The address of the page. The token stands in its fragment, which a browser sends nowhere."""
        return f"http://{LOOPBACK}:{self.server_port}/#{self.token}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing about a connection that broke: the page asks again."""


class _Refusal(Exception):
    """A request that gets no answer, with the status that says why."""

    def __init__(self, status: int, problem: str) -> None:
        super().__init__(problem)
        self.status = status


class _Handler(BaseHTTPRequestHandler):
    server: WebServer
    protocol_version = default_request_version = "HTTP/1.1"
    server_version, sys_version = "newslint", ""
    timeout = _PATIENCE

    def do_GET(self) -> None:
        self._respond(self._page)

    def do_POST(self) -> None:
        self._respond(self._done)

    def _refuse_method(self) -> None:
        self._respond(self._no_method)

    do_HEAD = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = _refuse_method

    def _respond(self, answer: Callable[[], tuple[bytes, str]]) -> None:
        try:
            self._prove_own()
            body, kind = answer()
            self._send(200, body, kind)
        except _Refusal as refusal:
            self._refuse(refusal.status, str(refusal))

    def _prove_own(self) -> None:
        """Raise ``_Refusal`` unless the request is for this address, and from no page but its own."""
        if self.headers.get_all("Host", []) not in [[host] for host in self.server.hosts]:
            raise _Refusal(421, tr("这个网址不是校稿台的。"))
        origin, site = self.headers.get("Origin"), self.headers.get("Sec-Fetch-Site")
        if (origin is not None and origin not in self.server.origins) or site not in (None, "same-origin", "none"):
            raise _Refusal(403, tr("别的网页不能使用校稿台。"))

    def _page(self) -> tuple[bytes, str]:
        name = "page.html" if self.path == "/" else self.path.removeprefix("/")
        if name not in _files():
            raise _Refusal(404, tr("没有这一页。"))
        return _files()[name], f"{_KINDS[Path(name).suffix]}; charset=utf-8"

    def _no_method(self) -> tuple[bytes, str]:
        raise _Refusal(405, tr("不能这样请求。"))

    def _done(self) -> tuple[bytes, str]:
        asked = self._asked()
        try:
            found = ACTIONS[self.path](self.server.desk, asked)
        except strict.Invalid as error:
            raise _Refusal(
                400, tr("请求有误：{problem}", problem=prefixed(error.inside.lstrip("."), error.problem))
            ) from None
        except StaleError as error:
            raise _Refusal(409, str(error)) from None
        except (ReadError, UserError) as error:
            raise _Refusal(422, "\n".join((str(error), *getattr(error, "quoted", ())))) from None
        except Exception as error:
            raise _Refusal(500, fault_sentence(error)) from None
        return json.dumps(found).encode("ascii"), _JSON

    def _asked(self) -> object:
        """Return what the request says; raises ``_Refusal`` before it is read, if it may not be."""
        if not hmac.compare_digest(self.headers.get(_TOKEN, "").encode(), self.server.token.encode()):
            raise _Refusal(403, tr("请从 newslint web 给出的网址进入。"))
        if self.path not in ACTIONS:
            raise _Refusal(404, tr("没有这一页。"))
        if self.headers.get_content_type() != _JSON:
            raise _Refusal(415, tr("请求应为 JSON。"))
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdecimal() or "Transfer-Encoding" in self.headers:
            raise _Refusal(411, tr("请求没有说明长度。"))
        if len(length) > len(str(LARGEST)) or int(length) > LARGEST:
            raise _Refusal(413, tr("太大了，最多 {number} MB。", number=LARGEST // 1_000_000))
        try:
            return json.loads(self.rfile.read(int(length)))
        except (ValueError, RecursionError):
            raise _Refusal(400, tr("请求不是有效的 JSON。")) from None

    # --- answers -------------------------------------------------------------------------------------------------

    def _refuse(self, status: int, problem: str) -> None:
        # What is left of the request is not read.
        self.close_connection = True
        self._send(status, json.dumps({"problem": problem}).encode("ascii"), _JSON)

    def _send(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        for name, value in {**_HEADERS, "Content-Type": kind, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what is no request, or has a method that nobody knows."""
        self._refuse(405 if code == 501 else code, tr("不能这样请求。"))

    def log_message(self, format: str, *args: object) -> None:
        """Keep no log."""


@cache
def _files() -> dict[str, bytes]:
    """Return the files of the page by name."""
    found = {path.name: path.read_bytes() for path in _STATIC.iterdir() if path.suffix in _KINDS}
    return {**found, "look.css": look().encode("utf-8")}
