"""What is read: Parquet, JSON Lines and folders, their columns, and how they are cut into partitions."""

from __future__ import annotations

import gzip
import json
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.corpus import intake
from newslint.corpus.articles import Article, Columns, month_in, month_of
from newslint.corpus.intake import open_intake
from newslint.corpus.partitions import cut
from newslint.errors import UserError


def lines(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def read(path: Path, **columns: str) -> list[Article]:
    return list(open_intake(path, Columns(**columns)).articles())


@pytest.mark.parametrize(
    ("value", "month"),
    [
        ("2026-04-18", "2026-04"), ("2026/4/18", "2026-04"), ("20260418", "2026-04"), (20260418, "2026-04"), ("2026年4月18日", "2026-04"),
        (date(2026, 4, 18), "2026-04"), (datetime(2026, 11, 1, 8), "2026-11"), ("2026-04-18T08:00:00Z", "2026-04"),
        (None, ""), ("昨日", ""), ("2026", ""), ("18/04/2026", ""), ("2026-13-01", ""),
    ],
)  # fmt: skip
def test_months(value: object, month: str) -> None:
    assert month_of(value) == month


def test_a_path_may_tell_the_month() -> None:
    assert month_in("晨报/2026/04/18.txt") == "2026-04"
    assert month_in("晨报/要闻.txt") == ""


def test_columns_are_found_under_usual_names(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"id": 5, "body": "正文", "newspaper": "晨报", "published": "2026-04-18"})
    assert read(path) == [Article(0, "5", "晨报", "2026-04", "正文")]


def test_columns_may_be_named(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"nr": "a1", "text": "别的", "zw": "正文"}, {"zw": "又一篇"})
    assert [(item.id, item.text) for item in read(path, text="zw", id="nr")] == [("a1", "正文"), ("1", "又一篇")]


def test_without_a_text_column_it_says_which_there_are(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"标题": "甲", "内容": "乙"})
    with pytest.raises(UserError, match=r"--text-column.*标题、内容"):
        read(path)


def test_lines_that_hold_no_article_say_so_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        '{"text": "甲"}\n\nnot json\n[1]\n{"text": null}\n{"title": "x"}\n{"text": "乙"}\n'.encode()
        + b'{"text": "\xff"}\n'
    )
    found = read(path)
    assert [item.text for item in found if not item.problem] == ["甲", "乙"]
    assert [item.id for item in found if "JSON" in item.problem] == ["a.jsonl:3", "a.jsonl:4", "a.jsonl:8"]
    assert [item.number for item in found] == list(range(7))


def test_compressed_lines_are_read_like_others(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress('{"text": "甲"}\n'.encode()))
    assert [item.text for item in read(path)] == ["甲"]
    path.write_bytes(gzip.compress(b'{"text": "' + b"x" * 90_000 + b'"}\n')[:-20])
    with pytest.raises(UserError, match="是否完整"):
        read(path)


def test_parquet_is_read_row_group_by_row_group(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    table = pa.table(
        {
            "text": [f"第{number}篇" for number in range(1000)],
            "date": [date(2026, 4, 18)] * 1000,
            "extra": [b"x"] * 1000,
        }
    )
    pq.write_table(table, tmp_path / "a.parquet", row_group_size=300)
    corpus = open_intake(tmp_path, Columns())
    assert corpus.total() == 1000
    found = list(corpus.articles())
    assert [item.text for item in found] == [f"第{number}篇" for number in range(1000)]
    assert found[999][:4] == (999, "999", "", "2026-04")


def test_a_damaged_parquet_file_is_named(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    (tmp_path / "a.parquet").write_bytes(b"PAR1 no more")
    with pytest.raises(UserError, match=r"a\.parquet：不能作为 Parquet 读取"):
        read(tmp_path / "a.parquet")


def test_articles_may_be_files_of_their_own_beside_others(tmp_path: Path) -> None:
    folder = tmp_path / "晨报" / "2026-04"
    folder.mkdir(parents=True)
    (folder / "要闻.md").write_text("# 开馆\n", encoding="utf-8")
    (folder / "图.jpg").write_bytes(b"x")
    (tmp_path / ".draft.txt").write_text("x", encoding="utf-8")
    lines(tmp_path / "a.jsonl", {"text": "甲"})
    assert read(tmp_path) == [
        Article(0, "0", "", "", "甲"),
        Article(1, "晨报/2026-04/要闻.md", "晨报", "2026-04", "# 开馆\n".encode(), "晨报/2026-04/要闻.md"),
    ]


@pytest.mark.parametrize("name", ["missing", "picture.png", "empty"])
def test_what_is_no_corpus_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "picture.png").write_bytes(b"x")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError, match=name):
        open_intake(tmp_path / name, Columns())


@given(st.lists(st.text(max_size=20), max_size=60), st.integers(1, 10))
def test_partitions_hold_every_article_once_and_in_order(texts: list[str], size: int) -> None:
    articles = [Article(number, str(number), "", "", text) for number, text in enumerate(texts)]
    partitions = list(cut(articles, size))
    assert [article for partition in partitions for article in partition.articles] == articles
    assert [partition.number for partition in partitions] == list(range(len(partitions)))
    assert all(len(partition.articles) == size for partition in partitions[:-1])


def test_long_articles_make_short_partitions() -> None:
    articles = [Article(number, "", "", "", "云" * 1_500_000) for number in range(4)]
    assert [len(partition.articles) for partition in cut(articles)] == [2, 2]


def test_a_line_or_an_article_that_is_too_long_is_left_out(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr(intake, "_OTHER_COLUMNS", 100)
    good = '{"text": "图书馆昨日开馆。"}\n'
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress((good + '{"text": "' + "会" * 1000 + '"}\n' + good).encode()))
    found = list(open_intake(path, Columns(), 100).articles())
    assert [article.text for article in found] == ["图书馆昨日开馆。", "", "图书馆昨日开馆。"]
    assert "太长" in found[1].problem
    bomb = tmp_path / "b.jsonl.gz"
    bomb.write_bytes(gzip.compress((good + "会" * 10_000 + "\n" + good).encode()))
    found = list(open_intake(bomb, Columns(), 100).articles())
    assert len(found) == 2 and "从这里起没有读" in found[1].problem
    (tmp_path / "版面").mkdir()
    (tmp_path / "版面" / "c.txt").write_text("会" * 1000, encoding="utf-8")
    (article,) = open_intake(tmp_path / "版面", Columns(), 100).articles()
    assert article.text == b"" and "max-size" in article.problem
