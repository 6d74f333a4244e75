"""Bodies and standards with a name in Latin letters, where a Chinese word says what they are: 权威机构DNV, ISO9001认证."""

from __future__ import annotations

from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.document.facts.worded import Line

_L = "[A-Za-z][A-Za-z0-9&.'’-]*(?: [A-Z][A-Za-z0-9&.-]*)*"
_NAME = f"(?<![A-Za-z0-9.])(?P<name>{_L})"
_BODY = "机构|公司|集团|企业|组织|协会|联盟|厂商|银行|大学|学院|研究所|实验室|俱乐部|战队|基金会|论坛|学会|工作室|医院|巨头|运营商|供应商|平台(?=公司)"
# what is no name of a body though letters write it
_NO_BODY_TEXT = "A B C D E F G H AI IT GDP CPI PPI APP App app VIP CEO CFO CTO HR PPT PDF DNA RNA OK IP KPI ESG EPC PPP BOT BIM ERP CRM MBA EMBA 5G 4G 3D VR AR LED USB CPU GPU WiFi Wi-Fi TV PK NGO CBD SUV ABC QQ WTO3 O2O B2B B2C P2P ETC ICU CT PM PM2.5 KTV IPO LNG POS ATM UFO ID"
_NO_BODY = frozenset(_NO_BODY_TEXT.split())
_AS_A_BODY = regex.later(
    f"{_NAME}(?={_BODY})|(?:{_BODY})(?:[（“]|——)?{_NAME.replace('name', 'behind')}"
    f"|(?<=[由被与和同向给]){_NAME.replace('name', 'acting')}(?=(?:统一|共同|联合|负责|牵头|签|合作|达成|建立|提供|研制|研发|开发|制定|主办|承办|发布|认证|颁发|收购|竞争|并列|两家|三家|等))"
    f"|{_NAME.replace('name', 'listed')}(?=[、和]{_L}(?:[两三四五六]家|等(?:{_BODY}|国际|跨国|世界|知名|著名|国外|外国|行业)))"
)
_LISTED = regex.later(f"[、和](?P<name>{_L})")
_STANDARD = regex.later(
    "(?<![A-Za-z0-9])(?P<standard>(?:(?:ISO|IEC|ITU|IEEE|GB|DB|ANSI|ASTM|DIN|JIS|EN|AQ|HJ|JGJ|QS|TS|IATF|AS|OHSAS|SA|API|ASME|CMMI|CNAS|HACCP|GMP|GSP|GAP|RoHS|REACH|FSC|FDA|CE|UL|JCI|3C|CCC)(?:[/ -]?[A-Z]{1,4})?[ /-]?(?:[A-Z]?[0-9][0-9.:：/—-]*)?[0-9A-Z]*)(?:标准)?)"
    "(?=(?:[一-鿿]{0,10}?)(?:认证|标准|体系|资质|规范|协议|认可|评审|论证|接口))"
)
_CODED = regex.later(
    "(?<![A-Za-z0-9])(?:ISO|IEC|GB/?T?|OHSAS|IATF|TS)[ /-]?[0-9]{3,6}(?:[:：-][0-9]{4})?|(?<![A-Za-z0-9])(?:RCEP|CPTPP|USMCA|NAFTA|GATT|TRIPS|SDR)(?![A-Za-z])"
)


def bodies(line: Line) -> Iterator[tuple[int, int]]:
    """Where the bodies begin and end, in no order."""
    if line.text.isascii() or not _LATIN.search(line.text):
        return
    for found in _AS_A_BODY.finditer(line.text):
        group = found.lastgroup or "name"
        if found[group] in _NO_BODY or len(found[group]) < _SHORTEST:
            continue
        yield found.span(group)
        end = found.end(group)
        while more := _LISTED.match(line.text, end):
            if more["name"] not in _NO_BODY:
                yield more.span("name")
            end = more.end()


_LATIN = regex.later("[A-Za-z]{2}")
_SHORTEST = 2


def standards(text: str) -> Iterator[tuple[int, int]]:
    """Where the standards and treaties begin and end, in no order."""
    for found in _CODED.finditer(text):
        yield found.span()
    for found in _STANDARD.finditer(text):
        yield found.span("standard")
