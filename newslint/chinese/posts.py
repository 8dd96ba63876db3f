"""Posts that people hold, as they are written before a name: 院长王某, 副书记李某.

A closed list of the endings of posts; 副, 常务副, 党委 may come before. The roles of those who wrote an article (记者,
通讯员) are not among them; they have lists of their own.
"""

from __future__ import annotations

from newslint.chinese import words
from newslint.chinese.names import is_chinese, is_dotted
from newslint.chinese.segmentation import segment

#: Endings of the words for posts.
ENDINGS = (
    "书记", "主任", "主席", "院长", "校长", "局长", "市长", "县长", "区长", "省长", "州长", "镇长", "乡长", "村长",
    "部长", "司长", "厅长", "处长",
    "科长", "股长", "所长", "站长", "队长", "支队长", "大队长", "中队长", "会长", "理事长", "秘书长", "经理",
    "董事长", "总裁", "行长", "台长",
    "社长", "馆长", "园长", "厂长", "团长", "组长", "护士长", "检察长", "庭长", "审判长", "政委", "委员", "常委",
    "代表", "教授", "院士",
    "总监", "总工程师", "总编辑", "研究员", "工程师", "专家", "领导", "负责人", "创始人", "代表人", "合伙人", "董事",
)  # fmt: skip

#: Parts of speech that may follow the last name of a list: verbs, prepositions, adverbs, conjunctions.
_AFTER = ("v", "p", "d", "c")
_FOLLOWERS = frozenset("等在到赴率分一先共的是与和及也就将对向")


def name_at(text: str) -> int:
    """Return the length of the person's name at the start of ``text``, which follows a post or a 、; 0 if there is
    none.

    A surname with one or two characters counts as a name if they form no word with it and the text after it, if any,
    begins with a verb or another word that can follow a name.
    """
    dotted = text.find("·")
    if 0 < dotted < 8:
        return _dotted(text, dotted)
    if len(text) < 2:
        return 0
    pieces = [text[start:end] for start, end in segment(text[:8])]
    for size in (len(text), 2, 3):
        count = _pieces_in(pieces, size)
        if size > 3 or not count or not is_chinese(text[:size]):
            continue
        no_word = len(pieces[0]) == 1 or (count == 1 and words.tag(pieces[0]) == "nr")
        if no_word and (len(text) == size or _may_follow(pieces[count])):
            return size
    return 0


def _dotted(text: str, dot: int) -> int:
    """Return the length of the dotted name whose first dot is at ``dot``."""
    for end in range(dot + 2, min(len(text), dot + 8)):
        word = _first_word(text[end:])
        # A single verb character may be part of the name (买买提); a longer word is not.
        if is_dotted(text[:end]) and len(word) > 1 and _may_follow(word):
            return end
    return len(text) if is_dotted(text) else 0


def _first_word(text: str) -> str:
    return text[: segment(text[:8])[0][1]]


def _pieces_in(pieces: list[str], size: int) -> int:
    """Return how many of the first ``pieces`` make up ``size`` characters; 0 if a word crosses that position."""
    length = 0
    for count, piece in enumerate(pieces, 1):
        length += len(piece)
        if length >= size:
            return count if length == size else 0
    return 0


def _may_follow(word: str) -> bool:
    return word[0] in _FOLLOWERS or words.tag(word)[:1] in _AFTER


def ends_with_post(text: str) -> bool:
    """Return True if ``text`` ends with a post."""
    return text.endswith(ENDINGS)
