"""The count of alarms runs as its documentation says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_alarms_are_counted_by_code_and_level(tmp_path: Path) -> None:
    corpus = tmp_path / "a.jsonl"
    rows = [{"id": source, "text": "双方坚持互惠互利互惠原则。", "source": source} for source in "甲乙"]
    corpus.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "alarms.py"), str(corpus), "--leave-out", "乙", "--select", "DU"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        cwd=ROOT,
    )
    assert done.stdout.startswith("1 articles, 13 characters")
    assert [line.split()[:3] for line in done.stdout.splitlines() if "DU03" in line] == [["DU03", "error", "1"]]
