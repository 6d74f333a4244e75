"""Words by what they do in a name: those it ends at on the left, those it may hold, those that make it proper."""

from __future__ import annotations

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'’")
# single characters that end a name on the left, whatever else they may be
ENDING = frozenset(
    "在是为有到从对向由让请把被将给使受经按据以与和及或跟同去来说讲做当任获建办开看听写问想要能会可应须的了着过等各本该此某每这那其我你他她它们"
    "报赴进入回出达至于并也都又还已曾正就才只再更最很不没未无如若则但而且因所之者即访抓搞聚个名位批项家座条所内外上下前后里中时间年月日新老旧大小好多少强县市区省州镇乡村第全"
)
PROVINCES = frozenset("京津冀晋蒙辽吉沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕陇港澳")
DIRECTIONS = frozenset("东西南北中")
LEVELS = (
    "自治区",
    "自治州",
    "自治县",
    "特别行政区",
    "省",
    "市",
    "县",
    "区",
    "州",
    "盟",
    "旗",
    "镇",
    "乡",
    "村",
)
WALL = ("p", "c", "u", "y", "r", "d", "k", "q", "e", "o")
# verbs that names are made with
# verbs that are part of a name before these words alone: 建设银行, 发展改革委
DOUBLE = {
    "建设": ("银行", "兵团", "集团", "局", "厅", "委", "工程", "投资", "开发", "指挥", "总", "有限", "管理"),
    "发展": (
        "集团",
        "银行",
        "改革",
        "投资",
        "研究",
        "基金",
        "促进",
        "委",
        "有限",
        "和",
        "论坛",
        "大会",
        "会议",
        "中心",
    ),
    "共建": ("“",),
}
PLAIN_TAGS = ("v", "vd", "a", "ad", "d", "m", "q")  # words by themselves rather than parts of a name
_NOMINAL_TEXT = (
    "投资 控股 管理 教育 执法 通信 交易 采购 咨询 运输 开发 勘察 设计 检验 检测 保护 监督 "
    "应急 服务 保障 救援 创业 就业 创新 旅游 运营 展览 出版 广播 装备 联合 合作 巡察 巡视 "
    "督查 指挥 调度 改革 招商 信访 建设 发展 研究 生产 治理 养殖 种植 建筑 安装 护理 救助 "
    "培训 评估 鉴定 监测 预警 监管 审计 统计 调解 仲裁 公证 担保 租赁 贸易 物流 融合 交流 "
    "示范 试验 实验 经营 体验 育人 训练 表演 演出 收藏 鉴赏 普及 康复 养老 托育 动员 征兵 "
    "防治 防护 防控 转化 孵化 加速 保税 共建 协作"
)
NOMINAL = frozenset(_NOMINAL_TEXT.split())
# words that make nothing proper and that no name begins with
_GENERIC_TEXT = (
    "新一轮 境外 本轮 "
    "公立 民营 国有 地方 龙头 上市 骨干 中小 外资 优质 知名 著名 重点 主要 基层 各级 有关 "
    "相关 部分 全体 所有 广大 一批 多家 企业 单位 部门 机构 组织 项目 工作 建设 发展 服务 "
    "先进 优秀 创新 现代 现代化 高质量 高水平 世界 国际 国内 省级 市级 县级 国家级 大型 中型 "
    "小型 微型 新型 高端 一流 区域 城市 农村 城乡 社会 公共 综合 专业 本地 当地 外地 周边 "
    "传统 特色 示范 城镇 城区 社区 园区 山区 景区 灾区 库区 地区 县区 城中 美丽 和美 文明 "
    "老旧 新旧 大国 外国 山水 江山 新建 续建 高山 大山 代表 普惠性 普惠 东西 南北 共同 平原 "
    "高原 海洋 河流 湖泊 山川 江河 村庄 古城 古镇 公园 大街 大桥 市场 县域 县城 乡村 治安 "
    "跨境 爱国 美丽 建国 回国 上市 王国 普通 高等"
)
GENERIC = frozenset(_GENERIC_TEXT.split())
APART = ("代表", "领导", "特别", "特色", "同志", "各位")  # nouns that stand before a name and are none of it
_WHOLE_TEXT = "八一 中国 国家 中央 中华 中共 两岸 全国 全省 全区 全市 全县 省 市 县 自治区 自治州"
WHOLE = frozenset(_WHOLE_TEXT.split())
# words that begin as a level does
_LEVEL_WORDS = (
    "市场 市值 市民 市属 市委 市政 市直 市域 市内 区域 区间 区位 区委 区内 县域 县委 县级 "
    "县乡 省级 省委 省域 省内 市级 乡村 镇村 村镇 村庄 村民 县城 州委 旗下 旗帜 村里 省长 "
    "市长 县长 区长 州长 镇长 乡长 村长 旗舰 区块 市县 省市 省区 省份 省际 县际 市际 区县 旗县 村居 县市 县区 市区"
)
NO_LEVEL = frozenset(_LEVEL_WORDS.split())
# words that lead to a name and are none of it
_LEADING_TEXT = (
    "召开 举行 举办 承办 主办 协办 参加 出席 列席 参与 莅临 迎来 筹备 欢迎 祝贺 学习 贯彻 落实 传达 按照 根据 通过 结合 围绕 本次 本届 此次 这次 上次 期间 "
    "成功 隆重 圆满 顺利 开好 准备 组织 发布 印发 要求 指出 强调 提出 认真 进行 服务 保障 支持 具有 成为 作为 担任 获得 荣获 赢得 确保 相继 陆续 先后 同时 "
    "今天 昨天 明天 上午 下午 重要 有关 相关 各级 各类 各项 一次 一场 多次 首次 同志 代表 全体 领导 精神 决定 决策 部署 审议 听取 完成 实现 持续 扩大 影响 亮相"
)
LEADING = frozenset(_LEADING_TEXT.split())
# more of them, which may stand in the name of a meeting but in that of no office
_LEADING_MORE_TEXT = (
    "建设 打造 支持 推进 推动 加快 成立 组建 设立 建成 创办 开办 联合 依托 引进 培育 重组 深化 整合 走进 考察 调研 慰问 访问 视察 来到 参观 落户 携手 助力 "
    "帮助 指导 督促 实施 新建 改建 扩建 迁建 重建 开工 获批 批准 加强 提升 优化 完善 推广 发挥 利用 引导 鼓励 促进 拓展 构建 健全 强化 增强 加大 巩固 深入 进入 "
    "入选 跻身 位居 带动 吸引 带领 领导 围绕 面向 保护 涌现 来自 位于 毕业 就读 任教 任职 就职 加入 离开 返回 投身 奔赴 协调 配合 邀请 感谢 拥有 形成 创建 争创 "
    "启动 投用 运营 揭牌 挂牌 签约 入驻 引入 牵头 委托 授权 命名 批复 认定 评为 列入 纳入 支撑 服务 对接 合作 上市 申报 对标 新增"
)
LEADING_TO_OFFICES = LEADING | frozenset(_LEADING_MORE_TEXT.split())
ONLY_LEADING = frozenset(("投用", "新增", "投运", "迎来", "走进", "上榜", "入选", "获批"))
