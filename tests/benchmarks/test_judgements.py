"""What was judged of findings is counted by code, and recorded on rule pages."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from conftest import ROOT
from judgements import record

PAGE = 'code = "XX01"\n\n[[right]]\ntext = "甲"\n'


def test_judgements_are_counted_by_code(tmp_path: Path) -> None:
    rows = [{"id": name, "text": "双方坚持互惠互利互惠原则。", "source": "报"} for name in "甲乙丙"]
    corpus, judgements = tmp_path / "a.jsonl", tmp_path / "a.tsv"
    corpus.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    judgements.write_text("DU03\t甲\t4\tright\t\nDU03\t乙\t4\twrong\t成语\nDU03\t丁\t4\twrong\t\n", encoding="utf-8")
    command = [sys.executable, str(ROOT / "benchmarks" / "judgements.py"), str(corpus), str(judgements)]
    shown = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, cwd=ROOT).stdout
    assert ["DU03", "error", "3", "2", "1"] in [line.split() for line in shown.splitlines()]


def test_figures_are_written_to_a_rule_page_and_taken_away_again(tmp_path: Path) -> None:
    page = tmp_path / "a.toml"
    page.write_text(PAGE, encoding="utf-8")
    for corpus, figures in (("news", (9, 5, 4)), ("daily", (2, 2, 2)), ("news", (3, 3, 3))):
        record(page, corpus, figures)
    assert page.read_text(encoding="utf-8") == (
        f"{PAGE}\n[accuracy]\ndaily = {{ found = 2, read = 2, right = 2 }}\nnews = {{ found = 3, read = 3, right = 3 }}\n"
    )
    for corpus in ("news", "daily"):
        record(page, corpus, (3, 0, 0))
    assert page.read_text(encoding="utf-8") == PAGE
