"""Word documents at the command line: whatever works for a text works for them."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from word_documents import box, docx, field, inserted, p, parts_of, run

from newslint.cli import main
from newslint.readers import read_bytes

BODY = (
    p("云岭市春耕会议昨天召开", properties='<w:pStyle w:val="1"/>')
    + p("")
    + p("　　双方坚持互惠互利", run("互惠", "<w:b/>"), "原则，统一标识,统一配送。")
    + p("首批图书已进行进行消毒。")
    + p("下图是新桥。", box(p("图为市民在桥上参观，。")))
)
STYLES = {"styles.xml": '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'}
FAULTY = docx(BODY, STYLES, {"word/media/a.png": b"\x89PNG"})
CLEAN = docx(p("云岭市昨天召开会议，部署春季农业生产。"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "稿.docx").write_bytes(FAULTY)
    return tmp_path


def newslint(*arguments: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [*arguments], input=given)


def text_of(path: str | Path) -> str:
    return read_bytes(Path(path).read_bytes(), "稿.docx").text


def codes(*arguments: str) -> list[str]:
    return [
        finding["code"] for finding in json.loads(newslint("check", "--format", "json", *arguments).stdout)["findings"]
    ]


# --- check -----------------------------------------------------------------------------------------------------------


def test_places_are_paragraphs_for_people_and_lines_for_programs(desk: Path) -> None:
    text = newslint("check", "稿.docx").stdout
    assert text.startswith("稿.docx\n")
    assert "\n  第 2 段第 7 字 错误 DU03" in text and "\n  文本框内第 1 段第 10 字" in text
    assert "稿.docx 第 2 段第 7 字: 错误 DU03" in newslint("check", "--format", "concise", "稿.docx").stdout
    found = json.loads(newslint("check", "--format", "json", "稿.docx").stdout)["findings"][0]
    assert (found["code"], found["start"]) == ("DU03", {"offset": 19, "line": 3, "column": 7})
    newslint("check", "稿.docx", "--output", "html=报告.html")
    assert "第 2 段第 7 字" in Path("报告.html").read_text(encoding="utf-8")
    assert "paragraph 2, character 7" in newslint("--lang", "en", "check", "稿.docx").stdout


def test_a_folder_has_its_documents_but_not_what_lies_beside_open_or_marked_ones(desk: Path) -> None:
    for name in ("二.DOCX", "~$稿.docx", "二-校对.DOCX", "会-校对.docx"):
        (desk / name).write_bytes(CLEAN)
    assert newslint("annotate", "稿.docx").exit_code == 0
    files = json.loads(newslint("check", "--format", "json").stdout)["files"]
    assert [file["path"] for file in files] == ["二-校对.DOCX", "二.DOCX", "会-校对.docx", "稿.docx"]
    assert newslint("check", "稿-校对.docx").exit_code == 1


def test_processes_the_cache_and_standard_input_say_the_same(desk: Path) -> None:
    for number in range(3):
        (desk / f"{number}.docx").write_bytes(FAULTY)
    one = newslint("check", "--no-cache", "--jobs", "1").stdout
    assert one.count("DU03") == 4
    assert newslint("check", "--no-cache", "--jobs", "2").stdout == one
    assert newslint("check").stdout == newslint("check").stdout == one
    (desk / "甲.docx").write_bytes(FAULTY)
    assert newslint("check").stdout == newslint("check", "--no-cache").stdout
    given = newslint("check", "-", "--stdin-filename", "稿.docx", given=FAULTY).stdout
    assert given == newslint("check", "稿.docx").stdout


def test_a_document_that_cannot_be_read_is_told_and_the_others_are_checked(desk: Path) -> None:
    (desk / "坏.docx").write_bytes(FAULTY[:300])
    (desk / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 500)
    result = newslint("check", "坏.docx", "旧.doc", "稿.docx")
    assert result.exit_code == 2 and "DU03" in result.stdout
    assert "坏.docx：不是完好的 Word 文档" in result.stdout and "旧.doc：这是 Word 97—2003 或 WPS 文件" in result.stdout
    assert "文件类型选“Word 文档（*.docx）”" in result.stdout


def test_a_folder_of_documents_is_a_corpus(desk: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path_factory.mktemp("out")
    assert newslint("corpus", "lint", "-q", "-j", "1", ".", str(out)).exit_code == 0
    assert [row["findings"] for row in parquet.read_table(out / "articles").to_pylist()] == [4]


def test_score_baseline_and_suppressions(desk: Path) -> None:
    assert "稿.docx" in newslint("check", "--score", "稿.docx").stdout
    assert codes(".") == ["DU03", "PU01", "DU02", "PU04"]
    Path("newslint.toml").write_text(
        '[[suppress]]\npath = "稿.docx"\ntext = "互惠互利互惠"\ncode = "DU03"\nreason = "原文如此"\n',
        encoding="utf-8",
    )
    assert codes(".") == ["PU01", "DU02", "PU04"]
    assert newslint("baseline", "write").exit_code == 0
    assert codes(".") == []
    Path("稿.docx").write_bytes(docx(BODY + p("书已进行进行登记。"), STYLES))
    assert codes(".") == ["DU02"]


def test_a_changed_document_counts_whole_since_a_revision(desk: Path) -> None:
    def git(*arguments: str) -> None:
        name = ["-c", "user.name=甲", "-c", "user.email=a@example.com"]
        subprocess.run(["git", *name, *arguments], check=True, capture_output=True)

    git("init", "-q")
    Path("旧.docx").write_bytes(FAULTY)
    git("add", ".")
    git("commit", "-qm", "a")
    Path("稿.docx").write_bytes(docx(BODY + p("完。"), STYLES))
    result = newslint("check", "--since", "HEAD")
    assert "--since：Word 稿件没有行，改动过的按整篇查：稿.docx。" in result.stderr
    assert "稿.docx\n  第 2 段" in result.stdout and "旧.docx" not in result.stdout
    gate = newslint("check", "--gate", "--since", "HEAD")
    assert gate.exit_code == 1 and "稿.docx\n  第 2 段" in gate.stdout


def test_an_empty_document_does_not_pass_the_gate(desk: Path) -> None:
    Path("稿.docx").write_bytes(docx(p(inserted(""))))
    result = newslint("check", "--gate", "--no-config", "稿.docx")
    assert result.exit_code == 2 and "没有可查的文字" in result.stdout


# --- fix -------------------------------------------------------------------------------------------------------------


def test_fixes_are_tracked_changes(desk: Path) -> None:
    result = newslint("fix", "--unsafe", "--write", "稿.docx")
    assert (result.exit_code, result.output.splitlines()[0]) == (0, "稿.docx：写作修订 4 处。")
    assert "  第 3 段第 8 字 首批图书已进行[进行→]消毒。\n" in result.output
    written = Path("稿.docx").read_bytes()
    document = parts_of(written)["word/document.xml"].decode()
    assert document.count('w:author="newslint"') >= 4 and "<w:delText" in document
    assert "坚持互惠互利原则，统一标识，统一配送。" in text_of("稿.docx")
    assert newslint("fix", "--unsafe", "--write", "稿.docx").output == "看过 1 个文件，没有要改的。\n"
    assert Path("稿.docx").read_bytes() == written
    untouched = {name: data for name, data in parts_of(FAULTY).items() if name != "word/document.xml"}
    assert untouched.items() <= parts_of(written).items()


def test_fixes_can_be_made_at_once(desk: Path) -> None:
    assert newslint("fix", "--unsafe", "--write", "--accept", "稿.docx").output.startswith("稿.docx：修改 4 处。\n")
    assert "newslint" not in parts_of(Path("稿.docx").read_bytes())["word/document.xml"].decode()
    assert "首批图书已进行消毒。" in text_of("稿.docx")


def test_there_is_no_patch_of_a_document(desk: Path) -> None:
    result = newslint("fix", "--unsafe")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "稿.docx：可改 4 处；Word 稿件没有补丁，加 --write 写作修订。\n"
    assert Path("稿.docx").read_bytes() == FAULTY
    given = newslint("fix", "--unsafe", "-", "--stdin-filename", "稿.docx", given=FAULTY)
    assert "已进行消毒" in read_bytes(given.stdout_bytes, "稿.docx").text


def test_what_cannot_be_changed_is_only_reported(desk: Path) -> None:
    Path("稿.docx").write_bytes(docx(p("详情见", field("HYPERLINK", "市商务局的的网站"), "。")))
    assert codes("稿.docx") == ["DU01"]
    assert newslint("fix", "--unsafe", "--write", "稿.docx").output == "稿.docx：未改；1 处须人工修改：DU01“的的”。\n"


def test_a_document_is_not_loaded_for_a_text(desk: Path) -> None:
    Path("稿.txt").write_text("云岭市昨天召开会议，部署春季农业生产。\n", encoding="utf-8")
    code = "import sys; from newslint.run.linter import Linter; Linter().check_file('稿.txt'); print('lxml' in sys.modules)"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(os.sys.path)}
    ran = subprocess.run(["python", "-c", code], capture_output=True, text=True, env=env, check=True)
    assert ran.stdout.strip() == "False"
