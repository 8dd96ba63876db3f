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
#: The roles that have a form of their own: a template may show where they stand, and nothing is wanted of it.
OTHERS = ("摄影", "摄像", "编辑", "责编", "校对", "美编", "视频", "制图", "图片", "文字", "翻译", "整理", "供图")
_SLOT = lazy(r"\{([^{}]*)\}")
_ROLE = lazy(f"(?P<before>.*?)(?P<phrase>{HAN_LETTER}+)(?P<space>[ 　：]*)$", re.DOTALL)
#: What people did, right behind their names, and 文/ or 图： right before them.
_DEED = lazy(r"[/／|｜](?:文[/／]?图|图[/／]?文|文|图|摄影|摄)")
_SHORT = lazy(r"(?:^|[ 　、，；（(])[文图摄]+[/／|｜：]$")
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

    A role stands before its first slot; a repeated slot shows what separates two names. Roles with qualifiers
    (首席记者) have the style of the role; those in ``OTHERS``, and names with 文/ or 图 beside them, show none.
    """
    slots = list(_SLOT.finditer(template))
    if not slots:
        raise OptionError("template", tr("没有留出姓名的位置，如 {example}。", example="{记者}"))
    style: dict[str, str] = {}
    brackets = _BRACKETS.search(template)
    if brackets:
        _show(style, "brackets", "（）" if brackets[0][0] == "（" else "()")
    order: list[str] = []
    seen: set[str] = set()
    before = ""
    last = 0
    for slot in slots:
        between = template[last : slot.start()]
        deed = _DEED.match(between) if before else None
        between = between[deed.end() :] if deed else between
        if before == slot[1] and _ROLE.match(between) is None:
            if deed is None:
                _show(style, "name-separator", gap(between))
        elif _SHORT.search(between) or (not between.strip(" 　（(") and _DEED.match(template, slot.end())):
            _role_of(slot[1])
        elif slot[1] in seen:
            raise OptionError("template", tr("{role} 出现在两处，只能有一处。", role=slot[1]))
        else:
            seen.add(slot[1])
            _read_role(style, order, slot[1], between, _role_of(before) if before and not deed else "")
        before, last = slot[1], slot.end()
    if len(order) > 1:
        style["role-order"] = " ".join(order)
    pair = re.search("[文图][/／]?[图文](?=[）)]|$)", template[last:])
    if pair:
        style["picture-order"] = pair[0][0] + pair[0][-1]
    for key, value in style.items():
        _check(key, value)
    return style


def _read_role(style: dict[str, str], order: list[str], slot: str, between: str, above: str) -> None:
    """Take what stands before the first slot of a role; ``above`` is the role of the slot before it."""
    found = _ROLE.match(between)
    role = _role_of(slot)
    if found is None or not found["phrase"].endswith((slot, role)):
        told = tr(
            "姓名的位置前要写身份，如 {example}；身份有 {roles}。",
            example="记者 {记者}",
            roles=join_list((*REPORTERS, *OTHERS)),
        )
        raise OptionError("template", told)
    if role in OTHERS:
        return
    if above in REPORTERS:
        _show(style, "role-separator", gap(found["before"]))
    _show(style, "role-space", gap(found["space"]))
    if role not in order:
        order.append(role)


def _role_of(slot: str) -> str:
    """Return the role that a slot means, without qualifiers; raises ``OptionError`` if it means none."""
    role = next((role for role in REPORTERS if slot.endswith(role)), slot if slot in OTHERS else "")
    if not role:
        known = join_list((*REPORTERS, *OTHERS))
        raise OptionError("template", tr("没有 {role} 这种身份；应为 {roles} 之一。", role=slot, roles=known))
    return role


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
