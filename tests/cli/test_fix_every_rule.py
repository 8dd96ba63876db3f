"""``newslint fix`` over every rule that can mend: its examples inside longer articles, in every encoding and with every line end."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result

from newslint.cli import main
from newslint.rulebook import Example, Rule, load_rules

HEAD = (
    "# 云岭图书馆夜间开放\n\n本报讯（记者 田一川）云岭图书馆昨天起夜间开放，读者可以借书到晚上九点。\n"
    "馆长林远山说，夜班由志愿者轮流值守，第一周已有三百多人报名。\n\n"
)
TAIL = (
    "\n\n# 青石巷口添了路灯\n\n本报讯（记者 田一川）青石巷口昨晚亮起六盏路灯，居民夜里出门不再摸黑。\n"
    "街道办主任何雨桐介绍，电费由街道承担。\n"
)
#: Rules that judge the article by what most of it does: more text would make their examples something else.
WHOLE = {"BY04", "EC20", "EC21"}
#: The codec and the byte order mark of each encoding that is read.
ENCODINGS = {
    "utf-8": ("utf-8", b""),
    "utf-8-bom": ("utf-8", b"\xef\xbb\xbf"),
    "utf-16-le": ("utf-16-le", b"\xff\xfe"),
    "utf-16-be": ("utf-16-be", b"\xfe\xff"),
    "gb18030": ("gb18030", b""),
}
#: The line ends that stand before, in and after the example.
LINE_ENDS = {"lf": ("\n", "\n", "\n"), "crlf": ("\r\n", "\r\n", "\r\n"), "cr": ("\r", "\r", "\r"), "mixed": ("\r\n", "\n", "\r")}
SUFFIXES = {"plain": ".txt", "markdown": ".md", "html": ".html"}


class Case(NamedTuple):
    """An example of a rule, in a folder of its own that its settings hold for."""

    folder: str
    rule: Rule
    example: Example

    def article(self, text: str, ends: tuple[str, str, str]) -> str:
        """Return an article around ``text``, which is the example or the example mended."""
        if self.rule.code in WHOLE:
            return text if "\r" in self.example.text else text.replace("\n", ends[1])
        return HEAD.replace("\n", ends[0]) + text.replace("\n", ends[1]) + TAIL.replace("\n", ends[2])


RULES = [rule for rule in load_rules() if rule.safety is not None]
CASES = [
    Case(f"{rule.code}-{number}", rule, example)
    for rule in RULES
    for number, example in enumerate(rule.wrong)
    if example.fixed is not None
]


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], catch_exceptions=False)


def configuration() -> Iterator[str]:
    """Yield the lines of a configuration in which each folder is under one rule, with the options of its example."""
    yield 'level = "info"'
    for case in CASES:
        yield f'[[overrides]]\nfiles = ["{case.folder}/"]\nselect = ["{case.rule.code}"]'
        if case.example.options:
            yield f"options = {{ {case.rule.code} = {toml(dict(case.example.options))} }}"


def toml(value: object) -> str:
    """Return a value as TOML on one line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key, ensure_ascii=False)} = {toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str | bool | int | float) else str(value)


def test_every_rule_with_a_fix_has_an_example_of_it() -> None:
    assert {case.rule.code for case in CASES} == {rule.code for rule in RULES}


@pytest.mark.parametrize("ends", LINE_ENDS.values(), ids=LINE_ENDS)
@pytest.mark.parametrize(("codec", "bom"), ENCODINGS.values(), ids=ENCODINGS)
def test_a_fault_in_a_longer_article_is_mended_and_nothing_else_changes(
    tmp_path: Path, codec: str, bom: bytes, ends: tuple[str, str, str]
) -> None:
    (tmp_path / "newslint.toml").write_text("\n".join(configuration()), encoding="utf-8")
    files = {tmp_path / case.folder / ("稿" + SUFFIXES[case.example.format]): case for case in CASES}
    for path, case in files.items():
        path.parent.mkdir()
        path.write_bytes(bom + case.article(case.example.text, ends).encode(codec, "surrogatepass"))
    run("fix", "--write", "--unsafe", tmp_path)
    fixed = {path: path.read_bytes() for path in files}
    wrong = {
        case.folder: fixed[path].removeprefix(bom).decode(codec, "replace")
        for path, case in files.items()
        if fixed[path] != bom + case.article(str(case.example.fixed), ends).encode(codec, "surrogatepass")
    }
    assert wrong == {}
