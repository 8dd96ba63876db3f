"""Programs of patterns kept between runs: the same matches, and never trusted when in doubt."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from newslint import patterns
from newslint.patterncache import CachedPrograms
from newslint.patterns import compile_pattern

SOURCES = [("[讯电，。]+(?P<place>[\u4e00-\u9fff]{2,6}?)讯", 0), ("a|b", re.I), (rb"[\x80-\x90]", 0), ("(?i:x)(y)?", 0)]
TEXTS = ["本报讯。云岭讯", "xaB", "XY", ""]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    return tmp_path / "patterns.json"


def run(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Compile and use the patterns as one run of the program does."""
    cached = CachedPrograms()
    monkeypatch.setattr(patterns, "programs", cached)
    results = []
    for source, flags in SOURCES:
        pattern = compile_pattern(source, flags)
        texts = [text.encode("latin-1", "replace") for text in TEXTS] if isinstance(source, bytes) else TEXTS
        results += [(pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex)), [pattern.findall(text) for text in texts]]
    cached.save()
    return results


def expected() -> list[object]:
    results: list[object] = []
    for source, flags in SOURCES:
        pattern = re.compile(source, flags)
        texts = [text.encode("latin-1", "replace") for text in TEXTS] if isinstance(source, bytes) else TEXTS
        results += [(pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex)), [pattern.findall(text) for text in texts]]
    return results


def test_kept_patterns_match_what_compiled_ones_do(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch) == expected()
    assert len(json.loads(place.read_bytes())["programs"]) == len(SOURCES)
    assert run(monkeypatch) == expected()


def test_a_second_run_compiles_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(monkeypatch)
    monkeypatch.setattr(patterns, "_program", lambda source, flags: pytest.fail("compiled again"))
    run(monkeypatch)


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"programs": []}', b"\xff"])
def test_a_damaged_file_is_written_anew(place: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes) -> None:
    place.write_bytes(damage)
    assert run(monkeypatch) == expected()
    assert json.loads(place.read_bytes())["programs"]


@pytest.mark.parametrize("program", [None, 5, [], [0, "!!", 0, {}, []], [0, "AAAAAA==", 1, {}, [None]], [0, 7, "x", None, None]])
def test_a_damaged_program_is_compiled_again(place: Path, monkeypatch: pytest.MonkeyPatch, program: object) -> None:
    run(monkeypatch)
    content = json.loads(place.read_bytes())
    content["programs"] = dict.fromkeys(content["programs"], program)
    place.write_text(json.dumps(content), encoding="utf-8")
    assert run(monkeypatch) == expected()


def test_a_file_of_another_version_is_not_used(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(monkeypatch)
    content = json.loads(place.read_bytes())
    content["python"] = "2.7"
    place.write_text(json.dumps(content), encoding="utf-8")
    assert CachedPrograms().find(next(iter(content["programs"]))) is None


def test_a_bad_pattern_is_told(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "programs", CachedPrograms())
    with pytest.raises(re.error):
        compile_pattern("(")
