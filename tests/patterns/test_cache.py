"""Programs of patterns kept between runs: the same matches, and never trusted when in doubt."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from newslint import patterns
from newslint.patterns import compile_pattern
from newslint.patterns.cache import CachedPrograms
from newslint.patterns.regexes import compile_regex

SOURCES = [("[讯电，。]+(?P<place>[\u4e00-\u9fff]{2,6}?)讯", 0), ("a|b", re.I), (rb"[\x80-\x90]", 0), ("(?i:x)(y)?", 0)]
TEXTS = ["本报讯。云岭讯", "xaB", "XY", ""]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    return tmp_path / "patterns.bin"


def run(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Compile and use the patterns as one run of the program does."""
    cached = CachedPrograms()
    monkeypatch.setattr(patterns, "programs", cached)
    results = []
    for source, flags in SOURCES:
        pattern = compile_pattern(source, flags)
        texts = [text.encode("latin-1", "replace") for text in TEXTS] if isinstance(source, bytes) else TEXTS
        results += [
            (pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex)),
            [pattern.findall(text) for text in texts],
        ]
    cached.save()
    return results


def expected() -> list[object]:
    results: list[object] = []
    for source, flags in SOURCES:
        pattern = re.compile(source, flags)
        texts = [text.encode("latin-1", "replace") for text in TEXTS] if isinstance(source, bytes) else TEXTS
        results += [
            (pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex)),
            [pattern.findall(text) for text in texts],
        ]
    return results


def test_kept_patterns_match_what_compiled_ones_do(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch) == expected()
    kept = place.read_bytes()
    assert run(monkeypatch) == expected()
    assert place.read_bytes() == kept


def test_a_second_run_compiles_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(monkeypatch)
    monkeypatch.setattr(patterns, "_program", lambda source, flags: pytest.fail("compiled again"))
    run(monkeypatch)


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"index": []}\n', b"\xff", b"\n", b"[" * 100000 + b"\n"])
def test_a_damaged_file_is_written_anew(place: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes) -> None:
    run(monkeypatch)
    whole = place.read_bytes()
    place.write_bytes(damage)
    assert run(monkeypatch) == expected()
    assert place.read_bytes() == whole


def test_a_damaged_program_is_compiled_again(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(monkeypatch)
    whole = place.read_bytes()
    for at in range(whole.index(b"\n"), len(whole), 7):
        place.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        assert run(monkeypatch) == expected()
    for end in range(0, len(whole), 101):
        place.write_bytes(whole[:end])
        assert run(monkeypatch) == expected()


def test_a_file_of_another_version_is_not_used(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.version", "2.7")
    run(monkeypatch)
    monkeypatch.undo()
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(place.parent))
    assert CachedPrograms().find(f"0:{SOURCES[0][0]}") is None


def test_no_more_is_kept_than_is_of_use(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(monkeypatch)
    monkeypatch.setattr("newslint.patterns.cache._MOST", len(SOURCES))
    cached = CachedPrograms()
    cached.add("new", (b"code", [1]))
    cached.save()
    again = CachedPrograms()
    assert again.find("new") == (b"code", [1])
    assert again.find(f"0:{SOURCES[0][0]}") is None


def test_two_patterns_of_one_short_name_are_told_apart(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.patterns.cache._short", lambda name: "same")
    assert run(monkeypatch) == run(monkeypatch) == expected()


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "file" / "below"))
    assert run(monkeypatch) == run(monkeypatch) == expected()


REGEXES = [r"(?<=甲+)(?|(乙)|(丙))\p{Han}", r"(?P<name>[一二]{2,})\s(?i:x)", "甲|乙"]
REGEX_TEXTS = ["甲甲乙丁丙甲丙戊", "一二 X", "甲乙", ""]


def run_regexes(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    cached = CachedPrograms()
    monkeypatch.setattr(patterns, "programs", cached)
    results: list[object] = []
    for source in REGEXES:
        found = [list(compile_regex(source).finditer(text)) for text in REGEX_TEXTS]
        results.append(
            [[(m.span(), m.groups(), m.groupdict(), m.expand(r"<\g<0>>")) for m in matches] for matches in found]
        )
    cached.save()
    return results


def test_kept_patterns_of_rules_match_what_compiled_ones_do(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run_regexes(monkeypatch)
    assert first[0] == [[((2, 4), ("乙",), {}, "<乙丁>"), ((6, 8), ("丙",), {}, "<丙戊>")], [], [], []]
    monkeypatch.setattr("regex.compile", lambda source: pytest.fail("compiled again"))
    assert run_regexes(monkeypatch) == first


def test_a_kept_pattern_of_a_rule_needs_the_matching_engine_alone(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_regexes(monkeypatch)
    code = (
        "import sys; from newslint.patterns.cache import use_cache; use_cache(); from newslint.patterns.regexes import compile_regex\n"
        f"pattern = compile_regex({REGEXES[0]!r}); match = pattern.search('甲甲乙丁'); print(match.span(), 'regex' in sys.modules)\n"
        "import regex; print(isinstance(pattern, regex.Pattern), regex.compile('甲').search('乙甲').span())"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert ran.stdout.splitlines() == ["(2, 4) False", "True (1, 2)"]


def test_a_bad_pattern_of_a_rule_is_told(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "programs", CachedPrograms())
    with pytest.raises(ValueError, match="missing"):
        compile_regex("(")


def test_a_bad_pattern_is_told(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "programs", CachedPrograms())
    with pytest.raises(re.error):
        compile_pattern("(")
