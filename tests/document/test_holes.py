"""A blank or a dot that is all that is left of a name or a number is told from a plain stray one."""

from __future__ import annotations

import pytest
from conftest import findings
from hypothesis import given
from hypothesis import strategies as st

from speechlint.document.restoring import hole_words as of
from speechlint.document.restoring import spaces
from speechlint.document.restoring.holes import hole

GONE = """授予 同志称号|以 明同志为组长|书记 同志作了动员|会议由 主持，|下面请 讲话，|请副主任 宣读决定|由 校长主持
在 的带领下|在县长 的带领下|在 老师的指导下|以 为组长的|成立了，以 为组长的|以 任组长的|共投入 万 元|得到了 的支持|宣读对 的决定|根据 的部署|水渠位于 ，
我叫 ，|参加的有 、县长|领导有书记 ，县长|欢迎 为我们致辞|感谢 对我们的支持|我代表 向大家|把 建成样板|与 签订了协议
向 学习，|由 任组长|来自 村的代表|毕业于 大学水利系|由 公司承办|在 上，市委强调|得到了 公司、 集团的赞助
共投入 万元，|现有 户，|现辖 个村|收治病人 人次，|成立 周年之际|新修水渠 公里，|达到 吨，|增长 %，|第 项议程
今年 月，|8月 日召开|过去的 年里|我校 班的同学|应到代表 人，|慰问 家企业|提 点倡议|改革 放以后|新郎 先生|刚才， 主任宣读了
各位亲友， 因病医治无效|会上， 和李明同志|原告 与被告
我从 同志手里|接替 同志担任|副局长 分别作了|书记 出席会议|有请 乡长讲话|掌声欢迎 上台|生于 年 月，""".replace(
    "\n", "|"
).split("|")

STRAY = """要把 山洪沟|提升 工会干部|市总工会的决 定|各支部 书记会后|李明同志主 持|由 全体村民|请 大家|向 受灾群众|对 困难群众
把 安全生产放|与 会代表|三年 的努力|三 万元|十 名|每 个人|对待 同志像|参加会议的 同志|各位 同志|请老 同志们|大家好， 同志们
我们 家的|全村 人，|主席 先生，|他是对 的|所受 的教育|由 选举产生|目标 和责任|加强 对项目的|在 思想上|由 于 时 间""".replace(
    "\n", "|"
).split("|")


def gone(words: str) -> bool:
    at = words.index(" ")
    return hole(words, at, at + 1) is not None


@pytest.mark.parametrize("words", GONE)
def test_something_is_gone(words: str) -> None:
    assert gone(words)


@pytest.mark.parametrize("words", STRAY)
def test_nothing_is_gone(words: str) -> None:
    assert not gone(words)


def test_blanks_beside_marks_throughout_tell_nothing() -> None:
    """A draft that is set so says nothing by one more."""
    told = "刚才， 主任宣读了决定， 大家都听了， 各村要抓紧， 不能等。"
    assert findings(told, "ELI013") == []


@pytest.mark.parametrize("mark", [".", " ", "`"])
def test_the_only_trace_stays(mark: str) -> None:
    """No safe fix touches the place."""
    text = f"县里授予{mark}同志修渠标兵称号。大家要向他学习。我们表示祝贺。"
    at = text.index(mark)
    edits = [e for f in findings(text) for fix in f.fixes if fix.safe for e in fix.edits]
    assert not any(edit.span.start <= at < edit.span.end for edit in edits)


@pytest.mark.parametrize("words", ["改革.放以后", "刚才，.主任宣读了", "社会.义道路"])
def test_a_dot_for_a_word_is_no_stop(words: str) -> None:
    text = f"我们坚持{words}的事。大家都满意。明年还要修渠。"
    assert [finding.code for finding in findings(text)] == ["ELI010"]


def test_the_first_and_last_characters_are_those_of_the_words() -> None:
    """They are written out, as finding them takes longer than all else."""
    before = (of.BY, of.FOR, of.TITLED, of.OPEN, of.OPEN_OF, of.OPEN_AHEAD, of.POSTS, of.PARTIES, of.AT)
    assert {word[-1] for words in before for word in words.split()} | {w[-1] for w in of.DOES} <= of.LAST
    behind = (of.COMRADE, of.CALLED, of.UNITS, of.COUNTS, of.DAYS, of.BODIES, of.POSTS)
    assert {word[0] for words in behind for word in words.split()} | of.LEVELS <= of.FIRST
    singles = {word for words in behind for word in words.split() if len(word) == 1}
    assert singles | of.LEVELS <= of.SINGLE


@given(st.text("由以请向为的同志书记主任镇万年在下授予，。、 　.·`^\\\n第九3", max_size=12), st.data())
def test_a_place_anywhere_breaks_nothing(text: str, data: st.DataObject) -> None:
    a = data.draw(st.integers(0, len(text)))
    b = data.draw(st.integers(a, len(text)))
    gone = hole(text, a, b)
    assert gone is None or 0 <= gone.start <= a <= b <= gone.end <= len(text)


@pytest.mark.parametrize(
    "line", ["现在请 、 为渠首揭牌。", "获奖的是 、 、 三位师傅。", "水库决定聘请 为技术顾问。"]
)
def test_each_blank_of_a_row_of_names_stays(line: str) -> None:
    found = findings(f"各位乡亲：\n{line}请大家鼓掌。\n")
    assert {finding.code for finding in found} == {"ELI013"}
    assert not [edit for one in found for fix in one.fixes if fix.safe for edit in fix.edits]


def test_one_hole_in_a_line_keeps_its_other_few_blanks() -> None:
    told = spaces.changes("刚才，镇长 、武装部长 先后讲了话，大家都很赞成。\n")
    assert told == []
