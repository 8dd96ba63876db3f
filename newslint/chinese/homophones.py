"""Common characters with the same reading: the strict question, for checks that must be certain.

The first level of GB 2312 lists 3,755 characters in the order of their readings, so the first character of each
syllable is enough to tell the reading of any of them. Tones are ignored, as input methods ignore them. Each character
has one reading here; ``readings`` knows all readings of all characters, and looks, but its table takes longer to read.
"""

from bisect import bisect_right
from functools import cache

# The first character of each syllable in the first level of GB 2312-80, from a to zuo.
_FIRSTS = (
    "啊埃鞍肮凹芭白斑邦苞杯奔崩逼鞭标鳖彬兵玻捕擦猜餐苍操厕层插拆搀昌超车郴撑吃充抽初揣川疮吹春戳疵聪凑粗蹿摧村磋搭呆耽当刀德蹬堤颠"
    "碉跌丁丢东兜督端堆墩掇蛾恩而发藩坊菲芬丰佛否夫噶该干冈篙哥给根耕工钩辜刮乖棺光瑰辊锅哈骸酣夯壕呵嘿痕哼轰喉呼花槐欢荒灰荤豁击嘉"
    "歼僵蕉揭巾荆炯揪鞠捐撅均喀开刊康考坷肯坑空抠枯夸块宽匡亏坤括垃莱蓝琅捞勒雷棱厘俩联粮撩列琳玲溜龙楼芦驴峦掠抡萝妈埋瞒芒猫么玫门"
    "萌眯棉苗蔑民明谬摸谋拇拿氖南囊挠呢馁嫩能妮蔫娘鸟捏您柠牛脓奴女暖虐挪哦欧啪拍攀乓抛呸喷砰坯篇飘撇拼乒坡扑期掐牵枪橇切钦青琼秋趋圈"
    "缺裙然瓤饶惹壬扔日戎揉茹软蕊闰若撒腮三桑搔瑟森僧莎筛珊墒梢奢砷声师收蔬刷摔栓霜谁吮说斯松搜苏酸虽孙蓑塌胎坍汤掏特藤梯天挑贴厅通偷"
    "凸湍推吞拖挖歪豌汪威瘟嗡挝巫昔瞎掀相萧楔薪星兄休墟轩靴勋压焉殃邀椰一茵英哟拥幽迂鸳曰耘匝栽咱赃遭责贼怎增扎摘瞻樟招遮珍蒸芝中舟珠"
    "抓拽专桩椎谆捉兹鬃邹租钻嘴尊昨"
)


def sound_alike(one: str, other: str) -> bool:
    """Return True if two characters have the same reading, regardless of tone; False outside the first level of GB
    2312.
    """
    first, second = syllable(one), syllable(other)
    return first is not None and first == second


def syllable(char: str) -> int | None:
    """Return the number of a character's reading without tone; None outside the first level of GB 2312."""
    code = _code(char)
    return bisect_right(_starts(), code) if b"\xb0\xa1" <= code <= b"\xd7\xf9" else None


@cache
def _starts() -> tuple[bytes, ...]:
    return tuple(map(_code, _FIRSTS))


def _code(char: str) -> bytes:
    return char.encode("gb2312", "ignore")
