"""The entries of the list beside an article: a finding, its reason, and its fix shown in context."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newslint.finding import Edit, Finding, Severity
from newslint.language import tr
from newslint.reports.html.marks import visible
from newslint.reports.whereabouts import place_in
from newslint.reports.words import level_word, rule_title
from newslint.results import CheckedFile, RuleNote

#: Code points shown on either side of a change, and at most of the deleted or inserted text.
CONTEXT, LONGEST = 8, 48
#: How many places of one fix are shown.
SHOWN = 3
_LINE_ENDS = re.compile(r"(?:\r\n|\r|\n)+")
_SPACES = str.maketrans({" ": "␣", "\u3000": "□", "\t": "⇥", "\u00a0": "⍽"})
_NO_RULE = RuleNote("", "", "", "", Severity.OFF, "", "", None, 0.0)


@dataclass(frozen=True, slots=True)
class Change:
    """A part of the text with the changes of a fix: pairs of "same", "del" or "ins" and the text."""

    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """Another place that a finding refers to; ``href`` is "" if it is not on the page, ``where`` as for ``Entry``."""

    href: str
    path: str
    line: int
    column: int
    message: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding in the list. ``repeated`` is True if an earlier entry of the file gives the same reason; ``where`` is
    its place in a file that has paragraphs, "" in one that has lines.
    """

    number: int
    finding: Finding
    rule: RuleNote
    file: int
    changes: tuple[Change, ...]
    relations: tuple[Relation, ...]
    repeated: bool
    where: str = ""

    @property
    def level(self) -> str:
        """The name of the severity in style and script."""
        return self.finding.severity.label

    @property
    def fix(self) -> str:
        """ "safe", "unsafe" or "none"."""
        return self.finding.fix.safety.value if self.finding.fix else "none"

    @property
    def family(self) -> str:
        """The letters at the start of the code."""
        return visible(family(self.finding.code))

    @property
    def title(self) -> str:
        """The title of the rule in the language of the interface, or its name if the rule is not known."""
        return rule_title(self.rule) or self.finding.name

    @property
    def edits(self) -> int:
        """The number of places that the fix changes."""
        return len(self.finding.fix.edits) if self.finding.fix else 0


def family(code: str) -> str:
    """Return the letters at the start of a code."""
    return code[: len(code) - len(code.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))] or code[:2]


def family_names() -> dict[str, str]:
    """Return the names of the families, in the order of the reference."""
    return {
        "BY": tr("消息头与署名"),
        "DU": tr("重复"),
        "LS": tr("断行"),
        "HD": tr("标题"),
        "PU": tr("标点"),
        "QU": tr("引号、括号、书名号配对"),
        "SP": tr("空格与全半角"),
        "EN": tr("序号与列举"),
        "NU": tr("数字与日期"),
        "UN": tr("单位"),
        "WD": tr("词语"),
        "MS": tr("错别字"),
        "PL": tr("地名与政区"),
        "VC": tr("繁体与异体字"),
        "EC": tr("编码与残留"),
        "AB": tr("外文与简称"),
        "CO": tr("前后一致"),
        "HS": tr("本报规定"),
        "NL": tr("略去注释"),
    }


def level_names() -> dict[str, str]:
    """Return the names of the levels, most severe first."""
    return {level.label: level_word(level) for level in (Severity.ERROR, Severity.WARNING, Severity.INFO)}


def entries(
    checked: CheckedFile,
    first: int,
    rules: Mapping[str, RuleNote],
    file: int,
    files: Mapping[str, int],
) -> Iterator[Entry]:
    """Yield an entry for each finding of a file, numbered from ``first``; ``files`` numbers the files of the page."""
    explained = set()
    for number, finding in enumerate(checked.findings, first):
        relations = tuple(
            Relation(
                f"#r{number}-{count}" if place.path is None or place.path in files else "",
                visible(place.path or ""),
                place.start.line,
                place.start.column,
                visible(place.message),
                place_in(checked, place.start) if place.path is None else "",
            )
            for count, place in enumerate(finding.related, 1)
        )
        shown = tuple(changes(checked.text, finding.fix.edits)) if finding.fix else ()
        rule = rules.get(finding.code, _NO_RULE)
        where = place_in(checked, finding.start)
        yield Entry(number, finding, rule, file, shown, relations, finding.code in explained, where)
        explained.add(finding.code)


def changes(text: str, edits: Sequence[Edit]) -> Iterator[Change]:
    """Yield the first ``SHOWN`` parts of the text that ``edits`` change; changes close together are one."""
    groups: list[list[Edit]] = []
    for edit in edits:
        if groups and 0 <= edit.start - groups[-1][-1].end <= 2 * CONTEXT and len(groups[-1]) < 4:
            groups[-1].append(edit)
        elif len(groups) == SHOWN:
            break
        else:
            groups.append([edit])
    for group in groups:
        yield Change(tuple(part for part in _stretch(text, group) if part[1]))


def _stretch(text: str, edits: Sequence[Edit]) -> Iterator[tuple[str, str]]:
    at = max(edits[0].start, 0)
    yield "same", visible(_LINE_ENDS.split(text[max(0, at - CONTEXT) : at])[-1])
    for edit in edits:
        start = max(edit.start, at)
        yield "same", _inline(text[at:start])
        at = max(edit.end, start)
        yield "del", _spaced(text[start:at])
        yield "ins", _spaced(edit.text)
    yield "same", visible(_LINE_ENDS.split(text[at : at + CONTEXT])[0])


def _inline(text: str) -> str:
    return visible(_LINE_ENDS.sub("¶", text))


def _spaced(text: str) -> str:
    """Return deleted or inserted text with visible spaces."""
    if len(text) > LONGEST:
        text = f"{text[: LONGEST // 2]}……{text[-LONGEST // 4 :]}"
    return _inline(text.translate(_SPACES))
