"""Drafts restored: every word is kept, doing it again changes nothing, and what was done and left is told."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, TODAY, Outcome, write
from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.document.restoring.readings import readings
from speechlint.document.restoring.script import folded
from speechlint.errors import UsageError
from speechlint.files.writing import cleared
from speechlint.fixing import splitting
from speechlint.fixing.restoring import DOUBT, Restoring, restored
from speechlint.project.layers import Layer
from speechlint.project.plan import Project
from speechlint.readers import of
from speechlint.rulebook import packs

sys.path.insert(0, str(ROOT / "tests" / "document"))
from damage import shifted

Run = Callable[..., Outcome]
TRADITIONAL = (
    "各級工會要認真貫徹落實會議精神，團結帶領廣大職工建功立業。\n",
    "現在，我代表縣委向全體勞動模範致以崇高的敬意。\n",
    "基層組織建設進一步加強，服務職工的能力不斷提高。\n",
    "同志們，讓我們在縣委的領導下，開拓進取，扎實工作。\n",
)
SIMPLE = (
    "工会主席 张 明，让我们一起 来看看去年的工作。\n",
    "今天我们召开全市工会工作会议，主要任务是总结去年的\n工作，部署今年的任务。\n",
    "松原市乾安县的刘峯同志、王汎森教授，请上台领奖。\n",
    "一、提高认识，增强做好工会工作的责任感\n",
    "谢谢大家！\n在全县劳模大会上的讲话\n同志们：\n",
)
DAMAGE = (
    "\ufffd\ufffd",
    " ",
    "\u3000",
    "\xa0",
    "?",
    "，F",
    "(huì)",
    "ù)",
    "\ue303",
    "\u200b",
    "\n",
    "&nbsp;",
    "`",
    "乾",
    "張 ",
    "【？】",
)
drafts = st.lists(st.sampled_from((*TRADITIONAL, *SIMPLE)), min_size=1, max_size=6).map("".join)
SPEECHES = (
    "在全县工会大会上的讲话\n同志们：\n今天我们开会，讲三点意见。\n谢谢大家！\n"
    "在全县劳模大会上的讲话（二〇二四年）\n同志们：\n今天我们表彰先进，再讲三点意见。\n谢谢大家！\n"
)

PROJECT = Project(Layer(as_of=TODAY), isolated=True, baseline="")


def mended(source: str, path: str = "a.txt") -> Restoring:
    return restored(of(path).document(path, source), PROJECT)


def han(text: str) -> Counter[str]:
    """The Han characters of a text, each in its simplified form by itself, whatever the words."""
    chars = [char for char in text if "\u4e00" <= char <= "\u9fff"]
    return Counter(folded("\n".join(chars)).replace("著", "着").split("\n"))


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A draft with pieces of damage anywhere, perhaps shifted bytes too."""
    text: str = draw(drafts)
    if draw(st.booleans()) and text.encode("gbk", "ignore").decode("gbk") == text:
        known = readings().of
        glossed = [char for char in sorted(set(text)) if char in known and draw(st.booleans())]
        text = shifted(text, {char: known[char] for char in glossed})
    for piece in draw(st.lists(st.sampled_from(DAMAGE), max_size=4)):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + piece + text[at:]
    return text


@settings(max_examples=60)
@given(damaged())
def test_restoring_what_was_restored_changes_nothing(source: str) -> None:
    text = mended(source).text
    assert mended(text).text == text


@pytest.mark.parametrize("source", ["工会主席 张 ���，让我", "工会主席 张 明 ，让我们 张 ���"])
def test_a_space_is_settled_in_one_go(source: str) -> None:
    text = mended(source).text
    assert mended(text).text == text


@settings(max_examples=60)
@given(drafts, st.lists(st.tuples(st.sampled_from(DAMAGE), st.integers(0, 400)), max_size=4))
def test_every_character_of_the_draft_is_in_the_restored_text(
    source: str, pieces: list[tuple[str, int]]
) -> None:
    for piece, at in pieces:
        source = source[:at] + piece + source[at:]
    made = mended(source)
    if not {"site", "byte-shift"} & set(made.counts):  # these say what they take away, or read otherwise
        assert han(made.text) == han(source)


def test_what_would_be_parted_the_next_time_is_parted_now() -> None:
    source = "志们：\n今天的会议很重要，抓好落实。\n在督导组长会议上的讲话稿（汇总15篇）\n" + "".join(
        f"在督导组长会议上的讲话稿篇{number}\n同志们：\n" for number in "一二"
    )
    text = mended(source).text
    assert mended(text).text == text


def test_what_takes_many_rounds_is_mended_to_the_end() -> None:
    text = mended(f"{('大' + ' ' * 40) * 30}很高兴和大家座谈。看到大家朝气蓬勃，我倍感振奋。\n").text
    assert mended(text).text == text


def test_two_repairs_that_meet_eat_no_character() -> None:
    source = (
        "寫總結需要注意選擇適當的語言和詞匯,使文章更加有說服力?，F(xiàn)在各級工會要認真貫徹落實會議精神。\n"
    )
    made = mended(source + "".join(TRADITIONAL))
    assert made.counts["site"] == 1
    assert made.text.startswith("现在各级工会要认真贯彻落实会议精神。\n")


def test_doubts_stand_where_the_summary_says() -> None:
    made = mended("把 話說乾。\n" + "".join(TRADITIONAL))
    [(place, among)] = made.doubts
    line = made.text.split("\n")[place.line - 1]
    assert line.startswith(DOUBT, place.column - 1)
    assert among == ("干", "乾")


def test_speeches_glued_together_are_parted_once() -> None:
    made = mended(SPEECHES)
    assert [one.title for one in made.speeches] == [
        "在全县工会大会上的讲话",
        "在全县劳模大会上的讲话（二〇二四年）",
    ]
    assert "谢谢大家！\n\n在全县劳模大会" in made.text
    assert made.counts == {"boundary": 1}
    assert mended(made.text).counts == {}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "在动员会上的讲话\n同志们：\n今天动员\n在表彰会上的讲话\n同志们：\n今天表彰\n",
            ["在动员会上的讲话", "在表彰会上的讲话"],
        ),
        (
            "在动员会上的讲话\n今天动员。\n在表彰会上的讲话\n今天表彰。\n",
            ["在动员会上的讲话", "在表彰会上的讲话"],
        ),
        (
            "篇一：在动员会上的讲话\n今天动员。\n篇二：在表彰会上的讲话\n今天表彰。\n",
            ["在动员会上的讲话", "在表彰会上的讲话"],
        ),
        ("开幕词\n同志们：\n现在开会！\n闭幕词\n同志们：\n散会！\n", ["开幕词", "闭幕词"]),
        (
            "同志们：今天动员。谢谢大家！\n同志们：今天表彰。谢谢大家！\n",
            ["同志们：今天动员。谢谢大家！", "同志们：今天表彰。谢谢大家！"],
        ),
        ("在动员会上的讲话\n今天学习市委书记\n在市委会议上的讲话\n大家要抓好。\n", ["在动员会上的讲话"]),
    ],
)
def test_very_short_speeches_are_parted_too(text: str, titles: list[str]) -> None:
    made = mended(text)
    assert [one.title for one in made.speeches] == titles
    assert mended(made.text).text == made.text


def test_speeches_make_up_a_markdown_draft_marks_and_all() -> None:
    source = "<!-- 抄自合集 -->\n\n" + SPEECHES.replace("同志们：", "**同志们：**")
    made = mended(source, "a.md")
    assert len(made.speeches) == 2
    assert "".join(made.text[slice(*one.span)] for one in made.speeches) == made.text


def test_a_boundary_stays_where_the_label_of_the_piece_is_taken_out() -> None:
    pieces = "".join(
        f"在全县大会上的讲话篇{n}\n今天我们开会，讲三点意见。请大家抓好落实。\n" for n in "一二三"
    )
    made = mended(pieces)
    assert "篇" not in made.text
    assert made.text.count("\n\n") == 2
    assert len(made.speeches) == 3


@pytest.fixture
def shipped(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """With the rules as they are shipped."""
    monkeypatch.setattr(packs, "shipped", lambda: str(ROOT / "rules"))
    return run


SITE = "在全县工会大会上的讲话\n\n同志们：\n今天我们开会，讲三点意见。请大家抓好落实。\n编辑：小王\n"


def test_old_debts_are_mended_and_what_is_ignored_stays_and_is_told(shipped: Run) -> None:
    write(Path("a.txt"), SITE)
    line = SITE.splitlines()[-1]
    assert shipped("baseline", "create", "a.txt").status == 0
    assert line not in shipped("restore", "a.txt").out
    Path(".speechlint-baseline.yaml").unlink()
    assert shipped("ignore", "a.txt:5:1", "--reason", "原样留存").status == 0
    done = shipped("restore", "a.txt")
    assert (line in done.out, "有人忽略了，照旧：WMK" in done.err) == (True, True)


NAMES = ["合集-01-在全县工会大会上的讲话.txt", "合集-02-在全县劳模大会上的讲话二〇二四年.txt"]


def test_each_speech_goes_to_its_own_file(shipped: Run) -> None:
    write(Path("稿/合集.txt"), SPEECHES)
    done = shipped("restore", "稿/合集.txt", "--split")
    assert done.status == 0
    assert sorted(os.listdir("稿")) == [*NAMES, "合集.txt"]
    assert "".join(Path("稿", name).read_text(encoding="utf-8") for name in NAMES) == SPEECHES
    assert Path("稿/合集.txt").read_text(encoding="utf-8") == SPEECHES
    assert all(name in done.err for name in NAMES)


def test_splitting_replaces_nothing_unasked_and_then_writes_none(shipped: Run) -> None:
    write(Path("合集.txt"), SPEECHES)
    write(Path(NAMES[1]), "改了一半\n")
    done = shipped("restore", "合集.txt", "--split")
    assert done.status == 2
    assert f"{NAMES[1]} 已经有了，没有写入" in done.err
    assert sorted(os.listdir()) == [NAMES[1], "合集.txt"]
    assert shipped("restore", "合集.txt", "--split", "--force").status == 0
    assert sorted(os.listdir()) == [*NAMES, "合集.txt"]


def test_splitting_that_fails_on_the_way_leaves_all_as_it_was(tmp_path: Path) -> None:
    kept, new, no = (str(tmp_path / name) for name in ("a.txt", "b.txt", "没有/c.txt"))
    write(Path(kept), "原来的\n")
    with pytest.raises(UsageError, match="一份也没有写"):
        splitting.write_all(
            [
                (cleared(path, drafts=(), force=True), text)
                for path, text in ((kept, "一\n"), (new, "二\n"), (no, "三\n"))
            ]
        )
    assert os.listdir(tmp_path) == ["a.txt"]
    assert Path(kept).read_text(encoding="utf-8") == "原来的\n"


def test_names_of_files_are_safe_anywhere() -> None:
    [name] = splitting.names("../a.b.md", "d", ["../在“县委” 全会：上/的\x1b[31m讲话?*" + "长" * 200])
    assert name.startswith("d" + os.sep + "a.b-01-在县委全会上的31m讲话长")
    assert name.endswith("长.md")
    assert len(os.path.basename(name).encode()) < 255


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "zh",
            [
                "还原了：繁体字 ",
                "看不见的字符 1",
                "拿不准：干 / 乾",
                "人名、地名里的字照旧 1：乾（2:2）",
                "没有动：ENC011 整段乱码 1（1:2）",
            ],
        ),
        (
            "en",
            [
                "restored: traditional characters ",
                "invisible characters 1",
                "uncertain: 干 / 乾",
                "left as they are 1: 乾 (2:2)",
                "left: ENC011 mojibake 1 (1:2)",
            ],
        ),
    ],
)
def test_the_summary_says_what_was_mended_and_what_was_left(shipped: Run, lang: str, told: list[str]) -> None:
    write(Path("a.txt"), "把\ufffd話說乾。\n徐乾同志發\u200b言。\n" + "".join(TRADITIONAL))
    done = shipped("restore", "a.txt", "--lang", lang)
    for words in told:
        assert words in done.err
