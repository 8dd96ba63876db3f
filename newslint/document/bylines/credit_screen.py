"""What shows at a glance that a stretch of text is no list of credits, before it is read as one.

Headlines and cut lines are asked for credits far more often than they hold any. Every question here is one that all
credits pass: what is turned away could not have been read. Offsets are code points of the text given.
"""

from newslint.chinese import names
from newslint.document.bylines import roles
from newslint.patterns import lazy

#: A word of a list of credits, and what may stand between two of them, blanks among it.
TOKEN = lazy(r"[^ 　、，,;；|｜丨&/／\t：:。]+")
GAP = " 　、，,;；|｜丨&/／\t：:"
BLANK = " 　\t"

#: Reading so few characters costs less than asking.
_FEW = 8
#: What neither roles nor names nor the names of papers hold.
_PROSE_MARK = lazy("[“”‘！？…（）()%％\ufffc]")
#: The last characters of 本报 and the like, and of 3版.
_OPEN_ENDS = frozenset("报刊台网社站视版")
#: 图片由某某提供 and other sentences about credits.
_SENTENCE = lazy("提供|本文|化名|采访对象|均为|如有")


def could_be_credits(text: str, start: int, end: int, trusted: bool) -> bool:
    """Return True if nothing shows at a glance that text[start:end] is no credits; ``trusted``: any name may begin
    them.
    """
    if _SENTENCE.search(text, start, end):
        return False
    # The stroke 丨 parts words and is a Chinese character, of which names may be.
    if end - start <= _FEW or text.find("丨", start, end) >= 0:
        return True
    return (trusted or not _begins_otherwise(text, start, end)) and not _holds_prose(text, start, end)


def is_unknown_house(word: str) -> bool:
    """Return True if ``word`` may be a paper's name of a kind that ``roles`` does not know; a role must follow it."""
    return 2 <= len(word) <= 6 and names.is_han_run(word)


def _begins_otherwise(text: str, start: int, end: int) -> bool:
    """Return True if the first word shows that no credits begin here: it is no name, and neither role nor paper's name
    begins or ends in it.
    """
    found = TOKEN.search(text, start, end)
    if found is None:
        return False
    first, stop = found.span()
    word = found[0]
    # Names have a dot, Latin letters or a surname; 本报 may belong to the role behind a space, and A12版 is passed
    # over.
    if len(word) < 2 or not word.isalnum() or word[0].isascii() or word[-1] in _OPEN_ENDS or names.surname(word):
        return False
    if stop < end and text[stop] in BLANK and is_unknown_house(word):
        return False
    # A paper's name may run on behind a slash.
    return not roles.has_role_sign(text, first, stop) and not roles.begins_house(text, first, end)


def _holds_prose(text: str, start: int, end: int) -> bool:
    """Return True if a mark of running text stands there; only a paper's name, after 来源 or in 《》, may hold one."""
    mark = _PROSE_MARK.search(text, start, end)
    if mark is None or text.find("源", start, end) >= 0 or text.find("《", start, end) >= 0:
        return False
    at = mark.start()
    # A lone character beside a blank is read as half of a padded name, whatever it is.
    return text[max(start, at - 1)] not in BLANK and text[min(end - 1, at + 1)] not in BLANK
