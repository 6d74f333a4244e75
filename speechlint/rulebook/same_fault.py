"""Which findings tell one fault: a table for proofreaders, whose rows docs/rules.md shows.

Of two findings that stand to each other as a row says, one tells, and the other's code is its ``also``: the graver, then
the longer; in a row of ``GONE`` the first, unless the other is graver. Of several rows that fit two rules the first holds.
What copying damaged (ENC, SPC) and what the damage hides are two faults: no row sets the one against the other.
"""

from __future__ import annotations

from speechlint.quick.functools import cache
from speechlint.quick.typing import NamedTuple

SAME, INSIDE, MEETS, GONE = "同一处", "一处在另一处里", "两处相交", "后者在前者要删的字里"
BOTH = "是两个毛病，都报"


class Row(NamedTuple):
    """Codes, or what they begin with; ``how`` the places lie; ``why`` it is one fault."""

    codes: tuple[str, ...]
    others: tuple[str, ...]
    how: str
    why: str


def _row(codes: str, others: str, how: str, why: str) -> Row:
    return Row(tuple(codes.split()), tuple(others.split()), how, why)


_MISWRITTEN = "TYP001 TYP002 TYP003 TYP004 TYP005 TYP007 TYP008 TYP009 TYP010 TYP011 TYP014 TYP015"
_SITE = (
    "WMK001 WMK002 WMK003 WMK004 WMK005 WMK006 WMK007 WMK008 WMK009 WMK010 WMK011 WMK012 WMK013 WMK015 WMK016"
)
_WORDS = "PLH SPC PUN NUM CNT ELI LEK FIG TYP SLG PAR DUP"
SITE = tuple(_SITE.split())  # rules of text to be deleted whole

TABLE = (
    # 提法
    _row("SLG005 SLG019 SLG021 SLG022 SLG023 SLG024", "SLG", BOTH, "年数、职务、次序、称呼，换了提法也还在"),
    _row("SLG", "SLG", MEETS, "一个提法，长短两种写法都过时，或写错了：整个换掉就都好了"),
    _row("SLG", "ELI007", MEETS, "提法少了字，与提法过时、写错，都是换成现在的提法"),
    _row("SLG012 SLG016 SLG028", _MISWRITTEN, INSIDE, "固定提法里的错字"),
    _row("SLG016", "CNT002", INSIDE, "固定提法的几项不全或有误"),
    # 空缺
    _row("PLH", "PLH", MEETS, "一个空"),
    _row("PLH003", "FIG003 SLG019", SAME, "年份空着：是不是同一年、该是哪一年，填上就知道了"),
    _row("PLH018", "FIG010", INSIDE, "00月00日是没有填的日期"),
    _row("PLH", "DUP008", INSIDE, "题目或开头的届次空着，才与另一处对不上"),
    _row("PLH014 PLH015", "WMK013", MEETS, "智能工具留给人填的一格"),
    _row("PLH", "PUN008 PUN027", SAME, "引号是空缺记号的一部分；引号里有一格空着，是两个毛病"),
    _row("PLH", "PUN", MEETS, "标点是空缺记号的一部分，填上就没有了"),
    _row("WMK014", "PLH009 NUM006", INSIDE, "同几个星号、井号：不是空缺，也不是丢了序号的标题"),
    # 脱漏
    _row("ELI", "ELI", INSIDE, "一处脱漏"),
    _row("ELI003", "DUP006", INSIDE, "“党的的”中间脱了届次，不是写重"),
    _row("ELI008", "PUN002 PUN005 PUN014", MEETS, "脱了一项，两边的标点、连词才挨在一起"),
    _row("ELI010", "PUN001 PUN017 ENC009", SAME, "一个点，是删去的词留下的"),
    # 数字
    _row("FIG001", "FIG002", SAME, "一个数没有单位"),
    _row("FIG007", "TYP004", MEETS, "一个约数说了两遍"),
    # 序号和收尾
    _row("NUM006", "NUM004", SAME, "丢了一个标题的序号，下面的序号才像是重新编的"),
    _row("NUM007", "PUN001", INSIDE, "序号后面的标点：半角的也是不合惯例的"),
    _row("NUM013", "PUN004 PUN011", MEETS, "稿子断在这里，所以没有句末标点，括号、引号也只有一半"),
    # 写重
    _row("DUP001", "DUP005", MEETS, "题目在一行里写了两遍"),
    _row("DUP002", "DUP003 DUP004", MEETS, "一段话写了两遍"),
    _row("DUP003", "DUP004", MEETS, "一段话写了两遍"),
    _row("DUP005", "DUP004 DUP006", INSIDE, "几个字写了两遍"),
    _row("DUP009", "DUP012", MEETS, "末一个字写重"),
    # 用字、标点、泄露
    _row(_MISWRITTEN, _MISWRITTEN, INSIDE, "一个词写错了"),
    _row("PUN016 PUN008", "PUN004", SAME, "引号形似而不是引号，所以不成对"),
    _row("PUN002 PUN003 PUN009", "PUN001", INSIDE, "叠用的标点、省略号、破折号，改写时半角也改了"),
    _row("LEK", "LEK", INSIDE, "一个名字"),
    # 网站的字
    _row(_SITE, _SITE, INSIDE, "网站的一段字"),
    _row(_SITE, _WORDS, GONE, "网站的字要整段删去，里面的毛病跟着没有了"),
    _row("PLH015 PLH017", "PUN SPC", GONE, "写给起草人的话要删去，里面的毛病跟着没有了"),
)


OWN = Row((), (), INSIDE, "同一条规则的两个条目，或一个条目的两处，短的在长的里")


@cache
def between(code: str, other: str) -> tuple[str, bool] | None:
    """How two findings of these rules lie when they tell one fault, and whether the first always tells.

    None for a pair of which no row speaks. Two findings of one rule are of two entries.
    """
    for row in TABLE:
        if row.how == BOTH and code == other:
            continue
        if code.startswith(row.codes) and other.startswith(row.others):
            return row.how, row.how == GONE
        if other.startswith(row.codes) and code.startswith(row.others):
            return row.how, False
    return (OWN.how, False) if code == other else None
