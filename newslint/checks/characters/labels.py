"""The labels that a site or a database leaves around a headline: [视频], [国内], --要闻, -keyword,keyword."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.checks.characters.gates import has_labels
from newslint.checks.check import Match, StructureCheck
from newslint.checks.registry import Declared
from newslint.chinese.characters import HAN_LETTER
from newslint.document import Document
from newslint.patterns import lazy

#: Channels and kinds, in square brackets; in 【】, which newspapers use for columns of their own, only kinds.
_BEFORE = lazy(
    "[ \u3000]*(?:[\\[［](?:[微短]?视频|音频|直播|动画|漫画|组?图|图[文集解片说]|高清(?:组图)?|国内|国际|社会|时政|经济"
    "|财经|体育|娱乐|军事|科技|教育|文化|健康|房产|汽车|法治|民生|本地|滚动|快[讯报]|要闻|头条|独家|原创|转载?|专题"
    "|评论|推荐|热点|H5|VR)[\\]］]|【(?:[微短]?视频|音频|组?图|图[文集片]|高清组图|转载?|H5|VR)】)"
    "[ \u3000]*(?=[^ \u3000])"
)
_KEYWORD = "[^-，。：；！？,\n]{1,14}"
_BEHIND = lazy(
    f"[ \u3000]*(?:-{_KEYWORD}(?:[,，]{_KEYWORD})+(?:--?{HAN_LETTER}{{2,10}})?"
    f"|--{HAN_LETTER}{{0,8}}(?:要闻|新闻|快讯|动态|频道|在线|头条|首页|专题|栏目|视点|时政|时评|社会|体育|财经|教育|科技"
    "|文化|生活|健康|网|报|周刊|电视台|客户端|公众号)"
    # So short, what stands behind the hyphens is no subtitle, unless it says so: --访田一川, --渡口侧记.
    f"|--(?![访记评论谈致看写忆赞读]){HAN_LETTER}{{2,4}}(?<![记篇评谈感])(?<!纪实)(?<!之[一二三四五]))[ \u3000]*$"
)
#: What stands before a keyword list, in characters, is a headline.
_LEAST = 4


def column_labels(document: Document) -> Iterator[Match]:
    """Yield the labels before and behind each headline, with the keywords between it and its column."""
    view = document.view
    for block in document.headlines:
        before = _BEFORE.match(view, block.start, block.end)
        behind = _BEHIND.search(view, block.start + _LEAST, block.end)
        for label in filter(None, (before, behind)):
            yield Match(
                label.start(), label.end(), "", values={"label": document.text[label.start() : label.end()].strip()}
            )


CHECKS: Mapping[str, Declared] = {
    "column-label": StructureCheck(column_labels, gate=has_labels, values=["label"]),
}
