"""The language of the interface: Chinese as written in the code, or English from the table in ``english``.

What findings say is Chinese in either: it is for the editors of Chinese text.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable

#: The languages by the name that ``--lang`` takes.
LANGUAGES = ("zh", "en")
_current = LANGUAGES[0]
#: The usual reasons for which a file cannot be read or written; the system tells them in English.
_CAUSES = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "路径中有一级不是文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘只读",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "符号链接形成循环",
}


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
    """Return ``text``, which is Chinese, in the language of the interface, with ``{names}`` in it filled from
    ``values``.

    Every text given here must stand in ``english.ENGLISH`` with the same names; a test holds that.
    """
    if _current == "en":
        from newslint.language.english import ENGLISH  # not needed where the interface is Chinese

        text = ENGLISH[text]
    return text.format(**values) if values else text


def listed(words: Iterable[object]) -> str:
    """Return ``words`` as a list in a sentence."""
    return say("、").join(map(str, words))


def placed(*parts: object) -> str:
    """Return a sentence led by the places that it speaks of, widest first; empty parts are left out."""
    return say("：").join(part for part in map(str, parts) if part)


def cause(error: OSError) -> str:
    """Return why the system could not do something; in Chinese where it is one of the usual reasons."""
    told = _CAUSES.get(error.errno or 0) if _current != "en" else None
    return told or error.strerror or str(error)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word most like ``word``; "" if none is."""
    import difflib  # only for the hint in an error

    return next(iter(difflib.get_close_matches(word, sorted(known), 1, 0.5)), "")


def hint(word: str, known: Iterable[str]) -> str:
    """Return how the sentence about a ``word`` that does not exist ends: with the one most like it, or with all that
    are known.
    """
    words = list(known)
    if near := nearest(word, words):
        return say("；是否指 {near}？", near=near)
    return say("；可用的有 {words}。", words=listed(words)) if words else say("。")


def in_language(chinese: str, english: str) -> str:
    """Return the one of two texts that is in the language of the interface; the Chinese one where there is no English
    one.
    """
    return english if english and _current == "en" else chinese
