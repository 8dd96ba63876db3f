"""Write newslint/chinese/data/readings.txt: the characters of GB 2312, and more that names have, by reading.

    pip install pypinyin==0.55.0 && python tools/build_readings.py

Readings are without tone. A character has its usual reading, and those of ``MORE``, which names and words have too:
most of the others that dictionaries give are out of use.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from pypinyin import Style, pinyin

TARGET = Path(__file__).parent.parent / "newslint" / "chinese" / "data" / "readings.txt"
#: Characters beyond GB 2312 that given names have.
NAMES = (
    "堃喆镕祎玥翀珺赟昇淼犇玓旸晔昉钰玘琤珑珅琎玙瑀璟璠翃翯祺祾禛禕筠粼翾芃苡荻菡萩蓥蕙薇藜蘅裕诩谞贇轩迺逄逯邈郄郗郜"
    "郝钊钥铖铠锟锳镒镡闫闳阊陞隽霁霖霂靓韡韬頔顗飏骁骅骉骎骐鲲鸣麒龑龢昶晟晞暄暐曈朏朸杬枞柠栩桁桢梣棪棻椿楠榕槿樾橦"
    "欤毓沄沣泂泓泠洺浛浠浥涓涵淏淳渼湉湜溦滢漪潆澂澍濛瀚灏炅炜炯烨焌焓焘焜煊煜熠燊燚燏牧犇猷玎玏玢玫玭珂珈珉珞珩珮珽"
    "琇琏琛琪琮琰瑄瑆瑗瑭瑾璇璐璘瓅甯畅畯皓皛皞睿矜砺硕礽祉祯禔禹秆秾稔穆竑竣笙箴篪絜纮绂绮缦羿翊聿"
)
#: Further readings that are in use.
MORE = dict(
    entry.split(":")
    for entry in (
        "乐:yue 曾:zeng,ceng 单:shan,dan 盖:ge 解:xie 仇:qiu 重:chong 长:chang 行:hang 朝:zhao 参:shen 都:du 藏:zang "
        "传:zhuan 调:diao 角:jue 觉:jiao 会:kuai 降:xiang 奇:ji 区:ou 沈:chen 翟:di 查:zha 覃:tan 尉:yu 朴:piao "
        "繁:po 折:she 召:shao 员:yun 冯:ping 晟:cheng 茜:xi 娜:nuo 楠:nan 好:hao 还:huan 得:dei 着:zhuo,zhao 分:fen "
        "合:ge 车:ju 差:chai 省:xing 量:liang 率:lv,shuai 数:shuo 说:shui 似:shi 阿:e 拓:ta 绿:lu 露:lou 薄:bao "
        "给:ji 血:xie 弹:tan 担:dan 塞:se,sai 咽:ye 殷:yan 于:yu 俞:shu 褚:zhu 柏:bo,bai 缪:mou,miao 乜:nie 种:chong "
        "洗:xian 秘:bi 应:ying 叶:xie 石:dan 宿:su,xiu"
    ).split()
)


def main() -> None:
    """Write the table: one line for each reading, its characters in their order."""
    words = (TARGET.parent / "words.txt").read_text(encoding="utf-8")
    known = {char for char in {*words, *NAMES} if "一" <= char <= "龥"}
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            known.update(bytes((row, cell)).decode("gb2312", "ignore"))
    found: dict[str, set[str]] = defaultdict(set)
    for char in known:
        [[usual, *_]] = pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore") or [[""]]
        for reading in {usual.replace("ü", "v"), *MORE.get(char, "").split(",")} - {""}:
            found[reading].add(char)
    lines = [f"{reading} {''.join(sorted(chars))}\n" for reading, chars in sorted(found.items())]
    TARGET.write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
