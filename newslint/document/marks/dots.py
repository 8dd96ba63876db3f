"""A dot of the Latin keyboard between two Chinese characters: the full stop of a sentence, or the interpunct of a name.

工程已完成.明年通车 should have 。, 卡尔.安德森 should have ·. Three things tell them apart: the characters of foreign
names, on both sides of an interpunct; the length of the text before and after a full stop; and whether everyday words
end and begin there. If they disagree (中国.云岭, 晚报.晚报网), nothing is decided. Offsets are code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile

from newslint.chinese.characters import HAN_LETTER
from newslint.chinese.names import COMMON
from newslint.chinese.segmentation import segment
from newslint.chinese.words import frequency, tag
from newslint.patterns import lazy

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
# The dot comes first, because a pattern that begins with a look-behind is ten times slower.
_DOT = lazy(rf"[.．](?<={HAN_LETTER}.)(?={HAN_LETTER})")
#: Characters in foreign names and in those of Uyghurs and Kazakhs. Source: names in newspapers, after the tables of
#: 《世界人名翻译大辞典》.
NAME_CHARACTERS = frozenset(
    "阿埃艾安昂奥巴拜班邦保鲍贝本比彼别宾波伯勃博布查彻茨茨措达戴黛丹道德登邓狄迪蒂丁东杜敦顿多厄恩尔耳法范方菲费芬丰冯弗福甫夫"
    "盖冈高戈哥格葛根贡古圭果哈海罕汉豪赫黑亨洪侯胡华怀惠霍基吉季加贾坚简江杰捷金津久居卡凯坎康考柯科可克肯孔库夸奎昆拉莱赖兰朗劳勒"
    "雷蕾里理丽利莉力立连廉良列林琳灵留流龙隆卢鲁路吕伦罗洛马玛迈麦曼芒毛茂梅门蒙米密缅明摩莫默姆木穆拿娜纳乃奈南内尼娘涅宁牛纽农努"
    "诺欧帕派潘庞培佩彭蓬皮匹平珀普齐契恰乔切钦琴丘让热仁日荣茹儒瑞若撒萨塞赛桑瑟森沙莎山尚绍舍申圣盛施什史士舒朔思斯丝松苏孙索所塔泰坦汤唐"
    "陶特腾提汀廷亭通图土托瓦万旺威韦维伟魏温文翁沃乌吾伍武西希锡夏香肖谢欣辛兴雄休修许雅亚延扬尧耶叶伊依易英尤于约宰赞早泽曾扎詹"
    "白张珍芝治朱准卓兹孜子佐赫芙薇妮娅琪黎丹翰逊戳顿蒂玻汶霖买肉吐热努麦江祖艳汗拜喀甘凡妲娃苔柏宾尕蓓芭卜岑楚得烈鲜莲珊婕蒙戎萝露玫迭涅毕蔡"
)
_LEFT = lazy(r"[^。！？；\r\n]*\Z")
_RIGHT = lazy(r"[^。！？；\r\n.．]*")
_PAIRS = ("“”", "‘’", "《》", "〈〉", "「」", "『』", "（）", "()", "【】")
_RUN = 10
_HAN_BEFORE = lazy(rf"[{_HAN}]{{1,{_RUN}}}\Z")
_HAN_BEHIND = lazy(rf"[{_HAN}]{{1,{_RUN}}}")
#: Sentences are longer than the first number of characters; pieces that belong together are shorter than the second.
_SHORT, _LONG = 5, 12
#: The points from which a dot is a full stop.
_ENOUGH = 3
#: Counts in the word list above which a place is likelier than a person, and a word than a part of a name.
_SPOKEN_OF = 400
#: Single characters that a sentence may end or begin with, because they are words.
_LAST = frozenset("了的着过中上下内外等人年月日后前时里间起来去多家个名元次级点里省市县区路线会性化者")
_FIRST = frozenset(
    "他她它我你这那该其此在对从据为将并以与由经按但而也还又就如若当每各另除因随自至到目即今昨同本两双不有是现把被使让向用可要应"
)
#: Parts of speech that begin sentences, but not titles and names: pronouns, conjunctions, prepositions, times, adverbs.
_OPENING = ("r", "c", "p", "t", "d")
_NAMES = ("nr", "ns", "nt", "nz")
#: An office or a trade, and what may be the first part of a foreign name after it.
_TITLED = lazy(
    "(?:总统|总理|首相|主席|部长|大臣|国王|大使|领事|议员|市长|州长|书长|发言人|代表|教授|博士|专家|学者|院长|校长|会长|主任|总裁|经理|董事长|执行官|"
    rf"创始人|导演|演员|作家|画家|歌手|选手|球员|教练)([{_HAN}]{{1,5}})\Z"
)
_MEDIA = lazy(r"[报网台社刊]\Z")
_MEDIA_BEHIND = lazy(rf"[{_HAN}]{{0,5}}[报网台社刊]")
#: What follows the second half of a name such as 文化周.云岭站.
_PART = lazy(rf"[{_HAN}]{{2,4}}(?:站|专场|赛区|篇|卷|杯|赛|展|节|周|论坛|峰会)(?![{_HAN}])")


def decided_dots(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset of each dot between Chinese characters that can be decided, with the mark it stands for: 。 or
    ·.
    """
    for match in _DOT.finditer(text):
        mark = _mark(text, match.start())
        if mark:
            yield match.start(), mark


def _mark(text: str, at: int) -> str:
    low = max(0, at - 200)
    low = max(low, text.rfind("\n", low, at) + 1)
    before, behind = _HAN_BEFORE.search(text, max(low, at - _RUN), at), _HAN_BEHIND.match(text, at + 1)
    if before is None or behind is None:
        return ""
    if _is_slogan(text, at, before[0], behind[0]):
        return "·"
    head, tail = _last_word(before[0]), _first_word(behind[0])
    lengths = _name_run(reversed(before[0])), _name_run(behind[0])
    titled = _TITLED.search(before[0])
    if min(lengths) > 1:
        return "·" if _is_name(head, tail, sum(lengths) + bool(titled)) else ""
    if titled and _may_be_parts(titled[1], behind[0][:2], head, tail):
        return "·"
    if titled and lengths[1] > 1:
        return ""
    unknown = not frequency(head) or len(head) == 1 or tag(head).startswith("nr")
    if (
        lengths[0] > 2
        and unknown
        and len(tail) == 1
        and not (tail in _FIRST or tail in COMMON or tag(tail).startswith(_OPENING))
    ):
        return "·"
    left, right = _LEFT.search(text, low, at), _RIGHT.match(text, at + 1)
    sizes = _size_before(left[0]) if left else 0, _size_behind(right[0]) if right else 0
    if (
        min(sizes) < 2
        or (_MEDIA.search(text, low, at) and _MEDIA_BEHIND.match(text, at + 1))
        or _PART.match(text, at + 1)
    ):
        return ""
    # A foreign name often begins a sentence; it ends one only before an interpunct.
    points = sum(map(_length_points, sizes)) + _end_points(head) + _beginning_points(tail) - 2 * (lengths[0] > 2)
    if lengths[0] == 0 and _begins_with_name(tail):
        points += 1 + (len(head) == 1 and tag(head) in ("v", "a", "q", "m"))
    return "。" if points >= _ENOUGH else ""


def _is_slogan(text: str, at: int, before: str, behind: str) -> bool:
    """Return True if two pieces of one length are all that a pair of quotes holds: “不忘初心.永跟党走”."""
    size = len(before)
    return (
        3 <= size == len(behind) < _RUN
        and text[at - size - 1 : at - size] == "“"
        and text[at + size + 1 : at + size + 2] == "”"
        and behind[0] not in _FIRST
    )


def _name_run(characters: Iterable[str]) -> int:
    """Return how many of the first characters are common in foreign names."""
    return sum(1 for _ in takewhile(NAME_CHARACTERS.__contains__, characters))


def _is_name(head: str, tail: str, length: int) -> bool:
    """Return True if a dot between ``length`` characters of names joins a name: there is no place or everyday word."""
    if _is_place(head) or _is_place(tail) or _is_everyday(head) or _is_everyday(tail):
        return False
    return (
        length > 4
        or any(tag(word).startswith("nr") for word in (head, tail))
        or not (frequency(head) and frequency(tail))
    )


def _may_be_parts(first: str, second: str, head: str, tail: str) -> bool:
    """Return True if two parts of a name may meet after an office: half of each are such characters, no everyday word
    is near.
    """
    if any(2 * len(NAME_CHARACTERS.intersection(part)) < len(set(part)) for part in (first, second)):
        return False
    if _is_place(tail) or any(
        frequency(word) > _SPOKEN_OF and not tag(word).startswith("nr") for word in (head, tail) if len(word) > 1
    ):
        return False
    return not (head in _LAST or tail in _FIRST or tail in COMMON or tag(tail).startswith(_OPENING))


def _is_place(word: str) -> bool:
    """Return True if the word is a well-known place: 巴西 ends sentences, 福斯 and 埃文 are mostly parts of names."""
    return len(word) > 1 and tag(word).startswith(("ns", "nt")) and frequency(word) > _SPOKEN_OF


def _is_everyday(word: str) -> bool:
    return len(word) > 1 and frequency(word) > _SPOKEN_OF and not tag(word).startswith(_NAMES)


def _size_before(piece: str) -> int:
    """Return how many characters of the piece are after the last quote or bracket that it leaves open."""
    opened = [piece.rfind(pair[0]) + 1 for pair in _PAIRS if piece.rfind(pair[0]) > piece.rfind(pair[1])]
    return len(piece) - max(opened, default=0)


def _size_behind(piece: str) -> int:
    """Return how many characters of the piece are before the first quote or bracket that only closes."""
    ends = [piece.find(pair[1]) for pair in _PAIRS if pair[1] in piece and pair[0] not in piece[: piece.find(pair[1])]]
    return min(ends, default=len(piece))


def _length_points(size: int) -> int:
    return -2 if size < _SHORT else 1 if size >= _LONG else 0


def _end_points(word: str) -> int:
    if len(word) == 1:
        return int(word in _LAST)
    return int(frequency(word) > 0) - 2 * tag(word).startswith(_NAMES)


def _beginning_points(word: str) -> int:
    if word in _FIRST or (len(word) > 1 and tag(word).startswith(_OPENING)):
        return 2
    return int(len(word) > 1 and not tag(word).startswith(_NAMES))


def _begins_with_name(word: str) -> bool:
    """Return True if ``word`` is or begins a person or place that may begin a sentence."""
    return word[0] in COMMON or _is_place(word)


@lru_cache(maxsize=512)
def _last_word(run: str) -> str:
    start, end = segment(run)[-1]
    return run[start:end]


@lru_cache(maxsize=512)
def _first_word(run: str) -> str:
    start, end = segment(run)[0]
    return run[start:end]
