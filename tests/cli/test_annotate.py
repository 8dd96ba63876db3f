"""``newslint annotate``: manuscripts given back with comments, and never the original changed."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT
from docx import Document
from docx.oxml.ns import qn
from word_documents import archive, box, docx, p, parts_of, run

from newslint.cli import main
from newslint.readers import read_bytes

BODY = (
    p("云岭市春耕会议昨天召开")
    + p("双方坚持互惠互利", run("互惠", "<w:b/>"), "原则，统一标识,统一配送。")
    + p("下图是新桥。", box(p("图为市民在桥上参观，。")))
)
OTHERS = {"comments.xml": f'<w:comment w:id="3" w:author="甲">{p("请补图")}</w:comment>'}
COMMENTED = BODY.replace("<w:r>", '<w:commentRangeStart w:id="3"/><w:r>', 1).replace(
    "</w:p>", '<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r></w:p>', 1
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "稿.docx").write_bytes(docx(BODY))
    return tmp_path


def annotate(*arguments: str, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["annotate", *arguments], input=given)


def comments(path: str = "稿-校对.docx") -> list[tuple[str, list[str]]]:
    """Return the author and the lines of each comment, as python-docx reads them."""
    return [
        (comment.author, [paragraph.text for paragraph in comment.paragraphs]) for comment in Document(path).comments
    ]


def words_under(path: str) -> dict[str, str]:
    """Return the words under each comment in the paragraphs that python-docx finds, by the first line of the comment."""
    document = Document(path)
    found = {}
    for comment in document.comments:
        number = str(comment.comment_id)
        inside, text = False, ""
        for element in document.element.body.iter():
            if element.tag == qn("w:commentRangeStart"):
                inside = inside or element.get(qn("w:id")) == number
            elif element.tag == qn("w:commentRangeEnd") and element.get(qn("w:id")) == number:
                inside = False
            elif inside and element.tag in (qn("w:t"), qn("w:delText")) and not _in_new(element):
                text += element.text
        found[comment.paragraphs[0].text] = text
    return found


def _in_new(element) -> bool:
    return any(mark.get(qn("w:author")) == "newslint" for mark in element.iterancestors(qn("w:ins")))


def test_each_finding_is_a_comment_that_says_all(desk: Path) -> None:
    before = Path("稿.docx").read_bytes()
    result = annotate("稿.docx")
    assert (result.exit_code, result.output) == (0, "稿.docx → 稿-校对.docx：批注 3 条，修订 0 处\n")
    assert Path("稿.docx").read_bytes() == before
    (author, lines), second, third = comments()
    assert author == "newslint" and lines[0].startswith("错误 DU03 “互惠互利互惠”首尾重复")
    assert lines[1] == "改法（请核对）：“互惠互利互惠”改为“互惠互利”。"
    assert lines[2].startswith("为什么：") and len(lines) in (3, 4)
    assert second[1][1] == "改法：“,”改为“，”。" and second[1][-1].startswith("依据：GB/T 15834")
    assert third[1][1] == "文本框内第 1 段第 10 字：“，。”"
    found = words_under("稿-校对.docx")
    assert [words for line, words in found.items() if "DU03" in line or "PU01" in line] == ["互惠互利互惠", ","]


def test_a_comment_in_a_text_box_stands_on_the_box_because_word_shows_none_inside(desk: Path) -> None:
    annotate("稿.docx")
    document = parts_of(Path("稿-校对.docx").read_bytes())["word/document.xml"].decode()
    box_of = document[document.index("<w:txbxContent") :]
    assert "commentRangeStart" not in box_of[: box_of.index("</w:txbxContent>")]
    assert re.search(r'<w:commentRangeStart w:id="\d+"/><w:r><mc:AlternateContent>', document)


@pytest.mark.parametrize(("changes", "count"), [("none", 0), ("safe", 1), ("all", 3)])
def test_fixes_may_be_tracked_beside_the_comments(desk: Path, changes: str, count: int) -> None:
    assert f"修订 {count} 处" in annotate("--changes", changes, "稿.docx").output
    document = parts_of(Path("稿-校对.docx").read_bytes())["word/document.xml"].decode()
    assert bool(re.search(r'<w:(ins|del) [^>]*w:author="newslint"', document)) == (count > 0)
    assert len(comments()) == 3


def test_changes_are_those_of_the_document_alone_whether_or_not_others_are_checked_with_it(desk: Path) -> None:
    Path("二.docx").write_bytes(docx(p("市民络绎不决，再接再励，") + BODY))
    annotate("--changes", "all", "--no-cache", ".")
    together = Path("稿-校对.docx").read_bytes(), Path("二-校对.docx").read_bytes()
    for _ in range(2):  # the second time from the cache
        for name in ("稿", "二"):
            annotate("--changes", "all", f"{name}.docx")
        assert (Path("稿-校对.docx").read_bytes(), Path("二-校对.docx").read_bytes()) == together
    CliRunner().invoke(main, ["fix", "--unsafe", "--write", "--accept", "二.docx"])
    accepted = re.sub(r"<w:del .*?</w:del>", "", parts_of(together[1])["word/document.xml"].decode(), flags=re.S)
    text = read_bytes(archive(parts_of(together[1]) | {"word/document.xml": accepted.encode()}), "a.docx").text
    assert text == read_bytes(Path("二.docx").read_bytes(), "a.docx").text


def test_a_second_run_replaces_what_the_first_left_and_nothing_else(desk: Path) -> None:
    Path("稿.docx").write_bytes(docx(COMMENTED, OTHERS))
    annotate("--changes", "all", "稿.docx")
    first = Path("稿-校对.docx").read_bytes()
    assert [author for author, _ in comments()] == ["甲", "newslint", "newslint", "newslint"]
    annotate("--changes", "all", "稿.docx")
    assert Path("稿-校对.docx").read_bytes() == first
    shutil.copy("稿-校对.docx", "二.docx")
    annotate("二.docx")
    assert [author for author, _ in comments("二-校对.docx")] == ["甲", "newslint", "newslint", "newslint"]
    document = parts_of(Path("二-校对.docx").read_bytes())["word/document.xml"].decode()
    assert "w:delText" not in document and '<w:commentRangeStart w:id="3"/>' in document
    assert read_bytes(Path("二-校对.docx").read_bytes(), "a.docx").text == read_bytes(docx(BODY), "a.docx").text


def test_a_comment_that_somebody_answered_stays(desk: Path) -> None:
    annotate("--select", "PU01", "稿.docx")
    parts = parts_of(Path("稿-校对.docx").read_bytes())
    names = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    parts["word/comments.xml"] = re.sub(
        rb"(.*)<w:p>", rf'\1<w:p {names} w14:paraId="0000000A">'.encode(), parts["word/comments.xml"], flags=re.S
    )
    fifteen = "http://schemas.microsoft.com/office/word/2012/wordml"
    parts["word/commentsExtended.xml"] = (
        f'<w15:commentsEx xmlns:w15="{fifteen}"><w15:commentEx w15:paraId="0000000A"/>'
        '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A"/></w15:commentsEx>'
    ).encode()
    relation = '<Relationship Id="rIdX" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/>'
    listed = parts["word/_rels/document.xml.rels"].decode()
    parts["word/_rels/document.xml.rels"] = listed.replace("</Relationships>", relation + "</Relationships>").encode()
    Path("二.docx").write_bytes(archive(parts))
    annotate("--select", "DU03", "二.docx")
    assert [lines[0][:7] for _, lines in comments("二-校对.docx")] == ["错误 PU01", "错误 DU03"]


def test_what_somebody_has_worked_in_is_not_replaced(desk: Path) -> None:
    annotate("稿.docx")
    document = Document("稿-校对.docx")
    document.add_paragraph("编辑加的一段。")
    out = io.BytesIO()
    document.save(out)
    parts = parts_of(out.getvalue())
    as_word_writes = parts["word/document.xml"].replace(
        b"'1.0' encoding='UTF-8' standalone='yes'", b'"1.0" encoding="UTF-8" standalone="yes"'
    )
    saved = archive(parts | {"word/document.xml": as_word_writes})
    Path("稿-校对.docx").write_bytes(saved)
    result = annotate("稿.docx")
    assert result.exit_code == 2 and "稿-校对.docx：newslint 写出以后有人改过，没有覆盖" in result.stderr
    assert Path("稿-校对.docx").read_bytes() == saved
    result = annotate(".")
    assert result.exit_code == 2 and "稿-校对.docx → 稿-校对-校对.docx：批注 3 条" in result.stdout
    assert annotate("稿.docx", "--output", "另存.docx").exit_code == 0 and len(comments("另存.docx")) == 3


def test_folders_levels_and_places_for_the_results(desk: Path) -> None:
    Path("来稿").mkdir()
    Path("结果").mkdir()
    for name in ("来稿/一.docx", "来稿/二.docx", "来稿/三.txt"):
        Path(name).write_bytes(docx(BODY))
    Path("来稿/三.txt").write_text("双方坚持互惠互利互惠原则。", encoding="utf-8")
    assert annotate("来稿").output.count("批注 3 条") == 2
    assert annotate("来稿", "来稿/一-校对.docx", "--output", "结果").output.count("批注 3 条") == 2
    assert sorted(path.name for path in Path("结果").iterdir()) == ["一-校对.docx", "二-校对.docx"]
    assert "批注 0 条" in annotate("--level", "error", "--ignore", "DU03,PU01,PU04", "稿.docx").output
    assert annotate("来稿", "--output", "一个.docx").exit_code == 2
    for other in ("来稿/三.txt", "没有.docx", "稿.docx --output 稿.docx", "稿.docx 来稿/三.txt"):
        result = annotate(*other.split())
        assert result.exit_code == (0 if " 来稿" in other else 2), result.output


def test_standard_input_goes_to_standard_output(desk: Path) -> None:
    result = annotate("-", "--stdin-filename", "稿.docx", given=docx(BODY))
    assert result.exit_code == 0
    assert result.stdout_bytes == Path("稿-校对.docx").read_bytes() if annotate("稿.docx").exit_code == 0 else False
    with zipfile.ZipFile(io.BytesIO(result.stdout_bytes)) as package:
        assert "word/comments.xml" in package.namelist()


def test_a_document_that_cannot_be_read_does_not_stop_the_others(desk: Path) -> None:
    Path("坏.docx").write_bytes(docx(BODY)[:200])
    result = annotate("坏.docx", "稿.docx")
    assert result.exit_code == 2 and "坏.docx：不是完好的 Word 文档" in result.stderr and "批注 3 条" in result.stdout


def test_the_date_is_that_of_the_document_or_of_the_environment(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(ROOT / "fixtures" / "dirty" / "word-reporter.docx", "稿.docx")
    annotate("稿.docx")
    assert {comment.timestamp.year for comment in Document("稿-校对.docx").comments} == {2013}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    annotate("稿.docx")
    assert {comment.timestamp.year for comment in Document("稿-校对.docx").comments} == {2026}


@pytest.mark.parametrize("path", sorted((ROOT / "fixtures" / "dirty").glob("*.docx")), ids=lambda path: path.name)
def test_python_docx_finds_every_comment_on_its_words(path: Path, desk: Path) -> None:
    shutil.copy(path, "稿.docx")
    assert annotate("--changes", "all", "稿.docx").exit_code == 0
    own = [lines[0] for author, lines in comments() if author == "newslint"]
    assert len(own) == len((path.parent / f"{path.name}.expected.jsonl").read_text(encoding="utf-8").splitlines())
    quoted = {line: re.search("“([^”]+)”", line) for line in own}
    found = words_under("稿-校对.docx")
    for line, match in quoted.items():
        if match and "PU01" in line:
            assert found[line] == match[1]
    notes = [lines[0] for _, lines in comments() if lines[1:] and lines[1].startswith(("脚注", "文本框"))]
    assert all(found[line] for line in own if line not in notes)


#: A change in each place that LibreOffice has any in.
CHANGED = docx(
    p("双方坚持互惠互利", run("互惠", "<w:b/>"), "原则，统一标识,统一配送。")
    + p("市民络绎不决,大家再接再励。", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')
    + p("见", '<w:hyperlink w:anchor="a">', run("通知的的"), "</w:hyperlink>", "。")
    + p("参见脚注", '<w:r><w:footnoteReference w:id="1"/></w:r>', "，市民,学生都说好。")
    + "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>"
    + f"<w:tr><w:tc>{p('新桥今天通车，市民前往参观，两岸群众从此不必再绕行二十多公里,出行时间缩短一半以上，人人称便。')}"
    + f"</w:tc></w:tr></w:tbl>{p('会上，馆长介绍了分馆建设情况，要求各分馆抓好夏季防汛，做到责任落')}{p('实、措施到位。')}",
    {"footnotes.xml": f'<w:footnote w:id="1">{p("脚注里的的字,好")}</w:footnote>'},
)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("data", [(ROOT / "fixtures" / "dirty" / "word-reporter.docx").read_bytes(), CHANGED])
def test_libreoffice_finds_all_comments_and_changes(data: bytes, desk: Path) -> None:
    Path("稿.docx").write_bytes(data)
    annotate("--changes", "all", "稿.docx")
    command = ["soffice", "--headless", "--convert-to", "odt", "稿-校对.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    content = parts_of(Path("稿-校对.odt").read_bytes())["content.xml"].decode()
    own = [author for author, _ in comments() if author == "newslint"]
    assert content.count("<office:annotation ") == len(own)
    written = b"".join(parts_of(Path("稿-校对.docx").read_bytes()).values())
    changes = len(re.findall(rb'<w:(?:ins|del) [^>]*w:author="newslint"', written))
    assert changes >= 9
    assert (
        len(re.findall("<dc:creator>newslint</dc:creator>", content.partition("</text:tracked-changes>")[0])) == changes
    )


def test_a_document_without_a_paragraph_has_no_text(desk: Path) -> None:
    Path("空.docx").write_bytes(docx(""))
    Path("稿.docx").write_bytes(docx(p("他走的的很快。")))
    result = annotate(".")
    assert result.exit_code == 0 and "空.docx → 空-校对.docx：批注 0 条" in result.stdout
    checked = CliRunner().invoke(main, ["check", "空.docx", "稿.docx"])
    assert checked.exit_code == 1 and "内部出错" not in checked.output


@pytest.mark.parametrize("output", ["newslint.toml", "稿.txt", "名" * 3000])
def test_a_result_is_called_a_word_document(desk: Path, output: str) -> None:
    Path("稿.docx").write_bytes(docx(p("他走的的很快。")))
    result = annotate("--output", output, "稿.docx")
    assert result.exit_code == 2 and "文件名应以 .docx 结尾" in result.stderr
    assert not any(path.suffix == ".toml" for path in desk.iterdir())
