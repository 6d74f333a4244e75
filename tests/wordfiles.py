"""Small Word files of our own making: a package around some paragraphs of XML."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_OFFICE}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DATE = (2026, 1, 1, 0, 0, 0)
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def run(text: str, properties: str = "") -> str:
    """One run of text."""
    about = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{about}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*parts: str, properties: str = "") -> str:
    """A paragraph of text; what begins with ``<`` is XML already."""
    about = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    inside = "".join(part if part.startswith("<") else run(part) for part in parts)
    return f"<w:p>{about}{inside}</w:p>"


def numbered(text: str, list: int = 1, level: int = 0, *, more: str = "") -> str:
    """A paragraph of an automatic list."""
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>'
    return p(text, properties=number + more) if text else p(properties=number + more)


def level(at: int, format: str, text: str, *, start: int | None = 1, more: str = "") -> str:
    """A level of an abstract list."""
    first = "" if start is None else f'<w:start w:val="{start}"/>'
    kind = format if format.startswith("<") else f'<w:numFmt w:val="{format}"/>'
    return (
        f'<w:lvl w:ilvl="{at}">{first}{kind}{more}<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def abstract(name: int, *levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{name}"><w:multiLevelType w:val="multilevel"/>'
        f"{''.join(levels)}</w:abstractNum>"
    )


def num(list: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{list}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def table(*rows: Sequence[str]) -> str:
    """A table of cells; each is XML of its paragraphs, or text."""

    def cell(inside: str) -> str:
        paragraphs = inside if inside.startswith("<") else p(inside)
        return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{paragraphs}</w:tc>'

    grid = '<w:gridCol w:w="2000"/>' * max(map(len, rows))
    made = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>'


def root(name: str, inside: str) -> str:
    """A part whose root is ``w:name``."""
    return f"{_HEAD}<w:{name} {NAMESPACES}>{inside}</w:{name}>"


def docx(
    *body: str,
    numbering: str = "",
    styles: str = "",
    related: Mapping[str, str] | None = None,
    parts: Mapping[str, str | bytes] | None = None,
    section: str = SECTION,
    main: str = "document.main",
) -> bytes:
    """A Word file with these blocks; ``related`` are other parts by kind (footnotes, header), ``parts`` any by name."""
    inner = {"numbering": numbering, "styles": styles, **(related or {})}
    files = {kind: root(_ROOTS.get(kind, kind), text) for kind, text in inner.items() if text}
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_KINDS}.{kind}+xml"/>' for kind in files
    )
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in files
    )
    written: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_KINDS}.{main}+xml"/>{overrides}</Types>',
        "_rels/.rels": _relations(
            f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": _relations(relations),
        "word/document.xml": root("document", f"<w:body>{''.join(body)}{section}</w:body>"),
        **{f"word/{kind}.xml": text for kind, text in files.items()},
        **(parts or {}),
    }
    return packed(written)


_ROOTS = {"header": "hdr", "footer": "ftr"}


def _relations(inside: str) -> str:
    return (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{inside}</Relationships>"
    )


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of these parts, always in the same bytes."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(ZipInfo(name, _DATE), text, ZIP_DEFLATED)
    return made.getvalue()


_NOTED = re.compile(r"\{(隐藏|控件|目录|嵌入)(?:：([^{}]*))?\}")


def noted(text: str) -> tuple[bytes, list[int]]:
    """A Word file of a rule's example, a paragraph a line, and where in ``text`` each character of its source stands.

    ``{隐藏：…}`` is hidden text, ``{控件：…}`` a control that nobody filled in, ``{目录：…}`` a line of a contents list,
    ``{嵌入}`` another document.
    """
    blocks: list[str] = []
    shown: list[int] = []
    start = 0
    for line in text.splitlines(keepends=True):
        inside, at, listed = "", 0, False
        for found in _NOTED.finditer(line):
            inside += run(line[at : found.start()]) if at < found.start() else ""
            shown += range(start + at, start + found.start())
            at, kind, words = found.end(), found[1], found[2] or ""
            if kind == "隐藏":
                inside += run(words, "<w:vanish/>")
            elif kind == "控件":
                inside += f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run(words)}</w:sdtContent></w:sdt>"
                shown += range(start + found.start(2), start + found.end(2))
            elif kind == "目录":
                listed = True
                tabbed = "</w:t><w:tab/><w:t>".join(map(escape, words.split("\t")))
                blocks.append(p(f"<w:r><w:t>{tabbed}</w:t></w:r>", properties='<w:pStyle w:val="11"/>'))
            else:
                listed = True
                blocks.append('<w:altChunk r:id="rChunk"/>')
        if not listed:
            rest = line[at:].rstrip("\n")
            blocks.append(p(inside + run(rest) if rest else inside))
            shown += range(start + at, start + len(line))
        start += len(line)
    style = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>'
    return docx(*blocks, styles=style), shown
