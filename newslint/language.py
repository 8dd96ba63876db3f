"""The language of the interface: Chinese as written in the code, or English from the table in ``english``.

What findings say is Chinese in either: it is for the editors of Chinese text.
"""

from __future__ import annotations

#: The languages by the name that ``--lang`` takes.
LANGUAGES = ("zh", "en")
_current = LANGUAGES[0]


def use(language: str) -> None:
    """Let the interface speak ``language`` (one of ``LANGUAGES``) from now on."""
    global _current
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is not one of {', '.join(LANGUAGES)}")
    _current = language


def current() -> str:
    """Return the language of the interface."""
    return _current


def say(text: str, /, **values: object) -> str:
    """Return ``text``, which is Chinese, in the language of the interface, with ``{names}`` in it filled from ``values``.

    Every text given here must stand in ``english.ENGLISH`` with the same names; a test holds that.
    """
    if _current == "en":
        from newslint.english import ENGLISH  # not needed where the interface is Chinese

        text = ENGLISH[text]
    return text.format(**values) if values else text
