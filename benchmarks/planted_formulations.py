"""Plant outdated and miswritten formulations in clean speeches, and the same words told as history.

    python benchmarks/planted_formulations.py FOLDER [--as-of 2026-11-20] [--missed]

Each wording of ``PLANTS`` is put, in each sentence of its kind, between two paragraphs of a text of
FOLDER (in turn). In a sentence of the present task it must be found: a finding of warning or above
that overlaps it. In a sentence that tells it as history, cites or names it, nothing may be reported there.
The wordings are chosen by hand from published formulas, not read from the rules.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from speechlint.document import Document, Span
from speechlint.document.dates import AsOf
from speechlint.finding import Severity
from speechlint.project.layers import Settings
from speechlint.readers import read
from speechlint.rulebook import compiling
from speechlint.rulebook.catalogue import Catalogue
from speechlint.rulebook.selection import Selection
from speechlint.run.engine import lint

FAMILIES = ("SLG", "TYP")
PLANTS = {
    "goal": "全面建设小康社会 全面建成小康社会 决胜全面建成小康社会 打赢脱贫攻坚战 建设社会主义新农村 "
    "加强和创新社会管理 推动经济又好又快发展 促进经济又快又好发展 打好三大攻坚战 实施精准扶贫精准脱贫 "
    "深化“放管服”改革 做好“六稳”工作 推进“三去一降一补” 落实全面两孩政策 贯彻落实科学发展观 "
    "实施“中国制造2025” 开展扫黑除恶专项斗争 抓好常态化疫情防控 统筹疫情防控和经济社会发展 打赢疫情防控阻击战",
    "campaign": "保持共产党员先进性教育活动 深入学习实践科学发展观活动 党的群众路线教育实践活动 “三严三实”专题教育 "
    "“两学一做”学习教育 “不忘初心、牢记使命”主题教育 党史学习教育 党纪学习教育 深入贯彻中央八项规定精神学习教育 创先争优活动",
    "meeting": "党的十六大 党的十七大 党的十八大 党的十九大 党的十九大和十九届四中全会 党的十八届三中全会 党的十七届五中全会",
    "welcome": "党的十七大 党的十八大 党的十九大 党的二十大",
    "leader": "以胡锦涛同志为总书记的党中央 以江泽民同志为核心的党中央 以习近平同志为总书记的党中央",
    "plan": "“十五”计划 “十一五”规划 “十二五”规划 “十三五”规划 “十四五”规划",
    "office": "市国土资源局 市环保局 县农业局 市旅游局 县卫计委 市安监局 市工商局 市质监局 县国税局 县地税局 市扶贫办 市监察局",
    "wording": "筑牢中华民族共同体意识 各民族交流交往交融 幸福感、获得感、安全感 立党为民、执政为民 坚定“四个意识” "
    "坚决做到“两个拥护” 青山绿水就是金山银山 坚持中国特色工会发展道路 先进性、政治性、群众性 "
    "落实中央八项规定及其细则精神 学习习近平新时代中国特色社会主义理论 深刻领悟“两个确定”的决定性意义 "
    "发展新型生产力 以习近平总书记为核心的党中央 理论自信、道路自信、制度自信、文化自信",
}
NOW = {
    "goal": (
        "同志们，我们要{}，一步一个脚印抓好落实。",
        "各级各部门要继续{}，不断开创工作新局面。",
        "当前的中心任务，就是{}。",
        "让我们携起手来，为{}作出新的更大贡献！",
        "必须围绕{}这个大局来谋划和推进工作。",
    ),
    "campaign": (
        "要扎实开展{}，推动各项工作上台阶。",
        "当前，要把{}作为首要政治任务抓紧抓好。",
        "各级工会要结合正在开展的{}，认真查摆突出问题。",
        "以{}为契机，切实改进工作作风。",
    ),
    "meeting": (
        "要深入学习贯彻{}精神，把思想和行动统一起来。",
        "今天会议的主要任务是，认真学习{}精神，部署全年工作。",
        "全面落实{}精神，奋力谱写发展新篇章。",
    ),
    "welcome": (
        "以优异成绩迎接{}胜利召开！",
        "全市上下要以实际行动喜迎{}。",
        "{}即将召开，维护稳定的任务十分繁重。",
    ),
    "leader": (
        "让我们更加紧密地团结在{}周围，开拓进取。",
        "始终同{}保持高度一致。",
        "在{}坚强领导下，奋力开创事业新局面。",
    ),
    "plan": (
        "今年是{}的开局之年，起步就要冲刺。",
        "为实现{}确定的目标任务而努力奋斗。",
        "要抓好{}的组织实施，确保开好局、起好步。",
        "{}的目标已经明确，关键在落实。",
    ),
    "office": (
        "由{}牵头，有关部门配合，月底前拿出方案。",
        "{}要切实负起责任，加强监督检查。",
        "请{}的同志会后抓紧办理。",
    ),
    "wording": (
        "我们要{}，扎扎实实做好工作。",
        "坚持{}，是做好新时代工作的重要遵循。",
        "同志们，{}，必须牢记在心。",
    ),
}
_TOLD = (
    "回顾那几年，我们{}，走过了极不平凡的历程。",
    "2005年，全市上下{}，打下了坚实基础。",
    "当年下发的《关于{}的若干意见》，老同志们都还记得。",
    "后来，这一表述由“{}”改为新的提法。",
)
THEN = {
    "goal": (*_TOLD, "老书记当时指出：“{}，关键在人。”"),
    "campaign": (
        "近二十年来，先后开展{}等集中学习教育，党员干部深受教育。",
        "2005年，{}在全县展开，我们都参加了。",
        "当年编印的《{}学习材料》，至今留在资料室。",
        "{}以来，机关作风明显好转。",
    ),
    "meeting": (
        "{}以来，各项事业取得长足进步。",
        "{}报告指出，发展是第一要务。",
        "翻开《{}文件汇编》，往事历历在目。",
    ),
    "welcome": ("{}以来，城乡面貌发生深刻变化。", "2005年，{}还没有召开，我们就谋划了这件事。"),
    "leader": ("2005年，在{}领导下，我们战胜了罕见的雪灾。", "当年，{}作出了这一重大决策。"),
    "plan": (
        "{}期间，全县新增就业六万人。",
        "{}圆满完成，我们站在新的起点上。",
        "与{}末相比，城镇化率提高了五个百分点。",
    ),
    "office": ("2005年，{}组织了这次普查。", "原{}的老同志也来到了现场。", "当年的《{}年鉴》记下了这一页。"),
    "wording": ("有的文件写作“{}”，这一表述已经更正，改为规范写法。",),
}


class Planted(NamedTuple):
    """A sentence to be put into a text, and where in the sentence the wording stands."""

    kind: str
    sentence: str
    span: Span
    now: bool


def plants() -> Iterator[Planted]:
    for frames, now in ((NOW, True), (THEN, False)):
        for kind, sentences in frames.items():
            for wording in PLANTS[kind].split():
                for sentence in sentences:
                    start = sentence.index("{}")
                    yield Planted(kind, sentence.format(wording), Span(start, start + len(wording)), now)


def reported(doc: Document, rules: Catalogue, settings: Settings, plant: Planted) -> bool:
    """Whether the wording is reported in ``doc`` with the sentence as a paragraph after the first third."""
    starts = doc.line_starts
    at = starts[len(starts) // 3]
    text = f"{doc.text[:at]}\u3000\u3000{plant.sentence}\n{doc.text[at:]}"
    here = Span(at + 2 + plant.span.start, at + 2 + plant.span.end)
    found = lint(Document(doc.path, text), rules, settings)
    return any(f.code[:3] in FAMILIES and f.severity > Severity.INFO and here.overlaps(f.span) for f in found)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--as-of", default="2026-11-20")
    parser.add_argument("--missed", action="store_true")
    given = parser.parse_args()
    settings = Settings(AsOf(given.as_of, "--as-of"), Selection())
    rules = compiling.load()
    texts = cycle([_short(path) for path in sorted(given.folder.rglob("*.txt"))])
    count: Counter[tuple[str, bool]] = Counter()
    hits: Counter[tuple[str, bool]] = Counter()
    for plant, doc in zip(plants(), texts, strict=False):
        found = reported(doc, rules, settings, plant)
        count[plant.kind, plant.now] += 1
        hits[plant.kind, plant.now] += found
        if given.missed and found != plant.now:
            print("MISSED" if plant.now else "FALSE ", plant.sentence)
    for now, what in ((True, "found"), (False, "reported though told as history")):
        for kind in PLANTS:
            print(f"{kind:10} {what}: {hits[kind, now]}/{count[kind, now]}")
        total, got = (sum(c[kind, now] for kind in PLANTS) for c in (count, hits))
        print(f"{'all':10} {what}: {got}/{total} = {got / total:.3f}")


def _short(path: Path) -> Document:
    """The first thirty paragraphs: enough of a neighbourhood."""
    doc = read(str(path), path.read_bytes())
    return Document(str(path), "\n".join(doc.text.split("\n")[:30]))


if __name__ == "__main__":
    main()
