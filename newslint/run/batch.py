"""Files with the same settings, checked together by one process or several."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from newslint.config import Settings
from newslint.readers import ReadError
from newslint.results import BatchResults

if TYPE_CHECKING:
    from newslint.document import Document
    from newslint.engine.cross_file import Examined
    from newslint.engine.fixer import Outcome
    from newslint.filters.baseline import Baseline
    from newslint.filters.chain import Ranges
    from newslint.run.linter import Linter

#: A file of this many bytes is large.
_LARGE = 1_000_000
#: Called with the number of a file; returns its bytes, or why it cannot be read, None if it is to be read from there.
Content = Callable[[int], bytes | ReadError | None]
#: Called with the number of files that are done.
Done = Callable[[int], None]
#: Called with the number of files that are done and of all.
Progress = Callable[[int, int], None]


class Batch:
    """The files in ``sources``, sorted by path, under ``settings``. The rules are loaded when they are first needed.

    With ``texts`` the results must have the text of every file; without it, of files with findings. With ``to_fix``
    what is found is kept, for ``outcomes``. The other options are those of ``Linter``.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        texts: bool = False,
        to_fix: bool = False,
        covers_project: bool = False,
        baseline: Baseline | None = None,
        changed: Mapping[str, Ranges] | None = None,
    ) -> None:
        self.settings = settings
        self.baseline = baseline
        self.texts = texts
        self._to_fix = to_fix
        self._kept: dict[int, Examined] = {}
        self.sources: list[tuple[str, bytes | ReadError | None]] = []
        self.covers_project = covers_project
        self.changed = changed

    @cached_property
    def linter(self) -> Linter:
        """The linter for these settings; raises ``UserError`` for what is wrong with them."""
        from newslint.run.linter import Linter  # not needed if the cache has the whole run

        return Linter(
            self.settings,
            covers_project=self.covers_project,
            baseline=self.baseline,
            changed=self.changed,
            # What was not read from a file cannot be read once more.
            texts=self.texts or any(data is not None for _, data in self.sources),
        )

    def check(self, jobs: int | None, done: Done | None = None) -> BatchResults:
        """Return the results of all files, or of those that were done when an interrupt came from the keyboard.

        ``jobs`` is the number of processes that check files, None for as many as pay off.
        """
        numbers = range(len(self.sources))
        return self.conclude(*self.examine(numbers, lambda number: self.sources[number][1], jobs, done))

    def examine(
        self, numbers: Sequence[int], content: Content, jobs: int | None, done: Done | None
    ) -> tuple[dict[int, Examined], list[str], bool]:
        """Examine the files of ``numbers``; ``content`` is asked for that of each when its turn has come.

        Return the examined files by number, sentences about the run, and whether it was interrupted.
        """
        found: dict[int, Examined] = {}
        notices: list[str] = []
        try:
            for number, file in self._examined(numbers, content, jobs, notices.append):
                found[number] = file
                if done is not None:
                    done(len(self.sources) - len(numbers) + len(found))
        except KeyboardInterrupt:
            return found, notices, True
        return found, notices, False

    def _examined(
        self, numbers: Sequence[int], content: Content, jobs: int | None, tell: Callable[[str], None]
    ) -> Iterator[tuple[int, Examined]]:
        sizes = [_size(*self.sources[number]) for number in numbers] if jobs != 1 else [0]
        # A large file is given to a worker even alone, which can be ended if it takes too long.
        is_large = max(sizes, default=0) >= _LARGE
        if jobs != 1 and (len(numbers) > 1 or is_large):
            from newslint.run import workers  # a few files need none

            jobs = jobs or workers.worth(sum(sizes))
            if jobs > 1 or is_large:
                tasks = (
                    workers.Task(number, self.sources[number][0], content(number), size)
                    for number, size in zip(numbers, sizes, strict=True)
                )
                yield from workers.examine_all(self.linter.examine, tasks, len(numbers), jobs, tell)
                return
        for number in numbers:
            yield number, self.linter.examine(self.sources[number][0], content(number))

    def conclude(self, found: dict[int, Examined], notices: Sequence[str], interrupted: bool) -> BatchResults:
        """Compare the examined files, filter their findings and return the results."""
        if self._to_fix:
            self._kept = found
        concluded = self.linter.conclude([found[number] for number in sorted(found)])
        results = concluded.results._replace(notices=tuple(notices), interrupted=interrupted)
        return concluded._replace(results=results)

    def outcomes(self, *, unsafe: bool) -> Iterator[tuple[str, tuple[Document, Outcome] | ReadError]]:
        """Yield each file with its document and the outcome of fixing it, or why it cannot be read."""
        paths = [path for path, _ in self.sources]
        outcomes = self.linter.fix_files(self.sources, unsafe=unsafe, examined=self._kept)
        yield from zip(paths, outcomes, strict=True)


def _size(path: str, data: bytes | ReadError | None) -> int:
    if data is not None:
        return len(data) if isinstance(data, bytes) else 0
    try:
        return os.stat(path).st_size
    except OSError:
        return 0  # reading it will say why
