"""What patterns take to compile: counted in lines of Python, for a clock says more about the machine."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from compiling import LIMIT, lines_run, package_sources, page_sources
from conftest import ROOT


def test_every_pattern_is_cheap_to_compile() -> None:
    sources = package_sources() + page_sources()
    assert len(sources) > 300
    dear = {source.place: lines for source in sources if (lines := lines_run(source.compile)) > LIMIT}
    assert not dear


@pytest.mark.parametrize("name", ["agency-dateline", "long-report", "hospital-news"])
def test_a_clean_article_needs_few_patterns(name: str) -> None:
    article = ROOT / "fixtures" / "clean" / f"{name}.txt"
    command = [sys.executable, str(ROOT / "benchmarks" / "compiling.py"), str(article), "--require"]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert int(ran.stdout.split()[0]) > 30


def test_a_class_of_all_han_characters_is_dear() -> None:
    re.purge()
    dear = lines_run(lambda: re.compile("甲[㐀-鿿]"))
    assert dear > 20_000 > lines_run(lambda: re.compile("甲[一二三]"))
