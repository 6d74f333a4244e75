"""The planted faults of the benchmark, on a few paragraphs written for it."""

from __future__ import annotations

import random
from collections import Counter

from conftest import TODAY
from planted_figures import KINDS, faults, found, reported

from speechlint.document import Document
from speechlint.document.dates import AsOf
from speechlint.project.layers import Settings
from speechlint.rulebook import compiling
from speechlint.rulebook.selection import Selection

SPEECH = """在全县工会工作会议上的讲话

同志们：
去年，全县会费收入增长8.4%，会员满意度达到96.5%，专职干部占比由31%提高到42%，新建基层工会120家。
九成以上的企业开展了集体协商，70%的职工参加了技能培训，困难职工人数减少5.6%，走访慰问2300人次。
今年，要力争会费收入增长7%左右、会员增长5%和3.5%，把各项服务送到职工身边，把每一件实事办好办实。
"""


def test_what_is_planted_is_found() -> None:
    rules = compiling.load()
    settings = Settings(AsOf(TODAY, "today"), Selection(select=("DUP", "ELI", "FIG")))
    assert reported(Document("a.txt", SPEECH), rules, settings) == []
    planted = list(faults(SPEECH, 20, random.Random(1)))
    assert {fault.kind for fault in planted} == set(KINDS)
    assert [f.what for f in planted if not found(f, "a.txt", rules, settings, Counter())] == []
