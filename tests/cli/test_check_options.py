"""Options of ``newslint check`` as a user meets them: what is shown instead, what makes the run fail, what is left
out.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli import main
from newslint.cli.check import _progress

ROOT = Path(__file__).parent.parent.parent
DIRTY = "# 云岭市召开通气会\n\n本报讯（记者 田一川）会上，双方坚持互惠互利互惠原则。。\n"
CLEAN = "# 云岭市召开通气会\n\n本报讯（记者 田一川）会上，双方坚持互惠互利原则。\n"
BROKEN = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe\xfa"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with an article that has faults and one that has none."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "甲.txt").write_text(DIRTY, encoding="utf-8")
    (tmp_path / "乙.txt").write_text(CLEAN, encoding="utf-8")
    return tmp_path


def check(*args: object) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, args)], catch_exceptions=False)


def found(*args: object) -> list[tuple[str, str]]:
    report = json.loads(check(*args, "--format", "json").stdout)
    return [(finding["path"], finding["text"]) for finding in report["findings"]]


def test_statistics_count_the_findings_of_each_rule(desk: Path) -> None:
    (desk / "丙.txt").write_text(DIRTY.replace("云岭市", "鹤鸣区"), encoding="utf-8")
    result = check(".", "--select", "DU03,PU03", "--statistics")
    assert result.exit_code == 1
    (line,) = [line for line in result.stdout.splitlines() if "DU03" in line]
    assert re.search(r"\b2\b", line)
    assert "甲.txt" not in result.stdout


def test_quiet_says_nothing_where_nothing_is_wrong(desk: Path) -> None:
    assert check("乙.txt").output != ""
    assert check("乙.txt", "--quiet").output == ""
    loud, quiet = check(".", "--no-cache"), check(".", "--quiet", "--no-cache")
    assert (quiet.output, quiet.exit_code) == (loud.output, 1)


def test_a_rule_that_finds_too_much_in_a_file_stops_and_the_run_says_so(desk: Path) -> None:
    (desk / "丙.txt").write_text("（" * 10_001 + "会上，双方坚持互惠互利互惠原则。", encoding="utf-8")
    told = "丙.txt：QU01 查出太多，后面的不再查。"
    for _ in range(2):  # the second time from the cache
        report = json.loads(check(".", "--select", "QU01,DU03", "--format", "json").stdout)
        counts = Counter((finding["path"], finding["code"]) for finding in report["findings"])
        assert counts == {("丙.txt", "QU01"): 10_000, ("丙.txt", "DU03"): 1, ("甲.txt", "DU03"): 1}
        assert report["summary"]["notices"] == [told]
    assert told in check(".", "--select", "QU01").stdout
    assert check("甲.txt", "--select", "QU01", "--format", "json").stdout.count("太多") == 0


def test_a_file_full_of_faults_stops_the_other_rules_and_fails_the_run(desk: Path) -> None:
    # Two rules find something in every line; the third is then not asked.
    (desk / "丙.txt").write_text("互惠互利互惠。。\n" * 10_001 + "（\n", encoding="utf-8")
    told = "丙.txt：问题太多，有的规则没有查；请先改正已查出的，再查一次。"
    found = []
    for jobs in (1, 2):
        result = check(".", "--select", "DU03,PU03,QU01", "--no-cache", "--jobs", jobs, "--format", "json")
        report = json.loads(result.stdout)
        assert report["summary"]["partial"] and told in report["summary"]["notices"]
        found.append([(each["path"], each["code"]) for each in report["findings"]])
    assert found[0] == found[1]
    counts = Counter(code for path, code in found[0] if path == "丙.txt")
    assert counts == {"DU03": 10_000, "PU03": 10_000}


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("never", 0)])
def test_faults_cannot_be_hidden_behind_others(desk: Path, fail_on: str, code: int) -> None:
    (desk / "丙.txt").write_text("互惠互利互惠。。\n" * 10_001, encoding="utf-8")
    (desk / "newslint.toml").write_text('[severity]\nDU03 = "info"\nPU03 = "info"\n', encoding="utf-8")
    assert check("丙.txt", "--select", "DU03,PU03", "--fail-on", fail_on, "--level", "info").exit_code == code


def test_a_run_that_checks_nothing_says_so_and_is_no_success(desk: Path) -> None:
    for name in ("空/表.csv", "来稿/一.doc", "来稿/二.DOC", "来稿/三.wps"):
        (desk / name).parent.mkdir(exist_ok=True)
        (desk / name).touch()
    assert (check("空").exit_code, check("空").output) == (2, "newslint：空：没有可查的稿件。\n")
    told = "空、来稿：没有可查的稿件；另有 2 个 .doc、1 个 .wps 不能检查，请另存为 .docx 或纯文本"
    assert told in check("空", "来稿", "--quiet").stderr and check("空", "来稿", "--format", "json").exit_code == 2
    for command in (["fix", "空"], ["baseline", "write", "空"], ["baseline", "prune", "空"]):
        result = CliRunner().invoke(main, command)
        assert (result.exit_code, result.output) == (2, "newslint：空：没有可查的稿件。\n")
    assert not (desk / "newslint-baseline.json").exists()


def test_a_folder_without_articles_is_named_beside_what_is_checked(desk: Path) -> None:
    (desk / "空").mkdir()
    result = check("乙.txt", "空")
    assert (result.exit_code, result.stderr) == (0, "空：没有可查的稿件。\n")


def test_a_pattern_that_excludes_nothing_is_told_where_the_whole_project_is_checked(desk: Path) -> None:
    (desk / "版面").mkdir()
    (desk / "版面" / "丙.txt").write_text(CLEAN, encoding="utf-8")
    (desk / "上级.toml").write_text('exclude = ["存档/"]\n', encoding="utf-8")
    (desk / "newslint.toml").write_text('extend = "上级.toml"\nexclude = ["版面/", "归挡/"]\n', encoding="utf-8")
    told = f"{desk / 'newslint.toml'}：exclude：“归挡/”没有排除任何文件；请核对写法，或删去。\n"
    assert check(".").stderr == told
    assert check("乙.txt").stderr == check("版面/丙.txt").stderr == ""


def test_progress_is_told_of_files_that_are_done_and_of_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[int] = []

    class Bar:
        pos = 0

        def __enter__(self) -> Bar:
            return self

        def __exit__(self, *error: object) -> None:
            pass

        def update(self, steps_made: int) -> None:
            self.pos += steps_made
            steps.append(steps_made)

    monkeypatch.setattr("sys.stderr", type("Terminal", (), {"isatty": lambda self: True})())
    monkeypatch.setattr("click.progressbar", lambda **options: Bar())
    with _progress(100, quiet=False) as progress:
        assert progress is not None
        for done in (0, 0, 1, 1, 4):
            progress(done, 100)
    assert steps == [1, 3]


def test_named_files_that_are_all_excluded_are_no_failure(desk: Path) -> None:
    (desk / "newslint.toml").write_text('exclude = ["*.txt"]\n', encoding="utf-8")
    assert (check("甲.txt", "--force-exclude").exit_code, check("甲.txt", "--force-exclude").stdout) == (
        0,
        "没有可查的稿件。\n",
    )


def test_quiet_still_tells_of_a_file_that_cannot_be_read(desk: Path) -> None:
    (desk / "坏.txt").write_bytes(BROKEN)
    result = check("坏.txt", "乙.txt", "--quiet")
    assert result.exit_code == 2 and "坏.txt" in result.output


def test_score_gives_a_rate_for_each_article_and_in_total(desk: Path) -> None:
    result = check(".", "--score")
    assert result.exit_code == 1
    (total,) = [line for line in result.stdout.splitlines() if line.startswith("合计")]
    rate = re.search(r"([0-9]+\.[0-9]+)  超限$", total)
    assert rate and float(rate[1]) > 0


def test_the_rate_is_that_of_whole_runs(desk: Path) -> None:
    (desk / "甲.txt").write_text(DIRTY + "市图书馆今年新增八百个座位，读者都说方便。\n\n" * 200, encoding="utf-8")
    assert "估计差错率" in check(".").stdout and "估计差错率" not in check("乙.txt").stdout
    assert "估计差错率" not in check(".", "--select", "DU").stdout
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "--allow-empty", "-m", "一"],
        check=True,
    )
    assert "估计差错率" not in check(".", "--since", "HEAD").stdout
    assert "估计编校差错率" in check(".", "--select", "DU", "--score").stdout
    assert CliRunner().invoke(main, ["baseline", "write"]).exit_code == 0
    assert "估计差错率" not in check(".").stdout


def test_a_rate_above_the_limit_fails_whatever_the_level(desk: Path) -> None:
    result = check(".", "--max-score", "3", "--fail-on", "never")
    assert result.exit_code == 1
    assert "超过 --max-score 的 3／万" in result.stderr
    assert check("乙.txt", "--max-score", "3").exit_code == 0
    assert check(".", "--max-score", "100000", "--fail-on", "never").exit_code == 0


@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "-1", "1e400", "1e10", "三", ""])
def test_a_limit_that_is_no_number_is_refused(desk: Path, number: str) -> None:
    result = check(".", f"--max-score={number}")
    assert result.exit_code == 2
    assert "--max-score：应为不小于 0 的数，如 3。" in result.stderr


@pytest.mark.parametrize("number", ["nan", "inf", "-1", "0", "1.5", "9" * 5000])
def test_a_number_of_processes_or_articles_that_cannot_be_is_refused(desk: Path, number: str) -> None:
    result = check(".", f"--jobs={number}")
    assert result.exit_code == 2 and "--jobs：应为 auto 或不小于 1 的整数。" in result.stderr
    result = CliRunner().invoke(main, ["corpus", "lint", ".", "出", f"--partition={number}"])
    assert result.exit_code == 2 and "--partition：应为 1 到 1000000 的整数。" in result.stderr


def test_fail_on_never_shows_and_passes(desk: Path) -> None:
    result = check(".", "--fail-on", "never")
    assert result.exit_code == 0 and "DU03" in result.output
    (desk / "坏.txt").write_bytes(BROKEN)
    assert check(".", "--fail-on", "never").exit_code == 2


def test_a_rule_that_is_off_reports_when_it_is_asked_for(desk: Path) -> None:
    (desk / "图.txt").write_text(
        "# 泵站投用\n\n泵站昨天投用。\n图为泵站外景。\n居民说，水压稳了，夜里也不停水了，日子方便得多。\n",
        encoding="utf-8",
    )
    assert found("图.txt") == []
    assert (
        found("图.txt", "--select", "ALL,PU50") == found("图.txt", "--select", "caption-period") == [("图.txt", "。")]
    )


def test_since_reports_only_what_changed(desk: Path) -> None:
    def git(*args: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *args], check=True, capture_output=True
        )

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "一")
    assert found(".", "--since", "HEAD", "--select", "DU03") == []
    assert check(".", "--since", "HEAD", "--select", "DU03").exit_code == 0
    (desk / "甲.txt").write_text(DIRTY + "\n街上人人坚持共商共建共商的做法。\n", encoding="utf-8")
    (desk / "新.txt").write_text(DIRTY.replace("互惠互利互惠", "共商共建共商"), encoding="utf-8")
    changed = [("新.txt", "共商共建共商"), ("甲.txt", "共商共建共商")]
    assert found(".", "--since", "HEAD", "--select", "DU03") == changed
    assert check(".", "--since", "没有这个版本").exit_code == 2


def test_a_limit_of_the_rate_stands_back_where_only_changed_lines_are_reported(desk: Path) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "--allow-empty", "-m", "一"],
        check=True,
    )
    (desk / "newslint.toml").write_text('max-score = 3\nfail-on = "never"\n', encoding="utf-8")
    assert check(".").exit_code == 1
    result = check(".", "--since", "HEAD")
    assert result.exit_code == 0 and "max-score" in result.stderr
    assert check(".", "--since", "HEAD", "--max-score", "3").exit_code == 2


def test_a_baseline_silences_what_is_known_and_tells_what_is_gone(desk: Path) -> None:
    written = CliRunner().invoke(main, ["baseline", "write", ".", "--baseline", "known.json"], catch_exceptions=False)
    assert written.exit_code == 0
    assert check(".", "--baseline", "known.json").exit_code == 0
    (desk / "乙.txt").write_text(CLEAN.replace("互惠互利", "共商共建共商"), encoding="utf-8")
    assert found(".", "--baseline", "known.json", "--select", "DU03") == [("乙.txt", "共商共建共商")]
    (desk / "甲.txt").write_text(CLEAN, encoding="utf-8")
    result = check("甲.txt", "--baseline", "known.json")
    assert result.exit_code == 0 and "甲.txt" in result.output and "known.json" in result.output
    assert check(".", "--baseline", "没有.json").exit_code == 2


def test_several_reports_are_written_at_once(desk: Path) -> None:
    result = check(
        ".", "--output", "json=a.json", "--output", "sarif=b.sarif", "--output", "html=c.html", "--format", "concise"
    )
    findings = json.loads(Path("a.json").read_text(encoding="utf-8"))["findings"]
    assert len(json.loads(Path("b.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == len(findings) > 0
    assert "互惠互利互惠" in Path("c.html").read_text(encoding="utf-8")
    assert sum(line.startswith("甲.txt:") for line in result.stdout.splitlines()) == len(findings)
    assert json.loads(check("甲.txt", "乙.txt", "--format", "json").stdout)["findings"] == findings
    assert sorted(os.listdir()) == sorted(["甲.txt", "乙.txt", "a.json", "b.sarif", "c.html"])


def test_a_report_that_cannot_be_written_is_told_in_one_sentence(desk: Path) -> None:
    result = check(".", "--output", f"json={desk / '没有' / 'a.json'}")
    assert result.exit_code == 2
    (sentence,) = result.stderr.splitlines()
    assert "a.json：报告无法写入" in sentence


def test_two_reports_do_not_go_to_one_file(desk: Path) -> None:
    result = check(".", "--output", "json=a.out", "--output", f"html={desk / 'a.out'}")
    assert result.exit_code == 2 and "a.out" in result.stderr
    assert not (desk / "a.out").exists()


@pytest.mark.parametrize(
    "target",
    ["甲.txt", "./甲.txt", "别名.out", "newslint.toml", "base.toml", "记者.txt", "词.txt", "known.json", "本报.toml"],
)
def test_a_report_replaces_no_article_and_nothing_of_the_configuration(desk: Path, target: str) -> None:
    CliRunner().invoke(main, ["baseline", "write", "乙.txt", "--baseline", "known.json"], catch_exceptions=False)
    os.link(desk / "甲.txt", desk / "别名.out")
    (desk / "base.toml").write_text('level = "info"\n', encoding="utf-8")
    (desk / "记者.txt").write_text("田一川\n", encoding="utf-8")
    (desk / "词.txt").write_text("互惠互利\n", encoding="utf-8")
    (desk / "本报.toml").write_text("", encoding="utf-8")
    (desk / "newslint.toml").write_text(
        'extend = "base.toml"\nroster = "记者.txt"\nallow-lists = ["词.txt"]\nbaseline = "known.json"\n'
        'rules = ["本报.toml"]\n',
        encoding="utf-8",
    )
    before = (desk / target).read_bytes()
    for given in ("甲.txt", "."):
        result = check(given, "--output", "json=新.json", "--output", f"text={target}")
        assert result.exit_code == 2 and f"{Path(target)} 是要检查的稿件，或检查所用的配置" in result.output
        assert (desk / target).read_bytes() == before and not (desk / "新.json").exists()


def test_nor_a_text_from_an_editor_that_is_named_as_its_file(desk: Path) -> None:
    result = CliRunner().invoke(
        main, ["check", "-", "--stdin-filename", "甲.txt", "--output", "甲.txt"], input=CLEAN, catch_exceptions=False
    )
    assert result.exit_code == 2 and (desk / "甲.txt").read_text(encoding="utf-8") == DIRTY


def test_a_report_of_before_is_replaced(desk: Path) -> None:
    for _ in range(2):
        assert check(".", "--output", "报告.html", "--output", "报告.json").exit_code == 1
        assert check("甲.txt", "--output", "报告.txt").exit_code == 1
        (desk / "报告.txt").rename(desk / "报告.out")


def test_the_sum_tells_what_is_mended_at_once_from_what_an_editor_must_agree_to(desk: Path) -> None:
    summary = check("甲.txt").stdout.splitlines()[-1]
    assert "1 处可由 newslint fix 修改；1 处可由 newslint fix --unsafe 修改" in summary
    assert "没有发现问题" not in check("无.txt").stdout


def test_a_misspelt_command_is_no_file(desk: Path) -> None:
    result = CliRunner().invoke(main, ["chek", "甲.txt"])
    assert result.exit_code == 2 and "是否指 check？" in result.stderr
    (desk / "chek").write_text(DIRTY, encoding="utf-8")
    assert "DU03" in CliRunner().invoke(main, ["chek"]).stdout


def test_why_a_file_cannot_be_read_is_told_in_the_language_of_the_interface(desk: Path) -> None:
    assert "没有这个文件" in check("--config", "none.toml").stderr
    assert "No such file" in CliRunner().invoke(main, ["--lang", "en", "check", "--config", "none.toml"]).stderr


@pytest.mark.parametrize(("format_", "encoding"), [("text", "gbk"), ("json", "utf-8")])
def test_a_pipe_in_another_encoding_stops_nothing_and_programs_get_utf8(
    desk: Path, format_: str, encoding: str
) -> None:
    (desk / "甲.txt").write_text("本报讯（记者 田一川）工程总投资6\n800万元，🎉去年开工。\n", encoding="utf-8")
    command = [sys.executable, "-m", "newslint", "check", "甲.txt", "--format", format_, "--no-cache"]
    ran = subprocess.run(
        command,
        check=False,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "gbk", "PYTHONPATH": str(ROOT)},
    )
    assert ran.returncode == 1, ran.stderr
    assert "LS05" in ran.stdout.decode(encoding) and "6800万" in ran.stdout.decode(encoding)


def test_a_reader_of_the_output_may_leave_early(desk: Path) -> None:
    ran = subprocess.run(
        f'"{sys.executable}" -m newslint check --no-config --no-cache 甲.txt | true',
        shell=True,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Traceback" not in ran.stderr


# --- what people type --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "args",
    [
        ("--level", "错误", "--fail-on", "提示"),
        ("--level", "警告", "--fail-on", "从不"),
        *(("--issue-date", day) for day in ("2026-04-18", "2026/4/18", "2026.4.18", "2026年4月18日")),
        ("--no-color",),
    ],
)
def test_other_ways_to_write_a_value_are_understood(desk: Path, args: tuple[str, ...]) -> None:
    assert check("乙.txt", *args).exit_code == 0


def test_a_level_that_is_none_is_told_the_words_there_are(desk: Path) -> None:
    result = check("乙.txt", "--level", "严重")
    assert result.exit_code == 2
    assert "--level：应为 error（错误）、warning（警告）、info（提示）之一" in result.output


def test_the_ending_of_a_file_tells_the_format_of_its_report(desk: Path) -> None:
    assert check("甲.txt", "--output", "报告.html", "--output", "报告.json").exit_code == 1
    assert Path("报告.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads(Path("报告.json").read_text(encoding="utf-8"))["findings"]
    result = check("甲.txt", "--output", "报告.xml")
    assert (result.exit_code, "如 html=报告.html" in result.stderr) == (2, True)


def test_sums_for_programs_are_json(desk: Path) -> None:
    whole = json.loads(check(".", "--format", "json").stdout)
    result = check(".", "--score", "--statistics", "--format", "json")
    sums = json.loads(result.stdout)
    assert (result.exit_code, list(sums)) == (1, ["version", "newslint", "files", "statistics", "score"])
    assert (sums["files"], sums["score"]) == (whole["files"], whole["summary"]["score"])
    counts = Counter(finding["code"] for finding in whole["findings"])
    assert {line["code"]: line["findings"] for line in sums["statistics"]} == counts
    assert all(line["name"] and line["files"] == 1 for line in sums["statistics"])
    assert "score" not in json.loads(check(".", "--statistics", "--format", "json").stdout)


def test_sums_have_no_other_format_for_programs(desk: Path) -> None:
    for option in ("--score", "--statistics"):
        assert check("甲.txt", option, "--format", "concise").exit_code == 1
        result = check("甲.txt", option, "--format", "sarif")
        assert (result.exit_code, result.stdout) == (2, "") and "--format json" in result.stderr


def test_an_option_without_the_one_it_belongs_to_is_an_error(desk: Path) -> None:
    for option, other in (("--explain", "--score"), ("--base=HEAD", "--gate")):
        result = check("甲.txt", option)
        assert (result.exit_code, other in result.stderr) == (2, True)
    assert "差错率是差错数除以检查总字数" in check("甲.txt", "--score", "--explain").stdout


def test_colour_is_forced_by_the_environment(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in check("甲.txt").stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in check("甲.txt").stdout and "\x1b[" not in check("甲.txt", "--no-colour").stdout
    monkeypatch.setenv("FORCE_COLOR", "0")
    assert "\x1b[" not in check("甲.txt").stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in check("甲.txt").stdout
    monkeypatch.setenv("NO_COLOR", "")
    assert "\x1b[" in check("甲.txt").stdout


def test_every_command_takes_the_options_on_colour(desk: Path) -> None:
    for words in ("check 甲.txt", "fix --write --unsafe 甲.txt", "rules --select DU03", "rule DU03"):
        assert "\x1b[" in CliRunner().invoke(main, [*words.split(), "--color"]).stdout, words
    assert "\x1b[" in CliRunner().invoke(main, ["--colour", "rule", "DU03"]).stdout
    assert "\x1b[" not in CliRunner().invoke(main, ["--colour", "rule", "DU03", "--no-colour"]).stdout
    assert CliRunner().invoke(main, ["--debug", "rule", "DU03"]).exit_code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["check", "--fix"], "没有选项 --fix；改稿用 newslint fix（用法见 main check --help）"),
        (["--lang", "en", "check", "--fix"], "No such option --fix; newslint fix makes fixes"),
        (["check", "--baseline"], "选项 --baseline 后面要有值（用法见 main check --help）"),
        (["check", "--quiet=1"], "选项 --quiet 后面不该有值（用法见 main check --help）"),
    ],
)
def test_a_wrong_option_is_told_with_the_help_of_its_command(words: list[str], told: str) -> None:
    result = CliRunner().invoke(main, words)
    assert (result.exit_code, told in result.stderr) == (2, True), result.stderr


def test_a_wrong_language_of_the_environment_is_told_as_such() -> None:
    result = CliRunner().invoke(main, ["check"], env={"NEWSLINT_LANG": "fr"})
    assert "环境变量 NEWSLINT_LANG：应为 zh、en 之一" in result.stderr


@pytest.mark.parametrize(
    ("words", "same"),
    [
        (["help"], ["--help"]),
        (["help", "check"], ["check", "--help"]),
        (["version"], ["--version"]),
        (["--lang", "en", "help"], ["--lang", "en", "--help"]),
        (["explain", "DU03"], ["rule", "DU03"]),
    ],
)
def test_words_of_other_programs_are_understood(desk: Path, words: list[str], same: list[str]) -> None:
    assert CliRunner().invoke(main, words).output == CliRunner().invoke(main, same).output
    (desk / words[0]).write_text(DIRTY, encoding="utf-8")
    if words[0] == "help":
        assert CliRunner().invoke(main, ["help"]).stdout.startswith("help\n  3:19 ")
