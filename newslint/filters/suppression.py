"""Findings that editors have decided to leave out: by comments in an article, and by entries in the configuration.

What suppresses nothing is reported in turn: a comment by a finding of the rule ``unused-suppression``, an entry by a
sentence, but only if it is decided, that is, if the rules that it names have really run. docs/en/suppression.md
describes this for users.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from newslint.config.globs import Globs
from newslint.config.settings import ConfigError, Suppression
from newslint.document.spans import DisabledRange
from newslint.finding import Finding, Severity
from newslint.language import tr
from newslint.rulebook.book import Rule, RuleBook, SelectorError

#: The checks of the comments themselves: what is no suppression, and what suppresses nothing.
_UNUSED = "suppression.unused"
_ABOUT_COMMENTS = ("suppression.malformed", _UNUSED)
#: A pattern with one of these means more than one file.
_WILD = frozenset("*?[]!")


class Suppressed(NamedTuple):
    """Findings after suppression: those kept, sorted, how many were left out, and the entries that covered any."""

    kept: list[Finding]
    suppressed: int = 0
    used: frozenset[Suppression] = frozenset()


def informed(book: RuleBook) -> RuleBook:
    """Return all rules of a project, those about comments with the names of the others as an option."""
    known = sorted(book.selectors - {"ALL"})
    return RuleBook(
        rule._replace(options={**rule.options, "known": known}) if rule.check in _ABOUT_COMMENTS else rule
        for rule in book
    )


class Suppressor:
    """The comments and entries of files that share their settings.

    ``entries`` are those of the configuration, their paths relative to ``folder`` (None: the working folder); ``known``
    are all rules, ``chosen`` those that run, and findings below ``level`` do not count; on ``today`` an entry until
    yesterday is expired. ``covers_project`` says that the run checks every file of the project: only then is it certain
    that rules which compare files, and entries for many files, have nothing to suppress. Without ``comments`` those of
    articles suppress nothing. Raises ``ConfigError`` for an entry whose code means no rule.
    """

    def __init__(
        self,
        entries: Sequence[Suppression],
        *,
        known: RuleBook,
        chosen: RuleBook,
        level: Severity,
        today: date | None = None,
        folder: Path | None = None,
        covers_project: bool = False,
        comments: bool = True,
    ) -> None:
        self._comments = comments
        self._known = known
        self._chosen = {rule.code for rule in chosen}
        self._level = level
        self._folder = folder or Path.cwd()
        self._covers_project = covers_project
        self._presumed = {rule.code for rule in chosen if rule.check == _UNUSED}
        self._rules: dict[str, tuple[Rule, ...]] = {}
        for entry in entries:
            if entry.code and entry.code != "ALL":
                self._rules[entry.code] = _rules_of(entry, known)
        #: The entries whose last day has passed: they suppress nothing.
        self.expired = [entry for entry in entries if is_expired(entry, today)]
        self._entries = [
            (entry, Globs([entry.path] if entry.path else [])) for entry in entries if entry not in self.expired
        ]

    def apply(
        self, path: str, findings: list[Finding], disabled: Sequence[DisabledRange], *, waiting: Collection[str] = ()
    ) -> Suppressed:
        """Leave out what comments and entries cover, and the findings that call a comment unused although it is not, or
        may not be.

        ``findings`` are all those of the file at ``path``, sorted, whatever their level: they tell which comments are
        used; ``disabled`` is what its comments disable. ``waiting`` are the codes of rules that may find more here when
        the file is compared with others. What is below the level is left out without being counted.
        """
        entries = [entry for entry, globs in self._entries if not entry.path or globs.match(path, self._folder)]
        if not disabled and not entries:
            return Suppressed(findings)
        from newslint.filters.disabled import Disabled  # few files have anything to suppress

        comments = Disabled(disabled, self._means)
        used_entries: set[Suppression] = set()
        kept: list[Finding] = []
        left_out: list[Finding] = []

        def decide(finding: Finding, own: DisabledRange | None = None) -> None:
            matching = [entry for entry in entries if self._answers(entry, finding)]
            used_entries.update(matching)
            covered = comments.covers(finding, own) and self._comments
            (left_out if covered or matching else kept).append(finding)

        for finding in findings:
            if finding.code not in self._presumed:
                decide(finding)
        used = comments.used()
        decided: dict[str, bool] = {}
        places = {(comment.start, comment.end): comment for comment in disabled}
        unused = {}
        for finding in findings:
            comment = places.get((finding.start.offset, finding.end.offset))
            if finding.code not in self._presumed or not comment or comment in used:
                continue
            # Some rule always waits for other files: a comment for all rules is decided without those.
            selector = comment.selector
            if selector not in decided:
                decided[selector] = self._is_decided(selector, waiting if selector else ())
            if decided[selector]:
                unused[finding] = comment
        for finding, comment in unused.items():
            decide(finding, comment)
        used = comments.used()
        # A comment that names this very rule is used if it covers what is reported of other comments.
        kept = [finding for finding in kept if unused.get(finding) not in used]
        kept.sort(key=lambda finding: finding.sort_key)
        suppressed = sum(finding.severity >= self._level for finding in left_out)
        return Suppressed(kept, suppressed, frozenset(used_entries))

    def unused(
        self, used: Collection[Suppression], paths: Iterable[str], *, waiting: Collection[str] = ()
    ) -> list[Suppression]:
        """Return the entries that should have suppressed something in the files ``paths`` and are not ``used``.

        An entry for one file is decided when that file was checked, one for many when the run covers the project.
        """
        checked = list(paths)
        return [
            entry
            for entry, globs in self._entries
            if entry not in used
            and (
                self._covers_project or (_names_one(entry) and any(globs.match(path, self._folder) for path in checked))
            )
            and self._is_decided(entry.code, waiting)
        ]

    def undecided(self, waiting: Collection[str] = ()) -> frozenset[str]:
        """Return the codes of rules whose silence means nothing: they do not run, are below the level, or
        wait for other files.
        """
        for rule in self._known:
            self._rules.setdefault(rule.code, (rule,))  # a code means that rule alone, and need not be looked for
        return frozenset(rule.code for rule in self._known if not self._is_decided(rule.code, waiting))

    def _meant(self, selector: str) -> tuple[Rule, ...]:
        """Return the rules that a selector means. Those about comments must be named: they report on the others."""
        if selector not in self._rules:
            if selector and selector not in self._known.selectors:
                return ()
            everything = not selector or selector == "ALL"
            self._rules[selector] = tuple(
                rule
                for rule in self._known
                if (rule.check not in _ABOUT_COMMENTS if everything else rule.answers_to(selector))
            )
        return self._rules[selector]

    def _means(self, selector: str, finding: Finding) -> bool:
        return any(rule.code == finding.code for rule in self._meant(selector))

    def _answers(self, entry: Suppression, finding: Finding) -> bool:
        """Return True if an entry for this path means the finding: its rule, and its whole text without white space."""
        if entry.text and "".join(entry.text.split()) != "".join(finding.text.split()):
            return False
        return self._means(entry.code, finding)

    def _is_decided(self, selector: str, waiting: Collection[str]) -> bool:
        """Return True if every rule that a selector means has run, and one of them counts."""
        due = [rule for rule in self._meant(selector) if rule.severity is not Severity.OFF or rule.code in self._chosen]
        ran = all(rule.code in self._chosen and (self._covers_project or rule.code not in waiting) for rule in due)
        return ran and any(rule.severity >= self._level for rule in due)


def is_expired(entry: Suppression, today: date | None = None) -> bool:
    """Return True if the last day of an entry has passed on ``today`` (None: the present day)."""
    if entry.until is None:
        return False
    return entry.until < (today or date.today())


def unused_sentences(unused: Iterable[Suppression], expired: Iterable[Suppression]) -> list[str]:
    """Return a sentence for each entry that suppresses nothing or is expired, each entry once."""
    sentences = [
        tr(
            "{source}：略去条目（{reason}）已于 {until} 到期，不再起作用；请删去，或核实后改期。",
            source=entry.source,
            reason=entry.reason,
            until=entry.until,
        )
        for entry in dict.fromkeys(expired)
    ]
    sentences += [
        tr("{source}：略去条目（{reason}）没有略去任何问题；请删去。", source=entry.source, reason=entry.reason)
        for entry in dict.fromkeys(unused)
    ]
    return sentences


def _rules_of(entry: Suppression, known: RuleBook) -> tuple[Rule, ...]:
    try:
        return known.find(entry.code)
    except SelectorError as error:
        raise ConfigError(entry.source, "code", str(error)) from None


def _names_one(entry: Suppression) -> bool:
    return bool(entry.path) and not _WILD & set(entry.path) and not entry.path.endswith("/")
