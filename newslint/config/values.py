"""Values of configuration keys that are more than a plain type; ``strict`` reads the others.

Each reader takes the value as TOML has it and returns what the settings hold, or raises ``strict.Invalid``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from newslint import strict
from newslint.config.globs import LONGEST, is_pattern
from newslint.config.presets import PRESETS, PresetError, check_house, find_preset
from newslint.config.settings import LEVELS, Suppression
from newslint.finding import Severity
from newslint.language import tr

#: An element of HTML by tag, class and id.
_SELECTOR = re.compile(r"(?=.)(?:[A-Za-z][\w-]*)?(?:[.#][\w-]+)*")

_EXAMPLE = "https://example.com/{family}/#{anchor}"


def patterns(value: object) -> tuple[str, ...]:
    """Read a list of patterns of files."""
    return tuple(map(pattern, strict.texts(value)))


def pattern(value: object) -> str:
    """Read a pattern of files."""
    found = strict.text(value)
    if len(found) > LONGEST:
        raise strict.Invalid(tr("文件的模式最多为 {number} 个字符。", number=LONGEST))
    if not is_pattern(found):
        raise strict.Invalid(tr("{value} 不是文件的模式；写法同 .gitignore。", value=strict.quoted(found)))
    return found


def severity(value: object) -> Severity:
    """Read a level."""
    return Severity.parse(strict.level(value, LEVELS))


def failing(value: object) -> Severity | None:
    """Read the level that lets a run fail; None for ``never``."""
    word = strict.level(value, [*LEVELS, "never"])
    return None if word == "never" else Severity.parse(word)


def preset(value: object) -> str:
    """Read the name of a preset."""
    if not isinstance(value, str):
        return strict.choice(value, tuple(PRESETS))
    try:
        find_preset(value)
    except PresetError as error:
        raise strict.Invalid(str(error)) from None
    return value


def house(value: object) -> Mapping[str, str]:
    """Read what the house does otherwise than the preset."""
    values = {}
    for aspect, form in strict.table(value).items():
        try:
            values[aspect] = check_house(aspect, form)
        except PresetError as error:
            raise strict.Invalid(str(error), f".{aspect}") from None
    return values


def rule_url(value: object) -> str:
    """Read the address of the page of a rule; what an address may not hold comes back encoded."""
    from urllib.parse import quote  # few set it

    found = strict.text(value)
    names = set(re.findall(r"[{]([^{}]*)[}]", found))
    if not found.startswith(("https://", "http://")) or not names or not names <= {"family", "code", "anchor"}:
        raise strict.Invalid(
            tr(
                "应为以 https:// 开头的网址，规则处写 {{family}}、{{code}} 或 {{anchor}}，如 {example}。",
                example=_EXAMPLE,
            )
        )
    return quote(found, safe="!#$%&'()*+,/:;=?@[]~{}")


def severities(value: object) -> Mapping[str, Severity]:
    """Read a table of levels."""
    return strict.table_of(_level_of_rule, value)


def _level_of_rule(value: object) -> Severity:
    if value in ("off", "关闭"):
        raise strict.Invalid(tr("不查的规则写在 ignore 里。"))
    return severity(value)


def denied(value: object) -> Mapping[str, str | Mapping[str, object]]:
    """Read a table of words that the house does not use and what becomes of them."""
    found = {}
    for word, instead in strict.table(value).items():
        if not word.strip() or not isinstance(instead, str | Mapping) or word == instead:
            raise strict.Invalid(tr('应写作 "不用的词" = "改用的词"；没有改用的词时写 ""。'), f".{word}")
        found.update(strict.table_of(strict.denied_word, {word: instead}))
    return found


def html(value: object) -> Mapping[str, tuple[str, ...]]:
    """Read how HTML is read."""
    found: dict[str, Any] = strict.fields(value, {"content": _selectors})
    return found


def _selectors(value: object) -> tuple[str, ...]:
    found = strict.texts(value)
    for selector in found:
        if not _SELECTOR.fullmatch(selector):
            raise strict.Invalid(
                tr(
                    "{value} 不是选择器：应写作标签名、.类名、#标识，或连写，如 div.article。",
                    value=strict.quoted(selector),
                )
            )
    return found


def suppressions(value: object) -> tuple[Suppression, ...]:
    """Read a list of tables, each an entry about findings that are known; a reason is required.

    The ``source`` of an entry is its place in the list.
    """
    found = strict.entries_of(_suppression, "suppress", value)
    return tuple(entry._replace(source=f"suppress[{place}]") for place, entry in enumerate(found, 1))


def _suppression(value: object) -> Suppression:
    texts = dict.fromkeys(("code", "text", "reason"), strict.text)
    entry: dict[str, Any] = strict.fields(value, {"path": pattern, **texts, "until": strict.day})
    if "reason" not in entry:
        raise strict.Invalid(tr("缺少 reason：请写明为什么略去。"))
    if not entry.keys() & {"path", "code", "text"}:
        raise strict.Invalid(tr("至少要写 path、code、text 之一，否则会略去全部问题。"))
    return Suppression(**entry)
