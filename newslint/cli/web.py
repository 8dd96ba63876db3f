"""``newslint web``: the page for editors, served to this machine alone until Ctrl-C."""

from __future__ import annotations

import os
import sys
import webbrowser

import click

from newslint.cli.ending import fail
from newslint.cli.localized import Command
from newslint.cli.output import say
from newslint.cli.settings import choosing, configured, dated
from newslint.config import Project
from newslint.language import reason, tr
from newslint.web.desk import Desk
from newslint.web.server import WebServer


@click.command(cls=Command)
@choosing
@configured
@dated
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="数", help="端口；默认任取一个空闲的。")
@click.option("--no-open", is_flag=True, help="只显示网址，不打开浏览器。")
def web(project: Project, port: int, no_open: bool) -> None:
    """打开校稿台：在浏览器里贴稿、改稿，边写边查。

    只有这台电脑上的浏览器能打开，稿件不存盘，也不发往别处。按 Ctrl-C 关上。
    """
    desk = Desk(project)
    desk.renew()  # what is wrong with the settings is said here, not on the page
    try:
        server = WebServer(desk, port)
    except OSError as error:
        fail(tr("端口 {port} 用不了（{reason}）；请换一个，或不写 --port。", port=port, reason=reason(error)))
    with server:
        say(tr("校稿台：{address}", address=server.address))
        if not no_open and _has_windows():
            webbrowser.open(server.address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say(tr("校稿台关上了。"))


def _has_windows() -> bool:
    """Return True if a browser opens in a window: one in the terminal would stand in the way."""
    return sys.platform in ("win32", "darwin") or any(name in os.environ for name in ("DISPLAY", "WAYLAND_DISPLAY"))
