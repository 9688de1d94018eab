"""Drawings on buttons keep to the colour of the words beside them."""

from PySide6.QtGui import QIcon, QPalette

from ccb_desktop.ui.kit.widgets import button
from tests.ui.hands import show


def colours(made, mode):
    picture = made.icon().pixmap(made.iconSize(), mode).toImage()
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    seen = (picture.pixelColor(*place) for place in places)
    return {one.name() for one in seen if one.alpha() == 255}


def test_the_drawing_of_a_main_button_is_seen_when_it_is_greyed(qt_app, look):
    made = show(button("Phiếu thu", lambda: None, role="main", icon="add"), 200, 60)
    made.setEnabled(False)
    faint = made.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert colours(made, QIcon.Mode.Disabled) == {faint.name()}
    assert colours(made, QIcon.Mode.Normal) == {"#ffffff"}
