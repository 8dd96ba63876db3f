"""What a check is and what it gives.

A check looks at a Document and yields matches: the faults that a rule page then words and levels.
docs/development/checks.md says what a Document offers a check and what a check must not do.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from newslint.document import Document
from newslint.finding import Edit, Severity

#: A cheap question about a document; a check whose gate answers no is not asked.
Gate = Callable[[Document], object]


class Hit(NamedTuple):
    """A place where an anchor of a check occurs: the index of the anchor, start and end (code points of the view)."""

    anchor: int
    start: int
    end: int


class Place(NamedTuple):
    """A further place that a match speaks of.

    ``message`` is the key of its sentence in ``[messages]`` of the rule page, filled from ``values``, ``match``, the
    text at the place, and ``zone``, the part of the article in which it stands. ``document`` is the index of another
    document of the run, None for the one that is checked.
    """

    start: int
    end: int
    message: str
    values: Mapping[str, object] = {}
    document: int | None = None


class Match(NamedTuple):
    """A fault from ``start`` to ``end`` (code points).

    ``replacement`` is what an editor would write in place of the span, where that is known; ``edits`` are the changes
    that repair the fault when they are more than, or elsewhere than, the span. ``message`` is the key of the sentence
    in ``[messages]`` of the rule page, "" for its ``message``; ``values`` fill the names in it besides ``match`` and
    ``replacement``. With ``doubtful`` the change asks for an editor, even if those of the rule are safe. ``severity``
    lowers that of the rule.
    """

    start: int
    end: int
    replacement: str | None = None
    edits: tuple[Edit, ...] = ()
    values: Mapping[str, object] = {}
    related: tuple[Place, ...] = ()
    message: str = ""
    doubtful: bool = False
    severity: Severity | None = None


class Comparison(NamedTuple):
    """How a check compares the documents of a run.

    ``facts`` returns what one document contributes, a value of ``facts_type`` (named tuples, tuples, strings, numbers
    and bytes, so that it can be stored or sent by a worker), or None. ``compare`` is given the facts of all documents
    with their indices, in order, and yields matches with the index of their document; the order of the documents must
    not matter but for which of several equal places is named as related. ``gate`` tells whether a document alone has
    anything to compare with itself.
    """

    facts: Callable[[Document], Any]
    facts_type: Any
    compare: Callable[[Sequence[tuple[int, Any]]], Iterable[tuple[int, Match]]]
    gate: Gate


class StructureCheck(NamedTuple):
    """A check of the structure of a document: ``find`` yields its matches, in any order, and is called once.

    ``gate`` is asked first, once for all checks that share it; where it answers no, the document has nothing to compare
    either. ``values`` are the names that messages may use besides
    ``match`` and ``replacement``; ``messages`` are the keys that the page must have in ``[messages]``. With
    ``reads_comments`` the check looks at the file as it stands, comments and markup included, not at its prose.
    """

    find: Callable[[Document], Iterable[Match]] | None
    gate: Gate | None = None
    values: Sequence[str] = ()
    messages: Sequence[str] = ()
    comparison: Comparison | None = None
    reads_comments: bool = False


class AnchorCheck(NamedTuple):
    """A check that is asked only where one of ``anchors`` (literal text of the view) occurs.

    ``find`` is given the hits in order of position. ``values`` and ``messages`` as in ``StructureCheck``. ``prove``
    raises ``OptionError`` for options that only show to be wrong when they are used, such as an invalid pattern.
    """

    find: Callable[[Document, Sequence[Hit]], Iterable[Match]]
    anchors: Sequence[str]
    values: Sequence[str] = ()
    messages: Sequence[str] = ()
    prove: Callable[[], None] | None = None


Check = StructureCheck | AnchorCheck
