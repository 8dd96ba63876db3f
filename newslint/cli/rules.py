"""``newslint rules``, ``rule`` and ``test``: list and explain rules, and test them on their examples."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from newslint.authoring.examples import failures
from newslint.authoring.reference import FAMILIES, labels, level_name, rule_page, rules_about
from newslint.authoring.standards import book_shortcomings, free_codes, shortcomings
from newslint.authoring.work import excessive_work
from newslint.cli.completing import complete_rules
from newslint.cli.localized import Command
from newslint.cli.output import in_colour, page, say, show, window
from newslint.cli.settings import choosing, configured
from newslint.config import Project
from newslint.finding import Severity
from newslint.language import pick, tr
from newslint.reports.characters import visible
from newslint.reports.characters import width as columns_of
from newslint.reports.text import paint
from newslint.reports.words import SHADES, safety_word
from newslint.reports.wrapping import wrapped
from newslint.rulebook.book import Rule, RuleBook, SelectorError, load_rules
from newslint.rulebook.folders import builtin_folder
from newslint.rulebook.selection import chosen_rules, rules_of

#: How many free codes are listed for each family.
_FREE = 5


@click.command(cls=Command)
@choosing
@configured
@click.option("--free", is_flag=True, help="改为列出各规则族尚未使用的代码。")
def rules(project: Project, free: bool) -> None:
    """按规则族列出规则：代码、级别、名称、标题、能否由 newslint fix 修改。"""
    settings = project.settings_in(Path.cwd())
    if free:
        for codes in free_codes(rules_of(settings), _FREE).values():
            say(" ".join(codes))
        return
    found = chosen_rules(settings) if settings.select or settings.ignore else rules_of(settings)
    colour = in_colour()
    page("".join(f"{line}\n" for line in _by_family(list(found), colour)), colour=colour)


def _by_family(found: Sequence[Rule], colour: bool) -> Iterator[str]:
    """Yield the lines of a list of rules, each family under a heading."""
    used = {rule.family for rule in found}
    known = [family for family in FAMILIES if family in used]
    for number, family in enumerate([*known, *sorted(used - FAMILIES.keys())]):
        if number:
            yield ""
        rules = [rule for rule in found if rule.family == family]
        title = tr(FAMILIES[family]) if family in FAMILIES else ""
        count = tr("（{number} 条）", number=len(rules))
        yield paint(f"{family} {title}".rstrip() + count, "1", colour)
        yield from _lines(rules, colour)


def _lines(found: Iterable[Rule], colour: bool) -> Iterator[str]:
    """Yield the lines that list rules: code, level, name, title, and whether what they find can be fixed."""
    width = max(len(level_name(severity)) for severity in Severity)
    for rule in found:
        doc = rule.doc()
        title = pick(doc.title, doc.english)
        mark = tr("［{fix}］", fix=safety_word(rule.safety)) if rule.safety is not None else ""
        level = f"{level_name(rule.severity):{width}}"
        name = f"  {rule.name:26}  "
        margin = " " * columns_of(f"  {rule.code}  {level}{name}")
        lines = wrapped(visible(title + mark), window(), margin, margin)
        shade = SHADES.get(rule.severity, "2")
        yield f"  {rule.code}  {paint(level, shade, colour)}{visible(name)}" + next(lines)[len(margin) :]
        yield from lines


@click.command(cls=Command)
@click.argument("code", metavar="规则", shell_complete=complete_rules)
@configured
def rule(project: Project, code: str) -> None:
    """说明一条规则（或一族）：查什么、为什么、正误例、怎么改。

    用代码、规则族、名称或标题指明规则；写的是别的词句时，列出标题、理由或例子中有它的规则。
    """
    book = rules_of(project.settings_in(Path.cwd()))
    colour = in_colour()
    try:
        found = book.find(code)
    except SelectorError:
        found = rules_about(book, code)
        if not found:
            raise
        if len(found) > 1:
            say(tr("说到“{text}”的规则（newslint rule 加代码，可看一条的说明）：", text=code))
            show("".join(f"{line}\n" for line in _lines(found, colour)), colour=colour)
            return
    page("\n".join(line for item in found for line in _page(item, colour)) + "\n", colour=colour)


def _page(rule: Rule, colour: bool) -> Iterator[str]:
    """Yield the lines of the page of a rule, its title and labels bold if there is ``colour``."""
    bold = labels()
    for number, line in enumerate(rule_page(rule)):
        text = line.lstrip(" ")
        margin = line[: len(line) - len(text)]
        for part in wrapped(visible(text), window(), margin, margin):
            yield paint(part, "1", colour and (not number or line in bold))


@click.command(cls=Command)
@click.argument("selectors", nargs=-1, metavar="[规则]...", shell_complete=complete_rules)
def test(selectors: Sequence[str]) -> None:
    """以规则文件中的正误例检验规则。

    用代码、规则族、名称、标题（本报自己的规则也可）指明规则，或写规则文件、文件夹；不写则检验全部内置规则。
    """
    folders = [Path(word) for word in selectors if os.path.exists(word)]
    names = [word for word in selectors if not os.path.exists(word)]
    # Rules as in their files: neither a preset nor a configuration applies to the examples.
    chosen = list(load_rules(folders)) if folders else []
    builtin = load_rules() if names or not folders else None
    if builtin is not None:
        chosen += [item for name in names for item in _named(name, builtin)] if names else list(builtin)
    failed = 0
    for item in chosen:
        ships = Path(item.path).is_relative_to(builtin_folder())
        for sentence in (*failures(item), *excessive_work(item), *(shortcomings(item) if ships else ())):
            failed += 1
            where = tr(
                "{code} {name}：{sentence}（{path}）", code=item.code, name=item.name, sentence=sentence, path=item.path
            )
            say(where)
    for sentence in book_shortcomings(builtin) if builtin is not None and not names else ():
        failed += 1
        say(sentence)
    examples = sum(len(item.doc().wrong) + len(item.doc().right) for item in chosen)
    outcome = tr("{number} 处不符", number=failed) if failed else tr("全部相符")
    say(
        tr("检验 {rules} 条规则、{examples} 个例子：{outcome}。", rules=len(chosen), examples=examples, outcome=outcome)
    )
    sys.exit(1 if failed else 0)


def _named(selector: str, builtin: RuleBook) -> Sequence[Rule]:
    """Return the rules that a selector means among the built-in ones, or else those that the configuration adds."""
    try:
        return builtin.find(selector)
    except SelectorError:
        own = Project().settings_in(Path.cwd()).own_rules
        if not own:
            raise
        return load_rules((builtin_folder(), *own)).find(selector)
