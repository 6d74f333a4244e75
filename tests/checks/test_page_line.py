"""Lines of web pages, told by what they are; lines of speeches with the same words stay."""

from __future__ import annotations

import pytest
from conftest import findings

from speechlint.finding import Severity

TITLE = "在全镇秋播动员会上的讲话\n"
BODY = "同志们：\n今天开会，把秋播的事说一说。\n"
CLOSE = "散会以后请抓紧行动。\n谢谢大家！\n"


def told(text: str) -> list[str]:
    return [finding.reading for finding in findings(text, "WMK016")]


@pytest.mark.parametrize(
    "line",
    [
        "综合频道 社会频道 法治频道 视频 更多",
        "登录 注册 会员中心 购物车",
        "上传日期：2015-03-02 浏览：318 下载：12",
        "Search Menu Login",
        "农村会议讲话怎么写 格式模板大全",
    ],
)
def test_what_stands_above_a_title_and_speaks_of_a_page_is_told(line: str) -> None:
    assert told(f"{line}\n{TITLE}{BODY}{CLOSE}") == [line]


@pytest.mark.parametrize(
    "line", ["收藏 转发 评论 举报", "上一篇：秋收讲话 下一篇：没有了", "猜你喜欢 热门推荐"]
)
def test_what_stands_below_the_close_and_speaks_of_a_page_is_told(line: str) -> None:
    assert told(f"{TITLE}{BODY}{CLOSE}{line}\n") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "要把政府网站办好，群众的留言、评论、投诉都要有人看。",
        "大家下载一个客户端，注册以后就能查看通知。",
        "一、办好频道和栏目",
        "各位会员、各位读者：",
    ],
)
def test_the_same_words_in_a_speech_are_not(line: str) -> None:
    assert told(f"{TITLE}{BODY}{line}\n{CLOSE}") == []


def test_a_sentence_in_a_paragraph_is_told_only_with_an_advertisement_in_it() -> None:
    ad = "更多公文范文免费下载，加微信：gongwen01，网址：www.example.com。"
    speech = "更多范文、更多资料要放到网站上，供大家下载。"
    assert told(f"{TITLE}{BODY}第一，要抢时间。{ad}第二，要保质量。\n{CLOSE}") == [ad]
    assert told(f"{TITLE}{BODY}第一，要抢时间。{speech}第二，要保质量。\n{CLOSE}") == []


def test_the_message_says_what_gave_it_away_and_the_level_how_sure_it_is() -> None:
    (found,) = findings(f"首页 > 范文频道 > 下载中心 会员登录 VIP充值\n{TITLE}{BODY}{CLOSE}", "WMK016")
    assert found.severity is Severity.ERROR
    assert "位置和写法" not in found.message


@pytest.mark.parametrize(
    "line",
    [
        "寄件人: 老方 <laofang@example.org>",
        "用户需要一篇秋播动员讲话，我先列个提纲，再把开头写得亲切些。",
        "当前步骤：主任核稿 密级：一般 版本：V2",
        "页面加载失败，请刷新重试",
    ],
)
def test_above_a_title_a_line_needs_no_word_of_the_list(line: str) -> None:
    assert told(f"{line}\n{TITLE}{BODY}{CLOSE}") == [line]


def test_short_lines_beside_site_text_go_with_it() -> None:
    column = ["首页", "农情", "时令", "更多"]
    assert told("\n".join([*column, TITLE + BODY + CLOSE])) == column


@pytest.mark.parametrize(
    "line",
    [
        "（2021年9月5日）",
        "中共青山镇委员会",
        "青办发〔2021〕9号",
        "镇党委书记 方远",
        "抢抓农时 颗粒归仓",
        "全镇三级干部大会",
    ],
)
def test_what_a_speech_has_above_its_title_itself_stays(line: str) -> None:
    assert told(f"首页\n{line}\n{TITLE}{BODY}{CLOSE}") in ([], ["首页"])


@pytest.mark.parametrize(
    "line", ["现在，请大家起立。", "联系人：方远 0000-0000000", "青山镇人民政府", "附件：任务分解表"]
)
def test_what_a_speech_has_below_its_close_itself_stays(line: str) -> None:
    assert told(f"{TITLE}{BODY}{CLOSE}{line}\n") == []
