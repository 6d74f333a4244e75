"""Amounts in units that are written out or in Latin letters, scores, ranks told as a first: 十三亿立方公尺, 93K, 3：1, 首批."""

from __future__ import annotations

from speechlint.document.words import cut
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_C = "一二三四五六七八九十百千万亿零〇两"
_UNIT = "载重吨|总吨|(?:立方|平方)?公尺|公方|土方|(?:立方|平方)?市尺|(?:立方|平方)(?:厘米|毫米|分米|英尺)|平方华里|市斤|公担|公石|公分|工分|标准煤|当量|光年|纳米|微米|马力|焦耳|卡路里|千卡|大卡|安培|赫兹|兆赫|千赫|分贝|帕|兆帕|字节|比特|克拉|盎司|加仑|磅|桶|秒差距|摄氏度|华氏度|法郎|卢比|泰铢|韩元|澳元|加元|瑞郎|林吉特|比索|兰特|新元|先令|两白银|港元|港币|英镑|欧元|日元|人民币"
_LATIN = "(?:k|M|G|T|P|E|m|n|μ|µ)?(?:Hz|bps|bit|Byte|Pa|eV|Ah|VA|var|FLOPS|FLOP|OPS|dB|mol|pc)|m[gl]|mL|μm|DDDs?|TEU|DWT|ppm|ppb|rpm|kg|km|k?V|[KΩ℃℉°W]|km/h|m/s|dBm?|fps|mAh|Nm3?|cm2|m[23²³]"
_MEASURED = regex.later(
    f"(?<![0-9A-Za-z.])[0-9]+(?:[.,][0-9]+)*[多余]?[十百千万亿]{{0,2}} ?(?:{_UNIT}|(?:{_LATIN})(?![A-Za-z0-9]))"
    f"|(?<![第{_C}])(?:[{_C}]{{1,10}}|[数几][十百千万亿]{{1,3}})[多余]?(?:点[{_C}]{{1,4}}[万亿]?)?(?:{_UNIT})(?![子商家])"
)
_COLD = regex.later(
    f"(?:零[上下]|摄氏)(?:[{_C}]{{1,4}}|[0-9]{{1,3}}(?:\\.[0-9])?)[多几]?(?:摄氏)?(?:度|℃)"
    f"|[1-9][0-9]{{2,4}}来(?:人|家|户|亩|元|块|里|斤|吨|名|个|公里|米)"
)
_SCORE = regex.later(
    "(?:(?<=以)|(?<=比分))[0-9]{1,3} ?[:：比∶-] ?[0-9]{1,3}(?![0-9])|[0-9]{1,3} ?[:：比∶] ?[0-9]{1,3}(?=战胜|击败|险胜|大胜|逆转|负于|惜败|力克|横扫|战平|淘汰|领先|落后)"
    f"|(?<=以)[{_C[:10]}零]{{1,3}}比[{_C[:10]}零]{{1,3}}|(?<![一-鿿][{_C}])(?:[二三四五六七八九十]{{1,3}}|[0-9]{{1,3}})连(?:冠|胜|败|增|降|涨|跌|霸|快|丰|贯|捷|升|跳|任)"
    "|[0-9]{1,2}分[0-9]{1,2}(?:秒|[.′″][0-9]{1,2})(?:[0-9]{1,2})?|[0-9]{1,2}秒[0-9]{1,2}"
)
_LEVELS = regex.later(
    "(?<![0-9])[0-9]{1,3}个?[镇乡街县区市旗场](?:、?[0-9]{1,3}个?(?:镇|乡|街道?|县|区|市|旗|场|村|社区))+|(?<=辖)[0-9]{1,3}个?(?:镇|乡|街道|县|区|市|旗|村|社区)"
    f"|[{_C}]{{1,3}}(?:镇|乡|街|县|区|市|旗|场)[{_C}]{{1,3}}(?:镇|乡|街|县|区|市|旗|场|村)"
    "|(?<![一-鿿])[二三四五六七八九十]国(?=领导人|元首|外长|财长|首脑|秉持|人民|之间|合作|一致|共同|政府|集团|集体)|(?<=[进增了促推们])[五六七八九十]国(?=人民|合作|关系|友谊)"
    "|(?<![一-鿿])[二三四五六七八九十]{1,2}(?:地州|州市|地市|县市|县区|盟市|市县|省区|市州)(?![长委])|(?<=[疆藏省市县达及江淮北南])[二三四五六七八九十]{1,2}(?:地州|州市|地市|县市|县区|盟市|市县|省区|市州)(?![长委])"
)
_ARTICLE = regex.later(
    f"(?<=[》法例典则定程章款])第(?:[{_C}]{{1,8}}|[0-9]{{1,4}})[条章](?:第(?:[{_C}]{{1,3}}|[0-9]{{1,2}})[款项])?(?:之[一二三四])?"
)
# amounts with nothing behind them: 挣了四万多, 共五十六.
# hundreds of thousands with no measure, right before who or what they are: 八千上岗, 五千万技改资金
_BARE = regex.later(
    f"(?<![第{_C}0-9点数几成上约每“])[一二三四五六七八九两](?:[{_C}]{{0,5}}[千万亿]|[{_C}]{{1,5}}[多余][万亿])(?=[\u4e00-\u9fff，。；])"
)
_NO_BARE = regex.later(
    "[年里次遍个名位人元块斤亩吨户家条件种台套米公平立小天度分篇字句头只匹棵株颗粒双对项座所辆架艘册本部幅场届代倍大之众古世载古岁丈尺寸两步步军]"
)
_FLOOD = regex.later(
    f"(?<![0-9第年.,])[0-9]+(?:[,.][0-9]+)*[多余]?[百千万亿]{{0,2}}[多余]?份(?![额子量内外])|(?<=[伤残灾震])[一二三四五六七八九十]级(?=[，。、；])|(?:(?<=台风)|(?<=风力)|(?<=阵风)|(?<=最大风))(?:十[一二三四五六七八九]?|[六七八九])级|(?:[0-9]{{1,4}}|[{_C}]{{1,4}})年一遇|(?<=倒数)第[{_C}]{{1,3}}(?=[，。；、的])"
)
_ROUND = regex.later(
    f"(?:(?<=[了达共近约超逾至成]))[一二两三四五六七八九十][{_C}]{{0,6}}[百千万亿][多余](?=[，。；、！）])"
    f"|(?<![第{_C}0-9点])[一二三四五六七八九两][十百千][{_C}]{{0,4}}[万亿]多?(?=[，。；、！）])"
    f"|(?<=提前)[{_C}]{{1,3}}(?:天|个月|年|个?小时|分钟|个?星期)|([{_C}])[战进](?:\\1|[{_C}])[捷胜出]"
    f"|(?<=[罚奖花挣赚交付欠借还卖了收增补捐约])[一二三四五六七八九两][百千万][一二三四五六七八九]?(?=[，。；、])"
    "|[一二三四五六七八九十0-9]{1,2}级(?=[钳电焊技车铣木瓦]工|技工|技师|工资|大风|阵风|风力|警督|警监|警司|士官|教师|教授|作家|演员|大检察官|大法官|响应|警报)|劣?[ⅠⅡⅢⅣⅤⅥ]{1,2}[类级]|[一二三四五六七八九]{2}十?里(?=路|地)|(?<=每周)[一二两三四五六七八九](?:班|趟|次|节|场|课|天)"
    f"|(?<![第{_C}0-9点])[一二两三四五六七八九十百][{_C}]{{0,6}}[多余]?(?:场次|人次|户次|件次|车次|架次|艘次|台次|班次|乘次)|(?<![第{_C}0-9点])一[百千万亿十][{_C}]{{0,4}}[多余]?[对颗粒尾羽株座棵幢栋艘架枚套件块盏床辆匹头只口眼]|(?<![第{_C}0-9每])[{_C}]{{1,3}}处(?=[、])"
    "|(?:全国|全省|全市|全县|全区|世界|全球|年度|中国)十[大佳](?=[一-鿿]{2})|第一大(?=[经产城都港市省出进生消贸外])"
    f"|(?<![{_C}0-9])[上百数几]?百十来?(?=[个亩户人口块斤里家号])[个亩户人口块斤里家号](?![里人])"
    "|(?:世界|全球|亚洲|全国|国内|全省|全市|全县|全区)第[一二三四五六七八九十][位名]?(?=[，。；：（、])|(?:世界|全球|亚洲|全国|国内|全省|全市|全县|全区)第一(?=[一-鿿]{2})(?![个家套台座条批部所艘架枚颗支次届线代手时位名款例项方])"
    f"|(?<=以下)[{_C}]{{1,4}}(?=[个家项座条](?:重点|主要|大型|[一-鿿]{{0,4}}(?:工程|工厂|企业|单位|项目|县|市)))"
    f"|(?<![{_C}0-9.])(?:[十百千]?[万亿]|[数几][百千]?[万亿])(?:元|美元)(?:以上|级|大关)"
)


def seen(text: str) -> Iterator[tuple[int, int]]:
    """Where they begin and end, in no order."""
    for expression in (_MEASURED, _COLD, _SCORE, _LEVELS, _ARTICLE, _ROUND, _FLOOD):
        for found in expression.finditer(text):
            yield found.span()
    for found in _BARE.finditer(text):
        if _is_an_amount(text, found):
            yield found.span()
    for expression in (_FIRST, _NTH):
        for found in expression.finditer(text):
            if _is_of_a_thing(text, found):
                yield found.span()


def _is_an_amount(text: str, found: re.Match[str]) -> bool:
    """Whether a number stands by itself before a noun or a verb: no measure, no longer word."""
    if _NO_BARE.match(text, found.end()) or len(found[0]) < _SHORT:
        return False
    first = max(0, found.start() - 2)
    place = first
    for word in cut(text[first : found.end() + 3]):
        behind = place + len(word.text)
        if place < found.start() < behind or place < found.end() < behind:
            return False
        place = behind
    return True


_SHORT = 2
_LONG = 5
_OF = "任个家套台座条批部所艘架枚颗支本块位款辆只间幢栋株棵头匹例项篇首幅张份片处口眼名代炉车列吨宗笔单段期"
_FIRST = regex.later(
    f"(?<![一-鿿]第)(?:第(?:[一二三四五六七八九]|十[一二三四五六七八九]?)[{_OF}]|首[{_OF.replace('位', '').replace('首', '').replace('期', '')}])(?![0-9：:，。；、\n表])"
)
_NTH = regex.later(
    f"第(?:[{_C}]{{1,4}}[百千万亿]|[0-9]{{4,7}})(?:[{_C}]{{0,3}})[个家套台座条批艘架枚颗辆名位列户人头吨件期次场号例单回]"
)
# what is counted off in a speech, not in the world: 第一个问题, 第一条意见
_OFF = regex.later(
    "(?:大|主要|重要|重点|突出|显著|基本|鲜明)?(?:方面|问题|特点|特征|环节|层|关键|要点|要求|任务|意见|建议|希望|体会|启示|原因|变化|转变|步骤|阶段|举措|措施|维度|角度|话题|观点|故事|例子|词|字|是|就|叫|要|，|关[，。键口]|意思|想法|理由|月|年|星期|季度|周期|小时|百年|五年|十年|二十年|[0-9一二三四五六七八九十]+年|部分|篇章|环|课|堂|道理|标准|条件|目标|人称|印象|念头|反应|粒扣子|时间|责任|生产力|资源|动力|要务|学期|批示)"
)
_SEQUENCE = regex.later("(?:^|[\n。；！？：:，、 \u3000])(?:——)?$")


def _is_of_a_thing(text: str, found: re.Match[str]) -> bool:
    """Whether a first is one of things in the world: 第一家外商独资公司, 首批试点, not 第一个问题 and not the first of a row."""
    counted_off = len(found[0]) < _LONG
    if (counted_off and _OFF.match(text, found.end())) or text[found.start() - 1 : found.start()] in "“《":
        return False
    if found[0][0] == "首":
        return _begins_here(text, found) and not text.startswith(_NO_FIRST, found.end())
    return not _SEQUENCE.search(text[max(0, found.start() - 3) : found.start()]) or _in_a_row(text, found)


_NO_FIRST = ("（", "歌", "诗", "曲", "次")


def _begins_here(text: str, found: re.Match[str]) -> bool:
    """Whether 首 begins a word: not in 一首条理清楚的, 党首, 元首."""
    first = max(0, found.start() - 3)
    place = first
    for word in cut(text[first : found.end() + 3]):
        if place < found.start() < place + len(word.text):
            return False
        place += len(word.text)
    return True


def _in_a_row(text: str, found: re.Match[str]) -> bool:
    """Whether another first stands before it in a list: 第一个保税区、第一家银行."""
    before = text[max(0, found.start() - 30) : found.start()]
    return before[-1:] == "、" and ("第一" in before or "首" in before)
