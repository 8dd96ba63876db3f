"""Every command that stands in the documentation does what it is told to, in a folder like that of a desk.

The commands of a page are run one after another, and what the page writes into a file (a block behind a line that ends
with the name of the file and a colon) is there when they are. Blocks of TOML are read as they stand. A block behind
``<!-- not tried: … -->`` is not run, because it needs a network, a server or another program; but the commands and options
of newslint in it, and of those in the text, exist.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import click
import pytest
from click.testing import CliRunner
from conftest import ROOT

from newslint.cli import main
from newslint.config import load_config
from newslint.rulebook.reading import load_rule

DOCS = ROOT / "docs"
GENERATED = {DOCS / "en" / "rules.md", *(DOCS / "zh" / "规则").glob("*.md")}
PAGES = sorted({*DOCS.rglob("*.md"), *ROOT.glob("README*.md"), ROOT / "CONTRIBUTING.md"} - GENERATED)
#: Languages of blocks that are commands.
_SHELLS = ("sh", "bat")
#: Commands that are not run: those that serve until they are ended, and those that need a package which is not there.
_NOT_RUN = ("web", "server") if find_spec("pyarrow") else ("web", "server", "corpus")
#: The articles of the desk as text.
_ARTICLES = (
    *"稿件.txt 稿件/2026-04-18/要闻/头条.txt 来稿/要闻.txt 三版/通讯.txt 旧稿/一.txt 样稿/一.txt".split(),
    "二版 要闻.txt",
)
_FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_INDENTED = re.compile(r"(?:^    \S.*\n)+", re.MULTILINE)
_SPAN = re.compile(r"(?<!`)`(newslint [^`\n]+)`(?!`)")
_FILE = re.compile(r"`([^`\s]+\.\w+)`[^`\n]*[：:]\s*\Z")
_NOT_TRIED = re.compile(r"<!-- not tried: .+ -->\s*\Z")


class Block(NamedTuple):
    """A block of code: its language, its text, the file that the page says it is, and whether it is to be tried."""

    language: str
    text: str
    file: str
    tried: bool


def blocks(page: Path) -> Iterator[Block]:
    """Yield the blocks of a page in order; what is indented by four spaces is commands."""
    text = page.read_text(encoding="utf-8")
    found = [(match.start(), match[2], match[3], match[1]) for match in _FENCE.finditer(text)]
    bare = _FENCE.sub(lambda match: "\0" * len(match[0]), text)
    found += [
        (match.start(), "sh", match[0], "    ") for match in _INDENTED.finditer(bare) if "    newslint " in match[0]
    ]
    for start, language, code, indent in sorted(found):
        before = text[:start]
        file = _FILE.search(before)
        lines = [line.removeprefix(indent) for line in code.splitlines()]
        yield Block(language, "\n".join(lines) + "\n", file[1] if file else "", not _NOT_TRIED.search(before))


def commands(block: Block) -> list[str]:
    """Return the commands of a block without comments; a line that ends with a backslash goes on."""
    lines = [re.sub(r"(^|\s)# .*|(^|\s)#$", "", line).strip() for line in block.text.replace("\\\n", "").splitlines()]
    if block.language == "bat":
        lines = [line.replace("\\", "/") for line in lines]
    # The rest of a pipe that another program begins, or ends with quotation marks over more than words, is not ours.
    return [re.sub(r"\| *jq .*", "", line) for line in lines if line]


def parts(command: str) -> Iterator[list[str]]:
    """Yield the words of each program that a line calls; that of an environment goes by its own name."""
    for part in re.split(r"&&|\|\||[|;&]", command):
        words = [word for word in shlex.split(part.split(">")[0]) if "=" not in word.split("/")[0] or word[0] == "-"]
        if words:
            yield [Path(words[0]).name or words[0], *words[1:]]


def unknown(words: list[str]) -> list[str]:
    """Return the options, or the command, that newslint does not have."""
    group: click.Command = main
    known = {name for parameter in main.params for name in (*parameter.opts, *parameter.secondary_opts)} | {
        "--help",
        "-h",
    }
    rest = list(words)
    while rest and isinstance(group, click.Group):
        found = group.get_command(click.Context(group), rest[0])
        if found is None:
            if rest[0].startswith("-"):
                rest.pop(0)
                if rest and not rest[0].startswith("-") and words[0] == "--lang":
                    rest.pop(0)
                continue
            found = main.get_command(click.Context(main), "check")
            rest.insert(0, "check")
        group = found
        rest.pop(0)
        known |= {name for parameter in group.params for name in (*parameter.opts, *parameter.secondary_opts)}
    options = {word.split("=")[0] for word in words if word.startswith("-") and word not in ("-", "--")}
    return sorted(options - known)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a desk has it: articles as text and as Word, supplements, an archive, a repository of git."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "examples", folder / "examples")
    text = (ROOT / "examples" / "来稿.txt").read_text(encoding="utf-8")
    for name in _ARTICLES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for name in ("稿件.docx", "来稿/稿件.docx", "二版 要闻.docx"):
        shutil.copy(ROOT / "examples" / "来稿.docx", folder / name)
    for name in ("副刊", "报告"):
        (folder / name).mkdir()
    (folder / "副刊" / "诗.txt").write_text("春天的信\n\n看看山，看看水。\n", encoding="utf-8")
    for name in ("roster.txt", "名册.txt"):
        (folder / name).write_text("记者 田一川 鲁知微\n通讯员 蓝采薇\n", encoding="utf-8")
    if find_spec("pyarrow"):
        from pyarrow import parquet, table

        parquet.write_table(table({"text": [text]}), folder / "news.parquet")
    if shutil.which("git"):
        env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        env |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        who = ("-c", "user.name=a", "-c", "user.email=a@b")
        for line in (("init", "-q"), ("add", "-A"), (*who, "commit", "-qm", "稿件"), ("branch", "origin/main")):
            subprocess.run(["git", *line], cwd=folder, check=True, capture_output=True, env=env)
    return folder


@pytest.fixture
def sandbox(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the desk, in which a page may do what it likes."""
    folder = tmp_path / "desk"
    shutil.copytree(desk, folder)
    (tmp_path / "newslint.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(folder)
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    return folder


def run(line: str, folder: Path) -> tuple[int, str]:
    """Run a line of a page; a plain call of newslint stays in this process."""
    words = shlex.split(line)
    if Path(words[0]).name == "newslint" and not re.search(r"[|>;&*]", line):
        done = CliRunner().invoke(main, words[1:], prog_name="newslint", input="q\n")
        failure = done.exception if done.exception and not isinstance(done.exception, SystemExit) else ""
        return done.exit_code, f"{done.output}{failure}"
    if shutil.which("bash") is None or any(part[0] not in ("newslint", "cat") for part in parts(line)):
        return 0, ""
    program = f'newslint() {{ PYTHONPATH={shlex.quote(str(ROOT))} {shlex.quote(sys.executable)} -m newslint "$@"; }}\n'
    done = subprocess.run(
        ["bash", "-c", program + line], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    return done.returncode, done.stdout + done.stderr


def write(block: Block, folder: Path) -> None:
    """Write the file that a page says a block is; a page with rules of the house may name the folder alone."""
    place = folder / block.file
    assert place.resolve().is_relative_to(folder.resolve())
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(block.text, encoding="utf-8")


def read_toml(block: Block, folder: Path) -> None:
    """Read a block of TOML as what it is, a rule page or settings; raises ``UserError`` for a mistake in it."""
    place = folder / ("试.toml" if re.search(r"^check *= ", block.text, re.MULTILINE) else "newslint-试.toml")
    place.write_text(block.text, encoding="utf-8")
    try:
        if place.name == "试.toml":
            load_rule(place)
        else:
            load_config(place, follow_links=True)
    finally:
        place.unlink()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_commands_of_a_page_work(page: Path, sandbox: Path) -> None:
    problems = []
    for block in blocks(page):
        if block.tried and block.language == "toml":
            read_toml(block, sandbox)
        if block.tried and block.file and block.language not in _SHELLS:
            write(block, sandbox)
        for line in commands(block) if block.language in _SHELLS else ():
            called = [words for words in parts(line) if words[0] == "newslint"]
            problems += [f"{line}: {name}" for words in called for name in unknown(words[1:])]
            if not block.tried or not called or any(words[1:2] == [name] for words in called for name in _NOT_RUN):
                continue
            status, output = run(line, sandbox)
            if status not in (0, 1):
                problems.append(f"{line}: {status}\n{output}")
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_commands_in_the_text_of_a_page_exist(page: Path) -> None:
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    spans = [span for span in _SPAN.findall(text) if not re.search(r"[“”…]|\bCODE\b", span)]
    assert not [(span, unknown(words[1:])) for span in spans for words in parts(span) if unknown(words[1:])]


def test_what_the_first_hour_shows_is_what_comes_out(sandbox: Path) -> None:
    shown = [block for block in blocks(DOCS / "zh" / "第一个小时.md") if block.language == "text"]
    printed = CliRunner().invoke(main, ["check", "examples/来稿.docx"], prog_name="newslint").output.splitlines()
    lines = [line for block in shown for line in block.text.splitlines()]
    assert len(lines) == 4 and set(lines) <= set(printed)


def test_the_readmes_have_the_same_commands() -> None:
    english, chinese = (
        [line for block in blocks(ROOT / name) if block.language in _SHELLS for line in commands(block)]
        for name in ("README.md", "README.zh-CN.md")
    )
    assert [line.replace("ADDRESS", "地址") for line in english] == chinese
