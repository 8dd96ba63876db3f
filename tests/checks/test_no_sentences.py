"""What editors read stands in rule pages: the code of checks holds words to look for, and no sentence."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKS = Path(__file__).parents[2] / "newslint" / "checks"
#: Calls whose texts are no findings: patterns to search for, and errors in options, which have their English elsewhere.
_NO_FINDING = {"lazy", "compile_regex", "tr", "compile", "match", "fullmatch", "search", "split", "sub", "finditer"}
#: Chinese that says something: five characters in a row, or one beside a mark that separates or quotes.
_SAID = re.compile("[\u3400-\u9fff]{5}|[\u3400-\u9fff][，。；：“”！？…]|[，。；：“”！？…][\u3400-\u9fff]")
_HAN = re.compile("[\u3400-\u9fff]")
#: What is put together of other texts and says something; 第{}项 and {}月{}日 do not.
_WORD = re.compile("[\u3400-\u9fff]{2}")
#: A sentence to fill in, wherever it stands.
_TEMPLATE = re.compile(r"\{[a-z_]+\}")


def sentences(source: str) -> list[str]:
    """Return the texts in the code of a check that an editor would read, in order.

    Inside functions these are f-strings with Chinese words and strings that say something, unless they are only
    compared; in the tables of a module, templates. Docstrings, patterns and the texts of ``tr`` are none.
    """
    return list(_sentences(ast.parse(source), inside=False))


def _sentences(node: ast.AST, *, inside: bool) -> Iterator[str]:
    inside = inside or isinstance(node, ast.FunctionDef | ast.Lambda)
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and _name(child.func) in _NO_FINDING:
            continue
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue
        if isinstance(child, ast.Compare):
            yield from _sentences(child.left, inside=inside)
        elif isinstance(child, ast.JoinedStr):
            text = "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in child.values)
            if inside and _WORD.search(text):
                yield text
        elif isinstance(child, ast.Constant) and isinstance(child.value, str):
            if _HAN.search(child.value) and (_SAID if inside else _TEMPLATE).search(child.value):
                yield child.value
        else:
            yield from _sentences(child, inside=inside)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


@pytest.mark.parametrize("path", sorted(CHECKS.rglob("*.py")), ids=lambda path: path.stem)
def test_checks_hold_no_sentence(path: Path) -> None:
    assert sentences(path.read_text(encoding="utf-8")) == [], "put it in [messages] of the rule page"


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('yield Match(0, 1, related=((0, 1, f"上一项是“{view[at]}”"),))', "上一项是“{}”"),
        ('yield Place(0, 1, "标题在这里")', "标题在这里"),
        ('values = {"problem": "方向反了，应为" + right}', "方向反了，应为"),
        ('values = {"order": roles.replace(" ", "，再写")}', "，再写"),
        ('return f"{role}“{name}”在此"', "{}“{}”在此"),
    ],
)
def test_a_sentence_in_a_function_is_found(code: str, found: str) -> None:
    assert sentences(f"def find(document):\n    {code}") == [found]


def test_a_template_in_a_table_is_found() -> None:
    assert sentences('"""上一项是“一”。"""\n_FORMS = {"some": "宜加{count}处空格"}\n') == ["宜加{count}处空格"]


@pytest.mark.parametrize(
    "code",
    [
        '"""A list without 二是: 一是…，三是…."""',
        'if text.startswith("本报讯") or text[-1] in "呢吗吧啊呀嘛哦啦": pass',
        'if view[at:end] == "另一方面，": pass',
        'head = re.match("[其第]?(?:一是，|二是，)", text)',
        'values = {"date": f"{month}月{day}日", "item": f"第{number}项"}',
        'raise OptionError("people", tr("{person} 应写作身份、空格、姓名。", person=person))',
        'yield Match(0, 1, "——", values={"unit": "公里"}, message="turned")',
    ],
)
def test_words_and_marks_to_look_for_are_no_sentences(code: str) -> None:
    assert sentences(f"def find(document):\n    {code}") == []
