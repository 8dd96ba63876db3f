"""The count of alarms runs as its documentation says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def alarms(corpus: Path, *options: str) -> str:
    return subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "alarms.py"), str(corpus), *options],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        cwd=ROOT,
    ).stdout


def corpus_of(folder: Path, rows: list[dict[str, str]]) -> Path:
    corpus = folder / "a.jsonl"
    corpus.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return corpus


def test_alarms_are_counted_by_code_and_level(tmp_path: Path) -> None:
    rows = [{"id": source, "text": "双方坚持互惠互利互惠原则。", "source": source} for source in "甲乙"]
    shown = alarms(corpus_of(tmp_path, rows), "--leave-out", "乙", "--select", "DU")
    assert shown.startswith("1 articles, 13 characters")
    assert [line.split()[:3] for line in shown.splitlines() if "DU03" in line] == [["DU03", "error", "1"]]


def test_the_headline_stands_above_the_article(tmp_path: Path) -> None:
    rows = [{"id": "一", "source": "甲", "title": "新桥通车--要闻", "text": "芦汀新桥今天通车，两岸群众往来更方便了。"}]
    shown = alarms(corpus_of(tmp_path, rows), "--show", "EC26")
    assert "新桥通车〔--要闻〕¶¶芦汀新桥" in shown
    assert shown.endswith("1 of 1 shown\n")


def test_a_form_is_learnt_from_one_source_not_from_all(tmp_path: Path) -> None:
    forms = {"甲": "（记者 秦小满）", "乙": "（记者秦小满）"}
    rows = [
        {"id": f"{source}{number}", "source": source, "text": f"本报讯{form}芦汀{number}号桥今天通车，两岸往来更方便。"}
        for source, form in forms.items()
        for number in range(1, 9)
    ]
    assert "BY04" not in alarms(corpus_of(tmp_path, rows))
    one = [{**row, "source": "甲"} for row in rows]
    assert "BY04" in alarms(corpus_of(tmp_path, [*one[:8], one[8]]))


def test_the_files_of_a_folder_are_checked_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "甲.html").write_text("<h1>新桥通车</h1><p>双方坚持<b>互惠互利互惠</b>原则。</p>", encoding="utf-8")
    (tmp_path / "乙.md").write_text("# 新桥通车\n\n双方坚持互惠互利互惠原则。\n", encoding="utf-8")
    shown = alarms(tmp_path, "--show", "DU03")
    assert shown.endswith("2 of 2 shown\n")
    assert f"[{tmp_path.as_posix()}/甲.html @" in shown
