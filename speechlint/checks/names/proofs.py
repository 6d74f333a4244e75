"""Words that prove whose name is meant: worked out of a roster when rules are compiled."""

from __future__ import annotations

from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from speechlint.quick.typing import Any


def derived(options: dict[str, Any]) -> dict[str, Any]:
    """The options with what follows from their roster: ``proofs``, any ``title`` of them, and ``long`` names."""
    roster = options["roster"]
    proofs = _proofs(roster)
    return {
        **options,
        "proofs": proofs,
        "title": "|".join(map(regex.escape, proofs)),
        "long": [name for name in roster["people"] if len(name) > 2],
    }


def _proofs(roster: Mapping[str, Any]) -> dict[str, tuple[list[str], str, bool, bool]]:
    """Each title, the longest first: the names it may stand beside, their surnames, whether behind and before.

    Behind a name stands what is short, or named after him; before one, a post.
    """
    coined = {word for words in roster["coined"].values() for word in words}
    proofs = {}
    for title, holders in sorted(_titles(roster).items(), key=lambda pair: -len(pair[0])):
        surnames = "".join(sorted({name[0] for name in holders}))
        proofs[title] = holders, surnames, title in coined or title in roster["shorts"], title not in coined
    return proofs


def _titles(roster: Mapping[str, Any]) -> dict[str, list[str]]:
    """Words that prove a name beside them → the names they prove."""
    found: dict[str, list[str]] = {}
    for post, how in roster["posts"].items():
        if not how["sole"] and not how["own"]:
            continue
        holders = [name for name, terms in roster["people"].items() if any(t[0] == post for t in terms)]
        for form in dict.fromkeys((*how["forms"], *([how["short"]] if how["own"] else ()))):
            found.setdefault(form, []).extend(holders)
    for name, words in roster["coined"].items():
        for word in words:
            found.setdefault(word, []).append(name)
    return found
