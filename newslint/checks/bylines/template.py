"""The house style of bylines in settings: a template such as 本报讯（记者 {记者} 通讯员 {通讯员}）, or single keys."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newslint.checks.bylines.habits import REPORTERS, gap
from newslint.checks.options import OptionError, Options
from newslint.chinese.characters import HAN_LETTER
from newslint.language import join_list, tr
from newslint.patterns import lazy
from newslint.strict import quoted

AUTO = "auto"
#: What each key may hold, besides "auto".
_CHOICES = {
    "brackets": ("（）", "()"),
    "role-space": ("", " ", "　", "："),
    "name-separator": (" ", "　", "、", "，"),
    "role-separator": ("", " ", "　", "、", "，", "；"),
    "padding": ("", " ", "　"),
    "picture-order": ("文/图", "图/文"),
}
_SLOT = lazy(r"\{([^{}]*)\}")
_ROLE = lazy(f"(?P<before>.*?)(?P<phrase>{HAN_LETTER}*?(?:{'|'.join(REPORTERS)}))(?P<space>[ 　：]*)$", re.DOTALL)
_BRACKETS = lazy(r"[（(].*[）)]", re.DOTALL)


def read_style(options: Options) -> dict[str, str]:
    """Take the keys of a house style and return what is wanted of each aspect that is not left to ``auto``.

    Roles in ``role-order`` are joined by a space. A single key takes precedence over the template. Raises
    ``OptionError``.
    """
    template = options.text("template", AUTO)
    style = {} if template == AUTO else read_template(template)
    for key, allowed in _CHOICES.items():
        value = options.choice(key, (*allowed, AUTO), AUTO)
        if value != AUTO:
            style[key] = value.replace("/", "") if key == "picture-order" else value
    order = options.texts("role-order", ())
    for role in order:
        if role not in REPORTERS:
            raise OptionError(
                "role-order", tr("没有 {role} 这种身份；应为 {roles} 之一。", role=role, roles=join_list(REPORTERS))
            )
    if order:
        style["role-order"] = " ".join(order)
    return style


def read_template(template: str) -> dict[str, str]:
    """Return what a template shows of each aspect; raises ``OptionError`` for one that names no role.

    A role stands before its first slot; a repeated slot shows what separates two names.
    """
    slots = list(_SLOT.finditer(template))
    if not slots:
        raise OptionError("template", tr("没有留出姓名的位置，如 {example}。", example="{记者}"))
    style: dict[str, str] = {}
    brackets = _BRACKETS.search(template)
    if brackets:
        _show(style, "brackets", "（）" if brackets[0][0] == "（" else "()")
    order: list[str] = []
    last = 0
    for slot in slots:
        between = template[last : slot.start()]
        if order and order[-1] == slot[1]:
            _show(style, "name-separator", gap(between))
        else:
            found = _ROLE.match(between)
            if found is None or not found["phrase"].endswith(slot[1]) or slot[1] not in REPORTERS:
                told = tr(
                    "姓名的位置前要写身份，如 {example}；身份有 {roles}。",
                    example="记者 {记者}",
                    roles=join_list(REPORTERS),
                )
                raise OptionError("template", told)
            if order:
                _show(style, "role-separator", gap(found["before"]))
            _show(style, "role-space", gap(found["space"]))
            if slot[1] in order:
                raise OptionError("template", tr("{role} 出现在两处，只能有一处。", role=slot[1]))
            order.append(slot[1])
        last = slot.end()
    if len(order) > 1:
        style["role-order"] = " ".join(order)
    pair = re.search("[文图][/／]?[图文](?=[）)]|$)", template[last:])
    if pair:
        style["picture-order"] = pair[0][0] + pair[0][-1]
    for key, value in style.items():
        _check(key, value)
    return style


def _show(style: dict[str, str], aspect: str, value: str) -> None:
    if style.setdefault(aspect, value) != value:
        one, other = quoted(style[aspect]), quoted(value)
        told = tr("{aspect} 有 {one} 和 {other} 两种样子，只能有一种。", aspect=aspect, one=one, other=other)
        raise OptionError("template", told)


def _check(aspect: str, value: str) -> None:
    allowed: Mapping[str, tuple[str, ...]] = _CHOICES
    if aspect in allowed and aspect != "picture-order" and value not in allowed[aspect]:
        values = join_list(map(quoted, allowed[aspect]))
        told = tr("{aspect} 不能是 {value}，应为 {values} 之一。", aspect=aspect, value=quoted(value), values=values)
        raise OptionError("template", told)
