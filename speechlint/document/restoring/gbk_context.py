"""Which character a half-lost one was: what its neighbours say.

In this order: a mark that the punctuation asks for (a quotation still open is closed); what the same
neighbours have between them elsewhere in the draft; the words of the dictionary, where the most
probable cut of the sentence into words decides.
"""

from __future__ import annotations

from math import log

from speechlint.document.alignment import Change
from speechlint.document.restoring.script import folded
from speechlint.document.words import cut, likelihood
from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections import Counter

_NEAR = 12
_SHOWN = 5
_MOST = 500  # damaged stretches that are worth the trouble; beyond, the first option is taken
_SAMPLE = 200_000  # characters of the draft that are looked through for neighbours
_MARK = {"。": -2.5, "，": -4.0, "、": -5.0, "！": -6.5, "；": -6.0, "：": -6.0, "？": -7.0}
_RARE_MARK = -9.0
_SEEN = 2.2
_INTACT = 3.0
_USUAL_COUNT = 40
# Pairs of official writing with the characters most often halved (second byte A3 or A1).
_USUAL = (
    "上海 海外 海上 海内 出海 沿海 海洋 海关 海域 陆海 山海 海绵 深海 海岸 海河 海南 青海 海军 海防 党校 学校 高校 院校 校企 校园 校长 "
    "规模 模式 模范 劳模 楷模 大规模 庆祝 祝贺 祝愿 祝福 保障 保护 保持 保证 保供 保险 保留 保本 确保 社保 医保 环保 低保 三保 保工资 担保 保交 "
    "经常 正常 日常 常态 常委 常务 非常 常年 常住 常抓 幸福 福利 福祉 造福 危机 危险 危房 危害 危化品 安危 希望 停产 停车 停止 调停 "
    "剩余 过剩 刺激 牢固 牢记 牢牢 兜牢 筑牢 守牢 牢固 强省 全省 我省 省委 省级 省市 省内 省外 省际 各省 本省 省份 大省 健康 健全 稳健 "
    "强健 获取 取得 争取 采取 进取 选取 取消 取缔 挑选 选择 选举 评选 选树 选拔 选派 入选 印发 印象 隆重 兴隆 尽快 尽力 尽责 尽早 穷尽 "
    "稀土 稀缺 薄弱 微薄 疾病 看病 防病 大小 小康 中小 小学 小区 恰当 加快 招商 客商 商贸 工商 审批 批示 批复 批准 一批 首批 大批 "
    "之余 之际 之后 之前 之间 之中 之一"
)
_PAIRS = {"“": "”", "《": "》", "（": "）", "‘": "’", "「": "」", "『": "』", "〈": "〉", "【": "】"}


class Hole(NamedTuple):
    """A character of which one byte is lost: it stands ``at`` that place of a run's characters."""

    at: int
    options: tuple[str, ...]


class Run(NamedTuple):
    """A damaged stretch ``[start:end]`` of the text and what its bytes say."""

    start: int
    end: int
    chars: str
    holes: tuple[Hole, ...]


def fill(text: str, runs: list[Run]) -> list[Change]:
    """The runs as changes, every hole filled with its most probable character."""
    if not any(run.holes for run in runs):
        return [Change(run.start, run.end, run.chars, "byte-shift") for run in runs]
    from collections import Counter

    sample = folded(text[:_SAMPLE])
    seen = Counter(map(str.__add__, sample, sample[1:]))
    for word in _USUAL.split():
        seen.update(dict.fromkeys(map(str.__add__, word, word[1:]), _USUAL_COUNT))
    return [_change(text, seen if number < _MOST else None, run) for number, run in enumerate(runs)]


def _change(text: str, seen: Counter[str] | None, run: Run) -> Change:
    reading = run.chars
    ranked: list[tuple[Hole, list[str]]] = []
    for hole in run.holes:
        before = text[max(0, run.start - 60) : run.start] + reading[: hole.at]
        after = reading[hole.at + 1 :] + text[run.end : run.end + _NEAR]
        order = _ranked(before, hole.options, after, seen) if seen else list(hole.options)
        ranked.append((hole, order))
        reading = reading[: hole.at] + order[0] + reading[hole.at + 1 :]
    others = [
        reading[: hole.at] + char + reading[hole.at + 1 :]
        for hole, order in ranked
        for char in order[:_SHOWN]
    ]
    candidates = tuple(dict.fromkeys(others))
    sure = all(len(hole.options) == 1 for hole in run.holes)
    return Change(run.start, run.end, reading, "byte-shift", sure, () if sure else candidates)


def _ranked(before: str, options: tuple[str, ...], after: str, seen: Counter[str]) -> list[str]:
    """The options, the most probable first."""
    asked = _asked(before, after)
    left, right = folded(before), folded(after)[:_NEAR]
    left = left[_clause(left) :][-_NEAR:]
    end = (
        likelihood(left)
        + likelihood(right)
        + _INTACT * _ends_whole(left)
        - _INTACT * 2 * right.startswith("”")
    )
    weights: dict[str, float] = {}
    for char, simple in zip(options, folded("\n".join(options)).split("\n"), strict=True):
        weights[char] = _SEEN * (_log(seen, left[-1:], simple) + _log(seen, simple, right[:1]))
        if simple.isalpha():
            weights[char] += likelihood(left + simple + right)
        else:
            weights[char] += end + _MARK.get(simple, _RARE_MARK)
    near = max(weights.values()) - _INTACT
    for char in options:
        if weights[char] >= near and char.isalpha():
            weights[char] += _INTACT * _is_in_word(left, folded(char), right)
    weights[asked] = 0.0
    return sorted(options, key=weights.__getitem__, reverse=True)


def _log(seen: Counter[str], one: str, other: str) -> float:
    """How often the draft has the two beside each other, damped; marks tell nothing."""
    return log(1 + seen[one + other]) if one.isalpha() and (other.isalpha() or other == "。") else 0.0


def _asked(before: str, after: str) -> str:
    """The closing mark of a pair still open before, or the opening one of a pair closed after."""
    for opening, closing in _PAIRS.items():
        near = before[-60:]
        is_open = near.rfind(opening) > near.rfind(closing)
        closes = after.find(closing)
        if is_open and (closes < 0 or 0 <= after.find(opening) < closes):
            return closing
        if not is_open and closes >= 0 and not 0 <= after.find(opening) < closes:
            return opening
    return ""


def _ends_whole(left: str) -> bool:
    """Whether a clause may end here: its last word is none of a single character."""
    words = cut(left)
    return bool(words) and len(words[-1].text) > 1


def _is_in_word(left: str, char: str, right: str) -> bool:
    at = len(left)
    for word in cut(left + char + right):
        at -= len(word.text)
        if at < 0:
            return len(word.text) > 1
    return False


def _clause(left: str) -> int:
    """Where the last clause of ``left`` begins."""
    return max(left.rfind(mark) for mark in "，。、；：？！,;:?!“”\n") + 1
