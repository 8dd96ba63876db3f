"""A regular expression that is tried only where one of its literals stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.options import OptionError, Options, compiled, prove_pattern
from newslint.checks.registry import Declared
from newslint.document import Document
from newslint.language import tr
from newslint.patterns import lazy

if TYPE_CHECKING:
    import regex

#: The largest ``before``.
_FARTHEST = 1000
#: A reference to a group, or another escape, in what is to be written.
_ESCAPE = lazy(r"\\(?:(?P<number>[0-9]+)|g<(?P<name>\w+)>|.?)")
_PLAIN_ESCAPES = ("\\\\", r"\n", r"\t")
#: A group with a name in a pattern.
_GROUP_NAME = lazy(r"\(\?P?<([A-Za-z_]\w*)>")
#: A match may reach so far behind its anchor, in characters, where it may begin before it.
_REACH = 200
#: How many characters before the anchor are searched for what must precede it, where a match begins with the anchor.
_NEAR = 10
#: From so few places a match is tried one by one, unless there are so many anchors that another pattern pays off.
_FEW, _MANY = 16, 1_000
#: Flags at the head of a pattern hold for all of it, so that they must stay there.
_FLAGS = lazy(r"(?:\(\?[a-zA-Z]+\))?")


def pattern_check(options: Options) -> AnchorCheck:
    r"""Return the check for the options of a pattern.

    ``anchor`` are literals of which every match holds one; ``next`` are literals of which one follows the anchor;
    ``pattern`` is in the syntax of the regex package, over the width-normalised view; ``before`` is how many characters
    before the anchor a match may begin (0: it begins there); ``preceded`` are literals of which one stands in these
    characters, or in the ten before the anchor; ``after`` are literals of which one stands right before the anchor,
    unless that begins the text; ``unless`` are literals that the anchor is no part of: where these do not hold, the
    pattern is not tried. ``replace`` is the text to write
    instead, with ``\1`` or ``\g<name>`` for groups, or ``instead`` a table of what to write for each text that the span
    may have; ``span`` is the group whose span is reported (0: the whole match). Messages may use the names of groups. A
    match never leaves the line it begins in unless the pattern itself names a line end.
    """
    pattern = Pattern(options)
    options.done()
    return AnchorCheck(pattern.find, pattern.anchors, values=pattern.names, prove=pattern.prove)


class Pattern:
    """What the options of a pattern come to; it is compiled when it is first tried."""

    def __init__(self, options: Options) -> None:
        following = options.texts("next", ()) or ("",)
        self.anchors = tuple(anchor + literal for anchor in options.texts("anchor") for literal in following)
        self._source = options.text("pattern")
        self._before = options.integer("before", 0)
        self._preceded = options.texts("preceded", ())
        self._after = options.texts("after", ())
        self._unless = options.texts("unless", ())
        self._farthest = max(map(len, self._unless), default=0)
        self._replace = options.text("replace", "\0")
        self._instead = options.pairs("instead", {})
        self._span = options.text("span", "0")
        if not self.anchors:
            raise OptionError("anchor", tr("至少要有一个固定的字词。"))
        if not self._source:
            raise OptionError("pattern", tr("应为不空的字符串。"))
        if self._before > _FARTHEST:
            raise OptionError("before", tr("最多为 {number}。", number=_FARTHEST))

    def prove(self) -> None:
        """Raise ``OptionError`` for a pattern that is invalid, and for groups in ``span`` and ``replace`` it lacks."""
        prove_pattern("pattern", self._source, self.anchors[0])
        groups = {"0", *map(str, range(1, self._pattern.groups + 1)), *self._pattern.groupindex}
        _ = self._led_pattern
        if self._span not in groups:
            raise OptionError("span", tr("模式里没有 {group} 这一组。", group=self._span))
        for reference in () if self._replace == "\0" else _ESCAPE.finditer(self._replace):
            group = reference["number"] or reference["name"]
            if group is not None and group not in groups:
                raise OptionError("replace", tr("模式里没有 {group} 这一组。", group=group))
            if group is None and reference[0] not in _PLAIN_ESCAPES:
                raise OptionError("replace", tr("{escape} 不是有效的写法。", escape=reference[0]))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the groups."""
        return tuple(_GROUP_NAME.findall(self._source))

    @cached_property
    def _pattern(self) -> regex.Pattern[str]:
        return compiled("pattern", self._source)

    @cached_property
    def _led_pattern(self) -> regex.Pattern[str]:
        """The pattern behind any characters that may stand before it, which are no part of the match."""
        flags = _FLAGS.match(self._source).group()
        # A comment at the end of a pattern with white space would swallow the bracket.
        end = "\n)" if "x" in flags else ")"
        return compiled("pattern", rf"{flags}[\s\S]{{0,{self._before}}}?\K(?:{self._source[len(flags) :]}{end}")

    def find(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield one match for each place where the pattern fits, left to right, never twice over the same
        characters.
        """
        view = document.view
        group = int(self._span) if self._span.isdecimal() else self._span
        reached = 0
        spoilt: dict[tuple[str, int, int], bool] = {}
        is_led = self._before > _FEW or (self._before > 0 and len(hits) > _MANY)
        for hit in hits:
            if hit.start < reached or not self._may_fit(view, hit, spoilt):
                continue
            if self._before:
                found = self._around(view, max(reached, hit.start - self._before), hit, is_led)
            else:
                found = self._pattern.match(view, hit.start)
            if not found or found.end() == found.start():
                continue
            reached = found.end()
            start, end = found.span(group)
            if start < 0:  # the group took no part in the match
                continue
            replacement = self._instead.get(view[start:end])
            if self._replace != "\0":
                replacement = found.expand(self._replace)
            yield Match(start, end, replacement, values=found.groupdict(""))

    def _may_fit(self, view: str, hit: Hit, spoilt: dict[tuple[str, int, int], bool]) -> bool:
        """Return True if the literals around an anchor allow a match: searching for them costs next to nothing.

        ``spoilt`` remembers what stands around anchors: a broken text may have the same around all of them.
        """
        start = hit.start
        if self._preceded:
            stretch = view[max(0, start - (self._before or _NEAR)) : start]
            if not any(literal in stretch for literal in self._preceded):
                return False
        if self._after and start and not view.endswith(self._after, 0, start):
            return False
        if not self._unless:
            return True
        base = max(0, hit.end - self._farthest)
        around = view[base : start + self._farthest], start - base, hit.end - base
        if around not in spoilt:
            spoilt[around] = any(
                literal in view[max(0, hit.end - len(literal)) : start + len(literal)] for literal in self._unless
            )
        return not spoilt[around]

    def _around(self, view: str, start: int, hit: Hit, is_led: bool) -> regex.Match[str] | None:
        """Return the first match that begins between ``start`` and the anchor at ``hit``; it may end 200 characters
        behind it. If ``is_led``, the pattern with what may stand before it is tried once.
        """
        end = min(len(view), hit.end + _REACH)
        if is_led:
            found = self._led_pattern.match(view, start, end)
            return found if found and found.start() <= hit.start else None
        # A search would go on behind the anchor, through all the characters that a match may reach.
        match = self._pattern.match
        return next((found for at in range(start, hit.start + 1) if (found := match(view, at, end))), None)


CHECKS: Mapping[str, Declared] = {
    "pattern": pattern_check,
}
