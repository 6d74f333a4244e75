"""Formulations by date: when they are told, when they are left alone, and what is said of them."""

from __future__ import annotations

import re

import pytest
from conftest import findings
from hypothesis import given
from hypothesis import strategies as st

from speechlint.document import contexts
from speechlint.finding import Severity

CALL = "在全市工会工作会议上的讲话\n（{}）\n同志们：\n"
OLD = "要更加紧密地团结在以胡锦涛同志为总书记的党中央周围。\n"


def told(text: str, *codes: str, as_of: str = "2026-11-20", by_draft: bool = False) -> list[str]:
    """The entries that speak of ``text``, at warning or above."""
    found = findings(text, *(codes or ("SLG",)), as_of=as_of, by_draft=by_draft)
    return [f.selector for f in found if f.severity > Severity.INFO]


def test_an_old_draft_is_judged_today() -> None:
    assert told(CALL.format("2011年2月15日") + OLD) == ["SLG002/cc-hu"]


def test_an_archive_is_judged_at_the_date_of_each_speech() -> None:
    first = CALL.format("2011年2月15日") + OLD + "谢谢大家！\n"
    second = CALL.format("2014年2月15日") + OLD + "谢谢大家！\n"
    assert told(first, by_draft=True) == []
    assert told(f"篇一\n{first}篇二\n{second}", by_draft=True) == ["SLG002/cc-hu"]


def test_a_draft_that_gives_only_its_year_is_given_the_benefit_of_the_doubt() -> None:
    assert told("同志们：\n今年是2012年。\n" + OLD, by_draft=True) == []
    assert told("同志们：\n今年是2013年。\n" + OLD, by_draft=True) == ["SLG002/cc-hu"]


@pytest.mark.parametrize(("date", "then"), [("2011年2月15日", "还有效"), ("2014年2月15日", "已过时")])
def test_the_message_says_whether_it_was_right_when_written(date: str, then: str) -> None:
    (found,) = findings(CALL.format(date) + OLD, "SLG002")
    assert then in found.message
    assert "用到2012年11月15日" in found.message
    assert "以习近平同志为核心的党中央" in found.message


def test_quotation_marks_within_the_message_are_single() -> None:
    (found,) = findings("团结职工为实施“十一五”规划建功立业。", "SLG004")
    assert found.message.startswith("“‘十一五’规划”")


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2024-06-01", []), ("2025-03-01", []), ("2025-09-01", ["SLG009/cp-djxx"])],
)
def test_a_campaign_is_told_as_last_years_work_for_a_year(as_of: str, expected: list[str]) -> None:
    assert told("我们扎实开展党纪学习教育，作风明显好转。", "SLG009", as_of=as_of) == expected


@pytest.mark.parametrize(
    "text",
    [
        "党的十九大以来，全区上下团结奋斗。",
        "学习贯彻中国工会十八大精神，展现职工新风采。",
        "先后开展“两学一做”学习教育、党史学习教育。",
        "“十三五”期间，全县新增就业六万人。",
        "2013年，在以习近平同志为总书记的党中央领导下，我们战胜了旱灾。",
        "原国土资源局的老同志也来了。",
        "弘扬脱贫攻坚精神，巩固拓展脱贫攻坚成果。",
        "《关于建设社会主义新农村的若干意见》下发二十年了。",
        "全面贯彻党的二十大和二十届历次全会精神。",
        "继续抓好社会治安综合治理，赋予乡镇社会管理权限。",
    ],
)
def test_history_and_what_is_still_in_use_are_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("“十一五”时期既是战略机遇期，又是矛盾凸显期。", "SLG004/2006"),
        ("以优异成绩迎接党的二十大胜利召开！", "SLG003/welcome-20"),
        ("深入学习贯彻党的十九大和十九届四中全会精神。", "SLG003/study-19"),
        ("坚决打赢脱贫攻坚战，确保一户不落。", "SLG007/fp-1"),
        ("深入贯彻落实科学发展观，推动工作上台阶。", "SLG008/kxfzg-sr"),
        ("请卫计委和工商局抓紧办理。", "SLG010/wjw-2"),
        ("坚定不移走中国特色工会发展道路。", "SLG011/gh-dl"),
        ("筑牢中华民族共同体意识。", "SLG012/zhulao"),
        ("学习十六大四中全会精神。", "SLG013/da"),
        ("保障职工合法权益，农民人均纯收入增加。", "SLG020/ncj"),
    ],
)
def test_what_no_longer_holds_is_told(text: str, entry: str) -> None:
    assert entry in told(text)


def test_a_draft_older_than_its_words_is_asked_for_its_date() -> None:
    text = CALL.format("2016年3月1日") + "深刻领悟“两个确立”的决定性意义。\n"
    (found,) = findings(text, "SLG021")
    assert "2021年11月11日才有" in found.message
    assert findings(text.replace("2016", "2022"), "SLG021") == []


@pytest.mark.parametrize("words", [contexts.LOOKING_BACK, contexts.META, contexts.FROM_TO])
@given(data=st.data())
def test_all_that_a_context_looks_for_begins_with_one_of_the_characters_ahead(
    words: re.Pattern[str], data: st.DataObject
) -> None:
    ahead, rest = words.pattern.split(")", 1)
    found = re.search(rest, data.draw(st.from_regex(rest)))
    assert found
    assert re.match(f"{ahead})", found.group())


def test_what_a_draft_says_this_year_is_goes_by_the_year_that_it_says_is_ending() -> None:
    ending = "同志们：\n2026年的钟声即将敲响。今年是“十四五”规划收官之年。\n"
    assert told(ending) == []
    assert "SLG004/2021" in told(ending.replace("2026", "2027"))
    assert told(ending.replace("今年是", "要抓好")) == ["SLG004/2021"]


def test_a_misnamed_campaign_is_told_in_a_review_too() -> None:
    assert told("我们先后开展了党的群众路线实践教育活动、党史学习教育。") == ["SLG012/cp-qzlx-x"]
    assert told("我们先后开展了党的群众路线教育实践活动、党史学习教育。") == []


def test_what_the_past_taught_is_no_task() -> None:
    assert told("“六稳”“六保”留给我们一条经验：保住企业就保住了就业。") == []
    assert told("“六稳”“六保”要给我们鼓劲。") == ["SLG006/lwlb"]


@pytest.mark.parametrize(
    "frame",
    [
        "为什么当年要{}？大家可以想一想。",
        "为什么那时非要{}不可？",
        "那几年{}的经历，大家至今难忘。",
        "墙上还留着“{}”的旧标语。",
        "有的材料还在写“{}”，这是不对的。",
        "去年，我们{}，见到了成效。",
    ],
)
def test_frames_that_tell_of_the_past(frame: str) -> None:
    assert told(frame.format("打赢脱贫攻坚战"), as_of="2021-12-31") == []


@pytest.mark.parametrize(
    "frame", ["大家想一想，怎样坚决{}？", "去年打下了基础，今年要{}。", "明年，全力{}。"]
)
def test_frames_that_tell_of_what_is_to_be_done(frame: str) -> None:
    assert told(frame.format("打赢脱贫攻坚战"), as_of="2021-12-31") == ["SLG007/fp-1"]


@pytest.mark.parametrize(
    ("story", "demand"),
    [
        ("他在县卫生局干了八年收发，一封信也没有送错过。", "请县卫生局八月底前报送材料。"),
        ("窗口的那部电话，是“三严三实”专题教育后装上的。", "要把“三严三实”专题教育抓实。"),
        ("爷爷的喜报由沈阳军区签发，在墙上贴了十年。", "沈阳军区要派人出席表彰大会。"),
        ("靠着家电下乡的东风，冰柜厂熬过了最难的那一年。", "继续抓好家电下乡。"),
        ("县里的普法长廊，建于“七五”普法中期。", "各村要抓好“七五”普法。"),
        ("她从扶贫办一名借调人员干起，走遍了全县的村。", "扶贫办要牵头做好监测。"),
        ("在深入学习实践科学发展观活动中，支部曾许诺修好这口井。", "要深入学习实践科学发展观活动。"),
    ],
)
def test_a_story_is_no_task(story: str, demand: str) -> None:
    assert told(story) == []
    assert told(demand) != []
