"""The JSON Schema of a config, made of the keys that its reader knows."""

from __future__ import annotations

from speechlint.project.configfile import CONFIG, LANGS, LAYER
from speechlint.project.configvalues import FAIL_ON, LEVELS
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from speechlint.quick.typing import Any

_TEXT: dict[str, Any] = {"type": "string"}
_TEXTS: dict[str, Any] = {"type": "array", "items": _TEXT}
_LEVEL = {"enum": [*LEVELS, "必须改", "建议改", "可看"]}
_LEVELS = {"type": "object", "additionalProperties": _LEVEL}
_ALLOWED = {
    "type": "object",
    "required": ["term"],
    "additionalProperties": False,
    "properties": {"term": _TEXT, "reason": _TEXT, "codes": _TEXTS},
}
_ROSTER = {"type": "array", "items": {"type": ["string", "object"]}}
_PHASE: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "en": _TEXT,
        "at_most": _LEVELS,
        "ignore": _TEXTS,
        "extend_select": _TEXTS,
        "fail_on": {"enum": list(FAIL_ON)},
    },
}
# What each key means, and what may stand there.
_KEYS: dict[str, tuple[str, dict[str, Any]]] = {
    "select": ("只用这些规则：代码、代码开头、条目或 ALL", _TEXTS),
    "ignore": ("不用这些规则", _TEXTS),
    "extend_select": ("在默认的规则以外再加这些", _TEXTS),
    "severity": ("某条、某族规则算哪一级", _LEVELS),
    "as_of": (
        "过时与否按哪一天判断：2026-03-05、2026-03、2026、today 或 draft",
        {"type": ["string", "integer"]},
    ),
    "fail_on": ("有这一级或更重的问题时以 1 退出", {"enum": [*FAIL_ON, *_LEVEL["enum"][3:]]}),
    "stage": ("文稿到了哪一步：初稿、送审、定稿，或 stages 里自己定的", _TEXT),
    "allow": ("放行的词：落在里面的字不报", {"type": "array", "items": {"anyOf": [_TEXT, _ALLOWED]}}),
    "lang": ("信息用中文还是英文", {"enum": list(LANGS)}),
    "exclude": ("不查的文件：从配置所在的文件夹算起，* 在一层之内，** 跨层", _TEXTS),
    "packs": ("自己的规则包：放规则文件的文件夹", _TEXTS),
    "ignore_file": ("判断过的记在哪个文件里", _TEXT),
    "baseline": ("基线文件", _TEXT),
    "stages": ("自己的阶段", {"type": "object", "additionalProperties": _PHASE}),
    "require_reason": ("忽略、放行的必须写理由", {"type": "boolean"}),
    "rosters": ("自己的领导名录，或放着名录的文件", _ROSTER),
    "cache": ("false：查过的结果一概不留", {"type": "boolean"}),
}


def schema() -> dict[str, Any]:
    """The schema, in Chinese; keys may be spelled with ``-`` as the options are."""
    override = {"files": {"description": "哪些文件", **_TEXTS}, **_properties(LAYER)}
    properties = _properties(CONFIG)
    properties["overrides"] = {
        "description": "某些文件另有规定，后面的盖过前面的",
        "type": "array",
        "items": {**_mapping(override), "required": ["files"]},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:speechlint:config:1",
        "title": "speechlint 的配置（.speechlint.yaml，或 pyproject.toml 的 [tool.speechlint]）",
        **_mapping(properties),
    }


def _properties(keys: Iterable[str]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key in keys:
        if key != "overrides":
            meaning, value = _KEYS[key]
            made[key] = {"description": meaning, **value}
    return made


def _mapping(properties: dict[str, Any]) -> dict[str, Any]:
    dashed = {key.replace("_", "-"): value for key, value in properties.items() if "_" in key}
    return {"type": "object", "additionalProperties": False, "properties": {**properties, **dashed}}
