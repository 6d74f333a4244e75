"""The identity of a finding, kept when the draft is edited elsewhere: rule, words, a little context."""

from __future__ import annotations

from speechlint.quick.typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.document import Document, Span
    from speechlint.finding import Finding

_FAR = 40  # characters looked at on each side
_NEAR = 8  # letters and digits kept of them


def fingerprint(doc: Document, finding: Finding, occurrence: Span | None = None) -> str:
    """16 hexadecimal digits made of the rule (or table entry), the words and their neighbours in the paragraph.

    Only letters and digits of the reading text count. So it stays the same when paragraphs move, when
    spaces, marks or copying damage nearby are mended, and it knows neither path nor line. Equal
    sentences have equal fingerprints: who counts findings by it must count how often. ``occurrence``
    (a source span) gives that of one place of a grouped finding.
    """
    from _blake2 import blake2b  # hashlib would load OpenSSL

    place = occurrence or finding.span
    span = doc.alignment.to_reading(place)
    line = doc.line_at(span.start)
    words = doc[span] if span.start < span.end else doc.source[place.start : place.end]
    before = _letters(doc.text[max(line.start, span.start - _FAR) : span.start])[-_NEAR:]
    after = _letters(doc.text[span.end : max(span.end, min(line.end, span.end + _FAR))])[:_NEAR]
    told = "\0".join((finding.selector, "".join(words.split()), before, after))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _letters(text: str) -> str:
    return "".join([char for char in text if char.isalnum()])
