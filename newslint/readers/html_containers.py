"""The elements of a page by their names: those with the article, those about it, those around it.

Content systems name the parts of a page in a few ways, in English or pinyin. Names of what is around an article are
compared whole, after a prefix and before an ending of the page's own: post-navigation, hot-news-list; comments-open
says something about an article.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from newslint.patterns import lazy
from newslint.readers.html_elements import Element

#: Elements that hold more than an article, or less.
_OTHERS = frozenset("html body p li a h1 h2 h3 h4 h5 h6 dd dt ul ol blockquote tr tbody figure".split())
_OF_ONE_SYSTEM = lazy(
    r"founder-content|ozoom|TRS_Editor|TRS_UEDITOR|trs_editor_view|trs_paper_default|UCAP-?CONTENT|js_content"
    r"|rich_media_content|entry-content|post[-_](?:content|body|text)|artibody|artiContent"
    r"|arti?c?le?[-_]?(?:content|body|con|text|txt|detail)|content-article|content_area|contentText|rm_txt_con|left_zw"
    r"|mp-editor|vsb_content\w*|v_news_content|wp_articlecontent|pages_content|detail[-_]?content|main_content"
    r"|news[-_]?(?:content|text|txt|con|body)|con_text|main[-_]?text|story-body|content-?body|art[-_]?con|endText",
    re.I,
)
_OF_MANY_SYSTEMS = lazy(
    r"article|content|zoom|detail|arc-?body|main-?content|viewbox|nr|neirong|zhengwen|text|[a-z]+[-_](?:article|content)",
    re.I,
)
_UNSEEN = lazy(r"display\s*:\s*none", re.I)
_TITLE = lazy(
    r"(?:[a-z]+[-_]?)?(?:title|headline|biaoti|subtitle|introtitle|pretitle|yinti|jianti|futi)(?:[-_]?(?:main|h1|text|con|\d+))?",
    re.I,
)
_ENDINGS = (
    r"(?:-(?:list|area|box|wrap|wrapper|container|content|section|items?|body|form|block|bar|links?|title|tit|hd|bd|top"
    r"|bottom|left|right|inner|outer|con|div|group|panel|module|mod|news|articles?|posts?|reading|text|info|btn|buttons?"
    r"|icons?|banner|code|nav|widget|cnt|main|name|\d+))*"
)
_PREFIX = r"(?:(?!(?:has|no|with|is|not|category|tag)-)[a-z0-9]+-)*?"
#: Elements in which readers write; these may be longer than the article.
_COMMENTS = lazy(_PREFIX + r"(?:comments?|pinglun|disqus|replies|respond|guestbook|liuyan)" + _ENDINGS)
#: Elements around the article.
_MARGINS = lazy(
    _PREFIX
    + r"(?:nav|navi|navs|navbar|navigation|daohang|menus?|bread-?crumbs?|crumbs?|mbx|dqwz|weizhi|position|location"
    r"|shares?|sharing|bdsharebuttonbox|jiathis|ads?|adv|adverts?|advertisements?|adsbygoogle|sponsor(?:ed)?|guanggao|related|recommend(?:ed|ation)?s?"
    r"|tuijian|xiangguan|hots?|remen|rank(?:ing)?|paihang|sidebar|widgets?|footer|foot|copyrights?|banquan|statement"
    r"|disclaimer|shengming|mianze|toolbar|tool-?box|pagination|pagers?|pages|prev|next|pre-?next|shangxia|login|search|qr-?code|erweima"
    r"|subscribe|newsletter|cookies?|popup|modal|tags|keywords|site-header|site-title|site-name|logo|top-?bar|go-?top|back-?to-?top"
    r"|font-?size|jubao|feedback|cat-links|tag-links|more-links?)" + _ENDINGS
)
#: Elements with the author, source and time of an article; a paragraph of prose in them belongs to the article.
_META = lazy(
    _PREFIX + r"(?:infos?|meta|xinxi|source|laiyuan|dates?|time|pub-?time|pub-?date|publish-?(?:time|date)|shijian"
    r"|authors?|zuozhe|byline|editors?|bianji|date-source|about|views|clicks?|counts?|entry-footer|tags?)" + _ENDINGS
)
_CAMEL = lazy(r"(?<=[a-z0-9])(?=[A-Z])")


def is_comments(element: Element) -> bool:
    """Return True if readers write in the element."""
    return any(map(_COMMENTS.fullmatch, _names(element)))


def is_unseen(attributes: Mapping[str, str]) -> bool:
    """Return True if an element with these attributes is not shown."""
    return "hidden" in attributes or _UNSEEN.search(attributes.get("style", "")) is not None


def is_margin(element: Element) -> bool:
    """Return True if the element is named as a part of the page around the article, or is not shown."""
    return is_unseen(element.attributes) or any(map(_MARGINS.fullmatch, _names(element)))


def is_meta(element: Element) -> bool:
    """Return True if the element is named as one with author, source and time."""
    return any(map(_META.fullmatch, _names(element)))


def is_title(element: Element | None) -> bool:
    """Return True if the element is named as the headline or a line above or below it."""
    return element is not None and any(map(_TITLE.fullmatch, (*element.classes, element.id)))


def is_article(element: Element) -> bool:
    """Return True if the element is an article by HTML."""
    return element.name == "article" or element.attributes.get("itemprop") == "articleBody"


def is_of_one_system(element: Element) -> bool:
    """Return True if the element is the one in which a content system has the article."""
    return element.name not in _OTHERS and any(
        map(_OF_ONE_SYSTEM.fullmatch, (*element.classes, element.id, element.name))
    )


def is_of_many_systems(element: Element) -> bool:
    """Return True if the element has a name that many pages give to an article, and some to more than that."""
    names = (*element.classes, element.id)
    return element.name not in _OTHERS and (element.name == "main" or any(map(_OF_MANY_SYSTEMS.fullmatch, names)))


def is_container(element: Element) -> bool:
    """Return True for any of the three."""
    return is_article(element) or is_of_one_system(element) or is_of_many_systems(element)


def _names(element: Element) -> list[str]:
    words = [*element.classes, *element.id.split()]
    return [_CAMEL.sub("-", word[:80]).replace("_", "-").lower() for word in words[:20]]
