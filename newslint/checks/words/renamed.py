"""Names that were changed by law or decree, in issues of later days: 国土资源部 after 2018."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.options import OptionError, Options
from newslint.checks.registry import Declared
from newslint.chinese.segmentation import stands_alone
from newslint.document import Document
from newslint.language import tr
from newslint.patterns import lazy

#: The sentence around a name, up to these marks.
_STOPS = "。！？；\n"
#: How much of it is looked at on either side, in characters.
_FARTHEST = 200
#: Words of a sentence about the past, or about the change itself.
_PAST = lazy(
    "原|前身|此前|之前|以前|时任|曾|当时|旧|老|历任|更名|改名|改称|改为|合并|组建|撤销|不再保留|并入|成立|设立|时期|年代|历史"
)
_YEAR = lazy(r"(?<![0-9])((?:19|20)[0-9]{2})年")


def renamed_check(options: Options) -> AnchorCheck:
    """Return the check for the option ``terms``, a text of entries ``old=new@day`` with white space between them."""
    terms = _terms(options.text("terms"))
    options.done()
    names = tuple(terms)

    def find(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        issued = document.issued
        if issued is None:
            return
        view, reached = document.view, 0
        for number, start, end in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
            new, since = terms[names[number]]
            if start < reached or issued < since:
                continue
            reached = end
            # 国土资源部 in 国土资源部门, 马其顿共和国 in 北马其顿共和国
            if view[end : end + 1] == "门" or view[start - 1 : start] in "北原前":
                continue
            if not _tells_the_past(view, start, end, since) and stands_alone(view, start, end):
                yield Match(start, end, new, values={"since": f"{since.year}年{since.month}月{since.day}日"})

    return AnchorCheck(find, names, values=["since"])


def _terms(text: str) -> dict[str, tuple[str, date]]:
    """Read the entries; raises ``OptionError``."""
    found = {}
    for entry in text.split():
        old, equals, rest = entry.partition("=")
        new, at, day = rest.partition("@")
        try:
            found[old] = new, date.fromisoformat(day)
        except ValueError:
            equals = ""
        if not (old and equals and new and at):
            raise OptionError("terms", tr("{entry} 应写作 旧称=新称@日期。", entry=entry))
    return found


def _tells_the_past(view: str, start: int, end: int, since: date) -> bool:
    """Return True if the sentence is about the time before ``since`` or about the change."""
    first, last = max(0, start - _FARTHEST), min(len(view), end + _FARTHEST)
    opens = max(first, *(view.rfind(stop, first, start) + 1 for stop in _STOPS))
    closes = min([at for stop in _STOPS if (at := view.find(stop, end, last)) >= 0], default=last)
    sentence = view[opens:start] + view[end:closes]
    return bool(_PAST.search(sentence)) or any(int(year) <= since.year for year in _YEAR.findall(sentence))


CHECKS: Mapping[str, Declared] = {
    "renamed": renamed_check,
}
