"""The same partitions on a Dask cluster, with workers that die."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from corpus_articles import ARTICLES, PARTITION, SETTINGS
from deadly_check import DeadlyCheck

from newslint.corpus import lint, lint_corpus
from newslint.errors import UserError

pytest.importorskip("pyarrow", reason="pyarrow is not installed")
distributed = pytest.importorskip("distributed", reason="Dask is not installed")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a cluster of two worker processes."""
    import dask

    # A partition is given up sooner than Dask would, and a result that died with its worker is not waited for so long.
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1, "distributed.comm.timeouts.connect": "2s"}),
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
    ):
        yield cluster.scheduler_address


def run(corpus: Path, out: Path, address: str | None, **options: object):
    return lint_corpus(corpus, out, settings=SETTINGS, engine="dask", address=address, partition=PARTITION, **options)  # type: ignore[arg-type]


@pytest.fixture
def expected(corpus: Path, tmp_path: Path, written):
    """What a run on this machine writes."""
    lint_corpus(corpus, tmp_path / "expected", settings=SETTINGS, jobs=1, partition=PARTITION)
    return written(tmp_path / "expected")


def test_a_cluster_writes_what_one_process_writes(
    corpus: Path, tmp_path: Path, written, expected, address: str
) -> None:
    summary = run(corpus, tmp_path / "out", address)
    assert (summary.articles, summary.given_up) == (ARTICLES, ())
    assert written(tmp_path / "out") == expected


def test_a_killed_worker_loses_nothing(
    corpus: Path, tmp_path: Path, written, expected, address: str, monkeypatch
) -> None:
    monkeypatch.setattr(lint, "Checker", lambda settings: DeadlyCheck(settings, tmp_path))
    summary = run(corpus, tmp_path / "out", address)
    assert (tmp_path / "killed").exists()
    assert (summary.articles, summary.given_up) == (ARTICLES, ())
    assert written(tmp_path / "out") == expected


def test_a_partition_that_always_kills_is_given_up(
    corpus: Path, tmp_path: Path, written, expected, address: str, monkeypatch
) -> None:
    told: list[str] = []
    with monkeypatch.context() as patch:
        patch.setattr(lint, "Checker", lambda settings: DeadlyCheck(settings, None))
        summary = run(corpus, tmp_path / "out", address, tell=told.append)
    assert (1, "4") in summary.given_up
    assert any("第 1 段（自 4 起）" in sentence for sentence in told)
    run(corpus, tmp_path / "out", address)
    assert written(tmp_path / "out") == expected


def test_a_cluster_that_is_not_there_is_named(corpus: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("newslint.corpus.cluster._CONNECT", 0.2)
    with pytest.raises(UserError, match=r"tcp://127.0.0.1:1"):
        run(corpus, tmp_path / "out", "tcp://127.0.0.1:1")
    with pytest.raises(UserError, match="--address"):
        run(corpus, tmp_path / "out", None)
