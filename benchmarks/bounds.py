"""Learns where names begin that end with a generic noun, from lines in which each name is marked.

    python benchmarks/bounds.py

It reads benchmarks/bounds_lines/*.txt, in which {i…} is an institution, {p…} a place, {m…} a meeting and {?…} what may be
either a name or none, and writes speechlint/document/facts/bounds/weights.py: the weights of a log-linear model
over the places where the name before each generic noun may begin, or that there is none. Deterministic.
"""

from __future__ import annotations

import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from math import exp, sqrt
from pathlib import Path

from speechlint.document import Document
from speechlint.document.facts import worded
from speechlint.document.facts.bounds.classes import classes_of
from speechlint.document.facts.bounds.features import features
from speechlint.document.facts.bounds.heads import heads, starts
from speechlint.reporters.facts_page import shipped_names

_HERE = Path(__file__).parent
_WEIGHTS = _HERE.parent / "speechlint" / "document" / "facts" / "bounds" / "weights.py"
_ROUNDS, _MEAN_OF, _RATE, _KEPT, _LEAST = 20, 12, 0.15, 0.004, 0.1
Example = tuple[list[list[str]], int]  # the features of each place where a name may begin; which does, or -1
Mark = tuple[str, int, int]


def unmarked(line: str) -> tuple[str, list[Mark]]:
    """A line without its marks, and what they marked: the kind, where it begins and ends."""
    text, marks = "", []
    opened: list[tuple[str, int]] = []
    at = 0
    while at < len(line):
        if line[at] == "{":
            opened.append((line[at + 1], len(text)))
            at += 2
        elif line[at] == "}":
            kind, start = opened.pop()
            marks.append((kind, start, len(text)))
            at += 1
        else:
            text += line[at]
            at += 1
    return text, marks


def examples(line: str, documents: bool = False) -> Iterator[Example]:
    """The generic nouns of a line: of those within a marked name only the one that ends it.

    Those of documents only where they are marked as well.
    """
    text, marks = unmarked(line)
    for one in worded.lines(Document("行", text), shipped_names()):
        classes = classes_of(one)
        ends = {mark[2] for mark in marks}
        for head in heads(one, classes):
            if head.kind == "d" and not documents:
                continue
            over = [
                mark
                for mark in marks
                if mark[1] < head.end <= mark[2] and (mark[0] == "d") == (head.kind == "d")
            ]
            ended = [mark for mark in over if mark[2] == head.end and mark[0] == head.kind]
            in_document = any(mark[0] == "d" and mark[1] < head.end <= mark[2] for mark in marks)
            if (
                (over and not ended)
                or any(mark[0] == "?" for mark in over)
                or (in_document and head.kind != "d" and not ended)
            ):
                continue
            places = starts(one, classes, head, ends)
            if ended and ended[0][1] not in places:
                print("开头不在词上：", text[ended[0][1] : ended[0][2]], file=sys.stderr)
                continue
            given = [features(one, classes, start, head) for start in places]
            yield given, places.index(ended[0][1]) if ended else -1


_BETWEEN_TEXT = "转送到 送往 申报 晋级 晋升 汇报 协同共建 共建 整合 签约 签署协议共建 落户 移交给 托管 帮扶 支援 考察 视察 慰问 汇聚 通往 连接 流经 横跨 穿越 毗邻 隶属 挂靠 组建 更名为 并入 脱离 邀请 采访 报道 起诉 判决 委托 授权 推荐 申请加入 致函 回访 打赢 不敌 迎战 取代 赞助 冠名 主办 承办 协办 入选 汇报给 通报 转战 驻扎 现有 建立 创建 争创 打造 发挥 明确要求 对接 进驻 送往 入选 跻身 覆盖 帮助 聘请 击败 授予 捐给 遍布 走访 借给 牵手 赶往 调往 考入 毕业于 提升 建成 取得 接管 收购 移交 配合 表扬 批评 领导 代表 辖 属于 不如 好于 早于 就是 不是 成为 以及 和 与 及 跟 同 对 向 为 由 从 到 给 比 在 还有 都 也 已经 正在 将 能 没有 等单位支持 牵头 书记带队考察 主任检查 领导来到 的同志来到 的 党委支持 建立联系支持 有限度支持 代表访问"
_BETWEEN = _BETWEEN_TEXT.split()
_BEFORE_TEXT = "在 由 从 向 对 为 把 让 请 使 帮 到 去 当时 只能到 要去 随后赶到 后来进入 前往 圆满完成 认真落实 全面贯彻 深入学习 隆重召开 圆满召开 加快建成 提速建设 积极争取 大力支持 充分发挥 高标准建设 高质量打造 成功创建 成功举办 精心承办 顺利通过 深度融入 主动服务 全力推进 扎实开展 谋划建设 开工建设 建成投用 率先启动 新设 重组 组建 成立 创办 引进 签约 培育 支持 依托 借助 围绕 按照 根据 我们 他们 大家 代表 感谢 加快建设 不断完善 重点支持 积极对接 进一步支持 广泛联系 高度评价 全面建设 先后到 曾经到 今后 目前 其中"
_BEFORE = _BEFORE_TEXT.split()


def glued(lines: list[str]) -> Iterator[str]:
    """More lines: names of all that are marked, with a word before them and one between them."""
    names = sorted({name for line in lines for name in _NAME.findall(line)})
    chance = random.Random(2)
    for _ in range(_GLUED):
        one, other = (_coined(chance) if chance.random() < _COINED else chance.choice(names) for _ in "12")
        if chance.random() < _QUOTED:
            other = f"“{other}”"
        yield f"{chance.choice([*_BEFORE, ''])}{one}{chance.choice(_BETWEEN)}{other}{chance.choice(_BEHIND)}"


def _coined(chance: random.Random) -> str:
    """A name of characters that make up no word, with a place before it or without one."""
    brand = "".join(chance.choice(_CHARACTERS) for _ in range(chance.choice((2, 2, 2, 3))))
    kind, nouns = chance.choice(_NOUNS)
    return f"{{{kind}{chance.choice(_WHERE)}{brand}{chance.choice(nouns.split())}}}"


_CHARACTERS = "元培锡麟树建德明育才文博雅思齐涪诚汇恒鑫源泰瑞丰盛华兴隆利达通宏伟振邦安康宁和顺祥云岭川江石木青红白黑玉金银铜山水河田野林森松柏竹梅兰菊龙凤虎鹿鹤雁洪铭凯旋尚善若兹尔克拉巴特斯罗马肯恩萨默塞顿威尼亚加利哈贝摩托伦丁"
_NOUNS = (
    (
        "i",
        "中学 小学 公司 集团 科技有限公司 大学 学院 医院 律师事务所 商会 厂 合作社 实验室 校友会 科技发展有限责任公司 制药有限公司 实业公司 银行 职业技术学院 幼儿园 研究院 农牧有限公司 派出所 支行",
    ),
    (
        "p",
        "镇 村 乡 路 大桥 水库 口岸 港口岸 隧道 州 郡 市 县 水利枢纽 运河 灌区 机场 高速 社区 小区 山 湖 江 河谷灌区 大酒店 街道 屯",
    ),
)
_WHERE = ("", "", "", "", "江州", "四川", "陕西", "绵阳", "昆明", "福州", "深圳")
_COINED, _QUOTED = 0.35, 0.1
_NAME = re.compile("{[ipm][^{}]+}")
_GLUED = 1100
_BEHIND = ("。", "，", "的", "举行", "工作", "等", "负责人", "、", "干部", "建设", "发展", "")


def learned(given: list[Example]) -> dict[str, float]:
    """The weights by stochastic gradient with a rate of each feature's own, in an order that a seed gives.

    They are the mean of those after each of the last rounds, which hang less on what was seen last.
    """
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(float)
    means: dict[str, float] = defaultdict(float)
    order = random.Random(1)
    for turn in range(_ROUNDS):
        order.shuffle(given)
        for candidates, right in given:
            _step(weights, squares, candidates, right)
        if turn >= _ROUNDS - _MEAN_OF:
            for feature, weight in weights.items():
                means[feature] += weight / _MEAN_OF
    return {feature: weight for feature, weight in means.items() if abs(weight) >= _LEAST}


def _step(
    weights: dict[str, float], squares: dict[str, float], candidates: list[list[str]], right: int
) -> None:
    scores = [sum(weights[feature] for feature in one) for one in candidates]
    most = max([0.0, *scores])
    odds = [exp(score - most) for score in scores]
    total = sum(odds) + exp(-most)
    for at, one in enumerate(candidates):
        slope = odds[at] / total - (at == right)
        if abs(slope) < 1e-4:
            continue
        for feature in one:
            whole = slope + _KEPT * weights[feature]
            squares[feature] += whole * whole
            weights[feature] -= _RATE * whole / sqrt(squares[feature] + 1e-8)


def _written(weights: dict[str, float]) -> str:
    words = [f"{feature}={weight:.1f}" for feature, weight in sorted(weights.items()) if round(weight, 1)]
    lines, row = [], ""
    for word in words:
        if len(row) + len(word) > 380:
            lines.append(row)
            row = ""
        row += word + "\t"
    body = "\n".join(f"    {line!r}" for line in [*lines, row.rstrip("\t")])
    return (
        '"""The weights of the names that end with a generic noun, written by benchmarks/bounds.py from the lines beside it."""\n\n'
        "from __future__ import annotations\n\n"
        f"_WRITTEN = (\n{body}\n)\n"
        'WEIGHTS = {name: float(weight) for name, _, weight in (one.rpartition("=") for one in _WRITTEN.split("\\t"))}\n'
    )


def main() -> None:
    texts = [path.read_text("utf-8") for path in sorted((_HERE / "bounds_lines").glob("*.txt"))]
    lines = [line for text in texts for line in text.splitlines()]
    with_documents = [line for text in texts if "{d" in text for line in text.splitlines()]
    told = [(line, line in with_documents) for line in [*lines, *lines, *glued(lines)]]
    given = [example for line, documents in told for example in examples(line, documents)]
    weights = learned(given)
    _WEIGHTS.write_text(_written(weights), encoding="utf-8")
    wrong = 0
    for candidates, right in given:
        scores = [sum(weights.get(feature, 0) for feature in one) for one in candidates]
        best = max(range(len(scores)), key=scores.__getitem__, default=-1)
        wrong += (best if best >= 0 and scores[best] > 0 else -1) != right
    print(
        f"{len(lines)} 行，{len(given)} 处，{sum(r >= 0 for _, r in given)} 处是名字；{len(weights)} 个权；学完还错 {wrong} 处"
    )


if __name__ == "__main__":
    main()
