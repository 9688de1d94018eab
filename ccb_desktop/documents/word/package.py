"""Puts a Word file in place: the body of a paper with its styles, page numbers and properties."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from ccb_desktop.documents.layout import MARGINS_MM, PAGE_MM
from ccb_desktop.documents.package_check import check_package
from ccb_desktop.documents.safe_write import replacing
from ccb_desktop.documents.word.charts import with_charts
from ccb_desktop.documents.word.markup import letters, paragraph, run, twips
from ccb_desktop.documents.word.pictures import Picture, with_pictures
from ccb_desktop.documents.word.styles import HEADER, LANGUAGE, NAMESPACE, styles_part
from ccb_desktop.documents.xml_text import escape
from ccb_desktop.documents.zip_entries import entry
from ccb_desktop.domain.papers import PRACTICE, BarChart

BODY_PART = "word/document.xml"
PROPERTIES_PART = "docProps/core.xml"
ROW_TAG = b"<w:tr>"
PACKING = 3
"""Twice as quick as the usual 6, the file a tenth larger."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEADER_MM = 10
_PAGE_NUMBER_SIZE = 13

# Part of the package → kind of its content and of its relation to the document.
_SIDE_PARTS = {
    "styles": "styles",
    "settings": "settings",
    "header": "header",
    "first_header": "header",
    "footer": "footer",
}


@dataclass(frozen=True, slots=True)
class WordFile:
    """What goes into a file.

    Attributes:
        body: Paragraphs, tables and sections, ending in the last section; a long one in pieces,
            which are written as they come.
        author: The issuing Hội.
        practice: Whether every page says that the figures are for practice.
        pictures: What `pictures.picture_run` in the body points to.
        charts: What `charts.chart_paragraph` in the body points to, in their order.
        made_at: The moment told in its properties, with its time zone; the present one when
            not given.
    """

    body: str | Iterable[str]
    title: str
    author: str
    practice: bool = False
    pictures: tuple[Picture, ...] = ()
    made_at: datetime | None = None
    charts: tuple[BarChart, ...] = ()


def write_word(file: WordFile, target: Path) -> Path:
    """Put a Word file in place and read it back; gives its absolute path.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    rows: dict[str, int] = {}
    with (
        replacing(target, lambda written: check_package(written, rows, ROW_TAG)) as temporary,
        temporary.open("wb") as opened,
    ):
        rows[BODY_PART] = _pack(file, opened)
    return target.absolute()


def word_bytes(file: WordFile) -> bytes:
    """The same file as bytes; one of the same moment is the same, byte for byte."""
    packed = io.BytesIO()
    _pack(file, packed)
    return packed.getvalue()


def _pack(file: WordFile, out: IO[bytes]) -> int:
    """Write a package; gives the rows of its tables."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=PACKING) as package:
        for name, content in _side_parts(file).items():
            package.writestr(entry(name), content)
        return write_body(package, _document(file))


def write_body(package: zipfile.ZipFile, pieces: Iterable[str], *, huge: bool = False) -> int:
    """Write the body into a package piece by piece; gives the rows of its tables.

    Args:
        package: Into which, opened for writing.
        pieces: None begins or ends within a row's first tag.
        huge: Whether it may grow beyond 2 GB, for which older Words have no eyes.
    """
    rows = 0
    with package.open(BODY_PART, "w", force_zip64=huge) as body:
        for piece in pieces:
            content = piece.encode()
            rows += content.count(ROW_TAG)
            body.write(content)
    return rows


def _document(file: WordFile) -> Iterator[str]:
    """The body part in pieces."""
    yield f'{_HEAD}<w:document {NAMESPACE} xmlns:r="{_RELATIONS}"><w:body>'
    yield from (file.body,) if isinstance(file.body, str) else file.body
    yield "</w:body></w:document>"


def _side_parts(file: WordFile) -> dict[str, bytes]:
    """Every part but the body."""
    texts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "word/_rels/document.xml.rels": _document_relations(),
        "word/styles.xml": styles_part(),
        "word/settings.xml": _settings(),
        "word/header.xml": f"<w:hdr {NAMESPACE}>{_page_number()}</w:hdr>",
        "word/first_header.xml": f"<w:hdr {NAMESPACE}>{paragraph('', HEADER)}</w:hdr>",
        "word/footer.xml": _footer(practice=file.practice),
    }
    parts = {
        name: (text if text.startswith("<?xml") else _HEAD + text).encode()
        for name, text in texts.items()
    }
    parts |= {PROPERTIES_PART: properties_part(file.title, file.author, file.made_at)}
    return with_charts(with_pictures(parts, file.pictures), file.charts)


def section(*, landscape: bool, numbered_from_first: bool = False, ends: bool = True) -> str:
    """The properties of a section: A4, margins, page number in the top margin.

    Args:
        landscape: Whether its pages lie on their side.
        numbered_from_first: Whether its first page shows its number too.
        ends: Whether it is the last section; another one stands in a paragraph of its own.
    """
    width, height = PAGE_MM[::-1] if landscape else PAGE_MM
    turned = ' w:orient="landscape"' if landscape else ""
    margins = " ".join(f'w:{side}="{twips(mm)}"' for side, mm in MARGINS_MM.items())
    properties = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
        '<w:headerReference w:type="first" r:id="first_header"/>'
        '<w:footerReference w:type="default" r:id="footer"/>'
        '<w:footerReference w:type="first" r:id="footer"/>'
        f'<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turned}/>'
        f'<w:pgMar {margins} w:header="{twips(_HEADER_MM)}" w:footer="{twips(_HEADER_MM)}" '
        f'w:gutter="0"/>{"" if numbered_from_first else "<w:titlePg/>"}</w:sectPr>'
    )
    return properties if ends else f"<w:p><w:pPr>{properties}</w:pPr></w:p>"


def _page_number() -> str:
    look = f"<w:rPr>{letters(size=_PAGE_NUMBER_SIZE)}</w:rPr>"
    field = "".join(
        f"<w:r>{look}{piece}</w:r>"
        for piece in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return paragraph(field, HEADER)


def _footer(*, practice: bool) -> str:
    """Empty; under a paper of the practice branch it says that nothing in it is real."""
    words = run(PRACTICE, letters(italic=True, size=10)) if practice else ""
    return f"<w:ftr {NAMESPACE}>{paragraph(words, HEADER)}</w:ftr>"


def _settings() -> str:
    compatible = (
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    )
    return (
        f'<w:settings {NAMESPACE}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f"<w:compat>{compatible}</w:compat>"
        f'<w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def _content_types() -> str:
    overrides = [
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD_TYPE}.{kind}+xml"/>'
        for name, kind in {"document": "document.main", **_SIDE_PARTS}.items()
    ]
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{''.join(overrides)}"
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-'
        'package.core-properties+xml"/></Types>'
    )


def _package_relations() -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="document" Type="{_RELATIONS}/officeDocument" Target="{BODY_PART}"/>'
        f'<Relationship Id="core" Type="{_PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>'
    )


def _document_relations() -> str:
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONS}/{kind}" Target="{name}.xml"/>'
        for name, kind in _SIDE_PARTS.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'


def properties_part(title: str, author: str, made_at: datetime | None = None) -> bytes:
    """`docProps/core.xml`: title, author, language and a moment, else the present one."""
    now = f"{(made_at or datetime.now(UTC)).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    moment = 'xsi:type="dcterms:W3CDTF"'
    properties = (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(author)}</cp:lastModifiedBy>"
        f"<dcterms:created {moment}>{now}</dcterms:created>"
        f"<dcterms:modified {moment}>{now}</dcterms:modified>"
        f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
    )
    return properties.encode()
