"""The words that tell a hole: what wants something behind it, what wants something before it, and what does not."""

from __future__ import annotations

PERSON, FIGURE, NAME, WORD = "person", "figure", "name", "word"
FAR = 6
MARKS = frozenset("，。；：、！？,;:!?")
END = frozenset("，。；：、！？）,;:!?")


def among(word: str, words: str) -> bool:
    """Whether ``word`` is one of ``words``, between blanks: a set of them is made slower than it is asked."""
    return f" {word} " in words


# People by their post; a name stands beside each.
POSTS = (
    " 书记 主任 主席 校长 院长 局长 省长 市长 县长 区长 州长 镇长 乡长 村长 部长"
    " 处长 科长 所长 站长 队长 组长 团长 社长 行长 园长 会长 厂长 庭长 馆长 台长"
    " 司长 经理 总裁 支书 政委 事长 书长 察长 判长 挥长 "
)
PARTIES = " 原告 被告 新郎 新娘 逝者 故人 死者 "
# What people are called behind their name. Of the second row one speaks without a name as well.
COMRADE = " 同志 先生 女士 小姐 "
CALLED = " 同学 老师 教授 博士 师傅 大夫 医生 院士 专家 主播 "
# 各位 先生, 老 同志: no name is missing.
OF_MANY = (
    " 各位 全体 广大 众位 诸位 在座 所有 有的 有些 一些 某些 部分 许多 众多 任何"
    " 其他 其余 每位 这位 那位 一位 "
)
KINDLY = (
    " 对待 团结 关心 爱护 帮助 尊重 批评 热爱 教育 依靠 相信 动员 组织 发动 培养"
    " 带动 提醒 要求 希望 看望 慰问 "
)
TITLED = (
    " 授予 追授 任命 免去 表彰 推选 选举 提名 聘任 聘请 号召 悼念 缅怀 怀念 追悼"
    " 师从 接替 接任 继任 批准 接收 吸收 介绍 推荐 邀请 委托 追认 增补 "
)
BY = " 由 以 请 经 有请 邀请 欢迎 推选 选举 任命 聘请 让 委托 感谢 "  # somebody
INVITED = " 请到 请来 邀请 邀请到 "  # before 了
FOR = " 对 向 跟 和 与 及 给 为 在 是 被 叫 使 从 替 随 陪 "
# What cannot stand before a mark or 的: something is gone behind it.
OPEN = (
    " 由 把 与 及 以 从 于 向 据 按 为了 关于 对于 随着 来自 位于 地处 毕业于"
    " 就读于 取决于 归功于 授予 名叫 我叫 按照 依照 遵照 "
)
OPEN_OF = " 和 在 被 受 经 给予 作为 加入 "  # before 的
OPEN_AHEAD = (
    " 根据 通过 经过 围绕 在 对 请 加快 促进 推动 提升 形成 感谢 欢迎 代表 加入"
    " 祝贺 授权 受 "
)  # at the beginning of a clause
LED = (
    "为代表的",
    "为核心的",
    "为首的",
    "为组长",
    "为队长",
    "为团长",
    "为班长",
    "为会长",
    "为主任",
    "为总指挥",
    "为榜样",
    "任组长",
    "任主任",
    "任队长",
    "担任",
)  # 以 为代表的
# What a preposition without its noun stands before, by the preposition.
DOES = {
    "请": " 讲话 致辞 致词 发言 宣读 作 主持 传达 通报 讲授 为 给 对 代表 上台 登台 ",
    "有请": " 讲话 致辞 致词 发言 宣读 作 主持 传达 通报 讲授 为 给 对 代表 上台 登台 ",
    "欢迎": " 为 给 对 讲话 致辞 发言 上台 登台 入场 ",
    "感谢": " 对 为 给 在 ",
    "由": (
        " 主持 担任 任 承办 主办 负责 牵头 宣读 兼任 讲话 致辞 发言 带队 领誓 组织"
        " 提供 捐赠 捐资 投资 主讲 颁发 率领 审理 作 代表 "
    ),
    "向": (
        " 表示 致以 学习 汇报 捐赠 捐款 看齐 致敬 祝贺 道歉 报告 反映 赔偿 支付 提出"
        " 提交 递交 敬献 通报 颁发 请教 表达 问好 拜年 "
    ),
    "把": (
        " 建成 打造 打造成 变成 作为 放在 纳入 列为 摆在 当作 转化 转化为 办成 建设成"
        " 视为 看作 转变为 培养成 交给 带到 "
    ),
    **dict.fromkeys(("聘请", "聘任", "任命", "委任", "推选", "推举", "选举", "增补"), " 为 担任 任 作 "),
    "让": " 成为 变成 为 给 对 ",
    "使": " 成为 变成 ",
    "对": " 表示 进行 开展 给予 作出 提出 作了 ",
    "给": " 带来 造成 ",
    "与": " 签订 签署 结成 结对 联合 举行 共同 一起 分别 建立 先后 ",
    "和": " 分别 先后 一起 共同 签订 ",
    "同": " 签订 签署 举行 ",
    "受": " 委托 指派 委派 ",
    "在": " 举办 召开 举行 成立 建成 ",
    "代表": " 向 对 致以 ",
    "原告": " 与 和 诉 ",
}
NOT_BY = (
    " 选举 投票 推荐 协商 开始 组成 构成 产生 引起 造成 引发 提出 抽签 改为 变为"
    " 转为 成为 发展 落后 计划 "
)  # 由 选举产生
PRESIDES = " 同志 宣读 讲话 致辞 致词 发言 作 主持 传达 通报 宣布 介绍 到会 率 代表 亲自 出席 莅临 指出 强调 分别 先后 讲了 讲了话 "
PLACE = " 上 中 下 时 期间 之际 之时 会上 "  # behind 在
# Units; those of the second row begin other words, too.
UNITS = (
    " 元 公里 平方米 平方公里 公顷 亩 吨 公斤 千克 人次 户次 个月 周年 立方米"
    " 小时 分钟 届 岁 车道 台套 个百分点 千瓦 "
)
COUNTS = " 个 倍 名 户 位 项 件 座 台 辆 场 次 期 班 支 批 张 盏 眼 间 栋 幢 棵 株 篇 份 艘 所 米 家 人 号 "
THINGS = " 企业 单位 公司 医院 工厂 商户 学校 部门 机构 "  # 家, 所
POINTS = " 倡议 意见 要求 希望 建议 体会 看法 想法 感想 "
DAYS = " 年 月 日 天 "
BEHIND_DAYS = " 的 是 于 在 到 从 自 至 过去 今年 去年 明年 近 约 "
COUNTED = frozenset(
    "一二三四五六七八九十百千万亿零〇两几数多半余每各这那哪某本该此首末上下前后来整单双另何全同初历逐几些许点分"
)
# Places and bodies by their kind alone.
LEVELS = frozenset("省市县区州旗镇乡村")
BODIES = (
    " 公司 集团 银行 大学 学院 医院 中学 小学 酒店 大酒店 宾馆 协会 商会 学校"
    " 人民法院 人民医院 人民政府 街道 社区 "
)
AT = " 来自 位于 地处 毕业于 就读于 由 受 与 经 自 授予 欢聚在 相聚在 相约 "
HALL = " 酒店 大酒店 宾馆 大学 中学 小学 "  # behind 在
BEHIND_LEVEL = frozenset("的，、。；境东西南北中 \u3000")
LAST = frozenset(
    "与为举书了予于人从以任使入准动升去及受叫召同名向告命和在处委娘对席彰快念怀悼成托把括按据授收是有权照理由着第约绍经绕给者"
    "自荐补表被裁认让记请谢贺跟过迎进选郎长随替陪"
)  # what the words before a hole end with
FIRST = frozenset(
    "%一万与专个中主乡书事亩享人亿件份会位余倍元先公出分判副区医千协博厂县台号司同名吨周和商因团园场处多大天女委学家宾察小局"
    "届岁州市师幢平年座庭张总户所批挥支政教旗日月期村栋校株棵次点班生盏省眼社科立站篇米级组经老艘行街走车辆逝部酒银镇间队院集"
    "项馆％"
)  # what those behind one begin with, after a mark
SINGLE = frozenset(
    "上下个中乡亩人件份位倍元区县台号名吨场天委家届岁州市幢年座张户所批支旗日时月期村栋株棵次点班盏省眼篇米艘辆镇间项"
)  # words of one character behind one
BEHIND = COMRADE + CALLED + UNITS + BODIES + POSTS + PLACE  # of more
# verbs that hardly ever end a clause, counted in published reports: what they are done to follows
_UNENDED_TEXT = (
    "推动 促进 作出 给予 具有 采取 成为 履行 达到 确保 违反 打造 予以 注重 符合 防止 涉及 树立 围绕 获得 面临 善于 营造 融入 夺取 开创 迈出 带来 赋予 引起 强化 保持 得到 受到 取得 维护 参加 进入 承担 提供 满足"
    " 拥有 发挥 贯彻 接受 谱写 纳入 争创 推行 实行 抢抓 带领 适应 致以 坚持 新增 超过 引导 做到 提出 鼓励 确立 面对 把握 守住 守护 看到 依托 严防 实现 抓好 健全 弘扬 践行 激发 聚焦 紧扣 牢记 遵守 稳住 凝聚 赢得 抓住 注入 贯穿 来自 列入 展现 享受 走进 走出 破除 搭建 签署 捍卫 开辟 吸纳 扛起 听取 引入 引进 走向 迈入 步入 投身 踏上 肩负"
)
UNENDED = frozenset(_UNENDED_TEXT.split())
