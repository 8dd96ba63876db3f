"""The names of models and series, letters or the character of a type and a number, and Latin words with a hyphen.

歼-20, GPT-4, iPhone 15; Wi-Fi. What stands between the parts may be missing elsewhere.
"""

from __future__ import annotations

from newslint.document import Document
from newslint.facts.mention import Mention, letters_of, mention, places_of
from newslint.patterns import lazy

#: Letters, or one of the characters or words that types of aircraft and missiles begin with, and a number.
_MODEL = lazy(
    r"(?<![A-Za-z0-9.\-/_#])(?:[A-Za-z]{1,10}|[歼轰运直苏图]|东风|鹰击|红旗|巨浪|霹雳|长剑|翼龙|枭龙|鲲龙|彩虹)"
    r"[ \-－—]?[0-9]{1,4}[A-Za-z]{0,2}(?![A-Za-z0-9\-./%:·])"
)
_NUMBERED = lazy(r"[A-Za-z歼轰运直苏图风击旗浪雳剑龙虹][ \-－—]?[0-9]")
#: Two parts of a word, not of an address or a longer name.
_HYPHENED = lazy(r"(?<![A-Za-z0-9.\-/_@])[A-Za-z]{1,10}-[A-Za-z]{2,10}(?![A-Za-z0-9.\-/_@])")


def models(document: Document) -> tuple[Mention, ...]:
    """Return the models, and the Latin words that stand with a hyphen somewhere in their article, in order."""
    view = document.view
    found = []
    if _NUMBERED.search(view):
        found += [mention(document, *match.span()) for match in _MODEL.finditer(view)]
    if "-" in view:
        small = view.lower() if len(view.lower()) == len(view) else view
        for word in {match[0].lower() for match in _HYPHENED.finditer(view)}:
            for form in (word, letters_of(word), word.replace("-", " ")):
                found += [
                    mention(document, at, at + len(form))
                    for at in places_of(small, form, 0, len(view))
                    if not (_is_latin(view[at - 1 : at]) or _is_latin(view[at + len(form) : at + len(form) + 1]))
                ]
    return tuple(sorted(found, key=lambda model: model.start))


def _is_latin(char: str) -> bool:
    """Return True if ``char`` makes a longer word of the Latin one beside it."""
    return char.isascii() and (char.isalnum() or char in ("-", "_", "/", "@", "."))


def has_models(document: Document) -> bool:
    """Return True if a document has two different forms of models."""
    return len({model.form for model in document.once(models)}) > 1
