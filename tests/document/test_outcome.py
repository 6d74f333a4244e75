"""What counts as a speech to check: what is spoken decides, and a report that was saved is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint import reporters
from speechlint.document.outcome import CHECKED, EMPTY, FOREIGN, REPORT, is_report, left_out
from speechlint.findings import Findings
from speechlint.project.layers import Layer
from speechlint.project.plan import Project
from speechlint.readers import of
from speechlint.reporters import REPORTERS
from speechlint.result import LeftOut, Run, Trouble, View
from speechlint.run.one import check_draft

SENTENCE = "去年，全县转移群众XX户，没有一人伤亡。"
FAULTY = "在防汛工作会议上的讲话\n同志们：\n去年转移群众XX户。一是抓学习。三是抓落实。\n谢谢大家！\n"
TRANSLATED = {
    "英文": "大家上午好！很高兴和各位朋友相聚在美丽的江城，共同出席这次论坛。\n"
    "Good morning! It gives me great pleasure to be here with all of you in this beautiful city "
    "and to attend the cooperation forum together.\n",
    "英文接在句后": "大家好！Good morning to all of you! 欢迎来到江城，祝各位生活愉快。"
    "Welcome to our beautiful city, and we wish everyone here a pleasant stay. ",
    "俄文": "尊敬的各位朋友，大家好！我代表市政府欢迎各位。\n"
    "Уважаемые друзья, здравствуйте! От имени городского правительства приветствую вас.\n",
    "维吾尔文": "各位来宾，大家好！欢迎你们。\nھۆرمەتلىك مېھمانلار، ياخشىمۇسىزلەر! سىلەرنى قارشى ئالىمىز.\n",
    "藏文": "同志们，大家好！现在开会。\nབློ་མཐུན་རྣམ་པ། ཚང་མ་བདེ་མོ་ཡིན་ནམ། ཚོགས་འདུ་འཚོག་གི་ཡོད།\n",
    "日文": "各位来宾，朋友们，大家好！今天我们举行仪式，欢迎各位的到来。\n"
    "皆様、こんにちは。本日はここで式典を行い、皆様のお越しを歓迎いたします。\n",
}
NO_SPEECH = {
    "requirements.txt": "jieba>=0.42.1  # 分词，好用\nxxx==1.0\nrich>=13  # 显示，见说明。\npyyaml>=6.0.2,<7\n"
    * 3,
    "LICENSE.txt": "MIT License\n\nCopyright (c) 20XX XXX\n\nPermission is hereby granted, free of charge\n",
    "README.md": "# Drafts\n\nTODO: XX drafts for 市委X届. The folder holds 20xx speeches; see XXX.\n" * 4,
    "説明.txt": "皆様、本日はお集まりいただき、誠にありがとうございます。今年度の計画をご説明いたします。\n"
    * 3,
    "维文.txt": "ھۆرمەتلىك مېھمانلار، ياخشىمۇسىزلەر! بىز سىلەرنى قارشى ئالىمىز.\n" * 5,
    "泰文.txt": "สวัสดีเพื่อนๆ ทุกท่าน ยินดีต้อนรับสู่เมืองของเรา 你好，朋友。\n" * 3,
}


def outcome(text: str, path: str = "稿.md") -> str:
    return left_out(of(path).document(path, text))


@pytest.mark.parametrize(
    "unspoken",
    [
        f"![图](data:image/png;base64,{'QUJD' * 20_000})",
        "<!-- " + "a long english comment about the draft, not to be read aloud. " * 50 + "-->",
        "```json\n" + '{"key": "value", "list": [1, 2, 3]}\n' * 50 + "```",
        "[附件](https://example.com/" + "a/long/path/" * 50 + ")",
    ],
    ids=["picture", "comment", "code", "address"],
)
def test_what_nobody_reads_aloud_does_not_count(unspoken: str) -> None:
    assert outcome(f"# 讲话\n\n{unspoken}\n\n{SENTENCE}\n") == CHECKED


def test_front_matter_does_not_count() -> None:
    front = "---\n" + "".join(f"key{at}: an english value for the generator\n" for at in range(40)) + "---\n"
    assert outcome(f"{front}\n{SENTENCE}\n") == CHECKED
    assert outcome(front) == FOREIGN


@pytest.mark.parametrize("text", TRANSLATED.values(), ids=TRANSLATED)
@pytest.mark.parametrize("times", [1, 500])
def test_a_speech_with_its_translation_is_a_speech(text: str, times: int) -> None:
    assert outcome(text * times, "稿.txt") == CHECKED


@pytest.mark.parametrize("path", NO_SPEECH)
def test_files_with_hardly_any_chinese_are_no_speech(path: str) -> None:
    assert outcome(NO_SPEECH[path], path) == FOREIGN


@pytest.mark.parametrize("text", ["县委X届全会", "请看 docs/plan.md\n县委X届全会8:30开始", "X届"])
def test_short_chinese_notes_are_drafts(text: str) -> None:
    assert outcome(text) == CHECKED


@pytest.mark.parametrize("text", ["", "\n\n", " \t\u3000\n", "\u200b\n"])
def test_a_draft_without_characters_is_empty(text: str) -> None:
    assert outcome(text) == EMPTY


def reports(name: str) -> list[str]:
    """What one format says of drafts and troubles of every kind, in each language, coloured or not."""
    result = check_draft("稿.txt", FAULTY.encode(), Project(Layer(), isolated=True))
    runs = [
        Run((result,), (), result.as_of),
        Run((result._replace(findings=Findings()),), (), result.as_of),
        Run((result,), (Trouble("坏.txt", "没有这个文件或文件夹"),), result.as_of),
        Run((), (Trouble("坏.txt", "没有这个文件或文件夹"),), result.as_of),
        Run((), (), result.as_of, (LeftOut("README.md", FOREIGN),)),
    ]
    views = [
        View(lang=lang, color=color, quiet=quiet, statistics=counts)
        for lang in ("zh", "en")
        for color in (False, True)
        for quiet in (False, True)
        for counts in (False, True)
    ]
    made = {reporters.report(name, run, view) for run in runs for view in views}
    return sorted(filter(str.strip, made))


@pytest.mark.parametrize("name", REPORTERS)
def test_every_report_is_known_by_what_it_says(name: str) -> None:
    for report in reports(name):
        assert is_report(report)
        assert is_report(report.replace("\x1b", ""))  # as a terminal's text is pasted
        assert is_report(report.replace("\n", "\r\n"))


def test_a_saved_report_is_no_speech() -> None:
    result = check_draft("稿.txt", FAULTY.encode(), Project(Layer(), isolated=True))
    report = reporters.report("text", Run((result,), (), result.as_of), View())
    assert outcome(report, "报告.txt") == REPORT


@pytest.mark.parametrize(
    "text",
    [
        "必须改的毛病，一处也不能留。去年查出问题XX个。",
        "必须改 3 处（见附件），我们要抓紧。\n同志们：",
        "没有发现问题，不等于没有问题。\n同志们：",
        "没有可检查的文稿，就是没有准备。\n同志们：",
        "在整改会上的讲话\n必须改 1 处（1 份文稿，66 字）\n",
        '{"标题": "讲话", "正文": "同志们，大家好。"}',
    ],
)
def test_a_speech_that_speaks_of_findings_is_a_speech(text: str) -> None:
    assert outcome(text, "稿.txt") == CHECKED


@given(st.text("处必须改可看没有发现问题（）份文稿，字0123 \n:ERROR", max_size=60))
def test_chance_makes_no_report(text: str) -> None:
    assert not is_report("同志们：" + text)
