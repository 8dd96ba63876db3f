"""Rule files: what is read, what is refused and how that is said, and which rules are on."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import BASE

from newslint.authoring.examples import failures
from newslint.finding import Severity
from newslint.rulebook.book import Configured, RuleBook, RuleError, SelectorError, load_rules
from newslint.rulebook.reading import load_rule, parse_rule


def refused(**changes: object) -> str:
    with pytest.raises(RuleError) as caught:
        parse_rule({key: value for key, value in {**BASE, **changes}.items() if value is not ...}, Path("house/x.toml"))
    return str(caught.value)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"colour": "red"}, "colour：没有这一项"),
        ({"message": ...}, "message：缺少这一项"),
        ({"message": ""}, "message：应为不空的字符串"),
        ({"code": "D3"}, "code：应为两个大写字母"),
        ({"name": "Made Up"}, "name：应为小写英文词"),
        ({"check": "patern"}, "check：没有 patern；是否指 pattern？"),
        (
            {"severity": "fatal"},
            'severity：应为 "error"（错误）、"warning"（警告）、"info"（提示）、"off"（关闭） 之一',
        ),
        ({"weight": "1"}, "weight：应为不小于 0 的数"),
        ({"clause": "number"}, 'clause：应为 "text"、"numbers"、"marks" 之一'),
        ({"clause": ["marks"]}, 'clause：应为 "text"'),
        ({"scope": ["bodi"]}, "scope：没有 bodi；是否指 body？"),
        ({"scope": []}, "scope：至少要写一个"),
        ({"check": "general.pattern"}, "check：没有 general.pattern；是否指 pattern？"),
        ({"check": ".pattern"}, "check：没有 .pattern；是否指 pattern？"),
        ({"check": "pattern."}, "check：没有 pattern.；是否指 pattern？"),
        ({"check": "lists"}, "check：没有 lists"),
        ({"check": "denied-words", "options": {"words": {"甲": "甲"}}}, "options.words：甲 的正词就是它自己"),
        ({"check": "denied-words", "options": {"words": {"　": "甲"}}}, "options.words：不能有空的词"),
        ({"message": "{nope}"}, "message：没有 {nope}"),
        ({"message": "{"}, "message：花括号要成对"),
        ({"message": "{}"}, "message：没有 {}"),
        ({"message": "{0}"}, "message：没有 {0}"),
        ({"message": "{match:>9}"}, "message：花括号里只写名字，即 {match}。"),
        ({"message": "{match!r}"}, "message：花括号里只写名字，即 {match}。"),
        ({"message": "{match[99]}"}, "message：没有 {match[99]}"),
        ({"message": "{match.__class__.__mro__}"}, "message：没有 {match.__class__.__mro__}"),
        ({"spare": ["quote"]}, "spare：没有 quote；是否指"),
        ({"fix": {"safety": "sure"}}, "fix：应写作 safety"),
        ({"options": {"anchor": ["甲"], "patern": "甲"}}, "options.pattern：这种规则必须有这个选项"),
        ({"options": {"anchor": ["甲"], "pattern": "甲", "speed": 1}}, "options.speed：这种规则没有这个选项"),
        ({"options": {"anchor": [], "pattern": "甲"}}, "options.anchor：至少要有一个"),
        ({"check": "marks.many-commas", "options": {"most": 10**7}}, "options.most：最多为 1000000。"),
        ({"options": {"anchor": "甲", "pattern": "甲"}}, "options.anchor：应为字符串的列表"),
        ({"wrong": [{"text": "甲甲", "find": ["甲甲"]}]}, "wrong[1].find：没有这一项；是否指 found？"),
        ({"wrong": [{"found": ["甲甲"]}]}, "wrong[1].text：缺少这一项"),
        ({"right": "无"}, "right：应写作 [[right]] 的表"),
        ({"accuracy": {"news": {"found": 3, "read": 4, "right": 1}}}, "accuracy：报出的不少于读过的"),
        ({"accuracy": {"news": {"found": 3, "read": 3}}}, "accuracy.news.right：缺少这一项"),
    ],
)
def test_a_bad_rule_is_refused_with_file_and_key(changes: dict[str, object], said: str) -> None:
    message = refused(**changes)
    assert message.startswith("house/x.toml：")
    assert said in message


def test_all_that_a_rule_lacks_is_told_at_once() -> None:
    page = {key: value for key, value in BASE.items() if key not in ("since", "weight", "why")}
    with pytest.raises(RuleError, match=r"made-up.toml：缺少 since、weight、why，请补上。"):
        parse_rule(page, Path("made-up.toml"))


def test_a_file_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text("code = ", encoding="utf-8")
    with pytest.raises(RuleError, match="第 1 行：文件到这里没有写完"):
        load_rule(path)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="none：没有这个文件或文件夹"):
        load_rules([tmp_path / "none"])


def test_a_missing_folder_named_twice_is_told_once(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="没有这个文件或文件夹") as refused:
        load_rules([tmp_path / "none", tmp_path / "none"])
    assert refused.value.quoted == ()


def test_two_rules_may_not_share_a_code(tmp_path: Path) -> None:
    text = (
        'code="XX01"\nname="{name}"\ntitle="试"\nenglish="made up"\ncheck="pattern"\nseverity="error"\nsince="0.1"\nweight=1\n'
        'message="试"\nwhy="试"\n[options]\nanchor=["甲"]\npattern="甲"\n'
    )
    (tmp_path / "a.toml").write_text(text.format(name="one-rule"), encoding="utf-8")
    (tmp_path / "b.toml").write_text(text.format(name="other-rule"), encoding="utf-8")
    with pytest.raises(RuleError, match=r"b.toml：code：XX01 已由 .*a.toml 使用"):
        load_rules([tmp_path])


@pytest.fixture
def book(make_rule) -> RuleBook:
    return RuleBook(
        [
            make_rule(code="PU01", name="first-mark"),
            make_rule(code="PU02", name="second-mark", severity="off"),
            make_rule(code="DU01", name="first-double", severity="info"),
        ]
    )


@pytest.mark.parametrize(
    ("select", "ignore", "left"),
    [
        ([], [], ["DU01", "PU01"]),
        (["PU"], [], ["PU01"]),
        (["PU02"], [], ["PU02"]),
        (["second-mark", "DU"], [], ["DU01", "PU02"]),
        ([], ["PU"], ["DU01"]),
        (["PU01"], ["PU"], ["PU01"]),
        (["PU"], ["PU01"], []),
        (["ALL"], ["DU01"], ["PU01"]),
    ],
)
def test_the_more_exact_selector_wins(book: RuleBook, select: list[str], ignore: list[str], left: list[str]) -> None:
    assert [rule.code for rule in book.choose(select, ignore)] == left


def test_an_unknown_selector_names_a_near_one(book: RuleBook) -> None:
    with pytest.raises(LookupError, match="second-mark"):
        book.choose(["secnd-mark"])


@pytest.mark.parametrize(
    ("selector", "codes"),
    [
        ("du03", ["DU03"]),
        ("ＤＵ０３", ["DU03"]),
        ("ABA-Phrase", ["DU03"]),
        ("hd", [rule.code for rule in load_rules() if rule.family == "HD"]),
        ("DU03，du01", ["DU01", "DU03"]),
        ("DU03、DU01", ["DU01", "DU03"]),
        (" DU03　DU01 ", ["DU01", "DU03"]),
        ("四字格套叠", ["DU03"]),
        ("四字格套叠，序号跳号、重号", None),
        ("序号跳号、重号", ["EN01"]),
        ("Four-character phrase with its start repeated", ["DU03"]),
    ],
)
def test_a_selector_is_understood_as_it_is_typed(selector: str, codes: list[str] | None) -> None:
    book = load_rules()
    if codes is None:
        with pytest.raises(SelectorError, match="没有名为 序号跳号 的"):
            book.find(selector)
    else:
        assert [rule.code for rule in book.find(selector)] == codes == [rule.code for rule in book.choose([selector])]


@pytest.mark.parametrize(
    ("selector", "near"),
    [("DU3", "DU03"), ("du003", "DU03"), ("DU97", "DU"), ("四字格套迭", "DU03 四字格套叠")],
)
def test_a_code_is_the_nearest_to_what_looks_like_one(selector: str, near: str) -> None:
    with pytest.raises(SelectorError, match=f"没有名为 {selector} 的规则或规则族；是否指 {near}"):
        load_rules().choose(["PU", selector])


def test_severities_are_ordered() -> None:
    assert Severity.ERROR > Severity.WARNING > Severity.INFO > Severity.OFF


def test_configured_options_lie_over_those_of_the_rule(run_rules) -> None:
    own = Configured("newslint.toml", {"XX01": {"pattern": "甲{3,}", "replace": "乙"}})
    kind = Configured("newslint.toml", {"made-up": {"replace": "丙"}}, {"pattern": ("patterns", {"replace": "乙"})})
    for configured, text in ((Configured(), "甲"), (own, "乙"), (kind, "丙")):
        (finding,) = run_rules(
            "会上说甲甲甲。" if configured is own else "会上说甲甲。", parse_rule(BASE, Path("x.toml"), configured)
        )
        assert finding.fix.edits[0].text == text


@pytest.mark.parametrize(
    ("configured", "said"),
    [
        (
            Configured("n.toml", {"XX01": {"patern": "甲"}}),
            "n.toml：options.XX01.patern：这种规则没有这个选项；是否指 pattern？",
        ),
        (Configured("n.toml", {}, {"pattern": ("style", {"replace": 3})}), "n.toml：style.replace：应为字符串。"),
    ],
)
def test_a_bad_option_from_outside_is_named_with_its_own_file(configured: Configured, said: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse_rule(BASE, Path("house/x.toml"), configured)
    assert str(caught.value) == said


def test_options_for_a_rule_that_is_not_there_are_refused() -> None:
    with pytest.raises(RuleError, match=r"options.DU3：没有这条规则；是否指 DU03？"):
        load_rules(configured=Configured("n.toml", {"DU3": {}}))


def test_an_example_may_have_options_of_its_own(make_rule) -> None:
    right = {"text": "他说甲甲。", "options": {"pattern": "甲{3,}"}}
    wrong = [{"text": "他说甲甲。", "found": ["甲甲"], "fixed": "他说甲。"}]
    assert list(failures(make_rule(wrong=wrong, right=[right]))) == []
    assert len(list(failures(make_rule(wrong=wrong, right=[{**right, "options": {}}])))) == 1


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"pattern": ""}, "options.pattern：应为不空的字符串。"),
        ({"pattern": "甲甲("}, "options.pattern：不是有效的正则表达式（第 4 个字符处 缺右括号）。"),
        ({"pattern": "甲甲(", "before": 40}, "options.pattern：不是有效的正则表达式（第 4 个字符处 缺右括号）。"),
        (
            {"pattern": "甲{99999999}"},
            "options.pattern：重复的次数太多，内存容不下；花括号里的次数（层层相乘）不能超过",
        ),
        ({"pattern": "甲{" + "9" * 5000 + "}"}, "options.pattern：重复的次数太多"),
        ({"pattern": "甲{100001,}"}, "options.pattern：重复的次数太多"),
        ({"pattern": "(?:甲乙{1000}){1000}"}, "options.pattern：重复的次数太多"),
        ({"pattern": "((甲{100}){100}){100}?"}, "options.pattern：重复的次数太多"),
        ({"pattern": r"[^]()\]]{0999999}"}, "options.pattern：重复的次数太多"),
        ({"pattern": "(?x)(?:甲 # (\n){100001}"}, "options.pattern：重复的次数太多"),
        ({"pattern": r"\p{Han}{100001}"}, "options.pattern：重复的次数太多"),
        ({"pattern": "(" * 5000 + "甲" + ")" * 5000}, "options.pattern：不是有效的正则表达式（嵌套太深）。"),
        ({"pattern": "(?R)"}, "options.pattern：这个模式引用它自己，没有尽头。"),
        ({"pattern": "(?<甲>(?&甲))"}, "options.pattern：这个模式引用它自己，没有尽头。"),
        ({"span": "nope"}, "options.span：模式里没有 nope 这一组"),
        ({"span": "1"}, "options.span：模式里没有 1 这一组"),
        ({"span": "²"}, "options.span：模式里没有 ² 这一组"),
        ({"replace": r"\9"}, "options.replace：模式里没有 9 这一组"),
        ({"replace": r"\g<nope>"}, "options.replace：模式里没有 nope 这一组"),
        ({"replace": r"\q"}, r"options.replace：\q 不是有效的写法"),
        ({"replace": r"\g<"}, r"options.replace：\g 不是有效的写法"),
        ({"before": 10**20}, "options.before：最多为 1000"),
    ],
)
def test_a_pattern_is_proved_when_its_page_is_read(options: dict[str, object], told: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse_rule(
            {**BASE, "options": {"anchor": ["从不出现"], "pattern": "从不出现", **options}}, Path("made-up.toml")
        )
    assert told in str(caught.value)


@pytest.mark.parametrize(
    "pattern",
    [r"从[{()}9]{3}\{999999}", "从{0,999999}", "从{,3}", "从{2", "从(?#{9999999})", "(?:从{100}){100}", "从[甲]{0}"],
)
def test_repeats_that_fit_into_memory_are_allowed(pattern: str) -> None:
    parse_rule({**BASE, "options": {"anchor": ["从不出现"], "pattern": pattern}}, Path("made-up.toml"))


def test_a_pattern_from_the_configuration_is_proved_and_named_by_its_key() -> None:
    with pytest.raises(RuleError, match=r"n\.toml：options\.PU03\.pattern：不是有效的正则表达式"):
        load_rules(configured=Configured("n.toml", {"PU03": {"pattern": "("}}))
    with pytest.raises(RuleError, match=r"n\.toml：options\.PU03\.pattern：重复的次数太多"):
        load_rules(configured=Configured("n.toml", {"PU03": {"pattern": "甲{99999999}"}}))


def test_a_folder_without_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="没有规则文件"):
        load_rules([tmp_path])


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (b"x = " + b"[" * 5000, "嵌套太深"),
        (b"x = " + b"9" * 5000, "不是有效的 TOML"),
        ("code = “DU03”".encode("gbk"), "第 1 行：引号应为半角的"),
        (b"code = '\xff\xff'", "文件不是 UTF-8 编码"),
        (b"#" * 1_000_001, "a.toml：文件太大，最多为 1,000,000 字节。$"),
        (b"b = 1\na" + b".a" * 51 + b" = 1", "a.toml：第 2 行：键的层次太多，最多用 50 个点。$"),
        (b"[a" + b" . 'a'" * 51 + b"]", "第 1 行：键的层次太多"),
    ],
)
def test_a_page_that_is_no_toml_is_refused_with_a_sentence(page: bytes, told: str, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(page)
    with pytest.raises(RuleError, match=told):
        load_rules([tmp_path])


@pytest.mark.parametrize("weight", [float("inf"), float("nan"), 10**400, -1])
def test_a_weight_is_a_number_that_can_be_counted_with(weight: float) -> None:
    with pytest.raises(RuleError, match="weight：应为不小于 0 的数"):
        parse_rule({**BASE, "weight": weight}, Path("made-up.toml"))


def test_an_example_is_of_a_format_that_can_be_read() -> None:
    with pytest.raises(RuleError, match=r"wrong\[1\]\.format：应为"):
        parse_rule({**BASE, "wrong": [{"text": "甲甲", "format": "nope"}]}, Path("made-up.toml"))


PAGE = """\
code = "{code}"
name = "{code}-rule"
title = "试验规则"
check = "pattern"
severity = "error"
since = "0.1"
weight = 1
message = "试"
why = "只为试验"
supersedes = {supersedes}
[options]
anchor = ["甲"]
pattern = "甲"
"""


def write_page(folder: Path, code: str, supersedes: str) -> None:
    text = PAGE.format(code=code, supersedes=supersedes).replace(f"{code}-rule", f"{code.lower()}-rule")
    (folder / f"{code}.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("supersedes", "said"),
    [
        ('["XX99"]', "没有代码为 XX99 的规则；是否指 XX0"),
        ('["DU99"]', "没有代码为 DU99 的规则；是否指 DU"),
        ('["xx02-rule"]', "没有代码为 xx02-rule 的规则"),
        ('["DU"]', "没有代码为 DU 的规则"),
        ('["XX01"]', "XX01 和 XX01 互相取代"),
        ('["XX02"]', "XX01 和 XX02 互相取代"),
    ],
)
def test_a_rule_supersedes_others_that_exist(supersedes: str, said: str, tmp_path: Path) -> None:
    write_page(tmp_path, "XX01", supersedes)
    write_page(tmp_path, "XX02", '["XX01", "DU01"]')
    with pytest.raises(RuleError) as caught:
        load_rules([tmp_path])
    assert str(caught.value).startswith(f"{tmp_path}/XX01.toml：supersedes：") and said in str(caught.value)
    write_page(tmp_path, "XX01", '["DU03"]')
    assert len(load_rules([tmp_path])) == 2


def test_a_link_to_a_page_that_is_not_there_is_named(tmp_path: Path) -> None:
    write_page(tmp_path, "XX01", "[]")
    (tmp_path / "XX02.toml").symlink_to("nowhere.toml")
    with pytest.raises(RuleError, match=r"XX02\.toml：无法读取（没有这个文件或文件夹）"):
        load_rules([tmp_path])


def test_a_page_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    write_page(tmp_path, "XX01", "[]")
    page = tmp_path / "XX01.toml"
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes())
    assert [rule.code for rule in load_rules([tmp_path])] == ["XX01"]
