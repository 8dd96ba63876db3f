"""Any rule page: a rule that runs over any text, or one clear error when it is read; so for a page spoilt anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import BASE
from fuzz.values import anything, spoilt, toml
from hypothesis import given
from hypothesis import strategies as st

from newslint.authoring.examples import failures
from newslint.engine.engine import Engine
from newslint.engine.fixer import fix_document
from newslint.errors import UserError
from newslint.readers import FORMATS, document_from_text
from newslint.rulebook.book import RuleBook, builtin_folder
from newslint.rulebook.reading import load_rule, parse_rule, read_table
from newslint.rulebook.rule import RuleError

HOUSE = Path("本报.toml")
PAGES = {path.stem: read_table(path) for path in sorted(builtin_folder().rglob("*.toml"))}
TEXTS = (
    "双方坚持互惠互利互惠原则。。",
    "# 甲甲\n\n本报讯（记者 田一川）甲甲甲。\n",
    "<p>甲甲 2026年4月18日</p><!-- newslint-disable XX -->",
)
EXAMPLES = {"wrong": [{"text": "甲甲", "found": ["甲甲"], "fixed": "甲"}], "right": [{"text": "甲乙", "note": "不同"}]}
WHOLE = {**BASE, **EXAMPLES, "scope": ["body"], "spare": ["quotation"], "supersedes": ["DU03"], "source": "本报体例"}


def holds_or_is_refused(page: dict[str, object]) -> None:
    """Read a page as one of the house; a rule that it gives must run over any text and over its own examples."""
    try:
        rule = parse_rule(page, HOUSE)
    except RuleError as error:
        assert str(error).startswith(f"{HOUSE}：")  # a key in it may have a line end, which is shown as ¶
        return
    book = RuleBook([rule])
    engine = Engine(book)
    for text in TEXTS:
        for format in FORMATS:
            document = document_from_text(text, format=format)
            for finding in engine.check(document):
                assert isinstance(finding.message, str)
            fix_document(document, engine.check, unsafe=True)
    list(failures(rule))


@given(spoilt(WHOLE))
def test_a_spoilt_page_of_the_house(page: dict[str, object]) -> None:
    holds_or_is_refused(page)


@given(st.sampled_from(sorted(PAGES)).flatmap(lambda name: spoilt(PAGES[name])))
def test_a_spoilt_page_of_any_check(page: dict[str, object]) -> None:
    holds_or_is_refused(page)


@given(st.sampled_from(sorted({str(page["check"]) for page in PAGES.values()})), st.data())
def test_any_options_of_any_check(check: str, data: st.DataObject) -> None:
    page = next(page for page in PAGES.values() if page["check"] == check)
    options = page.get("options", {})
    assert isinstance(options, dict)
    spoilt_options = data.draw(spoilt({**options, "anchor": ["甲"]}) | st.just(options))
    holds_or_is_refused({**page, "options": spoilt_options, "message": data.draw(st.just(page["message"]) | anything)})


@given(spoilt(WHOLE))
def test_a_spoilt_page_in_a_file(tmp_path_factory: pytest.TempPathFactory, page: dict[str, object]) -> None:
    path = tmp_path_factory.getbasetemp() / "own.toml"
    path.write_bytes(toml(page).encode("utf-8", "surrogatepass"))
    try:
        load_rule(path)
    except UserError as error:
        assert str(error).startswith(str(path))
