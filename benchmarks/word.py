"""What reading a Word file costs: against ``ElementTree.fromstring`` of its document.xml, and cold against the same text.

``python benchmarks/word.py [FILE.docx …]``; without files, on one of our own making.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from wordfiles import abstract, docx, level, num, numbered, p, run

from speechlint.readers import read, word
from speechlint.readers.word.package import Package

LISTS = abstract(1, level(0, "japaneseCounting", "%1、")) + num(1, 1)
LOOK = (
    '<w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:cs="仿宋_GB2312" w:hint="eastAsia"/>'
    '<w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
)
SENTENCE = ("我们要坚持以人民为中心的发展思想", "，", "全面贯彻新发展理念", "，", "扎实推动高质量发展。")
TIMES = 7


def made(paragraphs: int) -> bytes:
    """A draft as Word writes it: a look on every run, marks in runs of their own, every ninth paragraph numbered."""
    text = [run(words, LOOK) for words in SENTENCE]
    body = [numbered("抓好落实") if at % 9 == 8 else p(*text * 3) for at in range(paragraphs)]
    return docx(p("在会议上的讲话"), *body, numbering=LISTS)


def best(do: Callable[[], object]) -> float:
    """Milliseconds of processor time, the least of several runs."""
    times = []
    for _ in range(TIMES):
        start = time.process_time()
        do()
        times.append(time.process_time() - start)
    return min(times) * 1000


def reading(name: str, data: bytes) -> None:
    package = Package(data)
    xml = package.part(package.main)
    alone, whole = best(lambda: ElementTree.fromstring(xml)), best(lambda: word.decode(data))
    print(
        f"{name}：document.xml {len(xml) / 1e6:.2f} MB，ElementTree {alone:.0f} ms，读出 {whole:.0f} ms，{whole / alone:.2f} 倍"
    )


def cold(path: Path) -> float:
    times = []
    for _ in range(TIMES):
        before = getrusage(RUSAGE_CHILDREN)
        command = [sys.executable, "-m", "speechlint", str(path), "--no-cache", "--exit-zero"]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        after = getrusage(RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times) * 1000


def main() -> None:
    for path in sys.argv[1:]:
        reading(path, Path(path).read_bytes())
    reading("自制的二百页", made(2_000))
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder, "a.docx")
        draft.write_bytes(made(50))
        text = Path(folder, "a.txt")
        text.write_text(read("a.docx", draft.read_bytes()).source, encoding="utf-8")
        as_text, as_word = cold(text), cold(draft)
    print(f"冷启动，五页：txt {as_text:.0f} ms，docx {as_word:.0f} ms，{as_word / as_text:.2f} 倍")


if __name__ == "__main__":
    main()
