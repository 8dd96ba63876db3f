"""What a rule page says to readers and authors, which nobody needs to run the rule."""

from collections.abc import Mapping
from typing import NamedTuple


class Example(NamedTuple):
    """An example on a rule page.

    ``found`` are the texts of the findings that a wrong one gives, in order; ``fixed`` is the text after the rule's
    fix, where the rule has one; ``format`` is the reader's name (plain, markdown); ``options`` lie over those of the
    rule for this example alone.
    """

    text: str
    found: tuple[str, ...] = ()
    fixed: str | None = None
    note: str = ""
    format: str = "plain"
    options: Mapping[str, object] = {}


class Accuracy(NamedTuple):
    """How right a rule was on a corpus: its findings, those that were read, and those of them that were right."""

    corpus: str
    found: int
    read: int
    right: int


class RuleDoc(NamedTuple):
    """The part of a rule page that is for readers and authors.

    ``title`` is Chinese, ``english`` the title in English ("" if there is none); ``source`` is the authority that the
    rule rests on ("" if it rests on none); ``accuracy`` is what was read of its findings.
    """

    title: str
    english: str
    since: str
    why: str
    source: str
    wrong: tuple[Example, ...]
    right: tuple[Example, ...]
    accuracy: tuple[Accuracy, ...] = ()
