"""The contenders: how each is run as a command and as a library in the environment made by ``environment``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from racing.corpora import Corpus
from racing.environment import RULE, Environment

#: A command line and its working folder.
Call = tuple[Sequence[str], Path]
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Contender:
    """One way of checking a corpus, or of doing nothing.

    ``way`` is ``command``, a whole process, ``library``, timed inside one, or ``nothing``, a bare interpreter. ``call``
    returns the command line for a corpus (for a library, with the number of passes). ``faulty`` are the exit codes of a
    command on a corpus full of faults; any other means that it failed.
    """

    name: str
    way: str
    call: Callable[[Environment, Corpus, int], Call]
    faulty: frozenset[int] = frozenset({1})


def _newslint(env: Environment, corpus: Corpus, passes: int) -> Call:
    return [*env.newslint, "check", "--no-config", *env.uncached, str(corpus.folder)], env.folder


def _autocorrect(*options: str) -> Callable[[Environment, Corpus, int], Call]:
    return lambda env, corpus, passes: (
        ["node", env.script("autocorrect"), "--lint", *options, str(corpus.folder)],
        env.folder,
    )


def _zhlint(env: Environment, corpus: Corpus, passes: int) -> Call:
    # It rejects absolute paths, and reads only the first of several files.
    return ["node", env.script("zhlint"), "*.txt"], corpus.folder


def _lint_md(env: Environment, corpus: Corpus, passes: int) -> Call:
    return ["node", env.script("lint-md"), f"{corpus.markdown}/*.md"], env.folder


def _textlint(env: Environment, corpus: Corpus, passes: int) -> Call:
    return ["node", env.script("textlint"), "--rule", RULE, f"{corpus.folder}/*.txt"], env.npm


def _python(library: str) -> Callable[[Environment, Corpus, int], Call]:
    return lambda env, corpus, passes: (
        [str(env.python), str(_HERE / "inside.py"), library, str(corpus.folder), str(passes)],
        env.folder,
    )


def _node(library: str, markdown: bool = False) -> Callable[[Environment, Corpus, int], Call]:
    return lambda env, corpus, passes: (
        ["node", str(_HERE / "inside.cjs"), library, str(corpus.markdown if markdown else corpus.folder), str(passes)],
        env.npm,
    )


#: Every contender; newslint, with which the others are compared, is the first of each way.
CONTENDERS = (
    Contender("newslint", "command", _newslint),
    Contender("autocorrect", "command", _autocorrect()),
    Contender("autocorrect json", "command", _autocorrect("--format", "json"), faulty=frozenset({0})),
    Contender("zhlint", "command", _zhlint),
    Contender("lint-md", "command", _lint_md),
    # With its only rule it need not find anything.
    Contender("textlint", "command", _textlint, faulty=frozenset({0, 1})),
    Contender("newslint", "library", _python("newslint")),
    Contender("autocorrect_py", "library", _python("autocorrect_py")),
    Contender("autocorrect-node", "library", _node("autocorrect-node")),
    Contender("zhlint", "library", _node("zhlint")),
    Contender("lint-md", "library", _node("lint-md", markdown=True)),
    Contender("textlint", "library", _node("textlint")),
    Contender("python -c pass", "nothing", lambda env, corpus, passes: ([str(env.python), "-c", "pass"], env.folder)),
    Contender("node -e 0", "nothing", lambda env, corpus, passes: (["node", "-e", "0"], env.folder)),
)


def chosen(only: Sequence[str]) -> list[Contender]:
    """Return the contenders whose name begins with one of ``only`` (all if it is empty); newslint and those that do
    nothing are always included.
    """
    always = [item for item in CONTENDERS if item.name == "newslint" or item.way == "nothing"]
    return [item for item in CONTENDERS if not only or item in always or item.name.startswith(tuple(only))]
