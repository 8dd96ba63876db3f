"""Leftovers of software: stray characters and spaces, markup, codes, notes, misread characters."""

from __future__ import annotations

from random import Random

from planting.article import HAN, Article, Planted
from planting.registry import fault

_BETWEEN = f"(?<=[{HAN}])(?=[{HAN}])"
_WIDE = {chr(code): chr(code + 0xFEE0) for code in range(0x30, 0x7B) if chr(code).isalnum()}
_FORMS = {"，": "﹐︐", "、": "﹑︑", "。": "︒", "；": "﹔︔", "：": "﹕︓", "（": "﹙︵", "）": "﹚︶", "“": "〝"}


def _put_in(article: Article, random: Random, pattern: str, pieces: list[str]) -> Planted | None:
    """Insert one of the pieces where the pattern, whose match is empty, matches."""
    match = article.pick(random, pattern)
    return article.replace(match.start(), match.start(), random.choice(pieces)) if match else None


def _put_for(article: Article, random: Random, pattern: str, pieces: list[str]) -> Planted | None:
    """Replace a match of the pattern by one of the pieces."""
    match = article.pick(random, pattern)
    return article.replace(match.start(), match.end(), random.choice(pieces)) if match else None


def _in_word(article: Article, random: Random, pieces: list[str]) -> Planted | None:
    words = [word for word in article.words if word.end - word.start == 2 and word.tag[:1] in tuple("nva")]
    words = [word for word in words if not article.quoted(word.start)]
    if not words:
        return None
    at = random.choice(words).start + 1
    return article.replace(at, at, random.choice(pieces))


@fault("EC01")
def byte_order_mark(article: Article, random: Random) -> Planted | None:
    """U+FEFF in the text."""
    return _put_in(article, random, _BETWEEN, ["\ufeff"])


@fault("EC02")
def zero_width_character(article: Article, random: Random) -> Planted | None:
    """A zero-width space or joiner."""
    return _put_in(article, random, _BETWEEN, ["\u200b", "\u200c", "\u200d", "\u2060"])


@fault("EC03")
def space_of_another_kind(article: Article, random: Random) -> Planted | None:
    """A no-break or em space between a number and a word."""
    return _put_in(article, random, f"(?<=[{HAN}])(?=[0-9])", ["\xa0", "\u2002", "\u2003", "\u2009"])


@fault("EC04")
def private_use_character(article: Article, random: Random) -> Planted | None:
    """A character of the private use area instead of a Han character."""
    return _put_for(article, random, f"(?<=[{HAN}])[{HAN}](?=[{HAN}])", [chr(random.randint(0xE000, 0xE800))])


@fault("EC05")
def replacement_character(article: Article, random: Random) -> Planted | None:
    """U+FFFD instead of a Han character."""
    return _put_for(article, random, f"(?<=[{HAN}])[{HAN}](?=[{HAN}])", ["\ufffd", "\ufffd\ufffd"])


@fault("EC06", "EC04", "EC05", "EC07")
def mojibake(article: Article, random: Random) -> Planted | None:
    """A clause read in the wrong encoding."""
    match = article.pick(random, f"(?<=[，。])[{HAN}]{{4,10}}(?=[，。])")
    if match is None:
        return None
    encoding = random.choice(["latin-1", "gb18030"])
    return article.replace(match.start(), match.end(), match[0].encode().decode(encoding, errors="replace"))


@fault("EC07")
def control_character(article: Article, random: Random) -> Planted | None:
    """A control character."""
    return _put_in(article, random, _BETWEEN, ["\x07", "\x00", "\x1f", "\x08"])


@fault("EC08")
def soft_hyphen_or_direction(article: Article, random: Random) -> Planted | None:
    """A soft hyphen or a bidirectional control."""
    return _put_in(article, random, _BETWEEN, ["\xad", "\u200e", "\u200f"])


@fault("EC09")
def half_width_japanese_mark(article: Article, random: Random) -> Planted | None:
    """｡ for 。 and ､ for 、."""
    match = article.pick(random, f"(?<=[{HAN}])[。、](?=[{HAN}]|$)")
    return article.replace(match.start(), match.end(), "｡" if match[0] == "。" else "､") if match else None


@fault("EC11", "PU01")
def html_entity(article: Article, random: Random) -> Planted | None:
    """&ldquo;, &nbsp;, &mdash;."""
    match = article.pick(random, f"[“”](?=[{HAN}])|(?<=[{HAN}])——(?=[{HAN}])|{_BETWEEN}")
    if match is None:
        return None
    names = {"“": "&ldquo;", "”": "&rdquo;", "——": "&mdash;&mdash;", "": "&nbsp;"}
    return article.replace(match.start(), match.end(), names[match[0]])


@fault("EC12")
def html_tag(article: Article, random: Random) -> Planted | None:
    """<br/>, </p><p>, <strong>."""
    return _put_in(
        article,
        random,
        f"(?<=[，。])(?=[{HAN}])",
        ["<br/>", "</p><p>", "<br>", '<span style="color:red">', "</strong>"],
    )


@fault("EC14")
def placeholder(article: Article, random: Random) -> Planted | None:
    """XX for a number."""
    return _put_for(article, random, f"(?<=[{HAN}])[0-9]{{1,4}}(?=[个名人元万亿家次台])", ["XX", "××", "XXX", "××××"])


@fault("EC15")
def misread_digit(article: Article, random: Random) -> Planted | None:
    """2O22, l2: a letter in a number."""
    match = article.pick(random, f"(?<=[{HAN}])[0-9]*[01][0-9]*(?=[{HAN}])")
    if match is None:
        return None
    if not article.text[match.start() : match.end()].strip("01") and len(match[0]) == 1:
        return None
    at = random.choice([index for index, digit in enumerate(match[0]) if digit in "01"])
    wrong = match[0][:at] + {"0": "O", "1": "l"}[match[0][at]] + match[0][at + 1 :]
    planted = article.replace(match.start(), match.end(), wrong)
    return planted._replace(spans=(planted.spans[0], (match.start() + at, match.start() + at + 1)))


@fault("EC16")
def typesetting_code(article: Article, random: Random) -> Planted | None:
    """〖HT〗."""
    return _put_in(article, random, f"(?<=[，。])(?=[{HAN}])", ["〖HT〗", "〖HT2”H〗", "［HJ］", "<ParaStyle:正文>"])


@fault("EC17")
def editor_s_note(article: Article, random: Random) -> Planted | None:
    """（此处核实）."""
    return _put_in(article, random, f"(?<=[{HAN}])(?=，)", ["（此处核实）", "（数字待核）", "[删除]", "（请核实）"])


@fault("EC22")
def box_for_a_character(article: Article, random: Random) -> Planted | None:
    """□ instead of a Han character."""
    return _put_for(article, random, f"(?<=[{HAN}])[{HAN}](?=[{HAN}])", ["□", "■", "〓"])


@fault("EC24")
def vertical_or_small_mark(article: Article, random: Random) -> Planted | None:
    """﹐ for ， and ︵ for （."""
    match = article.pick(random, f"(?<=[{HAN}])[，、。；：“](?=[{HAN}])")
    return article.replace(match.start(), match.end(), random.choice(_FORMS[match[0]])) if match else None


@fault("SP01")
def space_inside_a_word_of_the_body(article: Article, random: Random) -> Planted | None:
    """A space inside a word."""
    return _in_word(article, random, [" ", "  "])


@fault("SP09", "SP01")
def wide_space_inside_a_word(article: Article, random: Random) -> Planted | None:
    """An ideographic space inside a word."""
    return _in_word(article, random, ["\u3000"])


@fault("SP02")
def space_beside_a_mark(article: Article, random: Random) -> Planted | None:
    """A space before or after a full-width mark."""
    return _put_in(article, random, f"(?<=[{HAN}])(?=[，。；])|(?<=[，；、])(?=[{HAN}])", [" ", "  "])


@fault("SP04")
def full_width_number(article: Article, random: Random) -> Planted | None:
    """２０２２ for 2022."""
    match = article.pick(random, f"(?<=[{HAN}，。])[0-9]+(?=[{HAN}，。])")
    return article.replace(match.start(), match.end(), "".join(_WIDE[digit] for digit in match[0])) if match else None


@fault("SP14")
def paragraphs_joined(article: Article, random: Random) -> Planted | None:
    """The indent of a paragraph in the middle of a line."""
    return _put_in(article, random, f"(?<=[{HAN}][。])(?=[{HAN}])", ["\u3000\u3000"])
