"""The register of configuration keys: name, setting, reader and purpose."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Literal, NamedTuple

from newslint import strict
from newslint.config import values
from newslint.config.presets import ASPECTS, PRESETS
from newslint.config.settings import LEVELS, Suppression

#: How a value is combined with that of the extended file: it replaces it, is appended, or tables are merged.
Merge = Literal["replace", "append", "tables"]

_LEVEL = {"enum": [*LEVELS, *(word for word, level in strict.LEVEL_WORDS.items() if level in LEVELS)]}
_LEVELS = {"type": "object", "additionalProperties": _LEVEL}
_WORD = {"type": "string", "minLength": 1}
_WORDS = {"type": "array", "items": _WORD}
_DAY = {"type": "string", "format": "date"}
_SUPPRESSIONS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"path": _WORD, "code": _WORD, "text": _WORD, "reason": _WORD, "until": _DAY},
        "required": ["reason"],
        "anyOf": [{"required": ["path"]}, {"required": ["code"]}, {"required": ["text"]}],
        "additionalProperties": False,
    },
}
_DENIED = {
    "type": "object",
    "properties": {
        "use": {"type": "string"},
        "advice": _WORD,
        "reason": _WORD,
        "severity": _LEVEL,
        "fix": {"enum": [*strict.SAFETY_WORDS.values(), *strict.SAFETY_WORDS]},
        "spare": {"type": "array", "items": {"enum": [*strict.SPARED_WORDS.values(), *strict.SPARED_WORDS]}},
        "from": _DAY,
        "until": _DAY,
    },
    "additionalProperties": False,
}
_HTML = {"type": "object", "properties": {"content": _WORDS}, "additionalProperties": False}
_HOUSE = {
    "type": "object",
    "properties": {name: {"enum": list(aspect.values)} for name, aspect in ASPECTS.items()},
    "additionalProperties": False,
}


def _beside(value: str | tuple[str, ...], file: Path) -> Path | tuple[Path, ...]:
    """Return paths that are relative to a configuration file."""
    return file.parent / value if isinstance(value, str) else tuple(file.parent / path for path in value)


def _sourced(entries: tuple[Suppression, ...], file: Path) -> tuple[Suppression, ...]:
    """Return entries that name the configuration file in their source."""
    return tuple(entry._replace(source=f"{file} {entry.source}") for entry in entries)


class Key(NamedTuple):
    """A key of a configuration file.

    ``field`` is the setting it defines; ``read`` turns the value into the setting or raises ``strict.Invalid``, and
    ``located`` completes it where it depends on the file, such as a path; ``about`` tells editors its purpose and
    ``example`` shows a value in TOML; ``schema`` is the JSON Schema of the value. ``overridable`` keys may be set in
    [[overrides]], for some files only.
    """

    field: str
    read: Callable[[object], object]
    schema: Mapping[str, object]
    about: str
    example: str
    merge: Merge = "replace"
    overridable: bool = False
    located: Callable[[Any, Path], object] | None = None


KEYS: dict[str, Key] = {
    "preset": Key(
        "preset",
        values.preset,
        {"enum": list(PRESETS)},
        "稿件用在哪里：news（报纸）或 web（网页、新媒体）",
        '"news"',
        overridable=True,
    ),
    "select": Key(
        "select",
        strict.texts,
        _WORDS,
        "只查这些规则：代码、规则族、名称或标题；ALL 为全部默认规则，后面可加默认关闭的",
        '["ALL", "PU50"]',
        overridable=True,
    ),
    "ignore": Key("ignore", strict.texts, _WORDS, "不查的规则，写法同 select", '["BY09"]', "append", overridable=True),
    "level": Key("level", values.severity, _LEVEL, "报告的最低级别", '"warning"', overridable=True),
    "fail-on": Key(
        "fail_on",
        values.failing,
        {"enum": [*_LEVEL["enum"], "never", "从不"]},
        "自动检查时，有此级别及以上的问题就算没有通过（退出码为 1）；never 为从不",
        '"error"',
        overridable=True,
    ),
    "max-score": Key(
        "max_score",
        strict.number,
        {"type": "number", "minimum": 0},
        "自动检查时，差错率（每万字）超过此数就算没有通过（退出码为 1）",
        "3",
    ),
    "rules": Key(
        "own_rules", strict.paths, _WORDS, "本报自己的规则：文件夹或文件", '["house-rules"]', "append", located=_beside
    ),
    "rule-url": Key(
        "rule_url",
        values.rule_url,
        _WORD,
        "规则说明所在的网址，写进给程序的报告：{family} 为规则族，{code} 为代码，{anchor} 为小写的代码",
        '"https://example.com/newslint/zh/规则/{family}/#{anchor}"',
    ),
    "issue-date": Key("issue_date", strict.day, _DAY, "刊期，用于没有写明日期的稿件", "2026-04-18", overridable=True),
    "roster": Key("roster", strict.path, _WORD, "记者、通讯员名册", '"名册.txt"', located=_beside),
    "learnt": Key(
        "learnt",
        strict.path,
        _WORD,
        "newslint learn 从本报旧稿学得的字串，其中有的写法不报为错别字",
        '"learnt.bin"',
        located=_beside,
    ),
    "include": Key(
        "include", values.patterns, _WORDS, "文件夹中要查的文件；不写则查 newslint 能读的各种稿件", '["来稿/**/*.txt"]'
    ),
    "exclude": Key("exclude", values.patterns, _WORDS, "文件夹中不查的文件，写法同 .gitignore", '["归档/"]', "append"),
    "gitignore": Key("gitignore", strict.flag, {"type": "boolean"}, "不查 git 忽略的文件", "true"),
    "max-size": Key(
        "max_size",
        strict.number,
        {"type": "number", "minimum": 0},
        "文件大于此数（兆字节）则不读，并报告",
        "20",
        overridable=True,
    ),
    "force-exclude": Key(
        "force_exclude", strict.flag, {"type": "boolean"}, "命令行点名的文件，也按 include 和 exclude 取舍", "false"
    ),
    "baseline": Key(
        "baseline",
        strict.path,
        _WORD,
        "现有问题的清单（基线）：其中已有的不再报告",
        '"newslint-baseline.json"',
        located=_beside,
    ),
    "comments": Key(
        "comments",
        strict.flag,
        {"type": "boolean"},
        "稿件里的 newslint 注释可略去问题；不写则可，用 --gate 时不可",
        "true",
    ),
    "allow": Key(
        "allow",
        strict.texts,
        _WORDS,
        "一律视为正确的词句，如单位名、书名",
        '["天天天蓝幼儿园"]',
        "append",
        overridable=True,
    ),
    "deny": Key(
        "deny",
        values.denied,
        {"type": "object", "additionalProperties": {"anyOf": [{"type": "string"}, _DENIED]}},
        "本报不用的词和改用的词",
        '{ "老百姓" = "群众" }',
        "tables",
        overridable=True,
    ),
    "allow-lists": Key(
        "allow_lists",
        strict.paths,
        _WORDS,
        "一律视为正确的词句的词表，每行一个",
        '["词表/单位名.txt"]',
        "append",
        located=_beside,
    ),
    "deny-lists": Key(
        "deny_lists",
        strict.paths,
        _WORDS,
        "本报不用的词的词表，文本或 CSV",
        '["词表/慎用词.csv"]',
        "append",
        located=_beside,
    ),
    "terms": Key(
        "terms",
        strict.texts,
        _WORDS,
        "前后写法不一时，本报定的写法：人名、译名、机构名、说法、词",
        '["泽连斯基", "医警联动"]',
        "append",
        overridable=True,
    ),
    "together": Key(
        "together",
        strict.flag,
        {"type": "boolean"},
        "一次查的稿件是一个版、一期报，人名、译名、书名等放在一起比",
        "true",
    ),
    "house": Key(
        "house", values.house, _HOUSE, "各报不一的写法，写了的都查", '{ spaces = "none" }', "tables", overridable=True
    ),
    "byline": Key(
        "byline",
        strict.table,
        {"type": "object"},
        "本报署名的格式",
        '{ template = "本报讯（记者 {记者} 通讯员 {通讯员}）" }',
        "tables",
        overridable=True,
    ),
    "html": Key(
        "html",
        values.html,
        _HTML,
        "网页中稿件所在的元素（标签名、.类名、#标识）；不写则自行查找",
        '{ content = ["#zoom", "div.article"] }',
        "tables",
        overridable=True,
    ),
    "severity": Key(
        "severities",
        values.severities,
        _LEVELS,
        "各条规则的级别：error、warning、info",
        '{ PU33 = "info" }',
        "tables",
        overridable=True,
    ),
    "options": Key(
        "options",
        partial(strict.table_of, strict.table),
        {"type": "object", "additionalProperties": {"type": "object"}},
        "各条规则的选项",
        "{ BY04 = { least = 5 } }",
        "tables",
        overridable=True,
    ),
    "suppress": Key(
        "suppressions",
        values.suppressions,
        _SUPPRESSIONS,
        "已核实、不再报告的问题",
        '[{ path = "副刊/*.txt", code = "DU02", text = "看看", reason = "诗中叠用", until = 2026-12-31 }]',
        "append",
        located=_sourced,
    ),
}

#: The keys that name other files.
FILE_KEYS = tuple(name for name, key in KEYS.items() if key.located is _beside)
