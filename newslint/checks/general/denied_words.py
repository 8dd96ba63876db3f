"""Words that the house does not use."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from newslint import strict
from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.general.words import prove_differ, without_overlaps
from newslint.checks.options import OptionError, Options
from newslint.checks.registry import Declared
from newslint.chinese.segmentation import stands_alone
from newslint.chinese.words import frequency
from newslint.document import Document
from newslint.finding import Severity
from newslint.language import tr

#: How common a denied word is taken to be at least.
_FREQUENCY = 3000


class _Denied(NamedTuple):
    """What becomes of a denied word; the fields are the keys of its table."""

    use: str = ""
    advice: str = ""
    reason: str = ""
    severity: Severity | None = None
    fix: str = ""
    spare: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    def holds_on(self, issued: date | None) -> bool:
        """Return True if the entry holds in an issue of that day; without a day it does."""
        if issued is None:
            return True
        return (self.since is None or self.since <= issued) and (self.until is None or issued <= self.until)


def denied_words_check(options: Options) -> AnchorCheck:
    """Return the check for the option ``words``, a table from a word that the house does not use to what it uses
    instead, "" where that is left to the editor, or to a table that says more.

    ``fix`` says how safe changes are where the table of a word does not, but for what the page says of all.

    A word is passed over where its characters belong to other words.
    """
    words = options.table("words", strict.denied_word, {})
    usual = options.choice("fix", ("safe", "unsafe"), "safe")
    options.done()
    if not all(word.strip() for word in words):
        raise OptionError("words", tr("不能有空的词，请补上或删去。"))
    denied = {word: _denied(entry) for word, entry in words.items()}
    prove_differ({word: entry.use for word, entry in denied.items()})

    def is_denied(document: Document, start: int, end: int) -> bool:
        word = document.view[start:end]
        # The house has said that it is a word, whatever the word list says (我市).
        return (
            stands_alone(document.view, start, end, as_frequency=max(_FREQUENCY, frequency(word)))
            and denied[word].holds_on(document.issued)
            and not any(document.inside(start, end, kind) for kind in denied[word].spare)
        )

    def find(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        for start, end in without_overlaps(hits, partial(is_denied, document)):
            entry = denied[document.view[start:end]]
            yield Match(
                start,
                end,
                entry.use or None,
                message=_message(entry),
                values={"advice": entry.advice, "reason": entry.reason},
                doubtful=(entry.fix or usual) != "safe",
                severity=entry.severity,
            )

    # A page without words waits for those of the house, which may say any of this.
    messages = {_message(entry) for entry in denied.values()} - {""} if denied else set(_MESSAGES)
    return AnchorCheck(find, tuple(denied), values=("advice", "reason"), messages=sorted(messages))


#: The keys of the sentences by whether there is a replacement, advice, and a reason.
_MESSAGES = ("advised", "advised-because", "because", "no-replacement", "no-replacement-because")


def _message(entry: _Denied) -> str:
    key = "" if entry.use else "advised" if entry.advice else "no-replacement"
    return f"{key}-because".removeprefix("-") if entry.reason else key


def _denied(entry: str | Mapping[str, Any]) -> _Denied:
    if isinstance(entry, str):
        return _Denied(entry)
    level = entry.get("severity")
    return _Denied(
        use=entry.get("use", ""),
        advice=entry.get("advice", ""),
        reason=entry.get("reason", ""),
        severity=Severity.parse(level) if level else None,
        fix=entry.get("fix", ""),
        spare=entry.get("spare", ()),
        since=entry.get("from"),
        until=entry.get("until"),
    )


CHECKS: Mapping[str, Declared] = {
    "denied-words": denied_words_check,
}
