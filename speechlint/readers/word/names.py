"""The names of WordprocessingML that a reader needs, as ElementTree spells them."""

from __future__ import annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VML = "{urn:schemas-microsoft-com:vml}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# What files in the strict form of the standard say instead (ISO/IEC 29500-1); all the rest is the same.
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", DRAWING[1:-1].encode()),
)

P, RUN, TEXT, PARAGRAPH_PROPERTIES, RUN_PROPERTIES = (f"{W}{name}" for name in ("p", "r", "t", "pPr", "rPr"))
TABLE, ROW, CELL = (f"{W}{name}" for name in ("tbl", "tr", "tc"))
CONTROL, CONTROL_CONTENT, CONTROL_PROPERTIES = (f"{W}{name}" for name in ("sdt", "sdtContent", "sdtPr"))
BOX = f"{W}txbxContent"
ALTERNATE, CHOICE, FALLBACK = (f"{MC}{name}" for name in ("AlternateContent", "Choice", "Fallback"))
VALUE = f"{W}val"
