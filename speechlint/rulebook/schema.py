"""The JSON Schema of a rule file, made of what the checks declare: editors complete and mark YAML by it."""

from __future__ import annotations

from speechlint import checks
from speechlint.finding import GRADES
from speechlint.quick.typing import TYPE_CHECKING
from speechlint.rulebook.kinds import about

if TYPE_CHECKING:
    from collections.abc import Mapping

    from speechlint.checks.options import Option
    from speechlint.quick.typing import Any

LEVELS = {"enum": ["error", "warning", "info"]}
TEXT = {"type": "string"}
TEXTS = {"type": "array", "items": TEXT}
DAY = {"type": "string", "pattern": r"^\d{4}(-\d{2}){0,2}$"}
_EXAMPLE: dict[str, Any] = {
    "anyOf": [
        TEXT,
        {
            "type": "object",
            "required": ["text"],
            "additionalProperties": False,
            "properties": {
                "text": TEXT,
                "as_of": TEXT,
                "format": {"enum": ["text", "markdown", "word", "baseline", "archive"]},
                "fixed": TEXT,
                "gap": TEXT,
                "beside": TEXTS,
            },
        },
    ]
}
_EXAMPLES: dict[str, Any] = {
    "bad": {"description": "该报的，要报的字标作 ⟦⟧", "type": "array", "items": _EXAMPLE},
    "good": {"description": "形似而不该报的", "type": "array", "items": _EXAMPLE},
}
_AUTHORITY: dict[str, Any] = {
    "anyOf": [
        TEXT,
        {
            "type": "object",
            "required": ["title"],
            "additionalProperties": False,
            "properties": {"title": TEXT, "at": TEXT, "date": TEXT, "note": TEXT},
        },
    ]
}
# What stands for a pattern, put together by ``fragments``.
_WORDED: dict[str, Any] = {
    "wording": {"description": "原话，代替 pattern", "type": ["string", "array"], "items": TEXT},
    "variants": {"description": "原话的别的写法", "type": ["string", "array"], "items": TEXT},
    "frame": {"description": "句式：一个片段的名字，里面的 {wording}、{别的键} 由这一条的同名键填上", **TEXT},
}
_KINDS: dict[str, Any] = {
    "authority": _AUTHORITY,
    "day": DAY,
    "days": {"type": "array", "items": DAY},
    "flag": {"type": "boolean"},
    "level": LEVELS,
    "number": {"type": "integer"},
    "pattern": {"type": ["string", "array"], "items": TEXT},  # alternatives may be a list
    "patterns": TEXTS,
    "share": {"type": "number", "minimum": 0, "maximum": 1},
    "words": TEXTS,
}


def schema() -> dict[str, Any]:
    """The schema, in Chinese; ``check`` has one property for each check."""
    properties = {
        "title": {"description": "规则的标题", **TEXT},
        "severity": {"description": "级别", **LEVELS},
        "message": {
            "description": "报告里的话；{text} 是报的字",
            "type": "object",
            "required": ["zh"],
            "additionalProperties": False,
            "properties": {"zh": TEXT, "en": TEXT},
        },
        "why": {"description": "为什么要改", **TEXT},
        "source": {"description": "依据", **_AUTHORITY},
        "grade": {"description": _grades(), "enum": list(GRADES)},
        "check": {
            "description": "用哪个检查，和它的选项",
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": False,
            "properties": {name: _check(name) for name in sorted(checks.CHECKS)},
        },
        "examples": _object(_EXAMPLES, "例子，就是它的测试"),
        "grouped": {"description": "true：各处合成一条", "type": "boolean"},
        "default": {"description": "false：点名才查", "type": "boolean"},
        "fragments": {
            "description": "有名字的片段，式子里用 {名字} 代",
            "type": "object",
            "additionalProperties": {"type": ["string", "array"]},
        },
    }
    required = [name for name in properties if name not in ("grouped", "default", "fragments")]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:speechlint:rule:1",
        "title": "speechlint 的规则文件",
        **_object(properties, "一个文件一条规则，名字是“代码-英文名.yaml”", required),
    }


def _grades() -> str:
    told = "、".join(f"{grade} {zh}" for grade, (zh, _) in GRADES.items())
    return f"依据是哪一等：{told}"


def _check(name: str) -> dict[str, Any]:
    declared: Mapping[str, Option] = getattr(checks.load(name), "declared", dict)()
    if not declared:
        return {"description": about(name)[0], "type": ["object", "null"], "maxProperties": 0}
    return _table(declared, about(name)[0])


def _table(table: Mapping[str, Option], description: str) -> dict[str, Any]:
    """The options of a table, and those of its entries that may stand beside them."""
    inner = (option.table for option in table.values() if option.kind == "entries")
    beside = {name: one for own in inner for name, one in own.items() if one.beside}
    properties = {name: _option(option) for name, option in {**beside, **table}.items()}
    required = [name for name, option in table.items() if option.required]
    return _object(properties, description, required)


def _option(option: Option) -> dict[str, Any]:
    made = {"description": option.zh, **_kind(option)}
    if option.default is not None:
        made["default"] = list(option.default) if isinstance(option.default, tuple) else option.default
    return made


def _kind(option: Option) -> dict[str, Any]:
    if option.kind == "entries":
        return {"type": "array", "items": _entry(option)}
    if option.kind == "records":
        return {"type": "array", "items": {"anyOf": [TEXT, _table(option.table, option.zh)]}}
    if option.kind == "group":
        return _table(option.table, option.zh)
    if option.kind == "mapping":
        inner = _table(option.table, option.zh) if option.table else {"type": ["string", "integer"]}
        return {"type": "object", "additionalProperties": inner}
    if option.kind == "word":
        return {"enum": list(option.of)}
    if option.kind == "some":
        return {"type": "array", "items": {"enum": list(option.of)}}
    return {**_KINDS.get(option.kind, TEXT)}


def _entry(option: Option) -> dict[str, Any]:
    """An entry of a table; one whose pattern is made with a ``frame`` may have any key that the frame asks for."""
    made = _table(option.table, option.zh)
    required = set(made.pop("required", ())) - {"pattern"}
    made["properties"] = {"id": {"description": "条目的名字", **TEXT}, **made["properties"], **_EXAMPLES}
    made["required"] = ["id", *sorted(required)]
    if "pattern" not in option.table:
        return {**made, "oneOf": [{"required": [name]} for name in option.one_of]} if option.one_of else made
    made["properties"].update(_WORDED)
    ways = {*(option.one_of or ("pattern",)), "wording"}
    strict = {**made, "anyOf": [{"required": [name]} for name in sorted(ways)]}
    loose = {key: value for key, value in made.items() if key != "additionalProperties"}
    return {"if": {"required": ["frame"]}, "then": loose, "else": strict}


def _object(
    properties: dict[str, Any], description: str, required: list[str] | None = None
) -> dict[str, Any]:
    made = {
        "description": description,
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }
    return {**made, "required": required} if required else made
