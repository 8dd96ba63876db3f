"""The page of a rule, made from its rule file alone, for a terminal or in Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from newslint.authoring.accuracy import told
from newslint.finding import Safety, Severity
from newslint.language import join_list, pick, tr
from newslint.rulebook.book import Rule, RuleBook
from newslint.rulebook.doc import Example

_EDGES = re.compile(r"^ +| +$")
#: What the letters of a family stand for, in the order of the reference.
FAMILIES = {
    "BY": "消息头与署名",
    "DU": "重复",
    "LS": "断行",
    "HD": "标题",
    "PU": "标点",
    "QU": "引号、括号、书名号配对",
    "SP": "空格与全半角",
    "EN": "序号与列举",
    "NU": "数字与日期",
    "UN": "单位",
    "WD": "词语",
    "MS": "错别字",
    "PL": "地名与政区",
    "VC": "繁体与异体字",
    "EC": "编码与残留",
    "AB": "外文与简称",
    "CO": "前后一致",
    "HS": "本报规定",
    "NL": "略去注释",
}


def level_name(severity: Severity) -> str:
    """Return the word for a level, all of them of the same length in Chinese."""
    return {"error": tr("错误"), "warning": tr("警告"), "info": tr("提示"), "off": tr("关闭")}[severity.label]


def rules_about(book: RuleBook, text: str) -> tuple[Rule, ...]:
    """Return the rules that mention ``text``, whatever its case: those first that have it in their title, then those in
    whose reason or message it stands, then those with an example of it.
    """
    wanted = text.casefold()
    ranked: list[list[Rule]] = [[], [], []]
    for rule in book:
        doc = rule.doc()
        examples = [example.text for example in (*doc.wrong, *doc.right)]
        for rank, texts in enumerate(([doc.title, doc.english], [doc.why, rule.message], examples)):
            if any(wanted in text.casefold() for text in texts):
                ranked[rank].append(rule)
                break
    return tuple(rule for found in ranked for rule in found)


class _Style(NamedTuple):
    """How a page is written: what makes a title, a label and a piece of text of them, what stands between a label and
    the text below it, before an example and what is told of it, and between pieces of text.
    """

    title: Callable[[str], str]
    label: Callable[[str], str]
    code: Callable[[str], str]
    between: tuple[str, ...]
    item: str
    detail: str
    joint: str


def rule_page(rule: Rule) -> list[str]:
    """Return the lines of the page of one rule for a terminal, the first of which has its code and title, in the
    language of the interface.
    """
    return list(_page(rule, _TERMINAL))


def labels() -> frozenset[str]:
    """Return the lines that head the parts of a page for a terminal."""
    return frozenset((tr("为什么"), tr("错例"), tr("正例"), tr("修改"), tr("准确率")))


def markdown_page(rule: Rule) -> list[str]:
    """Return the lines of the page of one rule for the documentation, in Chinese, with the title in English, too."""
    return list(_page(rule, _MARKDOWN))


def _page(rule: Rule, style: _Style) -> Iterator[str]:
    doc = rule.doc()
    yield from (style.title(f"{rule.code} {pick(doc.title, doc.english)}"), "")
    yield from (" · ".join(_facts(rule, style)), "")
    why = doc.why + (tr("（依据：{source}）", source=doc.source) if doc.source else "")
    yield from _part(tr("为什么"), [why], style)
    yield from _part(tr("错例"), [line for example in doc.wrong for line in _example(example, style)], style)
    yield from _part(tr("正例"), [line for example in doc.right for line in _example(example, style)], style)
    yield from _part(tr("修改"), [_fixing(rule.safety, style)], style)
    if figures := [f"{style.item}{sentence}" for sentence in told(rule)]:
        yield from _part(tr("准确率"), figures, style)


def _part(label: str, lines: Iterable[str], style: _Style) -> Iterator[str]:
    yield from (style.label(label), *style.between, *lines, "")


def _facts(rule: Rule, style: _Style) -> Iterator[str]:
    """Yield what is told of a rule in the line below its title; only the reference has titles in both languages."""
    if rule.doc().english and style is _MARKDOWN:
        yield rule.doc().english
    yield style.code(rule.name)
    levels = {Severity.INFO: tr("提示（默认不显示）"), Severity.OFF: tr("默认不查")}
    yield levels.get(rule.severity) or level_name(rule.severity)
    yield tr("计错 {weight}", weight=f"{rule.weight:g}")
    yield tr("自 {version} 版起", version=rule.doc().since)


def _fixing(safety: Safety | None, style: _Style) -> str:
    if safety is None:
        return tr("不自动修改。")
    if safety is Safety.SAFE:
        return tr("安全：{command} 即改。", command=style.code("newslint fix"))
    return tr("须经编辑认可：{command} 才改。", command=style.code("newslint fix --unsafe"))


def _example(example: Example, style: _Style) -> Iterator[str]:
    yield style.item + style.code(example.text)
    if example.found:
        yield style.detail + tr("报出 {texts}", texts=style.joint.join(map(style.code, example.found)))
    if example.fixed is not None:
        yield style.detail + tr("改为 {text}", text=style.code(example.fixed))
    if example.options:
        options = join_list(style.code(f"{key} = {_toml(value)}") for key, value in example.options.items())
        yield style.detail + tr("设 {options}", options=options)
    if example.note:
        yield style.detail + tr("（{note}）", note=example.note)


def _toml(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)


def _on_one_line(text: str) -> str:
    """Return ``text`` with line ends as ¶ and invisible characters by their number."""
    shown = "".join(char if char.isprintable() or char == "\n" else f"⟨U+{ord(char):04X}⟩" for char in text)
    return shown.replace("\n", "¶")


def _shown(text: str) -> str:
    """Return ``text`` as a terminal shows it, on one line; spaces at its ends are ␣."""
    return _EDGES.sub(lambda match: "␣" * len(match[0]), _on_one_line(text))


def _code(text: str) -> str:
    """Return ``text`` as inline code on one line."""
    shown = _on_one_line(text)
    fence = "``" if "`" in shown else "`"
    pad = " " if shown.startswith(("`", " ")) or shown.endswith(("`", " ")) else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


_TERMINAL = _Style(str, str, _shown, (), "  ", "    ", " ｜ ")
#: As the documentation is written.
_MARKDOWN = _Style("## {}".format, "**{}**".format, _code, ("",), "- ", "  ", "、")
