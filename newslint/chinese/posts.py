"""Posts that people hold, as they stand right before a name: 院长王某, 副书记李某.

A closed table of how the words for posts end, with what may stand before them (副, 常务副, 党委). Ordinary words of
Chinese; what is left out are the roles of those who wrote an article (记者, 通讯员), which have lists of their own.
"""

from __future__ import annotations

from newslint.chinese import words
from newslint.chinese.names import is_chinese, is_dotted
from newslint.chinese.segmentation import segment

ENDINGS = (
    "书记", "主任", "主席", "院长", "校长", "局长", "市长", "县长", "区长", "省长", "州长", "镇长", "乡长", "村长",
    "部长", "司长", "厅长", "处长",
    "科长", "股长", "所长", "站长", "队长", "支队长", "大队长", "中队长", "会长", "理事长", "秘书长", "经理",
    "董事长", "总裁", "行长", "台长",
    "社长", "馆长", "园长", "厂长", "团长", "组长", "护士长", "检察长", "庭长", "审判长", "政委", "委员", "常委",
    "代表", "教授", "院士",
    "总监", "总工程师", "总编辑", "研究员", "工程师", "专家", "领导", "负责人", "创始人", "代表人", "合伙人", "董事",
)  # fmt: skip
"""What the word for a post ends with."""

#: Kinds of word that may follow the last name of a list: verbs, prepositions, adverbs, conjunctions.
_AFTER = ("v", "p", "d", "c")
_FOLLOWERS = frozenset("等在到赴率分一先共的是与和及也就将对向")


def name_at(text: str) -> int:
    """Return how many characters at the beginning of ``text``, which follows a post or a 、, are a person's name; 0 for
    none.

    A surname with one or two characters is taken for a name if they form no word with it, and if what follows, where
    text follows, is a verb or another word that a name can stand before.
    """
    dotted = text.find("·")
    if 0 < dotted < 8:
        return _dotted(text, dotted)
    if len(text) < 2:
        return 0
    pieces = [text[start:end] for start, end in segment(text[:8])]
    for size in (len(text), 2, 3):
        count = _pieces_in(pieces, size)
        if (
            size <= 3
            and count
            and is_chinese(text[:size])
            and (len(pieces[0]) == 1 or (count == 1 and words.tag(pieces[0]) == "nr"))
        ) and (len(text) == size or _may_follow(pieces[count])):
            return size
    return 0


def _dotted(text: str, dot: int) -> int:
    """Return the length of the name in parts whose first dot is at ``dot``."""
    for end in range(dot + 2, min(len(text), dot + 8)):
        word = _first_word(text[end:])
        # A single verb character may be part of the name (买买提), a longer word is not.
        if is_dotted(text[:end]) and len(word) > 1 and _may_follow(word):
            return end
    return len(text) if is_dotted(text) else 0


def _first_word(text: str) -> str:
    return text[: segment(text[:8])[0][1]]


def _pieces_in(pieces: list[str], size: int) -> int:
    """Return how many of the first ``pieces`` make up ``size`` characters; 0 if a word runs over that place."""
    length = 0
    for count, piece in enumerate(pieces, 1):
        length += len(piece)
        if length >= size:
            return count if length == size else 0
    return 0


def _may_follow(word: str) -> bool:
    return word[0] in _FOLLOWERS or words.tag(word)[:1] in _AFTER


def ends_with_post(text: str) -> bool:
    """Return True if ``text`` ends with the word for a post."""
    return text.endswith(ENDINGS)
