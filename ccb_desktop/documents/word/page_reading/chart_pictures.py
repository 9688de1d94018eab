"""Charts of standing bars as pictures, so that a page shows them as Word does."""

from ccb_desktop.documents.word.page_reading.opened import Element
from ccb_desktop.documents.xml_text import escape
from ccb_desktop.domain.printing import number

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_TITLE_SIZE, _SIZE, _GAP = 12, 11, 8
_SHARPNESS = 3  # dots for each point, so that it is sharp in print
_LETTER = 0.5  # of the size, about as wide as a letter is


def chart_picture(chart: Element, width: float, height: float) -> bytes | None:
    """An SVG of a chart part that is one row of standing bars; `None` of any other chart.

    Args:
        chart: The root of the part.
        width: In points, as the height.
        height: Of the picture.
    """
    rows = chart.findall(f".//{_CHART}ser")
    bars = chart.find(f".//{_CHART}barChart")
    if bars is None or len(rows) != 1:
        return None
    names, values = (_points(rows[0], where) for where in ("cat", "val"))
    if not names or len(names) != len(values):
        return None
    try:
        heights = [max(0, round(float(value))) for value in values]
    except (ValueError, OverflowError):
        return None
    title = chart.find(f".//{_CHART}title")
    said = "".join(map(str, title.itertext())).strip() if title is not None else ""
    return _drawn(said, list(zip(names, heights, strict=True)), width, height).encode()


def _points(row: Element, where: str) -> list[str]:
    return [one.text or "" for one in row.iterfind(f"{_CHART}{where}//{_CHART}v")]


def _drawn(title: str, bars: list[tuple[str, int]], width: float, height: float) -> str:
    room = width / len(bars)
    lines = max(len(_lines(name, room)) for name, _value in bars)
    floor = height - _GAP - lines * _SIZE * 1.2
    most = max((value for _name, value in bars), default=0) or 1
    tallest = floor - _TITLE_SIZE - _SIZE - 3 * _GAP
    parts = [_text(title, width / 2, _TITLE_SIZE + _GAP / 2, _TITLE_SIZE, bold=True)]
    for place, (name, value) in enumerate(bars):
        middle, tall = room * (place + 0.5), tallest * value / most
        parts.append(
            f'<rect x="{middle - room * 0.31:.1f}" y="{floor - tall:.1f}" '
            f'width="{room * 0.62:.1f}" height="{tall:.1f}" fill="#595959" stroke="#000000" '
            'stroke-width="0.75"/>'
        )
        parts.append(_text(number(value), middle, floor - tall - _GAP / 2, _SIZE))
        for line, words in enumerate(_lines(name, room), 1):
            parts.append(_text(words, middle, floor + line * _SIZE * 1.2, _SIZE))
    parts.append(
        f'<line x1="0" y1="{floor:.1f}" x2="{width:.1f}" y2="{floor:.1f}" stroke="#000000"/>'
    )
    size = f'width="{width * _SHARPNESS:.0f}" height="{height * _SHARPNESS:.0f}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width:.1f} {height:.1f}">'
        f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(parts)}</svg>'
    )


def _lines(name: str, room: float) -> list[str]:
    """A name in lines that fit under its bar, broken between words."""
    most, lines = max(4, int(room / (_SIZE * _LETTER))), [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= most or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _text(words: str, x: float, y: float, size: int, *, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="Times New Roman" '
        f'font-size="{size}" text-anchor="middle"{weight}>{escape(words)}</text>'
    )
