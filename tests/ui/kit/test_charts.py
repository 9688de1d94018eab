"""Pictures of figures: told to the screen reader, chosen by mouse and keyboard, on paper."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from ccb_desktop.ui.kit.charts import Bar, LineChart, RowChart
from tests.ui.hands import press, show

BARS = [Bar("60–64", 210), Bar("65–69", 1402), Bar("70–74", 388, "388 người")]


@pytest.fixture(params=[RowChart, LineChart])
def chart(request, qt_app):
    return show(request.param("Đông nhất ở tuổi 65–69", BARS, clickable=True), 500, 300)


def test_it_can_be_read_aloud(chart):
    assert chart.accessibleName() == "Đông nhất ở tuổi 65–69"
    assert chart.accessibleDescription() == "60–64: 210; 65–69: 1.402; 70–74: 388 người"


def test_a_click_and_enter_choose_a_bar(chart):
    chosen = []
    chart.chosen.connect(chosen.append)
    middle = chart._places[1].center().toPoint()
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=middle)
    chart.setFocus()
    press(chart, Qt.Key.Key_Right)
    press(chart, Qt.Key.Key_Return)
    press(chart, Qt.Key.Key_Up)
    press(chart, Qt.Key.Key_Space)
    assert chosen == [1, 2, 1]


def test_on_paper_it_is_dark_on_white(chart):
    image = QImage.fromData(chart.picture(400, 240))
    assert (image.width(), image.height()) == (800, 480)
    greys = {image.pixelColor(x, y).lightness() for x in range(800) for y in range(0, 480, 3)}
    assert max(greys) == 255
    assert min(greys) < 80


def test_the_longest_bar_belongs_to_the_largest_value(qt_app):
    chart = show(RowChart("Thu", [Bar("a", 10), Bar("b", 40)]), 400, 300)
    image = chart.grab().toImage()
    accent = chart.palette().accent().color().rgb()

    def length(place):
        y = round(chart._places[place].center().y())
        return sum(image.pixel(x, y) == accent for x in range(image.width()))

    assert length(1) == pytest.approx(4 * length(0), rel=0.05)


@pytest.mark.parametrize("kind", [RowChart, LineChart])
@pytest.mark.parametrize("bars", [[], [Bar("x", 0)], [Bar("x", -3), Bar("y", 2)]])
def test_nothing_zero_and_below_zero_can_be_drawn(qt_app, kind, bars):
    chart = show(kind("Không có số liệu", bars), 300, 200)
    assert not chart.grab().isNull()
    assert len(chart._places) == len(bars)


def test_a_long_label_goes_on_in_a_second_line(qt_app):
    bars = [Bar("Chống Mỹ", 12), Bar("Làm nhiệm vụ quốc tế Campuchia", 45)]
    chart = RowChart("Theo thời kỳ", bars)
    narrow, wide = chart.heightForWidth(420), chart.heightForWidth(900)
    line = chart.fontMetrics().height()
    assert narrow == pytest.approx(wide + 2 * line, abs=2)
    assert show(chart, 420, narrow).grab().height() == narrow
    step = chart._places[1].height()
    assert step >= 2 * line


def test_a_long_title_gets_its_lines(qt_app):
    short, long = "Theo tuổi", "Theo tuổi: 172 trong 320 hội viên từ 70 tuổi trở lên"
    line = RowChart().fontMetrics().height()
    assert RowChart(long, BARS).heightForWidth(250) >= (
        RowChart(short, BARS).heightForWidth(250) + line
    )
