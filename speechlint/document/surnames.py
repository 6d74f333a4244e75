"""Surnames, posts and forms of address, and what may be a name."""

from __future__ import annotations

from speechlint.document.words import cut, frequency, tag
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document.span import Span

OFFICES = (
    "总书记|书记|主席|总理|委员长|主任|部长|省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|村长|局长|厅长|处长|科长|司长|署长|院长|校长|行长|会长|馆长|台长|厂长|矿长|场长|店长|"
    "理事长|董事长|总经理|经理|总裁|总监|站长|总队长|支队长|大队长|中队长|小队长|队长|所长|社长|团长|师长|旅长|军长|营长|连长|排长|班长|总编辑|主编|司令员?|政委|参谋长|检察长|秘书长|组长|股长|园长|大使|参赞|"
    "教授|院士|研究员|工程师|委员|常委|理事|首相|总统|国王|议长|外长|代表|顾问|专员"
)
# posts that one is called by: 王局长, not 王代表
CALLED = (
    (OFFICES + "|将军|元帅|上将|中将|少将|大校|上校|资政|国务卿")
    .replace("|代表", "")
    .replace("|委员|常委|理事", "")
    .replace("|顾问|专员", "")
)
POST = f"(?:常务|名誉|执行|首席|高级)?[副总代原]{{0,2}}(?:{OFFICES})(?:助理)?"
ROLES = "CEO|CTO|CFO|COO|助理|学员|学生|学员代表|学生代表|教师代表|员工代表|演员|作家|诗人|画家|歌手|记者|教师|老师|医生|护士|民警|同志|战友|烈士|英雄|劳模|模范|创始人|专家|学者|村民|居民|工人|员工|先生|女士|元帅|大将|上将|中将|少将|将军|主播|站长|嘉宾|主持人|干事|秘书|辅导员|班主任|导师|军阀|将领|名将|总督|巡抚"
_SINGLE = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬"
    "安常乐于傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌"
    "霍虞万柯卢莫房裘解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊甄曲家封储靳段富巫焦牧谷车侯宓班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶司韶黎薄印宿白"
    "怀蒲赖卓屠蒙池乔阴胥苍双闻莘翟谭贡姬申扶冉宰郦雍桑桂牛寿边扈燕冀尚农温庄晏柴瞿阎连习艾容向古易廖耿满匡寇欧利师巩聂晁敖冷辛阚简饶曾关荆游竺盖桓粟佟肖付闫覃苑佘岳楼隋逄冼麦练栗苟辜鞠卿仝訾揭缪竹禤粘阙操蔺涂帅巨晋楚鹿缑苌郗亓"
)
_DOUBLE = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|端木|夏侯"
SURNAME = f"(?:{_DOUBLE}|[{_SINGLE}])"
# characters that names of other tongues are written with
FOREIGN = (
    "汉雷鲍因贾吕博索赫阿艾巴白班贝比别布不参策赤次措达旦丹德登迪顿朵多都堆尔嘎甫弗夫福菲费格古哈合黑吉坚加嘉江杰晋卡克科库拉朗郎莱莉勒里丽列林琳龙罗洛伦曼玛马买麦美米明木姆娜纳尼努诺欧帕平普其琪奇强巧"
    "曲热仁日肉萨桑沙莎森山生丝思斯逊索塔泰坦特提蒂图托娃瓦旺维乌西希夏亚央雅叶依伊益英约泽扎则增珍珠卓孜兹茨边乔治史布什本杰克查理大卫约翰逊詹姆托马力立莉瑞里德凯彼得保鲁罗伯"
)
# characters of which the dictionary's names of three characters have a good part of all that it has
GIVEN = frozenset(
    "世丘东丞丰丹丽久义乐乔乾云亚亦亨京亮亲仁仆介仓仕仙令仪仰仲伊伟伦伸佐佛佩佳侍依侠侯俊保修健傅僧儒允元兆先光克兰兴兹军冠冬冰冲凌凡凤凯刚利剑劲勃勇勋勤升华卒卓南博卜占卡卢卫卿厚友双"
    "召右吉后吕君含启哥哲啸喜嗣嘉圆圣圭均坚坦墨壮备复天夫夷奇奈奉奎奥奴妃妙妮姆姊姓威娃娜婆婉婷媛孔存孙孚孝孟季宁宇守安宏宗定宜宝宣宪宰家宽宾寅密富寿封尉少尔尚尤尧尹尼岳峰峻崇巍巡巧巨巾"
    "帆师希帝常平广庆应庚庭康廉延廷建弗弘弟强弼彝彦彩彪彭徒微徵德徽必志忙忠念怀思怡总恒恩恭惟惠慈慎慕慧慰懿戈成才托执扬扶承振捷政敏敦敬文斋斌斐斯新方旗旭旺昂昆昌明星春昭显晋晓晨普景晴晶"
    "智曼曾月朋朗望朝朱杏杰松林柏柔柱柳栋根桂桐桑桓桢梁梅梦梨森植楚楠欣正武殷毅毓民永汉汗汝沛治波泰泽洁洛洪济浩涛润淮淳清渊温湘潮澄灵灿炎炳烈燕燮爱牧献玄玉玛玲珍珠琏琦琪琳琴琼瑜瑞瑟瑶瑾"
    "璋璐瓦生甫田甲皇盈益盛直相眉真石碧礼祖祚祠祥祯祺禅福禹秀秉秋穆立竟章端竹紫红纪纯纲纳纹绍继绪维罗美群羽翁翔翠翰翼耀老耕聪肃肇肯胜腾臣至舜舟良艳艾芬芳英茂茶茹荣荫莉莱莲莹菊菲萍萨著葛"
    "蒂蒙蓉蔚薇藻虞虹衍衡裕襄誉诏诗诚诸谦谷豪贞贤贯贵贺贾赤超越跃轩辅辉辛辰辽达远迦迪逊逢逸邦金鑫钊钟钦钧钰铎铨铭银锋锦阳陶隆雄雅雍雨雪雯雷震霖霜霞霸青靖静韵顺领颖颜飞香馨驰驹骏魏鲁鸣鸿"
    "鹏鹤麟麦黎鼎齐龄龙"
)
# characters that no name is written with, or that end one
_NEVER = frozenset(
    "的了是在和与及为两并地对从到把被让请各每本该此这那我你他她们其之或而且但就都也还又已将要会能可应须不没无未等者委局部厅省市县区州镇乡村副总级时间年月日号个位名次第上下内外前后里说讲做作给同向于以由按经"
)
# surnames that are words before a name more often than one
_ALSO_WORDS = frozenset("向于和任时由成应同让单别安方连关万家师强农计解班司")
# of these, those that no post stands behind where they are words: 方书记, 安局长
_NEVER_BEFORE_A_POST = frozenset("方安关万强解连")
_FUNCTIONS = frozenset("向于和时由应同让别班司单任成")
_PLAIN = 5000  # one met that often is no given name: 技术
_COMMON = 300  # a word of two characters met more often than that in the dictionary is one rather than a name
_NOT_NAMES_TEXT = (
    "康养 晋商 各位 广大 全体 有关 党员 同学 青年 老师 先进 优秀 全国 全省 全市 全县 所有 分管 常务 "
    "办公 部分 这位 那位 每位 任何 应当 应该 方面 安全 安监 安检 平安 明确 明年 高度 高校 "
    "金融 华侨 党代 农民 农业 关于 关键 常态 常任 家长 家乡 万众 万元 万名 单位 江河 江苏 "
    "江西 石油 马上 马克 白衣 解放 解决 向全 向广 向各 向大 向所 向在 向这 向受 连续 连任 "
    "时任 成员 成为 曾任 曾经 任命 任职 任期 原任 何人 何时 尚未 安排 路线 项目 计划 宣布 "
    "宣读 祝贺 祝福 祝愿 祝大家 谢谢 谢意 谢大家 张开 田野 林业 温暖 武警 武装 双方 边防 应邀 "
    "应急 容易 利用 司法 白天 师生 毕业 毕业生 华人 华夏 云南 高级 高层 高管 车间 明天 顾问 "
    "盛会 成功 单独 方向 方案 强化 强调 连同 平台 安保 康复 季度 金牌 龙头 石化 齐声 齐心 "
    "甘愿 富裕 富民 关心 关注 关怀 元帅 高水 马拉 公司 班子 班主任 牛年 印发 全面 游客 路上 古人 都参 熊猫"
)
_NOT_NAMES = frozenset(_NOT_NAMES_TEXT.split())


def begins_with_surname(name: str) -> bool:
    """Whether a name of two or three characters begins as one."""
    return name[:1] in _SINGLE if name else False


def is_surname(text: str) -> bool:
    """Whether one character or two are a surname."""
    return text in _SINGLE if len(text) == 1 else text in _DOUBLE


def never_in_names(text: str) -> bool:
    """Whether a character is there that no name is written with."""
    return any(char in _NEVER for char in text)


def is_no_name(text: str) -> bool:
    """Whether it is a word that looks like a name, or begins with one."""
    return text in _NOT_NAMES or text[:2] in _NOT_NAMES


def is_name(name: str, before: str = "") -> bool:
    """Whether it may be a person's name: no word of the dictionary, and nothing that names are not written with.

    ``before`` is what stands before it: 向王明 is 向 and a name.
    """
    if is_no_name(name) or never_in_names(name[1:]):
        return False
    if len(name) == 1:
        return True
    if (
        name[0] in _FUNCTIONS
        and len(name) > 2
        and tag(name[1:])[:2] not in ("", "nr")
        and not tag(name).startswith("nr")
    ):
        return False
    if len(name) > 2 and name[0] in _ALSO_WORDS and name[1] in _SINGLE and not tag(name).startswith("nr"):
        return False
    letters = tag(name)
    if name[0] in _FUNCTIONS and not letters and not all(char in GIVEN for char in name[1:]):
        return False
    if letters.startswith("nr") and letters != "nrt":
        return len(name) > 2 or frequency(name) < _COMMON
    if letters or _cuts_a_word(before, name):
        return False
    words = cut(name)
    return len(words) > 1 and not (
        len(words) == 2
        and len(words[1].text) == 2
        and (words[1].tag in ("v", "d", "p", "c", "r", "vd", "l", "i") or frequency(words[1].text) > _PLAIN)
        and len(words[0].text) == 1
    )


def _cuts_a_word(before: str, name: str) -> bool:
    """Whether the name begins within a word that the text before begins."""
    words = cut(before + name)
    place = 0
    for word in words:
        if place < len(before) < place + len(word.text):
            return len(word.text) > 1 and not word.tag.startswith("nr")
        place += len(word.text)
    return False


def begins_a_word(text: str, span: Span) -> bool:
    """Whether a word begins where a surname and a post do: not in 公安局长."""
    if tag(text[span.start : span.start + 2]) == "ns":  # 梅州/长潭
        return False
    before = max(0, span.start - 6)
    place = before
    for word in cut(text[before : span.end]):
        if place == span.start and text[place] not in _ALSO_WORDS - _NEVER_BEFORE_A_POST:
            whole = place + len(word.text) == span.end and word.tag.startswith("n")  # 毛主席
            return len(word.text) == 1 or (
                (word.tag in ("", "nr") or whole) and frequency(word.text) < _COMMON
            )
        place += len(word.text)
    return False


def is_foreign(name: str) -> bool:
    """Whether a name of three to six characters is written with those that names of other tongues are."""
    return all(char in FOREIGN for char in name)
