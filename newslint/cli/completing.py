"""What the shell is told when it completes a word: rules by their codes, families and names, and where a file is
meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.language import pick

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem


def complete_rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the built-in rules that go on from the last of the words typed so far, which commas part."""
    from click.shell_completion import CompletionItem

    from newslint.rulebook.book import load_rules

    before, comma, last = incomplete.rpartition(",")
    found: dict[str, str] = {}
    for rule in load_rules():
        for word in (rule.family, rule.code, rule.name):
            if word.lower().startswith(last.lower()):
                found.setdefault(word, "" if word == rule.family else pick(rule.doc().title, rule.doc().english))
    return [CompletionItem(before + comma + word, help=title) for word, title in found.items()]


def complete_files(ctx: click.Context, param: click.Parameter | None, incomplete: str) -> list[CompletionItem]:
    """Leave it to the shell to complete the name of a file."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]
