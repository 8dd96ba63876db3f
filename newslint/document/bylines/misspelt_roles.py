"""Misspelt roles and qualifiers (通迅员, 见刁) and what they should be.

The usual misspellings are closed tables. Besides those, a role counts as misspelt if one character of it is off and
nothing right comes of it (同讯员, 通讯贞, 讥者).
"""

import re
from functools import lru_cache

from newslint.chinese.characters import HAN_LETTER
from newslint.chinese.names import COMMON, OTHER
from newslint.patterns import lazy

#: Misspelt roles and their right forms; only bylines are searched for them.
WRONG = {
    "通迅员": "通讯员", "通讯圆": "通讯员", "通讯园": "通讯员", "通讯原": "通讯员", "通讯元": "通讯员",
    "通汛员": "通讯员",
    "通训员": "通讯员", "迅通员": "通讯员", "讯通员": "通讯员",
    "记着": "记者", "计者": "记者", "纪者": "记者", "记都": "记者", "记考": "记者", "记诸": "记者", "己者": "记者",
    "实习身": "实习生", "实习升": "实习生", "实习声": "实习生", "实刁生": "实习生", "实司生": "实习生",
    "编缉": "编辑", "编揖": "编辑", "编辍": "编辑", "编楫": "编辑", "责遍": "责编", "责偏": "责编",
    "校队": "校对", "较对": "校对", "效对": "校对", "校兑": "校对",
    "摄景": "摄影", "摄映": "摄影", "撮影": "摄影", "评论圆": "评论员", "撰搞": "撰稿", "供搞": "供稿", "统畴": "统筹",
}  # fmt: skip

#: Misspelt qualifiers of a role and their right forms.
WRONG_QUALIFIERS = {
    "见刁": "见习", "建习": "见习", "见司": "见习", "实刁": "实习", "特月": "特约", "首度": "首席", "守席": "首席",
    "首习": "首席",
    "全煤体": "全媒体", "全谋体": "全媒体", "融煤体": "融媒体", "融谋体": "融媒体", "容媒体": "融媒体",
    "责认": "责任", "贵任": "责任",
}  # fmt: skip

_SURNAMES = COMMON | OTHER
#: What the first, second, third character of a role may be and the word is right: 通信员, 见习生, 通讯社. A word that
#: begins with a surname (李习生) is right as well.
_RIGHT = {
    "通讯员": ("通", "讯信联勤", "员社录稿站部组处费网报设团息联"),
    "实习生": ("实见学练研", "习验训践体业", "生记编主摄评总报期地单医教"),
    "评论员": ("评", "论审议估测选讲"),
}
#: The two characters of 记者 leave little to know it by, so the strange one must look or sound like the right one.
#: Other roles of two characters (摄影, 校对) are too near to names.
_NEAR_REPORTERS = frozenset(
    [f"{char}者" for char in "讥讯讨训议讫讹忌技际既寄剂迹级积"] + [f"记{char}" for char in "老煮著堵奢耆孝这折哲浙蔗"]
)
#: What may be such a word, and all of them.
_SHAPES = [
    role[:at] + HAN_LETTER + role[at + 1 :] for role, characters in _RIGHT.items() for at in range(len(characters))
]
_SHAPE = lazy(f"(?=({'|'.join(_SHAPES)}|.者|记.))")


def near_roles() -> str:
    """Return the pattern text for roles that are one character off and in no table.

    Such a word is by itself or after a qualifier, and before what may be a name: 张记老 is a name.
    """
    beginnings: list[str] = []
    others = sorted(_NEAR_REPORTERS)
    for role, characters in _RIGHT.items():
        for at, right in enumerate(characters):
            word = f"{role[:at]}(?![{right}]){HAN_LETTER}{role[at + 1 :]}"
            (others if at else beginnings).append(word)
    behind = ("见习", "实习", "首席", "特约", "媒体", "本报", "本刊", "本台")
    return (
        f"(?:(?<!{HAN_LETTER})|{'|'.join(f'(?<={word})' for word in behind)})"
        f"(?:(?![{''.join(sorted(_SURNAMES))}])(?:{'|'.join(beginnings)})|{'|'.join(others)})"
        f"(?=[ 　：:]*{HAN_LETTER}{{2}})"
    )


def has_near_role(text: str, start: int, end: int) -> bool:
    """Return True if a word in text[start:end] is one character off from a role; the right role is none."""
    return any(_near(shape[1]) for shape in _SHAPE.finditer(text, start, end))


# A byline has few words, and a page has many bylines.
@lru_cache(maxsize=1024)
def right_role(word: str) -> str:
    """Return the right form of a role or qualifier; ``word`` itself if it is not a known misspelling."""
    return WRONG.get(word) or WRONG_QUALIFIERS.get(word) or _near(word) or word


def _near(word: str) -> str | None:
    """Return the role that ``word`` is one character off from; None if there is none."""
    for role, characters in _RIGHT.items() if len(word) == 3 else ():
        for at, right in enumerate(characters):
            if word[:at] == role[:at] and word[at + 1 :] == role[at + 1 :]:
                return None if word[at] in right or (at == 0 and word[0] in _SURNAMES) else role
    return "记者" if word in _NEAR_REPORTERS else None


def typos(mark: re.Match[str]) -> list[tuple[int, int, str]]:
    """Return start, end and right form of each misspelt word in a role (groups ``base`` and ``qualifier``)."""
    found = []
    base, qualifier = mark["base"], mark["qualifier"]
    if base and (right := right_role(base)) != base:
        found.append((*mark.span("base"), right))
    for wrong, right in WRONG_QUALIFIERS.items() if qualifier else ():
        at = qualifier.find(wrong)
        if at >= 0:
            at += mark.start("qualifier")
            found.append((at, at + len(wrong), right))
    return found
