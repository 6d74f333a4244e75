"""Plant leaders' names one character off, and what only looks like it, in clean speeches.

    python benchmarks/planted_names.py FOLDER [--as-of 2026-11-20] [--missed]

Each wrong form of the shipped roster is put between two paragraphs of a text of FOLDER (in turn): in sentences with
the leader's title, where it must be found, and in sentences without one, where a form that others
may bear need not. ``random`` are given names with any one character changed, beside a title, chosen without
the roster's wrong forms; ``wrong post`` and ``order`` are posts never held and lists out of order. In the
``right`` and ``legit`` sentences nothing may be reported.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from speechlint.checks.names import roster
from speechlint.document import Document, Span
from speechlint.document.dates import AsOf
from speechlint.errors import RuleError
from speechlint.finding import Severity
from speechlint.project.layers import Settings
from speechlint.readers import read
from speechlint.rulebook import compiling, packs
from speechlint.rulebook.catalogue import Catalogue
from speechlint.rulebook.selection import Selection
from speechlint.run.engine import lint

CODES = ("TYP008", "SLG002", "SLG022", "SLG023", "SLG024")
ROSTER = roster.shipped(str(Path(packs.shipped()) / packs.ROSTER), RuleError)
TITLED = ("中央政治局常委{}同志到会讲话。", "大家一致拥护中央政治局常委{}的讲话。")
SHORT = ("认真学习{}%s的重要讲话精神。", "会上传达了{}%s的批示。")
BARE = ("认真学习{}同志的重要论述，抓好落实。", "{}曾到这里视察。")
OTHERS = "生民国华英明林文海山春光志军平安"  # what a given name may be mistyped as
LEGIT = (
    "红军万里长征，行程万里，一片汪洋大海。",
    "李强调了三点意见，李可强调安全，王毅力挑重担。",
    "县工会主席李强同志、村支书李鹏飞、会计李克勤来到现场。",
    "公司董事长曾庆洪、总经理郑小平介绍了情况，王洋同志作了发言。",
    "温家保障房、温家堡村、赵乐记得那年的事，俞正生产队长也在。",
    "大家学习近年来的经验，练习近乎苛刻，学习近平原地区的做法。",
    "市总工会主席李建国、副主席王东明同志作了报告，江泽林主席讲话。",
    "2008年，温家宝总理来到灾区，胡锦涛总书记作出部署。",
    "时任国务院总理朱镕基同志视察我市，时任国家主席江泽民题词。",
    "敬爱的周恩来总理、毛泽东主席、刘少奇主席、朱德委员长关心这里。",
    "《邓小平文选》《江泽民文选》《胡锦涛文选》都是必读书目。",
    "陈云同志、彭真同志、万里同志、习仲勋同志先后来过。",
    "毛泽民、毛泽覃烈士和李先念、徐向前等老一辈革命家。",
    "栽桃李膨大剂，架桥石料，种菜奇招，黄橘满园，刘云三次夺冠。",
    "习近平总书记强调，李强总理要求，赵乐际委员长、王沪宁主席指出。",
    "中共中央总书记、国家主席、中央军委主席习近平发表新年贺词。",
    "国务院总理李强作政府工作报告，国家副主席韩正出席。",
    "习近平、李强、赵乐际、王沪宁、蔡奇、丁薛祥、李希等出席大会。",
    "毛泽东、邓小平、江泽民、胡锦涛、习近平同志都高度重视。",
    "请王强总经理、李总理事长讲话，主席团的同志入座，孔令强主席主持。",
    "由李希望小学、韩正义律师、乔石磊同志组成。",
    "以毛泽东同志为核心的党的第一代中央领导集体，高举邓小平理论伟大旗帜。",
)
WRONG_POST = (
    "李克强总书记强调，要抓好落实。",
    "国家主席李强发表讲话。",
    "认真贯彻国务院总理赵乐际的讲话。",
    "全国人大常委会委员长王沪宁出席。",
    "认真学习温家宝总理的重要讲话。",
    "贯彻落实胡锦涛总书记重要讲话精神。",
    "要按照李克强总理的要求抓好落实。",
    "全国政协主席汪洋强调，要凝聚共识。",
    "贯彻栗战书委员长的讲话精神。",
)
ORDER = (
    "习近平、赵乐际、李强、王沪宁出席大会。",
    "李强、习近平、赵乐际等领导同志接见代表。",
    "习近平、李强、赵乐际、蔡奇、王沪宁、丁薛祥、李希出席。",
    "毛泽东、江泽民、邓小平、胡锦涛同志。",
)


class Planted(NamedTuple):
    """A sentence to be put into a text, and whether something in it must be found."""

    kind: str
    sentence: str
    wrong: bool


def plants() -> Iterator[Planted]:
    forms = [(form, name, kind) for kind in ("wrong", "namesakes") for form, name in ROSTER[kind].items()]
    for form, name, kind in forms:
        for frame in _titled(name):
            yield Planted("with title", frame.format(form), True)
        for frame in BARE:
            yield Planted(f"bare, {kind}", frame.format(form), kind == "wrong")
    for name in ROSTER["people"]:
        yield from _random(name)
    for name in {*ROSTER["people"], *ROSTER["wrong"].values()}:
        yield Planted("right", f"中央政治局委员{name}同志对此高度重视。", False)
    yield from (Planted("wrong post", sentence, True) for sentence in WRONG_POST)
    yield from (Planted("order", sentence, True) for sentence in ORDER)
    yield from (Planted("legit", sentence, False) for sentence in LEGIT)


def _titled(name: str) -> Iterator[str]:
    yield from TITLED
    for short in ("总书记", "总理", "委员长"):
        if any(ROSTER["posts"][term[0]]["short"] == short for term in ROSTER["people"].get(name, ())):
            yield from (frame % short for frame in SHORT)


def _random(name: str) -> Iterator[Planted]:
    frames = [frame for frame in _titled(name) if frame not in TITLED]
    for frame in frames if len(name) == 3 else ():
        for at in (1, 2):
            for char in OTHERS:
                form = name[:at] + char + name[at + 1 :]
                if form not in (*ROSTER["people"], *ROSTER["wrong"]):
                    yield Planted("random", frame.format(form), True)


def reported(doc: Document, rules: Catalogue, settings: Settings, plant: Planted) -> bool:
    """Whether anything is reported in ``doc`` in the sentence, as a paragraph after the first third."""
    starts = doc.line_starts
    at = starts[len(starts) // 3]
    text = f"{doc.text[:at]}\u3000\u3000{plant.sentence}\n{doc.text[at:]}"
    here = Span(at + 2, at + 2 + len(plant.sentence))
    found = lint(Document(doc.path, text), rules, settings)
    return any(f.code in CODES and f.severity > Severity.INFO and here.overlaps(f.span) for f in found)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--as-of", default="2026-11-20")
    parser.add_argument("--missed", action="store_true")
    given = parser.parse_args()
    settings = Settings(AsOf(given.as_of, "--as-of"), Selection(CODES))
    rules = compiling.load()
    texts = cycle([_short(path) for path in sorted(given.folder.rglob("*.txt"))])
    count: Counter[tuple[str, bool]] = Counter()
    hits: Counter[tuple[str, bool]] = Counter()
    for plant, doc in zip(plants(), texts, strict=False):
        found = reported(doc, rules, settings, plant)
        count[plant.kind, plant.wrong] += 1
        hits[plant.kind, plant.wrong] += found
        if given.missed and found != plant.wrong:
            print("MISSED" if plant.wrong else "FALSE ", plant.sentence)
    for kind, wrong in count:
        what = "found" if wrong else "reported, need not be"
        got, total = hits[kind, wrong], count[kind, wrong]
        print(f"{kind:16} {what}: {got}/{total} = {got / total:.3f}")


def _short(path: Path) -> Document:
    """The first ten paragraphs: enough of a neighbourhood."""
    doc = read(str(path), path.read_bytes())
    return Document(str(path), "\n".join(doc.text.split("\n")[:10]))


if __name__ == "__main__":
    main()
