"""Work shared out to processes: the same results as in one process, and no death of a worker takes any with it.

The items that a dead worker had are done again one by one. An item that has killed as many workers as there are
attempts is given up.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from newslint.engine.cross_file import Examined
from newslint.errors import UserError
from newslint.language import current, tr, use
from newslint.readers import ReadError
from newslint.results import CheckedFile

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

#: From this many bytes on, a second process saves more time than it costs to start.
WORTH = 600_000
#: How much a worker is given at once, in bytes of text and in files: much, to send little; little, to share evenly.
_BATCH_BYTES = 200_000
_BATCH_FILES = 40
_LEAST_FILES = 4
_BATCHES = 16
#: How long a batch may take, in seconds.
_PATIENCE = 60
_PATIENCE_PER_MEGABYTE = 30
#: How many workers a file may kill before it is given up.
_ATTEMPTS = 2


_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


class Death(NamedTuple):
    """The end of a worker that died: its process id, and its signal or exit code in words."""

    pid: int | None
    reason: str


def cores() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every platform
        return os.cpu_count() or 1


def in_workers(
    work: Callable[[_Item], _Result],
    batches: Iterator[list[_Item]],
    jobs: int,
    *,
    attempts: int,
    died: Callable[[Death, list[_Item], bool], None],
    patience: Callable[[list[_Item]], float],
    start: str = "spawn",
) -> Iterator[tuple[_Item, _Result | Death]]:
    """Yield every item of ``batches`` with its result, as they come, from ``jobs`` processes. An item that has killed
    ``attempts`` workers is given up and comes with the last death. A worker is killed if a batch takes longer than the
    seconds of ``patience``.

    ``work`` must be picklable unless processes ``start`` as forks; what it raises is raised here. At most ``jobs``
    batches are taken before their results are there. ``died`` is called for each death, with the batch of the worker
    and whether it is given up.
    """
    from multiprocessing.connection import wait  # slow to import

    again: deque[tuple[list[_Item], int]] = deque()
    workers: list[_Worker[_Item, _Result]] = []
    try:
        while True:
            idle = [worker for worker in workers if not worker.batch]
            while idle or len(workers) < jobs:
                batch, deaths = again.popleft() if again else (next(batches, []), 0)
                if not batch:
                    break
                if not idle:
                    workers.append(_Worker(work, start))
                    idle = workers[-1:]
                idle.pop().take(batch, deaths, patience(batch))
            busy = [worker for worker in workers if worker.batch]
            if not busy:
                return
            ready = wait([worker.connection for worker in busy], min(worker.left() for worker in busy))
            for worker in busy:
                if not worker.left() and worker.connection not in ready:
                    worker.kill()
            for worker in [worker for worker in busy if worker.connection in ready]:
                batch, worker.batch = worker.batch, []
                try:
                    results = worker.connection.recv()
                except (EOFError, OSError):
                    workers.remove(worker)
                    death, deaths = worker.death(), worker.deaths + 1
                    died(death, batch, deaths >= attempts)
                    if deaths < attempts:
                        again.extend(([item], deaths) for item in batch)
                    else:
                        yield from ((item, death) for item in batch)
                    continue
                if isinstance(results, Exception):
                    raise results
                yield from zip(batch, results, strict=True)
    finally:
        for worker in workers:
            worker.stop()


class _Worker(Generic[_Item, _Result]):
    """A process that works on one batch after another; the batch it is at, and how many workers died over that."""

    def __init__(self, work: Callable[[_Item], _Result], start: str) -> None:
        import multiprocessing  # slow to import

        context: Any = multiprocessing.get_context(start)
        self.connection, far = context.Pipe()
        self.process = context.Process(target=_serve, args=(far, self.connection, work, current()), daemon=True)
        with _deferred_interrupt():
            self.process.start()
        far.close()
        self.batch: list[_Item] = []
        self.deaths = 0
        self._patience = self._deadline = 0.0
        self._is_late = False

    def take(self, batch: list[_Item], deaths: int, patience: float) -> None:
        """Give the worker a batch, and so many seconds for it."""
        self.batch, self.deaths = batch, deaths
        self._patience, self._deadline = patience, time.monotonic() + patience
        with suppress(OSError):  # it is dead; waiting for its answer will show it
            self.connection.send(batch)

    def left(self) -> float:
        """Return how many seconds the worker has left for its batch."""
        return max(0.0, self._deadline - time.monotonic())

    def kill(self) -> None:
        """End the process because it takes too long; its death shows as that of any other."""
        self._is_late = True
        self.process.kill()

    def death(self) -> Death:
        """Wait for the end of a dead worker and return how it came about."""
        self.connection.close()
        self.process.join()
        code = self.process.exitcode or 0
        if self._is_late:
            reason = tr("超过 {seconds:.0f} 秒没有查完", seconds=self._patience)
        else:
            reason = tr("信号 {number}", number=-code) if code < 0 else tr("退出码 {number}", number=code)
        return Death(self.process.pid, reason)

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.connection.close()
        self.process.terminate()
        self.process.join()


@contextmanager
def _deferred_interrupt() -> Iterator[None]:
    """Defer an interrupt from the keyboard, so that it does not end a process before that has set to ignore it."""
    if not hasattr(signal, "pthread_sigmask"):  # not on every platform
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(far: Connection, near: Connection, work: Callable[[_Item], object], language: str) -> None:
    use(language)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    near.close()
    while True:
        try:
            batch = far.recv()
        except (EOFError, OSError):  # the parent is gone
            return
        try:
            results: object = [work(item) for item in batch]
        except UserError as error:  # by its sentence: not every one of them can be sent
            results = UserError(str(error))
        except Exception as error:  # a fault of newslint's own: for the parent to raise, not a death
            results = error
        try:
            far.send(results)
        except OSError:
            return


# --- files -----------------------------------------------------------------------------------------------------------


class Task(NamedTuple):
    """One file to examine: its number, its path, its bytes unless they are to be read from there, and its size in
    bytes.
    """

    number: int
    path: str
    data: bytes | ReadError | None
    size: int


#: Examines a file: its path, and its bytes unless they are to be read from there.
Examine = Callable[[str, bytes | ReadError | None], Examined]


def worth(total: int) -> int:
    """Return how many processes pay off for ``total`` bytes of text on this machine."""
    return min(cores(), max(1, total // WORTH + 1)) if total >= WORTH else 1


def patience_for(size: int) -> float:
    """Return how many seconds ``size`` bytes of text may take: many times what the worst of texts takes."""
    return _PATIENCE + _PATIENCE_PER_MEGABYTE * size / 1_000_000


def examine_all(
    examine: Examine, tasks: Iterable[Task], count: int, jobs: int, tell: Callable[[str], None]
) -> Iterator[tuple[int, Examined]]:
    """Yield the number of each of ``count`` tasks with its result, as they come, from ``jobs`` processes. A task is
    taken when a process is soon ready for it.

    ``tell`` is given a sentence about each worker that dies and whose files are examined again.
    """

    def died(death: Death, batch: list[Task], given_up: bool) -> None:
        if not given_up:
            tell(
                tr(
                    "工作进程 {pid} 中断（{reason}），它手上的 {files} 个文件重新检查，自 {path} 起。",
                    **death._asdict(),
                    files=len(batch),
                    path=batch[0].path,
                )
            )

    # Forked workers have the rules already; elsewhere they load them again.
    start = "fork" if sys.platform == "linux" else "spawn"
    work = partial(_examine, examine)
    batches = _batches(tasks, count)
    outcomes = in_workers(
        work,
        batches,
        jobs,
        attempts=_ATTEMPTS,
        died=died,
        patience=lambda batch: patience_for(sum(task.size for task in batch)),
        start=start,
    )
    for task, result in outcomes:
        if isinstance(result, Death):
            problem = tr(
                "{path}：检查时工作进程两次中断（{reason}），本文件未能检查。", path=task.path, reason=result.reason
            )
            result = Examined(CheckedFile(task.path, error=problem))
        yield task.number, result


def _examine(examine: Examine, task: Task) -> Examined:
    return examine(task.path, task.data)


def _batches(tasks: Iterable[Task], count: int) -> Iterator[list[Task]]:
    # Few files make small batches: an interrupt loses what the workers hold.
    most = max(_LEAST_FILES, min(_BATCH_FILES, count // _BATCHES))
    batch: list[Task] = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += task.size
        if size >= _BATCH_BYTES or len(batch) >= most:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
