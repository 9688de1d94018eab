"""Workbooks put together part by part, sound ones and vicious ones."""

import io
import struct
import zipfile

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

CONTENT_TYPES = (
    HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats'
    '-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats'
    '-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
ROOT_RELS = (
    HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELS}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>"
)
WORKBOOK = (
    HEAD + f'<workbook {MAIN} xmlns:r="{RELS}">'
    '<sheets><sheet name="DS" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
WORKBOOK_RELS = (
    HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{RELS}/sharedStrings" Target="sharedStrings.xml"/>'
    f'<Relationship Id="rId3" Type="{RELS}/styles" Target="styles.xml"/>'
    "</Relationships>"
)


def cell(place, text):
    """One cell with a text, or a number, of its own."""
    if isinstance(text, int | float):
        return f'<c r="{place}"><v>{text}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def row(number, *texts):
    """One row from column A on."""
    cells = "".join(cell(f"{chr(65 + at)}{number}", text) for at, text in enumerate(texts))
    return f'<row r="{number}">{cells}</row>'


HEADER = row(1, "STT", "Họ và tên", "Năm sinh", "Chi hội")
PEOPLE = HEADER + row(2, 1, "Nguyễn Văn An", 1952, "Chi hội 1")


def sheet(rows=PEOPLE, before="", after=""):
    """The XML of a sheet."""
    return f"{HEAD}<worksheet {MAIN}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"


def parts(sheet_xml=None, **changed):
    """The parts of a workbook; `None` for a part leaves it out."""
    made = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": ROOT_RELS,
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": WORKBOOK_RELS,
        "xl/worksheets/sheet1.xml": sheet() if sheet_xml is None else sheet_xml,
    }
    return {**made, **changed}


def pack(made, compression=zipfile.ZIP_DEFLATED):
    """A package of parts, given as a dict or as pairs."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as package:
        for name, content in made.items() if isinstance(made, dict) else made:
            package.writestr(name, content)
    return stream.getvalue()


def workbook(sheet_xml=None, **changed):
    """A workbook of one sheet."""
    return pack(parts(sheet_xml, **changed))


def lie_about_size(packed, name, size):
    """The package with another unpacked size for a part, in both places where it stands."""
    changed = bytearray(packed)
    encoded = name.encode()
    for signature, offset, head in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        at = changed.find(signature)
        while at >= 0:
            if bytes(changed[at + head : at + head + len(encoded)]) == encoded:
                struct.pack_into("<L", changed, at + offset, size)
            at = changed.find(signature, at + 4)
    return bytes(changed)


OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def ole_with(stream_name):
    """Something that begins like a file of the old format and names a stream."""
    return OLE + b"\x00" * 504 + stream_name.encode("utf-16-le") + b"\x00" * 1024


ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def open_document(body, **changed):
    """An OpenDocument sheet."""
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    made = {"mimetype": ODS_TYPE, "content.xml": content, "META-INF/manifest.xml": manifest}
    return pack({**made, **changed})
