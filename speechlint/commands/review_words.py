"""What ``speechlint review`` says, in the languages of ``--lang``."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Words(NamedTuple):
    """``apply`` … ``quit`` are the actions in the menu, ``help`` what each key does, in full."""

    apply: str
    choose: str
    edit_key: str
    skip: str
    ignore: str
    paragraph: str
    back: str
    undo: str
    more: str
    quit: str
    help: str
    alike: str
    fix_all: str
    skip_all: str
    all_applied: str
    edit: str
    everywhere: str
    why: str
    no_fix: str
    undone: str
    nothing_to_undo: str
    nothing_skipped: str
    done: str
    closing: str


_HELP_ZH = """a 或 1、2… 照改法改；e 自己写；r 同一种的都改
s 跳过这一处；n 同一种的都跳过；i 忽略，记下理由，以后不再报
p 看整段；b 回到刚跳过的一处；u 撤销上一步；q 退出（定了的都已存盘，下次接着看）"""
_ZH = Words(
    "[a]改 ",
    "[1-{}]选一种改法 ",
    "[e]自己写 ",
    "[s]跳过 ",
    "[i]忽略 ",
    "[p]看整段 ",
    "[b]回上一处 ",
    "[u]撤销 ",
    "[?]说明 ",
    "[q]退出",
    _HELP_ZH,
    "这一种共 {} 处：",
    "[r]都改 ",
    "[n]都跳过",
    "一起改了 {} 处",
    "把“{}”改为（空行作罢）：",
    "另有 {} 处也是“{}”，都这样改吗？[y]都改，别的键只改这一处",
    "为什么不必改（空行作罢）：",
    "这一处没有现成的改法，按 e 自己写",
    "撤销了上一步",
    "没有可以撤销的",
    "上一步不是跳过；要撤销按 u",
    "都看过了",
    "改了 {applied} 处，忽略 {ignored} 处，跳过 {skipped} 处，还有 {left} 处没看",
)
_HELP_EN = """a, or 1, 2 …: make the fix; e: write your own; r: fix all of this rule
s: skip; n: skip all of this rule; i: ignore it from now on, with a reason
p: the whole paragraph; b: back to what was skipped last; u: undo; q: quit (all decisions are on disk)"""
_EN = Words(
    "[a]pply ",
    "[1-{}] choose ",
    "[e]dit ",
    "[s]kip ",
    "[i]gnore ",
    "[p]aragraph ",
    "[b]ack ",
    "[u]ndo ",
    "[?] help ",
    "[q]uit",
    _HELP_EN,
    "{} of this rule: ",
    "fix all [r], ",
    "skip all [n]",
    "{} fixed together",
    "change “{}” to (empty: leave it): ",
    "{} more “{}”: change them all? [y]es, any other key changes this one only",
    "why it is right (empty: leave it): ",
    "there is no fix for this; press e to edit",
    "undone",
    "nothing to undo",
    "the last step was no skip; u undoes it",
    "all seen",
    "{applied} applied, {ignored} ignored, {skipped} skipped, {left} not seen",
)
WORDS: Mapping[str, Words] = {"zh": _ZH, "en": _EN}
