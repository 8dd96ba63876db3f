"""What one article, or one page of articles, says in two ways."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.checks.consistency import people, spellings, terms, titles, transliterations
from newslint.checks.consistency.compared import consistency_check
from newslint.checks.registry import Declared

CHECKS: Mapping[str, Declared] = {
    "person": consistency_check(people.PERSON),
    "person-exchanged": consistency_check(people.EXCHANGED),
    "person-short": consistency_check(people.SHORT),
    "spelling": consistency_check(spellings.SPELLING),
    "term-order": consistency_check(terms.TERM_ORDER),
    "title": consistency_check(titles.TITLE),
    "title-shortened": consistency_check(titles.SHORTENED),
    "transliteration": consistency_check(transliterations.TRANSLITERATION),
}
