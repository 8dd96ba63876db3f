"""Quick tests that rule out a list of credits before it is parsed.

Headlines and cut lines are parsed for credits far more often than they contain any. Every test here is one that all
credits pass: what fails could not have been parsed. Offsets are code points of the text.
"""

from newslint.chinese import names
from newslint.document.bylines import roles
from newslint.patterns import lazy

#: A word in a list of credits, and what may separate two of them, including blanks.
TOKEN = lazy(r"[^ 　、，,;；|｜丨&/／\t：:。]+")
GAP = " 　、，,;；|｜丨&/／\t：:"
BLANK = " 　\t"

#: Parsing this few characters is cheaper than testing them.
_FEW = 8
#: Marks that neither roles nor names nor outlets contain.
_PROSE_MARK = lazy("[“”‘！？…（）()%％\ufffc]")
#: The last characters of 本报 and the like, and of 3版.
_OPEN_ENDS = frozenset("报刊台网社站视版")
#: 图片由某某提供 and other sentences about credits.
_SENTENCE = lazy("提供|本文|化名|采访对象|均为|如有")


def could_be_credits(text: str, start: int, end: int, trusted: bool) -> bool:
    """Return True unless a glance rules out that text[start:end] is credits; if ``trusted``, they may begin with any
    name.
    """
    if _SENTENCE.search(text, start, end):
        return False
    # The stroke 丨 separates words and is a Chinese character, which names may contain.
    if end - start <= _FEW or text.find("丨", start, end) >= 0:
        return True
    return (trusted or not _begins_otherwise(text, start, end)) and not _holds_prose(text, start, end)


def is_unknown_outlet(word: str) -> bool:
    """Return True if ``word`` may be an outlet of a kind that ``roles`` does not know; a role must follow it."""
    return 2 <= len(word) <= 6 and names.is_han_run(word)


def _begins_otherwise(text: str, start: int, end: int) -> bool:
    """Return True if the first word begins no credits: it is no name, and contains no role and no outlet."""
    found = TOKEN.search(text, start, end)
    if found is None:
        return False
    first, stop = found.span()
    word = found[0]
    # Names have a dot, Latin letters or a surname; 本报 may belong to the role after a space, and A12版 is skipped.
    if len(word) < 2 or not word.isalnum() or word[0].isascii() or word[-1] in _OPEN_ENDS or names.surname(word):
        return False
    if stop < end and text[stop] in BLANK and is_unknown_outlet(word):
        return False
    # The name of an outlet may continue after a slash.
    return not roles.has_role_sign(text, first, stop) and not roles.begins_outlet(text, first, end)


def _holds_prose(text: str, start: int, end: int) -> bool:
    """Return True if there is a mark of running text; only an outlet, after 来源 or in 《》, may contain one."""
    mark = _PROSE_MARK.search(text, start, end)
    if mark is None or text.find("源", start, end) >= 0 or text.find("《", start, end) >= 0:
        return False
    at = mark.start()
    # A single character beside a blank is read as half of a padded name, whatever it is.
    return text[max(start, at - 1)] not in BLANK and text[min(end - 1, at + 1)] not in BLANK
