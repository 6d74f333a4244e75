"""Dots that part the halves of a name or a title, and should be ·: 尼玛.次仁, 《论语.学而》."""

from __future__ import annotations

from speechlint.quick import regex

_TITLE = regex.later("[《〈“‘][^\\n。，；！？：《》〈〉“”‘’.]{1,12}$")
_TITLE_END = regex.later("[^\\n。，；！？：《》〈〉“”‘’.]{1,12}[》〉”’]")
_TITLED = regex.later("[\u4e00-\u9fff]{1,4}?(?:同志|先生|女士|老师|大叔|大爷|阿妈|老人|书记|主任|村长)")
# Characters of names rendered by their sound, Tibetan, Uyghur, Kazakh, Mongolian and European ones.
_SOUNDS = frozenset(
    "阿艾爱安奥巴白班贝本比毕别波伯博布查次达大代丹德登邓狄迪顿多杜恩尔法菲费芬弗伏福嘎盖戈哥格葛古哈海罕汗赫亨洪霍吉及基嘉加迦杰金喀卡凯坎康"
    "科可克肯孔库夸奎拉莱兰朗劳勒雷里理丽利力列林琳卢鲁路罗洛吕马玛买迈麦曼梅门蒙孟米密敏莫默姆木穆纳娜南内尼妮宁努奴诺欧帕潘佩彭皮平珀普奇齐奇"
    "乔切钦琼求热仁日茹萨赛桑莎沙山珊尚舍申什师士仕丝思斯苏逊索塔台泰坦汤特提图吐托瓦旺万威韦维魏温翁沃乌西希锡夏仙辛雄休旭雪雅亚扬央耶叶伊依"
    "因英尤于约扎泽增扎詹珍芝治卓兹祖江孜茨措拥旦甫肉再买合帖帕夏丹增多杰夫朵聂涅捷蒂契贡噶赤错益娃才让仓却都不合帅努果次顿尕拖堆珠益宗洛永丹曲"
)


def parts_a_name(text: str, at: int) -> bool:
    """Whether the dot at ``at`` stands in a title or a name."""
    return _is_title(text, at) or _is_name(text, at)


def _is_title(text: str, at: int) -> bool:
    """《论语.学而》, “沁园春.雪”: nothing else between the marks around it."""
    return bool(_TITLE.search(text, max(0, at - 13), at)) and bool(_TITLE_END.match(text, at + 1))


def _is_name(text: str, at: int) -> bool:
    """尼玛.次仁: sounds on both sides, or a title behind what one of the two begins."""
    sides = (_SOUNDS.issuperset(text[at - 2 : at]), _SOUNDS.issuperset(text[at + 1 : at + 3]))
    return all(sides) or (any(sides) and _TITLED.match(text, at + 1) is not None)
