"""The zone of a place: exactly one, and the one in which an editor would say that it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.document.structure import BlockKind
from newslint.document.zones import WORDS, zone_at
from newslint.finding import Zone

PAGE = (
    "芦汀新桥“虹桥”通车\n\n"
    "本报讯（记者 秦小满）芦汀新桥昨日通车，村民叫它“芦虹桥”。\n"
    "“路近了，”村民柳知远说，“心也近了。”桥长三百米。\n"
    "修桥用了两年。\n"
    "（通讯员 甄小谷）\n"
)
LINES = st.sampled_from(
    [
        "芦汀新桥通车",
        "新桥通车 两岸同庆",
        "本报记者 秦小满",
        "本报讯（记者 秦小满 通讯员 甄小谷）新桥昨日通车，两岸居民走上桥面。",
        "村民说：“路近了，心也近了。”",
        "“路近了，\n心也近了。”",
        "修桥用了两年，今年春天完工。",
        "一、工期两年",
        "（秦小满 文/图）",
        "图为新桥。 秦小满 摄",
        "",
    ]
)


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("芦汀新桥“", Zone.HEADLINE),
        ("虹桥", Zone.HEADLINE),
        ("秦小满", Zone.BYLINE),
        ("昨日", Zone.LEAD),
        ("芦虹桥", Zone.LEAD),
        ("路近了", Zone.QUOTATION),
        ("柳知远", Zone.BODY),
        ("心也近了", Zone.QUOTATION),
        ("修桥", Zone.BODY),
        ("甄小谷", Zone.BYLINE),
        ("\n\n", Zone.BODY),
    ],
)
def test_the_zone_of_words(words: str, zone: Zone) -> None:
    assert zone_at(Document(PAGE), PAGE.index(words)) is zone


def test_an_article_of_one_paragraph_has_no_lead() -> None:
    text = "芦汀新桥通车\n\n芦汀新桥昨日通车，两岸居民走上桥面。\n"
    assert zone_at(Document(text), text.index("昨日")) is Zone.BODY


@given(st.lists(LINES, max_size=12).map("\n".join) | st.text("甲，。“”（）记者 田一川\n", max_size=60))
def test_every_place_has_one_zone(text: str) -> None:
    document = Document(text)
    zones = [zone_at(document, at) for at in range(len(text))]
    assert set(zones) <= set(WORDS)
    for article in document.articles:
        own = zones[article.start : article.end]
        kinds = {block.kind for block in article.blocks}
        assert (Zone.HEADLINE in own) == (BlockKind.HEADLINE in kinds)
        if Zone.LEAD in own:
            first = own.index(Zone.LEAD)
            # What leads stands below the headline, in one paragraph, and the body is behind it.
            assert Zone.HEADLINE not in own[first:] and Zone.BODY in own[first:]
            last = len(own) - own[::-1].index(Zone.LEAD)
            assert "\n" not in text[article.start + first : article.start + last]
