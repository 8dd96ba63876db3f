"""``newslint fix`` over every rule that can mend: its examples inside longer articles, in every encoding and with every
line end.
"""

from __future__ import annotations

import json
from itertools import cycle, product
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result

from newslint.cli import main
from newslint.engine.engine import Engine
from newslint.engine.fixer import fix_document
from newslint.readers import document_from_text
from newslint.rulebook.book import Rule, RuleBook, load_rules
from newslint.rulebook.doc import Example

HEAD = (
    "# 云岭图书馆夜间开放\n\n本报讯（记者 田一川）云岭图书馆昨天起夜间开放，读者可以借书到晚上九点。\n"
    "馆长林远山说，夜班由志愿者轮流值守，第一周已有三百多人报名。\n\n"
)
TAIL = (
    "\n\n# 青石巷口添了路灯\n\n本报讯（记者 田一川）青石巷口昨晚亮起六盏路灯，居民夜里出门不再摸黑。\n"
    "街道办主任何雨桐介绍，电费由街道承担。\n"
)
#: Rules that judge an article by what most of it does: more text would make their examples something else.
WHOLE = {"BY04", "EC20", "EC21", "HD09", "SP05"}
#: Rules about what stands at the head of a file: no text may come before their examples.
FIRST = {"HD02", "HD11", "NU41", "PL01", "PU45", "WD19"}
#: The codec and the byte order mark of each encoding that is read.
ENCODINGS = {
    "utf-8": ("utf-8", b""),
    "utf-8-bom": ("utf-8", b"\xef\xbb\xbf"),
    "utf-16-le": ("utf-16-le", b"\xff\xfe"),
    "utf-16-be": ("utf-16-be", b"\xfe\xff"),
    "gb18030": ("gb18030", b""),
}
#: The line ends that stand before, in and after the example.
LINE_ENDS = {
    "lf": ("\n", "\n", "\n"),
    "crlf": ("\r\n", "\r\n", "\r\n"),
    "cr": ("\r", "\r", "\r"),
    "mixed": ("\r\n", "\n", "\r"),
}
SUFFIXES = {"plain": ".txt", "markdown": ".md", "html": ".html"}


class Case(NamedTuple):
    """An example of a rule."""

    rule: Rule
    number: int
    example: Example

    @property
    def name(self) -> str:
        return f"{self.rule.code}-{self.number}"

    def around(self, ends: tuple[str, str, str]) -> tuple[str, str]:
        """Return the text before and after the example."""
        head = "" if self.rule.code in WHOLE | FIRST else HEAD.replace("\n", ends[0])
        return head, "" if self.rule.code in WHOLE else TAIL.replace("\n", ends[2])

    def article(self, text: str, ends: tuple[str, str, str]) -> str:
        """Return an article around ``text``, which is the example or the example mended."""
        head, tail = self.around(ends)
        return head + (text if "\r" in self.example.text else text.replace("\n", ends[1])) + tail


RULES = [rule for rule in load_rules() if rule.safety is not None]
CASES = [
    Case(rule, number, example)
    for rule in RULES
    for number, example in enumerate(rule.doc().wrong)
    if example.fixed is not None
]


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], catch_exceptions=False)


def unified(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def test_every_rule_with_a_fix_shows_it_in_an_example() -> None:
    assert {case.rule.code for case in CASES} == {rule.code for rule in RULES}


@pytest.mark.parametrize("name", LINE_ENDS)
def test_a_rule_mends_its_fault_inside_a_longer_article_and_nothing_else(name: str) -> None:
    ends = LINE_ENDS[name]
    wrong = {}
    for case in CASES:
        rule, example = case.rule, case.example
        engine = Engine(RuleBook([rule.with_options(example.options) if example.options else rule]))
        given, wanted = case.article(example.text, ends), case.article(str(example.fixed), ends)
        outcome = fix_document(document_from_text(given, format=example.format), engine.check, unsafe=True)
        # Where line ends are mixed, one that is put in is the one that the file uses most.
        exact = name != "mixed" and outcome.text == wanted
        kept = all(
            outcome.text[at:].startswith(part)
            for part, at in zip(case.around(ends), (0, -len(case.around(ends)[1])), strict=True)
        )
        if not exact and not (name == "mixed" and kept and unified(outcome.text) == unified(wanted)):
            wrong[case.name] = outcome.text
    assert wrong == {}


@pytest.fixture(scope="module")
def mended(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, tuple[Case, str, str]]:
    """Articles in files, each in the next encoding and with the next line ends, fixed by the command with all rules at
    once.

    Return each with its case, its encoding and its line ends.
    """
    folder = tmp_path_factory.mktemp("articles")
    (folder / "newslint.toml").write_text(
        f"select = {json.dumps(['ALL', *(rule.code for rule in RULES)])}\nlevel = 'info'\n", encoding="utf-8"
    )
    files = {}
    readable = [case for case in CASES if not case.example.options]
    for case, (encoding, ends) in zip(readable, cycle(product(ENCODINGS, LINE_ENDS)), strict=False):
        codec, bom = ENCODINGS[encoding]
        path = folder / (case.name + SUFFIXES[case.example.format])
        path.write_bytes(bom + case.article(case.example.text, LINE_ENDS[ends]).encode(codec))
        files[path] = (case, encoding, ends)
    before = {path: path.read_bytes() for path in files}
    result = run("fix", "--write", "--unsafe", folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert " ".join(path.name for path in files if path.read_bytes() == before[path]) == ""
    return files


def test_encoding_byte_order_mark_and_the_lines_around_are_kept(mended: dict[Path, tuple[Case, str, str]]) -> None:
    for path, (case, encoding, ends) in mended.items():
        codec, bom = ENCODINGS[encoding]
        data = path.read_bytes()
        assert data.startswith(bom), path.name
        text = data.removeprefix(bom).decode(codec)
        assert text.encode(codec) == data.removeprefix(bom)
        if ends != "mixed":  # for that is a fault by itself, and mended
            head, tail = case.around(LINE_ENDS[ends])
            assert text.startswith(head) and text.endswith(tail), path.name


def test_nothing_that_can_be_mended_is_left(mended: dict[Path, tuple[Case, str, str]]) -> None:
    report = json.loads(run("check", next(iter(mended)).parent, "--format", "json").stdout)
    assert len(report["files"]) == len(mended)
    assert [
        (finding["path"], finding["code"], finding["text"]) for finding in report["findings"] if finding["fix"]
    ] == []


def test_a_second_run_changes_no_byte(mended: dict[Path, tuple[Case, str, str]]) -> None:
    before = {path: path.read_bytes() for path in mended}
    result = run("fix", "--write", "--unsafe", next(iter(mended)).parent)
    assert result.exit_code == 0 and "修改 0 处" in result.output
    assert {path: path.read_bytes() for path in mended} == before
