"""``newslint stats``: its numbers are those of ``--score``, and what it cannot count it tells."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli import main
from newslint.monthly.reading import read_report
from newslint.monthly.sums import LEAST
from newslint.readers import ReadError
from newslint.reports.spreadsheet import cell

CLEAN = "# 云岭市召开通气会\n\n本报讯（记者 田一川）会上，双方坚持互惠互利原则。\n"
FAULTY = CLEAN.replace("互利原则。", "互利互惠原则。。")
PAGE = "# 老街修缮的的工程开工\n\n本报讯（记者 {name} 通讯员 鲁知微）{text}\n\n（责编 蓝采薇）\n"
TEXT = "昨日，老街修缮工程开工，沿街的的铺面将逐一加固。居民说，的的确确等了很久。"
LONG = "老街修缮工程昨日开工，沿街铺面将逐一加固，居民对此表示欢迎。" * (LEAST // 30 + 1)
DAYS = ("2026-03-30", "20260401", "2026年4月2日", "2026/04/03")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with four issues whose folders are named in four ways."""
    monkeypatch.chdir(tmp_path)
    for number, day in enumerate(DAYS):
        put(f"稿件/{day}/要闻/甲.txt", FAULTY)
        put(f"稿件/{day}/要闻/乙.md", FAULTY.replace("云岭市", "鹤鸣区") if number % 2 else CLEAN)
        put(f"稿件/{day}/民生/丙.txt", PAGE.format(name="端木清", text=TEXT * (number + 1)))
    return tmp_path


def put(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [*map(str, args)], catch_exceptions=False)


def stats(*args: object) -> Result:
    return run("stats", *args)


def report(folder: str, path: str, *args: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    assert run("check", folder, "--output", path, "--format", "concise", *args).exit_code in (0, 1)


def rows(*args: object) -> list[list[str]]:
    result = stats(*args, "--output", "月报.csv")
    assert result.exit_code == 0, result.output
    text = Path("月报.csv").read_text(encoding="utf-8")
    assert text[0] == "\ufeff"
    return list(csv.reader(text[1:].splitlines()))


def scores() -> dict[str, list[str]]:
    """Return what ``newslint check --score`` says of each issue: articles, characters, errors, rate, verdict."""
    found = {}
    for place, day in zip(DAYS, ("2026-03-30", "2026-04-01", "2026-04-02", "2026-04-03"), strict=True):
        shown = run("check", f"稿件/{place}", "--score").stdout
        (total,) = re.findall(r"^合计 +(\d+) 篇 +(\d+) +(\S+) +(\S+) +(\S+)$", shown, re.MULTILINE)
        found[day] = list(total)
    return found


def told(table: list[list[str]]) -> dict[str, list[str]]:
    issues = [row for row in table if row[0] == "期"]
    return {row[1]: [row[4], row[5], f"{float(row[7]):g}", f"{float(row[8]):.2f}", row[10]] for row in issues}


def test_the_numbers_of_articles_are_those_of_their_scores(desk: Path) -> None:
    assert told(rows("稿件")) == scores()


def test_the_numbers_of_reports_are_those_of_their_scores(desk: Path) -> None:
    for day in DAYS:
        report(f"稿件/{day}", f"报告/{day.replace('/', '-')}.json")
    assert told(rows("报告")) == scores()


def test_one_report_may_have_many_issues_and_one_issue_many_reports(desk: Path) -> None:
    for part in ("要闻/甲.txt", "要闻/乙.md", "民生"):
        for day in DAYS[1:]:
            report(f"稿件/{day}/{part}", f"报告/{day.replace('/', '-')}-{part.replace('/', '-')}.json")
    report(f"稿件/{DAYS[0]}", "报告/三月.json")
    # An error that articles of an issue repeat counts at most three times, whatever reports tell of it.
    assert told(rows("报告")) == scores()


def test_the_totals_the_kinds_and_the_months(desk: Path) -> None:
    table = rows("稿件")
    total = next(row for row in table if row[0] == "合计")
    issues = [row for row in table if row[0] == "期"]
    months = [row for row in table if row[0] == "月"]
    rules = {row[1]: row for row in table if row[0] == "规则"}
    families = {row[1]: row for row in table if row[0] == "差错族"}
    assert [row[1:5] for row in months] == [["2026-03", "", "1", "3"], ["2026-04", "", "3", "9"]]
    for column in (4, 5, 6, 7):
        assert round(sum(float(row[column]) for row in issues), 2) == float(total[column])
    assert rules["DU03"][2] == "四字格套叠" and rules["DU03"][3] == "4"
    assert float(families["DU"][7]) == sum(float(row[7]) for code, row in rules.items() if code[:2] == "DU")
    counted = [float(row[7]) for row in table if row[0] == "规则"]
    assert counted == sorted(counted, reverse=True) and sum(counted) == pytest.approx(float(total[7]))


def test_the_mean_is_that_of_seven_issues(desk: Path) -> None:
    for number in range(4, 10):
        put(f"稿件/2026-04-{number:02}/甲.txt", FAULTY if number % 2 else CLEAN)
    issues = [row for row in rows("稿件") if row[0] == "期"]
    rates = [float(row[8]) for row in issues]
    assert [bool(row[9]) for row in issues] == [False] * 6 + [True] * 4
    for place in range(6, 10):
        assert float(issues[place][9]) == pytest.approx(sum(rates[place - 6 : place + 1]) / 7, abs=0.02)
    # A month by itself looks back beyond its first day.
    april = [row for row in rows("稿件", "--month", "2026-04") if row[0] == "期"]
    assert april == issues[1:]


def test_nobody_is_named_unless_that_is_asked_for(desk: Path) -> None:
    stats("稿件", "--output", "页.html", "--output", "表.csv")
    shown = Path("页.html").read_text("utf-8") + Path("表.csv").read_text("utf-8") + stats("稿件").output
    assert not [name for name in ("田一川", "端木清", "蓝采薇", "鲁知微") if name in shown]


def test_people_and_desks_with_what_lies_behind_their_numbers(desk: Path) -> None:
    put("稿件/2026-04-04/民生/长.txt", PAGE.format(name="孟晚舟", text=LONG + TEXT))
    table = rows("稿件", "--by", "记者", "--by", "editor", "--by", "部门")
    named = {(row[0], row[1]): row for row in table if row[0] in ("记者", "责编", "部门")}
    # Correspondents are none of the house's; the editor is the one whom the article names.
    assert {name for group, name in named if group == "记者"} == {"田一川", "端木清", "孟晚舟"}
    assert {name for group, name in named if group == "责编"} == {"蓝采薇"}
    assert {name for group, name in named if group == "部门"} == {"要闻", "民生"}
    few = named["记者", "田一川"]
    assert (few[4], few[8], few[10]) == ("8", "", "字数太少") and int(few[5]) < LEAST and int(few[6]) > 0
    many = named["记者", "孟晚舟"]
    assert (many[4], many[10]) == ("1", "超限") and int(many[5]) >= LEAST
    score = json.loads(run("check", "稿件/2026-04-04", "--format", "json").stdout)["summary"]["score"]
    assert (float(many[7]), float(many[8])) == (score["errors"], score["per_10000"])
    (shown,) = [line for line in stats("稿件", "--by", "reporter").stdout.splitlines() if line.startswith("田一川")]
    assert shown.split()[-1] == "字数太少"


def test_the_page_has_no_script_and_shows_markup_as_text(desk: Path) -> None:
    report("稿件/2026-03-30", "报告/2026-03-30.json")
    text = Path("报告/2026-03-30.json").read_text("utf-8")
    bad = "<img src=x onerror=alert(1)>\u202e"
    text = text.replace("田一川", bad).replace('"name": "aba-phrase"', f'"name": "{bad}"').replace('"DU03"', '"X<b>"')
    Path("报告/2026-03-30.json").write_text(text, "utf-8")
    result = stats("报告", "--by", "reporter", "--by", "desk", "--output", "页.html", "--output", "表.csv")
    assert result.exit_code == 0
    page = Path("页.html").read_text("utf-8")
    assert "&lt;img src=x onerror=alert(1)&gt;" in page and "X&lt;b&gt;" in page
    assert not re.search(r"<script|<img|<b>\"|javascript:|https?://(?!www\.w3)|\u202e|style=", page)
    assert re.search(
        r"<svg class=\"chart\"[^>]*role=\"img\" aria-labelledby=\"chart-title chart-about\">\n<title", page
    )
    for day in ("2026-03-30",):
        assert f'<th scope="row">{day}</th>' in page
    assert "\u202e" not in stats("报告", "--by", "reporter").output


def test_the_style_of_the_page_has_what_the_page_uses(desk: Path) -> None:
    put("稿件/2026-04-04/甲.txt", "# 老街的的的的\n\n互惠互利互惠。。\n")
    stats("稿件", "没有", "--by", "desk", "--output", "页.html")
    style, body = Path("页.html").read_text("utf-8").split("</style>")
    used = {name for names in re.findall(r'class="([^"]*)"', body) for name in names.split()}
    assert used >= {"chart", "limit", "over", "bar", "ground", "share", "index", "masthead", "notice"}
    assert [name for name in sorted(used) if not re.search(rf"\.{name}\b", style)] == []


def test_a_cell_is_no_formula(desk: Path) -> None:
    report("稿件/2026-03-30", "报告/2026-03-30.json")
    text = Path("报告/2026-03-30.json").read_text("utf-8").replace("田一川", "=1+1")
    Path("报告/2026-03-30.json").write_text(text, "utf-8")
    assert "'=1+1" in [row[1] for row in rows("报告", "--by", "reporter")]


@pytest.mark.parametrize("blank", ["\u3000", "\xa0", "\v", " \t"])
def test_a_cell_is_no_formula_after_any_blank(blank: str) -> None:
    assert cell(f"{blank}=1+1") == f"'{blank}=1+1"
    assert cell(f"{blank}甲") == f"{blank}甲"


def test_the_same_bytes_again_in_any_order(desk: Path) -> None:
    report("稿件/2026-03-30", "报告/甲.json")
    report("稿件/20260401", "报告/乙.json")
    pages = []
    for paths in (("报告/甲.json", "报告/乙.json"), ("报告/乙.json", "报告/甲.json")):
        assert stats(*paths, "--by", "desk", "--output", "页.html", "--output", "表.csv").exit_code == 0
        pages.append((Path("页.html").read_bytes(), Path("表.csv").read_bytes()))
    assert pages[0] == pages[1]


def test_the_page_is_no_article_of_the_folder(desk: Path) -> None:
    before = scores()
    assert stats("稿件", "--output", "稿件/2026-03-30/月报.html").exit_code == 0
    assert scores() == before


def test_articles_that_state_their_date(desk: Path) -> None:
    put("散稿/甲.md", f"---\n刊期: 2026-05-06\n---\n{CLEAN}")
    put("散稿/乙.html", f'<meta name="publishdate" content="2026-05-07"><h1>云岭市召开通气会</h1><p>{TEXT}</p>')
    put("散稿/2026-05-08 丙.txt", CLEAN)
    put("散稿/丁.txt", CLEAN)
    result = stats("散稿", "--output", "表.csv")
    assert result.exit_code == 2
    assert "有 1 个稿件看不出刊期，没有计入：散稿/丁.txt；请放进以日期命名的文件夹" in result.stderr
    table = list(csv.reader(Path("表.csv").read_text("utf-8-sig").splitlines()))
    assert [row[1] for row in table if row[0] == "期"] == ["2026-05-06", "2026-05-07", "2026-05-08"]
    Path("散稿/丁.txt").unlink()
    report("散稿", "报告/五月.json")
    assert [row[1] for row in rows("报告") if row[0] == "期"] == ["2026-05-06", "2026-05-07", "2026-05-08"]


BROKEN = {
    "半截.json": ('{\n "version": 1,\n "newslint": "0.1.0",\n "files": [', "半截.json：第 4 行：不是完整的 JSON"),
    "别家.json": ('{"version": 1, "runs": []}', "别家.json：不是 newslint 的检查报告"),
    "数.json": ("[1, 2]", "数.json：不是 newslint 的检查报告"),
    "深.json": ("[" * 100_000, "深.json：不是完整的 JSON"),
    "空.json": ("", "空.json：第 1 行：不是完整的 JSON"),
    "新版.json": ('{"version": 2, "newslint": "9.0"}', "新版.json：报告的格式不是第 1 版"),
    "旧版.json": (
        '{"version": 1, "newslint": "0.0", "files": [], "findings": [], "summary": {"error": 0}}',
        "旧版.json：报告由旧版 newslint 写出",
    ),
    "坏.json": (
        '{"version": 1, "newslint": "0.1", "files": [{"path": "a", "characters": -1, "articles": 0, "error": null, '
        '"issued": null}], "findings": [], "summary": {"partial": false, "score": {"articles": []}}}',
        "坏.json：报告有损坏，请重新检查这一期：files[1].characters：应为不小于 0 的整数",
    ),
    "合计.json": ('{"version": 1, "newslint": "0.1.0", "files": [], "score": {}}', "合计.json：报告只有合计"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_sound_report_is_told_and_the_others_count(desk: Path, name: str) -> None:
    content, sentence = BROKEN[name]
    report("稿件/2026-03-30", "报告/2026-03-30.json")
    put(name, content)
    result = stats("报告", name, "--output", "表.csv", "--output", "页.html")
    assert result.exit_code == 2 and sentence in result.stderr
    assert result.stderr.count("\n") == 1
    assert "期,2026-03-30," in Path("表.csv").read_text("utf-8")
    assert "没有计入的" in Path("页.html").read_text("utf-8")


def test_a_report_that_is_missing_or_a_picture(desk: Path) -> None:
    Path("图.json").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe\xfa")
    for path in ("图.json", "没有.json"):
        result = stats(path)
        assert result.exit_code == 2 and f"{path}：" in result.stderr


def test_another_file_in_a_folder_of_reports_is_only_told(desk: Path) -> None:
    report("稿件/2026-03-30", "报告/2026-03-30.json")
    put("报告/gl-code-quality-report.json", "[]")
    result = stats("报告")
    assert result.exit_code == 0 and "gl-code-quality-report.json：不是 newslint 的检查报告" in result.stderr


def test_articles_beside_another_json_are_checked(desk: Path) -> None:
    put("稿件/package.json", "{}")
    assert told(rows("稿件")) == scores()


def test_a_second_report_of_an_issue_does_not_count_twice(desk: Path) -> None:
    report("稿件/2026-03-30", "报告/2026-03-30-1.json")
    put("稿件/2026-03-30/要闻/甲.txt", CLEAN)
    report("稿件/2026-03-30", "报告/2026-03-30-2.json")
    result = stats("报告", "--output", "表.csv")
    assert result.exit_code == 0
    assert "报告/2026-03-30-2.json：有 3 个稿件与 报告/2026-03-30-1.json 里的是同一期、同一路径" in result.stderr
    (issue,) = told(list(csv.reader(Path("表.csv").read_text("utf-8-sig").splitlines()))).values()
    assert issue == scores()["2026-03-30"]


def test_an_issue_without_text_and_a_month_without_an_issue(desk: Path) -> None:
    put("稿件/2026-06-01/空.txt", "\n")
    result = stats("稿件")
    assert result.exit_code == 0
    assert "2026-06-01：这一期没有文字（0 字）" in result.stderr
    assert "2026-05：这个月一期也没有" in result.stderr
    (line,) = [line for line in result.stdout.splitlines() if line.startswith("2026-06-01")]
    assert line.split()[-3:] == ["—", "—", "—"]
    alone = stats("稿件/2026-06-01", "--output", "页.html")
    assert alone.exit_code == 0 and "<svg" not in Path("页.html").read_text("utf-8")


def test_years_without_an_issue_are_told_in_one_sentence(desk: Path) -> None:
    put("稿件/占位.md", "---\ndate: 1976-05-01\n---\n" + CLEAN)
    result = stats("稿件")
    assert result.exit_code == 0
    assert "1976-06 至 2026-02：这些月一期也没有" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_month_that_is_not_there(desk: Path) -> None:
    assert stats("稿件", "--month", "2026年4月").stdout == stats("稿件", "--month", "2026-04").stdout
    result = stats("稿件", "--month", "2025-01")
    assert result.exit_code == 2 and "2025-01 一期也没有；给出的有 2026-03、2026-04。" in result.stderr
    assert "应写作 2026-04" in stats("稿件", "--month", "四月").stderr


def test_a_part_of_the_findings_is_told(desk: Path) -> None:
    for day in DAYS[:3]:
        report(f"稿件/{day}", f"报告/{day}.json", "--select", "PU")
    result = stats("报告")
    assert result.exit_code == 0 and result.stderr.count("只有一部分问题，差错率会偏低") == 1
    put("newslint.toml", 'select = ["PU"]\n')
    assert "现查的稿件：检查时用了 --since、--select 或基线" in stats("稿件").stderr


def test_an_article_that_cannot_be_read(desk: Path) -> None:
    Path("稿件/2026-03-30/图.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe\xfa")
    live = stats("稿件", "--output", "表.csv")
    assert live.exit_code == 2 and "图.txt：" in live.stderr and "期,2026-04-01" in Path("表.csv").read_text("utf-8")
    put("报告/四月.json", "")
    run("check", "稿件", "--output", "报告/四月.json")
    kept = stats("报告")
    assert kept.exit_code == 0 and "有 1 个稿件检查时无法读取，没有计入：稿件/2026-03-30/图.txt" in kept.stderr


def test_a_report_is_not_replaced(desk: Path) -> None:
    report("稿件/2026-03-30", "报告/2026-03-30.json")
    assert stats("报告", "--output", "html=报告/2026-03-30.json").exit_code == 2
    assert read_report("报告/2026-03-30.json").files
    assert "应写作 格式=路径，如 html=月报.html" in stats("报告", "--output", "月报.docx").stderr


def test_a_report_survives_any_change_of_a_value(desk: Path) -> None:
    report("稿件/2026-03-30", "甲.json")
    whole = json.loads(Path("甲.json").read_text("utf-8"))
    for odd in (None, "x", -1, [], {}, 10**400, True, float("nan")):
        for place in places(whole):
            changed = json.loads(json.dumps(whole))
            at = changed
            for key in place[:-1]:
                at = at[key]
            at[place[-1]] = odd
            Path("乙.json").write_text(json.dumps(changed), "utf-8")
            try:
                read_report("乙.json")
            except ReadError as error:
                assert str(error).startswith("乙.json：")


def places(value: object, *before: object) -> list[tuple[object, ...]]:
    """Return the places of some of the values in JSON: all keys of objects, the first item of lists."""
    items = value.items() if isinstance(value, dict) else enumerate(value[:1]) if isinstance(value, list) else ()
    found = []
    for key, item in items:
        found += [(*before, key), *places(item, *before, key)]
    return found
