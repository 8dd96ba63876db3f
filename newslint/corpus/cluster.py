"""Partitions checked on an existing Dask cluster, which itself repeats the partition of a dead worker on another one.

Articles are sent to the workers and findings back: workers need newslint, but neither the corpus nor the output folder.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from typing import Any

from newslint import __version__
from newslint.corpus.checking import Check, Outcome
from newslint.corpus.local import Tell
from newslint.corpus.partitions import Partition
from newslint.errors import UserError
from newslint.language import tr

#: Seconds to wait for the scheduler, for the first worker, and until checking again whether there are workers.
_CONNECT, _FIRST, _LOOK = 10, 30, 30
#: The number of partitions that wait for a thread of a worker besides its current one.
_AHEAD = 1


def run_dask(partitions: Iterator[Partition], check: Check, address: str, tell: Tell) -> Iterator[Outcome | Partition]:
    """Yield the outcome of each partition as they come, or the partition itself if it was given up.

    Raises ``UserError`` if Dask is not installed, or the cluster cannot be reached or used or goes away.
    """
    client = _connected(address)
    done: SimpleQueue[Any] = SimpleQueue()
    held: dict[str, Partition] = {}
    exhausted = False
    try:
        while True:
            room = max(1, sum(client.nthreads().values())) * (1 + _AHEAD)
            while not exhausted and len(held) < room:
                partition = next(partitions, None)
                if partition is None:
                    exhausted = True
                    break
                key = f"newslint-{id(held):x}-{partition.number}"
                held[key] = partition
                # The articles are part of the task, so that they are as safe as the task is.
                work = pickle.dumps((check, partition))
                client.submit(_unpacking(), work, key=key, pure=False).add_done_callback(done.put)
            if not held:
                return
            future = _next(client, done, address)
            partition = held.pop(future.key)
            yield _result(future, partition, address, tell)
            future.release()
    finally:
        client.close()


def _unpacking() -> Callable[[bytes], Outcome]:
    """Return a function that Dask sends by value: the scheduler reads every task and need not have newslint."""

    def unpacked(work: bytes) -> Any:
        import pickle

        check, partition = pickle.loads(work)
        return check(partition)

    return unpacked


def _connected(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        raise UserError(tr("--engine dask 要用 Dask，它还没有安装；请运行 pip install distributed。")) from None
    try:
        client = Client(address, timeout=_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UserError(
            tr("连不上 Dask 集群 {address}（{reason}）；请核对 --address。", address=address, reason=error)
        ) from None
    try:
        client.wait_for_workers(1, timeout=_FIRST)
    except (OSError, TimeoutError):
        client.close()
        raise UserError(tr("Dask 集群 {address} 上没有工作进程；请先启动 dask worker。", address=address)) from None
    return client


def _next(client: Any, done: SimpleQueue[Any], address: str) -> Any:
    """Return the next future that is done; raises ``UserError`` if no worker is left."""
    deserted = False
    while True:
        try:
            return done.get(timeout=_LOOK)
        except Empty:
            without = client.status != "running" or not client.nthreads()
            if without and deserted:
                raise UserError(
                    tr("Dask 集群 {address} 上的工作进程都没有了，已停止；再运行即接着做。", address=address)
                ) from None
            deserted = without


def _result(future: Any, partition: Partition, address: str, tell: Tell) -> Outcome | Partition:
    from distributed import CancelledError, KilledWorker

    try:
        # Fetched from the worker that has it; if that is gone by now, Dask repeats the partition.
        outcome: Outcome = future.result()
    except KilledWorker:
        first = partition.articles[0].id
        tell(
            tr(
                "第 {number} 段（自 {first} 起）在 Dask 上多次使工作进程中断，不再重试。",
                number=partition.number,
                first=first,
            )
        )
        return partition
    except ImportError:
        raise UserError(_absent(address)) from None
    except (CancelledError, OSError):
        raise UserError(tr("与 Dask 集群 {address} 的连接断了，已停止；再运行即接着做。", address=address)) from None
    if outcome.version != __version__:
        versions = {"theirs": outcome.version, "ours": __version__}
        raise UserError(
            tr(
                "Dask 集群 {address} 上的 newslint 是 {theirs} 版，这里是 {ours} 版；请装成同一版。",
                address=address,
                **versions,
            )
        )
    return outcome


def _absent(address: str) -> str:
    return tr("Dask 集群 {address} 的工作进程上没有同一版 newslint；请在那里也安装。", address=address)
