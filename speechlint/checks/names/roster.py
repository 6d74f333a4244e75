"""Rosters: who held which post when, in which order they are listed, how their names are miswritten.

The shipped one is ``roster.yaml`` beside the rule families; a project's own stand under ``rosters:`` in
its config. Both become the same plain data, fit for marshal:

- ``people``: name → [[post, from, until, source], …], dates ISO, "" where open; none for who is only listed,
- ``posts``: post → {forms, short, rank, sole, own}: as written before a name, and after it,
- ``forms``: what is written before a name → the posts it may mean; ``shorts``: what is written after one,
  both the longest first,
- ``orders``: [[from, until, {name: rank}, title], …],
- ``own``: name → where the project's own roster has it, as ``名单.yaml:3``,
- ``wrong``, ``namesakes``: miswritten form → name; ``coined``: name → what is named after it; ``others``.
"""

from __future__ import annotations

import os

from speechlint.document.as_of import day_of
from speechlint.files import reading
from speechlint.files.yamlfile import Node, check_keys, parse
from speechlint.quick import regex
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from speechlint.errors import SpeechlintError
    from speechlint.quick.typing import Any

EMPTY: Mapping[str, Any] = {
    "people": {},
    "posts": {},
    "forms": {},
    "shorts": [],
    "orders": [],
    "own": {},
    "wrong": {},
    "namesakes": {},
    "coined": {},
    "others": [],
}
_FILE: dict[str, type | tuple[type, ...]] = {
    "posts": dict,
    "people": list,
    "orders": list,
    "miswritten": list,
    "coined": dict,
    "others": list,
}
_POST: dict[str, type | tuple[type, ...]] = {"forms": list, "short": str, "rank": int, "sole": bool}
_TERM: dict[str, type | tuple[type, ...]] = {
    "name": str,
    "post": str,
    "from": (str, int),
    "until": (str, int),
    "source": str,
}
_SHIPPED: dict[str, type | tuple[type, ...]] = {**_TERM, "review": str}
_OWN: dict[str, type | tuple[type, ...]] = {**_TERM, "order": int, "wrong": list}
_ORDER: dict[str, type | tuple[type, ...]] = {
    "title": str,
    "from": str,
    "until": str,
    "names": list,
    "source": str,
    "review": str,
}
_MISWRITTEN: dict[str, type | tuple[type, ...]] = {"name": str, "wrong": list, "namesakes": list}
_SHORT = (
    "(?:总|副|常务副)?(?:书记|主席|总理|委员长|主任|部长|省长|市长|县长|区长|州长|旗长|镇长|乡长|盟长|厅长|局长|处长|"
    "科长|院长|校长|会长|理事长|董事长|总经理|秘书长|检察长|司令员|政委|组长|站长|所长|馆长|台长|社长|行长|队长)$"
)
_NAME = r"[^\W\d_a-zA-Z]{2,4}"


def shipped(path: str, error: type[SpeechlintError]) -> dict[str, Any]:
    """The roster in a file like the shipped one. Raises ``error``, strictly."""
    node = parse(reading.text(path, error), path, error)
    if not isinstance(node, Node):
        raise error(f"{path}:1: 名录应是一个映射", f"{path}:1: a roster must be a mapping")
    check_keys(node, _FILE, ("posts", "people"), error)
    made = _new()
    for post, said in node["posts"].items():
        made["posts"][post] = _post(said, error)
    for one in node["people"]:
        check_keys(one, _SHIPPED, ("name", "post", "source"), error)
        _add_term(made, one, error)
        if one["post"] not in made["posts"]:
            raise error(
                f"{one.where('post')}: posts 里没有“{one['post']}”", f"{one.where('post')}: no such post"
            )
    for one in node.get("orders", ()):
        check_keys(one, _ORDER, ("title", "from", "names", "source"), error)
        ranks = {name: at for at, name in enumerate(one["names"])}
        made["orders"].append([one["from"], one.get("until", ""), ranks, one["title"]])
        made["people"].update({name: [] for name in ranks if name not in made["people"]})
    for one in node.get("miswritten", ()):
        check_keys(one, _MISWRITTEN, ("name",), error)
        for kind in ("wrong", "namesakes"):
            made[kind].update(dict.fromkeys(one.get(kind, ()), one["name"]))
    made["coined"] = {name: list(words) for name, words in node.get("coined", {}).items()}
    made["others"] = list(node.get("others", ()))
    return {**made, **_written(made["posts"])}


def own(entries: Any, parent: Node, root: str, error: type[SpeechlintError]) -> dict[str, Any]:
    """The roster under ``rosters:`` of a config in ``root``: entries, and files of entries. Raises ``error``."""
    made = _new()
    ranks: dict[str, int] = {}
    for one in _own_entries(entries, parent, root, error):
        check_keys(one, _OWN, ("name", "post"), error)
        if not regex.compile(_NAME).fullmatch(one["name"]):
            raise error(
                f"{one.where('name')}: 姓名“{one['name']}”应是二至四个汉字",
                f"{one.where('name')}: the name must be two to four Chinese characters",
            )
        _add_term(made, one, error)
        made["own"].setdefault(one["name"], one.where("name").removeprefix(os.path.join(root, "")))
        made["wrong"].update(dict.fromkeys(_wrong(one, error), one["name"]))
        made["posts"].setdefault(one["post"], _own_post(one["post"]))
        if "order" in one and ranks.setdefault(one["name"], one["order"]) != one["order"]:
            raise error(
                f"{one.where('order')}: “{one['name']}”前面的排序是 {ranks[one['name']]}",
                f"{one.where('order')}: the order given before is {ranks[one['name']]}",
            )
    if ranks:
        made["orders"].append(["", "", ranks, "本名录"])
    return made


def joined(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    """Both rosters as one; a name in both has the posts of both."""
    people = {name: list(terms) for name, terms in first["people"].items()}
    for name, terms in second["people"].items():
        people.setdefault(name, []).extend(terms)
    posts = {**second["posts"], **first["posts"]}
    own = {name: where for name, where in second["own"].items() if name not in first["people"]}
    kinds = ("wrong", "namesakes", "coined")
    return {
        "people": people,
        "posts": posts,
        **_written(posts),
        "orders": [*first["orders"], *second["orders"]],
        "own": {**first["own"], **own},
        **{kind: {**first[kind], **second[kind]} for kind in kinds},
        "others": [*first["others"], *second["others"]],
    }


def _new() -> dict[str, Any]:
    return {key: type(value)() for key, value in EMPTY.items()}


def _written(posts: Mapping[str, Any]) -> dict[str, Any]:
    """``forms`` and ``shorts`` of these posts."""
    forms: dict[str, list[str]] = {}
    for post, how in posts.items():
        for form in how["forms"]:
            forms.setdefault(form, []).append(post)
    shorts = {how["short"] for how in posts.values()}
    return {
        "forms": dict(sorted(forms.items(), key=lambda pair: -len(pair[0]))),
        "shorts": sorted(shorts, key=lambda short: (-len(short), short)),
    }


def _post(said: Any, error: type[SpeechlintError]) -> dict[str, Any]:
    check_keys(said, _POST, ("forms", "short"), error)
    return {
        "forms": list(said["forms"]),
        "short": said["short"],
        "rank": said.get("rank", 0),
        "sole": said.get("sole", False),
        "own": False,
    }


def _own_post(post: str) -> dict[str, Any]:
    short = regex.compile(_SHORT).search(post)
    return {"forms": [post], "short": short[0] if short else post, "rank": 0, "sole": False, "own": True}


def _own_entries(entries: Any, parent: Node, root: str, error: type[SpeechlintError]) -> list[Node]:
    found: list[Node] = []
    where = parent.where("rosters")
    for one in entries:
        if isinstance(one, str) and one:
            found += _file_entries(os.path.join(root, os.path.expanduser(one)), one, where, error)
        elif isinstance(one, Node):
            found.append(one)
        else:
            raise error(
                f"{where}: “rosters”应是 {{name, post, order, from, until}} 的列表，或放着这种列表的文件",
                f"{where}: 'rosters' must be a list of {{name, post, order, from, until}}, or of files of these",
            )
    return found


def _file_entries(path: str, said: str, where: str, error: type[SpeechlintError]) -> list[Node]:
    if not os.path.lexists(path):
        raise error(
            f"{where}: 读不了名录“{said}”：没有这个文件（从配置所在的文件夹算起）",
            f"{where}: cannot read the roster '{said}': no such file (seen from the config)",
        )
    entries = parse(reading.text(path, error), path, error)
    if not isinstance(entries, list) or not all(isinstance(one, Node) for one in entries):
        raise error(
            f"{path}:1: 名录应是 {{name, post, order, from, until}} 的列表",
            f"{path}:1: a roster must be a list of {{name, post, order, from, until}}",
        )
    return entries


def _add_term(made: dict[str, Any], one: Node, error: type[SpeechlintError]) -> None:
    start, end = (_day(one, key, error) for key in ("from", "until"))
    if start and end and end < start:
        raise error(
            f"{one.where('until')}: 卸任在到任之前", f"{one.where('until')}: 'until' is before 'from'"
        )
    made["people"].setdefault(one["name"], []).append([one["post"], start, end, one.get("source", "")])


def _day(one: Node, key: str, error: type[SpeechlintError]) -> str:
    """The first day ``from`` may mean, the last one ``until`` may mean; "" where it is open."""
    if key not in one:
        return ""
    said = str(one[key])
    day = day_of(said)
    if day is None:
        raise error(
            f"{one.where(key)}: “{said}”不是日期；应为 2026-03-05、2026-03 或 2026",
            f"{one.where(key)}: '{said}' is no date; use 2026-03-05, 2026-03 or 2026",
        )
    if key == "until":
        return day
    return {4: day[:4] + "-01-01", 7: day[:7] + "-01"}.get(len(said.strip()), day)


def _wrong(one: Node, error: type[SpeechlintError]) -> list[str]:
    forms = one.get("wrong", [])
    if not all(isinstance(form, str) and len(form) > 1 and form != one["name"] for form in forms):
        raise error(
            f"{one.where('wrong')}: “wrong”应是这个姓名的错写",
            f"{one.where('wrong')}: 'wrong' must be other forms",
        )
    return list(forms)
