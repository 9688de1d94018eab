"""The styles of every Word paper: Decree 30/2020, annex I, applied as the Hội does."""

from ccb_desktop.documents.word.markup import letters, twips

FONT = "Times New Roman"
LANGUAGE = "vi-VN"
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

BODY, TITLE, HEADER = "BodyText", "Title", "Header"
HEADINGS = {1: "Heading1", 2: "Heading2", 3: "Heading3"}
GRID = "TableGrid"

_BODY_SIZE = 14
_TABLE_SIZES = (9, 10, 11, 12)
_FIRST_LINE_MM = 12.7
_BETWEEN_PARAGRAPHS = 120  # twentieths of a point: 6 pt
_LINE = 264  # 240ths of a line: 1.1


def table_text(font_size: float) -> str:
    """Id of the style of table cells in that size, 9 to 12 points."""
    return f"TableText{round(font_size)}"


def styles_part() -> str:
    """`word/styles.xml`."""
    language = f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/>'
    defaults = f"{_font()}{letters(size=_BODY_SIZE)}{language}"
    styles = [
        f"<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault>"
        "<w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>",
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>',
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
        '<w:name w:val="No List"/><w:semiHidden/></w:style>',
        *_table_styles(),
        _paragraph_style(BODY, "Body Text", _body_paragraph(), ""),
        _paragraph_style(TITLE, "Title", '<w:jc w:val="center"/>', letters(bold=True)),
        _paragraph_style(HEADER, "header", '<w:jc w:val="center"/>', letters(size=13)),
        *(_heading(level, style) for level, style in HEADINGS.items()),
        *(_table_text(size) for size in _TABLE_SIZES),
    ]
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{head}<w:styles {NAMESPACE}>{''.join(styles)}</w:styles>"


def _font() -> str:
    """All four fonts: where one is left out, Word takes Calibri."""
    return f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'


def _paragraph_style(style: str, name: str, paragraph: str, run: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f"<w:rPr>{_font()}{run}</w:rPr></w:style>"
    )


def _body_paragraph() -> str:
    return (
        f'<w:spacing w:before="0" w:after="{_BETWEEN_PARAGRAPHS}" w:line="{_LINE}" '
        f'w:lineRule="auto"/><w:ind w:firstLine="{twips(_FIRST_LINE_MM)}"/><w:jc w:val="both"/>'
    )


def _heading(level: int, style: str) -> str:
    """A real heading, which Word shows in its outline."""
    paragraph = (
        f"<w:keepNext/><w:keepLines/>"
        f'<w:spacing w:before="{_BETWEEN_PARAGRAPHS}" w:after="{_BETWEEN_PARAGRAPHS}" '
        f'w:line="{_LINE}" w:lineRule="auto"/><w:ind w:firstLine="{twips(_FIRST_LINE_MM)}"/>'
        f'<w:jc w:val="both"/><w:outlineLvl w:val="{level - 1}"/>'
    )
    look = '<w:b/><w:bCs/><w:color w:val="000000"/>' + letters(size=_BODY_SIZE)
    return _paragraph_style(style, f"heading {level}", paragraph, look)


def _table_text(size: int) -> str:
    spacing = '<w:spacing w:before="20" w:after="20"/>'
    return _paragraph_style(table_text(size), f"Chữ trong bảng {size}", spacing, letters(size=size))


def _table_styles() -> tuple[str, str]:
    cell_margins = (
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
    )
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{cell_margins}</w:tblPr></w:style>",
        f'<w:style w:type="table" w:styleId="{GRID}"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
        '</w:tblPr><w:tcPr><w:vAlign w:val="center"/></w:tcPr></w:style>',
    )
