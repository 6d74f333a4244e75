"""Machine-spun text is told once, and only where several replacements agree."""

from __future__ import annotations

from conftest import findings


def test_three_different_replacements_make_one_finding_with_all_places() -> None:
    text = "坚持科学开展观。\n强化效劳意识，抓好平安消费。\n再讲平安消费。"
    (found,) = findings(text, "TYP006")
    assert len(found.occurrences) == 4


def test_one_replacement_many_times_is_a_slip_not_a_spun_text() -> None:
    assert findings("抓好平安消费。\n再抓平安消费。\n还要抓平安消费。", "TYP006") == []
