"""Files examined in several processes at once: the same results, in the same order, as in one.

A worker that dies takes nothing with it: the files it had are examined again one by one, each in a worker of its own,
and a file that kills its worker once more is reported as one that cannot be checked.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from newslint.engine.cross_file import Examined
from newslint.language import current, tr, use
from newslint.results import CheckedFile

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

#: From how many bytes on a second process takes less time than it costs to start.
WORTH = 600_000
#: What is handed to a worker at once, in bytes of text and in files: much to send little, little to share evenly.
_BATCH_BYTES = 200_000
_BATCH_FILES = 40


class Task(NamedTuple):
    """One file to examine: its number, its path, its bytes if they are not to be read from there, and its size in
    bytes.
    """

    number: int
    path: str
    data: bytes | None
    size: int


#: What examines a file: its path, and its bytes if they are not to be read from there.
Examine = Callable[[str, bytes | None], Examined]


def worth(total: int) -> int:
    """Return how many processes pay for ``total`` bytes of text on this machine."""
    return min(cores(), max(1, total // WORTH + 1)) if total >= WORTH else 1


def cores() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every platform
        return os.cpu_count() or 1


class _Worker:
    """A process that examines batches of tasks, and the batch it is at."""

    def __init__(self, examine: Examine) -> None:
        import multiprocessing  # only where it pays, for it is slow to import

        # Forked workers have the rules loaded; elsewhere they load them again.
        context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        self.connection, far = context.Pipe()
        self.process = context.Process(target=_work, args=(far, self.connection, examine, current()), daemon=True)
        with _deferred_interrupt():
            self.process.start()
        far.close()
        self.batch: list[Task] = []

    def take(self, batch: list[Task]) -> None:
        """Give the worker a batch."""
        self.batch = batch
        with suppress(OSError):  # it is dead; waiting for its answer will show it
            self.connection.send(batch)

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.connection.close()
        self.process.terminate()
        self.process.join()


@contextmanager
def _deferred_interrupt() -> Iterator[None]:
    """Hold an interrupt from the keyboard back, so that it does not end a process before that has learnt to ignore
    it.
    """
    if not hasattr(signal, "pthread_sigmask"):  # not on every platform
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(far: Connection, near: Connection, examine: Examine, language: str) -> None:
    use(language)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    near.close()
    while True:
        try:
            batch = far.recv()
        except EOFError:
            return
        try:
            results: object = [examine(task.path, task.data) for task in batch]
        except Exception as error:  # a fault of newslint's own: for the parent to raise, not a death
            results = error
        far.send(results)


def examine_all(
    examine: Examine, tasks: Sequence[Task], jobs: int, tell: Callable[[str], None]
) -> Iterator[tuple[int, Examined]]:
    """Yield the number of each task with its result, as they come, from ``jobs`` processes.

    ``examine`` is called in the workers and must be picklable where processes are not forked. ``tell`` is given a
    sentence about each worker that dies.
    """
    from multiprocessing.connection import wait

    waiting = deque(_batches(tasks))
    again: set[int] = set()
    workers: list[_Worker] = []
    try:
        for _ in range(min(jobs, len(waiting))):
            workers.append(_Worker(examine))
            workers[-1].take(waiting.popleft())
        while busy := {worker.connection: worker for worker in workers if worker.batch}:
            for connection in wait(list(busy)):
                worker = busy[connection]  # type: ignore[index]
                batch = worker.batch
                try:
                    results = worker.connection.recv()
                except (EOFError, OSError):
                    worker.stop()
                    workers.remove(worker)
                    lost = _lost(worker, batch, again, tell)
                    waiting.extendleft([task] for task in batch if task.number not in lost)
                    yield from lost.items()
                    worker = _Worker(examine)
                    workers.append(worker)
                else:
                    if isinstance(results, Exception):
                        raise results
                    yield from ((task.number, result) for task, result in zip(batch, results, strict=True))
                worker.batch = []
                if waiting:
                    worker.take(waiting.popleft())
    finally:
        for worker in workers:
            worker.stop()


def _lost(worker: _Worker, batch: Sequence[Task], again: set[int], tell: Callable[[str], None]) -> dict[int, Examined]:
    """Tell of a dead worker and return the results of those of its files that are not to be tried once more."""
    cause = worker.process.exitcode
    reason = (
        tr("信号 {number}", number=-cause) if cause is not None and cause < 0 else tr("退出码 {number}", number=cause)
    )
    lost = {}
    for task in batch:
        if task.number in again:
            problem = tr("{path}：检查时工作进程两次中断（{reason}），本文件未能检查。", path=task.path, reason=reason)
            lost[task.number] = Examined(CheckedFile(task.path, error=problem))
        again.add(task.number)
    if len(lost) < len(batch):
        tell(
            tr(
                "工作进程 {pid} 中断（{reason}），它手上的 {files} 个文件重新检查，自 {path} 起。",
                pid=worker.process.pid,
                reason=reason,
                files=len(batch),
                path=batch[0].path,
            )
        )
    return lost


def _batches(tasks: Sequence[Task]) -> Iterator[list[Task]]:
    batch: list[Task] = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += task.size
        if size >= _BATCH_BYTES or len(batch) >= _BATCH_FILES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
