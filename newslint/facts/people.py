"""The people that an article names, where it says who they are: in bylines, behind a post, before a verb of speech.

A name is Chinese: a surname and one or two characters. Elsewhere in the article it may stand without post or verb;
``occurrences`` finds it there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.chinese.names import is_chinese
from newslint.document import Document
from newslint.facts.mention import Mention, mention, places_of
from newslint.facts.person_names import is_settled, name_at
from newslint.patterns import lazy

#: The last two characters of posts and callings that stand before a name.
_POSTS = frozenset(
    "院长 校长 局长 市长 县长 区长 省长 州长 镇长 乡长 村长 部长 司长 厅长 处长 科长 股长 所长 站长 队长 社长 会长 "
    "馆长 园长 厂长 团长 组长 庭长 行长 台长 排长 连长 营长 旅长 师长 军长 班长 秘长 书长 董长 事长 舰长 机长 船长 "
    "店长 庄长 矿长 段长 关长 署长 察长 判长 士长 家长 书记 主任 主席 主管 主编 主播 委员 常委 政委 代表 经理 总监 "
    "总裁 总理 总统 总编 总干 教授 教练 教师 教员 院士 程师 术员 专家 学者 责人 始人 起人 承人 包人 伙人 言人 持人 "
    "法人 理事 董事 监事 干事 干部 医生 医师 药师 护士 老师 老人 老伴 老乡 老板 学生 学员 村民 市民 居民 股民 渔民 "
    "农民 牧民 选民 移民 职工 员工 工人 党员 团员 队员 社员 船员 海员 司员 会员 议员 演员 导演 编剧 作家 作者 画家 "
    "诗人 歌手 选手 球员 动员 记者 讯员 论员 究员 究生 法官 律师 警官 警察 民警 交警 辅警 刑警 特警 战士 行员 天员 "
    "驶员 司机 乘客 旅客 游客 顾客 患者 业主 店主 户主 大使 大姐 大哥 大妈 大爷 公使 参赞 领事 愿者 业者 计师 析师 "
    "厨师 讲师 导师 博士 硕士 格员 会计 裁判 男子 女子 妻子 丈夫 儿子 女儿 父亲 母亲 同事 网友 好友 疑人 被告 告人 "
    "原告 察官 弟弟 妹妹 姐姐 哥哥 队友 战友 工友 徒弟 搭档 同伴".split()
)
#: What these end with: a pattern of all of them would take long to compile and to search for.
_LAST = lazy(
    "[长记任席管编播员委表理监裁统干授练师士家者人事部生伴乡板民工演剧手官察警机客主使姐哥妈爷赞计判子夫儿亲友告弟妹档]"
)
#: Verbs of speech, and what else follows a name at the head of a clause.
_SPEECH = tuple("表示 指出 强调 介绍 认为 告诉 坦言 透露 回忆 说， 说： 说。 说道 同志 教授 院士".split())
_BEFORE_NAME = frozenset("，。、；：！？“”‘’（）()《》〈〉【】…—\n 　")
_JOINS = frozenset("、和与及")


class Person(NamedTuple):
    """The name of a person, ``form``, from ``start`` to ``end``.

    ``frame`` is what shows it to be a name: ``byline``, ``post``, ``list`` (behind another name) or ``speech``, "" if
    nothing there does. ``post`` is the role in the byline, or the last two characters of the post or calling, "" if
    there is none; ``article`` is as in ``Mention``.
    """

    form: str
    start: int
    end: int
    article: int
    frame: str = ""
    post: str = ""


def people(document: Document) -> tuple[Person, ...]:
    """Return where a document names people and says who they are, in order."""
    found = {person.start: person for person in _speakers(document)}
    found.update((person.start, person) for person in _holders(document))
    found.update((person.start, person) for person in _signers(document))
    return tuple(found[start] for start in sorted(found))


def names_of(document: Document) -> frozenset[str]:
    """Return the names of the people whom a document names: a rule about words should spare them."""
    return frozenset([person.form for person in document.once(people)])


def _sizes_of_names(document: Document) -> frozenset[int]:
    return frozenset(map(len, document.once(names_of)))


def in_a_name(document: Document, start: int, end: int) -> bool:
    """Return True if a span lies in the name of somebody whom the document names, here or elsewhere."""
    view = document.view
    names = document.once(names_of)
    return any(
        view[first : first + size] in names
        for size in document.once(_sizes_of_names)
        for first in range(max(0, end - size), start + 1)
    )


def ends_with_post(view: str, at: int) -> bool:
    """Return True if a post or calling ends at ``at``."""
    return view[at - 2 : at] in _POSTS


def occurrences(document: Document, article: int, name: str) -> Iterator[Mention]:
    """Yield every place of an article where ``name`` stands, whatever is before it."""
    view = document.view
    own = document.articles[article]
    for at in places_of(view, name, own.start, own.end):
        yield Mention(name, at, at + len(name), article)


def _signers(document: Document) -> Iterator[Person]:
    for base, byline in document.bylines:
        for credit in byline.credits:
            for person in credit.people:
                if is_chinese(person.name):
                    place = mention(document, base + person.start, base + person.end, person.name)
                    yield Person(*place, "byline", credit.role)


def _holders(document: Document) -> Iterator[Person]:
    """Yield the people behind a post, and those joined to them: 副院长牛晓红、郭伟和方芸."""
    view = document.view
    reached = 0
    for match in _LAST.finditer(view):
        at = match.end()
        if not ends_with_post(view, at):
            continue
        post = view[at - 2 : at]
        frame = "post"
        while at >= reached and (size := name_at(view[at : at + 8])):
            yield Person(*mention(document, at, at + size), frame, post)
            reached = at + size
            if view[reached : reached + 1] not in _JOINS:
                break
            at = reached + 1
            frame = "list"


def _speakers(document: Document) -> Iterator[Person]:
    """Yield the people at the head of a clause before a verb of speech: ，田一川介绍."""
    view = document.view
    for end in (at for verb in _SPEECH for at in places_of(view, verb, 0, len(view))):
        for size in (3, 2, 4):
            start = end - size
            if start >= 0 and (not start or view[start - 1] in _BEFORE_NAME):
                if is_settled(view[start : end + 2], size):
                    yield Person(*mention(document, start, end), "speech")
                break
