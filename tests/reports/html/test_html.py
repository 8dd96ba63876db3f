"""The page for editors: what it shows, that all of it holds together, and that nothing in a text can get out of its
place.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given, settings
from jinja2 import Environment
from jinja2.ext import extract_from_ast
from reports.invented import ARTICLE, odd_results, small_run

from newslint import __version__, language
from newslint.finding import Finding, Position, Related, Severity
from newslint.language.messages_en import ENGLISH
from newslint.reports import html
from newslint.reports.html import render_html
from newslint.reports.html.marks import visible
from newslint.results import CheckedArticle, CheckedFile, Results

GOLDEN = Path(__file__).parents[1] / "golden" / "html.html"
FOLDER = Path(html.__file__).parent
VOID = {"meta", "link", "input", "hr", "rect", "path"}
TAGS = VOID | {
    *(
        "html",
        "head",
        "title",
        "style",
        "script",
        "body",
        "header",
        "nav",
        "main",
        "section",
        "footer",
        "div",
        "h1",
        "h2",
        "h3",
    ),
    *(
        "h4",
        "p",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "a",
        "b",
        "span",
        "mark",
        "del",
        "ins",
        "small",
        "code",
        "kbd",
        "svg",
    ),
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "details", "summary", "dialog"),
    *("form", "fieldset", "legend", "label", "output", "select", "option", "button", "textarea"),
}


@dataclass
class Element:
    """One element of the page: its tag, its attributes, what stands in it, in order."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    content: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    def all(self, tag: str = "", name: str = "") -> Iterator[Element]:
        """Yield the elements inside with the tag and the class."""
        for one in self.content:
            if isinstance(one, Element):
                if tag in ("", one.tag) and (not name or name in one.classes):
                    yield one
                yield from one.all(tag, name)

    def text(self, *without: str) -> str:
        """Return the text inside, but for elements with one of the classes."""
        return "".join(
            one if isinstance(one, str) else "" if one.classes & set(without) else one.text(*without)
            for one in self.content
        )


class Reader(HTMLParser):
    """Reads a page strictly: every element is closed, in order, and every tag is one that the template writes."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.at = Element("", {})
        self.feed(page)
        self.close()
        assert self.at is self.root, f"<{self.at.tag}> is not closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        assert len(dict(attrs)) == len(attrs)
        element = Element(tag, {name: value or "" for name, value in attrs}, self.at)
        self.at.content.append(element)
        if tag not in VOID:
            self.at = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.at.tag and self.at.parent is not None
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.content.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    handle_pi = handle_comment


def read(results: Results) -> Element:
    return Reader(render_html(results)).root


def one_finding(message: str = "疑为重复", **changes: object) -> Results:
    text = "市里的的消息。"
    values = {
        "code": "DU01",
        "name": "doubled",
        "severity": Severity.ERROR,
        "message": message,
        "text": "的的",
        **changes,
    }
    finding = Finding(start=Position(2, 1, 3), end=Position(4, 1, 5), weight=1.0, **values)
    return Results((CheckedFile("稿.txt", 7, (CheckedArticle(0, 7, 7),), text=text, findings=(finding,)),), rated=True)


# --- any results ------------------------------------------------------------------------------------------------------


@settings(max_examples=150, deadline=None)
@given(odd_results())
def test_no_text_gets_out_of_its_place(results: Results) -> None:
    page = read(results)
    attributes = {name for element in page.all() for name in element.attributes}
    assert not [name for name in attributes if name.startswith("on") or name in ("src", "style", "action")]
    assert len(list(page.all("script"))) == len(list(page.all("style"))) == 1
    assert "".join(next(page.all("script")).content) == "".join(
        (FOLDER / name).read_text(encoding="utf-8") for name in ("review.js", "page.js")
    )
    counted = Counter(entry.attributes["data-level"] for entry in page.all("li", "entry"))
    assert counted == Counter(finding.severity.label for _, finding in results.findings())
    messages = [next(entry.all("p", "message")).text() for entry in page.all("li", "entry")]
    assert messages == [visible(finding.message) for _, finding in results.findings()]


@settings(max_examples=150, deadline=None)
@given(odd_results())
def test_every_article_reads_as_it_is(results: Results) -> None:
    papers = {paper.parent.parent.attributes["id"]: paper for paper in read(results).all("div", "paper")}
    for number, file in enumerate(results.files, 1):
        if file.error is None:
            told = [line.text("tag", "sign") for line in papers[f"file-{number}"].all(name="line")]
            assert told == [visible(line) for line in re.split(r"\r\n|\r|\n", file.text)]


@settings(max_examples=150, deadline=None)
@given(odd_results())
def test_every_link_leads_somewhere(results: Results) -> None:
    page = read(results)
    ids = [element.attributes["id"] for element in page.all() if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    for link in page.all("a"):
        assert link.attributes["href"].startswith("#") and link.attributes["href"][1:] in ids


# --- what an editor sees ----------------------------------------------------------------------------------------------


def test_the_rate_stands_at_the_top() -> None:
    score = next(read(one_finding()).all("div", "score"))
    assert "1428.57" in score.text() and "超过限度" in score.text() and "限 3／万" in score.text()


def test_a_rate_within_the_limit_is_told() -> None:
    results = Results((CheckedFile("稿.txt", 7, text="市里的消息。"),), rated=True)
    assert "在限度之内" in next(read(results).all("div", "score")).text()


def test_a_short_text_or_a_part_of_the_findings_has_no_rate() -> None:
    for results in (one_finding()._replace(rated=False), one_finding()._replace(rated=None)):
        page = read(results)
        assert not list(page.all("div", "score")) and not list(page.all("td", "rate")) and "差错率" not in page.text()


def test_hints_are_counted_where_there_are_any() -> None:
    page = read(one_finding())
    assert list(page.all("li", "warning")) and not list(page.all("li", "info"))
    assert "1 提示" in read(small_run()).text()


def test_the_table_has_a_row_for_each_article() -> None:
    text = "甲题\n\n一一。\n\n乙题\n\n二二。"
    articles = (CheckedArticle(0, 7, 5, "甲题"), CheckedArticle(9, 16, 5, "乙题"))
    finding = Finding("DU01", "x", Severity.ERROR, "重复", "二二", Position(13, 7, 1), Position(15, 7, 3), weight=1.0)
    page = read(Results((CheckedFile("稿.txt", 10, articles, text=text, findings=(finding,)),), rated=True))
    rows = [[cell.text("bar").strip() for cell in row.all("td")] for row in page.all("tr", "of-article")]
    assert rows == [["5", "0", "0", "0.00"], ["5", "1", "0", "2000.00▲"]]
    assert [line.text() for line in page.all("h3", "headline")] == ["甲题", "乙题"]


def test_an_entry_says_what_why_and_what_to_write() -> None:
    page = read(small_run())
    entry = next(entry for entry in page.all("li", "entry") if "PU01" in entry.text())
    words = entry.text()
    for told in ("警告", "半角标点", "“,”是半角标点，应为“，”", "第 3 行第 4 字", "可直接改"):
        assert told in words
    assert "汉语文稿用全角标点。" in words and "GB/T 15834—2011" in words
    assert [one.text() for one in entry.all("del")] == [","] and [one.text() for one in entry.all("ins")] == ["，"]


def test_a_mark_and_its_entry_lead_to_each_other() -> None:
    page = read(one_finding())
    mark = next(next(page.all("p", "line")).all("a", "n"))
    entry = next(page.all("li", "entry"))
    assert mark.attributes["href"] == f"#{entry.attributes['id']}"
    assert next(entry.all("a")).attributes["href"] == f"#{mark.attributes['id']}"
    assert mark.text() == next(entry.all("a")).text() == "1"
    assert next(page.all("p", "line")).text("tag") == "市里的的消息。"


def test_the_level_of_a_mark_is_told_in_words() -> None:
    page = read(one_finding(severity=Severity.WARNING))
    assert "警告" in next(page.all("a", "n")).attributes["aria-label"]


def test_a_place_in_another_file_is_linked() -> None:
    place = Position(0, 1, 1), Position(2, 1, 3)
    results = one_finding(related=(Related(*place, "另一稿在这里", "他稿.txt"),))
    results = results._replace(files=(CheckedFile("他稿.txt", 4, text="市里消息"), *results.files))
    page = read(results)
    link = next(next(page.all("ul", "relations")).all("a"))
    assert "他稿.txt" in link.text()
    goal = next(one for one in page.all("a") if one.attributes.get("id") == link.attributes["href"][1:])
    file = next(one for one in page.all("details", "file") if goal in list(one.all()))
    assert next(file.all("h3")).text() == "他稿.txt"


def test_a_place_in_a_file_that_was_not_checked_is_named() -> None:
    place = Position(0, 1, 1), Position(2, 1, 3)
    relations = next(read(one_finding(related=(Related(*place, "另一稿在这里", "没有.txt"),))).all("ul", "relations"))
    assert "没有.txt" in relations.text() and not list(relations.all("a"))


def test_a_reason_given_twice_is_folded_the_second_time() -> None:
    results = small_run()
    text = "的的的的"
    findings = tuple(
        Finding("DU01", "x", Severity.ERROR, "重复", "的", Position(at, 1, at + 1), Position(at + 1, 1, at + 2))
        for at in (0, 2)
    )
    page = read(results._replace(files=(CheckedFile("稿.txt", 4, text=text, findings=findings),)))
    assert ["open" in one.attributes for one in page.all("details", "why")] == [True, False]


def test_only_files_with_findings_are_open() -> None:
    page = read(small_run())
    told = {one.attributes["id"]: "open" in one.attributes for one in page.all("details", "file")}
    assert told == {"file-1": True, "file-2": True, "file-3": False, "file-4": True}


def test_what_went_wrong_with_the_run_is_told() -> None:
    words = read(small_run()).text()
    for told in (
        "检查中途停止",
        "newslint baseline prune",
        "Permission denied",
        "另有 3 处已标明不查",
        "另有 11 处在基线之内",
    ):
        assert told in words


def test_a_run_without_findings_says_so() -> None:
    page = read(Results((CheckedFile("稿.txt", 4, text="一切正常"),)))
    assert "没有发现问题。" in page.text() and not list(page.all("form"))


def test_a_run_without_files_says_so() -> None:
    assert "没有检查任何文件。" in read(Results(())).text()


def test_markup_in_a_text_is_text() -> None:
    page = read(one_finding("</script><script>alert(1)</script><!-- {{ 7 * 7 }}"))
    assert next(page.all("p", "message")).text() == "</script><script>alert(1)</script><!-- {{ 7 * 7 }}"


def test_filters_count_what_there_is() -> None:
    form = next(read(small_run()).all("form"))
    counts = {one.attributes["data-count"]: one.text() for one in form.all("output") if "data-count" in one.attributes}
    assert counts == {
        "level:error": "2", "level:warning": "2", "level:info": "1",
        "family:DU": "1", "family:PU": "1", "family:NU": "1", "family:CO": "1", "family:LB": "1",
    }  # fmt: skip


def test_every_control_has_a_name() -> None:
    page = read(small_run())
    for control in (*page.all("select"), *page.all("button"), *page.all("input")):
        in_label = control.parent is not None and control.parent.tag == "label" and control.parent.text().strip()
        assert in_label or control.attributes.get("aria-label") or control.text().strip()


# --- nothing from outside ---------------------------------------------------------------------------------------------


def test_the_page_asks_for_nothing() -> None:
    page = render_html(small_run())
    root = Reader(page).root
    assert [one.attributes["href"] for one in root.all("link")] == ["data:,"]
    style, script = next(root.all("style")).text(), next(root.all("script")).text()
    assert not re.search(r"url\(|@import|https?:|//[a-z]", style)
    assert not re.search(r"\b(fetch|XMLHttpRequest|import|WebSocket|sendBeacon|https?:)\b", script)
    assert "http://" not in page and "https://" not in page


def test_the_policy_allows_the_page_alone() -> None:
    page = read(small_run())
    policy = next(one.attributes["content"] for one in page.all("meta") if "http-equiv" in one.attributes)
    rules = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert rules["default-src"] == "'none'" and rules["img-src"] == "data:"
    for name in ("style", "script"):
        digest = hashlib.sha256(next(page.all(name)).text().encode()).digest()
        assert rules[f"{name}-src"] == f"'sha256-{base64.b64encode(digest).decode()}'"


# --- language and form ------------------------------------------------------------------------------------------------


def test_the_page_in_english_keeps_what_findings_say() -> None:
    language.use("en")
    try:
        page = read(small_run())
    finally:
        language.use("zh")
    assert next(page.all("html")).attributes["lang"] == "en"
    entry = next(page.all("li", "entry"))
    assert "Doubled word" in entry.text()
    message = next(entry.all("p", "message"))
    assert message.attributes["lang"] == "zh-Hans" and "重复" in message.text()
    assert next(page.all("div", "paper")).attributes["lang"] == "zh-Hans"
    furniture = next(page.all("form")).text()
    for path in ("来稿/三版, 民生:要闻 100%.txt", "来稿/链接.txt"):
        furniture = furniture.replace(path, "")
    assert "Show all" in furniture and not re.search("[\u4e00-\u9fff]", furniture)


def test_the_page_in_chinese_says_so() -> None:
    assert next(read(small_run()).all("html")).attributes["lang"] == "zh-Hans"


def test_every_text_of_the_template_has_its_english() -> None:
    tree = Environment().parse((FOLDER / "page.html.jinja").read_text(encoding="utf-8"))
    said = [message for _, _, message in extract_from_ast(tree, gettext_functions=("tr",))]
    texts = [
        text
        for message in said
        for text in ([message] if isinstance(message, str) else message or ())
        if text is not None
    ]
    assert len(texts) > 50
    assert not [text for text in texts if text not in ENGLISH]


def test_the_page_looks_as_it_should() -> None:
    page = render_html(small_run()).replace(f"newslint {__version__}", "newslint 0.0.0")
    # Style and script are files of their own: what is held here is what the page says.
    page = re.sub(r"(<(style|script)>).*?(</\2>)", r"\1\3", page, flags=re.DOTALL)
    page = re.sub(r"sha256-[\w+/=]+", "sha256", page)
    if os.environ.get("NEWSLINT_GOLDEN") == "write":
        GOLDEN.write_bytes(page.encode())
    assert page.encode() == GOLDEN.read_bytes()
    assert ARTICLE.split("\r\n")[0] in page
