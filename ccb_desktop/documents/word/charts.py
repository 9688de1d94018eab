"""Bar charts in a Word file: real charts of Word, black on white, with their numbers on them."""

from collections.abc import Iterable, Sequence

from ccb_desktop.documents.word.markup import paragraph
from ccb_desktop.documents.xml_text import escape
from ccb_desktop.domain.papers import Align, BarChart
from ccb_desktop.domain.printing import number

_EMU_PER_MM = 36_000
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_TYPES_PART = "[Content_Types].xml"
_RELATIONS_PART = "word/_rels/document.xml.rels"
_HEIGHT_MM = 68
_FORMAT = "[$-42A]#,##0"  # points between thousands
_SPACING = '<w:spacing w:before="120" w:after="120"/><w:ind w:firstLine="0"/>'
_LETTERS = (
    '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100"><a:solidFill><a:srgbClr val="000000"/>'
    '</a:solidFill><a:latin typeface="Times New Roman"/></a:defRPr></a:pPr>'
    '<a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
)
_LINE = '<a:ln w="9525"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:ln>'
_BARS = (
    '<c:spPr><a:solidFill><a:srgbClr val="595959"/></a:solidFill>'
    f"{_LINE.format(colour='000000')}</c:spPr>"
)
_GROUND = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


def chart_paragraph(chart: BarChart, place: int, room_mm: float) -> str:
    """A paragraph that holds a chart as wide as the text.

    Args:
        chart: What it shows, which is also read out in its place.
        place: Its number in the file, from 1.
        room_mm: Width between the margins.
    """
    size = f'cx="{round(room_mm * _EMU_PER_MM)}" cy="{_HEIGHT_MM * _EMU_PER_MM}"'
    told = "; ".join(f"{label}: {number(value)}" for label, value in chart.bars)
    words = escape(f"{chart.title}. {told}").replace('"', "&quot;")
    drawing = (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{2000 + place}" name="Chart {place}" descr="{words}"/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/chart">'
        f'<c:chart xmlns:c="{_DRAWING}/chart" xmlns:r="{_RELATION}" r:id="{_name(place)}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    return paragraph(drawing, more=_SPACING, align=Align.CENTER)


def with_charts(parts: dict[str, bytes], charts: Sequence[BarChart]) -> dict[str, bytes]:
    """The parts of a package with the charts to which its body points, in their order."""
    if not charts:
        return parts
    places = range(1, len(charts) + 1)
    types = (
        f'<Override PartName="/word/{_part(place)}" ContentType="{_CHART_TYPE}"/>'
        for place in places
    )
    relations = (
        f'<Relationship Id="{_name(place)}" Type="{_RELATION}/chart" Target="{_part(place)}"/>'
        for place in places
    )
    return {
        **parts,
        _TYPES_PART: _before_end(parts[_TYPES_PART], "</Types>", types),
        _RELATIONS_PART: _before_end(parts[_RELATIONS_PART], "</Relationships>", relations),
        **{f"word/{_part(place)}": chart_part(chart) for place, chart in enumerate(charts, 1)},
    }


def chart_part(chart: BarChart) -> bytes:
    """The part of a package that is a chart: one row of standing bars, each with its number."""
    title = (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr/></a:pPr><a:r>"
        '<a:rPr lang="vi-VN" sz="1200" b="1"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
        f'<a:latin typeface="Times New Roman"/></a:rPr><a:t>{escape(chart.title)}</a:t></a:r>'
        '</a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>'
    )
    show = "".join(
        f'<c:show{what} val="{int(what == "Val")}"/>'
        for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    )
    labels = (
        f'<c:dLbls><c:numFmt formatCode="{_FORMAT}" sourceLinked="0"/>{_LETTERS}{show}</c:dLbls>'
    )
    series = (
        f'<c:ser><c:idx val="0"/><c:order val="0"/>{_BARS}<c:invertIfNegative val="0"/>{labels}'
        f"<c:cat><c:strLit>{_points(label for label, _value in chart.bars)}</c:strLit></c:cat>"
        "<c:val><c:numLit><c:formatCode>General</c:formatCode>"
        f"{_points(str(value) for _label, value in chart.bars)}</c:numLit></c:val></c:ser>"
    )
    plot = (
        '<c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/>'
        f"</c:barChart>{_axes()}</c:plotArea>"
    )
    whole = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:chartSpace xmlns:c="{_DRAWING}/chart" xmlns:a="{_DRAWING}/main">'
        f'<c:roundedCorners val="0"/><c:chart>{title}{plot}<c:plotVisOnly val="1"/></c:chart>'
        f"{_GROUND}{_LETTERS}</c:chartSpace>"
    )
    return whole.encode()


def _axes() -> str:
    """Names below, numbers nowhere but on the bars."""
    names = (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{_LINE.format(colour='000000')}</c:spPr>{_LETTERS}"
        '<c:crossAx val="2"/></c:catAx>'
    )
    values = (
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/>'
        '</c:scaling><c:delete val="1"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx>'
    )
    return names + values


def _points(texts: Iterable[str]) -> str:
    told = [
        f'<c:pt idx="{place}"><c:v>{escape(text)}</c:v></c:pt>' for place, text in enumerate(texts)
    ]
    return f'<c:ptCount val="{len(told)}"/>{"".join(told)}'


def _name(place: int) -> str:
    """By what the body names a chart."""
    return f"ccbChart{place}"


def _part(place: int) -> str:
    """Where it lies in the package, below `word/`."""
    return f"charts/ccb-chart-{place}.xml"


def _before_end(part: bytes, end: str, more: Iterable[str]) -> bytes:
    before, found, after = part.decode("utf-8").rpartition(end)
    return f"{before}{''.join(more)}{found}{after}".encode()
