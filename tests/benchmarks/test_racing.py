"""The race beside other linters: its corpora, its figures and its targets, without running anybody."""

from __future__ import annotations

import math
import sys
from pathlib import Path
from random import Random

import pytest
from racing.contenders import CONTENDERS, Contender, chosen
from racing.corpora import Corpus, folder_corpora, own_corpora, page
from racing.environment import Environment
from racing.figures import spread, table, tables, times_as_fast
from racing.growth import Cached, Growth
from racing.rounds import Lane, measured, race
from racing.sentences import Sentences, own_sentences, sentences
from racing.targets import verdicts

from newslint.config import Settings
from newslint.readers import document_from_text
from newslint.run.linter import Linter

SOURCE = own_sentences()


@pytest.mark.parametrize("kind", ["clean", "dense"])
@pytest.mark.parametrize("size", [4_000, 100_000])
def test_a_page_has_its_size_and_is_the_same_for_the_same_seed(kind: str, size: int) -> None:
    text = page(SOURCE, kind, size, Random("seed"))
    assert size - 400 < len(text.encode()) <= size
    assert text == page(SOURCE, kind, size, Random("seed"))
    assert text != page(SOURCE, kind, size, Random("other seed"))


def test_dense_pages_have_many_faults_and_clean_ones_hardly_any() -> None:
    linter = Linter(Settings())
    clean, dense = (
        len(linter.check_document(document_from_text(page(SOURCE, kind, 20_000, Random(1)))))
        for kind in ("clean", "dense")
    )
    assert clean < 5
    assert dense > 50


def test_corpora_hold_what_they_say(tmp_path: Path) -> None:
    corpora = own_corpora(SOURCE, tmp_path, 1, {"many": (3, 4_000)})
    assert [(corpus.kind, corpus.files) for corpus in corpora] == [("clean", 3), ("dense", 3)]
    for corpus in corpora:
        files = sorted(corpus.folder.iterdir())
        assert len(files) == 3
        assert sum(file.stat().st_size for file in files) == corpus.size
        assert [file.read_bytes() for file in files] == [
            file.read_bytes() for file in sorted(corpus.markdown.iterdir())
        ]


def test_a_folder_of_articles_makes_corpora(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number, length in enumerate((30, 1_300, 4_000)):
        (tmp_path / "in" / f"{number}.txt").write_text("云" * length, encoding="utf-8")
    large, many, small = folder_corpora(tmp_path / "in", tmp_path / "out")
    assert large.size >= 1_000_000
    assert (many.files, small.size) == (3, 3_900)


def test_only_whole_sentences_are_taken() -> None:
    text = (
        "他说：“明天一早就开门。欢迎大家到馆里来看书。”短句。馆里添了三千册新书，街坊们都说好。没有句号的一行也不是句子"
    )
    assert list(sentences(text)) == ["馆里添了三千册新书，街坊们都说好。"]


# --- figures -----------------------------------------------------------------------------------------------------------


def contender(name: str, way: str = "command"):
    return next(item for item in CONTENDERS if (item.name, item.way) == (name, way))


def lane(
    name: str, seconds: list[float], shape: str = "many", way: str = "command", kind: str = "clean", **more: object
) -> Lane:
    sizes = {"many": (1_000, 4_000_000), "large": (1, 1_000_000), "small": (1, 4_000)}
    return Lane(contender(name, way), Corpus(shape, kind, Path(f"{kind}-{shape}"), *sizes[shape]), seconds, **more)  # type: ignore[arg-type]


def test_figures_are_those_of_the_median() -> None:
    lanes = [
        lane("newslint", [2.0, 1.0, 9.0], peak=50_000_000),
        lane("zhlint", [8.0, 6.0]),
        lane("lint-md", [], failure="no output"),
    ]
    assert spread(lanes[0].seconds) == 8
    assert times_as_fast(lanes[1], lanes) == 3.5
    assert math.isnan(times_as_fast(lanes[2], lanes))
    text = "\n".join(tables(lanes))
    cells = [
        [cell.strip() for cell in line.strip("| ").split("|")] for line in text.splitlines() if line.startswith("|")
    ]
    assert cells[2] == ["newslint", "500", "2.00", "2.00", "800 %", "50"]
    assert cells[3] == ["zhlint", "143", "0.57", "7.00", "33 %", "0", "3.50 ×"]
    assert cells[4][:2] == ["lint-md", "failed"]
    assert "lint-md: failed, no output." in text


def test_a_table_is_aligned() -> None:
    assert table(("who", "s"), [["a", "10.00"], ["newslint", "1"]]) == [
        "| who      |     s |",
        "|----------|------:|",
        "| a        | 10.00 |",
        "| newslint |     1 |",
    ]


def judged(lanes: list[Lane], growth: Growth | None = None, cache: Cached | None = None) -> dict[str, bool | None]:
    return {verdict.target: verdict.met for verdict in verdicts(lanes, growth, cache)}


def test_targets_are_met_or_missed_by_their_figures() -> None:
    lanes = [
        lane("newslint", [1.0]), lane("autocorrect", [4.0]), lane("zhlint", [2.0]),
        lane("newslint", [0.1], "small"), lane("autocorrect", [0.12], "small"), lane("python -c pass", [0.02], "small", "nothing"),
        lane("newslint", [0.05], "large", "library"), lane("autocorrect_py", [0.15], "large", "library"),
    ]  # fmt: skip
    met = judged(lanes, Growth(1.0, 1.4, 11.0), Cached(5.0, 0.5))
    assert met["command, clean many: at least 3 times the files/s of the fastest peer"] is False
    assert met["command, clean small: no slower than autocorrect-node's"] is True
    assert met["command, clean small: at most 100 ms above bare python"] is True
    assert met["library, one core, clean large: at least 2.5 times the MB/s of autocorrect_py (aim: 4)"] is True
    assert met["an MB of a 10 MB file costs at most 1.3 times one of a 100 KB file"] is False
    assert met["peak memory on a 10 MB file below 12 times the file"] is True
    assert met["command, many unchanged files: a warm run at least 10 times as fast as a cold one"] is True


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    met = judged([lane("newslint", [1.0]), lane("zhlint", [], failure="gone")])
    assert set(met.values()) == {None}
    lines = [verdict.line() for verdict in verdicts([], Growth(failure="not done after 600 s"), None)]
    assert any("missed" in line and "not done after 600 s" in line for line in lines)


def test_newslint_and_bare_interpreters_are_always_in_the_race() -> None:
    assert {item.name for item in chosen(["zhlint"])} == {"newslint", "zhlint", "python -c pass", "node -e 0"}
    assert chosen([]) == list(CONTENDERS)


# --- running -------------------------------------------------------------------------------------------------------------


def test_the_stopwatch_measures_a_process_and_its_failure_is_told(tmp_path: Path) -> None:
    result = measured([sys.executable, "-c", "print('x' * 10); raise SystemExit(3)"], tmp_path)
    assert (result["status"], result["output"]) == (3, 11)
    assert result["seconds"] > 0
    assert result["peak"] > 1_000_000
    assert measured(["no-such-program"], tmp_path) == {"failure": "there is no no-such-program"}


def test_a_contender_that_is_not_there_does_not_stop_the_others(tmp_path: Path) -> None:
    (corpus,) = [corpus for corpus in own_corpora(SOURCE, tmp_path, 1, {"small": (1, 4_000)}) if corpus.kind == "dense"]
    env = Environment(tmp_path, {})
    idle = Contender("idle", "nothing", lambda env, corpus, passes: ([sys.executable, "-c", "pass"], env.folder))
    lanes = race([contender("zhlint"), idle], [corpus], env, 2, lambda progress: None)
    assert lanes[0].failure.startswith("not installed")
    assert len(lanes[1].seconds) == 2


def test_sentences_are_only_those_of_the_project() -> None:
    assert isinstance(SOURCE, Sentences)
    assert len(SOURCE.clean) > 300
    assert not set(SOURCE.clean) & set(SOURCE.dense)
