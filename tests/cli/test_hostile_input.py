"""Files, settings and streams that once ended a run with a traceback, each with the answer it must get."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newslint.cli import main
from newslint.errors import DEBUG

FAULTY = "双方坚持互惠互利互惠原则。\n"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with one article that has an error."""
    (tmp_path / "甲.txt").write_text(FAULTY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(DEBUG, "")
    return tmp_path


def run(*args: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [*args], input=stdin)


def program(*args: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    """Run newslint as a program of its own."""
    return subprocess.run([sys.executable, "-m", "newslint", *args], check=False, timeout=60, **options)  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "---\ndate: 0001-01-01\n---\n\n昨天（星期六），图书馆开馆。\n"),
        ("a.md", "---\ndate: 9999-12-31\n---\n\n明天（星期六），图书馆开馆。\n"),
        ("a.html", "<head><meta name=date content=0001-01-01></head><p>昨天（星期六），图书馆开馆。</p>"),
        ("a.html", "<head><meta name=date content=9999-12-31></head><p>明天（星期六），图书馆开馆。</p>"),
    ],
)
def test_a_date_at_the_end_of_the_calendar_is_no_date(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")
    assert run("check", name).exit_code == 0
    assert run("check", name, "甲.txt").exit_code == 1


@pytest.mark.parametrize("day", ["0001-01-01", "0001-12-31", "9999-01-01", "9999-12-31"])
def test_so_is_one_on_the_command_line(day: str) -> None:
    text = "昨天（星期六），图书馆开馆。明天（星期六）闭馆。12月31日（星期一）再开。\n"
    assert run("check", "-", "--issue-date", day, stdin=text.encode()).exit_code == 0


@pytest.mark.parametrize(
    ("key", "most"),
    [("roster = '大'", 20_000_000), ("allow-lists = ['大']", 20_000_000), ("baseline = '大'", 200_000_000)],
)
def test_a_list_that_is_too_large_is_refused(key: str, most: int) -> None:
    Path("newslint.toml").write_text(key, encoding="utf-8")
    with open("大", "wb") as file:
        file.truncate(most + 1)
    result = run("check", ".")
    assert result.exit_code == 2 and "文件太大" in result.stderr


@pytest.mark.parametrize("line", ["!", "\\", "[z-a]", "甲\\"])
def test_lines_that_git_ignores_in_gitignore_are_ignored(line: str) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    Path(".gitignore").write_text(f"{line}\n乙.txt\n", encoding="utf-8")
    Path("乙.txt").write_text(FAULTY, encoding="utf-8")
    report = json.loads(run("check", "--format", "json").stdout)
    assert [file["path"] for file in report["files"]] == ["甲.txt"]


@pytest.mark.parametrize("pattern", ["!", "\\", "[z-a]", "甲\\"])
@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("exclude = ['{}']", "exclude"),
        ("include = ['*.txt', '{}']", "include"),
        ("[[overrides]]\nfiles = ['{}']", "overrides[1].files"),
        ("[[suppress]]\nreason = '核实'\npath = '{}'", "suppress[1].path"),
    ],
)
def test_in_a_configuration_they_are_refused(table: str, key: str, pattern: str) -> None:
    Path("newslint.toml").write_text(table.format(pattern), encoding="utf-8")
    result = run("check")
    assert result.exit_code == 2
    assert result.output.endswith(f'newslint.toml：{key}："{pattern}" 不是文件的模式；写法同 .gitignore。\n')


def test_a_pattern_longer_than_any_path_is_refused() -> None:
    Path("newslint.toml").write_text(f'exclude = ["{"*" * 100_000}"]', encoding="utf-8")
    result = run("check")
    assert result.exit_code == 2
    assert result.output.endswith("newslint.toml：exclude：文件的模式最多为 4096 个字符。\n")


@pytest.mark.parametrize(
    "line",
    [
        "select = " + "[" * 3000,
        "deny = " + "{a=" * 3000,
        "max-score = " + "9" * 5000,
        "a" + ".a" * 100_000 + "=1",
        "[ " + '\'甲\'."乙\\"" . ' * 20_000 + "a]\n" + "b = 1\n" * 10_000,
        "#" * 1_000_000 + "\n",
        'extend = "a\\u0000b"',
        'roster = "a\\u0000b"',
        'rules = ["a\\u0000b"]',
        'baseline = "a\\u0000b"',
    ],
    ids=lambda line: line[:12],
)
def test_a_hostile_configuration_is_one_sentence(line: str) -> None:
    Path("newslint.toml").write_text(line, encoding="utf-8")
    result = run("check")
    assert result.exit_code == 2
    assert result.output.startswith("newslint：") and result.output.count("\n") == 1
    assert "内部出错" not in result.output


def test_a_fault_in_a_very_long_line_is_told_at_once() -> None:
    Path("newslint.toml").write_text('"' + '\\"' * 400_000, encoding="utf-8")
    result = run("check")
    assert result.exit_code == 2
    assert "newslint.toml：第 1 行：" in result.output


def test_a_link_to_itself_is_an_error_of_that_file() -> None:
    Path("loop.txt").symlink_to("loop.txt")
    for paths in ((), ("loop.txt", "甲.txt")):
        result = run("check", *paths)
        assert result.exit_code == 2
        assert "loop.txt：无法读取（符号链接形成循环）" in result.output and "甲.txt\n  1:" in result.output


def test_folders_that_cannot_be_listed_or_entered_are_named(desk: Path) -> None:
    for name, mode in (("关", 0o000), ("暗", 0o311)):
        (desk / name).mkdir()
        (desk / name / "乙.txt").write_text(FAULTY, encoding="utf-8")
        (desk / name).chmod(mode)
    try:
        if os.access(desk / "关", os.R_OK):
            pytest.skip("permissions do not bind this user")
        result = run("check")
        assert result.exit_code == 2
        assert "关：文件夹无法列出（没有权限）" in result.output and "暗：文件夹无法列出（没有权限）" in result.output
        assert "甲.txt\n  1:" in result.output
    finally:
        (desk / "关").chmod(0o700)
        (desk / "暗").chmod(0o700)


def test_a_folder_whose_listing_fails_is_named(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "坏").mkdir()
    scan = os.scandir

    def failing(path: str) -> object:
        if str(path).endswith("坏"):
            raise OSError(5, "Input/output error")
        return scan(path)

    monkeypatch.setattr(os, "scandir", failing)
    result = run("check")
    assert result.exit_code == 2
    assert "坏：文件夹无法列出（磁盘或网络读写出错）" in result.output and "甲.txt\n  1:" in result.output


def test_folders_nested_very_deep_are_searched(desk: Path) -> None:
    depth = 1200
    for _ in range(depth):
        os.mkdir("d")
        os.chdir("d")
    Path("乙.txt").write_text(FAULTY, encoding="utf-8")
    os.chdir(desk)
    try:
        report = json.loads(run("check", "--format", "json").stdout)
    finally:
        subprocess.run(["rm", "-r", "d"], check=True)  # shutil cannot
    assert [file["error"] for file in report["files"]] == [None, None]
    assert report["files"][0]["path"] == "d/" * depth + "乙.txt"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_is_no_regular_file_is_not_read() -> None:
    os.mkfifo("管.txt")
    os.mkfifo("管.html")
    Path("零.md").symlink_to("/dev/zero")
    result = run("check", "--follow-links")
    assert result.exit_code == 2
    for name in ("管.txt", "管.html", "零.md"):
        assert f"{name}：无法读取（这是管道或设备，不是普通文件）" in result.output
    assert "甲.txt\n  1:" in result.output


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("key", ["extend", "roster", "baseline", "rules"])
def test_nor_where_a_configuration_names_it(key: str) -> None:
    os.mkfifo("管")
    value = '["管"]' if key == "rules" else '"管"'
    Path("newslint.toml").write_text(f"{key} = {value}\n", encoding="utf-8")
    result = run("check")
    assert result.exit_code == 2
    assert "不是普通文件" in result.output and result.output.count("\n") == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_gitignore_that_is_a_pipe_is_none() -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    os.mkfifo(".gitignore")
    assert run("check").exit_code == 1


@pytest.mark.skipif(os.name != "posix", reason="closes streams as a shell does")
@pytest.mark.parametrize(
    ("streams", "code", "told"),
    [
        ("<&-", 2, "标准输入已经关闭"),
        ("0>out", 2, "标准输入无法读取"),
        (">&-", 2, "标准输出已经关闭"),
        ("2>&-", 0, ""),
        (">&- 2>&-", 2, ""),
        (">/dev/full", 2, "磁盘已满"),
        (">/dev/full 2>/dev/full", 2, ""),
        ("--format nonsense 2>/dev/full", 2, ""),
    ],
)
def test_closed_streams(streams: str, code: int, told: str) -> None:
    script = f'exec "{sys.executable}" -m newslint check - {streams}'
    result = subprocess.run(
        ["sh", "-c", script], input="会议今天召开。\n".encode(), capture_output=True, check=False, timeout=60
    )
    output = (result.stdout + result.stderr).decode()
    assert result.returncode == code and told in output and "Traceback" not in output


def test_without_a_locale_the_output_is_utf_8() -> None:
    bare = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    bare.pop("PYTHONIOENCODING", None)
    result = program("check", "甲.txt", "--select", "DU03", env=bare, capture_output=True)
    assert result.returncode == 1 and "互惠互利互惠" in result.stdout.decode("utf-8")


def test_a_corpus_with_lone_surrogates_and_odd_names(tmp_path_factory: pytest.TempPathFactory) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path_factory.mktemp("out")
    rows = [
        {"id": "\ud800", "source": "\udfff", "text": FAULTY},
        {"id": "2", "text": "双方坚持\ud800互惠互利互惠原则。"},
        {"id": {"甲": 1}, "text": FAULTY},
    ]
    Path("c.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="ascii")
    result = run("corpus", "lint", "-q", "-j", "1", "c.jsonl", str(out / "a"))
    assert result.exit_code == 0, result.output
    assert [row["id"] for row in parquet.read_table(out / "a" / "articles").to_pylist()] == [
        "\\ud800",
        "2",
        "{'甲': 1}",
    ]
    folder = tmp_path_factory.mktemp("corpus")
    try:
        (folder / os.fsdecode(b"\xff.txt")).write_text(FAULTY, encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes only UTF-8")
    result = run("corpus", "lint", "-q", "-j", "1", str(folder), str(out / "b"))
    assert result.exit_code == 0, result.output
    assert [row["id"] for row in parquet.read_table(out / "b" / "articles").to_pylist()] == ["\\udcff.txt"]


def test_a_corpus_with_a_date_that_cannot_be_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as parquet

    out = tmp_path_factory.mktemp("out")
    days = pa.array([0, 2**62, 0], pa.timestamp("ms"))
    parquet.write_table(pa.table({"text": [FAULTY] * 3, "date": days}), "c.parquet")
    result = run("corpus", "lint", "-q", "-j", "1", "c.parquet", str(out))
    assert result.exit_code == 2, result.output
    rows = parquet.read_table(out / "articles").to_pylist()
    assert [row["findings"] for row in rows] == [1, 0, 1]
    assert rows[1]["error"] == "这一行有无法读取的值。"


def test_a_file_above_the_greatest_size_is_named_and_the_others_are_checked(desk: Path) -> None:
    (desk / "大.txt").write_text("图书馆昨日开馆。\n" * 100, encoding="utf-8")
    (desk / "newslint.toml").write_text("max-size = 0.001\n", encoding="utf-8")
    for options in ((), ("--no-cache",), ("--jobs", "2")):
        result = run("check", "--format", "json", ".", *options)
        assert result.exit_code == 2
        told = {file["path"]: file["error"] for file in json.loads(result.stdout)["files"]}
        assert told["甲.txt"] is None
        assert (
            told["大.txt"]
            == "大.txt：文件太大（0.0 MB，上限 0.001 MB），没有读；要检查请调高 newslint.toml 的 max-size。"
        )
    assert "max-size" in run("check", "-", stdin=b"a" * 2000).output
    (desk / "newslint.toml").write_text("max-size = 1\n", encoding="utf-8")
    assert run("check", "大.txt").exit_code == 1


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="needs an input without end")
@pytest.mark.parametrize("command", [("check",), ("fix",), ("annotate", "--stdin-filename", "a.docx")])
def test_an_input_without_end_is_not_waited_for(command: tuple[str, ...]) -> None:
    Path("newslint.toml").write_text("max-size = 1\n", encoding="utf-8")
    with open("/dev/zero", "rb") as endless:
        done = program(*command, "-", stdin=endless, capture_output=True)
    assert done.returncode == 2
    assert "标准输入太大（超过 1 MB），没有读" in (done.stdout + done.stderr).decode()


@pytest.mark.skipif(os.name != "posix", reason="closes a stream as shells do")
def test_init_asks_nobody_where_the_input_is_closed() -> None:
    done = program("init", preexec_fn=lambda: os.close(0), capture_output=True)
    assert done.returncode == 0 and Path("newslint.toml").exists()
    done = program("init", "--ask", "--force", preexec_fn=lambda: os.close(0), capture_output=True)
    assert done.returncode == 2 and "没有人能回答" in done.stderr.decode()


@pytest.mark.skipif(os.name != "posix", reason="paths are shorter there")
@pytest.mark.parametrize(
    "command",
    [
        ("check", "--gate", "--no-config", "."),
        ("stats", "."),
        ("learn", ".", "--output", "learnt.bin"),
        ("new-rule", "--folder", ".", "我市"),
    ],
)
def test_folders_may_be_deeper_than_python_can_call(desk: Path, command: tuple[str, ...]) -> None:
    for _ in range(1500):
        os.mkdir("d")
        os.chdir("d")
    Path("乙.txt").write_text(FAULTY, encoding="utf-8")
    os.chdir(desk)
    try:
        result = run(*command)
    finally:
        subprocess.run(["rm", "-r", "d"], check=True)  # shutil cannot
    assert "内部出错" not in result.output and result.output
