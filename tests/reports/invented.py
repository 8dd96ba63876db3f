"""Invented results: a small run that uses everything a report can tell, and odd ones of any text for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from newslint.finding import Edit, Finding, Fix, Position, Related, Safety, Severity
from newslint.reports.places import Places
from newslint.results import CheckedArticle, CheckedFile, Results, RuleNote

ARTICLE = (
    "我市启动“暖冬”行动\r\n"
    "本报讯（记者 柳知远 通讯员 甄小满）昨日，我市启动“暖冬”行动，𠮷祥社区的的老人领到了棉被。\r\n"
    "据统计,今年已有１２户<新增>家庭受益 & 满意率达98%。会议强\r\n"
    "调，要把好事办好。\r\n"
)
SIDEBAR = "相关链接\n“暖冬”行动自2021年起每年举办一次。\n"


def _span(text: str, found: str, after: int = 0) -> tuple[Position, Position]:
    start = text.index(found, after)
    places = Places(text)
    return places.position(start), places.position(start + len(found))


def _finding(text: str, code: str, name: str, severity: Severity, found: str, message: str, **more: object) -> Finding:
    start, end = _span(text, found)
    return Finding(code, name, severity, message, found, start, end, **more)


def _fix(safety: Safety, text: str, *replacements: tuple[str, str]) -> Fix:
    edits = []
    for found, replacement in replacements:
        start = text.index(found)
        edits.append(Edit(start, start + len(found), replacement))
    return Fix(safety, tuple(edits))


def _related(text: str, found: str, message: str, path: str | None = None) -> Related:
    return Related(*_span(text, found), message, path)


def small_run() -> Results:
    """Return a run over three files, one of them unreadable, that was stopped, with something stale in the baseline."""
    findings = (
        _finding(
            ARTICLE, "DU01", "doubled-word", Severity.ERROR, "的的", "“的的”重复，疑为“的”",
            fix=_fix(Safety.UNSAFE, ARTICLE, ("的的", "的")), weight=1.0,
        ),
        _finding(
            ARTICLE, "PU01", "halfwidth-punct", Severity.WARNING, ",", "“,”是半角标点，应为“，”",
            fix=_fix(Safety.SAFE, ARTICLE, (",", "，")), weight=0.1,
        ),
        _finding(
            ARTICLE, "NU01", "digit-width", Severity.INFO, "１２", "“１２”是全角数字，应为“12”，<见>本报体例 & 前文",
            related=(_related(ARTICLE, "98", "这里用半角数字"),),
            fix=_fix(Safety.SAFE, ARTICLE, ("１", "1"), ("２", "2")),
        ),
        _finding(
            ARTICLE, "LB01", "broken-word", Severity.ERROR, "强\r\n调", "“强调”在行末断开，应连排",
            fix=_fix(Safety.SAFE, ARTICLE, ("\r\n调", "调")), weight=2.0,
        ),
    )  # fmt: skip
    elsewhere = _finding(
        SIDEBAR, "CO01", "two-forms", Severity.WARNING, "“暖冬”行动", "“暖冬”行动：两篇稿件说法不一，请核对",
        related=(_related(ARTICLE, "“暖冬”行动", "另一篇在这里", "来稿/三版, 民生:要闻 100%.txt"),),
    )  # fmt: skip
    files = (
        CheckedFile(
            "来稿/三版, 民生:要闻 100%.txt",
            88,
            (CheckedArticle(0, len(ARTICLE), 88, "我市启动“暖冬”行动"),),
            None,
            ARTICLE,
            findings,
            3,
            11,
        ),
        CheckedFile("来稿/坏.docx", error="来稿/坏.docx：无法读取（Permission denied）；请检查文件权限。"),
        CheckedFile("来稿/无误.txt", 6, (CheckedArticle(0, 6, 6),), None, "一切正常。\n"),
        CheckedFile(
            "来稿/链接.txt", 24, (CheckedArticle(0, len(SIDEBAR), 24, "相关链接"),), None, SIDEBAR, (elsewhere,), 0, 1
        ),
    )
    stale = ("基线里有 1 条不再出现：来稿/链接.txt 的 DU01“的的”；请运行 newslint baseline prune。",)
    return Results(files, _notes(), stale, interrupted=True, rated=True)


def _notes() -> dict[str, RuleNote]:
    notes = (
        RuleNote(
            "CO01", "two-forms", "前后不一", "Two forms", Severity.WARNING, "同一件事只能有一种说法。", "", None, 1.0
        ),
        RuleNote(
            "DU01",
            "doubled-word",
            "重字",
            "Doubled word",
            Severity.ERROR,
            "多半是改稿时留下的。",
            "",
            Safety.UNSAFE,
            1.0,
        ),
        RuleNote(
            "LB01", "broken-word", "断词", "Broken word", Severity.ERROR, "分栏留下的换行。", "", Safety.SAFE, 2.0
        ),
        RuleNote(
            "NU01",
            "digit-width",
            "全角数字",
            "Digit width",
            Severity.INFO,
            "数字用半角。",
            "本报体例",
            Safety.SAFE,
            0.0,
        ),
        RuleNote(
            "PU01",
            "halfwidth-punct",
            "半角标点",
            "Half-width mark",
            Severity.WARNING,
            "汉语文稿用全角标点。",
            "GB/T 15834—2011",
            Safety.SAFE,
            0.1,
        ),
    )
    return {note.code: note for note in notes}


#: Text of any characters, those among them that formats trip over.
odd_text = st.text(
    st.one_of(
        st.characters(), st.sampled_from("\x00\x0b\x1b\r\n\t\x85\u2028\u200b\ufeff\ufffe\udc80\udfff&<>\"'%:,[]-汉𠮷")
    ),
    max_size=40,
)
_code = st.sampled_from(["DU01", "PU01", "XX99"])


@st.composite
def _odd_file(draw: st.DrawFn, path: str) -> CheckedFile:
    text = draw(odd_text)
    places = Places(text)

    def span() -> tuple[int, int]:
        start = draw(st.integers(0, len(text)))
        return start, draw(st.integers(start, len(text)))

    findings = []
    for _ in range(draw(st.integers(0, 3))):
        start, end = span()
        safety = draw(st.sampled_from(Safety))
        fix = draw(st.sampled_from([None, Fix(safety, (Edit(start, end, draw(odd_text)),))]))
        related = tuple(
            Related(*map(places.position, span()), draw(odd_text), draw(st.sampled_from([None, path, "别处.txt"])))
            for _ in range(draw(st.integers(0, 2)))
        )
        severity = draw(st.sampled_from([Severity.ERROR, Severity.WARNING, Severity.INFO]))
        findings.append(
            Finding(
                draw(_code),
                "made-up",
                severity,
                draw(odd_text),
                text[start:end],
                places.position(start),
                places.position(end),
                fix,
                related,
            )
        )
    findings.sort(key=lambda finding: finding.sort_key)
    error = draw(st.one_of(st.none(), odd_text.filter(bool)))
    return CheckedFile(
        path,
        len(text),
        (),
        error,
        text,
        () if error else tuple(findings),
        draw(st.integers(0, 2)),
        draw(st.integers(0, 2)),
    )


@st.composite
def odd_results(draw: st.DrawFn) -> Results:
    """Return the results of a run over a few files of any text, under any names."""
    paths = draw(st.lists(odd_text.filter(bool), max_size=3, unique=True))
    files = tuple(draw(_odd_file(path)) for path in sorted(paths))
    notes = {
        "DU01": RuleNote(
            "DU01", "made-up", draw(odd_text), "Made up", Severity.ERROR, draw(odd_text), draw(odd_text), None, 1.0
        )
    }
    return Results(
        files, notes, tuple(draw(st.lists(odd_text, max_size=2))), draw(st.booleans()), rated=draw(st.booleans())
    )
