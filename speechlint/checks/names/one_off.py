"""A post of somebody in the project's own roster, written one step too low or too high."""

from __future__ import annotations

from speechlint.document import Span
from speechlint.document.dates import judged_day, last_day
from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from speechlint.checks import Query
    from speechlint.checks.names.mentions import Mention
    from speechlint.quick.typing import Any


def one_off(query: Query, roster: Mapping[str, Any], mention: Mention) -> tuple[Span, str, str, str] | None:
    """A post of the project's own roster that is written one step too low or too high: 市委副书记 for 市委书记.

    Its place, what to say of it in Chinese and English, and the source; None where the post is right.
    """
    day = judged_day(query.doc, query.as_of, mention.span.start)
    terms = roster["people"][mention.name] if mention.name in roster["own"] else ()
    held = [term for term in terms if term[1] <= last_day(day) and day <= (term[2] or "9")]
    text, at = query.doc.text, mention.span
    for post, _, _, source in held:
        short = roster["posts"][post]["short"]
        body, plain = post.removesuffix(short), short.removeprefix("常务").removeprefix("副")
        deputies = [f"{kind}{plain}" for kind in ("副", "常务副", "代")]
        wrong = deputies if short == plain else [plain]
        ahead = next((title for title in wrong if text.endswith(body + title, 0, at.start)), "")
        behind = next((title for title in deputies if text.startswith(title, at.end)), "")
        said = ahead or (behind if short == plain else "")
        if said and not any(_is_called(term[0], said) for term in held):
            start = at.start - len(body + said) if ahead else at.start
            span = Span(start, at.end if ahead else at.end + len(said))
            return span, f"：名录里{mention.name}是{post}", f": {mention.name} is {post}", source
    return None


def _is_called(post: str, title: str) -> bool:
    """市委副书记 is called 副书记, but not 书记."""
    return post.endswith(title) and not post.removesuffix(title).endswith(("副", "代"))
