"""Any text under any name, through the whole program: every report well formed, and no line obeyed by a terminal, a CI
server or a spreadsheet.
"""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree

from click.testing import CliRunner
from conftest import fewer_examples
from fuzz.texts import texts
from hypothesis import given
from hypothesis import strategies as st
from reports.invented import odd_text
from reports.test_sarif import validator

from newslint.cli import main
from newslint.cli.output import _BREAK
from newslint.corpus.report import GROUPS, CorpusReport, Line
from newslint.corpus.shown import shown
from newslint.reports import FORMATS

#: Names that a file system may hold: any characters but / and NUL, bytes that are not UTF-8 among them.
_NAMES = st.lists(
    st.sampled_from(
        [*"稿a.-%:,;&<>\"'=@ \n\r\t\x1b\x7f\x85\u2028\u202e\udcff", "::error::", "##[x]", "\x1b[2J", "a&b", "$(x)", "-"]
    ),
    min_size=1,
    max_size=5,
).map(lambda parts: "".join(parts) + ".txt")
_LINES = st.sampled_from(
    ["::stop-commands::x的的\n", "##[add-mask]的的\n", "  ::set-output name=a::的的\n", "##vso[a]的的\n"]
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\u200b-\u200f\ufeff\ud800-\udfff]")


def report(name: str, text: str, *args: str, on: str = "") -> str:
    """Run newslint with ``args`` on an article under a name, and return what comes on standard output.

    ``on`` is the variable of a CI server.
    """
    runner = CliRunner(env={on: "true"} if on else {})
    result = runner.invoke(main, [*args, "-", f"--stdin-filename=./{name}"], input=text.encode("utf-8", "ignore"))
    assert "内部出错" not in result.output and result.exit_code in (0, 1, 2), result.exception
    return result.stdout


def well_formed(format: str, told: str) -> None:
    match format:
        case "json" | "gitlab" | "rdjson":
            json.loads(told)
        case "sarif":
            validator().validate(json.loads(told))
        case "junit" | "checkstyle":
            ElementTree.fromstring(told)
        case "github":
            assert all(line.startswith("::") for line in told.splitlines()[:-1])
        case "html":
            assert told.count("<script>") == 1 and told.count("</html>") == 1
        case _:
            assert not _CONTROL.search(told.replace("\n", "").replace("\x1b[0m", ""))


@fewer_examples()
@given(format=st.sampled_from(FORMATS), name=_NAMES, text=texts("plain"), line=_LINES)
def test_every_format_is_well_formed(format: str, name: str, text: str, line: str) -> None:
    args = ("check", "--no-config", "--select", "ALL,EC,DU,PU", "--level", "info", "--format", format)
    told = report(name, line + text, *args)
    assert told.endswith("\n")
    well_formed(format, told)


@fewer_examples()
@given(
    on=st.sampled_from(["GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"]),
    format=st.sampled_from(["text", "concise", "html", "junit", "checkstyle", "json"]),
    name=_NAMES,
    text=texts("plain"),
    line=_LINES,
)
def test_no_line_of_a_log_is_a_command(on: str, format: str, name: str, text: str, line: str) -> None:
    args = ("check", "--no-config", "--level", "info", "--format", format)
    told = report(name, line + text + "\n" + line, *args, on=on)
    assert not re.search(r"^\s*::|##\w*\[", told, re.M)
    well_formed(format, told.replace(_BREAK, ""))


@fewer_examples()
@given(name=_NAMES, text=texts("plain"), line=_LINES)
def test_a_diff_on_github_is_bracketed(name: str, text: str, line: str) -> None:
    told = report(name, line + text, "fix", "--diff", "--no-config", "--unsafe", on="GITHUB_ACTIONS")
    if told:
        first, *inside, last = told.split("\n")[:-1]
        token = first.removeprefix("::stop-commands::")
        assert re.fullmatch("[0-9a-f]{32}", token) and last == f"::{token}::" and last not in inside


_words = odd_text | st.sampled_from(['=cmd|" /C calc"!A0', "+1", "-1", "@a", "\t=1", "＝1", 'a"b', "a,b", "a\nb"])
_lines = st.builds(
    Line,
    key=_words,
    findings=st.integers(0, 9),
    rate=st.floats(0, 99),
    affected=st.integers(0, 9),
    articles=st.integers(0, 9),
    characters=st.integers(0, 9999),
    name=_words,
    severity=st.sampled_from(("", "error")),
)


@given(st.lists(_lines, max_size=4), st.booleans())
def test_the_sums_of_a_corpus_are_a_table_without_formulas(lines: list[Line], complete: bool) -> None:
    sums = CorpusReport(complete, 9, 1, 99, 9, 3, dict.fromkeys(GROUPS, tuple(lines)))
    head, *rows = csv.reader(io.StringIO(shown(sums, "csv"), newline=""))
    assert len(rows) == len(GROUPS) * len(lines) and all(len(row) == len(head) for row in rows)
    assert not [cell for row in rows for cell in row if cell.startswith(tuple("=+-@\t\r＝＋－＠"))]
    assert json.loads(shown(sums, "json"))["findings"] == 9
    assert shown(sums).endswith("\n")
