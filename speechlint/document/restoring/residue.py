"""Characters that say nothing: private-use ones, stray ASCII marks inside words, lost indents."""

from __future__ import annotations

from speechlint.document.alignment import Change
from speechlint.document.restoring.holes import is_sure
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_HAN = "\\u4e00-\\u9fff"
_SCRIPTS = "\\u0900-\\u0eff\\u1100-\\u11ff\\u3130-\\u318f\\uac00-\\ud7a3"  # of India, Siam, Korea
_PICTURES = "\\u2600-\\u27bf\\u23e9-\\u23ff\\ufe0f\\U0001f000-\\U0001faff"
_RESIDUE = regex.later(
    f"(?=[(（?`^\\\\.'\\ue000-\\uf8ff\\U000f0000-\\U0010fffd{_PICTURES}{_SCRIPTS}])(?:"  # told sooner than the alternatives
    "(?P<private>[\\ue000-\\uf8ff\\U000f0000-\\U0010fffd]+)"
    f"|(?P<stray>(?<=[{_HAN}，。、；：,])[`^\\\\]+(?=[{_HAN}“《])|(?<=[的地])[.'](?=[{_HAN}])"
    "|(?<=[省市县区镇])\\.(?=[委长])|(?<=组)\\.(?=织))"
    f"|(?P<script>(?<=[{_HAN}，。])[{_SCRIPTS}]{{1,2}}(?=[{_HAN}，。]))"
    f"|(?P<emoji>[(（][{_PICTURES}]{{1,4}} ?[)）]"
    f"|(?<=[{_HAN}，。、；：！？”])[\\u2620-\\u263f\\u2648-\\u265f\\u2740-\\u2775\\u270a-\\u270d\\u23e9-\\u23ff\\U0001f000-\\U0001faff][{_PICTURES}]{{0,11}}"
    f"(?=[{_HAN}，。、；：！？“”\\n]|$))"
    "|(?P<indent>(?:^|(?<=\\n))\\?+(?=[\\u3000\\xa0 ])))"
)
_CLAUSE = regex.later("[，。；：！？]")
_INSIDE = regex.later(
    "[踏迎怀迈走过带抱向对把将为在以用有][^，。；：！？]{1,12}$|[这那]个[^，。；：！？]{1,8}$"
)
_NEAR = 80
_SENTENCES = 3
_DOT_STOP = regex.later("[^\\x00-\\x7f的地]\\.(?=[\u4e00-\u9fff\n])")
_KINDS = {
    "private": "private-use",
    "stray": "stray-ascii",
    "indent": "lost-indent",
    "emoji": "emoji",
    "script": "other-script",
}


def changes(text: str) -> list[Change]:
    """Each of them, to be taken out; a letter of another script stays, as it may stand for a character."""
    return [
        Change(match.start(), match.end(), match["script"] or "", _KINDS[str(match.lastgroup)])
        for match in _RESIDUE.finditer(text)
        if match.lastgroup != "stray"
        or not (_is_code(text, match) or _is_mark(text, match) or is_sure(text, *match.span()))
    ]


def _is_mark(text: str, match: re.Match[str]) -> bool:
    """Whether . ends a sentence (是必要的.我们), and whether ' is one of a pair."""
    before = text[max(0, match.start() - _NEAR) : match.start()].rpartition("\n")[2]
    if match.group() == "." and text[match.start() - 1] not in "的地":
        return False
    if match.group() == ".":
        return "是" in _CLAUSE.split(before)[-1] or not (_INSIDE.search(before) or _has_own_stops(text))
    after = text[match.end() : match.end() + _NEAR].partition("\n")[0]
    return match.group() == "'" and "'" in before + after


def _has_own_stops(text: str) -> bool:
    """Whether a draft ends its sentences with 。 and none with a half-width dot."""
    return text.count("。") >= _SENTENCES and not _DOT_STOP.search(text)


def _is_code(text: str, match: re.Match[str]) -> bool:
    """Whether the backtick is one of a pair around a few words, as Markdown writes code."""
    if "`" not in match.group():
        return False
    before = text[max(0, match.start() - _NEAR) : match.start()].rpartition("\n")[2]
    after = text[match.end() : match.end() + _NEAR].partition("\n")[0]
    partner = before.rpartition("`")[2] if before.count("`") % 2 else after.partition("`")[0]
    paired = bool(before.count("`") % 2) or "`" in after
    line = text[
        text.rfind("\n", 0, match.start()) + 1 : (text.find("\n", match.end()) + 1 or len(text) + 1) - 1
    ]
    if line.count("`") == len("``") and line.rstrip().endswith("`") and len(match.group()) == 1:
        return True  # to the end of the paragraph
    path = any(char.isascii() and char.isalpha() for char in partner)
    return paired and (path or len(partner) <= 20) and not any(mark in partner for mark in "，。；,")
