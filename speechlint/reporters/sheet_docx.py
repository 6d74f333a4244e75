"""The sheet as a Word file (ECMA-376), written with the standard library; the same bytes each time."""

from __future__ import annotations

import io
import zipfile

from speechlint.quick.typing import TYPE_CHECKING
from speechlint.readers.word.escaping import escape

if TYPE_CHECKING:
    from speechlint.reporters.sheet import Sheet, Table

_WIDTH = 9_900  # twentieths of a point between the margins of A4
_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>'
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1003" w:bottom="1134" w:left="1003" '
    'w:header="600" w:footer="600" w:gutter="0"/></w:sectPr>'
)


def docx(made: Sheet) -> bytes:
    """The file."""
    parts = [_paragraph(made.title, 32, bold=True), _paragraph(made.about, 21)]
    for table in made.tables:
        parts += [_paragraph(table.title, 24, bold=True), _table(table), _paragraph("", 12)]
    parts.append(_paragraph("".join(f"{one}____________    " for one in made.signatures), 21))
    document = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{_NAMESPACE}"><w:body>'
        f"{''.join(parts)}{_PAGE}</w:body></w:document>"
    )
    files = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document}
    made_file = io.BytesIO()
    with zipfile.ZipFile(made_file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, text.encode())
    return made_file.getvalue()


def _table(table: Table) -> str:
    widths = [_WIDTH * share // 100 for share in table.widths]
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row(table.heads, widths, bold=True, properties="<w:cantSplit/><w:tblHeader/>")
    rows = "".join(_row(cells, widths) for cells in table.rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{head}{rows}</w:tbl>'
    )


def _row(
    cells: tuple[str, ...], widths: list[int], *, bold: bool = False, properties: str = "<w:cantSplit/>"
) -> str:
    across = len(cells) == 1
    made = [f"<w:tr><w:trPr>{properties}</w:trPr>"]
    for cell, width in zip(cells, widths, strict=False):
        span = f'<w:gridSpan w:val="{len(widths)}"/>' if across else ""
        size = sum(widths) if across else width
        lines = "".join(_paragraph(line, 18, bold=bold or across) for line in cell.split("\n"))
        made.append(f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/>{span}</w:tcPr>{lines}</w:tc>')
    return "".join([*made, "</w:tr>"])


def _paragraph(text: str, size: int, *, bold: bool = False) -> str:
    """One paragraph; ``size`` is in half points. What XML cannot hold was made visible before."""
    weight = "<w:b/>" if bold else ""
    style = f'<w:rPr>{_FONT}{weight}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    run = f'<w:r>{style}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:spacing w:before="20" w:after="20"/></w:pPr>{run}</w:p>'
