"""What ``newslint fix`` says of each file: what was changed, what remains, and of all files together."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import islice

from newslint.cli.output import in_colour, say, show, tell, window
from newslint.finding import Finding
from newslint.language import join_list, tr
from newslint.reports.changes import change_lines
from newslint.reports.characters import one_line, visible
from newslint.reports.wrapping import middle, wrapped
from newslint.results import CheckedFile
from newslint.run.rewriting import FixedFile

#: How many of the remaining findings are named, in how many columns each, and how many lines of changes are shown.
_NAMED, _QUOTED, _MOST_LINES = 5, 24, 200


class Said:
    """Tells about one file after the other, and at the end about all.

    ``write`` says that files are written, ``asked`` that an editor has seen each change, ``accept`` that changes of a
    Word document are not tracked.
    """

    def __init__(self, *, write: bool, asked: bool, accept: bool) -> None:
        self._write = write
        self._asked = asked
        self._accept = accept
        self._colour = in_colour()
        #: Whether people read standard output: else it is for patches, if files are not written, and nothing else.
        self.on_screen = sys.stdout.isatty()
        self._files = self._fixes = 0
        self._has_spoken = False

    def file(self, result: FixedFile) -> None:
        """Tell what changes in a file and what remains; nothing if neither does."""
        self._files += 1
        self._fixes += result.applied
        if result.applied or result.left:
            self._has_spoken = True
            self._tell(_told(result, write=self._write, tracked=not result.is_text and not self._accept))
        if not self._asked and (self._write or self.on_screen):
            show("".join(f"{line}\n" for line in _changes(result, colour=self._colour)), colour=self._colour)

    @staticmethod
    def warn(result: FixedFile) -> bool:
        """Tell what could not be fixed to the end; return True if there was any of it, or nothing could be."""
        if result.cycle:
            tell(
                tr(
                    "{path}：规则 {codes} 的修改互相抵消或没有尽头，这几条都没有照改；请核对规则，或人工修改。",
                    path=result.path,
                    codes=join_list(result.cycle),
                )
            )
        if result.unfinished:
            tell(tr("{path}：文件很长，要改的地方没有改完；请再运行一次。", path=result.path))
        return bool(result.error or result.cycle) or result.unfinished

    def end(self) -> None:
        """Tell about all files, unless one has been told about and there are no others."""
        values = {"files": self._files, "number": self._fixes}
        if self._files and not self._has_spoken:
            self._tell(tr("看过 {files} 个文件，没有要改的。", files=self._files))
        elif self._files > 1 and self._write:
            self._tell(tr("共 {files} 个文件，修改 {number} 处。", **values))
        elif self._files > 1:
            self._tell(tr("共 {files} 个文件，可改 {number} 处。", **values))

    def _tell(self, sentence: str) -> None:
        for line in wrapped(visible(sentence), window(), "", "  "):
            if self._write or self.on_screen:
                say(line)
            else:
                tell(line)


def _told(result: FixedFile, *, write: bool, tracked: bool) -> str:
    """Return the sentence about a file: how many fixes were made or may be, and what remains for the editor."""
    values = {"path": result.path, "number": result.applied}
    if not result.applied:
        done = tr("{path}：未改", **values)
    elif write and tracked:
        done = tr("{path}：写作修订 {number} 处", **values)
    elif write:
        done = tr("{path}：修改 {number} 处", **values)
    elif result.is_text:
        done = tr("{path}：可改 {number} 处，加 --write 改写", **values)
    else:
        done = tr("{path}：可改 {number} 处；Word 稿件没有补丁，加 --write 写作修订", **values)
    parts = [done]
    if offered := [finding for finding in result.left if finding.fix is not None]:
        named = _named(offered)
        parts.append(
            tr("另有 {number} 处可改，待编辑认可（--interactive 逐处问）：{named}", number=len(offered), named=named)
        )
    if by_hand := [finding for finding in result.left if finding.fix is None]:
        parts.append(tr("{number} 处须人工修改：{named}", number=len(by_hand), named=_named(by_hand)))
    return tr("；").join(parts) + tr("。")


def _named(findings: Sequence[Finding]) -> str:
    """Return the first of some findings, each by its rule and what it is about."""
    shown = [
        finding.code + (tr("“{text}”", text=middle(one_line(finding.text), _QUOTED)) if finding.text.strip() else "")
        for finding in findings[:_NAMED]
    ]
    return join_list(shown) + tr("等") * (len(findings) > _NAMED)


def _changes(result: FixedFile, *, colour: bool) -> Iterator[str]:
    """Yield the lines that show what changes in a file, as many as anybody reads."""
    file = CheckedFile(result.path, text=result.before, paragraphs=result.paragraphs)
    lines = change_lines(file, result.edits, colour=colour, columns=window())
    yield from islice(lines, _MOST_LINES)
    if more := sum(1 for _ in lines):
        yield "  " + tr("……还有 {number} 行没有列出。", number=more)
