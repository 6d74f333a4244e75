"""Weights for WMK016 from labelled lines: ``python benchmarks/page_lines.py [--quick] [--write] [--clean FOLDER]``.

``page_lines.tsv`` has the kind of site, the place and the line; each is set into a small speech, so that places and
neighbours are what the check sees. A logistic regression (gradient descent with momentum, the same on every machine) gives
the weights, in tenths. Printed: how much of each kind is found by weights made without that kind, and how many lines of
speeches are told by weights made without them (in ten parts). ``--clean`` prints the highest scores of lines in
a folder of clean speeches; the error threshold lies above them. ``--write`` writes rules/watermark/weights.yaml.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from math import exp
from pathlib import Path
from typing import Any, NamedTuple

from speechlint.checks.wording.page_features import OUTSIDE, Seen, features, plain
from speechlint.checks.wording.page_units import units
from speechlint.document import Span
from speechlint.gates.patterns import any_of
from speechlint.quick import regex
from speechlint.readers import read
from speechlint.rulebook import packs
from speechlint.rulebook.compiling import compile_rules

Options = Mapping[str, Any]
HERE = Path(__file__).parent
SPEECH = "讲话"
_STEPS, _RATE, _DECAY, _MOMENTUM = 400, 1.0, 0.001, 0.9
_BLOCK = 3  # lines in a row; each is also seen alone
_WARNING, _OUTSIDE, _ERROR, _COMPANY = 0.3, 0.6, 3.4, 2.5
_SIGNS = {
    **dict.fromkeys(
        ("page", "ad", "draft", "words", "beside", "column", "many", "half", "most", "labels"), 1
    ),
    **dict.fromkeys(("speech", "call", "item"), -1),
}
_SITE = "设为首页 加入收藏"  # some lines of a speech stand beside one
_HEADER = "# 由 benchmarks/page_lines.py --write 写成，以十分之一计；改例行后重写，不要手改。\n"
_BODY = "同志们：\n今天我们开会，把下一步的任务说一说。大家要听得进、记得住、干得好。\n{}\n要一件一件办，办一件成一件。{}散会以后请抓紧行动。\n谢谢大家！\n"


class Line(NamedTuple):
    kind: str
    words: str
    names: tuple[str, ...]

    @property
    def wanted(self) -> bool:
        return self.kind != SPEECH


def options() -> Options:
    compiled = compile_rules(packs.load([packs.shipped()]))
    at = next(n for n, rule in enumerate(compiled.rules) if rule.code == "WMK016")
    return compiled.options(at)


def lines(own: Options) -> list[Line]:
    """The labelled lines with what is seen in them; some hold no gate word and are never seen."""
    rows = [
        row.split("\t") for row in (HERE / "page_lines.tsv").read_text("utf-8").splitlines() if row[0] != "#"
    ]
    made: list[Line] = []
    for (kind, place), group in groupby(rows, key=lambda row: row[:2]):
        words = [row[2] for row in group]
        blocks = (
            [words[at : at + _BLOCK] for at in range(0, len(words), _BLOCK)]
            if place in "^=$." and kind != SPEECH
            else []
        )
        for block in [*blocks, *([word] for word in words)]:
            made += _seen(kind, place, block, own)
        for word in words[::4] if kind == SPEECH and place in "^=" else []:
            made += _seen(kind, place, [_SITE, word], own)
    return made


def _seen(kind: str, place: str, block: Sequence[str], own: Options) -> Iterator[Line]:
    joined = "\n".join(block)
    body = _BODY.format(
        joined if place == "." else "这是大家的事，也是自己的事。", joined if place == "~" else ""
    )
    head = f"{joined}\n" if place == "^" else ""
    below = f"\n{joined}" if place == "=" else ""
    text = f"{head}在全镇春耕动员会上的讲话{below}\n{body}{joined if place == '$' else ''}\n"
    found = {seen.words: features(seen, own) for _, seen in _units(text, own)}
    for words in block:
        if words in found and (kind != SPEECH or words != _SITE):
            yield Line(kind, words, ("always", *found[words]))
        elif kind != SPEECH and len(block) == 1:
            print(f"没有看到：{kind} {words}")


def _units(text: str, own: Options) -> Iterator[tuple[Span, Seen]]:
    doc = read("稿.txt", text.encode())
    places = [
        [match.start() for match in regex.compile(any_of(words)).finditer(doc.text)]
        for words in ([*own["gate"].split("\n"), *own["ads"].split("\n")], own["ads"].split("\n"))
    ]
    return units(doc, places[0], places[1], own["own"])


def trained(examples: Sequence[Line], of: Mapping[str, str]) -> dict[str, float]:
    """Weights by name; both classes weigh the same, and no word of a page speaks for a speech, nor the other way."""
    weights = dict.fromkeys(sorted({name for line in examples for name in line.names}), 0.0)
    wanted = sum(line.wanted for line in examples)
    shares = {True: 0.5 / wanted, False: 0.5 / (len(examples) - wanted)}
    alike = Counter((line.wanted, line.names) for line in examples)
    speed = dict.fromkeys(weights, 0.0)
    for _ in range(_STEPS):
        steps = dict.fromkeys(weights, 0.0)
        for (right, names), times in alike.items():
            sure = 1 / (1 + exp(-sum([weights[name] for name in names])))
            off = (right - sure) * shares[right] * times
            for name in names:
                steps[name] += off
        for name, step in steps.items():
            speed[name] = _MOMENTUM * speed[name] + _RATE * (step * 10 - _DECAY * weights[name])
            weight = weights[name] + speed[name]
            sign = _SIGNS.get(of.get(plain([name])[0], name), _SIGNS.get(name.split(" ")[0], 0))
            weights[name] = max(weight, 0.0) if sign > 0 else min(weight, 0.0) if sign < 0 else weight
    return weights


def score(line: Line, weights: dict[str, float]) -> float:
    return sum(weights.get(name, 0.0) for name in line.names)


def told(line: Line, weights: dict[str, float]) -> bool:
    """Whether the score of the line is enough where it stands."""
    outside = not set(OUTSIDE).isdisjoint(line.names)
    return score(line, weights) >= (_OUTSIDE if outside else _WARNING)


def held_out(examples: Sequence[Line], of: Mapping[str, str]) -> None:
    """What weights find that were made without the kind of the line."""
    found = total = 0
    for kind in sorted({line.kind for line in examples if line.wanted}):
        weights = trained([line for line in examples if line.kind != kind], of)
        own = [line for line in examples if line.kind == kind]
        hits = [line for line in own if told(line, weights)]
        found, total = found + len(hits), total + len(own)
        missed = " / ".join(line.words[:14] for line in own if line not in hits)
        print(f"{kind:　<6} {len(hits)}/{len(own)}  {missed}")
    print(f"留一种站 {found}/{total} = {found / total:.3f}")
    speech = [line for line in examples if not line.wanted]
    wrong: list[Line] = []
    words = sorted({line.words for line in speech})
    for part in range(10):
        away = set(words[part::10])
        weights = trained([line for line in examples if line.wanted or line.words not in away], of)
        wrong += [line for line in speech if line.words in away and told(line, weights)]
    print(f"讲话的行报了 {len(wrong)}/{len(speech)}：{' / '.join(line.words for line in wrong)}")


def clean(folder: Path, own: Options, weights: dict[str, float]) -> None:
    """The highest scores in speeches with nothing of a page in them."""
    scored = []
    for path in sorted(folder.rglob("*.txt")):
        for _, seen in _units(path.read_text("utf-8", "replace"), own):
            names = ("always", *features(seen, own))
            scored.append((score(Line(SPEECH, seen.words, names), weights), seen.words, names))
    for value, words, names in sorted(scored, reverse=True)[:25]:
        print(f"{value:5.1f} {words[:60]} {' '.join(names)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--clean", type=Path)
    parser.add_argument("--quick", action="store_true", help="no test by kinds")
    wanted = parser.parse_args()
    own = options()
    examples = lines(own)
    of = {name: of for name, (_, of) in own["patterns"].items()}
    if not wanted.quick:
        held_out(examples, of)
    weights = trained(examples, of)
    if wanted.clean:
        clean(wanted.clean, own, weights)
    if wanted.write:
        rows = "".join(f"  {name}: {round(weight * 10)}\n" for name, weight in sorted(weights.items()))
        text = f"{_HEADER}warning: {round(_WARNING * 10)}\noutside: {round(_OUTSIDE * 10)}\ncompany: {round(_COMPANY * 10)}\nerror: {round(_ERROR * 10)}\nweights:\n{rows}"
        (HERE.parent / "rules" / "watermark" / "weights.yaml").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
