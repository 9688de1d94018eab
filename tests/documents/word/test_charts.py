"""Charts in a Word file: parts that Word accepts, with every number on them."""

from datetime import UTC, datetime
from zipfile import ZipFile

from lxml import etree

from ccb_desktop.documents.word.charts import chart_part
from ccb_desktop.documents.word.report import report_bytes, write_report
from ccb_desktop.domain.papers import BarChart, Heading
from tests.documents.word.parts import part
from tests.paper_values import a_report

AGES = BarChart("Độ tuổi & <người>", (("Dưới 60", 71), ("60 - 69", 1862)))
FUNDS = BarChart("Chân quỹ (đồng)", (("T1", 205_953_000), ("T2", 0)))
C = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}

# The children of each element in the order of the standard; Word refuses any other.
ORDER = {
    "chartSpace": "roundedCorners chart spPr txPr",
    "chart": "title autoTitleDeleted plotArea plotVisOnly",
    "plotArea": "layout barChart catAx valAx",
    "barChart": "barDir grouping varyColors ser gapWidth axId",
    "ser": "idx order spPr invertIfNegative dLbls cat val",
    "dLbls": "numFmt txPr showLegendKey showVal showCatName showSerName showPercent showBubbleSize",
    "catAx": "axId scaling delete axPos majorTickMark minorTickMark tickLblPos spPr txPr crossAx",
    "valAx": "axId scaling delete axPos crossAx",
}


def test_its_names_and_numbers_stand_in_its_part():
    tree = etree.fromstring(chart_part(AGES))
    names, numbers = (
        [one.text for one in tree.xpath(f"//c:{where}//c:v", namespaces=C)]
        for where in ("cat", "val")
    )
    assert (names, numbers) == (["Dưới 60", "60 - 69"], ["71", "1862"])
    assert "".join(tree.xpath("//c:title", namespaces=C)[0].itertext()) == AGES.title


def test_its_elements_stand_in_the_order_of_the_standard():
    for element in etree.fromstring(chart_part(AGES)).iter():
        wanted = ORDER.get(etree.QName(element).localname, "").split()
        found = [etree.QName(child).localname for child in element]
        places = [wanted.index(name) for name in found if wanted]
        assert places == sorted(places)


def test_a_report_points_to_each_of_its_charts(tmp_path):
    file = write_report(a_report(Heading(1, "I"), AGES, FUNDS, AGES), tmp_path / "a.docx")
    body = part(file)
    asked = body.xpath("//*[local-name()='chart']/@*[local-name()='id']")
    relations = part(file, "word/_rels/document.xml.rels")
    targets = {one.get("Id"): one.get("Target") for one in relations}
    with ZipFile(file) as package:
        names = set(package.namelist())
        types = package.read("[Content_Types].xml").decode()
    assert [targets[own] for own in asked] == [
        "charts/ccb-chart-1.xml",
        "charts/ccb-chart-2.xml",
        "charts/ccb-chart-1.xml",
    ]
    for target in {targets[own] for own in asked}:
        assert f"word/{target}" in names
        assert f'PartName="/word/{target}"' in types
    read_out = body.xpath("//*[local-name()='docPr']/@descr")
    assert read_out[1] == "Chân quỹ (đồng). T1: 205.953.000; T2: 0"


def test_charts_depend_on_nothing_but_the_paper():
    at = datetime(2026, 6, 5, tzinfo=UTC)
    assert report_bytes(a_report(AGES), at) == report_bytes(a_report(AGES), at)
