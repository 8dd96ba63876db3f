"""The report in a real browser: what is done with its findings stays, and the worst files can come first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newslint import Settings
from newslint.finding import Severity
from newslint.reports.html import render_html
from newslint.results import Results
from newslint.run.linter import Linter, rule_notes

sync_api = pytest.importorskip(
    "playwright.sync_api", reason="the report is tried with playwright, an extra of the tests"
)
expect = sync_api.expect
FILES = {
    "1版.txt": "甲市今天天晴，大家都很高兴,一起出门。\r\n\r\n他走的的很快😀，她说的的对。\r\n",
    "2版.txt": "双方坚持互惠互利互惠的原则，统一标识,统一配送，他走的的很快。\n",
    "3版.txt": "天气很好。\n",
}


@pytest.fixture
def report(browser: Any, tmp_path: Path) -> Any:
    linter = Linter(Settings(level=Severity.INFO))
    files = linter.check_files((name, text.encode()) for name, text in FILES.items())
    path = tmp_path / "报告.html"
    results = Results(tuple(files), rule_notes(linter.book, files), rated=True)
    path.write_bytes(render_html(results).encode())
    troubles: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.on("console", lambda message: message.type == "error" and troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda request: request.url.startswith(("file:", "data:")) or troubles.append(request.url))
    page.goto(path.as_uri())
    yield page
    context.close()
    assert troubles == []


def paths(page: Any) -> list[str]:
    found: list[str] = page.locator("main > .file h2").all_inner_texts()
    return found


def entry(page: Any, words: str) -> Any:
    return page.locator(".entry", has_text=words)


def test_the_worst_files_come_first_if_asked(report: Any) -> None:
    assert paths(report) == ["1版.txt", "2版.txt"]
    report.locator("[name=order]").select_option("worst")
    assert paths(report) == ["2版.txt", "1版.txt"]
    assert report.locator(".index tbody[data-file] th").all_inner_texts() == ["2版.txt", "1版.txt"]
    # The keys go through the findings in this order.
    report.locator("body").press("j")
    expect(report.locator(".entry[aria-current=true]")).to_have_attribute("data-file", "2")
    report.locator("[name=order]").select_option("place")
    assert paths(report) == ["1版.txt", "2版.txt"]


def test_what_was_done_is_there_when_the_report_is_opened_again(report: Any) -> None:
    count = report.locator(".entry").count()
    expect(report.locator(".progress")).to_have_text(f"已处理 0 / {count}")
    entry(report, "互惠互利互惠").get_by_text("采纳").click()
    entry(report, "的的").nth(0).get_by_text("忽略").click()
    report.locator("[name=order]").select_option("worst")
    report.reload()
    expect(report.locator(".progress")).to_have_text(f"已处理 2 / {count}")
    expect(entry(report, "互惠互利互惠").locator("[data-put=accepted]")).to_have_attribute("aria-pressed", "true")
    assert paths(report) == ["2版.txt", "1版.txt"]
    report.locator("[name=state]").select_option("none")
    expect(report.locator(".entry:visible")).to_have_count(count - 2)
    report.locator("[name=state]").select_option("ignored")
    expect(report.locator(".entry:visible")).to_have_count(1)
    # Once more is back.
    report.locator(".entry:visible [data-put=ignored]").click()
    expect(report.locator(".entry:visible")).to_have_count(0)


def test_without_storage_the_tab_keeps_what_was_done(report: Any) -> None:
    report.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('none'); } });")
    report.reload()
    entry(report, "互惠互利互惠").get_by_text("已核").click()
    report.reload()
    expect(report.locator(".progress")).to_contain_text("已处理 1 /")


def test_the_keyboard_does_it_too(report: Any) -> None:
    report.locator("body").press("j")
    report.keyboard.press("a")
    expect(report.locator(".entry[aria-current=true]")).to_have_attribute("data-state", "accepted")
    report.keyboard.press("c")
    expect(report.locator(".entry[aria-current=true]")).to_have_attribute("data-state", "checked")


def test_the_corrected_text_is_the_text_with_what_was_accepted(report: Any) -> None:
    file = report.locator("#file-1")
    entry(file, "的的").last.get_by_text("采纳").click()
    file.locator("[data-safe]").click()
    file.locator("[data-corrected]").click()
    text = report.locator("#corrected textarea").input_value()
    assert "她说的对" in text
    assert "他走的的很快😀" in text
    assert "大家都很高兴，一起出门" in text
    report.locator("[data-copy]").click()
    expect(report.locator("[data-copy]")).to_have_text("已复制")
    assert report.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n") == text
    report.keyboard.press("Escape")
    expect(report.locator("#corrected")).to_be_hidden()
    expect(report.locator("#file-3 [data-corrected]")).to_have_count(0)


def test_on_a_phone_an_entry_comes_to_its_mark(report: Any) -> None:
    report.set_viewport_size({"width": 390, "height": 800})
    report.locator(".paper .m").first.click()
    current = report.locator(".entry[aria-current=true]")
    expect(current).to_be_in_viewport()
    expect(report.locator(".paper .m.current").first).to_be_in_viewport()
    assert report.evaluate("document.documentElement.scrollWidth") <= 390
    report.locator(".paper .line").first.click(position={"x": 2, "y": 2})
    expect(current).to_have_count(0)
