"""The words by which a rule on 的 and 地 tells manners, actions and things."""

from __future__ import annotations

from speechlint.checks.options import Option
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.checks.options import Table


def declared() -> Table:
    """What a rule may say for this check."""

    def words(zh: str, en: str) -> Option:
        return Option("words", zh, en, required=True)

    return {
        "words": Option(
            "file",
            "词表，从规则文件算起",
            "adjectives, adverbs and idioms, seen from the rule file",
            required=True,
        ),
        "degrees": words("说程度的：更、非常", "words of degree"),
        "short": words("跟在程度后面的单字：好、快", "single characters that degrees go with"),
        "manners": words(
            "词典里没有标成形容词、副词的：深入、自发", "manners that the dictionary tags otherwise"
        ),
        "attributes": words("后面跟的“的”不会错的：主要、重要", "words whose 的 is right"),
        "wanting": words("后面一定是动作的：能够、为了", "words that call for an action"),
        "modals": words("后面只能是动作的：能够、无法", "words that only an action follows"),
        "adverbs": words("只说怎样做、不形容东西的：一一、渐渐", "manners that no thing has"),
        "ways": words("多半说怎样做的：坚定不移、认真", "manners that things hardly have"),
        "named": words("常作名称的动作：奋斗、开放", "actions that things are named after"),
        "letting": words("隔着人也要动作的：使、让", "words that call for one of somebody's"),
        "having": words("后面是东西的：有、得到", "words that call for a thing"),
        "opening": words("开头的介词：把、向", "prepositions that open an action"),
        "results": words("动作的结果、状态：到、了", "what stands behind a verb"),
        "persons": words("动作对着的人：大家、自己", "pronouns behind a verb"),
        "things": words("动作是它们的定语：渠道、办法", "things that an action is the attribute of"),
        "actions": words("词典里标成名词的动作：利用", "actions that the dictionary tags as nouns"),
        "saying": words("单用的动词，后面跟话：说", "verbs that speech follows"),
        "never": words("看着像动作、其实是东西的：将来、对手", "things that look like actions"),
    }
