"""Faults in paired marks: quotes, brackets, book-title marks."""

from __future__ import annotations

from random import Random

from planting.article import HAN, Article, Planted
from planting.registry import fault

_QUOTE = r"“[^“”‘’\n]{1,40}”"
_TITLE = r"《[^《》〈〉“”\n]{2,24}》"
_BRACKET = r"（[^（）()“”\n]{2,24}）"
_ANY = f"{_QUOTE}|{_TITLE}|{_BRACKET}"


def _without(article: Article, random: Random, pattern: str, opening: bool) -> Planted | None:
    """Delete one half of a pair. The finding may be on the other half or where the missing one belongs."""
    match = article.pick(random, pattern)
    if match is None:
        return None
    gone = match.start() if opening else match.end() - 1
    kept = match.end() - 2 if opening else match.start()
    planted = article.replace(gone, gone + 1, "")
    return planted._replace(start=min(gone, kept), end=max(gone, kept + 1), spans=((kept, kept + 1),))


@fault("QU01", "PU42", "PU12")
def quote_not_closed(article: Article, random: Random) -> Planted | None:
    """“ without ”."""
    return _without(article, random, _QUOTE, opening=False)


@fault("QU01", "PU42")
def quote_not_opened(article: Article, random: Random) -> Planted | None:
    """” without “."""
    return _without(article, random, _QUOTE, opening=True)


@fault("QU01", "BY03")
def bracket_not_closed(article: Article, random: Random) -> Planted | None:
    """（ without ）."""
    return _without(article, random, _BRACKET, opening=False)


@fault("QU01", "BY23")
def bracket_not_opened(article: Article, random: Random) -> Planted | None:
    """） without （."""
    return _without(article, random, _BRACKET, opening=True)


@fault("QU01")
def title_mark_missing(article: Article, random: Random) -> Planted | None:
    """《 without 》 or the other way round."""
    return _without(article, random, _TITLE, opening=random.random() < 0.5)


@fault("QU01", "QU02", "PU42")
def closed_by_another_kind(article: Article, random: Random) -> Planted | None:
    """“ closed by ’, 《 by 〉, （ by 】."""
    match = article.pick(random, _ANY)
    if match is None:
        return None
    at = match.end() - 1
    return article.replace(at, at + 1, {"”": "’", "》": "〉", "）": "】"}[match[0][-1]])


@fault("QU02", "QU01")
def crossed_pairs(article: Article, random: Random) -> Planted | None:
    """“甲（乙”）: brackets that open inside a quotation or title and close after it."""
    match = article.pick(random, f"“[{HAN}]{{6,20}}”|《[{HAN}]{{6,20}}》")
    if match is None:
        return None
    inside, count = match[0][1:-1], random.randint(2, 3)
    head, tail = inside[:-count], inside[-count:]
    opening, closing = match[0][0], match[0][-1]
    right, wrong = f"{opening}{head}（{tail}）{closing}", f"{opening}{head}（{tail}{closing}）"
    planted = article.replace(match.start(), match.end(), wrong)
    last = match.start() + len(wrong)
    spans = ((last - 2, last - 1), (last - 1, last))
    before = article.text[: match.start()] + right + article.text[match.end() :]
    return planted._replace(start=last - 2, end=last, spans=spans, before=before)


@fault("QU03")
def empty_pair(article: Article, random: Random) -> Planted | None:
    """“”, 《》, （）."""
    match = article.pick(random, _ANY)
    return article.replace(match.start(), match.end(), match[0][0] + match[0][-1]) if match else None


@fault("SP13", "BY02")
def bracket_half_and_full_width(article: Article, random: Random) -> Planted | None:
    """( closed by ） or （ closed by )."""
    match = article.pick(random, _BRACKET)
    if match is None:
        return None
    opening = random.random() < 0.5
    at = match.start() if opening else match.end() - 1
    planted = article.replace(at, at + 1, "(" if opening else ")")
    other = match.end() - 1 if opening else match.start()
    return planted._replace(start=match.start(), end=match.end(), spans=((at, at + 1), (other, other + 1)))


@fault("PU41")
def straight_quotes(article: Article, random: Random) -> Planted | None:
    """Straight quotes for both halves or one."""
    match = article.pick(random, _QUOTE)
    if match is None:
        return None
    inside, opening, closing = match[0][1:-1], *random.choice([('"', '"'), ('"', "”"), ("“", '"')])
    planted = article.replace(match.start(), match.end(), opening + inside + closing)
    first, last = (match.start(), match.start() + 1), (match.end() - 1, match.end())
    both = ((match.start(), match.end()),) if opening == closing else ()
    single = tuple(span for span, mark in ((first, opening), (last, closing)) if mark == '"')
    return planted._replace(spans=(*both, *single))


@fault("PU42", "QU01")
def turned_quotes(article: Article, random: Random) -> Planted | None:
    """One half or both reversed."""
    match = article.pick(random, _QUOTE)
    if match is None:
        return None
    inside, opening, closing = match[0][1:-1], *random.choice(["””", "““", "”“"])
    planted = article.replace(match.start(), match.end(), opening + inside + closing)
    first, last = (match.start(), match.start() + 1), (match.end() - 1, match.end())
    return planted._replace(
        spans=tuple(span for span, turned in ((first, opening == "”"), (last, closing == "“")) if turned)
    )


@fault("PU12", "LS02", "LS01")
def line_ends_with_opening_mark(article: Article, random: Random) -> Planted | None:
    """A paragraph broken after “, 《 or （."""
    match = article.pick(random, f"(?<=.{{12}})(?:{_ANY})")
    if match is None:
        return None
    at = match.start() + 1
    planted = article.replace(at, at, random.choice(["\n", "\n\n", "\n\u3000\u3000"]), mark=(0, 1))
    return planted._replace(start=at - 1, spans=((at - 1, at),))


@fault("PU27")
def stop_on_both_sides_of_a_quote(article: Article, random: Random) -> Planted | None:
    """。”。."""
    match = article.pick(random, f"(?<=[{HAN}][。！？]”)(?=[{HAN}]|$)")
    return article.replace(match.start(), match.start(), "。") if match else None


@fault("PU28")
def stop_inside_a_quoted_part(article: Article, random: Random) -> Planted | None:
    """坚持“质量第一。”的方针."""
    match = article.pick(random, f"(?<=[{HAN}])“[{HAN}]{{3,10}}(?=”的[{HAN}])")
    return article.replace(match.end(), match.end(), "。") if match else None


@fault("PU39")
def title_marks_in_title_marks(article: Article, random: Random) -> Planted | None:
    """《关于印发《办法》的通知》."""
    match = article.pick(random, _TITLE)
    if match is None:
        return None
    inside = match[0][1:-1]
    head, tail = random.choice([("关于印发", "的通知"), ("读", "有感"), ("关于修改", "的决定"), ("", "简介")])
    right, wrong = f"《{head}〈{inside}〉{tail}》", f"《{head}《{inside}》{tail}》"
    planted = article.replace(match.start(), match.end(), wrong)
    at = match.start() + 1 + len(head)
    end = at + len(inside) + 2
    before = article.text[: match.start()] + right + article.text[match.end() :]
    return planted._replace(start=at, end=end, spans=((at, at + 1), (at, end), (end - 1, end)), before=before)


@fault("PU40")
def quotes_in_quotes(article: Article, random: Random) -> Planted | None:
    """“ ” around a phrase inside “ ”."""
    match = article.pick(random, f"“[^“”‘’\n]{{4,40}}[{HAN}，]([{HAN}]{{2,6}})[，。][^“”‘’\n]{{0,40}}”")
    if match is None:
        return None
    start, end = match.span(1)
    planted = article.replace(start, end, f"“{match[1]}”")
    before = f"{article.text[:start]}‘{match[1]}’{article.text[end:]}"
    return planted._replace(spans=((start, start + 1), (start, end + 2), (end + 1, end + 2)), before=before)
