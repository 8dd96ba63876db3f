"""The page in a real browser, used as an editor uses it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from word_documents import docx, p, run

from newslint import language
from newslint.readers import read_bytes

sync_api = pytest.importorskip("playwright.sync_api", reason="the page is tried with playwright, an extra of the tests")
expect = sync_api.expect
expect.set_options(timeout=20_000)

TEXT = "他走的的很快。\n\n双方坚持互惠互利互惠的原则。\n\n她说的的对，统一标识,统一配送。\n"


def paste(page: Any, text: str) -> None:
    """Put a text into the page from the clipboard, and wait for what is found."""
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.locator("#paper").click()
    page.keyboard.press("Control+V")


def entry(page: Any, words: str) -> Any:
    return page.locator("#list .entry", has_text=words)


def text(page: Any) -> str:
    return str(page.locator("#paper").input_value())


def marked(page: Any, name: str) -> list[str]:
    """Return the words that are marked in the text, by level, or as the current finding."""
    found: list[str] = page.evaluate(
        "name => [...(CSS.highlights.get(name) ?? [])].map(range => range.toString())", name
    )
    return found


def wait_for_marks(page: Any, name: str, words: list[str]) -> None:
    """Wait until these words are marked."""
    for _ in range(600):
        if marked(page, name) == words:
            return
        page.wait_for_timeout(25)
    assert marked(page, name) == words


def test_the_whole_walk(page: Any) -> None:
    paste(page, TEXT)
    expect(page.locator("#list .entry")).to_have_count(4)
    wait_for_marks(page, "error", ["的的", "互惠互利互惠", "的的", ","])
    first = entry(page, "互惠互利互惠")
    first.locator("summary").click()
    expect(first.locator(".why")).to_contain_text("依据")

    # From the list to the text, and back.
    first.locator(".message").click()
    wait_for_marks(page, "current", ["互惠互利互惠"])
    expect(first).to_have_attribute("aria-current", "true")
    page.locator("#paper").evaluate("paper => paper.setSelectionRange(4, 4)")
    page.locator("#paper").press("ArrowLeft")
    expect(page.locator("#list .entry").first).to_have_attribute("aria-current", "true")

    # One fix, undone and done again.
    first.locator(".accept").click()
    expect(first).to_have_count(0)
    assert "坚持互惠互利的原则" in text(page)
    expect(page.locator("#list .entry")).to_have_count(3)
    page.locator("#undo").click()
    expect(first).to_have_count(1)
    assert text(page) == TEXT
    page.keyboard.press("Control+Shift+Z")
    expect(first).to_have_count(0)

    # Ignored: only this one, though another looks the same.
    entry(page, "的的").first.locator(".ignore").click()
    expect(page.locator("#list .entry")).to_have_count(2)
    assert text(page).startswith("他走的的很快")
    expect(page.locator("#ignored")).to_contain_text("1")
    page.locator("#undo").click()
    expect(page.locator("#list .entry")).to_have_count(3)
    page.locator("#redo").click()
    expect(page.locator("#list .entry")).to_have_count(2)
    wait_for_marks(page, "error", ["的的", ","])

    # All safe ones, and not what is ignored.
    page.locator("#fix-safe").click()
    expect(page.locator("#fix-safe")).to_be_disabled()
    assert text(page).startswith("他走的的很快")
    assert "统一标识，统一配送" in text(page)

    page.locator("#copy").click()
    expect(page.locator("#told")).to_have_text("全文已复制")
    assert page.evaluate("navigator.clipboard.readText()") == text(page)
    for _ in range(4):
        page.keyboard.press("Control+Z")
    expect(page.locator("#paper")).to_have_value("")
    expect(page.locator("#list .entry")).to_have_count(0)


def test_what_is_ignored_stays_so_when_words_beside_it_change(page: Any) -> None:
    paste(page, "他走的的很快。")
    entry(page, "的的").locator(".ignore").click()
    expect(page.locator("#list .entry")).to_have_count(0)
    page.locator("#paper").press("Home")
    with page.expect_response("**/check"):
        page.keyboard.type("今天")
    with page.expect_response("**/check"):
        page.keyboard.type("她说的的对，")
    expect(page.locator("#list .entry")).to_have_count(1)
    expect(page.locator("#ignored")).to_contain_text("1")
    wait_for_marks(page, "error", ["的的"])


def test_a_click_in_the_text_finds_its_entry(page: Any) -> None:
    paste(page, "甲市今天天晴。\n\n他走的的很快。")
    wait_for_marks(page, "error", ["的的"])
    box = page.evaluate(
        "(() => { const box = [...CSS.highlights.get('error')][0].getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; })()"
    )
    page.mouse.click(*box)
    expect(page.locator(".entry[aria-current=true]")).to_contain_text("的的")
    assert page.locator("#paper").evaluate("paper => paper.selectionStart") == len("甲市今天天晴。\n\n他走的")


def test_emoji_and_rare_characters_are_marked_and_mended_in_place(page: Any) -> None:
    paste(page, "😀𠮷野家的的菜单。👨‍👩‍👧𠀀一二。\r\n𠮷他说的的对。")
    wait_for_marks(page, "error", ["的的", "的的"])
    assert "\r" not in text(page)
    entry(page, "的的").nth(1).locator(".accept").click()
    expect(page.locator("#list .entry")).to_have_count(1)
    assert text(page) == "😀𠮷野家的的菜单。👨‍👩‍👧𠀀一二。\n𠮷他说的对。"


def test_what_has_no_width_has_a_sign(page: Any) -> None:
    paste(page, "河道两岸的居民说，今后散步更加方\n便了，大家都很高兴。\n\n文中有零宽\u200b字符。")
    end = page.locator("#signs .sign", has_text="¶")
    expect(end).to_have_count(1)
    expect(page.locator("#signs .between")).to_have_count(1)
    line = page.locator("#mirror > div").first.bounding_box()
    sign = end.bounding_box()
    assert line["y"] <= sign["y"] < line["y"] + line["height"]
    assert (
        abs(
            sign["x"]
            - page.evaluate(
                "(() => { const range = new Range(); range.selectNodeContents(mirror.firstChild); return range.getBoundingClientRect().right; })()"
            )
        )
        < 2
    )
    for sign in page.locator("#signs .sign").all():
        box, sheet = sign.bounding_box(), page.locator(".sheet").bounding_box()
        assert sheet["x"] < box["x"] < sheet["x"] + sheet["width"]


def test_typing_is_not_disturbed_and_an_old_answer_is_dropped(page: Any) -> None:
    held: list[Any] = []
    page.route("**/check", lambda route: held.append(route) if not held else route.continue_())
    page.locator("#paper").click()
    page.keyboard.type("他走的的很快。")
    for _ in range(200):
        if held:
            break
        page.wait_for_timeout(25)
    page.keyboard.press("Home")
    page.keyboard.type("今天，")
    held[0].continue_()
    wait_for_marks(page, "error", ["的的"])
    assert text(page) == "今天，他走的的很快。"
    assert page.locator("#paper").evaluate("paper => paper.selectionStart") == 3


def test_an_input_method_is_left_alone(page: Any) -> None:
    paste(page, "他走的的很快。")
    wait_for_marks(page, "error", ["的的"])
    page.keyboard.press("Home")
    keyboard = page.context.new_cdp_session(page)
    for letters in ("j", "ji", "jin", "jintian"):
        keyboard.send(
            "Input.imeSetComposition", {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)}
        )
        assert text(page) == f"{letters}他走的的很快。"
        wait_for_marks(page, "error", ["的的"])
    keyboard.send("Input.insertText", {"text": "今天"})
    expect(page.locator("#paper")).to_have_value("今天他走的的很快。")
    page.keyboard.press("Control+Z")
    expect(page.locator("#paper")).to_have_value("他走的的很快。")


def test_the_keyboard_alone_is_enough(page: Any) -> None:
    page.evaluate("text => navigator.clipboard.writeText(text)", TEXT)
    page.keyboard.press("Control+V")  # the keyboard is in the text from the start
    expect(page.locator("#list .entry")).to_have_count(4)
    page.keyboard.press("Control+Home")
    page.keyboard.press("Escape")
    current = page.locator(".entry[aria-current=true]")
    expect(current).to_be_focused()
    expect(current).to_contain_text("的的")
    page.keyboard.press("j")
    expect(current).to_contain_text("互惠互利互惠")
    page.keyboard.press("a")
    expect(page.locator("#list .entry")).to_have_count(3)
    assert "坚持互惠互利的原则" in text(page)
    expect(current).to_be_focused()
    page.keyboard.press("i")
    expect(page.locator("#list .entry")).to_have_count(2)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text(re.compile("理由|采纳"))
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#paper")).to_be_focused()
    page.keyboard.press("F8")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#list .entry")).to_have_count(1)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("#help-dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#help-dialog")).to_be_hidden()


def test_filters_hide_entries_and_marks(page: Any) -> None:
    paste(page, TEXT)
    expect(page.locator("#list .entry")).to_have_count(4)
    page.locator("#menu summary").click()
    page.locator("#families label", has_text="PU").click()
    expect(page.locator("#list .entry")).to_have_count(1)
    wait_for_marks(page, "error", [","])
    expect(page.locator("#chosen")).to_contain_text("1")
    page.locator(".chip.error").click()
    expect(page.locator("#list .entry")).to_have_count(0)
    expect(page.locator("#note")).to_contain_text("筛选掉了 4 处")


def test_a_hundred_thousand_characters_stay_usable(page: Any) -> None:
    sentence = "云岭市昨天召开会议，部署春季农业生产，各县区要抓紧备足种子和化肥，确保不误农时。"
    paragraph = "　　" + sentence * 8 + "\n\n"
    long = (paragraph * (100_000 // len(paragraph) + 1))[:100_000] + "\n他走的的很快😀。"
    paste(page, long)
    expect(entry(page, "的的").last).to_be_visible()
    assert text(page) == long
    # The marks stand where the words stand: the text and its mirror break their lines alike.
    assert page.evaluate("paper.scrollHeight === mirror.offsetHeight")
    entry(page, "的的").last.locator(".accept").click()
    expect(page.locator("#paper")).to_have_value(long.replace("的的", "的"))
    page.keyboard.press("Control+Z")
    expect(page.locator("#paper")).to_have_value(long)


def test_a_word_document_is_opened_mended_and_saved(page: Any, tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(
        docx(p("云岭市春耕会议昨天召开") + p("双方坚持互惠互利", run("互惠", "<w:b/>"), "原则，统一标识,统一配送。"))
    )
    expect(page.locator("#word")).to_be_hidden()
    page.locator("#file").set_input_files(str(path))
    expect(page.locator("#list .entry")).to_have_count(2)
    expect(page.locator("#file-name")).to_have_text("稿.docx")
    expect(entry(page, "互惠")).to_contain_text("第 2 段")
    entry(page, "互惠").locator(".accept").click()
    expect(page.locator("#list .entry")).to_have_count(1)
    with page.expect_download() as download:
        page.locator("#word").click()
    assert download.value.suggested_filename == "稿-校对.docx"
    saved = Path(download.value.path()).read_bytes()
    assert read_bytes(saved, "稿.docx").text == text(page)
    expect(page.locator("#told")).to_contain_text("批注 2 条，修订 1 处")
    page.locator("#undo").click()
    page.locator("#undo").click()
    expect(page.locator("#paper")).to_have_value("")
    expect(page.locator("#word")).to_be_hidden()


def test_a_file_can_be_dropped_and_what_cannot_be_read_is_said(visit: Any, page: Any) -> None:
    drop = """([name, text, kind]) => {
        const carried = new DataTransfer();
        carried.items.add(new File([text], name, { type: kind }));
        document.getElementById("paper").dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
    }"""
    page.evaluate(drop, ["稿.txt", "他走的的很快。", "text/plain"])
    expect(page.locator("#paper")).to_have_value("他走的的很快。")
    page.evaluate(drop, ["稿.docx", "这不是 Word", ""])
    expect(page.locator("#problem")).to_contain_text("稿.docx")
    expect(page.locator("#paper")).to_have_value("他走的的很快。")
    visit.troubles.clear()  # the browser logs every refusal


def test_a_word_is_always_right_once_it_is_in_the_configuration(page: Any, tmp_path: Path) -> None:
    config = tmp_path / "newslint.toml"
    config.write_text("# 本报体例\n", encoding="utf-8")
    page.reload()
    page.locator("#open", has_text="打开").wait_for()
    paste(page, TEXT)
    expect(page.locator("#list .entry")).to_have_count(4)
    entry(page, "互惠互利互惠").locator(".always").click()
    dialog = page.locator("#always")
    expect(dialog.locator("#plan")).to_contain_text('allow = ["互惠互利互惠"]')
    dialog.locator("[name=allow]").fill("坚持互惠互利互惠")
    expect(dialog.locator("#plan ins")).to_have_text(re.compile("坚持互惠互利互惠"))
    expect(dialog.locator("#plan-path")).to_contain_text(str(config))
    assert "allow" not in config.read_text(encoding="utf-8")
    dialog.locator("#write").click()
    expect(page.locator("#list .entry")).to_have_count(3)
    assert config.read_text(encoding="utf-8") == '# 本报体例\nallow = ["坚持互惠互利互惠"]\n'
    # A rule that is not to report these words needs a reason; without one nothing is written.
    entry(page, "的的").first.locator(".always").click()
    dialog.locator("[value=suppress]").check()
    expect(dialog.locator("#write")).to_be_disabled()
    page.keyboard.press("Escape")
    expect(page.locator("#list .entry")).to_have_count(3)
    page.locator("#undo").click()
    expect(dialog.locator("#plan del")).to_have_text(re.compile("坚持互惠互利互惠"))
    dialog.locator("#write").click()
    expect(page.locator("#list .entry")).to_have_count(4)
    assert config.read_text(encoding="utf-8") == "# 本报体例\n"


def test_without_a_configuration_one_can_be_chosen(visit: Any, page: Any, tmp_path: Path) -> None:
    paste(page, TEXT)
    entry(page, "互惠").locator(".always").click()
    expect(page.locator("#always-none")).to_contain_text("newslint init")
    expect(page.locator("#write")).to_be_disabled()
    page.keyboard.press("Escape")
    other = tmp_path / "体例.toml"
    other.write_text('ignore = ["DU"]\n', encoding="utf-8")
    page.locator("#house").click()
    expect(page.locator("#house-now")).to_contain_text("没有找到")
    page.locator("#house-path").fill(str(tmp_path / "没有.toml"))
    page.locator("#house-use").click()
    expect(page.locator("#house-problem")).to_contain_text("没有.toml")
    visit.troubles.clear()  # the browser logs every refusal
    page.locator("#house-path").fill(str(other))
    page.keyboard.press("Enter")
    expect(page.locator("#house-now")).to_contain_text("体例.toml")
    page.keyboard.press("Escape")
    expect(page.locator("#list .entry")).to_have_count(1)


def test_markup_in_a_text_is_text(page: Any) -> None:
    hostile = "<script>document.title='x'</script><img src=http://evil.example/a onerror=alert(1)>他走的的很快。"
    paste(page, hostile)
    expect(entry(page, "“的的”多一字")).to_have_count(1)
    assert text(page) == hostile
    assert page.title() == "校稿台 · newslint"
    assert page.locator("#list img, #list script, #mirror *:not(div)").count() == 0


def test_a_phone_has_room_for_it_all(visit: Any) -> None:
    page = visit(390, 800, has_touch=True)
    paste(page, TEXT)
    expect(page.locator("#list .entry")).to_have_count(4)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for button in page.locator("header button:visible").all():
        box = button.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    entry(page, "互惠").locator(".accept").tap()
    expect(page.locator("#list .entry")).to_have_count(3)


def test_the_page_speaks_english(visit: Any) -> None:
    language.use("en")
    page = visit()
    paste(page, TEXT)
    expect(entry(page, "互惠")).to_contain_text("Accept")
    assert page.locator("html").get_attribute("lang") == "en"
    shown = page.locator("header, .filters, #note, .acts, dialog, .privacy").all_inner_texts()
    assert not re.search("[一-鿿]", "".join(shown))


def test_when_newslint_has_ended_the_text_is_still_there(visit: Any, page: Any) -> None:
    page.route("**/check", lambda route: route.abort())
    paste(page, "他走的的很快。")
    expect(page.locator("#problem")).to_contain_text("重新运行 newslint web")
    assert text(page) == "他走的的很快。"
    visit.troubles.clear()
