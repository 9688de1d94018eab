"""The three questions of the first start, as they are seen."""

from PySide6.QtWidgets import QRadioButton, QScrollArea

from ccb_desktop.ui.settings.first_start import FirstStart
from tests.ui.hands import settle, show
from tests.ui.pictures import cut_off


def test_the_three_questions_are_seen_without_scrolling(look):
    first_start = show(FirstStart(look))
    (ground,) = first_start.findChildren(QScrollArea)
    assert ground.verticalScrollBar().maximum() == 0
    assert len(ground.findChildren(QRadioButton)) == 5


def test_large_letters_scroll_the_page_and_cut_nothing(look):
    first_start = show(FirstStart(look))
    first_start._sizes.button(150).click()
    settle()
    assert look.percent == 150
    assert cut_off(first_start) == []
    assert first_start.findChild(QScrollArea).verticalScrollBar().maximum() > 0
