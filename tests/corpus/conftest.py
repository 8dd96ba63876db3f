"""Small corpora of articles with known faults, and what a run over them has written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from corpus_articles import ARTICLES, article


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of JSON Lines."""
    path = tmp_path / "news.jsonl"
    path.write_text(
        "".join(json.dumps(article(number), ensure_ascii=False) + "\n" for number in range(ARTICLES)), encoding="utf-8"
    )
    return path


@pytest.fixture
def written() -> Callable[[Path], dict[str, list[dict[str, Any]]]]:
    """Returns every row that a run has written, by table."""
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")

    def read(out: Path) -> dict[str, list[dict[str, Any]]]:
        return {
            name: [
                row
                for path in sorted((out / name).glob("*.parquet"))
                for row in pq.read_table(path, partitioning=None).to_pylist()
            ]
            for name in ("articles", "findings")
        }

    return read
