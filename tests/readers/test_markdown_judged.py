"""The reader and markdown-it-py agree on what is text, whatever stands in what.

The examples of CommonMark's specification are under a licence of their own (CC BY-SA) and are not kept
here; those below are ours, some for each of its sections.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judge import shown, spoken

SECTIONS = {
    "tabs": ["-\t甲\n\n\t乙", "\t甲,乙", ">\t\t甲", "1.\t甲\n\n\t- 乙"],
    "escapes": ["\\*甲\\*", "\\甲", "甲\\\n乙", "`\\``甲", "[甲](b\\)c)", "\\&amp;", "<a href='\\''>甲</a>"],
    "entities": ["&copy;甲&#12345;&nbsp;乙", "&不是;", "[甲](b '&quot;')"],
    "breaks": ["***\n---\n___", " * * *", "甲\n***\n乙", "- 甲\n***\n- 乙", "_____甲", "+++", "*-*"],
    "headings": [
        "# 甲",
        "####### 甲",
        "#甲",
        "\\# 甲",
        "### 甲 ###   ",
        "# 甲#",
        "#\n##\n### ###",
        "甲\n # 乙\n丙",
    ],
    "underlines": [
        "甲\n===",
        "甲\n乙\n---",
        "甲\n= =",
        "> 甲\n---",
        "- 甲\n---",
        "甲\n    ---",
        "`甲\n---\n乙`",
    ],
    "indented": [
        "    甲\n  乙",
        "- 甲\n\n      乙",
        "甲\n    乙",
        "    甲\n\n    乙\n丙",
        "1.  甲\n\n    - 乙",
    ],
    "fences": [
        "```\n甲\n```",
        "~~~~ 乙\n甲\n~~~\n~~~~",
        "``` a`b\n甲",
        "> ```\n> 甲\n\n乙",
        "```\n甲\n    ```",
        "   ```\n   甲\n  ```",
    ],
    "html": [
        "<div>\n*甲*\n</div>",
        "<div>\n\n*甲*\n\n</div>",
        "<pre>\n甲\n\n乙</pre>\n丙",
        "<!-- 甲\n\n乙 -->\n丙",
        "甲\n<i>\n乙",
        "<del>*甲*</del>",
        "<?php\n甲\n?>\n乙",
        "</div>\n甲",
    ],
    "definitions": [
        "[甲]: /u '题'\n\n[甲]",
        "[甲]: <>\n\n[甲]",
        "[甲]:\n/u\n'题\n二'\n\n[甲]",
        "[甲]\n\n[甲]: b",
        '[甲]: u "题" 余',
        "甲\n[乙]: /u\n[乙]",
        "> [甲]: /u\n\n[甲]",
        "[甲]: /u\n===\n[甲]",
    ],
    "quotes": [
        "> 甲\n乙",
        "> 甲\n>\n> 乙",
        ">甲\n> > 乙",
        "> - 甲\n- 乙",
        ">     甲\n\n>    乙",
        "> 甲\n\n> 乙",
        "> > 甲\n> 乙\n丙",
    ],
    "items": [
        "- 甲\n 乙",
        "1) 甲\n2) 乙",
        "10000000000. 甲",
        "-甲",
        "-\n  甲",
        "-\n\n  甲",
        "* 甲\n\n\n  乙",
        "甲\n2. 乙",
        "甲\n1. 乙",
        "- - 甲",
        "1. - 2. 甲",
        "- ```\n  甲\n  ```\n  乙",
        "-    甲\n\n   乙",
    ],
    "lists": [
        "- 甲\n+ 乙\n1. 丙\n1) 丁",
        "- 甲\n - 乙\n  - 丙\n   - 丁\n    - 戊",
        "- 甲\n\n- 乙\n\n\n  丙",
        "1. 甲\n\n  2. 乙\n\n    3. 丙",
    ],
    "code": [
        "`甲`",
        "``甲`乙``",
        "\\``甲`",
        "`甲",
        "`甲``乙`",
        "*甲`*`",
        "[甲`](b)`",
        '`<a href="`">`',
        "`甲\n乙`",
    ],
    "emphasis": [
        "*甲*",
        "甲*乙*丙",
        "甲_乙_丙",
        "* 甲*",
        "**甲*乙**",
        "***甲***",
        "*甲**乙**丙*",
        "**甲*乙*丙**",
        "*甲 _乙* 丙_",
        "*(**甲**)*",
        "__甲__乙__",
        "*[甲*](b)",
        "**`甲**`",
        "****甲****",
        "*甲*乙*丙**丁*",
    ],
    "strike": ["~~甲~~", "~甲~", "甲~~乙~~丙", "~~甲\n乙~~"],
    "links": [
        "[甲](b)",
        "[甲](<b c>)",
        "[甲](b c)",
        "[甲]((b)(c))",
        "[甲](b(c)",
        "[甲](b '题')",
        '[甲](b "题"余)',
        "[[甲](b)](c)",
        "[甲*乙](b*)",
        "[甲][乙]\n\n[乙]: c",
        "[甲][]\n\n[甲]: c",
        "[甲] [乙]\n\n[乙]: c",
        "[甲\\]",
        "[甲](\n b\n)",
        "[甲][乙][丙]\n\n[丙]: d",
        "[A b]\n\n[a  B]: c",
    ],
    "images": [
        "![甲](b)",
        "![甲*乙*](b)丙",
        "[![甲](b)](c)丁",
        "![甲][乙]\n\n[乙]: c",
        "!\\[甲]",
        "\\![甲](b)",
        "![[甲](b)](c)",
    ],
    "addresses": ["<mailto:a@b.cn>甲", "<a:b c>甲", "<x@y.z>", "<甲:乙>"],
    "tags": [
        "<a><b c='d'>甲</b>",
        "<a b=`c`>甲",
        "</a >甲",
        "甲<!-- 乙\n丙 -->丁",
        "甲<!A b>",
        "甲<![CDATA[乙]]>",
        "<甲>",
        "a<b,c>d",
    ],
    "tables": [
        "| 甲 | 乙 |\n|---|:-:|\n| 丙 | 丁 |\n戊",
        "甲|乙\n-|-\n丙\\|丁|`戊|己`",
        "甲|乙\n-",
        "|甲|\n|-|\n|乙|丙|",
        "文\n|甲|\n|-|\n|乙|\n\n丙",
        "> |甲|\n> |-|\n> |乙|\n丙",
        "|甲|\n|-|\n# 乙",
    ],
    "footnotes": [
        "甲[^1]\n\n[^1]: 乙",
        "甲[^1]\n\n[^1]:\n    乙\n\n    丙\n\n丁",
        "甲[^9]",
        "甲[^长]\n[^长]:乙\n续",
        "[^1]: ```\n    甲\n    ```\n\n[^1]",
    ],
}


@pytest.mark.parametrize("source", [one for sources in SECTIONS.values() for one in sources])
def test_our_examples_of_each_section(source: str) -> None:
    assert spoken(source) == shown(source)


def test_bold_beside_a_full_width_mark_is_taken_as_it_is_meant() -> None:
    assert (spoken("**第一，**要"), shown("**第一，**要")) == ("第一，要", "**第一，**要")


WORDS = (
    *(
        "要抓好落实。",
        "截止目前，",
        "一、提高认识",
        "（二）强化",
        "同志们",
        "、",
        "；",
        "“引”",
        " ",
        "1",
        "a",
    ),
    *("**重点**", "*斜体*", "***又***", "__下__", "_线_", "~~删~~", "**第一，**", "**", "*", "_", "`", "``"),
    *(
        "`代码,甲`",
        "[通知](a.md)",
        "[甲](<b 丙> '题,目')",
        "[甲](b (丙))",
        "![图](b.png)",
        "[甲][u]",
        "[u]",
        "[^1]",
        "[",
        "]",
        "(",
    ),
    *(
        "<b>粗</b>",
        "<!-- 注 -->",
        "<a:b>",
        "<a href='甲'>",
        "&copy;",
        "\\",
        "\\*",
        "\\\\",
        "1\\. ",
        ")",
    ),
)
OPENINGS = (
    *(
        "",
        "",
        "",
        "",
        "",
        "# ",
        "## ",
        "> ",
        ">",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "1. ",
        "2. ",
        "1) ",
        "10. ",
        "> - ",
        "- > ",
    ),
    *("  ", "   ", "    x", "\tx", "  - ", "   1. ", "> > ", "    x代码,甲"),
)
WHOLE = (
    *(
        "",
        "",
        "",
        "```",
        "~~~",
        "---",
        "***",
        "===",
        "> ```",
        "- ```",
        "<div>",
        "</div>",
        "[u]: /x '题'\n",
        "\n[^1]: 注\n",
    ),
    *(
        "| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |",
        "> 甲\n续",
        "<pre>甲\n\n乙</pre>",
        "<!--\n\n甲 -->",
        "1. 甲\n1. 乙\n1. 丙",
    ),
)
LINE = st.one_of(
    st.sampled_from(WHOLE),
    st.builds(
        lambda opening, words: opening + "".join(words),
        st.sampled_from(OPENINGS),
        st.lists(st.sampled_from(WORDS), max_size=6),
    ),
)


@given(st.lists(LINE, max_size=8).map(lambda lines: "\n".join(("同志们：\n", *lines))))
@settings(max_examples=300)
def test_whatever_stands_in_what(source: str) -> None:
    drop = str.maketrans("", "", "*~")  # what ** is meant to be, and ~~~~, are cases for themselves
    assert spoken(source).translate(drop) == shown(source).translate(drop)
