"""The pages of the documentation that are made from the rule pages alone: one for each family, and the two that list
all rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.authoring.reference import FAMILIES, level_name, markdown_page
from newslint.finding import Safety
from newslint.language import current, use
from newslint.rulebook.book import Rule, RuleBook

#: Where the reference stands in the documentation, and the list for programmers.
REFERENCE = "zh/规则"
LIST = "en/rules.md"

_ABOUT = {
    "BY": "“本报讯”一类的消息头，记者、通讯员的姓名：错字、括号、空格、次序，与本报体例和名册是否一致，电头的日期。",
    "DU": "多出来的字：叠字、叠词、叠句、叠段，同一篇稿件登了两遍。",
    "LS": "从版面上拷下来的文字：词、句、数字在行末断开，栏串在一起，页码和报眉夹在句中。",
    "HD": "标题：空格、末尾的标点、转行切断的词，数字、人名、机构与正文不符，重题，有题无文。",
    "PU": "标点的写法和用法，依据《标点符号用法》（GB/T 15834—2011）。",
    "QU": "引号、括号、书名号：缺一半、交叉、套错。",
    "SP": "多余和缺少的空格，全角的字母和数字。",
    "EN": "“一是、二是”“第一、第二”：跳号，与前面说的项数不符，各项之间标点不一。",
    "NU": "没有的日期，对不上的星期、合计和比例，数字的写法（《出版物上数字用法》GB/T 15835—2011）。",
    "UN": "计量单位的名称和符号。",
    "WD": "错词、成语、搭配、重复的意思，已经更改的名称。",
    "MS": "列不进词表的错别字；怎样查、怎样用，见[正文里的错别字](../错别字.md)。",
    "PL": "地名写错、写重，上级不对，已经改名的政区。",
    "VC": "简体稿件里的繁体字、异体字。",
    "EC": "乱码、看不见的字符，网页和排版软件留下的代码。",
    "AB": "外文词的大小写，简称的交代。",
    "CO": "一篇稿子、一个版上同一个名字、同一个词写成两样；怎样比、怎样定，见[前后一致](../一致性.md)。",
    "HS": "本报不用的词；怎样写，见[体例设置](../体例设置.md#不用的词)。",
    "NL": "稿件里写给 newslint 的注释：写错的，不起作用的。",
}
_GENERATED = "本页由规则文件生成（`python tools/write_docs.py`）；要改，请改规则文件。"


def pages(book: RuleBook) -> dict[str, str]:
    """Return the generated pages by their path in the folder of the documentation."""
    spoken = current()
    use("zh")
    try:
        return _pages(book)
    finally:
        use(spoken)


def _pages(book: RuleBook) -> dict[str, str]:
    families = list(FAMILIES)
    ordered = sorted(book, key=lambda rule: (families.index(rule.family), rule.code))
    by_family = {family: [rule for rule in ordered if rule.family == family] for family in families}
    found = {f"{REFERENCE}/{family}.md": _text(_family(family, rules)) for family, rules in by_family.items() if rules}
    return {f"{REFERENCE}/index.md": _text(_index(by_family)), **found, LIST: _text(_list(ordered))}


def _text(lines: Iterator[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"


def _index(by_family: dict[str, list[Rule]]) -> Iterator[str]:
    yield from ("# 规则", "", _GENERATED, "")
    yield (
        f"共 {sum(map(len, by_family.values()))} 条，按所管的事分成几族，一族一页。每条规则写着"
        "为什么、依据什么，附错例和正例；在命令行里看，用 `newslint rule 代码`。"
    )
    yield ""
    yield (
        "- 级别：**错误**，把握大，一百处里有九十七处以上该改；**警告**，多半该改，要看一看；**提示**，供参考，"
        "加 `--level info` 才显示；**关闭**，默认不查，用 `--select 代码` 指名才查。"
    )
    yield (
        "- 修改：**可改**，不会改变意思，`newslint fix` 就改；**须确认**，要编辑看过，"
        "`newslint fix --interactive` 一处一处地问。"
    )
    yield from ("", "| 规则族 | 管什么 | 条数 |", "|---|---|---:|")
    for family, rules in by_family.items():
        if rules:
            yield f"| [{family} {FAMILIES[family]}]({family}.md) | {_ABOUT[family]} | {len(rules)} |"
    for family, rules in by_family.items():
        if rules:
            yield from ("", f"## {family} {FAMILIES[family]}", "")
            yield from _table(rules, f"{family}.md")


def _family(family: str, rules: list[Rule]) -> Iterator[str]:
    yield from (f"# {family} {FAMILIES[family]}", "", _GENERATED, "", _ABOUT[family], "")
    yield from _table(rules, "")
    yield from ("", "例子里的 ¶ 是换行。各族见[规则](index.md)。")
    for rule in rules:
        yield from ("", f'<a id="{rule.code.lower()}"></a>', "", *markdown_page(rule))


def _table(rules: list[Rule], page: str) -> Iterator[str]:
    yield from ("| 代码 | 标题 | 级别 | 修改 |", "|---|---|---|---|")
    fixing = {None: "", Safety.SAFE: "可改", Safety.UNSAFE: "须确认"}
    for rule in rules:
        link = f"[{rule.code}]({page}#{rule.code.lower()})"
        yield f"| {link} | {rule.doc().title} | {level_name(rule.severity)} | {fixing[rule.safety]} |"


def _list(rules: list[Rule]) -> Iterator[str]:
    yield from ("# Rules", "", "Generated from the rule pages by `python tools/write_docs.py`.", "")
    yield (
        f"All {len(rules)} rules: code, name, title, severity, and whether its fix is safe. The codes lead to the "
        "reference with reasons, sources and examples, which is in Chinese like the messages of findings."
    )
    yield from ("", "| code | name | title | severity | fix |", "|---|---|---|---|---|")
    for rule in rules:
        link = f"[{rule.code}](../{REFERENCE}/{rule.family}.md#{rule.code.lower()})"
        yield f"| {link} | {rule.name} | {rule.doc().english} | {rule.severity.label} | {rule.safety or ''} |"
