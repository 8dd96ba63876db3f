"""Who wrote an article, where it comes from and when it was published, as the head and the lines of a page say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from enum import IntEnum

from newslint.patterns import lazy
from newslint.readers.front_matter import issue_date
from newslint.readers.html_furniture import date_and_outlet, fields

#: Names of <meta> and <time> in lower case, by what they tell: those of portals and of government sites among them.
_NAMES = {
    "issued": frozenset(
        "date publishdate publish_date publication_date dc.date dc.date.issued dcterms.issued article:published_time"
        " og:published_time datepublished pubdate issue-date 刊期 出版日期".split()
    ),
    "author": frozenset("author article:author og:article:author dc.creator 作者".split()),
    "source": frozenset("contentsource source article:source og:article:source dc.source 来源".split()),
    "title": frozenset("articletitle og:title twitter:title dc.title".split()),
}
#: What the label of a field tells, by its end.
_LABELS = {
    "作者": "author",
    "撰稿": "author",
    "撰文": "author",
    "记者": "author",
    "文": "author",
    "来源": "source",
    "稿源": "source",
}
#: Names, as classes, of the inline elements with the author and the source of an article.
_CREDITS = {
    "author": frozenset(("author", "author-name", "rich_media_meta_text", "writer", "zuozhe")),
    "source": frozenset(
        ("source", "laiyuan", "rich_media_meta_nickname", "profile_nickname", "js_name", "origin", "from")
    ),
}
_TYPES = lazy(r"\w*(?:Article|Posting|Report)")
_JSON_LD = "application/ld+json"
_PROPERTIES = {"title": "headline", "author": "author", "source": "publisher", "issued": "datePublished"}
#: How deep JSON-LD is looked into, and the maximum length of a name.
_DEPTH = 6
_NAME = 60
_END_OF_NAME = lazy(r"\s?[|｜]|\s(?=\d|举报|责编|编辑)|\s?(?:作者|记者|责任编辑|责编|编辑)\s*[:：]")
_LABEL = lazy(r"(?:来源|稿源|作者|记者|文)\s*[:：/]\s*")


class _Rank(IntEnum):
    """How much a statement about the author or the source counts, the most first."""

    HEAD = 0
    LABEL = 1
    ELEMENT = 2
    BESIDE = 3


class Origin:
    """What a page says about its article.

    Its head comes first, then what its lines say with a label, then elements named so, then what is beside a date; of
    equals the first counts. ``stated`` is the date of publication in the head, ``shown`` that in the lines; ``titles``
    is what the head says the headline is.
    """

    def __init__(self) -> None:
        self.stated: date | None = None
        self.shown: date | None = None
        self.titles: list[str] = []
        self._content = ""
        self._names: dict[str, dict[_Rank, str]] = {"author": {}, "source": {}}

    @property
    def author(self) -> str:
        """The author of the article, or ""."""
        return self._first("author")

    @property
    def source(self) -> str:
        """The newspaper or the like that the article comes from, or ""."""
        return self._first("source")

    def _first(self, what: str) -> str:
        names = self._names[what]
        return names[min(names)] if names else ""

    def read_element(self, element: str, attributes: dict[str, str]) -> None:
        """Read the attributes of a <meta>, <time>, <title> or <script>."""
        self._content = element if element == "title" or attributes.get("type", "").lower() == _JSON_LD else ""
        if element not in ("meta", "time"):
            return
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        stated = attributes.get("content") or attributes.get("datetime") or ""
        for what, names in _NAMES.items():
            if name.lower() in names:
                self._take(what, stated, _Rank.HEAD)

    def read_content(self, text: str) -> None:
        """Read the content of the last element: a title, or JSON-LD; what is no JSON says nothing."""
        content, self._content = self._content, ""
        if content == "title":
            self.titles.append(text)
        elif content:
            self._read_json(text)

    def _read_json(self, text: str) -> None:
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            return
        for item in _articles(data):
            for what, name in _PROPERTIES.items():
                self._take(what, _name(item.get(name)), _Rank.HEAD)

    def read_credit(self, what: str, text: str) -> None:
        """Read the ``author`` or ``source`` in an element that is named so."""
        named = fields(text)
        self._take(what, named[0][1] if named else text, _Rank.ELEMENT)

    def read_line(self, text: str) -> None:
        """Read a line about the article."""
        for label, value in fields(text):
            what = next((what for end, what in _LABELS.items() if label.endswith(end)), "")
            if what:
                self._take(what, value, _Rank.LABEL)
        stated, outlet = date_and_outlet(text)
        self.shown = self.shown or issue_date(f"date: {stated}")
        self._take("source", outlet, _Rank.BESIDE)

    def _take(self, what: str, stated: str, rank: _Rank) -> None:
        if what == "issued":
            self.stated = self.stated or issue_date(f"date: {stated}")
        elif what == "title":
            self.titles.append(stated)
        elif "://" not in stated:
            name = _END_OF_NAME.split(_LABEL.sub("", " ".join(stated.split())), maxsplit=1)[0].strip()
            if what == "source":
                name = name.split(" ", 1)[0]
            if 0 < len(name) <= _NAME and "@" not in name and not name.isdigit():
                self._names[what].setdefault(rank, name)


def credit_of(attributes: dict[str, str]) -> str:
    """Return ``author`` or ``source`` if an element with these attributes is named so, else ""."""
    words = {*attributes.get("class", "").split(), *(attributes.get(name, "") for name in ("id", "rel", "itemprop"))}
    return next((what for what, names in _CREDITS.items() if words & names), "")


def _articles(data: object, depth: int = 0) -> Iterator[dict[str, object]]:
    """Yield the descriptions of articles in JSON-LD."""
    if depth > _DEPTH:
        return
    if isinstance(data, list):
        for item in data:
            yield from _articles(item, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if any(
            isinstance(kind, str) and _TYPES.fullmatch(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            yield data
        for name in ("@graph", "mainEntity"):
            yield from _articles(data.get(name), depth + 1)


def _name(value: object) -> str:
    """Return the text of a value of JSON-LD, or the names in it."""
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, list):
        return "、".join(filter(None, map(_name, value[:20])))
    return value if isinstance(value, str) else ""
