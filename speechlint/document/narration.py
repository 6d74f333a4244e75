"""A sentence that tells a story: of a person, of a thing that was made then, of what came about.

Nobody asks for anything in it, and nothing in it is of today's work.
"""

from __future__ import annotations

from speechlint.quick import regex

_ASKS = regex.later(
    "要(?<![重主需想只])(?![求素点领闻过])|必须|务必|应当|应该|希望|请(?!示)|继续|进一步|下一步|今后|今年|当前|现任|现为|"
    "确保|努力|推进|加强|落实|贯彻|负责|牵头|会同|分管|出席|到会|在座|列席|莅临|邀请|欢迎|迎接(?![^，。；]{0,16}的[，。])"
)
_SOMEBODY = regex.later(
    # With the characters the words begin with ahead of them, the alternatives need not be tried at every other.
    "(?=[他她爷奶姥父母爸妈外祖伯叔大老师生转入])(?:[他她](?![山人乡日国们都])|爷爷|奶奶|姥姥|姥爷|父亲|母亲|爸爸|妈妈|外公|外婆|外祖[父母]|祖[父母]|伯伯|叔叔|大爷|老兵|老伙计|师傅|生前|转业|入伍)"
)
_A_THING = regex.later(
    "[”’]?[^，。；要]{0,12}(?:钢印|印章|公章|界桩|牌[匾子]|红底白字|喜报|奖状|徽章|文工团|[笔日]记|材料里|[信照]片|请柬|会议记录)"
)
_MADE = regex.later(
    "[”’]?(?:专题|主题)?(?:教育|活动|政策|时期)?[^，。；要]{0,20}"
    "(?:[来成修建编装印拍写画种拉捐留发造设盖铺挖栽立生][上下好成出]?的(?=[，。；])|[修建编装印拍写画种捐造盖铺挖栽]起?的(?=[^，。；]{1,12}[，。]))"
)
_TIME = regex.later(
    "[”’]?(?:专题|主题)?(?:教育|活动)?(?:的?[一二三四五六七八九十两几0-9]{1,3}年[里间]|[中初末后]期|时(?=[编建修写造拍印发办])|(?:改[革制]|转[制隶]|撤[销并]|合并|挂牌)?那[年几天]|的最后|的(?:最后|第)?[^，。；]{0,5}[天月夜]里?[，,])"
)
_STEMMED = regex.later("(?:靠|凭|借|乘|沐浴)着?[^，。；]{0,6}$")
_CAME = regex.later("[^。；]{0,30}(?:[熬挺走闯活扛捱]过了?|熬了?过来|走到了?今天)")


def narrated(before: str, after: str, clause: str) -> bool:
    """Whether a sentence tells of the past, though no word of it looks back.

    ``before`` and ``after`` are what stands in it around the words in question, ``clause`` what does in their clause
    before them.
    """
    if _ASKS.search(before) or _ASKS.search(after):  # mostly
        return False
    told = _TIME.match(after) or _MADE.match(after) or _A_THING.match(after)
    told = told or (_STEMMED.search(clause) and _CAME.match(after))
    return bool(told or _SOMEBODY.search(before) or _SOMEBODY.search(after))
