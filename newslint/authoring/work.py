"""How much work a rule makes: counted in lines of checks that run, for a clock says more about the machine.

A check must not walk through a text character by character in Python, nor take time that grows faster than the text.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

from newslint import checks
from newslint.engine.engine import Engine
from newslint.language import tr
from newslint.readers import document_from_text
from newslint.rulebook.book import Rule, RuleBook

#: A check runs at most so many lines for a character of its correct examples, which are full of what it looks at.
MOST_LINES = 20
#: The longer text is so many times the shorter one, and may make at most so many times its work.
_TIMES = 4
_MOST_GROWTH = 8
#: So little work, in lines, is not compared with that of the longer text.
_LITTLE = 500
#: How long the shorter text is at least, in characters.
_LENGTH = 1000
_CHECKS = str(Path(checks.__file__).parent)


def excessive_work(rule: Rule) -> Iterator[str]:
    """Yield one sentence for each way in which ``rule`` makes too much work of its own correct examples."""
    sample = "\n\n".join(example.text for example in rule.doc().right if example.format == "plain")
    if not sample:
        return
    text = "\n\n".join([sample] * (_LENGTH // len(sample) + 1))
    engine = Engine(RuleBook([rule]))
    _lines_run(engine, text)  # what is made once, such as patterns, does not count
    once = _lines_run(engine, text)
    if once > MOST_LINES * len(text):
        yield tr(
            "每个字平均要运行 {lines} 行代码，超过 {most} 行；请用锚点或正则表达式代替逐字循环",
            lines=f"{once / len(text):.1f}",
            most=MOST_LINES,
        )
    if once < _LITTLE:
        return
    longer = _lines_run(engine, "\n\n".join([text] * _TIMES))
    if longer <= _MOST_GROWTH * once:
        return
    # What a short text gives no reason to look for may be looked for in a longer one: it must grow so again.
    growth = _lines_run(engine, "\n\n".join([text] * _TIMES**2)) / longer
    if growth > _MOST_GROWTH:
        yield tr(
            "文字变成 {times} 倍，工作量变成 {growth} 倍；工作量应与文字成正比", times=_TIMES, growth=f"{growth:.1f}"
        )


def _lines_run(engine: Engine, text: str) -> int:
    """Return how many lines of ``newslint.checks`` run while ``text`` is checked."""
    lines = 0

    def count(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal lines
        if event == "line":
            lines += 1
        return count

    def enter(frame: FrameType, event: str, argument: Any) -> Any:
        return count if frame.f_code.co_filename.startswith(_CHECKS) else None

    document = document_from_text(text)
    traced = sys.gettrace()
    sys.settrace(enter)
    try:
        engine.check(document)
    finally:
        sys.settrace(traced)
    return lines
