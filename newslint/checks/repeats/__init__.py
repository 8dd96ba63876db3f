"""What is written twice: words, clauses, items of lists, sentences, paragraphs, articles."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.checks.check import StructureCheck
from newslint.checks.registry import Declared
from newslint.checks.repeats import duplicate_paragraphs as paragraphs
from newslint.checks.repeats import duplicates, fake_bold, repeated_items, repetition, reprints

_has_paragraphs = paragraphs.has_paragraphs
_has_sentences = duplicates.has_repeated_sentences

CHECKS: Mapping[str, Declared] = {
    "article": StructureCheck(paragraphs.same_articles, gate=paragraphs.has_articles, messages=["first"]),
    "article-elsewhere": reprints.reprint_check(reprints.reprinted_articles),
    "clause": repetition.repeated_clause,
    "distant-sentence": StructureCheck(duplicates.distant_sentences, gate=_has_sentences, messages=["first"]),
    "every-character": StructureCheck(fake_bold.every_character_twice, gate=fake_bold.has_pairs, values=["shown"]),
    "interlocked": StructureCheck(repetition.interlocked_phrases, gate=repetition.has_interlocked),
    "list-item": StructureCheck(repeated_items.repeated_items, gate=repeated_items.has_list, messages=["first"]),
    "near-paragraph": StructureCheck(paragraphs.near_paragraphs, gate=_has_paragraphs, messages=["first"]),
    "paragraph": StructureCheck(paragraphs.same_paragraphs, gate=_has_paragraphs, messages=["first"]),
    "paragraph-elsewhere": reprints.reprint_check(reprints.reprinted_paragraphs),
    "sentence": StructureCheck(duplicates.repeated_sentences, gate=_has_sentences, messages=["first"]),
    "word": repetition.repeated_word,
}
