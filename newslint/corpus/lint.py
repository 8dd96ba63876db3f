"""A run over a corpus: read, partition, check on this machine or on a cluster, write; resume where a run stopped."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newslint import __version__
from newslint.config import Settings
from newslint.config.typed import typed
from newslint.corpus.arrow import arrow
from newslint.corpus.articles import Columns
from newslint.corpus.checking import Checker, Outcome
from newslint.corpus.cluster import run_dask
from newslint.corpus.intake import open_intake
from newslint.corpus.local import Tell, run_local
from newslint.corpus.partitions import ARTICLES, Partition, cut
from newslint.corpus.store import Store
from newslint.errors import UserError
from newslint.language import tr
from newslint.run.fingerprint import fingerprint
from newslint.run.linter import Linter
from newslint.run.workers import cores

ENGINES = ("local", "dask")


@dataclass(frozen=True, slots=True)
class Progress:
    """The progress of a run: articles that are done, including those of earlier runs, of ``total`` (None if unknown),
    articles that this run checks in a second, and its findings.
    """

    done: int
    total: int | None
    rate: float
    findings: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The articles and findings of this run, the articles of earlier runs, those of this run that could not be read,
    and the partitions that were given up: their number and the id of their first article.
    """

    articles: int
    findings: int
    earlier: int
    unreadable: int
    given_up: tuple[tuple[int, str], ...]


def lint_corpus(
    source: Path,
    out: Path,
    *,
    settings: Settings | None = None,
    columns: Columns | None = None,
    engine: str = "local",
    jobs: int | None = None,
    address: str | None = None,
    partition: int = ARTICLES,
    progress: Callable[[Progress], None] | None = None,
    tell: Tell = lambda sentence: None,
) -> Summary:
    """Check every article of the corpus at ``source`` and write the findings into the folder ``out``.

    ``jobs`` is the number of processes (None: one for each processor), ``address`` that of the scheduler for the engine
    ``dask``; ``partition`` is the number of articles that are checked and written at once. ``progress`` is called after
    each partition, ``tell`` with sentences about workers that died. Raises ``UserError``, also for an ``out`` that
    has a run with other settings, rules or input.
    """
    if engine not in ENGINES:
        raise ValueError(f"{engine!r} is not one of {', '.join(ENGINES)}")
    if engine == "dask" and not address:
        raise UserError(tr("--engine dask 要用 --address 指明集群，如 tcp://127.0.0.1:8786。"))
    arrow()
    settings = typed(Settings() if settings is None else settings)
    columns = columns or Columns()
    if Path(os.path.realpath(out)).is_relative_to(os.path.realpath(source)):
        raise UserError(tr("{path}：输出文件夹不能在语料里面；请另选一处。", path=out))
    intake = open_intake(source, columns, settings.most_bytes)
    Linter(settings)  # so that bad settings or rules are reported before anything is written
    store = Store(out)
    with store.held():
        manifest = store.begin(
            {
                "version": __version__,
                "settings": fingerprint(settings, by_content=True),
                "input": intake.fingerprint(),
                "columns": [columns.text, columns.id, columns.source, columns.date],
                "partition": partition,
            }
        )
        run = _Run(store, intake.total() if progress is not None else None, progress)
        if "articles" in manifest:  # an earlier run was complete
            return Summary(0, 0, manifest["articles"], 0, ())
        wanted = run.wanted(cut(intake.articles(), partition))
        check = Checker(settings)
        if engine == "dask":
            outcomes = run_dask(wanted, check, str(address), tell)
        else:
            outcomes = run_local(wanted, check, jobs or cores(), tell)
        for outcome in outcomes:
            run.take(outcome)
        summary = run.summary()
        if not summary.given_up:
            store.write_manifest({**manifest, "articles": summary.articles + summary.earlier})
    return summary


class _Run:
    """The counts of one run."""

    def __init__(self, store: Store, total: int | None, progress: Callable[[Progress], None] | None) -> None:
        self._store = store
        self._total = total
        self._progress = progress
        self._done = store.done()
        self._started = time.monotonic()
        self._articles = self._findings = self._earlier = self._unreadable = 0
        self._given_up: list[tuple[int, str]] = []

    def wanted(self, partitions: Iterator[Partition]) -> Iterator[Partition]:
        """Yield the partitions that are not done yet."""
        for partition in partitions:
            if partition.number in self._done:
                self._earlier += len(partition.articles)
            else:
                yield partition

    def take(self, outcome: Outcome | Partition) -> None:
        """Write an outcome, or record a partition that was given up."""
        if isinstance(outcome, Partition):
            self._given_up.append((outcome.number, outcome.articles[0].id))
            return
        self._store.write(outcome)
        self._articles += len(outcome.articles)
        self._findings += len(outcome.findings)
        self._unreadable += sum(article[-1] is not None for article in outcome.articles)
        if self._progress is not None:
            seconds = max(time.monotonic() - self._started, 1e-9)
            self._progress(
                Progress(self._articles + self._earlier, self._total, self._articles / seconds, self._findings)
            )

    def summary(self) -> Summary:
        """Return the counts."""
        return Summary(self._articles, self._findings, self._earlier, self._unreadable, tuple(sorted(self._given_up)))
