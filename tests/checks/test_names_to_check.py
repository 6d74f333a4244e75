from speechlint import check_text


def told(text: str) -> list[list[str]]:
    findings = [finding for finding in check_text(text).findings if finding.code == "LEK006"]
    return [[text[slice(*span)] for span in finding.occurrences] for finding in findings]


def test_names_beside_posts_in_a_draft_anonymised_in_part_are_one_finding() -> None:
    text = "XX县的同志们：请沈望舟老师讲课，刚才主任陶北川，也到了。沈望舟老师明天再来。"
    assert told(text) == [["沈望舟", "陶北川", "沈望舟"]]


def test_where_nothing_is_hidden_names_are_not_to_be_checked() -> None:
    assert told("各位同志：请沈望舟老师讲课，刚才主任陶北川，也到了。") == []


def test_those_whom_the_roster_or_everybody_knows_are_not() -> None:
    assert told("XX县的同志们：学习焦裕禄同志，各位老师、广大书记辛苦了。") == []
