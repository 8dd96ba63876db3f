"""Shell completion of rules (by code, family or name) and of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.language import pick

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem


def complete_rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the last of the built-in rules typed so far, separated by commas."""
    from click.shell_completion import CompletionItem

    from newslint.rulebook.book import load_rules  # all commands import this module, few runs complete a rule

    before, comma, last = incomplete.rpartition(",")
    found: dict[str, str] = {"ALL": ""} if last and "ALL".startswith(last.upper()) else {}
    for rule in load_rules():
        for word in (rule.family, rule.code, rule.name):
            if word.lower().startswith(last.lower()):
                found.setdefault(word, "" if word == rule.family else pick(rule.doc().title, rule.doc().english))
    return [CompletionItem(before + comma + word, help=title) for word, title in found.items()]


def complete_files(ctx: click.Context, param: click.Parameter | None, incomplete: str) -> list[CompletionItem]:
    """Let the shell complete a file name."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]
