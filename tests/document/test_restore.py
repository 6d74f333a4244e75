"""The reading text: what is undone, what is left alone, and the way back to the source."""

from __future__ import annotations

from itertools import pairwise

import pytest
from damage import shifted
from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.document.restoring.readings import readings
from speechlint.document.restoring.restore import Restored, restore

SENTENCES = (
    "同志们，今天我们召开全市工会工作会议。",
    "各级工会要认真贯彻落实会议精神，围绕中心、服务大局。",
    "一、提高认识，增强做好工会工作的责任感",
    "去年全市地区生产总值增长6.5%，规模以上工业增加值增长7.2%。",
    "要学习宣传贯彻党的二十大精神，团结引导职工听党话、跟党走！",
    "（一）深化“中国梦·劳动美”主题教育；",
    "这样行吗？行！",
    "",
)
TRADITIONAL = (
    "各級工會要認真貫徹落實會議精神，團結帶領廣大職工建功立業。",
    "現在，我代表縣委向全體勞動模範致以崇高的敬意。",
    "基層組織建設進一步加強，服務職工的能力不斷提高。",
    "縣總工會要關心困難職工，維護職工的合法權益。",
    "同志們，讓我們在縣委的領導下，開拓進取，扎實工作。",
)
clean_drafts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12).map("\n".join)
traditional_drafts = st.lists(st.sampled_from(TRADITIONAL), min_size=1, max_size=8).map("\n".join)
calm = settings(deadline=None)
any_text = st.text(
    alphabet=st.sampled_from("工會议，。?（(huì)shù) \n　\xa0Fx一、`&nbsp;\u200b\ue303⼯“”著"), max_size=60
)


def reading(source: str) -> str:
    return restore(source).text


def kinds(source: str) -> set[str]:
    return {repair.kind for repair in restore(source).repairs}


@calm
@given(clean_drafts)
def test_an_undamaged_draft_is_its_own_reading(draft: str) -> None:
    restored = restore(draft)
    assert restored == Restored(draft, restored.alignment)
    assert restored.alignment.is_identity


@calm
@given(any_text)
def test_every_place_has_its_place_in_the_other_text(source: str) -> None:
    restored = restore(source)
    spans = [restored.alignment.to_source((at, at + 1)) for at in range(len(restored.text))]
    assert all(0 <= span.start < span.end <= len(source) for span in spans)
    backs = [restored.alignment.to_reading((at, at + 1)) for at in range(len(source))]
    assert all(0 <= span.start <= span.end <= len(restored.text) for span in backs)


@calm
@given(any_text)
def test_the_way_back_never_turns_round(source: str) -> None:
    restored = restore(source)
    starts = [restored.alignment.to_source((at, at + 1)).start for at in range(len(restored.text))]
    assert starts == sorted(starts)


@calm
@given(any_text)
def test_characters_without_repair_stand_for_themselves(source: str) -> None:
    restored = restore(source)
    for at, char in enumerate(restored.text):
        span = restored.alignment.to_source((at, at + 1))
        if not any(repair.span.overlaps(span) for repair in restored.repairs):
            assert source[span.start : span.end] == char


@calm
@given(any_text)
def test_repairs_of_one_kind_do_not_overlap(source: str) -> None:
    repairs = restore(source).repairs
    for one, other in pairwise(repairs):
        assert one.kind != other.kind or one.span.end <= other.span.start


@calm
@given(any_text)
def test_break_marks_stand_in_the_reading_text(source: str) -> None:
    restored = restore(source)
    for mark in restored.breaks:
        assert 0 <= mark.at <= len(restored.text)
        assert restored.alignment.to_reading(mark.span).start == mark.at


@settings(max_examples=40, deadline=None)
@given(traditional_drafts, st.randoms(use_true_random=False))
def test_glosses_and_broken_bytes_are_undone(draft: str, random: object) -> None:
    table = {char: sound for char, sound in readings().of.items() if char in draft}
    chosen = {char: table[char] for char in sorted(table) if random.random() < 0.7}  # type: ignore[attr-defined]
    assert reading(shifted(draft, chosen)) == reading(draft)


@pytest.mark.parametrize(
    ("damaged", "meant"),
    [
        ("文章有說服力?，F(xiàn)在讓我們欣賞", "文章有说服力。现在让我们欣赏"),
        ("各項工作上?；鶎狱h建", "各项工作上海基层党建"),
        ("隆重慶?！拔逡弧眹?guó)際勞動節", "隆重庆祝“五一”国际劳动节"),
        ("獎?wù)潞凸と讼蠕h號", "奖章和工人先锋号"),
        ("適當?shù)恼Z言", "适当的语言"),
        ("開展“救助困難勞?！?、“金秋助學”", "开展“救助困难劳模”、“金秋助学”"),
        ("企業?？h總工會要抓好落實", "企业。县总工会要抓好落实"),
    ],
)
def test_text_decoded_one_byte_off(damaged: str, meant: str) -> None:
    assert reading(damaged) == meant


def test_what_the_bytes_do_not_decide_has_candidates() -> None:
    [repair] = [r for r in restore("作出了積極貢獻?；鶎咏M織").repairs if r.kind == "byte-shift"]
    assert repair.reading == "。基層組"
    assert not repair.sure
    assert "海基層組" in repair.candidates


def test_what_the_bytes_decide_is_sure() -> None:
    [repair] = [r for r in restore("獎?wù)潞凸と讼蠕h號").repairs if r.kind == "byte-shift"]
    assert repair.sure
    assert not repair.candidates


@pytest.mark.parametrize(
    "text",
    [
        "这个问题解决了吗?还没有。",
        "难道不是吗?!我们必须高度重视。",
        "他们在嘉陵江畔(pàn)搭起工棚。",
        "任(rén)书记、单(shàn)县的同志来了。",
        "全市 GDP 增长 6.5%，App 用户 3 万。",
        "中国石油(CNPC)和 the United Nations 的同志来了。",
        "坚持“三性” 增强“三力” 推进工会工作创新发展",
        "春风杨柳万千条\n六亿神州尽舜尧",
        "同志们：\n今天我们开会。\n\n　　　　　　张 明\n　　　　2024年5月1日",
        "一、提高认识 加强领导",
        "　　第一条 为了规范工会工作，制定本办法。",
        "著名劳模编著《工运史》，勠力同心走乾坤湾。",
        "把 `make` 写进脚本。",
        "中国石化 R&D 投入，A<B。",
        "下一步的打算，????????要抓好落实。",
    ],
)
def test_what_is_meant_so_is_left_alone(text: str) -> None:
    assert restore(text).alignment.is_identity
    assert reading(text) == text


@pytest.mark.parametrize(
    ("source", "meant", "kind"),
    [
        ("工\u200b会", "工会", "zero-width"),
        ("\ufeff工\u00ad会", "工会", "zero-width"),
        ("⼯会⼈⺠", "工会人民", "look-alike"),
        ("工会\u2028职工", "工会\n职工", "line-separator"),
        ("工会\x07职工", "工会职工", "control"),
        ("工会&nbsp;&ldquo;三性&rdquo;", "工会\xa0“三性”", "entity"),
        ("同志们：<br/>今天开会", "同志们：\n今天开会", "tag"),
        ("很好的`报告，听了", "很好的报告，听了", "stray-ascii"),
        ("要\ue0f2认真", "要认真", "private-use"),
        ("\xa0\xa0\xa0\xa0同志们", "　　同志们", "nbsp-indent"),
        ("工會（huì）工作要發（fā）揮優勢，團結職（zhí）工", "工会工作要发挥优势，团结职工", "gloss"),
        ("群众(qun)(qun)工作", "群众工作", "gloss"),
        ("同志(tóngzhì)们，请坐", "同志们，请坐", "gloss"),
        ("今天（jīn tiān）开会，群众qúnzhòng很满意", "今天开会，群众很满意", "gloss"),
        (
            "各级工會组织要团结带领广大职工，认真落实会议精神。",
            "各级工会组织要团结带领广大职工，认真落实会议精神。",
            "mixed-script",
        ),
    ],
)
def test_each_kind_of_damage(source: str, meant: str, kind: str) -> None:
    assert reading(source) == meant
    assert kind in kinds(source)


@pytest.mark.parametrize(
    "text", ["任丘(rénqiū)的同志来了。", "饕餮(tāotiè)一词要会念。", "“会”读huì。", "中国石油(cnpc)来了。"]
)
def test_a_reading_aid_is_left(text: str) -> None:
    assert reading(text) == text


ALL_TRADITIONAL = "\n" + "\n".join(TRADITIONAL)


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("請乾安縣、乾佑街道的同志發言。", "请乾安县、乾佑街道的同志发言。"),
        ("康乾盛世、扭轉乾坤、乾隆年間。", "康乾盛世、扭转乾坤、乾隆年间。"),
        ("曬乾、餅乾、乾乾淨淨，外強中乾。", "晒干、饼干、干干净净，外强中干。"),
        ("請徐乾同志、陳汎舟教授發言，參觀薛應旂故居。", "请徐乾同志、陈汎舟教授发言，参观薛应旂故居。"),
        ("徵求意見，講魏徵的故事，奏宮商角徵羽。", "征求意见，讲魏徵的故事，奏宫商角徵羽。"),
        ("廣汎徵集，黃汎區的百姓，高峯論壇。", "广泛征集，黄泛区的百姓，高峰论坛。"),
        ("畢昇發明活字印刷，國旗昇起。", "毕昇发明活字印刷，国旗升起。"),
        ("蒜薹豐收，哪吒鬧海，樊於期。", "蒜薹丰收，哪吒闹海，樊於期。"),
        ("王著同志沿著道路走著。", "王著同志沿着道路走着。"),
        ("由於同志們努力，寄希望於大家。", "由于同志们努力，寄希望于大家。"),
    ],
)
def test_traditional_script_is_read_by_words_and_names(source: str, meant: str) -> None:
    assert reading(source + ALL_TRADITIONAL).partition("\n")[0] == meant


@pytest.mark.parametrize(
    ("source", "read", "others"),
    [
        ("把話說乾，把事做實。", "干", {"乾"}),
        ("請於明同志發言。", "于", {"於"}),
        ("請王鍾同志發言。", "钟", {"锺"}),
        ("華為昇騰的同志來了。", "升", {"昇"}),
    ],
)
def test_what_neither_words_nor_names_decide_is_uncertain(source: str, read: str, others: set[str]) -> None:
    [repair] = [repair for repair in restore(source + ALL_TRADITIONAL).repairs if not repair.sure]
    assert repair.reading == read
    assert set(repair.candidates) == {read, *others}


def test_a_simplified_paragraph_among_traditional_ones_keeps_its_characters() -> None:
    simplified = "松原市乾安县、乾县的邓啟棠、刘峯同志发了言，讲得朴实。"
    assert reading(simplified + ALL_TRADITIONAL).partition("\n")[0] == simplified


@pytest.mark.parametrize(
    "name", ["邓啟棠、刘峯、周崑同志", "王汎森教授", "县委书记李啟明", "薛应旂", "汎森同志", "欧阳啟棠先生"]
)
def test_a_rare_character_in_a_name_is_told_but_not_changed(name: str) -> None:
    source = f"下面，请{name}发言。各级工会要认真落实会议精神，团结带领广大职工建功立业。"
    restored = restore(source)
    assert restored.text == source
    assert {repair.kind for repair in restored.repairs} == {"kept"}


@pytest.mark.parametrize("words", ["任務", "常務委员", "高產作物", "马書记", "王會计", "要抓好落實", "广汎"])
def test_a_traditional_character_in_a_word_is_no_name(words: str) -> None:
    source = f"请{words}同志认真考虑。各级工会要认真落实会议精神，团结带领广大职工建功立业。"
    assert kinds(source) == {"mixed-script"}


def test_a_draft_wrapped_at_a_width_reads_as_its_paragraphs() -> None:
    wrapped = (
        "　　今天我们召开全市工会工作会议，主要任务是贯彻落实省总工\n"
        "会全委会精神，总结去年工作。下面，我讲几点意见，请同志们结\n"
        "合实际抓好落实。\n"
        "　　一要提高认识，增强责任。"
    )
    restored = restore(wrapped)
    assert restored.text == (
        "　　今天我们召开全市工会工作会议，主要任务是贯彻落实省总工会全委会精神，总结去年工作。"
        "下面，我讲几点意见，请同志们结合实际抓好落实。\n　　一要提高认识，增强责任。"
    )
    assert [restored.text[mark.at - 1 : mark.at + 1] for mark in restored.breaks] == ["工会", "结合"]


def test_a_draft_flattened_to_one_line_gets_its_paragraphs_back() -> None:
    flat = (
        "同志们： 今天我们召开全市工会工作会议,主要任务是贯彻落实上级 精神,总结去年的工作,安排部署今年的任务,动员全市各级 "
        "工会组织和广大职工群众,为完成全年目标任务作出新的贡献。 一、坚持政治性,增强向心力 政治性是群团组织的灵魂,是第一位的,"
        "是加强工会组织 建设的前提和保证,工会组织是党领导下的工人阶级的群众组 织,必须保持清醒头脑。"
    )
    assert reading(flat).split("\n") == [
        "同志们：",
        "今天我们召开全市工会工作会议,主要任务是贯彻落实上级精神,总结去年的工作,安排部署今年的任务,"
        "动员全市各级工会组织和广大职工群众,为完成全年目标任务作出新的贡献。",
        "一、坚持政治性,增强向心力",
        "政治性是群团组织的灵魂,是第一位的,是加强工会组织建设的前提和保证,工会组织是党领导下的工人阶级的群众组织,必须保持清醒头脑。",
    ]


def test_a_finding_on_the_reading_stands_on_its_characters_in_the_source() -> None:
    source = "讲三點(diǎn)意見(jiàn)，各級(jí)工會(huì)落實(shí)。"
    restored = restore(source)
    at = restored.text.index("三点意见")
    span = restored.alignment.to_source((at, at + 4))
    assert source[span.start : span.end] == "三點(diǎn)意見"
