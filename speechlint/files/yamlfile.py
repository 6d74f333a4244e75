"""Strict YAML: duplicate and unknown keys are errors that name file and line."""

from __future__ import annotations

from speechlint.errors import nearest
from speechlint.files import reading
from speechlint.quick.typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from speechlint.errors import SpeechlintError


_SHOWN = 200  # characters of what the parser says


class Node(dict[str, Any]):
    """A mapping that knows where it stands: ``path`` and, for each key, its line from 1."""

    path: str
    line: int
    lines: dict[str, int]

    def where(self, key: str | None = None) -> str:
        return f"{self.path}:{self.lines.get(key or '', self.line)}"

    def having(self, values: Mapping[str, Any]) -> Node:
        """Other values in the same place."""
        made = Node(values)
        made.path, made.line, made.lines = self.path, self.line, self.lines
        return made


def parse(text: str, path: str, error: type[SpeechlintError]) -> Any:
    """The value of a YAML text, mappings as ``Node``. Raises ``error`` with ``path:line: …``."""
    import yaml  # here, since the checks need this module only to read their options

    loader = _loader(path, error, getattr(yaml, "CSafeLoader", yaml.SafeLoader))(text)
    try:
        return loader.get_single_data()
    except yaml.YAMLError as trouble:
        mark = getattr(trouble, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        what = getattr(trouble, "problem", None) or str(trouble)
        raise error(f"{path}:{line}: YAML 写法有误：{what}", f"{path}:{line}: not YAML: {what}") from None
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as trouble:
        # a value that is not what its tag says, a number of thousands of digits, lists nested too deep
        what = f"{type(trouble).__name__}: {trouble}"[:_SHOWN]
        raise error(
            f"{path}: YAML 里有读不成的值：{what}", f"{path}: a value makes no sense: {what}"
        ) from None
    finally:
        loader.dispose()


def read_mapping(path: str, error: type[SpeechlintError]) -> Node:
    """The mapping that a YAML file holds. Raises ``error``, naming ``path``."""
    made = parse(reading.text(path, error), path, error)
    if not isinstance(made, Node):
        raise error(f"{path}:1: 应是一个映射", f"{path}:1: must be a mapping")
    return made


def _loader(path: str, error: type[SpeechlintError], base: Any) -> Any:
    class Loader(base):  # type: ignore[misc]
        pass

    def construct(loader: Any, node: Any) -> Node:
        made = Node()
        made.path, made.line, made.lines = path, node.start_mark.line + 1, {}
        for key_node, value_node in node.value:
            key = loader.construct_object(key_node, deep=True)
            line = key_node.start_mark.line + 1
            if not isinstance(key, str):
                raise error(
                    f"{path}:{line}: 键“{key}”应为文字；像数字、日期、yes/no 的请加引号",
                    f"{path}:{line}: the key {key} must be text; quote what looks like a number, a date, yes or no",
                )
            if key in made:
                raise error(f"{path}:{line}: 键“{key}”写了两次", f"{path}:{line}: key '{key}' twice")
            made.lines[key] = line
            made[key] = loader.construct_object(value_node, deep=True)
        return made

    Loader.add_constructor("tag:yaml.org,2002:map", construct)
    Loader.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: str(node.value))
    return Loader


def check_keys(
    node: Node,
    spec: Mapping[str, type | tuple[type, ...]],
    required: tuple[str, ...],
    error: type[SpeechlintError],
) -> None:
    """Raise ``error`` unless ``node`` holds only keys of ``spec``, of the right types, and all ``required``."""
    for key, value in node.items():
        where = node.where(key)
        if key not in spec:
            raise _unknown(key, spec, where, error)
        if not isinstance(value, spec[key]):
            zh, en = _type_names(spec[key])
            raise error(f"{where}: “{key}”应为{zh}", f"{where}: '{key}' must be {en}")
    for key in required:
        if node.get(key) in (None, "", [], {}):
            raise error(f"{node.where()}: 缺少“{key}”", f"{node.where()}: '{key}' is missing")


def texts(node: Node, key: str, error: type[SpeechlintError]) -> list[str]:
    """The texts listed under ``key``. Raises ``error`` for one that is empty or no text."""
    for text in node[key]:
        if not isinstance(text, str) or not text:
            where = node.where(key)
            raise error(
                f"{where}: “{key}”里的“{text}”应为文字；像数字、日期、yes/no 的请加引号",
                f"{where}: '{text}' in '{key}' must be text; quote what looks like a number, a date, yes or no",
            )
    return list(node[key])


def _unknown(key: str, known: Iterable[str], where: str, error: type[SpeechlintError]) -> SpeechlintError:
    known = list(known)
    near = nearest(key, known)
    if near:
        return error(
            f"{where}: 不认识的键“{key}”，是不是“{near}”？",
            f"{where}: unknown key '{key}'; did you mean '{near}'?",
        )
    return error(
        f"{where}: 不认识的键“{key}”；可用的键：{'、'.join(known)}",
        f"{where}: unknown key '{key}'; known keys: {', '.join(known)}",
    )


def _type_names(wanted: type | tuple[type, ...]) -> tuple[str, str]:
    names = {
        str: ("文字", "text"),
        list: ("列表", "a list"),
        dict: ("映射", "a mapping"),
        bool: ("true 或 false", "true or false"),
        int: ("整数", "a whole number"),
        float: ("小数", "a number"),
    }
    kinds = wanted if isinstance(wanted, tuple) else (wanted,)
    told = [names.get(kind, (kind.__name__, kind.__name__)) for kind in kinds]
    return "或".join(zh for zh, _ in told), " or ".join(en for _, en in told)
