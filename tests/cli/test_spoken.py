"""What a user reads is Chinese throughout, or English throughout with ``--lang en``, but for what articles and findings
say.

The article is written in Latin letters, and the house's rule says its piece in two rare characters, so that any other
Chinese character is newslint's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from newslint import language
from newslint.cli import main
from newslint.reports import FORMATS
from newslint.run import workers as processes
from newslint.run.linter import Linter
from newslint.run.workers import Task, examine_all

#: What is quoted: from the article, and from the rule.
QUOTED = "龘靐"
#: What shows how a byline is written is Chinese in either language.
EXAMPLES_OF_BYLINES = ("“记者 田一川”", "{记者}")
_CHINESE = re.compile(f"(?![{QUOTED}])[\u3001-\u303f\u4e00-\u9fff\uff00-\uffee]")
#: What the system and libraries say stands in brackets, in their own language; options, keys and commands are no words.
_REASON = re.compile(r"（[^（）]*）|\([^()]*\)|newslint baseline (?:write|prune)")
_WORDS = re.compile(r"(?<![-\w./])[a-z]+(?: [a-z]+){2,}(?![-\w./])")

RULE = """
code = "{code}"
name = "{name}"
title = "靐"
english = "Dragons"
check = "pattern"
severity = "error"
since = "0.1"
weight = 1
message = "{{match}}靐"
why = "靐靐"
source = "靐"
[fix]
safety = "safe"
[options]
anchor = ["{wrong}"]
pattern = "{wrong}"
replace = "{right}"
"""
EXAMPLES = """
[[wrong]]
text = "龘龘"
found = ["龘龘"]
fixed = "龘"
note = "靐"
[[right]]
text = "龘"
options = {replace = "靐"}
"""
FAILING = """
[[wrong]]
text = "龘靐"
found = ["龘龘"]
fixed = "龘"
[[wrong]]
text = "龘龘"
[[right]]
text = "龘龘"
"""


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Work in a folder with an article, the house's rule, and what is wrong in many ways."""
    monkeypatch.chdir(tmp_path)
    rule = RULE.format(code="XX01", name="house-word", wrong="龘龘", right="龘")
    files = {
        "story.txt": "# Night\n\nTonight 龘龘.\n",
        "second.txt": "Tomorrow 龘龘.\n",
        "house/good.toml": rule + EXAMPLES,
        "failing.toml": rule + FAILING,
        "bare.toml": rule,
        "key.toml": f"colour = 1\n{rule}",
        "code.toml": rule.replace("XX01", "X1"),
        "name.toml": rule.replace("house-word", "House Word"),
        "kind.toml": rule.replace('"pattern"\n', '"patern"\n', 1),
        "severity.toml": rule.replace('"error"', '"grave"'),
        "weight.toml": rule.replace("weight = 1", "weight = -1"),
        "missing.toml": rule.replace('why = "靐靐"', ""),
        "scope.toml": f'scope = ["bodi"]\n{rule}',
        "clause.toml": f'clause = "x"\n{rule}',
        "fix.toml": rule.replace('"safe"', '"sure"'),
        "option.toml": f"{rule}speed = 1\n",
        "anchor.toml": rule.replace('anchor = ["龘龘"]', 'anchor = "龘龘"'),
        "example.toml": f'{rule}[[wrong]]\ntext = "龘"\nfind = []\n',
        "broken.toml": "code = \n",
        "pattern.toml": rule.replace('pattern = "龘龘"', 'pattern = "("'),
        "twice/a.toml": rule,
        "twice/b.toml": rule,
        "cycle/a.toml": rule,
        "cycle/b.toml": RULE.format(code="XX02", name="other-word", wrong="龘靐", right="龘龘"),
        "cycle/c.toml": RULE.format(code="XX03", name="third-word", wrong="靐龘", right="龘龘"),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "null.txt").write_bytes(b"a\0b")
    (tmp_path / "cut.txt").write_bytes(b"\xef\xbb\xbfa\xe9")
    yield
    language.use("zh")


def run(words: str, lang: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["--lang", lang, *words.split()])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def chinese(output: str) -> list[str]:
    """Return the Chinese in ``output`` that is quoted from nowhere, with what stands around it."""
    for example in EXAMPLES_OF_BYLINES:
        output = output.replace(example, "")
    return [output[max(0, match.start() - 20) : match.end() + 20] for match in _CHINESE.finditer(output)]


def english(output: str) -> list[str]:
    """Return what reads like English in ``output``."""
    return _WORDS.findall(_REASON.sub("", output))


CHECK = "check --rules house --select XX story.txt"
#: Commands by what they end with.
RUNS = {
    CHECK: 1,
    f"{CHECK} --format concise": 1,
    f"{CHECK} --format github": 1,
    f"{CHECK} --score": 1,
    f"{CHECK} --statistics": 1,
    f"{CHECK} --max-score 0 --fail-on never": 1,
    "check --rules house --select XX house": 2,
    "check picture.txt null.txt cut.txt none.txt": 2,
    "check --format github picture.txt": 2,
    "check --score picture.txt": 2,
    "check --select XX9 story.txt": 2,
    "check --select PU0 story.txt": 2,
    "check --preset newz story.txt": 2,
    "check --since HEAD story.txt": 2,
    "check --since HEAD --max-score 3 story.txt": 2,
    "check --baseline none.json story.txt": 2,
    "check --rules none story.txt": 2,
    "check --output xls=a story.txt": 2,
    "check --output text=none/a --rules house --select XX story.txt": 2,
    "check --jobs 0": 2,
    "baseline": 2,
    "baseline wite": 2,
    "completion tcsh": 2,
    "rule XX01 XX02": 2,
    "check --rules pattern.toml story.txt": 2,
    "check --rules pattern.toml story.txt second.txt --jobs 2": 2,
    "fix --rules house --select XX --diff story.txt": 1,
    "fix --rules house --select XX --write story.txt": 0,
    "fix --write picture.txt": 2,
    "rules --rules house --select XX": 0,
    "rule --rules house XX01": 0,
    "test house": 0,
    "test failing.toml": 1,
    "test bare.toml": 1,
    "test XX9": 2,
    "config --rules house": 0,
    "baseline write --rules house --select XX story.txt": 0,
    "baseline prune --rules house --select XX story.txt --baseline none.json": 2,
    "init": 0,
    "init deep": 2,
    "cache folder": 0,
    "cache clear": 0,
    **{
        f"check --rules {name}.toml story.txt": 2
        for name in (
            *(
                "key",
                "code",
                "name",
                "kind",
                "severity",
                "weight",
                "missing",
                "scope",
                "clause",
                "fix",
                "option",
                "anchor",
            ),
            *("example", "broken"),
        )
    },
    "check --rules twice story.txt": 2,
}


@pytest.mark.parametrize("words", RUNS)
def test_with_lang_en_nothing_is_chinese(words: str) -> None:
    code, output = run(words, "en")
    assert (code, chinese(output)) == (RUNS[words], [])
    assert output


@pytest.mark.parametrize("words", RUNS)
def test_nothing_is_english_otherwise(words: str) -> None:
    code, output = run(words, "zh")
    assert (code, english(output)) == (RUNS[words], [])


@pytest.mark.parametrize("format", FORMATS)
def test_every_report_is_english(format: str) -> None:
    code, output = run(f"{CHECK} picture.txt --format {format}", "en")
    assert code == 2
    # Style and script of the page say nothing.
    assert chinese(re.sub(r"<(style|script)>.*?</\1>", "", output, flags=re.DOTALL)) == []


def test_a_configuration_is_drafted_in_english() -> None:
    run("init", "en")
    told = [line for line in Path("newslint.toml").read_text(encoding="utf-8").splitlines() if " = " not in line]
    assert len(told) > 30 and [line for line in told if chinese(line)] == []


def test_the_schema_is_described_in_english() -> None:
    described = re.findall(r'"description": "(.*)"', run("config --schema", "en")[1])
    assert len(described) > 20 and chinese("\n".join(described)) == []


def test_fixes_that_undo_each_other_are_told_in_english() -> None:
    (Path.cwd() / "cycle" / "a.toml").write_text(
        RULE.format(code="XX01", name="house-word", wrong="龘龘", right="靐龘"), encoding="utf-8"
    )
    output = run("fix --rules cycle --select XX story.txt", "en")[1]
    assert "undo each other" in output and chinese(output) == []


CONFIGURATIONS = [
    "zzz = 1",
    "rooster = 'a'",
    "select = 'BY'",
    "level = 'off'",
    "max-score = -1",
    "gitignore = 1",
    "issue-date = 'May'",
    "roster = 1",
    "roster = 'none.txt'",
    "roster = 'story.txt'",
    "roster = 'picture.txt'",
    "byline = 1",
    "select = [",
    "preset = 'newz'",
    "house = { space = 'none' }",
    "house = { spaces = 'nine' }",
    "severity = { PU3 = 'off' }",
    "options = { BY4 = { least = 2 } }",
    "options = { BY04 = { leas = 2 } }",
    "options = { BY04 = { least = 'x' } }",
    "options = { SP03 = { want = 'x' } }",
    "byline = { padding = 'x' }",
    "byline = { template = 'x' }",
    "deny = { x = 1 }",
    "extend = 'newslint.toml'",
    "suppress = [{ code = 'DU03' }]",
    "suppress = [{ reason = 'x' }]",
    "suppress = [{ reason = 'x', code = 'DU3' }]",
    "overrides = [{ level = 'info' }]",
    "overrides = [{ files = ['*'], include = ['*'] }]",
]


@pytest.mark.parametrize("text", CONFIGURATIONS)
@pytest.mark.parametrize(("lang", "foreign"), [("en", chinese), ("zh", english)])
def test_a_bad_configuration_is_told_in_the_language(text: str, lang: str, foreign: Callable[[str], list[str]]) -> None:
    Path("newslint.toml").write_text(text, encoding="utf-8")
    code, output = run("check story.txt", lang)
    assert (code, foreign(output)) == (2, [])
    assert "newslint.toml" in output or "roster" in text


def test_what_is_to_be_known_of_a_run_is_told_in_english() -> None:
    Path("newslint.toml").write_text(
        "baseline = 'known.json'\nsuppress = [{ reason = 'x', text = 'y' }, { reason = 'x', text = 'z', until = 2020-01-01 }]\n",
        encoding="utf-8",
    )
    assert chinese(run("baseline write --rules house --select XX .", "en")[1]) == []
    Path("story.txt").write_text("# Night\n", encoding="utf-8")
    for words in (
        "check --rules house --select XX .",
        "check --rules house --select XX . --format github",
        "baseline prune --check --rules house --select XX",
        "baseline prune --rules house --select XX",
    ):
        assert chinese(run(words, "en")[1]) == [], words
    assert "has no effect" in run("check --rules house --select XX .", "en")[1]


@pytest.mark.parametrize("platform", ["linux", "darwin"], ids=["forked", "spawned"])
def test_other_processes_speak_the_same_language(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(processes, "sys", type("System", (), {"platform": platform}))
    language.use("en")
    tasks = [Task(number, path, None, 300_000) for number, path in enumerate(("none.txt", "picture.txt"))]
    errors = [str(file.file.error) for _, file in sorted(examine_all(Linter().examine, tasks, len(tasks), 2, print))]
    assert "there is no such file" in errors[0] and "an image" in errors[1]
