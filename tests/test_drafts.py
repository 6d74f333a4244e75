"""Whole drafts as golden pairs: ``x.txt`` and what is said of it in ``x.expected.txt``.

``python tests/renew.py`` writes them anew, and README's output and docs/rules.md with them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from renew import DRAFTS, PAGES, expected_path, told


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.name)
def test_draft(draft: Path) -> None:
    assert told(draft) == expected_path(draft).read_text(encoding="utf-8")


def test_final_draft_is_clean() -> None:
    [final] = [draft for draft in DRAFTS if draft.stem == "定稿"]
    assert told(final).startswith("没有发现问题")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_page_is_up_to_date(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == PAGES[page](), "请运行 python tests/renew.py"
