"""Drafts as they come: stretches of the drafts and examples of the tests with what hands and sites do to them.

Everything is drawn from a seed, so a draft is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

_HALF = str.maketrans("，；：！？。（）", ",;:!?.()")
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_FOREIGN = (
    "Здравствуйте, дорогие друзья!",
    "ئەسسالامۇ ئەلەيكۇم دوستلار",
    "می\u200cخواهم",
    "안녕하세요 여러분",
    "Hello, dear friends",
)
_ODD = (
    " ",
    "\u3000",
    "\u200b",
    "\u200d",
    "\xad",
    ".",
    ",",
    "-",
    "--",
    "“",
    "”",
    "(",
    ")",
    "'",
    '"',
    "X",
    "*",
    "、",
    "。",
    "，",
)
_LINES = (
    "文秘小站   立即下载   加入VIP免费看全文",
    "尼玛.次仁同志重温《论语.学而》，建成5G.下一步增长8%.",
    '来自(上海);(北京)的同志说:"难",又说"不难".',
    "县里派出以 明同志为组长的工作组，等下， 同志将作指导讲话。",
    "⑴抓早\n⑵抓小\n⑷抓实",
    "二、抓好进度\n要倒排工期。\n一、抓好质量\n要严格验收。",
)


def half_width(text: str, random: Random) -> str:
    return "".join(char.translate(_HALF) if random.random() < 0.5 else char for char in text)


def converted(text: str, _: Random) -> str:
    return text.translate(_HALF).translate(_QUOTES)


def straight(text: str, _: Random) -> str:
    return text.translate(_QUOTES)


def littered(text: str, random: Random) -> str:
    chars = list(text)
    for _ in range(max(2, len(text) // 60)):
        chars.insert(random.randrange(len(chars) + 1), random.choice(_ODD))
    return "".join(chars)


def gnawed(text: str, random: Random) -> str:
    return "".join(char for char in text if random.random() > 0.02)


def shuffled(text: str, random: Random) -> str:
    lines = text.split("\n")
    at, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]
    lines.insert(random.randrange(len(lines) + 1), random.choice(lines))
    return "\n".join(lines)


def broken(text: str, random: Random) -> str:
    at = random.randrange(20, 40)
    return "\n".join(text[i : i + at] for i in range(0, len(text), at))


def mixed(text: str, random: Random) -> str:
    lines = text.split("\n")
    lines.insert(random.randrange(len(lines) + 1), random.choice(_LINES))
    at = random.randrange(len(lines))
    lines[at] += random.choice(_FOREIGN)
    return "\n".join(lines)


MUTATIONS: Sequence[Callable[[str, Random], str]] = (
    half_width,
    converted,
    straight,
    littered,
    gnawed,
    shuffled,
    broken,
    mixed,
)


def mutated(texts: Sequence[str], count: int, lines: int = 12) -> Iterator[str]:
    """So many drafts, each of about so many lines of one of the texts, changed in one to three ways."""
    for seed in range(count):
        random = Random(seed)
        whole = random.choice(texts).split("\n")
        start = random.randrange(max(1, len(whole) - lines + 1))
        text = "\n".join(whole[start : start + lines])
        for change in random.sample(MUTATIONS, random.randint(1, 3)):
            text = change(text, random)
        yield text
