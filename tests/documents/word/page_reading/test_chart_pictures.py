"""Charts of standing bars are drawn on the page; others are left to their frame."""

import pytest
from lxml import etree

from ccb_desktop.documents.word.charts import chart_part
from ccb_desktop.documents.word.page_reading import reader
from ccb_desktop.documents.word.page_reading.chart_pictures import chart_picture
from ccb_desktop.documents.word.report import write_report
from ccb_desktop.domain.pages.values import Picture
from ccb_desktop.domain.papers import BarChart
from tests.paper_values import a_report

AGES = BarChart("Độ tuổi & <người>", (("Dưới 60 tuổi", 71), ("Từ 80 tuổi trở lên", 1862)))


def drawn(chart):
    content = chart_picture(etree.fromstring(chart), 468, 190)
    return None if content is None else etree.fromstring(content)


def test_its_title_names_and_numbers_are_said():
    said = [one.text for one in drawn(chart_part(AGES)).iter("{*}text")]
    assert said[0] == AGES.title
    assert {"71", "1.862"} <= set(said)
    assert "Từ 80 tuổi trở lên" in " ".join(said)


def test_bars_are_as_high_as_their_numbers():
    chart = chart_part(BarChart("A", (("x", 50), ("y", 100), ("z", 0))))
    heights = [float(one.get("height")) for one in list(drawn(chart).iter("{*}rect"))[1:]]
    assert heights[1] == pytest.approx(heights[0] * 2, rel=0.01)
    assert heights[2] == 0


@pytest.mark.parametrize(
    "spoilt",
    [
        chart_part(AGES).replace(b"barChart", b"pieChart"),
        chart_part(AGES).replace(b"<c:v>71</c:v>", b"<c:v>nhieu</c:v>"),
        chart_part(AGES).replace(b"<c:v>71</c:v>", b"<c:v>inf</c:v>"),
        b"<chart/>",
    ],
)
def test_any_other_chart_is_left_to_its_frame(spoilt):
    assert drawn(spoilt) is None


def test_a_report_shows_its_charts_as_pictures(tmp_path):
    pages = reader.read_pages(write_report(a_report(AGES), tmp_path / "a.docx"))
    found = list(pictures_in(pages))
    assert [one.content.startswith(b"<svg") for one in found] == [True]


def pictures_in(value):
    """Every picture anywhere in page values."""
    if isinstance(value, Picture):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from pictures_in(one)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from pictures_in(getattr(value, name))
