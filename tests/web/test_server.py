"""Who gets an answer from the server of the page, and who does not."""

from __future__ import annotations

import base64
import http.client
import json
import socket
from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest

from newslint.config import Project
from newslint.web.desk import Desk
from newslint.web.requests import LARGEST, LARGEST_FILE
from newslint.web.server import WebServer

TEXT = {"text": "他走的的很快。", "name": "稿件.txt", "opened": "", "ignored": []}


@pytest.fixture(scope="module")
def server() -> Iterator[WebServer]:
    with WebServer(Desk(Project(lookup=False))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def request(
    server: WebServer, path: str = "/check", body: object = TEXT, method: str = "POST", **headers: str | None
) -> tuple[int, dict[str, str], bytes]:
    """Send a request as the page does, but for ``headers``, None for one that is left out, and return its answer."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    usual: dict[str, str | None] = {
        "Host": f"127.0.0.1:{server.server_port}",
        "Origin": f"http://127.0.0.1:{server.server_port}",
        "Sec-Fetch-Site": "same-origin",
        "X-Newslint-Token": server.token,
        "Content-Type": "application/json",
        "Content-Length": str(len(data)),
    }
    usual.update({name.replace("_", "-"): value for name, value in headers.items()})
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in usual.items():
        if value is not None:
            connection.putheader(name, value)
    connection.endheaders(data)
    response = connection.getresponse()
    answer = response.status, dict(response.getheaders()), response.read()
    connection.close()
    return answer


def refused(server: WebServer, status: int, **given: Any) -> str:
    """Prove that a request is refused with this status and one sentence, which is returned."""
    got, headers, body = request(server, **given)
    assert (got, headers["Content-Type"]) == (status, "application/json")
    (problem,) = json.loads(body).values()
    assert problem and "\n" not in problem
    assert "的的" not in problem
    return problem


def test_the_page_is_answered(server: WebServer) -> None:
    status, _, body = request(server)
    assert status == 200
    assert [finding["code"] for finding in json.loads(body)["findings"]] == ["DU01"]


def test_localhost_is_this_machine_too(server: WebServer) -> None:
    host = f"localhost:{server.server_port}"
    assert request(server, Host=host, Origin=f"http://{host}")[0] == 200


def test_it_listens_on_this_machine_alone(server: WebServer) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", "", None])
@pytest.mark.parametrize("path", ["/check", "/"])
def test_a_foreign_host_is_refused(server: WebServer, host: str | None, path: str) -> None:
    """The name of another page can come to mean this machine (DNS rebinding)."""
    refused(server, 421, path=path, method="POST" if path != "/" else "GET", Host=host)


@pytest.mark.parametrize("origin", ["http://evil.example", "https://127.0.0.1", "http://127.0.0.1", "null", ""])
def test_a_foreign_origin_is_refused(server: WebServer, origin: str) -> None:
    refused(server, 403, Origin=origin)


@pytest.mark.parametrize("site", ["cross-site", "same-site", ""])
def test_what_the_browser_calls_foreign_is_refused(server: WebServer, site: str) -> None:
    refused(server, 403, Sec_Fetch_Site=site)
    refused(server, 403, path="/main.js", method="GET", Sec_Fetch_Site=site)


@pytest.mark.parametrize("token", [None, "", "x", "é"])
def test_without_the_token_nothing_is_done(server: WebServer, token: str | None) -> None:
    refused(server, 403, X_Newslint_Token=token and token.encode().decode("latin-1"))


def test_the_token_is_new_each_time(server: WebServer) -> None:
    with WebServer(Desk(Project(lookup=False))) as other:
        assert other.token != server.token
        assert len(server.token) >= 32


@pytest.mark.parametrize("kind", [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_what_a_form_can_send_is_refused(server: WebServer, kind: str | None) -> None:
    refused(server, 415, Content_Type=kind)


@pytest.mark.parametrize("length", [str(LARGEST + 1), "9" * 5000])
def test_too_much_is_refused_before_it_is_read(server: WebServer, length: str) -> None:
    refused(server, 413, Content_Length=length)


def test_a_file_of_the_largest_size_can_be_sent() -> None:
    assert len(base64.b64encode(bytes(LARGEST_FILE))) + 5_000 < LARGEST


@pytest.mark.parametrize("length", [None, "", "-1", "1e3", "٣"])
def test_a_request_must_say_how_long_it_is(server: WebServer, length: str | None) -> None:
    refused(server, 411, Content_Length=length and length.encode().decode("latin-1"))


def test_a_request_in_pieces_is_refused(server: WebServer) -> None:
    refused(server, 411, Transfer_Encoding="chunked")


@pytest.mark.parametrize(("place", "status"), [("~nobody-has-this-name/newslint.toml", 422), ("\ud800.toml", 400)])
def test_a_configuration_that_cannot_be_named_is_refused(server: WebServer, place: str, status: int) -> None:
    refused(server, status, path="/house/choose", body={"config": place})


def test_a_field_of_the_wrong_type_is_named(server: WebServer) -> None:
    assert refused(server, 400, body={**TEXT, "name": 1}) == "请求有误：name：应为字符串。"


@pytest.mark.parametrize("body", [b"", b"[", b"{", b"\xff", b'{"text": "', b"[" * 100_000])
def test_bad_json_is_refused(server: WebServer, body: bytes) -> None:
    refused(server, 400, body=body)


@pytest.mark.parametrize(
    "body",
    [[], "x", 1, None, {}, {"text": 1}, {**TEXT, "more": 1}, {**TEXT, "ignored": "x"}, {**TEXT, "text": ["的的"]}],
)
def test_a_request_that_says_something_else_is_refused(server: WebServer, body: object) -> None:
    refused(server, 400, body=body)


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "MAKEITSO"])
def test_a_wrong_method_is_refused(server: WebServer, method: str) -> None:
    refused(server, 404 if method == "GET" else 405, method=method)


def test_head_has_no_body(server: WebServer) -> None:
    status, _, body = request(server, path="/", method="HEAD")
    assert (status, body) == (405, b"")


@pytest.mark.parametrize(
    "path", ["/x", "/../server.py", "/static/page.html", "//evil.example/", "/page.html?x", "/%2e%2e/desk.py"]
)
def test_an_unknown_path_is_refused(server: WebServer, path: str) -> None:
    refused(server, 404, path=path)
    refused(server, 404, path=path, method="GET")


def test_what_is_no_request_is_refused(server: WebServer) -> None:
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=20) as connection:
        connection.sendall(b"GET / HTTP/9.9\r\n\r\n")
        answer = connection.makefile("rb").read()
    assert b" 505 " in answer.split(b"\r\n")[0]
    assert b"Content-Security-Policy" in answer


@pytest.mark.parametrize("path", ["/", "/main.js", "/look.css", "/page.css", "/nothing"])
def test_every_answer_is_locked_up(server: WebServer, path: str) -> None:
    _, headers, _ = request(server, path=path, method="GET")
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert {policy[name] for name in ("script-src", "style-src", "connect-src")} == {"'self'"}
    assert {policy[name] for name in ("base-uri", "form-action", "frame-ancestors")} == {"'none'"}
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in headers
    assert "Set-Cookie" not in headers


def test_a_lone_surrogate_is_answered(server: WebServer) -> None:
    status, _, body = request(
        server, body=b'{"text": "\\ud800\xe7\x9a\x84\xe7\x9a\x84", "name": "a.txt", "opened": "", "ignored": []}'
    )
    assert status == 200
    assert json.loads(body)["characters"] == 3


def test_a_file_that_cannot_be_read_is_told_so(server: WebServer) -> None:
    assert ".docx" in refused(server, 422, path="/open", body={"name": "稿.doc", "data": "0M8R4KGxGuE="})
    refused(server, 400, path="/open", body={"name": "稿.txt", "data": "*"})


def test_a_fault_of_newslint_is_told_and_the_next_request_answered(
    server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(server.desk, "check", lambda **_: 1 / 0)
        assert "ZeroDivisionError" in refused(server, 500)
    assert request(server)[0] == 200
