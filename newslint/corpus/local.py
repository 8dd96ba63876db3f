"""Partitions checked by processes of this machine. A worker that dies takes nothing with it: its partition is checked
again.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from newslint.corpus.checking import Check, Outcome
from newslint.corpus.partitions import Partition
from newslint.errors import UserError
from newslint.language import tr

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

#: How often a partition is tried before it is given up.
ATTEMPTS = 3
#: After so many deaths in a row, with no partition checked in between, something else is wrong.
_DEATHS = 8

#: Says a sentence to the user.
Tell = Callable[[str], None]


class _Worker:
    """A process that checks one partition after another; it ends when its connection does."""

    def __init__(self, check: Check) -> None:
        import multiprocessing

        # Not forked: Arrow has threads by now, and what they hold would stay held in a fork.
        context = multiprocessing.get_context("spawn")
        self.connection, far = context.Pipe()
        self.process = context.Process(target=_work, args=(far, check), daemon=True)
        self.process.start()
        far.close()
        self.partition: Partition | None = None

    def take(self, partition: Partition) -> None:
        """Give the worker a partition."""
        self.partition = partition
        with suppress(OSError):  # it is dead: waiting for its answer will show it
            self.connection.send(partition)

    def reason(self) -> str:
        """Wait for the end of a dead worker and return how it came about."""
        self.process.join()
        code = self.process.exitcode or 0
        return tr("信号 {number}", number=-code) if code < 0 else tr("退出码 {number}", number=code)

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.connection.close()
        self.process.terminate()
        self.process.join()


def _work(connection: Connection, check: Check) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    while True:
        try:
            partition = connection.recv()
        except (EOFError, OSError):  # the parent is gone
            return
        try:
            answer: object = check(partition)
        except Exception as error:  # not a death: for the parent to raise
            answer = error
        try:
            connection.send(answer)
        except OSError:
            return


def run_local(partitions: Iterator[Partition], check: Check, jobs: int, tell: Tell) -> Iterator[Outcome | Partition]:
    """Yield the outcome of each partition as they come, or the partition itself if it was given up.

    At most ``jobs`` partitions are in memory, besides the one that is being read or written.
    """
    if jobs == 1:
        yield from map(check, partitions)
        return
    from multiprocessing.connection import wait

    again: deque[Partition] = deque()
    deaths: dict[int, int] = {}
    in_a_row = 0
    workers: list[_Worker] = []
    try:
        while True:
            idle = [worker for worker in workers if worker.partition is None]
            while idle or len(workers) < jobs:
                partition = again.popleft() if again else next(partitions, None)
                if partition is None:
                    break
                if not idle:
                    workers.append(_Worker(check))
                    idle = workers[-1:]
                idle.pop().take(partition)
            busy = {worker.connection: worker for worker in workers if worker.partition is not None}
            if not busy:
                return
            for connection in wait(list(busy)):
                worker = busy[connection]  # type: ignore[index]
                partition = worker.partition
                assert partition is not None
                try:
                    answer = worker.connection.recv()
                except (EOFError, OSError):
                    workers.remove(worker)
                    in_a_row += 1
                    deaths[partition.number] = deaths.get(partition.number, 0) + 1
                    given_up = deaths[partition.number] >= ATTEMPTS
                    tell(_death(worker, partition, given_up))
                    if in_a_row >= _DEATHS:
                        raise UserError(
                            tr(
                                "工作进程接连中断 {number} 次，已停止；请检查内存是否够用，再运行即接着做。",
                                number=in_a_row,
                            )
                        ) from None
                    if given_up:
                        yield partition
                    else:
                        again.append(partition)
                    continue
                worker.partition = None
                if isinstance(answer, Exception):
                    raise answer
                in_a_row = 0
                yield answer
    finally:
        for worker in workers:
            worker.stop()


def _death(worker: _Worker, partition: Partition, given_up: bool) -> str:
    pid = worker.process.pid
    reason = worker.reason()
    worker.connection.close()
    told = {"pid": pid, "reason": reason, "number": partition.number, "first": partition.articles[0].id}
    if given_up:
        return tr(
            "工作进程 {pid} 中断（{reason}）；第 {number} 段（自 {first} 起）已中断 {times} 次，不再重试。",
            times=ATTEMPTS,
            **told,
        )
    return tr("工作进程 {pid} 中断（{reason}），第 {number} 段（自 {first} 起）重新检查。", **told)
