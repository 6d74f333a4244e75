"""Companies, banks, universities, papers and organisations that speeches name without saying what they are."""

from __future__ import annotations

from speechlint.document.facts.kept import names
from speechlint.document.facts.worded import known_place
from speechlint.document.words import tag
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_NAMES = names("bodies")
_LONGEST = max(map(len, _NAMES))


def seen(line: Line) -> Iterator[tuple[int, int]]:
    "Where the known bodies begin and end, the longest at each place, where words do."
    until = 0
    for start in line.starts:
        if start < until:
            continue
        for size in range(_LONGEST, 1, -1):
            name = line.text[start : start + size]
            if name in _NAMES and _is_whole(line, start + size) and line.text[start - 1 : start] != "一":
                until = start + size
                yield start, until
                break


def _is_whole(line: Line, end: int) -> bool:
    "Whether a name ends where a word does, and no word goes on from it: 央行/长."
    index = line.word_before(end)
    ends = line.starts[index] + len(line.words[index].text)
    if line.text[end:ends] in ("公司", "集团", "股份"):
        return True
    behind = line.text[end - 1 : end + 1]
    if line.text.startswith("军队", end):
        return True
    return (
        ends == end
        and behind[1:] not in _GOING_ON_ALWAYS
        and (not tag(behind) or behind[-1] not in _GOING_ON)
    )


_GOING_ON = "长员化部学系生"
_GOING_ON_ALWAYS = tuple("军派版式系")


_LABORATORY = regex.later(
    "(?:(?<=[、，。；：和及])|^)(?P<name>(?:(?![的了在各个把被从到以等])[\u4e00-\u9fffA-Za-z]){4,28}?(?:全国|国家|教育部|自治区|[省市])(?:工程|级)?(?:重点实验室|工程(?:技术)?研究中心|技术创新中心|制造业创新中心|临床医学研究中心))(?=[、，。；和及）建挂揭等]|$)"
)
_LEADING = regex.later(
    "(?:加强|加快|推动|推进|深化|依托|高标准|高质量|高水平|新增|新建|成功|积极|争取|全力|重点|支持|持续|优化|做强|做优|做实|建强|布局|创建|建设|建好|组建|重组|获批|打造|培育|用好|筹建|共建|建成|升级|入选|发挥|牵头|揭牌|成立|引进|设立)+"
)
_OF_NOBODY = (
    "建设",
    "创建",
    "培育",
    "获批",
    "新增",
    "申报",
    "更多",
    "一批",
    "争创",
    "组建",
    "重组",
    "用好",
    "加强",
    "高校",
    "企业",
    "现有",
    "以上",
    "达到",
    "支持",
    "布局",
    "打造",
    "推动",
    "领域",
)


def laboratories(line: Line) -> Iterator[tuple[int, int]]:
    "Laboratories and centres told by what they study: 煤炭清洁利用全国重点实验室."
    for found in _LABORATORY.finditer(line.text):
        level = max(found["name"].rfind(of) for of in ("全国", "国家", "教育部", "自治区", "省", "市"))
        leading = _LEADING.match(found["name"])
        leads = leading.end() if leading else 0
        subject = found["name"][leads:level]
        if len(subject) > _SHORTEST and not any(word in subject for word in _OF_NOBODY):
            yield found.start("name") + leads, found.end()


_SHORTEST = 3


_TEAM = regex.later(
    "(?:国家)?(?:青年|少年|国奥)?[男女]?(?:足|篮|排|乒|羽|冰|手|曲|水|垒|棒|跳水|体操|游泳|田径|举重|射击|球|乒乓球|羽毛球|网球|花样滑冰|短道速滑)?队(?![伍员长里列形友])"
)


def teams(line: Line) -> Iterator[tuple[int, int]]:
    """Teams by the place they are of: 中国队, 辽宁男篮队."""
    for found in _TEAM.finditer(line.text):
        size = known_place(line, found.start()) or 2 * line.text.endswith("中国", 0, found.start())
        if size:
            yield found.start() - size, found.end()
