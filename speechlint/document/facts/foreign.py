"""How much oftener foreign names are written with a character than words are, by benchmarks/foreign.py from jieba's dictionary."""

from __future__ import annotations

_BANDS = (
    (12, "亨吕奎帕弗杜耶茨蒂韦"),
    (11, "侭卢姆娅尔戈滕潘琳瑟迪"),
    (10, "凯卡坎奥斯曼梅涅珀窹莉莎莱萨詹赫跖郾霍鲍"),
    (9, "克兹勒哈塔妮娜媛尼拉旭晏沃洛溓玛璜瓦聂菲衮诺贝阿雷"),
    (8, "乔伊伯佩卜厄吉吒孚慈托杰祯穆纣纳艾莒薛赉逊馥鲁"),
    (7, "佐偃埃塞夫尧巴德恺普朗柯汀珈瑙甫畴睿维罗翰腓芬茹莫迈迦鸠"),
    (6, "丁乌伦俾兰吠圣堡孜孟布库廉彼恩憧憬扈扎昭格桑森特砺罕芙雅雉麦默"),
    (5, "亚努博坦奇契姬威摩撒昂殷毗波淄狄瓜索舍茂萝谢贾顿"),
    (4, "勃叱噬基宾崇希捷斐泰泽溺爪犬砥碧科米羹肖芭苑茅赖辛达里隅马"),
    (3, "丙丽伽冈切列利哇哥图夸娃岛徐忠李林柴梭淑牡王玻登皮福纽舒蒙锡闽齐"),
    (2, "丘什仁伍佛劳古唐喀夏多孝宁康弥彻扬旺朴比沙烈珊瑞甘盖缅胡芳蓬西费郎闯陀魏鹰龟"),
    (1, "亭凡加匈叶坝塘墨奈宗尤屏峰恰悟惠施易松查柳温滩珍班琴祖约肯苏荷袋豪邦锁隆颜"),
    (0, "世丝休内冬刘匹吐咨哲士孔季安寺州帝庄底拜敦晋木某柔歌氏汗汤浅海炎热爱申窝苗衙角辽遂金锦镇顷颇"),
    (-1, "万丹久买井人修六剩因太奴宫密尊岗岭廷怀提文日根毛永河法测湾湿爷狗珠盐虎襄觉贡赛赤路连迷静顺"),
    (-2, "临二优十南县土城培奔娘富察尚山川干得新未末欧派灵父献考脱避钱陵露青页额饭黑"),
)
_WEIGHTS = {char: band / 2 for band, chars in _BANDS for char in chars}


def weight(text: str) -> float:
    """The logarithm of how much likelier ``text`` is as a foreign name than as words, by its characters alone."""
    return sum(_WEIGHTS.get(char, _RARE) for char in text)


_RARE = -6.0
