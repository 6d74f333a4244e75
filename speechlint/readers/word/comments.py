"""Comments at exactly the words: ranges in the body, points where no range can be, the part that holds their text.

LibreOffice refuses a file with a comment in a note or a header, and loses one in a text box: these go to the
reference of the note, to the paragraph that holds the box, to the first paragraph.
"""

from __future__ import annotations

import posixpath

from speechlint.quick.typing import TYPE_CHECKING, NamedTuple
from speechlint.readers.word import names
from speechlint.readers.word.escaping import escape, quoteattr
from speechlint.readers.word.located import Located
from speechlint.readers.word.names import STRICT, W
from speechlint.readers.word.place import run_around
from speechlint.readers.word.splice import BEFORE, BEHIND, Op, put_inside, text_element
from speechlint.readers.word.tracking import AUTHOR

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from speechlint.document.span import Span
    from speechlint.readers.word.place import Here, Line, Places
    from speechlint.readers.word.splice import Splice

_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "[Content_Types].xml"


class Comment(NamedTuple):
    """What to say of a *source* span, in paragraphs."""

    span: Span
    lines: tuple[str, ...]


class _Anchor(NamedTuple):
    """The ends of a range, each a piece and an offset in the source; None for a point at ``paragraph``."""

    paragraph: Element
    first: tuple[Here, int] | None = None
    last: tuple[Here, int] | None = None


def put(places: Places, comments: Sequence[Comment], date: str) -> dict[str, bytes]:
    """Notes the comments in the splices; the parts that are added or changed besides."""
    if not comments:
        return {}
    names_ = places.package.related(places.package.main, "comments")
    old = Located(places.package.part(names_[0]), names_[0]) if names_ else None
    number = max(places.last_id(), _greatest(old)) if old else places.last_id()
    made = bytearray()
    prefix = old.prefix(old.root) if old else "w:"
    points: dict[Element, bytes] = {}
    for comment in comments:
        number += 1
        _mark(places, comment.span, number, points)
        made += _text(comment, number, prefix, date)
    for paragraph, data in points.items():
        put_inside(places.splice_of(paragraph), paragraph, data)
    return _parts(places, old, bytes(made))


def _greatest(old: Located) -> int:
    ids = (one.get(f"{W}id", "") for one in old.root)
    return max((int(id) for id in ids if id.isascii() and id.isdigit()), default=0)


def _text(comment: Comment, number: int, prefix: str, date: str) -> bytes:
    about = f"{prefix}id={quoteattr(str(number))} {prefix}author={quoteattr(AUTHOR)}"
    about += f' {prefix}date={quoteattr(date)} {prefix}initials="SL"'
    said = b"".join(
        f"<{prefix}p><{prefix}r>".encode() + text_element(prefix, line) + f"</{prefix}r></{prefix}p>".encode()
        for line in comment.lines
    )
    return f"<{prefix}comment {about}>".encode() + said + f"</{prefix}comment>".encode()


def _mark(places: Places, span: Span, number: int, points: dict[Element, bytes]) -> None:
    anchor = _anchor(places, span)
    splice = places.splice_of(anchor.paragraph)
    prefix = splice.located.prefix(anchor.paragraph)
    reference = f'<{prefix}r><{prefix}commentReference {prefix}id="{number}"/></{prefix}r>'.encode()
    if anchor.first is None or anchor.last is None:
        points[anchor.paragraph] = points.get(anchor.paragraph, b"") + reference
        return
    _bound(splice, *anchor.first, f'<{prefix}commentRangeStart {prefix}id="{number}"/>'.encode(), BEFORE)
    end = f'<{prefix}commentRangeEnd {prefix}id="{number}"/>'.encode()
    _bound(splice, *anchor.last, end + reference, BEHIND)


def _bound(splice: Splice, piece: Here, at: int, mark: bytes, order: int) -> None:
    """Puts one end of a range before or behind a character."""
    located = splice.located
    around = run_around(located, piece.element)
    if around is None:
        splice.put(located.start(piece.element) if order == BEFORE else located.end(piece.element), mark)
        return
    run, child = around
    if child.tag == f"{W}instrText":
        splice.put(located.start(run) if order == BEFORE else located.end(run), mark)
    elif child is piece.element and child.tag == names.TEXT:
        offset = at - piece.start + piece.skipped
        splice.change(run, child, Op(offset, offset, order, (mark,)))
    else:
        edge = 0 if order == BEFORE else 1
        splice.change(run, child, Op(edge, edge, order, (mark,)))


def _anchor(places: Places, span: Span) -> _Anchor:
    line = places.lines[places.index(span.start)]
    main = places.parts[places.package.main]
    paragraph = line.entry.elements[0] if line.entry.elements else None
    if paragraph is None or not main.holds(paragraph):
        return _elsewhere(places, line)
    if main.ancestor(paragraph, names.BOX) is not None:
        return _Anchor(_outermost(main, paragraph))
    last = places.lines[places.index(max(span.start, span.end - 1))]
    if last.entry.region != line.entry.region:
        last = line
    first = _first(places, line, span.start)
    end = _last(places, last, min(span.end, last.end))
    if first is None or end is None or span.end <= line.text:
        return _Anchor(paragraph)
    return _Anchor(paragraph, first, end)


def _first(places: Places, line: Line, at: int) -> tuple[Here, int] | None:
    for piece in places.pieces(line):
        if piece.end > at:
            return piece, max(at, piece.start)
    return None


def _last(places: Places, line: Line, at: int) -> tuple[Here, int] | None:
    for piece in reversed(places.pieces(line)):
        if piece.start < at:
            return piece, min(at, piece.end)
    return None


def _outermost(located: Located, paragraph: Element) -> Element:
    """The paragraph in whose drawing another one stands."""
    while (outer := located.ancestor(paragraph, names.P)) is not None:
        paragraph = outer
    return paragraph


def _elsewhere(places: Places, line: Line) -> _Anchor:
    """The reference of a note, around itself; for headers and watermarks the first paragraph."""
    main = places.parts[places.package.main]
    for kind in ("footnote", "endnote"):
        for element in line.entry.elements:
            note = places.splice_of(element).located.ancestor(element, f"{W}{kind}")
            if note is None:
                continue
            for reference in main.root.iter(f"{W}{kind}Reference"):
                if reference.get(f"{W}id") == note.get(f"{W}id"):
                    holder = main.ancestor(reference, names.P)
                    if holder is not None:
                        return _Anchor(_outermost(main, holder))
    return _Anchor(next(main.root.iter(names.P)))


def _parts(places: Places, old: Located | None, made: bytes) -> dict[str, bytes]:
    """The part with the comments; where there was none, what makes it known."""
    if old is not None:
        return {old.name: _within(old, made)}
    package = places.package
    folder, file = posixpath.split(package.main)
    name = posixpath.join(folder, "comments.xml")
    while name in package.files:
        name = name.replace(".xml", "_.xml")
    strict = STRICT[0][0] in places.parts[package.main].data
    space = (STRICT[0][0] if strict else W[1:-1].encode()).decode()
    relation = STRICT[1][0].decode() if strict else _RELATION
    root = f"{_HEAD}<w:comments xmlns:w={quoteattr(space)}>".encode() + made + b"</w:comments>"
    types = Located(package.part(_TYPES), _TYPES)
    prefix = types.prefix(types.root)
    override = f"<{prefix}Override PartName={quoteattr('/' + name)} ContentType={quoteattr(_KIND)}/>"
    relations = posixpath.join(folder, "_rels", f"{file}.rels")
    return {
        name: root,
        _TYPES: _within(types, override.encode()),
        relations: _related(places, relations, relation, posixpath.basename(name)),
    }


def _related(places: Places, name: str, kind: str, target: str) -> bytes:
    if name not in places.package.files:
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        empty = f"{_HEAD}<Relationships xmlns={quoteattr(space)}></Relationships>".encode()
        old = Located(empty, name)
    else:
        old = Located(places.package.part(name), name)
    ids = {one.get("Id") for one in old.root}
    number = next(number for number in range(1, len(ids) + 2) if f"rIdSL{number}" not in ids)
    prefix = old.prefix(old.root)
    one = f'<{prefix}Relationship Id="rIdSL{number}" Type={quoteattr(f"{kind}/comments")} Target={quoteattr(target)}/>'
    return _within(old, one.encode())


def _within(located: Located, data: bytes) -> bytes:
    """A part with something more at the end of its root."""
    root = located.root
    if located.is_empty(root):
        closing = f"</{escape(located.prefix(root))}{root.tag.rpartition('}')[2]}>".encode()
        return b"".join(
            (
                located.data[: located.start(root)],
                located.opening(root),
                data,
                closing,
                located.data[located.end(root) :],
            )
        )
    at = located.close(root)
    return located.data[:at] + data + located.data[at:]
