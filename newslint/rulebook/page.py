"""The keys of a rule page, each read strictly: what it may hold and what that means."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, cast

from newslint import strict
from newslint.document import SPARED
from newslint.document.structure import BlockKind
from newslint.finding import Clause, Safety, Severity
from newslint.language import hint, tr
from newslint.patterns import lazy
from newslint.readers import FORMATS
from newslint.rulebook.doc import Accuracy, Example

_CODE = lazy(r"[A-Z]{2}[0-9]{2}$")
_NAME = lazy(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*$")
#: The keys that every page has, and those of every example.
REQUIRED = ("code", "name", "title", "check", "severity", "since", "weight", "message", "why")
OF_EXAMPLE = ("text",)


def _code(value: object) -> str:
    code = strict.text(value)
    if not _CODE.match(code):
        raise strict.Invalid(tr("应为两个大写字母加两位数字，如 XX01。"))
    return code


def _name(value: object) -> str:
    name = strict.text(value)
    if not _NAME.match(name):
        raise strict.Invalid(tr("应为小写英文词，用连字符连接，如 house-form。"))
    return name


def _words_of(allowed: Sequence[str], value: object) -> tuple[str, ...]:
    words = strict.texts(value)
    for word in words:
        if word not in allowed:
            raise strict.Invalid(tr("没有 {value}", value=word) + hint(word, allowed))
    return words


def _some_of(allowed: Sequence[str], value: object) -> tuple[str, ...]:
    words = _words_of(allowed, value)
    if not words:
        raise strict.Invalid(tr("至少要写一个；不写这一项，则为默认。"))
    return words


def _severity(value: object) -> Severity:
    return Severity.parse(strict.level(value, [level.label for level in reversed(Severity)]))


def _clause(value: object) -> Clause:
    return Clause(strict.choice(value, list(Clause)))


def _fix(value: object) -> Safety:
    if not isinstance(value, Mapping) or set(value) != {"safety"} or value["safety"] not in list(Safety):
        raise strict.Invalid(tr('应写作 safety = "safe" 或 "unsafe"，不写别的。'))
    return Safety(str(value["safety"]))


_WRONG_EXAMPLE: dict[str, Callable[[object], object]] = {
    "text": strict.string,
    "found": strict.texts,
    "fixed": strict.string,
    "note": strict.string,
    "format": lambda value: strict.choice(value, FORMATS),
    "options": strict.table,
}
_RIGHT_EXAMPLE = {key: read for key, read in _WRONG_EXAMPLE.items() if key not in ("found", "fixed")}
#: How each key of an example is read, by the key of its list.
EXAMPLES: Mapping[str, Mapping[str, Callable[[object], object]]] = {"wrong": _WRONG_EXAMPLE, "right": _RIGHT_EXAMPLE}


def _examples(name: str, readers: Mapping[str, Callable[[object], object]], value: object) -> tuple[Example, ...]:
    tables = strict.entries_of(partial(strict.fields, readers=readers, required=OF_EXAMPLE), name, value)
    return tuple(Example(**cast("dict[str, Any]", table)) for table in tables)


_FIGURES = dict.fromkeys(("found", "read", "right"), strict.integer)


def _accuracy(value: object) -> tuple[Accuracy, ...]:
    tables = strict.table_of(partial(strict.fields, readers=_FIGURES, required=_FIGURES), value)
    figures = [Accuracy(name, **cast("dict[str, Any]", table)) for name, table in tables.items()]
    if not all(found >= read >= right for _, found, read, right in figures):
        raise strict.Invalid(tr("报出的不少于读过的，读过的不少于该改的。"))
    return tuple(figures)


#: How each key of a rule page is read.
PAGE: dict[str, Callable[[object], object]] = {
    "code": _code,
    "name": _name,
    "title": strict.text,
    "check": strict.text,
    "severity": _severity,
    "since": strict.text,
    "weight": strict.number,
    "message": strict.text,
    "why": strict.text,
    "english": strict.text,
    "clause": _clause,
    "scope": partial(_some_of, [kind.value for kind in BlockKind]),
    "spare": partial(_words_of, SPARED),
    "source": strict.text,
    "supersedes": strict.texts,
    "yields": strict.flag,
    "messages": partial(strict.table_of, strict.text),
    "options": strict.table,
    "fix": _fix,
    "wrong": partial(_examples, "wrong", EXAMPLES["wrong"]),
    "right": partial(_examples, "right", EXAMPLES["right"]),
    "accuracy": _accuracy,
}
