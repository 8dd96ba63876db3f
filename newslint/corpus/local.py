"""Partitions checked by processes of this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newslint.corpus.checking import Check, Outcome
from newslint.corpus.partitions import Partition
from newslint.errors import UserError
from newslint.language import tr
from newslint.run.workers import Death, in_workers, patience_for

#: How often a partition is tried before it is given up.
ATTEMPTS = 3
#: After this many deaths in a row, with no partition checked in between, something else is wrong.
_DEATHS = 8

#: Tells the user a sentence.
Tell = Callable[[str], None]


def run_local(partitions: Iterator[Partition], check: Check, jobs: int, tell: Tell) -> Iterator[Outcome | Partition]:
    """Yield the outcome of each partition as they come, or the partition itself if it was given up.

    At most ``jobs`` partitions are in memory, besides the one that is being read or written. Raises ``UserError`` if
    the workers keep dying.
    """
    if jobs == 1:
        yield from map(check, partitions)
        return
    deaths = 0

    def died(death: Death, batch: list[Partition], given_up: bool) -> None:
        nonlocal deaths
        deaths += 1
        tell(_sentence(death, batch[0], given_up))
        if deaths >= _DEATHS:
            raise UserError(
                tr("工作进程接连中断 {number} 次，已停止；请检查内存是否够用，再运行即接着做。", number=deaths)
            ) from None

    batches = ([partition] for partition in partitions)
    # Not forked: Arrow has threads by now, and what they hold would stay held in a fork.
    outcomes = in_workers(check, batches, jobs, attempts=ATTEMPTS, died=died, patience=_patience, start="spawn")
    for partition, outcome in outcomes:
        if isinstance(outcome, Death):
            yield partition
        else:
            deaths = 0
            yield outcome


def _patience(batch: list[Partition]) -> float:
    return patience_for(sum(len(article.text) for partition in batch for article in partition.articles))


def _sentence(death: Death, partition: Partition, given_up: bool) -> str:
    values = {**death._asdict(), "number": partition.number, "first": partition.articles[0].id}
    if given_up:
        return tr(
            "工作进程 {pid} 中断（{reason}）；第 {number} 段（自 {first} 起）已中断 {times} 次，不再重试。",
            times=ATTEMPTS,
            **values,
        )
    return tr("工作进程 {pid} 中断（{reason}），第 {number} 段（自 {first} 起）重新检查。", **values)
