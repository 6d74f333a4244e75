"""What only the words around a name tell: persons called 老 or 小, offices that act, places one goes to, members of a row."""

from __future__ import annotations

import pytest

from speechlint.document import Document
from speechlint.document.facts import facts


def named(kind: str, text: str) -> list[str]:
    return [fact.text for fact in facts(Document("稿.txt", text)) if fact.kind == kind]


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("person", "保洁员老于和小宋护士都没有走。", ["老于", "小宋"]),
        ("person", "守在坝上的小唐接过电话，老区建设，小高潮。", ["小唐"]),
        ("person", "马教练、裴队都打来电话，莫技术员讲课，韦总答应垫资。", ["马教练", "裴队", "莫技术员", "韦总"]),
        ("person", "机务段司机覃正武安全行车五年。", ["覃正武"]),
        ("person", "国家天文台郑晓年告诉我，陆以循先生领我们唱歌。", ["陆以循", "郑晓年"]),
        ("person", "围绕玄奘译经的故事，文王演八卦。", ["文王", "玄奘"]),
        ("institution", "计财科通知，教务处、保卫科老吴都在。", ["计财科", "教务处", "保卫科"]),
        ("institution", "市委书记王大川到村委会，省足协主席也来了，加强基层工会建设。", ["市委", "村委会", "省足协"]),
        ("person", "孙某某受贿案，李某被抓，某些人，旅港乡贤龙启明到场。", ["孙某某", "李某", "龙启明"]),
        ("person", "由他负总责，政绩上人民满意，金桂飘香，取得双丰收。", []),
        ("institution", "来到烧伤科，我代表院党组讲话，奏响学校发展的乐章，同舟同济。", ["烧伤科", "院党组"]),
        ("place", "前进路上、交通路口，住在前进路12号。", ["前进路12号"]),
        ("meeting", "完成“和平使命—2018”联合演习，判了“5·19”特大电信诈骗案。", ["“5·19”特大电信诈骗案", "“和平使命—2018”联合演习"]),
        ("institution", "市军休所、县农广校的同志来了，全县农广校。", ["市军休所", "县农广校"]),
        ("person", "陈智德创会会长打下底子，听德彪西的曲子。", ["陈智德", "德彪西"]),
        ("date", "八一建军节前夕慰问，五四青年节来临。", ["八一建军节", "五四青年节"]),
        ("figure", "优惠8.8折，立了特等功。", ["8.8折", "特等功"]),
        ("institution", "八中的同学办起了山月民宿。", ["八中", "山月民宿"]),
        ("place", "球队在海埂冬训，奋战在抗疫一线，走上丝绸之路。", ["海埂", "丝绸之路"]),
        ("figure", "立案186例，守了三天三夜，还差一公里半，团体第二，二百零六例，3:2，点球。", ["186例", "三天三夜", "一公里半", "团体第二", "二百零六例", "3:2"]),
        ("document", "宣读（2023）苏05民终1186号判决书，办理第47号提案。", ["（2023）苏05民终1186号判决书", "第47号提案"]),
        ("date", "元贞元年出海，七七级同学到齐。", ["元贞元年", "七七级"]),
        ("figure", "高考再创辉煌:182人上线，占地30 亩，职工80 余名，12.渠，见第7页。", ["182人", "30 亩", "80 余名"]),
        ("figure", "县医院仅有一间平房，是全省第一大产茶县，世界第二大经济体。", ["一间", "全省第一", "第二大"]),
        ("date", "1983 建成新渠，1949 正式通水，热线12345，编号20191。", ["1983", "1949"]),
        ("person", "诸如香港的炳立宗亲、国成宗亲，海外宗亲、各位宗亲，创会会长福添老爷。", ["炳立", "国成", "福添"]),
        ("place", "新桥连接大坪坳、石梁和洼坳等乡村，连接城市和乡村。", ["大坪坳", "石梁", "洼坳"]),
        ("quotation", "“千金难买好邻居”，这是老会长常说的话。", ["千金难买好邻居"]),
    ],
)  # fmt: skip
def test_what_is_told_last(kind: str, text: str, found: list[str]) -> None:
    assert sorted(named(kind, text)) == sorted(found)


def test_members_of_a_row() -> None:
    assert {"兴庆宫", "瓦棱池"} <= set(named("place", "青龙寺、兴庆宫、瓦棱池先后发掘。"))
    assert "河湖长制" not in named("person", "推行林长制、河湖长制、田长制。")
